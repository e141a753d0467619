"""Running msglint as a user does, in an empty folder, with nothing from the machine around."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

KEPT = ("PATH", "PYTHONPATH", "SYSTEMROOT", "COVERAGE_PROCESS_START")

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: the root of a repository, English, no user configuration."""
    work = tmp_path / "work"
    (work / ".git").mkdir(parents=True)
    monkeypatch.chdir(work)
    for name in list(os.environ):
        if name.startswith("MSGLINT_") or name in (
            "LC_ALL",
            "LC_MESSAGES",
            "LANGUAGE",
            "NO_COLOR",
            "FORCE_COLOR",
        ):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    return work


def runner() -> CliRunner:
    """A runner that keeps the two outputs apart, as click does by itself since 8.2."""
    try:
        return CliRunner(mix_stderr=False)  # type: ignore[call-arg, unused-ignore]
    except TypeError:
        return CliRunner()


@pytest.fixture
def run(folder: Path) -> Run:
    """Run msglint within this process."""

    def run(*arguments: str, stdin: str | bytes | None = None, **environ: str) -> Result:
        from msglint.cli.root import group

        return runner().invoke(group, list(arguments), input=stdin, env=environ, prog_name="msglint")

    return run


@pytest.fixture
def process(folder: Path) -> Process:
    """Run msglint in a process of its own."""
    root = Path(__file__).parents[2]

    def process(
        *arguments: str, stdin: bytes = b"", environ: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        kept["PYTHONPATH"] = os.pathsep.join(filter(None, [str(root), kept.get("PYTHONPATH")]))
        return subprocess.run(
            [sys.executable, "-m", "msglint", *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
            env={**kept, "LANG": "en_GB.UTF-8", "XDG_CONFIG_HOME": str(folder / "xdg"), **(environ or {})},
        )

    return process
