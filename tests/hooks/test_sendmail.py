"""`msglint sendmail` as a client runs it, and `msglint last`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from shared_clients import BAD, GOOD, Home, make_home, program

from msglint.hooks.handing_on import SenderError, hand_on

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="senders are shell scripts here")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home")


@pytest.fixture
def sender(home: Home) -> Path:
    return program(
        home.path / "sender",
        '#!/bin/sh\ncat >"$HOME/sent"\nprintf "%s\\n" "$@" >"$HOME/arguments"\nexit "${SENDER_STATUS:-0}"\n',
    )


def run(home: Home, *words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "msglint", *map(str, words)]
    return subprocess.run(command, input=given, capture_output=True, env=dict(home.environ), cwd=home.path, check=False)


def sent(home: Home) -> bytes | None:
    path = home.path / "sent"
    return path.read_bytes() if path.exists() else None


@pytest.mark.parametrize("raw", [GOOD, GOOD.replace(b"\n", b"\r\n"), GOOD + b"\xff\x00"])
def test_what_is_good_is_sent_as_it_is(home: Home, sender: Path, raw: bytes) -> None:
    result = run(home, "sendmail", "--", sender, "-oi", "--", "a.meyer@example.org", given=raw)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert sent(home) == raw
    assert (home.path / "arguments").read_text().split() == ["-oi", "--", "a.meyer@example.org"]


def test_what_is_bad_comes_back(home: Home, sender: Path) -> None:
    result = run(home, "sendmail", "--client", "mutt", "--", sender, given=BAD)
    assert (result.returncode, result.stdout, sent(home)) == (1, b"", None)
    said = result.stderr.decode()
    assert said.startswith("msglint: not sent.\n")
    shown = run(home, "last").stdout.decode()
    assert " mutt\n" in shown
    assert shown.endswith(said)


def test_the_second_time_it_is_sent(home: Home, sender: Path) -> None:
    assert run(home, "sendmail", "--", sender, given=BAD).returncode == 1
    result = run(home, "sendmail", "--", sender, given=BAD)
    assert (result.returncode, sent(home)) == (0, BAD)
    assert b"second time" in result.stderr
    assert b"nothing to show" in run(home, "last").stdout


def test_where_nothing_was_ever_sent_there_is_nothing_to_show(home: Home) -> None:
    said = run(home, "last").stdout.decode()
    assert "nothing to show" in said
    assert "The last message was" not in said


def test_switched_off(home: Home, sender: Path) -> None:
    assert run(home, "sendmail", "--", sender, given=b"X-Msglint: off\n" + BAD).returncode == 0
    assert sent(home) == BAD


@pytest.mark.parametrize("status", ["3", "75"])
def test_the_status_of_the_sender_is_the_status(home: Home, sender: Path, status: str) -> None:
    assert run(home.with_(SENDER_STATUS=status), "sendmail", "--", sender, given=GOOD).returncode == int(status)


def test_a_sender_that_is_not_there(home: Home) -> None:
    result = run(home, "sendmail", "--", "no-such-sender", given=GOOD)
    assert result.returncode == 1
    assert b"'no-such-sender' cannot be run" in result.stderr
    with pytest.raises(SenderError):
        hand_on(["/no/such/sender"], b"")


WRONG: Sequence[Sequence[str]] = (
    ["--frobnicate"],
    ["--profile", "no-such-profile"],
    ["--time-budget", "soon"],
    ["--config", "missing.yaml"],
)


@pytest.mark.parametrize("options", WRONG)
def test_wrong_options_send_or_block_as_the_user_wants(home: Home, sender: Path, options: Sequence[str]) -> None:
    result = run(home, "sendmail", *options, "--on-error=block", "--", sender, given=GOOD)
    assert (result.returncode, sent(home)) == (1, None)
    assert b"not sent, because not checked" in result.stderr
    result = run(home, "sendmail", *options, "--", sender, given=GOOD)
    assert (result.returncode, sent(home)) == (0, GOOD)
    assert b"handed on unchecked" in result.stderr


def test_no_sender_is_an_error_of_the_call(home: Home) -> None:
    assert run(home, "sendmail", given=GOOD).returncode == 2


def test_judging_sends_nothing(home: Home, sender: Path) -> None:
    out = home.path / "out"
    result = run(home, "sendmail", "--judge", out, "--", sender, given=b"X-Msglint-Ignore: x\n" + GOOD)
    assert (result.returncode, out.read_bytes(), sent(home)) == (0, GOOD, None)
    out.unlink()
    result = run(home, "sendmail", "--judge", out, "--", sender, given=BAD)
    assert (result.returncode, out.exists(), sent(home)) == (10, False, None)


def test_judging_what_cannot_be_written_is_no_judgement(home: Home, sender: Path) -> None:
    result = run(home, "sendmail", "--judge", home.path / "no/folder", "--", sender, given=GOOD)
    assert result.returncode not in (0, 10)


def test_a_wrong_configuration_is_no_judgement_unless_the_call_says_what_to_do(home: Home, sender: Path) -> None:
    config = home.path / ".config/msglint/config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("hook: {on-error: block, time-budget: soon}\n")
    judge = ("sendmail", "--judge", home.path / "out")
    result = run(home, *judge, "--", sender, given=GOOD)
    assert result.returncode not in (0, 10)
    assert b"'hook.time-budget' needs a value" in result.stderr
    assert run(home, *judge, "--on-error", "send", "--", sender, given=GOOD).returncode == 0


def test_the_log_names_nobody(home: Home, sender: Path) -> None:
    log = home.state / "log"
    assert run(home, "sendmail", "--", sender, "hidden@example.org", given=GOOD).returncode == 0
    assert " passed fine " in log.read_text()
    assert "example.org" not in log.read_text()
