"""What can be wrong with contact data, in sentences for people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

MOST_PROBLEMS = 100
"""More than that nobody reads; the rest is counted."""


class Problem(NamedTuple):
    """One thing that is wrong, and where.

    Attributes:
        path: the file or folder.
        line: from 1; None where it is about the whole file.
        de: the sentence in German, without the place.
        en: the sentence in English, without the place.
    """

    path: Path
    line: int | None
    de: str
    en: str

    def text(self, ui_language: str) -> str:
        """File, line and sentence in the user's language."""
        place = shown(self.path) if self.line is None else f"{shown(self.path)}:{self.line}"
        return f"{place}: {self.de if ui_language == 'de' else self.en}"


class ContactsError(Exception):
    """A file or folder of contacts that cannot be used at all."""

    def __init__(self, path: Path, de: str, en: str, line: int | None = None) -> None:
        super().__init__(en)
        self.problem = Problem(path, line, de, en)

    def text(self, ui_language: str) -> str:
        """File, line and sentence in the user's language."""
        return self.problem.text(ui_language)


class Problems:
    """What went wrong while contacts were read: the first hundred, and how many more."""

    def __init__(self) -> None:
        self.kept: list[Problem] = []
        self.more = 0

    def add(self, problem: Problem) -> None:
        """Keep the problem, or count it."""
        if len(self.kept) < MOST_PROBLEMS:
            self.kept.append(problem)
        else:
            self.more += 1

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.kept) + self.more


class Notes:
    """What is found out about one file while it is read.

    Attributes:
        columns: for a CSV, the headers by the field they were taken for.
        people: how many entries could be used.
        left_out: how many entries name nobody, as those of firms or of bare addresses do.
    """

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self.columns: dict[str, tuple[str, ...]] = {}
        self.people = 0
        self.addresses = 0
        self.left_out = 0
        self._problems = problems

    def add(self, line: int | None, de: str, en: str) -> None:
        """Note a problem."""
        self._problems.add(Problem(self.path, line, de, en))

    def error(self, de: str, en: str, line: int | None = None) -> ContactsError:
        """The error that says that the file cannot be used."""
        return ContactsError(self.path, de, en, line)


def shown(path: Path) -> str:
    """The path as the user knows it: short where it is in the working folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def listed(words: Iterable[str]) -> str:
    """The words with commas, cut where there are too many of them."""
    text = ", ".join(words)
    return text if len(text) <= 300 else f"{text[:300]}…"
