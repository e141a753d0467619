"""Where LanguageTool is installed, and installing it from a file, a folder, by Maven and by language-tool-python."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import installation, installing, server
from msglint.texts import Text

from .conftest import World, fake_installation

POM = "META-INF/maven/org.languagetool/languagetool-server/pom.properties"
JAR, LIB = "languagetool-server.jar", "libs/languagetool-core.jar"


def jar(path: Path, version: str = "6.8") -> bytes:
    """A jar that says its version."""
    with ZipFile(path, "w") as archive:
        archive.writestr(POM, f"artifactId=languagetool-server\r\nversion={version}\r\n")
    return path.read_bytes()


@pytest.fixture
def installed(world: World) -> Iterator[Path]:
    """The folder of installations, empty."""
    for file in (world.installation / JAR, world.installation / LIB):
        file.unlink()
    (world.installation / "libs").rmdir()
    world.installation.rmdir()
    folder = world.installation.parent
    yield folder
    assert not [entry for entry in folder.iterdir() if not entry.name.startswith("LanguageTool-")]


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def a_zip(folder: Path, top: str = "LanguageTool-6.8/", version: str = "6.8") -> Path:
    files = {f"{top}{JAR}": jar(folder / "x.jar", version), f"{top}{LIB}": b"core", f"{top}org/a/b.xml": b"<a/>"}
    return zipped(folder / "lt.zip", files)


def refusal(path: Path) -> str:
    with pytest.raises(EngineError) as caught:
        installing.from_path(path)
    return caught.value.en


# Where it is


def test_the_newest_is_used(world: World) -> None:
    for version in ("6.9", "6.10", "5.9.1"):
        fake_installation(world.installation.with_name(f"LanguageTool-{version}"))
    (world.installation.with_name("LanguageTool-7.0")).mkdir()

    found = installation.find(world.settings)

    assert found is not None
    assert found.version == "6.10"


def test_the_version_is_what_the_jar_says(world: World, tmp_path: Path) -> None:
    folder = fake_installation(tmp_path / "somewhere")
    assert installation.Installation(folder).version == ""

    (folder / JAR).write_bytes(jar(tmp_path / "x.jar", "6.9-SNAPSHOT"))
    assert installation.Installation(folder).version == "6.9-SNAPSHOT"

    (folder / JAR).write_bytes(b"PK\x03\x04 damaged")
    assert installation.Installation(folder.rename(tmp_path / "LanguageTool-6.7")).version == "6.7"


def test_what_is_missing(world: World, installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    (world.bin / "java").unlink()

    commands = [missing.command for missing in installation.missing(world.settings)]

    assert commands[:2] == ["pip install 'msglint[languagetool]'", "msglint languagetool install"]
    assert "install" in commands[2]
    assert len(commands) == 3
    named = LanguageToolSettings(use="http://localhost:1")
    assert [missing.command for missing in installation.missing(named)] == commands[:1]
    assert list(installation.missing(LanguageToolSettings(use="off"))) == []


def test_nothing_is_missing(world: World) -> None:
    assert list(installation.missing(world.settings)) == []


def test_an_old_java_is_missing_too(world: World) -> None:
    world.behave(version='openjdk version "11.0.2"')

    assert [missing.what for missing in installation.missing(world.settings)] == [
        Text("Java ab Version 17", "Java 17 or newer")
    ]


# From what the user has


@pytest.mark.parametrize("top", ["LanguageTool-6.8/", "another name/", ""])
def test_from_a_zip_file(top: str, world: World, installed: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    found = installing.from_path(a_zip(tmp_path, top), lambda done, total: seen.append((done, total)))

    assert (found.folder, found.version) == (installed / "LanguageTool-6.8", "6.8")
    assert (found.folder / "org/a/b.xml").read_bytes() == b"<a/>"
    assert installation.find(world.settings) == found
    assert seen[-1][0] == seen[-1][1] == sum(size for size in (len((found.folder / JAR).read_bytes()), 4, 4))


def test_from_a_folder(installed: Path, tmp_path: Path) -> None:
    folder = fake_installation(tmp_path / "mine" / "LanguageTool-6.7")

    for given in (folder, folder.parent):
        found = installing.from_path(given)
        assert (found.folder, found.version) == (installed / "LanguageTool-6.7", "6.7")
        assert (found.folder / LIB).read_bytes() == b"core"
    assert (folder / JAR).exists()


def test_the_same_version_takes_the_place_of_the_old(installed: Path, tmp_path: Path) -> None:
    first = installing.from_path(a_zip(tmp_path))
    (first.folder / "old").write_text("", encoding="utf-8")

    assert installing.from_path(a_zip(tmp_path)) == first
    assert not (first.folder / "old").exists()


def test_another_version_is_put_beside_it(installed: Path, tmp_path: Path) -> None:
    installing.from_path(a_zip(tmp_path))
    installing.from_path(a_zip(tmp_path, version="6.9"))

    assert {folder.name for folder in installed.iterdir()} == {"LanguageTool-6.8", "LanguageTool-6.9"}


def test_one_that_is_running_stays(world: World, tmp_path: Path) -> None:
    world.start()

    assert refusal(a_zip(tmp_path)) == "This LanguageTool is running; please first: msglint languagetool stop"
    assert (world.installation / JAR).read_bytes() == b""
    fake_maven(world, a_zip(tmp_path))
    with pytest.raises(EngineError, match="This LanguageTool is running"):
        installing.by_maven()
    assert not (tmp_path / "called").exists()
    server.stop()
    assert installing.from_path(a_zip(tmp_path)).version == "6.8"


def test_what_is_no_zip_file(installed: Path, tmp_path: Path) -> None:
    damaged = " is no zip archive of LanguageTool, or it is damaged."
    good = zipped(tmp_path / "good.zip", {JAR: b"", LIB: b"core"}).read_bytes()
    for number, content in enumerate((b"", b"nothing", good[:-30], good.replace(b"core", b"cure", 1))):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        assert refusal(path).endswith(damaged)
    assert list(installed.iterdir()) == []


@pytest.mark.parametrize("name", ["../out", "/out", "LanguageTool-6.8/../../out", "..\\out", "C:\\out"])
def test_nothing_is_written_outside(name: str, installed: Path, tmp_path: Path) -> None:
    path = zipped(tmp_path / "evil.zip", {name: b"x", JAR: b"", LIB: b""})

    assert refusal(path).endswith("is no zip archive of LanguageTool, or it is damaged.")
    assert not list(tmp_path.rglob("out"))


def test_one_that_grows_beyond_measure(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "LARGEST", 5)

    assert refusal(a_zip(tmp_path)).endswith("damaged.")


def test_something_else_in_it(installed: Path, tmp_path: Path) -> None:
    missing = "there is no LanguageTool server in it; languagetool-server.jar and libs are missing."

    assert refusal(zipped(tmp_path / "x.zip", {"a/b.txt": b""})).endswith(missing)
    assert refusal(tmp_path / "client").endswith(missing)


def test_a_file_that_cannot_be_read(installed: Path, tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.zip").endswith("nowhere.zip: cannot be read (there is no such file or folder).")


def test_a_folder_that_cannot_be_written(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))

    assert refusal(a_zip(tmp_path)).endswith("LanguageTool cannot be installed here (a part of the path is no folder).")


# By Maven


def fake_maven(world: World, archive: Path) -> None:
    """A `mvn` that has the file in its repository, and notes how it was called."""
    program = world.folder / "maven.py"
    program.write_text(
        "import shutil, sys\n"
        f"open({str(world.folder / 'called')!r}, 'w').write(' '.join(sys.argv[1:]))\n"
        "(target,) = [word.partition('=')[2] for word in sys.argv if word.startswith('-DoutputDirectory=')]\n"
        f"shutil.copy({str(archive)!r}, target)\n",
        encoding="utf-8",
    )
    world.script("mvn", f'exec "{sys.executable}" "{program}" "$@"')


def test_by_maven(world: World, installed: Path, tmp_path: Path) -> None:
    fake_maven(world, a_zip(tmp_path))

    assert installing.by_maven().folder == installed / "LanguageTool-6.8"
    called = (tmp_path / "called").read_text(encoding="utf-8")
    assert "dependency:get" in called
    assert "-Dartifact=org.languagetool:languagetool-standalone:6.8:zip -Dtransitive=false" in called


def test_maven_fails(world: World, installed: Path) -> None:
    world.script("mvn", "echo '[ERROR] Could not resolve it'; echo '[ERROR] More'; exit 1")

    with pytest.raises(EngineError, match=r"^Maven could not fetch LanguageTool: Could not resolve it$"):
        installing.by_maven()


def test_maven_says_nothing(world: World, installed: Path) -> None:
    world.script("mvn", "exit 1")

    with pytest.raises(EngineError, match=r"Maven could not fetch LanguageTool: mvn ended with 1$"):
        installing.by_maven()


def test_without_maven(world: World) -> None:
    with pytest.raises(EngineError, match="'msglint languagetool install --from download' does without it"):
        installing.by_maven()


# By language-tool-python


def fake_client(world: World, download: str) -> None:
    """A language-tool-python whose download does this."""
    (world.folder / "client" / "language_tool_python" / "download_lt.py").write_text(
        "import os, shutil, sys\n"
        "class LocalLanguageTool:\n"
        "    @classmethod\n"
        "    def from_version_name(cls, version):\n"
        "        assert version == '6.8'\n"
        "        return cls()\n"
        "    def download(self):\n"
        f"        {download}\n",
        encoding="utf-8",
    )


@pytest.fixture
def no_client_yet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever another test has imported of language-tool-python is out of the way."""
    names = [name for name in sys.modules if name.partition(".")[0] == "language_tool_python"]
    for name in names:
        monkeypatch.delitem(sys.modules, name)
    yield
    for name in ("language_tool_python", "language_tool_python.download_lt"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("no_client_yet")
def test_by_language_tool_python(world: World, installed: Path, tmp_path: Path) -> None:
    made = fake_installation(tmp_path / "LanguageTool-6.8")
    fake_client(world, f"shutil.copytree({str(made)!r}, os.path.join(os.environ['LTP_PATH'], 'LanguageTool-6.8'))")
    before = dict(os.environ)

    assert installing.by_download().folder == installed / "LanguageTool-6.8"
    assert dict(os.environ) == before


@pytest.mark.usefixtures("no_client_yet")
@pytest.mark.parametrize(
    ("fails", "said"),
    [
        ("raise OSError('no network')", "no network"),
        ("sys.exit('java?')", "java?"),
        ("raise KeyError", "KeyError"),
        ("raise ValueError('two\\nlines')", "two lines"),
    ],
)
def test_its_download_fails(fails: str, said: str, world: World, installed: Path) -> None:
    fake_client(world, fails)

    with pytest.raises(EngineError) as caught:
        installing.by_download()

    assert caught.value.en == f"language-tool-python could not download LanguageTool: {said}"


@pytest.mark.usefixtures("no_client_yet")
def test_a_download_needs_java(world: World) -> None:
    (world.bin / "java").unlink()

    with pytest.raises(EngineError, match="needs Java 17 or newer"):
        installing.by_download()


@pytest.mark.usefixtures("no_client_yet")
def test_a_download_needs_the_client(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)

    with pytest.raises(EngineError, match=r"pip install 'msglint\[languagetool\]'"):
        installing.by_download()
