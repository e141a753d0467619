"""What leaves the process, and the way back into the message."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.analysis.languagetool.sent_text import LONGEST, SentText, sent_text
from msglint.contacts.names.unsent import UnsentNames
from msglint.contacts.thread import Thread
from msglint.message.model import Message
from msglint.report import Span

from .messages import letter_de

FRAME = "Guten Tag Frau Klein,\n\n{}\n\nMit freundlichen Grüßen\nTom Weiß"


def sent(message: Message | str, **given: object) -> SentText:
    if isinstance(message, str):
        message = Message.from_text(FRAME.format(message), **given)  # type: ignore[arg-type]
    return sent_text(message, UnsentNames(Thread(message)).hold)


def place(text: SentText, words: str) -> Span | None:
    """Where the words come from."""
    start = text.text.index(words)
    return text.span_of(start, start + len(words))


def test_only_the_own_prose_is_sent() -> None:
    message = Message.from_text(
        FRAME.format("wir liefern am Montag.")
        + "\n\nAm 03.03.2026 um 14:12 schrieb Anna <a@firma.example>:\n> Geheim!\n",
        to=["Anna Klein <a@firma.example>"],
    )
    assert sent(message).text == "wir liefern am Montag.\n\n"


@pytest.mark.parametrize(
    ("body", "gone"),
    [
        ("Frau Kowalczyk ruft Sie an.", "Kowalczyk"),
        ("wir haben mit Werner gesprochen, und Werners Liste kommt.", "Werner"),
        ("die Brenner GmbH liefert am Montag.", "Brenner"),
        ("mein Name ist Edda Qualtinger.", "Qualtinger"),
        ("schreiben Sie an geheim@firma.example, bitte.", "geheim"),
        ("alles steht unter https://intern.firma.example/seite heute.", "intern"),
        ("rufen Sie unter 0561 12 34 56 78 an.", "56"),
        ("die Kundennummer ist 4711089.", "4711"),
        ("die Bestellung AB-2024-0815 ist da.", "0815"),
        ("die IBAN ist DE02 1203 0000 0000 2020 51 bei der Bank.", "1203"),
        ("sie ist am 28.08.1990 geboren.", "1990"),
        ("der Preis liegt bei 12.500 Euro.", "500"),
        ("er sagte: „Das Lager ist leer.“ Mehr weiß ich nicht.", "Lager"),
        ("das Werkzeug `rm -rf geheim` hilft.", "geheim"),
        ("sie wohnt in der Ohligserstraße 4.", "Ohligser"),
    ],
)
def test_what_identifies_somebody_is_not_sent(body: str, gone: str) -> None:
    assert gone in body
    assert gone not in sent(body).text


@pytest.mark.parametrize(
    "body",
    [
        "wir sehen uns am 3. März um 9.30 Uhr, in 2 Wochen oder 2027.",
        "will Mark zahlen? Das kostet 12 Mark, im August und im Mai.",
        "die Rechnung und das Angebot liegen bei.",
    ],
)
def test_what_identifies_nobody_is_sent(body: str) -> None:
    assert sent(body).text == f"{body}\n\n"


def test_names_of_people_in_the_thread_are_not_sent() -> None:
    text = sent(
        "die Pumpe holt Fritsche ab, und Balthasars Leute von Nordlicht helfen.",
        to=["Sepp Fritsche <s.fritsche@nordlicht.example>"],
        from_="Ida Balthasar <ida@balthasar.example>",
    ).text
    assert not re.search("Fritsche|Balthasar|Nordlicht", text)


def test_a_name_in_lower_case_is_not_sent() -> None:
    assert "fritsche" not in sent("das hat fritsche gesagt.", to=["Sepp Fritsche <s.fritsche@example.com>"]).text


def test_an_everyday_word_is_sent_although_somebody_is_called_so() -> None:
    message = Message.from_text(
        "Hi Will,\n\nwill you be there? Then I will call.", to=["Will May <will.may@example.com>"]
    )
    assert sent(message).text == "will you be there? Then I will call.\n\n"


def test_the_place_of_a_word_is_found_again() -> None:
    message = letter_de()
    text = sent(message)
    for words in ("den neue Vertrag", "die Liste", "die die", "wahr"):
        span = place(text, words)
        assert span is not None
        assert span.of(message.text) == words


def test_a_place_with_a_line_end_in_it_is_found_again() -> None:
    message = Message.from_text(
        FRAME.format("wir haben die Liste nun endlich fertig geschrieben und den neuen\nVertrag heute unterschrieben.")
    )
    span = place(sent(message), "den neuen Vertrag")
    assert span is not None
    assert span.of(message.text) == "den neuen\nVertrag"


def test_there_is_no_place_for_what_touches_a_stand_in() -> None:
    text = sent("heute kommt Herr Brzenk zu Ihnen.")
    start = text.text.index("Herr")
    end = text.text.index(" zu Ihnen")
    assert text.span_of(start, end) is None
    assert text.span_of(start, start + 4) is not None
    assert text.span_of(end, end + 3) is not None


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (0, 10_000), (10_000, 10_001)])
def test_there_is_no_place_outside_the_text(start: int, end: int) -> None:
    assert sent("heute kommt die Liste.").span_of(start, end) is None


def test_items_and_headings_are_paragraphs_without_their_marks() -> None:
    body = "Offene Punkte\n\nwir brauchen:\n- zwölf Stühle\n* eine Leinwand, die\n  an die Wand passt\n1. den Plan"
    assert sent(body).text.split("\n\n") == [
        "Offene Punkte",
        "wir brauchen:",
        "zwölf Stühle",
        "eine Leinwand, die an die Wand passt",
        "den Plan",
        "",
    ]


def test_a_wrapped_sentence_is_one_paragraph() -> None:
    body = (
        "wir haben die Ware heute bei Ihnen abgeholt und sie in das\ngroße Lager gebracht, in dem auch der Rest liegt."
    )
    assert sent(body).text == body.replace("\n", " ") + "\n\n"


def test_text_in_another_language_is_left_out() -> None:
    text = sent(
        "anbei der Text für die Seite, den wir am Montag mit Ihnen besprochen haben und der noch nicht fertig ist. "
        "Please find the list of all our pumps below. Bitte lesen Sie ihn bis Freitag und sagen Sie uns, was fehlt."
    ).text
    assert text == (
        "anbei der Text für die Seite, den wir am Montag mit Ihnen besprochen haben und der noch nicht fertig ist. "
        "Bitte lesen Sie ihn bis Freitag und sagen Sie uns, was fehlt.\n\n"
    )


def test_a_very_long_text_is_sent_in_part() -> None:
    text = sent("\n\n".join(f"Wir liefern die Ware in Woche {week}." for week in range(2_000)))
    assert not text.whole
    assert len(text.text) <= LONGEST + 2


def test_characters_that_java_counts_twice_are_not_sent() -> None:
    message = Message.from_text(
        FRAME.format("😀😀 𝔘nd die Liste 👨\u200d👩\u200d👧 kommt\u00ad nach\u200b her \U0010ffff!")
    )
    text = sent(message)
    assert all(char <= "\uffff" for char in text.text)
    span = place(text, "Liste")
    assert span is not None
    assert span.of(message.text) == "Liste"


PIECES = st.sampled_from(
    [
        "Die Liste ",
        "kommt am ",
        "😀",
        "\n",
        "\n\n",
        "- ",
        "Frau Meyer ",
        "a@b.example ",
        "12345 ",
        "„nein“ ",
        "\u200b",
        "\ud800",
        "x" * 90,
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=20).map("".join))
def test_every_character_comes_from_the_message(body: str) -> None:
    message = Message.from_text(f"Hallo Anna,\n\n{body}\n\nViele Grüße\nTom")
    text = sent(message)
    assert len(text.origins) == len(text.text)
    text.text.encode("utf-8")
    assert list(text.origins) == sorted(text.origins)
    for at, char in enumerate(text.text):
        assert char <= "\uffff"
        span = text.span_of(at, at + 1)
        if span is not None and char not in " ☺":
            assert span.of(message.text) == char
