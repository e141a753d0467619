"""Shows the examples of a rule with what msglint says about them: it is asked, nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from msglint.describing.description import DescribedExample, DescribedExamples, Fact
from msglint.describing.words import (
    ANSWERS,
    ATTACHMENTS,
    AUDIENCE,
    BCC,
    CC,
    CHANNEL,
    FROM,
    LANGUAGE,
    NO_FILES,
    NONE,
    OPTIONS,
    RELATIONSHIP,
    SUBJECT,
    TO,
    WRITTEN,
)
from msglint.linter import Linter
from msglint.message.model import Channel
from msglint.report import Finding, Suggestion
from msglint.rules.base import OF_ENGINES, Example, Examples, Rule


def described_examples(rule: Rule, language: str, examples: Examples, linter: Linter) -> DescribedExamples:
    """The examples in one language of messages."""
    return DescribedExamples(
        language,
        tuple(_bad(rule, example, linter) for example in examples.bad),
        tuple(_good(example, linter) for example in examples.good),
    )


def _good(example: Example, linter: Linter) -> DescribedExample:
    return DescribedExample(text=example.text, facts=tuple(_facts(example, linter.ui_language)))


def _bad(rule: Rule, example: Example, linter: Linter) -> DescribedExample:
    shown = _good(example, linter)
    finding = _finding(rule, example, linter)
    if finding is None:
        return _as_promised(rule, shown, example, linter.ui_language)
    message = example.message()
    text = message.text
    in_subject = finding.part == "subject"
    whole = (message.headers.subject or "") if in_subject else text
    return replace(
        shown,
        text=text,
        start=None if in_subject else finding.span.start,
        end=None if in_subject else finding.span.end,
        flagged=finding.excerpt,
        in_subject=in_subject,
        finding=finding.message,
        better=tuple(
            _wording(suggestion, finding, whole) for suggestion in finding.suggestions if suggestion.text.strip()
        ),
    )


def _wording(suggestion: Suggestion, finding: Finding, whole: str) -> str:
    """The proposal; where it reaches into words behind the place, with the rest of the word and dots."""
    goes_on = suggestion.span.end > finding.span.end and not suggestion.text[-1:].isspace()
    text = suggestion.text.strip()
    rest = re.match(r"\w*", whole[suggestion.span.end :]) if goes_on and not text.endswith("…") else None
    return f"{text}{rest[0]} …" if rest else text


def _finding(rule: Rule, example: Example, linter: Linter) -> Finding | None:
    if example.options:
        settings = replace(linter.settings, select=(rule.id,), options={rule.id: example.options})
        linter = Linter(settings, ui_language=linter.ui_language)
    return next((one for one in linter.check(example.message()).findings if one.rule == rule.id), None)


def _as_promised(rule: Rule, shown: DescribedExample, example: Example, language: str) -> DescribedExample:
    """Where the rule does not speak, what the example says that it should: the engine it needs may be missing."""
    flagged, better = example.flagged or "", (example.better,) if example.better else ()
    start = example.text.find(flagged) if flagged else -1
    if start < 0:
        return replace(shown, better=better)
    told = _told(rule, flagged, example.better or "", language) if rule.needs & OF_ENGINES else ""
    return replace(shown, start=start, end=start + len(flagged), flagged=flagged, better=better, finding=told)


def _told(rule: Rule, flagged: str, better: str, language: str) -> str:
    """The rule's message, if the place and the better wording are all that it names."""
    try:
        return rule.message.in_(language).format_map({"word": flagged, "better": better})
    except KeyError:
        return ""


def _facts(example: Example, language: str) -> Iterator[Fact]:
    """What must be known besides the text to see why the rule speaks or is silent."""
    files = [file.filename or file.content_type for file in example.attachments or ()]
    facts = {
        FROM: example.from_,
        TO: ", ".join(example.to),
        CC: ", ".join(example.cc),
        BCC: ", ".join(example.bcc),
        SUBJECT: example.subject or (NONE.in_(language) if example.headers else None),
        ANSWERS: " ".join((example.answered or "").split()),
        ATTACHMENTS: None if example.attachments is None else ", ".join(files) or NO_FILES.in_(language),
        CHANNEL: None if example.channel is Channel.EMAIL else example.channel.value,
        AUDIENCE: example.audience and example.audience.value,
        RELATIONSHIP: example.relationship and example.relationship.value,
        LANGUAGE: example.language,
        WRITTEN: example.today,
        OPTIONS: ", ".join(f"{name} = {value}" for name, value in example.options.items()),
    }
    yield from (Fact(name.in_(language), value) for name, value in facts.items() if value)
