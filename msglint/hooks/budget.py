"""A limit on the time that a check may take, whatever it is busy with."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

T = TypeVar("T")


class OutOfTimeError(BaseException):
    """The time is up. No `Exception`, so that nothing on the way takes it for a failed rule."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """What `work` returns.

    In the main thread the work is cut off, also within a search that does not end. Elsewhere, and on Windows, it is
    left to itself in a thread that ends with the process.

    Args:
        seconds: wall-clock time that it may take.
        work: what is to be done.

    Raises:
        OutOfTimeError: if it takes longer.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if is_main and hasattr(signal, "setitimer"):
        return _interrupted_after(seconds, work)
    return _left_after(seconds, work)


def _interrupted_after(seconds: float, work: Callable[[], T]) -> T:
    def ring(_: int, __: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    # Rings again: what cleans up behind itself may have swallowed the first.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _left_after(seconds: float, work: Callable[[], T]) -> T:
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="msglint-check", daemon=True)
    thread.start()
    thread.join(seconds)
    if results:
        return results[0]
    if errors:
        raise errors[0]
    raise OutOfTimeError
