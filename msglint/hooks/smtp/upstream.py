"""The connection to the server that a message is handed on to: one for each connection of a client."""

from __future__ import annotations

import asyncio
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from typing import Final, NamedTuple, TypeVar

from msglint.hooks.smtp.addresses import NextHop, Security
from msglint.message.os_errors import reason_of
from msglint.texts import Text

T = TypeVar("T")

CONNECTING: Final = 30.0
ANSWERING: Final = 300.0
DELIVERING: Final = 600.0
"""Seconds to wait for a connection, for a reply, and for the reply to a whole message (RFC 5321, 4.5.3.2)."""

GOES_AHEAD: Final = 354
CLOSES: Final = 421


class Reply(NamedTuple):
    """What the server says: code and lines, joined by line feeds."""

    code: int
    text: bytes

    @property
    def is_good(self) -> bool:
        """Whether it has done what it was asked for."""
        return self.code // 100 == 2

    def wire(self) -> bytes:
        """The reply as it goes over the wire, without the last line end."""
        *most, last = self.text.split(b"\n")
        code = str(self.code).encode()
        return b"\r\n".join([*(code + b"-" + line for line in most), code + b" " + last])


class UpstreamError(Exception):
    """The server cannot be reached, or is gone.

    Attributes:
        sentence: why, without a full stop.
        why: the same in English, for the client.
        in_doubt: it has the whole message, and may have taken it.
    """

    def __init__(self, sentence: Text, *, in_doubt: bool = False) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence
        self.why = sentence.en
        self.in_doubt = in_doubt


class Upstream:
    """A connection; its work is done in threads, since `smtplib` waits.

    Args:
        hop: the server.
        context: how its certificate is checked.
        threads: where to wait for it.
    """

    def __init__(self, hop: NextHop, context: ssl.SSLContext, threads: Executor) -> None:
        self._hop = hop
        self._context = context
        self._threads = threads
        self._client: smtplib.SMTP | None = None
        self._is_given_up = False
        self._is_busy = False
        self._is_in_doubt = False
        self._afterwards: list[Callable[[], None]] = []

    @property
    def is_open(self) -> bool:
        """Whether commands can be sent."""
        return self._client is not None and self._client.sock is not None

    @property
    def features(self) -> Mapping[str, str]:
        """What the server has said to EHLO: parameters by keyword in lower case."""
        return self._client.esmtp_features if self._client is not None else {}

    async def open(self, name: str) -> None:
        """Connect, with TLS, and say EHLO.

        Args:
            name: what the client has called itself.

        Raises:
            UpstreamError: if that fails.
        """
        await self._in_thread(lambda: self._connect(name))

    def _connect(self, name: str) -> None:
        try:
            self._client = self._greeted(name)
        except (smtplib.SMTPException, OSError) as error:
            raise UpstreamError(_no_connection(self._hop, error)) from None
        if self._is_given_up:
            self._client.close()

    def _greeted(self, name: str) -> smtplib.SMTP:
        host, port, security = self._hop
        client: smtplib.SMTP
        if security is Security.TLS:
            client = smtplib.SMTP_SSL(host, port, name, timeout=CONNECTING, context=self._context)
        else:
            client = smtplib.SMTP(host, port, name, timeout=CONNECTING)
        try:
            self._introduce(client)
        except BaseException:
            client.close()
            raise
        return client

    def _introduce(self, client: smtplib.SMTP) -> None:
        client.command_encoding = "utf-8"  # for addresses beyond ASCII; the server says whether it takes them
        client.ehlo_or_helo_if_needed()
        if self._hop.security is Security.STARTTLS:
            code, text = client.starttls(context=self._context)
            if code != 220:
                raise smtplib.SMTPResponseException(code, text)
            client.ehlo_or_helo_if_needed()
        if client.sock is not None:
            client.sock.settimeout(ANSWERING)
            # The dot at the end must not wait for the message to be acknowledged.
            client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    async def command(self, line: str) -> Reply:
        """The reply to a command, or to a line of a log-in.

        Raises:
            UpstreamError: if there is none.
        """
        return await self._in_thread(lambda: self._said(line))

    def _said(self, line: str) -> Reply:
        client = self._connected()
        try:
            client.putcmd(line)
            return Reply(*client.getreply())
        except (smtplib.SMTPException, OSError, ValueError):
            client.close()
            raise UpstreamError(_lost(self._hop)) from None

    async def hand_on(self, pieces: Callable[[], Iterable[bytes]], on_taken: Callable[[], None]) -> Reply:
        """The reply to a message.

        Args:
            pieces: the message as it goes over the wire, with dots doubled and without the last line.
            on_taken: called in the thread as soon as the server has taken it, also when the client is gone by then.

        Raises:
            UpstreamError: if there is none.
        """
        return await self._in_thread(lambda: self._delivered(pieces, on_taken))

    def _delivered(self, pieces: Callable[[], Iterable[bytes]], on_taken: Callable[[], None]) -> Reply:
        reply = self._said("DATA")
        if reply.code != GOES_AHEAD:
            return reply
        client = self._connected()
        try:
            for piece in pieces():
                client.send(piece)
            self._is_in_doubt = True  # from here on it may have the message
            client.send(b".\r\n")
            if client.sock is not None:
                client.sock.settimeout(DELIVERING)
            reply = Reply(*client.getreply())
            if reply.is_good:
                on_taken()
            self._is_in_doubt = False
            if client.sock is not None:
                client.sock.settimeout(ANSWERING)
        except (smtplib.SMTPException, OSError, ValueError):
            client.close()
            raise UpstreamError(_lost(self._hop), in_doubt=self._is_in_doubt) from None
        return reply

    def _connected(self) -> smtplib.SMTP:
        if self._client is None or self._client.sock is None:
            raise UpstreamError(_lost(self._hop))
        return self._client

    async def quit(self) -> None:
        """Take leave."""
        if self.is_open:
            with suppress(UpstreamError):
                await self.command("QUIT")
        self.give_up()

    def give_up(self, *, at_once: bool = False) -> None:
        """Cut the connection; whoever waits for it stops waiting.

        Args:
            at_once: also when the server has a whole message and its reply would say what became of it.
        """
        self._is_given_up = True
        sock = self._client.sock if self._client is not None else None
        if sock is not None and (at_once or not self._is_in_doubt):
            with suppress(OSError):
                # The socket's own: that of an SSL socket must not be called while another thread reads from it.
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
            if self._client is not None and not self._is_busy:
                self._client.close()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        self._is_busy = True
        loop = asyncio.get_running_loop()
        running = self._threads.submit(work)
        # Also when nobody waits for it any more: a thread cannot be cancelled.
        running.add_done_callback(lambda _: _soon(loop, self._rest))
        return await asyncio.wrap_future(running)

    def _rest(self) -> None:
        self._is_busy = False
        if self._is_given_up and self._client is not None:
            self._client.close()
        while self._afterwards:
            self._afterwards.pop()()

    def when_idle(self, work: Callable[[], None]) -> None:
        """Do it as soon as no thread is busy with the connection."""
        self._afterwards.append(work)
        if not self._is_busy:
            self._afterwards.pop()()


def _soon(loop: asyncio.AbstractEventLoop, work: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # the loop has ended before the thread
        loop.call_soon_threadsafe(work)


def _lost(hop: NextHop) -> Text:
    return Text(de=f"Die Verbindung zu {hop} ist abgebrochen", en=f"the connection to {hop} is lost")


def _no_connection(hop: NextHop, error: smtplib.SMTPException | OSError) -> Text:
    if isinstance(error, ssl.SSLError):
        words = _words(error)
        return Text(de=f"TLS mit {hop} ist gescheitert: {words}", en=f"TLS with {hop} failed: {words}")
    if isinstance(error, smtplib.SMTPResponseException):
        return Text(de=f"{hop} antwortet mit {error.smtp_code}", en=f"{hop} says {error.smtp_code}")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Text(de=f"{hop} bietet kein STARTTLS an", en=f"{hop} offers no STARTTLS")
    if isinstance(error, smtplib.SMTPException):  # it is an OSError, too
        return Text(de=f"{hop} hat die Verbindung geschlossen", en=f"{hop} closed the connection")
    reason = reason_of(error)
    return Text(de=f"{hop} ist nicht zu erreichen ({reason.de})", en=f"{hop} cannot be reached ({reason.en})")


def _words(error: ssl.SSLError) -> str:
    said = getattr(error, "verify_message", "") or error.reason or type(error).__name__
    return str(said).encode("ascii", "replace").decode()
