"""One request to a server: within its time, of bounded size, to that address and no other.

No proxy is used and no redirection followed, so the text goes where the user has said and nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlencode, urlsplit

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import failures

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST_ANSWER: Final = 8_000_000
_PIECE: Final = 65_536
_OK: Final = 200


class Deadline:
    """The moment by which all that is done for one message must be over.

    Args:
        seconds: from now.
    """

    def __init__(self, seconds: float) -> None:
        self.budget = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds; 0 where it has passed."""
        return max(0.0, self._end - time.monotonic())


class Server(NamedTuple):
    """Whom to ask.

    Attributes:
        url: base address, without `/v2`.
        may_be_remote: it may be on another machine.
    """

    url: str
    may_be_remote: bool = False

    @property
    def host(self) -> str:
        """Name and port, without a password that may stand before them."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def shown(self) -> str:
        """The address for people."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{self.host}{parts.path}"


def fetch(server: Server, path: str, fields: Mapping[str, str] | None, deadline: Deadline) -> bytes:
    """The body of the answer to a GET, or to a POST where there are fields.

    Raises:
        EngineError: if there is no whole answer of a bearable size in time, or another status than 200.
    """
    if not deadline.left:
        raise failures.slow(server.shown, deadline.budget)
    exchange = _Exchange(server, path, fields, deadline.left)
    exchange.start()
    exchange.join(deadline.left)
    if exchange.is_alive():
        exchange.give_up()
        raise failures.slow(server.shown, deadline.budget)
    return exchange.result(deadline)


class _Exchange(Thread):
    """Asks beside the caller: names that nobody resolves and answers that come byte by byte know no time limit."""

    def __init__(self, server: Server, path: str, fields: Mapping[str, str] | None, seconds: float) -> None:
        super().__init__(daemon=True, name="msglint-languagetool")
        self._server = server
        self._path = path
        self._fields = fields
        self._seconds = seconds
        self._connection: HTTPConnection | None = None
        self._given_up = False
        self._body = b""
        self._error: Exception | None = None

    def give_up(self) -> None:
        """Nobody waits any more: what is under way is cut off, and nothing more is sent."""
        self._given_up = True
        connection = self._connection
        if connection is not None and connection.sock is not None:
            with suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    def result(self, deadline: Deadline) -> bytes:
        """The body, once the thread has ended.

        Raises:
            EngineError: if there is none.
        """
        if isinstance(self._error, EngineError):
            raise self._error
        if self._error is None:
            return self._body
        # A wait that has run out looks like a broken connection.
        if isinstance(self._error, TimeoutError) or not deadline.left:
            raise failures.slow(self._server.shown, deadline.budget)
        raise failures.gone(self._server.shown)

    def run(self) -> None:
        """Connect, ask, read."""
        try:
            self._connection = self._made()
            with closing(self._connection) as connection:
                self._body = self._exchanged(connection)
        except (EngineError, OSError, HTTPException, ValueError) as error:
            self._error = error

    def _made(self) -> HTTPConnection:
        parts = urlsplit(self._server.url)
        host, port = parts.hostname or "", parts.port
        if parts.scheme == "https":
            return HTTPSConnection(host, port, timeout=self._seconds)
        return HTTPConnection(host, port, timeout=self._seconds)

    def _exchanged(self, connection: HTTPConnection) -> bytes:
        connection.connect()
        if not self._server.may_be_remote and not _is_this_machine(connection):
            raise failures.elsewhere(self._server.shown)
        if self._given_up:
            return b""
        self._ask(connection)
        with connection.getresponse() as answer:
            if answer.status != _OK:
                raise failures.refused(self._server.shown, answer.status)
            return self._read(answer)

    def _ask(self, connection: HTTPConnection) -> None:
        target = urlsplit(self._server.url).path.rstrip("/") + self._path
        headers = {"Accept": "application/json", "Connection": "close"}
        if self._fields is None:
            connection.request("GET", target, headers=headers)
            return
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("POST", target, urlencode(self._fields).encode("ascii"), headers)

    def _read(self, answer: HTTPResponse) -> bytes:
        pieces, size = [], 0
        while piece := answer.read(_PIECE):
            size += len(piece)
            if size > LARGEST_ANSWER:
                raise failures.too_much(self._server.shown)
            pieces.append(piece)
        if answer.length:
            raise failures.gone(self._server.shown)  # it has hung up before the end
        return b"".join(pieces)


def _is_this_machine(connection: HTTPConnection) -> bool:
    """Whom we are really connected to: what a name stands for can change between two look-ups."""
    address = ipaddress.ip_address(str(connection.sock.getpeername()[0]).partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)
