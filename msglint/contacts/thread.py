"""Who is who in a conversation, as far as headers and quotes tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from msglint.contacts.book import NO_CONTACTS, Contact, ContactBook
from msglint.contacts.signed import capitalised_words, signed_by, spoken_for
from msglint.message.addresses import is_role_address
from msglint.message.answered import answered_message
from msglint.message.greeted import Tone
from msglint.message.model import Address, Message
from msglint.message.name_words import HONORIFICS, TITLES, is_title
from msglint.message.patterns import lazy
from msglint.message.people import people_of, person_of
from msglint.message.person import Person
from msglint.message.spellings import fold, same_spelling

_GREETED_WITH_HONORIFIC = lazy(
    r"(?:geehrte[rn]?|liebe[rn]?|hallo|guten\s+(?:tag|morgen|abend)|dear|grüß\s+gott|grüezi|"
    r"hi)\s+(?P<honorific>herrn?|frau|mr\.?|mrs\.?|ms\.?)\s+(?P<rest>[^,!:\n]{2,60})",
    re.IGNORECASE,
)
_PASSED_ON = lazy(
    r"\bweiter(?:zu)?leiten\b|\bleite[nt]?\b[^.!?\n]{0,80}\bweiter\b|\bz\.\s?H(?:d|dn)?\.|\bplease\s+forward\b|\bforward\s+(?:this|it)\b|"
    r"\bpass\s+(?:this|it)\s+on\b|\battn\b|\bfor\s+the\s+attention\s+of\b",
    re.IGNORECASE,
)
_TELLING = 3
_MAX_DEPTH = 5


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
        return person or signed_by(self.answered)

    @cached_property
    def recipients(self) -> tuple[Person, ...]:
        """The persons in To, in order, with what the address book adds; roles and teams left out.

        Where To names nobody, the correspondent.
        """
        people = tuple(person for address in self.message.headers.to for person in self._people_at(address))
        if people:
            return tuple(dict.fromkeys(people))
        return (self.correspondent,) if self.correspondent else ()

    def contact_at(self, address: Address) -> Contact | None:
        """What the address book says of the person at the address."""
        return self.contacts.at(address.email) if address.email else None

    def contact_of(self, person: Person) -> Contact | None:
        """What the address book says of the person."""
        return self.contacts.at(person.email) if person.email else None

    def person_at(self, address: Address) -> Person | None:
        """The person at the address: by the address book, and what it leaves open, by the header."""
        header, contact = person_of(address), self.contact_at(address)
        if contact is None:
            return header
        known = replace(contact.person, email=address.email.lower())
        if header is None or not header.certain:
            return known
        return replace(
            known,
            given=known.given or header.given,
            family=known.family or header.family,
            titles=known.titles or header.titles,
            honorific=known.honorific or header.honorific,
        )

    def _people_at(self, address: Address) -> tuple[Person, ...]:
        person = self.person_at(address)
        return (person,) if person is not None else people_of(address)

    @cached_property
    def everyone(self) -> tuple[Person, ...]:
        """Everybody the message could rightly greet, under every name they are known by.

        To, Cc, Reply-To, who is answered and how that one signs; by the headers and by the address book.
        """
        headers = self.message.headers
        people: list[Person] = []
        for address in headers.recipients + headers.reply_to:
            people += self._names_at(address)
        if self.answered is not None:
            if self.answered.headers.from_ is not None:
                people += self._names_at(self.answered.headers.from_)
            if (signer := signed_by(self.answered)) is not None:
                people.append(signer)
        return tuple(dict.fromkeys(people))

    def _names_at(self, address: Address) -> Iterable[Person]:
        people = self._people_at(address)
        yield from people
        header, contact = person_of(address), self.contact_at(address)
        if header is not None and header not in people and (header.certain or contact is None):
            yield header
        if contact is not None:
            email = address.email.lower()
            yield from (Person(given=name, family=contact.person.family, email=email) for name in contact.nicknames)

    @cached_property
    def header_words(self) -> frozenset[str]:
        """Every word of the recipients' headers, folded, also from brackets and before the @: none is a stranger's."""
        words = (re.split(r"[^\w]+|_|\d+", f"{entry.name} {entry.local_part}") for entry in self.known_entries)
        return frozenset(fold(word) for group in words for word in group if len(word) > 1)

    def is_in_addresses(self, name: str) -> bool:
        """Whether the recipients' headers hold the name, if only as a part of `ameyer2@` or of the firm's domain."""
        folded = fold(name)
        if folded in self.header_words:
            return True
        places = (re.sub(r"[^a-z]", "", f"{entry.local_part} {entry.domain}") for entry in self.known_entries)
        return len(folded) > _TELLING and any(folded in place for place in places)

    @property
    def known_entries(self) -> tuple[Address, ...]:
        """To, Cc, Bcc and Reply-To, and who is answered."""
        headers = self.message.headers
        answered = self.answered.headers.from_ if self.answered is not None else None
        return headers.recipients + headers.reply_to + ((answered,) if answered is not None else ())

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The capitalised words of the answered message, folded: its writer knows how to spell these names."""
        if self.answered is None:
            return frozenset()
        return capitalised_words(self.answered.parts.own_text)

    @cached_property
    def spoken_for(self) -> frozenset[str]:
        """The names, folded, that the answered message signs with or that its writer, an assistant, writes for."""
        return spoken_for(self.answered) if self.answered is not None else frozenset()

    @cached_property
    def earlier(self) -> tuple[Person, ...]:
        """Who wrote in the thread before the message that is answered."""
        people: list[Person] = []
        message = self.answered
        for _ in range(_MAX_DEPTH):
            message = answered_message(message) if message is not None else None
            if message is None:
                break
            sender = person_of(message.headers.from_) if message.headers.from_ else None
            people += [person for person in (sender, signed_by(message)) if person is not None]
        return tuple(dict.fromkeys(people))

    @cached_property
    def sender(self) -> Person | None:
        """Who sends the message."""
        return self.person_at(self.message.headers.from_) if self.message.headers.from_ else None

    @cached_property
    def knows_all_recipients(self) -> bool:
        """Every entry in To and Cc is a person's own address: nobody else could be meant."""
        headers = self.message.headers
        return bool(headers.to) and all(self._is_known(address) for address in headers.to + headers.cc)

    def _is_known(self, address: Address) -> bool:
        """Not where a role reads the mail, whoever's name stands there, and not where it may be a firm."""
        if is_role_address(Address("", address.email)):
            return False
        people = self._people_at(address)
        return bool(people) and all(person.evident for person in people)

    @cached_property
    def is_to_be_passed_on(self) -> bool:
        """The draft asks its reader to hand it on: it greets somebody else."""
        return _PASSED_ON.search(self.message.parts.own_text) is not None

    @cached_property
    def is_to_self(self) -> bool:
        """The sender is a recipient too: a note, or a mailing whose readers stand in Bcc."""
        sender = self.message.headers.from_
        emails = {entry.email.lower() for entry in self.message.headers.recipients}
        return sender is not None and sender.email.lower() in emails

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
        """`du` or `Sie` by the draft, the address book, the pronouns of the answered message, or the greetings."""
        if self._form_by_pronouns:
            return self._form_by_pronouns
        answered = self.answered
        greeted = form_greeted_with(answered) if answered is not None else None
        return greeted or form_greeted_with(self.message)

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
        own = self.message.searchable("own").addressing.form or self.form_by_contacts
        if own or self.answered is None:
            return own
        return self.answered.searchable("own").addressing.form

    @cached_property
    def form_by_contacts(self) -> str | None:
        """`du` or `Sie` where the address book says it, and the same for all recipients."""
        contacts = [self.contact_at(address) for address in self.message.headers.to]
        forms = {contact.form if contact else None for contact in contacts}
        return forms.pop() if len(forms) == 1 else None

    def _quoted_texts(self) -> Iterable[str]:
        if self.message.answers is not None:
            yield self.message.answers.text
        for quote in self.message.parts.quotes:
            yield quote.span.of(self.message.text)


def form_greeted_with(message: Message) -> str | None:
    """`Hallo Anna,` says du, `Hallo Frau Meyer,` says Sie; a group or a full name says neither."""
    salutation = message.parts.salutation
    if salutation is None or not salutation.greeted:
        return None
    if salutation.tone is Tone.FORMAL or any(
        person.honorific or any(map(is_title, person.titles)) for person in salutation.greeted
    ):
        return "Sie"
    if len(salutation.greeted) > 1 or salutation.group or salutation.tone is not Tone.FAMILIAR:
        return None
    return "du" if len(salutation.greeted[0].name.split()) == 1 else None
