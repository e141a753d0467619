"""Sends a bad and a good draft through what is installed, to a sender that only notes that it was called."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.model import Machine
from msglint.hooks.installing.shim import MARK, PROGRAM, shim_path, with_sender

_HEAD: Final = (
    "From: Erika Muster <erika@example.com>\n"
    "To: Dr. Anna Meyer <a.meyer@example.org>\n"
    "Subject: Unser Termin am Dienstag\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "\n"
)
BAD: Final = f"{_HEAD}kontaktpflege\n"
GOOD: Final = (
    f"{_HEAD}"
    "Sehr geehrte Frau Dr. Meyer,\n\n"
    "vielen Dank für das Gespräch am Dienstag. Passt Ihnen ein Telefonat in der kommenden Woche?\n\n"
    "Mit freundlichen Grüßen\n"
    "Erika Muster\n"
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of one draft.

    Attributes:
        sent: the sender was called, or would have been.
        said: what the writer would have read.
    """

    sent: bool
    said: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of both."""

    bad: Attempt
    good: Attempt

    @property
    def as_it_should_be(self) -> bool:
        """Whether the bad draft came back and the good one did not."""
        return self.good.sent and not self.bad.sent


def try_sender(machine: Machine, client: str) -> Trial | None:
    """Try the program that stands in front of the one that sends; None if there is none.

    Args:
        machine: where it is.
        client: whose program it is.
    """
    path = shim_path(machine, client)
    text = read_file(path) if path.is_file() else None
    if text is None or not text.startswith(MARK):
        return None
    return _tried(machine, lambda draft, folder: _sent(text.decode(), draft, folder), called=True)


def try_git(machine: Machine, hook: Path) -> Trial:
    """Try the hook `sendemail-validate`."""
    return _tried(machine, lambda draft, folder: [str(hook), str(_draft(draft, folder))], called=False)


def _draft(text: str, folder: Path) -> Path:
    path = folder / "draft.eml"
    path.write_text(text, encoding="utf-8")
    return path


def _sent(shim: str, draft: str, folder: Path) -> list[str]:
    """The program with a sender that only notes that it was called, and the draft for its standard input."""
    _draft(draft, folder)
    sender = folder / "sending" / "sender"
    sender.parent.mkdir(exist_ok=True)
    sender.write_text(f"#!/bin/sh\ncat >/dev/null\n: >{shlex.quote(str(folder / 'called'))}\n", encoding="utf-8")
    program = folder / "program"
    program.write_text(with_sender(shim, [str(sender)]), encoding="utf-8")
    for path in (sender, program):
        path.chmod(PROGRAM)
    return [str(program), "-oi", "--", "a.meyer@example.org"]


def _tried(machine: Machine, command: Callable[[str, Path], list[str]], *, called: bool) -> Trial:
    with tempfile.TemporaryDirectory(prefix="msglint-") as folder:
        # A state of its own: no draft of a trial is remembered, logged, or shown by `msglint last`.
        environ = {**machine.environ, "XDG_STATE_HOME": f"{folder}/state"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
            environ.pop(name, None)
        bad, good = (_attempt(command, draft, Path(folder), environ, called=called) for draft in (BAD, GOOD))
        return Trial(bad, good)


def _attempt(
    command: Callable[[str, Path], list[str]], draft: str, folder: Path, environ: Mapping[str, str], *, called: bool
) -> Attempt:
    note = folder / "called"
    note.unlink(missing_ok=True)
    words = command(draft, folder)
    with (folder / "draft.eml").open("rb") as given:
        result = subprocess.run(words, stdin=given, capture_output=True, env=environ, check=False)  # noqa: S603
    sent = result.returncode == 0 and (note.exists() or not called)
    return Attempt(sent, (result.stdout + result.stderr).decode("utf-8", "replace"))
