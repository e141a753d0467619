"""Address headers: who a message is from and for. Also the encoded words that stand in headers."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msglint.message.model import Address
from msglint.message.plain import decode_charset

_WORD = r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?\n]*\?="
_ENCODED_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?\n]*)\?=")
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,3}")
_SIGNIFICANT = re.compile(rf'\\.|[\\"(),;:<>@]|{_WORD}', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_ANGLE = re.compile(r"<([^<>]*)>?")
_TOKEN = re.compile(r"[^\s<>()\[\]\",;:]+")
_MAILTO = re.compile(r"\bmailto:", re.IGNORECASE)
_COMMENT = re.compile(r"\(([^()]*)\)")
_PARTICLES = frozenset(
    "von vom van zu zum zur der den de del della di da dos ten ter le la el al bin ibn graf freiherr"
    " dr. prof. dr prof".split()
)
_DEPTH = {"(": 1, ")": -1}
_QUOTES = ("''", '""', "‘’", "“”", "„“", "``")

_PROVIDERS = frozenset(
    """
    gmail.com googlemail.com web.de email.de t-online.de t-online.at magenta.de freenet.de arcor.de
    posteo.de posteo.net posteo.at posteo.ch mailbox.org mail.de vodafone.de vodafonemail.de
    kabelmail.de unitybox.de unity-mail.de online.de onlinehome.de alice.de alice-dsl.net
    o2online.de o2mail.de netcologne.de ewetel.net ewe.net osnanet.de versanet.de htp-tel.de aol.com
    aol.de aim.com icloud.com me.com mac.com msn.com protonmail.com protonmail.ch proton.me pm.me
    tutanota.com tutanota.de tuta.io tuta.com tutamail.com bluewin.ch bluemail.ch sunrise.ch
    hispeed.ch quickline.ch swissonline.ch vtxnet.ch netplus.ch aon.at chello.at a1.net inode.at
    utanet.at drei.at liwest.at kabsi.at mail.com email.com usa.com fastmail.com fastmail.fm
    hushmail.com zoho.com zohomail.com zohomail.eu ymail.com rocketmail.com lycos.com excite.com
    rediffmail.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
    earthlink.net btinternet.com virginmedia.com sky.com talktalk.net ntlworld.com blueyonder.co.uk
    orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it tiscali.it virgilio.it alice.it tin.it
    wp.pl onet.pl o2.pl interia.pl seznam.cz centrum.cz telenet.be skynet.be ziggo.nl kpnmail.nl
    planet.nl xs4all.nl home.nl mail.ru yandex.ru yandex.com bk.ru inbox.ru list.ru rambler.ru
    qq.com 163.com 126.com sina.com naver.com hanmail.net bigpond.com optusnet.com.au shaw.ca
    rogers.com sympatico.ca luxsite.lu pt.lu
    """.split()
)
_PROVIDER_NAMES = frozenset("gmx yahoo hotmail outlook live".split())

_ROLES = frozenset(
    """
    info infos information office team service services support sales vertrieb verkauf einkauf
    purchasing procurement kontakt contact contacts hello hallo buchhaltung accounting accounts
    rechnung rechnungen invoice invoices rechnungswesen kreditoren debitoren finance finanzen
    billing mahnwesen bewerbung bewerbungen karriere career careers jobs recruiting
    personalabteilung personalwesen humanresources noreply donotreply mailerdaemon postmaster
    webmaster hostmaster abuse newsletter marketing presse press redaktion editor editors
    kundenservice kundendienst kundenbetreuung kundencenter customerservice customercare
    customersupport helpdesk hotline empfang reception zentrale sekretariat secretariat verwaltung
    administration geschaeftsfuehrung geschaeftsleitung geschaeftsstelle gf direktion vorstand
    management admin administrator root anfrage anfragen enquiries enquiry inquiries inquiry angebot
    angebote offers bestellung bestellungen order orders auftrag auftraege versand logistik
    logistics disposition dispo lager reservierung reservation reservations booking bookings buchung
    buchungen events veranstaltungen datenschutz privacy dsgvo gdpr legal rechtsabteilung compliance
    security technik technical werkstatt produktion feedback reklamation reklamationen retoure
    retouren returns praxis kanzlei studio hausverwaltung immobilien notifications notification
    notify alerts benachrichtigung system bot poststelle posteingang mailbox buero mail email
    projekte leitung ausbildung beratung betreuung
    """.split()
)
_ROLES_ALONE = frozenset(
    "hr it pr ir post web shop store help hilfe personal termin termine news bounce bounces media medien"
    " schule kita gemeinde rathaus pfarramt stadt hotel restaurant event projekt print edv kasse".split()
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands between two commas. `joins`: a comma and no other sign separates it from the next."""

    raw: str
    joins: bool


def parse_addresses(values: Iterable[str]) -> tuple[Address, ...]:
    """The addresses in all values of a header, decoded or not, in any state of repair. Never raises."""
    found: list[Address] = []
    for value in values:
        found.extend(_addresses_in(_MAILTO.sub("", _repaired(value))))
    return tuple(found)


def is_public_provider(domain: str) -> bool:
    """Whether anybody can have an address at the domain, so that sharing it means nothing."""
    domain = domain.strip().rstrip(".").lower()
    return domain in _PROVIDERS or domain.partition(".")[0] in _PROVIDER_NAMES


def is_role_address(address: Address) -> bool:
    """Whether a function reads the address (`info@`, `service.muenchen@`) rather than one person."""
    local = address.local_part.partition("+")[0].translate(_UMLAUTS)
    words = [word for word in re.split(r"[^a-z]+", local) if word]
    if not words:
        return False
    if len(words) == 1 or "".join(words) in _ROLES:
        return "".join(words) in _ROLES or "".join(words) in _ROLES_ALONE
    return words[0] in _ROLES or words[-1] in _ROLES


def decode_words(value: str) -> str:
    """The header value with its encoded words decoded. Broken ones stay as they are. Never raises."""
    value = _repaired(value)
    if "=?" in value:
        value = "".join(_decoded_pieces(value))
    return _CONTROL.sub(" ", value).strip()


def _repaired(value: str) -> str:
    """The value with undecoded 8-bit characters (surrogate escapes) decoded."""
    if value.isascii():
        return value
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return decode_charset(value.encode("utf-8", "surrogateescape" if _escapes_only(value) else "replace"))
    return value


def _escapes_only(value: str) -> bool:
    return not any("\ud800" <= character < "\udc80" or "\udcff" < character <= "\udfff" for character in value)


def _decoded_pieces(value: str) -> Iterator[str]:
    """The decoded value in pieces. Neighbours in one charset are joined first: they may share a character."""
    position = 0
    data, charset = b"", ""
    for match in _ENCODED_WORD.finditer(value):
        decoded = _word_bytes(match.group(2), match.group(3))
        if decoded is None:
            continue
        gap = value[position : match.start()]
        position = match.end()
        if charset and (gap.strip() or match.group(1).lower() != charset):
            yield decode_charset(data, charset)
            data = b""
        if gap.strip() or not charset:
            yield gap
        charset = match.group(1).lower()
        data += decoded
    if charset:
        yield decode_charset(data, charset)
    yield value[position:]


def _word_bytes(encoding: str, payload: str) -> bytes | None:
    """The bytes of an encoded word, None if it is broken."""
    if encoding in "qQ":
        return binascii.a2b_qp(payload.encode("utf-8", "replace"), header=True)
    payload = payload.replace(" ", "")
    if not payload:
        return b""
    bare = payload.rstrip("=")
    if not _BASE64.fullmatch(payload) or len(bare) % 4 == 1:
        return None
    return binascii.a2b_base64(bare + "=" * (-len(bare) % 4))


def _addresses_in(value: str) -> Iterator[Address]:
    waiting: list[str] = []
    for entry in _split(value):
        name, email = _name_and_email(entry.raw)
        if email and waiting and not name:
            yield from (Address(part, "") for part in waiting)
            waiting = []
        if not email and name and entry.joins:
            waiting.append(name)
            continue
        if waiting and email and _belong_together(waiting, name):
            name, waiting = ", ".join([*waiting, name]), []
        yield from (Address(part, "") for part in waiting)
        waiting = []
        if name or email:
            yield Address(name, email)
    yield from (Address(part, "") for part in waiting)


def _belong_together(family: list[str], given: str) -> bool:
    """Whether `Meyer`, `Anna` is one name with a comma rather than two people."""
    if len(family) > 2 or not given:
        return False
    whole_names = [part for part in (*family, given) if _is_whole_name(part)]
    return len(whole_names) < 2


def _is_whole_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0].lower() not in _PARTICLES and "(" not in name


def _split(value: str) -> list[_Entry]:
    """The entries of the value, without the names of groups."""
    entries, closed = _scan(value, trusting=True)
    if not closed:
        # A quote or bracket that nobody closed would swallow all that follows.
        entries, _ = _scan(value, trusting=False)
    return entries


def _scan(value: str, *, trusting: bool) -> tuple[list[_Entry], bool]:
    """One pass over the value. The second item is whether all quotes and brackets were closed.

    Args:
        value: the header.
        trusting: quotes and brackets protect the commas inside them.
    """
    entries: list[_Entry] = []
    start, depth = 0, 0
    quoted = angle = at = False
    last_semicolon = value.rfind(";")
    for match in _SIGNIFICANT.finditer(value):
        sign = match.group()
        if quoted or (trusting and sign == '"'):
            quoted = sign != '"' if quoted else True
        elif trusting and sign in _DEPTH:
            depth = max(0, depth + _DEPTH[sign])
        elif depth:
            continue
        elif sign in ("<", ">"):
            angle = sign == "<"
        elif sign in (",", ";"):
            entries.append(_Entry(value[start : match.start()], joins=sign == "," and not angle))
            start, angle, at = match.end(), False, False
        elif sign == "@":
            at = True
        elif sign == ":" and not at and match.start() < last_semicolon:
            # The name of a group: `undisclosed-recipients:;`.
            start, angle = match.end(), False
    entries.append(_Entry(value[start:], joins=False))
    return entries, not quoted and not depth


def _name_and_email(raw: str) -> tuple[str, str]:
    raw = raw.strip()
    if "@" not in raw and "=?" in raw and "<" not in raw:
        # Some programs encode name and address as one word.
        decoded = decode_words(raw)
        raw = decoded if _bare_address(decoded) else raw
    angles = list(_ANGLE.finditer(raw))
    if angles:
        angle = angles[-1]
        email = "".join(angle.group(1).split())
        name = _clean_name(f"{raw[: angle.start()]} {raw[angle.end() :]}")
    elif bare := _bare_address(raw):
        email = bare.group()
        rest = f"{raw[: bare.start()]} {raw[bare.end() :]}"
        name = _clean_name(_COMMENT.sub(r"\1", rest).strip(" []()"))
    else:
        email, name = "", _clean_name(raw)
    email = decode_words(email).strip("'\" ")
    if "@" in name and (" " not in name or name.lower() == email.lower()):
        return "", email or name
    return name, email


def _bare_address(raw: str) -> re.Match[str] | None:
    """The first word that looks like an address."""
    return next((token for token in _TOKEN.finditer(raw) if "@" in token.group()[1:-1]), None)


def _clean_name(raw: str) -> str:
    """The display name for people: no quotes, no escapes, no encoded words, single blanks."""
    raw = raw.strip().strip(",;>").strip()
    if '"' in raw or "\\" in raw:
        raw = _ESCAPED.sub(r"\1", raw.replace('\\"', "\0").replace('"', "").replace("\0", '"'))
    name = " ".join(decode_words(raw).split())
    while len(name) > 1 and name[0] + name[-1] in _QUOTES:
        name = name[1:-1].strip()
    return name.strip("'") if name.count("'") == len(name) else name
