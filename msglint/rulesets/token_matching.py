"""Matches token patterns with spaCy, which is loaded only for sentences that hold all the words a pattern must have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from msglint.message.patterns import lazy
from msglint.message.searchable import SearchText, folded
from msglint.report import Span
from msglint.rulesets.compiled import Compiled

if TYPE_CHECKING:
    from msglint.analysis.documents import Document
    from msglint.analysis.engines import Engines

_WORD: Final = lazy(r"(\w+)(n)(?=['’´`]t\b)|\w+")
"""The tagger makes two words of "don't": the first is "do"."""


class TokenSearcher:
    """The token patterns of one entry. May be shared between threads: a matcher is at worst made twice."""

    def __init__(self, items: Sequence[Compiled], language: str) -> None:
        self._items = items
        self._language = language
        self._matchers: dict[int, Any] = {}

    def find(self, text: SearchText, engines: Engines) -> list[Span]:
        """The places that a pattern matches, without those inside others."""
        words = text.words | _cut(text)
        called = [at for at, item in enumerate(self._items) if _has_all(item["required"], words)]
        if not called:
            return []
        found = [span for sentence in text.sentences for span in self._in_sentence(called, sentence, text, engines)]
        kept: list[Span] = []
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return kept

    def _in_sentence(self, called: Sequence[int], sentence: Span, text: SearchText, engines: Engines) -> Iterator[Span]:
        written = sentence.of(text.text)
        words = list(_words_of(written))
        wanted = [at for at in called if _has_in_order(self._items[at]["required"], words)]
        if not wanted:
            return
        document = engines.document(written.replace("\n", " "), self._language)
        for at in wanted:
            for match in self._matcher(at, document.doc.vocab)(document.doc, with_alignments=True):
                yield _span(match, self._items[at]["flagged"], document, sentence.start)

    def _matcher(self, at: int, vocabulary: Any) -> Any:
        if at not in self._matchers:
            from spacy.matcher import Matcher

            matcher = Matcher(vocabulary)
            matcher.add("pattern", [self._items[at]["tokens"]], greedy="LONGEST")
            self._matchers[at] = matcher
        return self._matchers[at]


def _cut(text: SearchText) -> frozenset[str]:
    return frozenset(_words_of(text.text)) if "n't" in text.folded or "n’t" in text.folded else frozenset()


def _words_of(text: str) -> Iterator[str]:
    for match in _WORD.finditer(folded(text)):
        if match[2]:
            yield match[1]
        yield match[0]


def _has_all(required: Sequence[Sequence[str]], words: frozenset[str]) -> bool:
    """Whether of every group at least one word is there."""
    return all(not words.isdisjoint(group) for group in required)


def _has_in_order(required: Sequence[Sequence[str]], words: Sequence[str]) -> bool:
    """Whether the words hold one of every group, one group after the other."""
    rest = iter(words)
    return all(any(word in group for word in rest) for group in required)


def _span(match: Any, flagged: Sequence[int], document: Document, offset: int) -> Span:
    _, start, end, alignments = match
    tokens = [start + at for at, place in enumerate(alignments) if not flagged or place in flagged]
    first, last = (min(tokens), max(tokens) + 1) if tokens else (start, end)
    begin, finish = document.span(first, last)
    return Span(offset + begin, offset + finish)
