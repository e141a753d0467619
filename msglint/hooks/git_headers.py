"""What git send-email adds to a letter only when it sends it: the recipients, and the subject as it will be."""

from __future__ import annotations

import re
from typing import Final

TAKEN: Final = frozenset({b"to", b"cc", b"subject"})
"""Not all: git names itself as the mailer of everything, also of what is no patch."""

_FIELD = re.compile(rb"^(?P<name>[!-9;-~]+)[ \t]*:[^\n]*(?:\n(?=[ \t])[^\n]*)*(?:\n|\Z)", re.MULTILINE)
_END = re.compile(rb"(?:\A|\n)\r?(?:\n|\Z)")
_MBOX = re.compile(rb"\AFrom [^\n]*\n")


def letter_of(draft: bytes, headers: bytes = b"") -> bytes:
    """The letter as a message.

    Args:
        draft: the file as its writer wrote it; `git format-patch` puts a line `From …` in front.
        headers: what git will send as headers; empty where it does not say.
    """
    draft = _MBOX.sub(b"", draft)
    added = [field for field in _fields(_head(headers)) if field["name"].lower() in TAKEN]
    if not added:
        return draft
    head = _head(draft)
    names = {field["name"].lower() for field in added}
    kept = _FIELD.sub(lambda field: b"" if field["name"].lower() in names else field[0], head)
    return b"".join(_ended(field[0]) for field in added) + kept + draft[len(head) :]


def _fields(head: bytes) -> list[re.Match[bytes]]:
    return list(_FIELD.finditer(head))


def _head(raw: bytes) -> bytes:
    end = _END.search(raw)
    return raw[: end.start() + 1] if end else raw


def _ended(field: bytes) -> bytes:
    return field if field.endswith(b"\n") else field + b"\n"
