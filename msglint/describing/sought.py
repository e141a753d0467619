"""What an entry of a pack looks for, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msglint.describing.conditions import in_words
from msglint.describing.description import Sought
from msglint.describing.tokens import in_notation
from msglint.describing.words import AND, KINDS, PARTS
from msglint.describing.written import WrittenEntry
from msglint.rulesets.conditions import Conditions
from msglint.rulesets.entry import Entry, Kind, Limit, Written
from msglint.texts import Text

_COUNTS: Final[Mapping[str, Text]] = {
    "words": Text("Wörter", "words"),
    "characters": Text("Zeichen", "characters"),
    "sentences": Text("Sätze", "sentences"),
    "paragraphs": Text("Absätze", "paragraphs"),
    "questions": Text("Fragen", "questions"),
    "phrases": Text("dieser Wendungen", "of these phrases"),
    "patterns": Text("Stellen, auf die einer der Ausdrücke passt,", "places that one of the expressions matches"),
}
_PER: Final[Mapping[str, Text]] = {
    "message": Text("in einer Nachricht", "in a message"),
    "paragraph": Text("in einem Absatz", "in a paragraph"),
    "sentence": Text("in einem Satz", "in a sentence"),
    "100-words": Text("auf hundert Wörter", "in a hundred words"),
}
_MORE: Final = Text("mehr als {number} {what} {per}", "more than {number} {what} {per}")
_FEWER: Final = Text("weniger als {number} {what} {per}", "fewer than {number} {what} {per}")
_DELETE: Final = Text("(streichen)", "(leave out)")


def sought(written: WrittenEntry, when: Conditions, language: str) -> Sought:
    """The entry in words of that language; `when` is what holds for it."""
    entry = written.entry
    return Sought(
        language=entry.language,
        kind=entry.kind.value,
        how=KINDS[entry.kind.value].in_(language),
        part=AND.in_(language).join(PARTS[part].in_(language) for part in entry.parts),
        items=tuple(_item(item, language) for item in (*entry.phrases, *entry.patterns, *entry.token_patterns)),
        needed=tuple(item.text for item in (*entry.needs, *entry.needs_patterns)),
        needed_in=PARTS[entry.needs_in].in_(language) if entry.kind is Kind.REQUIRED else "",
        exceptions=tuple(item.text for item in entry.exceptions),
        limit=_limit(entry.limit, language) if entry.limit else "",
        only=in_words(when, language),
        file=_place(entry, written.file),
    )


def _item(item: Written, language: str) -> str:
    if item.tokens:
        return in_notation(item.tokens)
    if not item.replacements:
        return item.text
    return f"{item.text} → {', '.join(text or _DELETE.in_(language) for text in item.replacements)}"


def _limit(limit: Limit, language: str) -> str:
    values = {"number": limit.number, "what": _COUNTS[limit.count].in_(language), "per": _PER[limit.per].in_(language)}
    return (_FEWER if limit.below else _MORE).in_(language).format_map(values)


def _place(entry: Entry, file: str) -> str:
    return f"{file}:{entry.place.line}" if entry.place.line else file
