"""A value from a configuration, a pack or a profile, and the place where it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """A file with a line, an environment variable, or an option of the command line."""

    source: str
    line: int | None = None

    @property
    def is_the_key(self) -> bool:
        """Whether the source holds one value only: an option or a variable."""
        return self.source.startswith(("--", "MSGLINT_")) and self.line is None

    @property
    def is_variable(self) -> bool:
        """Whether the source is an environment variable, which can hold several values with commas only."""
        return self.source.startswith("MSGLINT_") and self.line is None

    def __str__(self) -> str:
        return self.source if self.line is None else f"{self.source}:{self.line}"


class Located(NamedTuple):
    """One value as somebody has written it.

    Attributes:
        value: a scalar, a list, or a map.
        written: a scalar as it was written, so that YAML's `off` is still `off` and not False.
    """

    value: bool | int | float | str | tuple[Located, ...] | Mapping[str, Located] | None
    place: Place
    written: str = ""

    def at(self, place: Place) -> Located:
        """The same value at another place."""
        return self._replace(place=place)


def locate(value: object, place: Place) -> Located:
    """A plain value as TOML, the environment and the command line give it; all of it at one place."""
    if isinstance(value, Mapping):
        return Located({str(key): locate(item, place) for key, item in value.items()}, place)
    if isinstance(value, str):
        return Located(value, place, value)
    if isinstance(value, Sequence):
        return Located(tuple(locate(item, place) for item in value), place)
    if isinstance(value, bool):
        return Located(value, place, str(value).lower())
    if isinstance(value, int | float):
        return Located(value, place, str(value))
    return Located(None if value is None else str(value), place, str(value))
