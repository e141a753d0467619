"""Spellings of one name: Müller, Mueller, Muller; Groß, Gross; Łukasz, Lukasz."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msglint.message.patterns import lazy

_LONGEST_CACHED = 60
"""Longer words are no names, and would stay in memory."""


def fold(name: str) -> str:
    """`name` so that spellings of the same name are equal: lower case, ä = ae, ß = ss, no accents, no marks."""
    return _folded(name) if len(name) <= _LONGEST_CACHED else _folded.__wrapped__(name)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    name = name.casefold().translate(_GERMAN)
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if char.isalnum() and not unicodedata.combining(char))


_WITHOUT_PARTS = {"ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss"}
_GERMAN = str.maketrans(_WITHOUT_PARTS | {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_BARE = str.maketrans(_WITHOUT_PARTS | {"ä": "a", "ö": "o", "ü": "u", "ø": "o", "å": "a", "æ": "a"})


def same_spelling(one: str, other: str) -> bool:
    """Whether the two are the same name in two spellings: Müller, Mueller, Muller; Groß, Gross; Zoë, Zoe."""
    return bool(spellings(one) & spellings(other))


def spellings(name: str) -> frozenset[str]:
    """The name folded in every way people write it without its marks: Müller as mueller and muller."""
    return _spellings(name) if len(name) <= _LONGEST_CACHED else _spellings.__wrapped__(name)


@lru_cache(maxsize=4096)
def _spellings(name: str) -> frozenset[str]:
    name = unicodedata.normalize("NFC", name).casefold()
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", name.translate(_BARE)) if c.isalnum() and not unicodedata.combining(c)
    )
    spelled = fold(name)
    forms = {bare, spelled, _UMLAUT_IN_TWO.sub(r"\1", spelled)}
    if "đ" in name:
        forms.add(fold(name.replace("đ", "dj")))
    return frozenset(forms)


# Mueller, but not Bauer, Michael, Samuel or Joe.
_UMLAUT_IN_TWO = lazy(r"(?<![aeioquy])([aou])e(?=[^\W\d_])(?!l(?:$|[aeiou]))")
