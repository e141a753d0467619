"""A message on its way through: nothing is changed, and it ends where it ends."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import NamedTuple

import pytest

from msglint.hooks.smtp.spool import IN_MEMORY, SmugglingError, Spool, TooLargeError


class Read(NamedTuple):
    message: bytes
    goes_on: bytes
    size: int
    left_on_the_wire: bytes


def _read(wire: bytes, *, limit: int = 0, buffer: int = 65_536, on_top: bytes = b"") -> Read:
    async def run() -> Read:
        reader = asyncio.StreamReader(limit=buffer)
        reader.feed_data(wire)
        reader.feed_eof()
        with closing(Spool()) as spool:
            await spool.read_from(reader, limit)
            return Read(spool.message(), b"".join(spool.pieces(on_top)), spool.size, await reader.read())

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("message", "wire"),
    [
        (b"Subject: a\r\n\r\nb\r\n", b"Subject: a\r\n\r\nb\r\n"),
        (b"A: b\r\n\r\n.\r\n", b"A: b\r\n\r\n..\r\n"),
        (b"A: b\r\n\r\n.hidden\r\n..\r\n", b"A: b\r\n\r\n..hidden\r\n...\r\n"),
        (b".\r\n", b"..\r\n"),
        (b"", b""),
        (b"\r\n", b"\r\n"),
        (b"A: b\n\nbare\nline ends\r\n", b"A: b\n\nbare\nline ends\r\n"),
        (b"A: b\r\n\r\n" + b"x" * 100_000 + b"\r\n", b"A: b\r\n\r\n" + b"x" * 100_000 + b"\r\n"),
        (b"\x00\xff\r\n", b"\x00\xff\r\n"),
    ],
)
@pytest.mark.parametrize("buffer", [16, 65_536])
def test_every_byte_stays_as_it_is(message: bytes, wire: bytes, buffer: int) -> None:
    read = _read(wire + b".\r\nQUIT\r\n", buffer=buffer)
    assert read == (message, wire, len(wire), b"QUIT\r\n")


def test_a_large_message_is_kept_on_disk_and_comes_back() -> None:
    wire = b"A: b\r\n\r\n" + b"line\r\n" * (IN_MEMORY // 4)
    read = _read(wire + b".\r\n")
    assert read.size > IN_MEMORY
    assert read.goes_on == wire


def test_headers_for_msglint_do_not_go_on() -> None:
    wire = b"A: b\r\nX-Msglint: off\r\nX-Msglint-Note: c\r\n d\r\nE: f\r\n\r\nX-Msglint: in text\r\n.\r\n"
    assert _read(wire, on_top=b"New: x\r\n").goes_on == b"New: x\r\nA: b\r\nE: f\r\n\r\nX-Msglint: in text\r\n"


def test_headers_for_msglint_are_found_in_a_head_that_is_large() -> None:
    head = b"".join(b"H%d: %s\r\n" % (number, b"x" * 900) for number in range(100))
    read = _read(head + b"X-Msglint: off\r\n\r\ntext\r\n.\r\n")
    assert read.goes_on == head + b"\r\ntext\r\n"


def test_what_is_too_large_is_read_to_its_end_and_refused() -> None:
    with pytest.raises(TooLargeError):
        _read(b"A: b\r\n\r\n" + b"x\r\n" * 100 + b".\r\n", limit=50)


@pytest.mark.parametrize(
    "text",
    [b"a\n.\r\nMAIL", b"a\n.\nMAIL", b"a\r\n.\nMAIL", b"a\r.\r\nMAIL", b"a\r.\rMAIL", b"\n.\r\nMAIL", b".\nMAIL"],
)
@pytest.mark.parametrize("buffer", [4, 65_536])
def test_a_second_end_within_the_message_is_refused(text: bytes, buffer: int) -> None:
    with pytest.raises(SmugglingError):
        _read(text + b" FROM:<x@example.com>\r\n.\r\n", buffer=buffer)


def test_a_connection_that_ends_is_no_message() -> None:
    with pytest.raises(asyncio.IncompleteReadError):
        _read(b"A: b\r\n\r\nhalf")
