"""Salutations whose names are words of sentences as well: Kurz, Will, Hope, Can, Morgen, So."""

from __future__ import annotations

import pytest

from msglint.message.model import Message

BODY = "\n\nanbei der Bericht.\n\nViele Grüße\nAnna"
WILL = "Will Turner <w.turner@example.com>"


def found(text: str, to: str = "") -> tuple[str, str, list[str]] | None:
    """Salutation, its mark and the names in it."""
    salutation = Message.from_text(text, to=[to] if to else []).parts.salutation
    if salutation is None:
        return None
    return salutation.span.of(text), salutation.mark, [person.name for person in salutation.greeted]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Sehr geehrter Herr Kurz,", ["Kurz"]),
        ("Hallo Frau Kurzmann,", ["Kurzmann"]),
        ("Sehr geehrte Frau Kurz-Will,", ["Kurz-Will"]),
        ("Guten Tag Herr Dr. Morgen,", ["Morgen"]),
        ("Sehr geehrte Frau von Gern,", ["Gern"]),
        ("Liebe Frau Kurz, lieber Herr Noch,", ["Kurz", "Noch"]),
        ("Liebe Frau Heute und lieber Herr So,", ["Heute", "So"]),
        ("Lieber Can,", ["Can"]),
        ("Lieber Morgen,", ["Morgen"]),
        ("Dear Hope Turner,", ["Hope Turner"]),
        ("Dear Mr. So,", ["So"]),
        ("Dear Ms How,", ["How"]),
        ("Hallo Kurz!", ["Kurz"]),
    ],
)
def test_a_name_that_is_a_word_too(written: str, names: list[str]) -> None:
    assert found(written + BODY) == (written, written[-1], names)


def test_behind_an_honorific_a_name_needs_no_mark() -> None:
    assert found("Hallo Herr Kurz" + BODY) == ("Hallo Herr Kurz", "", ["Kurz"])


def test_the_names_of_recipients_are_known() -> None:
    assert found("Hi Will thanks for the list.", WILL) == ("Hi Will", "", ["Will"])
    assert found("hi will," + BODY, WILL) == ("hi will,", ",", ["will"])


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("Hallo kurz zur Info, wir kommen später.", "Hallo"),
        ("Hallo noch kurz, wann kommst du?", "Hallo"),
        ("Hi So, I wanted to ask.", "Hi"),
        ("hi will be late today", "hi"),
        ("Hi hope all is well, the list is here.", "Hi"),
        ("Dear Dr I am writing to you.", "Dear Dr"),
        ("Hallo Danke," + BODY, "Hallo"),
    ],
)
def test_a_word_that_is_no_name_here(text: str, greeting: str) -> None:
    assert found(text, WILL) == (greeting, "", [""] if greeting == "Dear Dr" else [])
