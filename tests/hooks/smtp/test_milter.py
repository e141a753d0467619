"""The milter protocol, byte by byte."""

from __future__ import annotations

import asyncio
import socket
import struct
from pathlib import Path
from typing import Any

import pytest

from msglint.hooks.smtp.addresses import Listen
from msglint.hooks.smtp.judging import Verdict
from msglint.hooks.smtp.milter import Milter

FINE = Verdict(None, (), "", "fine")
ALL = 0x1FFFFF


class FakePool:
    def __init__(self, verdict: Verdict) -> None:
        self.answer = verdict
        self.asked: list[tuple[bytes, str, list[str]]] = []

    async def verdict(self, read: Any, size: int, sender: str, recipients: list[str]) -> Verdict:
        self.asked.append((read(), sender, list(recipients)))
        return self.answer


def _packet(command: bytes, data: bytes = b"") -> bytes:
    return struct.pack("!I", 1 + len(data)) + command + data


def _negotiation(protocol: int = ALL) -> bytes:
    return _packet(b"O", struct.pack("!III", 6, 0x1FF, protocol))


def _message(blank: bytes = b" ") -> bytes:
    return (
        _packet(b"M", b"<erika@example.com>\0SIZE=10\0")
        + _packet(b"R", b"<a@example.org>\0")
        + _packet(b"R", b"<b@example.org>\0")
        + _packet(b"L", b"Subject\0" + blank + b"Hallo\n Welt\0")
        + _packet(b"L", b"X-Msglint-Note\0" + blank + b"a\0")
        + _packet(b"L", b"X-Msglint-Note\0" + blank + b"b\0")
        + _packet(b"N")
        + _packet(b"B", b"Text\r\n")
        + _packet(b"E")
    )


MESSAGE = _message()
RAW = b"Subject: Hallo\r\n Welt\r\nX-Msglint-Note: a\r\nX-Msglint-Note: b\r\n\r\nText\r\n"


def _talk(pool: FakePool, sent: bytes) -> list[tuple[bytes, bytes]]:
    """What the milter says, without the negotiation."""

    async def run() -> bytes:
        milter: Any = Milter(Listen("127.0.0.1", 0), pool)  # type: ignore[arg-type]
        at = await milter.start()
        reader, writer = await asyncio.open_connection("127.0.0.1", int(at.rpartition(":")[2]))
        writer.write(sent + _packet(b"Q"))
        writer.write_eof()
        said = await reader.read()
        writer.close()
        await milter.stop()
        return said

    return _packets(asyncio.run(run()))[1:]


def _packets(data: bytes) -> list[tuple[bytes, bytes]]:
    found = []
    while data:
        (size,) = struct.unpack("!I", data[:4])
        found.append((data[4:5], data[5 : 4 + size]))
        data = data[4 + size :]
    return found


def test_the_message_is_put_together_as_it_was_sent() -> None:
    pool = FakePool(FINE)
    _talk(pool, _negotiation() + MESSAGE)
    assert pool.asked == [(RAW, "erika@example.com", ["a@example.org", "b@example.org"])]


def test_headers_for_msglint_are_taken_out_from_behind() -> None:
    said = _talk(FakePool(FINE), _negotiation() + MESSAGE)
    assert said == [
        (b"m", struct.pack("!I", 2) + b"X-Msglint-Note\0\0"),
        (b"m", struct.pack("!I", 1) + b"X-Msglint-Note\0\0"),
        (b"c", b""),
    ]


def test_a_refusal_has_several_lines() -> None:
    said = _talk(FakePool(Verdict(("550", "5.7.1"), ("a", "b 100%"), "", "")), _negotiation() + MESSAGE)
    assert said == [(b"y", b"550-5.7.1 a\r\n550 5.7.1 b 100%\0")]


def test_a_note_goes_to_the_top() -> None:
    said = _talk(FakePool(FINE._replace(note="grade=D;\r\n\trules=a")), _negotiation() + MESSAGE)
    assert (b"i", struct.pack("!I", 0) + b"X-Msglint-Result\0 grade=D;\n\trules=a\0") in said


def test_an_older_server_is_answered_step_by_step() -> None:
    pool = FakePool(FINE)
    said = _talk(pool, _negotiation(0) + _message(b""))
    # Sender, two recipients, three headers, their end, the body, and the message.
    assert [command for command, _ in said].count(b"c") == 9
    assert pool.asked[0][0] == RAW


def test_several_messages_over_one_connection_and_one_that_was_broken_off() -> None:
    pool = FakePool(FINE)
    begun = _packet(b"M", b"<x@example.com>\0") + _packet(b"R", b"<y@example.com>\0") + _packet(b"A")
    _talk(pool, _negotiation() + MESSAGE + begun + MESSAGE)
    assert [asked[1:] for asked in pool.asked] == [("erika@example.com", ["a@example.org", "b@example.org"])] * 2


@pytest.mark.parametrize("nonsense", [b"GET / HTTP/1.1\r\n\r\n", b"\0\0\0\0", _packet(b"O", b"short"), b"\0"])
def test_what_is_no_milter_protocol_ends_the_connection(nonsense: bytes) -> None:
    pool = FakePool(FINE)
    assert not _talk(pool, nonsense)
    assert not pool.asked


def test_a_socket_left_behind_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "socket"

    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(path))

    async def run() -> bytes:
        milter: Any = Milter(Listen("", 0, path=str(path)), FakePool(FINE))  # type: ignore[arg-type]
        await milter.start()
        reader, writer = await asyncio.open_unix_connection(str(path))
        writer.write(_negotiation() + _packet(b"Q"))
        said = await reader.read()
        writer.close()
        await milter.stop()
        return said

    assert _packets(asyncio.run(run()))[0][0] == b"O"
    assert not path.exists()
