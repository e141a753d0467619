"""LanguageTool without Java: a fake `java` that is a small server, a user of its own, and no process left behind."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.languagetool import server
from msglint.analysis.languagetool.state import StateFolder

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
JAVA_17 = 'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)'
LONG = 60.0
"""Seconds that nothing here takes: a test that waits so long has failed."""


class World:
    """A user with an installation of LanguageTool and a Java that does as it is told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.installation = fake_installation(folder / "data" / "msglint" / "languagetool" / "LanguageTool-6.8")
        self.settings = LanguageToolSettings()
        self.state = StateFolder.of_user()
        self.behave()

    def behave(self, version: str = JAVA_17, **behaviour: Any) -> None:
        """Put a `java` on PATH that says this version."""
        (self.bin / "behaviour.json").write_text(json.dumps({"version": version, **behaviour}), encoding="utf-8")
        self.script("java", f'exec "{sys.executable}" "{HERE / "fake_java.py"}" "{self.bin}" "$@"')

    def script(self, name: str, text: str) -> Path:
        """Put a program on PATH."""
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    def tell(self, name: str) -> None:
        """Give the fake java a sign."""
        (self.bin / name).write_text("", encoding="utf-8")

    def untell(self, name: str) -> None:
        """Take the sign away."""
        (self.bin / name).unlink()

    @property
    def noted(self) -> list[dict[str, Any]]:
        """What the fake java was started with and asked, in its order."""
        path = self.bin / "starts.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []

    @property
    def starts(self) -> list[dict[str, Any]]:
        """What it was started with."""
        return [entry for entry in self.noted if "pid" in entry]

    def start(self, **changes: Any) -> server.Running:
        """Start the server, and wait."""
        return server.start(self.settings, wait=LONG, **changes)

    def processes(self) -> list[psutil.Process]:
        """All that has come of it, whoever its parent is."""
        marks = (str(self.folder), str(self.state.path))
        return [process for process in psutil.process_iter() if _mentions(process, marks)]


def _mentions(process: psutil.Process, marks: tuple[str, ...]) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE and any(
            mark in word for word in process.cmdline() for mark in marks
        )
    except psutil.Error:
        return False


def fake_installation(folder: Path) -> Path:
    """A folder that looks like LanguageTool."""
    (folder / "libs").mkdir(parents=True)
    (folder / "languagetool-server.jar").write_bytes(b"")
    (folder / "libs" / "languagetool-core.jar").write_bytes(b"core")
    return folder


def until(is_so: Callable[[], object]) -> bool:
    """Wait until something is so; whether it has become so."""
    end = time.monotonic() + LONG
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def gone(pid: int) -> bool:
    """Whether the process has ended."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A user's home, with nothing of the machine's on PATH."""
    if sys.platform == "win32":
        pytest.skip("the fake java is a shell script")
    client = tmp_path / "client" / "language_tool_python"
    client.mkdir(parents=True)
    (client / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(client.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(client.parent)]))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    made = World(tmp_path)
    yield made
    for name in ("never up", "hang"):
        (made.bin / name).unlink(missing_ok=True)
    left = made.processes()
    try:
        server.stop()
    finally:
        for process in made.processes():
            process.kill()
    assert not made.processes(), left


@pytest.fixture
def kill() -> Callable[[int], None]:
    """End a process by SIGKILL and wait until it is gone."""

    def kill(pid: int) -> None:
        os.kill(pid, signal.SIGKILL)
        assert until(lambda: gone(pid))

    return kill
