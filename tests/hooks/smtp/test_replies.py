"""The words in a server's reply."""

from __future__ import annotations

import pytest
from shared_clients import BAD

from msglint.hooks.again import Memory
from msglint.hooks.gate import Decision, Gate, Reason
from msglint.hooks.smtp.replies import WIDTH, ascii_text, refusal, reply
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.settings import HookSettings
from msglint.texts import Text

HOOK = HookSettings()


def _blocked() -> Decision:
    return Gate(lambda: Linter(ui_language="de"), HOOK, Memory(None, 0)).decide(lambda: Message.from_eml(BAD))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Grüße aus Österreich, Straße", "Gruesse aus Oesterreich, Strasse"),
        ("„so“ – oder → so …", '"so" - oder -> so ...'),
        ("Łukasz", "Lukasz"),
        ("a\r\n250 b\0", "a  250 b "),
    ],
)
def test_everything_becomes_ascii_in_one_line(text: str, plain: str) -> None:
    assert ascii_text(text) == plain


@pytest.mark.parametrize(("language", "word"), [("de", "Trotzdem senden"), ("en", "To send it anyway")])
def test_a_refusal_is_short_lines_of_ascii(language: str, word: str) -> None:
    lines = refusal(_blocked(), HOOK, language)
    assert all(line.isascii() and line.isprintable() and len(line) <= WIDTH for line in lines)
    assert word in " ".join(lines)


def test_a_refusal_says_what_is_better() -> None:
    text = " ".join(line.strip() for line in refusal(_blocked(), HOOK, "de"))
    assert "-> Guten Tag Dr. Anna Meyer," in text


def test_what_was_not_checked_says_why() -> None:
    decision = Decision(blocked=True, reason=Reason.LATE, trouble=Text("Zu spät.", "Too late."))
    text = " ".join(line.strip() for line in refusal(decision, HOOK, "de"))
    assert "Zu spaet." in text
    assert "X-Msglint: off" in text


def test_a_reply_of_several_lines() -> None:
    assert reply("550", "5.7.1", ("a", "b")) == b"550-5.7.1 a\r\n550 5.7.1 b"
    assert reply("550", "5.7.1", ("a",)) == b"550 5.7.1 a"
