"""Drafts with a known answer: right, misspelt once, or for somebody else."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from email.header import Header

from greetings import STYLES, Greeting, Slot, Style, render
from headers import SHAPES, Recipient, Shape, recipient
from letters import ENGLISH, FAMILIAR, FORMAL, SEVERAL, letter
from people import LOCALES, PARTICLES, People, Person, listed_names
from slips import Slips
from spelling import near, one_slip
from variants import VARIANTS

from msglint.contacts.book import Contact
from msglint.message.model import Message

MISSPELLED, CLEAN, MISMATCH = "misspelled", "clean", "mismatch"
KINDS = (MISSPELLED, CLEAN, MISMATCH)
DOUBTFUL = "doubtful: nickname one letter away"
"""Bryan for Brian, Angel for Angela: listed as a nickname, yet most likely a slip. Shown, counted in no figure."""
SENDER = "absender@example.org"
SURNAME, FULL_NAME, GIVEN_NAME = "surname with Herr, Frau, Mr, Ms", "given name and surname", "given name only"


@dataclass(frozen=True)
class Draft:
    """One draft and what is true of it.

    Attributes:
        kind: misspelled, clean or mismatch.
        detail: class of the slip, variant, or which part of the name is another's.
        right_text: the text as it should be; for a slip, the text before it.
        real_name: the slip made a name that Faker lists.
    """

    kind: str
    locale: str
    shape: Shape
    style: Style
    detail: str
    greeting: str
    text: str
    right_text: str
    sender: str
    recipients: tuple[Recipient, ...]
    real_name: bool = False

    @property
    def language(self) -> str:
        return self.locale.partition("_")[0]

    @property
    def header(self) -> str:
        """The recipients as the header has them."""
        return ", ".join(entry.entry for entry in self.recipients)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Who is in the address book."""
        return tuple(entry.contact for entry in self.recipients if entry.contact)

    def message(self) -> Message:
        """The draft as msglint reads it."""
        if not self.shape.encoded:
            return Message.from_text(self.text, to=[entry.entry for entry in self.recipients], from_=self.sender)
        lines = (
            f"From: {Header(self.sender.partition(' <')[0], 'utf-8').encode()} <{SENDER}>",
            f"To: {self.header}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
        )
        return Message.from_eml("\r\n".join((*lines, "", self.text.replace("\n", "\r\n"))).encode())


class Drafts:
    """Makes drafts. The same seed makes the same drafts."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._people = People(self._rng, seed)
        self._names = listed_names()
        self._slips = Slips(self._rng, self._names)
        self._made = dict.fromkeys(KINDS, 0)

    def draw(self, kind: str) -> Draft:
        """The next draft of that kind. Locales and header shapes take turns, so that all have equal shares."""
        number = self._made[kind]
        self._made[kind] += 1
        locale = LOCALES[number % len(LOCALES)]
        make = {MISSPELLED: self._misspelled, CLEAN: self._clean, MISMATCH: self._mismatched}[kind]
        return make(locale, number // len(LOCALES))

    def _misspelled(self, locale: str, number: int) -> Draft:
        shape = SHAPES[number % len(SHAPES)]
        kind_of_slip = self._slips.draw_kind()
        while True:  # until the kind of slip finds a place, so that its share is kept
            style = self._style(locale, lambda style: True)
            people = [self._recipient(locale, shape) for _ in range(style.people)]
            right = render(style, people)
            slip = self._slipped(right, kind_of_slip, locale)
            if slip:
                greeting, error_class, word = slip
                draft = self._draft(MISSPELLED, locale, shape, style, people, greeting=greeting, right=right.text)
                return replace(draft, detail=error_class, real_name=word.lower() in self._names)

    def _slipped(self, greeting: Greeting, kind: str, locale: str) -> tuple[str, str, str] | None:
        """The greeting with a slip in one word of a name, the class of the slip, and the word."""
        slot = self._rng.choice(greeting.slots)
        start, word = self._rng.choice(_words(slot))
        slip = self._slips.in_word(word, kind, locale.partition("_")[0])
        if slip is None:
            return None
        text = greeting.text[:start] + slip.word + greeting.text[start + len(word) :]
        return text, slip.error_class, slip.word

    def _clean(self, locale: str, number: int) -> Draft:
        variants = [variant for variant in VARIANTS if locale in variant.locales]
        variant = variants[number % len(variants)]
        shapes = [shape for shape in SHAPES if variant.shape(shape)]
        shape = shapes[number // len(variants) % len(shapes)]
        style = self._style(locale, variant.wants)
        pairs = []
        while len(pairs) < style.people:
            pair = variant.make(self._people, locale, self._rng)
            if shape.titled and not pair.listed.title:
                pair = pair._replace(listed=self._people.with_title(pair.listed))
            if shape.fits(pair.listed):
                pairs.append(pair)
        listed = [pair.listed for pair in pairs]
        if variant.alone:
            listed.insert(self._rng.randrange(2), self._recipient(locale, shape))
        greeting = render(style, [pair.greeted for pair in pairs]).text
        draft = self._draft(CLEAN, locale, shape, style, listed, greeting=greeting, right=greeting)
        doubtful = any(one_slip(pair.listed.given, pair.greeted.given) for pair in pairs)
        return replace(draft, detail=DOUBTFUL if doubtful else variant.name)

    def _mismatched(self, locale: str, number: int) -> Draft:
        shape = SHAPES[number % len(SHAPES)]
        detail = (SURNAME, FULL_NAME, GIVEN_NAME)[number // len(SHAPES) % 3]
        style = self._style(locale, lambda style: style.people == 1 and _part_of(style) == detail)
        person = self._recipient(locale, shape)
        other = self._stranger(locale, person)
        greeting = render(style, [other])
        right = render(style, [person])
        draft = self._draft(MISMATCH, locale, shape, style, [person], greeting=greeting.text, right=right.text)
        return replace(draft, detail=detail)

    def _draft(
        self,
        kind: str,
        locale: str,
        shape: Shape,
        style: Style,
        people: Sequence[Person],
        *,
        greeting: str,
        right: str,
    ) -> Draft:
        sender = self._stranger(locale, *people)
        name = f"{sender.given} {sender.family}"
        state = self._rng.getstate()
        texts = []
        for salutation in (greeting, right):  # the same letter around both
            self._rng.setstate(state)
            texts.append(letter(salutation, name, _form(style), comma=style.comma, rng=self._rng))
        entries = tuple(recipient(shape, person, self._rng) for person in people)
        return Draft(kind, locale, shape, style, "", greeting, *texts, f"{name} <{SENDER}>", entries)

    def _recipient(self, locale: str, shape: Shape) -> Person:
        person = self._people.draw_until(locale, shape.fits)
        return self._people.with_title(person) if shape.titled and not person.title else person

    def _stranger(self, locale: str, *people: Person) -> Person:
        """Somebody none of whose names could be taken for one of theirs."""
        words = [word for person in people for word in person.words]
        return self._people.draw_until(
            locale, lambda one: not any(near(word, other) for word in one.words for other in words)
        )

    def _style(self, locale: str, wanted: Callable[[Style], bool]) -> Style:
        return self._rng.choice([style for style in STYLES if locale in style.locales and wanted(style)])


def _words(slot: Slot) -> list[tuple[int, str]]:
    """The words of a name with their places: both of Meyer-Schmidt, Heide of von der Heide, O'Connell as one."""
    found = []
    start = slot.start
    for piece in slot.name.replace("-", " ").split(" "):
        if piece not in PARTICLES:
            found.append((start, piece))
        start += len(piece) + 1
    return found


def _part_of(style: Style) -> str:
    if style.names("given", "family"):
        return FULL_NAME
    return GIVEN_NAME if style.names("given") else SURNAME


def _form(style: Style) -> str:
    if style.locales[0].startswith("en"):
        return ENGLISH
    if style.formal:
        return FORMAL
    return SEVERAL if style.people > 1 else FAMILIAR
