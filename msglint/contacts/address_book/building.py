"""Makes the index of an address book, once for all checks that follow."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msglint.contacts.address_book.problems import Notes, Problems
from msglint.contacts.address_book.reading import read_contacts
from msglint.contacts.address_book.sources import Source
from msglint.contacts.address_book.store import Writer, connected

DAYS_KEPT = 90
"""An index that was not made again for so long is of an address book that may be gone: it is deleted."""

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
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.parent.chmod(0o700)
        _tidy(file.parent)
        handle, name = tempfile.mkstemp(suffix=".tmp", dir=file.parent)  # only its owner can read it
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
            notes = Notes(source.path, self.problems)
            self.notes.append(notes)
            for contact in read_contacts(source, self._mapped, notes, self._progress(before, total)):
                writer.add(contact, notes)
            before += source.size
            self._watch(before, total)
        writer.finish(self._fingerprint)

    def _progress(self, before: int, total: int) -> Callable[[int], None]:
        return lambda position: self._watch(min(before + position, total), total)


def _tidy(folder: Path) -> None:
    """Delete what an interrupted process left behind, and indexes that nobody has needed for long."""
    now = time.time()
    for path in folder.iterdir():
        days = {".tmp": 1, ".sqlite": DAYS_KEPT}.get(path.suffix)
        with suppress(OSError):
            if days is not None and now - path.stat().st_mtime > days * 86_400:
                path.unlink()
