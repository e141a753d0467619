"""Finds the name under a message and what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msglint.message.closing import (
    SENTENCE_WORD,
    Closing,
    before_postscript,
    is_name_line,
    looks_like_contact,
)
from msglint.message.lines import Line
from msglint.message.patterns import lazy
from msglint.message.spellings import fold
from msglint.report import Span

_SIGNATURE_MARK = re.compile(r"--[ \t\u00a0]*$|[-_]{2}\s?$")
_SMILEY = lazy(r"\s*(?::[-']?[)(*DPp]|;-?\)|\^\^|<3)\s*$")
_SIGNED_AS = lazy(r"\s*(?:deine?|ihre?|eure?|euer|your)\s+\w", re.IGNORECASE)  # "Deine Kollegen von der Frühschicht"
_MAX_NAME_WORDS = 4
_MAX_NAME_LINES = 4
_MAX_LABEL_WORDS = 7
_MAX_INITIALS = 3
_LONGEST_END = 300


def delimited_signature(lines: Sequence[Line]) -> Span | None:
    """What stands below a line `-- `, that line included."""
    for at, line in enumerate(lines):
        if _SIGNATURE_MARK.match(line.text) and any(not below.blank for below in lines[at + 1 :]):
            return Span(line.start, lines[-1].end)
    return None


def name_signature(lines: Sequence[Line], names: Iterable[str]) -> Span | None:
    """The sender's name on a line of its own, with the contact data under it, where no closing leads to it.

    Args:
        lines: own text without salutation.
        names: the sender's names as the header has them.
    """
    own_names = _folded(names)
    filled = [line for line in before_postscript(lines) if not line.blank]
    for at in range(1, len(filled)):
        if _is_own_name(filled[at].text, own_names) and all(_short(line.text) for line in filled[at + 1 :]):
            return Span(filled[at].span.start, filled[-1].end)
    return _contact_block(filled) or _set_off_name(filled)


def nothing_but_a_name(lines: Sequence[Line]) -> Span | None:
    """The whole text, where it is one line with a first and a last name: a signature under nothing."""
    filled = [line for line in lines if not line.blank]
    if len(filled) != 1 or not is_name_line(filled[0].text):
        return None
    words = filled[0].text.partition(",")[0].split()
    if not 1 < len(words) <= _MAX_NAME_WORDS or not all(word[:1].isupper() for word in words):
        return None
    from msglint.message.given_names import is_given_name

    return filled[0].span if is_given_name(words[0]) else None


def _set_off_name(filled: Sequence[Line]) -> Span | None:
    """A last paragraph that is a name, with what the person is under it: `Prof. Dr. H. Uhl / Lehrstuhl für …`."""
    start = max(0, len(filled) - 1)
    while start > 0 and filled[start].start - filled[start - 1].end < 2:
        start -= 1
    block = filled[start:]
    if start == 0 or len(block) > _MAX_NAME_LINES or not all(_is_signature_line(line.text) for line in block):
        return None
    name = re.sub(r"\([^()]*\)", "", block[0].text).partition(",")[0].strip(" \t*_-–—~./")
    words = [word for word in name.split() if not word.endswith(".")]
    if not 0 < len(words) <= (_MAX_NAME_WORDS if len(block) > 1 else 2) or not is_name_line(name):
        return None
    return Span(block[0].span.start, block[-1].end) if all(word[:1].isupper() for word in words) else None


def _is_signature_line(text: str) -> bool:
    """A line of a signature: a few words that are no sentence."""
    text = text.strip()
    return (
        len(text.split()) <= _MAX_LABEL_WORDS
        and not re.search(r"[!?:]$|[a-zäöüß]\.$", text)
        and not SENTENCE_WORD.search(text)
    )


def _is_own_name(text: str, own_names: frozenset[str]) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    return 0 < len(words) <= _MAX_NAME_WORDS and is_name_line(text) and any(fold(word) in own_names for word in words)


def _short(text: str) -> bool:
    return len(text.split()) <= 12


def _contact_block(filled: Sequence[Line]) -> Span | None:
    """Name, firm, telephone at the end: short lines of which one holds contact data."""
    start = len(filled)
    while (
        start > 1
        and (looks_like_contact(filled[start - 1].text) or is_name_line(filled[start - 1].text))
        and not re.search(r"[.!?:]\s*$", filled[start - 1].text)
    ):
        start -= 1
    block = filled[start:]
    if len(block) < 2 or not any(looks_like_contact(line.text) for line in block) or not is_name_line(block[0].text):
        return None
    return Span(block[0].span.start, filled[-1].end)


def is_signed(
    text: str, closing: Closing | None, signature: Span | None, lines: Sequence[Line], names: Iterable[str]
) -> bool:
    """Whether a name, initials or a signature stands at the end of the own text.

    Args:
        text: the message text.
        closing: the closing, if there is one.
        signature: a signature that was found already.
        lines: own text without salutation and signature.
        names: the sender's names.
    """
    if signature is not None and re.search(r"[^\W\d_]{2}", signature.of(text)):
        return True
    lines = before_postscript(lines)
    if closing is not None:
        end = max(closing.after, lines[-1].end if lines else 0)
        return re.search(r"[^\W\d_]", text[closing.after : end]) is not None
    return _ends_with_name([line for line in lines if not line.blank], _folded(names))


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for name in names for word in name.split() if len(word) > 1)


def _ends_with_name(filled: Sequence[Line], own_names: frozenset[str]) -> bool:
    if not filled:
        return False
    last = filled[-1].text[-_LONGEST_END:]
    if len(filled) > 1 and _SIGNED_AS.match(last) and len(last.split()) <= _MAX_NAME_WORDS + 2:
        return True
    return (len(filled) > 1 and _is_bare_name(last)) or _ends_in_name(last, own_names)


def _is_bare_name(last: str) -> bool:
    """A last line of one to three capitalised words or initials: `Ursel`, `Sue Mara`, `SWD`."""
    last = _SMILEY.sub("", last)
    text = last.strip(" \t*_-–—~.,!/()")
    words = text.split()
    if not 0 < len(words) <= 3 or SENTENCE_WORD.search(text) or re.search(r"\d", text):
        return False
    return all(word[:1].isupper() or len(word) <= _MAX_INITIALS for word in words) and not re.search(
        r"[.!?:]$", last.strip()[:-1]
    )


def _ends_in_name(last: str, own_names: frozenset[str]) -> bool:
    """`… on the couch. Tom`, `let's discuss, BT`: a name behind the last sentence, in the same line."""
    pieces = re.split(r"[.!?:)–—\"”“,]+\s+|\s{2,}|\s[-–—/]+\s*", last.strip())
    words = pieces[-1].strip(" .,!").split()
    if len(pieces) < 2 or not 0 < len(words) <= 2:
        return False
    if all(fold(word) in own_names for word in words):
        return True
    name = words[0]
    if len(words) != 1 or not last.rstrip()[-1:].isalpha():
        return False
    if name.isupper():
        return len(name) <= _MAX_INITIALS
    return name[:1].isupper() and len(name) <= 12 and not re.search(r",\s+\S+$", last.strip())
