"""`msglint languagetool` as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from cli.conftest import runner
from click.testing import Result

from msglint.analysis.languagetool import server
from msglint.cli import languagetool
from msglint.cli.root import group

from .conftest import LONG, World, until

Run = Callable[..., Result]


@pytest.fixture
def run(world: World, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty folder."""
    work = world.folder / "work"
    (work / ".git").mkdir(parents=True)
    monkeypatch.chdir(work)
    for name in list(os.environ):
        if name.startswith("MSGLINT_") or name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "FORCE_COLOR"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(world.folder / "config"))

    def run(*arguments: str, **environ: str) -> Result:
        return runner().invoke(group, ["languagetool", *arguments], env=environ, prog_name="msglint")

    return run


def configure(text: str) -> None:
    Path(".msglint.yaml").write_text(text, encoding="utf-8")


def archive(world: World) -> Path:
    path = world.folder / "lt.zip"
    with ZipFile(path, "w") as opened:
        for name in ("languagetool-server.jar", "libs/a.jar"):
            opened.writestr(f"LanguageTool-6.8/{name}", b"")
    return path


# Start, stop, status


def test_start_and_stop(run: Run, world: World) -> None:
    result = run("start")

    running = server.running()
    assert running is not None
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"LanguageTool 6.8 is ready: {running.url}\n"
    assert run("start").stdout == result.stdout
    assert len(world.starts) == 1

    assert run("stop").stdout == "LanguageTool has been stopped.\n"
    assert run("stop").stdout == "LanguageTool was not running.\n"
    assert server.running() is None


def test_in_german(run: Run, world: World) -> None:
    started = run("start", LANG="de_DE.UTF-8")

    assert started.stdout.startswith("LanguageTool 6.8 ist bereit: http://127.0.0.1:")
    assert run("stop", LANG="de_DE.UTF-8").stdout == "LanguageTool ist angehalten.\n"
    assert run("stop", "--ui-language", "de").stdout == "LanguageTool lief nicht.\n"


def test_start_takes_the_folder_of_the_configuration(run: Run, world: World) -> None:
    folder = world.installation.rename(world.folder / "work" / "mine")
    configure("languagetool: ./mine\nlanguagetool-options:\n  memory: 600m\n  idle-minutes: 7\n")

    assert run("start").exit_code == 0

    running = server.running()
    assert running is not None
    assert (running.folder, running.idle) == (folder, 420)
    assert world.starts[0]["arguments"][0] == "-Xmx600m"


def test_one_of_another_folder_is_told(run: Run, world: World) -> None:
    run("start")
    world.installation.with_name("LanguageTool-6.8").rename(world.folder / "work" / "mine")
    configure("languagetool: ./mine\n")

    result = run("start")

    assert result.exit_code == 0
    assert result.stderr.startswith("msglint: The one in ")
    assert result.stderr.endswith("not the one in mine; 'msglint languagetool stop' makes room for it.\n")


@pytest.mark.parametrize(
    ("configured", "sentence"),
    [
        ("'off'", "LanguageTool is switched off in the configuration ('languagetool: off')."),
        (
            "http://localhost:8081",
            "There is nothing to start: the configuration names the server http://localhost:8081.",
        ),
        (
            "./nowhere",
            "nowhere: there is no LanguageTool here; the folder must have languagetool-server.jar and libs.",
        ),
    ],
)
def test_nothing_to_start(configured: str, sentence: str, run: Run, world: World) -> None:
    configure(f"languagetool: {configured}\n")

    result = run("start")

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"msglint: {sentence}\n")


def test_a_start_that_fails(run: Run, world: World) -> None:
    world.behave(last_words="Error: Unable to access jarfile")

    result = run("start", LANG="de_DE.UTF-8")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "msglint: LanguageTool 6.8 ließ sich nicht starten: Java endete mit „Error: Unable to access jarfile“ ("
    )
    assert result.stderr.count("\n") == 1
    assert (
        "läuft nicht. Zuletzt: LanguageTool 6.8 ließ sich nicht starten: Java"
        in run("status", "--ui-language", "de").stdout
    )


def test_status(run: Run, world: World) -> None:
    before = run("status")
    assert (before.exit_code, before.stderr) == (0, "")
    assert before.stdout.splitlines()[:2] == [
        f"LanguageTool: 6.8 in {world.installation}",
        f"Java: 17.0.15, {world.bin / 'java'}",
    ]
    assert before.stdout.splitlines()[3:] == ["server: not running"]

    run("start")
    running = server.running()
    assert running is not None
    lines = run("status").stdout.splitlines()
    assert lines[3].startswith(f"server: ready at {running.url}, ")
    assert lines[3].endswith(" MB, stops after 30 minutes without a check")
    assert lines[4] == f"log: {world.state.log}"


def test_status_while_it_starts(run: Run, world: World) -> None:
    world.behave(hangs_at="de-DE")
    world.tell("hang")
    run("status")
    with subprocess.Popen(
        [sys.executable, "-m", "msglint", "languagetool", "start"], stdout=subprocess.PIPE
    ) as started:
        assert until(lambda: (running := server.running()) is not None and running.done == 1)
        assert "server: starting (1 of 3 steps)" in run("status").stdout
        world.untell("hang")
        started.communicate(timeout=LONG)


def test_status_where_everything_is_missing(run: Run, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    (world.installation / "languagetool-server.jar").unlink()
    (world.bin / "java").unlink()

    lines = run("status", "--ui-language", "de").stdout.splitlines()

    assert lines[0] == "LanguageTool: nicht installiert; das erledigt: msglint languagetool install"
    assert lines[1].startswith("Java: LanguageTool braucht Java ab Version 17, und hier ist keines; das ändert: ")
    assert lines[2] == "language-tool-python: nicht installiert; das erledigt: pip install 'msglint[languagetool]'"
    assert lines[3:] == ["Server: läuft nicht"]


@pytest.mark.parametrize(
    ("configured", "line"),
    [
        ("'off'", "server: switched off ('languagetool: off')"),
        ("http://localhost:8081/v2", "server: http://localhost:8081, named in the configuration"),
    ],
)
def test_status_of_what_msglint_does_not_run(configured: str, line: str, run: Run, world: World) -> None:
    configure(f"languagetool: {configured}\n")

    assert run("status").stdout.splitlines()[1:] == [line]


def test_status_for_programs(run: Run, world: World) -> None:
    run("start")
    running = server.running()
    assert running is not None

    told = json.loads(run("status", "--output-format", "json").stdout)

    assert told["schema_version"] == 1
    assert told["installation"] == {"version": "6.8", "folder": str(world.installation)}
    assert told["java"] == {"version": "17.0.15", "path": str(world.bin / "java")}
    assert (told["failure"], told["java_error"], told["use"]) == (None, None, "auto")
    assert told["server"]["memory"] > 0
    assert {**told["server"], "memory": 0} == {
        "phase": "ready",
        "url": running.url,
        "version": "6.8",
        "folder": str(world.installation),
        "pid": running.pid,
        "supervisor": running.supervisor,
        "memory": 0,
        "idle_minutes": 30.0,
        "done": 3,
        "total": 3,
    }
    run("stop")
    assert json.loads(run("status", "--output-format", "json").stdout)["server"] is None


def test_another_form_of_output(run: Run, world: World) -> None:
    assert run("status", "--output-format", "sarif").exit_code == 2


# Install


def test_install_from_a_file(run: Run, world: World) -> None:
    (world.installation / "languagetool-server.jar").unlink()

    result = run("install", str(archive(world)))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"LanguageTool 6.8 is installed: {world.installation}\n"
    assert run("start").exit_code == 0


@pytest.mark.parametrize(
    ("has_maven", "arguments", "used"),
    [
        (True, [], "maven"),
        (False, [], "download"),
        (True, ["--from", "download"], "download"),
        (False, ["--from", "maven"], "maven"),
    ],
)
def test_where_it_comes_from(
    has_maven: bool, arguments: list[str], used: str, run: Run, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msglint.analysis.languagetool import installing
    from msglint.analysis.languagetool.installation import Installation

    if has_maven:
        world.script("mvn", "exit 1")
    called: list[str] = []

    def note(way: str) -> Installation:
        called.append(way)
        return Installation(world.installation)

    monkeypatch.setattr(installing, "by_maven", lambda watch: note("maven"))
    monkeypatch.setattr(installing, "by_download", lambda *, is_watched: note("download"))

    result = run("install", *arguments)

    assert (result.exit_code, result.stderr, called) == (0, "", [used])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.zip"], "nowhere.zip: there is no such zip file or folder."),
        (["--from", "moon"], "--from cannot be 'moon'; it may be maven or download."),
        ([".", "--from", "maven"], "A file or folder and --from contradict each other; please use one of them."),
        ([".git"], ".git: there is no LanguageTool server in it; languagetool-server.jar and libs are missing."),
        (
            ["--from", "maven"],
            "Maven (mvn) is not there; 'msglint languagetool install --from download' does without it.",
        ),
    ],
)
def test_what_cannot_be_installed(arguments: list[str], sentence: str, run: Run, world: World) -> None:
    result = run("install", *arguments)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"msglint: {sentence}\n")


# Help, and where nobody watches


@pytest.mark.parametrize("language", ["de", "en"])
def test_help(language: str, run: Run) -> None:
    shown = run("--ui-language", language, "--help").stdout

    for name, command in languagetool.COMMANDS.items():
        assert f"  {name}" in shown
        assert command.text.in_(language).partition("\n\n")[0].split()[0] in shown
        assert run(name, "--ui-language", language, "--help").exit_code == 0


def test_an_unknown_command(run: Run) -> None:
    assert "did you mean 'status'?" in run("statsu").stderr


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Standard error is a terminal, and every wait a long one."""
    monkeypatch.setattr("msglint.cli.progress.is_terminal", lambda _: True)
    monkeypatch.setattr("msglint.cli.progress.MOMENT", -1.0)
    return


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_there_is_a_bar(run: Run, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Watched(languagetool.Bar):
        def reach(self, done: int, total: int) -> None:
            seen.append(f"{done} of {total}")
            super().reach(done, total)

    monkeypatch.setattr(languagetool, "Bar", Watched)
    run("start")

    assert seen
    assert set(seen) <= {"0 of 3", "1 of 3", "2 of 3", "3 of 3"}


def test_on_a_pipe_there_is_nothing_but_the_result(run: Run, world: World) -> None:
    command = [sys.executable, "-m", "msglint", "languagetool", "start"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("LanguageTool 6.8 is ready: ")
