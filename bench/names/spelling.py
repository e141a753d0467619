"""When two strings are the same name: another spelling, a short form, or so near that nobody could say.

Imports nothing of msglint. Like msglint it goes by the usual spellings (Müller, Mueller, Muller) and by the nicknames
package: an error in that package, or a slip that these spellings hide (Samul for Samuel), is not seen here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from nicknames import NickNamer
from rapidfuzz.distance import OSA

SHORT_FORMS = (
    ("Katharina", "Kathi", False), ("Katharina", "Kati", False), ("Johanna", "Hanna", False),
    ("Elisabeth", "Lisa", False), ("Elisabeth", "Sissi", False), ("Susanne", "Susi", False),
    ("Barbara", "Babsi", False), ("Gabriele", "Gabi", False), ("Alexandra", "Alex", False),
    ("Alexandra", "Sandra", False), ("Christina", "Tina", False), ("Martina", "Tina", False),
    ("Stefanie", "Steffi", False), ("Magdalena", "Leni", False), ("Theresa", "Resi", False),
    ("Ulrike", "Uli", False), ("Sabine", "Bine", False), ("Franziska", "Franzi", False),
    ("Andrea", "Andi", False), ("Margarete", "Grete", False), ("Alexander", "Alex", True),
    ("Michael", "Michi", True), ("Michael", "Michel", True), ("Andreas", "Andi", True),
    ("Thomas", "Tom", True), ("Johannes", "Hannes", True), ("Johannes", "Hans", True),
    ("Matthias", "Matze", True), ("Sebastian", "Basti", True), ("Maximilian", "Max", True),
    ("Benjamin", "Ben", True), ("Christian", "Chris", True), ("Wolfgang", "Wolfi", True),
    ("Ulrich", "Uli", True), ("Josef", "Sepp", True), ("Franz", "Franzl", True),
    ("Friedrich", "Fritz", True), ("Heinrich", "Heiner", True), ("Tobias", "Tobi", True),
    ("Daniel", "Dani", True), ("Manfred", "Manni", True), ("Günter", "Günni", True),
    ("Siegfried", "Siggi", True), ("Konrad", "Konni", True),
)  # fmt: skip
"""Name, what the person is called, male: forms that German speakers use every day."""

_EXPANDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "ł": "l", "đ": "d"}
)
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "ø": "o", "å": "a", "æ": "ae", "ł": "l", "đ": "d"})
_DIGRAPH = re.compile(r"([aou])e")


def expanded(name: str) -> str:
    """Mueller for Müller, Gross for Groß, Sean for Seán."""
    return _keeping_capitals(name, _EXPANDED)


def plain(name: str) -> str:
    """Muller for Müller, Gross for Groß, Sean for Seán."""
    return _keeping_capitals(name, _PLAIN)


def same_name(one: str, other: str) -> bool:
    """Whether the two are one name in two spellings. `Mueller`/`Muller` counts, so `Samuel`/`Samul` must as well."""
    return bool(_forms(one) & _forms(other))


def short_form(one: str, other: str) -> bool:
    """Whether one is a listed nickname of the other, or both of the same name."""
    one, other = one.lower(), other.lower()
    return other in _kin(one) or one in _kin(other)


def one_slip(one: str, other: str) -> bool:
    """Whether the two are different names, one letter apart."""
    left, right = expanded(one).casefold(), expanded(other).casefold()
    return not same_name(one, other) and OSA.distance(left, right, score_cutoff=1) <= 1


def near(one: str, other: str) -> bool:
    """Whether the two are one slip apart, one begins with the other, or one stands for the other."""
    left, right = expanded(one).casefold(), expanded(other).casefold()
    return (
        same_name(one, other)
        or left.startswith(right)
        or right.startswith(left)
        or one_slip(one, other)
        or short_form(one, other)
    )


def _keeping_capitals(name: str, table: dict[int, str]) -> str:
    replaced = "".join(
        char.lower().translate(table).capitalize() if char.isupper() else char.translate(table)
        for char in unicodedata.normalize("NFC", name)
    )
    return "".join(char for char in unicodedata.normalize("NFKD", replaced) if not unicodedata.combining(char))


@cache
def _forms(name: str) -> frozenset[str]:
    letters = "".join(char for char in name.casefold().replace("ss", "ß") if char.isalnum()).replace("ß", "ss")
    long, short = expanded(letters), plain(letters)
    return frozenset({long, short, _DIGRAPH.sub(r"\1", long)})


@cache
def _kin(name: str) -> frozenset[str]:
    namer = _namer()
    german = {short.lower() for full, short, _ in SHORT_FORMS if full.lower() == name}
    full_names = {full.lower() for full, short, _ in SHORT_FORMS if short.lower() == name}
    canonical = namer.canonicals_of(name) | full_names
    siblings = {kin for full in canonical for kin in namer.nicknames_of(full)}
    return frozenset(namer.nicknames_of(name) | german | canonical | siblings)


def nicknames_of(name: str) -> list[str]:
    """English nicknames of three letters or more, in a fixed order."""
    return sorted(nickname for nickname in _namer().nicknames_of(name.lower()) if len(nickname) > 2)


@cache
def _namer() -> NickNamer:
    return NickNamer()
