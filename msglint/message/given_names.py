"""Which words are established given names: of the German- and English-speaking world and of those who work in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msglint.message.spellings import fold

_SURNAME_TOO = "*"


def is_given_name(word: str) -> bool:
    """Whether `word` is an established given name: Anna, Max, Hans-Jürgen; also Werner, which may be a surname."""
    return all(_is_sure(part) or _is_either(part) for part in _parts(word))


def is_surely_given_name(word: str) -> bool:
    """Whether `word` is an established given name and no common surname: Anna, but neither Werner nor Martin."""
    return is_given_name(word) and any(_is_sure(part) for part in _parts(word))


def _is_sure(name: str) -> bool:
    return name in _entries()


def _is_either(name: str) -> bool:
    return name + _SURNAME_TOO in _entries()


def _parts(word: str) -> tuple[str, ...]:
    """The names in `word`: a double name is looked up as a whole (Karlheinz), and by its parts (Anna-Lena)."""
    whole = fold(word)
    if "-" not in word or _is_sure(whole) or _is_either(whole):
        return (whole,)
    return tuple(fold(part) for part in word.split("-"))


@cache
def _entries() -> frozenset[str]:
    """The words of the list as they stand there, stars included: nothing done per word, so it loads at once."""
    lines = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())
