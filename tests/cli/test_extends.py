"""`--extends` and `extends:` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shared_packages import RULE, Install, install, pack_text, write_all

from .conftest import Run

__all__ = ["install"]

DRAFT = "Hallo Anna,\n\nwie gesagt ist alles fertig.\n\nViele Grüße\nTom\n"
BROKEN = "language: de\nrules: [{id: acme.b, kind: magic}]\n"


@pytest.fixture(autouse=True)
def house(folder: Path) -> None:
    write_all(folder, {"draft.txt": DRAFT, "house/a.yaml": pack_text(), "broken.yaml": BROKEN})


def test_check_finds_what_the_packs_look_for(run: Run, folder: Path, install: Install) -> None:
    install(files={"{module}/__init__.py": f"{RULE}\nRULES = [rule()]\n"})
    arguments = ("check", "draft.txt", "--select", "acme", "--output-format", "concise")

    given = run(*arguments, "--extends", "house/", "--extends", "acme")
    assert given.stdout.splitlines()[:2] == [
        "draft.txt:1:1: warning acme.code 'Hallo'",
        "draft.txt:3:1: warning acme.word not 'wie gesagt'",
    ]
    by_variable = run(*arguments, MSGLINT_EXTENDS="house/,acme")
    (folder / ".msglint.yaml").write_text("extends: [./house, acme]\n", encoding="utf-8")
    assert run(*arguments).stdout == by_variable.stdout == given.stdout


def test_check_tells_of_a_broken_pack_once_and_goes_on(run: Run) -> None:
    arguments = ("check", "draft.txt", "draft.txt", "--extends", "house/", "--extends", "./broken.yaml")

    english = run(*arguments, "--fail-on", "warning")
    assert english.exit_code == 1
    assert english.stdout.count("[acme.word]") == 2
    assert english.stderr == (
        "msglint: broken.yaml:2: rule 'acme.b': 'kind' cannot be 'magic'; it may be phrase, substitution, regex, "
        "tokens, occurrence or required.\n"
    )
    assert run(*arguments, "--ui-language", "de").stderr.startswith("msglint: broken.yaml:2: Regel „acme.b“: „kind“ ")


def test_a_rule_that_fails_is_shown_as_skipped(run: Run, install: Install) -> None:
    code = f"{RULE}\ndef bad(message, context):\n    raise ValueError\nRULES = [rule(check=bad)]\n"
    install(files={"{module}/__init__.py": code})

    result = run("check", "draft.txt", "--extends", "acme", "--output-format", "json")
    (message,) = json.loads(result.stdout)["messages"]
    assert message["error"] is None
    (skipped,) = message["skipped"]
    assert skipped["what"] == "acme.code"
    assert "ValueError" in skipped["why"]
    assert "Skipped (acme.code): " in " ".join(run("check", "draft.txt", "--extends", "acme").stdout.split())


def test_rules_shows_where_a_rule_comes_from(run: Run) -> None:
    shown = run("rules", "--extends", "house/")
    (line,) = [line for line in shown.stdout.splitlines() if line.startswith("acme.word")]
    assert line.endswith("  title (from house)")
    assert "(from" not in shown.stdout.replace(line, "")
    assert "Titel (aus house)" in run("rules", "--extends", "house/", "--ui-language", "de").stdout

    document = json.loads(run("rules", "--extends", "house/", "--output-format", "json").stdout)
    origins = {rule["id"]: rule["origin"] for rule in document["rules"]}
    assert origins.pop("acme.word") == "house"
    assert set(origins.values()) == {None}


def test_rules_and_explain_read_the_configuration(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("extends: [./house, ./broken.yaml]\nignore: acme.wrod\n", encoding="utf-8")

    for command in (("rules",), ("explain", "acme.word"), ("profiles",)):
        result = run(*command)
        assert result.exit_code == 0
        assert result.stderr.count("broken.yaml:2: rule 'acme.b'") == 1
    explained = run("explain", "acme").stdout
    assert explained.lower().startswith("acme.word: title\n")
    assert "\nComes from: house\n" in explained
    assert "\nKommt aus: house\n" in run("explain", "acme", "--ui-language", "de").stdout
    assert run("explain", "acme", "--isolated").exit_code == 2
    assert "Comes from" not in run("explain", "salutation.missing").stdout


def test_a_profile_of_a_pack_is_listed_and_holds(run: Run, folder: Path) -> None:
    profile = "title: {de: Hausbrief, en: House letter}\nabout: {de: C, en: D}\nseverity: {acme.word: error}\n"
    write_all(folder, {"house/profiles/acme-letter.yaml": profile})

    assert "House letter. D" in run("profiles", "--extends", "house/").stdout
    assert "acme.word" in run("profiles", "acme-letter", "--extends", "house/").stdout
    checked = run("check", "draft.txt", "--extends", "house/", "--profile", "acme-letter", "--output-format", "json")
    (message,) = json.loads(checked.stdout)["messages"]
    assert message["profile"] == "acme-letter"
    assert [one["severity"] for one in message["findings"] if one["rule"] == "acme.word"] == ["error"]
    assert run("check", "draft.txt", "--profile", "acme-letter").exit_code == 2


def test_config_shows_what_is_extended(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("extends: [./house]\n", encoding="utf-8")

    lines = [line.split() for line in run("config").stdout.splitlines()]
    assert ["extends", "./house", ".msglint.yaml:1"] in lines
    assert ["extends", "–", "default"] in [line.split() for line in run("config", "--isolated").stdout.splitlines()]
    by_hand = run("config", "--extends", "broken.yaml", "--ui-language", "de").stdout
    assert ["extends", "broken.yaml", "Befehlszeile"] in [line.split() for line in by_hand.splitlines()]


def test_what_is_not_there_is_one_sentence(run: Run) -> None:
    for command in (("check", "draft.txt"), ("rules",), ("explain", "acme"), ("config",)):
        result = run(*command, "--extends", "./none")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(
            "msglint: --extends: there is no './none'; a folder or a file of rules is needed"
        )
        assert result.stderr.count("\n") == 1
    assert "Kein installiertes Paket" in run("rules", "--extends", "none", "--ui-language", "de").stderr


def test_a_shared_rule_can_be_accepted(run: Run, folder: Path) -> None:
    assert run("accept", "acme.word", "--for", "anna@example.com").exit_code == 2
    (folder / ".msglint.yaml").write_text("extends: ./house\n", encoding="utf-8")

    assert run("accept", "acme.word", "--for", "anna@example.com").exit_code == 0
    assert run("accept", "--list").stderr == ""
