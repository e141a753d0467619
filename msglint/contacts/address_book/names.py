"""What cannot be anybody's name: what was damaged on its way into the file, and what a CRM puts where no name is."""

from __future__ import annotations

import re
import unicodedata

from msglint.message.spellings import fold

_IN_EXCEL = re.compile(r'\s*="(.*)"\s*', re.DOTALL)
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_QUOTES = ('""', "''", "“”", "„“", "‚‘", "‘’", "«»", "»«")
_FIRST_PICTURE = 0x2600  # below it, symbols are what is left of letters that were read in a wrong encoding
_SIGNS = frozenset(" .,-'’‘´`ʼ()/&+·‐‑‒–—°ºª")
"""What names hold besides letters and digits."""

# UTF-8 that was read as Windows-1252: `Ã¼`, `Å‚`, `â€™`. No name has these pairs.
_SECOND = "".join(bytes([number]).decode("cp1252", "ignore") or chr(number) for number in range(0x80, 0xC0))
_TWICE_ENCODED = re.compile(f"[ÃÂ][{re.escape(_SECOND)}]|[ÄÅÐÑ](?![’–—])[{re.escape(_SECOND)}]|â€|ï»¿|ï¿½")

_FILLED_IN = re.compile(
    r"\[.*\]|<.*>|\{.*\}|\$\{.*\}|%+\w+%+|\*\|.*\|\*|#[\w/]+[!?]?|"
    r"[nN]/[aA]|[kK]/[aA]|n\. ?a\.?|k\. ?[aA]\.?|kA|nan|NaN|NAN|[xX]+",
    re.DOTALL,
)
_FILLERS = frozenset(
    "unknown unbekannt notprovided notavailable notset notspecified undefined null none nn noname nolastname "
    "nofirstname keinname keinvorname keinnachname ohnename ohnenamen anonym anonymous keineangabe keineangaben "
    "nichtangegeben nichtbekannt tbd tba empty missing placeholder platzhalter testtest "
    "firstname lastname fullname givenname familyname surname name vorname nachname familienname zuname firstlast "
    "vornamenachname ihrname yourname displayname anzeigename".split()
)
_ALSO_SURNAMES = frozenset("leer blank test tester".split())
_FILLERS_IN_NAMES = frozenset("unknown unbekannt null undefined notprovided".split())


def unwrapped(text: str) -> str:
    """The name without what programs and people put around it: `="Meyer"`, quotation marks, pictures."""
    text = text.strip()
    if text.isalpha():
        return unicodedata.normalize("NFC", text)
    if match := _IN_EXCEL.fullmatch(text):
        text = match[1].replace('""', '"')
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).strip()
    while len(text) > 1 and text[0] + text[-1] in _QUOTES:
        text = text[1:-1].strip()
    return " ".join(text.split() if text.isascii() else filter(None, map(_without_pictures, text.split())))


def is_filler(text: str) -> bool:
    """Whether the text stands where no name is known: `Unknown`, `N/A`, `[not Provided]`, `0`."""
    if not any(map(str.isalpha, text)):
        return bool(text) and "\ufffd" not in text
    if fold(text) in _ALSO_SURNAMES:
        return not (text.isalpha() and text[0].isupper())  # Leer and Blank are names; leer and (leer) are none
    return _FILLED_IN.fullmatch(text) is not None or fold(text) in _FILLERS or _is_filler_twice(text)


def without_fillers(full: str) -> str:
    """`Anna Unknown` as `Anna`."""
    if not full:
        return ""
    return " ".join(word for word in full.split() if fold(word) not in _FILLERS_IN_NAMES)


def is_damaged(text: str) -> bool:
    """Whether the text holds what no name holds: `M\ufffdller`, `M?ller`, `MÃ¼ller`, `"Meyer`."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return False
    return _TWICE_ENCODED.search(text) is not None or not all(map(_is_in_names, text))


def is_scrambled(text: str) -> bool:
    """Whether letters were lost on the way: what is around a whole name, brackets and firms, may be anything."""
    if text.isascii() and "?" not in text:
        return False
    return (
        re.search(r"\w\?\w|[\ufffd\x80-\x9f]", text) is not None
        or _TWICE_ENCODED.search(text) is not None
        or any(unicodedata.category(sign) in ("So", "Sm", "Sk") and ord(sign) < _FIRST_PICTURE for sign in text)
    )


def _is_filler_twice(text: str) -> bool:
    """`Unknown Unknown`, `N.N. N.N.`."""
    words = text.split()
    return len(words) > 1 and all(fold(word) in _FILLERS for word in words)


def _is_in_names(sign: str) -> bool:
    return sign.isalnum() or sign in _SIGNS or unicodedata.category(sign)[0] == "M"


def _without_pictures(word: str) -> str:
    return word.strip("".join(sign for sign in set(word) if _is_picture(sign)))


def _is_picture(sign: str) -> bool:
    return ord(sign) >= _FIRST_PICTURE and (
        sign == "\ufe0f" or (unicodedata.category(sign) in ("So", "Sk") and sign != "\ufffd")
    )
