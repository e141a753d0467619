"""Whether a capitalised German word that nobody knows is a noun or a name: what stands before it, how it ends."""

from __future__ import annotations

import re
from typing import Final

from msglint.message.name_places import is_like_place
from msglint.message.patterns import lazy
from msglint.report import Span

_NEAR: Final = 60
_WORD_WITHOUT_NAME: Final = (
    r"(?:das|k?ein|mein|dein|sein|ihr|unser|euer|eur)(?:e[nmrs]?)?|"
    r"(?:dies|jed|jen|welch|manch|solch|all|viel|einig|mehrer|beid|etlich|sämtlich|folgend|nächst|letzt|erst|zweit|"
    r"weiter|paar)e?[nmrs]?|im|am|ins|ans|fürs|aufs|\d+\.?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|"
    r"viel|mehr|wenig|etwas|paar|pro|per|laut|siehe"
)
"""What hardly ever stands right before a name; `der` and `zum` do: der Meier, zum Huber."""
_DETERMINER: Final = lazy(rf"(?<![\w-])(?:{_WORD_WITHOUT_NAME})\s+$", re.IGNORECASE)
_ADJECTIVE: Final = lazy(
    rf"(?<![\w-])(?:(?:{_WORD_WITHOUT_NAME}|d(?:er|ie|en|em|es)|zur|zum|beim|vom|mit|für|ohne|durch|über|unter|bei|nach|"
    r"aus|von|an|in|auf|und|oder)\s+(?-i:[a-zäöüß]{3,}e[nmrs]?)|"
    r"(?-i:[a-zäöüß]{2,}(?:lich|ig|isch|bar|sam|los|voll|haft)e[nmrs]?))\s+$",
    re.IGNORECASE,
)
_BARE_PREPOSITION: Final = lazy(
    r"(?<![\w-])(?:in|nach|aus|bei|von|mit|für|an|durch|bis|um|über|gegen|richtung|nahe|nähe|ab|via|zwischen|und|oder)"
    r"\s+$",
    re.IGNORECASE,
)
_CAPITAL: Final = lazy(r"(?<![\w.!?:-])[ \t]+(?P<word>[A-ZÄÖÜ][a-zäöüß]+)[ \t]+$")
_NOUN: Final = lazy(
    r"(?:ung|heit|keit|schaft|tion|sion|tät|ment|nummer|ierung|ismus|tum|arbeit|termin|stelle|karte|liste)(?:e?n|e|s|es)?$|"
    r"nis(?:se[ns]?)?$|I?[iI]n+en$"
)
_PREFIX: Final = lazy(r"(?:Auf|Aus|Ein|Vor(?!der)|Nach|Über|Ent|Rück|Zusammen|Weiter|Gegen)[a-zäöüß]{3}")
_SURNAME: Final = lazy(r"(?:er|mann|sen|ski|czyk|ić|ic|dt|tz|cz)$")
_NOT_GERMAN_START: Final = lazy(r"(.)\1", re.IGNORECASE)
_LONG: Final = 11


def noun_evidence(text: str, span: Span) -> int:
    """How much speaks for a noun; at 0 or below it may as well be a name."""
    word, before = span.of(text), text[max(0, span.start - _NEAR) : span.start]
    evidence = 2 * (_NOT_GERMAN_START.match(word) is not None) + (len(word) >= _LONG)
    evidence += _DETERMINER.search(before) is not None or _ADJECTIVE.search(before) is not None
    evidence -= _BARE_PREPOSITION.search(before) is not None
    if is_made_as_noun(word):
        return evidence + 2
    evidence += _PREFIX.match(word) is not None
    return evidence - is_like_place(word) - is_made_as_surname(word) - _is_behind_noun(before)


def is_made_as_noun(word: str) -> bool:
    """Whether the word ends as nouns do and names do not: -ung, -heit, -nummer."""
    return _NOUN.search(word) is not None


def is_made_as_surname(word: str) -> bool:
    """Whether the word ends as surnames do: -er, -mann, -sen."""
    return _SURNAME.search(word) is not None


def _is_behind_noun(before: str) -> bool:
    """`Uni Ringholz`, `Partei Neos`: what stands right behind a noun names it."""
    return _CAPITAL.search(before) is not None and _DETERMINER.search(before) is None
