"""Answers are believed only as far as they have been looked at."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.answer import MOST_MATCHES, read_check, read_languages

from .fake_server import LANGUAGES, NOTHING

URL = "http://127.0.0.1:8081"
MATCH = {
    "message": "Möglicher Tippfehler gefunden.",
    "shortMessage": "",
    "replacements": [{"value": "Rechnung"}],
    "offset": 4,
    "length": 7,
    "context": {"text": "die Rechnug", "offset": 4, "length": 7},
    "sentence": "die Rechnug",
    "rule": {
        "id": "GERMAN_SPELLER_RULE",
        "issueType": "misspelling",
        "category": {"id": "TYPOS", "name": "Tippfehler"},
    },
}
LENGTH = len("die Rechnug")


def read(answer: Any) -> Any:
    return read_check(json.dumps(answer).encode(), LENGTH, URL)


def changed(*path: str, to: Any) -> Any:
    """An answer with one match in which one value is another; `...` = missing."""
    match = deepcopy(MATCH)
    place: Any = match
    for name in path[:-1]:
        place = place[name]
    if to is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = to
    return {**NOTHING, "matches": [match]}


def test_a_good_answer_is_read() -> None:
    assert read({**NOTHING, "matches": [MATCH]})["matches"] == [MATCH]


@pytest.mark.parametrize(
    "answer",
    [
        changed("offset", to=-1),
        changed("offset", to=5),
        changed("offset", to=10**9),
        changed("offset", to="4"),
        changed("offset", to=4.0),
        changed("offset", to=True),
        changed("offset", to=None),
        changed("offset", to=...),
        changed("length", to=0),
        changed("length", to=-3),
        changed("length", to=8),
        changed("length", to=10**30),
        changed("message", to=None),
        changed("message", to=["a"]),
        changed("sentence", to=...),
        changed("replacements", to=None),
        changed("replacements", to="Rechnung"),
        changed("replacements", to=["Rechnung"]),
        changed("replacements", to=[{}]),
        changed("replacements", to=[{"value": 3}]),
        changed("rule", to=...),
        changed("rule", to=[]),
        changed("rule", "id", to=7),
        changed("rule", "issueType", to=...),
        changed("rule", "category", to="TYPOS"),
        changed("rule", "category", "id", to=None),
        changed("context", to=None),
        changed("context", "offset", to="4"),
        changed("context", "text", to=...),
        {**NOTHING, "matches": None},
        {**NOTHING, "matches": {}},
        {**NOTHING, "matches": ["a"]},
        {**NOTHING, "matches": [MATCH] * (MOST_MATCHES + 1)},
        {"matches": []},
        {**NOTHING, "software": "LanguageTool"},
        {**NOTHING, "software": {"version": 6.8}},
        {**NOTHING, "software": {"version": "new"}},
        [],
        "LanguageTool",
        None,
        7,
    ],
)
def test_nonsense_is_told(answer: Any) -> None:
    with pytest.raises(EngineError, match="is not LanguageTool") as raised:
        read(answer)
    assert URL in raised.value.de
    assert raised.value.engine == "languagetool"


@pytest.mark.parametrize("body", [b"", b"<html>Welcome</html>", b"{", b"\xff\xfe", b"[" * 100_000, b'{"matches": [}'])
def test_what_is_no_json_is_told(body: bytes) -> None:
    with pytest.raises(EngineError, match="is not LanguageTool"):
        read_check(body, LENGTH, URL)


@pytest.mark.parametrize("version", ["5.9", "4.2-SNAPSHOT", "0.1"])
def test_an_old_version_is_told(version: str) -> None:
    with pytest.raises(EngineError, match=rf"LanguageTool {version[:3]} is running .* 6\.0 or newer"):
        read({**NOTHING, "software": {"version": version}})


@pytest.mark.parametrize("version", ["6.0", "6.8", "6.9-SNAPSHOT", "10.0"])
def test_a_newer_version_is_welcome(version: str) -> None:
    assert read({**NOTHING, "software": {"version": version}})["matches"] == []


def test_languages_are_read() -> None:
    assert read_languages(json.dumps(LANGUAGES).encode(), URL) == LANGUAGES


@pytest.mark.parametrize("languages", [{}, [], ["de"], [{"code": "de"}], [{"code": "de", "longCode": None}], None])
def test_strange_languages_are_told(languages: Any) -> None:
    with pytest.raises(EngineError, match="is not LanguageTool"):
        read_languages(json.dumps(languages).encode(), URL)
