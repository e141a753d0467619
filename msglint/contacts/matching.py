"""Compares the name in a salutation with the names a message could rightly use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from msglint.contacts.pet_names import german_pet_names
from msglint.message.greeted import Greeted
from msglint.message.people import PARTICLES, Person, fold, same_spelling
from msglint.report import Span

if TYPE_CHECKING:
    from nicknames import NickNamer

_SHORT_NAME = 4
_LONG_NAME = 7


class Verdict(str, Enum):
    """How a greeted name relates to the people around the message."""

    RIGHT = "right"
    MISSPELLED = "misspelled"
    OTHER = "other"
    UNKNOWN = "unknown"


class Match(NamedTuple):
    """What the comparison says.

    Attributes:
        wrong: the misspelled word as written.
        right: how the name is really spelt.
        span: where the wrong word stands in the message text.
    """

    verdict: Verdict
    person: Person | None = None
    wrong: str = ""
    right: str = ""
    span: Span | None = None


def match_greeted(greeted: Greeted, people: Sequence[Person]) -> Match:
    """Compares one greeted name with all the people who could be meant."""
    words = list(_words(greeted))
    if not words or not people:
        return Match(Verdict.UNKNOWN)
    right = [person for person in people if _is_right(words, person, greeted)]
    if right:
        return Match(Verdict.RIGHT, right[0])
    for person in people:
        slip = _slip(words, person, greeted)
        if slip is not None:
            return Match(Verdict.MISSPELLED, person, *slip)
    if any(_may_be(word, person, greeted) for word, _ in words for person in people):
        return Match(Verdict.UNKNOWN)
    return Match(Verdict.OTHER, people[0] if len(people) == 1 else None)


def _words(greeted: Greeted) -> Iterable[tuple[str, Span]]:
    """The words of the greeted name with their places; particles and initials tell nothing."""
    position = 0
    for word in greeted.name.split():
        start = greeted.name.index(word, position)
        position = start + len(word)
        bare = word.strip(".,'’\"()")
        if bare.lower() not in PARTICLES and len(bare) > 1 and bare[0].isalpha():
            offset = greeted.span.start + start + word.index(bare)
            yield bare, Span(offset, offset + len(bare))


def _is_right(words: Sequence[tuple[str, Span]], person: Person, greeted: Greeted) -> bool:
    """Every word is one of the person's names in some spelling, or a short form of one."""
    return all(
        any(_same(word, name) for name in (*person.words, person.given, person.family))
        or is_short_form(word, person.given)
        for word, _ in words
    )


def _same(word: str, name: str) -> bool:
    if not name:
        return False
    return same_spelling(word, name) or (
        word[-1:].lower() in "s'’" and len(word) > 3 and same_spelling(word.rstrip("s'’"), name) and word.isupper()
    )


def _slip(words: Sequence[tuple[str, Span]], person: Person, greeted: Greeted) -> tuple[str, str, Span] | None:
    """The one word that is a name of this person but for a small slip; all other words must be right."""
    if not person.certain:
        return None
    wrong: tuple[str, str, Span] | None = None
    for word, span in words:
        if any(_same(word, name) for name in person.words) or is_short_form(word, person.given):
            continue
        name = next((name for name in _names_for(person, greeted) if is_slip(word, name)), None)
        if name is None or wrong is not None:
            return None
        wrong = (word, _as_written(word, name), span)
    return wrong


def _names_for(person: Person, greeted: Greeted) -> Sequence[str]:
    """Behind Herr or Frau stands a surname; without it both may stand."""
    if greeted.honorific and person.family:
        return (
            tuple(
                word
                for word in person.words
                if word in person.family.replace("-", " ").split() or word == person.family
            )
            or person.words
        )
    return person.words


def _as_written(word: str, name: str) -> str:
    return name.upper() if word.isupper() and len(word) > 2 else name


def is_slip(word: str, name: str) -> bool:
    """Whether `word` is `name` with a small slip: a letter more, less, other or swapped; two in a long name.

    Two common names that differ in one letter (Jan and Jana) look like a slip; only the caller knows whether the
    other one belongs to somebody.
    """
    one, other = fold(word), fold(name)
    if one == other or len(other) < _SHORT_NAME - 1 or not one:
        return False
    if one[0] != other[0] and not _swapped_start(one, other):
        return (
            len(other) >= _LONG_NAME
            and sound(one)[:1] == sound(other)[:1]
            and edit_distance(sound(one), sound(other)) <= 1
        )
    distance = edit_distance(one, other)
    if len(other) <= _SHORT_NAME - 1:
        return distance == 1 and len(one) > 2
    return distance <= (2 if len(other) >= _LONG_NAME else 1) or _same_sound(one, other)


def _swapped_start(one: str, other: str) -> bool:
    return len(other) > _SHORT_NAME and one[:2] == other[1::-1]


_SOUNDS = (
    ("ch", "k"),
    ("ai", "ei"),
    ("ay", "ei"),
    ("ey", "ei"),
    ("dt", "t"),
    ("th", "t"),
    ("ph", "f"),
    ("ck", "k"),
    ("tz", "z"),
    ("ie", "i"),
    ("sch", "s"),
    ("y", "i"),
    ("c", "k"),
    ("v", "f"),
)


def _same_sound(one: str, other: str) -> bool:
    """Meier and Mayer, Schmid and Schmidt: spelt apart, said alike."""
    return len(other) >= _SHORT_NAME and sound(one) == sound(other)


def sound(name: str) -> str:
    """A coarse spelling by ear: doubled letters once, letters that German says alike as one."""
    for written, said in _SOUNDS:
        name = name.replace(written, said)
    name = "".join(char for at, char in enumerate(name) if at == 0 or char != name[at - 1])
    return name[0] + name[1:].replace("h", "") if name else name


def edit_distance(one: str, other: str) -> int:
    """Number of letters added, dropped, changed or swapped with a neighbour (optimal string alignment)."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other))


def _may_be(word: str, person: Person, greeted: Greeted) -> bool:
    """Not clearly somebody else.

    A first name with the same initial may be a pet name, a part of a name a short form; a name guessed from an
    address is no proof.
    """
    if not person.certain:
        return True
    folded = fold(word)
    if any(folded in fold(name) or fold(name) in folded for name in person.words if len(name) > 2):
        return True
    names = person.family if greeted.honorific else person.given
    return any(
        folded[:1] == fold(name)[:1] for name in names.replace("-", " ").split() if name.lower() not in PARTICLES
    )


def is_short_form(word: str, given: str) -> bool:
    """Whether `word` is a short or pet form of a first name: Jim for James, Jürgen for Hans-Jürgen."""
    short = fold(word)
    for name in given.replace("-", " ").split():
        full = fold(name)
        if len(short) >= 3 and (full.startswith(short) or full.endswith(short)):
            return True
        if short[-1:] in ("i", "y") and len(stem := _undoubled(short[:-1])) >= 3 and full.startswith(stem):
            return True
        if short in _pet_names(full) or full in _pet_names(short):
            return True
    return False


def _undoubled(stem: str) -> str:
    """`Steff` as `Stef`: pet names double the last letter."""
    return stem[:-1] if stem[-1:] == stem[-2:-1] else stem


def _pet_names(name: str) -> frozenset[str]:
    return german_pet_names().get(name, frozenset()) | _english_nicknames(name)


def _english_nicknames(name: str) -> frozenset[str]:
    return frozenset(_nicknamer().nicknames_of(name))


@cache
def _nicknamer() -> NickNamer:
    from nicknames import NickNamer

    return NickNamer()
