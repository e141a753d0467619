"""`msglint engines`."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from shared_pipelines import InstallPipeline, german_pipeline, install_pipeline

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import installation, java, server
from msglint.analysis.languagetool.java import Java
from msglint.describing import engines as describing
from msglint.describing.engines import dictionary_command, short

from .conftest import Run

__all__ = ["german_pipeline", "install_pipeline"]

DICTIONARY_AFF = "SET UTF-8\n"
DICTIONARY_DIC = "1\nund\n"


@pytest.fixture(autouse=True)
def bare_machine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No dictionaries, no LanguageTool, no Java, and nothing of the user's."""
    monkeypatch.setattr("msglint.analysis.spelling.choosing.find_dictionaries", lambda *_: ())
    monkeypatch.setattr(installation, "installed", lambda *_: iter(()))
    monkeypatch.setattr(java, "find_java", find_no_java)
    monkeypatch.setattr(server, "running", lambda: None)
    return folder


def find_no_java(_: object) -> Java:
    raise EngineError("languagetool", "hier ist keines", "there is none")


def configure(folder: Path, text: str) -> None:
    (folder / ".msglint.yaml").write_text(text, encoding="utf-8")


def shown(run: Run, **environ: str) -> dict[str, list[dict[str, Any]]]:
    """The engines by name."""
    result = run("engines", "--json", **environ)
    assert (result.exit_code, result.stderr) == (0, "")
    document = json.loads(result.stdout)
    assert document["schema_version"] == 1
    found: dict[str, list[dict[str, Any]]] = {}
    for engine in document["engines"]:
        found.setdefault(engine["name"], []).append(engine)
    return found


def test_a_bare_machine(run: Run) -> None:
    found = shown(run)
    assert list(found) == ["HanTa", "spaCy", "de_core_news_md", "en_core_web_md", "Hunspell", "LanguageTool"]
    (hanta,) = found["HanTa"]
    assert (hanta["state"], hanta["languages"]) == ("used", ["de", "en"])
    assert hanta["setting"] == {"key": "tagger", "value": "hanta", "origin": "default"}
    assert hanta["version"]
    assert hanta["origin"].endswith("HanTa")
    assert [found[name][0]["missing"][0]["command"] for name in ("de_core_news_md", "en_core_web_md")] == [
        "python -m spacy download de_core_news_md",
        "python -m spacy download en_core_web_md",
    ]
    assert [(one["languages"], one["state"]) for one in found["Hunspell"]] == [(["de"], "missing"), (["en"], "missing")]
    assert found["Hunspell"][0]["missing"][-1]["command"] == dictionary_command("de")
    (tool,) = found["LanguageTool"]
    assert tool["state"] == "missing"
    assert installation.INSTALL in [missing["command"] for missing in tool["missing"]]


def test_without_the_extras_their_commands_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(name: str, *arguments: Any) -> Any:
        return None if name == "hunspell" else find_spec(name, *arguments)

    monkeypatch.setattr(describing, "find_spec", find)
    monkeypatch.setattr(installation, "client_is_there", lambda: False)
    found = shown(run)
    assert found["Hunspell"][0]["missing"][0]["command"] == "pip install 'msglint[spelling]'"
    assert found["LanguageTool"][0]["missing"][0]["command"] == "pip install 'msglint[languagetool]'"


def test_the_table(run: Run) -> None:
    lines = run("engines").stdout.splitlines()
    assert lines[0].split() == ["Name", "What", "for", "Languages", "Version", "State"]
    assert lines[1].split()[0] == "HanTa"
    assert lines[1].endswith("used")
    assert "Why, and from where:" in lines
    assert "What is missing, and what adds it:" in lines
    assert "    tagger: hanta (default)" in lines
    assert any(line.split() == ["LanguageTool", "msglint", "languagetool", "install"] for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_in_german(run: Run) -> None:
    page = run("engines", "--ui-language", "de").stdout
    assert page.startswith("Name ")
    assert "Wortarten und Grundformen" in page
    assert "fehlt" in page
    assert "Was fehlt, und was es hinzufügt:" in page
    assert "tagger: hanta (Voreinstellung)" in page


def test_json_by_either_option(run: Run) -> None:
    assert run("engines", "--json").stdout == run("engines", "--output-format", "json").stdout
    result = run("engines", "--output-format", "xml")
    assert (result.exit_code, result.stderr) == (
        2,
        "msglint: --output-format cannot be 'xml' here; it may be text or json.\n",
    )


def test_a_pipeline_in_a_folder(run: Run, folder: Path, german_pipeline: Path) -> None:
    configure(folder, f"tagger: {german_pipeline}\n")
    found = shown(run)
    (pipeline,) = found[str(german_pipeline)]
    assert (pipeline["state"], pipeline["languages"], pipeline["version"]) == ("used", ["de"], "0.0.0")
    assert pipeline["setting"]["origin"] == ".msglint.yaml:1"
    assert found["HanTa"][0]["languages"] == ["en"]
    assert "de_core_news_md" not in found
    assert "en_core_web_md" in found


def test_installed_pipelines_count_when_they_are_wanted(
    run: Run, folder: Path, german_pipeline: Path, install_pipeline: InstallPipeline
) -> None:
    name = install_pipeline(german_pipeline)
    (pipeline,) = shown(run)[name]
    assert (pipeline["state"], pipeline["why"]) == (
        "unused",
        "only HanTa is wanted; 'tagger: de_core_news_tiny' makes it count",
    )
    configure(folder, "tagger: spacy\n")
    (pipeline,) = shown(run)[name]
    assert (pipeline["state"], pipeline["why"]) == ("used", "takes the place of HanTa")


@pytest.mark.parametrize(
    ("tagger", "name", "state", "why"),
    [
        ("de_core_news_lg", "de_core_news_lg", "missing", "The spaCy pipeline 'de_core_news_lg' is not installed"),
        ("./nowhere", "nowhere", "broken", "There is no folder 'nowhere'"),
        ("json", "json", "broken", "The package 'json' is no spaCy pipeline"),
    ],
)
def test_a_pipeline_that_is_wanted_in_vain(
    tagger: str, name: str, state: str, why: str, run: Run, folder: Path
) -> None:
    configure(folder, f"tagger: {tagger}\n")
    (pipeline,) = shown(run)[name]
    assert pipeline["state"] == state
    assert pipeline["why"].startswith(why)
    assert [missing["command"] for missing in pipeline["missing"]] == (
        [f"python -m spacy download {name}"] if state == "missing" else []
    )


def test_a_pipeline_that_does_not_load(run: Run, folder: Path, german_pipeline: Path) -> None:
    import shutil

    copy = shutil.copytree(german_pipeline, folder / "pipeline")
    (copy / "tagger" / "model").write_bytes(b"")
    configure(folder, "tagger: ./pipeline\n")
    (pipeline,) = shown(run)["pipeline"]
    assert pipeline["state"] == "broken"
    assert "cannot be loaded" in pipeline["why"]
    # It is not silently replaced.
    assert shown(run)["HanTa"][0]["languages"] == ["en"]


@pytest.mark.skipif(find_spec("hunspell") is None, reason="pip install 'msglint[spelling]' enables it")
def test_a_dictionary_of_the_users_own(run: Run, folder: Path) -> None:
    (folder / "de_DE.aff").write_text(DICTIONARY_AFF, encoding="utf-8")
    (folder / "de_DE.dic").write_text(DICTIONARY_DIC, encoding="utf-8")
    configure(folder, "dictionaries: de_DE.dic\n")
    german, english = shown(run)["Hunspell"]
    assert (german["state"], german["origin"]) == ("used", "de_DE.dic")
    assert english["state"] == "missing"


def test_a_word_list_that_is_not_there(run: Run, folder: Path) -> None:
    configure(folder, "dictionaries: nowhere.dic\n")
    german, _ = shown(run)["Hunspell"]
    assert german["state"] in ("broken", "missing")


def test_what_is_switched_off(run: Run, folder: Path) -> None:
    configure(folder, "spelling: off\nlanguagetool: off\n")
    found = shown(run)
    assert {one["state"] for one in found["Hunspell"]} == {"unused"}
    (tool,) = found["LanguageTool"]
    assert (tool["state"], tool["why"], tool["missing"]) == ("unused", "switched off", [])
    assert tool["setting"] == {"key": "languagetool", "value": "off", "origin": ".msglint.yaml:2"}


def test_languagetool_in_a_folder(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "client_is_there", lambda: True)
    monkeypatch.setattr(java, "find_java", lambda _: Java(Path("java"), "21"))
    configure(folder, "languagetool: ./LanguageTool-6.8\n")
    (tool,) = shown(run)["LanguageTool"]
    assert tool["state"] == "broken"
    assert tool["why"].startswith("LanguageTool-6.8: there is no LanguageTool here")
    (folder / "LanguageTool-6.8").mkdir()
    (folder / "LanguageTool-6.8" / installation.JAR).write_bytes(b"")
    (tool,) = shown(run)["LanguageTool"]
    assert (tool["state"], tool["version"], tool["origin"]) == ("used", "6.8", "LanguageTool-6.8")


def test_a_server_that_is_named(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "client_is_there", lambda: True)
    configure(folder, "languagetool: http://localhost:8081\n")
    (tool,) = shown(run)["LanguageTool"]
    assert (tool["state"], tool["origin"]) == ("used", "http://localhost:8081")
    configure(folder, "languagetool: http://192.0.2.1:8081\n")
    (tool,) = shown(run)["LanguageTool"]
    assert tool["state"] == "broken"
    assert "192.0.2.1" in tool["why"]


def test_a_wrong_configuration_is_told(run: Run, folder: Path) -> None:
    configure(folder, "spelling: perhaps\n")
    result = run("engines")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("msglint: .msglint.yaml:1: 'spelling' cannot be 'perhaps'")


def test_paths_are_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME" if sys.platform != "win32" else "USERPROFILE", str(tmp_path))
    assert short(tmp_path / "lib" / "HanTa") == str(Path("~", "lib", "HanTa"))
    assert short(Path.cwd() / "pipeline") == "pipeline"
    assert short(Path("/elsewhere")) == str(Path("/elsewhere"))


@pytest.mark.parametrize(
    ("platform", "program", "command"),
    [
        ("win32", "", "winget install TheDocumentFoundation.LibreOffice"),
        ("darwin", "", "brew install --cask libreoffice"),
        ("linux", "dnf", "sudo dnf install hunspell-de"),
        ("linux", "pacman", "sudo pacman -S hunspell-de"),
        ("linux", "zypper", "sudo zypper install myspell-de_DE"),
        ("linux", "apt", "sudo apt install hunspell-de-de-frami"),
    ],
)
def test_the_command_fits_the_system(
    platform: str, program: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(describing.sys, "platform", platform)
    monkeypatch.setattr(describing.shutil, "which", lambda name: name if name == program else None)
    assert dictionary_command("de") == command
