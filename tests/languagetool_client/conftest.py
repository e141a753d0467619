"""A fake server, and what asks it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from msglint.analysis.engine_settings import EngineSettings, LanguageToolSettings
from msglint.analysis.languagetool.checker import LanguageToolChecker
from msglint.linter import Linter
from msglint.settings import Settings

from .fake_server import FakeServer, as_recorded, five_languages


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """A server that answers as LanguageTool has."""
    with FakeServer(as_recorded, five_languages).running() as fake:
        yield fake


@pytest.fixture
def settings(server: FakeServer) -> LanguageToolSettings:
    """Settings that name it."""
    return LanguageToolSettings(use=server.url, time_budget=60.0)


@pytest.fixture
def checker(settings: LanguageToolSettings) -> LanguageToolChecker:
    """What asks it."""
    return LanguageToolChecker(settings)


@pytest.fixture
def linter(settings: LanguageToolSettings) -> Linter:
    """A linter with all rules that asks it."""
    return linter_for(settings)


def linter_for(settings: LanguageToolSettings, ui_language: str = "en") -> Linter:
    """A linter with all rules, no speller, and LanguageTool as it is set."""
    engines = EngineSettings(spelling="off", languagetool=settings)
    return Linter(Settings(profile="everything", engines=engines), ui_language=ui_language)
