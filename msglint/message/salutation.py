"""Finds the salutation: the words at the start that greet or address the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msglint.message.called import greeting_behind_wish, name_alone, thanks_with_name
from msglint.message.greeted import Salutation, Tone
from msglint.message.lines import Line
from msglint.message.opening import NOT_A_NAME, continued, greeting_at
from msglint.message.spellings import fold

_MAX_LETTERHEAD = 30
_MAX_SET_OFF = 8
_HEADING = re.compile(
    r"\W*(?:(?:streng\s+)?(?:vertraulich|privileged|confidential|privat|persönlich|personal|urgent|dringend|"
    r"attorney|client|communication|work|product|legally|and|und|legal|advice|"
    r"this|e-?mail|contains|eilig|wichtig)\b\W*)+",
    re.IGNORECASE,
)


def find_salutation(lines: Sequence[Line], known: Iterable[str] = ()) -> Salutation | None:
    """The salutation at the start of the own text.

    Args:
        lines: the lines of the own text, quotes left out.
        known: names of people the message may greet (recipients, the person answered): they tell a bare name from a
            bare word.
    """
    filled = [line for line in lines if not line.blank and not _HEADING.fullmatch(line.text)]
    known_folded = frozenset(
        fold(word) for name in known for word in re.split(r"[\s,.<>()@_-]+", name) if len(word) > 1
    ) - {""}
    for at, line in enumerate(filled[:_MAX_LETTERHEAD]):
        found = greeting_at(line, lenient=at <= 1, known=known_folded)
        if found is None and at <= 1:
            found = name_alone(line, known_folded, first=at == 0)
        if found is None and at == 0:
            found = thanks_with_name(line, known_folded) or greeting_behind_wish(line)
        if found is not None and (at <= 1 or _may_follow_letterhead(filled[:at], found)):
            return continued(found, filled[at:], known=known_folded)
    return _set_off(filled)


def _set_off(filled: Sequence[Line]) -> Salutation | None:
    """Whatever its words: a short first line that ends with a comma, with a blank line below it, greets the reader."""
    if len(filled) < 2 or filled[1].start - filled[0].end < 2:
        return None
    text = filled[0].text.strip()
    words = text.split()
    called = re.fullmatch(r"\w+,\s+[A-ZÄÖÜ][\w-]+!", text) is not None  # "Mensch, Heiner!"
    if not (text.endswith(",") or called) or len(words) > _MAX_SET_OFF or words[0].lower().strip(",") in NOT_A_NAME:
        return None
    return Salutation(
        filled[0].span, "", text[-1], (), Tone.FAMILIAR, group=True, faceless=False, own_line=True, language=None
    )


def _may_follow_letterhead(before: Sequence[Line], found: Salutation) -> bool:
    """Above a salutation stands at most a letterhead or a remark: no text that runs on."""
    if not found.own_line or not (found.mark or found.tone is Tone.FORMAL):
        return False
    return sum(len(line.text.split()) > 12 for line in before) <= 1
