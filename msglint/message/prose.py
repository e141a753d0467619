"""The running text of a message in paragraphs and sentences: lists, tables, code and addresses are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msglint.message.lines import Line, lines_of
from msglint.message.patterns import lazy
from msglint.message.sentences import sentences_of
from msglint.report import Span

_WORD = lazy(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ITEM = re.compile(r"\s*(?:[-*•–—·▪o>+]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s|§)")
_TABLE = lazy(r"\S(?:\t+| {3,})\S.*\S(?:\t+| {3,})\S|\|.*\||\S\t+\S|[=_*~#-]{5,}")
_LABEL = lazy(r"\s*[A-ZÄÖÜ][\w /.-]{1,30}:(?:\s+\S.{0,60})?$")
_TABLE_MARKS = ("\t", "   ", "|", "-", "_", "=", "*", "~", "#")
_CODE = lazy(r"\s*(?:#|//|\$ |def |class |import |<\w)|\s{8,}\S")
_CODE_ENDS = ("{", "}", ";")
# Whoever writes "we went home. then we slept" leaves open where the sentence ends.
_UNCLEAR = lazy(
    r"\w{5}[.!?]+\)?\s|\.\.|[;:]-?[)D(]|\d\.\s+(?:I|We|You|It|He|She|They|The|This|There|Please|If|In|Ich|Wir|Es|Er|Das|Bitte|Wenn)\b"
)
_UNWRAPPED = 120
_SHORT_LINE = 0.6


class Stretch(NamedTuple):
    """A paragraph or a sentence; `span` into the text that was given."""

    span: Span
    words: int


def count_words(text: str) -> int:
    """How many words the text has; marks and bare numbers in tables are words to nobody."""
    return len(_WORD.findall(text))


def paragraphs_of(text: str) -> Iterator[Stretch]:
    """The paragraphs of running text, divided by blank lines and by whatever is no running text."""
    block: list[Line] = []
    for line in lines_of(text):
        if line.blank or not is_running_text(line.text):
            yield from _divided(block)
            block = []
        else:
            block.append(line)
    yield from _divided(block)


def is_running_text(line: str) -> bool:
    """Whether the line may belong to a paragraph: no list item, no row of a table, no label, no code."""
    if _ITEM.match(line) or _LABEL.fullmatch(line) or line.count("@") > 1:
        return False
    if line.rstrip().endswith(_CODE_ENDS) or _CODE.match(line):
        return False
    return not any(mark in line for mark in _TABLE_MARKS) or _TABLE.search(line) is None


def _divided(block: list[Line]) -> Iterator[Stretch]:
    """A short line that ends a sentence ends a paragraph, and so does every line of text that nobody has wrapped."""
    if not block:
        return
    longest = max(len(line.text) for line in block)
    start = 0
    for at, line in enumerate(block, start=1):
        ended = line.text.rstrip().endswith((".", "!", "?", ":", ";", ",")) and len(line.text) < longest * _SHORT_LINE
        if at == len(block) or longest > _UNWRAPPED or ended:
            span = Span(block[start].span.start, line.span.end)
            text = "\n".join(piece.text for piece in block[start:at])
            yield Stretch(span, count_words(text))
            start = at


def long_sentences_of(text: str, most: int) -> list[Stretch]:
    """The sentences of the running text with more than `most` words, those left out whose end is unclear."""
    return long_sentences_in(paragraphs_of(text), text, most)


def long_sentences_in(paragraphs: Iterable[Stretch], text: str, most: int) -> list[Stretch]:
    """The same, where the paragraphs of `text` are known already."""
    return [sentence for one in paragraphs if one.words > most for sentence in _long_sentences_in(one, text, most)]


def _long_sentences_in(paragraph: Stretch, text: str, most: int) -> Iterator[Stretch]:
    start = paragraph.span.start
    for found in sentences_of(paragraph.span.of(text)):
        span = Span(start + found.start, start + found.end)
        words = count_words(span.of(text))
        if words > most and not _UNCLEAR.search(span.of(text)):
            yield Stretch(span, words)
