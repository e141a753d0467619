"""s-nail, in batch mode."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from shared_clients import Home, Sink, program
from shared_sending import BAD_TEXT, RECIPIENT, SUBJECT, SendsByProgram, hook, run

pytestmark = pytest.mark.client


class TestSNail(SendsByProgram):
    client = "s-nail"

    @pytest.fixture
    def home(self, home: Home) -> Home:
        # For root, s-nail and all that it runs have the home that the system knows.
        places = {"MAILRC": ".mailrc", "DEAD": "dead.letter", "XDG_STATE_HOME": ".local/state"}
        places |= {"XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".cache", "XDG_DATA_HOME": ".local/share"}
        return home.with_(**{name: str(home.path / place) for name, place in places.items()})

    def configure(self, home: Home, sink: Sink) -> Path:
        path = home.path / ".mailrc"
        sender = program(home.path / "sender", f'#!/bin/sh\nexec msmtp -C "{home.path}/.msmtprc" "$@"\n')
        path.write_text(f"set mta={sender}\nset from=erika@example.com\nset nosendwait\n")
        return path

    def send(self, home: Home, text: str, headers: Mapping[str, str]) -> tuple[int, str]:
        added = [word for name, value in headers.items() for word in ("-C", f"{name}: {value}")]
        result = run(home, "s-nail", *added, "-s", SUBJECT, RECIPIENT, given=text.encode())
        return result.returncode, (result.stdout + result.stderr).decode()

    def test_the_draft_is_kept(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", "s-nail", "--yes")
        self.sends(home, BAD_TEXT)
        assert BAD_TEXT in (home.path / "dead.letter").read_text()

    def test_without_a_program_it_is_left_as_it_is(self, home: Home, sink: Sink, config: Path) -> None:
        config.write_text("set mta=smtps://localhost\n")
        result = run(home, "msglint", "hook", "install", "s-nail", "--yes")
        assert (result.returncode, config.read_text()) == (2, "set mta=smtps://localhost\n")
        assert b"msglint proxy" in result.stderr
