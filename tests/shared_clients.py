"""Real mail clients in tests: a home of their own, a server that takes what they send, and drafts to send."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest

REQUIRE = "MSGLINT_REQUIRE_CLIENTS"
PATIENCE = 60.0
"""Seconds that a client may take on a busy machine; nothing is said about speed."""

PACKAGES = {
    "git": "git-email libmailtools-perl",
    "emacs": "emacs-nox",
    "Xvfb": "xvfb",
    "import": "imagemagick",
    "dbus-run-session": "dbus-x11",
}
"""Debian's packages by program, where they are called otherwise."""

BAD = (
    b"From: Erika Muster <erika@example.com>\n"
    b"To: Dr. Anna Meyer <a.meyer@example.org>\n"
    b"Subject: Unser Gespraech am Dienstag\n"
    b"MIME-Version: 1.0\n"
    b"Content-Type: text/plain; charset=utf-8\n"
    b"Content-Transfer-Encoding: 8bit\n"
    b"\n"
    b"kontaktpflege\n"
)
"""Stopped with the settings that msglint comes with: no salutation, no verb, `kontaktpflege`."""

GOOD_TEXT = (
    "Sehr geehrte Frau Dr. Meyer,\n"
    "\n"
    "vielen Dank für das Gespräch am Dienstag. Passt Ihnen ein Telefonat in der kommenden Woche?\n"
    "\n"
    "Mit freundlichen Grüßen\n"
    "Erika Muster\n"
)
GOOD = BAD[: BAD.index(b"\n\n") + 2] + GOOD_TEXT.encode()
"""Not stopped, with signs beyond ASCII."""


def needs(*programs: str) -> None:
    """Skip the test where a program is missing, or fail it where all must run."""
    missing = [program for program in programs if shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin") is None]
    if not missing:
        return
    packages = " ".join(dict.fromkeys(PACKAGES.get(program, program) for program in missing))
    why = f"not installed: {', '.join(missing)}; this installs it: apt-get install {packages}"
    if os.environ.get(REQUIRE) == "1":
        pytest.fail(why)
    pytest.skip(why)


def msglint_program() -> Path:
    """The program as it is installed for the interpreter that runs the tests."""
    program = Path(sys.executable).with_name("msglint")
    return program if program.exists() else Path(shutil.which("msglint") or "msglint")


@dataclass(frozen=True)
class Home:
    """An empty home.

    Attributes:
        environ: the environment for programs: only this home, no colours, German or English as set, UTF-8.
    """

    path: Path
    environ: Mapping[str, str] = field(repr=False)

    @property
    def state(self) -> Path:
        return self.path / ".local/state/msglint/hooks"

    def with_(self, **variables: str) -> Home:
        return Home(self.path, {**self.environ, **variables})


def make_home(path: Path) -> Home:
    path.mkdir(parents=True, exist_ok=True)
    kept = {
        name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "TMPDIR", "COVERAGE_FILE")
    }
    program = msglint_program()
    environ = {
        **kept,
        "PATH": f"{program.parent}{os.pathsep}{kept.get('PATH', os.defpath)}",
        "HOME": str(path),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "USER": "erika",
        "LOGNAME": "erika",
        "EMAIL": "erika@example.com",
        "NO_COLOR": "1",
    }
    return Home(path, environ)


@dataclass(frozen=True)
class Received:
    """One message as the server got it, line ends CRLF."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes = field(repr=False)


class Sink:
    """An SMTP server on this machine that keeps what it is given.

    Attributes:
        answer: what it says to every message in place of 250, such as `451 4.3.0 later`; None = it takes it.
    """

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.answer: str | None = None
        self.host = "127.0.0.1"
        self.port = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.answer is not None:
            return self.answer
        self.received.append(Received(envelope.mail_from or "", tuple(envelope.rcpt_tos), bytes(envelope.content)))
        return "250 2.0.0 kept"

    def wait(self, count: int = 1) -> list[Received]:
        """What has come, as soon as that are so many."""
        until(lambda: len(self.received) >= count, f"{count} messages did not come")
        return self.received


@contextmanager
def running_sink(port: int = 0) -> Iterator[Sink]:
    """A sink that listens, at a free port or at this one."""
    from aiosmtpd.smtp import SMTP

    kept = Sink()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    def run(work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(PATIENCE)

    def session() -> SMTP:
        return SMTP(kept, enable_SMTPUTF8=True, data_size_limit=100_000_000, loop=loop)

    server = run(_listening(loop, session, kept.host, port))
    kept.port = server.sockets[0].getsockname()[1]
    try:
        yield kept
    finally:
        run(_ended(server))
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE)
        loop.close()


async def _listening(loop: asyncio.AbstractEventLoop, session: Callable[[], Any], host: str, port: int) -> Any:
    return await loop.create_server(session, host, port)


async def _ended(server: Any) -> None:
    server.close()
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def until(holds: Callable[[], object], what: str = "it did not happen") -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            _give_up(what)
        time.sleep(0.05)


def _give_up(what: str) -> NoReturn:
    pytest.fail(f"{what}, for {PATIENCE:g} seconds")


def program(path: Path, text: str) -> Path:
    """A small program."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def crlf(raw: bytes) -> bytes:
    """The message as it goes through SMTP."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
