"""What a message asks."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?]")
_BLANK_LINE = re.compile(r"\n\s*\n")
_ABBREVIATION_DOT = re.compile(r"\b(Dr|Prof|Nr|ca|z\. ?B|bzw|usw|Mr|Mrs|Ms|e\. ?g|i\. ?e|St|\d{1,2})\.(?=\s*\w)")
_MAX_LENGTH = 140


def questions_of(text: str, most: int = 2) -> tuple[str, ...]:
    """The first questions in `text`, each on one line, as they were asked."""
    protected = _ABBREVIATION_DOT.sub(lambda match: match.group().replace(".", "\u2024"), text)
    found = []
    start = 0
    for end in _SENTENCE_END.finditer(protected):
        sentence = _BLANK_LINE.split(protected[start : end.end()])[-1]
        start = end.end()
        if end.group() != "?":
            continue
        question = " ".join(sentence.replace("\u2024", ".").split())
        question = re.sub(r"^[\W_]+", "", question)
        if 8 < len(question) <= _MAX_LENGTH and " " in question:
            found.append(question)
        if len(found) == most:
            break
    return tuple(found)
