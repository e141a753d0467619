"""Fixtures for tests with real mail clients."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_clients import Home, Sink, make_home, running_sink


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return make_home(tmp_path / "home")


@pytest.fixture
def sink() -> Iterator[Sink]:
    """An SMTP server that keeps what it is given."""
    with running_sink() as server:
        yield server
