"""placeholder.draft-mark: a note to oneself, a gap, the word ENTWURF, left in what goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_NOTE_SIGNS = ("[", "(")
_GAP_SIGNS = ("??", "…", "...", "XX", "xx", "__")
_MARK_SIGNS = ("ENTWURF", "DRAFT")
_NOTE = lazy(
    r"\[(?:(?:bitte|noch|hier|muss|Achtung:?)[ \t]+)+(?:zu[ \t]+)?(?:prüfen|überprüfen|gegenprüfen|ergänzen|klären|anpassen|"
    r"aktualisieren|einfügen|einsetzen|eintragen|nachtragen|checken|verifizieren)[ \t]*[!?]*\]"
    r"|\[(?:prüfen|ergänzen|klären|anpassen|check|verify)[ \t]*!+\]"
    r"|\[[^\[\]\n]{1,40}[ \t](?:einfügen|einsetzen|eintragen|nachtragen)[ \t]*!*\]"
    r"|\[please[ \t]+(?:check|verify|complete|fill[ \t]+in)[ \t]*[!?]*\]"
    r"|\[to[ \t]+be[ \t]+(?:completed|checked|added|inserted|verified)\]"
    r"|\[(?:insert|fill[ \t]+in)[ \t]+[^\[\]\n]{1,40}\]"
    r"|\((?:(?:hier|bitte|noch)[ \t]+){0,3}(?:[A-ZÄÖÜ][\wäöüß-]+[ \t]+){1,2}(?:(?:hier|bitte|noch)[ \t]+){0,3}"
    r"(?:einsetzen|einfügen|nachtragen|eintragen)[ \t]*!*\)"
    r"|\((?:noch|muss[ \t]+noch|hier[ \t]+noch)[ \t]+(?:[A-ZÄÖÜ][\wäöüß-]+[ \t]+)?(?:prüfen|klären|ergänzen|nachtragen|"
    r"anpassen)[ \t]*!*\)"
    r"|\((?:insert|fill[ \t]+in)[ \t]+(?:the[ \t]+)?\w+(?:[ \t]+here)?\)|\((?:check|prüfen|klären)[ \t]*!+\)",
    re.IGNORECASE,
)
_MEASURE = r"(?:Uhr|Euro|EUR|€|Prozent|%|Stück|o['’]clock|percent|a\.?m\.|p\.?m\.|USD|GBP)(?!\w)"
_GAP = lazy(
    rf"(?<=\s)(?:\?{{2,3}}|…+|\.{{3,}}|(?:xx|XX)(?:[:.,](?:xx|XX))?|_{{2,}})[ \t]*{_MEASURE}"
    r"|(?<=\s)(?:am|um|vom|bis zum|Herrn?|Frau|Nr\.|Betrag:|Preis:|Datum:|Termin:|Uhrzeit:)[ \t]+(?P<unknown>\?{2,3})(?=[ \t]*(?:\w|,|\n))"
    r"|(?<=\s)(?:on|at|until|Mr\.?|Ms\.?|amount:|price:|date:)[ \t]+(?P<missing>\?{2,3})(?=[ \t]*(?:[a-z]|,))"
    r"|(?<![\w_])_{2,4}[ \t]?\.[ \t]?_{2,4}[ \t]?\.(?:[ \t]?(?:20)?(?:\d\d|_{2,4}))?"
    r"|(?<![\w.])(?:(?:XX|xx)\.(?:XX|xx|\d\d)\.|\d\d\.(?:XX|xx)\.)(?:20\d\d|XX|xx)?(?![\w.])"
)
_MARK_LINE = lazy(r"^[ \t]*[-*=#_<>\[(]*[ \t]*(?P<mark>ENTWURF|DRAFT)[ \t]*[-*=#_<>\])]*[ \t]*(?:\n|\Z)", re.MULTILINE)
_MARK_IN_SUBJECT = lazy(
    r"^[ \t]*(?:\[(?P<a>Entwurf|Draft)\]|\((?P<b>Entwurf|Draft)\)|(?P<c>ENTWURF|DRAFT)\b[ \t]*[:–-])"
)
_ABOUT_A_DRAFT = lazy(
    r"entw[uü]rf|\bdraft|durchsicht|prüf|anmerkung|feedback|rückmeldung|kommentar|korrektur|gegenles|korrekturles|"
    r"review|comment|freigabe|vorschlag|version|fassung|proofread|mark-?up|redline",
    re.IGNORECASE,
)
_FORM = lazy(
    r"ausfüll|\bfüll\w*\b[^.!?\n]{0,60}\baus\b|auszufüllen|ankreuz|antwortformular|antwortbogen|zurück(?:senden|schicken)|unterschrift|zutreffendes|"
    r"formular|vordruck|muster|vorlage|platzhalter|fill\s+(?:in|out)|signature:|template|placeholder|tick\s+the",
    re.IGNORECASE,
)
_MANY = 4
_INDENT = 4


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every mark of a draft in subject and own text; forms and talk about drafts are left alone."""
    yield from _in_subject(message)
    yield from _in_text(message)


def _in_subject(message: Message) -> Iterator[Hit]:
    subject = message.headers.subject or ""
    mark = _MARK_IN_SUBJECT.search(subject) if subject else None
    if mark is not None and not _is_about_a_draft(message):
        yield _hit(Span(*mark.span(mark.lastgroup or 0)), subject, "subject")
    padded = f" {subject}"  # a gap stands behind a blank
    for match in _notes_and_gaps(padded):
        place = _place(match)
        yield _hit(Span(place.start - 1, place.end - 1), subject, "subject")


def _in_text(message: Message) -> Iterator[Hit]:
    own = message.parts.own_text
    found = list(_notes_and_gaps(own))
    marked = any(sign in own for sign in _MARK_SIGNS)
    if not found and not marked:
        return
    quieted = without_quotations(own)
    mark = _MARK_LINE.search(quieted) if marked else None
    if mark is not None and not _is_about_a_draft(message):
        yield _hit(Span(*mark.span("mark")), own)
    if len(found) >= _MANY or _FORM.search(own):
        return
    for place in map(_place, found):
        is_link = own[place.end : place.end + 1] == "("  # in Markdown
        if place.of(quieted) == place.of(own) and not is_link and not _is_indented(own, place.start):
            yield _hit(place, own)


def _notes_and_gaps(text: str) -> Iterator[re.Match[str]]:
    """Looked for only where one of their signs stands: most texts have none."""
    for pattern, signs in ((_NOTE, _NOTE_SIGNS), (_GAP, _GAP_SIGNS)):
        if any(sign in text for sign in signs):
            yield from pattern.finditer(text)


def _is_about_a_draft(message: Message) -> bool:
    """Somebody is asked for an opinion, or gets the draft as a file."""
    own = message.parts.own_text
    return bool(message.attachments) or _ABOUT_A_DRAFT.search(_MARK_LINE.sub("\n", own)) is not None


def _place(match: re.Match[str]) -> Span:
    """The gap itself, where the expression also takes the word before it."""
    return Span(*match.span(match.lastgroup or 0))


def _is_indented(own: str, offset: int) -> bool:
    """In a block set off by blanks: a form or an example."""
    return own[own.rfind("\n", 0, offset) + 1 : offset].startswith((" " * _INDENT, "\t"))


def _hit(span: Span, text: str, part: str | None = None) -> Hit:
    return Hit(span=span, part=part, values={"mark": " ".join(span.of(text).split())}, confidence=0.8)


RULE = Rule(
    id="placeholder.draft-mark",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Spur des Entwurfs", "trace of the draft"),
    message=Text(
        "Das sieht aus wie ein Rest des Entwurfs: „{mark}“", "This looks like a remnant of the draft: “{mark}”"
    ),
    why=Text(
        "Der Leser weiß nicht, ob der Text schon gilt, und bekommt eine Lücke, wo er eine Angabe braucht.",
        "The reader does not know whether the text already holds, and gets a gap where a fact is needed.",
    ),
    source="own observation: notes to oneself and gaps that writers leave while they still look something up",
    check=check,
    supersedes=frozenset({"tone.shouting", "form.space"}),
    limits=Text(
        "Schweigt, wenn die Nachricht von einem Entwurf oder einem Formular handelt. Klammern mit Feldnamen "
        "(„[Name]“, „XX.XX.2026“) meldet placeholder.leftover.",
        "Silent where the message is about a draft or a form. Brackets with field names (“[Name]”, “XX.XX.2026”) are "
        "reported by placeholder.leftover.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Preis beträgt 4.500 Euro [bitte prüfen] und gilt bis Ende Mai.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="[bitte prüfen]",
                ),
                Example(
                    "Hallo Anna,\n\nwir treffen uns um ??? Uhr vor dem Rathaus in Kassel.\n\nViele Grüße\nTom",
                    flagged="???",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Lieferung kostet (Versandkosten einsetzen) und kommt am Montag.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="(Versandkosten einsetzen)",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir liefern am __.__.2026 frei Haus zu Ihnen.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="__.__.2026",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir freuen uns auf Ihren Besuch am Montag.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    subject="ENTWURF: Ihr Besuch am Montag",
                    flagged="ENTWURF",
                ),
                Example(
                    "Hallo Anna,\n\nwir treffen uns gegen …… Uhr vor dem Rathaus in Kassel.\n\nViele Grüße\nTom",
                    flagged="…… Uhr",
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nanbei der Vertrag, schau bitte einmal drüber. Ich freue mich über deine Anmerkungen."
                    "\n\nViele Grüße\nTom",
                    subject="ENTWURF: Vertrag mit der Stadt",
                ),
                Example(
                    "Hallo Anna,\n\nbitte füll den Bogen aus und schick ihn zurück:\n\nIch komme um ____ Uhr mit ____ "
                    "Personen am __.__.2026.\n\nViele Grüße\nTom"
                ),
                Example("Hallo Anna,\n\ner schreibt: „Die Sache [...] ist um … Uhr erledigt.“\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nder Stand: Vertrag [offen], Plan [prüfen], Ort [tbd].\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nwas machst du am Freitag ??\n\nViele Grüße\nTom"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nanbei die Rechnung (bitte prüfen), sie ist am 4. Mai fällig.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\nhast du die Größe XXL noch da? Ich warte ... Uhrmacher bin ich keiner.\n\nViele Grüße\nTom"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe price is 4,500 pounds [please check] and holds until the end of May.\n\n"
                    "Kind regards,\nTom White",
                    flagged="[please check]",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe will meet you at the station at ??? on Monday.\n\nKind regards,\nTom White",
                    flagged="???",
                ),
                Example(
                    "Dear Ms Parker,\n\nthe discount is XX % if you order by Friday.\n\nKind regards,\nTom White",
                    flagged="XX %",
                ),
            ),
            good=(
                Example("Hi Anna,\n\nthe contract is done [update], the plan is not [check].\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nwhere are you from ???\n\nBest regards,\nTom"),
                Example(
                    "Hi Anna,\n\nhere is the contract; your comments are welcome.\n\nBest regards,\nTom",
                    subject="DRAFT: contract with the city",
                ),
                Example("Hi Anna,\n\nwe fill in __.__.2026 on the form once it is printed.\n\nBest regards,\nTom"),
                Example(
                    "Hi Anna,\n\nsee [check the list](https://example.com/list) for the details.\n\nBest regards,\nTom"
                ),
            ),
        ),
    },
)
