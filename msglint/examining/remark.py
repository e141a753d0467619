"""What is wrong with a rule, or could be better: plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from msglint.documents.located import Place
    from msglint.report import Span


class Level(str, Enum):
    """How much a remark weighs."""

    FAILURE = "failure"
    WARNING = "warning"
    HINT = "hint"
    UNTRIED = "untried"


class Fault(str, Enum):
    """What can be wrong with a rule."""

    SILENT = "silent"
    ELSEWHERE = "elsewhere"
    MISQUOTED = "misquoted"
    WORDED = "worded"
    FALSE_ALARM = "false-alarm"
    TOO_FEW = "too-few"
    LANGUAGE = "language"
    CATASTROPHIC = "catastrophic-expression"
    SLOW = "slow-expression"
    AMBIGUOUS = "ambiguous-expression"
    UNUSED_EXCEPTION = "unused-exception"
    UNFINDABLE = "unfindable-phrase"
    OPEN_END = "open-token-pattern"
    NO_SOURCE = "no-source"
    SHORT_WHY = "short-why"
    NO_PHRASE = "message-without-phrase"
    UNTRIED = "untried"


_LEVELS: Final[Mapping[Fault, Level]] = {
    Fault.SLOW: Level.WARNING,
    Fault.AMBIGUOUS: Level.WARNING,
    Fault.UNUSED_EXCEPTION: Level.WARNING,
    Fault.UNFINDABLE: Level.WARNING,
    Fault.OPEN_END: Level.WARNING,
    Fault.NO_SOURCE: Level.WARNING,
    Fault.SHORT_WHY: Level.WARNING,
    Fault.NO_PHRASE: Level.HINT,
    Fault.UNTRIED: Level.UNTRIED,
}


@dataclass(frozen=True)
class Remark:
    """One thing that is wrong with a rule.

    Attributes:
        language: of the messages that it is about.
        place: file and line of what it is about; None where the rule is code.
        kind, number: of the example (`bad` or `good`, from 1); empty and 0 = it is about no example.
        text: of the example; or the text that an expression is slow on, shortened.
        subject: of the example.
        expected, found: what should be there and what is.
        expected_at, found_at: where, in the text; in the subject where `in_subject`.
        source: the expression, phrase, exception or token pattern.
        length: characters of the text that an expression is slow on.
        note: why the rule could not finish its work, or not begin it.
    """

    rule: str
    fault: Fault
    language: str
    place: Place | None = None
    kind: str = ""
    number: int = 0
    text: str = ""
    subject: str = ""
    expected: str = ""
    found: str = ""
    expected_at: Span | None = None
    found_at: Span | None = None
    in_subject: bool = False
    source: str = ""
    length: int = 0
    note: str = ""

    @property
    def level(self) -> Level:
        """How much it weighs: an example that does not hold is a failure, a doubt is a warning."""
        return _LEVELS.get(self.fault, Level.FAILURE)
