"""Where dictionaries are found, and which of them serves a language."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from msglint.analysis.spelling import dictionaries
from msglint.analysis.spelling.dictionaries import Dictionary, dictionary_folders, find_dictionaries

from .conftest import write_dictionary


def found(language: str, *folders: Path) -> list[str]:
    return [dictionary.name for dictionary in find_dictionaries(language, folders=folders)]


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        write_dictionary(folder, name, ["und"])
    return folder


@pytest.mark.parametrize(
    ("there", "language", "names"),
    [
        ("de_DE de_AT de_CH", "de", ["de_DE"]),
        ("de_DE de_AT de_CH", "de-DE", ["de_DE"]),
        ("de_DE de_AT de_CH", "de-AT", ["de_AT"]),
        ("de_DE de_AT de_CH", "de-CH", ["de_CH"]),
        ("de_AT", "de", ["de_AT"]),
        ("de_DE", "de-CH", ["de_DE"]),
        ("de_DE de_DE_frami", "de", ["de_DE_frami"]),
        ("de_AT_frami de_AT de_DE_frami", "de-AT", ["de_AT_frami"]),
        ("de_AT de_DE_frami", "de-AT", ["de_AT"]),
        ("de-DE", "de", ["de-DE"]),
        ("en_US en_GB en_AU", "en", ["en_GB", "en_US"]),
        ("en_US en_GB", "en-GB", ["en_GB"]),
        ("en_US en_GB", "en-US", ["en_US"]),
        ("en_AU", "en", ["en_AU"]),
        ("en_GB", "en-US", ["en_GB"]),
        ("en_GB", "de", []),
        ("de_DE", "en", []),
        ("de_DE en_GB", "fr", []),
    ],
)
def test_the_nearest_variety_serves(there: str, language: str, names: list[str], tmp_path: Path) -> None:
    assert found(language, fill(tmp_path / "folder", *there.split())) == names


def test_an_unknown_country_gets_what_the_language_has(tmp_path: Path) -> None:
    assert found("de-LU", fill(tmp_path / "folder", "de_DE")) == ["de_DE"]


def test_frami_of_a_later_folder_goes_before_the_small_one(tmp_path: Path) -> None:
    small, large = fill(tmp_path / "small", "de_DE"), fill(tmp_path / "large", "de_DE_frami")
    assert find_dictionaries("de", folders=(small, large)) == (Dictionary(large, "de_DE_frami"),)


def test_of_two_with_one_name_the_first_folder_counts(tmp_path: Path) -> None:
    one, other = fill(tmp_path / "one", "de_DE"), fill(tmp_path / "other", "de_DE")
    assert find_dictionaries("de", folders=(other, one)) == (Dictionary(other, "de_DE"),)


@pytest.mark.parametrize("ending", [".dic", ".aff"])
def test_half_a_dictionary_is_none(ending: str, tmp_path: Path) -> None:
    folder = fill(tmp_path / "folder", "de_DE", "de_AT")
    (folder / f"de_DE{ending}").unlink()
    assert found("de", folder) == ["de_AT"]


def test_a_folder_with_the_name_of_a_dictionary_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    for ending in (".aff", ".dic"):
        (folder / f"de_DE{ending}").mkdir(parents=True)
    assert found("de", folder) == []


def test_dicpath_comes_first_and_in_its_order(tmp_path: Path, bare_machine: Path) -> None:
    first, second = fill(tmp_path / "first", "de_DE_frami"), fill(tmp_path / "second", "de_DE_frami")
    own = fill(bare_machine / ".local" / "share" / "hunspell", "de_DE_frami")
    environ = {"DICPATH": os.pathsep.join(map(str, (second, tmp_path / "nowhere", first, second)))}
    assert list(dictionary_folders(environ))[:3] == [second, first, own]
    assert find_dictionaries("de", environ) == (Dictionary(second, "de_DE_frami"),)


def test_relative_folders_are_not_looked_at(tmp_path: Path) -> None:
    fill(tmp_path / "here", "de_DE")
    assert Path("here") not in list(dictionary_folders({"DICPATH": "here", "XDG_DATA_HOME": ""}))
    assert all(folder.is_absolute() for folder in dictionary_folders({"DICPATH": "here"}))


@pytest.mark.parametrize("below", ["hunspell", "myspell", "myspell/dicts"])
def test_data_folders_of_the_user_and_the_system(below: str, tmp_path: Path) -> None:
    own, system = tmp_path / "own", tmp_path / "system"
    (own / below).mkdir(parents=True)
    (system / below).mkdir(parents=True)
    folders = list(dictionary_folders({"XDG_DATA_HOME": str(own), "XDG_DATA_DIRS": str(system)}))
    assert folders.index(own / below) < folders.index(system / below)


PACKAGE = "user/uno_packages/cache/uno_packages/lu1.tmp_/dict-de.oxt"


@pytest.mark.parametrize(
    "profile",
    [
        ".config/libreoffice/4",
        "Library/Application Support/LibreOffice/4",
        ".var/app/org.libreoffice.LibreOffice/config/libreoffice/4",
        "snap/libreoffice/current/.config/libreoffice/4",
        "AppData/Roaming/LibreOffice/4",
    ],
)
@pytest.mark.parametrize("inside", ["", "dictionaries"])
def test_what_a_user_has_added_to_libreoffice(profile: str, inside: str, bare_machine: Path) -> None:
    folder = fill(bare_machine / profile / PACKAGE / inside, "de_DE")
    assert folder in list(dictionary_folders({}))


@pytest.mark.parametrize("variable", ["PROGRAMFILES", "PROGRAMFILES(X86)"])
def test_what_libreoffice_brings_along_on_windows(variable: str, tmp_path: Path) -> None:
    folder = fill(tmp_path / "LibreOffice" / "share" / "extensions" / "dict-de", "de_DE")
    assert folder in list(dictionary_folders({variable: str(tmp_path)}))


@pytest.fixture
def all_folders(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which every folder exists that anybody asks for."""
    with monkeypatch.context() as patch:
        patch.setattr(dictionaries.os.path, "isdir", lambda _: True)
        patch.setattr(dictionaries, "_below", lambda folder, pattern: [folder / pattern.replace("*", "x")])
        yield


def folders_on(platform: str, environ: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    with monkeypatch.context() as patch:
        patch.setattr(dictionaries.sys, "platform", platform)
        return [folder.as_posix() for folder in dictionary_folders(environ)]


@pytest.mark.usefixtures("all_folders")
def test_the_usual_places_on_linux(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_on("linux", {}, monkeypatch)
    usual = [
        f"{bare_machine.as_posix()}/.local/share/hunspell",
        "/usr/local/share/hunspell",
        "/usr/share/hunspell",
        "/usr/share/myspell",
        "/usr/share/myspell/dicts",
        "/usr/lib/libreoffice/share/extensions/dict-x",
        "/opt/libreofficex/share/extensions/dict-x",
        "/usr/lib/thunderbird/dictionaries",
    ]
    assert [folder for folder in folders if folder in usual] == usual
    assert "/Library/Spelling" not in folders


@pytest.mark.usefixtures("all_folders")
def test_the_usual_places_on_a_mac(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_on("darwin", {}, monkeypatch)
    usual = [
        f"{bare_machine.as_posix()}/Library/Spelling",
        "/Library/Spelling",
        "/opt/homebrew/share/hunspell",
        "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-x",
        "/Applications/Thunderbird.app/Contents/Resources/dictionaries",
    ]
    assert [folder for folder in folders if folder in usual] == usual


@pytest.mark.usefixtures("all_folders")
def test_the_system_counts_also_where_other_data_folders_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_on("linux", {"XDG_DATA_DIRS": "/nix/share"}, monkeypatch)
    assert folders.index("/nix/share/hunspell") < folders.index("/usr/share/hunspell")
    assert len(folders) == len(set(folders))


def test_without_a_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", fail)
    folder = fill(tmp_path / "folder", "de_DE_frami")
    assert find_dictionaries("de", {"DICPATH": str(folder)}) == (Dictionary(folder, "de_DE_frami"),)


@pytest.mark.usefixtures("needs_hunspell")
def test_a_machine_without_any_still_has_what_hunspell_brings_along() -> None:
    last = list(dictionary_folders({}))[-1]
    assert last.name == "dictionaries"
    assert found("en", last) == ["en_US"]


def test_a_german_text_is_never_read_with_an_english_dictionary(tmp_path: Path) -> None:
    assert found("de-AT", fill(tmp_path / "folder", "en_US", "fr_FR")) == []
