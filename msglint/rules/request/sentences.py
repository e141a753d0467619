"""The sentences and paragraphs of a body, as spans into it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.lines import trimmed
from msglint.message.patterns import lazy
from msglint.report import Span

_ABBREVIATION = lazy(
    r"\b(?:Dr|Prof|Hr|Fr|Nr|No|Tel|ca|bzw|ggf|evtl|inkl|usw|etc|z\.[ ]?B|d\.[ ]?h|u\.[ ]?a|i\.[ ]?d\.[ ]?R|Mr|Mrs|Ms|St|"
    r"vs|e\.[ ]?g|i\.[ ]?e|a\.[ ]?m|p\.[ ]?m|\d{1,2})\.(?=\s*\w)"
)
_BREAK = lazy(r"[.!?…]+[)\"“”’»]*(?=\s|$)|\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t])")
_PARAGRAPH_BREAK = lazy(r"\n[ \t]*(?=\n)")
_REACH = 1000  # no paragraph that people read is much longer
_SMALL_DOT = "\u2024"  # stands in for a full stop that ends no sentence; same length


def sentences_of(text: str, within: Span | None = None) -> Iterator[Span]:
    """The sentences of `text`, their mark included; a blank line and an item of a list end one as well."""
    place = within or Span(0, len(text))
    piece = _ABBREVIATION.sub(lambda match: match.group().replace(".", _SMALL_DOT), place.of(text))
    yield from _pieces(text, piece, place.start, _BREAK)


def paragraphs_of(text: str) -> Iterator[Span]:
    """The paragraphs of `text`: what stands between blank lines."""
    yield from _pieces(text, text, 0, _PARAGRAPH_BREAK)


def paragraph_at(text: str, at: int) -> Span:
    """The paragraph that the code point at `at` stands in."""
    earliest, latest = max(0, at - _REACH), min(len(text), at + _REACH)
    first, last = text.rfind("\n\n", earliest, at), text.find("\n\n", at, latest)
    return Span(max(earliest, first), latest if last < 0 else last)


def sentence_at(text: str, start: int, end: int) -> Span:
    """The sentence that `text[start:end]` stands in."""
    for span in sentences_of(text, paragraph_at(text, start)):
        if span.start <= start < span.end:
            return span
    return Span(start, end)


def _pieces(text: str, protected: str, offset: int, separator: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for match in separator.finditer(protected):
        span = trimmed(text, Span(offset + start, offset + match.end()))
        start = match.end()
        if len(span):
            yield span
    span = trimmed(text, Span(offset + start, offset + len(protected)))
    if len(span):
        yield span
