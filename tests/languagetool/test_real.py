"""The server with a real LanguageTool; see `shared_languagetool` for how to have one."""

from __future__ import annotations

import json
import os
import signal
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared_languagetool import COLD_START, real_languagetool, real_server

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import server
from msglint.analysis.languagetool.state import StateFolder

from .conftest import gone, until

pytestmark = pytest.mark.languagetool
__all__ = ["real_languagetool", "real_server"]


@pytest.fixture
def settings(real_languagetool: LanguageToolSettings, tmp_path: Path) -> Iterator[LanguageToolSettings]:
    """Settings for a server of this test's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path))
        yield real_languagetool
        server.stop()


def found(url: str, text: str, language: str) -> set[str]:
    """The ids of the rules that find something."""
    body = urllib.parse.urlencode({"language": language, "text": text}).encode()
    with urllib.request.urlopen(f"{url}/v2/check", body, timeout=COLD_START) as answer:
        return {match["rule"]["id"] for match in json.load(answer)["matches"]}


def test_it_checks_german_and_english(real_server: str) -> None:
    assert "GERMAN_SPELLER_RULE" in found(real_server, "Die Rechnug liegt bei.", "de-DE")
    assert "MORFOLOGIK_RULE_EN_US" in found(real_server, "The invoce is attached.", "en-US")
    assert found(real_server, "Die Rechnung liegt bei.", "de-DE") == set()


def test_it_knows_every_setting_that_it_is_given(settings: LanguageToolSettings) -> None:
    running = server.start(settings, wait=COLD_START, warm_up=())

    log = StateFolder.of_user().log.read_text(encoding="utf-8")
    assert "Server started" in log
    assert "unknown" not in log
    assert running.version


def test_its_settings_are_read(settings: LanguageToolSettings) -> None:
    url = server.start(settings, wait=COLD_START, warm_up=()).url

    with pytest.raises(urllib.error.HTTPError) as refused:
        found(url, "Das ist gut. " * 4000, "de-DE")
    assert b"50000" in refused.value.read()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_java_does_not_outlive_its_owner(settings: LanguageToolSettings) -> None:
    running = server.start(settings, wait=COLD_START, warm_up=())

    os.kill(running.supervisor, signal.SIGKILL)

    assert until(lambda: gone(running.pid))


def test_what_java_says_of_too_little_memory_is_told(settings: LanguageToolSettings) -> None:
    with pytest.raises(EngineError, match=r"could not be started: Java ended with '.*OutOfMemoryError.*'"):
        server.start(settings._replace(memory="20m"), wait=COLD_START)


def test_a_jar_that_is_damaged(settings: LanguageToolSettings, tmp_path: Path) -> None:
    broken = tmp_path / "LanguageTool-broken"
    (broken / "libs").mkdir(parents=True)
    assert isinstance(settings.use, Path)
    (broken / "languagetool-server.jar").write_bytes((settings.use / "languagetool-server.jar").read_bytes()[:50_000])

    with pytest.raises(EngineError, match=r"Java ended with '.*org\.languagetool\.server\.HTTPServer.*'"):
        server.start(settings._replace(use=broken), wait=COLD_START)


def test_it_stops_when_nobody_needs_it(settings: LanguageToolSettings) -> None:
    running = server.start(settings._replace(idle_minutes=0), wait=COLD_START, warm_up=())

    assert until(lambda: gone(running.pid))
    assert until(lambda: server.running() is None)
