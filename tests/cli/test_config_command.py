"""`msglint config`."""

from __future__ import annotations

from pathlib import Path

from msglint.config.keys import KEYS

from .conftest import Run


def rows(shown: str) -> dict[str, list[str]]:
    """Value and origin by key."""
    table = shown.partition("\n\n")[0].splitlines()[1:]
    cells = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in table]
    return {key: rest for key, *rest in cells}


def test_every_key_with_its_default(run: Run) -> None:
    shown = run("config").stdout

    assert list(rows(shown)) == list(KEYS)
    assert rows(shown)["fail-on"] == ["error", "default"]
    assert rows(shown)["lang"] == ["–", "default"]


def test_where_each_value_comes_from(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text(
        "# ours\nlang: de\nseverity:\n  tone: off\noptions:\n  body.verbless:\n    max-words: 8\n",
        encoding="utf-8",
    )

    shown = run("config", "--fail-on", "warning", MSGLINT_CHANNEL="letter", MSGLINT_SELECT="salutation,closing").stdout

    assert rows(shown)["lang"] == ["de", ".msglint.yaml:2"]
    assert rows(shown)["severity.tone"] == ["off", ".msglint.yaml:4"]
    assert rows(shown)["options.body.verbless.max-words"] == ["8", ".msglint.yaml:7"]
    assert rows(shown)["channel"] == ["letter", "MSGLINT_CHANNEL"]
    assert rows(shown)["select"] == ["salutation, closing", "MSGLINT_SELECT"]
    assert rows(shown)["fail-on"] == ["warning", "command line"]


def test_the_files_that_were_searched(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("lang: de\n", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[project]\n", encoding="utf-8")

    files = run("config").stdout.partition("\n\n")[2].splitlines()

    assert files[0] == "Searched, the later wins:"
    assert files[1].endswith("config.yaml  (not there)")
    assert files[2:] == ["  pyproject.toml  (nothing for msglint in it)", "  .msglint.yaml  (read)"]


def test_in_german(run: Run) -> None:
    shown = run("config", "--ui-language", "de").stdout

    assert shown.startswith("Einstellung")
    assert rows(shown)["profile"] == ["auto", "Voreinstellung"]
    assert rows(shown)["ui-language"] == ["de", "Befehlszeile"]


def test_isolated(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("lang: de\n", encoding="utf-8")

    shown = run("config", "--isolated").stdout

    assert rows(shown)["lang"] == ["–", "default"]
    assert "No configuration file was searched for." in shown


def test_a_wrong_configuration(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("profil: default\n", encoding="utf-8")

    result = run("config")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "msglint: .msglint.yaml:1: there is no key 'profil'; did you mean 'profile'?\n"
