"""msglint's own servers as programs of their own, and what they talk to."""

from __future__ import annotations

import re
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared_clients import PATIENCE, Home, msglint_program, until

OPENSSL = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost "
    "-addext subjectAltName=IP:127.0.0.1,DNS:localhost -addext keyUsage=critical,digitalSignature,keyCertSign"
)
AT = re.compile(r"(?:listening on|lauscht auf) (?:inet:)?(?:[\d.]+:(\d+)|(unix:\S+?))[.,]")


class Running:
    """A msglint server that runs, and what it has said."""

    def __init__(self, home: Home, *arguments: str) -> None:
        self.log = home.path / "server.log"
        with self.log.open("ab") as log:
            begin = log.tell()
            self.process = subprocess.Popen(
                [str(msglint_program()), *arguments],
                env=home.environ,
                cwd=home.path,
                stdin=subprocess.DEVNULL,
                stderr=log,
            )
        until(lambda: self._ready(begin), f"not listening: {self.said()}")
        found = AT.search(self.log.read_bytes()[begin:].decode())
        assert found, self.said()
        self.port = int(found[1] or 0)

    def _ready(self, begin: int) -> bool:
        return self.process.poll() is not None or bool(AT.search(self.log.read_bytes()[begin:].decode()))

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def workers(self) -> list[int]:
        """The processes that judge."""
        found = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return [int(pid) for pid in found.stdout.split()]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)

    def stop(self) -> int:
        """End it as systemd does; its status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def running(home: Home, *arguments: str) -> Iterator[Running]:
    server = Running(home, *arguments)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


def proxy_to(port: int, *arguments: str) -> tuple[str, ...]:
    return ("proxy", "--listen", "127.0.0.1:0", "--next-hop", f"smtp://127.0.0.1:{port}", *arguments)


@dataclass(frozen=True)
class Certificate:
    """For 127.0.0.1; whoever trusts it trusts itself."""

    path: Path
    key: Path

    @classmethod
    def made_in(cls, folder: Path) -> Certificate:
        made = cls(folder / "cert.pem", folder / "key.pem")
        subprocess.run(
            [*OPENSSL.split(), "-keyout", str(made.key), "-out", str(made.path)],
            check=True,
            capture_output=True,
        )
        return made

    def server_context(self) -> Any:
        import ssl

        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.path, self.key)
        return context

    def client_context(self) -> Any:
        import ssl

        return ssl.create_default_context(cafile=str(self.path))


@dataclass
class Moods:
    """How a next server behaves.

    Attributes:
        rcpt: its answer to recipients, None = 250.
        dies_at: `data` = hangs up at the message's beginning, `dot` = when it has the whole message.
        waits_for: it answers to a message as soon as this is set.
        logins: the ways to log in that it offers; it asks back once, and takes everything.
    """

    rcpt: bytes | None = None
    dies_at: str = ""
    waits_for: threading.Event | None = None
    logins: bytes = b""


class WireHop:
    """A next server at the level of bytes: what comes is kept as it comes, also what no library would say."""

    def __init__(self, moods: Moods) -> None:
        import socket

        self.moods = moods
        self.commands: list[bytes] = []
        self.messages: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def close(self) -> None:
        import socket

        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _talk(self, connection: Any) -> None:
        with connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 hop\r\n")
            for line in iter(lines.readline, b""):
                command = line.rstrip(b"\r\n")
                self.commands.append(command)
                verb = command.upper()
                if verb.startswith(b"EHLO"):
                    logins = b"250-AUTH " + self.moods.logins + b"\r\n" if self.moods.logins else b""
                    connection.sendall(b"250-hop\r\n250-SIZE 100000\r\n" + logins + b"250-8BITMIME\r\n250 DSN\r\n")
                elif verb.startswith(b"AUTH"):
                    connection.sendall(b"334 bW9yZQ==\r\n")
                    self.commands.append(lines.readline().rstrip(b"\r\n"))
                    connection.sendall(b"235 2.7.0 welcome\r\n")
                elif verb.startswith(b"RCPT") and self.moods.rcpt:
                    connection.sendall(self.moods.rcpt)
                elif verb == b"DATA":
                    if not self._takes_message(connection, lines):
                        return
                elif verb == b"QUIT":
                    connection.sendall(b"221 bye\r\n")
                    return
                else:
                    connection.sendall(b"250 ok\r\n")

    def _takes_message(self, connection: Any, lines: Any) -> bool:
        if self.moods.dies_at == "data":
            return False
        connection.sendall(b"354 go\r\n")
        data = b""
        while not (b"\r\n" + data).endswith(b"\r\n.\r\n"):
            data += lines.readline()
        self.messages.append(data)
        if self.moods.dies_at == "dot":
            return False
        if self.moods.waits_for is not None:
            self.moods.waits_for.wait(PATIENCE)
        connection.sendall(b"250-2.0.0 taken\r\n250 2.0.0 as 4711\r\n")
        return True


@contextmanager
def wire_hop(moods: Moods | None = None) -> Iterator[WireHop]:
    hop = WireHop(moods or Moods())
    thread = threading.Thread(target=hop.serve, daemon=True)
    thread.start()
    try:
        yield hop
    finally:
        hop.close()
        thread.join(PATIENCE)
