"""From what a card or a row says to a contact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from msglint.contacts.address_book.names import is_damaged, is_filler, is_scrambled, unwrapped, without_fillers
from msglint.contacts.address_book.problems import Notes
from msglint.contacts.address_book.store import MOST_EMAILS
from msglint.contacts.book import Contact
from msglint.message.display_name import cased
from msglint.message.model import Address, Relationship
from msglint.message.name_words import HONORIFICS, TITLES
from msglint.message.people import person_of
from msglint.message.person import Person
from msglint.message.spellings import fold

Complain = Callable[[str, str], None]
"""Takes a sentence in German and the same in English."""

LONGEST_NAME = 200
MOST_NICKNAMES = 10
_LONGEST_SHOWN = 60
_LONGEST_ADDRESS = 254

_FORMS = {
    **dict.fromkeys("du duzen perdu duzt informal familiar firstname ja yes true wahr x 1 j y".split(), "du"),
    **dict.fromkeys("sie siezen persie siezt formal polite lastname nein no false falsch 0 n".split(), "Sie"),
}
_CATEGORIES = {"du": "du", "perdu": "du", "duzen": "du", "sie": "Sie", "persie": "Sie", "siezen": "Sie"}
_RELATIONSHIPS = {
    **dict.fromkeys("none keine kein neu new".split(), Relationship.NONE),
    **dict.fromkeys("existing bestehend bestehende bekannt known kunde kundin customer".split(), Relationship.EXISTING),
}
_GENDERS = {
    **dict.fromkeys("m male maennlich masculine maskulin mann man".split(), "Herr"),
    **dict.fromkeys("f w female weiblich feminine feminin frau woman".split(), "Frau"),
}
_GREETING_WORDS = frozenset("sehr geehrter geehrte lieber liebe guten tag hallo dear".split())
_DEGREE = re.compile(r"(?:d?dr|prof|dipl|mag|ing|univ|priv|habil|bac|ll|ph|[mb])\.?(?:[-.\w]*\.)?", re.IGNORECASE)
_TITLES_BEFORE_NAMES = frozenset("dr dr. prof prof. professor professorin dipl.-ing. mag. ddr. ing. pd".split())
_BETWEEN_ADDRESSES = re.compile(r"[\s,;:<>()\[\]\"'|]+")
_EXCHANGE = re.compile(r"/o=|/ou=|/cn=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of a card or a row, as written; empty where nothing is said.

    Attributes:
        line: where it begins.
        middle: further given names.
        full: the whole name, in any order.
        prefix: Herr or Frau, titles.
        emails: fields that may hold several addresses each.
    """

    line: int
    given: str = ""
    middle: str = ""
    family: str = ""
    full: str = ""
    prefix: str = ""
    suffix: str = ""
    nicknames: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    organisation: str = ""
    form: str = ""
    relationship: str = ""
    gender: str = ""
    categories: tuple[str, ...] = ()


def contact_of(entry: Entry, notes: Notes) -> Contact | None:
    """The contact, or None where the entry names no person: a firm, a team, a bare address.

    Args:
        entry: what the file says.
        notes: is told what is wrong with the entry.
    """

    def complain(de: str, en: str) -> None:
        notes.add(entry.line, de, en)

    names = (entry.given, entry.middle, entry.family, entry.full)
    if any(len(name) > LONGEST_NAME for name in names):
        complain(
            f"Der Name ist länger als {LONGEST_NAME} Zeichen; der Eintrag wurde ausgelassen.",
            f"the name is longer than {LONGEST_NAME} characters; the entry was left out.",
        )
        return None
    person = _person(entry, notes)
    if person is None:
        return None
    return Contact(
        person=person,
        emails=_emails(entry.emails, complain),
        nicknames=_nicknames(entry.nicknames),
        organisation=_organisation(entry.organisation),
        form=_form(entry, complain),
        relationship=_relationship(entry, complain),
        source=f"{notes.path}:{entry.line}",
    )


class _Sieve:
    """Lets through what can be a name, and keeps in mind what cannot."""

    def __init__(self) -> None:
        self.damaged: list[str] = []
        self.fillers: list[str] = []

    def part(self, text: str) -> str:
        """A given name or a surname."""
        text = unwrapped(text)
        if is_filler(text):
            self.fillers.append(text)
            return ""
        if "@" not in text and is_damaged(text):
            self.damaged.append(text)
            return ""
        return text

    def whole(self, text: str) -> str:
        """A whole name, around which there may be brackets, a firm and more."""
        text = unwrapped(text)
        if is_filler(text):
            self.fillers.append(text)
            return ""
        if is_scrambled(text):
            self.damaged.append(text)
            return ""
        return without_fillers(text)

    def tell(self, line: int, notes: Notes) -> None:
        """Note what was left out: one thing of each kind is enough for one entry."""
        for text in self.damaged[:1]:
            shown = text[:_LONGEST_SHOWN]
            notes.add(
                line,
                f"„{shown}“ kann kein Name sein; die Angabe wurde ausgelassen.",
                f"'{shown}' cannot be a name; it was left out.",
            )
        for text in self.fillers[:1]:
            notes.add_filler(line, text)


def _person(entry: Entry, notes: Notes) -> Person | None:
    if _is_firm(entry):
        return None
    sieve = _Sieve()
    given, family = f"{sieve.part(entry.given)} {sieve.part(entry.middle)}".strip(), sieve.part(entry.family)
    is_broken, full = bool(sieve.damaged), ""
    if "," in family and not given:
        full, family = family, ""  # "Meyer, Anna" in the field of the surname
    elif is_broken or not given:
        full = sieve.whole(entry.full)
        if is_broken and " " in full:
            given = family = ""
    person = _from_fields(entry, given, family.partition(",")[0].strip(), full)
    if person is not None and is_damaged(person.full):
        sieve.damaged.append(person.full)
        person = None
    sieve.tell(entry.line, notes)
    return person


def _from_fields(entry: Entry, given: str, family: str, full: str) -> Person | None:
    if not given and (not family or (family == full and " " in family)):
        return _from_full_name(entry, full)
    if "@" in given or "@" in family:
        return None
    before, given = _titles_before(given)
    return _person_with(entry, given, family, before)


def _is_firm(entry: Entry) -> bool:
    """Firms stand in the field of the surname where there is no other, and in their own as well."""
    names_only_family = not entry.given.strip() and not entry.middle.strip() and bool(entry.family.strip())
    return names_only_family and fold(entry.family) == fold(entry.organisation)


def _from_full_name(entry: Entry, full: str) -> Person | None:
    if not full or (entry.organisation and fold(full) == fold(entry.organisation)):
        return None
    found = person_of(Address(full, ""))
    if found is None:
        return None
    return _person_with(entry, found.given, found.family, " ".join((found.honorific, *found.titles)))


def _person_with(entry: Entry, given: str, family: str, titles_there: str) -> Person:
    """The person, with Herr or Frau and titles from wherever the entry has them."""
    titles, honorific = _titles(entry.prefix, {fold(word) for word in f"{given} {family}".replace("-", " ").split()})
    more, other_honorific = _titles(titles_there)
    return Person(
        " ".join(map(cased, given.split())),
        " ".join(map(cased, family.split())),
        tuple(dict.fromkeys(titles + more + _titles_behind(entry.suffix))),
        honorific or other_honorific or _GENDERS.get(fold(entry.gender), ""),
    )


def _titles(prefix: str, names: Collection[str] = ()) -> tuple[tuple[str, ...], str]:
    """The titles, and Herr or Frau. A field that holds any other word is about somebody's job, and says neither.

    Args:
        prefix: what the field holds; it may be a whole salutation.
        names: the words of the person's name, folded, which a salutation may hold.
    """
    titles: dict[str, None] = {}
    honorifics: dict[str, None] = {}
    is_greeting = False
    for written in prefix.replace(",", " ").replace("!", " ").split():
        low = written.lower()
        if low in HONORIFICS:
            honorifics[HONORIFICS[low]] = None
        elif low in TITLES or _DEGREE.fullmatch(low):
            titles[written] = None
        elif low in _GREETING_WORDS:
            is_greeting = True
        elif not is_greeting or not all(fold(piece) in names for piece in written.split("-")):
            return (), ""
    return tuple(titles), next(iter(honorifics), "") if len(honorifics) == 1 else ""


def _titles_before(given: str) -> tuple[str, str]:
    """`Dr. Anna` in the field of the first name is a title and a first name."""
    words = given.split()
    count = 0
    while count < len(words) and words[count].lower() in {*_TITLES_BEFORE_NAMES, "herr", "frau"}:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _titles_behind(suffix: str) -> tuple[str, ...]:
    return tuple(word for word in suffix.replace(",", " ").split() if word.lower() in _TITLES_BEFORE_NAMES)


def _organisation(written: str) -> str:
    name = unwrapped(written[:LONGEST_NAME])
    return "" if is_filler(name) or is_scrambled(name) else name


def _nicknames(written: Iterable[str]) -> tuple[str, ...]:
    names = (unwrapped(name) for name in written if name.strip() and len(name) <= LONGEST_NAME)
    usable = (name for name in names if name and not is_filler(name) and not is_damaged(name))
    return tuple(dict.fromkeys(usable))[:MOST_NICKNAMES]


def _emails(fields: Iterable[str], complain: Complain) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for field in fields:
        if not field.strip() or _EXCHANGE.match(field.strip()):
            continue
        addresses = [piece.strip(".").lower() for piece in _BETWEEN_ADDRESSES.split(field) if _is_address(piece)]
        if not addresses:
            complain(
                f"In „{field.strip()[:60]}“ steht keine E-Mail-Adresse.",
                f"there is no e-mail address in '{field.strip()[:60]}'.",
            )
        found.update(dict.fromkeys(addresses))
    return tuple(found)[:MOST_EMAILS]


def _is_address(text: str) -> bool:
    local, _, domain = text.partition("@")
    if not (local and domain) or "@" in domain or len(text) > _LONGEST_ADDRESS:
        return False
    return text.isascii() or not any(sign == "\ufffd" or unicodedata.category(sign) == "Cc" for sign in text)


def _form(entry: Entry, complain: Complain) -> str | None:
    if entry.form.strip():
        form = _FORMS.get(fold(entry.form))
        if form is None:
            complain(
                f"Die Anredeform kann nicht „{entry.form.strip()[:40]}“ sein; möglich ist du oder Sie.",
                f"the form of address cannot be '{entry.form.strip()[:40]}'; it may be du or Sie.",
            )
        return form
    forms = {_CATEGORIES.get(fold(category)) for category in entry.categories} - {None}
    return forms.pop() if len(forms) == 1 else None


def _relationship(entry: Entry, complain: Complain) -> Relationship | None:
    if not entry.relationship.strip():
        return None
    relationship = _RELATIONSHIPS.get(fold(entry.relationship))
    if relationship is None:
        complain(
            f"Die Beziehung kann nicht „{entry.relationship.strip()[:40]}“ sein; möglich ist none oder existing.",
            f"the relationship cannot be '{entry.relationship.strip()[:40]}'; it may be none or existing.",
        )
    return relationship
