"""request.no-deadline: work is asked for, and nowhere stands by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msglint.message.model import Channel, Message, Relationship
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.rules.request.asking import is_relaxed, mentions
from msglint.rules.request.sentences import paragraph_at, sentence_at
from msglint.rules.request.timing import has_date, has_time, last_day
from msglint.texts import Text

_WORK_DE = (
    r"(?:über)?prüfen|gegenlesen|durchsehen|freigeben|freizugeben|genehmigen|erledigen|ausfüllen|auszufüllen|"
    r"unterschreiben|unterzeichnen|überarbeiten|korrigieren|ergänzen|erstellen|vorbereiten|zusammenstellen|berechnen|"
    r"aktualisieren|(?:zu|zurück|über)?(?:senden|schicken)|(?:zu|zurück)zu(?:senden|schicken)|übermitteln|einreichen|"
    r"bearbeiten|beauftragen|überweisen|reparieren|kommentieren|einzahlen|begleichen|erstatten|gutschreiben|anfertigen|herstellen|"
    r"liefern|nachliefern|nachbessern|beheben|beseitigen|austauschen|auszutauschen|ersetzen|umbauen|einbauen|einzubauen|anbringen|"
    r"anzubringen|montieren|streichen|kalkulieren|anbieten|entwerfen|gestalten|übersetzen|drucken|abholen|abzuholen|"
    r"ansehen|anzusehen|anschauen|anzuschauen|begutachten|besorgen"
)
_MAKES_DE = (  # machen, fertigen: made to order for the one who asks
    r"(?:könn(?:t?en\s+Sie)|würden\s+Sie)\s+(?:mir|uns)\s+(?:bitte\s+)?(?!das\b|etwas\b|was\b|nichts\b|eine?n?\s+(?:\w+\s+)?(?:gefallen|freude|foto|"
    r"vorschlag|termin)|hoffnung|mut\b|sorgen|angst)(?:[^\s.!?;:]+\s+){1,8}?(?:machen|bauen|nähen|backen|schneidern|schreinern|fertigen)"
)
_BIDS_DE = (  # imperatives with a please beside them, to one reader and to many
    r"(?:schauen|kümmern|tauschen|liefern|bauen|zahlen|reparieren|beheben|erstatten|ersetzen|streichen|"
    r"drucken|übersetzen|überprüfen|kontrollieren|füllen)\s+Sie\s+(?:[^\s.!?;:]+\s+){0,5}?bitte|"
    r"(?:überweist|zahlt|bezahlt|schickt|sendet|prüft|erledigt|unterschreibt|korrigiert|ergänzt|erstellt|füllt|tragt|reicht|liefert)\s+"
    r"(?:(?:mir|uns|es|das|euch)\s+)?bitte|bitte\s+(?:überweist|zahlt|bezahlt|prüft|erledigt|unterschreibt|korrigiert|ergänzt|erstellt|tragt|liefert)"
)
_WORK_EN = (
    r"review|approve|sign|complete|fill\s+(?:in|out)|revise|prepare|draft|update|proofread|check|send|provide|"
    r"submit|correct|finali[sz]e|finish|compile|put\s+together|return|edit|comment\s+on|repair|replace|fix|mend|refund|transfer|"
    r"pay|deliver|make\s+(?:me|us)|build|print|translate|install|collect|come\s+and\s+(?:look|see|repair|fix)|have\s+a\s+look\s+at"
)
_WORK = {
    "de": lazy(
        rf"\b(?:bitte\b(?!\s+(?:um|beachten|entschuldig))(?:\s+(?!nicht\b)[^\s.!?;:]+){{0,14}}?\s+(?:{_WORK_DE})\b|"
        r"(?:prüfen|schicken|senden|erledigen|unterschreiben|überarbeiten|korrigieren|ergänzen|erstellen|bearbeiten|"
        r"überweisen|übersenden)\s+Sie\s+(?:mir\s+|uns\s+)?bitte\b|bitte\s+(?:prüf|schick|send|erledig|unterschreib|"
        r"überarbeit|korrigier|ergänz|erstell)(?:e|en\s+Sie)?\b|"
        rf"(?:könn(?:t?en\s+Sie|test\s+du)|kannst\s+du|würden\s+Sie|würdest\s+du)(?:\s+(?!nicht\b)[^\s.!?;:]+){{0,14}}?\s+"
        rf"(?:{_WORK_DE})\b|{_MAKES_DE}\b|{_BIDS_DE}\b|bitten?\s+(?:ich|wir)?\s*(?:Sie\s+|dich\s+)?um\s+(?:\w+\s+){{0,2}}?(?:Prüfung|Durchsicht|Freigabe|"
        r"Zusendung|Übersendung|Erledigung|Bearbeitung|Unterschrift|Korrektur|Überarbeitung|Genehmigung|Ergänzung)\b)",
        re.IGNORECASE,
    ),
    "en": lazy(
        rf"\b(?:please\s+(?:also\s+|kindly\s+)?(?:{_WORK_EN})|(?:could|can|would|will)\s+you\s+(?:please\s+|kindly\s+|also\s+|"
        rf"possibly\s+)?(?:{_WORK_EN})|(?:{_WORK_EN})\s+(?:\w+\s+){{1,6}}please)\b",
        re.IGNORECASE,
    ),
}
_SMALL = lazy(
    r"\b(?:bestätig\w*|kurz\w*|bescheid|mal|einfach|adresse|nummer|telefonnummer|link|info|infos|foto\w*|fotos|nachricht|e-?mail|mail|"
    r"antwort\w*|rückmeldung|erhalt|confirm\w*|know|quick\w*|note|e-?mail|link|address|number|names?|copy|copies|word|message|"
    r"reply|it\s+(?:to|on)|this\s+(?:to|on)|resend|again|noch\s*mal\w*|erneut|attached|attachment|below|following|enclosed|"
    r"if|wenn|falls|sollte\w*|any|out|information|see|in\s+with|in\s+on|out\s+the|your\s+thanks|my\s+(?:regards|best|love)|"
    r"best\s+wishes|regards|grüße)\b",
    re.IGNORECASE,
)
_MOST = 20
_MANY = 6
_HINTS = ("bitte", "könn", "kannst", "würde", "please", "could you", "can you", "would you", "will you")
_SENDS = lazy(r"schick|send|übermittel|provide|return", re.IGNORECASE)
_TAKES_TIME = lazy(
    r"\b(?:unterlagen|entw[uü]rfe?\w*|bericht\w*|\w*angebote?s?|kalkulation\w*|auswertung\w*|konzept\w*|ersatz\w*|zeichnung\w*|"
    r"pläne|\w*fassung|gutachten|protokoll|\w*verträge|unterschrieben\w*|draft\w*|report\w*|proposal\w*|quote|quotation|offer|"
    r"documents|analysis|figures|drawings|minutes|signed|version|replacement\w*)\b",
    re.IGNORECASE,
)
_URGENT = lazy(
    r"\b(?:sofort|umgehend|unverzüglich|eilt|dringend|frist\w*|deadline|zeitnah|spätestens|asap|immediately|urgent\w*|"
    r"(?:wie|als|as)\s+(?:möglich|possible)|convenience|soon|bald\w*|keine\s+eile|in\s+ruhe|no\s+(?:rush|hurry))\b",
    re.IGNORECASE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first request for work, if nothing in the message or below it says anything about when."""
    if not mentions(message.parts.body_text, _HINTS) or (
        is_relaxed(message, context.thread) and not _goes_round(message)
    ):
        return
    text = message.searchable("body").unquoted
    if len(text.split()) < context.number("min-words"):
        return
    match = next(
        (found for found in islice(_WORK[message.base_language].finditer(text), _MOST) if _is_work(text, found)), None
    )
    if match is None or has_time(paragraph_at(text, match.start()).of(text)):
        return
    answered = message.answers.text if message.answers is not None else ""
    if has_date(f"{message.headers.subject or ''}\n{message.text}\n{answered}") or _URGENT.search(text):
        return
    yield _hit(message, text, match)


def _goes_round(message: Message) -> bool:
    """To so many that hardly two of them know the same of the writer's plans."""
    return message.channel is not Channel.MESSENGER and len(message.headers.recipients) >= _MANY


def _is_work(text: str, match: re.Match[str]) -> bool:
    sentence = sentence_at(text, match.start(), match.end()).of(text)
    if _SENDS.search(match.group()) is not None and _TAKES_TIME.search(sentence) is None:
        return False
    return _SMALL.search(sentence) is None


def _hit(message: Message, text: str, match: re.Match[str]) -> Hit:
    sentence = sentence_at(text, match.start(), match.end())
    day = last_day(message)
    better = f" Ich brauche es {day}." if message.base_language == "de" else f" I need it {day}."
    return Hit(
        span=Span(*match.span()),
        values={"request": " ".join(match.group().split())},
        confidence=0.6,
        suggestions=(Suggestion(better, Span(sentence.end, sentence.end)),),
    )


RULE = Rule(
    id="request.no-deadline",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Bitte ohne Termin", "a request without a date"),
    message=Text(
        "Bis wann? Zu „{request}“ steht in der ganzen Mail keine Zeit.",
        "By when? The mail says nothing of a time for “{request}”.",
    ),
    why=Text(
        "Ohne Tag ordnet der Leser die Arbeit hinten ein, oder er fragt zurück. Ein Datum erspart beiden die Nachfrage.",
        "Without a day the reader puts the work last, or asks back. A date saves both a question.",
    ),
    source="own observation: requests that are answered by “by when?”",
    check=check,
    options=(Option("min-words", 12, Text("kürzere Mails bleiben unbeachtet", "shorter mails are left alone")),),
    limits=Text(
        "Nur Bitten um Arbeit, die Zeit braucht; nicht unter Kollegen, beim Du oder im Chat, und nicht, wo im Verlauf ein Datum steht.",
        "Only requests for work that takes time; not among colleagues, on first-name terms or in a chat, and not where the thread names a date.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Entwurf für das Faltblatt liegt im gemeinsamen Ordner. Bitte "
                    "lassen Sie die Texte von Ihrer Rechtsabteilung prüfen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Bitte lassen Sie die Texte von Ihrer Rechtsabteilung prüfen",
                    better=" Ich brauche es bis Freitag, 6. März.",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Preisliste steht im gemeinsamen Ordner. Könnten Sie die Spalte "
                    "mit den Staffelpreisen ergänzen?\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Könnten Sie die Spalte mit den Staffelpreisen ergänzen",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder überarbeitete Vertrag mit allen Änderungen liegt im Ordner. "
                    "Ich bitte Sie um Freigabe.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="bitte Sie um Freigabe",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nauf dem Fest habe ich Ihre grünen Krüge gesehen und seither nicht vergessen. Könnten Sie mir zwölf Krüge wie auf dem Fest machen?\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Könnten Sie mir zwölf Krüge wie auf dem Fest machen",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndas Tor, das Sie uns gebaut haben, hängt schief und schleift am Boden. Schauen Sie sich das doch bitte an und nennen mir den Preis.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Schauen Sie sich das doch bitte",
                ),
                Example(
                    "Liebe Mitglieder,\n\nsoweit noch nicht geschehen, überweist bitte den Beitrag von 30 Euro auf unser Konto; die IBAN kennt ihr aus dem letzten Brief.\n\nViele Grüße\nTom Weiß",
                    headers=True,
                    from_="Tom Weiß <tom@example.com>",
                    to=tuple(f"Mitglied {number} <mitglied{number}@example.org>" for number in range(1, 9)),
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Entwurf für das Faltblatt liegt im gemeinsamen Ordner. Bitte "
                    "lassen Sie die Texte bis Freitag prüfen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Entwurf für das Faltblatt liegt im gemeinsamen Ordner. Bitte "
                    "beachten Sie, dass die Preise netto sind.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Entwurf für das Faltblatt liegt im gemeinsamen Ordner. Bitte "
                    "bestätigen Sie mir kurz den Erhalt.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\nder Entwurf für das Faltblatt liegt im Ordner. Kannst du die Texte bitte "
                    "prüfen?\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Entwurf liegt im Ordner, wie gewünscht. Bitte lassen Sie die "
                    "Texte von der Rechtsabteilung prüfen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    answered="Sehr geehrter Herr Weiß,\n\nwir brauchen den Entwurf bis 12. März.\n\nMit freundlichen Grüßen\nAnna Meyer",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Wohnung ist vermietet. Bitte entschuldigen Sie, dass wir Ihnen "
                    "die Unterlagen nicht mehr schicken.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nkönnten Sie mir einen Vorschlag machen, wie wir die Sache am besten angehen? Ich habe damit keine Erfahrung.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nnehmen Sie bitte den Eingang im Hof, vorn wird gebaut, und die Klingel ist links neben der grünen Tür.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\nüberweist du mir bitte die 20 Euro für das Geschenk? Anna hat sich sehr gefreut und lässt dich herzlich grüßen.\n\nViele Grüße\nTom"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nThe draft of the leaflet is in the shared folder. Could you review the texts "
                    "with your lawyers?\n\nKind regards,\nTom White",
                    flagged="Could you review",
                    better=" I need it by Friday, 6 March.",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe revised contract with all our changes is in the shared folder. Please "
                    "sign the last page.\n\nKind regards,\nTom White",
                    flagged="Please sign",
                    better=" I need it by Friday, 6 March.",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe gate that you built for us hangs askew and drags on the ground. Could you please repair the hinges and the lower beam?\n\nKind regards,\nTom White",
                    flagged="Could you please repair",
                    relationship=Relationship.NONE,
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nThe draft of the leaflet is in the shared folder. Could you review the texts "
                    "by Friday?\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe draft of the leaflet is in the shared folder. Please note that the "
                    "prices are net.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe draft of the leaflet is in the shared folder. Please confirm that you "
                    "can open it.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe draft of the leaflet is in the shared folder. There is no rush. Could "
                    "you review the texts with your lawyers?\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe draft of the leaflet is in the folder. Please return the signed copy "
                    "when you have finished.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease use the entrance in the yard, as the front is being rebuilt, and the bell is next to the green door.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
