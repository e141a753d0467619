"""What can go wrong while a message is read, in sentences for people."""

from __future__ import annotations

from msglint.texts import BilingualError


class UnreadableMessageError(BilingualError):
    """Nothing that could be checked. One sentence without the file name, which the caller knows."""
