"""What a text must hold for a regular expression to match it at all: found out once, when a pack is compiled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from msglint.message.searchable import folded

try:
    from re import _constants as constants  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_constants as constants
    import sre_parse as parser

SHORTEST: Final = 3
_MOST: Final = 60


def required_pieces(source: str) -> frozenset[str]:
    """Pieces of text, folded, of which one is in every text that the expression matches.

    Empty where there is no such piece: then every text must be searched.
    """
    try:
        parsed = parser.parse(source, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError):
        return frozenset()
    pieces = _of_sequence(list(parsed))
    if pieces is None or len(pieces) > _MOST or any(len(piece) < SHORTEST for piece in pieces):
        return frozenset()
    return pieces


def _of_sequence(items: Sequence[Any]) -> frozenset[str] | None:
    """The best that the items of a sequence have to offer, each of which must match."""
    found: list[frozenset[str]] = []
    run = ""
    for operation, argument in items:
        if operation is constants.LITERAL:
            run += folded(chr(argument))
            continue
        if run:
            found.append(frozenset({run}))
            run = ""
        pieces = _of_item(operation, argument)
        if pieces:
            found.append(pieces)
    if run:
        found.append(frozenset({run}))
    return max(found, key=lambda pieces: min(map(len, pieces)), default=None)


def _of_item(operation: Any, argument: Any) -> frozenset[str] | None:
    if operation is constants.SUBPATTERN:
        return _of_sequence(list(argument[-1]))
    if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        return _of_sequence(list(argument[2])) if argument[0] > 0 else None
    if operation is constants.BRANCH:
        choices = [_of_sequence(list(choice)) for choice in argument[1]]
        if any(not choice for choice in choices):
            return None
        return frozenset().union(*(choice for choice in choices if choice))
    return None
