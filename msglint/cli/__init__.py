"""The command `msglint`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `msglint` with the process's arguments and end the process with its exit status."""
    try:
        from msglint.cli.root import group

        group.main()
    except KeyboardInterrupt:
        sys.exit(130)
