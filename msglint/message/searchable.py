"""The parts of a message as texts to be searched: with their words, and with what they quote."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msglint.message.lines import masked
from msglint.message.quotations import without_quotations
from msglint.message.sentences import paragraphs_of, sentences_of
from msglint.report import Span

if TYPE_CHECKING:
    from msglint.message.model import Message
    from msglint.message.prose import Stretch
    from msglint.message.register import Addressing

_WORD: Final = re.compile(r"\w+")
# What expressions take for the same letter where case does not matter, though its lower case is another.
_TWINS: Final = "ıſςµϐϑϕϖϰϱϵ\u0345\u1fbe\u1fd3\u1fe3ᲀᲁᲂᲃᲄᲅᲆᲇᲈẛﬅ"
_SAME_LETTER: Final = str.maketrans(_TWINS, "isσμβθφπκρειι\u0390\u03b0вдосттъѣꙋṡﬆ")
_HAS_TWIN: Final = re.compile(f"[{_TWINS}]")


def folded(text: str) -> str:
    """The text with one form of every letter: what an expression matches without regard to case is equal here.

    As long as the text itself.
    """
    if text.isascii():
        return text.lower()
    lowered = text.replace("İ", "i").lower()
    return lowered.translate(_SAME_LETTER) if _HAS_TWIN.search(lowered) else lowered


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
    def folded(self) -> str:
        """The text with one form of every letter, to look words up in."""
        return folded(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, folded."""
        return frozenset(_WORD.findall(self.folded))

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each word, folded, begins."""
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.folded):
            places.setdefault(match.group(), []).append(match.start())
        return places

    @cached_property
    def has_capitals(self) -> bool:
        """Whether a word begins with a capital."""
        from msglint.message.capitals import has_capitals

        return has_capitals(self.text)

    @cached_property
    def unquoted(self) -> str:
        """The text with what stands in quotation marks as blanks."""
        return without_quotations(self.text)

    @cached_property
    def addressing(self) -> Addressing:
        """The places where the text, read as German, says du and Sie to its reader."""
        from msglint.message.register import addressing_in

        return addressing_in(self.unquoted, self.words)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences."""
        return tuple(sentences_of(self.text))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs."""
        return tuple(paragraphs_of(self.text))

    @cached_property
    def running(self) -> tuple[Stretch, ...]:
        """The paragraphs of running text, quotations left out: lists, tables and code are none."""
        from msglint.message import prose

        return tuple(prose.paragraphs_of(self.unquoted))

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
