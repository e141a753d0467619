"""Compares the name in a salutation with the names a message could rightly use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import chain
from typing import NamedTuple

from msglint.contacts.names.short_forms import is_short_form
from msglint.contacts.names.spelling import (
    edit_distance,
    lacks_apostrophe,
    same_consonants,
    same_transcription,
    slip_size,
    sounds_alike,
)
from msglint.message.given_names import is_given_name
from msglint.message.greeted import Greeted
from msglint.message.name_words import NOBILITY, PARTICLES
from msglint.message.patterns import lazy
from msglint.message.person import Person
from msglint.message.spellings import fold, same_spelling
from msglint.report import Span

_TELLING = 3
_LONGEST_PET_NAME = 7
_LONG_ENOUGH_TO_GARBLE = 5
_LETTERS_BY_HAND, _LETTERS_BY_EAR = 2, 3
_LONG_ENOUGH_FOR_ADDRESS = 5


class Verdict(str, Enum):
    """How a greeted name relates to the people around the message."""

    RIGHT = "right"
    MISSPELLED = "misspelled"
    OTHER = "other"
    UNKNOWN = "unknown"


class Match(NamedTuple):
    """What the comparison says.

    Attributes:
        person: who is meant; for `OTHER` who should have been, if there is only one.
        wrong: the misspelled word as written.
        right: how the name is really spelt.
        span: where the wrong word stands in the message text.
        size: of the slip: 1 small, 2 bigger.
    """

    verdict: Verdict
    person: Person | None = None
    wrong: str = ""
    right: str = ""
    span: Span | None = None
    size: int = 0


class _Word(NamedTuple):
    text: str
    span: Span


class _Slip(NamedTuple):
    size: int
    word: _Word
    name: str


def match_greeted(greeted: Greeted, people: Sequence[Person]) -> Match:
    """Compares one greeted name with all the people who could be meant."""
    words = _without_nobility(tuple(_words(greeted)))
    if not words or not people:
        return Match(Verdict.UNKNOWN)
    texts = [word.text for word in words]
    exactly = (person for person in people if all(any(_same(word, name) for name in _names(person)) for word in texts))
    somehow = (person for person in people if all(_is_name_of(word, person) for word in texts))
    family = (person for person in people if len(words) == 1 and _is_family_called(texts[0], person, greeted))
    right = next(chain(exactly, somehow, family), None)
    if right is not None:
        return Match(Verdict.RIGHT, right)
    slips = [(slip, person) for person in people if (slip := _slip(words, person, greeted)) is not None]
    if slips:
        slip, person = min(slips, key=lambda found: found[0].size)
        wrong = slip.word
        return Match(Verdict.MISSPELLED, person, wrong.text, _as_written(wrong.text, slip.name), wrong.span, slip.size)
    if any(_may_be(words, person, greeted) for person in people):
        return Match(Verdict.UNKNOWN)
    return Match(Verdict.OTHER, people[0] if len({person.email for person in people}) == 1 else None)


def _is_family_called(word: str, person: Person, greeted: Greeted) -> bool:
    """`Liebe Meyers`: all of the family."""
    return (
        not _is_by_surname(greeted)
        and word.endswith(("s", "y", "i"))  # `Hi Smithy`
        and same_spelling(word[:-1], person.family)
    )


def _is_by_surname(greeted: Greeted) -> bool:
    """Behind Herr, Frau or Dr. stands a surname."""
    return bool(greeted.honorific or greeted.titles)


def _words(greeted: Greeted) -> Iterable[_Word]:
    """The words of the greeted name with their places; particles and initials tell nothing."""
    position = 0
    for word in greeted.name.split():
        start = greeted.name.index(word, position)
        position = start + len(word)
        bare = word.strip(".,'’\"()")
        if bare.lower() not in PARTICLES and len(bare) > 1 and any(char.isalpha() for char in bare):
            offset = greeted.span.start + start + word.index(bare)
            yield _Word(bare, Span(offset, offset + len(bare)))


def _without_nobility(words: tuple[_Word, ...]) -> tuple[_Word, ...]:
    """`Graf Bismarck` is called Bismarck; somebody may be called Graf alone."""
    return tuple(word for word in words if word.text.lower() not in NOBILITY) or words


def _is_name_of(word: str, person: Person) -> bool:
    """Whether `word` is one of the person's names in some spelling, or a short form of one."""
    return (
        any(_same(word, name) for name in _names(person))
        or is_short_form(word, _given_names(person))
        or ("-" in word and all(_is_name_of(piece, person) for piece in word.split("-") if piece))
        or (not person.is_latin and any(sounds_alike(word, name) for name in _in_latin_letters(person)))
    )


def _names(person: Person) -> tuple[str, ...]:
    return tuple(name for name in (*person.words, person.given, person.family) if name)


def _given_names(person: Person) -> str:
    """Both names, where the surname may be the given name: `James Lucinda` in a header that puts the surname first."""
    unclear = is_given_name(person.family) or not is_given_name(person.given)
    return person.full if unclear else person.given


def _in_latin_letters(person: Person) -> list[str]:
    """`Анна Иванова` as Anna Ivanova."""
    from anyascii import anyascii

    return [anyascii(name) for name in person.words]


def _same(word: str, name: str) -> bool:
    return not lacks_apostrophe(word, name) and (
        same_spelling(word, name)
        or same_transcription(word, name)
        or (
            word[-1:].lower() in "s'’"
            and len(word) > _TELLING
            and word.isupper()
            and same_spelling(word.rstrip("s'’S"), name)
        )
    )


def _slip(words: Sequence[_Word], person: Person, greeted: Greeted) -> _Slip | None:
    """The one word that is a name of this person but for a slip; all other words must be right."""
    if not person.is_latin:
        return None
    wrong = [word for word in words if not _is_name_of(word.text, person)]
    if len(wrong) != 1 or _DRAWN_OUT.search(wrong[0].text):
        return None
    word = wrong[0]
    slips = _slips(word, _surnames(person), person) if _is_by_surname(greeted) else []
    slips = slips or _slips(word, person.words, person) or _garbled(word, person, greeted)
    if not _is_by_surname(greeted) and _is_somebody_elses(word.text, slips, person):
        return None
    return min(slips, key=lambda slip: (slip.size, abs(len(slip.name) - len(word.text))), default=None)


_DRAWN_OUT = lazy(r"([aeiouyäöü])\1\1$", re.IGNORECASE)  # "Hallo Annaaa"


def _slips(word: _Word, names: Iterable[str], person: Person) -> list[_Slip]:
    return [_Slip(size, word, name) for name in names if (size := _slip_of(word.text, name, person)) is not None]


def _garbled(word: _Word, person: Person, greeted: Greeted) -> list[_Slip]:
    """`Fsvid` for David: no name at all, and two letters from the one first name it can be. `Graeme` for Graham."""
    if _is_by_surname(greeted) or not person.certain:
        return []
    names = [name for name in person.given.split() if len(name) >= _LONG_ENOUGH_TO_GARBLE]
    return [_Slip(2, word, name) for name in names if _is_garbled(fold(word.text), fold(name))]


def _is_garbled(word: str, name: str) -> bool:
    if is_given_name(word):
        return word[0] == name[0] and same_consonants(word, name) and edit_distance(word, name) <= _LETTERS_BY_EAR
    return edit_distance(word, name) <= _LETTERS_BY_HAND


def _slip_of(word: str, name: str, person: Person) -> int | None:
    """The size of the slip. An address, in small letters without marks, proves only the plain case."""
    size = slip_size(word, name)
    if person.certain or size is None:
        return size
    is_plain = size == 1 and len(name) >= _LONG_ENOUGH_FOR_ADDRESS and fold(word)[:1] == fold(name)[:1]
    return size if is_plain and not _lacks_umlauts(word, name) else None


def _lacks_umlauts(word: str, local: str) -> bool:
    """`Müller` for `mller@`: some addresses drop what is not ASCII."""
    return fold("".join(char for char in word if char.isascii())) == fold(local)


def _is_somebody_elses(word: str, slips: Sequence[_Slip], person: Person) -> bool:
    """`Nina` for Tina, `Marina` for Martin: a first name of its own, not just Katharina's for Catarina's."""
    return is_given_name(word) and all(_is_another_given_name(word, slip, person) for slip in slips)


def _is_another_given_name(word: str, slip: _Slip, person: Person) -> bool:
    if slip.name not in person.given.replace("-", " ").split() or not is_given_name(slip.name):
        return False
    differs = slip.size > 1 or fold(word)[0] != fold(slip.name)[0]
    return differs and not sounds_alike(word, slip.name) and not same_consonants(word, slip.name)


def _surnames(person: Person) -> tuple[str, ...]:
    pieces = person.family.replace("-", " ").split()
    return tuple(word for word in person.words if word in pieces or word == person.family) or person.words


def _as_written(word: str, name: str) -> str:
    return name.upper() if word.isupper() and len(word) > 2 else name


def _may_be(words: Sequence[_Word], person: Person, greeted: Greeted) -> bool:
    """Not clearly somebody else."""
    if not person.is_latin or _fits_initials(words, person, greeted):
        return True
    if not person.certain:
        return not _is_clearly_another(words, person, greeted)
    if any(_shares_letters(word.text, name) for word in words for name in person.words if len(name) > 2):
        return True
    if _is_by_surname(greeted) or len(words) > 1:
        return False
    return _may_be_pet_name(words[0].text, person.given)


def _fits_initials(words: Sequence[_Word], person: Person, greeted: Greeted) -> bool:
    """Of `J. Huber` nobody knows the first name, of `Anna M.` not the surname."""
    if _is_initial(person.family) and words[-1].text[0].lower() == person.family[0].lower():
        return True  # `Clark M.` may be Mary Clark
    if _is_by_surname(greeted):
        return False
    given = person.given.split()
    return len(words) == 1 and bool(given) and all(map(_is_initial, given))


def _is_initial(name: str) -> bool:
    """`J.`, `H.-J.`, `J.P.`."""
    return bool(name) and all(len(piece) <= 1 for piece in name.replace("-", ".").split("."))


def _shares_letters(word: str, name: str) -> bool:
    """One is a part of the other: Meyer and Meyerhoff, Sch. and Schneider."""
    one, other = fold(word), fold(name)
    return one in other or other in one


def _may_be_pet_name(word: str, given: str) -> bool:
    """An unknown word may be what friends call the person; an established first name is another person's."""
    folded = fold(word)
    names = [name for name in given.replace("-", " ").split() if not _is_initial(name)]
    if is_given_name(word) and all(map(is_given_name, names)):
        # A middle initial may stand for the name that is used.
        return folded[:1] in {name[0].lower() for name in given.split() if _is_initial(name)}
    initials = {fold(name)[:1] for name in given.replace("-", " ").split()}
    is_pet = len(folded) <= _LONGEST_PET_NAME and folded.endswith(_PET_ENDINGS)
    return folded[:1] in initials or is_pet or not given


_PET_ENDINGS = ("i", "y", "ie", "chen", "lein", "le", "li", "erl", "o")


def _is_near(word: str, name: str) -> bool:
    return _shares_letters(word, name) or slip_size(word, name) is not None


def _is_clearly_another(words: Sequence[_Word], person: Person, greeted: Greeted) -> bool:
    """What an address such as heiko.dressler@ contradicts: `Hallo Markus`, `Herr Fröhlich`.

    Not `Frau Fröhlich`: more women than men keep an address from before a marriage.
    """
    if not is_given_name(person.given) or len(words) != 1:
        return False
    if any(_is_near(words[0].text, name) for name in person.words):
        return False
    return greeted.honorific in ("Herr", "Mr") or (not _is_by_surname(greeted) and is_given_name(words[0].text))
