"""Inflected forms of German and English lemmas, made when a rule pack is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from msglint.analysis.lexicon import lexicon
from msglint.analysis.paradigm import Paradigm

_PARTICIPLES: Final = ("part", "ppr")
_OLD_SPELLING: Final = re.compile("(?<=[aeiouäöü])ss(?=t|$)")


def forms(lemma: str, language: str) -> frozenset[str]:
    """Every inflected form of `lemma` in lower case, with the lemma itself.

    A capital letter makes a German lemma a noun; otherwise the word itself tells whether it is a verb, a noun or an
    adjective. A word that takes no endings has only itself.
    """
    made = {form for paradigm in paradigms(lemma, language) for form in paradigm.forms()}
    made.add(lemma.lower())
    return frozenset(made | _other_spellings(made) if language == "de" else made)


def _other_spellings(made: Iterable[str]) -> set[str]:
    """`heisst` for `heißt` as in Switzerland, `läßt` for `lässt` as of old, unless another word is spelt so."""
    words = lexicon("de")
    spellings = {form.replace("ß", "ss") for form in made} | {_OLD_SPELLING.sub("ß", form) for form in made}
    return {form for form in spellings if not words.knows(form) or _OLD_SPELLING.search(form.replace("ß", "ss"))}


def counterpart(form: str, lemma: str, other: str, language: str) -> str | None:
    """The form of `other` in the place `form` has in the inflection of `lemma`.

    `finalisiert`, `finalisieren`, `beenden` gives `beendet`. None where more than one form could be meant, where a
    separable verb would have to be taken apart, or where a noun of another gender would need other words around it.
    """
    if " " in other:
        return None
    found = {
        replacement
        for paradigm in paradigms(lemma, language)
        for target in paradigms(other, language)
        if paradigm.kind == target.kind
        for replacement in _replacements(form, paradigm, target)
    }
    if language == "en":
        # The article before a noun might have to change; where the word is a verb as well, the verb decides.
        found.discard(None)
    return found.pop() if len(found) == 1 else None


def _replacements(form: str, paradigm: Paradigm, target: Paradigm) -> set[str | None]:
    return {
        target.slots.get(slot, (None,))[0] if _may_stand(slot, paradigm, target) else None
        for slot in paradigm.places(form)
    }


def _may_stand(slot: str, paradigm: Paradigm, target: Paradigm) -> bool:
    if target.separable and not paradigm.separable:
        return slot.startswith(_PARTICIPLES)
    if paradigm.kind == "noun" and not slot.startswith("plural"):
        return paradigm.gender == target.gender != ""
    return True


@cache
def paradigms(lemma: str, language: str) -> tuple[Paradigm, ...]:
    """The paradigms of `lemma`, none if it takes no endings."""
    if language == "de":
        from msglint.analysis import inflection_de as inflection
    else:
        from msglint.analysis import inflection_en as inflection  # type: ignore[no-redef]
    return inflection.paradigms(lemma, lexicon(language))
