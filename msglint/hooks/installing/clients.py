"""The clients that `msglint hook` knows, each in a module of its own, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from msglint.documents.errors import nearest
from msglint.hooks.installing.model import Client, InstallError

NAMES: Final = ("neomutt", "mutt", "aerc", "alpine", "s-nail", "msmtp", "git", "emacs", "thunderbird")
"""In the order in which they are shown; the module is called the same, with `_` for `-`, and has a `CLIENT`."""


def client_named(name: str) -> Client:
    """The client of that name.

    Raises:
        InstallError: if there is none.
    """
    if name not in names():
        raise _unknown(name)
    client: Client = import_module(_module(name)).CLIENT
    return client


def names() -> tuple[str, ...]:
    """The names of all clients."""
    return tuple(name for name in NAMES if find_spec(_module(name)) is not None)


def all_clients() -> Iterator[Client]:
    """All clients."""
    return map(client_named, names())


def _module(name: str) -> str:
    return f"{__package__}.{name.replace('-', '_')}"


def _unknown(name: str) -> InstallError:
    near = nearest(name, NAMES)
    if near is not None:
        return InstallError(
            f"Das Mailprogramm „{name}“ kennt msglint nicht; gemeint ist wohl „{near}“.",
            f"msglint does not know the mail client '{name}'; did you mean '{near}'?",
        )
    return InstallError(
        f"Das Mailprogramm „{name}“ kennt msglint nicht; möglich ist {', '.join(NAMES)}.",
        f"msglint does not know the mail client '{name}'; it may be {', '.join(NAMES)}.",
    )
