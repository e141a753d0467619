"""Who is meant by a greeted name, and under which names the thread knows that reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msglint.contacts.book import Contact
from msglint.contacts.names.matching import Verdict, match_greeted
from msglint.contacts.thread import Thread
from msglint.message.display_name import parse_person
from msglint.message.greeted import Greeted
from msglint.message.model import Address, Message
from msglint.message.person import Person
from msglint.message.spellings import fold, same_spelling


class Reader(NamedTuple):
    """One greeted person, as far as the thread knows who that is.

    Attributes:
        person: the name by which the thread knows the reader best.
        shapes: the same person as headers, signature and address book name it.
        header_names: the display names as written.
        contact: what the address book says.
    """

    person: Person
    shapes: tuple[Person, ...]
    header_names: tuple[str, ...] = ()
    contact: Contact | None = None


def reader_of(greeted: Greeted, thread: Thread) -> Reader | None:
    """The one reader whom the salutation means; None where it could be nobody known, or two people of that name."""
    if _is_one_of_couple(greeted, thread):
        return None
    if greeted.name:
        meant = _meant(greeted, thread)
    else:
        meant = list(thread.recipients) if len(thread.message.headers.recipients) <= 1 else []
    if not meant or not all(_same_person(meant[0], other) for other in meant[1:]):
        return None
    contact = next((found for person in meant if (found := _contact(person, thread)) is not None), None)
    shapes = (*meant, contact.person) if contact is not None else tuple(meant)
    return Reader(_best(meant), shapes, tuple(_header_names(meant, thread)), contact)


def answers(reader: Reader, thread: Thread) -> bool:
    """Whether it is this reader's message that is being answered."""
    if thread.answered is None:
        return False
    writer = thread.correspondent
    if writer is None:
        return len(thread.message.headers.recipients) <= 1
    return any(_same_person(writer, shape) for shape in reader.shapes) or _has_signed(reader, thread.answered)


def _has_signed(reader: Reader, answered: Message) -> bool:
    """The first line of the signature is the reader's first name, or holds first name and surname."""
    signature = answered.parts.signature
    line = signature.of(answered.text).strip().partition("\n")[0] if signature else ""
    words = [word.strip(",;()") for word in line.split()]
    given, family = reader.person.given.split()[:1], reader.person.family.split()[-1:]
    if not given or not any(same_spelling(word, given[0]) for word in words):
        return False
    return len(words) == 1 or any(same_spelling(word, name) for word in words for name in family)


def _is_one_of_couple(greeted: Greeted, thread: Thread) -> bool:
    """`Frau Meyer, … Herr Meyer`, `Mr and Mrs Meyer`: the header names one of the two at most."""
    salutation = thread.message.parts.salutation
    others = [other for other in salutation.greeted if other is not greeted] if salutation else []
    names = greeted.name.split()[-1:]
    return any(not other.name or same_spelling(other.name.split()[-1], name) for other in others for name in names) or (
        not names and bool(others)
    )


def _meant(greeted: Greeted, thread: Thread) -> list[Person]:
    """Everybody of that name; if nobody has it just so, whom the comparison takes it for, under all names."""
    words = greeted.name.replace("-", " ").split()
    namesakes = [
        person
        for person in thread.everyone
        if any(same_spelling(word, name) for word in words for name in person.words) and _is_it(greeted, (person,))
    ]
    found = None if namesakes else _is_it(greeted, thread.everyone)
    return namesakes if found is None else [person for person in thread.everyone if _same_person(found, person)]


def _is_it(greeted: Greeted, people: Sequence[Person]) -> Person | None:
    match = match_greeted(greeted, people)
    return None if match.verdict in (Verdict.OTHER, Verdict.UNKNOWN) else match.person


def _same_person(one: Person, other: Person) -> bool:
    """One person in two headers, or two people who share a name?"""
    if one.email and one.email == other.email:
        return True
    if one.family and other.family and not same_spelling(one.family, other.family):
        return False
    if one.given and other.given:
        first, second = fold(one.given.split()[0]), fold(other.given.split()[0])
        return first == second or (1 in (len(first), len(second)) and first[0] == second[0])
    return bool(one.family and other.family)


def _best(people: list[Person]) -> Person:
    """The certain and complete name first; the address from wherever it is known."""
    return max(people, key=lambda person: (bool(person.email), person.certain, bool(person.given and person.family)))


def _contact(person: Person, thread: Thread) -> Contact | None:
    return thread.contacts.at(person.email) if person.email else None


def _header_names(people: list[Person], thread: Thread) -> Iterator[str]:
    headers = thread.message.headers
    entries: tuple[Address, ...] = headers.recipients + headers.reply_to
    if thread.answered is not None and thread.answered.headers.from_ is not None:
        entries += (thread.answered.headers.from_,)
    emails = {person.email for person in people if person.email}
    for entry in entries:
        if entry.name and (entry.email.lower() in emails or parse_person(entry.name) in people):
            yield entry.name
