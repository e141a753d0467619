"""Names of the recipient and of the recipient's firm in running text, spelt wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msglint.contacts.names.short_forms import is_short_form
from msglint.contacts.names.spelling import slip_size
from msglint.contacts.organisations import organisations_of
from msglint.contacts.thread import Thread
from msglint.message.given_names import is_given_name
from msglint.message.lines import masked
from msglint.message.patterns import lazy
from msglint.message.people import Person, fold, same_spelling
from msglint.report import Span

_SHORTEST = 4
_SHORTEST_FIRM = 6
_MOST_LETTERS_MORE = 2
_NAME = r"[^\W\d_a-zäöüß][\w'’-]+"
_TWO_NAMES = lazy(rf"\b(?P<first>{_NAME})[ \t]+(?=(?P<second>{_NAME}))")
_CALLED = lazy(
    rf"(?:,|\b(?:danke?|dank|thanks|thank you|liebe|lieber|dear))\s+(?:herr|frau|mr\.?|mrs\.?|ms\.?|dr\.?|prof\.?)\s+"
    rf"(?:(?:dr|prof)\.\s*)*(?P<name>(?-i:{_NAME}))\s*(?=[,.!?])",
    re.IGNORECASE,
)
_BY_FIRST_NAME = lazy(rf",\s+(?P<name>{_NAME})\s*(?=[,.!?])")
_NAMELY = lazy(
    rf"\b(?:namen?|familie|the\s+name(?:\s+of)?|under)\s+(?:(?:herrn?|frau|mrs?\.?|ms\.?)\s+)?(?P<name>(?-i:{_NAME}))",
    re.IGNORECASE,
)
_TO_READER = lazy(r"\b(?:[Dd]u|[Dd]ir|[Dd]ich|Sie|Ihnen|Ihr\w{0,2}|[Yy]ou|your|[Dd]ank\w*|[Tt]hanks?)\b")
_SENTENCE_END = ".!?\n"
_WORD = lazy(rf"(?<![\w@.-]){_NAME}(?![\w@])")
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


def misspelled_mentions(thread: Thread) -> Iterator[Mention]:
    """The misspelled names in the body of the message, one mention per spelling."""
    parts = thread.message.parts
    # "Thank you, Grahma." may be taken for the closing.
    text = masked(parts.text, (*parts.body, *([parts.closing.span] if parts.closing else [])))
    others = _other_names(thread)
    seen: set[str] = set()
    for mention in (*_people_in(text, thread, others), *_firms_in(text, thread, others)):
        if mention.wrong not in seen:
            seen.add(mention.wrong)
            yield mention


def _other_names(thread: Thread) -> frozenset[str]:
    """Words that are names of others, or that the other side writes so: none of them is a slip."""
    people = [*thread.earlier, *thread.everyone, *([thread.sender] if thread.sender else [])]
    words = {fold(word) for person in people for word in person.words}
    return frozenset(words) | thread.header_words | thread.mentioned


def _people_in(text: str, thread: Thread, others: frozenset[str]) -> Iterator[Mention]:
    for person in thread.recipients:
        if person.certain and person.is_latin and person.family:
            yield from _full_names(text, person, others)
            yield from _called_by_name(text, person, others)


def _full_names(text: str, person: Person, others: frozenset[str]) -> Iterator[Mention]:
    """`Anna Mayer` for Anna Meyer: one of the two is right, so she is meant."""
    if not person.given:
        return
    for match in _TWO_NAMES.finditer(text):
        first, second = match["first"], match["second"]
        if (right := _slip(second, person.family, others)) and _is_given(first, person):
            yield Mention(Span(*match.span("second")), second, right, person)
        elif same_spelling(second, person.family) and (right := _slip(first, person.given, others)):
            yield Mention(Span(*match.span("first")), first, right, person)


def _is_given(word: str, person: Person) -> bool:
    return any(same_spelling(word, name) for name in (person.given, *person.given.split())) or is_short_form(
        word, person.given
    )


def _called_by_name(text: str, person: Person, others: frozenset[str]) -> Iterator[Mention]:
    """`Ich danke Ihnen, Frau Mayer.`, `Thank you, Grahma.`, `auf den Namen Mayer`."""
    for pattern, names in ((_CALLED, person.family), (_BY_FIRST_NAME, person.given), (_NAMELY, person.family)):
        for match in pattern.finditer(text):
            word = match["name"]
            if pattern is _BY_FIRST_NAME and is_given_name(word):
                continue
            if pattern is not _NAMELY and not _TO_READER.search(_sentence_around(text, match)):
                continue
            if right := _slip(word, names, others):
                yield Mention(Span(*match.span("name")), word, right, person)


def _sentence_around(text: str, match: re.Match[str]) -> str:
    start = max(text.rfind(mark, 0, match.start()) for mark in _SENTENCE_END) + 1
    ends = [at for mark in _SENTENCE_END if (at := text.find(mark, match.end())) >= 0]
    return text[start : min(ends, default=len(text))]


def _slip(word: str, names: str, others: frozenset[str]) -> str:
    """The name that `word` is a small slip of, empty if of none."""
    if abs(len(word) - len(names)) > _MOST_LETTERS_MORE and " " not in names:
        return ""
    if fold(word) in others or is_inflected(word, names):
        return ""
    pieces = (names, *names.split()) if " " in names else (names,)
    return next((name for name in pieces if min(len(word), len(name)) >= _SHORTEST and slip_size(word, name) == 1), "")


def is_inflected(word: str, name: str) -> bool:
    """`Meyers`, `Siemens'`: the name with an ending, or without one."""
    one, other = sorted((word, name), key=len)
    return other.lower().startswith(one.lower()) and other[len(one) :].lower() in _ENDINGS


def _firms_in(text: str, thread: Thread, others: frozenset[str]) -> Iterator[Mention]:
    words = list(_WORD.finditer(text)) if (firms := tuple(organisations_of(thread))) else []
    for firm in firms:
        names = firm.split()
        for at in range(len(words) - len(names) + 1):
            yield from _firm(words[at : at + len(names)], names, firms, others)


def _firm(
    words: Sequence[re.Match[str]], names: Sequence[str], firms: Sequence[str], others: frozenset[str]
) -> Iterator[Mention]:
    """The one word of a firm's name that is spelt wrong, the others being right."""
    wrong = [(word, name) for word, name in zip(words, names, strict=True) if not same_spelling(word.group(), name)]
    if len(wrong) != 1:
        return
    (word, name), written = wrong[0], wrong[0][0].group()
    shortest = _SHORTEST if len(names) > 1 else _SHORTEST_FIRM
    if min(len(written), len(name)) < shortest or slip_size(written, name) != 1 or is_inflected(written, name):
        return
    if fold(written) not in others and not any(same_spelling(written, firm) for firm in firms):
        yield Mention(Span(*word.span()), written, name)
