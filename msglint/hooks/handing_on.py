"""Hands a message on to the program that sends it, which takes msglint's place."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from msglint.message.os_errors import reason_of
from msglint.texts import BilingualError


class SenderError(BilingualError):
    """The program that sends cannot be run."""


def hand_on(command: Sequence[str], raw: bytes) -> int:
    """Run the command with the bytes on its standard input.

    Where the system can, the command takes this process's place, so that its status and whatever is done to the process
    are its own; then this does not return.

    Args:
        command: program and arguments.
        raw: the message.

    Returns:
        The command's exit status.

    Raises:
        SenderError: if it cannot be run, or the bytes cannot be handed to it. Nothing has been sent then.
    """
    try:
        if sys.platform == "win32":
            import subprocess

            return subprocess.run(command, input=raw, check=False).returncode  # noqa: S603
        _become(command, raw)
    except OSError as error:
        reason = reason_of(error)
        raise SenderError(
            f"„{command[0]}“ lässt sich nicht ausführen ({reason.de}); es wurde nichts gesendet.",
            f"'{command[0]}' cannot be run ({reason.en}); nothing was sent.",
        ) from None


def _become(command: Sequence[str], raw: bytes) -> NoReturn:
    handle = _in_memory() if hasattr(os, "memfd_create") else _in_file()
    with open(handle, "wb", closefd=False) as file:
        file.write(raw)
    os.lseek(handle, 0, os.SEEK_SET)
    os.dup2(handle, 0)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execvp(command[0], list(command))  # noqa: S606


def _in_memory() -> int:
    """A file that is nowhere: a full disk must not keep a message from being sent."""
    return os.memfd_create("msglint")


def _in_file() -> int:
    import tempfile

    handle, name = tempfile.mkstemp(prefix="msglint-")
    os.unlink(name)  # noqa: PTH108 - open, it lives on
    return handle
