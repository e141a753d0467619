"""No index hides a match: what an expression matches is always called for by the words of the text."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.message.searchable import SearchText, folded
from msglint.rulesets import load_rulesets, pack_files, shipped_folder
from msglint.rulesets.compiling import Compiler
from msglint.rulesets.literals import required_pieces
from msglint.rulesets.phrases import parse_phrase
from msglint.rulesets.reading import read_pack
from msglint.rulesets.searching import Searcher


def _called(phrase: str, text: str) -> tuple[bool, bool]:
    """Whether the expression of the phrase matches, and whether its words call for it."""
    parsed = parse_phrase(phrase, lambda lemma: [lemma])
    searched = SearchText("body", text)
    called = not (parsed.words or parsed.pieces) or bool(
        parsed.words & searched.words or any(piece in searched.folded for piece in parsed.pieces)
    )
    return re.search(parsed.source, text, re.IGNORECASE) is not None, called


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("mass nehmen", "maſs nehmen"),
        ("istanbul", "in İstanbul"),
        ("straße*", "STRAẞE"),
        ("kelvin", "\N{KELVIN SIGN}elvin"),
        ("οδος", "ΟΔΟΣ"),
        ("οδοσ*", "ΟΔΟΣ"),
        ("vor-ort-termin", "der vor Orttermin"),
        ("vor-ort-termin", "der Vorort-Termin"),
        ("vor-ort-termin", "der Vororttermin"),
        ("rock'n'roll", "rocknroll"),
        ("rock'n'roll", "rock’n'roll"),
    ],
)
def test_a_phrase_is_called_for_in_every_spelling(phrase: str, text: str) -> None:
    assert _called(phrase, text) == (True, True)


def test_an_apostrophe_stands_for_nothing_else() -> None:
    assert _called("let's go", "let]s go")[0] is False


_CASED = {"s": "sSſ", "ß": "ßẞ", "k": "kK\N{KELVIN SIGN}", "i": "iIİı", "µ": "µμ", "σ": "σςΣ"}
_ATOMS = ("sss", "ßtraße", "kiki", "µσi", "abc", "(?:abc|kiss)", "(?:abc|)", "(?-i:skis)", "(?i:skis)", "(?=sss)sss")
_MORE_ATOMS = ("(?!abc)kis", "(?:kis)?", "(?:kis)*", "(?:kiss){2}", "(kis)?(?(1)abc|sss)", "[ks]iss", r"\bkis", "k.s")


@given(st.data(), st.lists(st.sampled_from((*_ATOMS, *_MORE_ATOMS)), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_what_an_expression_matches_holds_one_of_its_pieces(data: st.DataObject, atoms: list[str]) -> None:
    source = re.sub(r"\(kis\)\?\(\?\(1\)", "(?P<g>kis)?(?(g)", "".join(dict.fromkeys(atoms)))
    drawn = data.draw(st.from_regex(re.compile(source, re.IGNORECASE)))
    text = "".join(data.draw(st.sampled_from(_CASED.get(char, char))) for char in drawn)
    for candidate in (drawn, text, drawn.upper(), drawn.swapcase()):
        if re.search(source, candidate, re.IGNORECASE):
            pieces = required_pieces(source)
            assert not pieces or any(piece in folded(candidate) for piece in pieces)


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_folding_keeps_the_length_and_is_the_same_for_both_cases(text: str) -> None:
    assert len(folded(text)) == len(text)
    for char in text:
        if re.fullmatch(re.escape(char), char.lower(), re.IGNORECASE):
            assert folded(char) == folded(char.lower())


def _written_out(phrase: str) -> str:
    """A plain reading of a phrase: what may be missing is, of every choice the first is taken."""
    while "(" in phrase or "[" in phrase:
        phrase = re.sub(r"\([^()\[\]]*\),?", "", phrase)
        phrase = re.sub(r"\[([^()\[\]/]*)[^()\[\]]*\]", r"\1", phrase)
    words = [re.sub(r"^([^/]+)/.*?([,;:.!?…]*)$", r"\1\2", word) for word in phrase.split() if word not in ("^", "$")]
    plain = " ".join(re.sub(r"[*<>^$]", "", word) for word in words if word != "...")
    return re.sub(r"\s+([,;:.!?…])", r"\1", plain).strip(" ,")


def _phrases() -> list[tuple[str, str, str]]:
    return [
        (pack.language, entry.id, written.text)
        for path in pack_files(shipped_folder())
        for pack in [read_pack(path)]
        for entry in pack.entries
        for written in entry.phrases
        if "," not in written.text
    ]


def test_every_shipped_phrase_is_found_when_it_is_written() -> None:
    compiler = Compiler(trusted=True)
    missed = []
    for language, rule_id, phrase in _phrases():
        parsed = parse_phrase(phrase, compiler._forms[language])
        text = SearchText("body", f"{_written_out(phrase)}")
        called = parsed.words & text.words or any(piece in text.folded for piece in parsed.pieces)
        if not (called and re.search(parsed.source, text.text, re.IGNORECASE)):
            missed.append((rule_id, phrase, text.text))
    assert missed == []


def test_the_index_hides_nothing_in_the_shipped_examples() -> None:
    rulesets = load_rulesets(with_examples=True)
    texts = {
        language: [
            SearchText("body", example.text)
            for (_, of), examples in rulesets.examples.items()
            if of == language
            for example in (*examples.bad[:1], *examples.good[:1])
        ]
        for language in ("de", "en")
    }
    for pack in rulesets.packs:
        for entry in pack["entries"]:
            if entry["kind"] == "tokens" or len(entry["seek"]["items"]) > 150:
                continue
            searcher = Searcher(entry["seek"])
            everything = Searcher({**entry["seek"], "words": {}, "pieces": [], "always": range(len(searcher._items))})
            for text in texts[pack["language"]][:120]:
                assert searcher.find(text) == everything.find(text), (entry["id"], text.text)


def test_places_come_in_order_and_do_not_overlap() -> None:
    path = Path(__file__)
    text = SearchText("body", path.read_text(encoding="utf-8"))
    finder = load_rulesets().phrases("networking", "de")
    found = list(finder.finditer(SearchText("body", f"{text.text} Kontaktpflege, zwecks Kontaktpflege")))
    assert found
    assert all(first.end() <= second.start() for first, second in pairwise(found))


def test_a_long_text_gives_what_its_pieces_give(tmp_path: Path) -> None:
    from msglint.message.searchable import SearchText
    from msglint.rulesets import compile_packs
    from msglint.rulesets.searching import Searcher

    pack = tmp_path / "house.yaml"
    phrases = ["wie (bereits) gesagt", "im Nachgang ... zur Sitzung", "synergi*", "*pflege", "am Ende $"]
    rule = {"id": "house.test", "kind": "phrase", "severity": "warning", "title": "x", "message": "x", "why": "x"}
    pack.write_text(json.dumps({"language": "de", "rules": [{**rule, "phrases": phrases}]}), encoding="utf-8")
    (compiled,) = compile_packs([pack], trusted=True)
    searcher = Searcher(compiled["entries"][0]["seek"])
    piece = (
        "Wie bereits gesagt, im Nachgang der langen zur Sitzung, Synergien, Kontaktpflege, am Ende.\n\n" + "wort " * 900
    )
    found = [place.span.of(piece) for place in searcher.find(SearchText("", piece))]
    assert len(found) == 5
    text = piece * 6
    assert len(text) > 20_000
    assert [place.span.of(text) for place in searcher.find(SearchText("", text))] == found * 6
