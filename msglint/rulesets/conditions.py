"""Facts about a message that a rule of a pack may be bound to: `{reply: false, words: ">40"}`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msglint.documents.errors import hint, listed
from msglint.documents.located import Located
from msglint.message.model import Audience, Channel, Message, Relationship
from msglint.rulesets.errors import RulesetError

if TYPE_CHECKING:
    from msglint.contacts.thread import Thread

Conditions = Mapping[str, Sequence[object]]
"""By the name of the fact: the values of which one must hold, or an operator and a number. As JSON can hold it."""

NOT: Final = "not-"

_FLAGS: Final[Mapping[str, Callable[[Message, Thread], bool]]] = {
    "reply": lambda message, thread: message.is_reply,
    "internal": lambda message, thread: message.is_internal,
    "headers": lambda message, thread: message.headers.known,
    "greeted": lambda message, thread: message.parts.salutation is not None,
    "closed": lambda message, thread: message.parts.closing is not None,
    "first-contact": lambda message, thread: is_first_contact(message),
}
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "channel": tuple(channel.value for channel in Channel),
    "audience": tuple(audience.value for audience in Audience),
    "relationship": tuple(relationship.value for relationship in Relationship),
    "form": ("du", "Sie"),
}
_WORDS: Final[Mapping[str, Callable[[Message, Thread], str | None]]] = {
    "channel": lambda message, thread: message.channel.value,
    "audience": lambda message, thread: message.audience.value if message.audience else None,
    "relationship": lambda message, thread: message.relationship.value,
    "form": lambda message, thread: thread.form_of_address,
}
_NUMBERS: Final[Mapping[str, Callable[[Message], int | None]]] = {
    "recipients": lambda message: len(message.headers.recipients),
    "to": lambda message: len(message.headers.to),
    "cc": lambda message: len(message.headers.cc),
    "words": lambda message: len(message.parts.body_text.split()),
    "questions": lambda message: message.parts.body_text.count("?"),
    "attachments": lambda message: None if message.attachments is None else len(message.attachments),
}
_OPERATORS: Final[Mapping[str, Callable[[int, int], bool]]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
}
_COMPARISON: Final = re.compile(r"(>=|<=|>|<|=)?\s*(\d{1,9})")
FACTS: Final = (*_FLAGS, *_WORDS, *_NUMBERS)


def is_first_contact(message: Message) -> bool:
    """The two have not had to do with each other: somebody says so, or it is a contact request that answers nothing."""
    if message.relationship is Relationship.NONE:
        return True
    unknown = message.relationship is Relationship.UNKNOWN and not message.is_reply
    return unknown and message.channel is Channel.CONTACT_REQUEST


def hold(conditions: Conditions, message: Message, thread: Thread) -> bool:
    """Whether all the conditions hold."""
    return all(_holds(name, values, message, thread) for name, values in conditions.items())


def _holds(name: str, values: Sequence[object], message: Message, thread: Thread) -> bool:
    fact = name.removeprefix(NOT)
    if fact in _NUMBERS:
        number = _NUMBERS[fact](message)
        right = number is not None and _compare(values, number)
    elif fact in _WORDS:
        right = _WORDS[fact](message, thread) in values
    else:
        right = _FLAGS[fact](message, thread) in values
    return right is not name.startswith(NOT)


def _compare(values: Sequence[object], number: int) -> bool:
    sign, limit = values
    assert isinstance(sign, str)
    assert isinstance(limit, int)
    return _OPERATORS[sign](number, limit)


def read_conditions(entries: Located, key: str) -> Conditions:
    """The conditions under `key`.

    Raises:
        RulesetError: if a fact does not exist or its value is wrong.
    """
    if not isinstance(entries.value, Mapping):
        raise RulesetError(
            f"{entries.place}: „{key}“ braucht Bedingungen, etwa {{reply: false}}.",
            f"{entries.place}: '{key}' needs conditions such as {{reply: false}}.",
        )
    return {name: _read(name, located) for name, located in entries.value.items()}


def _read(name: str, located: Located) -> Sequence[object]:
    fact = name.removeprefix(NOT)
    if fact in _FLAGS:
        return [_flag(name, located)]
    if fact in _NUMBERS:
        return _number(name, located)
    if fact in _NAMES:
        items = located.value if isinstance(located.value, tuple) else (located,)
        return [_name(name, item, _NAMES[fact]) for item in items]
    near = hint(name, FACTS)
    raise RulesetError(
        f"{located.place}: Die Bedingung „{name}“ gibt es nicht{near.de or '; es gibt ' + listed(FACTS, 'de')}.",
        f"{located.place}: there is no condition '{name}'{near.en or '; there are ' + listed(FACTS, 'en') + '.'}",
    )


def _flag(name: str, located: Located) -> bool:
    if not isinstance(located.value, bool):
        raise RulesetError(
            f"{located.place}: „{name}“ muss true oder false sein, nicht „{located.written}“.",
            f"{located.place}: '{name}' must be true or false, not '{located.written}'.",
        )
    return located.value


def _number(name: str, located: Located) -> Sequence[object]:
    match = _COMPARISON.fullmatch(located.written.strip())
    if match is None:
        raise RulesetError(
            f'{located.place}: „{name}“ braucht einen Vergleich wie ">3" oder "=1", nicht „{located.written}“.',
            f"{located.place}: '{name}' needs a comparison such as \">3\" or \"=1\", not '{located.written}'.",
        )
    return [match[1] or "=", int(match[2])]


def _name(name: str, located: Located, right: tuple[str, ...]) -> str:
    folded = {word.lower(): word for word in right}
    word = folded.get(located.written.lower())
    if word is None:
        wrong, near = located.written, hint(located.written, right)
        raise RulesetError(
            f"{located.place}: „{name}“ kann nicht „{wrong}“ sein; möglich ist {listed(right, 'de')}{near.de}.",
            f"{located.place}: '{name}' cannot be '{wrong}'; it may be {listed(right, 'en')}{near.en or '.'}",
        )
    return word
