"""Ties a child to the life of its parent, where the system can."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Final

_PR_SET_PDEATHSIG: Final = 1


def end_with_parent() -> Callable[[], None] | None:
    """What a child does before it becomes another program, on Linux: have itself killed when its parent ends.

    None elsewhere: no other system offers that. It is tied to the thread that starts it.
    """
    if sys.platform != "linux":
        return None
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getpid()

    def tie() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        # The parent may have ended before that.
        if os.getppid() != parent:
            os._exit(1)

    return tie
