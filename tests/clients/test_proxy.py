"""The proxy as users run it, between real clients and real servers."""

from __future__ import annotations

import asyncio
import base64
import os
import signal
import smtplib
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from shared_clients import BAD, GOOD, PATIENCE, Home, Sink, crlf, msglint_program, needs, until
from shared_smtp import Certificate, Moods, proxy_to, running, wire_hop

pytestmark = pytest.mark.client

SENDER, TO = "erika@example.com", ["a.meyer@example.org", "b@example.org"]
UNCHANGED = ("--set-date-header=off", "--set-msgid-header=off")
SECRET = "correct horse battery staple"


def _send(port: int, raw: bytes, **options: Any) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=PATIENCE) as client:
        client.sendmail(SENDER, TO, crlf(raw), **options)


def test_a_good_draft_arrives_byte_for_byte(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port)) as proxy:
        _send(proxy.port, GOOD)
        (received,) = sink.wait()
    assert received.raw == crlf(GOOD)
    assert received.sender == SENDER
    assert received.recipients == tuple(TO)


@pytest.mark.parametrize(("lang", "word"), [("C.UTF-8", "not sent"), ("de_DE.UTF-8", "nicht gesendet")])
def test_a_bad_draft_is_refused_with_the_reason(home: Home, sink: Sink, lang: str, word: str) -> None:
    with running(home.with_(LANG=lang, LC_ALL=lang), *proxy_to(sink.port)) as proxy:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            _send(proxy.port, BAD)
        assert refused.value.smtp_code == 550
        text = bytes(refused.value.smtp_error).decode("ascii")  # type: ignore[arg-type]
        assert text.startswith("5.7.1 ")
        assert word in text
        assert "-> Guten Tag Dr. Anna" in text
        assert not sink.received


def test_sent_again_it_passes(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port)) as proxy:
        with pytest.raises(smtplib.SMTPDataError):
            _send(proxy.port, BAD)
        _send(proxy.port, BAD)
    assert sink.wait()[0].raw == crlf(BAD)


def test_a_header_switches_it_off_and_is_not_sent(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port)) as proxy:
        _send(proxy.port, b"X-Msglint: off\n" + BAD)
    assert sink.wait()[0].raw == crlf(BAD)


def test_annotating_puts_a_header_on_top(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port, "--policy", "annotate")) as proxy:
        _send(proxy.port, BAD)
    raw = sink.wait()[0].raw
    head, _, rest = raw.partition(b"From:")
    assert head.startswith(b"X-Msglint-Result: grade=")
    assert b"salutation.missing" in head
    assert b"From:" + rest == crlf(BAD)


def test_every_domain_has_its_own_configuration(home: Home, sink: Sink) -> None:
    (home.path / "lenient.yaml").write_text("fail-on: never\n", encoding="utf-8")
    with running(home, *proxy_to(sink.port, "--for", "example.com=lenient.yaml")) as proxy:
        _send(proxy.port, BAD)
        with smtplib.SMTP("127.0.0.1", proxy.port) as client, pytest.raises(smtplib.SMTPDataError):
            client.sendmail("erika@example.net", TO, crlf(BAD))
    assert len(sink.received) == 1


def test_the_log_holds_no_text(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port)) as proxy:
        with pytest.raises(smtplib.SMTPDataError):
            _send(proxy.port, BAD)
        said = proxy.said() + (home.state / "log").read_text(encoding="utf-8")
    assert said.count("proxy blocked findings") == 2
    for word in ("kontaktpflege", "Meyer", "erika", "example.org"):
        assert word not in said


# What the wire shows


def test_dots_blanks_and_long_lines_are_handed_on_as_they_are(home: Home) -> None:
    body = b"..\r\n...hidden\r\n \t\r\n" + b"x" * 70_000 + b"\r\n\x00\xff\r\nbare\nfeeds\rtoo\r\n"
    wire = b"X-Msglint: off\r\nSubject: a\r\n\r\n" + body + b".\r\n"
    with wire_hop() as hop, running(home, *proxy_to(hop.port)) as proxy:
        assert _raw_dialogue(proxy.port, wire)[-1] == b"250 2.0.0 as 4711"
        assert hop.messages == [wire.removeprefix(b"X-Msglint: off\r\n")]


def test_a_second_end_within_a_message_goes_nowhere(home: Home) -> None:
    wire = b"Subject: a\r\n\r\nb\n.\r\nMAIL FROM:<evil@example.com>\r\n.\r\n"
    with wire_hop() as hop, running(home, *proxy_to(hop.port)) as proxy:
        assert _raw_dialogue(proxy.port, wire)[-1].startswith(b"554 5.6.0")
        assert not hop.messages
        assert b"MAIL FROM:<evil@example.com>" not in hop.commands


def test_what_is_larger_than_the_next_server_takes_is_refused_here(home: Home) -> None:
    with wire_hop() as hop, running(home, *proxy_to(hop.port)) as proxy:
        assert _raw_dialogue(proxy.port, b"x\r\n" * 40_000 + b".\r\n")[-1].startswith(b"552 5.3.4")
        assert not hop.messages


def test_parameters_of_the_envelope_are_handed_on(home: Home) -> None:
    with wire_hop() as hop, running(home, *proxy_to(hop.port)) as proxy:
        with smtplib.SMTP("127.0.0.1", proxy.port) as client:
            client.ehlo("my.name.example")
            assert client.esmtp_features["size"] == "100000"
            assert client.has_extn("dsn")
            assert not client.has_extn("smtputf8")
            assert not client.has_extn("auth")
            client.mail("", ["BODY=8BITMIME", "ENVID=AbC"])
            client.rcpt("a@example.org", ["NOTIFY=SUCCESS,DELAY"])
        assert b"ehlo my.name.example" in hop.commands
        assert b"MAIL FROM:<> BODY=8BITMIME ENVID=AbC" in hop.commands
        assert b"RCPT TO:<a@example.org> NOTIFY=SUCCESS,DELAY" in hop.commands


def test_a_login_that_nobody_here_understands_is_handed_on_line_by_line(home: Home) -> None:
    token = "Ab1=" * 3000
    moods = Moods(logins=b"XOAUTH2 SCRAM-SHA-256-PLUS")
    with wire_hop(moods) as hop, running(home, *proxy_to(hop.port)) as proxy:
        with smtplib.SMTP("127.0.0.1", proxy.port) as client:
            client.ehlo()
            assert client.esmtp_features["auth"].split() == ["XOAUTH2"]
            assert client.docmd("AUTH", f"XOAUTH2 {token}") == (334, b"bW9yZQ==")
            assert client.docmd("dGhlIFJlc3Q=") == (235, b"2.7.0 welcome")
            assert client.docmd("AUTH", "SCRAM-SHA-256-PLUS eA==")[0] == 504
        logged_in = [command for command in hop.commands if command.startswith((b"AUTH", b"dGhl"))]
        assert logged_in == [f"AUTH XOAUTH2 {token}".encode(), b"dGhlIFJlc3Q="]
        assert token not in proxy.said()


def test_what_the_next_server_refuses_is_refused_with_its_words(home: Home) -> None:
    moods = Moods(rcpt=b"550-5.1.1 nobody\r\n550 5.1.1 of that name\r\n")
    with wire_hop(moods) as hop, running(home, *proxy_to(hop.port)) as proxy:
        with smtplib.SMTP("127.0.0.1", proxy.port) as client:
            client.ehlo()
            client.mail(SENDER)
            assert client.rcpt("x@example.org") == (550, b"5.1.1 nobody\n5.1.1 of that name")
            assert client.docmd("DATA")[0] == 503
        assert b"DATA" not in hop.commands


def test_a_message_that_the_next_server_does_not_take_stays_with_the_client(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port)) as proxy:
        for answer in ("451 4.3.0 later", "554 5.7.0 never"):
            sink.answer = answer
            with pytest.raises(smtplib.SMTPDataError) as refused:
                _send(proxy.port, GOOD)
            assert f"{refused.value.smtp_code} {bytes(refused.value.smtp_error).decode()}" == answer  # type: ignore[arg-type]
        sink.answer = None
        _send(proxy.port, GOOD)
    assert len(sink.received) == 1


@pytest.mark.parametrize(("dies_at", "answer"), [("data", b"451 4.4.1"), ("dot", b"451 4.4.2")])
def test_a_next_server_that_is_gone(home: Home, dies_at: str, answer: bytes) -> None:
    with wire_hop(Moods(dies_at=dies_at)) as hop, running(home, *proxy_to(hop.port)) as proxy:
        assert _raw_dialogue(proxy.port, b"X-Msglint: off\r\n\r\na\r\n.\r\n")[-1].startswith(answer)


@pytest.mark.parametrize("is_killed", [False, True])
def test_what_was_taken_behind_the_clients_back_is_not_sent_twice(home: Home, is_killed: bool) -> None:
    answers = threading.Event()
    wire = b"X-Msglint: off\r\nMessage-ID: <1@example.com>\r\n\r\na\r\n.\r\n"
    with wire_hop(Moods(waits_for=answers)) as hop, running(home, *proxy_to(hop.port)) as proxy:
        with socket.create_connection(("127.0.0.1", proxy.port), timeout=PATIENCE) as client:
            client.sendall(b"EHLO me\r\nMAIL FROM:<erika@example.com>\r\nRCPT TO:<a@example.org>\r\nDATA\r\n" + wire)
            until(lambda: hop.messages, "the message did not arrive")
        answers.set()
        until(lambda: _open_receipts(home) == 1, "it did not learn that the message was taken")
        if is_killed:
            proxy.kill()
            with running(home, *proxy_to(hop.port)) as another:
                assert _raw_dialogue(another.port, wire)[-1].startswith(b"250 2.0.0 taken before")
        else:
            assert _raw_dialogue(proxy.port, wire)[-1].startswith(b"250 2.0.0 taken before")
            assert _raw_dialogue(proxy.port, wire)[-1] == b"250 2.0.0 as 4711"  # the same once more is meant
            assert len(hop.messages) == 2
            return
    assert len(hop.messages) == 1


def _open_receipts(home: Home) -> int:
    path = home.state / "handed-on"
    lines = path.read_text().splitlines() if path.exists() else []
    return sum(1 if line.startswith("+") else -1 for line in lines)


def test_no_next_server_at_all(home: Home) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with running(home, *proxy_to(port)) as proxy, smtplib.SMTP("127.0.0.1", proxy.port) as client:
        code, text = client.ehlo()
        assert code == 421
        assert text.startswith(b"4.4.1 127.0.0.1:")


def test_no_next_server_is_told_to_the_client_and_once_to_whoever_runs_the_proxy(home: Home) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with running(home, *proxy_to(port)) as proxy:
        for _ in range(2):
            with pytest.raises(smtplib.SMTPHeloError) as refused:  # what is said to HELO, after EHLO
                _send(proxy.port, GOOD)
            assert b"(connection refused)" in bytes(refused.value.smtp_error)  # type: ignore[arg-type]
        assert proxy.said().count("cannot be reached (connection refused)") == 1
        with socket.create_server(("127.0.0.1", port)) as back, smtplib.SMTP("127.0.0.1", proxy.port) as client:
            client.putcmd("ehlo", "me")
            connection, _ = back.accept()
            with connection, connection.makefile("rb") as lines:
                connection.sendall(b"220 hop\r\n")
                assert lines.readline().lower().startswith(b"ehlo")
                connection.sendall(b"250 hop\r\n")
                assert client.getreply()[0] == 250
        assert proxy.said().count(f"127.0.0.1:{port} can be reached again.") == 1


def test_msmtp_shows_that_the_next_server_is_not_there(home: Home) -> None:
    needs("msmtp")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with running(home, *proxy_to(port)) as proxy:
        sent = subprocess.run(
            ["msmtp", "--host=127.0.0.1", f"--port={proxy.port}", f"--from={SENDER}", "--tls=off", "--auth=off", *TO],
            input=GOOD, env=home.environ, capture_output=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    assert sent.returncode != 0
    assert b"421 4.4.1" in sent.stderr
    assert b"(connection refused)" in sent.stderr


@pytest.mark.parametrize(("command", "scheme"), [("proxy", ""), ("milter", "inet:")])
@pytest.mark.parametrize(("language", "word"), [("en", "is in use"), ("de", "ist belegt")])
def test_a_port_that_is_in_use_is_named_with_another(
    home: Home, command: str, scheme: str, language: str, word: str
) -> None:
    hop = ["--next-hop", "smtp://127.0.0.1:1"] if command == "proxy" else []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = subprocess.run(
            [msglint_program(), "--ui-language", language, command, "--listen", f"{scheme}127.0.0.1:{port}", *hop],
            env=home.environ, cwd=home.path, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    other = port - 1 if port == 65_535 else port + 1
    assert ended.returncode == 2
    assert f"127.0.0.1:{port} {word}" in ended.stderr
    assert f"msglint {command}" in ended.stderr
    assert ended.stderr.endswith(f"--listen {scheme}127.0.0.1:{other}\n")


def _raw_dialogue(port: int, data: bytes) -> list[bytes]:
    """The last line of every reply."""
    commands = [b"EHLO me", b"MAIL FROM:<erika@example.com>", b"RCPT TO:<a@example.org>", b"DATA"]
    with (
        socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection,
        connection.makefile("rb") as lines,
    ):
        replies = [_reply(lines)]
        for command in commands:
            connection.sendall(command + b"\r\n")
            replies.append(_reply(lines))
        connection.sendall(data)
        return [*replies, _reply(lines)]


def _reply(lines: Any) -> bytes:
    line: bytes = lines.readline()
    while line[3:4] == b"-":
        line = lines.readline()
    return line.rstrip(b"\r\n")


# What must not keep a message from being sent, or may

BROKEN = """
import sys
if "msglint.hooks.smtp.worker" in sys.orig_argv:
    import msglint.linter
    def check(self, message):
        {what}
    msglint.linter.Linter.check = check
"""


def _with_check(home: Home, what: str) -> Home:
    """A home in which the check does something else."""
    folder = home.path / "broken"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(BROKEN.format(what=what), encoding="utf-8")
    return home.with_(PYTHONPATH=os.pathsep.join([str(folder), *filter(None, [home.environ.get("PYTHONPATH")])]))


@pytest.mark.parametrize(
    ("what", "why", "kind"),
    [
        ("raise ValueError('kontaktpflege')", "failed", "ValueError"),
        ("import time; time.sleep(3600)", "late", "time-budget"),
        ("import os; os._exit(1)", "late", "no-process"),  # at its first check already, so that none comes up
    ],
)
def test_on_error_holds_where_the_check_is_broken_slow_or_missing(
    home: Home, sink: Sink, what: str, why: str, kind: str
) -> None:
    other = _with_check(home, what)
    with running(other, *proxy_to(sink.port, "--time-budget", "1")) as proxy:
        _send(proxy.port, BAD)
        assert sink.wait()[0].raw == crlf(BAD)
        assert f"proxy passed {why}" in proxy.said()
        assert f" why={kind}\n" in proxy.said()
        assert "kontaktpflege" not in proxy.said()
    with running(other, *proxy_to(sink.port, "--time-budget", "1", "--on-error", "block")) as proxy:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            _send(proxy.port, GOOD)
        assert refused.value.smtp_code == 451
        assert b"not checked" in bytes(refused.value.smtp_error)  # type: ignore[arg-type]
    assert len(sink.received) == 1


def test_processes_that_were_killed_cost_no_check(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port, "--workers", "2", "--again-minutes", "0", "--time-budget", "60")) as proxy:
        until(lambda: len(proxy.workers()) == 2, "they did not come up")
        for worker in proxy.workers():
            os.kill(worker, signal.SIGKILL)
        for _ in range(2):
            with pytest.raises(smtplib.SMTPDataError):
                _send(proxy.port, BAD)
    assert not sink.received


def test_a_check_that_hangs_is_ended_and_the_next_message_is_checked(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port, "--workers", "1", "--time-budget", "3")) as proxy:
        (worker,) = proxy.workers()
        os.kill(worker, signal.SIGSTOP)
        _send(proxy.port, BAD)
        assert "proxy passed late" in proxy.said()
        until(lambda: proxy.workers() not in ([], [worker]), "no other process came up")
        with pytest.raises(smtplib.SMTPDataError):
            _send(proxy.port, BAD.replace(b"kontaktpflege", b"networking"))
    assert len(sink.received) == 1


def test_told_to_end_it_finishes_what_it_has_begun(home: Home, sink: Sink) -> None:
    with running(home, *proxy_to(sink.port)) as proxy:
        idle = smtplib.SMTP("127.0.0.1", proxy.port)
        idle.ehlo()
        busy = smtplib.SMTP("127.0.0.1", proxy.port)
        busy.ehlo()
        busy.mail(SENDER)
        busy.rcpt(TO[0])
        busy.putcmd("data")
        assert busy.getreply()[0] == 354
        busy.send(crlf(GOOD))
        proxy.process.send_signal(signal.SIGTERM)
        assert idle.getreply()[0] == 421
        busy.send(b".\r\n")
        assert busy.getreply()[0] == 250
        assert proxy.process.wait(PATIENCE) == 0
        idle.close()
        busy.close()
    assert sink.received[0].raw == crlf(GOOD)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "--next-hop"),
        (["--next-hop", "smtp://mail.example.com"], "--plain-next-hop"),
        (["--next-hop", "smtps://mail.example.com", "--listen", "0.0.0.0:2525"], "--allow-plain"),
        (["--next-hop", "smtp://localhost:2525", "--listen", "127.0.0.1:2525"], "the proxy itself"),
        (["--next-hop", "smtps://mail.example.com", "--config", "missing.yaml"], "missing.yaml"),
        (["--next-hop", "smtps://mail.example.com", "--for", "example.com"], "--for"),
        (["--next-hop", "smtps://mail.example.com", "--policy", "shred"], "annotate"),
        (["--next-hop", "smtps://mail.example.com", "--tls-cert", "missing.pem"], "missing.pem"),
    ],
)
def test_what_would_be_unsafe_or_wrong_is_told_in_a_sentence(home: Home, arguments: list[str], word: str) -> None:
    ended = subprocess.run(
        [msglint_program(), "proxy", *arguments],
        env=home.environ, cwd=home.path, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert word in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_without_the_package_it_says_how_to_get_it(home: Home) -> None:
    (home.path / "sitecustomize.py").write_text("import sys\nsys.modules['aiosmtpd'] = None\n", encoding="utf-8")
    other = home.with_(PYTHONPATH=os.pathsep.join([str(home.path), *filter(None, [home.environ.get("PYTHONPATH")])]))
    ended = subprocess.run(
        [msglint_program(), "proxy", "--next-hop", "smtps://mail.example.com"],
        env=other.environ, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert "pip install 'msglint[smtp]'" in ended.stderr


# TLS and log-in on both sides


class Guarded(Sink):
    """A server that takes messages only from those who log in, over TLS."""

    def __init__(self) -> None:
        super().__init__()
        self.logins: list[tuple[str, bytes]] = []

    def authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> Any:
        from aiosmtpd.smtp import AuthResult

        self.logins.append((mechanism, data.password))
        return AuthResult(success=data.password == SECRET.encode(), handled=False)


@contextmanager
def guarded_sink(certificate: Certificate, *, implicit: bool) -> Iterator[Guarded]:
    from aiosmtpd.smtp import SMTP

    kept = Guarded()
    loop = asyncio.new_event_loop()
    context = certificate.server_context()

    def session() -> SMTP:
        return SMTP(
            kept,
            tls_context=None if implicit else context,
            require_starttls=not implicit,
            auth_require_tls=not implicit,
            auth_required=True,
            authenticator=kept.authenticate,
            loop=loop,
        )

    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # TLS is below it
        server = loop.run_until_complete(loop.create_server(session, kept.host, 0, ssl=context if implicit else None))
    kept.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=_run_quietly, args=(loop,), daemon=True)
    thread.start()
    try:
        yield kept
    finally:
        loop.call_soon_threadsafe(_end, loop, server)
        thread.join(PATIENCE)
        loop.close()


def _run_quietly(loop: asyncio.AbstractEventLoop) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        loop.run_forever()


def _end(loop: asyncio.AbstractEventLoop, server: Any) -> None:
    server.close()
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.call_later(0.2, loop.stop)


@pytest.fixture
def certificate(tmp_path: Path) -> Certificate:
    needs("openssl")
    return Certificate.made_in(tmp_path)


@pytest.mark.parametrize("implicit", [False, True])
@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_the_client_logs_in_with_its_own_account(
    home: Home, certificate: Certificate, implicit: bool, mechanism: str
) -> None:
    other = home.with_(SSL_CERT_FILE=str(certificate.path))
    with guarded_sink(certificate, implicit=implicit) as hop:
        scheme = "smtps" if implicit else "smtp+starttls"
        listen = ("--listen", "127.0.0.1:0", "--tls-cert", str(certificate.path), "--tls-key", str(certificate.key))
        with running(other, "proxy", *listen, "--next-hop", f"{scheme}://127.0.0.1:{hop.port}") as proxy:
            with smtplib.SMTP("127.0.0.1", proxy.port, timeout=PATIENCE) as client:
                client.starttls(context=certificate.client_context())
                client.ehlo()
                assert client.mail(SENDER)[0] == 530
                client.user, client.password = "erika", "wrong"
                method = client.auth_plain if mechanism == "PLAIN" else client.auth_login
                with pytest.raises(smtplib.SMTPAuthenticationError):
                    client.auth(mechanism, method)
                client.password = SECRET
                assert client.auth(mechanism, method)[0] == 235
                client.sendmail(SENDER, TO, crlf(GOOD))
            said = proxy.said()
        assert [received.raw for received in hop.received] == [crlf(GOOD)]
        assert hop.logins == [(mechanism, b"wrong"), (mechanism, SECRET.encode())]
    kept = said + "".join(path.read_text(errors="replace") for path in home.state.rglob("*") if path.is_file())
    for secret in (
        SECRET,
        base64.b64encode(f"\0erika\0{SECRET}".encode()).decode(),
        base64.b64encode(SECRET.encode()).decode(),
    ):
        assert secret not in kept


def test_a_certificate_that_nobody_vouches_for_is_not_accepted(home: Home, certificate: Certificate) -> None:
    with guarded_sink(certificate, implicit=True) as hop:
        arguments = ("proxy", "--listen", "127.0.0.1:0", "--next-hop", f"smtps://127.0.0.1:{hop.port}")
        with running(home, *arguments) as proxy, smtplib.SMTP("127.0.0.1", proxy.port) as client:
            code, text = client.ehlo()
        assert code == 421
        assert b"TLS" in text
        assert not hop.logins


def test_from_other_machines_nobody_logs_in_without_tls(home: Home, sink: Sink, certificate: Certificate) -> None:
    arguments = ("--tls-cert", str(certificate.path), "--tls-key", str(certificate.key))
    with (
        running(
            home, "proxy", "--listen", "0.0.0.0:0", "--next-hop", f"smtp://127.0.0.1:{sink.port}", *arguments
        ) as proxy,
        smtplib.SMTP("127.0.0.1", proxy.port) as client,
    ):
        client.ehlo()
        assert not client.has_extn("auth")
        assert client.mail(SENDER)[0] == 530
        client.starttls(context=certificate.client_context())
        client.sendmail(SENDER, TO, crlf(GOOD))
    assert len(sink.received) == 1


def test_tls_from_the_first_byte(home: Home, sink: Sink, certificate: Certificate) -> None:
    listen = ("--listen", "smtps://127.0.0.1:0", "--tls-cert", str(certificate.path), "--tls-key", str(certificate.key))
    context = certificate.client_context()
    with (
        running(home, "proxy", *listen, "--next-hop", f"smtp://127.0.0.1:{sink.port}") as proxy,
        smtplib.SMTP_SSL("127.0.0.1", proxy.port, context=context) as client,
    ):
        client.sendmail(SENDER, TO, crlf(GOOD))
    assert sink.wait()[0].raw == crlf(GOOD)


# A real client


def _msmtp(home: Home, port: int, raw: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["msmtp", "--host=127.0.0.1", f"--port={port}", f"--from={SENDER}", *UNCHANGED, "--", *TO],
        env=home.environ, input=raw, capture_output=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


def test_msmtp(home: Home, sink: Sink) -> None:
    needs("msmtp")
    with running(home, *proxy_to(sink.port)) as proxy:
        refused = _msmtp(home, proxy.port, BAD)
        assert refused.returncode == 69
        assert b"550 5.7.1 To send it anyway" in refused.stderr
        assert not sink.received
        assert _msmtp(home, proxy.port, GOOD).returncode == 0
        assert sink.wait()[0].raw == crlf(GOOD)
        assert _msmtp(home, proxy.port, BAD).returncode == 0
    assert sink.wait(2)[1].raw == crlf(BAD)
