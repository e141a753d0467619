"""Invented people: names from Faker, five locales in equal shares, with what real names have besides.

Faker knows one given name and one surname. Double given names, middle initials, double-barrelled surnames, particles
and titles are added here, more often than in life, since they are where greetings go wrong.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from faker import Faker

LOCALES = ("de_DE", "de_AT", "de_CH", "en_GB", "en_US")

PARTICLES = frozenset("von und vom zu zur zum van der den de del della di da la le ter ten v. d.".split())

WITH_PARTICLE = {
    "de": ("von Stetten", "von der Heide", "van der Bruck", "zu Lindenau", "von und zu Altberg", "vom Hofe",
           "de la Motte", "di Salvo", "zur Linden", "van den Boom"),
    "en": ("van der Merve", "de la Cruz", "O'Connell", "O'Hara", "McGregor", "McAllister", "MacLeod", "de Souza",
           "von Hagen", "della Rocca"),
}  # fmt: skip
WITH_SHARP_S = ("Groß", "Weiß", "Strauß", "Großmann", "Weißenberg", "Preuß", "Voß", "Heß", "Reißner", "Süßkind")
WITH_ACCENT = {
    "de": ("Schröder", "Müller", "Krüger", "Jäger", "Böhm", "Rück", "Favre-Müller", "Périllat", "Höß", "Kovačić"),
    "en": ("Núñez", "García", "Sørensen", "Müller", "Lefèvre", "Brontë", "Wałęsa", "Björk", "Göbel", "Peña"),
}
GIVEN_WITH_ACCENT = {
    "de": (("Jürgen", True), ("Björn", True), ("Günther", True), ("René", True), ("Łukasz", True), ("Zoë", False),
           ("Bärbel", False), ("Renée", False), ("Käthe", False), ("Noëlle", False)),
    "en": (("José", True), ("André", True), ("Łukasz", True), ("Søren", True), ("Seán", True), ("Zoë", False),
           ("Chloë", False), ("Renée", False), ("Siân", False), ("Inés", False)),
}  # fmt: skip
TITLES = {
    "de_DE": ("Dr.", "Dr.", "Prof. Dr."),
    "de_AT": ("Mag.", "DI", "Dr.", "Dipl.-Ing."),
    "de_CH": ("Dr.", "Dr.", "Prof."),
    "en_GB": ("Dr.", "Prof."),
    "en_US": ("Dr.",),
}

DOUBLE_GIVEN, MIDDLE_INITIAL, DOUBLE_FAMILY, PARTICLE, TITLE = 0.12, 0.12, 0.08, 0.06, 0.1
"""How often a person has one."""


@dataclass(frozen=True)
class Person:
    """One person. `middle` is an initial or a further given name that only the header may show."""

    locale: str
    male: bool
    given: str
    family: str
    middle: str = ""
    title: str = ""

    @property
    def language(self) -> str:
        return self.locale.partition("_")[0]

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of the name but particles."""
        pieces = f"{self.given} {self.family}".replace("-", " ").split()
        return tuple(piece for piece in pieces if piece not in PARTICLES)


class People:
    """Draws people. The same seed draws the same people."""

    def __init__(self, rng: random.Random, seed: int) -> None:
        self._rng = rng
        self._fakers = {locale: Faker(locale) for locale in LOCALES}
        for number, faker in enumerate(self._fakers.values()):
            faker.seed_instance(seed * len(LOCALES) + number)

    def draw(self, locale: str) -> Person:
        """Somebody of that locale."""
        male = self._chance(0.5)
        person = Person(locale, male, self._given(locale, male), self._fakers[locale].last_name())
        if self._chance(DOUBLE_GIVEN):
            person = self.with_double_given(person)
        elif self._chance(MIDDLE_INITIAL):
            person = replace(person, middle=f"{self._given(locale, male)[0]}.")
        if self._chance(PARTICLE):
            person = self.with_particle(person)
        elif self._chance(DOUBLE_FAMILY):
            person = self.with_double_family(person)
        return self.with_title(person) if self._chance(TITLE) else person

    def draw_until(self, locale: str, fits: Callable[[Person], bool]) -> Person:
        """Somebody of that locale for whom `fits` holds."""
        while True:
            person = self.draw(locale)
            if fits(person):
                return person

    def with_double_given(self, person: Person) -> Person:
        """Hans-Jürgen, Anna Lena, Mary Ann."""
        if set(person.given) & {"-", " "}:
            return person
        other = self._given(person.locale, person.male)
        while other == person.given or set(other) & {"-", " "}:
            other = self._given(person.locale, person.male)
        between = self._rng.choice("- ") if person.language == "de" else " "
        return replace(person, given=f"{person.given}{between}{other}", middle="")

    def with_double_family(self, person: Person) -> Person:
        """Meyer-Schmidt."""
        first = self.simple_family(person.locale)
        second = self.simple_family(person.locale)
        while second == first:
            second = self.simple_family(person.locale)
        return replace(person, family=f"{first}-{second}")

    def simple_family(self, locale: str) -> str:
        """A surname of one word."""
        name = self._fakers[locale].last_name()
        return name if name.isalpha() else self.simple_family(locale)

    def with_particle(self, person: Person) -> Person:
        """Von der Heide, O'Connell, McGregor."""
        return replace(person, family=self._rng.choice(WITH_PARTICLE[person.language]))

    def with_title(self, person: Person) -> Person:
        """Somebody with a title that is usual in that country."""
        return replace(person, title=self._rng.choice(TITLES[person.locale]))

    def _given(self, locale: str, male: bool) -> str:
        faker = self._fakers[locale]
        return str(faker.first_name_male() if male else faker.first_name_female())

    def _chance(self, share: float) -> bool:
        return self._rng.random() < share


def listed_names() -> frozenset[str]:
    """All given names and surnames that Faker lists for the five locales, in lower case."""
    kinds = ("first_names_male", "first_names_female", "last_names")
    return frozenset(
        str(name).lower()
        for locale in LOCALES
        for kind in kinds
        for name in getattr(import_module(f"faker.providers.person.{locale}").Provider, kind)
    )
