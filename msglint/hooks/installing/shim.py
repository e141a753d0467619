"""The small program that stands between a mail client and the program that sends.

It is a shell script, so that a message leaves, or comes back, as the user wants it even when msglint is broken, gone or
does not end.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import Final

from msglint.hooks.installing.model import Machine, Wanted

PROGRAM: Final = 0o755
MARK: Final = b"#!/bin/sh\n# msglint for "
"""How all programs begin that msglint puts down."""
DEFAULT_BUDGET: Final = 10.0
PATIENCE: Final = 20
"""Seconds that msglint may take to start and to end, besides its time for the check."""

_SENDER: Final = "set -- "
_ON_ERROR: Final = re.compile(r"^on_error=(\S+)$", re.MULTILINE)
_OPTIONS: Final = re.compile(r'^judge\(\) \{ .*?(?: --client \S+| hook run git)(.*) -- "\$@"; \}$', re.MULTILINE)


def shim_path(machine: Machine, client: str) -> Path:
    """Where the program for a client is."""
    return machine.data / client


def shim(machine: Machine, client: str, wanted: Wanted, sender: Sequence[str] = ()) -> bytes:
    """The program.

    Args:
        machine: where msglint is.
        client: the client's name.
        wanted: what to do where nothing can be checked, and more options.
        sender: the program that sends and its first arguments; where empty, the client names it behind the program.
    """
    options = shlex.join(["--client", client, *wanted.words])
    template = Path(__file__).with_name("shim.sh").read_text(encoding="utf-8")
    lines = (
        "#!/bin/sh",
        f"# msglint for {client}: 'msglint hook install {client}' wrote this, 'msglint hook uninstall {client}' takes "
        "it away.",
        f"client={shlex.quote(client)}",
        f"msglint={shlex.quote(str(machine.msglint))}",
        f"on_error={shlex.quote(wanted.on_error)}",
        f"seconds={seconds_for(wanted.options)}",
        # The limit is words, and empty where the system has none.
        f'judge() {{ $limit "$msglint" sendmail --judge "$judged" {options} -- "$@"; }}',
        _sender_line(sender),
        "",
    )
    return "\n".join(lines).encode() + template.encode()


def _sender_line(sender: Sequence[str]) -> str:
    return f'{_SENDER}{shlex.join(sender)} "$@"' if sender else f'{_SENDER}"$@"'


def sender_of(text: str) -> tuple[str, ...]:
    """The program that sends, with its first arguments, as a shim's text names it; empty where the client does."""
    line = next((line for line in text.splitlines() if line.startswith(_SENDER)), _SENDER)
    return tuple(shlex.split(line)[2:-1])


def with_sender(text: str, sender: Sequence[str]) -> str:
    """A shim's text with another program that sends."""
    lines = text.splitlines(keepends=True)
    return "".join(f"{_sender_line(sender)}\n" if line.startswith(_SENDER) else line for line in lines)


def wanted_in(text: str) -> Wanted | None:
    """What was wanted when a program was installed, for git the hook; None where its text does not say."""
    on_error, options = _ON_ERROR.search(text), _OPTIONS.search(text)
    if on_error is None or options is None:
        return None
    try:
        words = shlex.split(options[1])
    except ValueError:  # somebody has changed it
        return None
    is_given = words[:1] == ["--on-error"]
    return Wanted(on_error[1], tuple(words[2:] if is_given else words), is_given)


def seconds_for(options: Sequence[str]) -> int:
    """When to give up waiting for msglint: well after it should have given up itself."""
    return ceil(_budget(options)) + PATIENCE


def _budget(options: Sequence[str]) -> float:
    words = [word for option in options for word in option.split("=", 1)]
    given = words[words.index("--time-budget") + 1 :][:1] if "--time-budget" in words else []
    try:
        return float(given[0]) if given else DEFAULT_BUDGET
    except ValueError:
        return DEFAULT_BUDGET
