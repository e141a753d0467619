"""placeholder.leftover: a gap of the template that nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msglint.contacts.greeting import greeting_for, surname_of
from msglint.contacts.honorifics import gender_of
from msglint.message.model import Message
from msglint.message.name_words import HONORIFICS
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.contacts.thread import Thread
    from msglint.message.person import Person
    from msglint.message.template_reading import Reading

_FIELD = (
    r"(?:(?:ihr|dein|mein|your|the|my|insert|enter|hier|bitte)[ _-]?)*(?:vor|nach|familien|first|last|full|sur|user|"
    r"company|firmen|kunden|client|customer|contact|recipient|empfänger|sender|absender|projekt|project|product|"
    r"produkt)?[ _-]?"
    r"(?:name[ns]?|anrede\w*|titel|title|firma|company|datum|date|ort|betrag|amount|unternehmen|thema|topic|"
    r"salutation|greeting|position|stadt|city|link|url|telefon\w*|phone|e-?mail\w*|adresse|address|uhrzeit|time|"
    r"nummer|number|text|einfügen|signature|signatur)"
    r"(?:[ _-]?(?:einfügen|eintragen|einsetzen|here|hier|ergänzen))?"
)
_WHOSE = r"(?: (?:des|der|von|vom|of|ihres|ihrer|hier|here)\b[\w -]{0,40})"
_TEMPLATE = lazy(
    rf"\{{\{{[^{{}}\n]{{0,60}}\}}\}}|\{{%[^%\n]{{1,60}}%\}}|\*\|[A-Z_]{{2,30}}\|\*"
    rf"|\$\{{(?i:{_FIELD})\}}|(?<![\w$])\$(?=[A-ZÄÖÜ])(?i:{_FIELD})(?![\w(\[.])"
    rf"|(?<!\w)%{{1,2}}(?!USERNAME|DATE|TIME)(?=[A-ZÄÖÜ])(?i:{_FIELD})%{{1,2}}(?!\w)"
    rf"|<{{1,2}}(?=[A-ZÄÖÜ])(?i:{_FIELD})>{{1,2}}|#(?=[A-ZÄÖÜ])(?i:{_FIELD})#|«(?i:{_FIELD})»"
    rf"|(?<![\w#$\]\[])(?:\[(?i:{_FIELD}{_WHOSE}?)\](?!\()|\{{(?i:{_FIELD})\}})"
)
_PUT_IN = r"(?:einsetzen|einfügen|eintragen|ergänzen)"
_GAP = lazy(
    r"(?<![\w-])(?:X{3,}|XX?\.XX?\.(?:XX|20\d\d)?|xx?\.xx?\.(?:xx|20\d\d))(?![\w-])|\[(?:_{2,}|\?{2,}|TBD|TODO|XX+)\]|"
    r"(?<!\w)(?:TODO|FIXME)(?=\s*:)|\b(?i:lorem\s+ipsum)\b|"
    r"(?<!\w)(?i:am|um|vom|bis|von|für|zum|ab|in|frau|herrn?|on|at|by|from|until|for|the|mr\.?|ms\.?)[ \t]+(?P<line>_{3,})|"
    rf"\((?i:(?:bitte )?{_FIELD} {_PUT_IN})[ ]?!?\)|"
    r"(?<!\bto )(?<!please )\b(?i:insert (?:your |the |company |first |last )?(?:name|date|title|company|link|text|amount) "
    r"here)\b"
)
_HALF_SALUTATION = lazy(
    r"^[ \t]*(?:(?:sehr\s+)?geehrte|liebe)(?:\(r\)|/-?r|r/-?s?)?\s*(?:\(?(?:r|frau|"
    r"herrn?)\)?\s*[/|(]\s*\(?(?:herrn?|frau)\)?|(?<=\(r\))\s*(?:frau|herrn?)\b|(?<=/r)\s*(?:frau|herrn?)\b)"
    r"|^[ \t]*dear\s+(?:mr\.?\s*/\s*(?:mrs|ms)|(?:mrs|ms)\.?\s*/\s*mr|sir\s*/\s*madam\s+[A-Z])"
    r"|^[ \t]*(?:sehr\s+geehrte[rs]?(?:\s+(?:frau|herr))?|hallo(?:\s+(?:frau|herr))?|guten\s+tag|"
    r"liebe[rs]?(?:\s+(?:frau|herr))?|dear(?:\s+(?:mr|mrs|ms)\.?)?|hi|hello)\s+(?:,|!(?=\s*$)|(?:null|none|nan|"
    r"undefined|n/a|unbekannt|unknown)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_FIELD = lazy(r"vorname|first.?name|\bname\b|nachname|last.?name|anrede|salutation", re.IGNORECASE)
_GIVEN_FIELD = lazy(r"vorname|first.?name", re.IGNORECASE)
_FAMILY_FIELD = lazy(r"nachname|last.?name|familienname|surname", re.IGNORECASE)
_ANY_NAME = lazy(r"\bname\b", re.IGNORECASE)
_TITLE_BEFORE = lazy(
    r"\b(?:(?P<honorific>herrn?|frau|mrs?|ms|miss)|dr|prof|professor(?:in)?)\.?[ \t]+"
    r"(?:(?:dr|prof|professor(?:in)?)\.?[ \t]+)*\Z",
    re.IGNORECASE,
)
_SURNAME_ONLY = lazy(r"\bgeehrte[rs]?[ \t]+\Z", re.IGNORECASE)  # `Sehr geehrte [Name]` lacks Herr or Frau
_CASUAL = lazy(r"\b(?:hi|hey|moin|servus|liebe[rs]?)[ \t]+\Z", re.IGNORECASE)
_CODE = lazy(
    r"^[ \t]*(?:[#$>]|def |class |function |import |<\?|\{[ \t]*$|\}(?:[ \t]{0,3};)?[ \t]*$|"
    r"[\w.]{1,80}\([^\n]{0,200}\)(?:[ \t]{0,3}[;{])?[ \t]*$)",
    re.MULTILINE,
)
_ABOUT_TEMPLATES = lazy(
    r"\b(?:\w*variablen?|variables?|\w*platzhalter\w*|templates?|\w*vorlagen?|\w*ersetz\w*|replac\w+|"
    r"placeholders?|serienbrief\w*|mail merge|steht\s+für|stands\s+for|(?:das|ins|dem|the)\s+(?:feld|field)|blindtext|"
    r"dummy\s+text)\b",
    re.IGNORECASE,
)
_SENTENCE_END = lazy(r"[.!?](?=\s)|\n[ \t]*\n")
_DIGITS_BEFORE = lazy(r"[\dX*][ \t/-]{0,3}$")
_DIGITS_AFTER = lazy(r"[ \t/-]{0,3}(?:\d|X{2,}|\*)")
_FAULTS = {
    "broken": Text(
        "Diesen Platzhalter kann kein Programm lesen: „{gap}“", "No program can read this placeholder: “{gap}”"
    ),
    "unclosed": Text("Zu „{gap}“ fehlt das Ende.", "“{gap}” has no end."),
    "unopened": Text("Zu „{gap}“ fehlt der Anfang.", "“{gap}” has no beginning."),
}
_WHY_FAULT = Text(
    "Der Versand bricht ab, oder der Leser sieht den Platzhalter statt seines Namens.",
    "Sending fails, or the reader sees the placeholder and not the name.",
)
_NEAR = 400
_INDENT = 4


class _Kind(NamedTuple):
    """One kind of gap.

    Attributes:
        signs: every match begins with one of them; empty = with anything. Most messages have none, and need not wait
            for a long expression to be compiled.
    """

    pattern: re.Pattern[str]
    confidence: float
    signs: str = ""

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth looking."""
        return not self.signs or any(sign in text for sign in self.signs)


class _Gap(NamedTuple):
    """A gap that was found."""

    span: Span
    confidence: float


_KINDS = (_Kind(_TEMPLATE, 0.95, signs="{*$%<#«["), _Kind(_HALF_SALUTATION, 0.95), _Kind(_GAP, 0.8))
_NOTHING = lazy(  # what a program writes where a value is missing; „bei null anfangen“, “set to null” are words
    r"\b(?:nach|für|mit|an|frau|herrn?|firma|ihr(?:e[nmrs]?)?|dein(?:e[nmrs]?)?)[ \t]+(?-i:(?P<de>null|NULL))"
    r"(?=[ \t]*[,.!?](?!\d)|[ \t]+(?-i:(?!auf|bis|und|komma|oder|an|bis|acht|vier|mal|punkt|uhr|grad|euro)[a-zäöü]{2,}))|"
    r"\b(?:your|mr|ms|mrs|trip[ \t]+to|order|for|at|from|with)\.?[ \t]+(?-i:(?P<en>null|NULL))"
    r"(?=[ \t]*[,.!?]|[ \t]+(?:is|are|was|has|will|on|at|from|begins|starts|in)\b)|"
    r"\b(?:nach|für|mit|an|am|in|im|vom|zum|frau|herrn?|firma|ihr(?:e[nmrs]?)?|your|for|to|on|from|with|mr|ms|mrs)\.?[ \t]+(?-i:(?P<any>undefined|NaN|#REF!|#N/A|#NV|"
    r"#WERT!|#BEZUG!|#VALUE!))(?!\w)",
    re.IGNORECASE,
)
_OF_PROGRAMS = lazy(
    r"\b(?:code|function|funktion|variable\w*|datenbank|database|sql|feld\w*|fields?|werte?|values?|parameter\w*|json|skript|script|excel|"
    r"tabelle|spalte|column|hypothes\w*|javascript|python|java|bug|fehler\w*|error|toleranz|tolerance)\b",
    re.IGNORECASE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every unfilled gap in the own text; a message that talks about templates in code is left alone."""
    if message.reading is not None:
        yield from _broken(message.reading)
    own = message.parts.own_text
    quieted = without_quotations(own)
    if len(_CODE.findall(own)) >= 3:
        return
    seen = [fault.span for fault in message.reading.faults] if message.reading else []
    gaps: list[_Gap] = []
    for kind in filter(lambda kind: kind.may_be_in(own), _KINDS):
        for match in kind.pattern.finditer(own):
            span = _without_indent(match)
            if any(span.overlaps(other) for other in seen) or _is_meant(message, own, quieted, span):
                continue
            seen.append(span)
            gaps.append(_Gap(span, kind.confidence))
    yield from _hits(message, context, gaps)
    yield from _in_subject(message)
    yield from _without_value(own, quieted)


def _hits(message: Message, context: Context, gaps: Sequence[_Gap]) -> Iterator[Hit]:
    """A hit on every gap; where names do not fill all that are in the salutation, one hit on the whole of it."""
    salutation, person = message.parts.salutation, _only_recipient(context.thread)
    greeting = [gap for gap in gaps if salutation is not None and salutation.span.overlaps(gap.span)]
    names = {gap: name for gap in gaps if (name := _name_for(gap.span, gap in greeting, message, context))}
    anew = salutation is not None and person is not None and any(gap not in names for gap in greeting)
    if salutation is not None and anew:
        better = Suggestion(greeting_for(context.thread, message.language), salutation.span)
        yield _hit(message, greeting[0], salutation.span, better)
    for gap in gaps:
        if not (anew and gap in greeting):
            yield _hit(message, gap, gap.span, *([Suggestion(names[gap], gap.span)] if gap in names else []))


def _hit(message: Message, gap: _Gap, span: Span, *suggestions: Suggestion) -> Hit:
    values = {"gap": gap.span.of(message.text)}
    return Hit(span=span, confidence=gap.confidence, values=values, suggestions=suggestions)


def _broken(reading: Reading) -> Iterator[Hit]:
    """What looks like a placeholder of the template and is none: `{{ name }`, an `if` without its end."""
    for part, transcript in ((None, reading.body), ("subject", reading.subject)):
        for fault in transcript.read_faults if transcript else ():
            yield Hit(
                span=fault.span,
                part=part,
                confidence=0.95,
                values={"gap": fault.span.of(transcript.text) if transcript else ""},
                message=_FAULTS[fault.kind],
                why=_WHY_FAULT,
            )


def _in_subject(message: Message) -> Iterator[Hit]:
    """`Ihr Termin am [Datum]`; XXX there is for `placeholder.draft-mark`, and talk about templates is left alone."""
    subject, kind = message.headers.subject or "", _KINDS[0]
    if not kind.may_be_in(subject) or _ABOUT_TEMPLATES.search(subject):
        return
    match = kind.pattern.search(subject)
    if match is not None and not _is_quoted(subject, Span(*match.span())):
        yield Hit(
            span=Span(*match.span()),
            part="subject",
            confidence=kind.confidence,
            values={"gap": match.group()},
        )


def _without_value(own: str, quieted: str) -> Iterator[Hit]:
    """`Ihre Reise nach null beginnt`: the name of the place was empty."""
    if not any(sign in own for sign in ("null", "NULL", "undefined", "NaN", "#")) or _OF_PROGRAMS.search(own):
        return
    for match in _NOTHING.finditer(quieted):
        span = Span(*match.span(next(name for name in ("de", "en", "any") if match[name])))
        yield Hit(span=span, confidence=0.85, values={"gap": span.of(own)})


def _without_indent(match: re.Match[str]) -> Span:
    if match.groupdict().get("line"):
        return Span(*match.span("line"))
    text = match.group()
    return Span(match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip()))


def _is_meant(message: Message, own: str, quieted: str, span: Span) -> bool:
    """The gap stands there on purpose: quoted, in a code block, in talk about templates, a masked number."""
    if _is_quoted(own, span) or (own[span.start] != "«" and quieted[span.start] == " "):
        return True
    if own[span.start] == "X" and _is_masked_number(own, span):
        return True
    salutation = message.parts.salutation
    if salutation is not None and salutation.span.overlaps(span):
        return False
    return _is_code_block(own, span) or _is_talked_about(own, span)


def _is_masked_number(own: str, span: Span) -> bool:
    if "." in span.of(own):
        return False
    before = own[max(0, span.start - 5) : span.start]
    return _DIGITS_BEFORE.search(before) is not None or _DIGITS_AFTER.match(own, span.end) is not None


def _is_code_block(own: str, span: Span) -> bool:
    """The line is indented, and others are not."""
    line = own[own.rfind("\n", 0, span.start) + 1 : span.start]
    if not line.startswith((" " * _INDENT, "\t")):
        return False
    return any(other.strip() and not other.startswith((" " * _INDENT, "\t")) for other in own.split("\n"))


def _is_talked_about(own: str, span: Span) -> bool:
    """The same sentence or the line above speaks of templates."""
    before, after = own[max(0, span.start - _NEAR) : span.start], own[span.end : span.end + _NEAR]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    end = _SENTENCE_END.search(after)
    sentence = before[starts[-1] if starts else 0 :] + " " + (after[: end.start()] if end else after)
    above = before.rpartition("\n")[0].rstrip().rpartition("\n")[2]
    return _ABOUT_TEMPLATES.search(sentence) is not None or _ABOUT_TEMPLATES.search(above) is not None


def _is_quoted(own: str, span: Span) -> bool:
    """A placeholder in quotation marks or backticks is talked about, not forgotten."""
    return own[max(0, span.start - 1) : span.start] in ("`", "„", "“", '"', "'") and own[span.end : span.end + 1] in (
        "`",
        "“",
        "”",
        '"',
        "'",
    )


def _only_recipient(thread: Thread) -> Person | None:
    """Whose name a gap may ask for."""
    people = thread.recipients
    return people[0] if len(people) == 1 and people[0].certain else None


def _name_for(span: Span, is_greeting: bool, message: Message, context: Context) -> str:
    """What of the recipient's real name the gap asks for; "" where it asks for something else, or that is not known."""
    person, gap = _only_recipient(context.thread), span.of(message.text)
    if person is None:
        return ""
    if is_greeting:
        return _greeted_name(span, message, context.thread, person)
    if not _NAME_FIELD.search(gap):
        return ""
    return person.given if _GIVEN_FIELD.search(gap) else person.family if _FAMILY_FIELD.search(gap) else person.full


def _greeted_name(span: Span, message: Message, thread: Thread, person: Person) -> str:
    """The name that fits between the words of the salutation: `Frau [Name]` wants the surname, `Hi [Name]` the first."""
    gap, before = span.of(message.text), message.text[: span.start]
    title = _TITLE_BEFORE.search(before)
    if title is not None and _is_wrong_honorific(title["honorific"] or "", thread.honorific_of(person)):
        return ""
    given = "" if len(person.given) == 1 or "." in person.given else person.given
    if _GIVEN_FIELD.search(gap):
        return given
    if _FAMILY_FIELD.search(gap) or (title is not None and (_ANY_NAME.search(gap) or not gap.strip("X_"))):
        return surname_of(person)
    if not _ANY_NAME.search(gap) or _SURNAME_ONLY.search(before):
        return ""
    return given if given and (thread.is_familiar or _CASUAL.search(before)) else person.full


def _is_wrong_honorific(written: str, known: str) -> bool:
    """`Herr [Name]` to somebody whom the header or the thread calls Frau."""
    return bool(known) and gender_of(HONORIFICS.get(written.lower(), "")) not in (None, gender_of(known))


RULE = Rule(
    id="placeholder.leftover",
    languages=frozenset(),
    severity=Severity.ERROR,
    title=Text("Platzhalter stehen geblieben", "placeholder left over"),
    message=Text("Hier ist ein Platzhalter stehen geblieben: „{gap}“", "A placeholder was left over here: “{gap}”"),
    why=Text(
        "Der Leser sieht, dass er einen Serienbrief bekommt, den niemand mehr angesehen hat.",
        "The reader sees a form letter that nobody looked at before sending.",
    ),
    source="mail-merge syntaxes (Word, Mustache, Handlebars, Jinja, Mailchimp, Thunderbird Mail Merge) and "
    "hand-made gaps",
    check=check,
    supersedes=frozenset(
        {"salutation.generic", "salutation.punctuation", "recipient.mismatch", "placeholder.draft-mark"}
    ),
    limits=Text(
        "Platzhalter in Anführungszeichen oder zwischen Programmzeilen gelten als Gegenstand der Nachricht. „tbd“ "
        "bleibt unbeanstandet.",
        "Placeholders in quotation marks or among lines of code count as the subject of the message. “tbd” is left "
        "alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte/r Frau/Herr Meyer,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Sehr geehrte/r Frau/Herr",
                ),
                Example(
                    "Hallo {{vorname}},\n\nwir haben Neuigkeiten.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a@example.com>",),
                    flagged="{{vorname}}",
                    better="Anna",
                ),
                Example("Hallo Anna,\n\nder Termin ist am XX.XX.2026.\n\nViele Grüße\nTom", flagged="XX.XX.2026"),
                Example(
                    "Sehr geehrte Frau [Name],\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a@example.com>",),
                    flagged="[Name]",
                    better="Meyer",
                ),
                Example(
                    "Sehr geehrte/r Frau/Herr [Name],\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a@example.com>",),
                    flagged="Sehr geehrte/r Frau/Herr [Name],",
                    better="Guten Tag Anna Meyer,",
                ),
                Example("Hallo Anna,\n\nder Termin ist am xx.xx.2026.\n\nGruß\nTom", flagged="xx.xx.2026"),
                Example("Hallo Anna,\n\nwir treffen uns um ____ Uhr.\n\nGruß\nTom", flagged="____"),
                Example("Hallo Anna,\n\ndanke, %Name%, für die Hilfe.\n\nGruß\nTom", flagged="%Name%"),
                Example(
                    "Hallo Anna,\n\nich war mit [Name des Kollegen] dort.\n\nGruß\nTom", flagged="[Name des Kollegen]"
                ),
                Example(
                    "Hallo Anna,\n\nwir sind von (Firmenname einsetzen!) und freuen uns.\n\nGruß\nTom",
                    flagged="(Firmenname einsetzen!)",
                ),
                Example("Hallo Anna,\n\nder Vertrag beginnt am <<Datum>> in Kassel.\n\nGruß\nTom", flagged="<<Datum>>"),
                Example("Hallo Anna,\n\nhier der Text: LOREM IPSUM dolor.\n\nGruß\nTom", flagged="LOREM IPSUM"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir freuen uns auf Sie.\n\nMit freundlichen Grüßen\nTom Weiß",
                    subject="Ihr Termin am [Datum]",
                    flagged="[Datum]",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nIhre Fahrt nach null beginnt am Samstag um neun.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="null",
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nsie schreibt: „Der Hof liegt am Fluss [...] und [Name] wohnt dort.“\n\nGruß\nTom"
                ),
                Example("Hallo Anna,\n\nder Satz endet [...] und beginnt neu.\n\nGruß\nTom"),
                Example(
                    "Hallo Anna,\n\nschreib {{ort}} in das Feld. Im Formular steht [Name] für den Namen des Landes, Lorem "
                    "ipsum ist ein Blindtext.\n\nGruß\nTom"
                ),
                Example("Hallo Anna,\n\nbitte ersetze [Name] überall.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nunser neues Template:\n\nSehr geehrte Frau [Name], willkommen\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nsetz bitte $HOME und %PATH%, in Ruby #{x}, in Python list[name].\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nschreib es so:\n\n    print({name})\n\nDas reicht.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\ndie Seite hat <head> und <title> verwechselt.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nmeine Nummer ist 0171 XXX, das Konto DE12 XXXX.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nsiehe Fußnote [1] und den Hinweis [EXT] im Betreff.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nin der Vorlage steht noch „{{name}}“, bitte ändern.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\ndie Größe XXL ist aus, meine ToDo-Liste ist lang.\n\nGruß\nTom"),
                Example("Liebe Kolleginnen und Kollegen,\n\nder Ort ist tbd.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\ner sprach von «Heimat», sonst nichts.\n\nGruß\nTom"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir fangen noch einmal bei null an.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nes war zehn nach null Uhr, als der Alarm kam.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Drucker geht wieder.\n\nMit freundlichen Grüßen\nTom Weiß",
                    subject="[Ticket 4711] Drucker",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwie heißt das Feld?\n\nMit freundlichen Grüßen\nTom Weiß",
                    subject="Platzhalter [Datum] in der Vorlage",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Dear [First Name],\n\nwe have news.\n\nKind regards,\nTom White", flagged="[First Name]"),
                Example(
                    "Hi [First name],\n\nwe have news.\n\nKind regards,\nTom White",
                    to=("Sanjay Mehta <s.mehta@example.com>",),
                    flagged="[First name]",
                    better="Sanjay",
                ),
                Example("Dear ,\n\nwe have news.\n\nKind regards,\nTom White"),
                Example("Dear Mr/Mrs Parker,\n\nwe have news.\n\nKind regards,\nTom White"),
                Example("Hi Anna,\n\nwe met at insert name here last week.\n\nTom", flagged="insert name here"),
                Example("Hi Anna,\n\nthank you, $NAME, for the help.\n\nTom", flagged="$NAME"),
                Example(
                    "Dear Ms Meyer,\n\nWe look forward to seeing you.\n\nKind regards,\nTom White",
                    subject="Your appointment on [DATE]",
                    flagged="[DATE]",
                ),
                Example(
                    "Dear Ms Meyer,\n\nYour trip to null starts on Saturday at nine.\n\nKind regards,\nTom White",
                    flagged="null",
                ),
            ),
            good=(
                Example("Hi Anna,\n\nhe wrote “the house [...] by [Name] was sold”.\n\nTom"),
                Example("Hi Anna,\n\nreplace {name} with the customer.\n\nTom"),
                Example("Hi Anna,\n\ntype {{town}} into the field. In the form, [county] stands for yours.\n\nTom"),
                Example("Hi Anna,\n\nthe card ends in XXXX 1234.\n\nTom"),
                Example("Hi Anna,\n\nthe placeholders are:\n[Name]\n\nTom"),
                Example("Hi Anna,\n\nsee <https://example.com/name> and note [2].\n\nTom"),
                Example("Hi Anna,\n\nthe file <<report.doc>> is on the drive.\n\nTom"),
                Example("Dear Ms Meyer,\n\nThe clause on fees is null and void.\n\nKind regards,\nTom White"),
                Example(
                    "Dear Ms Meyer,\n\nThe printer works again.\n\nKind regards,\nTom White", subject="[EXT] Printer"
                ),
            ),
        ),
    },
)
