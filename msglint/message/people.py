"""Names of people as headers and salutations write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache

from msglint.message.model import Address
from msglint.message.patterns import lazy

TITLES = frozenset(
    "dr dr. prof prof. professor professorin mag mag. mag.a maga magistra di dipl.-ing. dipl.-ing dipl.ing. "
    "dipl.-kfm. dipl.-kffr. ing ing. ddr ddr. "
    "univ.-prof. univ.-prof univ.prof. ao.univ.-prof. ass.-prof. ass.-prof ass.prof. assoc. assoz. ass. ao. "
    "univ.-ass. pd priv.-doz. "
    "rechtsanwalt rechtsanwältin ra rain direktor direktorin hofrat hofrätin pfarrer pfarrerin bürgermeister "
    "bürgermeisterin "
    "kommerzialrat kommerzialrätin medizinalrat medizinalrätin magister regierungsrat regierungsrätin ministerialrat "
    "ministerialrätin studienrat studienrätin oberstudienrat oberstudienrätin präsident präsidentin vorsitzender "
    "vorsitzende minister ministerin kollege kollegin notar notarin rektor rektorin dekan dekanin pastor pastorin "
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
NOBILITY = frozenset(
    "graf gräfin freiherr freifrau freiin frhr. frfr. baron baronin baronesse fürst fürstin prinz prinzessin ritter "
    "edler edle".split()
)
SUFFIXES = frozenset(
    "i.a. i.v. i.a i.v ppa. ppa p.p. p.a. "
    "jr jr. sr sr. ii iii iv bsc msc ba ma mba phd ph.d. ll.m. llm b.sc. m.sc. b.a. m.a. (fh) mas esq esq. ext "
    "extern external osb sj op cpa pmp cfa".split()
)

_PREFIX = lazy(r"\s*(?:ext|extern|external|wg|fw|fwd|aw|re)\s*:\s*", re.IGNORECASE)
_BRACKETS = lazy(r"\s\"[^\"]*\"(?=\s)|\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
_TAIL = lazy(
    r"\s+[|/·•]\s+.*$|\s+[-–—@]\s+.*$|\s+(?:via|im\s+auftrag|on\s+behalf|c/o)\s+.*$|/(?:[A-Z]{2,}|[A-Za-z]+@).*$",
    re.IGNORECASE,
)
_DOTTED = lazy(r"[^\W\d_]{2,}\.[^\W\d_]{3,}")
_SPACE = re.compile(r"\s+")
_LONGEST_NAME = 200
_LONGEST_CACHED = 60
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
        evident: False where nothing but capital letters says that this is a person: `Deutsche Telekom`.
        email: the address the name belongs to, in lower case; empty if not known.
    """

    given: str = ""
    family: str = ""
    titles: tuple[str, ...] = ()
    honorific: str = ""
    certain: bool = True
    evident: bool = field(default=True, compare=False)
    email: str = field(default="", compare=False)

    @property
    def full(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.family}".strip()

    @property
    def is_latin(self) -> bool:
        """Whether the name is written in Latin letters, so that a salutation can be compared letter by letter."""
        return self.full.isascii() or all(
            unicodedata.name(char, "LATIN").startswith("LATIN") for char in self.full if char.isalpha()
        )

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of the name that a salutation could use, particles left out."""
        pieces = re.split(r"[\s]+", self.full)
        parts = [part for piece in pieces for part in ([piece, *piece.split("-")] if "-" in piece else [piece])]
        return tuple(part for part in parts if part and part.lower() not in PARTICLES)


def fold(name: str) -> str:
    """`name` so that spellings of the same name are equal: lower case, ä = ae, ß = ss, no accents, no marks."""
    return _folded(name) if len(name) <= _LONGEST_CACHED else _folded.__wrapped__(name)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    name = name.casefold().translate(_GERMAN)
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if char.isalnum() and not unicodedata.combining(char))


_WITHOUT_PARTS = {"ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss"}
_GERMAN = str.maketrans(_WITHOUT_PARTS | {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_BARE = str.maketrans(_WITHOUT_PARTS | {"ä": "a", "ö": "o", "ü": "u", "ø": "o", "å": "a", "æ": "a"})


def same_spelling(one: str, other: str) -> bool:
    """Whether the two are the same name in two spellings: Müller, Mueller, Muller; Groß, Gross; Zoë, Zoe."""
    return bool(spellings(one) & spellings(other))


def spellings(name: str) -> frozenset[str]:
    """The name folded in every way people write it without its marks: Müller as mueller and muller."""
    return _spellings(name) if len(name) <= _LONGEST_CACHED else _spellings.__wrapped__(name)


@lru_cache(maxsize=4096)
def _spellings(name: str) -> frozenset[str]:
    name = unicodedata.normalize("NFC", name).casefold()
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", name.translate(_BARE)) if c.isalnum() and not unicodedata.combining(c)
    )
    spelled = fold(name)
    forms = {bare, spelled, _UMLAUT_IN_TWO.sub(r"\1", spelled)}
    if "đ" in name:
        forms.add(fold(name.replace("đ", "dj")))
    return frozenset(forms)


# Mueller, but not Bauer, Michael, Samuel or Joe.
_UMLAUT_IN_TWO = lazy(r"(?<![aeioquy])([aou])e(?=[^\W\d_])(?!l(?:$|[aeiou]))")


def person_of(address: Address) -> Person | None:
    """The person behind an address entry, or None where it names none (a role, a team, a bare unclear local part)."""
    is_short = len(address.name) + len(address.email) <= _LONGEST_NAME
    return _person_of(address) if is_short else _person_of.__wrapped__(address)


@lru_cache(maxsize=1024)
def _person_of(address: Address) -> Person | None:
    from msglint.message.addresses import is_role_address

    if address.name and "@" not in address.name:
        return _named(address)
    if is_role_address(address):
        return None
    person = _from_local_part(address.local_part)
    return person and replace(person, email=address.email.lower())


def _named(address: Address) -> Person | None:
    from msglint.message.addresses import is_role_address

    person = parse_person(address.name)
    if person is None or _is_team(address.name) or _is_two_people(address.name):
        return None
    evident = _is_evident(person) or _is_confirmed(person, address)
    if not evident and is_role_address(address):
        return None  # "The Long Room <bookings@…>"
    if "," not in address.name:
        person = _in_order_of_address(person, address.local_part)
    return replace(person, email=address.email.lower(), evident=evident)


def _is_confirmed(person: Person, address: Address) -> bool:
    """`Maida König <m.koenig@…>`; not `Bäckerei Meyer <baeckerei.meyer@web.de>`, where anybody may take any name."""
    from msglint.message.addresses import is_public_provider

    if not person.given or not person.family:
        return False
    given, family = fold(person.given), fold(person.family)
    full = [given, family], [family, given]
    short = [given[0], family], [family, given[0]]
    pieces = _pieces(address.local_part)
    return pieces in short or (pieces in full and not is_public_provider(address.domain))


def _is_evident(person: Person) -> bool:
    """A listed first name, a title or Herr and Frau: a firm has none of them."""
    words = [word for word in person.full.split() if not _is_initial(word)]
    initials = len(words) < len(person.full.split())
    return bool(person.honorific or person.titles or initials) or any(map(_is_given, words))


def people_of(address: Address) -> tuple[Person, ...]:
    """The persons behind an address entry: none, one, or the two of `Ute und Horst Meyer`."""
    couple = _couple(address.name)
    if couple is not None:
        names = (couple["one"], couple["other"])
        return tuple(Person(name, couple["family"], email=address.email.lower()) for name in names)
    person = person_of(address)
    return (person,) if person is not None else ()


_COUPLE = lazy(
    r"\s*(?P<one>[^\W\d_][\w.-]*)\s+(?:und|and|&|\+|u\.)\s+(?P<other>[^\W\d_][\w.-]*)\s+(?P<family>[^\W\d_][\w.'’-]*)\s*"
)
_AND = lazy(
    r"(?<!\bvon)\s(?:und|and|u\.|sowie)\s|\b(?:herrn?|mr)\b.*\bfrau\b|\b(?:frau|mrs)\b.*\bherrn?\b", re.IGNORECASE
)


def _couple(name: str) -> re.Match[str] | None:
    match = _COUPLE.fullmatch(name)
    return match if match is not None and _is_given(match["one"]) and _is_given(match["other"]) else None


def _is_two_people(name: str) -> bool:
    return _AND.search(_without_tail(name)) is not None and "von und zu" not in name.lower()


_TEAM_WORDS = (
    r"team kita tsv sv fc tv vfl vfb notariat café cafe salon lehrstuhl vorzimmer assistenz vertretung surgery leitung "
    r"projekt "
    r"kirche kapelle friseur salon bau immobilien consulting heizung sankt st "
    r"weingut bahn \w*laden blumen max-planck-institut meeting room shift "
    r"familie fam\.? family eheleute ehepaar "
    r"möbelhaus autohaus gasthaus kaufhaus modehaus sanitätshaus \w*büro \w*apotheke \w*bäckerei metzgerei fleischerei "
    r"\w*schreinerei tischlerei \w*druckerei gärtnerei brauerei spedition werkstatt \w*fahrschule lettings rentals the "
    r"\w*beratung \w*betreuung \w*dienst \w*annahme "
    r"gmbh ag kg e\.\s?v\. ug ohg mbh inc\.? ltd\.? llc corp\.? company verein verband stiftung universit\w* "
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
_TEAM_WORD = lazy(rf"\b(?:{'|'.join(_TEAM_WORDS.split())})(?!\w)", re.IGNORECASE)


def _is_team(name: str) -> bool:
    outside = _without_tail(name)
    if "&" in outside or " + " in outside:
        return True
    found = _TEAM_WORD.search(outside)
    words = outside.split()
    if found is not None and len(words) == 2 and found.group() == words[1] and _is_surely_given(words[0]):
        return False  # Anna Bank, Petra Kreis
    return found is not None


def _without_tail(name: str) -> str:
    """The name without what stands in brackets and without the firm or department behind it."""
    name = _PREFIX.sub("", _SPACE.sub(" ", name)[:_LONGEST_NAME], count=1)
    before, bar, after = name.partition("|")
    if bar and not any(map(_is_given, before.split())) and any(map(_is_given, after.split())):
        name = after  # "ACME | Anna Meyer"
    return _TAIL.sub("", _SPACE.sub(" ", _BRACKETS.sub(" ", name)))


def parse_person(display_name: str) -> Person | None:
    """The person that a display name names, in any of the usual orders; None where nothing looks like a name."""
    name = unicodedata.normalize("NFC", display_name).strip().strip("'\"")
    name = _without_tail(name).strip(" ,;")
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
    return _in_usual_order(Person(_cased(given), _cased(family), titles, honorific))


def _only_suffixes(text: str) -> bool:
    return all(word.lower() in SUFFIXES for word in text.replace(",", " ").split())


def _is_whole_name(text: str) -> bool:
    """`Meyer Anna` before a comma is all of the name; what follows is the firm."""
    words, _, _ = _without_titles(text)
    return len(words) > 1 and any(map(_is_surely_given, words))


def _names_given(text: str) -> bool:
    return any(map(_is_given, _without_titles(text)[0]))


def _is_given(word: str) -> bool:
    """Whether the word is a given name or stands for one: `Anna`, `A.`, `H.-Dieter`."""
    from msglint.message.given_names import is_given_name

    pieces = [piece for piece in word.split("-") if len(piece.strip(".")) > 1]
    return not pieces or is_given_name("-".join(pieces))


def _is_surely_given(word: str) -> bool:
    from msglint.message.given_names import is_surely_given_name

    return is_surely_given_name(word)


def _build(given_side: str, family_side: str) -> Person | None:
    """`Meyer, Anna` and `Meyer, Anna, Dr.`."""
    given, titles, honorific = _without_titles(given_side.partition(",")[0])
    _, last_titles, _ = _without_titles(given_side.partition(",")[2])
    family, first_titles, other_honorific = _without_titles(family_side)
    if not family:
        return None
    return Person(_cased(given), _cased(family), first_titles + titles + last_titles, honorific or other_honorific)


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
        if low in HONORIFICS and is_first and at < len(pieces) - 1 and not _is_abbreviation_shouted(word):
            honorific = HONORIFICS[low]
        elif _is_title(word, first=is_first, last=at == len(pieces) - 1):
            titles.append(word)
        elif not _is_suffix(word, first=is_first) and _WORD.match(piece):
            words.append(word)
    return words, tuple(titles), honorific


def _is_abbreviation_shouted(word: str) -> bool:
    """`HR`, `MS`: a Hofrat, a degree; `Fr Hans` is a priest."""
    return word.lower() == "fr" or (word.isupper() and word.isalpha() and len(word) == 2)


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
        by_given = len(words) > 2 and _is_given(words[-1])  # Ten Brink Peter
        return (words[-1:], words[:-1]) if by_given else ([], words)
    for at, word in enumerate(words[1:], start=1):
        if word.lower() in PARTICLES | NOBILITY and word != "V." and at < len(words) - 1:
            return words[:at], words[at:]
    if len(words) > 2:
        return _divide_long(words)
    return words[:-1], words[-1:]


def _divide_long(words: list[str]) -> tuple[list[str], list[str]]:
    """`José Luis García Márquez` has two surnames, `Meyer Anna Lena` the surname first."""
    given = [_is_given(word) for word in words]
    if not given[0] and given[-1] and (_is_surely_given(words[-1]) or not any(given[:-1])):
        first_given = next(
            at for at in range(1, len(words)) if all(map(_is_surely_given, words[at:])) or at == len(words) - 1
        )
        return words[first_given:], words[:first_given]
    if given[0] and not any(given[-2:]) and any(map(_IBERIAN.search, words)):
        return words[:-2], words[-2:]
    return words[:-1], words[-1:]


_IBERIAN = lazy(r"[áéíóúñçãõ]|ez$", re.IGNORECASE)


def _cased(words: list[str]) -> str:
    return " ".join(cased(word) for word in words)


def cased(word: str) -> str:
    """`MEYER` and `meyer` as `Meyer`, `MCGREGOR` as `McGregor`, `VON` as `von`; `McGregor` and `DeVito` as they are."""
    if word.lower() in PARTICLES and not _is_initial(word):
        return word if word[:1].isupper() and not word.isupper() else word.lower()
    if len(word) > 2 and (word.isupper() or word.islower()):
        return "-".join(_capitalised(piece) for piece in word.split("-"))
    return word


def _is_initial(word: str) -> bool:
    return len(word.strip(".")) == 1


def _capitalised(piece: str) -> str:
    low = piece.lower().replace("i\u0307", "i")  # the small form of a Turkish İ
    match = _INNER_CAPITAL.match(low)
    start = match.end() if match is not None else 0
    return low[:start].capitalize() + low[start:].capitalize()


_INNER_CAPITAL = lazy(r"mc(?=[a-z]{3})|[od]['’](?=[a-z]{2})")


def _in_usual_order(person: Person) -> Person:
    """`Müller Hans`: the surname first, where only the second word is a given name."""
    if not _is_two_words(person) or not _is_given(person.family) or _is_given(person.given):
        return person
    return replace(person, given=person.family, family=person.given)


def _in_order_of_address(person: Person, local: str) -> Person:
    """`Zlatomir Kolar <kolar.zlatomir@…>` stays; `Kolar Zlatomir <zlatomir.kolar@…>` is turned round."""
    reversed_there = _pieces(local) == [fold(person.family), fold(person.given)]
    if not reversed_there or not _is_two_words(person) or _is_given(person.given):
        return person
    return replace(person, given=person.family, family=person.given)


def _is_two_words(person: Person) -> bool:
    return bool(person.given and person.family) and " " not in person.full.replace(" ", "", 1)


def _pieces(local: str) -> list[str]:
    """`anna.meyer2` as anna and meyer; a hyphen divides only where nothing else does."""
    local = local.partition("+")[0]
    separators = r"[._]" if re.search(r"[._]", local) else r"-"
    return [piece.rstrip("0123456789") for piece in re.split(separators, local) if piece.rstrip("0123456789")]


def _from_local_part(local: str) -> Person | None:
    """`anna.meyer`, `meyer_anna`, `a.meyer`; anything less clear names nobody."""
    pieces = _pieces(local)
    if (
        len(pieces) < 2
        or len(pieces) > _MOST_PIECES
        or _TEAM_WORD.search(" ".join(pieces))
        or not all(piece.replace("-", "").isalpha() for piece in pieces)
    ):
        return None
    first, last = pieces[0], pieces[-1]
    if len(last) == 1 or (_is_surely_given(last) and not _is_given(first)):
        first, last = last, first
    if len(last) < _SHORTEST_SURNAME:
        return None
    if _is_given(first) and _is_given(last) and (_is_surely_given(last) or "-" in local):
        return None  # hans-juergen@: two first names, and no surname
    given = _cased([first]) if len(first) > 1 else ""
    return Person(
        given, _cased([last]), certain=False, evident=_is_given(first) and len(first) > 1 and not _is_given(last)
    )


_SHORTEST_SURNAME = 2
_MOST_PIECES = 2
