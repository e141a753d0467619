"""Whether somebody writes with capitals at all: who does without them has not forgotten one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msglint.message.patterns import lazy

if TYPE_CHECKING:
    from msglint.message.model import Message

_WORD: Final = lazy(r"[^\W\d_]+")
_FEWEST: Final = 7
"""Of so many words one begins with a capital where somebody writes with capitals."""


def uses_capitals(message: Message) -> bool:
    """Whether the writer uses capitals, so that one can be missing.

    Salutation, closing and the sentences of the body tell. The signature does not, which a program writes, nor do names
    and abbreviations: many who write small give them their capitals.
    """
    starts = list(_starts(message))
    if starts and sum(map(str.isupper, starts)) * 2 >= len(starts):
        return True
    salutation = message.parts.salutation
    names = set(_words(salutation.span.of(message.text))) if salutation else set()
    words = [word for word in _words(message.parts.body_text) if word not in names]
    return sum(map(_is_capitalised, words)) * _FEWEST > len(words)


def has_capitals(text: str) -> bool:
    """Whether a word of the text begins with a capital, abbreviations aside."""
    return any(map(_is_capitalised, _words(text)))


def _starts(message: Message) -> Iterator[str]:
    """The letters that salutation, closing and sentences begin with.

    Without the first sentence behind a salutation: German goes on small behind its comma.
    """
    parts, body = message.parts, message.searchable("body")
    spans = [part.span for part in (parts.salutation, parts.closing) if part is not None]
    sentences = body.sentences[1:] if parts.salutation else body.sentences
    for text, span in (*((message.text, span) for span in spans), *((body.text, span) for span in sentences)):
        first = next(_words(span.of(text)), "")
        if first:
            yield first[0]


def _words(text: str) -> Iterator[str]:
    return (match.group() for match in _WORD.finditer(text))


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and not (len(word) > 1 and word.isupper())
