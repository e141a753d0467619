"""spelling.slip: a short list that needs no dictionary."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.model import Message
from msglint.report import Severity
from msglint.settings import Settings

GERMAN = "Sehr geehrte Frau Meyer,\n\n{}\n\nMit freundlichen Grüßen\nTom Weiß"
ENGLISH = "Dear Ms Parker,\n\n{}\n\nKind regards\nTom White"
LINTER = Linter(Settings(select=("spelling.slip",)), ui_language="de")


def better(text: str, language: str | None = None) -> list[tuple[str, str]]:
    message = Message.from_text(text).with_(given_language=language)
    return [(finding.excerpt, finding.suggestions[0].text) for finding in LINTER.check(message).findings]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("vieleicht", "vielleicht"),
        ("Vieleicht", "Vielleicht"),
        ("SEPERAT", "SEPARAT"),
        ("seperaten", "separaten"),
        ("Wiederspiegeln", "Widerspiegeln"),
        ("addressen", "Adressen"),
        ("garnicht", "gar nicht"),
    ],
)
def test_capitals_and_endings_stay(written: str, right: str) -> None:
    assert better(GERMAN.format(f"das ist {written} so gewesen, wie Sie sagen.")) == [(written, right)]


def test_the_right_word_as_it_is_spelt_in_switzerland() -> None:
    text = GERMAN.format("trotzdem ist der Plan aussedem fertig, wie Sie wissen.")
    assert better(text, "de") == [("aussedem", "außerdem")]
    assert better(text, "de-CH") == [("aussedem", "ausserdem")]


def test_every_slip_is_told_as_a_warning() -> None:
    text = ENGLISH.format("we recieved the adress and will definately confrim, untill tommorow or when it occured.")
    found = LINTER.check(Message.from_text(text)).findings
    assert [finding.severity for finding in found] == [Severity.WARNING] * 7


@pytest.mark.parametrize(
    "sentence",
    [
        "please write to info@recieve.example or look at https://example.com/adress.",
        "the file is called definately.pdf.",
        "he wrote “I recieved it” twice.",
    ],
)
def test_addresses_files_and_quotations_are_left_alone(sentence: str) -> None:
    assert better(ENGLISH.format(sentence)) == []
