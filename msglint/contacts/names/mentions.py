"""Names of the recipient and of the recipient's firm in running text, spelt wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msglint.contacts.names.short_forms import is_short_form
from msglint.contacts.names.spelling import slip_size
from msglint.contacts.organisations import LEGAL_FORMS, organisations_of
from msglint.contacts.thread import Thread
from msglint.message.given_names import is_given_name
from msglint.message.lines import masked
from msglint.message.patterns import lazy
from msglint.message.person import Person
from msglint.message.spellings import fold, same_spelling
from msglint.report import Span

_SHORTEST = 4
_SHORTEST_FIRM = 6
_LONGEST = 40
_MOST_LETTERS_MORE = 2
_MOST_PEOPLE = 4
_WINDOW = 80
_SENTENCE = 300
# No other way to match a long row of hyphens than from its start.
_WORD = lazy(r"(?<![\w@.'’-])[^\W\d_a-zäöüß][\w'’]*(?:-[\w'’]+)*(?![\w@])")
_CALLED = lazy(
    r"(?P<before>\S*)\s*(?:,|\b(?:danke?|dank|thanks|thank you|liebe|lieber|dear))\s+"
    r"(?P<honorific>herr|frau|mr\.?|mrs\.?|ms\.?|dr\.?|prof\.?)\s+(?:(?:dr|prof)\.\s*)*$",
    re.IGNORECASE,
)
_BY_FIRST_NAME = lazy(r"\b(?:dank\w*|thanks?|thank\s+you|sorry)\b[^,.!?\n]*,\s+$", re.IGNORECASE)
_NAMELY = lazy(r"\b(?:namen|the\s+name(?:\s+of)?)\s+(?:(?:herrn?|frau|mrs?\.?|ms\.?)\s+)?$", re.IGNORECASE)
_THE_READER = frozenset("ihnen sie euch dir dich dank danke thanks thank you".split())
_ANOTHER = lazy(r"\b(?:herrn?|frau|mrs?|ms)\b", re.IGNORECASE)
_IN_APPOSITION = lazy(r"\s*,\s*(?:der|die|das|mein|meine|unser|unsere|ihre?|the|my|our|your|who)\b", re.IGNORECASE)
_TO_READER = lazy(r"\b(?:[Dd]u|[Dd]ir|[Dd]ich|Sie|Ihnen|Ihr\w{0,2}|[Yy]ou|your|[Dd]ank\w*|[Tt]hanks?)\b")
_ENDS_CALL = lazy(r"\s*[,.!?]")
_ENDS_SENTENCE = lazy(r"\s*[,.!]")
_FIRM_BEFORE = lazy(r"\b(?:Firma|Fa\.|firm|company)\s+$")
_LEGAL_FORM_BEHIND = lazy(rf"\s+(?:{LEGAL_FORMS})(?!\w)")
_SENTENCE_END = ".!?\n"
_ENDINGS = ("s", "'s", "’s", "n", "en", "e", "er", "es", "'", "’")


class Mention(NamedTuple):
    """A misspelled name in running text.

    Attributes:
        span: of the wrong word in the message text.
        person: whose name it is; None for a firm's.
    """

    span: Span
    wrong: str
    right: str
    person: Person | None = None


class _Text(NamedTuple):
    """The running text, its capitalised words, and the words that are no slips because others are called so."""

    text: str
    words: Sequence[re.Match[str]]
    others: frozenset[str]


def misspelled_mentions(thread: Thread) -> Iterator[Mention]:
    """The misspelled names in the body of the message, one mention per spelling."""
    people = [person for person in thread.recipients if person.certain and person.evident and person.is_latin]
    firms = tuple(organisations_of(thread))
    if len(people) > _MOST_PEOPLE or not (people or firms):
        return
    parts = thread.message.parts
    # "Thank you, Grahma." may be taken for the closing.
    text = masked(parts.text, (*parts.body, *([parts.closing.span] if parts.closing else [])))
    words = [match for match in _WORD.finditer(text) if len(match.group()) <= _LONGEST]
    read = _Text(text, words, _other_names(thread))
    seen: set[str] = set()
    for mention in (*_people_in(read, people), *_firms_in(read, firms)):
        if mention.wrong not in seen:
            seen.add(mention.wrong)
            yield mention


def _other_names(thread: Thread) -> frozenset[str]:
    """Words that are names of others, or that the other side writes so: none of them is a slip."""
    people = [*thread.earlier, *thread.everyone, *([thread.sender] if thread.sender else [])]
    words = {fold(word) for person in people for word in person.words}
    return frozenset(words) | thread.header_words | thread.mentioned


def _people_in(read: _Text, people: Sequence[Person]) -> Iterator[Mention]:
    texts = {word.group() for word in read.words}
    written = {fold(text) for text in texts}
    for person in people:
        for name, is_family in ((person.family, True), (person.given, False)):
            slips = {text: right for text in texts if (right := _slip(text, name, read.others))}
            for at, word in enumerate(read.words if slips else ()):
                right = slips.get(word.group(), "")
                # Who writes the right spelling as well speaks of two people.
                if right and fold(right) not in written and _means(read, at, person, is_family=is_family):
                    yield Mention(Span(*word.span()), word.group(), right, person)


def _means(read: _Text, at: int, person: Person, *, is_family: bool) -> bool:
    """Whether the reader is meant: by the full name, or because the reader is called."""
    word = read.words[at]
    if not is_family and is_given_name(word.group()):
        return False
    beside = _beside(read, at - 1 if is_family else at + 1, word)
    if (
        beside
        and _IN_APPOSITION.match(read.text, word.end()) is None
        and (_is_given(beside, person) if is_family else same_spelling(beside, person.family))
    ):
        return True
    before = read.text[max(0, word.start() - _WINDOW) : word.start()]
    if is_family:
        return _NAMELY.search(before) is not None or _is_called(read, word, before, person)
    return (
        _BY_FIRST_NAME.search(before) is not None
        and _ENDS_SENTENCE.match(read.text, word.end()) is not None
        and _speaks_to_reader(read.text, word)
    )


def _beside(read: _Text, at: int, word: re.Match[str]) -> str:
    """The capitalised word next to this one, with nothing but blanks between; empty if there is none."""
    if not 0 <= at < len(read.words):
        return ""
    first, second = sorted((read.words[at], word), key=lambda match: match.start())
    return read.words[at].group() if not read.text[first.end() : second.start()].strip(" \t") else ""


def _is_called(read: _Text, word: re.Match[str], before: str, person: Person) -> bool:
    """`Ich danke Ihnen, Frau Mayer.`; not `Ihre Kollegin, Frau Mayer, …`, and not Herr where she is Frau."""
    call = _CALLED.search(before)
    if call is None or _ENDS_CALL.match(read.text, word.end()) is None:
        return False
    said = call["before"].strip(",")
    if (said[:1].isupper() and said.lower() not in _THE_READER) or _ANOTHER.search(before[: call.start()]):
        return False  # behind a noun the name says who that is; in a list of names it is one of them
    honorific = call["honorific"].lower()
    if person.honorific and {person.honorific.lower(), honorific} in ({"herr", "frau"}, {"mr", "ms"}, {"mr", "mrs"}):
        return False
    return _speaks_to_reader(read.text, word)


def _speaks_to_reader(text: str, word: re.Match[str]) -> bool:
    before = text[max(0, word.start() - _SENTENCE) : word.start()]
    after = text[word.end() : word.end() + _SENTENCE]
    start = max(before.rfind(mark) for mark in _SENTENCE_END) + 1
    end = min((at for mark in _SENTENCE_END if (at := after.find(mark)) >= 0), default=len(after))
    return _TO_READER.search(f"{before[start:]} {after[:end]}") is not None


def _is_given(word: str, person: Person) -> bool:
    return any(same_spelling(word, name) for name in (person.given, *person.given.split())) or is_short_form(
        word, person.given
    )


def _slip(word: str, names: str, others: frozenset[str]) -> str:
    """The name that `word` is a small slip of, empty if of none."""
    for name in (names, *names.split()) if " " in names else (names,):
        if min(len(word), len(name)) < _SHORTEST or abs(len(word) - len(name)) > _MOST_LETTERS_MORE:
            continue
        if word[0].casefold() != name[0].casefold():
            continue  # in running text another beginning is another word
        if slip_size(word, name) == 1 and fold(word) not in others and not is_inflected(word, name):
            return name
    return ""


def is_inflected(word: str, name: str) -> bool:
    """`Meyers`, `Siemens'`: the name with an ending, or without one."""
    one, other = sorted((word, name), key=len)
    return other.lower().startswith(one.lower()) and other[len(one) :].lower() in _ENDINGS


def _firms_in(read: _Text, firms: Sequence[str]) -> Iterator[Mention]:
    for firm in firms:
        names = firm.split()
        for at in range(len(read.words) - len(names) + 1):
            yield from _firm(read, read.words[at : at + len(names)], names, firms)


def _firm(read: _Text, words: Sequence[re.Match[str]], names: Sequence[str], firms: Sequence[str]) -> Iterator[Mention]:
    """The one word of a firm's name that is spelt wrong, the others being right."""
    wrong = [(word, name) for word, name in zip(words, names, strict=True) if not same_spelling(word.group(), name)]
    if len(wrong) != 1:
        return
    (word, name), written = wrong[0], wrong[0][0].group()
    shortest = _SHORTEST if len(names) > 1 else _SHORTEST_FIRM
    if min(len(written), len(name)) < shortest or slip_size(written, name) != 1 or is_inflected(written, name):
        return
    if len(names) == 1 and not _is_called_firm(read.text, word):
        return
    if fold(written) not in read.others and not any(same_spelling(written, firm) for firm in firms):
        yield Mention(Span(*word.span()), written, name)


def _is_called_firm(text: str, word: re.Match[str]) -> bool:
    """One word alone may be any noun: only `Firma …` and `… GmbH` are firms."""
    before = text[max(0, word.start() - _WINDOW) : word.start()]
    return _FIRM_BEFORE.search(before) is not None or _LEGAL_FORM_BEHIND.match(text, word.end()) is not None
