"""Edits of what a mail encodes for its transport: quoted-printable, base64, or as it is."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode

from msglint.fixing.change import Edit, offset_in
from msglint.fixing.errors import damaged

MOST_COLUMNS = 76
"""Of a line that is encoded (RFC 2045)."""

_LINE_END = rb"(?:\r\n|\r|\n)"
_SOFT_BREAK = re.compile(rb"=" + _LINE_END)
_QUOTED = re.compile(rb"(?P<soft>=" + _LINE_END + rb")|=[0-9A-Fa-f]{2}|" + _LINE_END + rb"|.", re.DOTALL)
_ONE_LINE = re.compile(rb"[^\r\n]*" + _LINE_END + rb"|[^\r\n]+")
_TOKEN = re.compile(rb"=[0-9A-Fa-f]{2}|.", re.DOTALL)
_LINE_ENDS = re.compile(_LINE_END)
_DIGITS = re.compile(rb"[A-Za-z0-9+/]+")
_CODE = re.compile(rb"[A-Za-z0-9+/=]+")
_END_OF_CODE = re.compile(rb"=[=\s]*=|=")


def in_transfer(encoded: bytes, encoding: str, content: bytes, edit: Edit, line_end: bytes) -> Edit:
    """The edit of the encoded bytes that changes the content as `edit` says.

    Args:
        encoded: the body of the part as it stands in the file.
        encoding: the value of `Content-Transfer-Encoding`.
        content: what it was decoded to.
        edit: of the content.
        line_end: what ends the lines that have to be added.

    Raises:
        CannotFixError: if the content is not what the encoded bytes say.
    """
    if encoding == "base64":
        return _in_base64(encoded, content, edit, line_end)
    if encoding == "quoted-printable":
        return _in_quoted_printable(encoded, content, edit, line_end)
    start, end = offset_in(encoded, edit.start), offset_in(encoded, edit.end)
    if _LINE_ENDS.sub(b"\n", encoded[:end]) != content[: edit.end]:
        raise damaged()
    return Edit(start, end, edit.new)


# Quoted-printable


def _in_quoted_printable(encoded: bytes, content: bytes, edit: Edit, line_end: bytes) -> Edit:
    start, end = _quoted_place(encoded, content, edit)
    soft_break = _SOFT_BREAK.search(encoded, start, end)
    new = b"".join(map(_quoted, edit.new)) + (soft_break.group() if soft_break else b"")
    line_start = max((found.end() for found in _LINE_ENDS.finditer(encoded, 0, start)), default=0)
    next_end = _LINE_ENDS.search(encoded, end)
    line_stop = next_end.start() if next_end else len(encoded)
    line = encoded[line_start:start] + new + encoded[end:line_stop]
    if _longest(line) <= max(_longest(encoded[line_start:line_stop]), MOST_COLUMNS):
        return Edit(start, end, new)
    pieces = (_folded(piece, line_end) for piece in _ONE_LINE.findall(line))
    return Edit(line_start, line_stop, b"".join(pieces))


def _quoted_place(encoded: bytes, content: bytes, edit: Edit) -> tuple[int, int]:
    """Where the bytes of the content stand."""
    read = bytearray()
    starts: list[int] = []
    ends: list[int] = [0]
    for token in _QUOTED.finditer(encoded):
        if len(read) > edit.end:
            break
        if not token["soft"]:
            read += _unquoted(token.group())
            starts.append(token.start())
            ends.append(token.end())
    if read[: edit.end] != content[: edit.end]:
        raise damaged()
    start = starts[edit.start] if edit.start < len(starts) else ends[-1]
    return start, max(start, ends[edit.end])


def _longest(lines: bytes) -> int:
    return max(map(len, _LINE_ENDS.split(lines)))


def _unquoted(token: bytes) -> bytes:
    if len(token) == 3:
        return bytes([int(token[1:], 16)])
    return b"\n" if token in (b"\r\n", b"\r") else token


def _quoted(byte: int) -> bytes:
    return bytes([byte]) if 32 <= byte < 127 and byte != ord("=") else b"=%02X" % byte


def _folded(line: bytes, line_end: bytes) -> bytes:
    """The line with as many soft breaks as it needs."""
    pieces: list[bytes] = []
    while len(line.rstrip(b"\r\n")) > MOST_COLUMNS:
        cut = max(token.start() for token in _TOKEN.finditer(line) if token.start() < MOST_COLUMNS)
        pieces.append(line[:cut] + b"=")
        line = line[cut:]
    return line_end.join([*pieces, line])


# Base64


def _in_base64(encoded: bytes, content: bytes, edit: Edit, line_end: bytes) -> Edit:
    """New code from the first quantum that changes, poured into the lines of the old."""
    padding = encoded.find(b"=")
    code = encoded if padding < 0 else encoded[:padding]
    if not _is_code_of(code, content):
        raise damaged()
    first = edit.start // 3
    start, stop = _place_of_digit(code, first * 4), _stop_of(encoded, padding)
    new_content = content[first * 3 : edit.start] + edit.new + content[edit.end :]
    return Edit(start, stop, _poured(b64encode(new_content), encoded[:stop], start, line_end))


def _is_code_of(code: bytes, content: bytes) -> bool:
    digits = b"".join(_DIGITS.findall(code))
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    return b64decode(digits + b"=" * (-len(digits) % 4)) == content


def _place_of_digit(code: bytes, number: int) -> int:
    end = 0
    for run in _DIGITS.finditer(code):
        end = run.end()
        if number < end - run.start():
            return run.start() + number
        number -= end - run.start()
    return end


def _stop_of(encoded: bytes, padding: int) -> int:
    """Where the code ends, its padding included."""
    found = _END_OF_CODE.match(encoded, padding) if padding >= 0 else None
    if found is not None:
        return found.end()
    return max((run.end() for run in _DIGITS.finditer(encoded)), default=0)


def _poured(digits: bytes, encoded: bytes, start: int, line_end: bytes) -> bytes:
    """The digits in lines as the old ones from `start` on; what is over makes more lines of the same width."""
    pieces: list[bytes] = []
    at = start
    for run in _CODE.finditer(encoded, start):
        if not digits:
            break
        size = run.end() - run.start()
        pieces += (encoded[at : run.start()], digits[:size])
        digits, at = digits[size:], run.end()
    width = _width(encoded, at + len(digits))
    room = max(width - (at - max((found.end() for found in _LINE_ENDS.finditer(encoded, 0, at)), default=0)), 0)
    rest = [digits[:room], *(digits[more : more + width] for more in range(room, len(digits), width))]
    return b"".join(pieces) + (line_end.join(rest) if digits else b"")


def _width(encoded: bytes, unbroken: int) -> int:
    """The digits in a line, `unbroken` where no line was ever broken."""
    lines = _LINE_ENDS.split(encoded.strip())
    if len(lines) > 1:
        return max(len(lines[0]), 4)
    return MOST_COLUMNS if len(lines[0]) <= MOST_COLUMNS else unbroken
