"""German umlauts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_UMLAUT: Final[Mapping[str, str]] = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}


def umlauted(word: str) -> str:
    """The word with its last a, o or u (or au) made an umlaut."""
    match = re.search(r"(au|[aou])(?!.*[aouäöü])", word, re.IGNORECASE)
    if match is None or (re.search(r"[eiäöü]", word[match.end() :]) and not word.endswith("en")):
        return word
    letter = word[match.start()]
    return word[: match.start()] + _UMLAUT[letter] + word[match.start() + 1 :]
