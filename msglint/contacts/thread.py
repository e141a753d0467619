"""Who is who in a conversation, as far as headers and quotes tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from msglint.contacts.book import NO_CONTACTS, ContactBook
from msglint.message.answered import answered_message
from msglint.message.greeted import Tone
from msglint.message.model import Address, Message
from msglint.message.patterns import lazy
from msglint.message.people import HONORIFICS, TITLES, Person, fold, parse_person, person_of, same_spelling
from msglint.message.register import addressing_of

_GREETED_WITH_HONORIFIC = lazy(
    r"(?:geehrte[rn]?|liebe[rn]?|hallo|guten\s+(?:tag|morgen|abend)|dear|grüß\s+gott|grüezi|"
    r"hi)\s+(?P<honorific>herrn?|frau|mr\.?|mrs\.?|ms\.?)\s+(?P<rest>[^,!:\n]{2,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Thread:
    """What is known about the people around one message."""

    message: Message
    contacts: ContactBook = NO_CONTACTS

    @cached_property
    def answered(self) -> Message | None:
        """The message that is being answered."""
        return answered_message(self.message)

    @cached_property
    def correspondent(self) -> Person | None:
        """Who wrote the message that is being answered: by the line that introduces it, or by how it is signed."""
        if self.answered is None:
            return None
        sender = self.answered.headers.from_
        person = person_of(sender) if sender else None
        return person or _signed_by(self.answered)

    @cached_property
    def recipients(self) -> tuple[Person, ...]:
        """The persons in To, in order; roles and teams left out. Where To names nobody, the correspondent."""
        people = _people(self.message.headers.to)
        if people:
            return people
        return (self.correspondent,) if self.correspondent else ()

    @cached_property
    def everyone(self) -> tuple[Person, ...]:
        """Everybody the message could rightly greet: To, Cc, Reply-To, who is answered and how that one signs."""
        headers = self.message.headers
        people = list(_people(headers.recipients + headers.reply_to))
        if self.correspondent:
            people.append(self.correspondent)
        if self.answered is not None and (signer := _signed_by(self.answered)):
            people.append(signer)
        return tuple(dict.fromkeys(people))

    @cached_property
    def header_words(self) -> frozenset[str]:
        """Every word of the recipients' headers, folded, also from brackets and before the @: none is a stranger's."""
        headers = self.message.headers
        entries = headers.recipients + headers.reply_to
        words = (re.split(r"[^\w]+|_|\d+", f"{entry.name} {entry.local_part}") for entry in entries)
        return frozenset(fold(word) for group in words for word in group if len(word) > 1)

    @cached_property
    def sender(self) -> Person | None:
        """Who sends the message."""
        return person_of(self.message.headers.from_) if self.message.headers.from_ else None

    @cached_property
    def knows_all_recipients(self) -> bool:
        """Every To entry names a person: nobody else could be meant."""
        to = self.message.headers.to
        return bool(to) and all(person_of(address) is not None for address in to)

    def honorific_of(self, person: Person) -> str:
        """`Herr`, `Frau`, `Mr`, … where header or thread use it, else empty. Never from a first name."""
        if person.honorific:
            return person.honorific
        for text in self._quoted_texts():
            for match in _GREETED_WITH_HONORIFIC.finditer(text):
                words = [
                    word
                    for word in match["rest"].split()
                    if word.lower().rstrip(".") not in TITLES and word.lower() not in TITLES
                ]
                if person.family and words and same_spelling(words[-1], person.family.split()[-1]):
                    return HONORIFICS[match["honorific"].lower()]
        return ""

    @cached_property
    def form_of_address(self) -> str | None:
        """`du` or `Sie` by the pronouns of the draft or of the answered message, else by how they greet."""
        if self._form_by_pronouns:
            return self._form_by_pronouns
        answered = self.answered
        greeted = _form_greeted_with(answered) if answered is not None else None
        return greeted or _form_greeted_with(self.message)

    @cached_property
    def is_familiar(self) -> bool:
        """The two are on first-name terms, by what the thread shows."""
        if self._form_by_pronouns:
            return self._form_by_pronouns == "du"
        answered = self.answered
        greeting = answered.parts.salutation if answered else None
        return (
            greeting is not None
            and greeting.tone is Tone.FAMILIAR
            and not any(person.honorific for person in greeting.greeted)
        )

    @cached_property
    def _form_by_pronouns(self) -> str | None:
        own = addressing_of(self.message.parts.own_text).form
        if own or self.answered is None:
            return own
        return addressing_of(self.answered.parts.own_text).form

    def _quoted_texts(self) -> Iterable[str]:
        if self.message.answers is not None:
            yield self.message.answers.text
        for quote in self.message.parts.quotes:
            yield quote.span.of(self.message.text)


def _form_greeted_with(message: Message) -> str | None:
    """`Hallo Anna,` says du, `Hallo Frau Meyer,` says Sie; a group or a full name says neither."""
    salutation = message.parts.salutation
    if salutation is None or not salutation.greeted:
        return None
    if salutation.tone is Tone.FORMAL or any(person.honorific or person.titles for person in salutation.greeted):
        return "Sie"
    if len(salutation.greeted) > 1 or salutation.group or salutation.tone is not Tone.FAMILIAR:
        return None
    return "du" if len(salutation.greeted[0].name.split()) == 1 else None


def _people(addresses: Iterable[Address]) -> tuple[Person, ...]:
    people = (person_of(address) for address in addresses)
    return tuple(dict.fromkeys(person for person in people if person is not None))


def _signed_by(message: Message) -> Person | None:
    """The name in the first line of the signature."""
    signature = message.parts.signature
    if signature is None:
        return None
    lines = [line.strip(" \t-–—*_") for line in signature.of(message.text).split("\n") if line.strip(" \t-–—*_")]
    if not lines or len(lines[0].split()) > 4 or re.search(r"[\d@:/]", lines[0]) or not lines[0][:1].isupper():
        return None
    return parse_person(lines[0])
