"""What Java says, in a file that stays small and never holds text of a message."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Final

from msglint.analysis.languagetool.state import FOR_ME_ALONE

LARGEST: Final = 256_000
"""Bytes; then the file begins again."""
LONGEST_LINE: Final = 1_000
"""Bytes of a line that are kept."""

_FRAME: Final = re.compile(rb"\s+at |\s*\.\.\. \d+ ")
_PLACE: Final = re.compile(rb"\s+at [\w.$/@<>-]+\([\w.$: ]*\)$")
_KIND: Final = re.compile(
    rb"(?:Exception in thread \"[\w -]*\" |Caused by: |Terminating due to )?"
    rb"(?:java|javax|org\.languagetool)(?:\.[\w$]+)+"
)


class Log(Thread):
    """Reads what Java says, so that it never has to wait for a reader, and keeps what may be kept.

    Args:
        source: what Java writes into.
        path: the file.
    """

    def __init__(self, source: IO[bytes], path: Path) -> None:
        super().__init__(daemon=True, name="log")
        self._source = source
        self._path = path
        self._size = 0
        self._only_errors = False
        self._last = b""

    def keep_only_errors(self) -> None:
        """From now on messages are checked: of errors only their kind and place is kept, all else is dropped."""
        self._only_errors = True

    def last_line(self, patience: float = 1.0) -> str:
        """The last thing Java said that is no place in its code; to be asked for when it has ended."""
        self.join(patience)
        return self._last.decode("utf-8", "replace")

    def run(self) -> None:
        """Read until Java ends."""
        with self._source as source:
            while line := source.readline(LONGEST_LINE):
                kept = self._kept(line.rstrip())
                if kept:
                    self._remember(kept)
                    self._write(kept + b"\n")

    def _kept(self, line: bytes) -> bytes:
        if not self._only_errors:
            return line
        if _PLACE.match(line):
            return line
        kind = _KIND.match(line)
        return kind[0] if kind else b""

    def _remember(self, line: bytes) -> None:
        if not _FRAME.match(line):
            self._last = line

    def _write(self, line: bytes) -> None:
        flags = os.O_CREAT | os.O_WRONLY | (os.O_APPEND if 0 < self._size < LARGEST else os.O_TRUNC)
        with suppress(OSError), os.fdopen(os.open(self._path, flags, FOR_ME_ALONE), "wb") as file:
            file.write(line)
        self._size = self._size + len(line) if self._size < LARGEST else len(line)
