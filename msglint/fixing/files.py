"""Puts new bytes into a file at once or not at all."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from msglint.fixing.errors import CannotFixError, changed_meanwhile
from msglint.message.os_errors import reason_of

_SIZE_IN_NAME = re.compile(r",S=(\d+)")


def content_of(path: str) -> bytes:
    """The bytes of a file that could be written as well.

    Raises:
        CannotFixError: if it is a pipe or a device.
        OSError: if it cannot be read.
    """
    place = Path(path)
    if not place.is_file():
        raise CannotFixError(
            "Das ist keine gewöhnliche Datei; „-“ steht für die Standardeingabe.",
            "This is no regular file; '-' stands for standard input.",
        )
    return place.read_bytes()


def replace_content(path: str, old: bytes, new: bytes) -> None:
    """The file at `path`, or what the link there points to, gets the new bytes; its mode and its owner stay.

    Raises:
        CannotFixError: if the file no longer has the old bytes, may not be written, or would get another owner.
            It is then as it was.
    """
    try:
        target = Path(path).resolve(strict=True)
        status = target.stat()
        # A new file can take the place of one that the folder's owner may not write to: what counts is the file.
        is_writable = status.st_mode & 0o222 and os.access(target, os.W_OK)
        if not stat.S_ISREG(status.st_mode) or not is_writable:
            raise _not_writable()
        if (size := _SIZE_IN_NAME.search(target.name)) and int(size[1]) == len(old) != len(new):
            raise _size_in_name()
        temporary = _written_beside(target, new, status)
    except PermissionError:
        raise _not_writable() from None
    except (OSError, RuntimeError, ValueError) as error:
        raise _failed(error) from None
    try:
        if target.read_bytes() != old:
            raise changed_meanwhile()
        temporary.replace(target)
    except OSError as error:
        raise _failed(error) from None
    finally:
        temporary.unlink(missing_ok=True)
    _flush_folder(target.parent)


def _written_beside(target: Path, content: bytes, status: os.stat_result) -> Path:
    """A finished file in the same folder, so that it can take the place of the other in one step."""
    from tempfile import mkstemp

    descriptor, name = mkstemp(dir=target.parent, prefix=".msglint-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_over(temporary, status)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _take_over(temporary: Path, status: os.stat_result) -> None:
    """Owner and mode of the other file; the owner first, since that takes bits of the mode away.

    Raises:
        CannotFixError: if the owner or the group would be another.
    """
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(temporary, status.st_uid, status.st_gid)
        own = temporary.stat()
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            raise _another_owner()
    temporary.chmod(stat.S_IMODE(status.st_mode))


def _flush_folder(folder: Path) -> None:
    """The new name reaches the disk as well, where a folder can be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _not_writable() -> CannotFixError:
    return CannotFixError(
        "Die Datei oder ihr Ordner ist schreibgeschützt.",
        "The file or its folder is write-protected.",
    )


def _another_owner() -> CannotFixError:
    return CannotFixError(
        "Die Datei gehört einem anderen Benutzer oder einer anderen Gruppe, und das ginge dabei verloren.",
        "The file belongs to another user or group, which would be lost.",
    )


def _size_in_name() -> CannotFixError:
    return CannotFixError(
        "Der Mailserver hat die Größe in den Dateinamen geschrieben; sie würde nicht mehr stimmen.",
        "The mail server has written the size into the file name; it would be wrong afterwards.",
    )


def _failed(error: Exception) -> CannotFixError:
    reason = reason_of(error)
    return CannotFixError(
        f"Die Datei lässt sich nicht schreiben ({reason.de}); sie ist, wie sie war.",
        f"The file cannot be written ({reason.en}); it is as it was.",
    )
