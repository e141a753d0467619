"""Whatever says that a finding is to be left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, Protocol

from msglint.message.model import Message
from msglint.profiles.plan import Plan
from msglint.report import Finding, Skipped
from msglint.rules import fits
from msglint.texts import Text


class Check(NamedTuple):
    """One message that has been checked.

    Attributes:
        plan: what it was checked by.
        ran: ids of the rules that could run on it.
        findings: all that was found.
    """

    message: Message
    plan: Plan
    ran: Collection[str]
    findings: Sequence[Finding]

    def has_run(self, prefix: str) -> bool:
        """Whether a rule that is called so or begins so could run."""
        return any(fits(prefix, rule) for rule in self.ran)


class Source(Protocol):
    """The user's word on what is right: for a recipient, in a header, in a template."""

    def reasons(self, check: Check) -> Sequence[Text | None]:
        """For each of the findings why it is left out; None if it is not."""

    def remarks(self, check: Check) -> Iterable[tuple[str, Text]]:
        """What else the user should see, such as what is said without need: a rule and a sentence each."""


class Settled(NamedTuple):
    """What is left of the findings, and a word on each rule that is left out and on what was said without need.

    Attributes:
        kept: the places of the findings that stay.
    """

    kept: tuple[int, ...]
    skipped: tuple[Skipped, ...]


def settle(check: Check, sources: Sequence[Source], ui_language: str) -> Settled:
    """The findings without those that a source leaves out; the first source that speaks gives the reason."""
    reasons = _reasons(check, sources)
    left_out = zip(check.findings, reasons, strict=True)
    words = [(finding.rule, reason) for finding, reason in left_out if reason is not None]
    words += [remark for source in sources for remark in source.remarks(check)]
    skipped = (Skipped(rule, text.in_(ui_language)) for rule, text in words)
    return Settled(_kept(reasons), tuple(dict.fromkeys(skipped)))


def kept(check: Check, sources: Sequence[Source]) -> tuple[int, ...]:
    """The places of the findings that no source leaves out."""
    return _kept(_reasons(check, sources))


def _reasons(check: Check, sources: Sequence[Source]) -> Sequence[Text | None]:
    reasons: list[Text | None] = [None] * len(check.findings)
    for source in sources:
        reasons = [one or other for one, other in zip(reasons, source.reasons(check), strict=True)]
    return reasons


def _kept(reasons: Sequence[Text | None]) -> tuple[int, ...]:
    return tuple(at for at, reason in enumerate(reasons) if reason is None)
