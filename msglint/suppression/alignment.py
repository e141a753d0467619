"""Which words of a letter are which words of the template that it was made from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate, groupby, takewhile
from typing import Final

from msglint.report import Span

FIELD: Final = "\0"
"""Stands for a field among the words of a template; no letter has such a word."""
MOST_PAIRS: Final = 200_000
"""Where more words of a letter are like words of the template, what stands between beginning and end is not compared.

Usual texts of 2,000 words have fewer; the time grows with them.
"""

_FIELD: Final = (
    r"\{\{\{?[^{}]{0,200}\}\}\}?|\{%[^%]{0,200}%\}|\{#[^#]{0,200}#\}|\{[A-Za-z_][\w. -]{0,60}\}"  # Jinja, Handlebars
    r"|<%=?[^%]{0,200}%>|<{1,2}[^\W\d_][\w .-]{0,60}>{1,2}|«[^«»\n]{1,60}»"  # ERB; Word
    r"|\[{1,2}[^\[\]\n]{1,60}\]{1,2}|%{1,2}[A-Za-z]\w{0,60}%{1,2}|\*\|[^|\n]{1,60}\|\*"  # Mailchimp is the last
    r"|\$\{[^{}\n]{1,60}\}|\$[A-Za-z_]\w{0,60}|#{1,2}[A-ZÄÖÜ_]{2,60}#{1,2}|__[A-ZÄÖÜ_]{2,60}__"
)
_LETTER_WORD: Final = re.compile(r"\w+|[^\w\s]")
# What is glued to a field changes with it: `geehrte{{r}}`.
_TEMPLATE_WORD: Final = re.compile(rf"(?P<field>(?:\w*(?:{_FIELD}))+\w*)|\w+|[^\w\s]")


@dataclass(frozen=True)
class Words:
    """The words and signs of a text and where they stand.

    Attributes:
        words: in order; `FIELD` for a field of a template.
        starts, ends: where each begins and ends.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of_letter(cls, text: str) -> Words:
        """The words of a text in which everything means itself."""
        return cls._of((match.group(), match) for match in _LETTER_WORD.finditer(text))

    @classmethod
    def of_template(cls, text: str) -> Words:
        """The words of a text with fields."""
        return cls._of((FIELD if match["field"] else match.group(), match) for match in _TEMPLATE_WORD.finditer(text))

    @classmethod
    def _of(cls, found: Iterable[tuple[str, re.Match[str]]]) -> Words:
        pairs = tuple(found)
        return cls(
            tuple(word for word, _ in pairs),
            tuple(match.start() for _, match in pairs),
            tuple(match.end() for _, match in pairs),
        )

    def touched(self, span: Span) -> range:
        """The numbers of the words that the stretch touches; empty between two words, but it begins with the next."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, max(span.end, span.start)))

    @cached_property
    def joined(self) -> str:
        """The words with a blank before, between and behind."""
        return f" {' '.join(self.words)} "

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where in `joined` the blank before each word stands."""
        return tuple(accumulate((len(word) + 1 for word in self.words), initial=0))

    @cached_property
    def segments(self) -> tuple[tuple[int, str], ...]:
        """The stretches between the fields: the number of the first word, and the words with blanks around."""
        numbered = groupby(range(len(self.words)), key=lambda number: self.words[number] == FIELD)
        stretches = (tuple(numbers) for is_field, numbers in numbered if not is_field)
        return tuple((numbers[0], f" {' '.join(self.words[number] for number in numbers)} ") for numbers in stretches)

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each word stands there."""
        return Counter(self.words)


@dataclass(frozen=True)
class Alignment:
    """Which words of a letter are which of its template.

    Attributes:
        numbers: by the number of a word of the letter, that of the template's; what is missing was filled in or
            changed.
    """

    template: Words
    letter: Words
    numbers: Mapping[int, int]

    def is_same_place(self, in_letter: Span, in_template: Span) -> bool:
        """Whether the stretch of the letter is the template's, apart from what fields within it were filled with."""
        here, there = self.letter.touched(in_letter), self.template.touched(in_template)
        if not here or not there:
            return not here and not there and self._is_same_gap(here.start, there.start)
        own = [self.numbers[number] for number in here if number in self.numbers]
        if not own or not all(number in there for number in own):
            return False
        return all(number in self.numbers or self._is_filled_in(number, there) for number in here)

    def _is_same_gap(self, letter_next: int, template_next: int) -> bool:
        """Whether what stands before the two gaps is the same, or what stands behind them."""
        before = self._number(letter_next - 1) == template_next - 1
        return before or self._number(letter_next) == template_next

    def _number(self, number: int) -> int | None:
        """That of the template; the two beginnings and the two ends are the same."""
        if number < 0:
            return -1
        return len(self.template.words) if number == len(self.letter.words) else self.numbers.get(number)

    def _is_filled_in(self, number: int, there: range) -> bool:
        """Whether the word stands in place of a field in the stretch `there` of the template."""
        at = bisect_left(self._aligned, number)
        first = self.numbers[self._aligned[at - 1]] + 1 if at else 0
        last = self.numbers[self._aligned[at]] if at < len(self._aligned) else len(self.template.words)
        return any(
            self.template.words[field] == FIELD for field in range(max(first, there.start), min(last, there.stop))
        )

    @cached_property
    def _aligned(self) -> tuple[int, ...]:
        return tuple(sorted(self.numbers))


def align(template: Words, letter: Words, least: float) -> Alignment | None:
    """The letter beside the template; None if surely less than `least` of the template's words stand in it."""
    numbers = _by_segments(template, letter)
    if numbers is None and _may_be_alike(template, letter, least):
        numbers = dict(_by_difference(template.words, letter.words))
    return None if numbers is None else Alignment(template, letter, numbers)


def _by_segments(template: Words, letter: Words) -> dict[int, int] | None:
    """The words of a letter that is the template with its fields filled; None if it is not."""
    numbers: dict[int, int] = {}
    text, position = letter.joined, 0
    for first, segment in template.segments:
        count = segment.count(" ") - 1
        is_last = first + count == len(template.words)
        place = len(text) - len(segment) if is_last else text.find(segment, position)
        if place < position or (first == 0 and place != 0) or not text.startswith(segment, place):
            return None
        at = bisect_left(letter.offsets, place)
        numbers.update(zip(range(at, at + count), range(first, first + count), strict=True))
        position = place + len(segment) - 1
    return numbers


def _may_be_alike(template: Words, letter: Words, least: float) -> bool:
    shared = sum(min(count, letter.counted[word]) for word, count in template.counted.items())
    return shared >= least * (len(template.words) - template.counted[FIELD])


def _by_difference(template: tuple[str, ...], letter: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Number in the letter and number in the template, word by word. What both begin and end with is compared first."""
    before = _shared(template, letter)
    behind = _shared(template[before:][::-1], letter[before:][::-1])
    yield from ((number, number) for number in range(before))
    yield from (
        (before + number, before + other)
        for number, other in _matching(letter[before : len(letter) - behind], template[before : len(template) - behind])
    )
    yield from ((len(letter) - step, len(template) - step) for step in range(behind, 0, -1))


def _matching(letter: tuple[str, ...], template: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    counted = Counter(template)
    if sum(counted[word] for word in letter) > MOST_PAIRS:
        return
    for block in SequenceMatcher(None, letter, template, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
