"""Where dates are the writer's own words, and the sentence around one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from msglint.message.dates.finding import find_dates, ranges_among, with_weekday_among
from msglint.message.dates.model import DateRange, WrittenDate
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Span

SUBJECT = "subject"
_ENDS = lazy(
    r"(?<!\d)(?<!\b\w)(?<!\b(?:Dr|Nr|St|Hr|Fr|Mr|Ms|No|Mo|Di|Mi|Do|Sa|So|ca|Co))"
    r"(?<!\b(?:Jan|Feb|Mär|Mrz|Mar|Apr|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mrs|bzw))"
    r"(?<!\bSept)[.!?…](?=\s|$)|"
    r"(?<=\d\d\d\d)\.(?=\s)|\d\.(?=\s+(?:Bitte|Ich|Wir|Sie|Das|Die|Der|Please|I|We|You|The)\b)|"
    r"\n[ \t]*\n|\n[ \t]*[-–*•]\s"
)
_REACH = 300


@dataclass(frozen=True)
class Dated:
    """A text with its dates, which are looked for once.

    Attributes:
        part: `subject`, or None for the body.
        text: offsets as in the message; what stands in quotation marks is left out of the body.
    """

    part: str | None
    text: str
    language: str

    @cached_property
    def dates(self) -> tuple[WrittenDate, ...]:
        """The dates, in order."""
        return find_dates(self.text, self.language)

    @cached_property
    def with_weekday(self) -> tuple[WrittenDate, ...]:
        """The dates of which a weekday is said, first days of ranges among them."""
        return with_weekday_among(self.dates, self.text, self.language)

    @cached_property
    def ranges(self) -> tuple[DateRange, ...]:
        """The ranges of dates."""
        return ranges_among(self.dates, self.text, self.language)


def said_in(message: Message) -> Sequence[Dated]:
    """The subject, where it is not another's ("Re: …"), and the body: `Message.dated` keeps them."""
    language = message.base_language
    body = Dated(None, message.searchable("body").unquoted, language)
    subject = message.headers.subject
    if not subject or message.is_reply:
        return (body,)
    return (Dated(SUBJECT, subject, language), body)


def sentence_at(text: str, span: Span) -> Span:
    """The sentence around `span`, three hundred characters to either side at the most.

    The full stop of an ordinal or an abbreviation ends none; where it might do both, two sentences count as one.
    """
    start = max(0, span.start - _REACH)
    ends = [match.end() for match in _ENDS.finditer(text, start, span.start)]
    behind = _ENDS.search(text, max(0, span.end - 1), span.end + _REACH)
    end = behind.end() if behind else min(len(text), span.end + _REACH)
    return Span(ends[-1] if ends else start, max(span.end, end))
