"""What an address book says about people, whatever file it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from msglint.message.model import Relationship
from msglint.message.person import Person


@dataclass(frozen=True, slots=True)
class Contact:
    """One person in an address book.

    Attributes:
        person: the name, with titles, and with Herr or Frau where the entry itself says it.
        emails: all addresses, in lower case.
        nicknames: what the person is called besides.
        organisation: the firm, as written; empty if not known.
        form: `du` or `Sie` where the entry says it, else None.
        relationship: where the entry says it, else None.
        source: file and line, for people.
    """

    person: Person
    emails: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    organisation: str = ""
    form: str | None = None
    relationship: Relationship | None = None
    source: str = ""


class ContactBook(Protocol):
    """Finds people by address and by name. May be shared by threads."""

    def at(self, email: str) -> Contact | None:
        """The person at that address, upper and lower case alike; None if unknown."""
        ...

    def called(self, name: str) -> tuple[Contact, ...]:
        """A few of the people of whom `name` is a given name, a surname or a nickname, in any spelling of it."""
        ...


class NoContacts:
    """The address book of somebody who has none."""

    def at(self, email: str) -> Contact | None:
        """Nobody."""
        return None

    def called(self, name: str) -> tuple[Contact, ...]:
        """Nobody."""
        return ()


NO_CONTACTS = NoContacts()
