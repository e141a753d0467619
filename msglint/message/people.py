"""Names of people as headers and salutations write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from msglint.message.model import Address

TITLES = frozenset(
    "dr dr. prof prof. professor professorin mag mag. mag.a maga magistra di dipl.-ing. dipl.-ing dipl.ing. "
    "dipl.-kfm. dipl.-kffr. ing ing. ddr ddr. "
    "univ.-prof. univ.-prof univ.prof. ao.univ.-prof. ass.-prof. ass.-prof ass.prof. assoc. assoz. ass. ao. "
    "univ.-ass. pd priv.-doz. "
    "rechtsanwalt rechtsanwältin ra rain direktor direktorin hofrat hofrätin pfarrer pfarrerin bürgermeister "
    "bürgermeisterin "
    "sir lady lord rev rev. hon. judge senator governor captain capt. lt. lic. lic.phil. h.c. med. phil. jur. rer. "
    "nat. pol. techn.".split()
)
HONORIFICS = {
    "herr": "Herr", "herrn": "Herr", "hr": "Herr", "hr.": "Herr",
    "frau": "Frau", "fr": "Frau", "fr.": "Frau", "fräulein": "Frau",
    "mr": "Mr", "mr.": "Mr", "mrs": "Mrs", "mrs.": "Mrs", "ms": "Ms", "ms.": "Ms", "miss": "Miss",
    "mx": "Mx", "mx.": "Mx",
    "madam": "Madam", "madame": "Madame", "monsieur": "Monsieur",
}  # fmt: skip
PARTICLES = frozenset(
    "von vom zu zur zum van der den de del della di da dos du la le ter ten auf'm v. und y af av al el bin ibn "
    "st.".split()
)
SUFFIXES = frozenset(
    "jr jr. sr sr. ii iii iv bsc msc ba ma mba phd ph.d. ll.m. llm b.sc. m.sc. b.a. m.a. (fh) mas esq esq. ext "
    "extern external osb sj op cpa pmp cfa".split()
)

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
_TAIL = re.compile(r"\s+[|/·•]\s+.*$|\s+[-–—@]\s+.*$|\s+via\s+.*$|/(?:[A-Z]{2,}|[A-Za-z]+@).*$", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_LONGEST_NAME = 200
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’\-.](?=[^\W\d_]))*\.?")


@dataclass(frozen=True, slots=True)
class Person:
    """A name, taken apart.

    Attributes:
        given: first names, as written; empty if not known.
        family: surname with its particles; empty if not known.
        titles: academic and other titles, as written.
        honorific: `Herr`, `Frau`, `Mr`, … where the header itself says so, else empty.
        certain: False where the name was guessed from the local part of an address.
        email: the address the name belongs to, in lower case; empty if not known.
    """

    given: str = ""
    family: str = ""
    titles: tuple[str, ...] = ()
    honorific: str = ""
    certain: bool = True
    email: str = field(default="", compare=False)

    @property
    def full(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.family}".strip()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of the name that a salutation could use, particles left out."""
        pieces = re.split(r"[\s]+", self.full)
        parts = [part for piece in pieces for part in ([piece, *piece.split("-")] if "-" in piece else [piece])]
        return tuple(part for part in parts if part and part.lower() not in PARTICLES)


def fold(name: str) -> str:
    """`name` so that spellings of the same name are equal: lower case, ä = ae, ß = ss, no accents, no marks."""
    name = name.casefold().translate(_GERMAN)
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if char.isalnum() and not unicodedata.combining(char))


_GERMAN = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "ø": "oe",
        "å": "aa",
        "æ": "ae",
        "ł": "l",
        "đ": "d",
        "ı": "i",
    }
)
_BARE = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "ø": "o", "å": "a", "æ": "a", "ł": "l", "đ": "d", "ı": "i"}
)


def same_spelling(one: str, other: str) -> bool:
    """Whether the two are the same name in two spellings: Müller, Mueller, Muller; Groß, Gross; Zoë, Zoe."""
    return bool(_forms(one) & _forms(other))


def _forms(name: str) -> frozenset[str]:
    name = unicodedata.normalize("NFC", name).casefold()
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", name.translate(_BARE)) if c.isalnum() and not unicodedata.combining(c)
    )
    spelled = fold(name)
    return frozenset({bare, spelled, re.sub(r"([aou])e", r"\1", spelled)})


def person_of(address: Address) -> Person | None:
    """The person behind an address entry, or None where it names none (a role, a team, a bare unclear local part)."""
    from msglint.message.addresses import is_role_address

    if address.name and "@" not in address.name:
        person = parse_person(address.name)
        if person is not None and not is_role_address(Address(address.name, "")):
            return None if _is_team(address.name) else replace(person, email=address.email.lower())
        return None
    if is_role_address(address):
        return None
    person = _from_local_part(address.local_part)
    return person and replace(person, email=address.email.lower())


_TEAM_WORDS = (
    r"team gmbh ag kg e\.\s?v\. ug ohg mbh inc\.? ltd\.? llc corp\.? company verein verband stiftung universit\w* "
    r"university institut\w* "
    r"sekretariat büro office abteilung department support service\w* \w*service vertrieb verkauf buchhaltung "
    r"personal\w* "
    r"marketing sales redaktion info kontakt praxis kanzlei \w*amt \w*behörde\w* \w*verwaltung \w*kasse \w*schule "
    r"\w*zentrum "
    r"\w*gericht polizei\w* klinik\w* \w*krankenhaus hotel restaurant bibliothek museum verlag agentur \w*gemeinde "
    r"ministerium rathaus jobcenter kreis stadt\w* zentrale empfang group gruppe kundenservice list liste "
    r"newsletter all alle "
    r"kollegium vorstand bewerbung\w* recruiting hotline helpdesk desk bank versicherung\w* \w*werke? council "
    r"authority "
    r"library hospital school college society association agency committee clinic ministry accounts? payroll reception"
)
_TEAM_WORD = re.compile(rf"\b(?:{'|'.join(_TEAM_WORDS.split())})(?!\w)", re.IGNORECASE)


def _is_team(name: str) -> bool:
    outside = _without_tail(name)
    if "&" in outside or " + " in outside:
        return True
    return _TEAM_WORD.search(outside) is not None


def _without_tail(name: str) -> str:
    """The name without what stands in brackets and without the firm or department behind it."""
    name = _SPACE.sub(" ", name)[:_LONGEST_NAME]
    return _TAIL.sub("", _SPACE.sub(" ", _BRACKETS.sub(" ", name)))


def parse_person(display_name: str) -> Person | None:
    """The person that a display name names, in any of the usual orders; None where nothing looks like a name."""
    name = unicodedata.normalize("NFC", display_name).strip().strip("'\"")
    name = _without_tail(name).strip(" ,;")
    if "," in name:
        before, _, after = name.partition(",")
        if not _only_suffixes(after):
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
    return Person(_cased(given), _cased(family), titles, honorific)


def _only_suffixes(text: str) -> bool:
    return all(word.lower() in SUFFIXES for word in text.replace(",", " ").split())


def _build(given_side: str, family_side: str) -> Person | None:
    given, titles, honorific = _without_titles(given_side.partition(",")[0])
    family, more_titles, other_honorific = _without_titles(family_side)
    if not family:
        return None
    return Person(_cased(given), _cased(family), more_titles + titles, honorific or other_honorific)


def _without_titles(name: str) -> tuple[list[str], tuple[str, ...], str]:
    words: list[str] = []
    titles: list[str] = []
    honorific = ""
    for word in name.split():
        low = word.lower().strip(",;")
        if low in HONORIFICS and not words:
            honorific = HONORIFICS[low]
        elif low in TITLES or (low.endswith(".") and len(low) > 2 and not words):
            titles.append(word.strip(",;"))
        elif low not in SUFFIXES and _WORD.match(word):
            words.append(word.strip(",;:"))
    return words, tuple(titles), honorific


def _divide(words: list[str]) -> tuple[list[str], list[str]]:
    """Given names and surname. `MÜLLER Hans` puts the surname first; particles belong to the surname."""
    shouted = [word for word in words if len(word.strip(".")) > 1 and word.isupper()]
    if shouted and len(shouted) < len(words) and words[0].isupper() and not words[-1].isupper():
        return [word for word in words if not word.isupper()], shouted
    for at, word in enumerate(words[1:], start=1):
        if word.lower() in PARTICLES and at < len(words) - 1:
            return words[:at], words[at:]
    return words[:-1], words[-1:]


def _cased(words: list[str]) -> str:
    return " ".join(_cased_word(word) for word in words)


def _cased_word(word: str) -> str:
    """`MEYER` and `meyer` as `Meyer`; `McGregor`, `von` and `O'Neil` as they are."""
    if word.lower() in PARTICLES and not word.isupper():
        return word
    if len(word) > 2 and (word.isupper() or word.islower()):
        return "-".join(piece.capitalize() for piece in word.split("-"))
    return word


def _from_local_part(local: str) -> Person | None:
    """`anna.meyer` and `anna_meyer`; anything less clear names nobody."""
    pieces = [piece for piece in re.split(r"[._]", local.partition("+")[0]) if piece]
    if len(pieces) < 2 or not all(piece.replace("-", "").isalpha() for piece in pieces):
        return None
    if len(pieces[0]) < 2 or len(pieces[-1]) < 2:
        return None
    return Person(_cased(pieces[:1]), _cased(pieces[-1:]), certain=False)
