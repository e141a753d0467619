"""`msglint message-mode`: what Emacs is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from .conftest import Run

HEAD = "From: Erika Muster <erika@example.com>\nTo: Dr. Anna Meyer <a.meyer@example.org>\nSubject: Treffen\n"
LINE = "--text follows this line--\n"
BAD = HEAD + LINE + "Guten Tag,\n\nkontaktpflege\n"
GOOD = (
    HEAD + LINE + "Sehr geehrte Frau Dr. Meyer,\n\nvielen Dank für das Gespräch. Passt Ihnen der Dienstag?\n\n"
    "Mit freundlichen Grüßen\nErika Muster\n"
)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def answer(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    told: dict[str, Any] = json.loads(result.stdout)
    assert told["schema_version"] == 1
    return told


def test_a_good_draft(run: Run) -> None:
    told = answer(run("message-mode", stdin=GOOD))
    assert (told["blocked"], told["reason"], told["text"]) == (False, "fine", "")
    assert told["report"]["grade"]["letter"] == "A"


def test_a_bad_draft_with_the_places_in_the_buffer(run: Run) -> None:
    told = answer(run("message-mode", stdin=BAD))
    assert (told["blocked"], told["reason"], told["checked"]) == (True, "findings", True)
    assert "[boilerplate.networking]" in told["text"]
    (found,) = [entry for entry in told["report"]["findings"] if entry["rule"] == "boilerplate.networking"]
    place = found["buffer"]
    # Emacs counts characters from 1.
    assert BAD[place["start"] - 1 : place["end"] - 1] == "kontaktpflege"
    assert (place["line"], place["column"]) == (7, 1)


def test_a_finding_in_the_subject_has_its_place_there(run: Run) -> None:
    draft = GOOD.replace("Subject: Treffen", "Cc: b@example.org\nSubject: Treffen!!!")
    told = answer(run("message-mode", stdin=draft))
    (place,) = [entry["buffer"] for entry in told["report"]["findings"] if entry["part"] == "subject"]
    assert place["line"] == 4


def test_a_file_in_place_of_standard_input(run: Run, folder: Path) -> None:
    (folder / "draft").write_text(BAD, encoding="utf-8")
    assert answer(run("message-mode", "draft"))["blocked"]


def test_in_german(run: Run) -> None:
    told = answer(run("message-mode", "--ui-language", "de", stdin=BAD))
    assert told["ui_language"] == "de"
    assert "Fehler" in told["text"]


def test_the_second_time_it_is_sent(run: Run) -> None:
    assert answer(run("message-mode", stdin=BAD))["blocked"]
    told = answer(run("message-mode", stdin=BAD))
    assert (told["blocked"], told["reason"]) == (False, "again")


def test_who_is_asked_is_asked_each_time(run: Run) -> None:
    for _ in range(2):
        assert answer(run("message-mode", "--again-minutes", "0", stdin=BAD))["blocked"]


def test_only_to_check_leaves_nothing_behind(run: Run, state: Path) -> None:
    for _ in range(2):
        assert answer(run("message-mode", "--only-check", stdin=BAD))["reason"] == "findings"
    assert not state.exists()


def test_leaves_a_line_in_the_log(run: Run, state: Path) -> None:
    answer(run("message-mode", stdin=BAD))
    (log,) = (state / "msglint/hooks").glob("*log*")
    assert " emacs blocked findings " in log.read_text(encoding="utf-8")
    assert "kontaktpflege" not in log.read_text(encoding="utf-8")


def test_switched_off_in_the_headers_and_not_in_the_text(run: Run) -> None:
    assert answer(run("message-mode", stdin=BAD.replace(LINE, "X-Msglint: off\n" + LINE)))["reason"] == "off"
    assert answer(run("message-mode", stdin=BAD.replace(LINE, LINE + "X-Msglint: off\n\n")))["blocked"]


@pytest.mark.parametrize(("on_error", "blocked"), [("send", False), ("block", True)])
def test_what_is_no_draft(run: Run, on_error: str, blocked: bool) -> None:
    told = answer(run("message-mode", "--on-error", on_error, stdin="kontaktpflege\n"))
    assert (told["blocked"], told["reason"], told["checked"]) == (blocked, "failed", False)
    assert "not a draft from Emacs" in " ".join(told["text"].split())


def test_wrong_options_and_a_wrong_configuration_are_no_answer(run: Run, folder: Path) -> None:
    assert run("message-mode", "--nonsense", stdin=GOOD).exit_code == 2
    (folder / ".msglint.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    result = run("message-mode", stdin=GOOD)
    assert (result.exit_code, result.stdout) == (2, "")


def test_msglint_check_reads_such_a_draft_too(run: Run) -> None:
    result = run("check", "--output-format", "json", "-", stdin=BAD)
    (report,) = json.loads(result.stdout)["messages"]
    assert {"boilerplate.networking", "closing.missing"} == {entry["rule"] for entry in report["findings"]}


def test_sent_anyway_is_in_the_log_and_nothing_is_kept(run: Run, state: Path) -> None:
    run("message-mode", stdin=BAD)
    assert answer(run("message-mode", "--anyway", stdin=BAD))["reason"] == "off"
    assert " emacs passed off " in (state / "msglint/hooks/log").read_text(encoding="utf-8")
    assert not (state / "msglint/hooks/last.json").exists()
