"""grammar.style: words that say the same thing twice, or that have no comparative."""

from __future__ import annotations

from msglint.report import Severity
from msglint.rules.base import Example, Examples, Need, Rule
from msglint.rules.reported import telling
from msglint.texts import Text

_ID = "grammar.style"


RULE = Rule(
    id=_ID,
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("doppelt gesagt", "said twice"),
    message=Text("„{word}“ lässt sich kürzer sagen: „{better}“", "“{word}” can be said in fewer words: “{better}”"),
    why=Text(
        "Was schon gesagt ist, kostet den Leser nur Zeit. LanguageTool: {languagetool}",
        "What has been said already only takes the reader's time. LanguageTool: {languagetool}",
    ),
    source="LanguageTool, categories REDUNDANCY and STYLE",
    check=telling(_ID),
    needs=frozenset({Need.LANGUAGETOOL}),
    price=2,
    limits=Text(
        "Umgangssprache, Gendern und Wortwiederholungen im Text bleiben unbeanstandet: das ist Sache des Schreibers.",
        "Colloquial words, inclusive language and words repeated in the text are left alone: that is up to the writer.",
    ),
    tags=("languagetool",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben bereits schon zweimal geschrieben.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="bereits schon",
                    better="schon",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\ndie Lieferung dauert ca. etwa zwei Wochen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="ca. etwa",
                    better="ca.",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nwir haben schon zweimal geschrieben, und die Lieferung dauert etwa zwei Wochen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nich freu mich auf das Treffen und bring die Infos mit.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nplease return back the old form to us.\n\nKind regards,\nTom White",
                    flagged="return back",
                    better="return",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe repeat again that the price includes tax.\n\nKind regards,\nTom White",
                    flagged="repeat again",
                    better="repeat",
                ),
            ),
            good=(
                Example("Dear Ms Parker,\n\nplease return the old form to us.\n\nKind regards,\nTom White"),
                Example(
                    "Dear Ms Parker,\n\nthe lorry comes on Monday, so please keep the yard free.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
