"""What several clients have to say, and paths that they cannot call."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

from msglint.hooks.installing.model import InstallError, Machine
from msglint.hooks.installing.shim import shim_path
from msglint.texts import Text

ENCRYPTED: Final = Text(
    de="Verschlüsselte Nachrichten erreichen msglint schon verschlüsselt und gehen ungeprüft hinaus.",
    en="Encrypted messages reach msglint already encrypted and are sent unchecked.",
)
NO_QUESTION: Final = Text(
    de="Eine Rückfrage ist nicht möglich: Wer trotzdem senden will, schickt unverändert noch einmal ab.",
    en="It cannot ask: to send anyway, send again unchanged.",
)


def program(machine: Machine, name: str) -> str | None:
    """The path of a program, as the user's shell would find it."""
    return shutil.which(name, path=machine.environ.get("PATH", ""))


def config_home(machine: Machine) -> Path:
    """Where configuration is: `~/.config`, or where the user has it."""
    given = Path(machine.environ.get("XDG_CONFIG_HOME", ""))
    return given if given.is_absolute() else machine.home / ".config"


def callable_shim(machine: Machine, client: str, title: str, forbidden: str = r"[\s'\"\\$`]") -> str:
    """The path of the program for a client that takes a command apart at its blanks.

    Raises:
        InstallError: if the client could not call it.
    """
    path = str(shim_path(machine, client))
    if re.search(forbidden, path):
        raise InstallError(
            f"{path}: {title} kann kein Programm aufrufen, in dessen Pfad Leerzeichen oder Sonderzeichen stehen; bitte "
            "XDG_DATA_HOME auf einen Ordner ohne solche setzen.",
            f"{path}: {title} cannot call a program whose path has blanks or special characters; please set "
            "XDG_DATA_HOME to a folder without.",
        )
    return path
