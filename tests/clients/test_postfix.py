"""The milter in a real Postfix: what a client is told, and what is delivered."""

from __future__ import annotations

import os
import signal
import smtplib
import subprocess
from pathlib import Path

import pytest
from shared_clients import BAD, GOOD, PATIENCE, Home, Sink, crlf, until
from shared_postfix import Postfix, running_postfix
from shared_smtp import Running, running

pytestmark = pytest.mark.client

SENDER, TO = "erika@example.com", "a.meyer@example.org"
UNCHANGED = ("--set-date-header=off", "--set-msgid-header=off")
MILTER = ("milter", "--listen", "inet:127.0.0.1:0")


def _milter_at(server: Running) -> str:
    return f"inet:127.0.0.1:{server.port}"


def _msmtp(home: Home, postfix: Postfix, raw: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["msmtp", "--host=127.0.0.1", f"--port={postfix.port}", f"--from={SENDER}", *UNCHANGED, "--", TO],
        env=home.environ, input=raw, capture_output=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


def _own_part(raw: bytes) -> bytes:
    """The message without the headers that Postfix puts on top: Received, and below it Message-Id and Date."""
    head, _, body = raw.partition(b"\r\n\r\n")
    kept = [
        line for line in head.replace(b"\r\n\t", b"\t").replace(b"\r\n ", b" ").split(b"\r\n")
        if not line.startswith((b"Received:", b"Message-Id:", b"Date:"))
    ]  # fmt: skip
    return b"\r\n".join(kept) + b"\r\n\r\n" + body


def test_a_bad_draft_is_refused_and_a_good_one_arrives(home: Home, sink: Sink) -> None:
    with running(home, *MILTER) as milter, running_postfix(sink.port, _milter_at(milter)) as postfix:
        refused = _msmtp(home, postfix, BAD)
        assert refused.returncode == 69
        assert b"550-5.7.1 msglint: not sent." in refused.stderr
        assert b"550-5.7.1 * The message starts without a salutation. -> Guten Tag Dr. Anna" in refused.stderr
        assert b"550 5.7.1 To send it anyway, send it again unchanged within 5 minutes." in refused.stderr
        assert _msmtp(home, postfix, GOOD).returncode == 0
        assert _own_part(sink.wait()[0].raw) == crlf(GOOD)
        assert _msmtp(home, postfix, BAD).returncode == 0
        assert _own_part(sink.wait(2)[1].raw) == crlf(BAD)


def test_headers_for_msglint_are_obeyed_and_not_delivered(home: Home, sink: Sink) -> None:
    with running(home, *MILTER) as milter, running_postfix(sink.port, _milter_at(milter)) as postfix:
        raw = b"X-Msglint-Note: a\nX-Msglint: off\nX-Msglint-Note: b\n" + BAD
        assert _msmtp(home, postfix, raw).returncode == 0
        assert _own_part(sink.wait()[0].raw) == crlf(BAD)


def test_annotating_puts_a_header_on_top(home: Home, sink: Sink) -> None:
    arguments = (*MILTER, "--policy", "annotate")
    with running(home, *arguments) as milter, running_postfix(sink.port, _milter_at(milter)) as postfix:
        assert _msmtp(home, postfix, BAD).returncode == 0
        raw = sink.wait()[0].raw
        assert b"\r\nX-Msglint-Result: grade=" in b"\r\n" + raw
        note = raw.partition(b"X-Msglint-Result:")[2].partition(b"\r\nFrom:")[0]
        assert b"salutation.missing" in note.replace(b"\r\n\t", b"")


def test_several_messages_over_one_connection(home: Home, sink: Sink) -> None:
    with running(home, *MILTER) as milter, running_postfix(sink.port, _milter_at(milter)) as postfix:
        with smtplib.SMTP("127.0.0.1", postfix.port, timeout=PATIENCE) as client:
            client.sendmail(SENDER, [TO], crlf(GOOD))
            with pytest.raises(smtplib.SMTPDataError, match="salutation"):
                client.sendmail(SENDER, [TO], crlf(BAD))
            client.sendmail(SENDER, [TO], crlf(GOOD))
        assert [_own_part(received.raw) for received in sink.wait(2)] == [crlf(GOOD)] * 2


def test_a_milter_that_is_down_stops_nobody(home: Home, sink: Sink) -> None:
    with running(home, *MILTER) as milter, running_postfix(sink.port, _milter_at(milter)) as postfix:
        milter.kill()
        assert _msmtp(home, postfix, BAD).returncode == 0
        assert _own_part(sink.wait()[0].raw) == crlf(BAD)


def test_where_postfix_is_to_wait_for_it_the_client_is_told_to_come_back(home: Home, sink: Sink) -> None:
    with running(home, *MILTER) as milter:
        at = _milter_at(milter)
        with running_postfix(sink.port, at, default_action="tempfail") as postfix:
            milter.kill()
            told = _msmtp(home, postfix, GOOD)
            assert told.returncode != 0
            assert b"451 4.7.1" in told.stderr
    assert not sink.received


@pytest.mark.parametrize(("on_error", "status"), [("send", 0), ("block", 75)])
def test_on_error_holds_where_the_check_hangs(home: Home, sink: Sink, on_error: str, status: int) -> None:
    arguments = (*MILTER, "--workers", "1", "--time-budget", "2", "--on-error", on_error)
    with running(home, *arguments) as milter, running_postfix(sink.port, _milter_at(milter)) as postfix:
        (worker,) = milter.workers()
        os.kill(worker, signal.SIGSTOP)
        ended = _msmtp(home, postfix, BAD)
        assert f"milter {'passed' if status == 0 else 'blocked'} late" in milter.said()
        if status == 0:
            assert ended.returncode == 0
            sink.wait()
        else:
            assert ended.returncode != 0
            assert b"451 4.3.0" in ended.stderr or b"451-4.3.0" in ended.stderr
            assert not sink.received
        until(lambda: milter.workers() not in ([], [worker]), "no other process came up")


def test_over_a_unix_socket(home: Home, sink: Sink, tmp_path: Path) -> None:
    folder = Path("/tmp") / f"msglint-test-{os.getpid()}"
    folder.mkdir(mode=0o755)
    path = folder / "milter"
    try:
        with running(home, "milter", "--listen", f"unix:{path}") as milter:
            path.chmod(0o777)  # systemd's UMask or a group does it otherwise
            with running_postfix(sink.port, f"unix:{path}") as postfix:
                assert _msmtp(home, postfix, BAD).returncode == 69
            assert milter.stop() == 0
        assert not path.exists()
    finally:
        folder.rmdir()
