"""YAML into values that know their line.

Built from events, not by `yaml.compose`: that recurses in C, where deep nesting ends the process.
Aliases share one value, so that nothing multiplies, and a value cannot hold itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import yaml

from msglint.documents.errors import DocumentError
from msglint.documents.located import Located, Place
from msglint.texts import Text

MAX_DEPTH = 20
MAX_EVENTS = 50_000
WORDS = {
    "true": True,
    "yes": True,
    "on": True,
    "false": False,
    "no": False,
    "off": False,
    "null": None,
    "~": None,
    "": None,
}

_BEHIND_THE_END = re.compile(
    r"""\s*(?:-\s+)?(?:[^\s:#"'\[{]+:\s+)?(?:\[[^\[\]]*\]|"[^"\\]*"|'[^']*')\s*[^\s#:,\]}'"]"""
)
"""A line on which something follows what brackets or quotation marks have ended: `- [a/b] c`, `title: "a" b`."""
_TEXT_BEHIND = Text(
    "ein Text, der mit Klammer oder Anführungszeichen anfängt, gehört ganz in Anführungszeichen: '[a/b] c'",
    "a text that begins with a bracket or a quotation mark needs quotation marks around all of it: '[a/b] c'",
)
_IN_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        Text(
            "ein Text mit Doppelpunkt braucht Anführungszeichen, oder die Zeile ist falsch eingerückt",
            "a text with a colon needs quotation marks, or the line is indented wrongly",
        ),
    ),
    (
        "unknown escape character",
        Text(
            "ein \\ geht nur in einfachen Anführungszeichen: '\\d'",
            "a \\ can only stand in single quotation marks: '\\d'",
        ),
    ),
    (
        "cannot start any token",
        Text(
            "ein Text, der mit @, % oder ` anfängt, braucht Anführungszeichen: '@name'",
            "a text that begins with @, % or ` needs quotation marks: '@name'",
        ),
    ),
    (
        "unexpected end of stream",
        Text("ein Anführungszeichen wird nicht geschlossen", "a quotation mark is not closed"),
    ),
    (
        "expected ',' or '[]}]'",
        Text("eine Klammer wird nicht geschlossen", "a bracket is not closed"),
    ),
    (
        "expected '-' indicator|expected key|expected <block end>",
        Text(
            "diese Zeile oder die davor ist anders eingerückt als die übrigen, oder „-“ fehlt",
            "this line or the one before is not indented like the others, or its '-' is missing",
        ),
    ),
)

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, name: str, *, most: int = MAX_EVENTS) -> Located | None:
    """The document in `text`, of at most so many values; None where it is empty.

    Raises:
        DocumentError: if it is no YAML, holds a key twice, or is nested beyond all reason.
    """
    try:
        return _Builder(yaml.parse(text, Loader=_Loader), name, most).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1 if mark else None)
        raise _usual_slip(text, place) or _no_yaml(place, error.problem or "", _line(text, place)) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise _no_yaml(Place(name), str(getattr(error, "reason", ""))) from None


def _usual_slip(text: str, place: Place) -> DocumentError | None:
    """What people most often trip over, in words that say what would be right."""
    line = _line(text, place)
    before = line[: len(line) - len(line.lstrip())]
    if "\t" in before:
        return DocumentError(
            f"{place}: Bitte mit Leerzeichen statt Tabulator einrücken.",
            f"{place}: please indent with spaces, not with tabs.",
        )
    if line.lstrip().startswith("@"):
        return DocumentError(
            f'{place}: Eine Adresse, die mit @ beginnt, braucht Anführungszeichen: "@example.com":',
            f'{place}: an address that begins with @ needs quotation marks: "@example.com":',
        )
    return None


def _line(text: str, place: Place) -> str:
    return "".join(text.splitlines()[place.line - 1 : place.line]) if place.line else ""


def _no_yaml(place: Place, problem: str, line: str = "") -> DocumentError:
    what = _plainly(problem, line) or (Text(problem, problem) if problem else None)
    de, en = (f" ({what.de})", f" ({what.en})") if what else ("", "")
    return DocumentError(f"{place}: Das ist kein gültiges YAML{de}.", f"{place}: this is not valid YAML{en}.")


def _plainly(problem: str, line: str) -> Text | None:
    """What the reader of YAML means by its problem with this line."""
    if _BEHIND_THE_END.match(line):
        return _TEXT_BEHIND
    return next((words for said, words in _IN_PLAIN_WORDS if re.search(said, problem)), None)


class _Builder:
    def __init__(self, events: Iterator[yaml.Event], name: str, most: int) -> None:
        self._events = islice(events, most)
        self._name = name
        self._anchors: dict[str, Located] = {}

    def document(self) -> Located | None:
        root = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _no_yaml(self._place(event), "---")
                root = self._node(self._next(), 0)
        return root

    def _next(self) -> yaml.Event:
        event = next(self._events, None)
        if event is None:
            raise DocumentError(
                f"{self._name}: zu groß für eine solche Datei.",
                f"{self._name}: too large for such a file.",
            )
        return event

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._name, mark.line + 1 if mark else None)

    def _node(self, event: yaml.Event, depth: int) -> Located:
        place = self._place(event)
        if depth > MAX_DEPTH:
            raise DocumentError(f"{place}: zu tief verschachtelt.", f"{place}: nested too deeply.")
        if isinstance(event, yaml.AliasEvent) and event.anchor:
            return self._alias(event.anchor, place)
        node = self._own_node(event, place, depth)
        anchor = getattr(event, "anchor", None)
        if anchor:
            self._anchors[anchor] = node
        return node

    def _own_node(self, event: yaml.Event, place: Place, depth: int) -> Located:
        if isinstance(event, yaml.ScalarEvent):
            is_plain = event.implicit[0] and not event.style
            return Located(_scalar(event.value) if is_plain else event.value, place, event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return Located(tuple(self._items(depth)), place)
        return Located(self._map(depth), place)

    def _alias(self, anchor: str, place: Place) -> Located:
        if anchor not in self._anchors:
            raise DocumentError(
                f"{place}: „*{anchor}“ verweist auf etwas, das davor nicht abgeschlossen ist; "
                f"ein Text, der mit * anfängt, braucht Anführungszeichen: '*{anchor}'.",
                f"{place}: '*{anchor}' refers to something that is not complete before it; "
                f"a text that begins with * needs quotation marks: '*{anchor}'.",
            )
        return self._anchors[anchor].at(place)

    def _items(self, depth: int) -> Iterator[Located]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _map(self, depth: int) -> dict[str, Located]:
        entries: dict[str, Located] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            place = self._place(event)
            key = self._node(event, depth + 1)
            if isinstance(key.value, tuple | dict):
                raise _no_yaml(place, "key")
            if key.written in entries:
                raise DocumentError(
                    f"{place}: „{key.written}“ steht schon in Zeile {entries[key.written].place.line}.",
                    f"{place}: '{key.written}' is already set in line {entries[key.written].place.line}.",
                )
            entries[key.written] = self._node(self._next(), depth + 1).at(place)
        return entries


def _scalar(written: str) -> bool | int | float | str | None:
    """A plain scalar with the type that it looks like."""
    if written.lower() in WORDS:
        return WORDS[written.lower()]
    try:
        return float(written) if "." in written else int(written)
    except ValueError:
        return written
