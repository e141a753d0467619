"""A server that is gone, slow, somebody else, or talks nonsense: one sentence, and the other findings stand."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any

import pytest

from msglint import Message
from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.languagetool import library, transport
from msglint.report import Report

from .conftest import linter_for
from .fake_server import LANGUAGES, NOTHING, Asked, Connection, FakeServer, five_languages

TEXT = "kontaktpflege\n\nwir haben den neue Vertrag unterschrieben und schicken ihn heute noch ab."
NO_TIME = 0.3
"""Less than a server takes that never answers, and more than the others here."""


def check(settings: LanguageToolSettings, ui_language: str = "en") -> Report:
    return linter_for(settings, ui_language).check(Message.from_text(TEXT).with_(given_language="de"))


def note(report: Report) -> str:
    """What is told of LanguageTool: one sentence, once, beside the other findings."""
    assert any(finding.rule == "boilerplate.networking" for finding in report.findings)
    assert not any(finding.family == "grammar" for finding in report.findings)
    notes = [skipped.why for skipped in report.skipped if skipped.what == "languagetool"]
    assert len(notes) == 1
    assert "\n" not in notes[0]
    return notes[0]


def hang(asked: Asked, connection: Connection) -> None:
    connection.closing.wait()


def hang_after_headers(asked: Asked, connection: Connection) -> None:
    connection.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
    connection.closing.wait()


def trickle_headers(asked: Asked, connection: Connection) -> None:
    connection.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not connection.closing.wait(0.02):
        connection.write(b"x")


def trickle_body(asked: Asked, connection: Connection) -> None:
    connection.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while not connection.closing.wait(0.02):
        connection.write(b" ")


@pytest.mark.parametrize("answer", [hang, hang_after_headers, trickle_headers, trickle_body])
@pytest.mark.parametrize("where", ["answer", "languages"])
def test_no_answer_in_time(server: FakeServer, settings: LanguageToolSettings, where: str, answer: Any) -> None:
    setattr(server, where, answer)
    told = note(check(settings._replace(time_budget=NO_TIME)))
    assert told == (
        f"LanguageTool did not answer at {server.url} within 0.3 seconds; "
        "'languagetool-options: time-budget' gives it more time."
    )


def send(body: bytes, status: int = 200, **headers: str) -> Callable[[Asked, Connection], None]:
    def answer(asked: Asked, connection: Connection) -> None:
        connection.send(body, status, {name.replace("_", "-"): value for name, value in headers.items()})

    return answer


def close_without_a_word(asked: Asked, connection: Connection) -> None:
    connection.hang_up()


def close_in_the_midst(asked: Asked, connection: Connection) -> None:
    connection.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
    connection.hang_up()


def speak_something_else(asked: Asked, connection: Connection) -> None:
    connection.write(b"220 smtp.example.com ESMTP\r\n")
    connection.hang_up()


def talk_without_end(asked: Asked, connection: Connection) -> None:
    connection.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while not connection.closing.is_set():
        connection.write(b" " * 65_536)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (send(b"<html>It works!</html>"), "is not LanguageTool"),
        (send(b'{"software": {"version": "6.8"}, "matches": ['), "is not LanguageTool"),
        (send(b""), "is not LanguageTool"),
        (send(json.dumps({**NOTHING, "software": {"version": "5.1"}}).encode()), "LanguageTool 5.1 is running"),
        (send(b"Error: Internal", 500), "(HTTP 500): its log says why"),
        (send(b"no", 404), "(HTTP 404): please check the address"),
        (send(b"Error: Missing 'text'", 400), "(HTTP 400): please check the address"),
        (send(b"no", 401), "(HTTP 401): it wants credentials"),
        (send(b"too long", 413), "(HTTP 413): the message is too long for it"),
        (send(b"slow down", 429), "(HTTP 429): it is overloaded"),
        (send(b"busy", 503), "(HTTP 503): it is overloaded"),
        (send(b"", 204), "(HTTP 204)"),
        (close_without_a_word, "does not answer"),
        (close_in_the_midst, "does not answer"),
        (speak_something_else, "does not answer"),
        (talk_without_end, "answered more"),
    ],
)
def test_an_answer_that_is_of_no_use(
    server: FakeServer, settings: LanguageToolSettings, answer: Any, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "LARGEST_ANSWER", 1_000_000)
    server.answer = answer
    assert words in note(check(settings))
    assert server.url in note(check(settings, "de"))


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirection_is_not_followed(server: FakeServer, settings: LanguageToolSettings, status: int) -> None:
    with FakeServer(send(b"{}"), five_languages).running() as other:
        server.answer = send(b"", status, Location=f"{other.url}/v2/check")
        assert f"(HTTP {status})" in note(check(settings))
        assert other.asked == []


def test_no_proxy_gets_the_text(
    server: FakeServer, settings: LanguageToolSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FakeServer(send(b"{}"), five_languages).running() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        check(settings)
        assert (proxy.asked, proxy.lookups) == ([], 0)
        assert len(server.asked) == 1


def test_nobody_there(settings: LanguageToolSettings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    told = note(check(settings._replace(use=url)))
    assert told == f"LanguageTool does not answer at {url}; 'msglint languagetool status' shows whether it is running."


@pytest.mark.parametrize("address", ["http://192.0.2.7:8081", "https://languagetool.example"])
def test_another_machine_is_not_asked(
    settings: LanguageToolSettings, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any, **options: Any) -> Any:
        raise OSError("the network is shut")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    told = note(check(settings._replace(use=address)))
    assert told == (
        f"The LanguageTool server {address} is on another machine; "
        "'languagetool-options: allow-remote: true' allows sending the text there."
    )


def test_a_name_that_suddenly_stands_for_another_machine_gets_nothing(
    server: FakeServer, settings: LanguageToolSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "_is_this_machine", lambda connection: False)
    assert "is on another machine" in note(check(settings))
    assert (server.asked, server.lookups) == ([], 0)


def test_a_server_without_the_language(server: FakeServer, settings: LanguageToolSettings) -> None:
    french = [entry for entry in LANGUAGES if entry["longCode"] == "en-US"]
    server.languages = send(json.dumps(french).encode())
    assert "does not know de-DE" in note(check(settings))
    server.languages = send(json.dumps([*french, {"code": "de", "longCode": "de"}]).encode())
    assert "does not know de-DE" in note(check(settings))


def test_a_password_in_the_address_is_not_shown(server: FakeServer, settings: LanguageToolSettings) -> None:
    server.answer = send(b"no", 500)
    told = note(check(settings._replace(use=server.url.replace("//", "//tom:geheim@"))))
    assert "geheim" not in told


def test_another_client_library_is_not_trusted(settings: LanguageToolSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    def check_another_way(self: Any, text: str) -> list[Any]:
        raise AssertionError("the text would go another way")

    monkeypatch.setattr(library.LanguageTool, "check", check_another_way)
    assert "msglint cannot work with language-tool-python" in note(check(settings))


def test_the_client_library_is_missing(settings: LanguageToolSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.analysis.languagetool.installation.client_is_there", lambda: False)
    assert "pip install 'msglint[languagetool]'" in note(check(settings))
