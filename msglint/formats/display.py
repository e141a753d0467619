"""How text looks on a terminal: its width in columns, what must not reach the terminal, wrapping."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

TAB = " " * 4
REPLACEMENT = "\ufffd"
DIRECTION_CONTROLS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def cell(char: str) -> tuple[str, int]:
    """What is shown for one character, and the columns it takes.

    Control characters are replaced: a message must not be able to steer the terminal of whoever checks it.
    """
    if char == "\t":
        return TAB, len(TAB)
    if char.isascii():
        return (char, 1) if char.isprintable() else (REPLACEMENT, 1)
    if char in DIRECTION_CONTROLS:
        return "", 0
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Zl", "Zp"):
        return REPLACEMENT, 1
    if category in ("Mn", "Me", "Cf"):
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(text: str) -> str:
    """The text as it is safe to show in one line."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(cell(char)[0] for char in text)


def one_line(text: str) -> str:
    """The text in one line, safe to show."""
    return visible(" ".join(text.split()))


def columns(text: str) -> int:
    """The columns that `text` takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cell(char)[1] for char in text)


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The text in lines of at most `width` columns, a word that is longer alone in its line.

    Args:
        text: what to wrap; its own line ends do not count.
        width: columns, the beginnings included.
        first: what the first line begins with.
        rest: what the others begin with.
    """
    line, used, is_empty = first, columns(first), True
    for word in visible(" ".join(text.split())).split(" "):
        size = columns(word)
        if not is_empty and used + 1 + size > width:
            yield line.rstrip()
            line, used, is_empty = rest, columns(rest), True
        line += word if is_empty else f" {word}"
        used += size + (not is_empty)
        is_empty = False
    yield line.rstrip()
