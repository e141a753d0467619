"""Where configuration files may lie."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

PROJECT_FILE = ".msglint.yaml"
PYPROJECT = "pyproject.toml"


def user_file(environ: Mapping[str, str]) -> Path | None:
    """The file in the user's configuration folder, whether it exists or not; None without a home."""
    try:
        return _user_folder(environ) / "config.yaml"
    except RuntimeError:
        return None


def accepted_file(environ: Mapping[str, str]) -> Path | None:
    """The file with what the user has accepted, beside the user's settings; None without a home."""
    settings = user_file(environ)
    return settings.with_name("accepted.yaml") if settings else None


def words_file(environ: Mapping[str, str]) -> Path | None:
    """The file with the user's own words, beside the user's settings; None without a home."""
    settings = user_file(environ)
    return settings.with_name("words.txt") if settings else None


def _user_folder(environ: Mapping[str, str]) -> Path:
    given = environ.get("XDG_CONFIG_HOME", "")
    if Path(given).is_absolute():
        return Path(given, "msglint")
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_config_dir

        return Path(user_config_dir("msglint", appauthor=False))
    # What platformdirs would say, without its import, which costs a tenth of a whole check.
    return Path.home() / ".config" / "msglint"


def project_files(start: Path) -> Iterator[Path]:
    """Where a project's settings may lie, nearest first: up to the repository's root, the home or the top."""
    home = _home()
    for folder in (start, *start.parents):
        yield folder / PROJECT_FILE
        yield folder / PYPROJECT
        if folder == home or is_there(folder / ".git"):
            return


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder, as far as one may look."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises in a folder that is closed to us


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None
