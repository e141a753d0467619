"""The text of the user's own list of words."""

from __future__ import annotations

import pytest

from msglint.config.own_words import HEADER, with_words, without_words, words_of


def test_the_words_in_their_order_each_once() -> None:
    assert words_of("# mine\nQuorbit Plomster # new\n\nQuorbit\nAbel\n") == ("Quorbit", "Plomster", "Abel")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_header_holds_no_word(language: str) -> None:
    assert words_of(HEADER.in_(language)) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "Quorbit\nAbel\n"),
        ("# mine\n", "# mine\nQuorbit\nAbel\n"),
        ("Plomster", "Plomster\nQuorbit\nAbel\n"),
        ("Plomster\r\n", "Plomster\r\nQuorbit\r\nAbel\r\n"),
        ("Quorbit # there\n", "Quorbit # there\nAbel\n"),
        ("# Quorbit\n", "# Quorbit\nQuorbit\nAbel\n"),
    ],
)
def test_new_words_stand_at_the_end(before: str, after: str) -> None:
    assert with_words(before, ["Quorbit", "Abel", "Quorbit"]) == after


def test_what_is_there_already_changes_nothing() -> None:
    assert with_words("Abel", ["Abel"]) == "Abel"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Quorbit\nAbel\n", "Abel\n"),
        ("Quorbit Abel\n", "Abel\n"),
        ("Quorbit # ours\nAbel\n", "# ours\nAbel\n"),
        ("Quorbit Abel # ours\n", "Abel # ours\n"),
        ("# Quorbit is ours\nQuorbit\n", "# Quorbit is ours\n"),
        ("Abel\n\n  Plomster  \n", "Abel\n\n  Plomster  \n"),
        ("quorbit\n", "quorbit\n"),
        ("Abel\nQuorbit", "Abel\n"),
        ("", ""),
    ],
)
def test_words_go_and_all_else_stays(before: str, after: str) -> None:
    assert without_words(before, {"Quorbit"}) == after


def test_adding_and_removing_leaves_the_file_as_it_was() -> None:
    text = "# mine\r\nAbel # first\r\n"
    assert without_words(with_words(text, ["Quorbit"]), {"Quorbit"}) == text
