"""aerc in a terminal, with one account that sends by a program and one that does not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from shared_clients import GOOD_TEXT, Home, Sink, program, until
from shared_sending import BAD_TEXT, RECIPIENT, SUBJECT, SendsByProgram, arrives, hook, run
from shared_terminal import terminal

pytestmark = pytest.mark.client

CONFIG = """# Konten
[work]
source   = maildir://{home}/Mail
from     = Erika Muster <erika@example.com>
outgoing = /usr/bin/msmtp

[private]
source = maildir://{home}/Mail
outgoing = smtp://erika@localhost
from = Erika Muster <erika@example.net>
"""
REVIEW = "Send this email?"


class TestAerc(SendsByProgram):
    client = "aerc"
    programs = ("tmux",)
    says = False
    ordered = False  # aerc goes through a Go map

    def configure(self, home: Home, sink: Sink) -> Path:
        self.sink = sink
        for name in ("cur", "new", "tmp"):
            (home.path / "Mail/INBOX" / name).mkdir(parents=True)
        # What was written is the draft.
        program(home.path / "editor", '#!/bin/sh\ncat "$HOME/draft" >"$1"\n')
        path = home.path / ".config/aerc/accounts.conf"
        path.parent.mkdir(parents=True)
        path.write_text(CONFIG.format(home=home.path))
        path.chmod(0o600)
        return path

    def send(self, home: Home, text: str, headers: Mapping[str, str]) -> tuple[int, str]:
        (home.path / "draft").write_text(text)
        fields = {"To": RECIPIENT, "Subject": SUBJECT, **headers}
        words = " ".join(f"-H '{name}: {value}'" for name, value in fields.items())
        with terminal(home.with_(EDITOR=str(home.path / "editor")), ["aerc"]) as shown:
            shown.shows("Connected")
            shown.keys(f":compose {words}", "Enter")
            shown.shows(REVIEW)
            before = len(self.sink.received)
            shown.keys("y")
            shown.shows("Sending")
            # It shows what has become of it only when a key is pressed.
            sent = arrives(self.sink, before, lambda: REVIEW in shown.screen(), lambda: shown.keys("Escape"))
            return (0 if sent else 1), shown.screen()

    def test_the_draft_is_kept(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", "aerc", "--yes")
        _, shown = self.sends(home, BAD_TEXT)
        assert f"Subject: {SUBJECT}" in shown
        assert RECIPIENT in shown

    def test_what_arrives_is_what_aerc_wrote(self, home: Home, sink: Sink, config: Path) -> None:
        config.write_text(config.read_text().replace("[private]", "copy-to = INBOX\n\n[private]"))
        hook(home, "install", "aerc", "--yes")
        assert self.sends(home, GOOD_TEXT)[0] == 0
        inbox = home.path / "Mail/INBOX"
        until(lambda: any(inbox.glob("cur/*")), "aerc kept no copy")
        (copy,) = inbox.glob("cur/*")
        assert sink.wait()[0].raw == copy.read_bytes()

    def test_accounts_that_send_by_themselves_are_named(self, home: Home, sink: Sink, config: Path) -> None:
        assert "account 'private' sends by itself" in hook(home, "install", "aerc", "--yes")
        config.write_text(CONFIG.format(home=home.path).replace("/usr/bin/msmtp", "smtps://localhost"))
        result = run(home, "msglint", "hook", "install", "aerc", "--yes")
        assert result.returncode == 2
        assert "msglint proxy" in result.stderr.decode()
