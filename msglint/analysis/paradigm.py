"""The forms of a word by their place in its inflection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["verb", "noun", "adjective"]
RARE: Final = "~"


@dataclass(frozen=True, slots=True)
class Paradigm:
    """One inflection of a lemma: slots ("past", "plural", …) and their forms, the commonest first.

    Slots that start with `RARE` (imperatives, subjunctives) name a form's place only if no other slot does.
    """

    kind: Kind
    slots: Mapping[str, tuple[str, ...]]
    separable: bool = False
    gender: str = ""

    def forms(self) -> Iterator[str]:
        """Every form that is one word, in lower case."""
        for forms in self.slots.values():
            yield from (form.lower() for form in forms if " " not in form)

    def places(self, form: str) -> tuple[str, ...]:
        """The slots `form` stands in; rare ones only if there is no other."""
        places = [slot for slot, forms in self.slots.items() if form.lower() in map(str.lower, forms)]
        return tuple(slot for slot in places if not slot.startswith(RARE)) or tuple(places)


def tidy(slots: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """The slots that have forms, each form once."""
    tuples = {slot: tuple(dict.fromkeys(forms)) for slot, forms in slots.items()}
    return {slot: forms for slot, forms in tuples.items() if forms}
