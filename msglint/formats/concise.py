"""`path:line:column: severity rule message`, one line per finding, for editors and grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msglint.formats.display import one_line, visible
from msglint.report import Finding, Report


def render(reports: Iterable[Report], *, ui_language: str, colour: bool, width: int) -> Iterator[str]:
    """One line per finding or unreadable message; nothing for a message without findings."""
    for report in reports:
        path = visible(report.path or "-")
        lines = [_line(path, finding) for finding in report.findings]
        if report.error is not None:
            lines = [f"{path}: {one_line(report.error)}\n"]
        if lines:
            yield "".join(lines)


def _line(path: str, finding: Finding) -> str:
    place = f"{path}:{finding.start.line}:{finding.start.column}"
    return f"{place}: {finding.severity.label} {finding.rule} {one_line(finding.message)}\n"
