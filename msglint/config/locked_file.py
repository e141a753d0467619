"""Changes a small file of the user's as a whole, so that two programs at once lose nothing.

As git does it: the new text is written to `FILE.lock`, which only one can create, and then takes the file's place.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

from msglint.config.errors import ConfigError, as_config_error
from msglint.config.search import is_there
from msglint.documents.files import read_text
from msglint.message.os_errors import reason_of
from msglint.paths import shown

PATIENCE = 5.0
"""Seconds to wait for another program; its work takes milliseconds."""
INTERVAL = 0.01
FORGOTTEN = 60.0
"""Seconds; an older lock is that of a program that was killed while it wrote."""
FOR_ME_ALONE = 0o600


def change_file(path: Path, change: Callable[[str], str]) -> bool:
    """Put `change(text)` in place of the file's text, the empty one where there is no file; whether that differs.

    The file keeps its mode; a new one is for its owner alone.

    Raises:
        ConfigError: if the file cannot be read or written, is read-only, or another program does not let go of it.
    """
    path = Path(os.path.realpath(path))  # the file may be a link into a folder under version control
    lock = path.with_name(path.name + ".lock")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _take(lock, path)
        return _change_locked(path, lock, change)
    except OSError as error:
        reason = reason_of(error)
        raise ConfigError(
            f"{shown(path)}: lässt sich nicht schreiben ({reason.de}).",
            f"{shown(path)}: cannot be written ({reason.en}).",
        ) from None


def _take(lock: Path, path: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not _created(lock):
        if _is_forgotten(lock):
            lock.unlink(missing_ok=True)
        elif time.monotonic() > until:
            raise ConfigError(
                f"{shown(path)}: ein anderes Programm schreibt gerade; wenn keines läuft, bitte {shown(lock)} löschen.",
                f"{shown(path)}: another program is writing to it; if none is running, please delete {shown(lock)}.",
            )
        time.sleep(INTERVAL)


def _is_forgotten(lock: Path) -> bool:
    try:
        return time.time() - lock.stat().st_mtime > FORGOTTEN
    except FileNotFoundError:
        return False


def _created(lock: Path) -> bool:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FOR_ME_ALONE))
    except FileExistsError:
        return False
    return True


def _change_locked(path: Path, lock: Path, change: Callable[[str], str]) -> bool:
    try:
        with as_config_error():
            before = read_text(path) if is_there(path) else ""
        after = change(before)
        if after == before:
            lock.unlink()
            return False
        _write(lock, after)
        _take_over_mode(lock, path)
        lock.replace(path)
    except BaseException:
        # Not in `finally`: once it has taken the file's place, a lock of that name is somebody else's.
        lock.unlink(missing_ok=True)
        raise
    return True


def _take_over_mode(lock: Path, path: Path) -> None:
    """What another file may take the place of can still be read-only: then its owner means it."""
    if not is_there(path):
        return
    mode = stat.S_IMODE(path.stat().st_mode)
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise ConfigError(
            f"{shown(path)}: ist schreibgeschützt; sie bleibt, wie sie ist.",
            f"{shown(path)}: is write-protected and stays as it is.",
        )
    lock.chmod(mode)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
