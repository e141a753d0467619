"""Words that are said for the sake of the relation: thanks, wishes, congratulations, condolences."""

from __future__ import annotations

import re

from msglint.message import english, german
from msglint.message.patterns import any_of, lazy

_LEAD = (
    r"\W*(?:(?:ja|nein|ok|okay|super|prima|oh|ach|und|auch|nochmals?|ganz|sehr|so|also|yes|and|wow|all|the)[\s,!.]+)*"
)
_SOCIAL = lazy(rf"{_LEAD}(?:{any_of((*german.SOCIAL, *english.SOCIAL))})\b", re.IGNORECASE)
_WISH = lazy(rf"\b(?:{any_of((*german.WISHES, *english.WISHES))})\b", re.IGNORECASE)
_ACKNOWLEDGED = any_of((*german.ACKNOWLEDGEMENTS, *english.ACKNOWLEDGEMENTS))
_ACKNOWLEDGEMENT = lazy(rf"\W*(?:{_ACKNOWLEDGED})\b(?:[\s,.!;:–-]+(?:{_ACKNOWLEDGED})\b)*\W*", re.IGNORECASE)
_THANKS = lazy(r"dank|thank|thx|merci", re.IGNORECASE)


def is_social(text: str) -> bool:
    """Whether a short text is a thank-you, a wish or the like: no information, and none is missing."""
    return _SOCIAL.match(text) is not None or _WISH.search(text) is not None


def is_acknowledgement(text: str) -> bool:
    """Whether a short text is nothing but a `confirmed`, `alles klar` or `see you then`."""
    return _ACKNOWLEDGEMENT.fullmatch(text[:200]) is not None


def says_thanks(text: str) -> bool:
    """Whether thanks are said."""
    return _THANKS.search(text) is not None
