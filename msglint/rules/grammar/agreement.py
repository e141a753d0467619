"""grammar.agreement: words whose forms do not go together: case, number, gender, person, tense, a and an."""

from __future__ import annotations

from msglint.report import Severity
from msglint.rules.base import Example, Examples, Need, Rule
from msglint.rules.reported import telling
from msglint.texts import Text

_ID = "grammar.agreement"

_UNKNOWN = Text("„{word}“ passt hier in der Form nicht.", "The form of “{word}” does not fit here.")


RULE = Rule(
    id=_ID,
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Formen, die nicht zusammenpassen", "forms that do not go together"),
    message=Text(
        "„{word}“ passt hier in der Form nicht; gemeint ist wohl „{better}“.",
        "The form of “{word}” does not fit here; “{better}” seems to be meant.",
    ),
    why=Text(
        "Der Leser muss raten, was zusammengehört. LanguageTool: {languagetool}",
        "The reader has to guess what belongs together. LanguageTool: {languagetool}",
    ),
    source="LanguageTool, category GRAMMAR, where other forms of the same words would be right",
    check=telling(_ID, without_better=_UNKNOWN),
    needs=frozenset({Need.LANGUAGETOOL}),
    limits=Text(
        "Was neben einem Namen, einer Adresse oder einer Zahl steht, bleibt unbeanstandet, weil LanguageTool diese nicht sieht.",
        "What stands beside a name, an address or a number is left alone, since LanguageTool does not see these.",
    ),
    tags=("languagetool",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben den neue Vertrag unterschrieben.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="den neue Vertrag",
                    better="den neuen Vertrag",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nich haben Ihnen die Liste gestern geschickt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="ich haben",
                    better="ich habe",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben endlich eine neuen Termin gefunden.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="eine neuen Termin",
                    better="einen neuen Termin",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben den neuen Vertrag unterschrieben.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nim Anhang finden Sie die PDF mit allen Preisen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nzwei ganze Wochenenden war ich auf der Baustelle.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nshe have sent you the list yesterday.\n\nKind regards,\nTom White",
                    flagged="have",
                    better="has",
                ),
                Example(
                    "Dear Ms Parker,\n\nthe invoices was wrong, and we sent new ones.\n\nKind regards,\nTom White",
                    flagged="was",
                    better="were",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe look forward to hear from you.\n\nKind regards,\nTom White",
                    flagged="to hear",
                    better="to hearing",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nshe has sent you the list, and it took her an hour.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Parker,\n\nI have put it on your list as an fyi, and a copy is attached.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
