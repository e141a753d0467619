"""Divides a text into salutation, body, closing, signature, quotes and footer: spans into it, nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from msglint.message.closing import Closing, find_closing
from msglint.message.footer import footer_start
from msglint.message.greeted import Salutation
from msglint.message.lines import Line, complement, lines_of, masked, trimmed
from msglint.message.model import Address, Mark, Message
from msglint.message.people import person_of
from msglint.message.quotes import Quote, find_quotes
from msglint.message.salutation import find_salutation
from msglint.message.signature import delimited_signature, is_signed, name_signature, nothing_but_a_name
from msglint.report import Span


@dataclass(frozen=True)
class Parts:
    """The parts of one message text; all spans count code points in it.

    Attributes:
        text: the text that the spans point into.
        own: what the author wrote, signature included, quotes and footers left out; trimmed.
        salutation: None where the own text has none.
        closing: likewise.
        signature: the name under the closing and what follows it.
        quotes: quoted and forwarded stretches.
        footers: legal notices, "sent from my …".
        body: the own text without salutation, closing and signature; trimmed.
        signed: a name or initials stand at the end.
    """

    text: str
    own: tuple[Span, ...]
    salutation: Salutation | None
    body: tuple[Span, ...]
    closing: Closing | None
    signature: Span | None
    quotes: tuple[Quote, ...]
    footers: tuple[Span, ...]
    signed: bool

    @cached_property
    def own_text(self) -> str:
        """The text with all that is not the author's own turned into blanks; same length, same lines."""
        return masked(self.text, self.own)

    @cached_property
    def body_text(self) -> str:
        """The text with all but the body turned into blanks; same length, same lines."""
        return masked(self.text, self.body)

    @property
    def is_bare_forward(self) -> bool:
        """A forward without a word of its own (a signature is no word)."""
        return any(quote.kind is Mark.FORWARD for quote in self.quotes) and not self.body_text.strip()

    def part_at(self, offset: int) -> str:
        """Name of the part that the code point at `offset` belongs to."""
        if self.salutation and self.salutation.span.start <= offset < self.salutation.span.end:
            return "salutation"
        if self.closing and self.closing.span.start <= offset < self.closing.span.end:
            return "closing"
        if self.signature and self.signature.start <= offset < self.signature.end:
            return "signature"
        return "body"


def split(message: Message) -> Parts:
    """The parts of `message`."""
    text = message.text
    quotes = _quotes(message)
    outside = complement((quote.span for quote in quotes), Span(0, len(text)))
    footers = tuple(footer for stretch in outside if (footer := _footer(text, stretch)) is not None)
    others = [*(quote.span for quote in quotes), *footers]
    own = tuple(span for stretch in complement(others, Span(0, len(text))) if len(span := trimmed(text, stretch)))
    known = tuple(_known_names(message))
    lines = tuple(line for span in own for line in lines_of(text, span.start, span.end))
    salutation = find_salutation(lines, known)
    marked_signature = _marked_signature(message, lines)
    end_of_words = marked_signature.start if marked_signature else None
    rest = _lines_between(lines, salutation.span.end if salutation else None, end_of_words)
    senders = tuple(_sender_names(message))
    closing = find_closing(rest)
    signature = _signature(text, own, closing, marked_signature)
    if closing is None:
        above = name_signature(rest, senders)
        signature = Span(above.start, signature.end) if above and signature else above or signature
    if signature is None and closing is None and salutation is None and not quotes and not _is_answer(message):
        signature = nothing_but_a_name(rest)
    signed = is_signed(text, closing, marked_signature if closing else signature, rest, senders)
    gone = [
        part for part in (salutation.span if salutation else None, closing.span if closing else None, signature) if part
    ]
    body = tuple(
        piece
        for span in own
        for stretch in complement(_within(gone, span), span)
        if len(piece := trimmed(text, stretch))
    )
    return Parts(text, own, salutation, _with_words(text, body), closing, signature, quotes, footers, signed)


def _with_words(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if re.search(r"\w", span.of(text)))


def _within(parts: Iterable[Span], span: Span) -> list[Span]:
    return [part for part in parts if span.contains(part)]


def _quotes(message: Message) -> tuple[Quote, ...]:
    from msglint.message.subject import is_forward_subject, is_reply_subject

    subject = message.headers.subject or ""
    found = find_quotes(message.text, message.marked)
    if is_forward_subject(subject) and not is_reply_subject(subject):
        return tuple(Quote(Mark.FORWARD, quote.span) for quote in found)
    return found


def _footer(text: str, stretch: Span) -> Span | None:
    lines = lines_of(text, stretch.start, stretch.end)
    start = footer_start(lines)
    if start >= len(lines):
        return None
    span = trimmed(text, Span(lines[start].start, lines[-1].end))
    return span if len(span) else None


def _known_names(message: Message) -> Iterable[str]:
    headers = message.headers
    for address in headers.recipients + headers.reply_to:
        yield address.name or address.local_part
    if message.answers is not None and message.answers.headers.from_:
        yield message.answers.headers.from_.name or message.answers.headers.from_.local_part


def _sender_names(message: Message) -> Iterable[str]:
    sender: Address | None = message.headers.from_
    if sender is None:
        return
    person = person_of(sender)
    if person is not None:
        yield person.full


def _is_answer(message: Message) -> bool:
    return message.answers is not None or message.headers.in_reply_to


def _marked_signature(message: Message, lines: Sequence[Line]) -> Span | None:
    """The signature that a line `-- ` or the format itself sets off."""
    for mark in message.marked:
        if mark.mark is Mark.SIGNATURE and any(line.span.overlaps(mark.span) for line in lines):
            return trimmed(message.text, mark.span)
    return delimited_signature(lines)


def _lines_between(lines: Sequence[Line], start: int | None, end: int | None) -> tuple[Line, ...]:
    result = []
    for line in lines:
        first = line.start if start is None else max(line.start, start)
        last = line.end if end is None else min(line.end, end)
        if first < last or (line.blank and (start is None or line.start >= start) and (end is None or line.end < end)):
            result.append(Line(line.text[first - line.start : last - line.start], first) if first < last else line)
    return tuple(result)


def _signature(text: str, own: Sequence[Span], closing: Closing | None, marked: Span | None) -> Span | None:
    """From the name under the closing to the end of that stretch of own text."""
    if closing is not None:
        stretch = next((span for span in own if span.start <= closing.span.start < span.end), None)
        if stretch is not None:
            span = trimmed(text, Span(min(closing.after, stretch.end), stretch.end))
            return span if len(span) else marked
    return marked
