"""salutation.title in a thread and with an address book: which title counts, and when it may be left out."""

from __future__ import annotations

import pytest

from msglint.contacts.book import Contact, NoContacts
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.message.person import Person
from msglint.report import Finding, Severity

RULE = "salutation.title"
BODY = "\n\nvielen Dank für die Unterlagen, die Sie geschickt haben.\n\nMit freundlichen Grüßen\nTom Weiß"
ANNA = "Anna Meyer <anna@example.com>"
DR_ANNA = "Dr. Anna Meyer <anna@example.com>"


class OneContact(NoContacts):
    """Knows one person."""

    def __init__(self, contact: Contact) -> None:
        self.contact = contact

    def at(self, email: str) -> Contact | None:
        return self.contact if email.lower() in self.contact.emails else None


def found(message: Message, linter: Linter | None = None) -> Finding | None:
    report = (linter or Linter(ui_language="de")).check(message)
    return next((finding for finding in report.findings if finding.rule == RULE), None)


def reply(text: str, to: str, answered: str, answered_from: str) -> Message:
    return Message.from_text(text, to=to, answers=Message.from_text(answered, from_=answered_from))


def better(finding: Finding | None) -> str:
    return finding.suggestions[0].text if finding else ""


def test_the_address_book_knows_the_title() -> None:
    contact = Contact(Person("Anna", "Meyer", titles=("Prof.", "Dr.")), ("anna@example.com",))
    linter = Linter(ui_language="de", contacts=OneContact(contact))
    finding = found(Message.from_text("Sehr geehrte Frau Meyer," + BODY, to=ANNA), linter)
    assert finding is not None
    assert finding.severity is Severity.WARNING
    assert finding.recipient == "anna@example.com"
    assert better(finding) == "Frau Professorin Meyer"


def test_a_signature_block_below_the_plain_name_keeps_the_title() -> None:
    answered = "Guten Tag Herr Weiß,\n\nanbei die Unterlagen.\n\nViele Grüße\nAnna Meyer\n\nDr. Anna Meyer\nLeiterin"
    assert better(found(reply("Sehr geehrte Frau Meyer," + BODY, ANNA, answered, ANNA))) == "Frau Dr. Meyer"


@pytest.mark.parametrize("signed", ["Anna Meyer", "Anna", "A. Meyer\nLeiterin Labor"])
def test_who_signs_without_title_has_waived_it(signed: str) -> None:
    answered = f"Guten Tag Herr Weiß,\n\nanbei die Unterlagen.\n\nViele Grüße\n{signed}"
    assert found(reply("Sehr geehrte Frau Meyer," + BODY, DR_ANNA, answered, DR_ANNA)) is None


def test_somebody_elses_signature_waives_nothing() -> None:
    answered = "Guten Tag Herr Weiß,\n\nbitte wenden Sie sich an Frau Dr. Meyer.\n\nViele Grüße\nEva Sommer"
    message = reply("Sehr geehrte Frau Meyer," + BODY, DR_ANNA, answered, "Eva Sommer <eva@example.com>")
    assert better(found(message)) == "Frau Dr. Meyer"


def test_the_assistants_signature_gives_the_assistant_no_title() -> None:
    answered = "Guten Tag Herr Weiß,\n\nanbei die Unterlagen.\n\nViele Grüße\nEva Sommer\nSekretariat Prof. Dr. Meyer"
    eva = "Eva Sommer <eva@example.com>"
    assert found(reply("Sehr geehrte Frau Sommer," + BODY, eva, answered, eva)) is None


def test_what_the_quoted_thread_leaves_out_is_not_asked_for() -> None:
    quote = (
        "\n\nAm 03.03.2026 um 14:12 schrieb Dr. Anna Meyer <anna@example.com>:\n> Guten Tag Herr Weiß,\n>\n> anbei die "
        "Unterlagen.\n>\n>> Guten Tag Frau Meyer,\n>>\n>> schicken Sie mir die Unterlagen?"
    )
    assert found(Message.from_text("Guten Tag Frau Meyer," + BODY + quote, to=DR_ANNA)) is None


def test_colleagues_are_reminded_gently() -> None:
    message = Message.from_text("Sehr geehrte Frau Meyer," + BODY, to=DR_ANNA, from_="Tom Weiß <tom@example.com>")
    finding = found(message)
    assert finding is not None
    assert finding.severity is Severity.SUGGESTION


def test_a_lower_title_is_a_suggestion() -> None:
    finding = found(Message.from_text("Sehr geehrte Frau Dr. Meyer," + BODY, to="Prof. Dr. Anna Meyer <a@example.com>"))
    assert finding is not None
    assert finding.severity is Severity.SUGGESTION


@pytest.mark.parametrize(
    ("written", "better_"),
    [
        ("Herr Dr. Dr. Groß", "Herr Dr. Groß"),
        ("Frau Dr. rer. nat. Groß", "Frau Dr. Groß"),
        ("Frau Dr.-Ing. Groß", "Frau Dr. Groß"),
        ("Herr Rechtsanwalt Prof. Dr. Groß", "Herr Rechtsanwalt Professor Groß"),
        ("Frau Prof. Dr. Anna Groß", "Frau Professorin Anna Groß"),
        ("Herr Dr. Dr. h. c. Groß", "Herr Dr. Groß"),
        ("Herr Dr. Dr. von dem Berge", "Herr Dr. von dem Berge"),
        ("Frau Prof. Dr. Dr. von der Heide", "Frau Professorin von der Heide"),
        ("Herr Dr. med. van den Berg", "Herr Dr. van den Berg"),
    ],
)
def test_one_title_is_enough(written: str, better_: str) -> None:
    finding = found(Message.from_text(f"Guten Tag {written}," + BODY))
    assert finding is not None
    assert finding.severity is Severity.SUGGESTION
    assert finding.excerpt == written
    assert better(finding) == better_


@pytest.mark.parametrize("written", ["Prof. Dr. Groß", "Frau Prof. Dr. Groß", "Herr Prof. Dr. von der Heide"])
def test_professor_and_doctor_are_usual_in_german(written: str) -> None:
    assert found(Message.from_text(f"Guten Tag {written}," + BODY)) is None


def test_a_particle_is_no_title() -> None:
    finding = found(
        Message.from_text("Guten Tag Frau von der Heide," + BODY, to="Dr. Anna von der Heide <a@example.com>")
    )
    assert finding is not None
    assert finding.severity is Severity.WARNING
    assert better(finding) == "Frau Dr. von der Heide"


def test_two_readers_each_for_themselves() -> None:
    message = Message.from_text(
        "Sehr geehrte Frau Meyer, sehr geehrter Herr Groß," + BODY,
        to=[DR_ANNA, "Prof. Hans Groß <hans@example.com>"],
    )
    findings = [finding for finding in Linter(ui_language="de").check(message).findings if finding.rule == RULE]
    assert [(finding.excerpt, better(finding), finding.recipient) for finding in findings] == [
        ("Frau Meyer", "Frau Dr. Meyer", "anna@example.com"),
        ("Herr Groß", "Herr Professor Groß", "hans@example.com"),
    ]
