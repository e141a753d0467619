"""spelling.compound: one word, two words, or a hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Message
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Need, Rule
from msglint.rules.reported import hits_of
from msglint.texts import Text

_ID = "spelling.compound"


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on each word that is wrongly divided or joined."""
    yield from hits_of(_ID, message, context)


RULE = Rule(
    id=_ID,
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("zusammen, getrennt oder mit Bindestrich", "one word, two, or a hyphen"),
    message=Text("„{word}“ schreibt man hier „{better}“.", "“{word}” is written “{better}” here."),
    why=Text(
        "Getrennt oder zusammen ändert oft den Sinn; falsch geschrieben liest es sich erst beim zweiten Mal richtig.",
        "One word or two often changes the meaning; written wrongly it is read twice.",
    ),
    source="LanguageTool, wherever nothing but blanks and hyphens would change",
    check=check,
    needs=frozenset({Need.LANGUAGETOOL}),
    limits=Text(
        "Was auf zwei Arten richtig ist (kennen lernen, kennenlernen), bleibt unbeanstandet.",
        "What is right in two ways is left alone.",
    ),
    tags=("languagetool",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Klein,\n\nuns fehlt noch Ihre E-Mail Adresse für die Rechnung.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="E-Mail Adresse",
                    better="E-Mail-Adresse",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nkönnten Sie die Ware bis Freitag zurück schicken?\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="zurück schicken",
                    better="zurückschicken",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\ndie 10jährige Garantie läuft im Mai aus.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="10jährige",
                    better="10-jährige",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nich freue mich, Sie am Montag kennen zu lernen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nich freue mich, Sie am Montag kennenzulernen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nuns fehlt noch Ihre E-Mail-Adresse für die Rechnung.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\ncould you please setup a meeting for next week?\n\nKind regards,\nTom White",
                    flagged="setup",
                    better="set up",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe offer a 10 year guarantee on all our pumps.\n\nKind regards,\nTom White",
                    flagged="10 year",
                    better="10-year",
                ),
                Example(
                    "Dear Ms Parker,\n\nplease login to the portal and change your address there.\n\nKind regards,\nTom White",
                    flagged="login",
                    better="log in",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\ncould you please set up a meeting for next week?\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Parker,\n\nthe login to the portal works again, and the setup is finished.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
