"""Tries expressions on texts that are made to be hard for them, and sees how the time grows with the length."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import islice
from typing import Any, Final, NamedTuple

import regex

from msglint.examining.ambiguity import adjacent, nested
from msglint.examining.samples import character, repeated, sample
from msglint.examining.tree import Node

LENGTHS: Final = (30, 100, 400, 1500, 4000)
TOO_LONG: Final = 0.25
"""Seconds of computing on one text that no check can spare: it would be cut off."""
CUT_OFF: Final = 0.3
"""A little more: what is cut off must have had its time, whatever else the machine is doing."""
NOTABLE: Final = 0.1
"""Seconds on the longest text below which nobody notices how they grow."""
MEASURABLE: Final = 0.002
STEEP: Final = 8.0
"""Four times the text must not take so many times as long: evenly it would take 4 times, with the square 16 times."""
WILD: Final = 40.0
"""Beyond this it grows with the third power of the length (64 times), or worse. Far from both: machines are busy."""
_WIDEST_REPEAT: Final = 8
_MOST_MATCHES: Final = 200
_PUMPS: Final = ("a", "A", " ", "1", "\n", ".", "-", "a ", "1 ", "a\n", "a. ", "1.", "Abc ")
_STOP: Final = "¤"
_MOST_TEXTS: Final = 80
_VARIANTS: Final = 3
# A search with `re` cannot be cut off; so few repetitions more make an exponential one at most some times slower.
_SHORT_REPETITIONS: Final = range(4, 40, 2)
_MUCH_FOR_SHORT: Final = 0.04


class Verdict(Enum):
    """How an expression stood the trial."""

    CATASTROPHIC = "catastrophic"
    SLOW = "slow"


class Ordeal(NamedTuple):
    """A text that an expression is slow on."""

    verdict: Verdict
    text: str


class _Hard(NamedTuple):
    """A text to be: what begins it, what is repeated, what ends it."""

    head: str
    pump: str
    tail: str

    def of(self, length: int) -> str:
        return self.repeated(max(1, length // len(self.pump)))

    def repeated(self, times: int) -> str:
        return self.head + self.pump * times + self.tail


def ordeal(source: str, tree: Node) -> Ordeal | None:
    """The text that shows how slow an expression can be; None if none of those tried does.

    Args:
        source: the expression.
        tree: of it.
    """
    try:
        pattern = regex.compile(source, regex.IGNORECASE)
    except regex.error:
        return None
    slow = None
    for hard in _hard_texts(tree):
        length = LENGTHS[-1] if slow is None else LENGTHS[-2]
        seconds = _seconds(pattern, hard.of(length))
        if seconds < (NOTABLE if slow is None else TOO_LONG):
            continue
        power = _power(pattern, hard, length, seconds)
        if power >= WILD:
            return Ordeal(Verdict.CATASTROPHIC, _shortest(pattern, hard))
        if power >= STEEP and slow is None:
            slow = Ordeal(Verdict.SLOW, hard.of(LENGTHS[-1]))
    return _exponential(source, tree) or slow


def _power(pattern: Any, hard: _Hard, length: int, seconds: float) -> float:
    """How many times as long four times the text takes, seen where it takes long enough to be measured."""
    longest = length
    while seconds >= TOO_LONG and length > LENGTHS[0]:
        length //= 2
        seconds = _seconds(pattern, hard.of(length))
    if seconds < MEASURABLE:
        return WILD if length < longest else 0.0
    quarter = min(_seconds(pattern, hard.of(length // 4)) for _ in range(3))
    whole = min(seconds, *(_seconds(pattern, hard.of(length)) for _ in range(2)))
    return whole / max(quarter, MEASURABLE / WILD)


def _shortest(pattern: Any, hard: _Hard) -> str:
    texts = (hard.of(length) for length in LENGTHS)
    return next((text for text in texts if _seconds(pattern, text) >= TOO_LONG), hard.of(LENGTHS[-1]))


def _seconds(pattern: Any, text: str) -> float:
    """Seconds of computing, whatever else the machine is doing; where it is cut off, at least `TOO_LONG`."""
    for _ in range(3):
        before = time.thread_time()
        try:
            for _ in islice(pattern.finditer(text, timeout=CUT_OFF, concurrent=False), _MOST_MATCHES):
                pass
        except TimeoutError:
            if time.thread_time() - before < TOO_LONG:
                continue  # others had the machine
            return CUT_OFF
        return time.thread_time() - before
    return 0.0


def _exponential(source: str, tree: Node) -> Ordeal | None:
    """Short texts that take `re` long: another library may be clever enough for them, and is no excuse."""
    pattern = re.compile(source, re.IGNORECASE)
    pumps = {character(characters) for characters in nested(tree)}
    heads = {head for head, _ in repeated(tree)}
    for hard in (_Hard(head, pump, _STOP) for head in sorted(heads) for pump in sorted(pumps)):
        for times in _SHORT_REPETITIONS:
            text = hard.repeated(times)
            before = time.thread_time()
            pattern.search(text)
            if time.thread_time() - before > _MUCH_FOR_SHORT:
                return Ordeal(Verdict.CATASTROPHIC, text)
    return None


def _hard_texts(tree: Node) -> Sequence[_Hard]:
    return list(islice(dict.fromkeys(hard for hard in _made_of(tree) if hard.pump), _MOST_TEXTS))


def _made_of(tree: Node) -> Iterator[_Hard]:
    """Texts of the expression's own pieces first, then such as stand in any letter; none of them quite matches."""
    whole = sample(tree)
    tails = (_STOP, f"{_STOP} {whole}", f"!\n{whole}")
    for characters in (*nested(tree), *adjacent(tree)):
        for tail in tails:
            yield _Hard("", character(characters), tail)
    for head, repeat in repeated(tree):
        if repeat.most is not None and repeat.most < _WIDEST_REPEAT:
            continue
        pumps = {sample(repeat.body, variant) for variant in range(_VARIANTS)}
        for pump in sorted(pumps):
            for tail in tails:
                yield _Hard(head, pump, tail)
        yield _Hard("", head, _STOP)
    for variant in range(_VARIANTS):
        yield _Hard("", sample(tree, variant), _STOP)
        yield _Hard("", f"{sample(tree, variant)} ", _STOP)
    for pump in _PUMPS:
        yield _Hard("", pump, tails[1])
