"""What is shown during long work, on standard error and only where somebody watches."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from msglint.cli.ui import is_terminal
from msglint.texts import Text

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 1.0
"""Seconds before the messages are counted."""
MOMENT = 0.4
"""Seconds before a bar is shown."""
INTERVAL = 0.2
ERASE = "\r\x1b[K"
CHECKED = Text(de="{count} Nachrichten geprüft …", en="{count} messages checked …")


class Progress:
    """Counts messages. Silent where nobody watches, or where the results scroll by anyway."""

    def __init__(self, ui_language: str) -> None:
        self._template = CHECKED.in_(ui_language)
        self._watched = is_terminal(sys.stderr) and not is_terminal(sys.stdout)
        self._next = time.monotonic() + PATIENCE
        self._shown = False
        self._count = 0

    def step(self) -> None:
        """One message more."""
        self._count += 1
        if not self._watched or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + INTERVAL
        self._shown = True
        sys.stderr.write(ERASE + self._template.format(count=self._count))
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the counter away, before other lines or at the end."""
        if self._shown:
            sys.stderr.write(ERASE)
            sys.stderr.flush()
            self._shown = False


class Bar:
    """How much of something is done. Silent where nobody watches, and where it takes no more than a moment.

    To be used in a `with`, at whose end the bar is taken away.
    """

    def __init__(self, label: str) -> None:
        self._label = label
        self._watched = is_terminal(sys.stderr)
        self._from = time.monotonic() + MOMENT
        self._bar: ProgressBar[int] | None = None
        self._done = 0

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None

    def reach(self, done: int, total: int) -> None:
        """So much of so much is done."""
        if not self._watched or time.monotonic() < self._from:
            return
        if self._bar is None:
            self._bar = self._new(total)
        self._bar.update(done - self._done)
        self._done = done

    def _new(self, total: int) -> ProgressBar[int]:
        import click

        return click.progressbar(length=max(total, 1), label=self._label, file=sys.stderr, update_min_steps=1)
