"""What every client that sends by a program has to show: tests to inherit, with the real programs."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from shared_clients import GOOD_TEXT, Home, Sink, needs, program, until

BAD_TEXT = "kontaktpflege\n"
SUBJECT = "Unser Termin am Dienstag"
RECIPIENT = "a.meyer@example.org"

BROKEN = "#!/bin/sh\necho 'Traceback (most recent call last):' >&2\nexit 1\n"
SLOW = "#!/bin/sh\nsleep 60\n"
MISSING = None
TROUBLES = {"broken": BROKEN, "slow": SLOW, "missing": MISSING}

_UNIQUE = re.compile(
    rb"^(?:Date|Message-ID|X-Mailer|User-Agent):[^\n]*\n(?:[ \t][^\n]*\n)*", re.MULTILINE | re.IGNORECASE
)


_BOUNDARY = re.compile(rb'boundary="?([^"\s;]+)', re.IGNORECASE)


def with_msmtp(home: Home, sink: Sink) -> None:
    """msmtp sends to the sink."""
    path = home.path / ".msmtprc"
    path.write_text(f"account default\nhost {sink.host}\nport {sink.port}\nfrom erika@example.com\nauth off\ntls off\n")
    path.chmod(0o600)


def run(home: Home, *words: str, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a program in the home, without a terminal."""
    return subprocess.run(
        words, input=given, capture_output=True, env=dict(home.environ), cwd=cwd or home.path, check=False
    )


def hook(home: Home, *words: str, cwd: Path | None = None) -> str:
    """`msglint hook …`, which has to succeed."""
    result = run(home, "msglint", "hook", *words, cwd=cwd)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout.decode()


def ail(home: Home, path: Path, trouble: str) -> None:
    """Put something in the place of the msglint that an installed program calls."""
    text = TROUBLES[trouble]
    fake = home.path / "fake-msglint"
    if text is not None:
        program(fake, text)
    shim = path.read_text(encoding="utf-8")
    shim = re.sub("^msglint=.*", f"msglint={fake}", shim, flags=re.MULTILINE)
    path.write_text(re.sub("^seconds=.*", "seconds=1", shim, flags=re.MULTILINE), encoding="utf-8")


def arrives(sink: Sink, before: int, came_back: Callable[[], bool], press: Callable[[], None]) -> bool:
    """Whether the message arrives, as soon as it does or has come back; a key may be pressed meanwhile.

    Args:
        sink: where it is to arrive.
        before: how many there were before it was sent.
        came_back: whether the client shows the draft again.
        press: presses the key.
    """

    def done() -> bool:
        press()
        return len(sink.received) > before or came_back()

    until(done, "nothing became of the message")
    return len(sink.received) > before


def shim_of(home: Home, client: str) -> Path:
    return home.path / ".local/share/msglint/hooks" / client


def plain(raw: bytes, ordered: bool = True) -> bytes:
    """A message without what is different each time.

    Args:
        ordered: whether the client writes the lines of the header in the same order each time.
    """
    found = _BOUNDARY.search(raw)
    same = _UNIQUE.sub(b"", raw.replace(found[1], b"boundary") if found else raw)
    if ordered:
        return same
    head, end, body = same.partition(b"\r\n\r\n")
    return b"\r\n".join(sorted(head.split(b"\r\n"))) + end + body


class SendsByProgram:
    """The tests; `client`, `configure` and `send` are the client's own."""

    client = ""
    programs: Sequence[str] = ()
    says = True
    """Whether the client shows what msglint says."""
    ordered = True
    """Whether it writes the lines of the header in the same order each time."""

    def configure(self, home: Home, sink: Sink) -> Path:
        """The client's configuration, which sends by msmtp; the file that `msglint hook install` changes."""
        raise NotImplementedError

    def program(self, home: Home) -> Path:
        """The program that was installed."""
        return shim_of(home, self.client)

    def send(self, home: Home, text: str, headers: Mapping[str, str]) -> tuple[int, str]:
        """Send it; the status and what was shown."""
        raise NotImplementedError

    @pytest.fixture
    def config(self, home: Home, sink: Sink) -> Path:
        needs(self.client, "msmtp", *self.programs)
        with_msmtp(home, sink)
        return self.configure(home, sink)

    def sends(self, home: Home, text: str, **headers: str) -> tuple[int, str]:
        return self.send(home, text, headers)

    def test_a_bad_draft_is_stopped(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", self.client, "--yes")
        status, shown = self.sends(home, BAD_TEXT)
        assert status != 0
        assert not sink.received
        if self.says:
            assert "msglint: not sent." in shown
            assert "salutation.missing" in shown
        assert "salutation.missing" in run(home, "msglint", "last").stdout.decode()

    def test_a_good_draft_arrives_as_without_msglint(self, home: Home, sink: Sink, config: Path) -> None:
        assert self.sends(home, GOOD_TEXT)[0] == 0
        hook(home, "install", self.client, "--yes")
        assert self.sends(home, GOOD_TEXT)[0] == 0
        before, after = sink.wait(2)
        assert plain(after.raw, self.ordered) == plain(before.raw, self.ordered)
        assert (after.sender, after.recipients) == (before.sender, before.recipients)

    @pytest.mark.parametrize("trouble", TROUBLES)
    def test_msglint_ails_and_it_is_sent(self, home: Home, sink: Sink, config: Path, trouble: str) -> None:
        hook(home, "install", self.client, "--yes", "--on-error", "send")
        ail(home, self.program(home), trouble)
        assert self.sends(home, BAD_TEXT)[0] == 0
        sink.wait()

    @pytest.mark.parametrize("trouble", TROUBLES)
    def test_msglint_ails_and_it_is_not_sent(self, home: Home, sink: Sink, config: Path, trouble: str) -> None:
        hook(home, "install", self.client, "--yes", "--on-error", "block")
        ail(home, self.program(home), trouble)
        status, shown = self.sends(home, GOOD_TEXT)
        assert status != 0
        assert not sink.received
        if self.says:
            assert "Not sent, because not checked" in shown

    def test_the_second_time_it_is_sent(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", self.client, "--yes")
        assert self.sends(home, BAD_TEXT)[0] != 0
        assert not sink.received
        assert self.sends(home, BAD_TEXT)[0] == 0
        assert b"kontaktpflege" in sink.wait()[0].raw

    def test_switched_off_by_a_header(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", self.client, "--yes")
        assert self.sends(home, BAD_TEXT, **{"X-Msglint": "off"})[0] == 0
        assert b"msglint" not in sink.wait()[0].raw.lower()

    def test_uninstalled_all_is_as_before(self, home: Home, sink: Sink, config: Path) -> None:
        before = config.read_bytes()
        hook(home, "install", self.client, "--yes")
        assert config.read_bytes() != before
        hook(home, "uninstall", self.client, "--yes")
        assert config.read_bytes() == before
        assert self.sends(home, BAD_TEXT)[0] == 0
        sink.wait()

    def test_tries_itself(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", self.client, "--yes")
        assert "The bad draft came back" in hook(home, "test", self.client)
        assert not sink.received
