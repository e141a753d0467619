"""Finds the files of an address book."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msglint.contacts.address_book.problems import ContactsError

CARD_TYPES = frozenset({".vcf", ".vcard"})


class Source(NamedTuple):
    """One file, or a folder in which there is none.

    Attributes:
        path: absolute.
        size: in bytes.
        changed: in nanoseconds.
        named: the user named the file itself, so that not being able to read it is an error.
    """

    path: Path
    size: int
    changed: int
    named: bool = True
    is_empty_folder: bool = False


def find_sources(paths: Sequence[Path]) -> tuple[Source, ...]:
    """The files behind the paths that the user names, each once.

    Raises:
        ContactsError: if one does not exist, or is neither file nor folder.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _behind(Path(os.path.abspath(path))):  # noqa: PTH100 - resolve() would follow links
            found.setdefault(source.path, source)
    return tuple(found.values())


def _behind(path: Path) -> Iterator[Source]:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from None
    if stat.S_ISDIR(status.st_mode):
        yield from _in_folder(path, status)
    elif stat.S_ISREG(status.st_mode):
        yield Source(path, status.st_size, status.st_mtime_ns)
    else:
        raise ContactsError(path, "ist weder Datei noch Ordner.", "is neither a file nor a folder.")


def _in_folder(path: Path, status: os.stat_result) -> Iterator[Source]:
    """The cards below a folder in the layout of vdirsyncer: one file each, hidden ones left out."""
    try:
        os.scandir(path).close()
    except OSError as error:
        raise cannot_read(path, error) from None
    found_any = False
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or Path(name).suffix.lower() not in CARD_TYPES:
                continue
            source = _card(Path(folder, name))
            if source is not None:
                found_any = True
                yield source
    if not found_any:
        yield Source(path, 0, status.st_mtime_ns, named=False, is_empty_folder=True)


def _card(path: Path) -> Source | None:
    try:
        status = path.stat()
    except OSError:
        return None  # removed meanwhile, or a link to nowhere
    if not stat.S_ISREG(status.st_mode):
        return None
    return Source(path, status.st_size, status.st_mtime_ns, named=False)


def cannot_read(path: Path, error: OSError | ValueError) -> ContactsError:
    """Why a file or folder could not be read."""
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    if code in (errno.ENOENT, errno.ENOTDIR):
        return ContactsError(path, "Die Datei mit Kontakten gibt es nicht.", "there is no such file of contacts.")
    if code in (errno.EACCES, errno.EPERM):
        return ContactsError(path, "Zum Lesen fehlt die Berechtigung.", "no permission to read it.")
    kind = type(error).__name__
    return ContactsError(path, f"lässt sich nicht lesen ({kind}).", f"cannot be read ({kind}).")
