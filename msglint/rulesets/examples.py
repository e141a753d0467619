"""Reads the examples of a rule in a pack."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from msglint.documents.errors import hint, listed
from msglint.documents.located import Located
from msglint.message.model import Attachment, Audience, Channel, Relationship
from msglint.rules.base import Example
from msglint.rulesets.errors import RulesetError
from msglint.rulesets.values import choice, flag, must_be, scalar, texts

LANGUAGES: Final = ("de", "de-AT", "de-CH", "en")


def read_examples(key: str, located: Located) -> tuple[Example, ...]:
    """The examples under `bad` or `good`.

    Raises:
        RulesetError: if one of them is not as it must be.
    """
    if not isinstance(located.value, tuple):
        raise must_be(key, located, "eine Liste von Beispielen sein: „- text: …“", "be a list of examples: '- text: …'")
    return tuple(_example(key, item) for item in located.value)


def _example(key: str, located: Located) -> Example:
    if not isinstance(located.value, Mapping):
        if isinstance(located.value, tuple) or not located.written.strip():
            raise must_be(key, located, "Beispiele mit „text“ enthalten", "hold examples with 'text'")
        return Example(located.written, place=located.place)
    if "text" not in located.value:
        raise RulesetError(
            f"{located.place}: Einem Beispiel unter „{key}“ fehlt „text“.",
            f"{located.place}: an example under '{key}' lacks 'text'.",
        )
    fields: dict[str, Any] = {}
    for name, item in located.value.items():
        if name not in _FIELDS:
            near = hint(name, _FIELDS)
            raise RulesetError(
                f"{item.place}: Ein Beispiel hat kein „{name}“{near.de or '; es gibt ' + listed(_FIELDS, 'de')}.",
                f"{item.place}: an example has no '{name}'{near.en or '; there are ' + listed(_FIELDS, 'en') + '.'}",
            )
        field, reader = _FIELDS[name]
        fields[field] = reader(name, item)
    return Example(**fields, place=located.place)


def _text(key: str, located: Located) -> str:
    if isinstance(located.value, tuple | Mapping):
        raise must_be(key, located, "ein Text sein", "be a text")
    return located.written


def _attachments(key: str, located: Located) -> tuple[Attachment, ...]:
    if located.value == ():
        return ()
    names = texts(key, located)
    return tuple(Attachment(name, mimetypes.guess_type(name)[0] or "application/octet-stream") for name in names)


def _addresses(key: str, located: Located) -> tuple[str, ...]:
    return () if located.value == () else texts(key, located)


def _day(key: str, located: Located) -> str:
    try:
        return date.fromisoformat(located.written).isoformat()
    except ValueError:
        raise must_be(key, located, "ein Tag wie 2026-03-02 sein", "be a day such as 2026-03-02") from None


_FIELDS: Final[Mapping[str, tuple[str, Callable[[str, Located], Any]]]] = {
    "text": ("text", _text),
    "flagged": ("flagged", _text),
    "better": ("better", _text),
    "subject": ("subject", _text),
    "to": ("to", _addresses),
    "cc": ("cc", _addresses),
    "bcc": ("bcc", _addresses),
    "from": ("from_", scalar),
    "channel": ("channel", lambda key, located: Channel(choice(key, located, [item.value for item in Channel]))),
    "audience": ("audience", lambda key, located: Audience(choice(key, located, [item.value for item in Audience]))),
    "relationship": (
        "relationship",
        lambda key, located: Relationship(choice(key, located, [item.value for item in Relationship])),
    ),
    "answered": ("answered", scalar),
    "answered-from": ("answered_from", scalar),
    "attachments": ("attachments", _attachments),
    "language": ("language", lambda key, located: choice(key, located, LANGUAGES)),
    "headers": ("headers", flag),
    "today": ("today", _day),
}
