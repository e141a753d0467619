"""An address book that is looked up in an index on disk, made once from the files that the user names.

The index is made beside its place and moved there when it is complete, and never changed afterwards: so any number of
processes may read it, and several may make it at once. What is wrong with it makes it be built again.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

from msglint.contacts.address_book.problems import ContactsError
from msglint.contacts.address_book.sources import Source, find_sources
from msglint.contacts.address_book.store import (
    INDEX_VERSION,
    connected,
    count_called,
    counts_in,
    everyone_at,
    find_at,
    find_called,
    fingerprint_in,
    shared_in,
    storable,
)
from msglint.contacts.book import Contact

if TYPE_CHECKING:
    from msglint.contacts.address_book.building import Building, Watch
    from msglint.contacts.address_book.problems import Notes, Problems

Answer = TypeVar("Answer")
Mapped = Mapping[str, Sequence[str]]
"""Headers by field, from the configuration."""

_DAMAGED = (sqlite3.Error, TypeError, ValueError)
"""What comes of tables that are not as they were written."""


class ContactIndex:
    """An address book. Threads may share it.

    Attributes:
        problems: what was wrong with the files; None where the index had been made before.
        notes: what was found out about each file; empty where the index had been made before.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        renew: Callable[[], sqlite3.Connection],
        problems: Problems | None = None,
        notes: Sequence[Notes] = (),
    ) -> None:
        self.problems = problems
        self.notes = tuple(notes)
        self._lock = threading.Lock()
        self._renew: Callable[[], sqlite3.Connection] | None = renew
        self._use(connection)

    def at(self, email: str) -> Contact | None:
        """The person at that address, upper and lower case alike.

        None if unknown, if several people have the address, and if it is that of a function such as info@.
        """
        return self._asked(lambda connection: find_at(connection, email), None)

    def called(self, name: str) -> tuple[Contact, ...]:
        """A few of the people of whom `name` is a given name, a surname or a nickname, in any spelling of it.

        Of several words, each must be one of the person's names.
        """
        return self._asked(lambda connection: find_called(connection, name), ())

    def count_called(self, name: str) -> int:
        """How many people `called` would find if it found all."""
        return self._asked(lambda connection: count_called(connection, name), 0)

    def everyone_at(self, email: str) -> tuple[Contact, ...]:
        """The people who have that address, also where it is nobody's own."""
        return self._asked(lambda connection: everyone_at(connection, email), ())

    def shared(self) -> tuple[str, ...]:
        """A few of the addresses that belong to several people."""
        return self._asked(shared_in, ())

    def count(self) -> tuple[int, int]:
        """How many people and how many addresses there are."""
        return self._asked(counts_in, (0, 0))

    def close(self) -> None:
        """Let go of the file. The index cannot be used afterwards."""
        self._close()

    def _use(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._close = weakref.finalize(self, connection.close)

    def _asked(self, ask: Callable[[sqlite3.Connection], Answer], nothing: Answer) -> Answer:
        with self._lock:
            try:
                return ask(self._connection)
            except _DAMAGED:
                return ask(self._connection) if self._is_renewed() else nothing

    def _is_renewed(self) -> bool:
        """Whether a damaged index could be replaced. Tried once: a check must not fail over it, nor take forever."""
        renew, self._renew = self._renew, None
        if renew is None:
            return False
        self._close()
        try:
            self._use(renew())
        except (ContactsError, *_DAMAGED):
            return False
        return True


def open_contacts(
    paths: Sequence[Path], columns: Mapped | None = None, *, folder: Path | None = None, watch: Watch | None = None
) -> ContactIndex:
    """The address book in the files; from the index where there is one that is still right.

    Args:
        paths: vCard and CSV files, and folders of vCards.
        columns: headers of CSV files by field, from the configuration.
        folder: where the index is kept, in place of the user's cache.
        watch: is told how far the reading is.

    Raises:
        ContactsError: if a file cannot be read, or has no column of names.
    """
    sources = find_sources(paths)
    mapped = columns or {}
    fingerprint = _fingerprint(sources, mapped)
    folder = folder or cache_folder(os.environ)
    file = folder / _file_name(paths, mapped) if folder else None
    cached = _opened(file, fingerprint) if file else None
    if cached is not None:
        return ContactIndex(cached, lambda: _building(sources, mapped, fingerprint).into(file))
    building = _building(sources, mapped, fingerprint, watch)
    connection = building.into(file)
    return ContactIndex(connection, lambda: building.into(file), building.problems, building.notes)


def read_afresh(paths: Sequence[Path], columns: Mapped | None = None, *, watch: Watch | None = None) -> ContactIndex:
    """The address book in the files, whatever was read before, and what is wrong with them.

    Raises:
        ContactsError: if a file cannot be read, or has no column of names.
    """
    building = _building(find_sources(paths), columns or {}, "", watch)
    connection = building.into(None)
    return ContactIndex(connection, lambda: building.into(None), building.problems, building.notes)


def _building(sources: Sequence[Source], mapped: Mapped, fingerprint: str, watch: Watch | None = None) -> Building:
    """Imported only here: nothing of it is needed where the index is there."""
    from msglint.contacts.address_book.building import Building

    return Building(sources, mapped, fingerprint, watch)


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder for indexes in the user's cache; None without a home."""
    given = environ.get("XDG_CACHE_HOME", "")
    if Path(given).is_absolute():
        return Path(given, "msglint", "contacts")
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_cache_dir

        return Path(user_cache_dir("msglint", appauthor=False), "contacts")
    try:
        # What platformdirs would say, without its import.
        return Path.home() / ".cache" / "msglint" / "contacts"
    except RuntimeError:
        return None


def _fingerprint(sources: Iterable[Source], mapped: Mapped) -> str:
    lines = [f"msglint {INDEX_VERSION}"]
    lines += [f"{field}={list(headers)}" for field, headers in sorted(mapped.items())]
    lines += [f"{source.path}\t{source.stamp}" for source in sources]
    return storable("\n".join(lines))


def _file_name(paths: Sequence[Path], mapped: Mapped) -> str:
    """One file for each set of paths and columns. Where two sets meet in one name, the later builds again."""
    words = [os.path.abspath(path) for path in paths]  # noqa: PTH100 - as the sources are found
    words += [f"{field}={list(headers)}" for field, headers in sorted(mapped.items())]
    return f"{crc32(storable('|'.join(words)).encode()):08x}.sqlite"


def index_file(paths: Sequence[Path], columns: Mapped | None = None) -> Path | None:
    """Where the index of these contacts lies, or would lie."""
    folder = cache_folder(os.environ)
    return folder / _file_name(paths, columns or {}) if folder else None


def _opened(file: Path, fingerprint: str) -> sqlite3.Connection | None:
    """The index in the file, or None where there is none, it is damaged, or it is of other files."""
    if not os.path.isfile(file):  # noqa: PTH113 - Path.is_file raises in a folder that is closed to us
        return None
    try:
        connection = connected(file)
    except sqlite3.Error:
        return None
    with suppress(*_DAMAGED):
        if fingerprint_in(connection) == fingerprint:
            return connection
    connection.close()
    return None
