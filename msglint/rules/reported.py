"""What LanguageTool says of a message, as hits of the rule that tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Check, Context, Hit

if TYPE_CHECKING:
    from msglint.analysis.languagetool.checker import Slip
    from msglint.texts import Text

MOST_SUGGESTIONS: Final = 3
_SURE: Final = 0.85
_DOUBTFUL: Final = 0.6
_GAP: Final = lazy(r"\s+")


def slips_of(rule_id: str, message: Message, context: Context) -> Iterator[Slip]:
    """What LanguageTool has found that a rule is to tell of, in the order of the text.

    Args:
        rule_id: the rule.
        message: the message.
        context: what the rule was given.

    Raises:
        EngineError: after the last, if LanguageTool could not be asked or there is more to tell of it.
    """
    from msglint.analysis.languagetool.kinds import Kind
    from msglint.contacts.names.unsent import UnsentNames

    checked = context.engines.languagetool.check(message, UnsentNames(context.thread).hold)
    return checked.of(Kind(rule_id))


def hits_of(rule_id: str, message: Message, context: Context) -> Iterator[Hit]:
    """The same as hits, with LanguageTool's replacements and its own words."""
    for slip in slips_of(rule_id, message, context):
        yield hit_for(slip, message.text)


def telling(rule_id: str, *, without_better: Text | None = None) -> Check:
    """The check of a rule that tells of nothing else; `without_better` is its message where LanguageTool knows no better."""

    def check(message: Message, context: Context) -> Iterator[Hit]:
        for hit in hits_of(rule_id, message, context):
            yield hit if without_better is None or hit.suggestions else replace(hit, message=without_better)

    return check


def hit_for(slip: Slip, text: str) -> Hit:
    """A hit; its values are what is written, what is better, and what LanguageTool says about it."""
    span, replacements = _with_word_before(slip.span, slip.replacements, text)
    written = span.of(text)
    better = tuple(dict.fromkeys(_with_gaps(written, found) for found in replacements))[:MOST_SUGGESTIONS]
    return Hit(
        span=span,
        severity=Severity.SUGGESTION if slip.is_doubtful else None,
        confidence=_DOUBTFUL if slip.is_doubtful else _SURE,
        values={
            "word": _in_one_line(written),
            "better": _in_one_line(better[0]) if better else "",
            "languagetool": slip.message,
        },
        suggestions=tuple(Suggestion(found, span) for found in better),
    )


def _with_word_before(span: Span, replacements: Sequence[str], text: str) -> tuple[Span, Sequence[str]]:
    """A place that begins with the blank between two words, or with a comma, is shown with the first of them."""
    if text[span.start].isalnum():
        return span, replacements
    start = span.start
    while start and not text[start - 1].isspace():
        start -= 1
    before = text[start : span.start]
    if not before or not before[-1].isalnum():
        return span, replacements
    return Span(start, span.end), [before + found for found in replacements]


def _with_gaps(written: str, better: str) -> str:
    """The replacement with the line ends that stand between the words now."""
    gaps, words = _GAP.findall(written), better.split(" ")
    if "\n" not in written or len(gaps) != len(words) - 1:
        return better
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
