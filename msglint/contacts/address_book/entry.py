"""From what a card or a row says to a contact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from msglint.contacts.book import Contact
from msglint.message.model import Address, Relationship
from msglint.message.people import HONORIFICS, PARTICLES, TITLES, Person, fold, person_of

Complain = Callable[[str, str], None]
"""Takes a sentence in German and the same in English."""

LONGEST_NAME = 200
MOST_EMAILS = 30
MOST_NICKNAMES = 10

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
        source: file and line.
        middle: further given names.
        full: the whole name, in any order.
        prefix: Herr or Frau, titles.
        emails: fields that may hold several addresses each.
    """

    source: str
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


def contact_of(entry: Entry, complain: Complain) -> Contact | None:
    """The contact, or None where the entry names no person: a firm, a team, a bare address.

    Args:
        entry: what the file says.
        complain: is told what is wrong with the entry.
    """
    names = (entry.given, entry.middle, entry.family, entry.full)
    if any(len(name) > LONGEST_NAME for name in names):
        complain(
            f"Der Name ist länger als {LONGEST_NAME} Zeichen; der Eintrag wurde ausgelassen.",
            f"the name is longer than {LONGEST_NAME} characters; the entry was left out.",
        )
        return None
    person = _person(entry)
    if person is None:
        return None
    return Contact(
        person=person,
        emails=_emails(entry.emails, complain),
        nicknames=tuple(dict.fromkeys(filter(None, map(_tidy, entry.nicknames))))[:MOST_NICKNAMES],
        organisation=_tidy(entry.organisation)[:LONGEST_NAME],
        form=_form(entry, complain),
        relationship=_relationship(entry, complain),
        source=entry.source,
    )


def _person(entry: Entry) -> Person | None:
    given, family = _tidy(f"{entry.given} {entry.middle}"), _tidy(entry.family)
    full = _tidy(entry.full)
    if not given and (not family or (family == full and " " in family)):
        return _from_full_name(entry, full)
    if "@" in given or "@" in family or _is_firm(given, family, entry):
        return None
    titles, honorific = _titles(entry.prefix)
    before, given = _titles_before(given)
    more, other_honorific = _titles(before)
    return Person(
        _cased(given),
        _cased(family),
        tuple(dict.fromkeys(titles + more + _titles_behind(entry.suffix))),
        honorific or other_honorific or _GENDERS.get(fold(entry.gender), ""),
    )


def _is_firm(given: str, family: str, entry: Entry) -> bool:
    """Firms stand in the field of the surname where there is no other, and in their own as well."""
    return not given and fold(family) == fold(entry.organisation)


def _from_full_name(entry: Entry, full: str) -> Person | None:
    if not full or (entry.organisation and fold(full) == fold(entry.organisation)):
        return None
    found = person_of(Address(full, ""))
    if found is None:
        return None
    titles, honorific = _titles(entry.prefix)
    return Person(
        found.given,
        found.family,
        tuple(dict.fromkeys(titles + found.titles + _titles_behind(entry.suffix))),
        honorific or found.honorific or _GENDERS.get(fold(entry.gender), ""),
    )


def _titles(prefix: str) -> tuple[tuple[str, ...], str]:
    """The titles, and Herr or Frau. A field that holds any other word is about somebody's job, and says neither."""
    titles: list[str] = []
    honorific = ""
    for word in prefix.replace(",", " ").split():
        low = word.lower()
        if low in HONORIFICS:
            honorific = honorific or HONORIFICS[low]
        elif low in TITLES or _DEGREE.fullmatch(low):
            titles.append(word)
        elif low not in _GREETING_WORDS:
            return (), ""
    return tuple(titles), honorific


def _titles_before(given: str) -> tuple[str, str]:
    """`Dr. Anna` in the field of the first name is a title and a first name."""
    words = given.split()
    count = 0
    while count < len(words) and words[count].lower() in {*_TITLES_BEFORE_NAMES, "herr", "frau"}:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _titles_behind(suffix: str) -> tuple[str, ...]:
    return tuple(word for word in suffix.replace(",", " ").split() if word.lower() in _TITLES_BEFORE_NAMES)


def _tidy(text: str) -> str:
    if not text:
        return ""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _cased(name: str) -> str:
    """`MEYER` and `meyer` as `Meyer`, as nobody would want to be greeted otherwise."""
    if not (name.isupper() or name.islower()):
        return name
    return " ".join(word if word in PARTICLES else _cased_word(word) for word in name.split())


def _cased_word(word: str) -> str:
    return "-".join(piece.capitalize() for piece in word.split("-")) if len(word) > 2 else word


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
    return bool(local and domain) and "@" not in domain and len(text) <= 254


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
