"""Running text is what is read as sentences; lists, tables, labels and code are not."""

from __future__ import annotations

import pytest

from msglint.message.prose import count_words, is_running_text, long_sentences_of, paragraphs_of

_LONG = "Wir treffen uns am Montag im großen Saal und danach im kleinen, der am Hof liegt."
_MOST = 10


def _paragraphs(text: str) -> list[str]:
    return [paragraph.span.of(text) for paragraph in paragraphs_of(text)]


def _long(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in long_sentences_of(text, _MOST)]


@pytest.mark.parametrize(
    "line",
    [
        "- zwölf Stühle mit Lehne",
        "1. zwölf Stühle mit Lehne",
        "a) zwölf Stühle mit Lehne",
        "Stuhl\t12\t40",
        "Stuhl     Buche     40",
        "Telefon: 030 123456",
        "if (chairs > 12) {",
        "Anna <anna@example.com>, Tom <tom@example.com>,",
    ],
)
def test_line_is_no_running_text(line: str) -> None:
    assert not is_running_text(line)


@pytest.mark.parametrize("line", ["Wir treffen uns am Montag.", "um 9 Uhr im Saal: bitte pünktlich, denn es wird voll"])
def test_line_is_running_text(line: str) -> None:
    assert is_running_text(line)


def test_blank_line_divides_paragraphs() -> None:
    assert _paragraphs("Eins zwei.\n\nDrei vier.") == ["Eins zwei.", "Drei vier."]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "Wir treffen uns am Montag im großen\nSaal, der am Hof liegt, und essen\nKuchen."
    assert _paragraphs(text) == [text]


def test_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    assert _paragraphs(f"Danke.\n{_LONG}") == ["Danke.", _LONG]


def test_list_divides_paragraphs() -> None:
    assert _paragraphs("Wir brauchen dies\n- Stühle\n- Tische\nund auch das") == ["Wir brauchen dies", "und auch das"]


def test_long_sentence_is_found_among_short_ones() -> None:
    assert _long(f"Hier ist der Plan. {_LONG} Bis dann.") == [_LONG]


def test_sentence_whose_end_is_unclear_is_left_out() -> None:
    assert _long("wir treffen uns im saal am montag. danach gehen wir in den kleinen, der am hof liegt") == []


def test_words_joined_by_a_hyphen_are_one() -> None:
    assert count_words("Der Kick-off-Termin ist am Montag, um 9 Uhr.") == 8
