"""Text that the author has pasted under a note of his own: a script, an excerpt, the draft of another message."""

from __future__ import annotations

import re
from typing import Final

from msglint.message.lines import masked
from msglint.message.patterns import lazy
from msglint.message.searchable import folded
from msglint.report import Span

_SEPARATOR: Final = lazy(r"^[^\S\n]*(?:[-=_*~#+]{4,}|(?:- ){3,}-?)[^\S\n]*$", re.MULTILINE)
_LABEL: Final = lazy(
    r"^[^\S\n]*(?:(?:die|ihre|deine|the|your)\s+)?(?:nachricht|text|wortlaut|entwurf|auszug|mail|e-mail|message|draft|"
    r"excerpt)\s*:[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_GREETING: Final = lazy(
    r"^[^\S\n]*(?:sehr\s+geehrte[rns]?|liebe[rs]?|hallo|hi|hey|guten\s+tag|dear|hello)\b[^.!?\n]{0,60}[,!]?[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_WRITING: Final = (
    r"\w*(?:skript|script|manuskript|auszug|ausschnitt|leseprobe|abstract|excerpt|extract)\w*|kapitels?|entw[uü]rf\w*|"
    r"artikels?|passage|(?:\w+-?)?text(?:es|e)?|draft|chapter|article"
)
_LETTER: Final = r"(?:e-?)?mails?|nachricht|schreiben|briefe?s?|letter|message|antwort|anschreiben"
_ANNOUNCED: Final = lazy(
    r"(?:"
    rf"\b(?:hier|anbei|hiermit|unten|folgend\w*|nachstehend\w*|nachfolgend\w*|sende|schicke|kopiere|füge|maile|here|below|"
    rf"following|sending|pasted?|copied)\b[^.!?\n]{{0,90}}\b(?:{_WRITING})\b[^.!?:\n]{{0,60}}[.:!]|"
    rf"\b(?:unten|folgend\w*|nachstehend\w*|nachfolgend\w*|below|following)\b[^.!?\n]{{0,90}}\b(?:{_LETTER})\b"
    rf"[^.!?:\n]{{0,60}}[.:!]|"
    rf"\b(?:{_WRITING}|{_LETTER})\b[^.!?:\n]{{0,40}}:"
    r")[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
# What an announcement calls what it announces: most notes have no such word.
_WRITINGS: Final = (
    "skript", "script", "auszug", "ausschnitt", "leseprobe", "abstract", "excerpt", "extract", "kapitel", "entwurf",
    "entwürf", "artikel", "passage", "text", "draft", "chapter", "article", "mail", "nachricht", "schreiben", "brief",
    "letter", "message", "antwort",
)  # fmt: skip
_LONGEST_NOTE: Final = 80
_SHORTEST_BLOCK: Final = 60
_TIMES: Final = 3


def without_pasted(body: str) -> str:
    """`body` with what is pasted under its author's note as blanks; same length, same lines."""
    start = _pasted_from(body)
    return body if start is None else masked(body, (Span(0, start),))


def _pasted_from(body: str) -> int | None:
    """Where a block begins that a short note announces, or that a line or a greeting of its own sets off."""
    if len(body.split()) <= _SHORTEST_BLOCK:
        return None
    lowered = folded(body)
    patterns: tuple[re.Pattern[str], ...] = (_SEPARATOR, _LABEL, _GREETING)
    if any(word in lowered for word in _WRITINGS):
        patterns = (_ANNOUNCED, *patterns)
    for pattern in patterns:
        for match in pattern.finditer(body):
            note, block = len(body[: match.end()].split()), len(body[match.end() :].split())
            if note > _LONGEST_NOTE:
                break
            if note and block >= max(_SHORTEST_BLOCK, _TIMES * note):
                return match.end()
    return None


def sections_of(body: str) -> tuple[Span, ...]:
    """The stretches of `body` between lines that set off what is somebody else's, or said to somebody else."""
    ends = {match.start() for pattern in (_SEPARATOR, _LABEL) for match in pattern.finditer(body)}
    ends |= {match.start() for match in _GREETING.finditer(body) if body[: match.start()].strip()}
    pasted = _pasted_from(body)
    if pasted is not None:
        ends.add(pasted)
    starts = sorted({0, *ends})
    sections = (Span(start, end) for start, end in zip(starts, [*starts[1:], len(body)], strict=True))
    return tuple(section for section in sections if section.of(body).strip())
