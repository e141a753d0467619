"""The index on disk: its tables, who is put in, and who is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msglint.contacts.address_book.problems import Notes
from msglint.contacts.book import Contact
from msglint.message.addresses import is_role_address
from msglint.message.model import Address, Relationship
from msglint.message.name_words import PARTICLES
from msglint.message.person import Person
from msglint.message.spellings import fold, same_spelling, spellings

INDEX_VERSION = 2
"""To be raised whenever the tables change, what is understood of the files, or how names are folded."""

MOST_CALLED = 20
MOST_EMAILS = 30
MOST_NICKNAMES = 20
"""What one person may have, whatever the files say: it is read and written again with each entry about them."""
MOST_OWNERS = 20
"""Of one address. It is nobody's own from the second on."""

_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16000;
CREATE TABLE about (fingerprint TEXT, people INTEGER, addresses INTEGER);
CREATE TABLE people (
    given TEXT, family TEXT, titles TEXT, honorific TEXT, emails TEXT, nicknames TEXT,
    organisation TEXT, form TEXT, relationship TEXT, source TEXT
);
CREATE TABLE addresses (email TEXT, person INTEGER, PRIMARY KEY (email, person)) WITHOUT ROWID;
CREATE TABLE names (name TEXT, person INTEGER);
"""
_UPDATE = """
UPDATE people SET given = ?, family = ?, titles = ?, honorific = ?, emails = ?, nicknames = ?,
    organisation = ?, form = ?, relationship = ?, source = ?
WHERE rowid = ?
"""
_SEPARATOR = "\n"
_CANDIDATES = 60
_NAMESAKES = 20_000
_MOST_SHARED = 1000
_AT = "SELECT person, people.* FROM addresses JOIN people ON people.rowid = person WHERE email = ? LIMIT ?"


def connected(file: Path) -> sqlite3.Connection:
    """The file as it is: whoever makes a new one puts it in its place as a whole."""
    return sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def fingerprint_in(connection: sqlite3.Connection) -> str | None:
    """What the index was made of; None where it was not finished."""
    found = connection.execute("SELECT fingerprint FROM about").fetchone()
    return str(found[0]) if found else None


def counts_in(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many people and how many addresses there are."""
    people, addresses = connection.execute("SELECT people, addresses FROM about").fetchone()
    return int(people), int(addresses)


def find_at(connection: sqlite3.Connection, email: str) -> Contact | None:
    """The person at that address; nobody at one that several have or that stands for a function."""
    if _is_role(email):
        return None
    found = _owners(connection, email, 2)
    return found[0][1] if len(found) == 1 else None


def everyone_at(connection: sqlite3.Connection, email: str) -> tuple[Contact, ...]:
    """A few of those who have the address."""
    return tuple(contact for _, contact in _owners(connection, email, MOST_OWNERS))


def shared_in(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The addresses that several people have, up to a thousand."""
    found = connection.execute(
        "SELECT email FROM addresses GROUP BY email HAVING count(*) > 1 LIMIT ?", (_MOST_SHARED,)
    )
    return tuple(str(row[0]) for row in found if not _is_role(row[0]))


def _owners(connection: sqlite3.Connection, email: str, most: int) -> list[tuple[int, Contact]]:
    rows = connection.execute(_AT, (storable(email.strip().lower()), most))
    return [(int(row[0]), _contact(row[1:])) for row in rows]


def _is_role(email: str) -> bool:
    return is_role_address(Address("", email.strip().lower()))


def count_called(connection: sqlite3.Connection, name: str) -> int:
    """How many people are called so."""
    words = _words(name)
    return len(set.intersection(*(_people_called(connection, word, -1) for word in words))) if words else 0


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word.lower() not in PARTICLES and fold(word)]


def find_called(connection: sqlite3.Connection, name: str) -> tuple[Contact, ...]:
    """A few of the people who are called so. Of several words, each must be one of the person's names."""
    words = _words(name)
    if not words:
        return ()
    limit = _CANDIDATES if len(words) == 1 else _NAMESAKES
    people = set.intersection(*(_people_called(connection, word, limit) for word in words))
    rows = (
        connection.execute("SELECT * FROM people WHERE rowid = ?", (person,)).fetchone()
        for person in sorted(people)[:MOST_CALLED]
    )
    return tuple(_contact(row) for row in rows)


def _people_called(connection: sqlite3.Connection, word: str, limit: int) -> set[int]:
    return {
        int(row[0])
        for key in _keys(word)
        for row in connection.execute("SELECT person FROM names WHERE name = ? LIMIT ?", (key, limit))
    }


def storable(text: str) -> str:
    """SQLite takes no halves of surrogate pairs, which stand for file names that are not UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


class Writer:
    """Puts people into an empty index. Who stands there already is completed, not doubled."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")

    def add(self, contact: Contact, notes: Notes) -> None:
        """Put the contact in. Who has an address in common with somebody else is still another person."""
        notes.people += 1
        notes.addresses += len(contact.emails)
        owners = {email: _owners(self._connection, email, MOST_OWNERS) for email in contact.emails}
        emails = [email for email, people in owners.items() if len(people) < MOST_OWNERS]
        for email, people in owners.items():
            for person, known in people:
                if _are_one(known.person, contact.person, wholly=_is_role(email)):
                    self._complete(person, known, contact, emails)
                    return
        self._insert(contact, emails)

    def finish(self, fingerprint: str) -> None:
        """Nothing more will come."""
        self._connection.execute("CREATE INDEX by_name ON names (name, person)")
        self._connection.execute(
            "INSERT INTO about SELECT ?, (SELECT count(*) FROM people), (SELECT count(DISTINCT email) FROM addresses)",
            (fingerprint,),
        )
        self._connection.commit()

    def _insert(self, contact: Contact, emails: Sequence[str]) -> None:
        cursor = self._connection.execute("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(contact))
        self._point(cursor.lastrowid or 0, emails, _all_keys(contact))

    def _complete(self, person: int, known: Contact, contact: Contact, emails: Sequence[str]) -> None:
        """What the one entry does not say, the other may."""
        merged = Contact(
            person=Person(
                _fuller(known.person.given, contact.person.given),
                known.person.family or contact.person.family,
                known.person.titles or contact.person.titles,
                known.person.honorific or contact.person.honorific,
            ),
            emails=tuple(dict.fromkeys(known.emails + contact.emails))[:MOST_EMAILS],
            nicknames=tuple(dict.fromkeys(known.nicknames + contact.nicknames))[:MOST_NICKNAMES],
            organisation=known.organisation or contact.organisation,
            form=known.form or contact.form,
            relationship=known.relationship or contact.relationship,
            source=known.source,
        )
        row = _row(merged)
        if row != _row(known):
            self._connection.execute(_UPDATE, (*row, person))
            self._point(person, (), _all_keys(merged) - _all_keys(known))
        self._point(person, emails, ())

    def _point(self, person: int, emails: Iterable[str], names: Iterable[str]) -> None:
        # "OR IGNORE": one entry may hold two writings that are stored alike.
        self._connection.executemany(
            "INSERT OR IGNORE INTO addresses VALUES (?, ?)", [(storable(email), person) for email in emails]
        )
        self._connection.executemany("INSERT INTO names VALUES (?, ?)", [(name, person) for name in names])


def _row(contact: Contact) -> tuple[str | None, ...]:
    person = contact.person
    values = (
        person.given,
        person.family,
        _SEPARATOR.join(person.titles),
        person.honorific,
        _SEPARATOR.join(contact.emails),
        _SEPARATOR.join(contact.nicknames),
        contact.organisation,
        contact.form,
        contact.relationship.value if contact.relationship else None,
        contact.source,
    )
    return tuple(None if value is None else storable(value) for value in values)


def _contact(row: Sequence[str]) -> Contact:
    given, family, titles, honorific, emails, nicknames, organisation, form, relationship, source = row
    addresses = tuple(_split(emails))
    return Contact(
        person=Person(given, family, tuple(_split(titles)), honorific, email=addresses[0] if addresses else ""),
        emails=addresses,
        nicknames=tuple(_split(nicknames)),
        organisation=organisation,
        form=form,
        relationship=Relationship(relationship) if relationship else None,
        source=source,
    )


def _split(text: str) -> list[str]:
    return text.split(_SEPARATOR) if text else []


def _names(contact: Contact) -> Iterator[str]:
    yield from contact.person.words
    for nickname in contact.nicknames:
        yield from nickname.split()


def _all_keys(contact: Contact) -> set[str]:
    return {key for word in _names(contact) for key in _keys(word)}


def _keys(word: str) -> set[str]:
    """What the name is found by: two spellings of one name have a key in common."""
    return {storable(spelling) for spelling in spellings(word) if spelling}


def _are_one(one: Person, other: Person, *, wholly: bool) -> bool:
    """Whether two entries with one address are of one person: all words of the shorter name are in the longer.

    Args:
        one: a name.
        other: the name in the other entry.
        wholly: the address proves nothing, as many may read it; the names must be the same.
    """
    shorter, longer = sorted((one.words, other.words), key=len)
    if wholly and len(shorter) != len(longer):
        return False
    return all(any(same_spelling(word, name) or _is_initial_of(word, name) for name in longer) for word in shorter)


def _is_initial_of(word: str, name: str) -> bool:
    """`A.` and `Anna`, in either order."""
    first, second = sorted((fold(word), fold(name)), key=len)
    return len(first) == 1 and second.startswith(first)


def _fuller(known: str, other: str) -> str:
    """The given name that is there; the one written out rather than initials."""
    is_short = all(len(word.strip(".")) == 1 for word in known.split())
    return other or known if is_short else known
