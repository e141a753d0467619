"""Where msglint keeps LanguageTool, and where the server of this user on this machine keeps its files."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.failures import ENGINE


def data_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder for what `msglint languagetool install` installs; None without a home."""
    return _user_folder(environ, "XDG_DATA_HOME", ".local/share", "user_data_dir")


def state_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder for state, lock and log of the server; None without a home.

    Each machine has its own: homes are shared over networks and between containers, processes are not.
    """
    folder = _user_folder(environ, "XDG_STATE_HOME", ".local/state", "user_state_dir")
    return folder / _machine(environ) if folder else None


def _machine(environ: Mapping[str, str]) -> str:
    """What `platform.node` says, without its import."""
    name = environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return name.replace(os.sep, "-").strip(".") or "localhost"


def _user_folder(environ: Mapping[str, str], variable: str, default: str, name: str) -> Path | None:
    given = environ.get(variable, "")
    if Path(given).is_absolute():
        return Path(given, "msglint", "languagetool")
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        return Path(getattr(platformdirs, name)("msglint", appauthor=False), "languagetool")
    try:
        # What platformdirs would say, without its import: whether LanguageTool is there is asked at every check.
        return Path.home() / default / "msglint" / "languagetool"
    except RuntimeError:
        return None


def homeless() -> EngineError:
    """The error where the user has no home."""
    return EngineError(
        ENGINE,
        "Für LanguageTool gibt es keinen Ordner, weil kein Benutzerverzeichnis (HOME) bekannt ist.",
        "There is no folder for LanguageTool, because the home directory (HOME) is not known.",
    )
