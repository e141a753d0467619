"""What register.pronoun-case tells: apart from the rule, because most letters hold nothing to look at closely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Hit
from msglint.rules.register.meant import SURE
from msglint.rules.register.small import SMALL, may_mean_reader, small_in
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.rules.register.address import Stretch

_CAPITAL: Final = lazy(r"(?<=[a-zäöüß,;)\n] )[A-ZÄÖÜ]\w{2,}|\w\n[A-ZÄÖÜ]\w{2,}")
_FEW_WORDS: Final = 15
_LARGE_TEXT: Final = Text(
    "Groß meint „{written}“ den Leser; wer hier gemeint ist, wird „{right}“ geschrieben.",
    "With a capital, “{written}” is the reader; those who are meant here are “{right}”.",
)
_LARGE_WHY: Final = Text(
    "Der Leser bezieht es auf sich und stutzt erst, wenn der Satz nicht mehr aufgeht.",
    "The reader takes it to mean him, and stumbles when the sentence no longer adds up.",
)


def hits_in(message: Message, context: Context, *, is_large: bool) -> Iterator[Hit]:
    """A hit on every small pronoun that means the reader, and on every large one that does not.

    Args:
        message: the message.
        context: what the rule was given.
        is_large: there may be large ones that do not.
    """
    is_small = context.thread.form_by_contacts != "du" and may_mean_reader(message)
    if not is_small and not is_large:
        return
    from msglint.rules.register.address import stretches_of

    for stretch in stretches_of(message, context.thread):
        if is_large:
            yield from _large_hits(stretch)
        if is_small and SMALL.search(stretch.text):
            yield from _small_hits(stretch)


def _large_hits(stretch: Stretch) -> Iterator[Hit]:
    from msglint.rules.register.written_large import written_large

    for span in written_large(stretch):
        written = span.of(stretch.text)
        right = written[0].lower() + written[1:]
        yield Hit(
            span=span,
            values={"right": right, "written": written},
            message=_LARGE_TEXT,
            why=_LARGE_WHY,
            confidence=0.85,
            suggestions=(Suggestion(right, span),),
        )


def _small_hits(stretch: Stretch) -> Iterator[Hit]:
    if stretch.is_du:
        return
    found = small_in(stretch)
    if not stretch.is_sie and not any(one.is_reader and one.said.points >= SURE for one in found):
        return
    told = [one for one in found if one.is_reader]
    throughout = _is_small_throughout(stretch.text)
    for one in told[:1] if throughout else told:
        written = one.span.of(stretch.text)
        right = written[0].upper() + written[1:]
        yield Hit(
            span=one.span,
            values={"right": right, "written": written},
            severity=None if one.is_sure and not throughout else Severity.SUGGESTION,
            confidence=0.95 if one.is_sure else 0.85,
            suggestions=(Suggestion(right, one.span, safe=one.is_sure),),
        )


def _is_small_throughout(text: str) -> bool:
    """Whether the writer uses no capital letters at all."""
    return _CAPITAL.search(text) is None and len(text.split()) >= _FEW_WORDS
