"""Greetings in the styles people use, with the places where a name stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter
from typing import NamedTuple

from people import Person


@dataclass(frozen=True)
class Style:
    """One way to greet.

    Attributes:
        name: for the table.
        template: `{given}`, `{family}` and what depends on the person; `2` at the end means the second person.
        formal: the body goes on with Sie.
        locales: where it is in use.
        comma: the salutation ends with a comma and, in German, the text goes on in lower case.
    """

    name: str
    template: str
    formal: bool
    locales: tuple[str, ...]
    comma: bool = True

    @property
    def fields(self) -> frozenset[str]:
        """The fields of the template."""
        return frozenset(field for _, field, _, _ in Formatter().parse(self.template) if field)

    @property
    def people(self) -> int:
        """How many persons it greets."""
        return 2 if any(field.endswith("2") for field in self.fields) else 1

    def names(self, *parts: str) -> bool:
        """Whether it names all of these parts."""
        return set(parts) <= self.fields


class Slot(NamedTuple):
    """A name in a greeting: which field, where it begins, the name."""

    field: str
    start: int
    name: str


class Greeting(NamedTuple):
    """A greeting and the places of its names."""

    text: str
    slots: tuple[Slot, ...]


_DE = ("de_DE", "de_AT", "de_CH")
_EN = ("en_GB", "en_US")

STYLES = (
    Style("Sehr geehrte Frau Nachname,", "Sehr geehrte{r} {herr} {title}{family},", True, _DE),
    Style("Hallo Frau Nachname,", "Hallo {herr} {title}{family},", True, _DE),
    Style("Guten Tag Frau Nachname,", "Guten Tag {herr} {title}{family},", True, _DE),
    Style("Liebe Frau Nachname,", "Liebe{r} {herr} {family},", True, _DE),
    Style("Guten Tag Vorname Nachname,", "Guten Tag {given} {family},", True, _DE),
    Style("Hallo Vorname,", "Hallo {given},", False, _DE),
    Style("Hi Vorname,", "Hi {given},", False, _DE),
    Style("Liebe Vorname,", "Liebe{r} {given},", False, _DE),
    Style("Vorname,", "{given},", False, _DE),
    Style("Liebe Anna, lieber Tom,", "Liebe{r} {given}, liebe{r2} {given2},", False, _DE),
    Style(
        "Sehr geehrte Frau A, sehr geehrter Herr B,",
        "Sehr geehrte{r} {herr} {title}{family}, sehr geehrte{r2} {herr2} {title2}{family2},",
        True,
        _DE,
    ),
    Style("Servus Vorname,", "Servus {given},", False, ("de_AT", "de_DE")),
    Style("Grüß Gott Frau Nachname,", "Grüß Gott {herr} {title}{family},", True, ("de_AT", "de_DE")),
    Style("Grüezi Frau Nachname (no comma)", "Grüezi {herr} {title}{family}", True, ("de_CH",), comma=False),
    Style("Guten Tag Frau Nachname (no comma)", "Guten Tag {herr} {title}{family}", True, ("de_CH",), comma=False),
    Style("Dear Ms Surname,", "Dear {mr} {family},", True, _EN),
    Style("Good morning Ms Surname,", "Good morning {mr} {family},", True, _EN),
    Style("Dear Given Surname,", "Dear {given} {family},", True, _EN),
    Style("Dear Given,", "Dear {given},", False, _EN),
    Style("Hi Given,", "Hi {given},", False, _EN),
    Style("Hello Given,", "Hello {given},", False, _EN),
    Style("Given,", "{given},", False, _EN),
    Style("Dear Anna and Tom,", "Dear {given} and {given2},", False, _EN),
    Style("Dear Ms A and Mr B,", "Dear {mr} {family} and {mr2} {family2},", True, _EN),
)


def render(style: Style, people: Sequence[Person]) -> Greeting:
    """The greeting for these people."""
    text = ""
    slots = []
    for literal, field, _, _ in Formatter().parse(style.template):
        text += literal
        if field:
            person = people[1] if field.endswith("2") else people[0]
            value = _value(field.removesuffix("2"), person)
            if field.startswith(("given", "family")):
                slots.append(Slot(field, len(text), value))
            text += value
    return Greeting(text, tuple(slots))


def _value(field: str, person: Person) -> str:
    title = person.title.split()[0] if person.title else ""  # German greetings carry the highest title only
    return {
        "given": person.given,
        "family": person.family,
        "r": "r" if person.male else "",
        "herr": "Herr" if person.male else "Frau",
        "title": f"{title} " if title else "",
        "mr": title.rstrip(".") or ("Mr" if person.male else "Ms"),
    }[field]
