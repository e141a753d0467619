"""Where LanguageTool is installed, which version it is, and what is missing to run it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from msglint.analysis.engine_settings import AUTO, OFF, LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.failures import ENGINE, not_installed
from msglint.analysis.languagetool.folders import data_folder
from msglint.paths import shown
from msglint.texts import Text

CLIENT: Final = "language_tool_python"
JAR: Final = "languagetool-server.jar"
PREFIX: Final = "LanguageTool-"
INSTALL: Final = "msglint languagetool install"
INSTALL_CLIENT: Final = "pip install 'msglint[languagetool]'"

_POM: Final = "META-INF/maven/org.languagetool/languagetool-server/pom.properties"
_VERSION: Final = re.compile(r"^version=(\S+)$", re.MULTILINE)


class Installation(NamedTuple):
    """A folder with LanguageTool in it.

    Attributes:
        folder: where `languagetool-server.jar` and `libs` are.
    """

    folder: Path

    @property
    def jar(self) -> Path:
        """The file that Java runs."""
        return self.folder / JAR

    @property
    def version(self) -> str:
        """As the jar says, else as the folder is called; empty where neither tells. Opens the jar."""
        return _version_in(self.jar) or self.folder.name.partition(PREFIX)[2]


class Missing(NamedTuple):
    """Something without which LanguageTool cannot be used.

    Attributes:
        what: its name for people.
        command: the one command that adds it.
    """

    what: Text
    command: str


def server_address(settings: LanguageToolSettings) -> str | None:
    """The address of a server where the settings name one."""
    return settings.use if isinstance(settings.use, str) and "://" in settings.use else None


def is_there(settings: LanguageToolSettings) -> bool:
    """Whether checks can have LanguageTool, as far as a look at a few files tells. No network, no Java."""
    if settings.use == OFF or not client_is_there():
        return False
    return server_address(settings) is not None or find(settings) is not None


def find(settings: LanguageToolSettings, environ: Mapping[str, str] | None = None) -> Installation | None:
    """The installation that the settings mean: the folder they name, else the newest that msglint has installed."""
    if isinstance(settings.use, Path):
        return Installation(settings.use) if _is_installation(settings.use) else None
    if settings.use != AUTO:
        return None
    return max(installed(environ), key=lambda installation: _newness(installation.folder.name), default=None)


def find_or_fail(settings: LanguageToolSettings, environ: Mapping[str, str] | None = None) -> Installation:
    """The installation that the settings mean.

    Raises:
        EngineError: if there is none; it tells the command that installs it.
    """
    found = find(settings, environ)
    if found is not None:
        return found
    if isinstance(settings.use, Path):
        raise EngineError(
            ENGINE,
            f"{shown(settings.use)}: hier ist kein LanguageTool; im Ordner müssen {JAR} und libs liegen.",
            f"{shown(settings.use)}: there is no LanguageTool here; the folder must have {JAR} and libs.",
        )
    raise EngineError(
        ENGINE,
        f"LanguageTool ist nicht installiert; das erledigt: {INSTALL}",
        f"LanguageTool is not installed; this does it: {INSTALL}",
    )


def installed(environ: Mapping[str, str] | None = None) -> Iterator[Installation]:
    """What `msglint languagetool install` has installed."""
    folder = data_folder(os.environ if environ is None else environ)
    try:
        entries = sorted(os.listdir(folder)) if folder else []  # noqa: PTH208 - only the names are needed
    except OSError:
        return
    for name in entries:
        if folder and name.startswith(PREFIX) and _is_installation(folder / name):
            yield Installation(folder / name)


def client_is_there() -> bool:
    """Whether language-tool-python can be imported, found out without importing it."""
    from importlib.util import find_spec

    if sys.modules.get(CLIENT) is not None:
        return True
    try:
        return find_spec(CLIENT) is not None
    except (ImportError, ValueError):
        return False


def missing(settings: LanguageToolSettings, environ: Mapping[str, str] | None = None) -> Iterator[Missing]:
    """What has to be added before LanguageTool can be used. Runs Java to ask for its version, if it comes to that."""
    if settings.use == OFF:
        return
    if not client_is_there():
        package = Text("das Python-Paket language-tool-python", "the Python package language-tool-python")
        yield Missing(package, INSTALL_CLIENT)
    if server_address(settings) is not None:
        return
    if find(settings, environ) is None:
        yield Missing(Text("LanguageTool", "LanguageTool"), INSTALL)
    from msglint.analysis.languagetool import java

    try:
        java.find_java(os.environ if environ is None else environ)
    except EngineError:
        yield Missing(Text(f"Java ab Version {java.OLDEST}", f"Java {java.OLDEST} or newer"), java.install_command())


def require_client() -> None:
    """Make sure that language-tool-python is there, and with it what the server needs.

    Raises:
        EngineError: if it is not.
    """
    if not client_is_there():
        raise not_installed()


def _is_installation(folder: Path) -> bool:
    jar = folder / JAR
    return os.path.isfile(jar)  # noqa: PTH113 - Path.is_file raises in a folder that is closed to us


def _newness(name: str) -> tuple[tuple[int, ...], str]:
    """6.10 is newer than 6.9."""
    return tuple(int(number) for number in re.findall(r"\d+", name)), name


def _version_in(jar: Path) -> str:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(jar) as archive:
            found = _VERSION.search(archive.read(_POM).decode("utf-8", "replace").replace("\r", ""))
    except (OSError, BadZipFile, KeyError, ValueError, NotImplementedError):
        return ""
    return found[1] if found else ""
