"""The text that LanguageTool gets to see, and the way back from it into the message.

It holds the author's own prose and nothing else: paragraph by paragraph, names, addresses, links, code and numbers
replaced by neutral stand-ins of the same kind, all of it in the Basic Multilingual Plane, so that an offset means the
same to Java and to Python.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from msglint.message.language import LANGUAGES, detect
from msglint.message.lines import Line, lines_of, trimmed
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.proofreading import masked_in, prose_of
from msglint.message.sentences import sentences_of
from msglint.message.spellings import fold
from msglint.report import Span

LONGEST: Final = 20_000
"""Code points of one message that are sent at most: a letter of ten pages."""

_READ: Final = 3 * LONGEST
"""Code points of a message that are looked at: quotes and tables take their room."""

IsName = Callable[[str], bool]
"""Whether a word of the message, as written, is a name that must not be sent."""

_NAMES: Final = {"de": ("Meyer", "Schmidt", "Becker"), "en": ("Johnson", "Wilson", "Thompson")}
_ADDRESS: Final = "info@example.com"
_LINK: Final = "https://example.com"
_FIGURE: Final = "2"
_SMALL: Final = 2
"""Figures that a number may have and still say nothing about anybody: a day, an hour, a few pieces."""

_ITEM: Final = re.compile(r"\s*(?:[-–—*•·▪◦+>o]|\(?\d{1,2}[.)]|\(?[a-z]\)|\[[ xX]?\])\s+")
_SENTENCE_MARKS: Final = ".!?:;"
_FULL: Final = 0.6
_NARROW: Final = 45
_WORDS_TO_TELL: Final = 6
_WORD: Final = lazy(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER: Final = lazy(r"\+?\(?\d(?:[\d ./:()-]{0,40}\d)?")
_YEAR: Final = lazy(r"(?:19|20)\d\d")
_DATE_OR_TIME: Final = lazy(
    r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d\d)?|\d{1,2}[:.]\d{1,2}|\d{1,2}/\d{1,2}(?:/\d\d)?|(?:19|20)\d\d-\d\d-\d\d"
)
_FULL_DATE: Final = lazy(r"\d{1,2}([./-]\s?)\d{1,2}[./-]\s?(?:19|20)\d\d")
_SOME_DATE: Final = ("12", "11", "2020")
_FIGURES: Final = lazy(r"\d+")
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u200e\u200f")
_OUTSIDE_PLANE: Final = "\uffff"
_SYMBOL: Final = "☺"
"""For what lies beyond the Basic Multilingual Plane: nearly always an emoji, and LanguageTool takes this for one."""


class StandIn(NamedTuple):
    """What is sent in place of a stretch of the message."""

    span: Span
    text: str


@dataclass(frozen=True)
class SentText:
    """A text made from pieces of a message.

    Attributes:
        text: what is sent; nothing in it lies beyond the Basic Multilingual Plane.
        origins: for every character of it, where that stands in the message.
        stand_ins: the stretches of it that stand for something else, and the ends of lines that may end a sentence.
        whole: nothing of the message's prose is missing because of its length.
    """

    text: str
    origins: tuple[int, ...]
    stand_ins: tuple[Span, ...]
    whole: bool = True

    def span_of(self, start: int, end: int) -> Span | None:
        """The stretch of the message that `text[start:end]` comes from; None where that is not the author's own."""
        if not 0 <= start < end <= len(self.text) or "\n" in self.text[start:end]:
            return None
        if self.has_stand_in(start, end):
            return None
        return Span(self.origins[start], self.origins[end - 1] + 1)

    def has_stand_in(self, start: int, end: int) -> bool:
        """Whether any of `text[start:end]` stands for something else."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self.stand_ins[at].end > start

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.stand_ins]


def sent_text(message: Message, is_name: IsName) -> SentText:
    """What LanguageTool gets to see of a message.

    Args:
        message: the message.
        is_name: tells the names that stand in it.
    """
    whole = len(message.text) <= _READ
    if not whole:
        message = _beginning_of(message)
    builder = _Builder(message, is_name)
    for span in prose_of(message):
        for paragraph in _paragraphs(message.text, span):
            if not builder.add(paragraph):
                return builder.built(whole=False)
    return builder.built(whole=whole)


def _beginning_of(message: Message) -> Message:
    """A message of a million lines must not hold a check up. Its first places are those of the message."""
    marked = tuple(mark for mark in message.marked if mark.span.end <= _READ)
    return message.with_(text=message.text[:_READ], marked=marked)


class _Builder:
    """Puts the pieces together, and keeps in mind where each came from."""

    def __init__(self, message: Message, is_name: IsName) -> None:
        self._message = message
        self._is_name = is_name
        self._text: list[str] = []
        self._origins: list[int] = []
        self._stand_ins: list[Span] = []
        self._names: dict[str, str] = {}
        self._language = message.base_language if message.base_language in _NAMES else "de"

    def built(self, *, whole: bool) -> SentText:
        """All that has been added."""
        return SentText("".join(self._text), tuple(self._origins), tuple(self._stand_ins), whole)

    def add(self, paragraph: Span) -> bool:
        """Add a paragraph; False where there is no more room."""
        for sentence in self._own_language(paragraph):
            if len(self._text) + len(sentence) > LONGEST:
                self._add_beginning(sentence)
                return False
            self._add_sentence(sentence)
        if self._text and self._text[-1] != "\n":
            self._put("\n\n", [paragraph.end, paragraph.end])
        return True

    def _add_beginning(self, stretch: Span) -> None:
        """The whole sentences of a stretch for which there is room."""
        room = LONGEST - len(self._text)
        ends = [sentence.end for sentence in sentences_of(stretch.of(self._message.text)) if sentence.end <= room]
        if ends:
            self._add_sentence(Span(stretch.start, stretch.start + ends[-1]))

    def _own_language(self, paragraph: Span) -> Iterator[Span]:
        """The paragraph without sentences in another language; sentence by sentence only where there is one."""
        text = paragraph.of(self._message.text)
        foreign = [span for span in sentences_of(text) if self._is_foreign(span.of(text))]
        position = 0
        for span in (*foreign, Span(len(text), len(text))):
            piece = trimmed(text, Span(position, span.start)) if span.start > position else None
            if piece is not None and len(piece):
                yield Span(paragraph.start + piece.start, paragraph.start + piece.end)
            position = span.end

    def _is_foreign(self, sentence: str) -> bool:
        if len(sentence.split()) < _WORDS_TO_TELL:
            return False
        base = self._message.base_language
        return base in LANGUAGES and (detect(sentence) or base) != base

    def _add_sentence(self, span: Span) -> None:
        if self._text and self._text[-1] != "\n":
            self._put(" ", [span.start])
        text = self._message.text
        position = span.start
        for stand_in in self._replaced(span):
            self._copy(text, position, stand_in.span.start)
            start = len(self._text)
            self._put(stand_in.text, [stand_in.span.start] * len(stand_in.text))
            self._stand_ins.append(Span(start, len(self._text)))
            position = stand_in.span.end
        self._copy(text, position, span.end)

    def _copy(self, text: str, start: int, end: int) -> None:
        """The characters as they are: blanks as one, nothing invisible, nothing that Java counts twice."""
        for at in range(start, end):
            char = text[at]
            if char.isspace():
                if self._text and self._text[-1] not in " \n":
                    self._put(" ", [at])
            elif char in _INVISIBLE or (char < " "):
                continue
            elif char > _OUTSIDE_PLANE or "\ud800" <= char <= "\udfff":
                self._put(_SYMBOL, [at])
            else:
                self._put(char, [at])

    def _put(self, text: str, origins: Sequence[int]) -> None:
        self._text.extend(text)
        self._origins.extend(origins)

    def _replaced(self, span: Span) -> Iterator[StandIn]:
        """What must not be sent, in order, and what is sent for it."""
        position = span.start
        masks = [mask for mask in masked_in(self._message, span) if mask.start >= span.start]
        for mask in (*masks, Span(span.end, span.end)):
            if mask.start > position:
                yield from self._names_and_numbers(Span(position, mask.start))
            if len(mask):
                yield StandIn(mask, self._for_mask(mask.of(self._message.text)))
            position = max(position, mask.end)

    def _for_mask(self, masked: str) -> str:
        """The marks around a quotation stay: without them the sentence reads otherwise."""
        if "@" in masked:
            return _ADDRESS
        if masked[0] in "\"„“”»«‚‘’'":
            return f"{masked[0]}{_NAMES[self._language][0]}{masked[-1]}"
        if "://" in masked or masked.startswith("www."):
            return _LINK
        return _NAMES[self._language][0]

    def _names_and_numbers(self, span: Span) -> Iterator[StandIn]:
        text = span.of(self._message.text)
        found = [
            *(StandIn(Span(*match.span()), self._for_name(match.group())) for match in self._names_in(text)),
            *_for_numbers(text),
        ]
        for stand_in in sorted(found):
            yield StandIn(Span(span.start + stand_in.span.start, span.start + stand_in.span.end), stand_in.text)

    def _names_in(self, text: str) -> Iterator[re.Match[str]]:
        return (match for match in _WORD.finditer(text) if self._is_name(match.group()))

    def _for_name(self, name: str) -> str:
        """One surname for every name, so that nobody seems to be named twice in a row."""
        names = _NAMES[self._language]
        key = fold(name).removesuffix("s")
        stand_in = self._names.setdefault(key, names[len(self._names) % len(names)])
        if self._language == "en":
            return f"{stand_in}'s" if name.endswith(("'s", "’s")) else stand_in
        return f"{stand_in}s" if name.endswith("s") and self._is_name(name[:-1]) else stand_in


def _for_numbers(text: str) -> Iterator[StandIn]:
    """A long number, and what looks like a telephone or an account: the same shape of other figures."""
    for match in _NUMBER.finditer(text):
        written = match.group()
        figures = sum(char.isdigit() for char in written)
        if full := _FULL_DATE.match(written):
            yield StandIn(Span(match.start(), match.start() + full.end()), full[1].join(_SOME_DATE))
            continue
        if figures <= _SMALL or _YEAR.fullmatch(written) or _DATE_OR_TIME.fullmatch(written):
            continue
        yield StandIn(Span(*match.span()), _FIGURES.sub(lambda run: _FIGURE * len(run.group()), written))


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    """A block of lines as paragraphs: items, headings, and lines that their writer has ended, for themselves."""
    lines = [line for line in lines_of(text, span.start, span.end) if not line.blank]
    longest = max((len(line.text.rstrip()) for line in lines), default=0)
    block: list[Line] = []
    for line in lines:
        if block and (_ITEM.match(line.text) or _has_ended(block[-1], line, longest)):
            yield _whole(block)
            block = []
        block.append(line)
    if block:
        yield _whole(block)


def _has_ended(line: Line, following: Line, longest: int) -> bool:
    """Whether the writer, and not the width of a window, has ended the line."""
    written, begins = line.text.strip(), following.text.strip()[:1]
    if len(written) >= max(_NARROW, longest * _FULL):
        return False
    return not (begins.islower() and written[-1] not in _SENTENCE_MARKS)


def _whole(block: list[Line]) -> Span:
    """The lines without the mark of an item."""
    first = block[0]
    item = _ITEM.match(first.text)
    start = first.start + item.end() if item and item.end() < len(first.text.rstrip()) else first.span.start
    return Span(start, block[-1].span.end)
