"""Remembers for some minutes what has been blocked: who sends the same message again means it.

What is remembered is a keyed hash, never text: without the key, which lies in the user's own folder, nobody can try out
what a message may have said.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from msglint.config.errors import ConfigError
from msglint.config.locked_file import change_file
from msglint.hooks.folders import made
from msglint.message.model import Message

KEY_FILE: Final = "key"
BLOCKED_FILE: Final = "blocked"
KEY_LENGTH: Final = 32
MINUTE: Final = 60.0


class Memory:
    """What has been blocked lately.

    Args:
        folder: where it is kept; None = nothing is.
        minutes: how long; 0 = not at all.
        clock: seconds since the epoch.
    """

    def __init__(self, folder: Path | None, minutes: int, *, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder if minutes > 0 else None
        self._lasting = minutes * MINUTE
        self._clock = clock

    def has(self, message: Message) -> bool:
        """Whether the message has been blocked within these minutes. What cannot be read says no."""
        if self._folder is None:
            return False
        with suppress(OSError, UnicodeDecodeError):
            mark = self._mark(self._folder, message)
            text = (self._folder / BLOCKED_FILE).read_text(encoding="ascii")
            return any(line.partition(" ")[0] == mark for line in self._fresh(text))
        return False

    def note(self, message: Message) -> None:
        """Remember that the message was blocked. Where that cannot be written, it is blocked the next time too."""
        if self._folder is None:
            return
        with suppress(OSError, ConfigError):
            line = f"{self._mark(made(self._folder), message)} {self._clock():.0f}"
            change_file(self._folder / BLOCKED_FILE, lambda text: self._with(text, line))

    def _with(self, text: str, line: str) -> str:
        return "".join(f"{kept}\n" for kept in (*self._fresh(text), line))

    def _fresh(self, text: str) -> Iterator[str]:
        now = self._clock()
        for line in text.splitlines():
            written = line.partition(" ")[2]
            # A clock that was put back must not make a block last for ever, or be gone for ever.
            if written.isdecimal() and abs(now - float(written)) <= self._lasting:
                yield line

    def _mark(self, folder: Path, message: Message) -> str:
        import hmac

        return hmac.new(_key(folder), _identity(message), hashlib.sha256).hexdigest()


def _identity(message: Message) -> bytes:
    """What makes it the same message: whom it is for and what it says, however a client wraps the lines."""
    people = sorted(address.email.lower() for address in message.headers.recipients)
    pieces = (*people, "", message.headers.subject or "", " ".join(message.text.split()))
    return "\0".join(pieces).encode("utf-8", "surrogatepass")


def _key(folder: Path) -> bytes:
    """The user's key, made on first use.

    Raises:
        OSError: if it can be neither read nor written.
    """
    path = folder / KEY_FILE
    if not path.exists():
        import secrets

        new = path.with_name(f"{KEY_FILE}.{os.getpid()}.{secrets.token_hex(4)}")
        new.touch(mode=0o600, exist_ok=False)
        new.write_bytes(secrets.token_bytes(KEY_LENGTH))
        with suppress(FileExistsError):
            # Another program may have been faster; then its key holds.
            os.link(new, path)
        new.unlink()
    return path.read_bytes()
