"""A name, taken apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from msglint.message.name_words import PARTICLES


@dataclass(frozen=True, slots=True)
class Person:
    """A name, taken apart.

    Attributes:
        given: first names, as written; empty if not known.
        family: surname with its particles; empty if not known.
        titles: academic and other titles, as written.
        honorific: `Herr`, `Frau`, `Mr`, … where the header itself says so, else empty.
        certain: False where the name was guessed from the local part of an address.
        evident: False where nothing but capital letters says that this is a person: `Deutsche Telekom`.
        email: the address the name belongs to, in lower case; empty if not known.
    """

    given: str = ""
    family: str = ""
    titles: tuple[str, ...] = ()
    honorific: str = ""
    certain: bool = True
    evident: bool = field(default=True, compare=False)
    email: str = field(default="", compare=False)

    @property
    def full(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.family}".strip()

    @property
    def is_latin(self) -> bool:
        """Whether the name is written in Latin letters, so that a salutation can be compared letter by letter."""
        return self.full.isascii() or all(
            unicodedata.name(char, "LATIN").startswith("LATIN") for char in self.full if char.isalpha()
        )

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of the name that a salutation could use, particles left out."""
        pieces = re.split(r"[\s]+", self.full)
        parts = [part for piece in pieces for part in ([piece, *piece.split("-")] if "-" in piece else [piece])]
        return tuple(part for part in parts if part and part.lower() not in PARTICLES)
