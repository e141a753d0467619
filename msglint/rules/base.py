"""What a rule is: one frozen value that carries its texts, its options, its examples and the function that looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msglint.message.model import Attachment, Audience, Channel, Message, Relationship
from msglint.report import Severity, Span, Suggestion
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.analysis.engines import Engines
    from msglint.contacts.thread import Thread
    from msglint.documents.located import Place
    from msglint.message.searchable import SearchText


class Need(str, Enum):
    """What a rule must have before it is worth running."""

    HEADERS = "headers"
    FINITE_VERBS = "tags"
    WHOLE_TEXT = "whole text"
    SPELLING = "spelling"
    LANGUAGETOOL = "languagetool"


OF_ENGINES = frozenset({Need.SPELLING, Need.LANGUAGETOOL})
"""What is not there on every machine."""


class Option(NamedTuple):
    """A setting of one rule: name, default (its type is the option's type), what it does."""

    name: str
    default: bool | int | float | str | tuple[str, ...]
    help: Text


class Example(NamedTuple):
    """A message that shows a rule at work.

    Attributes:
        text: the body.
        flagged: the very characters that the rule must point at; None = any place. Only for bad examples.
        better: the first suggestion that the rule must make; None = any. Only for bad examples.
        answered: text of the message that this one answers.
        headers: False = a draft of which no headers are known.
        today: the day the message is written, `2026-03-02`; None = whatever day it is.
        options: of the rule, where it needs to be set to say anything.
        place: file and line, where the example is data.
    """

    text: str
    flagged: str | None = None
    better: str | None = None
    from_: str | None = None
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    subject: str | None = None
    answered: str | None = None
    answered_from: str | None = None
    channel: Channel = Channel.EMAIL
    audience: Audience | None = None
    relationship: Relationship | None = None
    attachments: tuple[Attachment, ...] | None = None
    language: str | None = None
    headers: bool = False
    today: str | None = None
    options: Mapping[str, object] = MappingProxyType({})
    place: Place | None = None

    def message(self) -> Message:
        """The example as a message."""
        answers = None
        if self.answered is not None:
            answers = Message.from_text(self.answered, from_=self.answered_from)
        message = Message.from_text(
            self.text,
            to=self.to,
            cc=self.cc,
            from_=self.from_,
            subject=self.subject,
            channel=self.channel,
            answers=answers,
        )
        from dataclasses import replace

        from msglint.message.addresses import parse_addresses

        return message.with_(
            headers=replace(message.headers, known=self.headers, bcc=parse_addresses(self.bcc)),
            given_date=date.fromisoformat(self.today) if self.today else None,
            audience=self.audience,
            given_relationship=self.relationship,
            attachments=self.attachments,
            given_language=self.language,
        )


class Examples(NamedTuple):
    """Messages in one language that must be flagged, and messages that must not."""

    bad: tuple[Example, ...]
    good: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule returns: a place, and what is particular to it.

    Attributes:
        span: code points in the message text, or in the subject where `part` is `subject`.
        values: fill the placeholders of the rule's message and reason.
        severity: in place of the rule's own, where the situation makes it weigh more or less.
        message: in place of the rule's own.
        why: in place of the rule's own.
        price: points to take off, in place of the severity's.
        recipient: address of the one recipient it is about, in lower case; empty = all of them.
    """

    span: Span
    part: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    severity: Severity | None = None
    confidence: float = 1.0
    message: Text | None = None
    why: Text | None = None
    price: int | None = None
    recipient: str = ""


class PhraseFinder(Protocol):
    """Finds the phrases of a list."""

    def finditer(self, text: SearchText) -> Iterator[re.Match[str]]:
        """Every place, in order."""


class Context(NamedTuple):
    """What a rule may ask besides the message itself.

    Attributes:
        options: the rule's options, defaults filled in.
        thread: who is who in the conversation.
        engines: taggers, loaded when first asked.
        phrases: gives what finds the phrases of a list in the rulesets, by its name and the language.
        ui_language: language of the findings; suggestions are in the message's own.
    """

    options: Mapping[str, object]
    thread: Thread
    engines: Engines
    phrases: Callable[[str, str], PhraseFinder]
    ui_language: str

    def number(self, name: str) -> int:
        """A whole-number option."""
        value = self.options[name]
        assert isinstance(value, int)
        return value


Check = Callable[[Message, Context], Iterable[Hit]]


@dataclass(frozen=True)
class Rule:
    """One thing that msglint looks for.

    Attributes:
        id: `family.name`.
        languages: message languages it works in; empty = any.
        severity: default severity.
        title: what it is about, a few words.
        message: the finding, one sentence.
        why: why it matters to the reader.
        source: where the rule comes from.
        check: looks at a message.
        examples: by language.
        needs: what must be there before it is run.
        options: what can be set.
        limits: what it knowingly does not see.
        better: wording that fits every finding, where there is one.
        tags: free words to find rules by.
        supersedes: ids of rules whose findings say less about the same place.
        price: points taken off per finding; None = by severity.
        fixable_from: confidence from which the first suggestion may be put in without asking; None = never.
        origin: the pack or package it comes from, as the user named it; empty = it comes with msglint.
    """

    id: str
    languages: frozenset[str]
    severity: Severity
    title: Text
    message: Text
    why: Text
    source: str
    check: Check
    examples: Mapping[str, Examples]
    needs: frozenset[Need] = frozenset()
    options: tuple[Option, ...] = ()
    limits: Text | None = None
    better: Text | None = None
    tags: tuple[str, ...] = ()
    supersedes: frozenset[str] = frozenset()
    price: int | None = None
    fixable_from: float | None = None
    origin: str = ""

    @property
    def family(self) -> str:
        """The first half of the id."""
        return self.id.partition(".")[0]

    def runs_on(self, language: str) -> bool:
        """Whether the rule works on messages in that language (`de`, `en`, `other`)."""
        return not self.languages or language in self.languages

    @property
    def defaults(self) -> Mapping[str, object]:
        """The options with their default values."""
        return {option.name: option.default for option in self.options}
