"""A server that the user has named: on this machine, unless the user says otherwise."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from threading import Thread
from typing import Final
from urllib.parse import urlsplit

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.failures import ENGINE, elsewhere

PATIENCE: Final = 2.0
"""Seconds to find out what a name stands for."""


def named_server(address: str, *, allow_remote: bool) -> str:
    """The address without `/v2`.

    Raises:
        EngineError: if it is none, or that of another machine, which must be allowed.
    """
    url = address.rstrip("/").removesuffix("/v2").rstrip("/")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or "\\" in url or any(sign.isspace() for sign in url):
        raise EngineError(
            ENGINE,
            f"„{address}“ ist keine Adresse eines LanguageTool-Servers; richtig wäre zum Beispiel http://localhost:8081.",
            f"'{address}' is no address of a LanguageTool server; right would be, for example, http://localhost:8081.",
        )
    if not allow_remote and not _is_this_machine(host, port):
        raise elsewhere(url)
    return url


def _is_this_machine(host: str, port: int | None) -> bool:
    """Whether all that the name stands for is this machine. A name that nobody knows is not."""
    found: list[str] = []

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(str(entry[4][0]) for entry in socket.getaddrinfo(host, port or 0, type=socket.SOCK_STREAM))

    thread = Thread(target=look_up, daemon=True)  # a look-up knows no time limit
    thread.start()
    thread.join(PATIENCE)
    return not thread.is_alive() and bool(found) and all(_is_loopback(address) for address in found)


def _is_loopback(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return bool((mapped or ip).is_loopback)
