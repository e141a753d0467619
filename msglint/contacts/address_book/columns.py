"""Which column of a CSV holds what: the headers that address books and CRMs write, in German and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msglint.message.spellings import fold

FIELDS = (
    "given",
    "middle",
    "family",
    "name",
    "title",
    "suffix",
    "nickname",
    "email",
    "organisation",
    "gender",
    "form",
    "relationship",
    "categories",
)
"""What a column can hold; the keys of `contact-columns` in the configuration."""

_NAME_FIELDS = frozenset({"given", "family", "name"})

_HEADERS: Mapping[str, str] = {
    "given": "Vorname, Vornamen, First Name, FirstName, Given Name, Forename, Ansprechpartner Vorname, "
    "Vorname Ansprechpartner, Person - First Name",
    "middle": "Weitere Vornamen, Zweiter Vorname, Middle Name, Middle Names, Additional Name",
    "family": "Nachname, Familienname, Zuname, Last Name, LastName, Family Name, Surname, Ansprechpartner Nachname, "
    "Nachname Ansprechpartner, Ansprechpartner Name, Person - Last Name",
    "name": "Name, Full Name, Vollständiger Name, Display Name, Anzeigename, Contact Name, Kontaktname, "
    "Ansprechpartner, Ansprechperson, File As, Speichern unter, Nachname/Vorname, Name/Vorname, Vorname/Nachname, "
    "Vorname/Name, Last Name/First Name, First Name/Last Name, Person - Name, Person - Full Name",
    "title": "Anrede, Titel, Title, Akademischer Titel, Akad. Titel, Akademischer Grad, Salutation, Name Prefix, "
    "Prefix, Namenspräfix, Honorific, Honorific Prefix, Briefanrede, Courtesy Title",
    "suffix": "Suffix, Name Suffix, Namenssuffix, Namenszusatz, Honorific Suffix",
    "nickname": "Nickname, Spitzname, Rufname, Kurzname, Short Name, Preferred Name, Bevorzugter Name",
    "email": "Email, E-Mail-Adresse, E-mail Address, Email Addresses, E-Mail-Adressen, Mail, Mailadresse, "
    "E-mail 1 - Value, E-Mail 1 - Wert, E-Mail 2: Adresse, E-mail geschäftlich, E-Mail (geschäftlich), E-Mail privat, "
    "Geschäftliche E-Mail, Private E-Mail, Dienstliche E-Mail, E-Mail dienstlich, Work Email, Home Email, "
    "Business Email, Personal Email, Other Email, Primary Email, Secondary Email, Email (Work), Email (Home), "
    "Email (Business), Email (Personal), Additional Email Addresses, Zusätzliche E-Mail-Adressen, Weitere E-Mail, "
    "Work Email Address, Weitere E-Mail-Adressen, Primäre E-Mail-Adresse, Sekundäre E-Mail-Adresse, Primäre E-Mail, "
    "E-Mail gesch., E-Mail (sonstige), E-Mail sonstige, E-Mail (privat), User Principal Name, Person - Email, "
    "Person - Email - Work, Person - Email - Home, Person - Email - Other",
    "organisation": "Firma, Firmenname, Company, Company Name, Unternehmen, Unternehmensname, Name des Unternehmens, "
    "Organisation, Organization, Organization Name, Organization 1 - Name, Account Name, Account.Name, Arbeitgeber, "
    "Organization - Name, Person - Organization, Associated Company, Zugeordnetes Unternehmen, Accountname",
    "gender": "Gender, Geschlecht",
    "form": "Anredeform, Du/Sie, Sie/Du, Du oder Sie, Duzen, Per du, Form of address",
    "relationship": "Relationship, Beziehung, Geschäftsbeziehung",
    "categories": "Categories, Kategorien, Kategorie, Labels, Group Membership, Tags, Schlagwörter, Gruppen",
}
_SURNAME_FIRST = frozenset({"nachnamevorname", "namevorname", "lastnamefirstname"})
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row each field stands.

    Attributes:
        width: how many cells a row should have.
        places: the columns by field, from 0.
        headers: the headers by field, as written.
        missing: headers that the configuration names and the file does not have.
    """

    width: int
    places: Mapping[str, tuple[int, ...]]
    headers: Mapping[str, tuple[str, ...]]
    missing: tuple[tuple[str, str], ...] = ()

    @property
    def names_people(self) -> bool:
        """Whether there is a name in the rows."""
        return not _NAME_FIELDS.isdisjoint(self.places)

    @property
    def is_header(self) -> bool:
        """Whether the row is one of headers at all."""
        return self.names_people or "email" in self.places

    def first(self, field: str, row: Sequence[str]) -> str:
        """The first cell of that field that is not empty."""
        for place in self.places.get(field, ()):
            if place < len(row) and (cell := row[place].strip()):
                return cell
        return ""

    def full(self, row: Sequence[str]) -> str:
        """The whole name; with a comma where the header says that the first of two words is the surname."""
        for place, header in zip(self.places.get("name", ()), self.headers.get("name", ()), strict=True):
            cell = row[place].strip() if place < len(row) else ""
            if cell:
                is_turned = fold(header) in _SURNAME_FIRST and "," not in cell and cell.count(" ") == 1
                return cell.replace(" ", ", ") if is_turned else cell
        return ""

    def all(self, field: str, row: Sequence[str]) -> list[str]:
        """The cells of that field; missing ones are empty."""
        return [row[place].strip() if place < len(row) else "" for place in self.places.get(field, ())]


def find_columns(row: Sequence[str], mapped: Mapping[str, Sequence[str]]) -> Columns:
    """What the columns hold, by their headers.

    Args:
        row: the headers.
        mapped: headers by field, from the configuration; they win over what is known.
    """
    known = _known()
    folded = [fold(header) for header in row]
    places: dict[str, list[int]] = {}
    missing = []
    for field, headers in mapped.items():
        for header in headers:
            found = [place for place, name in enumerate(folded) if name == fold(header)]
            places.setdefault(field, []).extend(found)
            if not found:
                missing.append((field, header))
    taken = {place for found in places.values() for place in found}
    for place, name in enumerate(folded):
        meant = known.get(_DIGITS.sub("", name))
        if meant and place not in taken and not (meant in mapped and places[meant]):
            places.setdefault(meant, []).append(place)
    _settle(places, folded)
    found_places = {field: tuple(places[field]) for field in FIELDS if places.get(field)}
    return Columns(
        width=len(row),
        places=found_places,
        headers={field: tuple(row[place] for place in found) for field, found in found_places.items()},
        missing=tuple(missing),
    )


def _known() -> dict[str, str]:
    """Fields by folded header; numbered ones without their number."""
    return {
        _DIGITS.sub("", fold(header)): field for field, headers in _HEADERS.items() for header in headers.split(", ")
    }


def _settle(places: dict[str, list[int]], folded: Sequence[str]) -> None:
    """Headers that mean one thing beside some others, and another thing beside others."""
    if "given" in places and "family" not in places:
        # "Vorname; Name": the surname.
        names = [place for place in places.get("name", ()) if folded[place] == "name"]
        if names:
            places["family"] = names
            places["name"] = [place for place in places["name"] if place not in names]
    others = {folded[place] for place in places.get("title", ())} & {"salutation", "nameprefix"}
    if others:
        # Salesforce and Google have another column for Mr and Dr.; "Title" is the job there.
        places["title"] = [place for place in places["title"] if folded[place] != "title"]


def headers_of(row: Iterable[str]) -> tuple[str, ...]:
    """The headers that say anything."""
    return tuple(header.strip() for header in row if header.strip())
