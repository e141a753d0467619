"""A program in a terminal that nobody looks at: what it shows, and keys for it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from shared_clients import Home, needs, until

COLUMNS, LINES = 100, 40


class Terminal:
    """A window of a tmux server of its own.

    Args:
        socket: where that server listens.
    """

    def __init__(self, home: Home, socket: Path) -> None:
        self._home = home
        self._socket = socket

    def tmux(self, *words: str) -> str:
        """What tmux answers."""
        command = ["tmux", "-S", str(self._socket), "-f", "/dev/null", *words]
        result = subprocess.run(command, capture_output=True, env=dict(self._home.environ), check=False)
        return result.stdout.decode("utf-8", "replace")

    def screen(self) -> str:
        """What is to be seen."""
        return self.tmux("capture-pane", "-p")

    def keys(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self.tmux("send-keys", *keys)

    def shows(self, text: str) -> str:
        """The screen as soon as it shows the text."""
        until(lambda: text in self.screen(), f"'{text}' was not to be seen but\n{self.screen()}")
        return self.screen()


@contextmanager
def terminal(home: Home, command: Sequence[str]) -> Iterator[Terminal]:
    """A terminal in which the command runs; it ends with the block."""
    needs("tmux")
    # A socket's path must be short.
    shown = Terminal(home, Path("/tmp") / f"msglint-{abs(hash(home.path)) % 10**8}.tmux")
    shown.tmux("new-session", "-d", "-x", str(COLUMNS), "-y", str(LINES), *command)
    try:
        yield shown
    finally:
        shown.tmux("kill-server")
        shown._socket.unlink(missing_ok=True)
