"""Swaps that are about capitals alone, such as `github: GitHub`: where nobody should mind them."""

from __future__ import annotations

from typing import Final

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.searchable import SearchText
from msglint.report import Span
from msglint.rulesets.replacing import replacements_of
from msglint.rulesets.searching import Found

_JOINED_BEFORE: Final = lazy(r"[-‐‑/\\_=<>{}$#@`*]\Z|[^\W\d_][.:]\Z")
_JOINED_BEHIND: Final = lazy(r"[-‐‑/\\_=<>{}$#@`*(]|[.:][^\W_]")
_REACH: Final = 300
"""So far around a place it is looked for what names something, in code points."""


def is_right_as_written(found: Found, text: SearchText, message: Message) -> bool:
    """Whether a replacement differs from what was found in capitals only, and in none that anybody should mind.

    A line, a title or a sentence may begin with a capital, and a word may be all capitals. Names of files, addresses,
    identifiers and parts of words with hyphens have their own spelling. Who writes all small has forgotten nothing.

    Args:
        found: what was found.
        text: where.
        message: the text's.
    """
    written = found.span.of(text.text)
    wordings = [
        suggestion.text
        for suggestion in replacements_of(found, text.text)
        if suggestion.span == found.span and _differs_in_capitals(written, suggestion.text)
    ]
    if not wordings:
        return False
    if any(_has_only_more(written, wording) for wording in wordings) or _names_something(found.span, text.text):
        return True
    return written.islower() and not (text if text.part == "subject" else message).has_capitals


def _differs_in_capitals(written: str, wording: str) -> bool:
    """At most."""
    return len(written) == len(wording) and written.lower() == wording.lower()


def _has_only_more(written: str, wording: str) -> bool:
    """Whether no capital is missing, and those beyond the wording's begin it or stand inside a word: `KollegInnen`."""
    pairs = list(zip(written, wording, strict=True))
    if any(right.isupper() and not letter.isupper() for letter, right in pairs):
        return False
    more = [at for at, (letter, right) in enumerate(pairs) if letter.isupper() and not right.isupper()]
    return all(at == 0 or written[at - 1].isalpha() for at in more) or written.isupper()


def _names_something(span: Span, text: str) -> bool:
    """Whether it is part of an address, a file, code, a placeholder or a word with hyphens."""
    before, behind = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if _JOINED_BEFORE.search(before) or _JOINED_BEHIND.match(behind):
        return True
    from msglint.message.proofreading import no_words_in

    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _REACH)
    end = text.find("\n", span.end)
    line = text[start : min(len(text) if end < 0 else end, span.end + _REACH)]
    return any(mask.overlaps(Span(span.start - start, span.end - start)) for mask in no_words_in(line))
