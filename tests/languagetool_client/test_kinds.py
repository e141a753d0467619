"""Which rule tells of what LanguageTool has found."""

from __future__ import annotations

import pytest

from msglint.analysis.languagetool.answer import Match
from msglint.analysis.languagetool.judging import is_worth_telling
from msglint.analysis.languagetool.kinds import Kind, kind_of
from msglint.analysis.languagetool.sent_text import SentText
from msglint.report import Span


def match(text: str, written: str, better: str | None, rule_id: str, category: str) -> Match:
    start = text.index(written)
    replacements = () if better is None else (better,)
    return Match(rule_id, category, "uncategorized", "", start, start + len(written), replacements)


@pytest.mark.parametrize(
    ("written", "better", "rule_id", "category", "kind"),
    [
        ("Rechnug", "Rechnung", "GERMAN_SPELLER_RULE", "TYPOS", Kind.MISSPELLED),
        ("Rechnug", None, "GERMAN_SPELLER_RULE", "TYPOS", Kind.MISSPELLED),
        ("garnicht", "gar nicht", "GERMAN_SPELLER_RULE", "TYPOS", Kind.MISSPELLED),
        ("kaffee", "Kaffee", "GERMAN_SPELLER_RULE", "TYPOS", Kind.MISSPELLED),
        ("monday", "Monday", "MORFOLOGIK_RULE_EN_US", "TYPOS", Kind.CASE),
        ("im wesentlichen", "im Wesentlichen", "IM_KLAREN", "CASING", Kind.CASE),
        ("zurück schicken", "zurückschicken", "ZUSAMMENSCHREIBUNG_ZURUECK", "COMPOUNDING", Kind.COMPOUND),
        ("10 year", "10-year", "MISSING_HYPHEN", "PUNCTUATION", Kind.COMPOUND),
        ("das", "dass", "RELATIVPRONOMEN_STATT_DASS", "GRAMMAR", Kind.CONFUSED),
        ("einig das", "einig, dass", "KOMMA_DASS", "GRAMMAR", Kind.CONFUSED),
        ("its", "it's", "IT_IS", "PUNCTUATION", Kind.CONFUSED),
        ("Ihre Firme", "Ihre Firma", "FIRME_FIRMA", "CONFUSED_WORDS", Kind.CONFUSED),
        ("den neue", "den neuen", "DE_AGREEMENT", "GRAMMAR", Kind.AGREEMENT),
        ("is", "are", "AGREEMENT_SENT_START", "GRAMMAR", Kind.AGREEMENT),
        ("a", "an", "EN_A_VS_AN", "MISC", Kind.AGREEMENT),
        ("dem Termin", None, "PRAEP_AKK", "GRAMMAR", Kind.AGREEMENT),
        ("more cheaper", "cheaper", "MOST_COMPARATIVE", "GRAMMAR", Kind.SENTENCE),
        ("bei dreht", None, "SOMETHING_NEW", "GRAMMAR", Kind.SENTENCE),
        (" dass", ", dass", "SUBJUNKTION_KOMMA", "PUNCTUATION", Kind.COMMA),
        (", melden", " melden", "FEHLERHAFTES_KOMMA_ALLG", "HILFESTELLUNG_KOMMASETZUNG", Kind.COMMA),
        ("zB", "z. B.", "ZB_ABK", "GRAMMAR", Kind.PUNCTUATION),
        ("dont", "don't", "EN_CONTRACTION_SPELLING", "TYPOS", Kind.PUNCTUATION),
        (",.", ",", "DOPPELTE_SATZZEICHEN", "PUNCTUATION", Kind.PUNCTUATION),
        ("die die", "die", "GERMAN_WORD_REPEAT_RULE", "REDUNDANCY", Kind.REPEATED),
        ("hat hat", "hat, hat", "KOMMA_X", "PUNCTUATION", Kind.REPEATED),
        ("bereits schon", "bereits", "VERDOPPELUNG", "REDUNDANCY", Kind.STYLE),
    ],
)
def test_kind(written: str, better: str | None, rule_id: str, category: str, kind: Kind) -> None:
    text = f"Hier steht nun{written if written[0] in ' ,' else ' ' + written} im Satz."
    assert kind_of(match(text, written, better, rule_id, category), text) is kind


def worth(
    text: str, written: str, better: str | None, rule_id: str, category: str, *stand_ins: str, language: str = "de"
) -> bool:
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in stand_ins)
    sent = SentText(text, tuple(range(len(text))), spans)
    found = match(text, written, better, rule_id, category)
    return is_worth_telling(kind_of(found, text), found, sent, language)


@pytest.mark.parametrize(
    ("text", "written", "better"),
    [
        ("Das ist gut :-) Wenn Sie mögen, ja.", "Wenn", "wenn"),
        ("Ein Koffer – Wenn Menschen reisen.", "Wenn", "wenn"),
        ("Die Reise (Heute beginnt sie) ist lang.", "Heute", "heute"),
        ("In den Sozialen Medien steht es.", "Sozialen", "sozialen"),
        ("Die Liste kommt asap zu Ihnen.", "asap", "ASAP"),
    ],
)
def test_capitals_that_are_left_alone(text: str, written: str, better: str) -> None:
    assert not worth(text, written, better, "DE_CASE", "CASING")


def test_a_capital_that_is_told() -> None:
    assert worth("Wir konnten uns nicht Schlau machen.", "Schlau", "schlau", "DE_CASE", "CASING")
    assert worth("Vielen dank für die Liste.", "dank", "Dank", "DANK_SUBST", "CASING")


@pytest.mark.parametrize(
    ("text", "written", "better", "rule_id", "category"),
    [
        ("Ich freue mich, Sie kennen zu lernen.", "kennen zu lernen", "kennenzulernen", "COMPOUND_X", "COMPOUNDING"),
        ("Im Anhang die PDF mit dem Plan.", "die PDF", "das PDF", "DE_AGREEMENT", "GRAMMAR"),
        ("Zwei Wochenenden war ich dort.", "war", "waren", "DE_SUBJECT_VERB_AGREEMENT", "GRAMMAR"),
        ("Vielen Dank, liebe Anna.", ", liebe", " liebe", "FEHLERHAFTES_KOMMA_ALLG", "HILFESTELLUNG_KOMMASETZUNG"),
        ("Das war sehr sehr nett.", "sehr sehr", "sehr", "GERMAN_WORD_REPEAT_RULE", "REDUNDANCY"),
        ("Bin am Montag da.", "Bin", None, "DE_VERBAGREEMENT", "GRAMMAR"),
        ("Glaubst du er würde das tun?", "Glaubst du er würde", None, "KOMMA_X", "HILFESTELLUNG_KOMMASETZUNG"),
        ("The lorry is late.", "lorry", "truck", "EN_US_SIMPLE_REPLACE_LORRY", "MISC"),
    ],
)
def test_what_is_left_alone(text: str, written: str, better: str | None, rule_id: str, category: str) -> None:
    assert not worth(text, written, better, rule_id, category)


def test_beside_a_stand_in_forms_prove_nothing() -> None:
    text = "We have an Johnson list and an list."
    assert not worth(text, "an", "a", "EN_A_VS_AN", "MISC", "Johnson", language="en")
    assert worth(text.replace("Johnson", "other"), "an", "a", "EN_A_VS_AN", "MISC", language="en")


def test_english_commas_are_a_matter_of_taste() -> None:
    text = "We called but nobody came."
    given = (text, " but", ", but", "COMMA_X", "PUNCTUATION")
    assert not worth(*given, language="en")
    assert worth(*given, language="de")
