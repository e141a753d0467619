"""Builds regular expressions from lists of formulas."""

from __future__ import annotations

from collections.abc import Iterable


def any_of(formulas: Iterable[str]) -> str:
    """An expression that matches any of the formulas; a space in them stands for any white space."""
    return "|".join(formulas).replace(" ", r"\s+").replace(r"\s+?", r"\s*")
