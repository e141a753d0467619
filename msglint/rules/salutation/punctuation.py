"""salutation.punctuation: nothing, or the wrong mark, ends the salutation."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.personal import sounds_familiar
from msglint.message.closing import Closing
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_WRONG_MARKS = (".", ";")
_MARK = lazy(r"[,.;:!?]|\s[-–—]")
_SMILEY = lazy(r"\s*[:;^<*\U0001F300-\U0001FAFF\u2600-\u27bf]")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit where a salutation that stands alone in its line ends without a mark, or with a full stop or semicolon."""
    salutation = message.parts.salutation
    if salutation is None or not salutation.own_line or message.language == "de-CH":
        return
    if not salutation.opening and not salutation.mark and not salutation.greeted:
        return
    end = salutation.span.end
    if salutation.mark and salutation.mark not in _WRONG_MARKS:
        return
    if not salutation.mark and _SMILEY.match(message.text, end):
        return
    casual = salutation.opening.lower().startswith(("hi", "hey", "huhu", "moin"))
    if casual and not salutation.mark and not salutation.greeted and sounds_familiar(context.thread):
        return  # a bare "Hi" above a note to a friend
    if salutation.mark and (message.base_language != "de" or salutation.language is None):
        return
    place = Span(end - len(salutation.mark), end)
    if message.text[: place.start].rstrip().endswith(","):
        return
    if message.base_language == "en" and not salutation.mark and _is_open(message.parts.closing, message.text):
        return
    yield Hit(
        span=salutation.span,
        values={"salutation": salutation.span.of(message.text)},
        confidence=0.85,
        why=_WHY_ENGLISH if message.base_language == "en" else None,
        suggestions=(Suggestion(",", place, safe=True),),
    )


def _is_open(closing: Closing | None, text: str) -> bool:
    """Open punctuation, usual in England: no comma behind the salutation, none behind the closing either."""
    if closing is None:
        return False
    line_end = text.find("\n", closing.span.end)
    behind = text[closing.span.end :] if line_end < 0 else text[closing.span.end : line_end]
    return not _MARK.search(behind)


_WHY_ENGLISH = Text(
    "Das Komma gehört zur Form; ohne es wirkt die Zeile unfertig.",
    "The comma belongs to the form; without it the line looks unfinished.",
)

RULE = Rule(
    id="salutation.punctuation",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Satzzeichen nach der Anrede", "mark after the salutation"),
    message=Text(
        "Die Anrede „{salutation}“ endet nicht mit einem Komma.",
        "The salutation “{salutation}” does not end with a comma.",
    ),
    why=Text(
        "Das Komma gehört zur Form; ohne es wirkt die Zeile unfertig. In der Schweiz steht keines, das erkennt "
        "msglint.",
        "The comma belongs to the form; without it the line looks unfinished. Swiss German has none; msglint knows.",
    ),
    source="DIN 5008; Duden K 132: comma (or exclamation mark) after the salutation; Switzerland: no mark",
    check=check,
    limits=Text(
        "Schweigt im Englischen, wo auch hinter der Grußformel kein Komma steht: So schreibt man es in England.",
        "Silent in English where no comma stands behind the closing either: that is how it is written in England.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Mundt\n\nvielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen\nAnna Meyer",
                    flagged="Sehr geehrte Frau Mundt",
                    better=",",
                ),
                Example(
                    "Hallo Tom\n\nich schicke dir den Bericht.\n\nViele Grüße\nAnna",
                    flagged="Hallo Tom",
                    better=",",
                ),
                Example(
                    "Sehr geehrte Frau Professor Wiese.\n\nIch bitte um einen Termin.\n\nMit freundlichen "
                    "Grüßen\nAnna Meyer",
                    better=",",
                ),
            ),
            good=(
                Example("Hallo Tom,\n\nich schicke dir den Bericht.\n\nViele Grüße\nAnna"),
                Example(
                    "Sehr geehrte Frau Mundt!\n\nVielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen\nAnna Meyer"
                ),
                Example(
                    "Grüezi Frau Aebi\n\nMerci für die Auskunft, wir lassen das Auto bei der Werkstatt an der "
                    "Bahnhofstrasse.\n\nFreundliche Grüsse\nReto Frei"
                ),
                Example("Hallo :)\n\nich bin gleich da.\n\nLiebe Grüße\nAnna"),
                Example("Hallo Herr Professor Dr.\n", language="de-CH"),
                Example(
                    "Sehr geehrter Herr Kurz,\n\nvielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen\nAnna Meyer",
                    to=("Martin Kurz <m.kurz@example.com>",),
                ),
                Example(
                    "Hallo Frau Dr. Morgen,\n\nvielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen\nAnna Meyer"
                ),
                Example("Lieber Can,\n\nich schicke dir den Bericht.\n\nViele Grüße\nAnna"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker\n\nthank you for your letter.\n\nKind regards,\nTom White",
                    flagged="Dear Ms Parker",
                    better=",",
                ),
                Example("Hi Tom\n\nthe report is on the drive.\n\nThanks,\nAnna", flagged="Hi Tom", better=","),
                Example(
                    "Dear Mr. Will\n\nthank you for your letter.\n\nKind regards,\nTom White",
                    flagged="Dear Mr. Will",
                    better=",",
                ),
            ),
            good=(
                Example("Dear Ms Parker,\n\nthank you for your letter.\n\nKind regards,\nTom White"),
                Example(
                    "Tom -\n\nthe report is on the drive.\n\nThanks,\nAnna",
                    to=("Tom White <tom@example.com>",),
                ),
                Example("Hi Dan\n\nthe report is on the drive.\n\nThanks\nEmma"),
                Example(
                    "Dear Will,\n\nthe report is on the drive.\n\nThanks,\nAnna",
                    to=("Will Turner <w.turner@example.com>",),
                ),
                Example("Dear Ms How,\n\nthank you for your letter.\n\nKind regards,\nTom White"),
                Example("Dear Ms Parker:\n\nThank you for your letter.\n\nSincerely,\nTom White"),
            ),
        ),
    },
)
