"""A place in a text that a rule of a pack has something to say about."""

from __future__ import annotations

from typing import NamedTuple

from msglint.report import Span
from msglint.rulesets.searching import Found


class Place(NamedTuple):
    """A place, and what was found or counted there.

    Attributes:
        found: the phrase or expression that was found.
        number, limit: how many there are and how many may be, for rules that count.
    """

    span: Span
    found: Found | None = None
    number: str = ""
    limit: str = ""
