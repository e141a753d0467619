"""Who is around a message, with and without an address book."""

from __future__ import annotations

from dataclasses import replace

from msglint.contacts.book import Contact
from msglint.contacts.thread import Thread
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.message.person import Person
from msglint.message.spellings import fold


class Book:
    """An address book in memory."""

    def __init__(self, *contacts: Contact) -> None:
        self.contacts = contacts

    def at(self, email: str) -> Contact | None:
        return next((contact for contact in self.contacts if email.lower() in contact.emails), None)

    def called(self, name: str) -> tuple[Contact, ...]:
        return tuple(
            contact for contact in self.contacts if fold(name) in {fold(word) for word in contact.person.words}
        )


MEYER = Contact(
    Person("Anna", "Meyer", ("Dr.",), "Frau", email="am@x.example"),
    emails=("am@x.example",),
    nicknames=("Änne",),
    organisation="Holzbau Meyer GmbH",
    form="Sie",
)


def draft(text: str, to: str = "am@x.example", **more: object) -> Message:
    return Message.from_text(f"{text}\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß", to=to, **more)  # type: ignore[arg-type]


def findings(message: Message, *contacts: Contact) -> list[tuple[str, str]]:
    report = Linter(contacts=Book(*contacts)).check(message)
    return [
        (finding.rule, finding.excerpt) for finding in report.findings if finding.family in ("recipient", "salutation")
    ]


def test_the_address_book_names_the_recipient() -> None:
    assert Thread(draft("Hallo,"), Book(MEYER)).recipients == (MEYER.person,)


def test_the_header_fills_what_the_address_book_leaves_open() -> None:
    bare = Contact(Person("", "Meyer", email="am@x.example"), ("am@x.example",))
    (person,) = Thread(draft("Hallo,", "Dr. Anna Meyer <am@x.example>"), Book(bare)).recipients
    assert (person.given, person.family, person.titles) == ("Anna", "Meyer", ("Dr.",))


def test_a_slip_is_found_by_the_address_book_alone() -> None:
    assert findings(draft("Sehr geehrte Frau Dr. Maier,"), MEYER) == [("recipient.misspelled", "Maier")]
    assert findings(draft("Sehr geehrte Frau Dr. Maier,")) == []


def test_both_names_of_somebody_who_married_are_right() -> None:
    message = draft("Sehr geehrte Frau Dr. Vogt,", "Anna Vogt <am@x.example>")
    assert findings(message, MEYER) == []
    assert findings(draft("Sehr geehrte Frau Dr. Meyer,", "Anna Vogt <am@x.example>"), MEYER) == []


def test_a_nickname_of_the_address_book_is_right() -> None:
    assert findings(draft("Liebe Änne,"), replace(MEYER, form="du")) == []


def test_a_first_name_to_somebody_who_is_called_sie_is_a_matter_of_register() -> None:
    assert findings(draft("Liebe Änne,"), MEYER) == [("salutation.register", "Liebe Änne,")]


def test_a_stranger_who_is_in_the_address_book_is_named() -> None:
    vogt = Contact(Person("Karl", "Vogt", email="kv@x.example"), ("kv@x.example",))
    report = Linter(contacts=Book(MEYER, vogt)).check(draft("Sehr geehrter Herr Vogt,"))
    (finding,) = [finding for finding in report.findings if finding.rule == "recipient.mismatch"]
    assert "Karl Vogt <kv@x.example>" in finding.message
    assert finding.recipient == "am@x.example"


def test_the_firm_of_the_address_book_is_known_in_the_text() -> None:
    message = Message.from_text(
        "Sehr geehrte Frau Dr. Meyer,\n\nder Auftrag der Holzbau Mayer ist da.\n\nMit freundlichen Grüßen\nTom Weiß",
        to="am@x.example",
    )
    assert findings(message, MEYER) == [("recipient.misspelled", "Mayer")]


def test_the_form_of_address_comes_from_the_address_book() -> None:
    assert Thread(draft("Hallo,"), Book(MEYER)).form_of_address == "Sie"
    assert Thread(draft("Hallo,")).form_of_address is None


def test_who_wrote_earlier() -> None:
    quoted = "Hallo Tom, ich übernehme das von Nora.\nAnna\n\nAm 7.7.2026 schrieb Nora Friese:\n> Hallo Tom!\n> Nora"
    message = Message.from_text(
        "Liebe Nora,\n\ngern.\n\nGruß\nTom", to="Anna Meyer <am@x.example>", answers=Message.from_text(quoted)
    )
    assert [person.full for person in Thread(message).earlier][:1] == ["Nora Friese"]
    assert ("recipient.mismatch", "Nora") in findings(message)


def test_who_signed_a_short_note_without_closing() -> None:
    note = Message.from_text("Ihr Angebot nehmen wir gern an.\ni. A. Helga Bredow")
    thread = Thread(Message.from_text("Guten Tag Frau Bredow,\n\ndanke.", to="info@x.example", answers=note))
    assert [person.family for person in thread.everyone] == ["Bredow"]
    assert [person.family for person in thread.recipients] == ["Bredow"]
