"""The index on disk: its tables, who is put in, and who is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msglint.contacts.address_book.problems import Notes
from msglint.contacts.book import Contact
from msglint.message.model import Relationship
from msglint.message.people import PARTICLES, Person, fold, same_spelling, spellings

INDEX_VERSION = 1
"""To be raised whenever the tables change, what is understood of the files, or how names are folded."""

MOST_CALLED = 20

_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16000;
CREATE TABLE about (fingerprint TEXT, people INTEGER, addresses INTEGER);
CREATE TABLE people (
    given TEXT, family TEXT, titles TEXT, honorific TEXT, emails TEXT, nicknames TEXT,
    organisation TEXT, form TEXT, relationship TEXT, source TEXT
);
CREATE TABLE addresses (email TEXT PRIMARY KEY, person INTEGER) WITHOUT ROWID;
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
_MOST_REPORTED = 1000

Row = Sequence[str | None]


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
    """The person at that address."""
    row = connection.execute(
        "SELECT people.* FROM addresses JOIN people ON people.rowid = person WHERE email = ?",
        (storable(email.strip().lower()),),
    ).fetchone()
    return _contact(row) if row else None


def find_called(connection: sqlite3.Connection, name: str) -> tuple[Contact, ...]:
    """A few of the people who are called so. Of several words, each must be one of the person's names."""
    words = [word for word in name.split() if word.lower() not in PARTICLES and fold(word)]
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
        self._reported: set[str] = set()
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")

    def add(self, contact: Contact, notes: Notes) -> None:
        """Put the contact in. An address that somebody else has already is noted."""
        notes.people += 1
        notes.addresses += len(contact.emails)
        owners = {email: self._owner(email) for email in contact.emails}
        for owner in owners.values():
            if owner is not None and _are_one(owner[1].person, contact.person):
                self._complete(*owner, contact, [email for email, other in owners.items() if other is None])
                return
        for email, owner in owners.items():
            if owner is not None:
                self._report(email, owner[1], contact, notes)
        self._insert(contact, [email for email, owner in owners.items() if owner is None])

    def finish(self, fingerprint: str) -> None:
        """Nothing more will come."""
        self._connection.execute("CREATE INDEX by_name ON names (name, person)")
        self._connection.execute(
            "INSERT INTO about SELECT ?, (SELECT count(*) FROM people), (SELECT count(*) FROM addresses)",
            (fingerprint,),
        )
        self._connection.commit()

    def _owner(self, email: str) -> tuple[int, Contact] | None:
        row = self._connection.execute(
            "SELECT person, people.* FROM addresses JOIN people ON people.rowid = person WHERE email = ?",
            (storable(email),),
        ).fetchone()
        return (int(row[0]), _contact(row[1:])) if row else None

    def _insert(self, contact: Contact, emails: Sequence[str]) -> None:
        cursor = self._connection.execute(
            "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(contact, emails)
        )
        self._point(cursor.lastrowid or 0, emails, _all_keys(contact))

    def _complete(self, person: int, known: Contact, contact: Contact, more_emails: Sequence[str]) -> None:
        """What the one entry does not say, the other may."""
        merged = Contact(
            person=Person(
                known.person.given or contact.person.given,
                known.person.family or contact.person.family,
                known.person.titles or contact.person.titles,
                known.person.honorific or contact.person.honorific,
            ),
            nicknames=tuple(dict.fromkeys(known.nicknames + contact.nicknames)),
            organisation=known.organisation or contact.organisation,
            form=known.form or contact.form,
            relationship=known.relationship or contact.relationship,
            source=known.source,
        )
        row = _row(merged, [*known.emails, *more_emails])
        if row != _row(known, known.emails):
            self._connection.execute(_UPDATE, (*row, person))
            self._point(person, more_emails, _all_keys(merged) - _all_keys(known))

    def _point(self, person: int, emails: Iterable[str], names: Iterable[str]) -> None:
        # "OR IGNORE": one entry may hold two writings that are stored alike.
        self._connection.executemany(
            "INSERT OR IGNORE INTO addresses VALUES (?, ?)", [(storable(email), person) for email in emails]
        )
        self._connection.executemany("INSERT INTO names VALUES (?, ?)", [(name, person) for name in names])

    def _report(self, email: str, owner: Contact, contact: Contact, notes: Notes) -> None:
        if email in self._reported or len(self._reported) >= _MOST_REPORTED:
            return
        self._reported.add(email)
        line = contact.source.rpartition(":")[2]
        notes.add(
            int(line) if line.isdigit() else None,
            f"{email} gehört schon zu {owner.person.full} ({owner.source}); das gilt, nicht {contact.person.full}.",
            f"{email} belongs to {owner.person.full} already ({owner.source}); that holds, not {contact.person.full}.",
        )


def _row(contact: Contact, emails: Sequence[str]) -> tuple[str | None, ...]:
    person = contact.person
    values = (
        person.given,
        person.family,
        _SEPARATOR.join(person.titles),
        person.honorific,
        _SEPARATOR.join(emails),
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


def _are_one(one: Person, other: Person) -> bool:
    """Whether two entries with one address are of one person: all words of the shorter name are in the longer."""
    shorter, longer = sorted((one.words, other.words), key=len)
    return all(any(same_spelling(word, name) for name in longer) for word in shorter)
