"""One rule of a pack as it was written, found right: plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from msglint.documents.located import Place
from msglint.report import Severity
from msglint.rules.base import Example
from msglint.rulesets.conditions import Conditions
from msglint.texts import Text


class Kind(str, Enum):
    """How a rule of a pack looks."""

    PHRASE = "phrase"
    SUBSTITUTION = "substitution"
    REGEX = "regex"
    TOKENS = "tokens"
    OCCURRENCE = "occurrence"
    REQUIRED = "required"


@dataclass(frozen=True)
class Written:
    """A phrase, an expression or a token pattern with the place where it is written.

    Attributes:
        text: the phrase or the expression.
        place: file and line.
        replacements: what may stand in its place, best first.
        tokens: the token pattern, for that kind.
    """

    text: str
    place: Place
    replacements: tuple[str, ...] = ()
    tokens: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True)
class Limit:
    """What an occurrence rule counts.

    Attributes:
        count: words, characters, sentences, paragraphs, questions, phrases or patterns.
        per: message, paragraph, sentence or 100-words.
        number: the limit.
        below: it is a finding where there are fewer, not where there are more.
    """

    count: str
    per: str
    number: int
    below: bool = False


@dataclass(frozen=True)
class Entry:
    """A rule in one language of messages. What is None or empty may stand in the entry of the other language.

    Attributes:
        severity_by: conditions with the severity that they decide; None = silent.
        when: conditions without which the rule does not run.
        stated: those of `when` and `severity-by` that are written, even if empty; others come from the other language.
        parts: the parts of the message it looks at; beside `own`, the subject only where it is the writer's own.
        exceptions: phrases, and expressions between slashes, that take a hit back.
        phrases, patterns: what is looked for; for `required` what makes the element necessary.
        needs: phrases and expressions of which one must be there, for `required`.
        needs_in: where.
    """

    id: str
    language: str
    kind: Kind
    place: Place
    severity: Severity | None = None
    severity_by: tuple[tuple[Conditions, Severity | None], ...] = ()
    when: Conditions = field(default_factory=dict)
    stated: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ("body",)
    in_quotes: bool = False
    title: Text | None = None
    message: Text | None = None
    why: Text | None = None
    limits: Text | None = None
    better: Text | None = None
    source: str | None = None
    tags: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    confidence: float = 0.9
    price: int | None = None
    most: int = 3
    exceptions: tuple[Written, ...] = ()
    phrases: tuple[Written, ...] = ()
    patterns: tuple[Written, ...] = ()
    token_patterns: tuple[Written, ...] = ()
    limit: Limit | None = None
    needs: tuple[Written, ...] = ()
    needs_patterns: tuple[Written, ...] = ()
    needs_in: str = "own"
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
