"""`msglint dictionary`."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .conftest import Process, Run


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """The file with the user's own words."""
    return tmp_path / "xdg" / "msglint" / "words.txt"


def own(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_words_are_added_once_and_in_order(run: Run, words: Path) -> None:
    result = run("dictionary", "add", "Quorbit", "Abel", "Quorbit")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Added to {words}: Quorbit, Abel.\n"
    assert own(words) == ["Quorbit", "Abel"]
    result = run("dictionary", "add", "Abel", "Plomster")
    assert result.stdout == f"Added to {words}: Plomster.\nWas in {words} already: Abel.\n"
    assert own(words) == ["Quorbit", "Abel", "Plomster"]


@pytest.mark.parametrize(
    ("language", "begins"),
    [("de", "Weiter gemeldet: seperat, dienstag, recieve;"), ("en", "Still reported: seperat, ")],
)
def test_words_that_are_wrong_beyond_doubt_are_named(language: str, begins: str, run: Run, words: Path) -> None:
    result = run("dictionary", "add", "seperat", "Quorbit", "dienstag", "recieve", "--ui-language", language)
    _, told = result.stdout.splitlines()
    assert told.startswith(begins)
    assert told.endswith("(spelling.slip, spelling.capital).")
    assert own(words) == ["seperat", "Quorbit", "dienstag", "recieve"]


@pytest.mark.parametrize(("language", "begins"), [("de", "# Wörter, die"), ("en", "# Words that")])
def test_a_new_file_says_what_it_is_for(language: str, begins: str, run: Run, words: Path) -> None:
    run("dictionary", "add", "Quorbit", "--ui-language", language)
    assert words.read_text(encoding="utf-8").startswith(begins)


def test_the_list(run: Run, words: Path) -> None:
    result = run("dictionary", "list")
    assert result.stdout == f"There is no word in {words} yet; 'msglint dictionary add WORD' remembers one.\n"
    assert not words.exists()
    run("dictionary", "add", "plomster", "Quorbit", "Abel")
    assert run("dictionary", "list").stdout == f"Your own words in {words}:\n  Abel\n  plomster\n  Quorbit\n"


def test_words_are_removed_and_comments_stay(run: Run, words: Path) -> None:
    words.parent.mkdir(parents=True)
    words.write_text("# mine\nQuorbit # ours\nAbel Plomster\n", encoding="utf-8")
    result = run("dictionary", "remove", "Quorbit", "Abel", "Nobody")
    assert result.exit_code == 0
    assert result.stdout == f"Removed from {words}: Quorbit, Abel.\nWas not in {words}: Nobody.\n"
    assert words.read_text(encoding="utf-8") == "# mine\n# ours\nPlomster\n"


def test_nothing_is_removed_from_a_file_that_is_not_there(run: Run, words: Path) -> None:
    assert run("dictionary", "remove", "Quorbit").stdout == f"Was not in {words}: Quorbit.\n"
    assert not words.exists()


def test_in_german(run: Run, words: Path) -> None:
    assert run("dictionary", "add", "Grün", "--ui-language", "de").stdout == f"Gemerkt in {words}: Grün.\n"
    assert run("dictionary", "list", "--ui-language", "de").stdout == f"Eigene Wörter in {words}:\n  Grün\n"
    assert run("dictionary", "remove", "Grün", "--ui-language", "de").stdout == f"Gelöscht aus {words}: Grün.\n"


@pytest.mark.parametrize("command", ["add", "remove"])
def test_what_is_no_word_is_refused(command: str, run: Run, words: Path) -> None:
    result = run("dictionary", command, "Quorbit", "two words")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "msglint: 'two words' is no word; several words are separated by blanks.\n"
    assert not words.exists()


@pytest.mark.parametrize("command", ["add", "remove"])
def test_without_a_word(command: str, run: Run) -> None:
    result = run("dictionary", command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "msglint: Which word? For example 'msglint dictionary add rollout'.\n"


@pytest.mark.parametrize("command", [["add", "Quorbit"], ["remove", "Quorbit"], ["list"]])
def test_a_file_in_another_encoding_is_told_and_kept(command: list[str], run: Run, words: Path) -> None:
    words.parent.mkdir(parents=True)
    raw = "Grün\n".encode("latin-1")
    words.write_bytes(raw)
    result = run("dictionary", *command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"msglint: {words}")
    assert result.stderr.count("\n") == 1
    assert words.read_bytes() == raw


def test_a_folder_in_its_place(run: Run, words: Path) -> None:
    words.mkdir(parents=True)
    result = run("dictionary", "list")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_who_adds_at_once_loses_nothing(process: Process, folder: Path) -> None:
    names = [f"Wort{letter}" for letter in "abcdef"]
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda name: process("dictionary", "add", name), names))
    assert [one.returncode for one in done] == [0] * len(names)
    assert sorted(own(folder / "xdg" / "msglint" / "words.txt")) == names
