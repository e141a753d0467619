"""Reads contacts from CSV files as Outlook, Google, HubSpot, Salesforce and others export them.

A quotation mark that nobody closes would make the csv module swallow all that follows. So the lines of one record
are gathered first, and where no end is found, only the line with the mark is lost.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from msglint.contacts.address_book.columns import Columns, find_columns, headers_of
from msglint.contacts.address_book.entry import Entry, contact_of
from msglint.contacts.address_book.problems import Notes, listed
from msglint.contacts.address_book.text_file import Line
from msglint.contacts.book import Contact

MOST_LINES = 200
LONGEST_RECORD = 400_000
LINES_ABOVE_HEADERS = 15

_DELIMITERS = ";\t,|"
_QUOTED = re.compile(r'"[^"]*"')
_LABEL_ENDS = re.compile(r"[;,*]|:::")
_EXCEL_SAYS = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)


class _Record(NamedTuple):
    """The lines of one row, usually one."""

    lines: Sequence[Line]
    closed: bool

    @property
    def number(self) -> int:
        return self.lines[0].number


class _Row(NamedTuple):
    line: int
    cells: list[str]


def read_csv(lines: Iterable[Line], mapped: Mapping[str, Sequence[str]], notes: Notes) -> Iterator[Contact]:
    """The people in the rows.

    Args:
        lines: the file.
        mapped: headers by field, from the configuration.
        notes: is told which columns were found, and what is wrong.

    Raises:
        ContactsError: if no column holds a name.
    """
    records = _records(lines)
    head = _head(records, mapped, notes)
    if head is None:
        notes.add(None, "Die Datei ist leer.", "the file is empty.")
        return
    columns, delimiter = head
    for row in _rows(records, delimiter, notes):
        if not _fits(row, columns, notes):
            continue
        contact = _contact(row, columns, notes)
        if contact is None:
            notes.left_out += 1
        else:
            yield contact


# From lines to rows


def _records(lines: Iterable[Line]) -> Iterator[_Record]:
    waiting: deque[Line] = deque()
    rest = iter(lines)
    while (line := waiting.popleft() if waiting else next(rest, None)) is not None:
        gathered = [line]
        is_open = line.whole and line.text.count('"') % 2 == 1
        size = len(line.text)
        following = chain(_taken(waiting), rest)
        while is_open and len(gathered) < MOST_LINES and size < LONGEST_RECORD:
            more = next(following, None)
            if more is None:
                break
            gathered.append(more)
            size += len(more.text)
            is_open = more.text.count('"') % 2 == 0
        if is_open:
            # The rest of the file is read as if the mark were not there.
            waiting.extendleft(reversed(gathered[1:]))
            gathered = gathered[:1]
        yield _Record(gathered, closed=not is_open and all(line.whole for line in gathered))


def _taken(waiting: deque[Line]) -> Iterator[Line]:
    while waiting:
        yield waiting.popleft()


def _rows(records: Iterable[_Record], delimiter: str, notes: Notes) -> Iterator[_Row]:
    for record in records:
        if not record.closed:
            _tell_open(record, notes)
            continue
        try:
            yield from _parsed(record, delimiter)
        except csv.Error:
            notes.add(
                record.number,
                "Ein Feld ist zu lang; die Zeile wurde ausgelassen.",
                "a field is too long; the row was left out.",
            )


def _tell_open(record: _Record, notes: Notes) -> None:
    if record.lines[0].whole:
        notes.add(
            record.number,
            "Ein Anführungszeichen wird nicht geschlossen; die Zeile wurde ausgelassen.",
            "a quotation mark is not closed; the row was left out.",
        )
    else:
        notes.add(
            record.number,
            "Die Zeile ist zu lang; sie wurde ausgelassen.",
            "the row is too long; it was left out.",
        )


def _parsed(record: _Record, delimiter: str) -> Iterator[_Row]:
    reader = csv.reader(
        [f"{line.text}\n" for line in record.lines], delimiter=delimiter, skipinitialspace=delimiter != "\t"
    )
    first = 0
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield _Row(record.lines[first].number, cells)
        first = reader.line_num


# The headers


def _head(records: Iterator[_Record], mapped: Mapping[str, Sequence[str]], notes: Notes) -> tuple[Columns, str] | None:
    """What the columns hold and what separates them; None for an empty file.

    Reports come with a title and some empty lines above the headers.
    """
    delimiter = ""
    seen: _Row | None = None
    for record in islice(records, LINES_ABOVE_HEADERS):
        text = "".join(line.text for line in record.lines)
        if told := _EXCEL_SAYS.fullmatch(text):
            delimiter = told[1]
            continue
        row = _header_row(record, delimiter or _delimiter(text))
        if row is None:
            continue
        columns = find_columns(row.cells, mapped)
        if columns.is_header:
            _judge(columns, row, notes)
            return columns, delimiter or _delimiter(text)
        seen = seen or row
    if seen is None:
        return None
    raise _no_names(seen, notes)


def _header_row(record: _Record, delimiter: str) -> _Row | None:
    try:
        return next(_parsed(record, delimiter), None)
    except csv.Error:
        return None


def _delimiter(text: str) -> str:
    bare = _QUOTED.sub("", text)
    return max(_DELIMITERS, key=bare.count) if any(sign in bare for sign in _DELIMITERS) else ","


def _judge(columns: Columns, row: _Row, notes: Notes) -> None:
    notes.columns = dict(columns.headers)
    notes.headers, notes.header_line, notes.missing = headers_of(row.cells), row.line, columns.missing
    if not columns.names_people:
        raise _no_names(row, notes, columns.missing)
    if "email" not in columns.places:
        headers = listed(headers_of(row.cells))
        notes.add(
            row.line,
            f"Keine Spalte mit E-Mail-Adressen gefunden in: {headers}; welche es ist, sagt contact-columns.email.",
            f"no column of e-mail addresses found in: {headers}; say which it is with contact-columns.email.",
        )


def _no_names(row: _Row, notes: Notes, missing: Sequence[tuple[str, str]] = ()) -> Exception:
    headers = listed(headers_of(row.cells))
    if missing:
        named = listed(f"{header} (contact-columns.{field})" for field, header in missing)
        return notes.error(
            f"Keine Spalte mit Namen gefunden in: {headers}; nicht darunter ist: {named}.",
            f"no column of names found in: {headers}; not among them: {named}.",
            row.line,
        )
    return notes.error(
        f"Keine Spalte mit Namen gefunden in: {headers}; welche es sind, sagen contact-columns.given und "
        "contact-columns.family (oder .name) in der Konfiguration.",
        f"no column of names found in: {headers}; say which they are with contact-columns.given and "
        "contact-columns.family (or .name) in the configuration.",
        row.line,
    )


# From rows to people


def _fits(row: _Row, columns: Columns, notes: Notes) -> bool:
    """Whether the cells stand under their headers, as far as one can tell."""
    count = len(row.cells)
    if count < columns.width:
        # Spreadsheets leave empty cells out at the end; an address where it belongs proves that it is no more.
        fits = any("@" in cell for cell in columns.all("email", row.cells))
    else:
        fits = not any(cell.strip() for cell in row.cells[columns.width :])
    if not fits:
        de, en = ("Zu wenige", "too few") if count < columns.width else ("Zu viele", "too many")
        notes.add(
            row.line,
            f"{de} Felder ({count} statt {columns.width}); die Zeile wurde ausgelassen.",
            f"{en} fields ({count} instead of {columns.width}); the row was left out.",
        )
    return fits


def _contact(row: _Row, columns: Columns, notes: Notes) -> Contact | None:
    return contact_of(_entry(row.cells, columns, row.line), notes)


def _entry(cells: Sequence[str], columns: Columns, line: int) -> Entry:
    return Entry(
        line=line,
        given=columns.first("given", cells),
        middle=columns.first("middle", cells),
        family=columns.first("family", cells),
        full=columns.full(cells),
        prefix=_prefix(columns.all("title", cells)),
        suffix=columns.first("suffix", cells),
        nicknames=tuple(columns.all("nickname", cells)),
        emails=tuple(columns.all("email", cells)),
        organisation=columns.first("organisation", cells),
        form=columns.first("form", cells),
        relationship=columns.first("relationship", cells),
        gender=columns.first("gender", cells),
        categories=tuple(
            label for cell in columns.all("categories", cells) for label in _LABEL_ENDS.split(cell) if label.strip()
        ),
    )


def _prefix(cells: Sequence[str]) -> str:
    """Herr and Dr. from one column or from two; what stands in both counts once."""
    return cells[0] if len(cells) == 1 else " ".join(dict.fromkeys(" ".join(cells).split()))
