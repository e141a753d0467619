"""Thunderbird itself, with the extension, on a screen of its own. One start serves all tests that can share it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_clients import GOOD_TEXT, Received, Sink, make_home, running_sink, until
from shared_thunderbird import Desk, desk

pytestmark = pytest.mark.client

TO = "Dr. Anna Meyer <a.meyer@example.org>"
BAD_TEXT = "Hallo Frau Mayer,\n\nanbei der Bericht, den Frau Mayer wollte.\n\nMfG\nErika\n"
"""With a wrong name, an attachment that is not there, and two suggestions that can be applied."""
GOOD_HTML = "".join(
    f"<p>{one}</p>" for one in GOOD_TEXT.strip().replace("\n\n", "\0").replace("\n", "<br>").split("\0")
)
BAD_HTML = "<p>Hallo Frau Mayer,</p><p>anbei <b>der</b> Bericht, den Frau Mayer wollte.</p><p>MfG<br>Erika</p>"

ARTEFACTS = "MSGLINT_ARTEFACTS"
BROKEN = "exit 3"
SLOW = "exec sleep 300"
NOT_JSON = "printf 'Traceback (most recent call last):'"

CHANGES_EACH_TIME = re.compile(rb"^(?:Date|Message-ID):[^\r\n]*\r\n", re.MULTILINE)
BOUNDARY = re.compile(rb"-{12}[A-Za-z0-9]{24}")


@pytest.fixture(scope="module")
def mail_server() -> Iterator[Sink]:
    with running_sink() as server:
        yield server


@pytest.fixture(scope="module")
def thunderbird(tmp_path_factory: pytest.TempPathFactory, mail_server: Sink) -> Iterator[Desk]:
    with desk(make_home(tmp_path_factory.mktemp("thunderbird") / "home"), mail_server) as started:
        yield started


@pytest.fixture(autouse=True)
def _msglint_answers(request: pytest.FixtureRequest) -> None:
    """Each test begins with msglint in its place."""
    if "thunderbird" in request.fixturenames:
        request.getfixturevalue("thunderbird").answers()


@pytest.fixture
def artefacts(tmp_path: Path) -> Path:
    """Where pictures are kept."""
    folder = Path(os.environ.get(ARTEFACTS) or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def received(server: Sink, subject: str) -> Received:
    """What came with that subject, once it is there."""
    until(lambda: came(server, subject), f"'{subject}' did not come")
    (one,) = came(server, subject)
    return one


def came(server: Sink, subject: str) -> list[Received]:
    return [one for one in server.received if f"\r\nSubject: {subject}\r\n".encode() in one.raw]


def settled(one: Received) -> bytes:
    """The mail without what differs each time that it is sent."""
    return BOUNDARY.sub(b"boundary", CHANGES_EACH_TIME.sub(b"", one.raw))


def learns(thunderbird: Desk, on_error: str, subject: str) -> None:
    """A good message goes out, and the extension hears what to do when msglint fails."""
    thunderbird.answers(on_error)
    thunderbird.send(thunderbird.compose(subject, GOOD_TEXT, to=TO))
    received(thunderbird.sink, subject)


def test_a_bad_draft_is_stopped_and_sent_the_second_time(thunderbird: Desk, artefacts: Path) -> None:
    window = thunderbird.compose("Bericht eins", BAD_TEXT, to=TO)
    thunderbird.send(window)
    thunderbird.popup()
    thunderbird.picture(artefacts / "thunderbird-popup.png")
    assert thunderbird.windows("Write: Bericht eins")
    assert not came(thunderbird.sink, "Bericht eins")
    assert " thunderbird blocked findings " in thunderbird.log()[-1]
    thunderbird.press("Return")  # the button that has the focus: back to the message
    until(lambda: not thunderbird.windows("^Thunderbird$"), "the popup stays")
    assert thunderbird.windows("Write: Bericht eins")
    thunderbird.send(window)
    assert b"anbei der Bericht" in received(thunderbird.sink, "Bericht eins").raw
    assert " thunderbird passed again " in thunderbird.log()[-1]
    until(lambda: not thunderbird.windows("Write: Bericht eins"), "the window stays")


def test_a_bad_draft_is_sent_by_the_button(thunderbird: Desk) -> None:
    thunderbird.send(thunderbird.compose("Bericht zwei", BAD_HTML, to=TO, is_html=True))
    thunderbird.popup()
    thunderbird.press("shift+Tab", "Return")
    assert b"den Frau Mayer wollte" in received(thunderbird.sink, "Bericht zwei").raw
    until(lambda: " thunderbird passed off " in thunderbird.log()[-1], "the log does not say that it was sent anyway")


@pytest.mark.parametrize(("subject", "body", "is_html"), [("Plain", BAD_TEXT, False), ("HTML", BAD_HTML, True)])
def test_suggestions_are_applied_at_their_place(thunderbird: Desk, subject: str, body: str, is_html: bool) -> None:
    window = thunderbird.compose(subject, body, to=TO, is_html=is_html)
    thunderbird.send(window)
    thunderbird.popup()
    # The first suggestion, the second, which then has the focus, and back to the message.
    thunderbird.press("shift+Tab", "shift+Tab", "shift+Tab", "Return")
    for _ in range(2):
        thunderbird.popup()
        thunderbird.press("Return")
    until(lambda: not thunderbird.windows("^Thunderbird$"), "the popup stays")
    thunderbird.send(window)
    thunderbird.popup()
    thunderbird.press("shift+Tab", "Return")
    raw = received(thunderbird.sink, subject).raw.decode()
    # The name in the salutation alone: the other place is not what the suggestion is for.
    assert "Hallo Frau Meyer," in raw
    assert "den Frau Mayer wollte" in raw
    assert "Mit freundlichen Grüßen" in raw
    assert "MfG" not in raw


def test_a_subject_is_put_right(thunderbird: Desk) -> None:
    window = thunderbird.compose("Bericht &amp; Plan", GOOD_TEXT, to=TO)
    thunderbird.send(window)
    thunderbird.popup()
    thunderbird.press("shift+Tab", "shift+Tab", "Return")
    thunderbird.popup()
    until(lambda: thunderbird.windows("Write: Bericht & Plan"), "the subject stays")
    thunderbird.press("Return")
    until(lambda: not thunderbird.windows("^Thunderbird$"), "the popup stays")
    thunderbird.send(window)
    assert received(thunderbird.sink, "Bericht & Plan")
    assert " thunderbird passed fine " in thunderbird.log()[-1]


def test_a_good_draft_arrives_as_without_the_extension(thunderbird: Desk, mail_server: Sink, tmp_path: Path) -> None:
    drafts = (("Gespraech", GOOD_TEXT, False), ("Gespraech in HTML", GOOD_HTML, True))
    for subject, body, is_html in drafts:
        thunderbird.send(thunderbird.compose(subject, body, to=TO, is_html=is_html))
        received(mail_server, subject)
    with running_sink() as server, desk(make_home(tmp_path / "home"), server, with_extension=False) as without:
        for subject, body, is_html in drafts:
            window = without.compose(subject, body, to=TO, is_html=is_html)
            until(lambda window=window, subject=subject: _sent(without, window, subject), f"'{subject}' stays")
            assert settled(received(mail_server, subject)) == settled(received(server, subject))
    assert [line.split()[2] for line in thunderbird.log()[-2:]] == ["passed", "passed"]


def _sent(without: Desk, window: str, subject: str) -> bool:
    without.run("xdotool", "windowactivate", window)
    without.press("ctrl+Return")
    return bool(came(without.sink, subject))


@pytest.mark.parametrize(("name", "script"), [("broken", BROKEN), ("no answer", NOT_JSON), ("slow", SLOW)])
def test_a_broken_msglint_lets_messages_pass_and_says_so(
    thunderbird: Desk, artefacts: Path, name: str, script: str
) -> None:
    learns(thunderbird, "send", f"Vor {name}")
    thunderbird.answers_with(script)
    subject = f"Trotz {name}"
    thunderbird.send(thunderbird.compose(subject, BAD_TEXT, to=TO))
    received(thunderbird.sink, subject)
    until(thunderbird.alerts, "nobody says that it was not checked")
    thunderbird.picture(artefacts / f"thunderbird-{name.replace(' ', '-')}.png")
    thunderbird.dismiss()
    until(lambda: not _is_running(thunderbird), "the program that does not answer is left running")


def _is_running(thunderbird: Desk) -> bool:
    """Whether the program that was asked last still runs."""
    return Path("/proc", thunderbird.counter.read_text().split()[-1], "cmdline").exists()


@pytest.mark.parametrize("name", ["native-host", "de.msglint.host.json"])
def test_a_missing_msglint_is_reported_and_blocks_where_the_user_wants_that(
    thunderbird: Desk, artefacts: Path, name: str
) -> None:
    learns(thunderbird, "block", f"Vor {name}")
    (missing,) = thunderbird.home.path.rglob(name)
    kept = missing.with_name(f"{name}.away")
    missing.rename(kept)
    subject = f"Ohne {name}"
    thunderbird.compose(subject, GOOD_TEXT, to=TO)

    def send() -> list[str]:
        thunderbird.run("xdotool", "windowactivate", thunderbird.window(f"Write: {subject}"))
        thunderbird.press("ctrl+Return")
        return thunderbird.windows("^Thunderbird$")

    until(send, "no popup")
    thunderbird.popup()
    thunderbird.picture(artefacts / f"thunderbird-without-{name}.png")
    assert not came(thunderbird.sink, subject)
    thunderbird.press("shift+Tab", "Return")
    assert received(thunderbird.sink, subject)
    kept.rename(missing)


def test_a_slow_msglint_blocks_where_the_user_wants_that_and_the_window_is_free(thunderbird: Desk) -> None:
    learns(thunderbird, "block", "Vor dem Warten")
    thunderbird.answers_with(SLOW)
    window = thunderbird.compose("Wartet", GOOD_TEXT, to=TO)
    thunderbird.send(window)
    thunderbird.popup()
    assert not came(thunderbird.sink, "Wartet")
    thunderbird.press("Return")
    until(lambda: not thunderbird.windows("^Thunderbird$"), "the popup stays")
    thunderbird.answers("block")
    thunderbird.send(window)
    assert received(thunderbird.sink, "Wartet")
