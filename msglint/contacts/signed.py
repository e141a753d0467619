"""Who signed a message, and whether for somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.display_name import parse_person
from msglint.message.given_names import is_given_name
from msglint.message.model import Message
from msglint.message.name_words import PARTICLES
from msglint.message.opening import NOT_A_NAME
from msglint.message.patterns import lazy
from msglint.message.person import Person
from msglint.message.spellings import fold

_MOST_LINES = 3
_MOST_WORDS = 5
_FRAME = " \t-–—*_,;"
_NO_NAME = lazy(r"[\d@:/|]|\b(?:GmbH|AG|KG|Ltd|Inc|e\.\s?V\.)")
_FOR_ANOTHER = lazy(
    r"\bi\.\s?[AV]\.|\bim\s+auftrag|\bassisten[tz]|\bassistant|\bsekret[aä]r|\bsecretary|\boffice\s+of\b|\bon\s+behalf|"
    r"\bbüro\s+(?:von|dr|prof)|\bvorzimmer|\bhei(?:ß|ss)e\b|\bgeb(?:orene|\.)\s|\bheirat|\bmarried\b|\bmaiden\b|\bmy\s+(?:new\s+)?name\b|\bansprechpartner(?:in)?\s+(?:ist|wird)\b|\bPA\s+to\b|\b(?:lässt|laesst)\s+(?:sie|dich|ihnen|dir|fragen|ausrichten|grüßen|mitteilen)",
    re.IGNORECASE,
)
_CAPITALISED = lazy(r"[^\W\d_a-zäöüß][\w'’-]+")


def signed_by(message: Message) -> Person | None:
    """The person who signed, as far as one is named: under the closing, or in the last line of a short note."""
    signature = message.parts.signature
    if signature is not None:
        lines = list(_filled(signature.of(message.text)))[:_MOST_LINES]
        named = next((line for line in lines if _is_name(line) and _has_given_name(line)), None)
        first = lines[0] if lines and _is_name(lines[0]) else None
        return parse_person(named or first or "")
    named = next((line for line in last_lines(message) if _is_name(line) and _has_given_name(line)), None)
    return parse_person(named) if named is not None else None


def last_lines(message: Message) -> list[str]:
    """The last lines of a note that has no closing, the last one first: there its writer signs."""
    last = list(_filled(message.parts.own_text))[: -_MOST_LINES - 1 : -1]
    return [line for at, line in enumerate(last) if at == 0 or " " in line]


def _filled(text: str) -> Iterator[str]:
    return (line.strip(_FRAME) for line in text.split("\n") if line.strip(_FRAME))


def _is_name(line: str) -> bool:
    """A few capitalised words and nothing else: `i. A. Helga Bredow`."""
    words = line.split()
    if not words or len(words) > _MOST_WORDS or _NO_NAME.search(line) or line[-1] in "!?":
        return False
    if words[0].lower().strip(",.") in NOT_A_NAME:
        return False
    return all(word[0].isupper() or word.lower() in PARTICLES or word.endswith(".") for word in words)


def _has_given_name(line: str) -> bool:
    return any(is_given_name(word) for word in line.split() if word[0].isupper())


def spoken_for(message: Message) -> frozenset[str]:
    """The folded names, other than the writer's, that an answer may greet.

    Those under the closing, where several sign; all of the message, where an assistant writes for somebody.
    """
    text = message.parts.own_text
    if _FOR_ANOTHER.search(text) or (message.parts.signature and _FOR_ANOTHER.search(message.text)):
        names = text
    else:
        closing = message.parts.closing
        names = "\n".join(_filled(text[closing.span.start :] if closing else text.rstrip().rpartition("\n")[2]))
    return capitalised_words(names)


def capitalised_words(text: str) -> frozenset[str]:
    """The words of the text that may be names, folded."""
    return frozenset(fold(word) for word in _CAPITALISED.findall(text))
