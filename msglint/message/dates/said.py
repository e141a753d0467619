"""Where dates are the writer's own words, and the sentence around one."""

from __future__ import annotations

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


def said_in(message: Message) -> tuple[tuple[str | None, str], ...]:
    """Part and text, offsets as in the message: the body, and the subject where it is not another's ("Re: …").

    What stands in quotation marks is left out.
    """
    body = (None, message.searchable("body").unquoted)
    subject = message.headers.subject
    if not subject or message.is_reply:
        return (body,)
    return ((SUBJECT, subject), body)


def sentence_at(text: str, span: Span) -> Span:
    """The sentence around `span`, three hundred characters to either side at the most.

    The full stop of an ordinal or an abbreviation ends none; where it might do both, two sentences count as one.
    """
    start = max(0, span.start - _REACH)
    ends = [match.end() for match in _ENDS.finditer(text, start, span.start)]
    behind = _ENDS.search(text, max(0, span.end - 1), span.end + _REACH)
    end = behind.end() if behind else min(len(text), span.end + _REACH)
    return Span(ends[-1] if ends else start, max(span.end, end))
