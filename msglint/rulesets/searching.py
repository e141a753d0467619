"""Searches a text for the phrases and expressions of a compiled entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from msglint.message.lines import merged
from msglint.message.searchable import SearchText
from msglint.message.sentences import begins_sentence, ends_sentence
from msglint.report import Span
from msglint.rulesets.compiled import Compiled
from msglint.rulesets.errors import TooSlowError

FLAG: Final = "flag"
TIME_LIMIT: Final = 0.25
"""Seconds that an expression of somebody else's pack may take on one text."""
_MOST: Final = 200
_LONG: Final = 20_000
_MOST_CALLS: Final = 100
_REACH: Final = 400
"""No phrase is longer, in code points."""


class Found(NamedTuple):
    """A place where something was found.

    Attributes:
        item: what was found, of those that were sought.
        lemmas: the forms, in lower case, in which its lemmas stand there; empty where one is missing.
    """

    span: Span
    item: Compiled
    lemmas: tuple[str, ...]


class Searcher:
    """Finds compiled phrases and expressions. Only those are tried whose words the text holds.

    May be shared between threads: an expression is at worst compiled twice.

    Args:
        sought: the phrases and expressions, and what calls for which of them.
    """

    def __init__(self, sought: Compiled) -> None:
        self._items: Sequence[Compiled] = sought["items"]
        self._by_word: Mapping[str, Sequence[int]] = sought["words"]
        self._by_piece: Sequence[tuple[str, Sequence[int]]] = sought["pieces"]
        self._always: Sequence[int] = sought["always"]
        self._patterns: dict[int, Any] = {}
        self._words: Mapping[int, Sequence[str]] | None = None

    def find(self, text: SearchText) -> list[Found]:
        """The places in order; of those that overlap the one that begins first, then the longest.

        Raises:
            TooSlowError: if an expression takes longer than any check may.
        """
        if not text.text:
            return []
        found = [place for at in self._candidates(text) for place in self._places(at, text)]
        return without_overlaps(found)

    def finditer(self, text: SearchText) -> Iterator[re.Match[str]]:
        """The matches themselves, as of one expression: in order, the longest of those that begin together."""
        end = 0
        matches = (match for at in self._candidates(text) for match in self._matches(at, text))
        for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
            if match.start() >= end:
                end = match.end()
                yield match

    def _candidates(self, text: SearchText) -> list[int]:
        called = set(self._always)
        for word in self._by_word.keys() & text.words:
            called.update(self._by_word[word])
        folded = text.folded
        for piece, items in self._by_piece:
            if piece in folded:
                called.update(items)
        return sorted(called)

    def _places(self, at: int, text: SearchText) -> Iterator[Found]:
        item = self._items[at]
        for match in self._matches(at, text):
            groups = match.groupdict()
            span = Span(*match.span(FLAG if groups.get(FLAG) is not None else 0))
            if not len(span) or not _is_where_it_must_be(item, span, text.text):
                continue
            lemmas = tuple((form or "").lower() for name, form in groups.items() if name.startswith("lemma"))
            yield Found(span, item, lemmas)

    def _matches(self, at: int, text: SearchText) -> Iterator[re.Match[str]]:
        if self._items[at].get("timed"):
            yield from self._timed_matches(at, text.text)
            return
        if at not in self._patterns:
            self._patterns[at] = re.compile(self._items[at]["source"], re.IGNORECASE)
        matches = (
            match for window in self._windows(at, text) for match in _in_window(self._patterns[at], window, text)
        )
        yield from islice(matches, _MOST)

    def _windows(self, at: int, text: SearchText) -> Sequence[Span]:
        """Where to look: all of a usual text; in a long one around the words that call for the phrase."""
        words = self._words_of(at) if len(text.text) > _LONG else ()
        if not words:
            return (Span(0, len(text.text)),)
        places = (place for word in words for place in text.places.get(word, ())[:_MOST_CALLS])
        return merged(Span(max(0, place - _REACH), min(len(text.text), place + _REACH)) for place in places)

    def _words_of(self, at: int) -> Sequence[str]:
        if self._words is None:
            words: dict[int, list[str]] = {}
            for word, items in self._by_word.items():
                for item in items:
                    words.setdefault(item, []).append(word)
            self._words = words
        return self._words.get(at, ())

    def _timed_matches(self, at: int, text: str) -> Iterator[re.Match[str]]:
        """With a library whose search can be cut off: nobody has tested these expressions."""
        import regex

        if at not in self._patterns:
            self._patterns[at] = regex.compile(self._items[at]["source"], regex.IGNORECASE)
        try:
            matches = self._patterns[at].finditer(text, timeout=TIME_LIMIT, concurrent=False)
            yield from islice(matches, _MOST)
        except TimeoutError:
            raise TooSlowError(self._items[at]["source"]) from None


def _in_window(pattern: re.Pattern[str], window: Span, text: SearchText) -> Iterator[re.Match[str]]:
    """The matches that do not end just because the window does."""
    for match in pattern.finditer(text.text, window.start, window.end):
        if match.end() < window.end or window.end == len(text.text):
            yield match


def without_overlaps(found: list[Found]) -> list[Found]:
    """Of those that overlap the one that begins first, then the longest."""
    kept: list[Found] = []
    for place in sorted(found, key=lambda place: (place.span.start, -place.span.end)):
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return kept


def _is_where_it_must_be(item: Compiled, span: Span, text: str) -> bool:
    if item.get("at_start") and not begins_sentence(text, span.start):
        return False
    return not item.get("at_end") or ends_sentence(text, span.end)
