"""Tells what kind a file of contacts is, and reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from msglint.contacts.address_book.csv_file import read_csv
from msglint.contacts.address_book.problems import ContactsError, Notes
from msglint.contacts.address_book.sources import CARD_TYPES, Source
from msglint.contacts.address_book.text_file import Moved, read_lines
from msglint.contacts.address_book.vcard import read_vcards
from msglint.contacts.book import Contact

_LINES_TO_TELL = 20


def read_contacts(source: Source, mapped: Mapping[str, Sequence[str]], notes: Notes, moved: Moved) -> Iterator[Contact]:
    """The people in one file. What is wrong with it is noted.

    Raises:
        ContactsError: if the user named the file and it cannot be used.
    """
    if source.trouble is not None:
        notes.add(None, source.trouble.problem.de, source.trouble.problem.en)
        return
    try:
        yield from _read(source, mapped, notes, moved)
    except ContactsError as error:
        if source.named:
            raise
        notes.add(error.problem.line, error.problem.de, error.problem.en)


def _read(source: Source, mapped: Mapping[str, Sequence[str]], notes: Notes, moved: Moved) -> Iterator[Contact]:
    lines = read_lines(notes.path, notes, moved)
    first = list(islice(lines, _LINES_TO_TELL))
    text = next((line.text for line in first if line.text.strip()), "")
    if not text and source.size == 0:
        notes.add(None, "Die Datei ist leer.", "the file is empty.")
        return
    is_card = text.strip().upper().startswith("BEGIN:VCARD") or notes.path.suffix.lower() in CARD_TYPES
    whole = chain(first, lines)
    yield from read_vcards(whole, notes) if is_card else read_csv(whole, mapped, notes)
