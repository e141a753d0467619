"""Counts words, sentences or phrases against a limit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msglint.message.patterns import lazy
from msglint.message.searchable import SearchText
from msglint.report import Span
from msglint.rulesets.place import Place

_WORD: Final = lazy(r"\w[\w'’-]*")
_HUNDRED: Final = 100

_COUNTS: Final[Mapping[str, Callable[[str], int]]] = {
    "words": lambda piece: sum(1 for _ in _WORD.finditer(piece)),
    "characters": lambda piece: len(piece.strip()),
    "questions": lambda piece: len(re.findall(r"\?+", piece)),
}


def counted(what: Sequence[object], limit: int, text: SearchText, found: Sequence[Place]) -> Iterator[Place]:
    """The places where the count is beyond the limit.

    Args:
        what: what is counted, per what, the limit as written, and whether fewer than that is the finding.
        limit: what is fine; per 100 words, where `what` says so.
        text: where it is counted.
        found: the phrases or expressions that count.
    """
    count, per, _, below = what
    if not text.text.strip():
        return
    for piece in _pieces(str(per), text):
        allowed = limit * _hundreds(piece, text) if per == "100-words" else limit
        if count in ("phrases", "patterns"):
            inside = [place for place in found if piece.contains(place.span)]
            yield from _of_phrases(inside, piece, limit, allowed, below=bool(below))
            continue
        number = _number(str(count), piece, text)
        if number < allowed if below else number > allowed:
            yield _place(piece, str(per), number, limit)


def _hundreds(piece: Span, text: SearchText) -> float:
    """How many hundreds of words it has; a short text counts as one."""
    return max(1.0, _COUNTS["words"](piece.of(text.text)) / _HUNDRED)


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
    span = Span(piece.start, piece.start) if per in ("message", "100-words") else piece
    return Place(span, number=str(number), limit=str(limit))


def _of_phrases(inside: Sequence[Place], piece: Span, limit: int, allowed: float, *, below: bool) -> Iterator[Place]:
    """The first place beyond the limit."""
    count, bound = str(len(inside)), str(limit)
    if below and len(inside) < allowed:
        yield Place(Span(piece.start, piece.start), number=count, limit=bound)
    elif not below and len(inside) > allowed:
        yield inside[int(allowed)]._replace(number=count, limit=bound)
