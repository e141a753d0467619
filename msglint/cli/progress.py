"""A counter for long runs, on standard error and only where somebody watches."""

from __future__ import annotations

import sys
import time

from msglint.cli.ui import is_terminal
from msglint.rules.base import Text

PATIENCE = 1.0
"""Seconds before anything is shown."""
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
