"""Tries every example of a rule: the bad ones must be found at the marked place, the good ones left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from msglint.examining.remark import Fault, Remark
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.report import Finding, Report, Span
from msglint.rules.base import Example, Need, Rule
from msglint.texts import Text

MISSING: Final = {
    Need.LANGUAGETOOL: Text("LanguageTool ist nicht da.", "LanguageTool is not there."),
    Need.SPELLING: Text(
        "Hunspell oder ein Wörterbuch der Sprache ist nicht da.",
        "Hunspell, or a dictionary of the language, is not there.",
    ),
}
"""Why a rule cannot be tried on this machine."""
NEEDED: Final = 2
"""So many bad and so many good examples a rule must have in each of its languages."""


def try_rule(rule: Rule, linter: Linter) -> Iterator[Remark]:
    """All that is wrong with the examples of a rule.

    Args:
        rule: with its examples.
        linter: one that runs the rule, without a profile that leaves it out.
    """
    for language in sorted(rule.languages or {"de", "en"}):
        examples = rule.examples.get(language)
        bad, good = (examples.bad, examples.good) if examples else ((), ())
        yield from _too_few(rule, language, len(bad), len(good))
        blank = Remark(rule.id, Fault.SILENT, language)
        lacking = linter.lacks(rule, language)
        if lacking:
            why = MISSING[min(lacking)].in_(linter.ui_language)
            yield replace(blank, fault=Fault.UNTRIED, note=why)
            continue
        for number, example in enumerate(bad, start=1):
            remarks = list(_Trial(rule, example, linter, replace(blank, kind="bad", number=number)).bad())
            yield from remarks
            if any(remark.fault is Fault.UNTRIED for remark in remarks):
                return  # what the rule needs has failed, and would again
        for number, example in enumerate(good, start=1):
            yield from _Trial(rule, example, linter, replace(blank, kind="good", number=number)).good()


def _too_few(rule: Rule, language: str, bad: int, good: int) -> Iterator[Remark]:
    for kind, count in (("bad", bad), ("good", good)):
        if count < NEEDED:
            yield Remark(rule.id, Fault.TOO_FEW, language, kind=kind, expected=str(NEEDED), found=str(count))


class _Trial:
    """One example before the linter."""

    def __init__(self, rule: Rule, example: Example, linter: Linter, blank: Remark) -> None:
        self._rule = rule
        self._example = example
        self._linter = linter
        self._message = example.message()
        self._blank = replace(
            blank, place=example.place, text=self._message.text, subject=self._message.headers.subject or ""
        )

    def bad(self) -> Iterator[Remark]:
        """What is wrong if the example has to be found."""
        yield from self._wrong_language()
        flagged = self._example.flagged
        if flagged and not _places(flagged, self._message):
            yield replace(self._blank, fault=Fault.MISQUOTED, expected=flagged)
            return
        findings = self._findings()
        if not findings and self._without_engine():
            yield replace(self._blank, fault=Fault.UNTRIED, kind="", number=0, note=self._without_engine())
            return
        if not findings and self._is_told_by_another_engine():
            return
        if not findings:
            yield self._with_expected(replace(self._blank, note=self._cut_off()))
            return
        first = findings[0]
        if flagged is not None and first.excerpt != flagged:
            yield self._with_expected(self._at(first, Fault.ELSEWHERE))
        suggested = [suggestion.text for suggestion in first.suggestions[:1]]
        better = self._example.better
        if better is not None and suggested != [better]:
            found = suggested[0] if suggested else ""
            yield replace(self._at(first, Fault.WORDED), expected=better, found=found)

    def _is_told_by_another_engine(self) -> bool:
        """Whether a rule with an engine of its own says more about the place: Hunspell beside LanguageTool."""
        others = {
            rule.id for rule in self._linter.rules if self._rule.id in rule.supersedes and rule.needs - self._rule.needs
        }
        if not others:
            return False
        places = _places(self._example.flagged or "", self._message)
        found = [finding for finding in self._linter.check(self._message).findings if finding.rule in others]
        return any(finding.span.overlaps(place) for finding in found for _, place in places)

    def good(self) -> Iterator[Remark]:
        """What is wrong if the example has to be left alone."""
        yield from self._wrong_language()
        findings = self._findings()
        if findings:
            yield self._at(findings[0], Fault.FALSE_ALARM)

    def _wrong_language(self) -> Iterator[Remark]:
        found = self._message.base_language
        if self._rule.languages and found != self._blank.language:
            yield replace(self._blank, fault=Fault.LANGUAGE, expected=self._blank.language, found=found)

    def _findings(self) -> list[Finding]:
        return [finding for finding in self._report.findings if finding.rule == self._rule.id]

    def _cut_off(self) -> str:
        """Why the linter has left the rule out, if it has."""
        return next((skipped.why for skipped in self._report.skipped if skipped.what == self._rule.id), "")

    def _without_engine(self) -> str:
        """What has become of an engine that the rule needs, if something has."""
        engines = {need.value for need in self._rule.needs & MISSING.keys()}
        return next((skipped.why for skipped in self._report.skipped if skipped.what in engines), "")

    @cached_property
    def _report(self) -> Report:
        return self._linter_for_it().check(self._message)

    def _linter_for_it(self) -> Linter:
        if not self._example.options:
            return self._linter
        options = {self._rule.id: self._example.options}
        settings = replace(self._linter.settings, select=(self._rule.id,), options=options)
        return Linter(settings, ui_language=self._linter.ui_language)

    def _at(self, finding: Finding, fault: Fault) -> Remark:
        return replace(
            self._blank,
            fault=fault,
            found=finding.excerpt,
            found_at=finding.span,
            in_subject=finding.part == "subject",
        )

    def _with_expected(self, remark: Remark) -> Remark:
        flagged = self._example.flagged
        if not flagged:
            return replace(remark, expected=flagged or "")
        in_subject, span = _places(flagged, self._message)[0]
        if remark.found_at is not None and in_subject != remark.in_subject:
            return replace(remark, expected=flagged)
        return replace(remark, expected=flagged, expected_at=span, in_subject=in_subject)


def _places(flagged: str, message: Message) -> list[tuple[bool, Span]]:
    """Where the marked characters stand first: whether in the subject, and where."""
    texts = ((False, message.text), (True, message.headers.subject or ""))
    found = ((in_subject, text.find(flagged)) for in_subject, text in texts)
    return [(in_subject, Span(at, at + len(flagged))) for in_subject, at in found if at >= 0]
