"""Where a name of the text as shown stands in the text as it is written, and in the bytes of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from msglint.fixing.change import Change, Edit, offset_in
from msglint.fixing.errors import damaged, scattered, unencodable
from msglint.message.plain import charset_of

_MOST_PLACES = 20
"""Places with the name that are looked at: each costs a reading of the whole text."""


class Place(NamedTuple):
    """Characters of the text as written, and what is to stand there."""

    start: int
    end: int
    new: str

    def in_source(self, source: str) -> str:
        """The text as written, with the new name."""
        return source[: self.start] + self.new + source[self.end :]


class Written(NamedTuple):
    """Text as it is written: the bytes, their characters, the charset that the format declares."""

    raw: bytes
    source: str
    declared: str | None

    def edit(self, place: Place, name: str) -> Edit:
        """The edit of the bytes.

        Raises:
            CannotFixError: if the charset lacks a letter of the name, or the bytes before it are damaged.
        """
        codec, mark = self.charset()
        try:
            before = self.source[: place.start].encode(codec)
            old = self.source[place.start : place.end].encode(codec)
        except UnicodeError:
            raise damaged() from None
        start = mark + len(before)
        if self.raw[mark:start] != before or self.raw[start : start + len(old)] != old:
            raise damaged()
        try:
            return Edit(start, start + len(old), place.new.encode(codec))
        except UnicodeError:
            raise unencodable(name, codec) from None

    def charset(self) -> tuple[str, int]:
        """The codec, and the length of the byte order mark.

        Raises:
            CannotFixError: if the bytes are in none.
        """
        found = charset_of(self.raw, self.source, self.declared)
        if found is None:
            raise damaged()
        return found


def place_in_lines(source: str, before: int, change: Change) -> Place:
    """The place in text that is shown as it is written, but for its line ends.

    Args:
        source: the text as written.
        before: characters in front of the text that is shown, each line end counted as one.
        change: the name.

    Raises:
        CannotFixError: if the name does not stand there.
    """
    first, last = change.kept()
    start = offset_in(source, before + change.span.start)
    end = start + len(change.old)
    if source[start:end] != change.old:
        raise scattered(change.old)
    return Place(start + first, end - last, change.new[first : len(change.new) - last])


def place_by_reading(
    source: str, places: Iterable[Place], shown: Callable[[str], str], expected: str, change: Change
) -> Place:
    """The place whose change is the one that the reader sees.

    Raises:
        CannotFixError: if there is none.
    """
    for place in islice(places, _MOST_PLACES):
        if shown(place.in_source(source)) == expected:
            return place
    raise scattered(change.old)


def places_in_lines(source: str, change: Change) -> Iterator[Place]:
    """All places where the name is written."""
    first, last = change.kept()
    new = change.new[first : len(change.new) - last]
    at = source.find(change.old)
    while at >= 0:
        yield Place(at + first, at + len(change.old) - last, new)
        at = source.find(change.old, at + 1)
