"""Whether a reader is Herr or Frau, by what the reader, the header, the address book or the thread say.

Never by a first name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from msglint.contacts.readers import Reader, answers
from msglint.contacts.signed import last_lines
from msglint.contacts.thread import Thread
from msglint.message.name_words import HONORIFICS
from msglint.message.patterns import lazy
from msglint.message.spellings import same_spelling


class Gender(str, Enum):
    """What an honorific says, and no more than that."""

    MALE = "Herr"
    FEMALE = "Frau"
    NEITHER = "Mx"


class Source(Enum):
    """Who says so."""

    SELF = "self"
    RECORD = "record"
    THREAD = "thread"


class Known(NamedTuple):
    """What is known, and from where."""

    gender: Gender
    source: Source


_GENDERS = {
    **dict.fromkeys(("Herr", "Mr", "Monsieur"), Gender.MALE),
    **dict.fromkeys(("Frau", "Mrs", "Ms", "Miss", "Madam", "Madame"), Gender.FEMALE),
    "Mx": Gender.NEITHER,
}
_PRONOUNS = (
    (Gender.FEMALE, lazy(r"\b[Ss]he\s*[/|,]\s*(?:[Hh]ers?)\b|(?<![\w/])sie\s*/\s*(?:ihr(?:e|er|en)?|she|her)\b")),
    (Gender.MALE, lazy(r"(?<!\w)[Hh]e\s*[/|,]\s*(?:[Hh]im|[Hh]is)\b|(?<![\w/])er\s*/\s*(?:ihm|ihn|sein|he|him)\b")),
    (
        Gender.NEITHER,
        lazy(r"\b[Tt]hey\s*[/|,]\s*(?:[Tt]hem|[Tt]heirs?)\b|\b(?:xier|dey|hen|sier)\s*/\s*\w+|\bkeine\s+Pronomen\b"),
    ),
)
# "she/they" and "er/sie" leave it open.
_OPEN = lazy(r"\b(?:s?he|they)\s*/\s*(?:they|s?he|any|all)\b|\b(?:er\s*/\s*sie|sie\s*/\s*er)\b", re.IGNORECASE)
_BEFORE_NAME = lazy(
    r"^\W*(?:i\.\s?[AV]\.\s+)?(?P<honorific>herr|frau|hr\.|fr\.|mr\.?|mrs\.?|ms\.?|mx\.?)\s", re.IGNORECASE
)
_BEHIND_NAME = lazy(r"\((?P<honorific>herr|frau|hr\.|fr\.|mr\.?|mrs\.?|ms\.?|mx\.?)\)", re.IGNORECASE)
# Only a salutation means the reader; "my colleague, Ms Meyer" may be anybody.
_IN_TEXT = lazy(
    r"\b(?:geehrte[rns]?|liebe[rns]?|werte[rn]?|hallo|guten\s+\w+|gr[üu](?:ß|ss)\s+gott|gr[üu]ezi|moin|servus|dear|hi|hello|good\s+\w+)"
    r"\s+(?P<honorific>herrn?|frau|hr\.|fr\.|mr\.?|mrs\.?|ms\.?)\s+(?P<names>(?:[\w.'’-]+[ ]+){0,5}[\w'’-]+)",
    re.IGNORECASE,
)
_SETS_RIGHT = lazy(
    r"\b(?:bin|heiße|am|i'm)\b[^.!?\n]{0,30}\b(?:frau|mann|herr|dame|weiblich|männlich|woman|man|female|male|mr|ms)\b",
    re.IGNORECASE,
)


def gender_of(honorific: str) -> Gender | None:
    """What the honorific says (`Herr`, `Ms`, …); None for an empty one."""
    return _GENDERS.get(honorific)


def known_gender(reader: Reader, thread: Thread) -> Known | None:
    """What is known about this reader; None where nothing is, or where the sources contradict each other."""
    for source, said in (
        (Source.SELF, _said_by_self(reader, thread)),
        (Source.RECORD, _in_records(reader)),
        (Source.THREAD, _in_thread(reader, thread)),
    ):
        genders = set(said)
        if genders:
            return Known(genders.pop(), source) if len(genders) == 1 else None
    return None


def _said_by_self(reader: Reader, thread: Thread) -> Iterator[Gender]:
    for text in (*reader.header_names, *_signature_lines(reader, thread)):
        if "/" not in text and "rono" not in text:
            continue
        if _OPEN.search(text):
            yield from Gender
        yield from (gender for gender, pronouns in _PRONOUNS if pronouns.search(text))
    family = reader.person.family.split()[-1:]
    for line in _signature_lines(reader, thread):
        if any(same_spelling(word.strip(",;()*_"), name) for word in line.split() for name in family):
            found = _BEFORE_NAME.search(line) or _BEHIND_NAME.search(line)
            yield from _genders(found)


def _signature_lines(reader: Reader, thread: Thread) -> Iterable[str]:
    if thread.answered is None or not answers(reader, thread):
        return ()
    signature = thread.answered.parts.signature
    return signature.of(thread.answered.text).split("\n") if signature else last_lines(thread.answered)


def _in_records(reader: Reader) -> Iterator[Gender]:
    """Display names and the address book."""
    for shape in reader.shapes:
        if (gender := gender_of(shape.honorific)) is not None:
            yield gender
    for name in reader.header_names:
        yield from _genders(_BEHIND_NAME.search(name) if "(" in name else None)


def _in_thread(reader: Reader, thread: Thread) -> Iterator[Gender]:
    """How the earlier messages call somebody of that name; a writer who shares it could be meant as well."""
    answered = thread.answered
    if answered is None or not reader.person.family or _shares_name(reader, thread):
        return
    if _SETS_RIGHT.search(answered.text):
        return
    family = reader.person.family.split()[-1]
    for match in _IN_TEXT.finditer(answered.text):
        if any(same_spelling(word, family) for word in match["names"].split()):
            yield from _genders(match)


def _shares_name(reader: Reader, thread: Thread) -> bool:
    """Writer and reader have one surname: "Herr Meyer" in the thread may be the writer."""
    family = reader.person.family.split()[-1]
    if thread.sender is not None and thread.sender.family:
        return same_spelling(thread.sender.family.split()[-1], family)
    own = thread.message.parts.signature
    signed = own.of(thread.message.text) if own else ""
    return not signed or any(same_spelling(word.strip(",;"), family) for word in signed.split())


def _genders(match: re.Match[str] | None) -> Iterator[Gender]:
    if match is not None and match["honorific"].isupper() and match["honorific"].isalpha():
        return  # "(MS)" is a place, a degree or a disease
    gender = gender_of(HONORIFICS.get(match["honorific"].lower(), "")) if match else None
    if gender is not None:
        yield gender
