"""salutation.punctuation: no mark is ever doubled, and open punctuation is left alone."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.model import Message
from msglint.report import Finding

RULE = "salutation.punctuation"


def found(message: Message) -> Finding | None:
    report = Linter(ui_language="en").check(message)
    return next((finding for finding in report.findings if finding.rule == RULE), None)


@pytest.mark.parametrize(
    "name", ["Kurz", "Will", "Hope", "Can", "Morgen", "Noch", "Heute", "Gern", "So", "Do", "Danke"]
)
@pytest.mark.parametrize("greeting", ["Sehr geehrter Herr {},", "Lieber {},", "Hallo {},", "Hallo Anna {},"])
def test_no_second_comma(greeting: str, name: str) -> None:
    body = "\n\nvielen Dank für die Unterlagen.\n\nMit freundlichen Grüßen\nTom Weiß"
    assert found(Message.from_text(greeting.format(name) + body)) is None


@pytest.mark.parametrize(
    ("closing", "is_found"),
    [
        ("Thanks\nEmma", False),
        ("Kind regards\n\nEmma Carter", False),
        ("Thanks for all your help\nEmma", False),
        ("Thanks,\nEmma", True),
        ("Thanks!\nEmma", True),
        ("Emma", True),
    ],
)
def test_open_punctuation_is_english(closing: str, is_found: bool) -> None:
    message = Message.from_text(f"Hi Dan\n\nThe van comes on Friday. Can you be there?\n\n{closing}")
    assert (found(message) is not None) is is_found


def test_open_punctuation_is_not_german() -> None:
    text = "Hallo Tom\n\nder Wagen kommt am Freitag, kannst du da sein?\n\nViele Grüße\nEmma"
    assert found(Message.from_text(text)) is not None


def test_switzerland_is_no_reason_in_english() -> None:
    finding = found(Message.from_text("Hi Colin\n\nThe van comes on Friday. Can you be there?\n\nThanks,\nEmma"))
    assert finding is not None
    assert "Swiss" not in finding.why
