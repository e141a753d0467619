"""A real LanguageTool for tests marked `languagetool`, where there is one.

It is the folder that MSGLINT_TEST_LANGUAGETOOL names, else what `msglint languagetool install` has installed for the
user who runs the tests. With MSGLINT_REQUIRE_LANGUAGETOOL=1 a test fails where it is missing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import installation, java, server

FOLDER = "MSGLINT_TEST_LANGUAGETOOL"
REQUIRED = "MSGLINT_REQUIRE_LANGUAGETOOL"
COLD_START = 600.0


def real_settings() -> LanguageToolSettings:
    """The settings of the installation to test with. Skips, or fails, where it is missing."""
    named = os.environ.get(FOLDER)
    settings = LanguageToolSettings(use=Path(named) if named else "auto")
    try:
        if not installation.client_is_there():
            _missing(installation.INSTALL_CLIENT)
        found = installation.find_or_fail(settings)
        java.find_java(os.environ)
    except EngineError as error:
        _missing(str(error))
    return LanguageToolSettings(use=found.folder)


def _missing(why: str) -> None:
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def real_languagetool() -> LanguageToolSettings:
    """Settings with the folder of a real LanguageTool."""
    return real_settings()


@pytest.fixture(scope="session")
def real_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server for all tests of the session, warm, which ends with it."""
    settings = real_settings()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        url = server.start(settings, wait=COLD_START).url
        state = os.environ["XDG_STATE_HOME"]
    try:
        yield url
    finally:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_STATE_HOME", state)
            server.stop()
