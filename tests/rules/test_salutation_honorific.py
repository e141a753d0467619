"""salutation.honorific: who says that a reader is Herr or Frau, and whose word counts."""

from __future__ import annotations

import pytest

from msglint.contacts.book import Contact, NoContacts
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.message.person import Person
from msglint.report import Finding, Severity

RULE = "salutation.honorific"
BODY = "\n\nvielen Dank für die Unterlagen, die Sie geschickt haben.\n\nMit freundlichen Grüßen\nTom Weiß"
KIM = "Kim Meyer <kim@example.com>"


class OneContact(NoContacts):
    """Knows one person."""

    def __init__(self, contact: Contact) -> None:
        self.contact = contact

    def at(self, email: str) -> Contact | None:
        return self.contact if email.lower() in self.contact.emails else None


def found(message: Message, linter: Linter | None = None) -> Finding | None:
    report = (linter or Linter(ui_language="de")).check(message)
    return next((finding for finding in report.findings if finding.rule == RULE), None)


def corrected(message: Message, finding: Finding | None) -> str:
    """The first line with the suggestion put in."""
    assert finding is not None
    suggestion = finding.suggestions[0]
    text = message.text[: suggestion.span.start] + suggestion.text + message.text[suggestion.span.end :]
    return text.partition("\n")[0]


def reply(text: str, answered: str, to: str = KIM) -> Message:
    return Message.from_text(text, to=to, answers=Message.from_text(answered, from_=to))


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Sehr geehrter Frau Meyer,", "Sehr geehrte Frau Meyer,"),
        ("Sehr geehrte Herr Dr. Groß,", "Sehr geehrter Herr Dr. Groß,"),
        ("Sehr geehrten Herrn Groß,", "Sehr geehrter Herr Groß,"),
        ("Liebes Frau Meyer,", "Liebe Frau Meyer,"),
        ("Werte Herr Groß,", "Werter Herr Groß,"),
        ("Hallo Herrn Groß,", "Hallo Herr Groß,"),
        ("Liebe Frau Meyer, liebe Herr Groß,", "Liebe Frau Meyer, lieber Herr Groß,"),
        ("Sehr geehrte Hr. Groß,", "Sehr geehrter Hr. Groß,"),
        ("Sehr geehrte Damen und Herrn,", "Sehr geehrte Damen und Herren,"),
        ("Guten Tag, sehr geehrte Damen und Herrn,", "Guten Tag, sehr geehrte Damen und Herren,"),
        ("SEHR GEEHRTE DAMEN UND HERRN,", "SEHR GEEHRTE DAMEN UND HERREN,"),
        ("Sehr geehrter Dame und Herrn,", "Sehr geehrte Damen und Herren,"),
        ("Sehr geehrte Herrn,", "Sehr geehrte Herren,"),
        ("Sehr geehrter Herrn,", "Sehr geehrter Herr,"),
    ],
)
def test_endings_are_put_right(written: str, right: str) -> None:
    message = Message.from_text(written + BODY)
    finding = found(message)
    assert corrected(message, finding) == right
    assert finding is not None
    assert finding.severity is Severity.WARNING


def test_the_address_book_says_it() -> None:
    linter = Linter(contacts=OneContact(Contact(Person("Kim", "Meyer", honorific="Frau"), ("kim@example.com",))))
    message = Message.from_text("Sehr geehrter Herr Meyer," + BODY, to=KIM)
    finding = found(message, linter)
    assert corrected(message, finding) == "Sehr geehrte Frau Meyer,"
    assert finding is not None
    assert finding.recipient == "kim@example.com"


def test_header_and_address_book_contradict_each_other() -> None:
    linter = Linter(contacts=OneContact(Contact(Person("Kim", "Meyer", honorific="Frau"), ("kim@example.com",))))
    message = Message.from_text("Sehr geehrter Herr Meyer," + BODY, to="Herr Kim Meyer <kim@example.com>")
    assert found(message, linter) is None


@pytest.mark.parametrize(
    "signed", ["Frau Kim Meyer", "Kim Meyer (Frau)", "Kim Meyer\nPronomen: sie/ihr", "Kim Meyer, she/her"]
)
def test_the_readers_own_signature_says_it(signed: str) -> None:
    message = reply("Sehr geehrter Herr Meyer," + BODY, f"Guten Tag,\n\nanbei die Unterlagen.\n\nViele Grüße\n{signed}")
    assert corrected(message, found(message)) == "Sehr geehrte Frau Meyer,"


def test_the_reader_knows_better_than_the_header() -> None:
    message = reply(
        "Sehr geehrte Frau Meyer," + BODY,
        "Guten Tag,\n\nanbei die Unterlagen.\n\nViele Grüße\nKim Meyer (sie/ihr)",
        to="Herr Kim Meyer <kim@example.com>",
    )
    assert found(message) is None


def test_the_quoted_thread_says_it() -> None:
    quote = (
        "\n\nAm 03.03.2026 um 14:12 schrieb Kim Meyer <kim@example.com>:\n> Guten Tag Herr Weiß,\n>\n> anbei die "
        "Unterlagen.\n>\n>> Guten Tag Frau Meyer,\n>>\n>> schicken Sie mir die Unterlagen?"
    )
    message = Message.from_text("Guten Tag Herr Meyer," + BODY + quote, to=KIM)
    finding = found(message)
    assert corrected(message, finding) == "Guten Tag Frau Meyer,"
    assert finding is not None
    assert finding.confidence < 0.8


def test_a_thread_that_says_both_says_nothing() -> None:
    answered = (
        "Guten Tag,\n\nich leite das an Frau Meyer weiter.\n\n> Guten Tag Herr Meyer,\n> wo bleiben die Unterlagen?"
    )
    assert found(reply("Guten Tag Herr Meyer," + BODY, answered)) is None


def test_a_first_name_says_nothing() -> None:
    assert found(Message.from_text("Sehr geehrter Herr Meyer," + BODY, to="Anna Meyer <anna@example.com>")) is None


def test_neither_means_the_whole_name() -> None:
    message = Message.from_text("Liebe Frau Meyer," + BODY, to="Kim Meyer (they/them) <kim@example.com>")
    assert corrected(message, found(message)) == "Guten Tag Kim Meyer,"


def test_titles_follow_the_honorific() -> None:
    message = Message.from_text("Sehr geehrte Frau Professorin Groß," + BODY, to="Herr Prof. Hans Groß <h@example.com>")
    assert corrected(message, found(message)) == "Sehr geehrter Herr Professor Groß,"


def test_it_says_more_than_the_missing_title() -> None:
    message = Message.from_text("Sehr geehrter Herr Meyer," + BODY, to="Frau Dr. Anna Meyer <anna@example.com>")
    rules = {finding.rule for finding in Linter().check(message).findings}
    assert RULE in rules
    assert "salutation.title" not in rules
