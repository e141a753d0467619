"""Counts words, sentences or phrases against a limit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msglint.message.searchable import SearchText
from msglint.report import Span
from msglint.rulesets.place import Place
from msglint.rulesets.searching import Found, Searcher

_WORD: Final = re.compile(r"\w[\w'’-]*")
_HUNDRED: Final = 100

_COUNTS: Final[Mapping[str, Callable[[str], int]]] = {
    "words": lambda piece: sum(1 for _ in _WORD.finditer(piece)),
    "characters": lambda piece: len(piece.strip()),
    "questions": lambda piece: len(re.findall(r"\?+", piece)),
}


def counted(what: Sequence[object], limit: int, text: SearchText, searcher: Searcher | None) -> Iterator[Place]:
    """The places where the count is beyond the limit.

    `what` names what is counted, per what, the limit as written, and whether fewer than that is the finding.
    """
    count, per, _, below = what
    if not text.text.strip():
        return
    if count in ("phrases", "patterns"):
        assert searcher is not None
        yield from _of_phrases(searcher.find(text), str(per), limit, bool(below), text)
        return
    for piece in _pieces(str(per), text):
        number = _number(str(count), piece, text)
        if number < limit if below else number > limit:
            yield _place(piece, str(per), number, limit)


def _pieces(per: str, text: SearchText) -> Sequence[Span]:
    if per == "sentence":
        return text.sentences
    if per == "paragraph":
        return text.paragraphs
    stripped = text.text.strip()
    start = text.text.find(stripped)
    return (Span(start, start + len(stripped)),)


def _number(count: str, piece: Span, text: SearchText) -> int:
    if count in _COUNTS:
        return _COUNTS[count](piece.of(text.text))
    spans = text.sentences if count == "sentences" else text.paragraphs
    return sum(1 for span in spans if piece.contains(span))


def _place(piece: Span, per: str, number: int, limit: int) -> Place:
    """A whole message is not underlined: its beginning is the place."""
    span = Span(piece.start, piece.start) if per == "message" else piece
    return Place(span, number=str(number), limit=str(limit))


def _of_phrases(found: Sequence[Found], per: str, limit: int, below: bool, text: SearchText) -> Iterator[Place]:
    """The first place beyond the limit, in every piece of the text."""
    for piece in _pieces(per, text):
        inside = [place for place in found if piece.contains(place.span) and not text.quotes(place.span)]
        allowed = limit if per != "100-words" else limit * max(1.0, _COUNTS["words"](piece.of(text.text)) / _HUNDRED)
        count, bound = str(len(inside)), str(limit)
        if below and len(inside) < allowed:
            yield Place(Span(piece.start, piece.start), number=count, limit=bound)
        elif not below and len(inside) > allowed:
            yield Place(inside[int(allowed)].span, inside[int(allowed)], count, bound)
