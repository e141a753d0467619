"""Packs: what the phrases mean, and what a faulty pack is told."""

from __future__ import annotations

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
    ],
)
def test_a_faulty_pack_is_told_what_is_wrong(tmp_path: Path, pack: str, sentence: str) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "mine.yaml").write_text(pack, encoding="utf-8")
    with pytest.raises(RulesetError, match=re.escape(sentence)) as error:
        load_rulesets(tmp_path)
    assert "mine.yaml" in str(error.value)
