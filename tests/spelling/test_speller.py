"""Hunspell with dictionaries and lists."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from msglint.analysis.engine_settings import EngineSettings
from msglint.analysis.engines import Engines
from msglint.analysis.errors import EngineError
from msglint.analysis.spelling.choosing import has_dictionary, make_speller
from msglint.analysis.spelling.dictionaries import Dictionary
from msglint.analysis.spelling.speller import HunspellSpeller, Spellers, load_dictionary
from msglint.analysis.spelling.word_lists import WordList, shipped_words

from .conftest import write_dictionary


def dictionary_of(path: Path) -> Dictionary:
    return Dictionary(path.parent, path.stem)


def speller(*paths: Path, proof: str = "", words: WordList | None = None) -> HunspellSpeller:
    return HunspellSpeller([dictionary_of(path) for path in paths], words, proof=proof)


def refused(language: str, *paths: Path) -> EngineError:
    with pytest.raises(EngineError) as caught:
        make_speller(language, EngineSettings(dictionaries=paths)).knows("quorbit")
    assert caught.value.engine == "spelling"
    return caught.value


def test_words_and_what_was_meant(german: Path) -> None:
    small = speller(german)
    assert small.knows("Rechnung")
    assert small.stems("Rechnung") == ("Rechnung",)
    assert not small.knows("Rechnug")
    assert small.stems("Rechnug") == ()
    assert small.suggest("Rechnug")[0] == "Rechnung"


def test_a_word_that_any_dictionary_knows_is_right(tmp_path: Path, german: Path) -> None:
    firm = write_dictionary(tmp_path, "firm", ["Quorbit"])
    assert speller(german, firm).knows("Quorbit")
    assert not speller(german).knows("Quorbit")


@pytest.mark.usefixtures("needs_hunspell")
@pytest.mark.parametrize("word", ["Łódź", "naïve€", "Привет", "😀", "e\u0301"])
def test_letters_that_a_latin_1_dictionary_cannot_write(word: str, tmp_path: Path) -> None:
    path = write_dictionary(tmp_path, "de_DE", ["und", "Grüße", "Straße"], "ISO8859-1")
    small = speller(path, proof="und")
    assert small.knows("Grüße")
    assert not small.knows(word)
    assert small.stems(word) == ()
    assert small.suggest(word) == ()
    assert small.suggest("Grüsse") == ("Grüße",)


@pytest.mark.usefixtures("needs_hunspell")
def test_a_second_dictionary_is_asked_where_the_first_cannot_write_the_word(tmp_path: Path) -> None:
    old = write_dictionary(tmp_path, "de_DE", ["und"], "ISO8859-1")
    new = write_dictionary(tmp_path, "firm", ["Łódź"])
    assert speller(old, new).knows("Łódź")


@pytest.mark.parametrize("word", ["x" * 61, "Rechnung" * 1000])
def test_what_is_too_long_is_no_word(word: str, german: Path) -> None:
    assert not speller(german).knows(word)
    assert speller(german).suggest(word) == ()


@pytest.mark.usefixtures("needs_hunspell")
def test_a_folder_whose_name_is_not_ascii(tmp_path: Path) -> None:
    assert speller(write_dictionary(tmp_path / "Wörter 日本", "de_DE", ["und"])).knows("und")


def test_loose_words_are_right_but_no_part_of_others(german: Path) -> None:
    spoken = HunspellSpeller([dictionary_of(german)], loose=WordList(["gibts"]))
    assert spoken.knows("gibts")
    assert not spoken.is_full_word("gibts")
    assert spoken.is_full_word("Rechnung")


def test_a_later_dictionary_is_not_opened_while_the_first_knows_the_word(german: Path, tmp_path: Path) -> None:
    both = speller(german, tmp_path / "missing.dic")
    assert both.knows("Rechnung")
    with pytest.raises(EngineError):
        both.knows("Quorbit")


def test_the_other_language_is_asked_for_once_and_only_in_doubt(german: Path, english: Path) -> None:
    asked: list[str] = []

    def other() -> HunspellSpeller:
        asked.append("en")
        return speller(english)

    both = Spellers(speller(german), other)
    assert both.know("Rechnung")
    assert asked == []
    assert both.other_knows("letter")
    assert both.know("contract")
    assert asked == ["en"]
    assert not Spellers(speller(german), lambda: None).know("letter")


@pytest.mark.usefixtures("needs_hunspell")
def test_a_dictionary_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        load_dictionary(Dictionary(tmp_path, "de_DE"))
    assert caught.value.text("en") == (
        "de_DE.dic: Hunspell cannot open the dictionary; de_DE.dic and de_DE.aff are needed, both readable."
    )
    assert caught.value.text("de").startswith("de_DE.dic: Hunspell kann das Wörterbuch nicht öffnen;")


def test_a_named_dictionary_without_its_rules(tmp_path: Path, german: Path) -> None:
    half = write_dictionary(tmp_path, "firm", ["Quorbit"])
    (tmp_path / "firm.aff").unlink()
    error = refused("de", german, half)
    assert error.text("en").startswith(
        "firm.dic: a Hunspell dictionary consists of firm.dic and firm.aff in one folder"
    )
    assert "heißt besser .txt" in error.text("de")


@pytest.mark.parametrize("content", [b"", b"\x00\xff\x00\xff" * 50, b"1\nHaus\n"])
def test_a_broken_dictionary_calls_no_word_wrong(content: bytes, german: Path) -> None:
    german.write_bytes(content)
    error = refused("de", german)
    assert error.text("en") == (
        f"{Path('dictionaries', 'de_DE.dic')}: the dictionary does not even know 'und'; please install it again."
    )
    assert "kennt nicht einmal „und“" in error.text("de")


def test_without_hunspell(german: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "hunspell", None)
    error = refused("de", german)
    assert "pip install" in error.text("en")
    assert "msglint[spelling]" in error.text("de")


def test_a_dictionary_of_the_users_own_goes_before_the_machines(
    tmp_path: Path, german: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = dictionary_of(write_dictionary(tmp_path / "machine", "de_DE", ["und", "Zirkulator"]))
    monkeypatch.setattr("msglint.analysis.spelling.choosing.find_dictionaries", lambda *_: (machine,))
    assert make_speller("de", EngineSettings()).dictionaries == (machine,)
    own = make_speller("de", EngineSettings(dictionaries=(german,)))
    assert own.dictionaries == (dictionary_of(german),)


def test_a_dictionary_of_no_language_comes_on_top(tmp_path: Path, german: Path) -> None:
    firm = write_dictionary(tmp_path, "firm", ["Quorbit"])
    made = make_speller("de", EngineSettings(dictionaries=(firm, german)))
    assert made.dictionaries[0] == dictionary_of(german)
    assert made.knows("Quorbit")


@pytest.mark.parametrize(
    ("name", "language", "there"),
    [
        ("de_DE", "de", True),
        ("de_DE", "de-CH", True),
        ("de-DE", "de", True),
        ("de_DE_frami", "de", True),
        ("en_US", "en-GB", True),
        ("de_DE", "en", False),
        ("firm", "de", False),
    ],
)
def test_which_language_a_named_dictionary_serves(name: str, language: str, there: bool, tmp_path: Path) -> None:
    settings = EngineSettings(dictionaries=(write_dictionary(tmp_path, name, ["und"]),))
    assert has_dictionary(language, settings) is there


@pytest.mark.usefixtures("machine")
def test_the_lists_that_ship_hold_for_their_language() -> None:
    (only_german, *_) = sorted(shipped_words("de")["regional"] - shipped_words("en")["business"])
    assert make_speller("de", EngineSettings()).knows(only_german)
    assert not make_speller("en", EngineSettings()).knows(only_german)


@pytest.mark.usefixtures("machine")
def test_each_language_has_a_speller_of_its_own() -> None:
    assert make_speller("de", EngineSettings()).knows("Rechnung")
    assert not make_speller("en", EngineSettings()).knows("Rechnung")
    assert make_speller("en", EngineSettings()).knows("contract")


def test_what_fails_is_tried_once(german: Path, tmp_path: Path) -> None:
    engines = Engines(EngineSettings(dictionaries=(german, tmp_path / "firm.txt")))
    told = []
    for _ in range(2):
        with pytest.raises(EngineError) as caught:
            engines.speller("de")
        told.append(caught.value.text("en"))
        (tmp_path / "firm.txt").write_text("Quorbit\n", encoding="utf-8")
    assert told[0] == told[1]
    assert "firm.txt" in told[0]


def test_a_speller_is_put_together_once(german: Path) -> None:
    engines = Engines(EngineSettings(dictionaries=(german,)))
    assert engines.speller("de") is engines.speller("de")


def test_threads_share_a_speller(german: Path) -> None:
    small = speller(german, proof="und")
    words = ["Rechnung", "Rechnug", "Vertrag", "Vertrga", "und", "Haus", "Hasu", "Garten"] * 25
    with ThreadPoolExecutor(8) as pool:
        verdicts = list(pool.map(small.knows, words))
        suggested = list(pool.map(small.suggest, ["Rechnug"] * 16))
    assert verdicts == [True, False, True, False, True, True, False, True] * 25
    assert len(set(suggested)) == 1
