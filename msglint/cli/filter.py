"""`check --fix -` as a filter: what comes from standard input reaches standard output, whatever happens in between."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click
from click.exceptions import Exit

from msglint.cli.commands import BilingualCommand
from msglint.cli.ui import is_terminal
from msglint.message.sources import DEFAULT_LIMIT

STDIN = "-"
FIX = "--fix"
ARCHIVE = b"From "


class Filter:
    """Standard input of one run, read once.

    Args:
        is_on: whether anything is passed on.

    Attributes:
        now: what is to be passed on of what was read: at first just that.
    """

    def __init__(self, *, is_on: bool) -> None:
        self.now = b""
        self._read = b""
        self._is_open = is_on

    def read(self) -> bytes:
        """All of it where it is an archive, otherwise no more than tells that it is too much."""
        if sys.stdin is None:
            return b""
        stream = sys.stdin.buffer
        self._read = stream.read(len(ARCHIVE))
        self._read += stream.read(-1 if self._read == ARCHIVE else DEFAULT_LIMIT)
        self.now = self._read
        return self._read

    def pass_on(self) -> None:
        """Prints what has become of it, and all that follows as it is."""
        if not self._is_open:
            return
        self._is_open = False  # even if it fails: half of it twice would be worse
        import shutil

        sys.stdout.flush()
        stream = sys.stdout.buffer
        stream.write(self.now)
        if sys.stdin is not None and not is_terminal(sys.stdin):
            shutil.copyfileobj(sys.stdin.buffer, stream)
        stream.flush()

    @contextmanager
    def whatever_happens(self) -> Iterator[None]:
        """Where the command ends with an error, standard input is passed on as it came."""
        try:
            yield
        except (Exit, BrokenPipeError):
            raise
        except Exception:
            self.now = self._read
            self.pass_on()
            raise


class FilterCommand(BilingualCommand):
    """A command with `--fix` that passes standard input on even where its options are wrong."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's own; before an error leaves it, standard input is passed on."""
        given = list(args)  # click takes away what it understands
        with Filter(is_on=_is_named(given)).whatever_happens():
            return super().parse_args(ctx, args)


def _is_named(arguments: Sequence[str]) -> bool:
    """Whether standard input is to be repaired: it is named, or nothing else is and something flows in."""
    options, _, _ = "\0".join(arguments).partition("\0--\0")
    if FIX not in options.split("\0"):
        return False
    flows_in = sys.stdin is not None and not is_terminal(sys.stdin)
    return STDIN in arguments or (flows_in and not any(map(os.path.exists, arguments)))
