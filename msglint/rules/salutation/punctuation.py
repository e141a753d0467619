"""salutation.punctuation: nothing, or the wrong mark, ends the salutation."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.personal import sounds_familiar
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_WRONG_MARKS = (".", ";")
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
    yield Hit(
        span=salutation.span,
        values={"salutation": salutation.span.of(message.text)},
        confidence=0.85,
        suggestions=(Suggestion(",", place, safe=True),),
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
            ),
            good=(
                Example("Dear Ms Parker,\n\nthank you for your letter.\n\nKind regards,\nTom White"),
                Example(
                    "Tom -\n\nthe report is on the drive.\n\nThanks,\nAnna",
                    to=("Tom White <tom@example.com>",),
                ),
                Example("Dear Ms Parker:\n\nThank you for your letter.\n\nSincerely,\nTom White"),
            ),
        ),
    },
)
