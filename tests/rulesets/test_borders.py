"""Where sentences begin and end, what leaving words out leaves behind, what is counted, and what is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from msglint import Linter, Message
from msglint.rulesets import load_rulesets
from msglint.settings import Settings
from tests.rulesets.test_packs import BASE, excerpts, findings, linter_of, mail, pack, phrase, report_on

LONG = "Das ist eine lange Zeile, die das Programm am Rand des Fensters umbricht"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das ist – leider – nicht möglich.", []),
        ("Das ist z. B. leider nicht möglich, auch am 3. leider nicht.", []),
        (f"{LONG},\nleider ohne Absatz.", []),
        (f"{LONG}.\nLeider ohne Absatz.", ["Leider"]),
        ("- leider zu spät\n- leider zu früh\n1. leider zu viel", ["leider"] * 3),
        ("Er sagte es. „Leider“ war es das. (Leider ja.)", ["Leider"]),
        ("Kurz:\nleider nein", ["leider"]),
    ],
)
def test_the_beginning_of_a_sentence(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert excerpts(tmp_path, phrase("^ leider"), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG} leider\nauf der nächsten Zeile weiter.", []),
        ("Das geht leider\n\nso nicht.", ["leider"]),
        ("Das geht leider, sagt er.", []),
        ("(Das geht leider.) Ja. Das geht leider … noch.", ["leider", "leider"]),
        ("- das geht leider\n- das auch", ["leider"]),
    ],
)
def test_the_end_of_a_sentence_or_line(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert excerpts(tmp_path, phrase("leider $"), text) == expected


def test_a_mark_in_the_phrase_may_be_the_end(tmp_path: Path) -> None:
    assert excerpts(tmp_path, phrase("alles klar? $"), "Alles klar? Dann los.") == ["Alles klar?"]


@pytest.mark.parametrize(
    ("written", "hits", "misses"),
    [
        ("klar/gut, dann los", ["klar, dann los", "gut, dann los"], ["klar dann los"]),
        ("danke (dir), gern", ["danke dir, gern", "danke, gern"], ["danke gern"]),
        ("(nun ja), gern", ["nun ja, gern", "gern"], []),
        ("[alles klar/gut], los", ["alles klar, los", "gut, los"], ["gut los"]),
        ("kurz (und/,) gut", ["kurz und gut", "kurz, gut", "kurz gut"], []),
        ("seht/seht, was", ["seht was", "seht, was"], []),
        ("<gehen>, oder", ["geht, oder"], ["geht oder"]),
    ],
)
def test_a_comma_behind_a_choice_or_a_bracket(tmp_path: Path, written: str, hits: list[str], misses: list[str]) -> None:
    for hit in hits:
        assert excerpts(tmp_path, phrase(written), f"Wir sagen {hit} jetzt.") == [hit]
    for miss in misses:
        assert excerpts(tmp_path, phrase(written), f"Wir sagen {miss} jetzt.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das ist so, quasi.", "Das ist so."),
        ("Das ist quasi so.", "Das ist so."),
        ("Wir denken quasi, dass es geht.", "Wir denken, dass es geht."),
        ("Das ist, quasi, gut.", "Das ist gut."),
        ("Ich denke, quasi, dass es geht.", "Ich denke, dass es geht."),
        ("Quasi, das ist gut.", "Das ist gut."),
        ("quasi ist alles gut.", "ist alles gut."),
        ("Das ist ja quasi\nso gut.", "Das ist ja\nso gut."),
        ("Gut quasi", "Gut"),
    ],
)
def test_leaving_words_out(tmp_path: Path, text: str, expected: str) -> None:
    (finding,) = findings(tmp_path, {"kind": "substitution", "swap": {"quasi": ""}}, text)
    (suggestion,) = finding.suggestions
    whole = mail(text)
    assert whole[: suggestion.span.start] + suggestion.text + whole[suggestion.span.end :] == mail(expected)


def test_after_the_salutation_the_replacement_stays_small(tmp_path: Path) -> None:
    rule = {"kind": "substitution", "swap": {"im Nachgang": "danach"}}
    (finding,) = findings(tmp_path, rule, "im Nachgang reden wir.")
    assert [suggestion.text for suggestion in finding.suggestions] == ["danach"]


def test_a_missing_lemma_does_not_shift_the_others(tmp_path: Path) -> None:
    rule = {"kind": "substitution", "swap": {"(<sehr>) <finalisieren>": "<ganz> <beenden>"}}
    (finding,) = findings(tmp_path, rule, "Er finalisiert es.")
    assert finding.suggestions == ()


# Counting


def test_what_is_excepted_or_quoted_does_not_count(tmp_path: Path) -> None:
    rule = {"kind": "occurrence", "count": "phrases", "phrases": ["so*"], "more-than": 1, "except": ["Sonne"]}
    assert excerpts(tmp_path, rule, "Die Sonne scheint so, sagt „so“ einer.") == []
    assert excerpts(tmp_path, rule, "Die Sonne scheint so, und so sagt einer.") == ["so"]
    quoted = {**rule, "in-quotes": True}
    assert excerpts(tmp_path, quoted, "Die Sonne scheint so, sagt „so“ einer.") == ["so"]


def test_any_count_may_be_per_hundred_words(tmp_path: Path) -> None:
    rule = {"kind": "occurrence", "count": "questions", "per": "100-words", "more-than": 1}
    assert len(findings(tmp_path, rule, "Wer? Wo? " + "wort " * 10)) == 1
    assert findings(tmp_path, rule, "Wer? Wo? " + "wort " * 250) == ()


def test_a_required_element_looks_past_a_quoted_place(tmp_path: Path) -> None:
    rule = {"kind": "required", "if": ["Link"], "needs-patterns": ["https?://"]}
    assert excerpts(tmp_path, rule, "Er sagt „Link“ und meint den Link.") == ["Link"]


def test_a_required_element_of_a_part_that_is_missing_is_told_at_the_end_of_the_body(tmp_path: Path) -> None:
    rule = {"kind": "required", "in": "signature", "needs": ["Amtsgericht"], "needs-in": "signature"}
    message = Message.from_text("Hallo Anna,\n\ndas ist alles.\n\nViele Grüße")
    (finding,) = findings(tmp_path, rule, message)
    assert finding.start.line == 3


# Two languages


@pytest.mark.parametrize(("own", "expected"), [({}, 0), ({"when": {}, "severity-by": []}, 1)])
def test_an_empty_condition_is_not_the_other_language_s(tmp_path: Path, own: Mapping[str, Any], expected: int) -> None:
    for language, words, more in (("de", "wie gesagt", {"when": {"reply": True}}), ("en", "as I said", own)):
        (tmp_path / language).mkdir()
        pack(tmp_path / language, {**BASE, **phrase(words), **more}, language=language)
    english = "Hi Anna,\n\nas I said, the report will be with you on Friday.\n\nBest regards\nTom"
    assert len(linter_of(tmp_path).check(Message.from_text(english)).findings) == expected


def test_off_as_programs_write_it(tmp_path: Path) -> None:
    rule = phrase("wie gesagt", **{"severity-by": [{"channel": "email", "severity": False}]})
    assert findings(tmp_path, rule, "wie gesagt.") == ()


# Token patterns


@pytest.mark.parametrize(
    ("token", "text", "expected"),
    [
        ({"LOWER": "do"}, "I don't know what you mean by that.", "do"),
        ({"LOWER": "n't"}, "I don’t know. I don't know what you mean by that.", "n't"),
        ({"LOWER": "on-board"}, "We take you on-board next week.", "on-board"),
    ],
)
def test_a_token_that_is_no_whole_word_calls_for_its_pattern(
    tmp_path: Path, token: Mapping[str, Any], text: str, expected: str
) -> None:
    assert expected in excerpts(tmp_path, {"kind": "tokens", "tokens": [[token]]}, text, language="en")


@pytest.mark.parametrize(
    ("token", "sentence"),
    [
        ({"LOWER": "Wir"}, "'LOWER' compares in lower case: 'wir', not 'Wir'"),
        ({"LOWER": {"IN": ["Wir"]}}, "'LOWER' compares in lower case"),
        ({"LOWER": {"IN": "wir"}}, "'IN' needs a list of words"),
        ({"LOWER": {">=": 3}}, "there is no condition '>='"),
        ({"LOWER": {"REGEX": "("}}, "faulty regular expression"),
        ({"LOWER": "wir", "OP": "{3,1}"}, "'OP' cannot be '{3,1}'"),
        ({"LOWER": "wir", "OP": "{}"}, "'OP' cannot be '{}'"),
        ({"LOWER": "wir", "LENGTH": "abc"}, "'LENGTH' needs a whole number"),
        ({"LOWER": "wir", "POS": "verb"}, "'POS' cannot be 'verb'"),
        ({"LOWER": "!"}, "needs a certain word"),
        ({"LOWER": "wir", "OP": "{0,2}"}, "needs a certain word"),
    ],
)
def test_a_wrong_token_is_told(tmp_path: Path, token: Mapping[str, Any], sentence: str) -> None:
    (problem,) = load_rulesets([pack(tmp_path, {**BASE, "kind": "tokens", "tokens": [[token]]})]).problems
    assert "house.yaml:1: rule 'house.test': " in str(problem)
    assert sentence in str(problem)


def test_token_patterns_may_be_matched_in_threads(tmp_path: Path) -> None:
    tokens = [[{"LEMMA": "work", "POS": "VERB"}, {"OP": "{0,3}"}, {"LOWER": {"REGEX": "^it"}}]]
    linter = linter_of(pack(tmp_path, {**BASE, "kind": "tokens", "tokens": tokens}, language="en"))
    text = "Hi Anna,\n\nwe worked on it{} and I told you so before.\n\nBest regards\nTom"
    found: list[int] = []

    def check(at: int) -> None:
        for turn in range(10):
            message = Message.from_text(text.format(f" x{at}y{turn}")).with_(given_language="en")
            found.append(len(linter.check(message).findings))

    threads = [Thread(target=check, args=(at,)) for at in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 60


# What is told


@pytest.mark.parametrize("message", ["{phrase!r}", "{phrase:d}", "{phrase:>999999999}", "{phrase.x}", "{phrase"])
def test_a_placeholder_has_no_format(tmp_path: Path, message: str) -> None:
    (problem,) = load_rulesets([pack(tmp_path, {**BASE, **phrase("a"), "message": message})]).problems
    assert "no placeholders but {phrase}" in str(problem)


def test_a_colon_in_the_name_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a: b"
    folder.mkdir()
    (problem,) = load_rulesets([pack(folder, {**BASE, "kind": "magic"})]).problems
    assert "house.yaml:1: rule 'house.test': 'kind' cannot be 'magic'" in str(problem)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"kind": "phrase", "phrases": ["a ... b ... c ... d ... e ... f"]}, "'...' more than 4 times"),
        ({"kind": "phrase", "phrases": [", ja"]}, "a mark needs a word before it"),
        ({"kind": "regex", "patterns": ["[[:alpha:]]x"]}, "faulty regular expression"),
        ({"kind": "phrase", "phrases": ["a"], "price": 10**30}, "'price' must be a whole number"),
        ({"kind": "occurrence", "count": "words", "per": "100-words", "more-than": 1}, "are always the same"),
        ({"kind": ""}, "'kind' must be phrase, substitution"),
    ],
)
def test_what_can_never_be_right_is_told(tmp_path: Path, more: Mapping[str, Any], sentence: str) -> None:
    (problem,) = load_rulesets([pack(tmp_path, {**BASE, **more})]).problems
    assert sentence in str(problem)


# What is kept


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: folder)
    return folder


@pytest.mark.parametrize("packs", [None, 5, {}, [], [5], [{}], [{"path": "x", "entries": [{"id": 1}]}]])
def test_a_cache_of_the_wrong_shape_is_made_again(tmp_path: Path, cache: Path, packs: Any) -> None:
    path = pack(tmp_path, {**BASE, **phrase("wie gesagt")})
    load_rulesets([path])
    for kept in (cache / "packs").glob("*.json"):
        seal, _, content = kept.read_bytes().partition(b"\n")
        changed = json.dumps({**json.loads(content), "packs": packs}).encode()
        kept.write_bytes(seal + b"\n" + changed)
    rulesets = load_rulesets([path])
    assert "house.test" in {rule.id for rule in rulesets.rules}


def test_nothing_is_kept_where_nobody_knows_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: Path("~/.cache/msglint"))
    path = pack(tmp_path, {**BASE, **phrase("wie gesagt")})
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert "house.test" in {rule.id for rule in load_rulesets([path]).rules}
    assert list(folder.iterdir()) == []


def test_text_that_is_no_unicode_can_be_kept(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_bytes(json.dumps({"language": "de", "rules": [{**BASE, **phrase("wie gesagt")}]}).encode())
    odd = tmp_path / "odd\udcff"
    try:
        odd.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("no such names here")
    path = path.rename(odd / "house.yaml")
    for _ in range(2):
        assert "house.test" in {rule.id for rule in load_rulesets([path]).rules}


def test_a_price_of_nothing_is_a_price(tmp_path: Path) -> None:
    report = report_on(tmp_path, phrase("wie gesagt", price=0), "wie gesagt.")
    rulesets = load_rulesets([pack(tmp_path, {**BASE, **phrase("wie gesagt", price=0)})])
    assert next(rule for rule in rulesets.rules if rule.id == "house.test").price == 0
    assert Linter(Settings(), rulesets=rulesets) is not None
    assert len(report.findings) == 1
