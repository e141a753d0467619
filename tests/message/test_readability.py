"""What of a message is measured, and the formulas; all counted by hand."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.model import Message
from msglint.message.readability import Counts, amstad, counted, flesch, readability_of, sentences_in, wiener

SHORT_DE = "Wir treffen uns am Montag. Die Unterlagen schicke ich Ihnen am Abend."
SHORT_EN = "We will meet on Monday. I am sending you the documents in the evening."
LONGER_DE = " ".join([SHORT_DE] * 5)
LONGER_EN = " ".join([SHORT_EN] * 5)


def letter(body: str, greeting: str = "Sehr geehrte Frau Meyer,", closing: str = "Mit freundlichen Grüßen") -> Message:
    return Message.from_text(f"{greeting}\n\n{body}\n\n{closing}\nTom Weiß\n")


def words_of(message: Message) -> list[str]:
    return [word.text for sentence in sentences_in(message) for word in sentence.words]


def test_german_is_counted() -> None:
    counts = counted(sentences_in(letter(SHORT_DE)))

    # Wir tref·fen uns am Mon·tag / Die Un·ter·la·gen schi·cke ich Ih·nen am A·bend
    assert counts == Counts(words=12, sentences=2, syllables=20, long_words=3, heavy_words=1, light_words=6)


def test_english_is_counted() -> None:
    counts = counted(sentences_in(letter(SHORT_EN, "Dear Ms Meyer,", "Kind regards,")))

    # We will meet on Mon·day / I am send·ing you the doc·u·ments in the eve·ning
    assert counts == Counts(words=14, sentences=2, syllables=19, long_words=3, heavy_words=1, light_words=10)


@pytest.mark.parametrize(
    "addition",
    [
        "- zwölf Stühle mit Lehne\n- vier Tische",
        "Stuhl\t12\t40\nTisch\t4\t90",
        "> Können wir uns am Dienstag treffen?",
        "„Können wir uns am Dienstag treffen?“",
        "https://example.org/einladung/saal",
        "12.500",
    ],
)
def test_what_is_no_prose_of_the_author_does_not_count(addition: str) -> None:
    assert words_of(letter(f"{SHORT_DE}\n\n{addition}")) == words_of(letter(SHORT_DE))


def test_an_address_is_no_word_but_ends_the_sentence() -> None:
    first, second = sentences_in(letter("Schreiben Sie bitte an saal@example.org. Wir antworten gern."))

    assert [word.text for word in first.words] == ["Schreiben", "Sie", "bitte", "an"]
    assert [word.text for word in second.words] == ["Wir", "antworten", "gern"]


def test_endless_strings_are_no_words() -> None:
    message = letter(f"{SHORT_EN} {'ia' * 20_000} {'x' * 20_000}@ {'-x' * 20_000}", "Dear Ms Meyer,", "Kind regards,")

    assert words_of(message) == words_of(letter(SHORT_EN, "Dear Ms Meyer,", "Kind regards,"))


def test_words_and_sentences_know_where_they_stand() -> None:
    message = letter(SHORT_DE)
    first, second = sentences_in(message)

    assert first.span.of(message.text) == "Wir treffen uns am Montag."
    assert message.text[second.words[1].start :].startswith("Unterlagen")


def test_what_is_pasted_under_a_note_does_not_count() -> None:
    message = letter(f"{SHORT_DE}\n\nHier der Entwurf für den Aushang:\n\n{' '.join([LONGER_DE] * 3)}")

    assert words_of(message) == [*words_of(letter(SHORT_DE)), "Hier", "der", "Entwurf", "für", "den", "Aushang"]


def test_a_very_long_text_is_measured_by_its_beginning() -> None:
    once = counted(sentences_in(letter("\n\n".join([LONGER_DE] * 200))))
    twice = counted(sentences_in(letter("\n\n".join([LONGER_DE] * 400))))

    assert once == twice


def test_german_figures() -> None:
    # 12 words and 20 syllables in 2 sentences: 180 - 6 - 58.5 · 20/12; for the other see Counts above
    assert letter(LONGER_DE).readability == (60, 10, 6.0, 76.5, 3.3)


def test_the_report_carries_them() -> None:
    message = letter(LONGER_DE)

    assert Linter().check(message).readability == message.readability is not None
    assert Linter().check(message.with_(leave_alone="automatic")).readability is None


def test_english_figures() -> None:
    # 14 words and 19 syllables in 2 sentences: 206.835 - 1.015 · 7 - 84.6 · 19/14
    message = letter(LONGER_EN, "Dear Ms Meyer,", "Kind regards,")

    assert message.readability == (70, 10, 7.0, 84.9, None)


@pytest.mark.parametrize(
    "body",
    [
        " ".join([SHORT_DE] * 4),
        " und ".join(sentence.rstrip(".") for sentence in [SHORT_DE.replace(". D", ", d")] * 5) + ".",
        "Nous nous retrouverons lundi dans la grande salle. Je vous envoie les documents ce soir. " * 6,
        "",
    ],
    ids=["few words", "few sentences", "another language", "nothing"],
)
def test_where_there_is_nothing_to_say(body: str) -> None:
    message = letter(body)

    assert message.readability is None
    assert readability_of(message) is None


@pytest.mark.parametrize(
    ("syllables", "words_per_sentence", "lowest", "highest"),
    [
        (123, 8, 90, 100),
        (131, 11, 80, 90),
        (139, 14, 70, 80),
        (147, 17, 60, 70),
        (155, 21, 50, 60),
        (167, 25, 30, 50),
        (192, 29, 0, 30),
    ],
)
def test_flesch_gives_what_his_table_says(syllables: int, words_per_sentence: int, lowest: int, highest: int) -> None:
    """Typical syllables per 100 words and words per sentence of each class of his, from very easy to very difficult."""
    counts = Counts(100 * words_per_sentence, 100, syllables * words_per_sentence, 0, 0, 0)

    assert lowest <= flesch(counts) <= highest


def test_the_formulas_by_hand() -> None:
    counts = Counts(words=300, sentences=20, syllables=540, long_words=75, heavy_words=90, light_words=150)

    assert flesch(counts) == pytest.approx(206.835 - 15.225 - 152.28)
    assert amstad(counts) == pytest.approx(180 - 15 - 105.3)
    assert wiener(counts) == pytest.approx(5.805 + 2.508 + 3.2425 - 1.635 - 0.875)
