"""Makes the index of an address book, once for all checks that follow."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msglint.contacts.address_book.problems import Notes, Problems, listed
from msglint.contacts.address_book.reading import read_contacts
from msglint.contacts.address_book.sources import Source
from msglint.contacts.address_book.store import Writer, connected

DAYS_KEPT = 90
"""An index that was not made again for so long is of an address book that may be gone: it is deleted."""

_LONGEST_PROCESS_ID = 9

Watch = Callable[[int, int], None]
"""Is told how many bytes of how many have been read."""


class Building:
    """Making the index: in the cache if possible, else somewhere."""

    def __init__(
        self, sources: Sequence[Source], mapped: Mapping[str, Sequence[str]], fingerprint: str, watch: Watch | None
    ) -> None:
        self.problems = Problems()
        self.notes: list[Notes] = []
        self._sources = sources
        self._mapped = mapped
        self._fingerprint = fingerprint
        self._watch = watch or (lambda done, total: None)

    def into(self, file: Path | None) -> sqlite3.Connection:
        """The index at that place; somewhere else where that is not to be had.

        Raises:
            ContactsError: if a file that the user names cannot be used.
        """
        if file is None:
            return self._anywhere()
        try:
            return self._moved_to(file)
        except (OSError, sqlite3.Error):
            return self._anywhere()

    def _anywhere(self) -> sqlite3.Connection:
        """An index that ends with the process: in a file without a name where it is large, else in memory."""
        try:
            return self._filled("")
        except sqlite3.Error:
            return self._filled(":memory:")

    def _filled(self, place: str) -> sqlite3.Connection:
        connection = sqlite3.connect(place, check_same_thread=False)
        try:
            self._fill(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _moved_to(self, file: Path) -> sqlite3.Connection:
        _make_private(file.parent)
        _tidy(file.parent)
        # Only its owner can read it.
        handle, name = tempfile.mkstemp(prefix=f"{os.getpid()}-", suffix=".tmp", dir=file.parent)
        os.close(handle)
        try:
            self._filled(name).close()
            Path(name).replace(file)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
        return connected(file)

    def _fill(self, connection: sqlite3.Connection) -> None:
        self.problems = Problems()
        self.notes = []
        writer = Writer(connection)
        total = sum(source.size for source in self._sources)
        before = 0
        for source in self._sources:
            notes = Notes(Path(source.path), self.problems)
            self.notes.append(notes)
            for contact in read_contacts(source, self._mapped, notes, self._progress(before, total)):
                writer.add(contact, notes)
            before += source.size
            self._watch(before, total)
        self._tell_missing()
        self.problems.finish()
        writer.finish(self._fingerprint)

    def _tell_missing(self) -> None:
        """The headers that the configuration names and none of the CSV files has."""
        tables = [notes for notes in self.notes if notes.headers]
        if not tables:
            return
        seen = listed(dict.fromkeys(header for notes in tables for header in notes.headers))
        for field, header in tables[0].missing:
            if all((field, header) in notes.missing for notes in tables):
                de = "dieser Datei" if len(tables) == 1 else f"keiner der {len(tables)} CSV-Dateien"
                not_de = "nicht in" if len(tables) == 1 else "in"
                en = "not in this file" if len(tables) == 1 else f"in none of the {len(tables)} CSV files"
                tables[0].add(
                    tables[0].header_line,
                    f"„{header}“ aus contact-columns.{field} steht {not_de} {de}; dort stehen: {seen}.",
                    f"'{header}', which contact-columns.{field} names, is {en}; there are: {seen}.",
                )

    def _progress(self, before: int, total: int) -> Callable[[int], None]:
        return lambda position: self._watch(min(before + position, total), total)


def _tidy(folder: Path) -> None:
    """Delete what an interrupted process left behind, and indexes that nobody has needed for long."""
    now = time.time()
    for path in folder.iterdir():
        hours = {".tmp": 1, ".sqlite": DAYS_KEPT * 24}.get(path.suffix)
        with suppress(OSError):
            if hours is not None and (now - path.stat().st_mtime > hours * 3600 or _is_orphan(path)):
                path.unlink()


def _is_orphan(path: Path) -> bool:
    """Whether the file is one of a process that is no more. Where processes cannot be asked for, age decides."""
    number = path.name.partition("-")[0]
    if path.suffix != ".tmp" or os.name != "posix" or not number.isdecimal() or len(number) > _LONGEST_PROCESS_ID:
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _make_private(folder: Path) -> None:
    """The folder and the one for all of msglint, for their owner only."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    if folder.parent.name == "msglint":
        folder.parent.chmod(0o700)
