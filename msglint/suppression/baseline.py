"""Findings of a template that has been accepted as it is are not repeated for every letter made from it.

What stands in both a letter and the template is the template's, what is not in the template was filled in. A finding of
the letter is left out where the template has the same one at the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from msglint.documents.errors import DocumentError
from msglint.message.model import Message
from msglint.profiles.plan import Plan
from msglint.report import Finding
from msglint.suppression.alignment import Alignment, Words, align
from msglint.suppression.source import Check
from msglint.texts import Text

ALIKE: Final = 0.7
"""So much of what a template says must stand in a letter, in order, for it to be made from it."""
FEWEST_WORDS: Final = 5
"""A body with fewer words says too little: then greeting and closing count as well."""
NEVER: Final = ("placeholder", "recipient")
"""Families whose findings are about what was filled in, or was not."""

_REASON: Final = Text(de="steht so in der Vorlage {name}", en="stands so in the template {name}")


@dataclass(frozen=True)
class Template:
    """A template that has been accepted.

    Attributes:
        name: as the user knows the file.
    """

    name: str
    message: Message

    @cached_property
    def words(self) -> Words:
        """The words of its text."""
        return Words.of_template(self.message.parts.own_text)

    @cached_property
    def subject(self) -> Words:
        """The words of its subject."""
        return Words.of_template(self.message.headers.subject or "")

    @cached_property
    def telling(self) -> frozenset[int]:
        """The numbers of the words by which a letter made from it is known."""
        body = {number for span in self.message.parts.body for number in self.words.touched(span)}
        in_body = _proper(self.words, body)
        return in_body if len(in_body) >= FEWEST_WORDS else _proper(self.words, range(len(self.words.words)))


def _proper(words: Words, numbers: Iterable[int]) -> frozenset[int]:
    """Those that are no fields and no signs."""
    return frozenset(number for number in numbers if words.words[number][0].isalnum())


class Templates(NamedTuple):
    """What could be read of the baseline, and a sentence on every file that could not."""

    templates: tuple[Template, ...] = ()
    problems: tuple[DocumentError, ...] = ()


def read_templates(paths: Iterable[Path]) -> Templates:
    """The templates in files, folders and archives."""
    from msglint.message.sources import read_path
    from msglint.paths import shown

    templates: list[Template] = []
    problems: list[DocumentError] = []
    for draft in (draft for path in paths for draft in read_path(path)):
        name = shown(Path(draft.path))
        if draft.message is not None:
            templates.append(Template(name, draft.message))
        elif draft.error is not None:
            problems.append(
                DocumentError(
                    f"{name}: Die Vorlage bleibt unberücksichtigt. {draft.error.de}",
                    f"{name}: the template is not used. {draft.error.en}",
                )
            )
    return Templates(tuple(templates), tuple(problems))


class Baseline:
    """Leaves out what the templates have as well.

    Args:
        templates: what has been accepted.
        find: what is found in a message by a plan, nothing left out.
    """

    def __init__(self, templates: Sequence[Template], find: Callable[[Message, Plan], Sequence[Finding]]) -> None:
        self._templates = templates
        self._find = find
        self._found: dict[tuple[object, ...], Sequence[Finding]] = {}

    def reasons(self, check: Check) -> Sequence[Text | None]:
        """For each finding the template that has the same at the same words; None where there is none."""
        if all(finding.family in NEVER for finding in check.findings):
            return [None] * len(check.findings)
        letter = Words.of_letter(check.message.parts.own_text)
        origins = [origin for template in self._templates if (origin := self._origin(template, letter, check))]
        return [_reason(finding, check, origins) for finding in check.findings]

    def remarks(self, check: Check) -> Iterator[tuple[str, Text]]:
        """Nothing: a template is not there to be wrong."""
        yield from ()

    def _origin(self, template: Template, letter: Words, check: Check) -> _Origin | None:
        """What the letter has of the template; None if it was not made from it."""
        body = align(template.words, letter, ALIKE / 2)
        if body is None or not _is_made_from(template, body):
            return None
        subject = align(template.subject, Words.of_letter(check.message.headers.subject or ""), 0)
        return _Origin(template.name, self._findings(template, check), body, subject)

    def _findings(self, template: Template, check: Check) -> Sequence[Finding]:
        """Of the template, checked as the letter is."""
        letter = check.message
        key = (template.name, check.plan.profile, letter.channel, letter.audience, letter.relationship, letter.language)
        if key not in self._found:
            message = template.message.with_(
                channel=letter.channel,
                audience=letter.audience,
                given_relationship=letter.relationship,
                given_language=letter.language,
                own_domains=letter.own_domains,
            )
            self._found[key] = self._find(message, check.plan)
        return self._found[key]


@dataclass(frozen=True)
class _Origin:
    """A template beside a letter that was made from it."""

    name: str
    findings: Sequence[Finding]
    body: Alignment
    subject: Alignment | None

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each rule has found something in the template."""
        return Counter(finding.rule for finding in self.findings)

    def has(self, finding: Finding, *, is_only: bool) -> bool:
        """Whether the template has the same; `is_only` where the letter has no other finding of the rule."""
        return any(self._is_same(finding, other, is_only=is_only) for other in self.findings)

    def _is_same(self, finding: Finding, other: Finding, *, is_only: bool) -> bool:
        in_subject = finding.part == "subject"
        if finding.rule != other.rule or finding.severity > other.severity or in_subject != (other.part == "subject"):
            return False
        if is_only and self.counted[finding.rule] == 1 and not len(finding.span) and not len(other.span):
            # What is missing in a message as a whole is shown at a place that says little.
            return True
        alignment = self.subject if in_subject else self.body
        return alignment is not None and alignment.is_same_place(finding.span, other.span)


def _is_made_from(template: Template, alignment: Alignment) -> bool:
    there = template.telling.intersection(alignment.numbers.values())
    return bool(there) and len(there) >= ALIKE * len(template.telling)


def _reason(finding: Finding, check: Check, origins: Iterable[_Origin]) -> Text | None:
    if finding.family in NEVER:
        return None
    is_only = sum(1 for other in check.findings if other.rule == finding.rule) == 1
    name = next((origin.name for origin in origins if origin.has(finding, is_only=is_only)), None)
    return None if name is None else Text(*(text.format(name=name) for text in _REASON))
