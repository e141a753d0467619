"""Looks for what a rule keeps from its readers: where it comes from, why it matters, what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msglint.examining.remark import Fault, Remark
from msglint.rules.base import Rule
from msglint.rulesets.entry import Entry, Kind

SHORTEST_WHY: Final = 15
_KINDS: Final = (Kind.PHRASE, Kind.REGEX, Kind.TOKENS)


def missing_words(rule: Rule) -> Iterator[Remark]:
    """What the rule leaves unsaid, in no language of messages in particular."""
    if not rule.source.strip():
        yield Remark(rule.id, Fault.NO_SOURCE, "")
    short = min(rule.why, key=len)
    if len(short.strip()) < SHORTEST_WHY:
        yield Remark(rule.id, Fault.SHORT_WHY, "", found=short, expected=str(SHORTEST_WHY))


def message_without_phrase(entry: Entry, rule: Rule) -> Iterator[Remark]:
    """Whether the message leaves open which of several phrases it is about."""
    sought = len(entry.phrases) + len(entry.patterns) + len(entry.token_patterns)
    if entry.kind in _KINDS and sought > 1 and not all("{phrase}" in message for message in rule.message):
        yield Remark(rule.id, Fault.NO_PHRASE, entry.language, found=rule.message.en)
