"""The command `msglint`."""

from __future__ import annotations

import gc
import sys

OBJECTS_BETWEEN_COLLECTIONS = 150_000


def main() -> None:
    """Run `msglint` with the process's arguments and end the process with its exit status."""
    # Starting makes many objects that live to the end: looking through them for garbage finds none and takes its time.
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    try:
        from msglint.cli.root import group

        group.main()
    except KeyboardInterrupt:
        sys.exit(130)
