"""The configuration of mutt and neomutt: which file is read, and what sends according to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.blocks import after_block, has_block, with_block, without_block
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.shim import PROGRAM, shim, shim_path
from msglint.hooks.installing.words import ENCRYPTED, NO_QUESTION, callable_shim, config_home, program
from msglint.paths import shown
from msglint.texts import Text

DEFAULT_SENDER: Final = Path("/usr/sbin/sendmail")
DEEPEST: Final = 8
"""Files that read files; more is a circle."""

_COMMAND = re.compile(rb"^[ \t]*([a-z0-9-]+)\b[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_SET = re.compile(r"(?<![\w$])(sendmail|smtp_url|fcc_before_send)\b(?:\s*=\s*(\"[^\"]*\"|'[^']*'|\S+))?")
_OTHER_SENDER = re.compile(r"(?<![\w$])sendmail(?![\w])")
_CHANGES = frozenset({"set", "unset", "reset", "toggle"})

FCC_FIRST: Final = Text(
    de="Mit „fcc_before_send“ liegt eine zurückgehaltene Nachricht schon unter den gesendeten.",
    en="With 'fcc_before_send', a message that is held back is among the sent ones already.",
)
NO_SENDER: Final = Text(
    de="/usr/sbin/sendmail gibt es nicht; bitte vor den Zeilen von msglint „set sendmail“ auf das Programm setzen, das "
    "sendet.",
    en="There is no /usr/sbin/sendmail; please 'set sendmail' to the program that sends, ahead of msglint's lines.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One command of a configuration.

    Attributes:
        number: counted from 1.
        verb: `set`, `send-hook`, ….
        words: what follows.
    """

    path: Path
    number: int
    verb: str
    words: str

    @property
    def place(self) -> str:
        """The file and the line, as people look them up."""
        return f"{shown(self.path)}:{self.number}"


class MuttLike:
    """Mutt or neomutt.

    Args:
        name: its program.
        title: what it is called.
        folders: where its configuration may be, after the home or the folder for configuration, the first first.
        names: what it may be called in each of these.
        new: where it is to be if there is none.
    """

    def __init__(self, name: str, title: str, places: Sequence[str], new: str) -> None:
        self.name = name
        self.title = title
        self.limits: Sequence[Text] = (
            ENCRYPTED,
            NO_QUESTION,
            Text(
                de=f"Mit „smtp_url“ sendet {title} selbst und ruft kein Programm auf; dafür gibt es „msglint proxy“.",
                en=f"With 'smtp_url', {title} sends by itself and calls no program; 'msglint proxy' is for that.",
            ),
        )
        self._places = places
        self._new = new

    def found(self, machine: Machine) -> str | None:
        """Where it is."""
        return program(machine, self.name) or (str(config) if (config := self._existing(machine)) else None)

    def installed(self, machine: Machine) -> bool:
        """Whether its lines are there, nothing behind them undoes them, and the program is there."""
        text = read_file(self._config(machine)) or b""
        is_there = has_block(text, self.name) and shim_path(machine, self.name).exists()
        return is_there and not self._is_undone(text)

    def _is_undone(self, text: bytes) -> bool:
        """Whether a line behind msglint's names another sender."""
        behind = (line.words for line in _lines_in(after_block(text, self.name), Path()) if line.verb in _CHANGES)
        return any(_OTHER_SENDER.search(words) and "$sendmail" not in words for words in behind)

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """Lines at the end of the file that is read, and the program.

        Raises:
            InstallError: if it sends by itself, or could not call the program.
        """
        path, call = self._config(machine), callable_shim(machine, self.name, self.title)
        before = read_file(path)
        text = before or b""
        lines = list(_commands(without_block(text, self.name), path, machine))
        base = without_block(text, self.name) if self._is_undone(text) else text
        self._check(lines)
        # What sends is left to the variable: it may come from another file, or from a program.
        block = (f'set sendmail="{call} $sendmail"', "set sendmail_wait=0")
        changes = (
            FileChange(
                shim_path(machine, self.name),
                read_file(shim_path(machine, self.name)),
                shim(machine, self.name, wanted),
                PROGRAM,
            ),
            FileChange(path, before, with_block(base, self.name, block)),
        )
        return Plan(changes, tuple(self._notes(lines)))

    def uninstall(self, machine: Machine) -> Plan:
        """The lines and the program, away."""
        path, program_path = self._config(machine), shim_path(machine, self.name)
        before = read_file(path)
        after = None if before is None else without_block(before, self.name)
        return Plan((FileChange(path, before, after), FileChange(program_path, read_file(program_path), None)))

    def _check(self, lines: Sequence[Line]) -> None:
        line = next(iter(_last_of("smtp_url", lines)), None)
        if line is None:
            return
        raise InstallError(
            f"{line.place}: Mit „smtp_url“ sendet {self.title} selbst, ohne ein Programm, das msglint prüfen lassen "
            'könnte; bitte stattdessen msmtp einrichten („set sendmail="msmtp"“), oder „msglint proxy“ nehmen.',
            f"{line.place}: with 'smtp_url', {self.title} sends by itself, without a program that msglint could stand "
            "in front of; please set up msmtp in its place ('set sendmail=\"msmtp\"'), or use 'msglint proxy'.",
        )

    def _notes(self, lines: Sequence[Line]) -> Iterator[Text]:
        for line in lines:
            if line.verb.endswith("-hook") and re.search(r"(?<![\w$])(?:sendmail|smtp_url)\s*=", line.words):
                yield Text(
                    de=f"{line.place}: Was hier gesetzt wird, gilt später als die Zeilen von msglint; dann wird nicht "
                    "geprüft.",
                    en=f"{line.place}: what is set here holds later than msglint's lines; then nothing is checked.",
                )
        if any(_last_of("fcc_before_send", lines)):
            yield FCC_FIRST
        if not any(_last_of("sendmail", lines)) and not DEFAULT_SENDER.exists():
            yield NO_SENDER

    def _config(self, machine: Machine) -> Path:
        return self._existing(machine) or self._path(machine, self._new)

    def _existing(self, machine: Machine) -> Path | None:
        paths = (self._path(machine, place) for place in self._places)
        return next((path for path in paths if path.is_file()), None)

    def _path(self, machine: Machine, place: str) -> Path:
        return config_home(machine) / place[2:] if place.startswith("c:") else machine.home / place[2:]


def _last_of(variable: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The line that gives the variable its value, where it has one in the end."""
    last = None
    for line in lines:
        if line.verb not in _CHANGES:
            continue
        for found in _SET.finditer(line.words):
            if found[1] == variable:
                has_value = line.verb == "set" and (found[2] or "yes").strip("\"'") not in ("", "no")
                last = line if has_value else None
    if last is not None:
        yield last


def _commands(text: bytes, path: Path, machine: Machine, depth: int = 0) -> Iterator[Line]:
    """The commands, also those of files that are read from there."""
    for line in _lines_in(text, path):
        yield line
        if line.verb == "source" and depth < DEEPEST:
            yield from _sourced(line, machine, depth)


def _sourced(line: Line, machine: Machine, depth: int) -> Iterator[Line]:
    named = line.words.strip("\"'")
    for written in ("~/", "$HOME/"):
        named = f"{machine.home}/{named.removeprefix(written)}" if named.startswith(written) else named
    path = machine.home / named
    if path.is_file():
        yield from _commands(read_file(path) or b"", path, machine, depth + 1)


def _lines_in(text: bytes, path: Path) -> Iterator[Line]:
    for found in _COMMAND.finditer(text):
        number = text.count(b"\n", 0, found.start()) + 1
        yield Line(path, number, found[1].decode(), found[2].decode("utf-8", "surrogateescape"))
