"""attachment.missing: the text promises an attachment, and none is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Attachment, Message
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_PROMISES = {
    "de": lazy(
        r"\b(?:anbei|im\s+anhang|in\s+der\s+anlage|als\s+anlage|als\s+anhang|im\s+attachment|(?:ist|sind|liegt|"
        r"liegen|habe|haben|hab|wurde|wurden)\b[^.!?\n]{0,60}\b(?:beigefügt|angehängt|angefügt|bei(?=\s*[.!]))"
        r"|beigefügt(?:e[rsnm]?)?\s+(?:finden|erhalten|sende|übersende|schicke|datei|unterlage\w*|dokument\w*|"
        r"rechnung|angebot|pdf|formular|vertrag)|(?:beiliegend|angehängt)\w*\s+(?:finden|erhalten|sende|datei|"
        r"unterlage\w*|dokument\w*)"
        r"|(?:hänge|füge|lege)\b[^.!?\n]{0,60}\b(?:an|bei)\b(?=\s*[.!,\n]|\s*$)"
        r"|(?:habe|haben|hab)\b[^.!?\n]{0,80}\b(?:mitgeschickt|mitgesendet|mitgesandt|drangehängt|drangehangen|beigelegt|dazugelegt|dazugehängt|reingehängt|"
        r"angeheftet|hinzugefügt)(?=\s*[.,!;]|\s+und\b)"
        r"|(?:schicke|sende|maile)\s+(?:ich|wir)?\s*(?:ihnen|dir|euch)\b[^.!?\n]{0,80}\b(?:mit\s+dieser\s+(?:e-?)?mail|(?:gleich\s+|hier\s+|direkt\s+)mit(?=\s*[.!,]))"
        r"|(?:liegt|liegen|hängt|hängen)\s+(?:dieser|der)\s+(?:e-?)?mail\s+(?:bei|an)\b"
        r"|(?:hier|dazu)\s+(?:die|das|der|den|unser\w*|mein\w*)\s+[^.!?\n]{0,40}\bals\s+(?:pdf|word|excel|datei)\b(?=[^.!?\n]{0,20}[.!])"
        r"|(?:hängt|hängen)\s+(?:unten\s+|hier\s+)?(?:an|dran)(?=\s*[.!])|s(?:iehe|\.)\s+(?:anhang|anlage))",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:(?:please\s+)?(?:see|find)\s+(?:the\s+)?(?:attached|enclosed)|(?:is|are)\s+(?:attached|enclosed)|"
        r"attached\s+(?:is|are|please|you(?:'ll| will)|find|to this|file|document|hereto)|"
        r"(?:enclosed|attached)\s+(?:please\s+find|(?:is|are)\s+the)|pfa\b|"
        r"i(?:['’]ve| have)?\s+(?:attached|enclosed)|i(?:['’]m| am)\s+(?:attaching|enclosing)|we(?:['’]ve| "
        r"have)?\s+(?:attached|enclosed)|(?:i|we)\s+enclose|(?:i|we)\s+attach\s+(?:the|an?|my|our|his|her|their)|"
        r"(?:in|as)\s+(?:the|an)\s+attachment|the\s+attached\s+\w+|here(?:['’]s| "
        r"is)\s+the\s+attachment|here(?:['’]s|\s+is|\s+are)\s+[^.!?()\n]{1,60}\((?:see\s+)?attached(?=\))|"
        r"(?:you(?:['’]ll|\s+will|\s+can)\s+find)\s+[^.!?\n]{1,60}\s+(?:attached|enclosed)(?!\s+to\b)|"
        r"(?:sending|send|sent)\s+you\s+[^.!?\n]{1,60}\s+(?:with|along\s+with)\s+this\s+(?:e-?mail|message|note)|"
        r"(?:i|we)(?:['’]ve|\s+have)\s+(?:included|put\s+in|added)\s+[^.!?\n]{1,60}\s+(?:as\s+an?\s+(?:pdf|word|excel|file)|with\s+this\s+(?:e-?mail|message))|"
        r"(?:comes?|goes|travels?)\s+with\s+this\s+(?:e-?mail|message)|"
        r"the\s+attachments?\s+(?:contains?|includes?|shows?|lists?)|see\s+attachment)\b",
        re.IGNORECASE,
    ),
}
_NOT_PROMISED = lazy(
    r"\b(?:ohne|kein\w*|fehlt\w*|vermisse\w*|(?:in|aus|von|zu|mit)\s+(?:ihr|dein|eur)\w*\s+(?:anhang|anlage|mail|"
    r"e-mail)|ihr\w*\s+anhang|nicht\s+(?:angehängt|beigefügt|öffnen)|hatte\w*|letzte\w*\s+mail|vergessen|"
    r"nachreichen|per\s+(?:kurier|paket|fax|whatsapp)|(?:im|dem|der|ihrer|die|das)\s+(?:paket|päckchen|karton|umschlag|brief|tüte|ware|lieferung|kiste|sendung|bestellung)|letzte\w*\s+woche|gestern|(?:im|beim)\s+nächsten?|nächstes\s+mal|mit\s+der\s+(?:brief)?post|per\s+post|"
    r"(?:haben\s+sie|hast\s+du|habt\s+ihr|hatten\s+sie)\b[^.!?\n]{0,80}(?:angehängt|beigefügt|angefügt|anhang|anlage)|"
    r"(?:im|den|dem|der)\s+(?:anhang|anlage)\s+(?:(?:ihre[rs]|deine[rs]|eure[rs]|seine[rs]|des|vom)\b|"
    r"(?:der|zu\w*)\s+(?:letzten\s+)?(?:\w*mail|nachricht|\w*ordnung|\w*vertrag\w*|satzung)\b|[A-Z]?\d+\b)|"
    r"in\s+der\s+anlage\s+(?:(?:das|der|die|den|alle|wieder)\s+){0,2}(?:wasser|strom|hecken?|wege?|tore?)\b|"
    r"häng\w*\s+(?:\w+\s+){0,2}(?:an\s+(?:der|dem|den|einem|einer|meine\w*|unsere\w*|diese\w*)\b)|"
    r"no|not|without|forgot\w*|missing|couldn't|can't|cannot\s+open|(?:you|did\s+you)\s+(?:sent|attach\w*|enclosed?)|"
    r"your\s+attach\w*|have\s+you|"
    r"previous|earlier|will\s+(?:send|attach|follow)|wird\s+nachgereicht|folgt|später)\b",
    re.IGNORECASE,
)
_REQUEST = lazy(
    r"\b(?:(?:senden|schicken|übersenden|reichen|fügen|legen|hängen|laden|mailen|geben)\s+sie|"
    r"(?:sende?|schicke?|füge?|lege?|hänge?|maile?)\s+(?:mir|uns|bitte)|zurück\w*|"
    r"(?:send|return|mail)\s+(?:us|me|it|them|the)|please\s+(?:attach|return|send|add|include))\b",
    re.IGNORECASE,
)
_GIVEN = lazy(
    r"\b(?:(?:finden|erhalten|bekommen)\s+sie|(?:findest|bekommst|erhältst)\s+du|anbei|"
    r"(?:sende|schicke|übersende|hänge|füge|lege|habe)\s+ich|"
    r"(?:senden|schicken|übersenden|haben)\s+wir|find|see|(?:attached|enclosed)\s+(?:is|are|please|you)|"
    r"(?:i|we)(?:\s+have|['’]ve)?\s+(?:attach\w*|enclose\w*)|the\s+attached)\b",
    re.IGNORECASE,
)
_LETTER_OF_THEIRS = lazy(r"\s+(?:zu|zum|zur|an)\s+(?:unser|mein|ihr|dein|d(?:em|er|en)\b|dies)\w*", re.IGNORECASE)
_LINK = lazy(r"https?://|www\.|\bshare(?:point|d)|dropbox|onedrive|google drive|<<[^<>]+>>", re.IGNORECASE)
_NEAR = 200
_POSTSCRIPT = lazy(r"^[ \t]*(?:p\.?\s?){1,2}s\b[.:]?[^\n]*(?:\n[^\n]+){0,3}", re.IGNORECASE | re.MULTILINE)
_CARD_OR_DATE = lazy(
    r"\b(?:visitenkarte\w*|v-?cards?|kontaktdaten|business cards?|contact details|termin\w*|einladung\w*|"
    r"kalender\w*|invit\w*|meeting|appointment|calendar\w*)\b",
    re.IGNORECASE,
)
_CARDS_AND_DATES = ("text/vcard", "text/x-vcard", "text/directory", "text/calendar", "application/ics")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the words that promise, if it is known that no file is there and no link stands by them."""
    if message.attachments is None or any(not file.inline for file in message.attachments):
        return
    text = without_quotations(_said(message))
    for match in _PROMISES[message.base_language].finditer(text):
        sentence = _sentence_around(text, match)
        if _NOT_PROMISED.search(sentence) or (_REQUEST.search(sentence) and not _GIVEN.search(sentence)):
            continue
        if _LETTER_OF_THEIRS.match(text, match.end()):
            continue
        if _LINK.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
            return
        if _CARD_OR_DATE.search(sentence) and _has_card_or_date(message):
            continue
        yield Hit(span=Span(*match.span()), values={"words": " ".join(match.group().split())}, confidence=0.85)
        return


def _said(message: Message) -> str:
    """The body, and what is said in a postscript behind the closing."""
    parts = message.parts
    text = parts.body_text
    if parts.closing is None:
        return text
    for match in _POSTSCRIPT.finditer(parts.own_text, parts.closing.span.end):
        text = text[: match.start()] + match.group() + text[match.end() :]
    return text


def _has_card_or_date(message: Message) -> bool:
    return any(
        file.content_type.lower() in _CARDS_AND_DATES or file.filename.lower().endswith((".vcf", ".ics"))
        for file in message.attachments or ()
    )


def _sentence_around(text: str, match: re.Match[str]) -> str:
    start = max((text.rfind(mark, 0, match.start()) for mark in (".", "!", "?", "\n\n")), default=-1)
    ends = [at + 1 for mark in (". ", "!", "?", ".\n", "\n\n") if (at := text.find(mark, match.end())) >= 0]
    return " ".join(text[start + 1 : min(ends, default=len(text))].split())


RULE = Rule(
    id="attachment.missing",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("Anhang fehlt", "attachment missing"),
    message=Text(
        "Der Text kündigt einen Anhang an („{words}“), es hängt aber nichts an.",
        "The text promises an attachment (“{words}”), but there is none.",
    ),
    why=Text(
        "Der Empfänger sucht, fragt nach und wartet; die zweite Mail „jetzt mit Anhang“ kennt jeder.",
        "The reader looks for it, asks back and waits; everybody knows the second mail “now with the attachment”.",
    ),
    source="what Thunderbird, neomutt, aerc and Gmail check, without their false alarms on quotes, signatures and "
    "legal notices",
    check=check,
    limits=Text(
        "Nur bei Mails, deren Anhänge bekannt sind; ein Link in der Nähe genügt als Anhang.",
        "Only for mails whose attachments are known; a link close by counts as an attachment.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example("Hallo Anna,\n\nanbei die Rechnung.\n\nGruß\nTom", attachments=(), flagged="anbei"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndas Angebot finden Sie im Anhang.\n\nMit freundlichen Grüßen\nTom "
                    "Weiß",
                    attachments=(),
                    flagged="im Anhang",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nim Anhang finden Sie das Formular; bitte senden Sie es "
                    "zurück.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example("Hallo Anna,\n\ndie Präsentation hängt an.\n\nGruß\nTom", attachments=(), flagged="hängt an"),
                Example(
                    "Hallo Anna,\n\ndanke für das Gespräch. Ich melde mich.\n\nGruß\nTom\n\nP.S.: Anbei noch das Foto.",
                    attachments=(),
                    flagged="Anbei",
                ),
                Example(
                    "Hallo Anna,\n\nim Anhang der Bericht.\n\nGruß\nTom",
                    attachments=(Attachment("logo.png", "image/png", inline=True),),
                    flagged="im Anhang",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie beiden Entwürfe habe ich Ihnen als PDF mitgeschickt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Grundriss liegt dieser Mail bei.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte senden Sie uns das Formular unterschrieben im Anhang zurück.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nam Samstag wird in der Anlage das Wasser abgestellt, ab neun Uhr."
                    "\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte fügen Sie den Nachweis als Anlage bei.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhaben Sie die Datei beigefügt?\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Preise stehen im Anhang 2 des Vertrags.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Liste war als Anlage zu unserem Schreiben mit der Post unterwegs.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example("Hallo Anna,\n\nden Plan hänge ich dir beim nächsten Mal an.\n\nGruß\nTom", attachments=()),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nim Anhang Ihrer E-Mail steht eine andere Summe.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example("Hallo Anna,\n\nich hänge sehr an der alten Lösung.\n\nGruß\nTom", attachments=()),
                Example(
                    "Hallo Anna,\n\nmeine Visitenkarte ist im Anhang.\n\nGruß\nTom",
                    attachments=(Attachment("tom.vcf", "text/vcard", inline=True),),
                ),
                Example("Hallo Anna,\n\nanbei die Rechnung.\n\nGruß\nTom"),
                Example(
                    "Hallo Anna,\n\ndie Datei in deinem Anhang lässt sich nicht öffnen.\n\nGruß\nTom",
                    attachments=(),
                ),
                Example("Hallo Anna,\n\nanbei der Link: https://example.com/bericht\n\nGruß\nTom", attachments=()),
                Example("Hallo Anna,\n\nwir kaufen eine Anhängerkupplung.\n\nGruß\nTom", attachments=()),
                Example(
                    "Hallo Anna,\n\ndanke!\n\nGruß\nTom\n\nAm 03.03.2026 um 14:12 schrieb Anna Meyer "
                    "<anna@example.com>:\n> anbei die Rechnung",
                    attachments=(),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Schlüssel habe ich Ihnen im Paket mitgeschickt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Lieferung habe ich ein Muster beigelegt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Hi Anna,\n\nplease find attached the invoice.\n\nBest regards,\nTom",
                    attachments=(),
                    flagged="please find attached",
                ),
                Example(
                    "Hi Anna,\n\nI have attached the report.\n\nBest regards,\nTom",
                    attachments=(),
                    flagged="I have attached",
                ),
                Example("Hi Anna,\n\nPFA the minutes.\n\nBest regards,\nTom", attachments=(), flagged="PFA"),
                Example(
                    "Hi Anna,\n\nhere's the updated deck (attached).\n\nBest regards,\nTom",
                    attachments=(),
                    flagged="here's the updated deck (attached",
                ),
                Example(
                    "Hi Anna,\n\nthe attachment contains the figures.\n\nBest regards,\nTom",
                    attachments=(),
                    flagged="the attachment contains",
                ),
                Example(
                    "Hi Anna,\n\nenclosed please find the contract.\n\nBest regards,\nTom",
                    attachments=(),
                    flagged="enclosed please find",
                ),
                Example(
                    "Dear Ms Meyer,\n\nYou will find the plan attached.\n\nKind regards,\nTom White", attachments=()
                ),
                Example(
                    "Dear Ms Meyer,\n\nI am sending you the figures with this email.\n\nKind regards,\nTom White",
                    attachments=(),
                ),
            ),
            good=(
                Example("Hi Anna,\n\nplease return the form as an attachment.\n\nBest regards,\nTom", attachments=()),
                Example("Hi Anna,\n\nhave you attached the file?\n\nBest regards,\nTom", attachments=()),
                Example(
                    "Hi Anna,\n\nthe invitation is attached.\n\nBest regards,\nTom",
                    attachments=(Attachment("invite.ics", "text/calendar", inline=True),),
                ),
                Example(
                    "Hi Anna,\n\nI forgot to send the file; it is not attached yet.\n\nBest regards,\nTom",
                    attachments=(),
                ),
                Example("Hi Anna,\n\nI am quite attached to that idea.\n\nBest regards,\nTom", attachments=()),
                Example("Hi Anna,\n\nthe report you attached is fine.\n\nBest regards,\nTom", attachments=()),
                Example(
                    "Dear Ms Meyer,\n\nYou will find the shed attached to the house.\n\nKind regards,\nTom White",
                    attachments=(),
                ),
                Example("Dear Ms Meyer,\n\nThe key comes with the flat.\n\nKind regards,\nTom White", attachments=()),
            ),
        ),
    },
)
