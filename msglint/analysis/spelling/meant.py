"""What a misspelled word was meant to be: known words that are one slip of the finger or of the ear away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from msglint.analysis.spelling.speller import Speller

_LETTERS: Final = {"de": "enirstadhulgcmobwfkzpvüäößjyxq", "en": "etaoinshrdlcumwfgypbvkjxqz'"}
_KEYS: Final = {
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnm"),
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
}
_SOUND_ALIKE: Final = frozenset(
    "fv vf sz zs sß ßs eä iy yi üy yü ck kc zc cz aä oö uü ei ie mn nm ae ea dt td bp pb gk kg".split()
)
_ALIKE_AT_END: Final = frozenset("dt td bp pb gk kg".split())
_TRANSPOSED, _DOUBLED, _ALIKE, _MISSING, _NEAR, _TOO_MANY, _FAR = 0.5, 0.5, 0.8, 0.9, 1.0, 1.0, 1.6
_FIRST_LETTER: Final = 0.7
_FREE_COMPOUND: Final = 0.7
_SHARP_S: Final = 0.2
_TWO_SLIPS: Final = 2.0
_USED: Final = -0.6
_LONGEST_TRIED: Final = 30
_LONG: Final = 10


class Meant(NamedTuple):
    """A known word that was perhaps meant; the lower the cost, the likelier."""

    word: str
    cost: float


def meant_by(
    word: str, speller: Speller, language: str, used: Collection[str] = (), *, deep: bool = False
) -> tuple[Meant, ...]:
    """The words that `word` was perhaps meant to be, the likeliest first.

    Args:
        word: unknown to the speller.
        speller: knows the right words.
        language: `de` or `en`.
        used: words that the writer uses elsewhere.
        deep: where one slip leads nowhere, ask the speller, which takes its time.
    """
    if len(word) > _LONGEST_TRIED:
        return ()
    found = _one_slip(word, speller, language, used)
    if not found and word.islower() and language == "de":
        noun = _one_slip(word.capitalize(), speller, language, used)
        found = {other: cost for other, cost in noun.items() if speller.stems(other)}
    if not found and len(word) >= _LONG:
        found = _two_slips(word, speller, language, used)
    if not found and deep:
        found = {
            other: _TWO_SLIPS + place / 10 + _cost_of_kind(other, speller)
            for place, other in enumerate(speller.suggest(word))
            if _is_near(word, other)
        }
    return tuple(sorted((Meant(other, cost) for other, cost in found.items()), key=lambda meant: meant.cost))


def has_entry_near(word: str, speller: Speller, language: str) -> bool:
    """Whether the dictionary itself has a word that is a slip of the likeliest kinds away."""
    near = (other for other, cost in _edited(word, language).items() if cost <= _MISSING)
    return any(speller.is_full_word(other) and speller.stems(other) for other in near)


def _one_slip(word: str, speller: Speller, language: str, used: Collection[str]) -> dict[str, float]:
    return {
        other: cost + _cost_of_kind(other, speller) + (_USED if other in used else 0)
        for other, cost in _edited(word, language).items()
        if speller.is_full_word(other)
    }


def _two_slips(word: str, speller: Speller, language: str, used: Collection[str]) -> dict[str, float]:
    """Where one of the two is a letter typed twice."""
    for at in range(1, len(word)):
        if word[at] == word[at - 1]:
            found = _one_slip(word[:at] + word[at + 1 :], speller, language, used)
            if found:
                return {other: cost + _DOUBLED for other, cost in found.items()}
    return {}


def _cost_of_kind(word: str, speller: Speller) -> float:
    return 0 if speller.stems(word) else _FREE_COMPOUND


def _edited(word: str, language: str) -> Mapping[str, float]:
    """Everything that is one slip away, with what it costs."""
    found: dict[str, float] = {}
    for other, at, cost in _edits(word, language):
        first = at == 0
        if first and word[0].isupper():
            other = other[:1].upper() + other[1:]  # noqa: PLW2901 - the capital belongs to the place
        price = cost + (_FIRST_LETTER if first else 0)
        if other != word and price < found.get(other, price + 1):
            found[other] = price
    return found


def _edits(word: str, language: str) -> Iterator[tuple[str, int, float]]:
    """Every slip taken back: the word without it, where it was, and what it costs."""
    letters, near, low = _LETTERS[language], _neighbours(language), word.lower()
    for at in range(len(word) + 1):
        before, after, rest = word[:at], word[at:], low[at:]
        if after:
            yield before + after[1:], at, _DOUBLED if at and low[at] == low[at - 1] else _TOO_MANY
            yield from ((before + letter + after[1:], at, _other_letter(low, at, letter, near)) for letter in letters)
        if len(after) > 1 and after[0] != after[1]:
            yield before + rest[1] + rest[0] + after[2:], at, _TRANSPOSED
        if after[:1] == "ß":
            yield f"{before}ss{after[1:]}", at, _SHARP_S
        for letter in letters:
            doubled = letter in (low[at - 1 : at], rest[:1])
            yield before + letter + (rest[:1] + after[1:]), at, _DOUBLED if doubled else _MISSING


def _other_letter(word: str, at: int, right: str, near: Mapping[str, str]) -> float:
    """What it costs to have written another letter than the right one."""
    wrong = word[at]
    if wrong + right in _ALIKE_AT_END and at < len(word) - 1:
        return _NEAR
    if wrong + right in _SOUND_ALIKE:
        return _ALIKE
    return _NEAR if right in near.get(wrong, "") else _FAR


@cache
def _neighbours(language: str) -> Mapping[str, str]:
    """The keys beside each key."""
    rows = _KEYS[language]
    near: dict[str, str] = {}
    for number, row in enumerate(rows):
        for at, key in enumerate(row):
            above = rows[number - 1][at : at + 2] if number else ""
            below = rows[number + 1][max(0, at - 1) : at + 1] if number + 1 < len(rows) else ""
            near[key] = row[max(0, at - 1) : at] + row[at + 1 : at + 2] + above + below
    return near


def _is_near(word: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    if " " in other or ("-" in other and "-" not in word):
        return False  # viel eicht, -zielmarkt
    most = 1 if len(word) <= 4 else 2
    return OSA.distance(word.lower(), other.lower()) <= most
