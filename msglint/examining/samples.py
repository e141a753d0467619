"""Texts made from an expression's own pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msglint.examining.tree import Chars, Choice, Node, Repeat, Row, children

_PREFERRED: Final = "ae 1-.,'"
_MOST_REPEATED: Final = 20


def sample(node: Node, variant: int = 0) -> str:
    """A text that the node matches, what stands around it left aside.

    Args:
        node: of an expression.
        variant: another number takes other choices; odd ones take what may be missing.
    """
    if isinstance(node, Chars):
        return character(node.of)
    if isinstance(node, Row):
        return "".join(sample(item, variant) for item in node.items)
    if isinstance(node, Choice):
        return sample(node.of[variant % len(node.of)], variant)
    if isinstance(node, Repeat):
        times = max(node.least, variant % 2) if node.most != 0 else 0
        return sample(node.body, variant) * min(times, _MOST_REPEATED)
    return ""


def character(characters: frozenset[str]) -> str:
    """The most usual of some characters."""
    usual = next((char for char in _PREFERRED if char in characters), "")
    return usual or min(characters, key=lambda char: (char.isupper(), char), default="")


def repeated(tree: Node) -> Iterator[tuple[str, Repeat]]:
    """Every repetition in an expression, and a text that leads to it."""
    yield from _repeated(tree, "")


def _repeated(node: Node, before: str) -> Iterator[tuple[str, Repeat]]:
    if isinstance(node, Row):
        for item in node.items:
            yield from _repeated(item, before)
            before += sample(item)
        return
    if isinstance(node, Repeat):
        yield before, node
    for child in children(node):
        yield from _repeated(child, before)
