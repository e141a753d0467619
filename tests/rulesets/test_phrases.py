"""What the syntax of phrases means."""

from __future__ import annotations

import re

import pytest

from msglint.rulesets.phrases import PhraseError, parse_phrase

FORMS = {"nehmen": ["nehmen", "nimmt", "nahm", "genommen"], "Synergie": ["Synergie", "Synergien"]}


def found(phrase: str, text: str) -> str | None:
    parsed = parse_phrase(phrase, FORMS.__getitem__)
    match = re.search(parsed.source, text, re.IGNORECASE)
    return match.group() if match else None


@pytest.mark.parametrize(
    ("phrase", "hits", "misses"),
    [
        ("kontakt-pflege", ["Kontaktpflege", "kontakt-pflege", "Kontakt Pflege"], ["Kontaktaufnahme"]),
        ("(mein/unser) netzwerk erweitern", ["mein Netzwerk erweitern", "Netzwerk  erweitern"], ["Netzwerk pflegen"]),
        (
            "netzwerk ... zu erweitern",
            [
                "Netzwerk in Ihrer Branche zu erweitern",
                "Netzwerk zu erweitern",
                "Netzwerk, bald, zu erweitern",
            ],
            ["Netzwerk a b c d e f zu erweitern", "Netzwerk. Bitte zu erweitern"],
        ),
        ("synergi*", ["Synergien", "synergie", "Synergie-Effekte"], ["Energie"]),
        ("*pflege", ["Kontaktpflege", "Pflege"], ["Pfleger"]),
        ("let's connect", ["let’s connect", "lets connect", "let's\nconnect"], ["let us connect", "let's\n\nconnect"]),
        ("gleichen gruppe (hier)", ["gleichen Gruppe hier", "gleichen Gruppe"], ["gleiche Gruppe"]),
        ("[auf Grund/aufgrund] der", ["auf Grund der", "aufgrund der"], ["Grund der", "auf der"]),
        ("(sehr (viel)) gern", ["gern", "sehr gern", "sehr viel gern"], ["viel gerne"]),
        ("in Kauf <nehmen>", ["in Kauf nimmt", "in Kauf genommen"], ["in Kauf gegeben"]),
        ("<Synergie>/<nehmen>", ["Synergien", "nahm"], ["geben"]),
        ("Tatsache, dass", ["Tatsache, dass"], ["Tatsache dass"]),
    ],
)
def test_phrase(phrase: str, hits: list[str], misses: list[str]) -> None:
    for hit in hits:
        assert found(phrase, f"davor {hit} danach") == hit
    for miss in misses:
        assert found(phrase, f"davor {miss} danach") is None


def test_words_are_whole_words() -> None:
    assert found("art", "Artikel, Wart, E-Mail an art@example.com") == "art"
    assert found("art", "Artikel, Wart") is None
    assert found("kind", "KindGarten @kind") is None


@pytest.mark.parametrize(
    ("phrase", "words", "pieces"),
    [
        ("wie bereits besprochen", {"besprochen"}, set()),
        ("(sehr) gerne", {"gerne"}, set()),
        ("in <nehmen>", {"nehmen", "nimmt", "nahm", "genommen"}, set()),
        ("synergi* nutzen", {"nutzen"}, set()),
        ("an synergi*", set(), {"synergi"}),
        ("kontakt-pflege", {"kontakt", "kontaktpflege"}, set()),
        ("[alpha beta/gamma]", {"alpha", "gamma"}, set()),
        ("[alpha/der die]", {"alpha", "der"}, set()),
    ],
)
def test_the_rarest_word_calls_for_a_phrase(phrase: str, words: set[str], pieces: set[str]) -> None:
    parsed = parse_phrase(phrase, FORMS.__getitem__)
    assert (set(parsed.words), set(parsed.pieces)) == (words, pieces)


def test_marks_for_the_beginning_and_the_end_of_a_sentence() -> None:
    parsed = parse_phrase("^wie gesagt$", FORMS.__getitem__)
    assert parsed.at_start
    assert parsed.at_end
    assert "gesagt" in parsed.source


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("a (b", "'(' lacks its ')'"),
        ("[a b", "'[' lacks its ']'"),
        ("a ] b", "']' does not belong here"),
        ("... b", "stands at the beginning"),
        ("a ...", "stands at the end"),
        ("(a)", "no word of it is certain"),
        ("a / ", "'/' does not belong here"),
        ("", "no word of it is certain"),
        ("<> b", "'<>' does not belong here"),
    ],
)
def test_a_broken_phrase_is_told_what_is_wrong(phrase: str, sentence: str) -> None:
    with pytest.raises(PhraseError) as error:
        parse_phrase(phrase, FORMS.__getitem__)
    assert sentence in str(error.value)
    assert error.value.de != error.value.en
