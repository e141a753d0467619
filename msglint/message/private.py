"""Whether a message is a note among friends, fellow students or in a family, where nobody expects a letter's frame.

Many small signs in the author's own words are weighed. Anything that points to business outweighs them all: a business
message without its frame is worse than a note that is told about one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msglint.message.greeted import Salutation, Tone
from msglint.message.model import Address, Channel, Message, Relationship
from msglint.message.parts import Parts
from msglint.message.patterns import lazy
from msglint.message.private_words import ENGLISH, GERMAN, Hints

NEEDED: Final = 5
NEEDED_IN_LETTERS: Final = 7
"""Who greets by name and takes leave writes a letter: more must speak for a private one."""

_LONGEST: Final = 1600
_END: Final = 400
"""Of a long text the signs are looked for at its beginning and its end."""

_BROAD: Final = 4
_FEW: Final = 150
_SIGNS_OF_A_TALK: Final = 2
_CLOSE_GREETINGS = ("mein lieb", "meine lieb", "liebste")

_WORD = lazy(r"[\w'’-]+")
_SMILEY = lazy(r"[:;=](?:[-'o^]?[)(*](?![\w*])|(?:[DPp](?<![\w/]..)|-[DPp](?<![\w/]...))(?!\w))")
_PICTURE = lazy("[\U0001f300-\U0001faff\u263a\u2639\u2764]")
_SIGNS = ("^^", "<3", "*g", "*-*", "*_*")
_KISSES = (":*", ":-*", ";*", ";-*")
_LOVE = lazy(r"\b(?:love|miss)\s+(?:you|ya|u)\b|\bhab\w*\s+(?:dich|euch|di)\s+(?:\w+\s+)?lieb\b", re.IGNORECASE)
_STRETCHED = tuple(3 * letter for letter in "aeouäöümhys")
_DU = frozenset(
    "du dich dir dein deine deinen deinem deiner deins euch euer eure euren eurem eurer hast bist kannst willst magst "
    "kommst weißt machst meinst findest".split()
)
_ELIDED = lazy(r"\b(?:ich|du|wir|er|es|\w+[^\W\ds])['’]s\b", re.IGNORECASE)
_LOWER_START = lazy(r"[.!?]\s+[a-zäöü]")
_UPPER_START = lazy(r"[.!?]\s+[A-ZÄÖÜ]")
_LOWER_I = frozenset("i i'm i'll i've i'd im".split())
_CALLED = lazy(r"[a-zäöüß], ([A-ZÄÖÜ][a-zäöüß]+)(?=, [a-zäöüß]|[!?.])")
_LEAVE = lazy(r"\bbis\s+(?:bald|dann|denn\w*|später|gleich|nachher)\b|\bman sieht sich\b|\bcya\b|\bsee\s+(?:ya|u)\b")

_SIE = lazy(r"(?:Sie|Ihnen|Ihre[nmrs]?)\b")
_AFTER_STOP = (".", "!", "?", ":", "…", "„", '"', "-", "–", ")", "*", "•")
_FORMAL_CLOSINGS = ("freundlich", "best", "kollegial", "hochacht", "regards", "sincerely", "truly", "faithfully", "mfg")
_EASY_CLOSINGS = ("lg", "glg", "lieb", "ganz lieb", "bis ", "schön", "ciao", "tschüs", "baba", "danke", "bussi")
_SIGNATURE: Final = 500
_LONGEST_NAME: Final = 3
_LAST_WORDS: Final = 80
_PHONE = lazy(r"(?:[Tt]el|TEL|[Ff]ax|FAX|Mobil|[Pp]hone|[Cc]ell|Fon|[Hh]andy|Office)[a-z.:\- ]{0,8}[+(]?\d[\d /()-]{4}")
_STREET = lazy(r"^[A-ZÄÖÜ][\w .-]{1,30}(?:straße|strasse|str\.|weg|gasse|platz|Street|Avenue|Road) \d", re.MULTILINE)
_HOUSES = (
    "GmbH", " KG", " OHG", " e.V.", " e. V.", " Inc.", " LLC", " Ltd", " Corp.", "Dr.", "Prof.", "Mag.", "Dipl", "B.Sc",
    "M.Sc", " MBA", "\nUniversität", "\nInstitut", "\nLehrstuhl", "\nFakultät", "\nAbteilung", "\nSekretariat",
    "\nDepartment", "\nFaculty", "Amtsgericht",
)  # fmt: skip
_CLOSE_GROUP = frozenset("lieben beiden freunde freundinnen familie mädels jungs süßen both lovelies".split())
_DISTANT_GROUP = lazy(
    r"\b(?:alle|zusammen|damen|herren|lehrer\w*|kolleg\w*|kund\w*|mitglied\w*|mitstreiter\w*|team|eltern|partner\w*|"
    r"studierende\w*|all|everyone|everybody|colleagues|members|customers?)\b",
    re.IGNORECASE,
)


def is_private(message: Message) -> bool:
    """Whether friends, fellow students or a family are among themselves; where that is not plain, no."""
    if not _may_be(message) or message.base_language not in ("de", "en"):
        return False
    hints = GERMAN if message.base_language == "de" else ENGLISH
    parts = message.parts
    text = _own(parts)
    glance = text if len(text) <= _LONGEST else f"{text[: _LONGEST - _END]}\n{text[-_END:]}"
    words = _WORD.findall(glance.lower())
    if not words or not hints.business.isdisjoint(words):
        return False
    if _is_from_a_talk(message, glance, words, hints):
        office = len(hints.office.intersection(words)) > bool(_smileys(glance))
        return not office and not _is_business(message, text, hints)
    needed = NEEDED_IN_LETTERS if _is_letter(parts) else NEEDED
    points = _weigh(glance, words, parts, hints)
    if points < needed and (points < needed - 1 or not _calls_by_name(glance, words)):
        return False
    return not _is_business(message, text, hints)


def _may_be(message: Message) -> bool:
    """What is known beside the text says nothing against it."""
    if message.channel is not Channel.EMAIL or message.audience is not None or message.own_domains:
        return False
    if message.given_relationship is Relationship.NONE:
        return False
    headers = message.headers
    known = (*headers.recipients, *headers.reply_to, *((headers.from_,) if headers.from_ else ()))
    if known and not _are_personal(known):
        return False
    salutation = message.parts.salutation
    return salutation is None or _is_close(salutation, message.text)


def _is_from_a_talk(message: Message, text: str, words: list[str], hints: Hints) -> bool:
    """A few easy words that greet nobody, of which nothing else is known: from a talk that is going on.

    Du tells, or two of: easy words, a smiley, no capital at the beginning, the beginning of an answer, a warm
    leave, an initial in the place of a name.
    """
    headers, closing = message.headers, message.parts.closing
    if message.parts.salutation is not None or headers.recipients or headers.from_ or len(words) > _FEW:
        return False
    leave = closing.span.of(message.text).lower() if closing is not None else ""
    if leave and not leave.startswith(_EASY_CLOSINGS):
        return False
    found = frozenset(words)
    return (
        not found.isdisjoint(_DU)
        or (
            min(2, len(found & (hints.casual | hints.dialect)) + (_ELIDED.search(text) is not None))
            + ("mal" in found)
            + bool(_smileys(text))
            + text[:1].islower()
            + (words[0] in hints.answers and len(words) > 1)
            + bool(leave)
            + (len(words) > 2 and len(words[-1]) == 1 and words[-1].isalpha())
        )
        >= _SIGNS_OF_A_TALK
    )


def _are_personal(addresses: Iterable[Address]) -> bool:
    """All at public providers, and none that a function reads."""
    from msglint.message.addresses import is_public_provider, is_role_address

    return all(
        not address.domain or (is_public_provider(address.domain) and not is_role_address(address))
        for address in addresses
    )


def _is_close(salutation: Salutation, text: str) -> bool:
    if salutation.tone is Tone.FORMAL or salutation.faceless:
        return False
    if any(person.honorific or person.titles for person in salutation.greeted):
        return False
    if not salutation.group:
        return True
    words = salutation.span.of(text)
    return not _CLOSE_GROUP.isdisjoint(words.lower().split()) and _DISTANT_GROUP.search(words) is None


def _own(parts: Parts) -> str:
    """What the author wrote."""
    return "\n".join(span.of(parts.text) for span in parts.own)


def _is_business(message: Message, text: str, hints: Hints) -> bool:
    """Whether the subject or any place of the text points to business: the words, Sie, the closing, the signature."""
    subject = message.headers.subject or ""
    if not hints.business.isdisjoint(_WORD.findall(f"{subject}\n{text}".lower())):
        return True
    closing = message.parts.closing
    if closing is not None and any(word in closing.span.of(message.text).lower() for word in _FORMAL_CLOSINGS):
        return True
    end = text[-_SIGNATURE:]
    if any(house in end for house in _HOUSES) or _PHONE.search(end) or _STREET.search(end):
        return True
    return any(_is_said_to_reader(text, match) for match in _SIE.finditer(text))


def _is_said_to_reader(text: str, match: re.Match[str]) -> bool:
    """`Sie` in the middle of a sentence; at its beginning it may be they."""
    before = text[: match.start()]
    return before[-1:].isspace() and not before.rstrip().endswith(_AFTER_STOP) and bool(before.strip())


def _is_letter(parts: Parts) -> bool:
    return parts.closing is not None and parts.salutation is not None and bool(parts.salutation.greeted)


def _weigh(text: str, words: list[str], parts: Parts, hints: Hints) -> int:
    """How much speaks for a private note. Easy talk alone does not: colleagues talk like that."""
    found = frozenset(words)
    dialect = min(4, 2 * len(found & hints.dialect))
    warm = (
        4 * _is_loving(text, found, hints)
        + 2 * (not found.isdisjoint(hints.laughter))
        + min(2, len(found & hints.leisure))
        + _smileys(text)
        + 2 * any(letters in text for letters in _STRETCHED)
        + _closeness(text, parts, hints)
    )
    if not warm and dialect < _BROAD:
        return 0
    easy = (
        min(3, len(found & hints.casual))
        + (not found.isdisjoint(_DU))
        + _chatting(text, words, parts, hints)
        + _leave(text, parts)
        + 2 * _is_lower_case(text, words, hints)
    )
    return warm + dialect + easy - min(4, 2 * len(found & hints.office))


def _smileys(text: str) -> int:
    count = len(_SMILEY.findall(text)) + len(_PICTURE.findall(text)) + sum(sign in text for sign in _SIGNS)
    return min(count, 2) + 1 if count else 0


def _is_loving(text: str, found: frozenset[str], hints: Hints) -> bool:
    if not found.isdisjoint(hints.kisses) or any(kiss in text for kiss in _KISSES):
        return True
    return not found.isdisjoint(("love", "miss", "lieb")) and _LOVE.search(text) is not None


def _closeness(text: str, parts: Parts, hints: Hints) -> int:
    """Greeted as among those who are close, or signed by a relative."""
    points = 0
    if parts.salutation is not None:
        greeting = parts.salutation.span.of(parts.text).lower()
        greeted = _WORD.findall(greeting)[-2:]
        if not hints.relatives.isdisjoint(greeted):
            return NEEDED_IN_LETTERS
        if not hints.pet_names.isdisjoint(greeted) or greeting.startswith(_CLOSE_GREETINGS):
            points = 3
    last = _WORD.findall(text.rstrip().rpartition("\n")[2].lower())
    if last and len(last) <= _LONGEST_NAME and not hints.relatives.isdisjoint(last):
        points += 4
    return points


def _chatting(text: str, words: list[str], parts: Parts, hints: Hints) -> int:
    """No greeting, and the first word is that of an answer."""
    if parts.salutation is not None or words[0] not in hints.answers:
        return 0
    return 3 if text.lstrip()[:1].islower() else 2


def _leave(text: str, parts: Parts) -> int:
    closing = parts.closing.span.of(parts.text) if parts.closing is not None else ""
    if closing in ("lg", "Alles Liebe", "alles liebe"):
        return 1
    return 1 if _LEAVE.search(text, max(0, len(text) - _LAST_WORDS)) else 0


def _is_lower_case(text: str, words: list[str], hints: Hints) -> bool:
    """Sentences begin in lower case, all or nearly all of them; or `i` stands for `I`."""
    lower = len(_LOWER_START.findall(text))
    if lower > 1 and lower > 2 * len(_UPPER_START.findall(text)):
        return True
    return hints is ENGLISH and " I " not in text and sum(word in _LOWER_I for word in words) > 1


def _calls_by_name(text: str, words: list[str]) -> bool:
    """`Du hast recht, Isa, …`: the reader is called by name in the middle of a sentence."""
    if _DU.isdisjoint(words):
        return False
    from msglint.message.given_names import is_surely_given_name

    return any(is_surely_given_name(match.group(1)) for match in _CALLED.finditer(text))
