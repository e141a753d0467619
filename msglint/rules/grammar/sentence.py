"""grammar.sentence: a word too many, too few or in the wrong place."""

from __future__ import annotations

from msglint.report import Severity
from msglint.rules.base import Example, Examples, Need, Rule
from msglint.rules.reported import telling
from msglint.texts import Text

_ID = "grammar.sentence"

_UNKNOWN = Text(
    "„{word}“: Der Satz geht hier wohl nicht auf.", "“{word}”: the sentence does not seem to work out here."
)


RULE = Rule(
    id=_ID,
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Satzbau", "how the sentence is built"),
    message=Text(
        "„{word}“: Der Satz geht hier wohl nicht auf; vielleicht „{better}“.",
        "“{word}”: the sentence does not seem to work out here; perhaps “{better}”.",
    ),
    why=Text(
        "Ein fehlendes oder überzähliges Wort bleibt oft beim Umstellen stehen und fällt nur dem Leser auf. LanguageTool: {languagetool}",
        "A missing word, or one too many, is often left over from rewriting, and only the reader notices. LanguageTool: {languagetool}",
    ),
    source="LanguageTool, category GRAMMAR, where other words would be right",
    check=telling(_ID, without_better=_UNKNOWN),
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
                    "Guten Tag Frau Klein,\n\nmeines Wissens nach liegt die Rechnung schon bei Ihnen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="meines Wissens nach",
                    better="meines Wissens",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nder neue Kollege kommt aus Türkei zu uns.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="aus Türkei",
                    better="aus der Türkei",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nmeines Wissens liegt die Rechnung schon bei Ihnen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nder neue Kollege kommt aus der Türkei zu uns, Meyer aus Wien.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe new pump is more cheaper than the old one.\n\nKind regards,\nTom White",
                    flagged="more cheaper",
                    better="cheaper",
                ),
                Example(
                    "Dear Ms Parker,\n\nI am agree with your offer of last week.\n\nKind regards,\nTom White",
                    flagged="am agree",
                    better="agree",
                ),
            ),
            good=(
                Example("Dear Ms Parker,\n\nthe new pump is cheaper than the old one.\n\nKind regards,\nTom White"),
                Example("Dear Ms Parker,\n\nI agree with your offer of last week.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
