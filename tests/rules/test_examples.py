"""Every example of every rule, coded or data, is run; a rule without enough of them does not pass."""

from __future__ import annotations

from pathlib import Path

import pytest

import msglint.rules
from msglint.linter import Linter
from msglint.report import Report
from msglint.rules import CODED_RULES, coded_rules, module_of
from msglint.rules.base import Example, Rule
from msglint.rulesets import load_rulesets

RULES = (*coded_rules(), *load_rulesets().rules)
LINTER = Linter(ui_language="de")
NEEDED = 2


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, language, example, id=f"{rule.id}-{language}-{at}")
        for rule in RULES
        for language, examples in rule.examples.items()
        for at, example in enumerate(getattr(examples, kind), start=1)
    ]


def _checked(example: Example) -> Report:
    return LINTER.check(example.message())


@pytest.mark.parametrize(("rule", "language", "example"), _cases("bad"))
def test_bad_example_is_flagged(rule: Rule, language: str, example: Example) -> None:
    findings = [finding for finding in _checked(example).findings if finding.rule == rule.id]
    assert findings, example.text
    if example.flagged is not None:
        assert findings[0].excerpt == example.flagged
    if example.better is not None:
        assert [suggestion.text for suggestion in findings[0].suggestions][:1] == [example.better]


@pytest.mark.parametrize(("rule", "language", "example"), _cases("good"))
def test_good_example_is_left_alone(rule: Rule, language: str, example: Example) -> None:
    assert rule.id not in {finding.rule for finding in _checked(example).findings}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_enough_examples_in_each_of_its_languages(rule: Rule) -> None:
    for language in rule.languages or {"de", "en"}:
        examples = rule.examples[language]
        assert len(examples.bad) >= NEEDED
        assert len(examples.good) >= NEEDED


@pytest.mark.parametrize(("rule", "language", "example"), _cases("bad") + _cases("good"))
def test_example_is_in_the_language_it_stands_under(rule: Rule, language: str, example: Example) -> None:
    if rule.languages:
        assert example.message().base_language == language


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
    helpers = {"base", "lowercase", "completion", "wording", "__init__"}
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
