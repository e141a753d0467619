"""The conditions of a pack in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msglint.documents.errors import listed
from msglint.rulesets.conditions import NOT, Conditions
from msglint.texts import Text

_FLAGS: Final[Mapping[str, tuple[Text, Text]]] = {
    "reply": (Text("in Antworten", "in replies"), Text("nicht in Antworten", "not in replies")),
    "internal": (Text("im eigenen Haus", "within one's own house"), Text("nach außen", "to the outside")),
    "private": (Text("privat, dem Ton nach", "private, by its tone"), Text("nicht privat", "not private")),
    "headers": (
        Text("wenn die Kopfzeilen bekannt sind", "where the headers are known"),
        Text("wenn keine Kopfzeilen bekannt sind", "where no headers are known"),
    ),
    "greeted": (Text("mit Anrede", "with a salutation"), Text("ohne Anrede", "without a salutation")),
    "closed": (Text("mit Grußformel", "with a closing"), Text("ohne Grußformel", "without a closing")),
    "first-contact": (Text("beim ersten Kontakt", "at first contact"), Text("nach dem ersten Kontakt", "later on")),
}
_WORDS: Final[Mapping[str, Text]] = {
    "channel": Text("Weg", "channel"),
    "audience": Text("Empfänger", "audience"),
    "relationship": Text("Beziehung", "relationship"),
    "form": Text("Anredeform", "form of address"),
}
_NUMBERS: Final[Mapping[str, Text]] = {
    "recipients": Text("Empfänger", "recipients"),
    "to": Text("Empfänger unter „An“", "recipients in To"),
    "cc": Text("Empfänger in Kopie", "recipients in Cc"),
    "words": Text("Wörter", "words"),
    "questions": Text("Fragen", "questions"),
    "attachments": Text("Anhänge", "attachments"),
}
_COMPARED: Final[Mapping[str, Text]] = {
    ">": Text("mehr als {n}", "more than {n}"),
    ">=": Text("mindestens {n}", "at least {n}"),
    "<": Text("weniger als {n}", "fewer than {n}"),
    "<=": Text("höchstens {n}", "at most {n}"),
    "=": Text("genau {n}", "exactly {n}"),
}
_OPPOSITE: Final = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
_NOT: Final = Text("nicht", "not")


def in_words(conditions: Conditions, language: str) -> str:
    """All the conditions, as one text; empty if there are none."""
    return ", ".join(_in_words(name, values, language) for name, values in conditions.items())


def _in_words(name: str, values: Sequence[object], language: str) -> str:
    fact, is_turned = name.removeprefix(NOT), name.startswith(NOT)
    if fact in _FLAGS:
        return _FLAGS[fact][bool(values[0]) is is_turned].in_(language)
    if fact in _NUMBERS:
        return _number(fact, str(values[0]), values[1], is_turned, language)
    words = listed([str(value) for value in values], language)
    name = _WORDS[fact].in_(language) if fact in _WORDS else fact
    return f"{name} {_NOT.in_(language) + ' ' if is_turned else ''}{words}"


def _number(fact: str, sign: str, number: object, is_turned: bool, language: str) -> str:
    compared = _COMPARED[_OPPOSITE.get(sign, sign) if is_turned else sign].in_(language).format(n=number)
    negated = f"{_NOT.in_(language)} " if is_turned and sign not in _OPPOSITE else ""
    return f"{negated}{compared} {_NUMBERS[fact].in_(language)}"
