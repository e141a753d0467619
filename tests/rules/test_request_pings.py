"""A message that only asks whether it may ask."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.model import Attachment, Channel, Message
from msglint.report import Severity
from msglint.settings import Settings

RULE = "request.naked-ping"
LINTER = Linter(Settings(select=(RULE,)), ui_language="de")


def flagged(text: str, *, language: str = "de", **facts: object) -> bool:
    message = Message.from_text(text).with_(given_language=language, **facts)
    return bool(LINTER.check(message).findings)


@pytest.mark.parametrize(
    "text",
    [
        "Hallo, kurze Frage?",
        "Hallo Anna, kurze Frage...",
        "Hi Anna, hast du mal kurz Zeit?",
        "Haben Sie einen Moment?",
        "Bist du da?",
        "Können wir mal telefonieren?",
        "Hättest du heute Zeit?",
        "Guten Morgen Frau Meyer, ich hätte da mal eine Frage.",
        "Darf ich dich kurz was fragen?",
        "Kannst du mir mal helfen?",
        "Moin! Störe ich?",
        "Hallo! Wie geht es Ihnen? Haben Sie kurz Zeit?",
        "ping",
    ],
)
def test_german_ping(text: str) -> None:
    assert flagged(text)
    assert flagged(text, channel=Channel.MESSENGER)


@pytest.mark.parametrize(
    "text",
    [
        "Hi, quick question",
        "Hello Anna, are you there?",
        "Do you have a minute?",
        "Got a sec?",
        "Can I ask you something?",
        "Hi Anna, how are you? Can we have a quick call?",
        "Hey, can you help me?",
        "Anyone there?",
        "You around?",
    ],
)
def test_english_ping(text: str) -> None:
    assert flagged(text, language="en")
    assert flagged(text, language="en", channel=Channel.MESSENGER)


@pytest.mark.parametrize(
    "text",
    [
        "Hallo Anna, wie geht es dir?",
        "Kurze Frage: Wann kommt der Maler?",
        "Hast du kurz Zeit für die Abrechnung Kassel?",
        "Können wir am Montag um zehn über den Mietvertrag telefonieren?",
        "Kannst du mir beim Umzug helfen?",
        "Ja, ich bin da.",
        "Gute Besserung, Anna!",
        "Danke, bis morgen!",
        "Die Frage ist beantwortet.",
        "Bitte sehr.",
        "Bitte!",
        "Gute Frage!",
    ],
)
def test_a_german_text_that_says_something_is_no_ping(text: str) -> None:
    assert not flagged(text, channel=Channel.MESSENGER)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Anna, how are you?",
        "Quick question: is the hall free on Monday?",
        "Do you have a minute to look at the lease?",
        "Can you help me move the desk?",
        "Merry Christmas!",
        "Yes, I am free.",
        "Good question!",
    ],
)
def test_an_english_text_that_says_something_is_no_ping(text: str) -> None:
    assert not flagged(text, language="en", channel=Channel.MESSENGER)


def test_a_file_is_a_matter() -> None:
    assert not flagged("Hast du kurz Zeit?", attachments=(Attachment("plan.pdf", "application/pdf"),))


def test_an_answer_is_no_ping() -> None:
    assert not flagged("Hast du kurz Zeit?", answers=Message.from_text("Kannst du mir den Plan erklären?"))


def test_a_ping_is_a_warning_in_a_chat_too() -> None:
    message = Message.from_text("Hast du kurz Zeit?", channel=Channel.MESSENGER)
    assert [finding.severity for finding in LINTER.check(message).findings] == [Severity.WARNING]


def test_the_suggestion_speaks_to_the_reader_as_the_message_does() -> None:
    findings = [LINTER.check(Message.from_text(text)).findings[0] for text in ("Hast du Zeit?", "Haben Sie Zeit?")]
    assert "von dir" in findings[0].suggestions[0].text
    assert "von Ihnen" in findings[1].suggestions[0].text
