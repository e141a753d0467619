"""Lines of msglint's own at the end of a configuration file, between two lines that say so.

Files are bytes here: nothing else in them changes, whatever their encoding and their line ends are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_BEGIN: Final = "# >>> msglint "
_ENDLESS: Final = ", no line end before"
_CONTINUED: Final = ", a continued line before"


def with_block(before: bytes, name: str, lines: Sequence[str]) -> bytes:
    """The file with the lines: where it has some of these already, else at its end.

    Args:
        before: the file's bytes.
        name: whose lines they are.
        lines: without line ends.
    """
    known = _block(name).search(before)
    if known is not None:
        notes, end = known["notes"].decode("utf-8", "replace"), known["end"]
        return before[: known.end("gap")] + _written(name, notes, lines, end) + before[known.end() :]
    end = b"\r\n" if before.partition(b"\n")[0].endswith(b"\r") else b"\n"
    gap, notes = _gap(before, end)
    return before + gap + _written(name, notes, lines, end)


def _written(name: str, notes: str, lines: Sequence[str], end: bytes) -> bytes:
    block = (f"{_BEGIN}{name}{notes} >>>", *lines, f"# <<< msglint {name} <<<")
    return b"".join(line.encode("utf-8", "surrogateescape") + end for line in block)


def _gap(before: bytes, end: bytes) -> tuple[bytes, str]:
    """What has to stand in front of the block, and how the block notes that it does."""
    if before.endswith(b"\\"):
        return end * 2, _ENDLESS + _CONTINUED
    if before.rstrip(b"\r\n").endswith(b"\\"):
        return end, _CONTINUED
    return (end, _ENDLESS) if before and not before.endswith(b"\n") else (b"", "")


def without_block(text: bytes, name: str) -> bytes:
    """The file as it would be without msglint's lines, every other byte as it is."""
    while (found := _block(name).search(text)) is not None:
        text = text[: found.start()] + _around(found, text[found.end() :])
    return text


def _around(found: re.Match[bytes], behind: bytes) -> bytes:
    """What stands around a block and is no part of it."""
    gap, notes = found["gap"], found["notes"]
    if behind:
        # What comes next must not end up in the line before; another block has to know what was put there.
        begin = _BEGIN.encode()
        if not behind.startswith(begin):
            return gap + behind
        return gap + begin + behind.removeprefix(begin).replace(b" >>>", notes + b" >>>", 1)
    for _ in range(notes.count(b",")):
        gap = gap.removesuffix(found["end"])
    return gap


def has_block(text: bytes, name: str) -> bool:
    """Whether msglint's lines are there."""
    return _block(name).search(text) is not None


def after_block(text: bytes, name: str) -> bytes:
    """What stands behind msglint's lines; empty where these are not there."""
    found = list(_block(name).finditer(text))
    return text[found[-1].end() :] if found else b""


def _block(name: str) -> re.Pattern[bytes]:
    mark = re.escape(name.encode())
    return re.compile(
        rb"(?P<gap>(?:\r?\n)*)(?:(?<=\n)|\A)# >>> msglint %b(?P<notes>(?:, [^\n]*?)?) >>>(?P<end>\r?\n)"
        rb"(?:[^\n]*\n)*?# <<< msglint %b <<<(?:\r?\n|\Z)" % (mark, mark)
    )
