"""What a proofreader finds: plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from msglint.report import Span


class Kind(str, Enum):
    """What is wrong with a word."""

    TYPO = "typo"
    NOUN = "noun written small"
    SMALL = "written with a capital"
    START = "sentence begun small"
    DIVIDED = "written as one word"
    JOINED = "written as two words"
    HYPHEN = "hyphen missing"


@dataclass(frozen=True, slots=True)
class Slip:
    """A misspelled word, or two.

    Attributes:
        span: into the message text.
        text: as written.
        better: what was meant, the likeliest first.
        sure: it is nothing that the dictionary merely lacks.
    """

    span: Span
    text: str
    kind: Kind
    better: tuple[str, ...]
    sure: bool = True
