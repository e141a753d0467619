"""2,000 messages through the proxy while it and the next server are killed: none is lost, none is doubled."""

from __future__ import annotations

import smtplib
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from shared_clients import GOOD, PATIENCE, Home, crlf, until
from shared_smtp import Running

pytestmark = pytest.mark.client

CONNECTIONS = 20
EACH = 100
TOTAL = CONNECTIONS * EACH
KILL_PROXY_AT = (150, 500, 900, 1300, 1700)
KILL_HOP_AT = (300, 700, 1100, 1500)
SENDER, TO = "erika@example.com", "a.meyer@example.org"


@dataclass
class Told:
    """What clients were told.

    Attributes:
        taken: messages that got 250.
        doubts: attempts after which a client cannot know: the connection ended behind the whole message, or the proxy
            said so (451 4.4.2).
        refused: attempts that surely failed.
    """

    taken: list[str] = field(default_factory=list)
    doubts: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Client(threading.Thread):
    """Sends its messages as a mail client with an outbox does: each until somebody takes it."""

    def __init__(self, port: int, names: list[str], told: Told) -> None:
        super().__init__(daemon=True)
        self._port = port
        self._names = names
        self._told = told
        self._connection: smtplib.SMTP | None = None

    def run(self) -> None:
        for name in self._names:
            while not self._sent(name):
                time.sleep(0.05)
        if self._connection is not None:
            self._connection.close()

    def _sent(self, name: str) -> bool:
        in_doubt = False
        try:
            client = self._connected()
            if client.mail(SENDER)[0] != 250 or client.rcpt(TO)[0] != 250 or client.docmd("DATA")[0] != 354:
                raise smtplib.SMTPServerDisconnected
            client.send(_message(name))
            in_doubt = True
            client.send(b".\r\n")
            code, text = client.getreply()
            in_doubt = text.startswith(b"4.4.2")
            if code == 250:
                with self._told.lock:
                    self._told.taken.append(name)
                return True
            raise smtplib.SMTPServerDisconnected
        except (smtplib.SMTPException, OSError):
            self._give_up(name, in_doubt)
            return False

    def _connected(self) -> smtplib.SMTP:
        if self._connection is None:
            self._connection = smtplib.SMTP("127.0.0.1", self._port, "client.example", timeout=PATIENCE)
            if self._connection.ehlo()[0] != 250:
                raise smtplib.SMTPServerDisconnected
        return self._connection

    def _give_up(self, name: str, in_doubt: bool) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        with self._told.lock:
            if in_doubt:
                self._told.doubts[name] += 1
            else:
                self._told.refused += 1


def _message(name: str) -> bytes:
    return f"Message-ID: <{name}@example.com>\r\n".encode() + crlf(GOOD)


class Hop:
    """The next server, at the same port whenever it runs."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.folder = folder
        folder.mkdir()
        self.start()

    def start(self) -> None:
        program = Path(__file__).with_name("storm_sink.py")
        self.process = subprocess.Popen([sys.executable, str(program), str(self.port), str(self.folder)])
        until(self._listens, "the next server does not listen")

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port)).close()
        except OSError:
            return False
        return True

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)

    def kept(self) -> list[Path]:
        return [path for path in self.folder.iterdir() if not path.name.startswith(".")]


@pytest.fixture
def hop(tmp_path: Path) -> Iterator[Hop]:
    server = Hop(tmp_path / "kept")
    yield server
    server.kill()


def test_nothing_is_lost_and_nothing_is_doubled(home: Home, hop: Hop, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = ("proxy", "--listen", f"127.0.0.1:{port}", "--next-hop", f"smtp://127.0.0.1:{hop.port}")
    proxy = Running(home, *arguments)
    told = Told()
    names = [[f"{client}-{number}" for number in range(EACH)] for client in range(CONNECTIONS)]
    clients = [Client(port, mine, told) for mine in names]
    for client in clients:
        client.start()
    try:
        for moment in sorted((*KILL_PROXY_AT, *KILL_HOP_AT)):
            _wait_for(told, moment)
            if moment in KILL_HOP_AT:
                hop.kill()
                hop.start()
            else:
                proxy.kill()
                proxy = Running(home, *arguments)
        for client in clients:
            client.join(4 * PATIENCE)
        assert not any(client.is_alive() for client in clients)
    finally:
        proxy.stop()
    arrived = Counter(_name(path) for path in hop.kept())
    _report(capsys, told, arrived)
    assert sorted(told.taken) == sorted(name for mine in names for name in mine)
    assert set(arrived) == set(told.taken)
    for name, times in arrived.items():
        # A message doubles only where a client could not know whether it had been taken, and sent it again.
        assert times <= 1 + told.doubts[name], name


def _wait_for(told: Told, moment: int) -> None:
    end = time.monotonic() + 4 * PATIENCE
    while len(told.taken) < moment:
        if time.monotonic() > end:
            pytest.fail(f"only {len(told.taken)} of {moment} messages were taken")
        time.sleep(0.01)


def _name(path: Path) -> str:
    raw = path.read_bytes()
    first, _, rest = raw.partition(b"\r\n")
    assert rest == crlf(GOOD)
    return first.decode().removeprefix("Message-ID: <").removesuffix("@example.com>")


def _report(capsys: pytest.CaptureFixture[str], told: Told, arrived: Counter[str]) -> None:
    doubled = sum(times - 1 for times in arrived.values())
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{TOTAL} messages, {CONNECTIONS} connections, proxy killed {len(KILL_PROXY_AT)} times, next server "
            f"{len(KILL_HOP_AT)} times: {len(told.taken)} got 250, {len(arrived)} arrived, {doubled} of them twice "
            f"after {sum(told.doubts.values())} attempts without an answer; {told.refused} failed and were repeated"
        )
