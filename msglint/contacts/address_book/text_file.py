"""The lines of a text file, whatever its encoding, of which never more than one is in memory."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, NamedTuple

from msglint.contacts.address_book.problems import Notes
from msglint.contacts.address_book.sources import cannot_read

LONGEST_LINE = 200_000
"""Characters. What is longer is a picture or an accident; its beginning is enough."""

Moved = Callable[[int], None]
"""Is told how many bytes of the file have been read."""

_HEAD = 4096
_REST = 50
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FILES = {
    b"PK\x03\x04": ("eine Excel-Mappe oder ein anderes ZIP-Archiv", "an Excel workbook or another ZIP archive"),
    b"\xd0\xcf\x11\xe0": ("eine alte Excel- oder eine Outlook-Datei", "an old Excel or an Outlook file"),
    b"!BDN": ("eine Datendatei von Outlook (PST)", "a data file of Outlook (PST)"),
    b"\x1f\x8b": ("eine gepackte Datei", "a compressed file"),
    b"%PDF-": ("ein PDF", "a PDF"),
    b"SQLite format 3": ("eine Datenbank", "a database"),
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_LINES_PER_STEP = 256
_LABELS = {"cp1252": "Windows-1252", "cp850": "DOS (CP850)", "mac_roman": "Mac Roman"}
_SAMPLE = 1 << 20
_ENOUGH = 1 << 16
_WESTERN = frozenset("àáâãåæçèéêëìíîïñòóôõøùúûýÿœšžÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕØÙÚÛÝŒŠŽ")
_GERMAN = frozenset("äöüÄÖÜ")
_VOWELS = frozenset("aeiouyäöüAEIOUYÄÖÜ")


class Line(NamedTuple):
    """One line without its end.

    Attributes:
        number: from 1.
        whole: False where it was too long and only its beginning is there.
    """

    number: int
    text: str
    whole: bool = True


def read_lines(path: Path, notes: Notes, moved: Moved) -> Iterator[Line]:
    """The lines of the file. Lines that are not UTF-8 are read in the encoding that makes names of them.

    Raises:
        ContactsError: if it cannot be read or is no text.
    """
    try:
        with path.open("rb") as file:
            encoding = _encoding(file.peek(_HEAD)[:_HEAD], notes)
            yield from _lines(file, encoding, notes, moved, _Strangers(path))
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from None


def _encoding(head: bytes, notes: Notes) -> str:
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    for start, (de, en) in _OTHER_FILES.items():
        if head.startswith(start):
            raise notes.error(
                f"Das ist {de}; gebraucht wird eine vCard (.vcf) oder eine CSV-Datei.",
                f"this is {en}; a vCard (.vcf) or a CSV file is needed.",
            )
    if wide := _utf16_without_mark(head):
        return wide
    if b"\0" in head or len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20:
        raise notes.error(
            "Das ist kein Text; gebraucht wird eine vCard (.vcf) oder eine CSV-Datei.",
            "this is no text; a vCard (.vcf) or a CSV file is needed.",
        )
    return "utf-8"


def _utf16_without_mark(head: bytes) -> str | None:
    """Nearly every second byte of Western text in UTF-16 is zero, and no other."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    most = len(head) // 2
    if most and odd > most * 0.6 and even <= most * 0.02:
        return "utf-16-le"
    if most and even > most * 0.6 and odd <= most * 0.02:
        return "utf-16-be"
    return None


def _lines(file: BinaryIO, encoding: str, notes: Notes, moved: Moved, strangers: _Strangers) -> Iterator[Line]:
    in_bytes = encoding.startswith("utf-8")
    number = 0
    with TextIOWrapper(file, encoding, errors="surrogateescape" if in_bytes else "replace") as text:
        while piece := text.readline(LONGEST_LINE):
            number += 1
            if not number % _LINES_PER_STEP:
                moved(file.tell())
            whole = piece.endswith("\n") or len(piece) < LONGEST_LINE
            if not whole:
                _skip_rest(text, lambda: moved(file.tell()))
            piece = piece.removesuffix("\n")
            if in_bytes and not piece.isascii():
                piece = strangers.readable(number, piece)
            yield Line(number, _without_nul(number, piece, notes), whole)
    strangers.tell(notes)


def _skip_rest(text: TextIOWrapper, step: Callable[[], None]) -> None:
    while (piece := text.readline(LONGEST_LINE)) and not piece.endswith("\n"):
        step()


def _without_nul(number: int, text: str, notes: Notes) -> str:
    if "\0" not in text:
        return text
    notes.add(number, "Hier stehen Nullbytes; sie wurden übergangen.", "there are NUL bytes here; they were ignored.")
    return text.replace("\0", "")


class _Strangers:
    """Lines in another encoding than the rest of the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = ""
        self._in_utf8 = 0
        self._others: list[int] = []
        self._count = 0

    def readable(self, number: int, text: str) -> str:
        """The line, repaired where it was not UTF-8."""
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            self._count += 1
            if len(self._others) < _REST:
                self._others.append(number)
            raw = text.encode("utf-8", "surrogateescape")
            self._encoding = self._encoding or likely_encoding(_sample(self._path) or raw)
            return raw.decode(self._encoding, "replace")
        self._in_utf8 += 1
        return text

    def tell(self, notes: Notes) -> None:
        """A file that is not UTF-8 at all is as good as any; one that mixes two encodings is not."""
        if not self._others or self._in_utf8 <= self._count:
            return
        label = _LABELS[self._encoding]
        for number in self._others:
            notes.add(
                number,
                f"nicht in UTF-8 geschrieben wie der Rest der Datei; als {label} gelesen.",
                f"not written in UTF-8 as the rest of the file is; read as {label}.",
            )


def _sample(path: Path) -> bytes:
    """The lines at the beginning of the file that are not UTF-8."""
    with path.open("rb") as file:
        lines = (line for line in file.read(_SAMPLE).splitlines() if not line.isascii())
        return b"\n".join(line for line in lines if not _is_utf8(line))[:_ENOUGH]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def likely_encoding(raw: bytes) -> str:
    """In which of the encodings of Windows, DOS and the old Mac the bytes look most like Western names."""
    return max(_LABELS, key=lambda encoding: _plausibility(raw.decode(encoding, "replace")))


def _plausibility(text: str) -> int:
    """How many letters stand where letters of German and other Western languages may stand."""
    return sum(
        _weight(before, sign, after)
        for before, sign, after in zip(f" {text}", text, f"{text[1:]} ", strict=False)
        if not sign.isascii()
    )


def _weight(before: str, sign: str, after: str) -> int:
    if sign == "ß":
        if before not in _VOWELS:
            return -2
        return 1 if after.isalpha() else 2
    if sign in _GERMAN or sign in _WESTERN:
        is_inner_capital = sign.isupper() and before.isalpha() and (before.islower() or after.islower())
        return -2 if is_inner_capital else 2 if sign in _GERMAN else 1
    return -3 if before.isalpha() or after.isalpha() else -1
