"""What a regular expression is made of, as far as its speed depends on it: characters, rows, choices, repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

try:
    from re import _constants as constants  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_constants as constants
    import sre_parse as parser

ALPHABET: Final = frozenset(
    "abcdefghijklmnopqrstuvwxyzäöüßéABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789"
    " \t\n.,;:!?-–_/\\'’\"“”„@#%&()[]{}<>|*+=~§€$…"
)
"""Characters that stand for all others."""


@dataclass(frozen=True, eq=False)
class Chars:
    """One character of several."""

    of: frozenset[str]


@dataclass(frozen=True, eq=False)
class Row:
    """One after the other."""

    items: tuple[Node, ...] = ()


@dataclass(frozen=True, eq=False)
class Choice:
    """One of several."""

    of: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Repeat:
    """Something several times.

    Attributes:
        most: None = without limit.
        settled: it never gives back what it has taken.
    """

    body: Node
    least: int
    most: int | None
    settled: bool = False


@dataclass(frozen=True, eq=False)
class Boundary:
    """The beginning or end of a word."""


@dataclass(frozen=True, eq=False)
class Look:
    """What must, or must not, stand before or after."""

    body: Node


Node = Chars | Row | Choice | Repeat | Boundary | Look


def parse(source: str) -> Node | None:
    """The tree of an expression; None where it is none."""
    try:
        return _row(parser.parse(source, re.IGNORECASE))
    except (re.error, RecursionError, OverflowError):
        return None


def inside(node: Node) -> Iterator[Node]:
    """The node and all nodes in it."""
    yield node
    for child in children(node):
        yield from inside(child)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly in it."""
    if isinstance(node, Row):
        return node.items
    if isinstance(node, Choice):
        return node.of
    if isinstance(node, Repeat | Look):
        return (node.body,)
    return ()


def _row(items: Any) -> Node:
    nodes = tuple(_node(operation, argument) for operation, argument in items)
    return nodes[0] if len(nodes) == 1 else Row(nodes)


def _node(operation: Any, argument: Any) -> Node:
    name = str(operation)
    if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY", "RANGE"):
        return Chars(_characters(name, argument))
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, body = argument
        unlimited = most == constants.MAXREPEAT
        return Repeat(_row(body), least, None if unlimited else int(most), name == "POSSESSIVE_REPEAT")
    if name == "SUBPATTERN":
        return _row(argument[-1])
    if name == "ATOMIC_GROUP":
        return _row(argument)
    if name == "BRANCH":
        return Choice(tuple(_row(choice) for choice in argument[1]))
    if name in ("ASSERT", "ASSERT_NOT"):
        return Look(_row(argument[1]))
    if name == "AT" and argument in (constants.AT_BOUNDARY, constants.AT_NON_BOUNDARY):
        return Boundary()
    return Row()


_CATEGORIES: Final[Mapping[str, str]] = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


def _characters(name: str, argument: Any) -> frozenset[str]:
    if name == "ANY":
        return ALPHABET - {"\n"}
    if name == "LITERAL":
        return _in_both_cases(chr(argument))
    if name == "NOT_LITERAL":
        return ALPHABET - _in_both_cases(chr(argument))
    if name == "RANGE":
        low, high = argument
        known = {char for char in ALPHABET if low <= ord(char) <= high}
        return frozenset(form for char in known | {chr(low)} for form in _in_both_cases(char))
    if name == "CATEGORY":
        pattern = re.compile(_CATEGORIES[str(argument)])
        return frozenset(char for char in ALPHABET if pattern.match(char))
    return _set(argument)


def _set(items: Any) -> frozenset[str]:
    """What stands between square brackets."""
    negated = bool(items) and str(items[0][0]) == "NEGATE"
    found: frozenset[str] = frozenset()
    for operation, argument in items[negated:]:
        found |= _characters(str(operation), argument)
    return ALPHABET - found if negated else found


def _in_both_cases(char: str) -> frozenset[str]:
    return frozenset(form for form in (char, char.lower(), char.upper()) if len(form) == 1)
