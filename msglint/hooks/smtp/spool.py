"""A message on its way through: read from the wire as it is, kept on disk when it is large, and read back."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Callable, Iterator
from typing import Final

from msglint.hooks.control import without_control

IN_MEMORY: Final = 2_000_000
PIECE: Final = 65_536
LAST_LINE: Final = b".\r\n"

_SMUGGLED: Final = re.compile(rb"[\r\n]\.[\r\n]")
"""The end of a message for some servers and not for others: one of them would take for commands what follows."""

_HEAD_ENDS: Final = re.compile(rb"\A\r\n|\r\n\r\n")


class TooLargeError(Exception):
    """The message is larger than the next server takes."""


class SmugglingError(Exception):
    """Somewhere in the message, it seems to end."""


class Spool:
    """One message as it goes over the wire: dots at the beginning of lines doubled, without the line that ends it."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self.size = 0

    def close(self) -> None:
        """Forget the message."""
        self._file.close()

    async def read_from(
        self, reader: asyncio.StreamReader, limit: int, *, on_progress: Callable[[], None] = lambda: None
    ) -> None:
        """Read until the message ends, also where it cannot be used.

        Args:
            reader: the wire.
            limit: the most bytes that are kept; 0 = any number.
            on_progress: called for every line.

        Raises:
            asyncio.IncompleteReadError: if the connection ends before the message does.
            TooLargeError: if it is larger than the limit.
            SmugglingError: if its end is doubtful.
            OSError: if it cannot be kept.
        """
        trouble: Exception | None = None
        before, at_line_start = b"\r\n", True
        while True:
            line = await _line_or_part(reader)
            if at_line_start and line == LAST_LINE:
                break
            on_progress()
            at_line_start = line.endswith(b"\r\n")
            if trouble is None:
                trouble = self._keep(line, before, limit)
            before = (before + line)[-2:]
        if trouble is not None:
            raise trouble

    def _keep(self, line: bytes, before: bytes, limit: int) -> Exception | None:
        self.size += len(line)
        if limit and self.size > limit:
            return TooLargeError()
        if _SMUGGLED.search(before + line):
            return SmugglingError()
        try:
            self._file.write(line)
        except OSError as error:
            return error
        return None

    def message(self) -> bytes:
        """The message as it was written."""
        self._file.seek(0)
        raw: bytes = self._file.read()
        raw = raw.replace(b"\r\n.", b"\r\n")
        return raw[1:] if raw.startswith(b".") else raw

    def pieces(self, on_top: bytes = b"") -> Iterator[bytes]:
        """The message as it goes on: without the headers that are for msglint, every other byte as it came.

        Args:
            on_top: header lines to put in front.
        """
        self._file.seek(0)
        head = b""
        while piece := self._file.read(PIECE):
            head += piece
            if _HEAD_ENDS.search(head):
                break
        yield on_top + without_control(head)
        while piece := self._file.read(PIECE):
            yield piece


async def _line_or_part(reader: asyncio.StreamReader) -> bytes:
    """A line, or as much of a very long one as there is."""
    try:
        return await reader.readuntil(b"\r\n")
    except asyncio.LimitOverrunError as error:
        return await reader.readexactly(error.consumed)
