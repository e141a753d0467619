"""German inflection: the paradigms of a verb, a noun or an adjective from its lemma."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msglint.analysis import irregular_de as de
from msglint.analysis.conjugation_de import is_verb, verb
from msglint.analysis.declension_de import noun
from msglint.analysis.lexicon import Lexicon
from msglint.analysis.paradigm import Paradigm, tidy
from msglint.analysis.umlaut import umlauted

_ENDINGS: Final = ("e", "en", "em", "er", "es")
_NOUN: Final = re.compile(r"\w{3}(?:ung|heit|keit|schaft|tion|tät)$")
_ADJECTIVE: Final = re.compile(r"\w{3}(?:lich|isch|ig|sam|bar|haft|los|voll)$")
_ADJECTIVE_TAGS: Final = ("ADJ", "VV(PP)")


def paradigms(lemma: str, lexicon: Lexicon) -> tuple[Paradigm, ...]:
    """The paradigms of `lemma`: a noun if it has a capital letter, otherwise a verb or an adjective."""
    if lemma[0].isupper() or _NOUN.search(lemma):
        return (noun(lemma, lexicon),)
    if is_verb(lemma, lexicon):
        return (verb(lemma, lexicon),)
    tags = lexicon.tags(lemma)
    if tags[0] == "NN":
        return (noun(lemma, lexicon),)
    if lemma in de.INVARIABLE or not _takes_endings(lemma, tags, lexicon):
        return ()
    return (_adjective(lemma, lexicon),)


def _takes_endings(lemma: str, tags: Sequence[str], lexicon: Lexicon) -> bool:
    if not lexicon.knows(lemma) or _ADJECTIVE.search(lemma):
        return True
    return tags[0] == "NE" or any(tag.startswith(_ADJECTIVE_TAGS) for tag in tags)


def _adjective(lemma: str, lexicon: Lexicon) -> Paradigm:
    stem, comparative, superlative = _degrees(lemma)
    slots: dict[str, list[str]] = {"pos": [lemma], "cmp": [comparative]}
    bases = {"pos": [stem], "cmp": [comparative], "sup": [superlative]}
    if stem != lemma and lemma.endswith(("er", "ue")):
        bases["pos"].append(lemma)
    for degree, stems in bases.items():
        for ending in _ENDINGS:
            slots[f"{degree}+{ending}"] = [form + ending for form in stems]
    kept = {
        slot: [form for form in forms if form == lemma or _is_adjective_form(form, lemma, lexicon)]
        for slot, forms in slots.items()
    }
    return Paradigm("adjective", tidy(kept))


def _is_adjective_form(form: str, lemma: str, lexicon: Lexicon) -> bool:
    return not lexicon.denies(form, lemma, "ADJ") or lexicon.has_tag(form, "NNA")


def _degrees(lemma: str) -> tuple[str, str, str]:
    for word, degrees in de.ADJECTIVES.items():
        if lemma == word:
            return degrees[0], degrees[1], degrees[2]
    if lemma.endswith("nah"):
        return lemma, f"{lemma[:-2]}äher", f"{lemma[:-2]}ächst"
    degree = umlauted(lemma) if lemma in de.UMLAUT_COMPARISON else lemma
    if lemma.endswith("e"):
        return lemma[:-1], f"{lemma}r", f"{lemma}st"
    if lemma.endswith("el"):
        return f"{lemma[:-2]}l", f"{lemma[:-2]}ler", f"{lemma}st"
    link = "e" if re.search(r"(?:[dtsßxz]|sch|eu)$", lemma) and not lemma.endswith(("end", "isch")) else ""
    return lemma, f"{degree}er", f"{degree}{link}st"
