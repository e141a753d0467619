"""Packs the extension: `python clients/thunderbird/pack.py msglint.xpi`."""

from __future__ import annotations

import sys
from pathlib import Path

from msglint.hooks.installing.xpi import packed

if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "msglint.xpi").write_bytes(packed(Path(__file__).parent))
