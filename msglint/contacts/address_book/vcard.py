"""Reads vCards 2.1, 3.0 and 4.0, as Outlook, Google, Nextcloud and Apple write them.

Only the lines that say something about names and addresses are taken apart, and one broken line or card costs no
other. The reader is our own: vobject 0.9.9 takes exponential time for a line of parameters without a colon, and
gives up on what Outlook writes without CHARSET and on what Apple writes between quotation marks.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msglint.contacts.address_book.entry import Entry, contact_of
from msglint.contacts.address_book.problems import Notes
from msglint.contacts.address_book.text_file import Line
from msglint.contacts.book import Contact
from msglint.message.plain import decode_charset

MOST_PROPERTIES = 500
LONGEST_VALUE = 10_000

_WANTED = frozenset(
    "BEGIN END N FN NICKNAME EMAIL ORG GENDER GRAMGENDER CATEGORIES KIND X-ADDRESSBOOKSERVER-KIND X-ABSHOWAS "
    "X-MSGLINT-FORM X-MSGLINT-RELATIONSHIP X-GENDER AGENT".split()
)
_NAME = re.compile(r"(?:[A-Za-z0-9_-]+\.)?([A-Za-z0-9_-]+)(?=[;:])")
_HEAD = re.compile(r'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r'(?:[^";]|"[^"]*"?)+')
_COMPONENT = re.compile(r"(?:[^\\;]|\\.?)*", re.DOTALL)
_ITEM = re.compile(r"(?:[^\\,]|\\.?)*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NO_PEOPLE = frozenset({"group", "org", "location", "thing", "application", "device", "company"})
_QUOTED_PRINTABLE = "QUOTED-PRINTABLE"
_IN_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_BASE64 = frozenset({"B", "BASE64"})


class Property(NamedTuple):
    """One line of a card, put together again where it was folded.

    Attributes:
        name: in capitals, without the group in front of it.
        value: decoded, with the backslashes still in it.
    """

    line: int
    name: str
    value: str


def read_vcards(lines: Iterable[Line], notes: Notes) -> Iterator[Contact]:
    """The people in the cards."""
    for card in _cards(_properties(lines, notes), notes):
        contact = _contact(card, notes)
        if contact is None:
            notes.left_out += 1
        else:
            yield contact


def _cards(properties: Iterable[Property], notes: Notes) -> Iterator[list[Property]]:
    """The properties of each card that has a beginning and an end; its BEGIN comes first."""
    card: list[Property] = []
    for item in _without_agents(properties):
        if item.name == "BEGIN":
            if card:
                _no_end(card, notes)
            card = [item]
        elif item.name == "END":
            if card:
                yield card
            card = []
        elif card and len(card) <= MOST_PROPERTIES:
            card.append(item)
    if card:
        _no_end(card, notes)


def _without_agents(properties: Iterable[Property]) -> Iterator[Property]:
    """In vCard 2.1, the card of somebody's assistant may stand within the card."""
    inner = 0
    is_agent = False
    for item in properties:
        if item.name == "BEGIN" and (is_agent or inner):
            inner += 1
        elif item.name == "END" and inner:
            inner -= 1
        elif not inner:
            yield item
        is_agent = item.name == "AGENT" and not item.value


def _no_end(card: list[Property], notes: Notes) -> None:
    notes.add(
        card[0].line,
        "Die Karte, die hier beginnt, hat kein END:VCARD; sie wurde ausgelassen.",
        "the card that begins here has no END:VCARD; it was left out.",
    )


# From lines to properties


def _properties(lines: Iterable[Line], notes: Notes) -> Iterator[Property]:
    inside = found_any = False
    for line, text, whole in _logical_lines(lines):
        try:
            item = _property(line, text, whole)
        except _BrokenLine as broken:
            # What stands around the cards is nobody's business.
            if inside:
                notes.add(line, broken.de, broken.en)
            continue
        if item.name in ("BEGIN", "END"):
            inside = item.name == "BEGIN"
            found_any = found_any or item.value.upper() == "VCARD"
        yield item
    if not found_any:
        notes.add(None, "Darin steht keine vCard (BEGIN:VCARD fehlt).", "there is no vCard in it (no BEGIN:VCARD).")


class _Folded:
    """A line that further lines may belong to; those of no interest are not kept."""

    def __init__(self, line: Line) -> None:
        self.number = line.number
        name = _NAME.match(line.text)
        self.name = name[1].upper() if name else ""
        self.wanted = name is None or self.name in _WANTED
        self.quoted_printable = "quoted-printable" in line.text[:200].lower()
        self.whole = line.whole
        self._size = 0
        self._pieces: list[str] = []
        self.open = False
        self.add(line.text)

    def add(self, text: str) -> None:
        """Take what the next line says."""
        self.open = self.quoted_printable and text.endswith("=")
        if not self.wanted:
            return
        self._size += len(text)
        if self._size > LONGEST_VALUE:
            self.whole = False
            self._pieces = self._pieces or [text[:LONGEST_VALUE]]
        else:
            self._pieces.append(text.removesuffix("=") if self.open else text)

    @property
    def text(self) -> str:
        return "".join(self._pieces)


def _logical_lines(lines: Iterable[Line]) -> Iterator[tuple[int, str, bool]]:
    """Number, text and whether it is whole, of each line that matters, put together."""
    folded: _Folded | None = None
    for line in lines:
        if folded is not None and _continues(folded, line.text):
            folded.add(line.text if folded.open else line.text[1:])
            continue
        if folded is not None and folded.wanted:
            yield folded.number, folded.text, folded.whole
        # A picture whose lines are not indented has lines without any colon.
        stray = folded is not None and not folded.wanted and ":" not in line.text
        folded = folded if stray else (_Folded(line) if line.text.strip() else None)
    if folded is not None and folded.wanted:
        yield folded.number, folded.text, folded.whole


def _continues(folded: _Folded, text: str) -> bool:
    if folded.open:
        return not text.upper().startswith(("END:VCARD", "BEGIN:VCARD"))
    return text[:1] in (" ", "\t") and bool(text.strip())


class _BrokenLine(Exception):  # noqa: N818 - the line is broken, the program is not
    def __init__(self, de: str, en: str) -> None:
        super().__init__(en)
        self.de = de
        self.en = en


def _property(number: int, text: str, whole: bool) -> Property:
    name = _NAME.match(text)
    head, value = _head_and_value(text)
    if name is None or head is None:
        raise _BrokenLine(
            "Das ist keine Zeile einer vCard; gebraucht wird etwas wie „EMAIL:anna@example.com“.",
            "this is no line of a vCard; something like 'EMAIL:anna@example.com' is needed.",
        )
    if not whole:
        raise _BrokenLine(
            f"{name[1].upper()} ist zu lang; die Zeile wurde ausgelassen.",
            f"{name[1].upper()} is too long; the line was left out.",
        )
    return Property(number, name[1].upper(), _decoded(head, value).strip())


def _head_and_value(text: str) -> tuple[str | None, str]:
    match = _HEAD.fullmatch(text)
    if match:
        return match[1], match[2]
    # Quotation marks that nobody closed: the first colon has to do.
    head, colon, value = text.partition(":")
    return (head, value) if colon else (None, "")


def _decoded(head: str, value: str) -> str:
    parameters = [parameter.strip().upper() for parameter in _PARAMETER.findall(head)[1:]]
    by_name = dict(parameter.partition("=")[::2] for parameter in parameters)
    encoding = by_name.get("ENCODING", "")
    charset = by_name.get("CHARSET", "").strip('"') or None
    if encoding == _QUOTED_PRINTABLE or _QUOTED_PRINTABLE in by_name:
        return decode_charset(binascii.a2b_qp(value.encode("utf-8", "replace")), charset)
    if encoding in _BASE64 or "BASE64" in by_name:
        if not _IN_BASE64.fullmatch(value):
            raise _BrokenLine("Der Wert ist kein gültiges Base64.", "the value is no valid base64.")
        try:
            return decode_charset(binascii.a2b_base64(value.encode("ascii", "replace")), charset)
        except ValueError:
            raise _BrokenLine("Der Wert ist kein gültiges Base64.", "the value is no valid base64.") from None
    return value


# From properties to people


def _contact(card: list[Property], notes: Notes) -> Contact | None:
    values: dict[str, list[str]] = {}
    for item in card[1:]:
        values.setdefault(item.name, []).append(item.value)
    kinds = (*values.get("KIND", ()), *values.get("X-ADDRESSBOOKSERVER-KIND", ()), *values.get("X-ABSHOWAS", ()))
    if any(kind.lower() in _NO_PEOPLE for kind in kinds):
        return None
    return contact_of(_entry(values, card[0].line), notes)


def _entry(values: dict[str, list[str]], line: int) -> Entry:
    names = (*(_structured(_first(values, "N"))), *[""] * 5)
    return Entry(
        line=line,
        family=names[0],
        given=names[1],
        middle=names[2],
        prefix=names[3],
        suffix=names[4],
        full=_plain(_first(values, "FN")),
        nicknames=tuple(_items(values.get("NICKNAME", ()))),
        emails=tuple(_plain(value) for value in values.get("EMAIL", ())),
        organisation=_plain(_pieces(_COMPONENT, _first(values, "ORG"))[0]),
        form=_plain(_first(values, "X-MSGLINT-FORM")),
        relationship=_plain(_first(values, "X-MSGLINT-RELATIONSHIP")),
        gender=_gender(values),
        categories=tuple(_items(values.get("CATEGORIES", ()))),
    )


def _first(values: dict[str, list[str]], name: str) -> str:
    return next((value for value in values.get(name, ()) if value.strip(" ;")), "")


def _gender(values: dict[str, list[str]]) -> str:
    """The gender to be addressed in, which the card may state; else the gender that it states."""
    grammatical = _first(values, "GRAMGENDER").lower()
    if grammatical:
        return grammatical if grammatical in ("masculine", "feminine") else ""
    return (_first(values, "GENDER") or _first(values, "X-GENDER")).partition(";")[0]


def _structured(value: str) -> list[str]:
    """The components between semicolons; several values in one become one with spaces."""
    return [" ".join(_items([component])) for component in _pieces(_COMPONENT, value)]


def _items(values: Iterable[str]) -> list[str]:
    return [_plain(item) for value in values for item in _pieces(_ITEM, value)]


def _pieces(pattern: re.Pattern[str], value: str) -> list[str]:
    pieces = []
    at = 0
    while match := pattern.match(value, at):
        pieces.append(match[0])
        at = match.end() + 1
        if at > len(value):
            break
    return pieces


def _plain(value: str) -> str:
    """The value without backslashes."""
    if "\\" not in value:
        return value.strip()
    return _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value).strip()
