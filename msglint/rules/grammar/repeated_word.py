"""grammar.repeated-word: the same word twice in a row."""

from __future__ import annotations

from msglint.report import Severity
from msglint.rules.base import Example, Examples, Need, Rule
from msglint.rules.reported import telling
from msglint.texts import Text

_ID = "grammar.repeated-word"


RULE = Rule(
    id=_ID,
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("doppeltes Wort", "repeated word"),
    message=Text("„{word}“: Das Wort steht zweimal da.", "“{word}”: the word stands there twice."),
    why=Text(
        "Es ist beim Umstellen stehen geblieben; wer es liest, hält die Nachricht für nicht durchgesehen.",
        "It was left over from rewriting; whoever reads it takes the message for one that nobody looked through.",
    ),
    source="LanguageTool, GERMAN_WORD_REPEAT_RULE and ENGLISH_WORD_REPEAT_RULE",
    check=telling(_ID),
    needs=frozenset({Need.LANGUAGETOOL}),
    price=6,
    limits=Text(
        "Wörter, die man zur Betonung wiederholt (sehr sehr, danke danke), bleiben unbeanstandet.",
        "Words that are repeated for emphasis (very very, thanks thanks) are left alone.",
    ),
    tags=("languagetool",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Klein,\n\nder Kurier kommt am am Montag zu Ihnen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="am am",
                    better="am",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir prüfen die die Liste bis Freitag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="die die",
                    better="die",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nder Kurier kommt am Montag zu Ihnen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\ndas war sehr sehr freundlich von Ihnen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir suchen die, die die Liste geschrieben haben.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nplease send us the the list by Friday.\n\nKind regards,\nTom White",
                    flagged="the the",
                    better="the",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe would like to thank you for for your help.\n\nKind regards,\nTom White",
                    flagged="for for",
                    better="for",
                ),
            ),
            good=(
                Example("Dear Ms Parker,\n\nplease send us the list by Friday.\n\nKind regards,\nTom White"),
                Example(
                    "Dear Ms Parker,\n\nit was very very kind of you, and I know that that helps.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
