"""Every example of every rule, coded or data, is run; a rule without enough of them does not pass."""

from __future__ import annotations

from pathlib import Path

import pytest

import msglint.rules
from msglint.examining.remark import Fault
from msglint.examining.trial import try_rule
from msglint.linter import Linter
from msglint.rules import CODED_RULES, coded_rules, module_of
from msglint.rules.base import Rule
from msglint.rulesets import load_rulesets
from msglint.settings import Settings

RULESETS = load_rulesets(with_examples=True)
RULES = (*coded_rules(), *RULESETS.rules)
LINTER = Linter(Settings(profile="everything"), ui_language="de", rulesets=RULESETS)


def test_the_shipped_packs_are_in_order() -> None:
    assert RULESETS.problems == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_does_what_its_examples_say(rule: Rule) -> None:
    remarks = list(try_rule(rule, LINTER))
    tried = [remark for remark in remarks if remark.fault is not Fault.UNTRIED]
    assert tried == []
    if remarks:
        pytest.skip("; ".join(dict.fromkeys(remark.note for remark in remarks)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_speaks_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.message, rule.why):
        assert text.de.strip()
        assert text.en.strip()
        assert text.de != text.en
    assert rule.source.strip()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_names_only_rules_that_exist(rule: Rule) -> None:
    assert rule.supersedes <= {other.id for other in RULES}


def test_every_rule_file_is_listed() -> None:
    package = Path(msglint.rules.__file__).parent
    helpers = {"__init__", "asking", "blocks", "completion", "lowercase", "reach", "sentences", "timing", "wording"}
    helpers |= {"address", "clauses", "differing", "fragment_signs", "meant", "pronoun_hits", "small", "spoken_of"}
    helpers |= {"vocabulary", "written_large"}
    modules = {
        f"{path.parent.name}.{path.stem}".replace("_", "-")
        for path in package.glob("*/*.py")
        if path.stem not in helpers
    }
    assert modules == set(CODED_RULES)


@pytest.mark.parametrize("rule_id", CODED_RULES)
def test_rule_file_holds_the_rule_it_is_named_after(rule_id: str) -> None:
    assert module_of(rule_id) == f"msglint.rules.{rule_id.replace('-', '_')}"
    assert next(rule for rule in RULES if rule.id == rule_id).id == rule_id
