"""A server that the user has named: only on this machine, unless the user says otherwise."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.server import named_or_own


def named(address: str, *, allow_remote: bool = False) -> str:
    return named_or_own(LanguageToolSettings(use=address, allow_remote=allow_remote), wait=0.0)


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """What names stand for, without asking anybody."""
    known = {
        "mine.example": ["127.0.1.1"],
        "both.example": ["127.0.0.1", "192.0.2.7"],
        "far.example": ["192.0.2.7"],
        "six.example": ["::1", "::ffff:127.0.0.1"],
        "none.example": [],
    }
    real = socket.getaddrinfo

    def look_up(host: str, *arguments: Any, **options: Any) -> Any:
        if host == "unknown.example":
            raise socket.gaierror(-2, "Name or service not known")
        if host not in known:
            return real(host, *arguments, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in known[host]]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
        ("http://127.8.9.10", "http://127.8.9.10"),
        ("http://[::1]:8081/", "http://[::1]:8081"),
        ("http://localhost:8081/v2/", "http://localhost:8081"),
        ("http://127.1:8081/v2", "http://127.1:8081"),
        ("https://mine.example/languagetool", "https://mine.example/languagetool"),
        ("http://six.example", "http://six.example"),
    ],
)
def test_on_this_machine(address: str, url: str) -> None:
    assert named(address) == url


@pytest.mark.parametrize(
    "address",
    [
        "http://192.0.2.7:8081",
        "http://far.example",
        "http://both.example",
        "http://unknown.example",
        "http://none.example",
        "http://localhost@far.example",
        "http://0.0.0.0:8081",
        "http://[2001:db8::1]:8081",
        "http://127.0.0.1.far.example:8081".replace("127.0.0.1.", ""),
    ],
)
def test_on_another_machine(address: str) -> None:
    with pytest.raises(EngineError, match="is on another machine; 'languagetool-options: allow-remote: true' allows"):
        named(address)

    assert named(address, allow_remote=True) == address


@pytest.mark.parametrize(
    "address",
    ["http://", "http://:8081", "http://localhost:port", "http://local\\host", "http://local host", "http://[::1"],
)
def test_no_address(address: str) -> None:
    with pytest.raises(EngineError, match="is no address of a LanguageTool server; right would be, for example, http"):
        named(address, allow_remote=True)
