"""JSON as `report.schema.json` describes it. The document is written message by message."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from msglint.report import Finding, Grade, Readability, Report, Suggestion

SCHEMA_VERSION = 1

Json = Mapping[str, object]


def render(reports: Iterable[Report], *, ui_language: str, colour: bool, width: int) -> Iterator[str]:
    """One JSON document with an entry for every message."""
    yield f'{{"schema_version": {SCHEMA_VERSION}, "messages": ['
    separator = "\n"
    for report in reports:
        yield separator + json.dumps(as_json(report), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def as_json(report: Report) -> Json:
    """The entry of one message."""
    return {
        "path": report.path,
        "language": report.language,
        "channel": report.channel,
        "profile": report.profile,
        "grade": _grade(report.grade) if report.grade else None,
        "readability": _readability(report.readability) if report.readability else None,
        "findings": [_finding(finding) for finding in report.findings],
        "skipped": [{"what": skipped.what, "why": skipped.why} for skipped in report.skipped],
        "error": report.error,
    }


def _grade(grade: Grade) -> Json:
    best = grade.best_change
    return {
        "letter": grade.letter,
        "score": grade.score,
        "deductions": [{"family": deduction.family, "points": deduction.points} for deduction in grade.deductions],
        "best_change": {"rule": best.rule, "points": best.points} if best else None,
    }


def _readability(readability: Readability) -> Json:
    return {
        "words": readability.words,
        "sentences": readability.sentences,
        "words_per_sentence": readability.words_per_sentence,
        "flesch": readability.flesch,
        "wiener": readability.wiener,
    }


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "confidence": finding.confidence,
        "part": finding.part,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "excerpt": finding.excerpt,
        "message": finding.message,
        "why": finding.why,
        "help_url": finding.help_url,
        "suggestions": [_suggestion(suggestion) for suggestion in finding.suggestions],
        "recipient": finding.recipient or None,
        "fixable": finding.fixable,
    }


def _suggestion(suggestion: Suggestion) -> Json:
    return {
        "text": suggestion.text,
        "start": suggestion.span.start,
        "end": suggestion.span.end,
        "safe": suggestion.safe,
    }
