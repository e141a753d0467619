"""What is to be changed: names in the text as shown, and bytes in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import AnyStr, NamedTuple

from msglint.contacts.names.spelling import slip_size
from msglint.fixing.errors import no_name, no_slip
from msglint.message.model import Marked, Message
from msglint.report import Report, Span

_MOST_CHARACTERS = 100
_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff<>]|^\s|\s$")
_SIGNS = "'’.- "
_NO_NAME = re.compile(r"^[.\- ]|[\- ]$|([’'.\- ])\1")


class Change(NamedTuple):
    """A name to be replaced. `span` counts code points of the text as shown."""

    span: Span
    old: str
    new: str

    def in_text(self, text: str) -> str:
        """The text with the new name."""
        return text[: self.span.start] + self.new + text[self.span.end :]

    def in_marked(self, marked: Iterable[Marked]) -> tuple[Marked, ...]:
        """The marked stretches of the text with the new name."""
        return tuple(Marked(one.mark, Span(self._moved(one.span.start), self._moved(one.span.end))) for one in marked)

    def _moved(self, place: int) -> int:
        return place + len(self.new) - len(self.old) if place >= self.span.end else place

    def kept(self) -> tuple[int, int]:
        """How many characters at the beginning and at the end of the name stay."""
        shorter = min(len(self.old), len(self.new))
        first = next((at for at in range(shorter) if self.old[at] != self.new[at]), shorter)
        rest = shorter - first
        last = next((at for at in range(rest) if self.old[-1 - at] != self.new[-1 - at]), rest)
        return first, last


class Edit(NamedTuple):
    """Bytes to be put in place of others."""

    start: int
    end: int
    new: bytes

    def moved(self, by: int) -> Edit:
        """The same edit in bytes that begin earlier."""
        return Edit(self.start + by, self.end + by, self.new)


class Fixed(NamedTuple):
    """A file with the right names.

    Attributes:
        raw: its bytes.
        changes: the names that were replaced, in the order of the text.
    """

    raw: bytes
    changes: tuple[Change, ...]


def changes_of(message: Message, report: Report) -> tuple[Change, ...]:
    """The names in the salutation that are sure to be misspelled, in the order of the text.

    Raises:
        CannotFixError: if what is to be put in is no name, or not the name that was meant.
    """
    salutation = message.parts.salutation
    if salutation is None or report.text != message.text:
        return ()
    changes: list[Change] = []
    for finding in report.findings:
        if not finding.fixable or finding.part != "salutation" or not finding.suggestions:
            continue
        new, span, _ = finding.suggestions[0]
        change = Change(span, span.of(message.text), new)
        if salutation.span.contains(span) and _is_sensible(change):
            _refuse_what_is_no_slip(change)
            changes.append(change)
    return _without_overlaps(sorted(set(changes)))


def applied(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes after the edits, which do not overlap."""
    for edit in sorted(edits, reverse=True):
        raw = raw[: edit.start] + edit.new + raw[edit.end :]
    return raw


def offset_in(source: AnyStr, offset: int) -> int:
    """Where that character or byte stands, counted as if every line end were one `LF`."""
    pairs, cr = (re.compile(b"\r\n"), b"\r") if isinstance(source, bytes) else (re.compile("\r\n"), "\r")
    if cr not in source:
        return offset
    shift = 0
    for pair in pairs.finditer(source):
        if pair.start() - shift >= offset:
            break
        shift += 1
    return offset + shift


def _is_sensible(change: Change) -> bool:
    if change.old == change.new or not all(0 < len(name) <= _MOST_CHARACTERS for name in (change.old, change.new)):
        return False
    return not _NOT_IN_A_NAME.search(change.old)


def _refuse_what_is_no_slip(change: Change) -> None:
    """Where the name comes from is not in our hands: a header may be damaged, or hold anything but a name."""
    if not _is_plausible(change.new):
        raise no_name(change.new)
    if slip_size(change.old, change.new) is None:
        raise no_slip(change.old, change.new)


def _is_plausible(name: str) -> bool:
    """Letters, with single spaces, hyphens, full stops and apostrophes between them."""
    name = unicodedata.normalize("NFC", name)
    return all(char.isalpha() or char in _SIGNS for char in name) and not _NO_NAME.search(name)


def _without_overlaps(changes: Iterable[Change]) -> tuple[Change, ...]:
    kept: list[Change] = []
    for change in changes:
        if not kept or kept[-1].span.end <= change.span.start:
            kept.append(change)
    return tuple(kept)
