"""The real pre-commit for tests marked `precommit`, where there is one; it fetches from the network what it needs.

With MSGLINT_REQUIRE_PRECOMMIT=1 a test fails where it is missing.
"""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec

import pytest

REQUIRED = "MSGLINT_REQUIRE_PRECOMMIT"


def pre_commit() -> list[str]:
    """The command that runs pre-commit. Skips, or fails, where it is missing."""
    program = shutil.which("pre-commit")
    if program is not None:
        return [program]
    if find_spec("pre_commit") is not None:
        return [sys.executable, "-m", "pre_commit"]
    return _missing("pip install pre-commit enables it")


def _missing(why: str) -> list[str]:
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(why)
    pytest.skip(why)
