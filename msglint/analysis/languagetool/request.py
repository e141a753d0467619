"""What is asked of LanguageTool: in which language, with which of its rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.languagetool.left_out import CATEGORIES, RULES, WHOLE_SENTENCE

SPELLERS: Final = {
    "de-DE": "GERMAN_SPELLER_RULE",
    "de-AT": "AUSTRIAN_GERMAN_SPELLER_RULE",
    "de-CH": "SWISS_GERMAN_SPELLER_RULE",
    "en-GB": "MORFOLOGIK_RULE_EN_GB",
    "en-US": "MORFOLOGIK_RULE_EN_US",
}
"""What LanguageTool calls the rule that knows the words of a language; also the languages that msglint asks for."""
HasSpeller = Callable[[str], bool]
"""Whether something else looks after the words of a language: `de`, `de-AT`, `en`, …"""
WARM: Final = ("de-DE", "en-US")
"""The languages that nearly every message is in."""


@dataclass(frozen=True, slots=True)
class Request:
    """One kind of request.

    Attributes:
        language: with its region, as LanguageTool names it; without one it does not look at spelling.
        disabled_rules: LanguageTool's ids of rules not to run.
        disabled_categories: likewise of whole categories.
        enabled_rules: ids of rules to run that are off by default.
        enabled_only: no others than these.
        picky: also what LanguageTool calls picky.
    """

    language: str
    disabled_rules: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    enabled_rules: frozenset[str] = frozenset()
    enabled_only: bool = False
    picky: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """The form fields that are sent besides the text, always in the same order.

        The server keeps what it has built for one set of fields, and building takes seconds.
        """
        fields = {
            "language": self.language,
            "disabledRules": ",".join(sorted(self.disabled_rules)),
            "enabledRules": ",".join(sorted(self.enabled_rules)),
            "disabledCategories": ",".join(sorted(self.disabled_categories)),
            "enabledOnly": "true" if self.enabled_only else "",
            "level": "picky" if self.picky else "",
        }
        return {name: value for name, value in fields.items() if value}


def usual_request(language: str, settings: LanguageToolSettings, *, spelling: bool = True) -> Request:
    """For all that can be asked at once.

    What is left out is not even looked for: LanguageTool drops all but one of several findings that overlap.

    Args:
        language: with its region.
        settings: what the user enables and disables.
        spelling: also words that it does not know. Most of its time goes into what it proposes in their place.
    """
    wanted = frozenset(settings.enable)
    left_out = (frozenset(RULES) - wanted) | frozenset(settings.disable) | WHOLE_SENTENCE
    return Request(
        language=language,
        disabled_rules=left_out if spelling else left_out | {SPELLERS[language]},
        disabled_categories=frozenset(CATEGORIES),
        enabled_rules=wanted - WHOLE_SENTENCE - frozenset(settings.disable),
        picky=settings.picky,
    )


def whole_sentence_request(language: str, settings: LanguageToolSettings) -> Request | None:
    """For rules that mark whole sentences, and would hide every other finding there; None where none is wanted."""
    wanted = (frozenset(settings.enable) & WHOLE_SENTENCE) - frozenset(settings.disable)
    return Request(language=language, enabled_rules=wanted, enabled_only=True) if wanted else None


def warm_up_fields(settings: LanguageToolSettings, has_speller: HasSpeller | None = None) -> tuple[dict[str, str], ...]:
    """What a server should have been asked before the first check, so that it answers at once."""
    spelled = {language for language in WARM if has_speller is not None and has_speller(language.partition("-")[0])}
    return tuple(usual_request(language, settings, spelling=language not in spelled).fields for language in WARM)
