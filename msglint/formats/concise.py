"""`path:line:column: severity rule message`, one line per finding, for editors and grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msglint.formats.display import one_line, visible
from msglint.report import LETTERS, Finding, Report


def render(reports: Iterable[Report], *, ui_language: str, colour: bool, width: int) -> Iterator[str]:
    """One line per finding; nothing for a message without findings, or for one that could not be read."""
    for report in reports:
        path = visible(report.path or "-")
        lines = [_line(path, finding) for finding in report.findings]
        if lines:
            yield "".join(lines)


def grade_line(report: Report, least: str, *, ui_language: str) -> str:
    """The line on a message whose grade is not good enough; empty if it is."""
    grade = report.grade
    if grade is None or grade.score >= LETTERS[least]:
        return ""
    template = (
        "Note {} ({} von 100), verlangt ist {}" if ui_language == "de" else "grade {} ({} of 100), required is {}"
    )
    return f"{visible(report.path or '-')}: {template.format(grade.letter, grade.score, least)}\n"


def _line(path: str, finding: Finding) -> str:
    place = f"{path}:{finding.start.line}:{finding.start.column}"
    return f"{place}: {finding.severity.label} {finding.rule} {one_line(finding.message)}\n"
