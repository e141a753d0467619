"""Whether somebody writes with capitals at all: who does without them has not forgotten one."""

from __future__ import annotations

from typing import Final

from msglint.message.patterns import lazy

_START: Final = lazy(r"(?:\A|\n\s*\n|[.!?]\s)\W*(?P<letter>[^\W\d_])")
_WORD: Final = lazy(r"[^\W\d_]+")
_FEWEST: Final = 7
"""One word in so many begins with a capital, names included, where somebody writes with capitals."""


def uses_capitals(text: str) -> bool:
    """Whether the text has capitals where they belong, so that one can be missing.

    Args:
        text: the writer's own. Behind the comma of a salutation German goes on small, so that a short text may well
            begin small for the most part; then its words tell.
    """
    starts = [match["letter"] for match in _START.finditer(text)]
    words = [match.group() for match in _WORD.finditer(text)]
    small = [letter for letter in starts if letter.islower()]
    capital = [word for word in words if word[0].isupper()]
    return len(small) * 2 <= len(starts) or len(capital) * _FEWEST > len(words)
