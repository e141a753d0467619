"""Words that LanguageTool does not know, where there is no Hunspell to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint.analysis.languagetool.checker import Slip as Found
from msglint.analysis.languagetool.kinds import Kind
from msglint.analysis.languagetool.unknown_words import UnknownWords
from msglint.message.model import Message
from msglint.report import Span

FRAME = {
    "de": "Guten Tag Frau Klein,\n\n{}\n\nMit freundlichen Grüßen\nTom Weiß",
    "en": "Dear Ms Parker,\n\n{}\n\nKind regards,\nTom White",
}


def judged(
    body: str, *unknown: tuple[str, list[str]], language: str = "de", lists: tuple[Path, ...] = (), name: str = ""
) -> list[tuple[str, str, str]]:
    """What is told of the unknown words: the word, what kind of slip it is, and what was meant."""
    message = Message.from_text(FRAME[language].format(body)).with_(given_language=language)
    found = []
    for word, replacements in unknown:
        start = message.text.index(word)
        span = Span(start, start + len(word))
        found.append(Found(Kind.MISSPELLED, span, "GERMAN_SPELLER_RULE", "", tuple(replacements)))
    slips = UnknownWords(message, found, lambda word: word == name, lists).slips()
    return [(slip.text, slip.kind.name, slip.better[0]) for slip in slips]


@pytest.mark.parametrize(
    ("body", "word", "replacements", "expected"),
    [
        ("anbei die Rechnug vom Mai.", "Rechnug", ["Rechnung", "Segnung"], ("Rechnug", "TYPO", "Rechnung")),
        ("das ist vieleicht zu spät.", "vieleicht", ["viel eicht", "vielleicht"], ("vieleicht", "TYPO", "vielleicht")),
        ("wir haben einen termin.", "termin", ["Termin", "Termine"], ("termin", "NOUN", "Termin")),
        ("das gilt garnicht mehr.", "garnicht", ["gar nicht"], ("garnicht", "DIVIDED", "gar nicht")),
        ("die Sache ist intersessant.", "intersessant", ["interessant"], ("intersessant", "TYPO", "interessant")),
    ],
)
def test_a_slip_is_told(body: str, word: str, replacements: list[str], expected: tuple[str, str, str]) -> None:
    assert judged(body, (word, replacements)) == [expected]


@pytest.mark.parametrize(
    ("body", "word", "replacements"),
    [
        ("wir treffen Pierina am Montag.", "Pierina", ["Hierin", "Pirna", "Piercing"]),
        ("ich möcht am Montag kommen.", "möcht", ["mögt", "möchte"]),
        ("wir gehn am Montag hin.", "gehn", ["gehen"]),
        ("wars am Montag schön bei Ihnen?", "wars", ["war es", "warst"]),
        ("wir müssen uns zusammenreden.", "zusammenreden", ["Zusammenreden"]),
        ("die Sendung geht an die FEWS.", "FEWS", ["EWS", "VW"]),
        ("wir nutzen iPhones im Lager.", "iPhones", ["Phones"]),
        ("der Rollout beginnt im Mai.", "Rollout", ["Rollout-", "Rolout"]),
        ("Herr Kowalsky kommt am Montag.", "Kowalsky", ["Kowalski"]),
        ("haben Sie sich dort umgschaut?", "umgschaut", ["umgeschaut", "umschaut"]),
        ("hier zeigts nichts an.", "zeigts", ["zeigst", "zeigt"]),
        ("die Prüfung des kleinen Latinums ist vorbei.", "Latinums", ["Latinum", "Latiums"]),
        ("das ist fertig geworden-> siehe Liste.", "geworden-", ["geworden"]),
        ("wir treffen uns in der Uhir-Kuppel.", "Uhir-Kuppel", ["Uhr-Kuppel"]),
        ("alles steht fristgerecht dort, siehe moodle.", "moodle", ["Moodle"]),
        ("wir sind eig noch da.", "eig", ["ein", "einig"]),
        ("der Weg ist hinuntertanzbar.", "hinuntertanzbar", ["hinunter tanzbar"]),
        ("das ist kurbelig.", "kurbelig", ["wunderbar", "kugelig rund"]),
    ],
)
def test_what_may_be_right_is_left_alone(body: str, word: str, replacements: list[str]) -> None:
    assert judged(body, (word, replacements)) == []


def test_names_and_terms_are_left_alone() -> None:
    assert judged("anbei die Rechnug.", ("Rechnug", ["Rechnung"]), name="Rechnug") == []
    body = "der Rechnug läuft. Ein Rechnug braucht Strom, und jeder Rechnug kostet Geld."
    assert judged(body, *[("Rechnug", ["Rechnung"])] * 3) == []


def test_the_own_words_of_user_and_firm_are_left_alone(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Rechnug # a product\n", encoding="utf-8")
    assert judged("anbei die Rechnug.", ("Rechnug", ["Rechnung"]), lists=(words,)) == []


def test_who_writes_everything_small_is_not_told_of_nouns() -> None:
    body = "wir haben einen termin. der raum ist frei. der plan liegt bei. bitte kommen sie."
    unknown = [(word, [word.capitalize()]) for word in ("termin", "raum", "plan")]
    assert judged(body, *unknown) == []


def test_a_text_full_of_unknown_words_is_out_of_reach() -> None:
    words = {"kummaten": "kamen", "schaugten": "schauten", "geschtan": "gestern", "weidar": "weder", "gehmar": "gehst"}
    body = "mia " + " ".join(words) + " und no so vü."
    assert judged(body, *[(word, [meant]) for word, meant in words.items()]) == []


def test_english() -> None:
    body = "we recieved the list from Medcalf on Monday."
    unknown = (("recieved", ["received"]), ("Medcalf", ["Metcalf", "Med calf"]))
    assert judged(body, *unknown, language="en") == [("recieved", "TYPO", "received")]
