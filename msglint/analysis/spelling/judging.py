"""Whether a word that nobody knows is surely a slip, perhaps one, or may as well be right."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from msglint.analysis.spelling.frequent import SURNAMES_DE
from msglint.analysis.spelling.meant import Meant

SURE, PERHAPS = True, False
"""What a judgement says; None where the word may as well be right."""
_CERTAIN, _CLOSE, _COMPOUND, _NEAR, _FAR = 0.7, 1.0, 1.2, 1.7, 2.3
"""How much what was meant may cost."""
_SHORTEST, _SHORT, _LONG, _VERY_LONG = 4, 6, 9, 10
EVIDENT: Final = 2
CERTAIN_NOUN: Final = 3
"""How much must speak for a noun."""
_VOWELS: Final = "aeiouäöü"


def judge_small(word: str, meant: Meant, frequent: Collection[str], language: str) -> bool | None:
    """A word that is written small, if only for the sentence that it begins."""
    is_frequent = meant.word in frequent or meant.word.lower() in frequent
    if word[0].isupper():
        # A name may begin a sentence too: Stolten is no slip in stolzen.
        is_long = len(word) >= _VERY_LONG and language == "de"
        return SURE if meant.cost <= _CLOSE and (is_long or (is_frequent and len(word) > _SHORTEST)) else None
    if len(word) <= _SHORTEST:
        limit = _CLOSE if is_frequent else _CERTAIN if len(word) == _SHORTEST else 0.0
        return SURE if meant.cost <= limit else None
    if meant.cost <= _NEAR:
        return SURE
    return PERHAPS if meant.cost <= _FAR and len(word) >= _LONG else None


def judge_noun(word: str, meant: Meant, evidence: int | None, frequent: Collection[str]) -> bool | None:
    """A capitalised word that may be a name; `evidence` = how much speaks for a noun, None where nothing ever does."""
    if evidence is None or word in SURNAMES_DE:
        return None
    cost = meant.cost
    if meant.word in frequent and cost <= _CLOSE and (evidence > 0 or len(word) >= _SHORT or cost <= _CERTAIN):
        return SURE
    if evidence < 1:
        return None
    if cost <= _surely_meant(word, evidence):
        return SURE
    return PERHAPS if cost <= _FAR and evidence >= EVIDENT else None


def _surely_meant(word: str, evidence: int) -> float:
    """What it may cost at most."""
    if evidence >= CERTAIN_NOUN:
        return _FAR
    if evidence >= EVIDENT:
        return _NEAR
    if len(word) >= _VERY_LONG:
        return _COMPOUND
    return _CLOSE if len(word) > _SHORT else _CERTAIN if len(word) > _SHORTEST else 0.0


_LONGEST_FREQUENT: Final = 40
"""In letters; no frequent word is near."""


def is_near_frequent(word: str, frequent: Collection[str]) -> bool:
    """Whether two letters changed places, one is doubled or is not, or the only vowel is missing: nciht, bite, mch."""
    return len(word) <= _LONGEST_FREQUENT and any(other in frequent for other in _nearest(word))


def _nearest(word: str) -> Iterator[str]:
    has_vowel = any(letter in _VOWELS for letter in word.lower())
    for at in range(len(word)):
        if at and word[at] != word[at - 1]:
            yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        if at and word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if not has_vowel and at:
            yield from (word[:at] + vowel + word[at:] for vowel in _VOWELS)
