"""What can be wrong with contact data, in sentences for people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from msglint.paths import shown

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

    def __init__(self, path: Path, de: str, en: str, line: int | None = None, *, is_missing: bool = False) -> None:
        super().__init__(en)
        self.problem = Problem(path, line, de, en)
        self.is_missing = is_missing

    def text(self, ui_language: str) -> str:
        """File, line and sentence in the user's language."""
        return self.problem.text(ui_language)


class Problems:
    """What went wrong while contacts were read: the first hundred, and how many more."""

    def __init__(self) -> None:
        self.kept: list[Problem] = []
        self.more = 0
        self._fillers = 0
        self._first_filler: tuple[Path, int, str] | None = None

    def add(self, problem: Problem) -> None:
        """Keep the problem, or count it."""
        if len(self.kept) < MOST_PROBLEMS:
            self.kept.append(problem)
        else:
            self.more += 1

    def add_filler(self, path: Path, line: int, text: str) -> None:
        """Count something that stands where a name should be."""
        self._fillers += 1
        self._first_filler = self._first_filler or (path, line, text)

    def finish(self) -> None:
        """Say once what was only counted, before all the rest."""
        if self._first_filler is None:
            return
        path, line, text = self._first_filler
        de, en = f"„{text[:40]}“ ist kein Name", f"'{text[:40]}' is no name"
        if self._fillers == 1:
            problem = Problem(path, line, f"{de}; die Angabe wurde ausgelassen.", f"{en}; it was left out.")
        else:
            problem = Problem(
                path,
                line,
                f"{de}; {self._fillers} Angaben dieser Art wurden ausgelassen.",
                f"{en}; {self._fillers} entries like this were left out.",
            )
        self.kept.insert(0, problem)

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.kept) + self.more


class Notes:
    """What is found out about one file while it is read.

    Attributes:
        columns: for a CSV, the headers by the field they were taken for.
        headers: for a CSV, all headers.
        header_line: for a CSV, where they stand.
        missing: keys and headers of the configuration that the CSV does not have.
        people: how many entries could be used.
        left_out: how many entries name nobody, as those of firms or of bare addresses do.
    """

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self.columns: dict[str, tuple[str, ...]] = {}
        self.headers: tuple[str, ...] = ()
        self.header_line: int | None = None
        self.missing: tuple[tuple[str, str], ...] = ()
        self.people = 0
        self.addresses = 0
        self.left_out = 0
        self._problems = problems

    def add(self, line: int | None, de: str, en: str) -> None:
        """Note a problem."""
        self._problems.add(Problem(self.path, line, de, en))

    def add_filler(self, line: int, text: str) -> None:
        """Count something that stands where a name should be."""
        self._problems.add_filler(self.path, line, text)

    def error(self, de: str, en: str, line: int | None = None) -> ContactsError:
        """The error that says that the file cannot be used."""
        return ContactsError(self.path, de, en, line)


def listed(words: Iterable[str]) -> str:
    """The words with commas, cut where there are too many of them."""
    text = ", ".join(words)
    return text if len(text) <= 300 else f"{text[:300]}…"
