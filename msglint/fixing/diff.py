"""What a change would do to a file, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import unified_diff

from msglint.fixing.errors import CannotFixError
from msglint.message.errors import UnreadableMessageError
from msglint.message.plain import decode_charset, decode_html, decode_text, normalise_line_ends
from msglint.message.sources import Kind

CONTEXT = 3
_HUNK = re.compile(r"@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@")
_NO_LINE_END = "\\ No newline at end of file\n"


def diff_lines(path: str, old: bytes, new: bytes, kind: Kind) -> Iterator[str]:
    """The lines of the diff, each with its line end: of the text, whatever it is encoded in."""
    before, after = _lines(old, kind), _lines(new, kind)
    start = _common(before, after)
    stop = _common(before[start:][::-1], after[start:][::-1])
    start = max(start - CONTEXT, 0)
    stop = max(stop - CONTEXT, 0)
    window, changed = before[start : len(before) - stop], after[start : len(after) - stop]
    for line in unified_diff(window, changed, path, path, n=CONTEXT):
        if hunk := _HUNK.match(line):
            yield f"@@ -{int(hunk[1]) + start}{hunk[2] or ''} +{int(hunk[3]) + start}{hunk[4] or ''} @@\n"
        elif line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n{_NO_LINE_END}"


def _lines(raw: bytes, kind: Kind) -> list[str]:
    """The lines as shown: a diff shows words, and other line ends would only disturb."""
    text = normalise_line_ends(_decoded(raw, kind))
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _decoded(raw: bytes, kind: Kind) -> str:
    if kind in (Kind.EML, Kind.EMLX):
        return _decoded_mail(raw, kind)
    try:
        if kind is Kind.PLAIN:
            return decode_text(raw)
        return decode_html(raw) if kind is Kind.HTML else decode_charset(raw)
    except UnreadableMessageError:
        return decode_charset(raw)


def _decoded_mail(raw: bytes, kind: Kind) -> str:
    from msglint.fixing.fix import mail_in_emlx
    from msglint.fixing.mail import readable

    try:
        begin, end = mail_in_emlx(raw) if kind is Kind.EMLX else (0, len(raw))
        return decode_charset(raw[:begin]) + readable(raw[begin:end]) + decode_charset(raw[end:])
    except CannotFixError:
        return decode_charset(raw)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (first, second) in pairs if first != second), min(len(one), len(other)))
