"""The parts of a message as texts to be searched: with their words, and with what they quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msglint.message.lines import masked
from msglint.message.quotations import without_quotations
from msglint.message.sentences import paragraphs_of, sentences_of
from msglint.report import Span

if TYPE_CHECKING:
    from msglint.message.model import Message

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class SearchText:
    """A text; offsets in it are those of the message, or of the subject.

    Attributes:
        part: body, subject, salutation, closing, own, signature or text.
        text: what does not belong to the part is blank.
    """

    part: str
    text: str

    @cached_property
    def lower(self) -> str:
        """The text in lower case; not for offsets, since it may be longer."""
        return self.text.lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(_WORD.findall(self.lower))

    @cached_property
    def unquoted(self) -> str:
        """The text with what stands in quotation marks as blanks."""
        return without_quotations(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences."""
        return tuple(sentences_of(self.text))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs."""
        return tuple(paragraphs_of(self.text))

    def quotes(self, span: Span) -> bool:
        """Whether the stretch stands in quotation marks."""
        return not span.of(self.unquoted).strip() and bool(span.of(self.text).strip())


def search_text(message: Message, part: str) -> SearchText:
    """A part of the message as a text to be searched; empty where the message lacks the part."""
    parts = message.parts
    if part == "body":
        return SearchText(part, parts.body_text)
    if part == "own":
        return SearchText(part, parts.own_text)
    if part == "subject":
        return SearchText(part, message.headers.subject or "")
    if part == "text":
        return SearchText(part, message.text)
    spans = {
        "salutation": parts.salutation and parts.salutation.span,
        "closing": parts.closing and parts.closing.span,
        "signature": parts.signature,
    }
    span = spans[part]
    return SearchText(part, masked(message.text, [span]) if span else "")
