"""Small helpers around text patterns: expressions from lists of formulas, text without addresses and links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast


def any_of(formulas: Iterable[str]) -> str:
    """An expression that matches any of the formulas; a space in them stands for any white space."""
    return "|".join(formulas).replace(" ", r"\s+").replace(r"\s+?", r"\s*")


_LONGEST_WORD = 80
_ADDRESS_MARKS = ("@", "://", "www.")


def without_addresses(text: str) -> str:
    """`text` without mail addresses, links and endless strings; one blank between words, line ends kept."""
    return "\n".join(" ".join(_words(line)) for line in text.split("\n"))


def _words(line: str) -> Iterable[str]:
    words = line.split()
    if len(line) <= _LONGEST_WORD and not any(mark in line for mark in _ADDRESS_MARKS):
        return words
    return filter(_is_word, words)


def _is_word(token: str) -> bool:
    return "@" not in token and "://" not in token and not token.startswith("www.") and len(token) <= _LONGEST_WORD


class _LazyPattern:
    """Stands in for a compiled expression and becomes one when it is first used."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is compiled at its first use.

    For expressions that most messages never need: compiling all of them takes longer than checking a letter.
    """
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
