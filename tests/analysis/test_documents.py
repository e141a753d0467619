"""spaCy documents made of our own tokens, and token patterns on them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from spacy.matcher import Matcher
from spacy.parts_of_speech import IDS

from msglint.analysis.documents import Document, Documents
from msglint.analysis.tag_sets import UNIVERSAL
from msglint.analysis.tagger import MODEL_FILES, HantaTagger, load_model

TAGGERS = {"de": HantaTagger("de"), "en": HantaTagger("en")}
DOCUMENTS = Documents(lambda language: TAGGERS[language])


def document(text: str, language: str) -> Document:
    return DOCUMENTS.document(text, language)


def matches(pattern: list[dict], text: str, language: str) -> list[str]:
    made = document(text, language)
    matcher = Matcher(DOCUMENTS.vocab(language))
    matcher.add("pattern", [pattern], greedy="LONGEST")
    spans = [made.span(start, end) for _, start, end in matcher(made.doc)]
    return [text[start:end] for start, end in sorted(spans)]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_tag_of_the_model_has_a_universal_part_of_speech(language: str) -> None:
    tags = load_model(MODEL_FILES[language]).int2tag
    tagged = {tags[-number] for number in tags if number < 0 and -number in tags and tags[-number] != "END"}
    assert tagged - {"EMPTY", "START"} <= set(UNIVERSAL[language])
    assert set(UNIVERSAL[language].values()) <= set(IDS)


def test_words_tags_lemmas_and_sentences_are_those_of_our_tokens() -> None:
    text = "Wir nehmen Ihre  Anfrage ernst.\nAnna kommt morgen."
    made = document(text, "de")
    assert [token.text for token in made.doc] == [token.text for token in made.tokens]
    assert [token.tag_ for token in made.doc] == [token.tag for token in made.tokens]
    assert [token.lemma_ for token in made.doc] == [token.lemma for token in made.tokens]
    assert [sentence.text.split()[0] for sentence in made.doc.sents] == ["Wir", "Anna"]
    assert [token.pos_ for token in made.doc][:2] == ["PRON", "VERB"]


def test_offsets_are_those_of_the_text_and_not_of_spacy() -> None:
    text = "Don't   you think\n\n  it's great?"
    made = document(text, "en")
    assert [text[slice(*made.span(at, at + 1))] for at in range(len(made.doc))] == [t.text for t in made.tokens]
    last = len(made.doc) - 1
    assert made.span(last, last + 1) == (len(text) - 1, len(text))
    assert made.doc[last].idx != len(text) - 1
    assert made.span(0, 0) == (0, 0)


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_empty_text_makes_an_empty_document(language: str) -> None:
    made = document("", language)
    assert len(made.doc) == 0
    assert made.span(0, 0) == (0, 0)


@pytest.mark.parametrize(
    ("language", "pattern", "text", "found"),
    [
        (
            "de",
            [{"LOWER": "wir"}, {"LEMMA": "freuen", "POS": "VERB"}, {"LOWER": "uns"}],
            "Liebe Frau Meyer,\nwir freuen uns auf Sie.",
            ["wir freuen uns"],
        ),
        (
            "de",
            [{"LEMMA": {"IN": ["nehmen", "halten"]}, "POS": "VERB"}, {"OP": "*", "IS_PUNCT": False}, {"LOWER": "auf"}],
            "Ich nahm gestern Kontakt auf. Wir gehen.",
            ["nahm gestern Kontakt auf"],
        ),
        (
            "de",
            [{"POS": "NOUN", "LOWER": {"REGEX": "ung$"}}],
            "Die Prüfung der Rechnung dauert.",
            ["Prüfung", "Rechnung"],
        ),
        ("de", [{"LOWER": "ich"}, {"POS": "ADV", "OP": "?"}, {"POS": "VERB"}], "Ich gehe.", ["Ich gehe"]),
        ("de", [{"TAG": "VV(PP)", "LEMMA": "senden"}], "Wir haben es gesendet.", ["gesendet"]),
        ("de", [{"LEMMA": "freuen", "POS": "NOUN"}], "Wir freuen uns.", []),
        (
            "en",
            [{"LOWER": "we"}, {"LOWER": "would"}, {"LEMMA": "like", "POS": "VERB"}],
            "We would like to meet you.",
            ["We would like"],
        ),
        (
            "en",
            [{"LEMMA": "take"}, {"OP": "*", "IS_PUNCT": False}, {"LOWER": {"IN": ["look", "note"]}}],
            "Anna took a closer   look. Fine.",
            ["took a closer   look"],
        ),
        ("en", [{"LEMMA": "be", "POS": "AUX"}, {"TAG": "VVN"}], "The order was sent.", ["was sent"]),
        ("en", [{"LOWER": {"REGEX": "^syner"}, "POS": "NOUN"}], "We see synergies.", ["synergies"]),
        ("en", [{"LOWER": "do"}, {"LOWER": "n't"}], "I don't know.", ["don't"]),
        ("en", [{"LEMMA": "take", "POS": "NOUN"}], "He took it.", []),
    ],
)
def test_token_patterns_match(language: str, pattern: list[dict], text: str, found: list[str]) -> None:
    assert matches(pattern, text, language) == found


def test_lexical_flags_are_known() -> None:
    assert matches([{"LIKE_EMAIL": True}], "Bitte an anna@example.com senden.", "de") == ["anna@example.com"]
    assert matches([{"LIKE_NUM": True}], "Send ten copies.", "en") == ["ten"]


def test_signs_are_signs() -> None:
    made = document("Kosten: 5 € (netto) 🙂", "de")
    assert {token.text: token.pos_ for token in made.doc if not token.text[0].isalnum()} == {
        ":": "PUNCT",
        "€": "SYM",
        "(": "PUNCT",
        ")": "PUNCT",
        "🙂": "SYM",
    }


def test_one_vocabulary_per_language() -> None:
    assert DOCUMENTS.vocab("de") is document("Ja.", "de").doc.vocab
    assert DOCUMENTS.vocab("de") is not DOCUMENTS.vocab("en")


def test_spacy_is_not_imported_before_the_first_document() -> None:
    code = "import sys, msglint.analysis.documents as d; d.Documents(None); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
