"""Finds repetitions that can share out the same characters among themselves in many ways.

Where the rest of such an expression does not match, all these ways are tried: that is what makes it slow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeGuard

from msglint.examining.tree import Boundary, Chars, Choice, Look, Node, Repeat, Row, children, inside


def nested(tree: Node) -> Iterator[frozenset[str]]:
    """The characters of every repetition without limit within another one that can be passed with them alone.

    A text of n such characters can be divided in 2ⁿ ways.
    """
    for outer in inside(tree):
        if not _is_open(outer):
            continue
        for inner in inside(outer.body):
            if _is_open(inner) and isinstance(inner.body, Chars) and _leads_through(outer.body, inner, inner.body.of):
                yield inner.body.of


def adjacent(tree: Node) -> Iterator[frozenset[str]]:
    """The characters that two repetitions without limit, one after the other, can both take."""
    for row in inside(tree):
        if isinstance(row, Row):
            yield from _adjacent_in(row.items)


def _adjacent_in(items: Sequence[Node]) -> Iterator[frozenset[str]]:
    for first, second in combinations(range(len(items)), 2):
        between = items[first + 1 : second]
        for before in _loops_at_edge(items[first], at_end=True):
            for after in _loops_at_edge(items[second], at_end=False):
                common = before & after
                if common and all(_is_passable(item, common) for item in between):
                    yield common


def _is_open(node: Node) -> TypeGuard[Repeat]:
    return isinstance(node, Repeat) and node.most is None and not node.settled


def _is_passable(node: Node, characters: frozenset[str]) -> bool:
    """Whether the node matches something, or nothing, that holds these characters only."""
    if isinstance(node, Chars):
        return not node.of.isdisjoint(characters)
    if isinstance(node, Repeat):
        return node.least == 0 or _is_passable(node.body, characters)
    if isinstance(node, Choice):
        return any(_is_passable(choice, characters) for choice in node.of)
    if isinstance(node, Boundary):
        # Within a run of letters there is no boundary of a word, nor within a run of blanks.
        return len({char.isalnum() or char == "_" for char in characters}) > 1
    return all(_is_passable(item, characters) for item in children(node)) if isinstance(node, Row) else True


def _leads_through(node: Node, inner: Node, characters: frozenset[str]) -> bool:
    """Whether one comes through the node by way of `inner` with these characters only."""
    if node is inner:
        return True
    if isinstance(node, Look):
        return False
    if isinstance(node, Row):
        ways = [_leads_through(item, inner, characters) for item in node.items]
        others = zip(ways, node.items, strict=True)
        return any(ways) and all(way or _is_passable(item, characters) for way, item in others)
    return any(_leads_through(child, inner, characters) for child in children(node))


def _loops_at_edge(node: Node, *, at_end: bool) -> Iterator[frozenset[str]]:
    """The characters of the repetitions without limit after which, or before which, the node can be over."""
    if isinstance(node, Repeat):
        if _is_open(node) and isinstance(node.body, Chars):
            yield node.body.of
        yield from _loops_at_edge(node.body, at_end=at_end)
    elif isinstance(node, Choice):
        for choice in node.of:
            yield from _loops_at_edge(choice, at_end=at_end)
    elif isinstance(node, Row):
        items = node.items[::-1] if at_end else node.items
        for number, item in enumerate(items):
            for characters in _loops_at_edge(item, at_end=at_end):
                if all(_is_passable(passed, characters) for passed in items[:number]):
                    yield characters
