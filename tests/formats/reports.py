"""Reports made by hand, so that the formats are tested without any rule."""

from __future__ import annotations

from msglint.report import (
    BestChange,
    Deduction,
    Finding,
    Grade,
    Position,
    Readability,
    Report,
    Severity,
    Skipped,
    Span,
    Suggestion,
    letter_for,
)

TEXT = "Sehr geehrte Frau Meier,\n\nanbei das Angebot.\n\nMfG\nTom"


def finding(
    text: str = TEXT,
    marked: str = "Meier",
    *,
    rule: str = "recipient.misspelled",
    severity: Severity = Severity.ERROR,
    part: str = "salutation",
    message: str = "The name is spelt wrong.",
    suggestions: tuple[str, ...] = (),
    recipient: str = "",
    fixable: bool = False,
) -> Finding:
    start = text.index(marked)
    span = Span(start, start + len(marked))
    before = text[:start]
    line, column = before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1
    return Finding(
        rule=rule,
        severity=severity,
        confidence=0.9,
        part=part,
        span=span,
        start=Position(line, column),
        end=Position(line, column + len(marked)),
        excerpt=marked,
        message=message,
        why="Nobody likes to read their own name misspelt.",
        help_url="https://example.org/rules/recipient/misspelled/",
        suggestions=tuple(Suggestion(suggestion, span) for suggestion in suggestions),
        recipient=recipient,
        fixable=fixable,
    )


def report(
    *findings: Finding,
    text: str = TEXT,
    path: str | None = "draft.eml",
    subject: str | None = None,
    score: int = 60,
    best: BestChange | None = None,
    skipped: tuple[Skipped, ...] = (),
    readability: Readability | None = None,
) -> Report:
    score = score if findings else 100
    deductions = (Deduction(findings[0].family, 100 - score),) if findings else ()
    return Report(
        path=path,
        language="de",
        channel="email",
        profile="default",
        grade=Grade(letter_for(score), score, deductions, best),
        findings=findings,
        skipped=skipped,
        text=text,
        subject=subject,
        readability=readability,
    )


def unreadable(path: str = "broken.eml", error: str = "The file is empty.") -> Report:
    return Report(path=path, language=None, channel="email", profile="default", grade=None, error=error)
