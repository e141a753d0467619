"""What the writer reads, what is kept for later, and what the log says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shared_clients import BAD, GOOD

from msglint.hooks import journal, last, told
from msglint.hooks.gate import Decision, Reason
from msglint.hooks.telling import WIDTH, in_short, telling
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.report import Report
from msglint.settings import HookSettings, Settings
from msglint.texts import Text

SECRETS = ("kontaktpflege", "Meyer", "example.org", "Dienstag")


def report(raw: bytes, language: str = "en") -> Report:
    return Linter(Settings(), ui_language=language).check(Message.from_eml(raw))


def blocked() -> Decision:
    return Decision(blocked=True, reason=Reason.FINDINGS, report=report(BAD))


@pytest.mark.parametrize(("language", "first"), [("de", "msglint: nicht gesendet."), ("en", "msglint: not sent.")])
def test_says_first_that_it_was_not_sent(language: str, first: str) -> None:
    decision = Decision(blocked=True, reason=Reason.FINDINGS, report=report(BAD, language))
    text = telling(decision, HookSettings(), language)
    lines = text.splitlines()
    assert lines[0] == first
    assert max(map(len, lines)) <= WIDTH
    assert "salutation.missing" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("minutes", "says"), [(5, "within 5 minutes"), (1, "within a minute"), (0, "the header 'X-Msglint: off'")]
)
def test_says_how_to_send_anyway(minutes: int, says: str) -> None:
    text = " ".join(telling(blocked(), HookSettings(again_minutes=minutes), "en").split())
    assert says in text


def test_of_what_is_sent_nothing_is_said() -> None:
    assert telling(Decision(blocked=False, reason=Reason.FINE, report=report(GOOD)), HookSettings(), "de") == ""


@pytest.mark.parametrize(("is_blocked", "says"), [(True, "nicht gesendet, weil nicht geprüft"), (False, "ungeprüft")])
def test_what_was_not_checked_is_said(is_blocked: bool, says: str) -> None:
    decision = Decision(blocked=is_blocked, reason=Reason.LATE, trouble=Text("Zu spät.", "Too late."))
    text = telling(decision, HookSettings(), "de")
    assert says in text
    assert "Zu spät." in " ".join(text.split())
    # What could not be checked is blocked each time: only the header helps.
    assert ("X-Msglint: off" in text) == is_blocked


def test_in_short_is_one_line_with_the_worst_first() -> None:
    text = in_short(report(BAD))
    assert "\n" not in text
    assert text.startswith("The message starts without a salutation.")
    assert len(in_short(report(BAD), at_most=60)) == 60


def test_the_log_has_no_word_of_the_message() -> None:
    line = journal.line_of(blocked(), "neomutt", 0.25)
    assert " neomutt blocked findings grade=" in line
    assert "salutation.missing" in line
    assert line.endswith(" 250ms")
    assert not any(secret in line for secret in SECRETS)


def test_the_log_begins_anew_when_it_is_large(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("x" * (journal.LARGEST + 1))
    journal.write(tmp_path, "line")
    assert (tmp_path / "log").read_text() == "line\n"
    assert (tmp_path / "log.1").exists()


def test_what_is_left_of_a_blocked_message(tmp_path: Path) -> None:
    hook = HookSettings(notify=False)
    text = told.leave(blocked(), hook, client="aerc", ui_language="en", seconds=0.1, folder=tmp_path)
    kept = last.read(tmp_path)
    assert kept is not None
    assert (kept.client, kept.text) == ("aerc", text)
    assert kept.report is not None
    assert (tmp_path / "last.json").stat().st_mode & 0o77 == 0
    assert len((tmp_path / "log").read_text().splitlines()) == 1
    sent = Decision(blocked=False, reason=Reason.FINE, report=report(GOOD))
    told.leave(sent, hook, client="aerc", ui_language="en", seconds=0.1, folder=tmp_path)
    assert last.read(tmp_path) is None


def test_without_a_log(tmp_path: Path) -> None:
    hook = HookSettings(notify=False, log=False)
    told.leave(blocked(), hook, client="", ui_language="en", seconds=0.1, folder=tmp_path)
    assert not (tmp_path / "log").exists()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"when": 1}', "\x00"])
def test_what_is_kept_may_be_broken(tmp_path: Path, text: str) -> None:
    (tmp_path / "last.json").write_text(text)
    assert last.read(tmp_path) is None


def test_a_folder_that_cannot_be_written_keeps_no_message_back(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("")
    hook = HookSettings(notify=False)
    assert told.leave(blocked(), hook, client="", ui_language="en", seconds=0.1, folder=folder)


@pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")
def test_notifications_show_signs_as_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from msglint.hooks.notify import notify

    program = tmp_path / "notify-send"
    program.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$@\" >'{tmp_path}/shown.new'; mv '{tmp_path}/shown.new' '{tmp_path}/shown'\n"
    )
    program.chmod(0o755)
    assert not notify("title", "text", {"PATH": str(tmp_path)})
    assert notify("title", "a <b> & c", {"PATH": str(tmp_path), "DISPLAY": ":0"})
    while not (tmp_path / "shown").exists():
        pass
    assert "a &lt;b&gt; &amp; c" in (tmp_path / "shown").read_text()


def test_what_is_kept_is_json(tmp_path: Path) -> None:
    last.write(tmp_path, blocked(), "text", "git")
    entry = json.loads((tmp_path / "last.json").read_text())
    assert (entry["schema_version"], entry["reason"]) == (1, "findings")
