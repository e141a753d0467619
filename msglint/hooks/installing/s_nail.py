"""s-nail: `mta` is msglint's program, which knows the one that sends."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.blocks import after_block, has_block, with_block, without_block
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.shim import PROGRAM, shim, shim_path
from msglint.hooks.installing.words import ENCRYPTED, NO_QUESTION, program
from msglint.paths import shown
from msglint.texts import Text

NAME: Final = "s-nail"
DEFAULT_SENDER: Final = "/usr/sbin/sendmail"

_MTA = re.compile(rb"^[ \t]*(?:wysh[ \t]+)?set\b[^#\n]*?[ \t]mta=(\"[^\"\n]*\"|'[^'\n]*'|[^\s#]+)", re.MULTILINE)


class SNail:
    """s-nail."""

    name = NAME
    title = "s-nail"
    limits: Sequence[Text] = (
        Text(
            de="Mit „mta=smtp://…“ sendet s-nail selbst und ruft kein Programm auf; dafür gibt es „msglint proxy“.",
            en="With 'mta=smtp://…', s-nail sends by itself and calls no program; 'msglint proxy' is for that.",
        ),
        Text(
            de="Eine zurückgehaltene Nachricht legt s-nail in dead.letter ab.",
            en="s-nail saves a message that is held back in dead.letter.",
        ),
        ENCRYPTED,
        NO_QUESTION,
    )

    def found(self, machine: Machine) -> str | None:
        """Where it is."""
        return program(machine, NAME)

    def installed(self, machine: Machine) -> bool:
        """Whether its lines are there, nothing behind them undoes them, and the program is there."""
        text = read_file(_config(machine)) or b""
        undone = _MTA.search(after_block(text, NAME)) is not None
        return has_block(text, NAME) and not undone and shim_path(machine, NAME).exists()

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """Lines at the end of `~/.mailrc`, and the program.

        Raises:
            InstallError: if it sends by itself.
        """
        path, call = _config(machine), shim_path(machine, NAME)
        before = read_file(path)
        text = before or b""
        own = without_block(text, NAME)
        base = own if _MTA.search(after_block(text, NAME)) else text
        block = (f"set mta={shlex.quote(str(call))}", "set sendwait")
        return Plan(
            (
                FileChange(call, read_file(call), shim(machine, NAME, wanted, (_sender(own, path),)), PROGRAM),
                FileChange(path, before, with_block(base, NAME, block)),
            )
        )

    def uninstall(self, machine: Machine) -> Plan:
        """The lines and the program, away."""
        path, call = _config(machine), shim_path(machine, NAME)
        before = read_file(path)
        after = None if before is None else without_block(before, NAME)
        return Plan((FileChange(path, before, after), FileChange(call, read_file(call), None)))


def _config(machine: Machine) -> Path:
    given = machine.environ.get("MAILRC", "")
    return Path(given) if Path(given).is_absolute() else machine.home / ".mailrc"


def _sender(text: bytes, path: Path) -> str:
    """The program that sends.

    Raises:
        InstallError: if it is none.
    """
    found = _MTA.findall(text)
    value = found[-1].decode("utf-8", "surrogateescape").strip("\"'") if found else DEFAULT_SENDER
    value = value.removeprefix("file://")
    if re.match(r"[a-z]+:", value) or "$" in value:
        raise InstallError(
            f"{shown(path)}: „mta={value}“ ist kein Programm, vor das msglint treten könnte; bitte „set "
            "mta=/usr/bin/msmtp“, oder „msglint proxy“ nehmen.",
            f"{shown(path)}: 'mta={value}' is no program that msglint could stand in front of; please 'set "
            "mta=/usr/bin/msmtp', or use 'msglint proxy'.",
        )
    return value


CLIENT: Final = SNail()
