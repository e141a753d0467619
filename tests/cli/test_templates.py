"""`msglint check --templates`, and the same in the configuration."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run

GOOD = "Guten Tag Frau {{ name }},\n\nIhre Karte liegt bereit.\n\nMit freundlichen Grüßen\n{{ absender }}\n"


def write(folder: Path, name: str, text: str = GOOD) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def rules(run: Run, *arguments: str, stdin: str | None = None, **environ: str) -> list[str]:
    result = run("check", "--output-format", "json", *arguments, stdin=stdin, **environ)
    (message,) = json.loads(result.stdout)["messages"]
    return [finding["rule"] for finding in message["findings"]]


def test_on_the_command_line(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    assert rules(run, "a.txt") == ["placeholder.leftover"] * 2
    assert rules(run, "--templates", "a.txt") == []


def test_on_standard_input(run: Run) -> None:
    assert rules(run, "--templates", "-", stdin=GOOD) == []


def test_in_the_configuration(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    write(folder, ".msglint.yaml", "templates: true\n")
    assert rules(run, "a.txt") == []
    assert rules(run, "a.txt", MSGLINT_TEMPLATES="false") == ["placeholder.leftover"] * 2


def test_in_a_variable(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    assert rules(run, "a.txt", MSGLINT_TEMPLATES="true") == []


def test_by_the_type_of_the_file(run: Run, folder: Path) -> None:
    write(folder, "a.j2")
    assert rules(run, "a.j2") == []


def test_a_wrong_value_is_told_in_a_sentence(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    write(folder, ".msglint.yaml", "templates: maybe\n")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert "'templates' needs a value: true or false." in result.stderr
    german = run("check", "a.txt", "--ui-language", "de")
    assert "„templates“ braucht einen Wert: true oder false." in german.stderr


def test_the_place_is_that_in_the_template(run: Run, folder: Path) -> None:
    write(folder, "a.txt", GOOD.replace("bereit", "ab {{ tag } bereit"))
    result = run("check", "--templates", "--output-format", "concise", "a.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("a.txt:3:21: error placeholder.leftover No program can read")


def test_it_is_in_the_help(run: Run) -> None:
    assert "--templates" in run("check", "--help").stdout
