"""Right greetings that do not say the name as the header does: what must not be flagged."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from greetings import Style
from headers import Shape
from people import GIVEN_WITH_ACCENT, LOCALES, PARTICLES, WITH_ACCENT, WITH_SHARP_S, People, Person
from spelling import SHORT_FORMS, expanded, nicknames_of, plain

OFFICES = {
    "de_AT": (("Magister", "Magistra"), ("Hofrat", "Hofrätin"), ("Dipl.-Ing.", "Dipl.-Ing."), ("Ing.", "Ing."),
              ("Kommerzialrat", "Kommerzialrätin"), ("Mag.", "Mag."), ("DI", "DI"), ("Direktor", "Direktorin")),
    "de_CH": (("Professor", "Professorin"), ("Dr.", "Dr."), ("Nationalrat", "Nationalrätin"),
              ("Regierungsrat", "Regierungsrätin"), ("Direktor", "Direktorin"), ("Pfarrer", "Pfarrerin")),
}  # fmt: skip
"""Titles and offices that Austrian and Swiss letters put between Herr or Frau and the name; male, female."""


class Pair(NamedTuple):
    """The same person in the header and in the greeting."""

    listed: Person
    greeted: Person


@dataclass(frozen=True)
class Variant:
    """A kind of right greeting.

    Attributes:
        name: for the table.
        make: the person as listed and as greeted.
        parts: fields the greeting must have, so that the variant shows.
        locales: where it occurs.
        shape: whether it goes with that shape of header.
        people: how many persons are greeted; None = as the style wants.
        alone: one of two recipients is greeted.
    """

    name: str
    make: Callable[[People, str, random.Random], Pair]
    parts: tuple[str, ...] = ()
    locales: tuple[str, ...] = LOCALES
    shape: Callable[[Shape], bool] = lambda shape: True
    people: int | None = 1
    alone: bool = False

    def wants(self, style: Style) -> bool:
        """Whether that greeting shows the variant."""
        return style.names(*self.parts) and self.people in (None, style.people)


def _as_listed(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.draw(locale)
    return Pair(person, person)


def _accented_family(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.draw_until(locale, _single)
    person = replace(person, family=rng.choice(WITH_ACCENT[person.language]))
    return _respelt(person, rng, lambda one, spell: replace(one, family=spell(one.family)))


def _accented_given(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.draw_until(locale, _single)
    given, male = rng.choice(GIVEN_WITH_ACCENT[person.language])
    person = replace(person, given=given, male=male)
    return _respelt(person, rng, lambda one, spell: replace(one, given=spell(one.given)))


def _sharp_s(people: People, locale: str, rng: random.Random) -> Pair:
    person = replace(people.draw_until(locale, _single), family=rng.choice(WITH_SHARP_S))
    other = replace(person, family=person.family.replace("ß", "ss"))
    return _either_way(person, other, rng)


def _respelt(person: Person, rng: random.Random, respell: Callable[[Person, Callable[[str], str]], Person]) -> Pair:
    return _either_way(person, respell(person, rng.choice((expanded, plain))), rng)


def _either_way(one: Person, other: Person, rng: random.Random) -> Pair:
    return Pair(one, other) if rng.random() < 0.5 else Pair(other, one)


def _nickname(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.draw_until(locale, lambda one: _single(one) and bool(nicknames_of(one.given)))
    other = replace(person, given=rng.choice(nicknames_of(person.given)).capitalize())
    return Pair(person, other) if rng.random() < 0.75 else Pair(other, person)


def _short_form(people: People, locale: str, rng: random.Random) -> Pair:
    full, short, male = rng.choice(SHORT_FORMS)
    person = replace(people.draw_until(locale, _single), given=full, male=male)
    other = replace(person, given=short)
    return Pair(person, other) if rng.random() < 0.75 else Pair(other, person)


def _half_of_double_given(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.with_double_given(people.draw_until(locale, _single))
    halves = person.given.replace("-", " ").split()
    return Pair(person, replace(person, given=rng.choice(halves)))


def _half_of_double_family(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.with_double_family(people.draw(locale))
    return Pair(person, replace(person, family=rng.choice((*person.family.split("-"), person.family))))


def _title(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.with_title(people.draw(locale))
    return _either_way(person, replace(person, title=""), rng)


def _office(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.draw(locale)
    male, female = rng.choice(OFFICES[locale])
    return Pair(person, replace(person, title=male if person.male else female))


def _particle(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.with_particle(people.draw(locale))
    words = [word for word in person.family.split() if word not in PARTICLES]
    return Pair(person, replace(person, family=rng.choice((person.family, " ".join(words)))))


def _middle(people: People, locale: str, rng: random.Random) -> Pair:
    person = people.draw_until(locale, _single)
    other = people.draw_until(
        locale, lambda one: _single(one) and one.male == person.male and one.given != person.given
    )
    return Pair(replace(person, middle=other.given), person)


def _single(person: Person) -> bool:
    return person.given.isalpha() and person.family.isalpha()


_GERMAN = tuple(locale for locale in LOCALES if locale.startswith("de"))
_ENGLISH = tuple(locale for locale in LOCALES if locale.startswith("en"))

VARIANTS = (
    Variant("as in the header", _as_listed),
    Variant("umlauts and accents, surname", _accented_family, ("family",)),
    Variant("umlauts and accents, given name", _accented_given, ("given",)),
    Variant("ß and ss", _sharp_s, ("family",), _GERMAN),
    Variant("English nickname", _nickname, ("given",), _ENGLISH),
    Variant("German short form", _short_form, ("given",), _GERMAN),
    Variant("one of two given names", _half_of_double_given, ("given",)),
    Variant("one of two surnames", _half_of_double_family, ("family",)),
    Variant("title in one place only", _title, ("family",)),
    Variant("Austrian and Swiss titles", _office, ("title", "family"), ("de_AT", "de_CH")),
    Variant("particle", _particle, ("family",)),
    Variant("middle name", _middle, shape=lambda shape: not shape.shouted),
    Variant("header in capitals", _as_listed, shape=lambda shape: shape.shouted),
    Variant("two people", _as_listed, people=2),
    Variant("one of two recipients", _as_listed, alone=True),
)
