"""One client's connection to the proxy. Nothing is promised to it that the next server has not promised before."""

from __future__ import annotations

import asyncio
import collections
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from aiosmtpd.smtp import SMTP

from msglint.hooks.smtp.judging import HEADER
from msglint.hooks.smtp.receipts import mark_of
from msglint.hooks.smtp.replies import reply
from msglint.hooks.smtp.spool import SmugglingError, Spool, TooLargeError
from msglint.hooks.smtp.upstream import CLOSES, DELIVERING, Reply, UpstreamError

if TYPE_CHECKING:
    from msglint.hooks.smtp.proxy import Proxy

LONGEST_COMMAND: Final = 16_384
"""Bytes; a log-in with a token takes up to 12,288 (RFC 4954)."""

IDLE: Final = 300.0
LEAVING: Final = 10.0
"""Seconds for a client to say something more when it has been told that the next server cannot be reached."""

CONTINUES: Final = 334
HANDED_ON: Final = ("8bitmime", "smtputf8", "dsn", "enhancedstatuscodes")
"""What is offered where the next server offers it, besides SIZE and AUTH."""

_ADDRESS: Final = re.compile(r"""(?:FROM|TO):\s*<((?:"(?:[^"\\]|\\.)*"|[^<>"])*)>(?:\s|\Z)""", re.IGNORECASE)
_HOST: Final = re.compile(r"[!-~]{1,255}")


class Handler:
    """What `aiosmtpd` asks when something unforeseen happens."""

    async def handle_exception(self, error: Exception) -> str:
        """The kind of error only: its text may hold text of the message."""
        return f"451 4.3.0 internal error ({type(error).__name__}); nothing was sent"


class Session(SMTP):
    """One client's connection.

    Attributes:
        is_busy: it holds a message that is neither refused nor handed on.
    """

    command_size_limit = LONGEST_COMMAND
    line_length_limit = 65_536

    def __init__(self, proxy: Proxy, loop: asyncio.AbstractEventLoop) -> None:
        listening = proxy.listening
        super().__init__(
            Handler(),
            data_size_limit=None,
            enable_SMTPUTF8=True,
            hostname=listening.name,
            ident="ESMTP msglint",
            tls_context=None if listening.at.implicit_tls else listening.tls,
            require_starttls=not listening.allows_plain,
            timeout=IDLE,
            loop=loop,
        )
        # In `aiosmtpd`, all sessions share one map and each empties it.
        self.command_size_limits = collections.defaultdict(lambda: LONGEST_COMMAND)
        self._proxy = proxy
        self._upstream = proxy.upstream()
        self._sender: str | None = None
        self._recipients: list[str] = []
        self._last_words = b""
        self.is_busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client is there, or it has switched to TLS."""
        self._proxy.sessions.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """The client is gone; nobody waits for the next server any more."""
        self._proxy.sessions.discard(self)
        self._upstream.give_up()
        super().connection_lost(error)

    async def take_leave(self) -> None:
        """End the connection for the client to come back later."""
        if self.transport is not None:
            await self._close(b"421 4.3.2 msglint is being restarted")

    async def smtp_EHLO(self, hostname: str | None) -> None:  # noqa: N802 - aiosmtpd's name
        """Offer what the next server offers."""
        if not await self._greeted(hostname):
            return
        if self.session is not None:
            self.session.extended_smtp = True
        *most, last = [self.hostname, *self._offers()]
        for line in most:
            await self.push(f"250-{line}")
        await self.push(f"250 {last}")

    async def smtp_HELO(self, hostname: str | None) -> None:  # noqa: N802
        """The same without offers."""
        if await self._greeted(hostname):
            await self.push(f"250 {self.hostname}")

    async def _greeted(self, hostname: str | None) -> bool:
        if hostname is None or not _HOST.fullmatch(hostname):
            await self.push("501 5.5.4 your name is missing")
            return False
        self._forget()
        if not self._waits_for_tls and not await self._is_reached(hostname):
            return False
        if self.session is not None:
            self.session.host_name = hostname
        return True

    @property
    def _waits_for_tls(self) -> bool:
        return bool(self.require_starttls) and not self._tls_protocol

    async def _is_reached(self, hostname: str) -> bool:
        if self._upstream.is_open:
            return await self._asked("RSET") is not None
        if self._last_words:
            await self._close(self._last_words)
            return False
        try:
            await self._upstream.open(hostname)
        except UpstreamError as error:
            self._proxy.unreachable(error.sentence)
            # Not closed yet: most clients say HELO now, and show their user what is said to that.
            self._last_words = f"421 4.4.1 {error.why}".encode()
            await self.push(self._last_words)
            if self.transport is not None:
                self._reset_timeout(LEAVING)
            return False
        self._proxy.reached()
        return True

    async def check_helo_needed(self, helo: str = "HELO") -> bool:
        """Whether nothing can be done before the client has said its name; it has been told so, then."""
        if self._last_words:
            await self._close(self._last_words)
            return True
        return await super().check_helo_needed(helo)

    def _offers(self) -> Iterator[str]:
        yield "PIPELINING"
        if self.tls_context and not self._tls_protocol:
            yield "STARTTLS"
        if self._waits_for_tls:
            return
        features = self._upstream.features
        if "size" in features:
            yield f"SIZE {features['size']}".strip()
        yield from (name.upper() for name in HANDED_ON if name in features)
        if mechanisms := self._mechanisms():
            yield f"AUTH {' '.join(mechanisms)}"

    def _mechanisms(self) -> list[str]:
        """The ways to log in; not those that are bound to the TLS connection, which ends here."""
        offered = self._upstream.features.get("auth", "").upper().split()
        return [name for name in dict.fromkeys(offered) if not name.endswith("-PLUS")]

    async def smtp_AUTH(self, arg: str | None) -> None:  # noqa: N802
        """Hand the log-in on, line by line; nothing of it is understood or kept."""
        if await self.check_helo_needed("EHLO"):
            return
        if not arg or arg.split()[0].upper() not in self._mechanisms():
            await self.push("504 5.5.4 this way to log in is not offered")
            return
        answer = await self._asked(f"AUTH {arg}")
        while answer is not None and answer.code == CONTINUES:
            await self.push(answer.wire())
            line = await self._reader.readuntil()
            answer = await self._asked(line.strip().decode("ascii", "replace"))
        if answer is not None:
            await self.push(answer.wire())

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        """Hand it on, and the answer back."""
        if await self.check_helo_needed():
            return
        address = _address(arg, "FROM")
        if address is None:
            await self.push("501 5.5.4 MAIL FROM:<address> is needed")
            return
        answer = await self._handed_on(f"MAIL {arg}")
        if answer is not None and answer.is_good:
            self._sender = address

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        """Hand it on, and the answer back."""
        if await self.check_helo_needed():
            return
        address = _address(arg, "TO")
        if address is None:
            await self.push("501 5.5.4 RCPT TO:<address> is needed")
            return
        answer = await self._handed_on(f"RCPT {arg}")
        if answer is not None and answer.is_good:
            self._recipients.append(address)

    async def smtp_RSET(self, arg: str | None) -> None:  # noqa: N802
        """Forget the message that was begun, there too."""
        self._forget()
        if self._upstream.is_open:
            await self._handed_on("RSET")
        else:
            await self.push("250 2.0.0 ok")

    async def smtp_NOOP(self, arg: str | None) -> None:  # noqa: N802
        """Keeps both connections open."""
        if self._upstream.is_open:
            await self._handed_on("NOOP")
        else:
            await self.push("250 2.0.0 ok")

    async def smtp_VRFY(self, arg: str | None) -> None:  # noqa: N802
        """Nobody is told who is there."""
        await self.push("252 2.5.0 send the message and you will see")

    async def smtp_QUIT(self, arg: str | None) -> None:  # noqa: N802
        """Take leave there, then here."""
        await self._upstream.quit()
        await super().smtp_QUIT("")

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802
        """Take the message, and refuse it or hand it on."""
        if await self.check_helo_needed():
            return
        if arg:
            await self.push("501 5.5.4 DATA stands alone")
            return
        if self._sender is None or not self._recipients:
            await self.push("503 5.5.1 MAIL and RCPT are needed first")
            return
        self.is_busy = True
        spool = Spool()
        try:
            await self._take(spool)
        finally:
            self.is_busy = False
            self._forget()
            # The thread that reads from it may still be running when the client is gone.
            self._upstream.when_idle(spool.close)
        if self._proxy.is_stopping:
            await self.take_leave()

    async def _take(self, spool: Spool) -> None:
        await self.push("354 end with a line that is a dot")
        refused = await self._trouble_reading(spool)
        if refused is not None:
            await self._drop(refused)
            return
        mark = mark_of(self._sender or "", self._recipients, spool.pieces())
        if self._proxy.receipts.are_open_for(mark):
            await self._drop(b"250 2.0.0 taken before, when the connection broke; not sent again")
            self._told(mark)
            return
        refused, on_top = await self._judged(spool)
        if refused is not None:
            await self._drop(refused)
            return
        self._reset_timeout(DELIVERING + IDLE)
        answer = await self._delivered(spool, on_top, mark)
        await self._answer(answer)
        if answer.is_good:
            self._told(mark)
        if self.transport is not None:
            self._reset_timeout()

    def _told(self, mark: str) -> None:
        if self.transport is not None and not self.transport.is_closing():
            self._proxy.receipts.told(mark)

    async def _trouble_reading(self, spool: Spool) -> bytes | None:
        size = self._upstream.features.get("size", "")
        limit = int(size) if size.isdecimal() else 0
        try:
            await spool.read_from(self._reader, limit, on_progress=self._reset_timeout)
        except TooLargeError:
            return b"552 5.3.4 the message is larger than the next server takes"
        except SmugglingError:
            return b"554 5.6.0 a line that is a dot stands within the message, with broken line ends"
        except OSError:
            return b"452 4.3.1 no room to keep the message while it is checked"
        return None

    async def _judged(self, spool: Spool) -> tuple[bytes | None, bytes]:
        """The refusal, if any, and what to put on top of the message."""
        verdict = await self._proxy.judged(spool, self._sender or "", self._recipients)
        if verdict.reply is not None:
            return reply(*verdict.reply, verdict.lines), b""
        return None, f"{HEADER}: {verdict.note}\r\n".encode("ascii") if verdict.note else b""

    async def _drop(self, refusal: bytes) -> None:
        """The message goes nowhere: first there, then say so here."""
        if await self._quietly("RSET"):
            await self.push(refusal)

    async def _quietly(self, line: str) -> bool:
        """Ask the next server; that it is gone is of no matter before the next message."""
        with suppress(UpstreamError):
            await self._upstream.command(line)
        return self.transport is not None

    async def _delivered(self, spool: Spool, on_top: bytes, mark: str) -> Reply:
        receipts = self._proxy.receipts
        try:
            answer = await self._upstream.hand_on(lambda: spool.pieces(on_top), lambda: receipts.taken(mark))
        except UpstreamError as error:
            if error.in_doubt:
                return Reply(451, f"4.4.2 {error.why} after the message; it may have been sent".encode())
            return Reply(451, f"4.4.1 {error.why}; nothing was sent".encode())
        if not answer.is_good and answer.code != CLOSES:
            await self._quietly("RSET")
        return answer

    async def _handed_on(self, line: str) -> Reply | None:
        answer = await self._asked(line)
        if answer is not None:
            await self._answer(answer)
        return answer

    async def _asked(self, line: str) -> Reply | None:
        """What the next server says; None where it is gone, and the client has been told."""
        try:
            return await self._upstream.command(line)
        except UpstreamError as error:
            await self._close(f"421 4.4.1 {error.why}".encode())
            return None

    async def _answer(self, answer: Reply) -> None:
        if answer.code == CLOSES:
            await self._close(answer.wire())
        else:
            await self.push(answer.wire())

    async def _close(self, last_words: bytes) -> None:
        await self.push(last_words)
        if self.transport is not None:
            self.transport.close()

    def _forget(self) -> None:
        self._set_rset_state()  # type: ignore[no-untyped-call]
        self._sender = None
        self._recipients = []


def _address(arg: str | None, keyword: str) -> str | None:
    """The address in the argument of MAIL or RCPT; None where there is none, or something else with it."""
    if arg is None or not arg.upper().startswith(keyword) or not arg.isprintable():
        return None
    found = _ADDRESS.match(arg)
    # A route before the address (`@relay:a@b`) has meant nothing for decades.
    return found[1].rpartition(":")[2] if found else None
