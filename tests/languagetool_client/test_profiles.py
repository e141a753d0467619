"""What friends, chats and colleagues hear of LanguageTool's findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from msglint.linter import Linter

from .messages import letter_de

EVERYWHERE = {"spelling.confused-word", "grammar.agreement", "grammar.repeated-word"}


@pytest.mark.parametrize(
    ("profile", "rules"),
    [
        ("private", set()),
        ("messenger", EVERYWHERE),
        ("colleague", EVERYWHERE | {"spelling.capital"}),
        ("customer", EVERYWHERE | {"spelling.capital", "grammar.comma"}),
    ],
)
def test_who_hears_of_what(linter: Linter, profile: str, rules: set[str]) -> None:
    report = Linter(replace(linter.settings, profile=profile), ui_language="en").check(letter_de())
    assert {finding.rule for finding in report.findings if finding.family in ("spelling", "grammar")} == rules
