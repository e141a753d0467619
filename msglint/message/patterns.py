"""Small helpers around text patterns: expressions from lists of formulas, text without addresses and links."""

from __future__ import annotations

from collections.abc import Iterable


def any_of(formulas: Iterable[str]) -> str:
    """An expression that matches any of the formulas; a space in them stands for any white space."""
    return "|".join(formulas).replace(" ", r"\s+").replace(r"\s+?", r"\s*")


_LONGEST_WORD = 80


def without_addresses(text: str) -> str:
    """`text` without mail addresses, links and endless strings; one blank between words, line ends kept."""
    return "\n".join(" ".join(filter(_is_word, line.split())) for line in text.split("\n"))


def _is_word(token: str) -> bool:
    return "@" not in token and "://" not in token and not token.startswith("www.") and len(token) <= _LONGEST_WORD
