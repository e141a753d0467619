"""Whether a message passes, by what the user has set: for the command line and for hooks."""

from __future__ import annotations

from msglint.report import LETTERS, Report
from msglint.settings import Settings


def passes(report: Report, settings: Settings) -> bool:
    """Whether the report has no finding at or above `fail_on` and no grade below `min_grade`."""
    if settings.fail_on is not None and any(report.at_least(settings.fail_on)):
        return False
    if settings.min_grade is None or report.grade is None:
        return True
    return report.grade.score >= LETTERS[settings.min_grade]
