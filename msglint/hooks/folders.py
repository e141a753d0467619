"""Where hooks keep what they have to remember: this user's state folder, on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

FOR_ME_ALONE = 0o700


def state_folder(environ: Mapping[str, str] | None = None) -> Path | None:
    """The folder, whether it exists or not; None without a home."""
    return _folder(os.environ if environ is None else environ, "XDG_STATE_HOME", ".local/state", "user_state_path")


def data_folder(environ: Mapping[str, str] | None = None) -> Path | None:
    """The folder for what `msglint hook install` puts down, whether it exists or not; None without a home."""
    return _folder(os.environ if environ is None else environ, "XDG_DATA_HOME", ".local/share", "user_data_path")


def _folder(environ: Mapping[str, str], variable: str, default: str, name: str) -> Path | None:
    given = environ.get(variable, "")
    if Path(given).is_absolute():
        return Path(given, "msglint", "hooks")
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        return Path(getattr(platformdirs, name)("msglint", appauthor=False), "hooks")
    try:
        return Path.home() / default / "msglint" / "hooks"
    except RuntimeError:
        return None


def made(folder: Path) -> Path:
    """The folder, made for its owner alone where it was not there.

    Raises:
        OSError: if it cannot be made.
    """
    folder.mkdir(mode=FOR_ME_ALONE, parents=True, exist_ok=True)
    return folder
