"""Finding a Java, and understanding what it says of itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.java import Java, find_java, install_command

from .conftest import World


@pytest.mark.parametrize(
    ("said", "version", "major"),
    [
        ('openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', "17.0.15", 17),
        ('openjdk version "21" 2023-09-19', "21", 21),
        ('openjdk version "22-ea" 2024-03-19', "22-ea", 22),
        ('Picked up JAVA_TOOL_OPTIONS: -Dversion="8"\nopenjdk version "17.0.2" 2022-01-18', "17.0.2", 17),
        ("openjdk 25.0.1 2025-10-21\nOpenJDK Runtime Environment", "25.0.1", 25),
        ("Property settings:\n    java.vm.version = 1\n    java.version = 18.0.1\n\nJDK of somebody", "18.0.1", 18),
        ('java version "1.8.0_402"\nJava(TM) SE', "1.8.0_402", 8),
    ],
)
def test_versions(said: str, version: str, major: int, world: World) -> None:
    world.behave(version=said)
    if major < 17:
        with pytest.raises(EngineError, match=f"is Java {version}; LanguageTool needs 17 or newer"):
            find_java(os.environ)
        return

    java = find_java(os.environ)

    assert (java.version, java.major) == (version, major)


@pytest.mark.parametrize("said", ["", "The operation couldn't be completed.", "version unknown", "\x00\x01 version"])
def test_a_program_that_does_not_say_its_version(said: str, world: World) -> None:
    world.behave(version=said)

    with pytest.raises(EngineError, match=r"java does not say which Java it is; LanguageTool needs 17 or newer"):
        find_java(os.environ)


def test_a_program_that_is_none(world: World) -> None:
    (world.bin / "java").write_bytes(b"\x7fELF nonsense")

    with pytest.raises(EngineError, match="does not say which Java it is"):
        find_java(os.environ)


def test_one_that_never_ends_is_ended(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.analysis.languagetool.java.PATIENCE", 0.3)
    world.script("java", "while :; do :; done")

    with pytest.raises(EngineError, match="does not say which Java it is"):
        find_java(os.environ)

    assert world.processes() == []


def test_none_at_all(world: World) -> None:
    (world.bin / "java").unlink()

    with pytest.raises(EngineError) as caught:
        find_java(os.environ)

    assert caught.value.engine == "languagetool"
    assert (
        caught.value.en
        == f"LanguageTool needs Java 17 or newer, and there is none here; this adds it: {install_command()}"
    )
    assert caught.value.de == (
        f"LanguageTool braucht Java ab Version 17, und hier ist keines; das ändert: {install_command()}"
    )


def test_java_home_goes_before_the_path(world: World, tmp_path: Path) -> None:
    home = tmp_path / "jdk-21"
    (home / "bin").mkdir(parents=True)
    program = world.script("java", "echo 'openjdk version \"21.0.1\"'").rename(home / "bin" / "java")
    world.behave()

    assert find_java({**os.environ, "JAVA_HOME": str(home)}) == Java(program, "21.0.1")


def test_a_java_home_that_is_too_old_or_gone_is_passed_by(world: World, tmp_path: Path) -> None:
    home = tmp_path / "jdk-11"
    (home / "bin").mkdir(parents=True)
    world.script("java", "echo 'openjdk version \"11.0.2\"'").rename(home / "bin" / "java")
    world.behave()

    for folder in (home, tmp_path / "nowhere"):
        assert find_java({**os.environ, "JAVA_HOME": str(folder)}).path == world.bin / "java"


def test_behind_a_script_that_chooses_a_java_is_the_one_it_chooses(world: World, tmp_path: Path) -> None:
    home = tmp_path / "chosen"
    (home / "bin").mkdir(parents=True)
    real = world.script("real", ":").rename(home / "bin" / "java")
    world.behave(version=f"    java.home = {home}\n    java.version = 17.0.1")

    assert find_java(os.environ).path == real
