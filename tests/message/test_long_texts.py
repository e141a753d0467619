"""Texts made to keep a reader busy. Nothing is measured: a search that grows faster than the text would hang."""

from __future__ import annotations

import pytest

from msglint.message.addresses import parse_addresses
from msglint.message.display_name import parse_person
from msglint.message.footer import footer_start
from msglint.message.lines import lines_of
from msglint.message.model import Message
from msglint.message.people import person_of
from msglint.message.questions import questions_of
from msglint.message.quotes import find_quotes

LENGTH = 20_000


def repeated(piece: str) -> str:
    return piece * (LENGTH // len(piece))


@pytest.mark.parametrize(
    "line",
    [
        "-----Original Message" + " " * 2900 + "x",
        "-----" + " " * 2900 + "x",
        "=" * 2900 + "x",
        "Von" + " " * 2900 + "x",
        "X-" + "a" * 2900,
        "3/4/2000 10:00" + " " * 2900 + "x",
        "Am 3.3. schrieb Anna" + " " * 2900,
    ],
)
def test_lines_that_look_like_the_beginning_of_a_quote(line: str) -> None:
    assert find_quotes(repeated(f"{line}\n")) == ()


def test_the_real_beginnings_are_still_found() -> None:
    for line in ("-----Original Message-----  ", "  ----  Ursprüngliche Nachricht ----", "---- Forwarded by Tom:"):
        (quote,) = find_quotes(f"Ja.\n\n{line}\nHallo\n")
        assert quote.span.start <= 5
    names = "; ".join(f"Anna Meyer <a{number}@example.com>" for number in range(60))
    (quote,) = find_quotes(f"Ja.\n\nVon: Anna\nAn: {names}\nBetreff: Plan\n\nHallo\n")
    assert quote.span.start == 5


@pytest.mark.parametrize("piece", ["wort ", "wort\n", "\n", "a. ", " \n\n", "Nr. "])
def test_a_text_without_questions(piece: str) -> None:
    assert questions_of(repeated(piece)) == ()


def test_questions_stay_as_they_were() -> None:
    text = "Guten Tag.\n\nPasst Ihnen\nDienstag, der 3. März? Oder\n\nist Dr. Meyer da? Und noch eine Frage?"
    assert questions_of(text) == ("Passt Ihnen Dienstag, der 3. März?", "ist Dr. Meyer da?")
    assert questions_of(repeated("wort ") + "? Wann kommt der Bericht?") == ("Wann kommt der Bericht?",)


@pytest.mark.parametrize(
    "name", ["Anna" + " " * LENGTH + "x", repeated("Anna - "), repeated(" \t"), repeated("(["), "/A" * LENGTH]
)
def test_display_names(name: str) -> None:
    for address in parse_addresses([f"{name} <a@example.com>"]):
        person_of(address)
    parse_person(name)


@pytest.mark.parametrize(
    "names",
    [
        "Anna" + " " * LENGTH + "Meyer",
        repeated("Anna, liebe "),
        repeated("Anna und "),
        repeated("Frau "),
        "A-" * LENGTH,
    ],
)
def test_salutations(names: str) -> None:
    assert Message.from_text(f"Liebe {names},\n\nbis morgen.", to="Anna Meyer <a@example.com>").parts is not None


def test_a_name_with_much_space_in_it() -> None:
    person = parse_person("Anna" + " " * 500 + "Meyer  -  ACME GmbH")
    assert person is not None
    assert (person.given, person.family) == ("Anna", "Meyer")


@pytest.mark.parametrize("piece", ["-----\nfoo bar\n", "-----\n", "Sent from\n", "<<a.doc\n"])
def test_rules_in_one_endless_paragraph(piece: str) -> None:
    footer_start(lines_of(f"Hallo\n{repeated(piece)}Ende"))
    assert Message.from_text(repeated(piece)).parts is not None


def test_a_footer_glued_to_a_long_paragraph() -> None:
    lines = lines_of(repeated("foo bar\n") + "Von meinem iPhone gesendet")
    assert footer_start(lines) == len(lines) - 1
