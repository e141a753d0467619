"""Who and what a text speaks of that a `sie` may stand for: people, firms and things, in the plural or feminine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntFlag
from functools import lru_cache
from typing import Final, NamedTuple

from msglint.message.given_names import is_given_name
from msglint.message.patterns import lazy
from msglint.message.spellings import fold
from msglint.rules.register.clauses import PLURAL_MODALS, THINGS_DO, is_singular

_CAPITAL: Final = "A-ZÄÖÜ"
_NUMBERS: Final = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|paar|\\d{1,3}"
_ARTICLE: Final = (
    "(?:mein|dein|sein|ihr|unser|euer|eur|kein|ein)(?:e[rnms]?|s)?|unser[nm]|(?:dies|jen|jed|welch|solch|manch)e[rnms]|"
    "diese|jene|jede|welche|solche|manche|d(?:er|ie|as|en|em|es)|deren|dessen|(?:all|viel|einig|mehrer|beid|sämtlich|"
    "verschieden|weiter|ander|wenig|folgend)e[rn]?|zu[rm]|i[mn]s?|a[mn]s?|vom|beim|" + _NUMBERS
)
_NOUN: Final = lazy(
    rf"\b(?:(?P<article>(?i:{_ARTICLE}))\s+(?:(?!(?:{_ARTICLE}|und|oder|als|mit|für|von|bei|auf)\b)"
    rf"[a-zäöüß][\w-]*(?:en|er|e|em|es)\s+){{0,3}})?"
    rf"(?P<noun>[{_CAPITAL}][\w-]*\w(?:[*:_]innen)?)"
)
_FINITE: Final = (
    "haben|hatten|sind|waren|werden|wurden|wollen|wollten|können|konnten|müssen|mussten|sollen|sollten|möchten"
)
_STANDING_ALONE: Final = lazy(
    r"\b(?i:die\s+(?:anderen|beiden|meisten|zwei|drei|einen)|alle|allen|einige|einigen|viele|vielen|manche|manchen|"
    r"mehrere|beide|beiden|andere|anderen|wenige)\b"
    rf"(?!\s+(?:(?!(?:{_FINITE})\b)(?:da\w+|[a-zäöüß]+(?:en|e|er))\s+){{0,2}}[{_CAPITAL}])(?!\s+(?:dank|grüße|fragen))"
    r"(?<!\bwir alle)(?<!\buns allen)(?<!\buns alle)(?<!\bSie alle)(?<!\bIhnen allen)(?<!\bwir Alle)"
)
_DEMONSTRATIVE: Final = lazy(r"\b(?:mag|mögen|kenne|kennen|finde|finden)\s+(?:die|diese|jene)\b(?!\s+\w*\s*[A-ZÄÖÜ])")
_COUPLE: Final = lazy(
    rf"\b(?:(?P<one>Herrn?|Frau|er)\s+(?:[{_CAPITAL}][\w-]+\s+)?|(?P<name>[{_CAPITAL}][\w-]+)\s+)(?:und|sowie|&)\s+"
    rf"(?:(?:Herrn?|Frau|sein\w*|ihr\w*|mein\w*|dessen|deren)\s+)?(?P<two>[{_CAPITAL}][\w-]+)"
)
_WOMAN: Final = lazy(rf"\b(?:Frau|Fr\.|Fräulein)\s+(?:(?:Dr|Prof|Mag|Dipl)\.?-?\w*\.?\s+)*(?P<name>[{_CAPITAL}][\w-]+)")
_FEMALE: Final = lazy(
    r"\w*(?:mutter|tochter|schwester|tante|oma|nichte|cousine|dame|witwe|frau|"
    r"auszubildende|vorsitzende|studierende|"
    r"(?:er|är|or|eur|ist|ent|ant|at|ut|ög|og|eg|nd|ef|ss|zt|lt|rt|et|sch|nz|ling|mt|äu)in)",
    re.IGNORECASE,
)
_NOT_FEMALE: Final = frozenset(
    "bulletin latein martin valentin satin mandarin konstantin augustin quentin kretin".split()
)
_ORGANISATION: Final = lazy(
    r"(?:\w*-)?(?:gmbh|ag|kg|ohg|bahn|stadt|technik|telekom|partei|presse|polizei|bank|versicherung|leitung)|"
    r"krankenversicherung|rentenversicherung|\w*(?:firma|behörde|abteilung|verwaltung|kanzlei|agentur|"
    r"redaktion|regierung|familie|gruppe|kasse|gemeinde|buchhaltung|(?:geschäfts|abteilungs|schul|haus)leitung|"
    r"direktion|feuerwehr|mannschaft|genossenschaft|gesellschaft|stiftung|sparkasse|"
    r"werkstatt|spedition|druckerei|bäckerei|zentrale|hotline|kammer|kommission|jury|crew|belegschaft|"
    r"konkurrenz|institution|organisation|fraktion|botschaft|industrie|bewegung)",
    re.IGNORECASE,
)
_NAMED_FIRM: Final = lazy(
    rf"\bbei\s+(?!(?:Interesse|Bedarf|Gelegenheit|Unklarheit|Nichtgefallen|Regen|Sonnenschein|Licht|Tag|Nacht|Erfolg|"
    rf"Problemen|Beginn|Ende|Abschluss|Bezahlung|Lieferung|Rückgabe|Frau|Herrn?|Ihnen|Ihr\w*|\w+(?:en|ung|heit|"
    rf"keit))\b)"
    rf"[{_CAPITAL}][\w-]+|\b(?:von|mit|durch|an|beim|vom|am)\s+(?!(?:PDF|USB|PC|WLAN|CD|DVD|EDV|IT|EU|CV|PS|OK|TV|"
    rf"SMS|MFG|LG|VG|URL|HTML|IBAN|BIC|USA|FAQ|"
    rf"KW|EUR|PIN|TAN|ID|NR|DU|SIE|IHR|AW|WG|RE|FYI|BGB|HGB|DIN|LKW|PKW|CC)\b)[A-ZÄÖÜ]{{2,5}}\b(?![-.])"
)
_PEOPLE: Final = lazy(
    r"\w*(?:innen|leuten?|kollegen|kunden|eltern|kindern?|freunden?|studenten|gästen?|ärzten?|anwälten?|nachbarn|"
    r"herren|damen|"
    r"männern?|frauen|menschen|personen|mitgliedern?|geschwistern?|brüdern?|söhnen?|töchtern?|jungs|mädels|mädchen|"
    r"jugendlichen?|erwachsenen?|beteiligten?|verwandten?|bekannten?|angehörigen?|betroffenen?|vorgesetzten?|"
    r"angestellten?|"
    r"beschäftigten?|verantwortlichen?|interessierten?|versicherten|berechtigten|eingeladenen|verstorbenen|deutschen|"
    r"(?:auszubild|studier|vorsitz|reis|anwes|teilnehm|mitarbeit|pfleg|heranwachs|alleinerzieh)enden?|"
    r"(?:interess|liefer|mand|praktik|assist|doz|konkurr|pass|gratul|musik|inform|demonstr|emigr)(?:ant|ent)en|"
    r"referenten|"
    r"klienten|patienten|agenten|professoren|autoren|direktoren|doktoren|lektoren|investoren|sponsoren|ingenieuren?|"
    r"monteuren?|"
    r"redakteuren?|zeugen|experten|bauern|pensionären?|beamten|grünen|franzosen|chinesen|gegenseite|kräften?|"
    r"firmen|behörden|banken|versicherungen|ämtern?|teams|vereinen?|bewegungen|parteien|gruppen|familien|abteilungen|"
    r"gesellschaften|(?:mitarbeit|schül|lehr|miet|vermiet|bewohn|besuch|teilnehm|bewerb|handwerk|technik|händl|"
    r"herstell|käuf|"
    r"betreu|berat|prüf|gutacht|wähl|bürg|les|hör|nutz|anwend|entwickl|spiel|train|fahr|helf|eigentüm|besitz|vertret|"
    r"anbiet|arbeit|säng|musik|flücht|gründ|inhab)ern?|partnern?|flüchtlingen?|lehrlingen?|tieren?|hunden?|katzen)|"
    r"(?:groß)?(?:opas|omas|babys|fans|azubis|chefs|profis)",
    re.IGNORECASE,
)
_AGENTS: Final = lazy(r"\w{3,}(?:ern?|isten|anten|enten|ologen|euren?|linge|lingen)", re.IGNORECASE)
_NO_AGENTS: Final = lazy(
    r"\w*(?:nummern?|bildern?|wörtern?|büchern?|ländern?|feldern?|häusern?|rechnern?|fehlern?|ordnern?|zimmern?|"
    r"mustern?|fenstern?|blättern?|gütern?|geldern?|kostern?|computern?|druckern?|servern?|filtern?|steuern?|dauer|"
    r"treffern?|koffern?|tellern?|lagern?|papieren?|dokumenten|elementen|momenten|argumenten|instrumenten|varianten|"
    r"komponenten|konstanten|feiern?|eiern?|semestern?|fächern?|kartern?|tickern?|bannern?|flyern?|ordner|meter|"
    r"alter|oper|nummer)",
    re.IGNORECASE,
)
_PLURAL_ARTICLES: Final = lazy(
    rf"(?:all|viel|einig|mehrer|beid|sämtlich|verschieden|weiter|ander|wenig|folgend)e[rn]?|{_NUMBERS}"
)
_DATIVE_PLURAL_ARTICLES: Final = lazy(
    r"den|diesen|jenen|(?:mein|dein|sein|ihr|kein)en|unser(?:e)?n|euren|solchen|welchen"
)
_EITHER_ARTICLES: Final = lazy(
    r"die|diese|jene|(?:mein|dein|sein|ihr|unser|eur|kein)e|solche|welche|manche|deren|dessen"
)
_FEMININE_ARTICLES: Final = lazy(r"eine|einer|jede|zur|(?:mein|dein|sein|ihr|unser|eur|kein|dies|jen)er")
_FEMININE: Final = lazy(r"(?:(?:mein|dein|sein|ihr|unser|eur|kein|ein|dies|jen)er?e?|die|der|zur|jede)")
_PLURAL_THINGS: Final = lazy(
    r"\w{3,}(?:ungen|heiten|keiten|schaften|ionen|täten|nisse|lagen|gen|ten|den|sen|nen|ken|len|ren|ben|pen|fen|zen)"
)


_MAN: Final = lazy(r"\b(?:Herrn?|Hr\.|Hrn\.|Dr\.|Prof\.)\s+\Z")
_KEPT: Final = 4096
_OPENS: Final = lazy(r"(?:[.!?:]\s*|\n\s*|\A\s*)\Z")


class Kind(IntFlag):
    """What is spoken of."""

    NOTHING = 0
    PERSON = 1
    PLURAL = 2
    FEMININE = 4
    NAME = 8
    FIRM = 16


_FIRM: Final = Kind.PERSON | Kind.PLURAL | Kind.FEMININE | Kind.FIRM


class Mention(NamedTuple):
    """Something that is spoken of, and where."""

    start: int
    kind: Kind


class SpokenOf:
    """All that a text speaks of.

    Args:
        text: the text; nothing behind `end` is looked at.
        names: the names, folded, of those who write and read: they are not spoken of.
    """

    def __init__(self, text: str, names: frozenset[str]) -> None:
        self._text = text
        self._mentions = _mentions(text, names)

    def people_between(self, start: int, end: int, but: Kind = Kind.NOTHING) -> Kind:
        """What people and firms are spoken of from one place to another, and what numbers and genders there are of them.

        Args:
            start: the first place.
            end: the other.
            but: what is left out: first names, which do not tell whether they are hers, or firms.
        """
        return _all(
            mention.kind for mention in self._in(start, end) if mention.kind & Kind.PERSON and not mention.kind & but
        )

    def things_between(self, start: int, end: int) -> Kind:
        """What things are spoken of there."""
        return _all(mention.kind for mention in self._in(start, end) if not mention.kind & Kind.PERSON)

    def _in(self, start: int, end: int) -> Iterator[Mention]:
        return (mention for mention in self._mentions if start <= mention.start < end)


def _all(kinds: Iterator[Kind]) -> Kind:
    result = Kind.NOTHING
    for kind in kinds:
        result |= kind
    return result


def _mentions(text: str, names: frozenset[str]) -> Sequence[Mention]:
    return (*_nouns(text, names), *_women(text, names), *_groups(text), *_acting(text))


def _nouns(text: str, names: frozenset[str]) -> Iterator[Mention]:
    """`die Kollegen`, `unserer neuen Firma`, `Anna`: articles tell the number, nouns whether it is people."""
    for match in _NOUN.finditer(text):
        noun = match["noun"]
        if fold(noun) not in names:
            kind = _kind(noun, (match["article"] or "").lower())
            if kind & Kind.NAME and _MAN.search(text, max(0, match.start() - 12), match.start()):
                continue
            opens = not match["article"] and _OPENS.search(text, max(0, match.start() - 4), match.start())
            if kind and (kind & Kind.PERSON or not opens):
                yield Mention(match.start("noun"), kind)


@lru_cache(maxsize=_KEPT)
def _kind(noun: str, article: str) -> Kind:
    if _ORGANISATION.fullmatch(noun):
        # A firm is they as well as she; the reader's own is the reader, ours are we.
        return Kind.NOTHING if article.startswith(("ihr", "unser")) else _FIRM
    if _is_female(noun) or (noun.endswith("in") and _FEMININE.fullmatch(article)):
        return Kind.PERSON | Kind.FEMININE
    if not article and noun != "Nur" and is_given_name(noun):
        return Kind.PERSON | Kind.FEMININE | Kind.NAME
    number = _number(noun, article)
    is_people = _PEOPLE.fullmatch(noun) is not None
    if not is_people and number == Kind.PLURAL and _AGENTS.fullmatch(noun):
        is_people = _NO_AGENTS.fullmatch(noun) is None
    if is_people:
        return Kind.PERSON | Kind.PLURAL if number & Kind.PLURAL else Kind.NOTHING
    return number


def _number(noun: str, article: str) -> Kind:
    """What number and gender the article leaves."""
    if not article:
        is_plural = _PEOPLE.fullmatch(noun) or _PLURAL_THINGS.fullmatch(noun)
        return Kind.PLURAL if is_plural else Kind.NOTHING
    if _PLURAL_ARTICLES.fullmatch(article):
        return Kind.PLURAL
    if _FEMININE_ARTICLES.fullmatch(article) and _PEOPLE.fullmatch(noun) and not noun.endswith("er"):
        return Kind.PLURAL  # unserer Kunden
    if _EITHER_ARTICLES.fullmatch(article):
        is_plural = _PEOPLE.fullmatch(noun)
        return Kind.PLURAL if is_plural else Kind.PLURAL | Kind.FEMININE
    if _DATIVE_PLURAL_ARTICLES.fullmatch(article):
        return Kind.PLURAL if noun.endswith(("n", "s")) else Kind.NOTHING  # den Brief
    if article == "der" and not _is_feminine(noun):
        # "der Kollegen" can be nothing else, "der Mitarbeiter" is one.
        return Kind.PLURAL if _PEOPLE.fullmatch(noun) and not noun.endswith("er") else Kind.NOTHING
    return Kind.FEMININE if article == "der" or _FEMININE_ARTICLES.fullmatch(article) else Kind.NOTHING


def _is_feminine(noun: str) -> bool:
    return noun.lower().endswith(("ung", "heit", "keit", "schaft", "ion", "tät", "ik", "ei"))


def _is_female(noun: str) -> bool:
    return _FEMALE.fullmatch(noun) is not None and noun.lower() not in _NOT_FEMALE


def _women(text: str, names: frozenset[str]) -> Iterator[Mention]:
    for match in _WOMAN.finditer(text):
        if fold(match["name"]) not in names:
            yield Mention(match.start(), Kind.PERSON | Kind.FEMININE)


_SHE: Final = lazy(r"\b[Ss]ie\s+(?P<verb>[a-zäöüß]{3,})\b")
_PLURAL_SUBJECT: Final = lazy(
    r"(?:\A|[.!?,;:]\s+|\n[^\S\n]*)"
    r"(?:(?i:die|viele|alle|einige|manche|mehrere|beide|diese|sämtliche|unsere|meine|ihre|"
    r"seine)\s+(?:[a-zäöüß]\w+en\s+)?|"
    rf"[{_CAPITAL}]\w+e\s+)(?P<noun>[{_CAPITAL}][\w-]+(?:n|e|r|s))\s+"
    r"(?P<verb>[a-zäöüß]+(?:en|ern|eln))\b(?!\s+(?:Sie|sie|wir)\b)"
)
_THING: Final = lazy(
    r"\w*(?:mails|daten|dateien|ungen|unterlagen|fragen|preise|kosten|tage|wochen|monate|jahre|termine|texte|bilder|"
    r"formulare|"
    r"dokumente|pakete|produkte|waren|geräte|angaben|zahlen|bücher|schlüssel|karten|stellen|teile|arbeiten)",
    re.IGNORECASE,
)


def _groups(text: str) -> Iterator[Mention]:
    """`einige`, `die anderen`, `Herr Weiß und seine Kollegin`."""
    for match in _STANDING_ALONE.finditer(text):
        yield Mention(match.start(), Kind.PERSON | Kind.PLURAL)
        yield Mention(match.start(), Kind.PLURAL)
    for match in _COUPLE.finditer(text):
        if match["one"] or is_given_name(match["name"]) or is_given_name(match["two"]) or _is_female(match["two"]):
            yield Mention(match.start(), Kind.PERSON | Kind.PLURAL)
    for pattern in (_DEMONSTRATIVE, _NAMED_FIRM):
        yield from (Mention(match.start(), Kind.PERSON | Kind.PLURAL) for match in pattern.finditer(text))


def _acting(text: str) -> Iterator[Mention]:
    """Whose verb tells what they are: `die Bauern protestieren`, `Sie hat angerufen`."""
    for match in _PLURAL_SUBJECT.finditer(text):
        is_thing = (
            THINGS_DO.fullmatch(match["verb"]) or match["verb"] in PLURAL_MODALS or _THING.fullmatch(match["noun"])
        )
        if not is_thing:
            yield Mention(match.start("noun"), Kind.PERSON | Kind.PLURAL)
    for match in _SHE.finditer(text):
        if is_singular(match["verb"]):
            yield Mention(match.start(), Kind.PERSON | Kind.PLURAL | Kind.FEMININE)
