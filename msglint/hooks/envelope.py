"""Who a message goes to, as the words behind `sendmail` say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from msglint.message.model import Address, Message

WITH_VALUE: Final = frozenset("-f -r -F -B -N -R -V -X -O -p -L -C -a -h -q".split())
"""Options of sendmail and msmtp that have a value, in the same word or in the next."""


def recipients_in(arguments: Sequence[str]) -> tuple[str, ...]:
    """The addresses among the words of a sendmail command.

    Args:
        arguments: the words behind the program's name.
    """
    return tuple(_recipients(arguments))


def _recipients(arguments: Sequence[str]) -> Iterator[str]:
    words = iter(arguments)
    for word in words:
        if word == "--":
            yield from (rest for rest in words if "@" in rest)
            return
        if word in WITH_VALUE:
            next(words, None)
        elif not word.startswith("-") and "@" in word:
            yield word


def with_hidden(message: Message, recipients: Sequence[str]) -> Message:
    """The message with those among Bcc whom it goes to although no header names them."""
    named = {address.email.lower() for address in message.headers.recipients}
    hidden = dict.fromkeys(email for email in recipients if email.lower() not in named)
    if not hidden:
        return message
    bcc = (*message.headers.bcc, *(Address("", email) for email in hidden))
    return message.with_(headers=replace(message.headers, bcc=bcc))
