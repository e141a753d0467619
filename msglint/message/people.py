"""The people behind address entries, by their display names or by what stands before the @."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from msglint.message.addresses import is_public_provider, is_role_address
from msglint.message.display_name import (
    LONGEST_NAME,
    cased_words,
    is_given,
    is_initial,
    is_two_words,
    parse_person,
    without_tail,
)
from msglint.message.given_names import is_surely_given_name
from msglint.message.model import Address
from msglint.message.name_words import TITLES
from msglint.message.patterns import lazy
from msglint.message.person import Person
from msglint.message.spellings import fold


def person_of(address: Address) -> Person | None:
    """The person behind an address entry, or None where it names none (a role, a team, a bare unclear local part)."""
    is_short = len(address.name) + len(address.email) <= LONGEST_NAME
    return _person_of(address) if is_short else _person_of.__wrapped__(address)


@lru_cache(maxsize=1024)
def _person_of(address: Address) -> Person | None:
    if address.name and "@" not in address.name:
        return _named(address)
    if is_role_address(address):
        return None
    person = _from_local_part(address.local_part)
    return person and replace(person, email=address.email.lower())


def _named(address: Address) -> Person | None:
    person = parse_person(address.name)
    if person is None or is_team(address.name) or _is_two_people(address.name):
        return None
    evident = _is_evident(person) or _is_confirmed(person, address)
    if not evident and is_role_address(address):
        return None  # "The Long Room <bookings@…>"
    if "," not in address.name:
        person = _in_order_of_address(person, address.local_part)
    return replace(person, email=address.email.lower(), evident=evident)


def _is_confirmed(person: Person, address: Address) -> bool:
    """`Maida König <m.koenig@…>`; not `Bäckerei Meyer <baeckerei.meyer@web.de>`, where anybody may take any name."""
    if not person.given or not person.family:
        return False
    given, family = fold(person.given), fold(person.family)
    full = [given, family], [family, given]
    short = [given[0], family], [family, given[0]]
    pieces = _pieces(address.local_part)
    return pieces in short or (pieces in full and not is_public_provider(address.domain))


def _is_evident(person: Person) -> bool:
    """A listed first name, a title or Herr and Frau: a firm has none of them."""
    words = [word for word in person.full.split() if not is_initial(word)]
    initials = len(words) < len(person.full.split())
    return bool(person.honorific or person.titles or initials) or any(map(is_given, words))


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
    return match if match is not None and is_given(match["one"]) and is_given(match["other"]) else None


def _is_two_people(name: str) -> bool:
    return _AND.search(without_tail(name)) is not None and "von und zu" not in name.lower()


_TEAM_WORDS = (
    r"team kita tsv sv fc tv vfl vfb notariat café cafe salon lehrstuhl vorzimmer assistenz vertretung surgery leitung "
    r"projekt "
    r"kirche kapelle friseur bau immobilien consulting heizung sankt st "
    r"weingut bahn \w*laden blumen max-planck-institut meeting room shift "
    r"familie fam\.? family eheleute ehepaar "
    r"\w*gasthof gästehaus pension wirtshaus pizzeria trattoria bistro \w*brennerei kellerei imkerei "
    r"käserei molkerei konditorei wäscherei \w*reinigung "
    r"bestattungen tankstelle "
    r"\w{4,}betrieb \w*meisterbetrieb \w{4,}handwerk \w+verwaltung \w*kanzlei "
    r"\w*verein goldene[rsn]? haus(?=\W+(?:am|an|im|zum|zur)\b) "
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


def is_team(name: str) -> bool:
    """Whether the name is that of a firm, an office or a department."""
    outside = without_tail(name)
    if "&" in outside or " + " in outside:
        return True
    found = _TEAM_WORD.search(outside)
    if found is None:
        return False
    words = [word for word in outside.split() if word.lower().strip(".") not in TITLES | _TITLES_WITHOUT_POINT]
    # Anna Bank, Dr. Petra Kreis, Robert St Clair
    is_surname = len(words) > 1 and any(found.group() in word for word in words[1:])
    return not (is_surname and is_surely_given_name(words[0]) and len(words) <= _LONGEST_PERSON)


_TITLES_WITHOUT_POINT = frozenset({"herr", "frau", "prof", "dr"})
_LONGEST_PERSON = 3


def _in_order_of_address(person: Person, local: str) -> Person:
    """`Zlatomir Kolar <kolar.zlatomir@…>` stays; `Kolar Zlatomir <zlatomir.kolar@…>` is turned round."""
    reversed_there = _pieces(local) == [fold(person.family), fold(person.given)]
    if not reversed_there or not is_two_words(person) or is_given(person.given):
        return person
    return replace(person, given=person.family, family=person.given)


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
    if len(last) == 1 or (is_surely_given_name(last) and not is_given(first)):
        first, last = last, first
    if len(last) < _SHORTEST_SURNAME:
        return None
    if is_given(first) and is_given(last) and (is_surely_given_name(last) or "-" in local):
        return None  # hans-juergen@: two first names, and no surname
    given = cased_words([first]) if len(first) > 1 else ""
    # thi-hoa@ may be one first name
    divided = re.search(r"[._]", local) is not None
    evident = divided and len(first) > 1 and is_given(first) and not is_given(last)
    return Person(given, cased_words([last]), certain=False, evident=evident)


_SHORTEST_SURNAME = 2
_MOST_PIECES = 2
