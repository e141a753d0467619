"""Where the sentences and the paragraphs of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msglint.message.patterns import lazy
from msglint.report import Span

_PARAGRAPH: Final = lazy(r"\S(?:.|\n(?![^\S\n]*(?:\n|$)))*")
_END: Final = lazy(r"[.!?…]+[\"”“»)\]]*(?=\s)|[:;](?=[^\S\n]*\n)")
_ABBREVIATED: Final = lazy(
    r"(?:\b(?:[a-zäöüß]|[A-ZÄÖÜ]|\d{1,2}|Dr|Prof|Nr|Str|ca|bzw|usw|etc|vgl|ggf|evtl|inkl|zzgl|bspw|sog|Mio|Mrd|Tel|Mr|Mrs|Ms|St|No|vs|"
    r"Abs|Art|Ziff|Hr|Fr|Jan|Feb|Apr|Aug|Sept?|Okt|Oct|Nov|Dez|Dec|max|min|approx|Inc|Ltd|Co|Corp|geb|gez|Anm|Bd|Hrsg|Kap))\.$"
)
_ITEM: Final = lazy(r"[^\S\n]*(?:[-–—*•·+>o]|\(?\d{1,2}[.)]|[a-z]\))[^\S\n]+")
_ITEM_ONLY: Final = lazy(r"[-–—*•·+>|o]+|\(?\d{1,2}[.)]|[a-z]\)")
_OPENING: Final = " \t\"„“”»«›‹'‚‘’(["
_CLOSING: Final = " \t\"„“”»«›‹'‚‘’)]*_"
_NEAR: Final = 400
_FULL_LINE: Final = 45
"""A line shorter than this was ended by its writer, not by the width of a window."""


def paragraphs_of(text: str) -> Iterator[Span]:
    """The stretches between blank lines, without white space at their ends."""
    for match in _PARAGRAPH.finditer(text):
        yield Span(match.start(), match.start() + len(match.group().rstrip()))


def sentences_of(text: str) -> Iterator[Span]:
    """The sentences: up to `.`, `!` or `?`, a blank line, an item of a list, or a line that its writer ended early."""
    for paragraph in paragraphs_of(text):
        start = paragraph.start
        for end in _ends(text, paragraph):
            yield from _trimmed(text, start, end)
            start = end
        yield from _trimmed(text, start, paragraph.end)


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins there, perhaps behind an opening mark.

    After the end of another, a colon, the mark of an item, a blank line, or a line that its writer ended early.
    """
    before = text[max(0, at - _NEAR) : at]
    above, _, line = before.rpartition("\n")
    line = line.rstrip(_OPENING)
    if line.strip():
        return bool(_ITEM_ONLY.fullmatch(line.strip())) or _closes(line, ".!?…:;")
    above_line = above.rpartition("\n")[2]
    return not above_line.strip() or len(above_line.strip()) < _FULL_LINE or _closes(above_line, ".!?…:;")


def ends_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends there: a mark before or behind it, a blank line, or a line that its writer ended."""
    if text[max(0, at - 1) : at] in (".", "!", "?", "…") and _closes(text[max(0, at - _NEAR) : at], ".!?…"):
        return True
    line_start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    rest = text[at:line_end].lstrip(_CLOSING)
    if rest:
        return rest[0] in ".!?…"
    next_line = text[line_end + 1 : line_end + 1 + _NEAR].partition("\n")[0]
    return not next_line.strip() or _is_broken_on_purpose(text, line_start, line_end)


def _closes(before: str, marks: str) -> bool:
    """Whether the last sign is one of the marks, and no full stop of an abbreviation or a date."""
    before = before.rstrip(_CLOSING)
    return before[-1:] != "" and before[-1] in marks and not (before[-1] == "." and _ABBREVIATED.search(before))


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    ends = {match.end() for match in _END.finditer(text, paragraph.start, paragraph.end) if _is_end(text, match)}
    line_start = paragraph.start
    while (line_end := text.find("\n", line_start, paragraph.end)) >= 0:
        if _is_broken_on_purpose(text, line_start, line_end):
            ends.add(line_end)
        line_start = line_end + 1
    return iter(sorted(ends))


def _is_end(text: str, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return True
    if _ABBREVIATED.search(text, max(0, match.end() - 12), match.end()):
        return False
    following = text[match.end() : match.end() + 40].lstrip()
    return not following[:1].islower()


def _is_broken_on_purpose(text: str, start: int, end: int) -> bool:
    return len(text[start:end].strip()) < _FULL_LINE or _ITEM.match(text, end + 1) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = start + len(piece.rstrip())
    if last > first:
        yield Span(first, last)
