"""A text as lines that know where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msglint.report import Position, Span


class Line(NamedTuple):
    """One line without its line end; `start` counts code points from the beginning of the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the line ends, before its line end."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Nothing but white space."""
        return not self.text.strip()

    @property
    def span(self) -> Span:
        """The line without blanks at either end."""
        stripped = self.text.strip()
        first = self.start + len(self.text) - len(self.text.lstrip()) if stripped else self.start
        return Span(first, first + len(stripped))


def lines_of(text: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    """The lines of `text[start:end]`."""
    lines = []
    position = start
    for piece in text[start:end].split("\n"):
        lines.append(Line(piece, position))
        position += len(piece) + 1
    return tuple(lines)


def trimmed(text: str, span: Span) -> Span:
    """`span` without white space at its ends; empty where there is nothing else."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping and touching ones as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def complement(spans: Iterable[Span], whole: Span) -> tuple[Span, ...]:
    """What is left of `whole` without `spans`."""
    result = []
    position = whole.start
    for span in merged(spans):
        if span.start > position:
            result.append(Span(position, span.start))
        position = max(position, span.end)
    if position < whole.end:
        result.append(Span(position, whole.end))
    return tuple(result)


def masked(text: str, keep: Iterable[Span]) -> str:
    """`text` with everything outside `keep` turned into blanks, line ends kept, so that offsets stay true."""
    pieces = []
    position = 0
    for span in merged(keep):
        pieces.append(_blanked(text[position : span.start]))
        pieces.append(span.of(text))
        position = span.end
    pieces.append(_blanked(text[position:]))
    return "".join(pieces)


def _blanked(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))


def position_of(text: str, offset: int) -> Position:
    """Line and column, both 1-based, of a code point offset."""
    before = text[:offset]
    return Position(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
