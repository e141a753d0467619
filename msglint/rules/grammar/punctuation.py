"""grammar.punctuation: other marks: points of abbreviations, apostrophes, two marks in a row."""

from __future__ import annotations

from msglint.report import Severity
from msglint.rules.base import Example, Examples, Need, Rule
from msglint.rules.reported import telling
from msglint.texts import Text

_ID = "grammar.punctuation"


RULE = Rule(
    id=_ID,
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Satzzeichen", "punctuation"),
    message=Text("„{word}“ schreibt man hier „{better}“.", "“{word}” is written “{better}” here."),
    why=Text(
        "Zeichen, die fehlen oder sich häufen, lassen eine Nachricht hastig wirken. LanguageTool: {languagetool}",
        "Marks that are missing or pile up make a message look hasty. LanguageTool: {languagetool}",
    ),
    source="LanguageTool, wherever nothing but marks would change",
    check=telling(_ID),
    needs=frozenset({Need.LANGUAGETOOL}),
    price=3,
    limits=Text(
        "Gedankenstriche, Anführungszeichen und Leerzeichen bleiben unbeanstandet.",
        "Dashes, quotation marks and spaces are left alone.",
    ),
    tags=("languagetool",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Klein,\n\nbitte schicken Sie uns zB die Rechnung vom Mai.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="zB",
                    better="z. B.",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben das Paket,. wie besprochen, heute abgeschickt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Paket,.",
                    better="Paket,",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nbitte schicken Sie uns z. B. die Rechnung vom Mai.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben das Paket – wie besprochen – heute abgeschickt.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nplease dont send the invoice yet, the address has changed.\n\nKind regards,\nTom White",
                    flagged="dont",
                    better="don't",
                ),
                Example(
                    "Dear Ms Parker,\n\nthree customer's have complained about the pump.\n\nKind regards,\nTom White",
                    flagged="customer's",
                    better="customers",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nplease don't send the invoice yet; the address has changed.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Parker,\n\nthree customers have complained - two of them today.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
