"""Lists of right words: how they are read, what they hold, and where other programs keep theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint.analysis.errors import EngineError
from msglint.analysis.spelling import word_lists
from msglint.analysis.spelling.word_lists import WordList, personal_words, read_words, shipped_words


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(path: Path) -> EngineError:
    with pytest.raises(EngineError) as caught:
        read_words(path)
    assert caught.value.engine == "spelling"
    return caught.value


def test_comments_blank_lines_and_several_words_in_a_line(tmp_path: Path) -> None:
    path = write(tmp_path / "firm.txt", "# of the firm\n\nQuorbit\nZirkulator  Plomster # new ones\n  #Nothing\n")
    assert read_words(path) == {"Quorbit", "Zirkulator", "Plomster"}


@pytest.mark.parametrize("text", ["\ufeffQuorbit\n", "Quorbit\r\nQuorbit\r\n", "Quorbit", "Quorbit#x"])
def test_however_an_editor_saves_it(text: str, tmp_path: Path) -> None:
    assert read_words(write(tmp_path / "firm.txt", text)) == {"Quorbit"}


def test_an_empty_list(tmp_path: Path) -> None:
    assert read_words(write(tmp_path / "firm.txt", "")) == frozenset()


@pytest.mark.parametrize("word", ["Kick-off", "R&D", "z.B.", "Łódź", "geht's", "'s", "2go", "TCP/IP", "C++"])
def test_what_may_stand_in_a_list(word: str, tmp_path: Path) -> None:
    assert read_words(write(tmp_path / "firm.txt", word)) == {word}


@pytest.mark.parametrize("line", ["=", "Quorbit, Zirkulator", "<p>", "-x", "x" * 101])
def test_what_is_no_word_is_told_with_file_and_line(line: str, tmp_path: Path) -> None:
    error = refused(write(tmp_path / "firm.txt", f"# list\n\n{line}\n"))
    assert error.text("en").startswith("firm.txt:3: '")
    assert error.text("de").startswith("firm.txt:3: „")
    assert "is no word; a line holds one word, and a comment behind #." in error.text("en")


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    error = refused(write(tmp_path / "firm.txt", "Quorbit\n# ok\nGrün\n".encode("latin-1")))
    assert error.text("en") == "firm.txt:3: not written in UTF-8; please save it in that encoding."
    assert error.text("de") == "firm.txt:3: nicht in UTF-8 geschrieben; bitte in dieser Kodierung speichern."


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    error = refused(tmp_path / "firm.txt")
    assert error.text("en").startswith("firm.txt: the dictionary cannot be read (")
    assert error.text("de").startswith("firm.txt: Das Wörterbuch lässt sich nicht lesen (")
    assert "Errno" not in error.text("en") + error.text("de")


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "firm.txt").mkdir()
    assert "cannot be read" in refused(tmp_path / "firm.txt").text("en")


def test_a_list_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_lists, "MOST_BYTES", 1_000_000)
    error = refused(write(tmp_path / "firm.txt", b"Quorbit\n" * 130_000))
    assert error.text("en") == "firm.txt: larger than 1 MB; this is no list of words."


@pytest.mark.parametrize(
    ("word", "holds"),
    [
        ("Quorbit", True),
        ("QUORBIT", True),
        ("Quorbits", True),
        ("Quorbiten", True),
        ("quorbit", False),
        ("Quorb", False),
        ("plomstern", True),
        ("Plomstern", True),
        ("PLOMSTERN", True),
        ("Abc", True),
        ("Abcs", False),
    ],
)
def test_endings_and_capitals(word: str, holds: bool) -> None:
    assert WordList(["Quorbit", "plomstern", "Abc"]).holds(word) is holds


def test_hunspells_own_list(bare_machine: Path) -> None:
    write(bare_machine / ".hunspell_de_DE", "Quorbit\nPlomster/Auto\n*verboten\n")
    assert {"Quorbit", "Plomster"} <= personal_words("de", {})
    assert "verboten" not in personal_words("de", {})
    assert personal_words("en", {}) == frozenset()


def test_the_list_for_all_languages(bare_machine: Path) -> None:
    write(bare_machine / ".hunspell_default", "Quorbit\n")
    assert personal_words("de", {}) == personal_words("en", {}) == {"Quorbit"}


@pytest.mark.parametrize(
    "place",
    [
        ".config/enchant/de_DE.dic",
        ".config/enchant/de.dic",
        ".enchant/de_AT.dic",
        ".thunderbird/x.default/persdict.dat",
        "Library/Thunderbird/Profiles/x.default/persdict.dat",
        "AppData/Roaming/Thunderbird/Profiles/x.default/persdict.dat",
    ],
)
def test_what_the_user_has_taught_other_programs(place: str, bare_machine: Path) -> None:
    write(bare_machine / place, "Quorbit\n")
    assert personal_words("de-AT", {}) == {"Quorbit"}


def test_enchant_in_another_configuration_folder(tmp_path: Path) -> None:
    write(tmp_path / "xdg" / "enchant" / "de.dic", "Quorbit\n")
    assert personal_words("de", {"XDG_CONFIG_HOME": str(tmp_path / "xdg")}) == {"Quorbit"}


def test_the_list_that_the_environment_names(tmp_path: Path) -> None:
    path = write(tmp_path / "mine", "Quorbit\n")
    assert personal_words("de", {"WORDLIST": str(path)}) == {"Quorbit"}


def test_what_cannot_be_read_there_is_nobodys_fault(bare_machine: Path) -> None:
    write(bare_machine / ".hunspell_de_DE", "Grün\n".encode("latin-1"))
    (bare_machine / ".hunspell_default").mkdir()
    write(bare_machine / ".enchant" / "de.dic", "= \nQuorbit\n")
    assert personal_words("de", {"WORDLIST": str(bare_machine / "nowhere")}) == {"Quorbit"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_lists_that_ship_can_be_read(language: str) -> None:
    assert all(shipped_words(language).values())
