"""A token pattern in the notation of phrases: `(leider) <haben> Sie … vergessen/versäumt`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_WORDS: Final = ("LOWER", "ORTH", "TEXT", "LEMMA")
_CLASSES: Final = ("POS", "TAG", "SHAPE")
_GAP: Final = "…"
_MOST_WORDS: Final = 8


def in_notation(tokens: Sequence[Mapping[str, object]]) -> str:
    """Words as they are, lemmas in `<…>`, parts of speech in capitals, what may be missing in round brackets."""
    pieces: list[str] = []
    for token in tokens:
        piece = _token(token)
        if piece != _GAP or pieces[-1:] != [_GAP]:
            pieces.append(piece)
    return " ".join(pieces)


def _token(token: Mapping[str, object]) -> str:
    written = [_words(key, token[key]) for key in _WORDS if key in token]
    written += [_words(key, token[key]) for key in _CLASSES if key in token]
    operator = str(token.get("OP", ""))
    if operator == "!":
        return f"¬{'+'.join(filter(None, written)) or _GAP}"
    shown = "+".join(filter(None, written)) or _GAP
    if operator in ("?", "*") or operator.startswith(("{0", "{,")):
        return shown if shown == _GAP else f"({shown})"
    return shown


def _words(key: str, value: object) -> str:
    """One word or several; what a word must not be is not shown."""
    if isinstance(value, Mapping):
        if "IN" not in value:
            return f"/{value['REGEX']}/" if "REGEX" in value else ""
        words = [str(word) for word in value["IN"]]
    else:
        words = [str(value)]
    shown = "/".join([*words[:_MOST_WORDS], *([_GAP] if len(words) > _MOST_WORDS else [])])
    return f"<{shown}>" if key == "LEMMA" else shown
