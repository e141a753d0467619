"""The names around a message, so that nobody's name is called misspelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from msglint.contacts.organisations import organisations_of
from msglint.contacts.thread import Thread
from msglint.message.given_names import is_given_name
from msglint.message.model import Address, Message
from msglint.message.patterns import lazy
from msglint.message.spellings import fold

_WORD = lazy(r"[^\W\d_]+")
_CAPITALISED = lazy(r"[^\W\d_a-zäöüß]\w+")
_GENITIVE = lazy(r"(?:['’`´]s?|s)$")
_SHORTEST_IN_ADDRESS = 4
_SHORTEST = 3


class KnownNames:
    """Every word that names somebody or something around one message.

    The people, addresses and firms in its headers, the greeted, the signature, the names of attached files; all words
    of quoted messages, whose writers know how to spell what they speak of; established given names; the address book.

    Args:
        thread: the message and who is who around it.
    """

    def __init__(self, thread: Thread) -> None:
        self._thread = thread

    def hold(self, word: str) -> bool:
        """Whether the word, or every part of it between hyphens, is such a name, also in the genitive."""
        if self._is_name(word):
            return True
        parts = [part for part in word.split("-") if part]
        return len(parts) > 1 and all(map(self._is_name, parts))

    def _is_name(self, word: str) -> bool:
        return any(map(self._is_called, dict.fromkeys((word, _GENITIVE.sub("", word)))))

    def _is_called(self, word: str) -> bool:
        folded = fold(word)
        if folded in self._words:
            return True
        if len(folded) >= _SHORTEST_IN_ADDRESS and any(folded in address for address in self._addresses):
            return True
        if len(word) < _SHORTEST:
            return False
        # A careless writer writes names small: gerd.
        return is_given_name(word) or (word[:1].isupper() and bool(self._thread.contacts.called(word)))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(fold(word) for text in self._texts() for word in _WORD.findall(text))

    @cached_property
    def _addresses(self) -> tuple[str, ...]:
        """The mail addresses, folded: a name may be a part of them."""
        return tuple(dict.fromkeys(fold(f"{entry.local_part}{entry.domain}") for entry in self._entries()))

    def _entries(self) -> Iterator[Address]:
        headers = self._thread.message.headers
        yield from self._thread.known_entries
        if headers.from_ is not None:
            yield headers.from_

    def _texts(self) -> Iterator[str]:
        message = self._thread.message
        for entry in self._entries():
            yield f"{entry.name} {re.sub(r'[^a-z]', ' ', entry.local_part)} {entry.domain.replace('.', ' ')}"
        for person in (*self._thread.everyone, *self._thread.earlier, self._thread.sender):
            yield person.full if person is not None else ""
        yield from organisations_of(self._thread)
        yield from _named_in(message)
        yield from (attachment.filename for attachment in message.attachments or ())

    def of_others(self, word: str) -> bool:
        """Whether somebody else has used the word in the messages that are quoted or answered."""
        return fold(word) in self._words_of_others

    @cached_property
    def _words_of_others(self) -> frozenset[str]:
        message = self._thread.message
        texts = [quote.span.of(message.text) for quote in message.parts.quotes]
        if message.answers is not None:
            texts.append(message.answers.text)
        return frozenset(fold(word) for text in texts for word in _WORD.findall(text))


def _named_in(message: Message) -> Iterable[str]:
    """The capitalised words of salutation and signature, and of lines that hold nothing but a name."""
    parts = message.parts
    for person in parts.salutation.greeted if parts.salutation else ():
        yield person.name
    if parts.signature is not None:
        yield " ".join(_CAPITALISED.findall(parts.signature.of(message.text)))
