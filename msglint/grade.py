"""The published price list, and the grade it leads to.

100 points minus a price per finding, at most `FAMILY_CAP` for one family. It is not divided by the length of the
message: a one-liner is not worse for being short.
One error keeps the grade at D or below, whatever the sum says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msglint.report import LETTERS, BestChange, Deduction, Finding, Grade, Severity, letter_for

PRICES: Mapping[Severity, int] = {Severity.ERROR: 32, Severity.WARNING: 12, Severity.SUGGESTION: 4}
FAMILY_CAP = 40
BEST_WITH_ERROR = LETTERS["C"] - 1


class Priced(NamedTuple):
    """A finding and what it costs."""

    finding: Finding
    points: int


def grade(priced: Sequence[Priced]) -> Grade:
    """The grade for the findings of one message."""
    deductions = _deductions(priced)
    return Grade(letter_for(score := _score(priced)), score, deductions, _best_change(priced, score))


def _deductions(priced: Iterable[Priced]) -> tuple[Deduction, ...]:
    sums: defaultdict[str, int] = defaultdict(int)
    for item in priced:
        sums[item.finding.family] += item.points
    return tuple(Deduction(family, min(points, FAMILY_CAP)) for family, points in sums.items())


def _score(priced: Sequence[Priced]) -> int:
    score = max(0, 100 - sum(deduction.points for deduction in _deductions(priced)))
    if any(item.finding.severity is Severity.ERROR for item in priced):
        return min(score, BEST_WITH_ERROR)
    return score


def _best_change(priced: Sequence[Priced], score: int) -> BestChange | None:
    """The finding without which the score would be highest; of equals the most severe, then the first."""
    best: BestChange | None = None
    ordered = sorted(priced, key=lambda item: -item.finding.severity)
    for rule in dict.fromkeys(item.finding.rule for item in ordered):
        gain = _score([item for item in priced if item.finding.rule != rule]) - score
        if best is None or gain > best.points:
            best = BestChange(rule, gain)
    return best
