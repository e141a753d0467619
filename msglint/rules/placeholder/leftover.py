"""placeholder.leftover: a gap of the template that nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msglint.contacts.greeting import greeting_for
from msglint.message.model import Message
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule, Text

_FIELD = (
    r"(?:(?:ihr|dein|mein|your|the|my|insert|enter|hier|bitte)[ _-]?)*(?:vor|nach|familien|first|last|full|sur|user|"
    r"company|firmen|kunden|client|customer|contact|recipient|empfänger|sender|absender|projekt|project|product|"
    r"produkt)?[ _-]?"
    r"(?:name\w*|anrede\w*|titel|title|firma|company|datum|date|ort|betrag|amount|unternehmen|thema|topic|"
    r"salutation|greeting|position|stadt|city|link|url|telefon\w*|phone|e-?mail\w*|adresse|address|uhrzeit|time|"
    r"nummer|number|text|einfügen|signature|signatur)"
    r"(?:[ _-]?(?:einfügen|eintragen|einsetzen|here|hier|ergänzen))?"
)
_TEMPLATE = re.compile(
    rf"\{{\{{[^{{}}\n]{{0,60}}\}}\}}|\{{%[^%\n]{{1,60}}%\}}|\$\{{[\w. ]{{1,40}}\}}|%%?[A-ZÄÖÜ][A-ZÄÖÜ_]{{2,30}}%%?|"
    rf"\*\|[A-Z_]{{2,30}}\|\*"
    rf"|[\[<{{#«](?i:{_FIELD})[\]>}}#»]"
)
_GAP = re.compile(
    r"(?<![\w-])(?:X{3,}|XX?\.XX?\.(?:XX|20\d\d)?)(?![\w-])|\[(?:\.{2,}|…|_{2,}|\?{2,}|TBD|TODO|XX+)\]|"
    r"(?<!\w)(?:TODO|FIXME)(?=\s*:)|\blorem\s+ipsum\b",
    re.MULTILINE,
)
_HALF_SALUTATION = re.compile(
    r"^[ \t]*(?:(?:sehr\s+)?geehrte|liebe)(?:\(r\)|/-?r|r/-?s?)?\s*(?:\(?(?:r|frau|"
    r"herrn?)\)?\s*[/|(]\s*\(?(?:herrn?|frau)\)?|(?<=\(r\))\s*(?:frau|herrn?)\b|(?<=/r)\s*(?:frau|herrn?)\b)"
    r"|^[ \t]*dear\s+(?:mr\.?\s*/\s*(?:mrs|ms)|(?:mrs|ms)\.?\s*/\s*mr|sir\s*/\s*madam\s+[A-Z])"
    r"|^[ \t]*(?:sehr\s+geehrte[rs]?(?:\s+(?:frau|herr))?|hallo(?:\s+(?:frau|herr))?|guten\s+tag|"
    r"liebe[rs]?(?:\s+(?:frau|herr))?|dear(?:\s+(?:mr|mrs|ms)\.?)?|hi|hello)\s+(?:,|!(?=\s*$)|(?:null|none|nan|"
    r"undefined|n/a|unbekannt|unknown)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_FIELD = re.compile(r"vorname|first.?name|\bname\b|nachname|last.?name|anrede|salutation", re.IGNORECASE)
_GIVEN_FIELD = re.compile(r"vorname|first.?name", re.IGNORECASE)
_FAMILY_FIELD = re.compile(r"nachname|last.?name|familienname|surname", re.IGNORECASE)
_CODE = re.compile(
    r"^[ \t]*(?:[#$>]|def |class |function |import |<\?|\{\s*$|\}\s*;?\s*$|[\w.]+\(.*\)\s*[;{]?\s*$)",
    re.MULTILINE,
)


class _Kind(NamedTuple):
    pattern: re.Pattern[str]
    confidence: float


_KINDS = (_Kind(_TEMPLATE, 0.95), _Kind(_HALF_SALUTATION, 0.95), _Kind(_GAP, 0.8))


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every unfilled gap in the own text; a message that talks about templates in code is left alone."""
    own = message.parts.own_text
    if len(_CODE.findall(own)) >= 3:
        return
    seen: list[Span] = []
    for kind in _KINDS:
        for match in kind.pattern.finditer(own):
            span = _without_indent(match)
            if any(span.overlaps(other) for other in seen) or _is_quoted(own, span):
                continue
            seen.append(span)
            yield Hit(
                span=span,
                confidence=kind.confidence,
                values={"gap": span.of(own)},
                suggestions=_suggestions(message, context, span),
            )


def _without_indent(match: re.Match[str]) -> Span:
    text = match.group()
    return Span(match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip()))


def _is_quoted(own: str, span: Span) -> bool:
    """A placeholder in quotation marks or backticks is talked about, not forgotten."""
    return own[max(0, span.start - 1) : span.start] in ("`", "„", "“", '"', "'") and own[span.end : span.end + 1] in (
        "`",
        "“",
        "”",
        '"',
        "'",
    )


def _suggestions(message: Message, context: Context, span: Span) -> tuple[Suggestion, ...]:
    """The recipient's real name where the gap asks for it, the whole salutation where the gap is in one."""
    people = context.thread.recipients
    if len(people) != 1 or not people[0].certain:
        return ()
    salutation = message.parts.salutation
    if salutation is not None and salutation.span.overlaps(span):
        return (Suggestion(greeting_for(context.thread, message.language), salutation.span),)
    gap = span.of(message.text)
    if not _NAME_FIELD.search(gap):
        return ()
    person = people[0]
    name = person.given if _GIVEN_FIELD.search(gap) else person.family if _FAMILY_FIELD.search(gap) else person.full
    return (Suggestion(name, span),) if name else ()


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
    supersedes=frozenset({"salutation.generic", "salutation.punctuation", "recipient.mismatch"}),
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
                ),
                Example("Hallo Anna,\n\nder Termin ist am XX.XX.2026.\n\nViele Grüße\nTom", flagged="XX.XX.2026"),
                Example(
                    "Sehr geehrte Frau [Name],\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a@example.com>",),
                    flagged="[Name]",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nsiehe Fußnote [1] und den Hinweis [EXT] im Betreff.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nin der Vorlage steht noch „{{name}}“, bitte ändern.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\ndie Größe XXL ist aus, meine ToDo-Liste ist lang.\n\nGruß\nTom"),
                Example("Liebe Kolleginnen und Kollegen,\n\nder Ort ist tbd.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\ner sprach von «Heimat», sonst nichts.\n\nGruß\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Dear [First Name],\n\nwe have news.\n\nKind regards,\nTom White", flagged="[First Name]"),
                Example("Dear ,\n\nwe have news.\n\nKind regards,\nTom White"),
                Example("Dear Mr/Mrs Parker,\n\nwe have news.\n\nKind regards,\nTom White"),
            ),
            good=(
                Example("Hi Anna,\n\nsee <https://example.com/name> and note [2].\n\nTom"),
                Example("Hi Anna,\n\nthe file <<report.doc>> is on the drive.\n\nTom"),
            ),
        ),
    },
)
