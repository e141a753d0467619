"""Real dictionaries for tests marked `hunspell`, where there are some.

They are those of the machine that runs the tests. With MSGLINT_REQUIRE_HUNSPELL=1 a test fails where they are missing.
"""

from __future__ import annotations

import os
from importlib.util import find_spec

import pytest

from msglint.analysis.spelling.dictionaries import Dictionary, find_dictionaries

REQUIRED = "MSGLINT_REQUIRE_HUNSPELL"
INSTALL_BINDING = "pip install 'msglint[spelling]'"
INSTALL = "apt install hunspell-de-de-frami hunspell-en-us hunspell-en-gb"
WANTED = {"de": ("de_DE_frami",), "en": ("en_GB", "en_US")}


def real_dictionaries() -> dict[str, tuple[Dictionary, ...]]:
    """The dictionaries of the machine by language. Skips, or fails, where one is missing."""
    if find_spec("hunspell") is None:
        _missing(f"{INSTALL_BINDING} enables it")
    found = {language: find_dictionaries(language) for language in WANTED}
    if any(tuple(one.name.replace("-", "_") for one in found[language]) != WANTED[language] for language in WANTED):
        _missing(f"{INSTALL} enables it")
    return found


def _missing(why: str) -> None:
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def real_hunspell() -> dict[str, tuple[Dictionary, ...]]:
    """The German and English dictionaries of the machine, by language."""
    return real_dictionaries()
