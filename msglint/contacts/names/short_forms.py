"""Short and pet forms of first names: Jim for James, Jürgen for Hans-Jürgen, Kathi for Katharina."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msglint.contacts.names.pet_names import are_not_the_same, german_pet_names
from msglint.contacts.names.pet_names_en import more_english_pet_names
from msglint.contacts.names.spelling import edit_distance, sounds_alike
from msglint.message.spellings import fold

if TYPE_CHECKING:
    from nicknames import NickNamer

_LEAST_LENGTH = 3
_LEAST_CUT = 2
_SOFT_ENDS = "aehou"
"""Endings that come and go between spellings of one name: Ann and Anne, Sara and Sarah."""


def is_short_form(word: str, given: str) -> bool:
    """Whether `word` is a short or pet form of one of the first names in `given`, or the other way round.

    A spelling of the same name that differs in one letter (Sara for Sarah, Jon for John) is none: it is a slip.
    """
    short = fold(word)
    names = [fold(name) for name in given.replace("-", " ").split()]
    return any(
        _is_cut(short, name) or _is_ending_in_i(short, name) or _is_listed(short, name)
        for name in names
        if name and not are_not_the_same(short, name)
    )


def _is_cut(short: str, full: str) -> bool:
    """`Alex`, `Bastian`; not `Katharin`, which has only lost a letter."""
    if len(short) < _LEAST_LENGTH or len(full) - len(short) < _LEAST_CUT:
        return len(full) - len(short) == 1 and full.startswith(short) and len(full) == _LEAST_LENGTH
    return full.startswith(short) or full.endswith(short)


def _is_ending_in_i(short: str, full: str) -> bool:
    """`Steffi`, `Tommy`, `Moni`."""
    stem = short[:-2] if short.endswith("ie") else short[:-1] if short[-1:] in ("i", "y") else ""
    stem = stem[:-1] if stem[-1:] == stem[-2:-1] else stem  # pet names double the last letter
    return (
        len(stem) >= _LEAST_LENGTH - 1
        and full.startswith(stem)
        and len(full) > len(stem)
        and not (full.endswith(("i", "y", "ie")) and _is_variant(short, full))
    )


def _is_listed(short: str, full: str) -> bool:
    if _is_pet_name(short, full) or _is_pet_name(full, short):
        return True
    return (short in _pet_names(full) or full in _pet_names(short)) and not _is_variant(short, full)


def _is_pet_name(short: str, full: str) -> bool:
    return short in german_pet_names().get(full, frozenset())


def _is_variant(one: str, other: str) -> bool:
    """The same name spelt otherwise (Sarah, Sara; Brian, Bryan), which its bearer minds; a real short form is none."""
    if edit_distance(one, other) > 1:
        return sounds_alike(one, other)
    short, full = sorted((one, other), key=len)
    if len(short) == len(full):
        return short[:1] == full[:1]  # Bob and Rob rhyme
    if full.startswith(short):
        return full[-1] in _SOFT_ENDS or full[-1] == short[-1]  # Pete for Peter is none
    return not full.endswith(short) or sounds_alike(short, full)  # nor Lisa for Elisa


def _pet_names(name: str) -> frozenset[str]:
    none: frozenset[str] = frozenset()
    return german_pet_names().get(name, none) | more_english_pet_names().get(name, none) | _nicknames(name)


def _nicknames(name: str) -> frozenset[str]:
    return frozenset(_nicknamer().nicknames_of(name))


@cache
def _nicknamer() -> NickNamer:
    from nicknames import NickNamer

    return NickNamer()
