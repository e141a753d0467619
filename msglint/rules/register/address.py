"""How the stretches of a message, each said to one reader, address that reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from msglint.contacts.thread import Thread, form_greeted_with
from msglint.message.given_names import is_given_name
from msglint.message.lines import masked
from msglint.message.model import Message
from msglint.message.pasted import sections_of
from msglint.message.patterns import lazy
from msglint.message.register import Addressing, addressing_of, formality_of
from msglint.message.spellings import fold
from msglint.report import Span

_FORMAL_CLOSING: Final = lazy(
    r"(?:mit\s+)?freundlich\w*\s+gr|m\.?f\.?g|hochachtung|mit\s+(?:besten|vielen)\s+gr", re.IGNORECASE
)
_OTHER_READER: Final = lazy(
    r"(?:\A|\n|[.!?]\s+|\(|[–-]\s+|\bPS:?\s+|\b[Aa]n\s+)@?(?P<name>[A-ZÄÖÜ][\w-]+)[,:]\s+(?=\w)|@(?P<at>[A-ZÄÖÜ][\w-]+)"
)
_PARAGRAPH_END: Final = lazy(r"\n[^\S\n]*\n|\Z")
_LONGEST: Final = 20_000
_SIGNED: Final = 60


class Stretch(NamedTuple):
    """A stretch of a message and how it addresses its reader.

    Attributes:
        text: all but the stretch is blank, and so is what stands in quotation marks.
        addressing: the sure forms in it.
        formality: how many forms the salutation is worth.
        known: `du` or `Sie`, where address book, salutation or the answered message say so.
        is_formal: the closing is one for somebody who is called Sie.
        names: of those who are greeted and of the one who signs, folded.
    """

    text: str
    addressing: Addressing
    formality: int
    known: str | None
    is_formal: bool
    names: frozenset[str]

    @property
    def capitals(self) -> int:
        """How often the reader is addressed with a capital letter."""
        return len(self.addressing.sie)

    @property
    def is_du(self) -> bool:
        """Whether the reader is addressed as du more than as Sie."""
        weight = self.capitals + self.formality
        familiar = len(self.addressing.du) + len(self.addressing.ihr)
        return familiar > weight or (familiar == weight > 0 and self.known == "du")

    @property
    def is_sie(self) -> bool:
        """Whether anything says that the reader is addressed as Sie."""
        if self.capitals + self.formality > 0 or self.known == "Sie":
            return True
        return self.known is None and self.is_formal


def stretches_of(message: Message, thread: Thread) -> Iterator[Stretch]:
    """The stretches of the body. Salutation, closing and address book speak for the first alone."""
    text = message.searchable("body").unquoted[:_LONGEST]
    names = _names(message)
    sections = sections_of(text)
    for at, section in enumerate(sections):
        part = masked(text, (section,)) if len(sections) > 1 else text
        part = _without_other_readers(part, names)
        if at:
            yield Stretch(part, addressing_of(part), 0, None, is_formal=False, names=names)
        else:
            yield Stretch(
                part,
                addressing_of(part),
                formality_of(message.parts.salutation),
                thread.form_by_contacts or form_greeted_with(message) or _form_of_answered(thread),
                is_formal=_closes_formally(message),
                names=names,
            )


def _names(message: Message) -> frozenset[str]:
    salutation, signature = message.parts.salutation, message.parts.signature
    greeted = [one.name for one in salutation.greeted] if salutation else []
    signed = signature.of(message.text)[:_SIGNED] if signature else ""
    return frozenset(fold(word) for name in (*greeted, signed) for word in name.split())


def _form_of_answered(thread: Thread) -> str | None:
    return thread.answered.searchable("own").addressing.form if thread.answered is not None else None


def _closes_formally(message: Message) -> bool:
    closing = message.parts.closing
    return closing is not None and _FORMAL_CLOSING.match(closing.span.of(message.text)) is not None


def _without_other_readers(text: str, names: frozenset[str]) -> str:
    """`Tom, kannst du …` in a letter to somebody else: the rest of the paragraph is said to Tom."""
    keep: list[Span] = []
    start = 0
    for match in _OTHER_READER.finditer(text):
        name = match["name"] or match["at"]
        if match.start() >= start and fold(name) not in names and (match["at"] or is_given_name(name)):
            end = _PARAGRAPH_END.search(text, match.end())
            keep.append(Span(start, match.start()))
            start = end.start() if end is not None else len(text)
    return masked(text, (*keep, Span(start, len(text)))) if keep else text
