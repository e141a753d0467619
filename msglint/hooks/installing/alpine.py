"""alpine: `sendmail-path` calls msglint's program in front of the one that sends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.shim import PROGRAM, shim, shim_path
from msglint.hooks.installing.words import ENCRYPTED, NO_QUESTION, callable_shim, program
from msglint.paths import shown
from msglint.texts import Text

NAME: Final = "alpine"
DEFAULT_SENDER: Final = ("/usr/sbin/sendmail", "-oem", "-t", "-oi")

_PATH = re.compile(rb"^(?P<key>sendmail-path=)(?P<value>[^\r\n]*)", re.MULTILINE)
_SERVER = re.compile(rb"^smtp-server=[ \t]*[^\s]", re.MULTILINE)


class Alpine:
    """alpine."""

    name = NAME
    title = "alpine"
    limits: Sequence[Text] = (
        Text(
            de="Mit „smtp-server“ und ohne „sendmail-path“ sendet alpine selbst und ruft kein Programm auf; dafür gibt "
            "es „msglint proxy“.",
            en="With 'smtp-server' and without 'sendmail-path', alpine sends by itself and calls no program; 'msglint "
            "proxy' is for that.",
        ),
        Text(
            de="Läuft alpine gerade, überschreibt es seine Einstellungen womöglich beim Beenden; bitte vorher beenden.",
            en="If alpine is running, it may overwrite its settings when it ends; please end it before.",
        ),
        ENCRYPTED,
        NO_QUESTION,
    )

    def found(self, machine: Machine) -> str | None:
        """Where it is."""
        return program(machine, NAME)

    def installed(self, machine: Machine) -> bool:
        """Whether the setting calls the program, and the program is there."""
        found = _PATH.search(read_file(_config(machine)) or b"")
        call = str(shim_path(machine, NAME)).encode()
        calls = found is not None and found["value"].split(b" ")[0] == call
        return calls and shim_path(machine, NAME).exists()

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """The program, in front of the command in `~/.pinerc`.

        Raises:
            InstallError: if alpine has no settings yet, sends by itself, or could not call the program.
        """
        path, call = _config(machine), callable_shim(machine, NAME, self.title).encode()
        before = read_file(path)
        text = before or b""
        found = _PATH.search(text)
        if found is None:
            raise InstallError(
                f"{shown(path)}: Die Einstellung „sendmail-path“ fehlt; bitte alpine einmal starten und beenden, dann "
                "steht sie da.",
                f"{shown(path)}: the setting 'sendmail-path' is not there; please start and quit alpine once, which "
                "writes it.",
            )
        value = found["value"].removeprefix(call).strip()
        _check(text, value, path)
        shim_file = shim_path(machine, NAME)
        # Where no program is set, msglint's knows the one that alpine would have called.
        sender = () if value else DEFAULT_SENDER
        return Plan(
            (
                FileChange(shim_file, read_file(shim_file), shim(machine, NAME, wanted, sender), PROGRAM),
                FileChange(path, before, _with(text, found, call)),
            )
        )

    def uninstall(self, machine: Machine) -> Plan:
        """The command as it was, and the program away."""
        path, shim_file = _config(machine), shim_path(machine, NAME)
        before = read_file(path)
        after = None if before is None else _without(before, str(shim_file).encode())
        return Plan((FileChange(path, before, after), FileChange(shim_file, read_file(shim_file), None)))


def _config(machine: Machine) -> Path:
    return machine.home / ".pinerc"


def _check(text: bytes, value: bytes, path: Path) -> None:
    if value or not _SERVER.search(text):
        return
    raise InstallError(
        f"{shown(path)}: Mit „smtp-server“ sendet alpine selbst, ohne ein Programm, das msglint prüfen lassen könnte; "
        "bitte „sendmail-path=/usr/bin/msmtp -t“ setzen, oder „msglint proxy“ nehmen.",
        f"{shown(path)}: with 'smtp-server', alpine sends by itself, without a program that msglint could stand in "
        "front of; please set 'sendmail-path=/usr/bin/msmtp -t', or use 'msglint proxy'.",
    )


def _with(text: bytes, found: re.Match[bytes], call: bytes) -> bytes:
    if found["value"].split(b" ")[0] == call:
        return text
    at = found.start("value")
    return text[:at] + call + (b" " if found["value"] else b"") + text[at:]


def _without(text: bytes, call: bytes) -> bytes:
    found = _PATH.search(text)
    if found is None or found["value"].split(b" ")[0] != call:
        return text
    at = found.start("value")
    return text[:at] + text[at:].removeprefix(call).removeprefix(b" ")


CLIENT: Final = Alpine()
