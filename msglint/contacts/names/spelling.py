"""How far one spelling of a name is from another: slips of the hand, of the ear and of a scanner."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from msglint.message.patterns import lazy
from msglint.message.spellings import spellings

_SHORT_NAME = 3
_LONG_NAME = 7
_LENGTH_FOR_SOUND = 5
_MAX_EDITS_BY_EAR = 3

_SOUNDS = (
    ("tsch", "c"),
    ("sch", "s"),
    ("chs", "ks"),
    ("cks", "ks"),
    ("sh", "s"),
    ("ch", "k"),
    ("ck", "k"),
    ("qu", "kf"),
    ("x", "ks"),
    ("ph", "f"),
    ("pf", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("tz", "s"),
    ("ts", "s"),
    ("aeu", "oi"),
    ("eu", "oi"),
    ("oy", "oi"),
    ("ai", "ei"),
    ("ay", "ei"),
    ("ey", "ei"),
    ("ie", "i"),
    ("ae", "e"),
    ("y", "i"),
    ("j", "i"),
    ("c", "k"),
    ("v", "f"),
    ("w", "f"),
    ("z", "s"),
    ("d", "t"),
    ("b", "p"),
    ("g", "k"),
)
"""Letters that a German ear does not tell apart, after the code of Postel ("Kölner Phonetik", 1969), but with the
vowels kept: without them Müller, Miller and Mahler would be one name."""

_LOOKS = (
    ("iii", "m"),
    ("rn", "m"),
    ("nn", "m"),
    ("ri", "n"),
    ("cl", "d"),
    ("vv", "w"),
    ("ii", "u"),
    ("li", "h"),
    ("1", "l"),
    ("0", "o"),
    ("i", "l"),
)
"""Letters that a scanner takes for each other."""


def sound(name: str) -> str:
    """A coarse spelling by ear of a folded name: letters said alike as one, doubled ones once, no silent h."""
    for written, said in _SOUNDS:
        name = name.replace(written, said)
    name = name[:1] + name[1:].replace("h", "")
    name = name[:-2] + "a" if name.endswith("er") else name
    return "".join(char for at, char in enumerate(name) if at == 0 or char != name[at - 1])


def edit_distance(one: str, other: str) -> int:
    """Number of letters added, dropped, changed or swapped with a neighbour (optimal string alignment)."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other))


def slip_size(word: str, name: str) -> int | None:
    """How big a slip would make `word` of `name`: 1 small, 2 bigger; None = none would, or it is no slip at all.

    Two common names that differ in one letter (Jan and Jana) look like a slip; only the caller knows whether the
    other one belongs to somebody.

    Source: Damerau (1964): four slips of five are one letter added, dropped, changed or two swapped.
    """
    if lacks_apostrophe(word, name):
        return 1
    sizes = [_size(one, other) for one in spellings(word) for other in spellings(name)]
    return None if 0 in sizes else min((size for size in sizes if size is not None), default=None)


def lacks_apostrophe(word: str, name: str) -> bool:
    """`ODonnell` or `Odonnell` for O'Donnell; ODONNELL and odonnell are what machines make of it, and no slip."""
    elided = _ELIDED.fullmatch(name)
    return elided is not None and word in (bare := elided["particle"] + elided["rest"], bare.capitalize())


_ELIDED = lazy(r"(?P<particle>[A-Z])['’](?P<rest>[A-ZÀ-ÖØ-Þ]\w*[^\W\d_A-ZÀ-ÖØ-Þ])")


@lru_cache(maxsize=4096)
def _size(one: str, other: str) -> int | None:
    if one == other:
        return 0
    shorter = min(len(one), len(other))
    if _least_edits(one, other) > (_MAX_EDITS_BY_EAR if shorter < _LONG_NAME else _MAX_EDITS_BY_EAR + 1):
        return None  # most pairs of words end here, before anything is imported
    distance = edit_distance(one, other)
    if distance == 1:
        return 1 if shorter >= _SHORT_NAME or (shorter == 2 and len(one) != len(other)) else None
    if shorter < _SHORT_NAME or (distance > _MAX_EDITS_BY_EAR and shorter < _LONG_NAME):
        return None
    if sound(one) == sound(other) or _look(one) == _look(other):
        return 1
    if one[0] == other[0] and distance == 2 and len(other) >= _LONG_NAME:
        return 2
    by_ear = min(len(sound(one)), len(sound(other))) >= _LENGTH_FOR_SOUND and sound(one)[0] == sound(other)[0]
    return 2 if by_ear and edit_distance(sound(one), sound(other)) == 1 and len(other) > _LENGTH_FOR_SOUND else None


def _least_edits(one: str, other: str) -> int:
    """A lower bound of the distance: letters that only one of the two has."""
    left, right = Counter(one), Counter(other)
    return max((left - right).total(), (right - left).total())


def _look(name: str) -> str:
    for written, read in _LOOKS:
        name = name.replace(written, read)
    return name


def sounds_alike(one: str, other: str) -> bool:
    """Meier and Mayer: spelt apart, said alike."""
    return any(sound(a) == sound(b) for a in spellings(one) for b in spellings(other))


def same_consonants(one: str, other: str) -> bool:
    """Katharine and Catherine: only the vowels within differ, for the ear."""
    return any(_skeleton(a) == _skeleton(b) for a in spellings(one) for b in spellings(other))


def _skeleton(name: str) -> str:
    said = sound(name)
    return said[:1] + "".join(char for char in said[1:] if char not in "aeiou")


_TRANSCRIBED = tuple(
    pair.split(":")
    for pair in "sch:sh tsh:ch tch:ch kh:ch w:v ij:i iy:i ej:ei ey:ei yu:ju ya:ja ye:je y:i zh:j".split()
)


def same_transcription(one: str, other: str) -> bool:
    """Sergej and Sergey, Iwanow and Ivanov: one name in Cyrillic letters, written for Germans and for the English."""
    return any(
        (_SLAVIC.search(a) or _SLAVIC.search(b)) and _transcribed(a) == _transcribed(b)
        for a in spellings(one)
        for b in spellings(other)
    )


# Sergej, but not Frey: in one syllable the ending is a German name's.
_SLAVIC = lazy(r"(?:o[vw]a?|e[vw]a?|enko|[aeiou]\w+[ie][jy]|skaya|skaja|tschuk|chuk|iya|ija)$")


def _transcribed(name: str) -> str:
    for written, plain in _TRANSCRIBED:
        name = name.replace(written, plain)
    return name
