"""One file per output format. A format turns reports into text, one message at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from msglint.report import Report


class Render(Protocol):
    """Turns reports into pieces of text that are written one after the other as they are."""

    def __call__(self, reports: Iterable[Report], *, ui_language: str, colour: bool, width: int) -> Iterator[str]:
        """The pieces. Each report is forgotten as soon as its piece is out.

        What could not be read is told by the caller; only JSON has an entry for it.
        """


FORMATS: Mapping[str, str] = {
    "text": "msglint.formats.text",
    "concise": "msglint.formats.concise",
    "json": "msglint.formats.json_",
}
"""The module of each format, by its name on the command line."""


def renderer(name: str) -> Render:
    """The format called `name`; its module is imported only now.

    Raises:
        KeyError: if there is none of that name.
    """
    return cast(Render, import_module(FORMATS[name]).render)
