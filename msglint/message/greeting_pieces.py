"""Takes a salutation apart, person by person: greeting word, honorific, titles and name with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msglint.message.greeted import Greeted, Salutation
from msglint.message.name_words import HONORIFICS
from msglint.message.patterns import lazy
from msglint.report import Span

_HONORIFIC = lazy(
    rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in sorted(HONORIFICS, key=len, reverse=True))})(?=\s|$)",
    re.IGNORECASE,
)
_GREETING_WORD = lazy(r"(?:\b[Ss]ehr\s+)?(?!(?:und|and|sowie|u)\b)\b[^\W\d_]+(?:\(r\)|[/*:]-?r)?(?=\s+$)")
_END_OF_PIECE = lazy(r"\s(?:und|and|&|\+|sowie|u\.)\s|[/,!:\n]|$")
_HONORARY = lazy(r"(?:\s*(?:h\.\s?c\.|e\.\s?h\.)\s*)+", re.IGNORECASE)


class Piece(NamedTuple):
    """What a salutation says to one person.

    Attributes:
        greeted: whom.
        word: the word right before the honorific ("Sehr geehrter", "Liebe", "Tag"); None where there is none.
        honorific: the place of "Herr", "Frau", "Mr", …; None where there is none.
        titles: the titles as written, one blank between them.
        start: where honorific, titles and name begin.
        name: the place of the name; empty where there is none.
    """

    greeted: Greeted
    word: Span | None
    honorific: Span | None
    titles: str
    start: int
    name: Span


def pieces_of(salutation: Salutation, text: str) -> Iterator[Piece]:
    """The pieces of the salutation in `text`, in the order of the persons it greets.

    "Frau (Herr) Meyer" is a form that nobody has filled in, and left out.
    """
    end = salutation.span.start
    for greeted in salutation.greeted:
        piece = _piece(greeted, end, salutation.span.end, text)
        end = max(end, piece.name.end)
        if not ("(" in piece.titles and _HONORIFIC.search(re.sub(r"[()]", " ", piece.titles))):
            yield piece


def _piece(greeted: Greeted, start: int, end: int, text: str) -> Piece:
    name = greeted.span if greeted.name else _no_name(greeted, end, text)
    honorary = _HONORARY.match(greeted.name)
    if honorary:
        name = Span(name.start + honorary.end(), name.end)  # "Dr. h. c. Meyer"
    found = _HONORIFIC.search(text, start, name.start) if greeted.honorific else None
    if found is None:
        titles = text.find(greeted.titles[0], start, name.start) if greeted.titles else -1
        begin = titles if titles >= 0 else name.start
        return Piece(greeted, None, None, _in_one_line(text[begin : name.start]), begin, name)
    word = _GREETING_WORD.search(text[start : found.start()])
    return Piece(
        greeted,
        Span(start + word.start(), start + word.end()) if word else None,
        Span(*found.span()),
        _in_one_line(text[found.end() : name.start]),
        found.start(),
        name,
    )


def _in_one_line(words: str) -> str:
    return " ".join(words.split())


def _no_name(greeted: Greeted, end: int, text: str) -> Span:
    """The end of "Herr Professor" in "Sehr geehrter Herr Professor, …"."""
    start = greeted.span.start + len(text[greeted.span.start : end]) - len(text[greeted.span.start : end].lstrip())
    found = _END_OF_PIECE.search(text, start, end)
    at = found.start() if found else end
    return Span(at, at)
