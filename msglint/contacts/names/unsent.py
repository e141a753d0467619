"""The names around a message that must not leave the machine: of people, of their firms, of streets and villages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from msglint.contacts.book import NO_CONTACTS
from msglint.contacts.organisations import organisations_of
from msglint.contacts.signed import signed_by
from msglint.contacts.thread import Thread
from msglint.message.addresses import is_public_provider, is_role_address
from msglint.message.given_names import is_given_name
from msglint.message.model import Address
from msglint.message.name_places import is_named_at
from msglint.message.patterns import lazy
from msglint.message.spellings import fold
from msglint.report import Span

_CAPITALISED: Final = lazy(r"\b[^\W\d_a-zäöüß](?:[^\W\d_]|['’-](?=[^\W\d_]))+")
_INTRODUCED: Final = lazy(
    r"\b(?:mein name ist|my name is)\s+(?P<names>\w+(?:[ \t]+[^\W\d_a-zäöüß]\w+)*)", re.IGNORECASE
)
_WORDS: Final = re.compile(r"[^\W\d_]+")
_POSSESSIVE: Final = re.compile(r"['’`´]s?$")
_READ: Final = 100_000
"""Code points of the message in which names are looked for; no more is ever sent."""
_SHORTEST: Final = 2
_TELLING: Final = 4

_NEVER: Final = frozenset(
    "a an am as at be bei by can das dem den der des die do du er es for go has he i ich ihr im in is it la le may me "
    "mir my no of on or per see sie so the to um und us van von was we will wir you zu zum zur".split()
)
"""Names to somebody, but words of every other sentence."""
_ORDINARY: Final = frozenset(
    "amber angel april art august autumn bill brook carol chance chase chip christian clay cliff daisy dale dawn dean "
    "destiny dick drew earl ernst eve faith flora frank gene glen grace grant guy harmony hazel heather heide holly "
    "hope iris ivy jack jay joy june lance lenz lily mai mark max may melody merry miles olive pat pearl penny ray "
    "rich rob rosa rose ruby rusty skip sue summer sunny viola violet wade wolf".split()
)
"""Given names that are ordinary words as well: names only of people who are known."""


class UnsentNames:
    """Tells the names around one message from other words. What has to be worked out is worked out on first use.

    Narrower than `KnownNames`, which only has to keep silent: a word that is not sent cannot be checked.

    Args:
        thread: who is who around the message.
    """

    def __init__(self, thread: Thread) -> None:
        self._thread = thread

    def hold(self, word: str) -> bool:
        """Whether a word, as it is written in the message, is a name or a name with an ending: `Annas`, `Tom's`."""
        return any(self._is_name(part) for part in {word, *word.split("-")})

    def _is_name(self, word: str) -> bool:
        bare = _POSSESSIVE.sub("", word)
        forms = {fold(bare), fold(bare.removesuffix("s"))}
        if len(bare) < _SHORTEST or fold(bare) in _NEVER:
            return False
        if forms & self._people:
            # Who writes everything in lower case writes names so, too.
            return bare[0].isupper() or not forms & _ORDINARY
        if not bare[0].isupper():
            return False
        return bool(forms & self._others) or self._is_given_name(bare) or self._is_in_contacts(bare, forms)

    def _is_given_name(self, word: str) -> bool:
        return fold(word) not in _ORDINARY and any(
            is_given_name(form) for form in (word, word.removesuffix("s")) if len(form) > _SHORTEST
        )

    def _is_in_contacts(self, word: str, forms: set[str]) -> bool:
        contacts = self._thread.contacts
        if contacts is NO_CONTACTS:
            return False
        for contact in contacts.called(word):
            names = (*contact.person.words, *contact.nicknames)
            if any(fold(part) in forms for name in names for part in name.split()):
                return True
        return False

    @cached_property
    def _people(self) -> frozenset[str]:
        """The words of the names of everybody who is known to take part."""
        thread = self._thread
        people = [*thread.everyone, *thread.earlier, *([thread.sender] if thread.sender else [])]
        if (signer := signed_by(thread.message)) is not None:
            people.append(signer)
        names = [word for person in people for word in person.words]
        salutation = thread.message.parts.salutation
        if salutation is not None:
            names += [part for greeted in salutation.greeted for part in _WORDS.findall(greeted.name)]
        return _folded(names)

    @cached_property
    def _others(self) -> frozenset[str]:
        """The words of firms and addresses, and of whom and what the message itself names."""
        return _folded(part for name in self._names() for part in _WORDS.findall(name))

    def _names(self) -> Iterator[str]:
        yield from organisations_of(self._thread)
        yield from self._domains()
        yield from self._header_words()
        # "und Herr" may stand at the end of a line.
        text = self._thread.message.text[:_READ].replace("\n", " ")
        for match in _CAPITALISED.finditer(text):
            if is_named_at(text, Span(*match.span())):
                yield match.group()
        for match in _INTRODUCED.finditer(text):
            yield match["names"]

    def _domains(self) -> Iterator[str]:
        """`gross-stahl.example` as gross and stahl; a public provider is nobody's firm."""
        for entry in self._entries():
            if entry.domain and not is_public_provider(entry.domain):
                labels = entry.domain.split(".")[:-1]
                yield from (part for label in labels for part in label.split("-") if len(part) >= _TELLING)

    def _header_words(self) -> Iterator[str]:
        """`Anna Meyer (ACME)`; not the words of `Vertrieb <vertrieb@…>`."""
        for entry in self._entries():
            for word in _WORDS.findall(f"{entry.name} {entry.local_part}"):
                if len(word) >= _TELLING and not is_role_address(Address("", f"{word}@example.com")):
                    yield word

    def _entries(self) -> Iterator[Address]:
        yield from self._thread.known_entries
        if self._thread.message.headers.from_ is not None:
            yield self._thread.message.headers.from_


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(folded for word in words if len(folded := fold(word)) >= _SHORTEST)
