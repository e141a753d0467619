"""The program between client and sender: whatever becomes of msglint, a message leaves whole or stays where it was."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from shared_clients import until

from msglint.hooks.installing.git import _hook
from msglint.hooks.installing.model import Machine, Wanted
from msglint.hooks.installing.shim import PROGRAM, sender_of, shim, wanted_in, with_sender

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")

BODY = b"Hallo,\nein Text mit \xe4 und \x00 und \xff, am Ende ohne Zeilenende"
HEAD = b"From: a@example.com\nTo: b@example.com\nSubject: Gr\xfc\xdfe\n"
MESSAGE = HEAD + b"\n" + BODY
SHELLS = sorted(
    {
        os.path.realpath(path): name
        for name in ("sh", "dash", "bash", "busybox", "mksh")
        if (path := shutil.which(name))
    }.values()
)

# What msglint does: all as it should be, or not.
PASSES = 'while [ "$1" != --judge ]; do shift; done; cat >"$2"'
BLOCKS = "echo 'not good enough' >&2; exit 10"
BROKEN = "echo 'Traceback (most recent call last):' >&2; exit 1"
KILLED = "kill -9 $$"
SILENT = "exit 0"
HALF = 'while [ "$1" != --judge ]; do shift; done; echo "From: half" >"$2"; exit 2'
SLOW = "sleep 60"
STUBBORN = "trap '' TERM; sleep 60; sleep 60"


@dataclass(frozen=True)
class Ended:
    status: int
    said: str
    sent: bytes | None
    arguments: Sequence[str]


class Place:
    """A folder with msglint's program, msglint and a sender."""

    def __init__(self, path: Path, shell: str = "sh") -> None:
        self.path = path
        self.data = path / "with blank" / "hooks"
        self.data.mkdir(parents=True)
        self.temporary = path / "tmp"
        self.temporary.mkdir()
        self.shell = shell
        self.msglint = path / "msglint's home" / "msglint"
        self.msglint.parent.mkdir()
        self.sender = self.program(
            path / "sender",
            f"cat >'{path}/sent'; printf '%s\\n' \"$@\" >'{path}/arguments'; exit \"${{SENDER_STATUS:-0}}\"",
        )

    def program(self, path: Path, text: str) -> Path:
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(PROGRAM)
        return path

    def shim(
        self, on_error: str = "send", seconds: int | None = None, sender: Sequence[str] = (), *, is_given: bool = True
    ) -> Path:
        machine = Machine(self.path, {}, self.msglint, self.data)
        text = shim(machine, "neomutt", Wanted(on_error, ("--profile", "cus tomer"), is_given), sender).decode()
        if seconds is not None:
            text = text.replace("seconds=30", f"seconds={seconds}")
        path = self.data / "neomutt"
        path.write_text(text, encoding="utf-8")
        path.chmod(PROGRAM)
        return path

    def command(self, words: Sequence[str]) -> list[str]:
        shell = [self.shell, "sh"] if self.shell == "busybox" else [self.shell]
        return [*shell, *words]

    def run(self, *words: str, given: bytes = MESSAGE, **environ: str) -> Ended:
        all_of_it = {"PATH": os.environ["PATH"], "TMPDIR": str(self.temporary), "LANG": "C", **environ}
        result = subprocess.run(self.command(words), input=given, capture_output=True, env=all_of_it, check=False)
        sent, arguments = self.path / "sent", self.path / "arguments"
        return Ended(
            result.returncode,
            result.stderr.decode(),
            sent.read_bytes() if sent.exists() else None,
            arguments.read_text().splitlines() if arguments.exists() else (),
        )

    def send(self, text: str | None, *, on_error: str = "send", given: bytes = MESSAGE, **environ: str) -> Ended:
        """Send with such a msglint; None = it is gone."""
        if text is not None:
            self.program(self.msglint, text)
        program = self.shim(on_error, seconds=1 if text in (SLOW, STUBBORN) else None)
        return self.run(str(program), str(self.sender), "-oi", "--", "b@example.com", given=given, **environ)


@pytest.fixture(params=SHELLS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return Place(tmp_path, request.param)


def test_sends_the_bytes_with_the_words_of_the_client(place: Place) -> None:
    ended = place.send(PASSES)
    assert (ended.status, ended.said, ended.sent) == (0, "", MESSAGE)
    assert ended.arguments == ["-oi", "--", "b@example.com"]


def test_msglint_is_told_everything(place: Place) -> None:
    ended = place.send(f"printf '%s\\n' \"$@\" >'{place.path}/told'; {PASSES}")
    assert ended.sent == MESSAGE
    told = (place.path / "told").read_text().splitlines()
    assert told[:2] == ["sendmail", "--judge"]
    assert told[3:] == [
        *("--client", "neomutt", "--on-error", "send", "--profile", "cus tomer"),
        *("--", str(place.sender), "-oi", "--", "b@example.com"),
    ]


WANTED = (
    Wanted("send"),
    Wanted("block", ("--profile", "cus tomer")),
    Wanted("send", given_on_error=False),
    Wanted("block", ("--profile=a'b\"c", "--time-budget", "5"), given_on_error=False),
)


@pytest.mark.parametrize("wanted", WANTED, ids=str)
def test_msglint_is_told_what_to_do_only_where_the_user_said_so(tmp_path: Path, wanted: Wanted) -> None:
    machine = Machine(tmp_path, {}, tmp_path / "msglint", tmp_path / "hooks")
    for text in (shim(machine, "neomutt", wanted).decode(), _hook(machine, wanted, None).decode()):
        judge = next(line for line in text.splitlines() if line.startswith("judge()"))
        assert ("--on-error" in judge) == wanted.given_on_error
        assert f"\non_error={wanted.on_error}\n" in text
        assert wanted_in(text) == wanted
    assert wanted_in("#!/bin/sh\n") is None
    assert wanted_in(shim(machine, "neomutt", Wanted("send")).decode().replace("--on-error send", "'")) is None


def test_what_the_configuration_says_is_left_to_msglint(place: Place) -> None:
    place.program(place.msglint, f"printf '%s\\n' \"$@\" >'{place.path}/told'; {BROKEN}")
    ended = place.run(str(place.shim("block", is_given=False)), str(place.sender))
    assert "--on-error" not in (place.path / "told").read_text().splitlines()
    assert (ended.status, ended.sent) == (1, None)


def test_blocks(place: Place) -> None:
    ended = place.send(BLOCKS)
    assert (ended.status, ended.said, ended.sent) == (1, "not good enough\n", None)


@pytest.mark.parametrize("status", [1, 64, 75, 77])
def test_the_status_of_the_sender_is_the_status(place: Place, status: int) -> None:
    assert place.send(PASSES, SENDER_STATUS=str(status)).status == status


@pytest.mark.parametrize("status", [126, 127])
def test_a_status_that_means_something_else_to_clients_is_no_success(place: Place, status: int) -> None:
    ended = place.send(PASSES, SENDER_STATUS=str(status))
    assert ended.status == 1
    assert "cannot be run; nothing was sent" in ended.said


@pytest.mark.parametrize("text", [BROKEN, KILLED, SILENT, HALF, SLOW, STUBBORN, None], ids=str)
def test_without_msglint_it_is_sent(place: Place, text: str | None) -> None:
    ended = place.send(text)
    assert (ended.status, ended.sent) == (0, MESSAGE)
    assert "msglint: Handed on unchecked: " in ended.said


@pytest.mark.parametrize("text", [BROKEN, KILLED, SILENT, HALF, SLOW, STUBBORN, None], ids=str)
def test_without_msglint_it_is_not_sent(place: Place, text: str | None) -> None:
    ended = place.send(text, on_error="block")
    assert (ended.status, ended.sent) == (1, None)
    assert "msglint: Not sent, because not checked: " in ended.said


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_what_is_for_msglint_is_never_sent(place: Place, end: bytes) -> None:
    message = MESSAGE.replace(HEAD, HEAD + b"x-msglint-profile: a\n\tb\nX-Msglint: off\nX-MsglintX: 1\n")
    message = message.replace(b"\n", end)
    ended = place.send(BROKEN, given=message)
    assert ended.sent == MESSAGE.replace(HEAD, HEAD + b"X-MsglintX: 1\n").replace(b"\n", end)


def test_a_writer_who_switches_it_off_is_heard_even_without_msglint(place: Place) -> None:
    ended = place.send(None, on_error="block", given=b"X-Msglint: off\n" + MESSAGE)
    assert (ended.status, ended.sent) == (0, MESSAGE)


def test_a_text_that_says_so_is_no_header(place: Place) -> None:
    message = MESSAGE + b"\n\nX-Msglint: off\n"
    assert place.send(BROKEN, given=message).sent == message
    (place.path / "sent").unlink()
    assert place.send(BROKEN, given=message, on_error="block").sent is None


def test_a_message_without_a_body(place: Place) -> None:
    assert place.send(BROKEN, given=b"X-Msglint: on\n" + HEAD).sent == HEAD


@pytest.mark.parametrize("name", ["sender that is not there", "not-executable", "a folder"])
def test_a_sender_that_cannot_be_run(place: Place, name: str) -> None:
    (place.path / "not-executable").write_text("text")
    (place.path / "a folder").mkdir()
    place.program(place.msglint, PASSES)
    ended = place.run(str(place.shim()), str(place.path / name), "b@example.com")
    assert ended.status == 1
    assert "nothing was sent" in ended.said


def test_no_sender_at_all(place: Place) -> None:
    assert place.run(str(place.shim())).status == 1


def test_a_call_of_itself_is_passed_over(place: Place) -> None:
    place.program(place.msglint, PASSES)
    program = str(place.shim())
    assert place.run(program, program, str(place.data / "mutt"), str(place.sender)).sent == MESSAGE


def test_a_sender_of_its_own(place: Place) -> None:
    place.program(place.msglint, PASSES)
    program = place.shim(sender=(str(place.sender), "-a b", "c"))
    assert sender_of(program.read_text()) == (str(place.sender), "-a b", "c")
    assert place.run(str(program), "d").arguments == ["-a b", "c", "d"]
    other = with_sender(program.read_text(), (str(place.sender), "e"))
    program.write_text(other, encoding="utf-8")
    assert place.run(str(program), "d").arguments == ["e", "d"]


def test_no_temporary_folder(place: Place) -> None:
    missing = str(place.path / "missing")
    ended = place.send(BLOCKS, TMPDIR=missing)
    assert (ended.status, ended.sent) == (0, MESSAGE)
    assert "Handed on unchecked: no file can be created" in ended.said
    (place.path / "sent").unlink()
    ended = place.send(PASSES, TMPDIR=missing, on_error="block")
    assert (ended.status, ended.sent) == (1, None)


@pytest.mark.parametrize("on_error", ["send", "block"])
def test_a_full_disk(place: Place, on_error: str) -> None:
    place.program(place.msglint, PASSES)
    program = place.shim(on_error)
    # No file may grow beyond 4 blocks: writing fails as it does on a full disk.
    limited = "ulimit -f 4; trap '' XFSZ; exec \"$@\""
    words = place.command([str(program), str(place.sender)])
    ended = place.run("-c", limited, "sh", *words, given=MESSAGE + b"x" * 100_000)
    assert (ended.status, ended.sent) == (1, None)
    assert "Not sent: the message cannot be kept" in ended.said


def test_a_large_message(place: Place) -> None:
    message = MESSAGE + b"\n" + os.urandom(5_000_000)
    assert place.send(PASSES, given=message).sent == message
    assert place.send(BROKEN, given=b"X-Msglint: on\n" + message).sent == message


def test_german(place: Place) -> None:
    said = place.send(BROKEN, LANG="de_DE.UTF-8").said
    assert "Ungeprüft weitergegeben: msglint ist gescheitert (Ergebnis 1)." in said


@pytest.mark.parametrize("text", [PASSES, BLOCKS, BROKEN, KILLED, None])
def test_nothing_is_left_behind(place: Place, text: str | None) -> None:
    for on_error in ("send", "block"):
        place.send(text, on_error=on_error)
    assert not list(place.temporary.iterdir())


@pytest.mark.parametrize("text", [PASSES, BLOCKS, None])
def test_what_a_killed_run_left_goes_after_a_day(place: Place, text: str | None) -> None:
    old, young, other = (place.temporary / f"msglint.{name}" for name in ("oldOne", "newOne", "backup"))
    for folder in (old, young, other):
        folder.mkdir()
        (folder / "given").write_bytes(MESSAGE)
    (other / "somebody's").write_text("something else")
    (place.temporary / "msglint.file12").write_bytes(b"a file")
    for path in (old, other, place.temporary / "msglint.file12"):
        os.utime(path, (time.time() - 2 * 86400,) * 2)
    place.send(text)
    until(lambda: not old.exists(), "the old folder was there")
    until(lambda: not (other / "given").exists(), "the message was there")
    assert (young / "given").read_bytes() == MESSAGE
    assert sorted(path.name for path in place.temporary.iterdir()) == [
        *("msglint.backup", "msglint.file12", "msglint.newOne")
    ]
    assert [path.name for path in other.iterdir()] == ["somebody's"]


def test_without_find_it_is_sent(place: Place) -> None:
    tools = place.path / "tools"
    tools.mkdir()
    for name in ("sh", "cat", "mktemp", "rm", "timeout", "true", "printf"):
        found = shutil.which(name)
        if found:
            (tools / name).symlink_to(found)
    place.shell = shutil.which(place.shell) or place.shell
    assert place.send(PASSES, PATH=str(tools)).sent == MESSAGE


def test_ended_from_outside_nothing_is_sent_or_left(place: Place) -> None:
    place.program(place.msglint, f": >'{place.path}/asked'; sleep 1; {PASSES}")
    program = place.shim()
    environ = {"PATH": os.environ["PATH"], "TMPDIR": str(place.temporary)}
    running = subprocess.Popen(
        place.command([str(program), str(place.sender)]), stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ
    )
    assert running.stdin is not None
    running.stdin.write(MESSAGE)
    running.stdin.close()
    while not (place.path / "asked").exists():
        time.sleep(0.01)
    running.send_signal(signal.SIGTERM)
    assert running.wait() == 1
    assert not (place.path / "sent").exists()
    assert not list(place.temporary.iterdir())
