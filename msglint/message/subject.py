"""Prefixes of subject lines: `AW:`, `Re:`, `WG:`, `Fwd:`."""

from __future__ import annotations

import re

REPLY_PREFIX = re.compile(r"\s*(?:re|aw|antw|antwort|sv|rif)\s*(?:\[\d+\]|\(\d+\))?\s*:", re.IGNORECASE)
FORWARD_PREFIX = re.compile(r"\s*(?:fw|fwd|wg|tr|weiterleitung)\s*:", re.IGNORECASE)


def is_reply_subject(subject: str) -> bool:
    """Whether the subject begins with a prefix of an answer."""
    return REPLY_PREFIX.match(subject) is not None


def is_forward_subject(subject: str) -> bool:
    """Whether the subject begins with a prefix of a forward."""
    return FORWARD_PREFIX.match(subject) is not None


def is_own_subject(subject: str) -> bool:
    """Whether the writer has worded the subject: it is that of no answer and no forward."""
    return not is_reply_subject(subject) and not is_forward_subject(subject)


def without_prefixes(subject: str) -> str:
    """The subject without any number of reply and forward prefixes."""
    while match := REPLY_PREFIX.match(subject) or FORWARD_PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject.strip()
