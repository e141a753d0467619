"""How Thunderbird talks to a program on the same machine: length and JSON, both ways, on standard input and output."""

from __future__ import annotations

import io
import json
import os
import struct
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

from msglint.texts import BilingualError

PROTOCOL: Final = 1
"""What the extension and msglint have agreed on."""
LONGEST_QUESTION: Final = 256_000_000
"""Bytes; pictures stand inside the HTML of a message."""
LONGEST_ANSWER: Final = 1_000_000
"""Bytes. Thunderbird takes 1 MB and ends the program otherwise."""

_LENGTH = struct.Struct("=I")
_CHUNK = 1 << 20

Answer = Mapping[str, Any]


class QuestionError(BilingualError):
    """What came is no question that could be answered."""


NO_JSON: Final = QuestionError(
    "Was Thunderbird geschickt hat, ist kein JSON.", "What Thunderbird has sent is not JSON."
)
TOO_LONG: Final = QuestionError(
    f"Die Nachricht ist länger als {LONGEST_QUESTION // 1_000_000} MB.",
    f"The message is longer than {LONGEST_QUESTION // 1_000_000} MB.",
)


def serve(
    source: BinaryIO, target: BinaryIO, answer: Callable[[object], Answer], refuse: Callable[[QuestionError], Answer]
) -> None:
    """Answer one question after the other until no more come.

    Args:
        source: where questions come from.
        target: where answers go.
        answer: the answer to what a question says.
        refuse: the answer to what is no question.
    """
    for question in _questions(source):
        reply = refuse(question) if isinstance(question, QuestionError) else answer(question)
        try:
            target.write(framed(reply))
            target.flush()
        except BrokenPipeError:
            # Thunderbird has stopped waiting.
            return


def framed(reply: Answer) -> bytes:
    """The answer as it goes out. What would be too long loses its last findings."""
    encoded = _encoded(reply)
    while len(encoded) > LONGEST_ANSWER and reply.get("findings"):
        findings = reply["findings"]
        reply = {**reply, "findings": findings[: len(findings) // 2], "text": ""}
        encoded = _encoded(reply)
    return _LENGTH.pack(len(encoded)) + encoded


def frames_in(stream: bytes) -> tuple[Any, ...]:
    """What the frames say.

    Raises:
        ValueError: if one is no JSON.
    """
    found = tuple(_questions(io.BytesIO(stream)))
    if any(isinstance(one, QuestionError) for one in found):
        raise ValueError("no JSON in a frame")
    return found


@contextmanager
def own_streams() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Standard input and output for questions and answers alone: whatever else is printed goes to standard error."""
    sys.stdout.flush()
    kept = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with os.fdopen(kept, "wb") as target:
        yield sys.stdin.buffer, target


def _encoded(reply: Answer) -> bytes:
    # Half of a pair of surrogates is no UTF-8: as an escape it is JSON.
    return json.dumps(reply).encode("ascii")


def _questions(source: BinaryIO) -> Iterator[object]:
    """What each question says, or why it says nothing."""
    while True:
        head = _read(source, _LENGTH.size)
        if len(head) < _LENGTH.size:
            return
        (length,) = _LENGTH.unpack(head)
        if length > LONGEST_QUESTION:
            if not _skip(source, length):
                return
            yield TOO_LONG
            continue
        body = _read(source, length)
        if len(body) < length:
            return
        yield _decoded(body)


def _decoded(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return NO_JSON


def _read(source: BinaryIO, length: int) -> bytes:
    """So many bytes; fewer where there are no more."""
    pieces: list[bytes] = []
    while length > 0:
        piece = source.read(min(length, _CHUNK))
        if not piece:
            break
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def _skip(source: BinaryIO, length: int) -> bool:
    """Pass over so many bytes; whether they were there."""
    while length > 0:
        piece = source.read(min(length, _CHUNK))
        if not piece:
            return False
        length -= len(piece)
    return True
