"""`msglint profiles`, and what `msglint check` says of the profile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from msglint.profiles.shipped import shipped_names

from .conftest import Run

DRAFT = "Guten Tag Frau Meyer,\n\ndas Angebot ist fertig.\n"


def document(run: Run, *arguments: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("profiles", *arguments, "--output-format", "json").stdout)
    assert found["schema_version"] == 1
    return found


def test_all_with_title_and_what_they_are_for(run: Run) -> None:
    shown = run("profiles").stdout

    assert shown.startswith("default ")
    assert all(f"\n{name} " in f"\n{shown}" for name in shipped_names())
    assert "Colleague. For one's own house" in shown
    assert "Without --profile each message is checked by the profile that fits best" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_in_german(run: Run) -> None:
    shown = run("profiles", LANG="de_DE.UTF-8").stdout
    assert "Kollege. Für das eigene Haus" in shown


def test_one_with_what_it_changes_and_where_that_is_written(run: Run) -> None:
    lines = run("profiles", "contact-request").stdout.splitlines()

    assert lines[0] == "contact-request: Contact request"
    assert "Chosen by itself: channel contact-request" in lines
    assert "Based on: first-contact" in lines
    off, weighed = lines.index("Switches off:"), lines.index("Weighs differently:")
    closing = next(line for line in lines[off:weighed] if "closing.missing" in line)
    assert closing.split("  ")[-1].strip().startswith("contact-request.yaml:")
    salutation = next(line for line in lines[weighed:] if "salutation.missing" in line)
    assert "error in place of warning" in salutation
    assert salutation.split()[-1].startswith("first-contact.yaml:")


def test_how_two_differ(run: Run) -> None:
    lines = run("profiles", "--diff", "business-letter", "messenger", LANG="de_DE.UTF-8").stdout.splitlines()

    assert lines[0].split() == ["Regel", "business-letter", "messenger"]
    assert ["closing.missing", "Fehler", "aus"] in [line.split() for line in lines]
    assert run("profiles", "--diff", "default", "default").stdout == "default and default do not differ.\n"


def test_as_json(run: Run) -> None:
    everything = document(run)["profiles"]
    assert isinstance(everything, list)
    assert [entry["name"] for entry in everything if entry["for"] == {"channel": ["letter"]}] == ["business-letter"]

    one = document(run, "messenger")["profile"]
    assert isinstance(one, dict)
    closing = next(rule for rule in one["rules"] if rule["id"] == "closing.missing")
    assert closing["enabled"] is False
    assert closing["origin"][0].startswith("messenger.yaml:")

    rules = document(run, "--diff", "default", "business-letter")["rules"]
    assert isinstance(rules, list)
    closing = next(rule for rule in rules if rule["id"] == "closing.missing")
    assert (closing["default"]["severity"], closing["business-letter"]["severity"]) == ("warning", "error")


@pytest.mark.parametrize(
    ("arguments", "english"),
    [
        (["colleage"], "there is no profile 'colleage'; did you mean 'colleague'?"),
        (["--diff", "default", "colleage"], "there is no profile 'colleage'; did you mean 'colleague'?"),
        (["default", "--diff", "default", "colleague"], "--diff needs two profiles and no other"),
        (["--diff", "default"], "Option '--diff' requires 2 arguments."),
        (["--output-format", "xml"], "--output-format cannot be 'xml' here; it may be text or json."),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], english: str) -> None:
    result = run("profiles", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert english in result.stderr


def test_check_shows_the_profile_where_it_is_not_the_usual(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")

    usual = run("check", "draft.txt").stdout.splitlines()[0]
    letter = run("check", "draft.txt", "--channel", "letter").stdout.splitlines()[0]
    german = run("check", "draft.txt", "--audience", "colleague", LANG="de_DE.UTF-8").stdout.splitlines()[0]
    named = run("check", "draft.txt", "--profile", "default", "--channel", "letter").stdout.splitlines()[0]

    assert "Profile" not in usual + named
    assert letter.endswith("  Profile: Business letter")
    assert german.endswith("  Profil: Kollege")


def test_check_names_the_profile_in_json(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")

    shown = run("check", "draft.txt", "missing.txt", "--audience", "supplier", "--output-format", "json").stdout

    assert [entry["profile"] for entry in json.loads(shown)["messages"]] == ["supplier", "auto"]


def test_the_configuration_may_name_one(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (folder / ".msglint.yaml").write_text("profile: messenger\n", encoding="utf-8")

    assert run("check", "draft.txt").stdout.splitlines()[0].endswith("Profile: Messenger")
    assert "messenger" in run("config").stdout
    assert not run("check", "draft.txt", "--profile", "auto").stdout.splitlines()[0].endswith("Profile: Messenger")


@pytest.mark.parametrize(("written", "meant"), [("kunde", "customer"), ("Mahnug", "reminder"), ("custmer", "customer")])
def test_the_title_in_either_language_names_the_profile(written: str, meant: str, run: Run) -> None:
    for arguments in (("profiles", written), ("check", "--profile", written, "-")):
        result = run(*arguments, stdin="Hallo Anna,\n\nbis morgen.\n\nGruß\nTom\n")
        assert result.exit_code == 2
        assert f"there is no profile '{written}'; did you mean '{meant}'?" in result.stderr
