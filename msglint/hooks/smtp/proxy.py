"""The proxy: listens, has messages judged, and ends in peace."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple
from weakref import WeakSet

from msglint.hooks.smtp.addresses import Listen, NextHop, shown_address
from msglint.hooks.smtp.judging import Verdict
from msglint.hooks.smtp.pool import Pool
from msglint.hooks.smtp.receipts import Receipts
from msglint.hooks.smtp.session import Session
from msglint.hooks.smtp.spool import Spool
from msglint.hooks.smtp.upstream import Upstream
from msglint.texts import Text

MOST_SESSIONS: Final = 200
LONGEST_END: Final = 60.0
"""Seconds for messages that are on their way when the proxy is asked to end."""


OUTAGE: Final = Text(
    de="msglint: {why}; solange bleiben Nachrichten beim Mailprogramm.",
    en="msglint: {why}; for now, messages stay with the mail client.",
)
BACK: Final = Text(de="msglint: {hop} ist wieder zu erreichen.", en="msglint: {hop} can be reached again.")


class Listening(NamedTuple):
    """How clients reach the proxy.

    Attributes:
        at: the address.
        name: what it calls itself.
        tls: its certificate; None = no TLS.
        allows_plain: clients may log in without TLS: nobody else can reach it, or the user says so.
    """

    at: Listen
    name: str
    tls: ssl.SSLContext | None
    allows_plain: bool


class Proxy:
    """The proxy.

    Args:
        listening: how clients reach it.
        hop: where messages go.
        pool: judges them.
        receipts: what the next server has taken, and the sender may not know.
        on_verdict: told the log line of every message.
        on_outage: told once that the next server cannot be reached, and once that it can again.

    Attributes:
        receipts: the same.
        sessions: the clients that are connected.
        is_stopping: no further message is taken.
    """

    def __init__(
        self,
        listening: Listening,
        hop: NextHop,
        pool: Pool,
        receipts: Receipts,
        *,
        on_verdict: Callable[[str], None] = lambda _: None,
        on_outage: Callable[[Text], None] = lambda _: None,
    ) -> None:
        self.listening = listening
        self.receipts = receipts
        self.sessions: set[Session] = set()
        self.is_stopping = False
        self._hop = hop
        self._pool = pool
        self._on_verdict = on_verdict
        self._on_outage = on_outage
        self._is_out = False
        self._context = ssl.create_default_context()
        self._threads = ThreadPoolExecutor(MOST_SESSIONS, thread_name_prefix="next-hop")
        self._upstreams: WeakSet[Upstream] = WeakSet()
        self._server: asyncio.AbstractServer | None = None

    async def start(self) -> str:
        """Listen; the address with the port that it got.

        Raises:
            OSError: if nobody can listen there.
        """
        loop = asyncio.get_running_loop()
        at = self.listening.at
        server = await loop.create_server(
            lambda: self._session(loop), at.host, at.port, ssl=self.listening.tls if at.implicit_tls else None
        )
        self._server = server
        return shown_address(at.host, server.sockets[0].getsockname()[1])

    def _session(self, loop: asyncio.AbstractEventLoop) -> asyncio.BaseProtocol:
        return Full() if len(self.sessions) >= MOST_SESSIONS else Session(self, loop)

    def upstream(self) -> Upstream:
        """A connection to the next server, not yet made."""
        made = Upstream(self._hop, self._context, self._threads)
        self._upstreams.add(made)
        return made

    def unreachable(self, why: Text) -> None:
        """The next server cannot be reached: said once, until it is reached again."""
        if not self._is_out:
            self._is_out = True
            self._on_outage(Text(de=OUTAGE.de.format(why=why.de), en=OUTAGE.en.format(why=why.en)))

    def reached(self) -> None:
        """The next server is there."""
        if self._is_out:
            self._is_out = False
            self._on_outage(Text(*(text.format(hop=self._hop) for text in BACK)))

    async def judged(self, spool: Spool, sender: str, recipients: Sequence[str]) -> Verdict:
        """What becomes of a message."""
        verdict = await self._pool.verdict(spool.message, spool.size, sender, recipients)
        self._on_verdict(verdict.log)
        return verdict

    async def stop(self) -> None:
        """Take no further message, finish what has been begun, and end."""
        self.is_stopping = True
        if self._server is not None:
            self._server.close()
        for session in [session for session in self.sessions if not session.is_busy]:
            await session.take_leave()
        loop = asyncio.get_running_loop()
        end = loop.time() + LONGEST_END
        while self.sessions and loop.time() < end:
            await asyncio.sleep(0.05)
        for session in list(self.sessions):
            if session.transport is not None:
                session.transport.close()
        for upstream in list(self._upstreams):
            upstream.give_up(at_once=True)
        self._threads.shutdown(wait=False, cancel_futures=True)


class Full(asyncio.Protocol):
    """Tells a client to come back later."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Say it, and close."""
        if isinstance(transport, asyncio.Transport):
            transport.write(b"421 4.3.2 too many connections\r\n")
        transport.close()
