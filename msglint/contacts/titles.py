"""Academic titles: how high they rank, and which one a reader expects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from msglint.contacts.readers import Reader, answers
from msglint.contacts.thread import Thread
from msglint.message.patterns import lazy
from msglint.message.person import Person
from msglint.message.spellings import same_spelling


class Rank(IntEnum):
    """The two titles that belong to a name in German and English salutations, and their order."""

    NONE = 0
    DOCTOR = 1
    PROFESSOR = 2


_DOCTOR = lazy(r"m?d?dr(?:\.|-|$)", re.IGNORECASE)
_PROFESSOR = lazy(r"(?:[^\W\d_]{1,8}[.-]{1,2})*prof(?:\.|-|$|essor(?:in)?$)", re.IGNORECASE)
# "Praxis Dr. Meyer", "Sekretariat Prof. Weber": the title belongs to somebody else or to a firm.
_ON_BEHALF = lazy(
    r"praxis|kanzlei|lehrstuhl|sekretariat|büro|vorzimmer|assisten|ordination|institut|klinik|labor|team|office|gmbh",
    re.IGNORECASE,
)
_GREETED = lazy(
    r"(?:geehrte\w*|liebe\w?|werte\w?|verehrte\w?|hallo|guten\s+\w+|grüß\s+gott|grüezi|moin|servus|dear|hi|hello)\s+"
    r"(?:(?:herrn?|frau|hr\.?|fr\.?|mr\.?|mrs\.?|ms\.?|miss)\s+)?(?P<names>[^,!:\n]{2,80})",
    re.IGNORECASE,
)
_MOST_BEFORE_NAME = 8


def rank_of(titles: Iterable[str]) -> Rank:
    """The rank of the highest title; a Magister, an engineer or an MBA has none."""
    rank = Rank.NONE
    for title in titles:
        if _PROFESSOR.match(title):
            return Rank.PROFESSOR
        if _DOCTOR.match(title):
            rank = Rank.DOCTOR
    return rank


def expected_rank(reader: Reader, thread: Thread) -> Rank:
    """The title that the reader is known by and has not waived.

    How the reader signs counts for more than a display name or an address book, and a title that the two have left out
    in earlier messages is not asked for again.
    """
    known = [rank_of(shape.titles) for shape in reader.shapes if not _ON_BEHALF.search(shape.full)]
    signed = _signed_with(reader, thread)
    rank = max(known, default=Rank.NONE) if signed is None else signed
    return min([rank, *_greeted_with(reader, thread)])


def _signed_with(reader: Reader, thread: Thread) -> Rank | None:
    """The title under the answered message: NONE for a name without, None where there is no name."""
    if thread.answered is None or not answers(reader, thread):
        return None
    signature = thread.answered.parts.signature
    if signature is None:
        return None
    ranks = [
        rank_of(before)
        for line in signature.of(thread.answered.text).split("\n")
        if (before := _words_before_name(line, reader.person)) is not None
    ]
    return max(ranks, default=None)


def _words_before_name(line: str, person: Person) -> list[str] | None:
    """What stands before the reader's name in a line that is about the reader; None in any other line."""
    words = [word.strip(",;()*_") for word in line.split()]
    names = (person.family.split()[-1] if person.family else "", person.given.split()[0] if person.given else "")
    for at, word in enumerate(words[:_MOST_BEFORE_NAME]):
        if any(name and same_spelling(word, name) for name in names):
            return words[:at] if not _ON_BEHALF.search(line[: line.find(word)]) else None
    return None


def _greeted_with(reader: Reader, thread: Thread) -> Iterator[Rank]:
    """The titles with which earlier messages of the thread greet the reader."""
    if thread.answered is None or not reader.person.family:
        return
    family = reader.person.family.split()[-1]
    for match in _GREETED.finditer(thread.answered.text):
        words = match["names"].split()
        at = next((at for at, word in enumerate(words) if same_spelling(word, family)), None)
        if at is not None:
            yield rank_of(words[:at])
