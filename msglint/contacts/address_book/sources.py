"""Finds the files of an address book."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from msglint.contacts.address_book.problems import ContactsError, listed
from msglint.message.os_errors import reason_of

CARD_TYPES = (".vcf", ".vcard")
_TABLES_SHOWN = 5


class Source(NamedTuple):
    """One file, or a folder about which there is something to say.

    Attributes:
        path: absolute. A string, as there may be tens of thousands of cards in a folder.
        size: in bytes.
        stamp: what changes whenever the file does.
        named: the user named the file itself, so that not being able to read it is an error.
        trouble: in place of a file, why there is none.
    """

    path: str
    size: int
    stamp: str
    named: bool = True
    trouble: ContactsError | None = None


def find_sources(paths: Sequence[Path]) -> tuple[Source, ...]:
    """The files behind the paths that the user names, each once.

    Raises:
        ContactsError: if one does not exist, or is neither file nor folder.
    """
    found: list[Source] = []
    for path in paths:
        found += _behind(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    if len(paths) > 1:
        found = list({(source.path, source.trouble is None): source for source in reversed(found)}.values())[::-1]
    return tuple(found)


def _behind(path: str) -> list[Source]:
    try:
        status = os.stat(path)  # noqa: PTH116 - a string, as below
    except (OSError, ValueError) as error:
        raise cannot_read(Path(path), error) from None
    if stat.S_ISDIR(status.st_mode):
        return _in_named_folder(path)
    if stat.S_ISREG(status.st_mode):
        return [Source(path, status.st_size, _stamp(status))]
    raise ContactsError(Path(path), "ist weder Datei noch Ordner.", "is neither a file nor a folder.")


def _stamp(status: os.stat_result) -> str:
    """Size and time stay the same when a file is exchanged with care; inode and time of change do not."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _in_named_folder(path: str) -> list[Source]:
    found: list[Source] = []
    tables: list[str] = []
    waiting = [path]
    while waiting:
        waiting += reversed(_look_in(waiting.pop(), found, tables, named=path))
    if tables:
        names = listed(sorted(tables)[:_TABLES_SHOWN])
        error = ContactsError(
            Path(path),
            f"CSV-Dateien bitte einzeln angeben ({names}); in einem Ordner werden nur vCards (.vcf) gelesen.",
            f"please name CSV files one by one ({names}); in a folder, only vCards (.vcf) are read.",
        )
        found.append(Source(path, 0, f"tables {sorted(tables)}", named=False, trouble=error))
    elif not found:
        error = ContactsError(
            Path(path), "In diesem Ordner liegt keine vCard (.vcf).", "there is no vCard (.vcf) in this folder."
        )
        found.append(Source(path, 0, "empty", named=False, trouble=error))
    return found


def _look_in(path: str, found: list[Source], tables: list[str], *, named: str) -> list[str]:
    """Take up the cards of a folder in the layout of vdirsyncer: one file each, hidden ones left out; its folders.

    Strings and what the folder itself says, as a Path and a stat for each of many cards would be felt in every check.
    """
    cards: list[Source] = []
    folders: list[str] = []
    try:
        with os.scandir(path) as listing:
            for entry in listing:
                _sort_out(entry, cards, folders, tables)
    except OSError as error:
        trouble = cannot_read(Path(path), error)
        if path == named:
            raise trouble from None
        found.append(Source(path, 0, "unreadable", named=False, trouble=trouble))
        return []
    found += sorted(cards, key=itemgetter(0))
    return sorted(folders)


def _sort_out(entry: os.DirEntry[str], cards: list[Source], folders: list[str], tables: list[str]) -> None:
    name = entry.name
    end = name[-6:].lower()
    if name.startswith("."):
        return
    if end.endswith(CARD_TYPES):
        card = _card(entry)
        if card is not None:
            cards.append(card)
    elif end.endswith(".csv"):
        tables.append(name)
    elif entry.is_dir(follow_symlinks=False):
        folders.append(entry.path)


def _card(entry: os.DirEntry[str]) -> Source | None:
    try:
        status = entry.stat()
    except OSError:
        return None  # removed meanwhile, or a link to nowhere
    if not stat.S_ISREG(status.st_mode):
        return None
    return Source(entry.path, status.st_size, _stamp(status), named=False)


def cannot_read(path: Path, error: OSError | ValueError) -> ContactsError:
    """Why a file or folder could not be read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ContactsError(
            path,
            "Diese Datei oder diesen Ordner mit Kontakten gibt es nicht.",
            "there is no such file or folder of contacts.",
            is_missing=True,
        )
    if isinstance(error, OSError):
        de, en = reason_of(error)
    else:
        de, en = "der Name enthält ein Zeichen, das in Namen nicht vorkommen kann", "its name holds an impossible sign"
        if "\0" in str(path):
            de, en = "der Name enthält ein Nullbyte", "its name holds a NUL byte"
    return ContactsError(path, f"lässt sich nicht lesen: {de}.", f"cannot be read: {en}.")
