"""The program that takes msmtp's place, called as any program would."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from shared_clients import Home, Sink
from shared_sending import BAD_TEXT, RECIPIENT, SUBJECT, SendsByProgram, hook, run, shim_of

pytestmark = pytest.mark.client


class TestMsmtp(SendsByProgram):
    client = "msmtp"

    def configure(self, home: Home, sink: Sink) -> Path:
        return home.path / ".msmtprc"

    def send(self, home: Home, text: str, headers: Mapping[str, str]) -> tuple[int, str]:
        added = "".join(f"{name}: {value}\n" for name, value in headers.items())
        head = f"From: Erika Muster <erika@example.com>\nTo: {RECIPIENT}\nSubject: {SUBJECT}\n{added}\n"
        wrapper = shim_of(home, "msmtp")
        result = run(home, str(wrapper) if wrapper.exists() else "msmtp", "-oi", "-t", given=(head + text).encode())
        return result.returncode, (result.stdout + result.stderr).decode()

    def test_uninstalled_all_is_as_before(self, home: Home, sink: Sink, config: Path) -> None:
        assert str(shim_of(home, "msmtp")) in hook(home, "install", "msmtp", "--yes")
        hook(home, "uninstall", "msmtp", "--yes")
        assert not shim_of(home, "msmtp").exists()
        assert self.sends(home, BAD_TEXT)[0] == 0
        sink.wait()

    def test_a_server_that_refuses_is_heard(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", "msmtp", "--yes")
        sink.answer = "550 5.7.1 not today"
        status, shown = self.sends(home, BAD_TEXT, **{"X-Msglint": "off"})
        assert status == 69
        assert "not today" in shown
