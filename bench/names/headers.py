"""How a recipient stands in the header: every shape of a display name, and none at all."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from email.header import Header

from people import Person
from spelling import expanded

from msglint.contacts.book import Contact
from msglint.message.person import Person as ListedPerson

DOMAINS = ("example.com", "example.net", "kunde.example", "mail.example.com")
FIRMS = ("ACME GmbH", "Example Ltd", "Muster AG", "Beispiel & Co. KG")
DEPARTMENTS = {"de": ("Vertrieb", "Einkauf", "Projektleitung"), "en": ("Sales", "Purchasing", "Operations")}
VIA = {"de": "Kundenforum", "en": "Example Forum"}
INNER_CAPITAL = re.compile(r"[a-z'][A-Z]")
SPECIALS = frozenset('()<>[]:;@\\,."')


@dataclass(frozen=True)
class Shape:
    """One shape of a display name.

    Attributes:
        name: for the table.
        display: the display name.
        titled: the header says a title, so the person must have one.
        encoded: written as an encoded word, read from a raw message.
        listed: the header has an address only; the name is in the address book.
        shouted: capitals lose what McGregor and O'Connell have inside.
    """

    name: str
    display: Callable[[Person, random.Random], str]
    titled: bool = False
    encoded: bool = False
    listed: bool = False
    shouted: bool = False

    def fits(self, person: Person) -> bool:
        """Whether the name can be read back from this shape."""
        return not self.shouted or not INNER_CAPITAL.search(person.family)


def _full(person: Person, rng: random.Random) -> str:
    return " ".join(part for part in (person.given, person.middle, person.family) if part)


SHAPES = (
    Shape("Anna Meyer", _full),
    Shape("Meyer, Anna", lambda person, rng: f"{person.family}, {person.given}"),
    Shape(
        "Meyer, Dr. Anna (ACME GmbH)",
        lambda person, rng: f"{person.family}, {person.title} {person.given} ({rng.choice(FIRMS)})",
        titled=True,
    ),
    Shape("MEYER Anna", lambda person, rng: f"{person.family.upper()} {person.given}", shouted=True),
    Shape("Meyer Anna", lambda person, rng: f"{person.family} {person.given}"),
    Shape(
        "[EXT] Anna Meyer | Vertrieb",
        lambda person, rng: f"[EXT] {_full(person, rng)} | {rng.choice(DEPARTMENTS[person.language])}",
    ),
    Shape("=?utf-8?…?=", _full, encoded=True),
    Shape("'Anna Meyer'", lambda person, rng: f"'{_full(person, rng)}'"),
    Shape("Dr. Anna Meyer", lambda person, rng: f"{person.title} {_full(person, rng)}", titled=True),
    Shape("Anna Meyer via …", lambda person, rng: f"{_full(person, rng)} via {VIA[person.language]}"),
    Shape("address book", lambda person, rng: "", listed=True),
)


@dataclass(frozen=True)
class Recipient:
    """One recipient as the header has it, and as the address book does where the header has no name."""

    entry: str
    contact: Contact | None = None


def recipient(shape: Shape, person: Person, rng: random.Random) -> Recipient:
    """The header entry of that person in that shape."""
    email = _email(person, rng, telling=not shape.listed)
    name = shape.display(person, rng)
    if shape.listed:
        titles = tuple(person.title.split())
        return Recipient(email, Contact(ListedPerson(person.given, person.family, titles), (email,)))
    if shape.encoded:
        return Recipient(f"{Header(name, 'utf-8').encode()} <{email}>")
    return Recipient(f"{_quoted(name)} <{email}>")


def _email(person: Person, rng: random.Random, *, telling: bool) -> str:
    given, family = (
        "".join(char for char in expanded(name).lower() if char.isalnum()) for name in (person.given, person.family)
    )
    opaque = f"k{rng.randrange(1000, 9999)}"
    local = (
        rng.choice((f"{given[0]}.{family}", f"{given[0]}.{family}", f"{given}.{family}", opaque)) if telling else opaque
    )
    return f"{local}@{rng.choice(DOMAINS)}"


def _quoted(name: str) -> str:
    return f'"{name}"' if SPECIALS & set(name) else name
