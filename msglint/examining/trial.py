"""Tries every example of a rule: the bad ones must be found at the marked place, the good ones left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from msglint.linter import Linter
from msglint.report import Finding
from msglint.rules.base import Example, Rule

NEEDED = 2
"""So many bad and so many good examples a rule must have in each of its languages."""


class Fault(str, Enum):
    """What can be wrong with a rule."""

    SILENT = "silent"
    ELSEWHERE = "elsewhere"
    WORDED = "worded"
    FALSE_ALARM = "false-alarm"
    TOO_FEW = "too-few"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Failure:
    """One thing that is wrong with a rule.

    Attributes:
        language: of the examples.
        number: of the example, from 1; 0 = none in particular.
        expected, found: what should be there and what is.
    """

    rule: str
    fault: Fault
    language: str
    kind: str = ""
    number: int = 0
    text: str = ""
    expected: str = ""
    found: str = ""


def try_rule(rule: Rule, linter: Linter) -> Iterator[Failure]:
    """All that is wrong with the examples of a rule.

    Args:
        rule: with its examples.
        linter: one that runs the rule, without a profile that leaves it out.
    """
    for language in sorted(rule.languages or {"de", "en"}):
        examples = rule.examples.get(language)
        bad, good = (examples.bad, examples.good) if examples else ((), ())
        yield from _too_few(rule, language, len(bad), len(good))
        for number, example in enumerate(bad, start=1):
            yield from _try_bad(rule, language, number, example, linter)
        for number, example in enumerate(good, start=1):
            yield from _try_good(rule, language, number, example, linter)


def _too_few(rule: Rule, language: str, bad: int, good: int) -> Iterator[Failure]:
    for kind, count in (("bad", bad), ("good", good)):
        if count < NEEDED:
            yield Failure(rule.id, Fault.TOO_FEW, language, kind, expected=str(NEEDED), found=str(count))


def _try_bad(rule: Rule, language: str, number: int, example: Example, linter: Linter) -> Iterator[Failure]:
    def failure(fault: Fault, expected: str = "", found: str = "") -> Failure:
        return Failure(rule.id, fault, language, "bad", number, example.text, expected, found)

    yield from _wrong_language(rule, language, example, failure(Fault.LANGUAGE, language, ""))
    findings = _findings(rule, example, linter)
    if not findings:
        yield failure(Fault.SILENT, example.flagged or "")
        return
    if example.flagged is not None and findings[0].excerpt != example.flagged:
        yield failure(Fault.ELSEWHERE, example.flagged, findings[0].excerpt)
    suggested = [suggestion.text for suggestion in findings[0].suggestions[:1]]
    if example.better is not None and suggested != [example.better]:
        yield failure(Fault.WORDED, example.better, suggested[0] if suggested else "")


def _try_good(rule: Rule, language: str, number: int, example: Example, linter: Linter) -> Iterator[Failure]:
    findings = _findings(rule, example, linter)
    if findings:
        yield Failure(rule.id, Fault.FALSE_ALARM, language, "good", number, example.text, found=findings[0].excerpt)


def _wrong_language(rule: Rule, language: str, example: Example, failure: Failure) -> Iterable[Failure]:
    if rule.languages and example.message().base_language != language:
        yield failure


def _findings(rule: Rule, example: Example, linter: Linter) -> list[Finding]:
    return [finding for finding in linter.check(example.message()).findings if finding.rule == rule.id]
