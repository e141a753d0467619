"""Packs: what the phrases mean, and what a faulty pack is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from msglint.rulesets import RulesetError, load_rulesets, phrase_source


@pytest.mark.parametrize(
    ("phrase", "hits", "misses"),
    [
        ("kontakt-pflege", ["Kontaktpflege", "kontakt-pflege", "Kontakt Pflege"], ["Kontaktaufnahme"]),
        ("(mein/unser) netzwerk erweitern", ["mein Netzwerk erweitern", "Netzwerk  erweitern"], ["Netzwerk pflegen"]),
        (
            "netzwerk ... zu erweitern",
            ["Netzwerk in Ihrer Branche zu erweitern"],
            ["Netzwerk a b c d e f zu erweitern"],
        ),
        ("synergi*", ["Synergien", "synergie"], ["Energie"]),
        ("let's connect", ["let’s connect", "lets connect"], ["let us connect"]),
        ("gleichen gruppe (hier)", ["gleichen Gruppe hier", "gleichen Gruppe"], ["gleiche Gruppe"]),
    ],
)
def test_phrase(phrase: str, hits: list[str], misses: list[str]) -> None:
    pattern = re.compile(phrase_source(phrase), re.IGNORECASE)
    assert all(pattern.fullmatch(hit) for hit in hits)
    assert not any(pattern.fullmatch(miss) for miss in misses)


def test_the_shipped_packs_load_and_share_one_id_over_languages() -> None:
    rulesets = load_rulesets()
    invite = next(rule for rule in rulesets.rules if rule.id == "boilerplate.default-invite")
    assert invite.languages == {"de", "en"}
    assert rulesets.phrases("networking").search("zwecks Kontaktpflege")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_rulesets().phrases("no-such-list")


@pytest.mark.parametrize(
    ("pack", "sentence"),
    [
        ("language: fr", "'language' must be one of de, en"),
        ("- just\n- a list", "'language' must be one of de, en"),
        ("language: de\nphrase: {}", "unknown key 'phrase'"),
        ("language: de\nrules: [{kind: regex}]", "needs an 'id'"),
        ("language: de\nrules: [{id: a.b, kind: magic}]", "the kind must be 'regex'"),
        ("language: de\nrules: [{id: a.b, kind: regex, patern: x}]", "unknown key 'patern'"),
        ("language: de\nrules: [{id: a.b, kind: regex, patterns: ['(']}]", "faulty pattern '('"),
        ("language: [de", "cannot be read as YAML"),
        ("language: de\nrules: {a: b}", "'rules' must be a list of rules"),
        ("language: de\nrules: [{id: filler, kind: regex}]", "needs an 'id'"),
        ("language: de\nphrases: [a]", "'phrases' must hold lists by name"),
        ("language: de\nphrases: {a: b}", "'phrases.a' must be a list of phrases"),
    ],
)
def test_a_faulty_pack_is_told_what_is_wrong(tmp_path: Path, pack: str, sentence: str) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "mine.yaml").write_text(pack, encoding="utf-8")
    with pytest.raises(RulesetError, match=re.escape(sentence)) as error:
        load_rulesets(tmp_path)
    assert "mine.yaml" in str(error.value)


RIGHT = {
    "id": "a.b",
    "kind": "regex",
    "severity": "warning",
    "title": {"de": "x", "en": "x"},
    "message": {"de": "x {phrase}", "en": "x"},
    "why": {"de": "x", "en": "x"},
    "source": "x",
    "patterns": ["x"],
}


def pack_with(tmp_path: Path, **changes: object) -> Path:
    rule = {key: value for key, value in {**RIGHT, **changes}.items() if value is not ...}
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "mine.yaml").write_text(json.dumps({"language": "de", "rules": [rule]}), encoding="utf-8")
    return tmp_path


def test_a_right_pack_is_read(tmp_path: Path) -> None:
    (rule,) = load_rulesets(pack_with(tmp_path, severity_by_channel={"letter": "error"})).rules
    assert rule.id == "a.b"


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        *((key, ..., f"'{key}' is missing") for key in ("severity", "title", "message", "why", "source", "patterns")),
        ("severity", "loud", "'severity' must be one of error, warning, suggestion, not 'loud'"),
        ("severity", ["error"], "'severity' must be one of"),
        ("title", "x", "'title' must have a text for 'de' and one for 'en'"),
        ("message", {"de": "x"}, "'message' must have a text for 'de' and one for 'en'"),
        ("message", {"de": "{name}", "en": "x"}, "'message' must have no placeholder but {phrase}"),
        ("message", {"de": "{", "en": "x"}, "'message' must have no placeholder"),
        ("why", {"de": "x", "en": 3}, "'why' must have a text"),
        ("source", 3, "'source' must be a text"),
        ("better", [], "'better' must have a text"),
        ("patterns", "x", "'patterns' must be a list of texts"),
        ("patterns", [3], "'patterns' must be a list of texts"),
        ("supersedes", "a.c", "'supersedes' must be a list of texts"),
        ("severity_by_channel", ["letter"], "'severity_by_channel' must hold severities by channel"),
        ("severity_by_channel", {"fax": "error"}, "'severity_by_channel' must be one of email, "),
        ("severity_by_channel", {"letter": "x"}, "'severity_by_channel.letter' must be one of error, "),
        ("bad", "x", "'bad' must be a list of examples"),
        ("bad", [{"to": ["x"]}], "an example of rule 'a.b': 'text' is missing"),
        ("good", [{"text": "x", "channel": "fax"}], "'channel' must be one of email, "),
        ("good", [{"text": "x", "relationship": "old"}], "'relationship' must be one of none, existing, unknown"),
        ("good", [{"text": "x", "to": "Anna"}], "'to' must be a list of texts"),
    ],
)
def test_a_wrong_value_is_told_with_file_rule_and_key(tmp_path: Path, key: str, value: object, sentence: str) -> None:
    with pytest.raises(RulesetError, match=re.escape(sentence)) as error:
        load_rulesets(pack_with(tmp_path, **{key: value}))
    for language in ("de", "en"):
        text = error.value.text(language)
        assert all(words in text for words in ("mine.yaml: ", "a.b", key if key not in ("good", "bad") else ""))
    assert error.value.text("de") != error.value.text("en")
