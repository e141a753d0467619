"""What makes expressions slow: seen in their structure, and tried."""

from __future__ import annotations

import re

import pytest

from msglint.examining.ambiguity import adjacent, nested
from msglint.examining.growth import Verdict, ordeal
from msglint.examining.samples import sample
from msglint.examining.tree import Node, parse


def tree_of(source: str) -> Node:
    tree = parse(source)
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    "source",
    [
        r"(a+)+b",
        r"(?:\w+\s?)*x",
        r"(?:[a-z]+[,;]*)+!",
        r"(?:.*,)*x",
        r"((?:ab|\w+)-?)*x",
        r"(?:\s*\w*)*!",
        r"(?:a+|b)+c",
    ],
)
def test_repetitions_within_repetitions_that_share_characters(source: str) -> None:
    assert any(nested(tree_of(source)))


@pytest.mark.parametrize(
    "source",
    [
        r"(?:\w+\s+)*gesagt",
        r"(?:\w+,)+ende",
        r"(?:.*\n)*x",
        r"(?:\b\w+\b)*x",
        r"(?:\w{1,20})*x",
        r"\w+\s*",
        r"(?:(?:aw|re)\s*:\s*)*x",
    ],
)
def test_repetitions_that_something_keeps_apart(source: str) -> None:
    assert not any(nested(tree_of(source)))


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        (r"\s*\s*x", True),
        (r"\w+\d*!", True),
        (r"\s*(?:,)?\s*x", True),
        (r".*?(?:a|b*)x", True),
        (r"\w+\s+x", False),
        (r"\w*,\w*", False),
        (r"\w+\b\w+", False),
        (r"\s{0,9}\s*x", False),
    ],
)
def test_repetitions_side_by_side(source: str, is_found: bool) -> None:
    assert any(adjacent(tree_of(source))) == is_found


def test_what_is_no_expression_has_no_tree() -> None:
    assert parse("(") is None


@pytest.mark.parametrize(
    "source", [r"(a+)+b", r"(a+)+$", r"(?:a|aa)+$", r"(\w+\s?)*x", r"(x+x+)+y", r"\s*\s*x", r"([^.!?\n]{0,60}){0,60}x"]
)
def test_catastrophes_are_shown_by_a_text(source: str) -> None:
    found = ordeal(source, tree_of(source))
    assert found is not None
    assert found.verdict is Verdict.CATASTROPHIC
    assert 0 < len(found.text) < 5000


def test_growth_with_the_square_is_slow_but_no_catastrophe() -> None:
    source = r"kündig\w*[^.!?\n]{0,100}wirkung"
    found = ordeal(source, tree_of(source))
    assert found is not None
    assert found.verdict is Verdict.SLOW


@pytest.mark.parametrize(
    "source",
    [
        r"\bwie\s+(?:bereits\s+)?besprochen\b",
        r"\b(?:bezug|bezüglich)\b[^.!?\n]{0,60}(?:§|\bArt\.)",
        r"(?-i:\b[A-Z]\.\s?[A-Z]\.\s+[A-ZÄÖÜ][a-zäöüß]+)",
        r"",
    ],
)
def test_expressions_that_are_well(source: str) -> None:
    assert ordeal(source, tree_of(source)) is None


@pytest.mark.parametrize(
    "source", [r"wie\s+(?:bereits\s+)?besprochen", r"[^\W\d]{2,}x", r"(?:ab|cd)+,?\s", r"\d{3}[-–]\d", "ß", r"[^a]ä"]
)
def test_samples_match_the_expression_that_they_are_of(source: str) -> None:
    for variant in range(6):
        assert re.fullmatch(source, sample(tree_of(source), variant), re.IGNORECASE)
