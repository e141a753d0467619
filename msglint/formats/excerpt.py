"""The line of the message that a finding is about, and the marks below the place."""

from __future__ import annotations

from typing import NamedTuple

from msglint.formats.display import cell
from msglint.report import Span

CUT = "…"
REACH = 1000
BEFORE_THE_PLACE = 0.35
"""The part of a cut line that shows what stands before the place."""


class Excerpt(NamedTuple):
    """A line of the message as shown, and below it as many blanks and marks."""

    line: str
    blanks: int
    marks: int


def excerpt(text: str, span: Span, width: int) -> Excerpt | None:
    """The line where `span` begins, cut to `width` columns around it; None where that line is blank."""
    start, end = line_around(text, span.start)
    line = text[start:end].rstrip()
    if not line:
        return None
    first = min(span.start - start, len(line))
    last = min(max(span.end - start, first), len(line))
    left, right = _window(line, first, last, width)
    before, place = _columns(line[left:first]), _columns(line[first : min(last, right)])
    head, tail = CUT if left else "", CUT if right < len(line) else ""
    shown = "".join(cell(char)[0] for char in line[left:right])
    return Excerpt(head + shown + tail, len(head) + before, max(place, 1))


def line_around(text: str, at: int) -> tuple[int, int]:
    """Where the line at a place begins and ends; of an endless line no more than could be shown."""
    farthest_left, farthest_right = max(at - REACH, 0), min(at + REACH, len(text))
    start = text.rfind("\n", farthest_left, at) + 1 or farthest_left
    end = text.find("\n", at, farthest_right)
    return start, end if end >= 0 else farthest_right


def _columns(text: str) -> int:
    return sum(cell(char)[1] for char in text)


def _window(line: str, first: int, last: int, width: int) -> tuple[int, int]:
    """The part of the line to show: the place, what stands before it, then as much as there is room for."""
    if len(line) <= width and _columns(line) <= width:
        return 0, len(line)
    room = max(width - 2 * len(CUT), 1)
    before = max(int(room * BEFORE_THE_PLACE), room - _columns(line[first : first + room]))
    left = _reach(line, first, -1, before)
    while left < first and cell(line[left])[1] == 0:
        left += 1
    right = _reach(line, left, 1, room)
    return left, max(right, min(first + 1, len(line)))


def _reach(line: str, start: int, step: int, room: int) -> int:
    """How far one comes from `start` with so many columns."""
    at, used = start, 0
    while (at > 0) if step < 0 else (at < len(line)):
        used += cell(line[at - 1] if step < 0 else line[at])[1]
        if used > room:
            break
        at += step
    return at
