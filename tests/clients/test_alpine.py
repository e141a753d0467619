"""alpine in a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from shared_clients import Home, Sink
from shared_sending import RECIPIENT, SUBJECT, SendsByProgram, arrives
from shared_terminal import terminal

pytestmark = pytest.mark.client

CONFIG = (
    "personal-name=Erika Muster\nuser-domain=example.com\nsendmail-path=/usr/bin/msmtp -t -oi\nsmtp-server=\n"
    'default-fcc=""\nlast-version-used=7.0\ncustomized-hdrs=From: Erika Muster <erika@example.com>\n'
)
ERRORS = "POSTING ERRORS"


class TestAlpine(SendsByProgram):
    client = "alpine"
    programs = ("tmux",)

    def configure(self, home: Home, sink: Sink) -> Path:
        self.sink = sink
        path = home.path / ".pinerc"
        path.write_text(CONFIG)
        return path

    def send(self, home: Home, text: str, headers: Mapping[str, str]) -> tuple[int, str]:
        config = home.path / ".pinerc"
        added = "".join(f",\n\t{name}: {value}" for name, value in headers.items())
        config.write_text(config.read_text().replace("<erika@example.com>\n", f"<erika@example.com>{added}\n"))
        url = f"mailto:{RECIPIENT}?subject={quote(SUBJECT)}&body={quote(text)}"
        with terminal(home, ["alpine", "-url", url]) as shown:
            shown.shows(SUBJECT)
            shown.keys("C-x")
            shown.shows("Send message?")
            before = len(self.sink.received)
            shown.keys("y")
            sent = arrives(self.sink, before, lambda: ERRORS in shown.screen(), lambda: None)
            screen = shown.screen()
            if not sent:
                shown.keys("e")
                # The draft is there again.
                assert SUBJECT in shown.shows("^X Send")
            return (0 if sent else 1), screen
