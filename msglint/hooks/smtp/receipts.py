"""Remembers what the next server has taken while its sender did not get to know: sent again, it is not handed on again.

A client whose connection breaks behind a whole message sends it once more. Only the proxy can know then that the next
server already has it. What is kept is a hash of envelope and message, for a day.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from msglint.hooks.folders import made

NAME: Final = "handed-on"
LASTING: Final = 86_400.0
LARGEST: Final = 1_000_000
"""Bytes of the file; then it is shortened to what is still open."""

TAKEN, TOLD = "+", "-"


def mark_of(sender: str, recipients: Sequence[str], pieces: Iterable[bytes]) -> str:
    """What tells this message from every other.

    Args:
        sender: by the envelope.
        recipients: by the envelope.
        pieces: every byte of the message.
    """
    found = hashlib.sha256("\0".join((sender, *recipients, "")).encode("utf-8", "surrogateescape"))
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


class Receipts:
    """Messages that the next server has taken and whose sender has not been told.

    Args:
        folder: where they survive the end of the process; None = nowhere.
        clock: seconds since the epoch.
    """

    def __init__(self, folder: Path | None, *, clock: Callable[[], float] = time.time) -> None:
        self._path = None if folder is None else folder / NAME
        self._clock = clock
        self._open: dict[str, float] = {}
        self._lock = threading.Lock()
        if folder is not None:
            with suppress(OSError, UnicodeDecodeError):
                made(folder)
                self._read(folder / NAME)

    def _read(self, path: Path) -> None:
        """Learn what is there, and leave behind what is over."""
        for line in path.read_text(encoding="ascii").splitlines():
            kind, _, rest = line.partition(" ")
            mark, _, when = rest.partition(" ")
            if kind == TOLD:
                self._open.pop(mark, None)
            elif kind == TAKEN and when.isdecimal():
                self._open[mark] = float(when)
        self._shorten(path)

    def _shorten(self, path: Path) -> None:
        self._open = {mark: when for mark, when in self._open.items() if self._is_fresh(when)}
        new = path.with_name(f"{NAME}.{os.getpid()}")
        new.touch(mode=0o600)
        new.write_text("".join(f"{TAKEN} {mark} {when:.0f}\n" for mark, when in self._open.items()), encoding="ascii")
        new.replace(path)

    def _is_fresh(self, when: float) -> bool:
        return abs(self._clock() - when) <= LASTING

    def are_open_for(self, mark: str) -> bool:
        """Whether the next server has the message and its sender does not know."""
        when = self._open.get(mark)
        return when is not None and self._is_fresh(when)

    def taken(self, mark: str) -> None:
        """The next server has it."""
        now = self._clock()
        with self._lock:
            self._open[mark] = now
            self._append(f"{TAKEN} {mark} {now:.0f}\n")

    def told(self, mark: str) -> None:
        """The sender knows."""
        with self._lock:
            self._open.pop(mark, None)
            self._append(f"{TOLD} {mark}\n")

    def _append(self, line: str) -> None:
        if self._path is None:
            return
        with suppress(OSError):
            # One write to a file opened for appending: it is there even if the process is killed right after.
            handle = os.open(self._path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
            try:
                os.write(handle, line.encode("ascii"))
                size = os.fstat(handle).st_size
            finally:
                os.close(handle)
            if size > LARGEST:
                self._shorten(self._path)
