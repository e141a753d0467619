"""Finds a Java that can run LanguageTool."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.failures import ENGINE
from msglint.analysis.languagetool.parenthood import end_with_parent

OLDEST: Final = 17
"""What LanguageTool needs since 6.6."""
PATIENCE: Final = 10.0
"""Seconds for Java to say its version; it takes a tenth of one."""

_PROPERTY: Final = r"^\s*{}\s*=\s*(\S.*?)\s*$"
_NUMBERS: Final = (
    re.compile(_PROPERTY.format(r"java\.version"), re.MULTILINE),
    re.compile(r"\bversion [\"']?(\d[^\"'\s]*)"),
    re.compile(r"^\s*(?:openjdk|java) (\d\S*)", re.MULTILINE),
)
"""Where the number may stand, the surest first: one of the properties, `java version "1.8.0_402"`, `openjdk 21 …`."""
_HOME: Final = re.compile(_PROPERTY.format(r"java\.home"), re.MULTILINE)
_NAME: Final = "java.exe" if sys.platform == "win32" else "java"


@dataclass(frozen=True, slots=True)
class Java:
    """A Java.

    Attributes:
        path: the program itself, not a script that starts it: what is started must also be what is ended.
        version: as it says (`17.0.15`); empty where it does not.
    """

    path: Path
    version: str

    @property
    def major(self) -> int:
        """17 for `17.0.15`, 8 for `1.8.0_402`, 0 where the version is not known."""
        numbers = [int(number) for number in re.findall(r"\d+", self.version)[:2]] or [0]
        return numbers[1] if numbers[0] == 1 and len(numbers) > 1 else numbers[0]


def find_java(environ: Mapping[str, str]) -> Java:
    """The Java of JAVA_HOME, else the one on PATH; the first that is new enough.

    Raises:
        EngineError: if there is none, it is too old, or does not tell its version.
    """
    found = []
    for path in _candidates(environ):
        java = _asked(path, environ)
        if java.major >= OLDEST:
            return java
        found.append(java)
    raise _unfit(found)


def install_command(*, is_old: bool = False) -> str:
    """The command that installs Java on this system, also beside one that is too old."""
    if sys.platform == "win32":
        return "winget install EclipseAdoptium.Temurin.21.JRE"
    if sys.platform == "darwin":
        return "brew install --cask temurin@21"
    if shutil.which("dnf"):
        return "sudo dnf install java-21-openjdk-headless"
    if shutil.which("pacman"):
        return "sudo pacman -S jre-openjdk-headless"
    # Where the default is too old, 17 can be had beside it.
    return f"sudo apt install {'openjdk-17' if is_old else 'default'}-jre-headless"


def _candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    if environ.get("JAVA_HOME"):
        path = Path(environ["JAVA_HOME"], "bin", _NAME)
        if os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises in a folder that is closed to us
            yield path
    on_path = shutil.which("java", path=environ.get("PATH", os.defpath))
    if on_path:
        yield Path(on_path)


def _asked(path: Path, environ: Mapping[str, str]) -> Java:
    """What the program says of itself. Some print nothing, some ask to install Java, some never end."""
    try:
        done = subprocess.run(  # noqa: S603 - the user's own Java
            [path, "-XshowSettings:properties", "-version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
            check=False,
            env=environ,
            preexec_fn=end_with_parent(),
        )
    except (OSError, subprocess.SubprocessError):
        return Java(path, "")
    said = done.stdout.decode("utf-8", "replace")
    number = next((found[1] for pattern in _NUMBERS if (found := pattern.search(said))), "")
    home = _HOME.search(said)
    return Java(_real(path, Path(home[1]) if home else None), number)


def _real(path: Path, home: Path | None) -> Path:
    """The program in Java's home: what is on PATH may be a script that chooses one."""
    real = home / "bin" / _NAME if home else path
    return real if os.access(real, os.X_OK) else path


def _unfit(found: list[Java]) -> EngineError:
    add = install_command(is_old=bool(found))
    if not found:
        return EngineError(
            ENGINE,
            f"LanguageTool braucht Java ab Version {OLDEST}, und hier ist keines; das ändert: {add}",
            f"LanguageTool needs Java {OLDEST} or newer, and there is none here; this adds it: {add}",
        )
    newest = max(found, key=lambda java: java.major)
    if newest.major:
        return EngineError(
            ENGINE,
            f"{newest.path} ist Java {newest.version}; LanguageTool braucht {OLDEST} oder neuer, etwa mit: {add}",
            f"{newest.path} is Java {newest.version}; LanguageTool needs {OLDEST} or newer, for example with: {add}",
        )
    return EngineError(
        ENGINE,
        f"{newest.path} sagt nicht, welches Java es ist; LanguageTool braucht {OLDEST} oder neuer, zum Beispiel mit: "
        f"{add}",
        f"{newest.path} does not say which Java it is; LanguageTool needs {OLDEST} or newer, for example with: {add}",
    )
