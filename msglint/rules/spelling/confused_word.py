"""spelling.confused-word: a right word in the place of another one: seid for seit, their for there."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Message
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Need, Rule
from msglint.rules.reported import hits_of
from msglint.texts import Text

_ID = "spelling.confused-word"


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on each word that sounds like the one that was meant."""
    yield from hits_of(_ID, message, context)


RULE = Rule(
    id=_ID,
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("verwechseltes Wort", "confused word"),
    message=Text("„{word}“: gemeint ist wohl „{better}“.", "“{word}”: “{better}” seems to be meant."),
    why=Text(
        "Kein Wörterbuch findet so etwas, der Leser schon. LanguageTool: {languagetool}",
        "No dictionary finds it, but the reader does. LanguageTool: {languagetool}",
    ),
    source="LanguageTool, category CONFUSED_WORDS and pairs such as das and dass",
    check=check,
    needs=frozenset({Need.LANGUAGETOOL}),
    limits=Text(
        "Namen, Zitate, Adressen und Zahlen werden LanguageTool nicht gezeigt; was sie berührt, bleibt unbeanstandet.",
        "Names, quotations, addresses and numbers are not shown to LanguageTool; whatever touches them is left alone.",
    ),
    tags=("languagetool",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Klein,\n\nwir sehen, das Sie am Montag Zeit haben.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="das",
                    better="dass",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\ndas wahr sehr nett von Ihnen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="wahr",
                    better="war",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nwir hoffen, dass Sie am Montag Zeit haben.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir hoffen, das passt Ihnen. Das Angebot gilt seit Montag.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nplease let me know if their are any questions.\n\nKind regards,\nTom White",
                    flagged="their",
                    better="there",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe might of sent the list earlier.\n\nKind regards,\nTom White",
                    flagged="might of",
                    better="might have",
                ),
                Example(
                    "Dear Ms Parker,\n\nthe company has lost it's licence.\n\nKind regards,\nTom White",
                    flagged="it's",
                    better="its",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nplease let me know if there are any questions.\n\nKind regards,\nTom White"
                ),
                Example("Dear Ms Parker,\n\nit's a good offer, and its price is fair.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
