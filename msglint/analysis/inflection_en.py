"""English inflection: the paradigms of a verb, a noun or an adjective from its lemma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msglint.analysis import irregular_en as en
from msglint.analysis.lexicon import Lexicon
from msglint.analysis.paradigm import Kind, Paradigm, tidy

_NOUN_ONLY: Final = re.compile("(?:er|or|ment|ion|ness|ity|ship|ance|ence|ism|ist|dom|hood|rgy|ology|acy)$")
_VERB_ONLY: Final = re.compile("(?:i[sz]e|ify|yze|yse|[^a]ate)$")
_ADJECTIVE_ONLY: Final = re.compile("(?:less|ful|ous|ive|ic|al|ible|ish|ary|ly|est|ed|ing|wise|ward)$")
_SIBILANT: Final = re.compile("(?:s|x|z|(?<!stoma)(?<!monar)(?<!epo)(?<!te)ch|sh|each)$")
_ONE_VOWEL: Final = re.compile("(?:[^aeiou]|^|qu)[aeiou][^aeiouwxy]$")


def paradigms(lemma: str, lexicon: Lexicon) -> tuple[Paradigm, ...]:
    """The paradigms of `lemma`: of a word like `touch` one as a verb and one as a noun."""
    word = lemma.lower()
    if word in en.MODALS:
        return (Paradigm("verb", {"base": tuple(en.MODALS[word].split())}),)
    makers = {"verb": _verb, "noun": _noun, "adjective": _adjective}
    return tuple(makers[kind](word, lexicon) for kind in sorted(_kinds(word, lexicon)))


def _kinds(word: str, lexicon: Lexicon) -> set[Kind]:
    if word == "be" or word in en.VERBS:
        return {"verb", "noun"} if lexicon.has_tag(word, "NN1") else {"verb"}
    if lexicon.knows(word) or lexicon.has_stem(word, "VV", "VV_VAR"):
        return set(_known_kinds(word, lexicon))
    return set(_guessed_kinds(word, lexicon))


def _known_kinds(word: str, lexicon: Lexicon) -> Iterator[Kind]:
    if lexicon.has_tag(word, "VVI") or lexicon.has_tag(word, "VVB") or lexicon.has_stem(word, "VV", "VV_VAR"):
        yield "verb"
    if lexicon.has_tag(word, "NN1"):
        yield "noun"
    if lexicon.has_tag(word, "AJ0"):
        yield "adjective"


def _guessed_kinds(word: str, lexicon: Lexicon) -> Iterator[Kind]:
    if _VERB_ONLY.search(word):
        yield "verb"
        return
    if _ADJECTIVE_ONLY.search(word):
        yield "adjective"
        return
    if word.endswith("able") or lexicon.tags(word)[0] == "AJ0":
        yield "adjective"
    yield "noun"
    if not _NOUN_ONLY.search(word) and not word.endswith("able"):
        yield "verb"


def _verb(word: str, lexicon: Lexicon) -> Paradigm:
    if word == "be":
        return Paradigm("verb", {slot: (form,) for slot, form in en.BE.items()})
    third = "has" if word == "have" else _with_s(word)
    stems = _stems(word)
    past, participle = en.VERBS.get(word, ("", ""))
    regular = [_with_ed(stem) for stem in stems]
    slots = {
        "base": [word],
        "third": [third],
        "past": past.split("/") if past else regular,
        "participle": participle.split("/") if participle else regular,
        "ing": [_with_ing(stem) for stem in stems],
    }
    return Paradigm("verb", tidy(slots))


def _stems(word: str) -> list[str]:
    """What -ed and -ing are added to: `stop` gives `stopp`; the commoner spelling is the first."""
    if word in en.DOUBLING_BRITISH:
        return [word, word + word[-1]]
    one_syllable = len(re.findall("[aeiouy]+", word)) == 1
    if _ONE_VOWEL.search(word) and (one_syllable or word in en.DOUBLING):
        return [word + word[-1]]
    return [word]


def _with_ed(stem: str) -> str:
    if re.search("[^aeiou]y$", stem):
        return f"{stem[:-1]}ied"
    return f"{stem}d" if stem.endswith("e") else f"{stem}ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return f"{stem[:-2]}ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and stem != "be":
        return f"{stem[:-1]}ing"
    return f"{stem}ing"


def _with_s(word: str) -> str:
    if _SIBILANT.search(word) or word in {"go", "do", "undo", "redo", "outdo", "undergo", "veto", "echo"}:
        return f"{word}es"
    if re.search("[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}s"


def _noun(word: str, lexicon: Lexicon) -> Paradigm:
    for singular, plural in en.PLURALS.items():
        if word == singular or (word.endswith(singular) and singular in {"man", "child", "person", "life", "basis"}):
            stem = word.removesuffix(singular)
            if not stem or lexicon.knows(stem + plural):
                return Paradigm(
                    "noun", {"singular": (word,), "plural": tuple(stem + form for form in plural.split("/"))}
                )
    return Paradigm("noun", {"singular": (word,), "plural": (_with_s(word),)})


def _adjective(word: str, lexicon: Lexicon) -> Paradigm:
    if word in en.DEGREES:
        comparatives, superlatives = (cell.split("/") for cell in en.DEGREES[word])
        return Paradigm(
            "adjective", tidy({"positive": [word], "comparative": comparatives, "superlative": superlatives})
        )
    slots = {"positive": [word], "comparative": [], "superlative": []}
    if _takes_endings(word):
        for stem in _stems(word):
            bare = re.sub("(?<=[^aeiou])y$", "i", stem).removesuffix("e")
            slots["comparative"].append(f"{bare}er")
            slots["superlative"].append(f"{bare}est")
    kept = {
        slot: [form for form in forms if form == word or not lexicon.denies(form, word, "AJ")]
        for slot, forms in slots.items()
    }
    return Paradigm("adjective", tidy(kept))


def _takes_endings(word: str) -> bool:
    syllables = len(re.findall("[aeiouy]+", re.sub("e$", "", word)))
    return syllables == 1 or (
        syllables == 2 and word.endswith(("y", "le", "ow")) and not word.endswith(("able", "ably"))
    )
