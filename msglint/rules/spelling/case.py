"""spelling.case: a capital or a small first letter where German and English want the other one."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Message
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Need, Rule
from msglint.rules.reported import hits_of
from msglint.texts import Text

_ID = "spelling.case"


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on each word with the wrong first letter."""
    yield from hits_of(_ID, message, context)


RULE = Rule(
    id=_ID,
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Groß- oder Kleinschreibung", "capital or small letter"),
    message=Text("„{word}“ schreibt man hier „{better}“.", "“{word}” is written “{better}” here."),
    why=Text(
        "Im Deutschen zeigt der große Buchstabe das Hauptwort; fehlt er oder steht er falsch, stockt das Lesen.",
        "A capital in the wrong place, or a missing one, makes the reader stop and look again.",
    ),
    source="LanguageTool, category CASING, and its speller where only the first letter differs",
    check=check,
    needs=frozenset({Need.LANGUAGETOOL}),
    price=6,
    limits=Text(
        "Nachrichten, die ganz klein geschrieben sind, bleiben unbeanstandet, ebenso große Eigenschaftswörter vor einem Hauptwort (in den Sozialen Medien), weil sie zu einem Namen gehören können.",
        "Messages all in lower case are left alone, and so are capital adjectives before a noun, since they may belong to a name.",
    ),
    tags=("languagetool",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben im wesentlichen alles vorbereitet.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="wesentlichen",
                    better="Wesentlichen",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir treffen uns Montags um neun Uhr im kleinen Saal.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Montags",
                    better="montags",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben im Wesentlichen alles vorbereitet und treffen uns montags.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nin den Sozialen Medien haben wir davon nichts gelesen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nder Katalog ist da :-) Wenn Sie mögen, bringe ich ihn mit.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\ni.A. der Geschäftsleitung bitten wir um Ihre Antwort bis Montag.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthank you for the call. We will open our office in the united states next year.\n\nKind regards,\nTom White",
                    flagged="united states",
                    better="United States",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe moved from New york to Boston last year.\n\nKind regards,\nTom White",
                    flagged="New york",
                    better="New York",
                ),
                Example(
                    "Dear Ms Parker,\n\nyour offer looks good, and i will send the contract tomorrow.\n\nKind regards,\nTom White",
                    flagged="i",
                    better="I",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nthank you for the call. We will open our office in the United States next year.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Parker,\n\nfyi the contract is attached, and the invoice will follow tomorrow.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
