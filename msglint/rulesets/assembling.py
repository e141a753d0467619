"""Puts the compiled entries of one id, from packs of all languages, together to a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from msglint.message.model import Message
from msglint.report import Severity
from msglint.rules.base import Context, Examples, Hit, Option, Rule
from msglint.rulesets.checks import LIMIT_OPTION, EntryCheck
from msglint.rulesets.compiled import Compiled
from msglint.texts import Text

NEEDED: Final = ("severity", "title", "message", "why")
_LIMIT_HELP: Final = {
    "more-than": Text(de="mehr als so viele sind zu viele", en="more than so many are too many"),
    "fewer-than": Text(de="weniger als so viele sind zu wenige", en="fewer than so many are too few"),
}


def missing_of(entries: Sequence[Compiled]) -> str | None:
    """What the entries of a rule all lack and one of them must have; None if nothing."""
    for key in NEEDED:
        if all(_value(entry, key) is None for entry in entries):
            return key
    return None


def _value(entry: Compiled, key: str) -> Any:
    return entry["texts"][key] if key in entry["texts"] else entry[key]


def assemble(entries: Sequence[Compiled], examples: Mapping[str, Examples]) -> Rule:
    """The rule that the entries of one id make; what one language leaves out is taken from the first that has it."""

    def first(key: str) -> Any:
        return next((value for entry in entries if (value := _value(entry, key)) is not None), None)

    title, message, why = (_in_both(entries, key) for key in ("title", "message", "why"))
    assert title is not None
    assert message is not None
    assert why is not None
    return Rule(
        id=entries[0]["id"],
        languages=frozenset(entry["language"] for entry in entries),
        severity=Severity.from_label(first("severity")),
        title=title,
        message=message,
        why=why,
        source=first("source") or "",
        check=_Dispatch(entries),
        examples=examples,
        options=tuple(_options(entries)),
        limits=_in_both(entries, "limits"),
        better=_better(entries),
        tags=tuple(dict.fromkeys(tag for entry in entries for tag in entry["tags"])),
        supersedes=frozenset(other for entry in entries for other in entry["supersedes"]),
        price=first("price"),
        origin=entries[0].get("origin", ""),
    )


class _Dispatch:
    """Hands a message to the entry of its language; an entry is set up when the first such message comes."""

    def __init__(self, entries: Sequence[Compiled]) -> None:
        self._entries = entries

    @cached_property
    def _checks(self) -> dict[str, EntryCheck]:
        return {}

    def __call__(self, message: Message, context: Context) -> Iterator[Hit]:
        language = message.base_language
        if language not in self._checks:
            entry = next(entry for entry in self._entries if entry["language"] == language)
            self._checks[language] = EntryCheck(_with_severity(entry, self._entries))
        return self._checks[language](message, context)


def _with_severity(entry: Compiled, entries: Sequence[Compiled]) -> Compiled:
    """The entry with the conditions of the other language's where it says nothing of them, not even that none apply."""

    def own(key: str, nothing: Any) -> Any:
        return next((one[key] for one in (entry, *entries) if one[key] is not None), nothing)

    return {**entry, "severity_by": own("severity_by", ()), "when": own("when", {})}


def _text(pair: Sequence[str] | None) -> Text | None:
    return None if pair is None else Text(*pair)


def _in_both(entries: Sequence[Compiled], key: str) -> Text | None:
    """The text for either language of the user: a single one is meant for the language of its entry first."""
    known = [(entry["language"], entry["texts"][key]) for entry in entries if entry["texts"][key] is not None]
    if not known:
        return None

    def said(ui: str, at: int) -> str:
        meant = (pair[at] for language, pair in known if language == ui or pair[0] != pair[1])
        return str(next(meant, known[0][1][at]))

    return Text(de=said("de", 0), en=said("en", 1))


def _better(entries: Sequence[Compiled]) -> Text | None:
    """The wording in the language of each entry."""
    wordings = {entry["language"]: _text(entry["texts"]["better"]) for entry in entries}
    known = {language: text.in_(language) for language, text in wordings.items() if text is not None}
    if not any(known.values()):
        return None
    some = next(iter(known.values()))
    return Text(de=known.get("de", some), en=known.get("en", some))


def _options(entries: Sequence[Compiled]) -> Iterator[Option]:
    limit = next((entry["limit"] for entry in entries if entry["limit"]), None)
    if limit is not None:
        name = LIMIT_OPTION[limit[3]]
        yield Option(name, limit[2], _LIMIT_HELP[name])
