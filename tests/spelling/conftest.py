"""Small dictionaries, and a machine that has no others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from shared_hunspell import INSTALL_BINDING

from msglint.analysis.engine_settings import EngineSettings, LanguageToolSettings
from msglint.analysis.spelling.dictionaries import Dictionary
from msglint.linter import Linter
from msglint.settings import Settings

GERMAN = (
    "und der die das den dem des ein eine einen ich Sie wir ihr er es Ihnen uns mir am im in zu zum auf an für mit "
    "von bei nach ist sind war hat haben wird werden kann kommt kommen liegt steht gilt gehen geht nicht noch auch "
    "nur sehr schon heute gestern morgen bitte vielen Dank anbei vielleicht gar neu neue neuen neuer neues gut gute "
    "guten lang lange schicken schickt sehen sieht prüfen fragen lesen lese lest liest Rechnung Auftrag Angebot "
    "Termin Haus Garten Straße groß Grüße Grüßen Gespräch Montag Freitag Abend Freitagabend Unterlagen Liste Preis "
    "Wort Vertrag Kunde Kunden Lieferung Zug Gans ganz Besprechung Tür Schlüssel Arbeit Zeit sagen sagte Freund "
    "möchten danken freundlichen geehrte beim Gitarre Tasche Frau Werkzeug Werkzeugs vom viele grüße freundliche"
).split()
ENGLISH = (
    "and the a an is are was have has had we you I it they of for in on to with letter your our my report send please "
    "received definitely contract meeting please Monday chair colour house book garden order offer will not new"
).split()


def write_dictionary(folder: Path, name: str, words: Iterable[str], encoding: str = "UTF-8", rules: str = "") -> Path:
    """A Hunspell dictionary `folder/name.dic` with its rules beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = list(dict.fromkeys(words))
    written = {"UTF-8": "utf-8", "ISO8859-1": "latin-1"}[encoding]
    (folder / f"{name}.aff").write_text(f"SET {encoding}\n{rules}", encoding=written)
    path = folder / f"{name}.dic"
    path.write_text("\n".join([str(len(entries)), *entries, ""]), encoding=written)
    return path


@pytest.fixture(autouse=True)
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and no dictionaries but those that a test names."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("DICPATH", "WORDLIST", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("msglint.analysis.spelling.choosing.find_dictionaries", lambda *_: ())
    monkeypatch.chdir(tmp_path)
    return home


@pytest.fixture
def needs_hunspell() -> None:
    """Skips without the package."""
    pytest.importorskip("hunspell", reason=f"{INSTALL_BINDING} enables it")


@pytest.fixture
def german(tmp_path: Path, needs_hunspell: None) -> Path:
    """A small German dictionary."""
    return write_dictionary(tmp_path / "dictionaries", "de_DE", GERMAN)


@pytest.fixture
def english(tmp_path: Path, needs_hunspell: None) -> Path:
    """A small English dictionary."""
    return write_dictionary(tmp_path / "dictionaries", "en_GB", ENGLISH)


@pytest.fixture
def machine(german: Path, english: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which both are installed."""

    def find(language: str) -> tuple[Dictionary, ...]:
        path = german if language.startswith("de") else english
        return (Dictionary(path.parent, path.stem),)

    monkeypatch.setattr("msglint.analysis.spelling.choosing.find_dictionaries", find)


@pytest.fixture
def linter(machine: None) -> Linter:
    """A linter that looks for misspelled words there."""
    return linter_for()


def linter_for(*dictionaries: Path, spelling: str = "auto", ui_language: str = "en", **settings: object) -> Linter:
    """A linter that looks for misspelled words with these dictionaries and lists, without LanguageTool."""
    engines = EngineSettings(spelling=spelling, dictionaries=dictionaries, languagetool=LanguageToolSettings(use="off"))
    chosen = {"select": ("spelling.misspelled",), **settings}
    return Linter(Settings(engines=engines, **chosen), ui_language=ui_language)  # type: ignore[arg-type]
