"""The message that a draft answers: given beside it, or taken back out of its quote."""

from __future__ import annotations

import re

from msglint.message.lines import lines_of
from msglint.message.model import Address, Headers, Mark, Message
from msglint.message.patterns import lazy

_PREFIX = lazy(r"^[ \t]{0,3}(?:>|&gt;)[ ]?")
_HEADER = lazy(
    r"\s*\**(?P<name>from|von|sent|gesendet|date|datum|to|an|cc|kopie|subject|betreff|importance|"
    r"wichtigkeit)\**\s*:\**\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SENDER_HEADER = lazy(r"(?:from|von)$", re.IGNORECASE)
_INTRODUCTION = lazy(r"\b(?:schrieb|wrote|geschrieben|a écrit|ha scritto|escribió)\b", re.IGNORECASE)
_RULE = lazy(r"\s*[-_=*]{3,}")
_MAX_INTRODUCTION = 12

_NAME_AFTER = lazy(
    r"\bschrieb\s+(?P<who>(?!am\b)[^<:]{2,80}?)\s*(?:<(?P<mail>[^<>\s]+@[^<>\s]+)>[^:<]{0,40})?:\s*$",
    re.IGNORECASE,
)
_NAME_BEFORE = lazy(
    r"(?:^|,\s*|\d\d?:\d\d(?::\d\d)?\s*(?:uhr|[ap]m)?,?\s+(?:hat\s+)?|(?:19|"
    r"20)\d\d,?\s+(?:hat\s+)?)(?P<who>[^\d<,:]{2,80}?)\s*(?:<(?P<mail>[^<>\s]+@[^<>\s]+)>)?\s*(?:schrieb\b|wrote\b|"
    r"geschrieben\b)",
    re.IGNORECASE,
)


def answered_message(message: Message) -> Message | None:
    """The message that `message` answers, as far as it can be known; None for a message that answers none."""
    if message.answers is not None:
        return message.answers
    quote = next((quote for quote in message.parts.quotes if quote.kind is Mark.QUOTE), None)
    if quote is None:
        return None
    quoted = [_PREFIX.sub("", line.text) for line in lines_of(message.text, quote.span.start, quote.span.end)]
    start, sender = _introduction(quoted)
    return Message(text="\n".join(quoted[start:]).strip("\n"), headers=Headers(from_=sender))


def _introduction(lines: list[str]) -> tuple[int, Address | None]:
    """How many lines introduce the quote, and whom they name."""
    sender: Address | None = None
    end = 0
    for at, line in enumerate(lines[:_MAX_INTRODUCTION]):
        header = _HEADER.match(line)
        if header:
            if _SENDER_HEADER.match(header["name"]) and sender is None:
                sender = _address(header["value"])
            end = at + 1
        elif _RULE.match(line) or (not line.strip() and end == at):
            end = at + 1
        elif _INTRODUCTION.search(" ".join(lines[at : at + 3])) and at <= 1:
            length = next(
                (
                    n
                    for n in range(1, min(3, len(lines) - at) + 1)
                    if _INTRODUCTION.search(" ".join(lines[at : at + n])) and lines[at + n - 1].rstrip().endswith(":")
                ),
                0,
            )
            if not length:
                break
            sender = _named_in(" ".join(piece.strip() for piece in lines[at : at + length]))
            return at + length, sender
        else:
            break
    return end, sender


def _address(value: str) -> Address | None:
    from msglint.message.addresses import parse_addresses

    value = re.sub(r"\[mailto:([^\]]+)\]", r"<\1>", value)
    found = parse_addresses([value])
    return found[0] if found else None


def _named_in(introduction: str) -> Address | None:
    match = _NAME_AFTER.search(introduction) or _NAME_BEFORE.search(introduction)
    if match is None:
        return None
    name = match["who"].strip(" \"'„“,")
    mail = match["mail"] or ""
    if "@" in name:
        return Address("", name)
    return Address(name, mail) if name else None
