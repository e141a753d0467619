"""What is worked out once for a part of a message is what would be worked out for it anew."""

from __future__ import annotations

import pytest

from msglint import Message
from msglint.message.dates import dates_with_weekday, find_date_ranges, find_dates
from msglint.message.prose import paragraphs_of
from msglint.message.register import addressing_of
from msglint.message.searchable import SearchText, folded
from msglint.rules import coded_rules

LETTER = (
    "Sehr geehrte Frau Meyer,\n\ndas Treffen ist am Dienstag, dem 11.3.2026, nicht vom 12. bis 10. März. „Am 1.1.2020“ "
    "sagte niemand.\n\n- eine Liste\n\nKönnen Sie mir das bestätigen?\n\nMit freundlichen Grüßen\nTom Weiß"
)


def _texts() -> list[str]:
    examples = (example for rule in coded_rules() for found in rule.examples.values() for example in found.bad)
    return sorted({example.text for example in examples})


def test_the_words_of_a_text_hide_no_form_of_address() -> None:
    texts = [
        *_texts(),
        "DU, Dich und EUCH: Er sagte: du kommst. Hättest Zeit? Ihr seid da, eure Leute auch, und Eurer.",
    ]
    differing = [text for text in texts if SearchText("own", text).addressing != addressing_of(text)]
    assert not differing
    assert any(SearchText("own", text).addressing.ihr for text in texts)


def test_running_text_is_divided_without_its_quotations() -> None:
    for text in _texts():
        searched = SearchText("body", text)
        assert searched.running == tuple(paragraphs_of(searched.unquoted))


def test_the_dates_of_a_part_are_those_of_its_text() -> None:
    message = Message.from_text(LETTER, subject="Dienstag, 10.3.2026")
    assert [one.part for one in message.dated] == ["subject", None]
    for one in message.dated:
        assert one.dates
        assert one.dates == find_dates(one.text, "de")
        assert one.ranges == find_date_ranges(one.text, "de")
        assert one.with_weekday == dates_with_weekday(one.text, "de")
    assert "2020" not in " ".join(one.span.of(message.text) for one in message.dated[-1].dates)


def test_the_subject_of_an_answer_is_another_s() -> None:
    message = Message.from_text(LETTER, subject="Re: 10.3.2026")
    assert [one.part for one in message.dated] == [None]


def test_a_changed_message_is_read_anew() -> None:
    message = Message.from_text(LETTER)
    assert message.dated[-1].dates
    assert not message.with_(text="Hallo Anna,\n\nbis bald.\n\nTom").dated[-1].dates


@pytest.mark.parametrize("letter", "ıſςµϐϑϕϖϰϱϵẛﬅ")
def test_letters_that_expressions_take_for_one_are_folded_to_one(letter: str) -> None:
    assert folded(f"ä{letter}") == folded(f"Ä{letter}")
    assert letter not in folded(f"ä{letter}")
