"""What a check says about a message: findings, the grade, the report. Plain frozen data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How much a finding matters. Ordered: `Severity.ERROR > Severity.WARNING > Severity.SUGGESTION`."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word used on the command line, in configuration and in JSON: `error`, `warning` or `suggestion`."""
        return self.name.lower()

    @classmethod
    def from_label(cls, label: str) -> Severity:
        """The severity called `label`.

        Raises:
            ValueError: if there is none of that name.
        """
        for severity in cls:
            if severity.label == label:
                return severity
        raise ValueError(f"'{label}' is no severity; use error, warning or suggestion")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `[start, end)`, in a text that the context names."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must run forwards from 0, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """True also where the span is empty: an empty span is a place, not nothing."""
        return True

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Suggestion(NamedTuple):
    """A replacement for `span` that can be sent as it stands, or questions that lead the writer to one.

    Attributes:
        text: the replacement.
        span: what it replaces, in the same text as the finding's span; empty = insert.
        safe: the replacement cannot change what the message means (a doubled comma, not a name).
    """

    text: str
    span: Span
    safe: bool = False


class Position(NamedTuple):
    """A place for people: 1-based line and column, the column counted in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the reader of the message would stumble over.

    Attributes:
        rule: id of the rule, `family.name`.
        severity: how much it matters here.
        confidence: how sure the rule is, 0 to 1; independent of the severity.
        part: where it is: salutation, body, closing, signature or subject.
        span: code points in the message text, or in the subject where `part` is `subject`.
        excerpt: the characters at `span`.
        message: what it is, one sentence, in the user's language.
        why: why it matters to the reader, in the user's language.
        suggestions: better wordings, best first.
        recipient: address of the one recipient it is about; empty where it is about none in particular.
        fixable: the first suggestion is so sure that it may be put in without asking.
    """

    rule: str
    severity: Severity
    confidence: float
    part: str
    span: Span
    start: Position
    end: Position
    excerpt: str = field(repr=False)
    message: str
    why: str
    help_url: str
    suggestions: tuple[Suggestion, ...] = ()
    recipient: str = ""
    fixable: bool = False

    @property
    def family(self) -> str:
        """The first half of the rule id."""
        return self.rule.partition(".")[0]


class Deduction(NamedTuple):
    """Points taken off for one family of rules, after the cap."""

    family: str
    points: int


class BestChange(NamedTuple):
    """The one finding whose repair lifts the score most."""

    rule: str
    points: int


@dataclass(frozen=True, slots=True)
class Grade:
    """100 minus the deductions, with a letter."""

    letter: str
    score: int
    deductions: tuple[Deduction, ...] = ()
    best_change: BestChange | None = None


LETTERS: Mapping[str, int] = {"A": 90, "B": 80, "C": 70, "D": 60, "F": 0}
"""The lowest score of each letter."""


def letter_for(score: int) -> str:
    """The letter for a score between 0 and 100."""
    return next(letter for letter, lowest in LETTERS.items() if score >= lowest)


class Skipped(NamedTuple):
    """A part of the message that was left alone, and why."""

    what: str
    why: str


class Readability(NamedTuple):
    """How hard the author's running text is to read.

    Attributes:
        words: words of the running text; lists, tables, quotations and bare numbers do not count.
        flesch: Flesch Reading Ease, for German in Amstad's version; 100 reads very easily, 0 hardly at all.
        wiener: first Wiener Sachtextformel, about the school year for which the text is right; None for English.
    """

    words: int
    sentences: int
    words_per_sentence: float
    flesch: float
    wiener: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that one check found in one message.

    Attributes:
        path: file the message came from, `-` for standard input, None for a message made in memory.
        language: `de`, `de-AT`, `de-CH`, `en` or `other`; None where nothing was read.
        profile: name of the profile that it was checked by; as set (`auto`, say) where nothing was checked.
        grade: None where the message could not be read or was left alone.
        error: one sentence where the message could not be read.
        profile_title: what the profile is called, for people.
        readability: None where the running text is too short to say, or neither German nor English.
    """

    path: str | None
    language: str | None
    channel: str
    profile: str
    grade: Grade | None
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    error: str | None = None
    text: str = field(default="", repr=False)
    subject: str | None = field(default=None, repr=False)
    profile_title: str = ""
    readability: Readability | None = None

    def at_least(self, severity: Severity) -> Iterator[Finding]:
        """The findings of that severity or a higher one."""
        return (finding for finding in self.findings if finding.severity >= severity)
