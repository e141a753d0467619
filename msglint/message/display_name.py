"""Display names as headers write them, taken apart: `Meyer, Dr. Anna (ACME GmbH)`, `[EXT] Hans Müller | Vertrieb`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from msglint.message.given_names import is_given_name, is_surely_given_name
from msglint.message.name_words import HONORIFICS, NOBILITY, PARTICLES, SUFFIXES, TITLES
from msglint.message.patterns import lazy
from msglint.message.person import Person

_PREFIX = lazy(r"\s*(?:ext|extern|external|wg|fw|fwd|aw|re)\s*:\s*", re.IGNORECASE)
_BRACKETS = lazy(r"\s\"[^\"]*\"(?=\s)|\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
_TAIL = lazy(
    r"\s+[|/·•]\s+.*$|\s+[-–—@]\s+.*$|\s+(?:via|im\s+auftrag|on\s+behalf|c/o)\s+.*$|/(?:[A-Z]{2,}|[A-Za-z]+@).*$",
    re.IGNORECASE,
)
_DOTTED = lazy(r"[^\W\d_]{2,}\.[^\W\d_]{3,}")
_SPACE = re.compile(r"\s+")
LONGEST_NAME = 200
_WORD = lazy(r"[^\W\d_](?:[^\W\d_]|['’\-.](?=[^\W\d_]))*\.?")


def without_tail(name: str) -> str:
    """The name without what stands in brackets and without the firm or department behind it."""
    name = _PREFIX.sub("", _SPACE.sub(" ", name)[:LONGEST_NAME], count=1)
    before, bar, after = name.partition("|")
    if bar and not any(map(is_given, before.split())) and any(map(is_given, after.split())):
        name = after  # "ACME | Anna Meyer"
    return _TAIL.sub("", _SPACE.sub(" ", _BRACKETS.sub(" ", name)))


def parse_person(display_name: str) -> Person | None:
    """The person that a display name names, in any of the usual orders; None where nothing looks like a name."""
    name = unicodedata.normalize("NFC", display_name).strip().strip("'\"")
    name = without_tail(name).strip(" ,;")
    if _DOTTED.fullmatch(name):
        name = name.replace(".", " ")
    if "," in name:
        before, _, after = name.partition(",")
        if not _only_suffixes(after) and not (_is_whole_name(before) and not _names_given(after)):
            return _build(after, before)
        name = before
    words, titles, honorific = _without_titles(name)
    if not words:
        return None
    if len(words) == 1:
        return (
            Person(family=words[0], titles=titles, honorific=honorific)
            if honorific or titles
            else Person(given=words[0])
        )
    given, family = _divide(words)
    return _in_usual_order(Person(cased_words(given), cased_words(family), titles, honorific))


def _only_suffixes(text: str) -> bool:
    return all(word.lower() in SUFFIXES for word in text.replace(",", " ").split())


def _is_whole_name(text: str) -> bool:
    """`Meyer Anna` before a comma is all of the name; what follows is the firm."""
    words, _, _ = _without_titles(text)
    return len(words) > 1 and any(map(is_surely_given_name, words))


def _names_given(text: str) -> bool:
    return any(map(is_given, _without_titles(text)[0]))


def is_given(word: str) -> bool:
    """Whether the word is a given name or stands for one: `Anna`, `A.`, `H.-Dieter`."""
    pieces = [piece for piece in word.split("-") if len(piece.strip(".")) > 1]
    return not pieces or is_given_name("-".join(pieces))


def _build(given_side: str, family_side: str) -> Person | None:
    """`Meyer, Anna` and `Meyer, Anna, Dr.`."""
    given, titles, honorific = _without_titles(given_side.partition(",")[0])
    _, last_titles, _ = _without_titles(given_side.partition(",")[2])
    family, first_titles, other_honorific = _without_titles(family_side)
    if not family:
        return None
    return Person(
        cased_words(given), cased_words(family), first_titles + titles + last_titles, honorific or other_honorific
    )


def _without_titles(name: str) -> tuple[list[str], tuple[str, ...], str]:
    """The words of the name, its titles and its honorific. `Mark Judge`, `Jack Ma` and `Petra Herr` are names."""
    words: list[str] = []
    titles: list[str] = []
    honorific = ""
    pieces = name.split()
    for at, piece in enumerate(pieces):
        word = piece.strip(",;:")
        low = word.lower()
        is_first = not words
        if low in HONORIFICS and is_first and at < len(pieces) - 1:
            honorific = "" if _is_no_honorific(word) else HONORIFICS[low]
        elif _is_title(word, first=is_first, last=at == len(pieces) - 1):
            titles.append(word)
        elif not _is_suffix(word, first=is_first) and _WORD.match(piece):
            words.append(word)
    return words, tuple(titles), honorific


def _is_no_honorific(word: str) -> bool:
    """`HR` is a Hofrat, `Fr` a priest; `Fr.` and `FRAU` are meant as such."""
    return word in ("HR", "FR", "Fr")


def _is_title(word: str, *, first: bool, last: bool) -> bool:
    low = word.lower()
    if low in _ALWAYS_TITLES or (low in TITLES and low.endswith(".")):
        return True
    if low == "di":
        return word == "DI" and first
    if low in TITLES:
        return first and not last
    return low.endswith(".") and len(low) > 2 and first and "-" not in low and low.count(".") == 1


def _is_suffix(word: str, *, first: bool) -> bool:
    """`MBA`, `i.A.`; a surname such as Ma or Mas is written otherwise."""
    low = word.lower()
    if low not in SUFFIXES:
        return low in _NOTES and not first
    return (
        not low.isalpha()
        or word.isupper()
        or low in ("jr", "sr", "extern", "external", "msc", "bsc", "phd", "esq", "llm")
    )


_ALWAYS_TITLES = frozenset("dr prof professor professorin mag.a ddr dipl.-ing dipl.ing univ.-prof ass.-prof".split())
_NOTES = frozenset("privat private neu handy mobil arbeit work home dienstlich geschäftlich".split())


def _divide(words: list[str]) -> tuple[list[str], list[str]]:
    """Given names and surname. `MÜLLER Hans` puts the surname first; particles belong to the surname."""
    shouted = [word for word in words if len(word.strip(".")) > 1 and word.isupper()]
    if shouted and len(shouted) < len(words) and words[0].isupper() and not words[-1].isupper():
        return [word for word in words if not word.isupper()], shouted
    if words[0].lower() in PARTICLES | NOBILITY and words[0] != "V.":
        by_given = len(words) > 2 and is_given(words[-1]) and words[-2].lower() not in PARTICLES  # Ten Brink Peter
        return (words[-1:], words[:-1]) if by_given else ([], words)
    for at, word in enumerate(words[1:], start=1):
        if word.lower() in PARTICLES | NOBILITY and word != "V." and at < len(words) - 1:
            return words[:at], words[at:]
    if len(words) > 2:
        return _divide_long(words)
    return words[:-1], words[-1:]


def _divide_long(words: list[str]) -> tuple[list[str], list[str]]:
    """`José Luis García Márquez` has two surnames, `Meyer Anna Lena` the surname first."""
    given = [is_given(word) for word in words]
    if not given[0] and given[-1] and (is_surely_given_name(words[-1]) or not any(given[:-1])):
        first_given = next(
            at for at in range(1, len(words)) if all(map(is_surely_given_name, words[at:])) or at == len(words) - 1
        )
        return words[first_given:], words[:first_given]
    if given[0] and not any(given[-2:]) and any(map(_IBERIAN.search, words)):
        return words[:-2], words[-2:]
    return words[:-1], words[-1:]


_IBERIAN = lazy(r"[áéíóúñçãõ]|ez$", re.IGNORECASE)


def cased_words(words: list[str]) -> str:
    """The words as one name, each in its usual case."""
    return " ".join(cased(word) for word in words)


def cased(word: str) -> str:
    """`MEYER` and `meyer` as `Meyer`, `MCGREGOR` as `McGregor`, `VON` as `von`; `McGregor` and `DeVito` as they are."""
    if word.lower() in PARTICLES and not is_initial(word):
        return word if word[:1].isupper() and not word.isupper() else word.lower()
    if len(word) > 2 and (word.isupper() or word.islower()):
        return "-".join(_capitalised(piece) for piece in word.split("-"))
    return word


def is_initial(word: str) -> bool:
    """Whether the word is one letter, with or without a point."""
    return len(word.strip(".")) == 1


def _capitalised(piece: str) -> str:
    low = piece.lower().replace("i\u0307", "i")  # the small form of a Turkish İ
    match = _INNER_CAPITAL.match(low)
    start = match.end() if match is not None else 0
    return low[:start].capitalize() + low[start:].capitalize()


_INNER_CAPITAL = lazy(r"mc(?=[a-z]{3})|[od]['’](?=[a-z]{2})")


def _in_usual_order(person: Person) -> Person:
    """`Müller Hans`: the surname first, where only the second word is a given name."""
    if not is_two_words(person) or not is_given(person.family) or is_given(person.given):
        return person
    return replace(person, given=person.family, family=person.given)


def is_two_words(person: Person) -> bool:
    """Whether the name is one given name and a surname of one word, so that they could stand the other way round."""
    return bool(person.given and person.family) and " " not in person.full.replace(" ", "", 1)
