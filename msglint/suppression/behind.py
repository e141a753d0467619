"""What a rule finds behind the place that it reports: many tell the first of a kind only.

Where that first place is the template's, the next one may be the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from msglint.grade import Priced
from msglint.message.model import Message
from msglint.report import Finding, Span

MOST_ROUNDS: Final = 4
LONGEST: Final = 80
"""What is longer is no single place, but a sentence or a paragraph; of these rules tell all."""

Find = Callable[[Message, Collection[str]], Sequence[Priced]]
"""What rules with these ids find in a message."""


def behind(message: Message, found: Sequence[Priced], find: Find) -> Iterator[Sequence[Priced]]:
    """Round by round what the same rules find when the places that they have found are blank."""
    blank: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        places = [item.finding for item in found if 0 < len(item.finding.span) <= LONGEST]
        if not places:
            return
        blank += places
        again = find(_blanked(message, blank), {finding.rule for finding in places})
        found = [item for item in again if not _touches(item.finding, blank)]
        yield found


def _touches(finding: Finding, places: Sequence[Finding]) -> bool:
    """Whether it is no other place; what is empty was there before."""
    if not len(finding.span):
        return True
    return any(
        _is_in_subject(finding) == _is_in_subject(place) and finding.span.overlaps(place.span) for place in places
    )


def _blanked(message: Message, places: Sequence[Finding]) -> Message:
    text = _blank(message.text, [place.span for place in places if not _is_in_subject(place)])
    in_subject = [place.span for place in places if _is_in_subject(place)]
    subject = _blank(message.headers.subject or "", in_subject) if in_subject else message.headers.subject
    return message.with_(text=text, headers=replace(message.headers, subject=subject))


def _is_in_subject(finding: Finding) -> bool:
    return finding.part == "subject"


def _blank(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks for all characters of the stretches; same length, same lines."""
    for span in spans:
        text = text[: span.start] + re.sub(r"[^\n]", " ", span.of(text)) + text[span.end :]
    return text
