"""HanTa as a spaCy component: for anybody's pipeline, and for the documents of msglint itself."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

from msglint.analysis.engines import Engines
from msglint.analysis.errors import EngineError
from msglint.analysis.tag_sets import universal
from msglint.analysis.tagger import HantaTagger, Token, split_sentences
from msglint.linter import Linter
from msglint.settings import Settings

LANGUAGES = ("de", "en")
WANTED = 150
ENGINES = Engines()


@pytest.fixture(scope="module", params=LANGUAGES)
def nlp(request: pytest.FixtureRequest) -> Language:
    made = spacy.blank(request.param)
    made.add_pipe("hanta")
    return made


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    """Examples of the rules with some hundred sentences, in which everything occurs that rules have to do with."""
    rules = Linter(Settings(profile="everything")).rules
    found = {
        language: list(
            dict.fromkeys(
                example.text
                for rule in rules
                for examples in (rule.examples.get(language),)
                if examples is not None
                for example in (*examples.bad, *examples.good)
            )
        )
        for language in LANGUAGES
    }
    some = {language: of_all[:: len(of_all) // WANTED] for language, of_all in found.items()}
    assert all(len(of_language) >= WANTED for of_language in some.values())
    return some


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (word.text, word.whitespace_, word.idx, word.tag_, word.pos_, word.lemma_, word.is_sent_start, str(word.morph))
        for word in doc
    ]


def made_by_hand(text: str, language: str, tagger: HantaTagger, nlp: Language) -> tuple[Doc, tuple[Token, ...]]:
    """A document put together of the tagger's tokens, without the component."""
    tokens = tagger.tag(text)
    after = (*(token.start for token in tokens[1:]), 0)
    starts = {sentence[0].start for sentence in split_sentences(text, tokens)}
    doc = Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[start > token.end for token, start in zip(tokens, after, strict=True)],
        tags=[token.tag for token in tokens],
        pos=[universal(token, language) for token in tokens],
        lemmas=[token.lemma for token in tokens],
        sent_starts=[token.start in starts for token in tokens],
    )
    return doc, tokens


def test_documents_of_msglint_are_what_the_tagger_says(nlp: Language, texts: dict[str, list[str]]) -> None:
    tagger = HantaTagger(nlp.lang)
    for text in texts[nlp.lang]:
        expected, tokens = made_by_hand(text, nlp.lang, tagger, nlp)
        made = ENGINES.document(text, nlp.lang)
        assert annotations(made.doc) == annotations(expected)
        assert made.tokens == tokens
        assert [text[slice(*made.span(at, at + 1))] for at in range(len(tokens))] == [token.text for token in tokens]


def test_both_ways_make_one_document(nlp: Language, texts: dict[str, list[str]]) -> None:
    for text in texts[nlp.lang]:
        made = ENGINES.document(text, nlp.lang).doc
        plain = Doc(
            nlp.vocab,
            words=[word.text for word in made],
            spaces=[bool(word.whitespace_) for word in made],
            sent_starts=[word.is_sent_start for word in made],
        )
        assert annotations(nlp(plain)) == annotations(made)


def test_a_pattern_finds_the_same_in_both() -> None:
    text = "Wir nahmen gestern Kontakt auf."
    nlp = spacy.blank("de")
    nlp.add_pipe("hanta")
    pattern = [{"LEMMA": "nehmen", "POS": "VERB"}, {"OP": "*"}, {"TAG": "PTKVZ"}]
    for doc in (nlp(text), ENGINES.document(text, "de").doc):
        matcher = Matcher(doc.vocab)
        matcher.add("pattern", [pattern], greedy="LONGEST")
        assert [doc[start:end].text for _, start, end in matcher(doc)] == ["nahmen gestern Kontakt auf"]


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("de", "Die Lieferung kommt.  Wir danken  Ihnen!\n\nBis bald", ["Die Lieferung", "Wir danken", "Bis bald"]),
        ("en", "  We don't know. \n It works", ["  We don't", "It works"]),
        ("de", "\n\nAnna kommt", ["\n\nAnna kommt"]),
    ],
)
def test_it_finds_sentences_where_the_pipeline_has_none(language: str, text: str, sentences: list[str]) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe("hanta")
    doc = nlp(text)
    found = [sentence.text for sentence in doc.sents]
    assert doc.text == text
    assert len(found) == len(sentences)
    assert all(one.startswith(start) for one, start in zip(found, sentences, strict=True))


def test_it_keeps_the_sentences_of_others() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("hanta")
    doc = Doc(nlp.vocab, words=["Anna", "kommt", "morgen"], sent_starts=[True, False, True])
    assert [sentence.text.strip() for sentence in nlp(doc).sents] == ["Anna kommt", "morgen"]


@pytest.mark.parametrize("text", ["", " ", "\n\n \t", "\u200b", "👍🏽"])
def test_texts_without_words(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(word.tag_ for word in doc)


def test_blanks_that_are_tokens_are_no_words(nlp: Language) -> None:
    doc = nlp("Ja.   Ok.")
    assert [(word.tag_, word.pos_) for word in doc if word.is_space] == [("_SP", "SPACE")]


def test_another_language_is_told_in_a_sentence() -> None:
    with pytest.raises(EngineError) as raised:
        spacy.blank("fr").add_pipe("hanta")
    assert raised.value.text("de") == ("HanTa kann hier Deutsch (de) und Englisch (en), die Pipeline ist für „fr“.")
    assert raised.value.text("en") == "HanTa does German (de) and English (en) here, and the pipeline is for 'fr'."


FOREIGN_PROGRAM = """
import json, sys
import spacy
assert "msglint" not in sys.modules
nlp = spacy.blank("de")
nlp.add_pipe("hanta")
nlp.to_disk(sys.argv[1])
doc = spacy.load(sys.argv[1])("Wir prüfen die Rechnung.")
print(json.dumps([[word.tag_, word.pos_, word.lemma_] for word in doc]))
"""


def test_any_program_can_use_it_and_save_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FOREIGN_PROGRAM, str(tmp_path / "saved")], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == [
        ["PPER", "PRON", "wir"],
        ["VV(FIN)", "VERB", "prüfen"],
        ["ART", "DET", "der"],
        ["NN", "NOUN", "Rechnung"],
        ["$.", "PUNCT", "."],
    ]


def imported_by(code: str) -> Iterator[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    yield from done.stdout.split()


def test_verbs_need_no_spacy() -> None:
    code = (
        "import sys\n"
        "from msglint.analysis.engines import Engines\n"
        "Engines().tagger('de').tag('Qwertzung brimselt')\n"
        "print(*sys.modules)"
    )
    loaded = set(imported_by(code))
    assert "HanTa" in loaded
    assert not {"spacy", "msglint.analysis.spacy_pipelines", "msglint.analysis.hanta_component"} & loaded
