"""The headers by which a writer speaks to msglint: `X-Msglint: off` and `X-Msglint-…`. They are never sent."""

from __future__ import annotations

import re

_END = re.compile(rb"(?:\A|\n)\r?(?:\n|\Z)")
_CONTROL = re.compile(
    rb"^X-Msglint(?:-[!-9;-~]*)?[ \t]*:[^\n]*(?:\n(?=[ \t])[^\n]*)*(?:\n|\Z)", re.IGNORECASE | re.MULTILINE
)
_OFF = re.compile(rb"^X-Msglint[ \t]*:[ \t]*off[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_NAME = b"x-msglint"


def is_off(raw: bytes) -> bool:
    """Whether the writer has switched msglint off for this message."""
    return _OFF.search(_head(raw)) is not None


def without_control(raw: bytes) -> bytes:
    """The message without the headers that are for msglint; every other byte as it was.

    Args:
        raw: an RFC 5322 message with line ends of any kind.
    """
    head = _head(raw)
    if _NAME not in head.lower():
        return raw
    return _CONTROL.sub(b"", head) + raw[len(head) :]


def _head(raw: bytes) -> bytes:
    """The header block, up to the empty line; all of it where there is none."""
    end = _END.search(raw)
    return raw[: end.start() + 1] if end else raw
