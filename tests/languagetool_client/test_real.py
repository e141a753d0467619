"""The same with a real LanguageTool; see `shared_languagetool` for how to have one."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from shared_languagetool import COLD_START, real_server

from msglint import Message
from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.languagetool.checker import LanguageToolChecker
from msglint.examining.trial import try_rule
from msglint.linter import Linter
from msglint.rules.base import Rule

from .conftest import linter_for
from .messages import languagetool_rules, letter_de

pytestmark = pytest.mark.languagetool
__all__ = ["real_server"]

RULES = tuple(languagetool_rules())
EMOJIS = "😀🚀👨‍👩‍👧🇩🇪𝔘"
SLIPS = {
    "den neue Vertrag": "den neue Vertrag",
    "die die Liste": "die die",
    "eine neuen Termin": "eine neuen Termin",
}
"""What is written, and what of it is found."""


@pytest.fixture
def real_settings(real_server: str) -> LanguageToolSettings:
    """Settings that name a real server."""
    return LanguageToolSettings(use=real_server, time_budget=COLD_START)


@pytest.fixture
def real_linter(real_settings: LanguageToolSettings) -> Linter:
    """A linter with all rules that asks it."""
    return linter_for(real_settings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_does_what_its_examples_say(rule: Rule, real_linter: Linter) -> None:
    assert list(try_rule(rule, real_linter)) == []


def test_a_letter(real_linter: Linter) -> None:
    found = [(finding.rule, finding.excerpt) for finding in real_linter.check(letter_de()).findings]
    for expected in (
        ("spelling.capital", "vielen dank"),
        ("grammar.agreement", "den neue Vertrag"),
        ("grammar.repeated-word", "die die"),
        ("grammar.comma", "uns ob"),
        ("spelling.confused-word", "wahr"),
    ):
        assert expected in found


def test_places_are_right_among_emojis_and_threads(real_settings: LanguageToolSettings) -> None:
    checker = LanguageToolChecker(real_settings)

    def mistaken(seed: int) -> list[str]:
        chance = random.Random(seed)
        written = chance.choices(list(SLIPS), k=chance.randint(1, 4))
        sentences = [f"{emojis(chance)} Wir haben heute {slip} geprüft {emojis(chance)}." for slip in written]
        text = "Guten Tag Frau Klein,\n\n" + "\n\n".join(sentences) + "\n\nMit freundlichen Grüßen\nTom Weiß"
        checked = checker.check(Message.from_text(text).with_(given_language="de"), lambda word: False)
        found = [slip.span.of(text) for slip in checked.slips]
        return [] if found == [SLIPS[slip] for slip in written] else [text, *found]

    with ThreadPoolExecutor(8) as pool:
        assert [wrong for wrong in pool.map(mistaken, range(80)) if wrong] == []


def emojis(chance: random.Random) -> str:
    return "".join(chance.choices(EMOJIS, k=chance.randint(0, 4)))
