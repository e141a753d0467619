"""What mutt and neomutt have in common: how they are configured, and how they send."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from shared_clients import Home, Sink
from shared_sending import BAD_TEXT, RECIPIENT, SUBJECT, SendsByProgram, hook, run
from shared_terminal import terminal

CONFIG = (
    "# Mein Postfach\n"
    'set from="Erika Muster <erika@example.com>"\n'
    'set sendmail="msmtp -oi"\n'
    "set use_from=yes\n"
    'set record=""\n'
    'set folder="~/Mail"\n'
    'set postponed="~/Mail/postponed"\n'
    "set hostname=example.com\n"
    'set editor="true"\n'
    "set abort_unmodified=no\n"
    "alias anna Dr. Anna Meyer <a.meyer@example.org>\n"
)


class SendsLikeMutt(SendsByProgram):
    """In batch mode."""

    config_name = ""

    def configure(self, home: Home, sink: Sink) -> Path:
        path = home.path / self.config_name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CONFIG)
        (home.path / "Mail").mkdir()
        return path

    def send(self, home: Home, text: str, headers: Mapping[str, str]) -> tuple[int, str]:
        added = [word for name, value in headers.items() for word in ("-e", f"my_hdr {name}: {value}")]
        result = run(home, self.client, *added, "-s", SUBJECT, "--", RECIPIENT, given=text.encode())
        return result.returncode, (result.stdout + result.stderr).decode()

    def test_in_a_terminal_the_draft_comes_back_with_the_reason(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", self.client, "--yes")
        draft = home.path / "draft"
        draft.write_text(BAD_TEXT)
        with terminal(home, [self.client, "-s", SUBJECT, "-i", str(draft), "--", RECIPIENT]) as shown:
            shown.shows(f"To: {RECIPIENT}")
            shown.keys("Enter")
            shown.shows(f"Subject: {SUBJECT}")
            shown.keys("Enter")
            shown.shows("y:Send")
            shown.keys("y")
            shown.shows("[salutation.missing]")
            shown.keys("q")
            assert SUBJECT in shown.shows("y:Send")
            assert not sink.received
            shown.keys("y")
            assert b"kontaktpflege" in sink.wait()[0].raw
