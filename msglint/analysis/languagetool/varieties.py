"""Which German and which English a message is written in, as LanguageTool wants to know it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from msglint.message.model import Message
from msglint.message.patterns import lazy

GERMANY: Final = "de-DE"
BRITAIN: Final = "en-GB"
AMERICA: Final = "en-US"

_BRITISH: Final = lazy(
    r"\b(?:colour|behaviour|favour|labour|neighbour|honour|endeavour|rumour|humour|harbour|flavour|saviour)\w*|"
    r"\b(?:cent|theat|lit|fib|manoeuv)res?\b|\b(?:defence|offence|licence|pretence|practise[ds]?|practising)\b|"
    r"\b(?:travel|cancel|label|model|level|fuel|counsel|signal|total|channel)l(?:ed|ing|er|ers)\b|"
    r"\b(?:organis|recognis|realis|apologis|prioritis|summaris|finalis|authoris|emphasis|utilis|minimis|maximis|optimis|"
    r"categoris|standardis|customis|initialis|specialis|generalis|analys)(?:e[ds]?|ing|ation|ations)\b|"
    r"\b(?:programmes?|whilst|amongst|cheques?|grey|tyres?|kerb|fulfil|enrol|instalments?|jewellery|maths|learnt|"
    r"spelt|enquir(?:y|ies)|catalogues?|dialogues?|ageing|judgement|per cent|postcode|fortnight)\b",
    re.IGNORECASE,
)
_AMERICAN: Final = lazy(
    r"\b(?:color|behavior|favor|labor|neighbor|honor|endeavor|rumor|humor|harbor|flavor)\w*|"
    r"\b(?:center|theater|liter|fiber|maneuver)s?\b|\b(?:defense|offense|pretense)\b|"
    r"\b(?:travel|cancel|label|model|level|fuel|counsel|signal|total|channel)(?:ed|ing|er|ers)\b|"
    r"\b(?:organiz|recogniz|realiz|apologiz|prioritiz|summariz|finaliz|authoriz|utiliz|minimiz|maximiz|optimiz|"
    r"categoriz|standardiz|customiz|initializ|specializ|generaliz|analyz)(?:e[ds]?|ing|ation|ations)\b|"
    r"\b(?:gray|fulfill|enroll|installments?|jewelry|aging|zip code|gotten)\b",
    re.IGNORECASE,
)
_START: Final = lazy(r"\w[.!?] (?P<letter>[^\W\d_])")
_WORDS_TO_TELL: Final = 2_000
_BRITISH_DOMAINS: Final = (".uk", ".ie", ".au", ".nz", ".za", ".in")
_AMERICAN_DOMAINS: Final = (".us", ".gov", ".edu", ".mil")


def languages_of(message: Message) -> tuple[str, ...]:
    """What to ask for, the first being the language of the text; a word that is right in another is right too."""
    if message.base_language == "de":
        return (_german_of(message),)
    return _englishes_of(message)


def _german_of(message: Message) -> str:
    """`de-DE`, `de-AT` or `de-CH`."""
    return message.language if message.language in ("de-AT", "de-CH") else GERMANY


def _englishes_of(message: Message) -> tuple[str, ...]:
    """The kinds of English in which a word may be right: one where text or recipients tell, else both."""
    if message.language in (BRITAIN, AMERICA):
        return (message.language,)
    text = message.parts.body_text
    british, american = _BRITISH.search(text) is not None, _AMERICAN.search(text) is not None
    if british == american:
        domains = [address.domain for address in message.headers.to]
        british = not american and _all_end(domains, _BRITISH_DOMAINS)
        american = not british and _all_end(domains, _AMERICAN_DOMAINS)
    if british == american:
        return (AMERICA, BRITAIN)
    return (BRITAIN,) if british else (AMERICA,)


def is_dialect(message: Message) -> bool:
    """Whether a German message is written as people speak somewhere; LanguageTool only knows the written language."""
    if message.base_language != "de":
        return False
    from msglint.analysis.spelling.spoken import is_dialect as is_spoken
    from msglint.message.proofreading import Prose

    return is_spoken(tuple(islice(Prose(message).words(), _WORDS_TO_TELL)))


def writes_small(text: str) -> bool:
    """Whether the writer begins sentences with small letters: capitals are no slips of theirs.

    Args:
        text: as it is sent. Items, and the first word behind a salutation, begin small as they should.
    """
    starts = [match["letter"] for match in _START.finditer(text)]
    small = sum(1 for letter in starts if letter.islower())
    return bool(small > 1 and small * 3 >= len(starts))


def _all_end(domains: list[str], endings: tuple[str, ...]) -> bool:
    return bool(domains) and all(domain.endswith(endings) for domain in domains)
