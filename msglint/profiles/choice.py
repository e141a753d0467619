"""Which profile a message asks for: the one whose conditions hold and say most about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from msglint.message.model import Audience, Message
from msglint.profiles.model import DEFAULT, Profiles

START: Final = "^"
"""In front of a subject's words: the subject begins with them."""

ENDING: Final = "*"
"""Behind a subject's words: the last of them may go on."""


def choose(profiles: Profiles, message: Message) -> str:
    """The name of the profile that fits best; of equals, the last."""
    best, highest = DEFAULT, 0
    for name, data in profiles.data.items():
        weight = _weight(data["for"])
        if weight and weight >= highest and fits_message(data["for"], message):
            best, highest = name, weight
    return best


def fits_message(conditions: Mapping[str, Sequence[object]], message: Message) -> bool:
    """Whether all the conditions hold."""
    return all(HOLDS[name](message, conditions[name]) for name in HOLDS if name in conditions)


def subject_words(text: str) -> str:
    """The words of a subject, folded, with a blank before, between and behind."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


def audience_of(message: Message) -> Audience | None:
    """What the reader is to the writer: as given, or a colleague by the addresses."""
    return message.audience or (Audience.COLLEAGUE if message.is_internal else None)


def _audience(message: Message, values: Sequence[object]) -> bool:
    audience = audience_of(message)
    return audience is not None and audience.value in values


def _private(message: Message, values: Sequence[object]) -> bool:
    from msglint.message.private import is_private

    return is_private(message) in values


def _subject(message: Message, values: Sequence[object]) -> bool:
    words = subject_words(message.headers.subject or "")
    return any(_stands_in(str(phrase), words) for phrase in values)


@cache
def _wanted(phrase: str) -> str:
    """What to look for; kept, because the phrases of the profiles are few and met with every message."""
    words = subject_words(phrase)
    return words.rstrip() if phrase.endswith(ENDING) else words


def _stands_in(phrase: str, words: str) -> bool:
    wanted = _wanted(phrase)
    return words.startswith(wanted) if phrase.startswith(START) else wanted in words


HOLDS: Final[Mapping[str, Callable[[Message, Sequence[object]], bool]]] = {
    "subject": _subject,
    "channel": lambda message, values: message.channel.value in values,
    "audience": _audience,
    "relationship": lambda message, values: message.relationship.value in values,
    "private": _private,
    "internal": lambda message, values: message.is_internal in values,
    "reply": lambda message, values: message.is_reply in values,
}
"""The conditions, the weightiest first: one outweighs all that come behind it together."""


def _weight(conditions: Mapping[str, object]) -> int:
    return sum(1 << place for place, name in enumerate(reversed(tuple(HOLDS))) if name in conditions)
