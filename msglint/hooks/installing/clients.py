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


_WITHOUT_HOOK: Final = frozenset(
    "outlook new-outlook outlook-express apple-mail applemail mail mail.app macos-mail gmail google-mail gmx web.de "
    "windows-mail live-mail windows-live-mail exchange microsoft365 office365 evolution geary em-client emclient "
    "the-bat spark mailspring airmail postbox lotus-notes notes roundcube protonmail proton-mail k-9 k9".split()
)
"""Clients that msglint cannot be put into; `msglint proxy` serves those whose outgoing mail server can be set."""


def client_named(name: str) -> Client:
    """The client of that name.

    Raises:
        InstallError: if there is none.
    """
    if name not in names():
        raise _without_hook(name) if _plain(name) in _WITHOUT_HOOK else _unknown(name)
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


def none_named() -> InstallError:
    """No client is named."""
    return InstallError(
        f"Welches Mailprogramm? Möglich ist {', '.join(NAMES)}.",
        f"Which mail client? It may be {', '.join(NAMES)}.",
    )


def _plain(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").split())


def _without_hook(name: str) -> InstallError:
    return InstallError(
        f"In „{name}“ lässt sich msglint nicht einbauen; „msglint proxy“ prüft, was es sendet, wo sich der "
        "Postausgangsserver einstellen lässt.",
        f"msglint cannot be installed in '{name}'; 'msglint proxy' checks what it sends, where its outgoing mail "
        "server can be set.",
    )


def _unknown(name: str) -> InstallError:
    near = nearest(name, NAMES)
    if near is not None:
        return InstallError(
            f"Das Mailprogramm „{name}“ kennt msglint nicht; gemeint ist wohl „{near}“.",
            f"msglint does not know the mail client '{name}'; did you mean '{near}'?",
        )
    return InstallError(
        f"Das Mailprogramm „{name}“ kennt msglint nicht; möglich ist {', '.join(NAMES)}, und für jedes "
        "andere „msglint proxy“.",
        f"msglint does not know the mail client '{name}'; it may be {', '.join(NAMES)}, and for any other "
        "there is 'msglint proxy'.",
    )
