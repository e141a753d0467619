"""For people: what is wrong, where, why, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msglint.formats import words
from msglint.formats.display import columns, one_line, visible, wrapped
from msglint.formats.excerpt import excerpt, line_around
from msglint.formats.words import Words
from msglint.profiles.model import DEFAULT
from msglint.report import Finding, Grade, Report, Severity, Skipped, Suggestion

INDENT = "  "
SHOWN_SUGGESTIONS = 3
CONTEXT = 30
NARROWEST = 40
MEASURED_WORDS = 100
"""How a shorter text reads is not worth a word."""

BOLD, DIM, GREEN = "1", "2", "32"
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}
GRADE_COLOURS = {"A": GREEN, "B": GREEN, "C": "33", "D": "31", "F": "31"}


def render(reports: Iterable[Report], *, ui_language: str, colour: bool, width: int) -> Iterator[str]:
    """A block for every message that could be read, and a summary after several."""
    page = _Page(words.in_(ui_language), colour, max(width, NARROWEST))
    tally, gap = words.Tally(), False
    for report in reports:
        tally = tally.with_(report)
        if report.error is not None:
            continue  # told on standard error
        lines = list(page.message(report))
        if (gap or len(lines) > 1) and tally.messages > 1:
            lines.insert(0, "")
        gap = len(lines) > 1
        yield "".join(f"{line}\n" for line in lines)
    if tally.messages > 1:
        yield f"\n{page.words.summary(tally)}\n"


class _Page(NamedTuple):
    words: Words
    colour: bool
    width: int

    def message(self, report: Report) -> Iterator[str]:
        yield self._header(report)
        for why, whats in _by_reason(report.skipped).items():
            yield from self._paragraph(self.words.skipped(whats, why), INDENT)
        told: set[tuple[str, str]] = set()
        for finding in sorted(report.findings, key=_weight):
            yield ""
            yield from self._finding(report, finding, told)
        yield from self._footer(report)

    def _header(self, report: Report) -> str:
        path = self.words.source if report.path in (None, "-") else visible(report.path or "")
        verdict = self._verdict(report)
        header = self._styled(path, BOLD)
        return f"{header}  {verdict}" if verdict else header

    def _verdict(self, report: Report) -> str:
        if report.grade is None:
            return ""
        grade = self._styled(self.words.grade(report.grade), f"{BOLD};{GRADE_COLOURS[report.grade.letter]}")
        counts = self.words.counts(words.Tally().with_(report)) or self.words.nothing
        return f"{grade}  {counts}{self._profile(report)}{self._readability(report)}"

    def _profile(self, report: Report) -> str:
        """What the message was checked as, where that is not the usual."""
        if report.profile == DEFAULT:
            return ""
        title = visible(report.profile_title or report.profile)
        return f"  {self._styled(f'{self.words.profile}: {title}', DIM)}"

    def _readability(self, report: Report) -> str:
        """How a longer text reads."""
        if report.readability is None or report.readability.words < MEASURED_WORDS:
            return ""
        return f"  {self._styled(self.words.readability(report.readability), DIM)}"

    def _finding(self, report: Report, finding: Finding, told: set[tuple[str, str]]) -> Iterator[str]:
        """One finding; a reason and a wording that were `told` with another finding of the rule are not repeated."""
        yield from self._headline(finding)
        yield from self._place(report, finding)
        if (finding.rule, finding.why) not in told:
            told.add((finding.rule, finding.why))
            for line in wrapped(finding.why, self.width, INDENT * 2, INDENT * 2):
                yield self._styled(line, DIM)
        for suggestion in finding.suggestions[:SHOWN_SUGGESTIONS]:
            if (finding.rule, suggestion.text) not in told:
                told.add((finding.rule, suggestion.text))
                yield from self._suggestion(suggestion, finding, report)
        if finding.recipient and finding.family == "recipient":
            # In one line whatever the width: a command that is broken cannot be copied.
            yield self._styled(INDENT * 2 + self.words.accept(_accept_command(finding)), DIM)

    def _headline(self, finding: Finding) -> Iterator[str]:
        word, rule = self.words.severity[finding.severity], f"[{finding.rule}]"
        text = f"{one_line(finding.message)} {rule}"
        first, *rest = wrapped(text, self.width, f"{INDENT}{word}: ", INDENT * 2)
        styled_word = self._styled(word, f"{BOLD};{COLOURS[finding.severity]}")
        for line in (first.replace(word, styled_word, 1), *rest):
            yield line.replace(rule, self._styled(rule, DIM))

    def _place(self, report: Report, finding: Finding) -> Iterator[str]:
        if finding.part == "recipients":
            return
        in_subject = finding.part == "subject"
        gutter = f"{INDENT * 2}{self.words.subject if in_subject else finding.start.line} | "
        text = (report.subject or "") if in_subject else report.text
        shown = excerpt(text, finding.span, self.width - columns(gutter))
        if shown is None:
            return
        yield self._styled(gutter, DIM) + shown.line
        marks = self._styled("^" * shown.marks, COLOURS[finding.severity])
        yield self._styled(f"{' ' * (columns(gutter) - 2)}| ", DIM) + " " * shown.blanks + marks

    def _suggestion(self, suggestion: Suggestion, finding: Finding, report: Report) -> Iterator[str]:
        label = f"{INDENT * 2}→ {self.words.better}: "
        rest = " " * columns(label)
        first = self._styled(label, GREEN)
        for line in _suggestion_lines(suggestion, finding, report):
            for piece in wrapped(line, self.width, rest, rest):
                yield first + piece[len(rest) :] if first else piece
                first = ""

    def _footer(self, report: Report) -> Iterator[str]:
        best = _best(report.grade)
        if best is None or len(report.findings) < 2:
            return
        # The points are those of all its findings together.
        findings = [finding for finding in report.findings if finding.rule == best[0]]
        if findings:
            yield ""
            told = self.words.best(one_line(findings[0].message), best[1], len(findings))
            yield from self._paragraph(told, INDENT)

    def _paragraph(self, text: str, indent: str) -> Iterator[str]:
        return wrapped(text, self.width, indent, indent)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour else text


def _by_reason(skipped: Iterable[Skipped]) -> dict[str, list[str]]:
    """What was left alone, by the reason: one line says it of several rules."""
    whats: dict[str, list[str]] = {}
    for what, why in skipped:
        whats.setdefault(why, []).append(what)
    return whats


_ABOUT_A_NAME = frozenset({"recipient.misspelled", "recipient.mismatch"})


def _accept_command(finding: Finding) -> str:
    from shlex import quote

    # Only this spelling, so that a real slip is still found.
    name = f" --name {visible(quote(finding.excerpt))}" if finding.rule in _ABOUT_A_NAME else ""
    return f"msglint accept {finding.rule} --for {visible(quote(finding.recipient))}{name}"


def _weight(finding: Finding) -> tuple[int, bool, int]:
    return -finding.severity, finding.part != "subject", finding.span.start


def _best(grade: Grade | None) -> tuple[str, int] | None:
    if grade is None or grade.best_change is None or grade.best_change.points <= 0:
        return None
    return grade.best_change.rule, grade.best_change.points


def _suggestion_lines(suggestion: Suggestion, finding: Finding, report: Report) -> list[str]:
    """The lines of the suggestion; where the last one goes on in the message, it says so."""
    source = (report.subject or "") if finding.part == "subject" else report.text
    if not any(char.isalnum() for char in suggestion.text):
        return [_in_context(suggestion, source)]
    lines = suggestion.text.strip("\n").split("\n")
    goes_on = source[suggestion.span.end : line_around(source, suggestion.span.end)[1]].strip()
    if len(lines) > 1 and goes_on and not suggestion.text.endswith("\n"):
        lines[-1] += " …"
    return lines


def _in_context(suggestion: Suggestion, source: str) -> str:
    """A suggestion that is but a sign or nothing, with what stands around it in the line."""
    before = source[line_around(source, suggestion.span.start)[0] : suggestion.span.start]
    after = source[suggestion.span.end : line_around(source, suggestion.span.end)[1]]
    head = before if len(before) <= CONTEXT else "…" + before[-CONTEXT:]
    tail = after if len(after) <= CONTEXT else after[:CONTEXT] + "…"
    return head + suggestion.text.strip("\n") + tail
