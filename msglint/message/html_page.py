"""The text of an HTML mail as it is written, line by line, with the stretches of it that are marked."""

from __future__ import annotations

from dataclasses import dataclass, field

from msglint.message.model import Mark, Marked
from msglint.report import Span


@dataclass(slots=True)
class Page:
    """The text written so far. Breaks and blanks wait until something follows them, so none is left over."""

    chunks: list[str] = field(default_factory=list)
    size: int = 0
    lines: int = 0
    breaks: int = 0
    blank: bool = False
    empty_line: bool = False
    tab: bool = False
    marker: str = ""
    marked: list[Marked] = field(default_factory=list)
    _open: list[tuple[Mark, int | None]] = field(default_factory=list)

    @property
    def at_line_start(self) -> bool:
        """Whether what is written next begins a line."""
        return self.breaks > 0 or not self.size

    def text(self) -> str:
        """All that has been written."""
        return "".join(self.chunks)

    def write(self, text: str) -> None:
        """Adds visible characters, after the breaks, blanks and list markers that wait."""
        before = self._before()
        self.lines += "\n" in before
        self.breaks, self.blank, self.empty_line, self.tab = 0, False, False, False
        self.chunks.append(before)
        start = self.size + len(before)
        self._open = [(mark, start if begun is None else begun) for mark, begun in self._open]
        self.chunks.append(self.marker + text)
        self.size = start + len(self.marker) + len(text)
        self.marker = ""

    def _before(self) -> str:
        if not self.size:
            return ""
        if self.breaks:
            return "\n" * min(self.breaks, 3)
        if self.tab:
            return "\t"
        return " " if self.blank else ""

    def line(self, breaks: int = 1) -> None:
        """The edge of a block: at least so many breaks."""
        if self.tab:
            return
        if self.empty_line:
            self.breaks += 1
            self.empty_line = False
        self.breaks = max(self.breaks, breaks)
        self.blank = False

    def line_break(self) -> None:
        """A `<br>`."""
        self.breaks += 1
        self.empty_line = self.blank = self.tab = False

    def open(self, mark: Mark) -> None:
        """Begins a stretch with that mark. A signature ends where anything else begins."""
        if mark is not Mark.SIGNATURE:
            self._close_signatures()
        self._open.append((mark, None))

    def close(self, mark: Mark) -> None:
        """Ends the innermost stretch with that mark, if one is still open."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is mark:
                self._record(*self._open.pop(index))
                return

    def close_all(self) -> None:
        """Ends all stretches that are still open."""
        while self._open:
            self._record(*self._open.pop())

    def is_open(self, *marks: Mark) -> bool:
        """Whether a stretch with one of the marks is open."""
        return any(mark in marks for mark, _ in self._open)

    def _close_signatures(self) -> None:
        while self.is_open(Mark.SIGNATURE):
            self.close(Mark.SIGNATURE)

    def _record(self, mark: Mark, start: int | None) -> None:
        if start is not None and start < self.size:
            self.marked.append(Marked(mark, Span(start, self.size)))
