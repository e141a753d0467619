"""The milter: Postfix asks it about every message before it takes the message. Version 6 of the protocol.

Written here, since what there is in pure Python is not kept up, and `pymilter` needs a compiler and libmilter.
"""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from msglint.hooks.smtp.addresses import Listen, shown_address
from msglint.hooks.smtp.judging import HEADER, Verdict
from msglint.hooks.smtp.pool import Pool
from msglint.hooks.smtp.replies import reply

VERSION: Final = 6
LARGEST_PACKET: Final = 2_000_000

ADD_HEADERS, CHANGE_HEADERS = 0x01, 0x10
"""What the milter may do to messages."""

NOT_ASKED: Final = 0x01 | 0x02 | 0x100 | 0x200
"""Steps it need not be asked about: connection, HELO, unknown commands, DATA."""

SENDER, RECIPIENT, HEADERS, HEADERS_END, BODY = 0x4000, 0x8000, 0x80, 0x40000, 0x80000
"""Steps it need not answer."""

KEEP_BLANKS: Final = 0x100000
"""Header values come with the blank behind the colon, so that they are what was sent."""

CONTROL: Final = b"x-msglint"

Judged = Callable[[bytes, str, Sequence[str]], Awaitable[Verdict]]


class ProtocolError(Exception):
    """What comes is not the milter protocol."""


class Milter:
    """The milter.

    Args:
        at: where Postfix reaches it.
        pool: judges messages.
        on_verdict: told the log line of every message.
    """

    def __init__(self, at: Listen, pool: Pool, *, on_verdict: Callable[[str], None] = lambda _: None) -> None:
        self._at = at
        self._pool = pool
        self._on_verdict = on_verdict
        self._server: asyncio.AbstractServer | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> str:
        """Listen; the address with the port that it got.

        Raises:
            OSError: if nobody can listen there.
        """
        if self._at.path:
            self._server = await asyncio.start_unix_server(self._serve, self._at.path)
            return f"unix:{self._at.path}"
        server = await asyncio.start_server(self._serve, self._at.host, self._at.port)
        self._server = server
        return f"inet:{shown_address(self._at.host, server.sockets[0].getsockname()[1])}"

    async def stop(self) -> None:
        """Postfix asks again elsewhere, or does what `milter_default_action` says."""
        if self._server is not None:
            self._server.close()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        if self._at.path:
            with suppress(OSError):
                Path(self._at.path).unlink()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._connections.add(task)
        try:
            await _Conversation(reader, writer, self._judged).run()
        except (OSError, EOFError, ProtocolError, asyncio.CancelledError):
            pass  # Postfix has hung up, or is something else
        finally:
            writer.close()
            if task is not None:
                self._connections.discard(task)

    async def _judged(self, raw: bytes, sender: str, recipients: Sequence[str]) -> Verdict:
        verdict = await self._pool.verdict(lambda: raw, len(raw), sender, recipients)
        self._on_verdict(verdict.log)
        return verdict


class _Draft:
    """What Postfix has told of one message so far."""

    def __init__(self) -> None:
        self.sender = ""
        self.recipients: list[str] = []
        self.headers: list[tuple[bytes, bytes]] = []
        self.body: list[bytes] = []

    def raw(self, leading: bytes) -> bytes:
        """The message as it was sent.

        Args:
            leading: what stood between colon and value, where the values do not hold it.
        """
        # Line ends within a folded header come as they please Postfix.
        lines = (name + b":" + leading + b"\r\n".join(value.splitlines()) for name, value in self.headers)
        return b"".join(line + b"\r\n" for line in lines) + b"\r\n" + b"".join(self.body)

    def control_headers(self) -> list[tuple[bytes, int]]:
        """The headers that are for msglint: name, and which of those with this name; the last first."""
        counts: dict[bytes, int] = {}
        found = []
        for name, _ in self.headers:
            folded = name.lower()
            counts[folded] = counts.get(folded, 0) + 1
            if folded == CONTROL or folded.startswith(CONTROL + b"-"):
                found.append((name, counts[folded]))
        return found[::-1]


class _Conversation:
    """One connection of Postfix: any number of messages, one after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, judged: Judged) -> None:
        self._reader = reader
        self._writer = writer
        self._judged = judged
        self._draft = _Draft()
        self._protocol = 0

    async def run(self) -> None:
        """Until Postfix hangs up.

        Raises:
            ProtocolError, OSError, EOFError: if it cannot go on.
        """
        while True:
            command, data = await self._packet()
            if command == b"Q":
                return
            await self._do(command, data)

    async def _packet(self) -> tuple[bytes, bytes]:
        (size,) = struct.unpack("!I", await self._reader.readexactly(4))
        if not 1 <= size <= LARGEST_PACKET:
            raise ProtocolError
        packet = await self._reader.readexactly(size)
        return packet[:1], packet[1:]

    async def _do(self, command: bytes, data: bytes) -> None:
        if command == b"O":
            await self._negotiate(data)
        elif command == b"M":
            self._draft = _Draft()
            self._draft.sender = _address(data)
            await self._continue(SENDER)
        elif command == b"R":
            self._draft.recipients.append(_address(data))
            await self._continue(RECIPIENT)
        elif command == b"L":
            name, _, value = data.partition(b"\0")
            self._draft.headers.append((name, value.rstrip(b"\0")))
            await self._continue(HEADERS)
        elif command == b"B":
            self._draft.body.append(data)
            await self._continue(BODY)
        elif command == b"E":
            self._draft.body.append(data)
            await self._end_of_message()
        else:
            await self._do_other(command)

    async def _do_other(self, command: bytes) -> None:
        if command in (b"A", b"K"):
            self._draft = _Draft()  # not answered
        elif command == b"N":
            await self._continue(HEADERS_END)
        elif command != b"D":  # macros; not answered
            await self._send(b"c")

    async def _negotiate(self, data: bytes) -> None:
        if len(data) < 12:
            raise ProtocolError
        version, actions, protocol = struct.unpack("!III", data[:12])
        self._protocol = protocol & (NOT_ASKED | SENDER | RECIPIENT | HEADERS | HEADERS_END | BODY | KEEP_BLANKS)
        wanted = actions & (ADD_HEADERS | CHANGE_HEADERS)
        await self._send(b"O", struct.pack("!III", min(version, VERSION), wanted, self._protocol))

    async def _continue(self, no_answer: int) -> None:
        if not self._protocol & no_answer:
            await self._send(b"c")

    async def _end_of_message(self) -> None:
        draft, self._draft = self._draft, _Draft()
        leading = b"" if self._protocol & KEEP_BLANKS else b" "
        verdict = await self._judged(draft.raw(leading), draft.sender, draft.recipients)
        if verdict.reply is not None:
            await self._send(b"y", reply(*verdict.reply, verdict.lines) + b"\0")
            return
        for name, index in draft.control_headers():
            await self._send(b"m", struct.pack("!I", index) + name + b"\0\0")
        if verdict.note:
            blank = b" " if self._protocol & KEEP_BLANKS else b""
            # Postfix wants line feeds alone within a header.
            note = verdict.note.replace("\r\n", "\n").encode("ascii")
            await self._send(b"i", struct.pack("!I", 0) + HEADER.encode() + b"\0" + blank + note + b"\0")
        await self._send(b"c")

    async def _send(self, command: bytes, data: bytes = b"") -> None:
        self._writer.write(struct.pack("!I", 1 + len(data)) + command + data)
        await self._writer.drain()


def _address(data: bytes) -> str:
    """The address in the arguments of MAIL or RCPT, of which it is the first."""
    return data.partition(b"\0")[0].decode("utf-8", "replace").strip("<> ")
