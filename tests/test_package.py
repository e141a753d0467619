"""The package as others import it."""

from __future__ import annotations

import subprocess
import sys

import pytest

import msglint


def test_the_public_names_are_there() -> None:
    for name in msglint.__all__:
        assert getattr(msglint, name) is not None
    assert set(msglint.__all__) <= set(dir(msglint))


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Lintr'"):
        msglint.Lintr  # noqa: B018


def test_the_import_alone_loads_nothing() -> None:
    program = "import sys, msglint; print(sorted(name for name in sys.modules if name.startswith('msglint')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['msglint']"
