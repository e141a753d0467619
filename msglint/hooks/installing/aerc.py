"""aerc: every account's `outgoing` calls msglint's program in front of the one that sends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.shim import PROGRAM, shim, shim_path
from msglint.hooks.installing.words import ENCRYPTED, NO_QUESTION, callable_shim, config_home, program
from msglint.paths import shown
from msglint.texts import Text

NAME: Final = "aerc"

_SECTION = re.compile(rb"^[ \t]*\[(?P<account>[^\]\n]*)\]", re.MULTILINE)
_OUTGOING = re.compile(rb"^(?P<key>[ \t]*outgoing[ \t]*[=:][ \t]*[\"'`]?)(?P<value>[^\r\n]*)", re.MULTILINE)
_URL = re.compile(rb"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

BINDING: Final = Text(
    de="aerc zeigt nicht, was msglint sagt, nur „exit status 1“; „msglint last“ zeigt es, in binds.conf etwa so:\n"
    "[compose::review]\n"
    "m = :term sh -c 'msglint last | less'<Enter>",
    en="aerc does not show what msglint says, only 'exit status 1'; 'msglint last' does, in binds.conf for example:\n"
    "[compose::review]\n"
    "m = :term sh -c 'msglint last | less'<Enter>",
)
NO_SMTP: Final = Text(
    de="Ein Konto, das mit smtp:// oder jmap:// sendet, ruft kein Programm auf; dafür gibt es „msglint proxy“.",
    en="An account that sends with smtp:// or jmap:// calls no program; 'msglint proxy' is for that.",
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One account's way out.

    Attributes:
        start: where the command begins in the file.
        value: the command or address.
    """

    account: str
    start: int
    value: bytes

    @property
    def is_command(self) -> bool:
        """Whether a program sends."""
        return bool(self.value) and _URL.match(self.value) is None


class Aerc:
    """aerc."""

    name = NAME
    title = "aerc"
    limits: Sequence[Text] = (BINDING, NO_SMTP, ENCRYPTED, NO_QUESTION)

    def found(self, machine: Machine) -> str | None:
        """Where it is."""
        return program(machine, NAME) or (str(_config(machine)) if _config(machine).is_file() else None)

    def installed(self, machine: Machine) -> bool:
        """Whether all accounts that call a program call msglint's."""
        call = f"{shim_path(machine, NAME)} ".encode()
        commands = [way for way in _outgoing(read_file(_config(machine)) or b"") if way.is_command]
        return bool(commands) and shim_path(machine, NAME).exists() and all(_calls(way, call) for way in commands)

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """The program, in front of every command.

        Raises:
            InstallError: if no account calls a program, or aerc could not call msglint's.
        """
        path = _config(machine)
        # `outgoing` is read as an address: `?`, `#` and `%` have a meaning there.
        call = f"{callable_shim(machine, NAME, self.title, _FORBIDDEN)} ".encode()
        before = read_file(path)
        if before is None:
            raise InstallError(
                f"{shown(path)}: Die Konten von aerc fehlen; bitte aerc zuerst einrichten.",
                f"{shown(path)}: aerc's accounts are not there; please set up aerc first.",
            )
        ways = list(_outgoing(before))
        self._check(ways, path)
        shim_file = shim_path(machine, NAME)
        changes = (
            FileChange(shim_file, read_file(shim_file), shim(machine, NAME, wanted), PROGRAM),
            FileChange(path, before, _with(before, ways, call)),
        )
        return Plan(changes, tuple(_notes(ways, path)))

    def uninstall(self, machine: Machine) -> Plan:
        """The commands as they were, and the program away."""
        path, shim_file = _config(machine), shim_path(machine, NAME)
        before = read_file(path)
        after = None if before is None else _without(before, f"{shim_file} ".encode())
        return Plan((FileChange(path, before, after), FileChange(shim_file, read_file(shim_file), None)))

    def _check(self, ways: Sequence[Outgoing], path: Path) -> None:
        if any(way.is_command for way in ways):
            return
        raise InstallError(
            f"{shown(path)}: Kein Konto sendet über ein Programm („outgoing = /usr/bin/msmtp“); für Konten mit smtp:// "
            "bitte „msglint proxy“ nehmen.",
            f"{shown(path)}: no account sends by a program ('outgoing = /usr/bin/msmtp'); for accounts with smtp:// "
            "please use 'msglint proxy'.",
        )


_FORBIDDEN: Final = r"[\s'\"\\$`?#%:]"


def _config(machine: Machine) -> Path:
    return config_home(machine) / "aerc/accounts.conf"


def _outgoing(text: bytes) -> Iterator[Outgoing]:
    sections = [(found.start(), found["account"].decode("utf-8", "replace")) for found in _SECTION.finditer(text)]
    for found in _OUTGOING.finditer(text):
        account = next((name for start, name in reversed(sections) if start < found.start()), "")
        yield Outgoing(account, found.start("value"), found["value"])


def _calls(way: Outgoing, call: bytes) -> bool:
    return way.value.startswith(call)


def _with(text: bytes, ways: Sequence[Outgoing], call: bytes) -> bytes:
    for way in reversed(ways):
        if way.is_command and not _calls(way, call):
            text = text[: way.start] + call + text[way.start :]
    return text


def _without(text: bytes, call: bytes) -> bytes:
    for way in reversed(list(_outgoing(text))):
        if _calls(way, call):
            text = text[: way.start] + text[way.start + len(call) :]
    return text


def _notes(ways: Sequence[Outgoing], path: Path) -> Iterator[Text]:
    for way in ways:
        if not way.is_command:
            yield Text(
                de=f"{shown(path)}: Das Konto „{way.account}“ sendet selbst; seine Nachrichten werden nicht geprüft.",
                en=f"{shown(path)}: the account '{way.account}' sends by itself; its messages are not checked.",
            )


CLIENT: Final = Aerc()
