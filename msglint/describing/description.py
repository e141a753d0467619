"""What there is to say about a rule, in one language: plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """Something that must be known besides the text to see why a rule speaks or is silent."""

    name: str
    value: str


@dataclass(frozen=True)
class DescribedExample:
    """A message that shows the rule at work, with what msglint says about it.

    Attributes:
        start, end: of what is flagged, in the text; None = nothing is, or it stands in the subject. Equal = a gap.
        flagged: the flagged characters.
        in_subject: whether they stand in the subject.
        finding: the sentence of the finding; empty for good examples.
        better: what msglint proposes for the place.
    """

    text: str
    facts: tuple[Fact, ...] = ()
    start: int | None = None
    end: int | None = None
    flagged: str = ""
    in_subject: bool = False
    finding: str = ""
    better: tuple[str, ...] = ()


@dataclass(frozen=True)
class DescribedExamples:
    """The examples in one language of messages."""

    language: str
    bad: tuple[DescribedExample, ...]
    good: tuple[DescribedExample, ...]


@dataclass(frozen=True)
class Sought:
    """What a rule that is data looks for in messages of one language.

    Attributes:
        kind: `phrase`, `substitution`, …
        how: what that kind does, one sentence.
        part: where it looks.
        items: phrases, expressions or token patterns; of a substitution with what may stand in their place.
        needed: of what is required, the phrases and expressions of which one must be there.
        exceptions: what takes a hit back.
        limit: what is counted and how much is too much.
        only: the conditions without which the rule does not run.
        file: where it is written.
    """

    language: str
    kind: str
    how: str
    part: str
    items: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    needed_in: str = ""
    exceptions: tuple[str, ...] = ()
    limit: str = ""
    only: str = ""
    file: str = ""


@dataclass(frozen=True)
class DescribedOption:
    """A setting of the rule."""

    name: str
    default: str
    help: str


@dataclass(frozen=True)
class Weight:
    """How much the rule weighs under a condition; severity `off` = it is silent."""

    condition: str
    severity: str


@dataclass(frozen=True)
class InProfile:
    """What a profile makes of the rule, where that is not what the rule is by itself.

    Attributes:
        title: what the profile is called.
        severity: the severity there; `off` = the rule does not run.
        options: what it sets, `name = value`.
    """

    name: str
    title: str
    severity: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Description:
    """A rule, described.

    Attributes:
        languages: of messages; empty = any.
        what: the sentence of its findings.
        why: why it matters to the reader.
        limits: what it knowingly does not see.
        better: wording that fits every finding.
        points: what a finding takes off the grade.
        fixable: whether `msglint check --fix` can put some of its findings right.
        weights: severities that depend on the message.
        profiles: the profiles that make something else of it.
        sought: what it looks for, if it is data.
        origin: the pack or package it comes from; empty = msglint.
        place: the module, or the files of the packs, that hold it.
        help_url: its page.
    """

    id: str
    language: str
    title: str
    severity: str
    languages: tuple[str, ...]
    what: str
    why: str
    limits: str
    better: str
    points: int
    fixable: bool
    source: str
    origin: str
    tags: tuple[str, ...]
    supersedes: tuple[str, ...]
    options: tuple[DescribedOption, ...]
    weights: tuple[Weight, ...]
    profiles: tuple[InProfile, ...]
    sought: tuple[Sought, ...]
    examples: tuple[DescribedExamples, ...]
    place: tuple[str, ...]
    help_url: str

    @property
    def family(self) -> str:
        """The first half of the id."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The second half of the id."""
        return self.id.partition(".")[2]
