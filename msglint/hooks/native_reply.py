"""What msglint answers to its extension in Thunderbird: a decision as JSON."""

from __future__ import annotations

from typing import Any, Final

from msglint.hooks.gate import Decision
from msglint.hooks.native_messaging import PROTOCOL
from msglint.report import Finding, Report, Suggestion
from msglint.settings import HookSettings

MOST_FINDINGS: Final = 100
MOST_SUGGESTIONS: Final = 4
LONGEST: Final = 2_000
AROUND: Final = 24
"""Code points on either side that help the extension to find a place."""


def reply_of(decision: Decision, hook: HookSettings, text: str, ui_language: str) -> dict[str, Any]:
    """The answer.

    Args:
        decision: what becomes of the message.
        hook: how hooks behave.
        text: what there is to say of it.
        ui_language: language of all texts.
    """
    report = decision.report
    findings = sorted(report.findings, key=lambda one: -one.severity)[:MOST_FINDINGS] if report else []
    return {
        "v": PROTOCOL,
        "block": decision.blocked,
        "reason": decision.reason.value,
        "trouble": decision.trouble.in_(ui_language) if decision.trouble else None,
        "grade": {"letter": report.grade.letter, "score": report.grade.score} if report and report.grade else None,
        "findings": [_finding(finding, report) for finding in findings if report],
        "text": text[:LONGEST],
        "again_minutes": hook.again_minutes,
        "ui_language": ui_language,
    }


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    text = (report.subject or "") if finding.part == "subject" else report.text
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "part": finding.part,
        "message": finding.message[:LONGEST],
        "why": finding.why[:LONGEST],
        "excerpt": finding.excerpt[:LONGEST],
        "suggestions": [
            _suggestion(one, text, safe=one.safe or (finding.fixable and not at))
            for at, one in enumerate(finding.suggestions[:MOST_SUGGESTIONS])
        ],
    }


def _suggestion(suggestion: Suggestion, text: str, *, safe: bool) -> dict[str, Any]:
    start, end = suggestion.span.start, suggestion.span.end
    whole = len(suggestion.text) <= LONGEST and end - start <= LONGEST
    return {
        "text": suggestion.text[:LONGEST],
        "original": text[start:end][:LONGEST],
        # What stands around it on the same line.
        "before": text[max(0, start - AROUND) : start].rpartition("\n")[2],
        "after": text[end : end + AROUND].partition("\n")[0],
        "safe": safe and whole,
    }
