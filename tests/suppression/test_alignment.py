"""The words of a letter beside those of its template."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.report import Span
from msglint.suppression.alignment import FIELD, Alignment, Words, align


def aligned(template: str, letter: str, least: float = 0.5) -> Alignment | None:
    return align(Words.of_template(template), Words.of_letter(letter), least)


def pairs(template: str, letter: str, least: float = 0.5) -> list[tuple[str, str]]:
    """The words of the letter with those of the template."""
    found = aligned(template, letter, least)
    assert found is not None
    return [(found.letter.words[one], found.template.words[other]) for one, other in sorted(found.numbers.items())]


@pytest.mark.parametrize(
    "field",
    [
        "{{name}}",
        "{{{ name }}}",
        "{{ contact.name|title }}",
        "{{#if name}}",
        "{% if name %}",
        "{# note #}",
        "{name}",
        "{First Name}",
        "«Name»",
        "<<Name>>",
        "<Nachname>",
        "<%= name %>",
        "[Name]",
        "[[Name]]",
        "%NAME%",
        "%%name%%",
        "*|FNAME|*",
        "${name}",
        "$name",
        "#NAME#",
        "__NAME__",
    ],
)
def test_fields_of_every_kind(field: str) -> None:
    assert Words.of_template(f"Hallo {field}, bis morgen").words == ("Hallo", FIELD, ",", "bis", "morgen")


def test_what_is_glued_to_a_field_belongs_to_it() -> None:
    assert Words.of_template("Sehr geehrte{{r}} Frau").words == ("Sehr", FIELD, "Frau")


@pytest.mark.parametrize("text", ["100 % und 50 %", "5 < 7 und 9 > 3", "$500", "a # b # c", "{ }", "[]"])
def test_what_only_looks_like_a_field(text: str) -> None:
    assert FIELD not in Words.of_template(text).words


def test_a_filled_letter() -> None:
    assert pairs("Hallo {{name}}, bis {{tag}}!", "Hallo Anna Meyer, bis Montag!") == [
        (word, word) for word in ("Hallo", ",", "bis", "!")
    ]


@pytest.mark.parametrize("value", ["", "x", "Anna, Tom und Eva", ", bis Montag"])
def test_whatever_a_field_is_filled_with(value: str) -> None:
    assert len(pairs("Hallo {{name}}, bis Montag!", f"Hallo {value}, bis Montag!")) == 5


@pytest.mark.parametrize(
    ("template", "letter"),
    [
        ("eins zwei drei vier fünf", "eins zwei drei\nvier  fünf"),
        ("eins zwei drei vier fünf", "null eins zwei drei vier fünf sechs"),
        ("eins zwei drei vier fünf", "eins zwei neu vier fünf"),
        ("eins zwei {{x}} drei vier fünf", "zwei und mehr drei vier fünf"),
    ],
)
def test_what_is_changed_is_missing_and_the_rest_stays(template: str, letter: str) -> None:
    found = pairs(template, letter)

    assert all(one == other for one, other in found)
    assert len(found) >= 4


def test_another_letter_is_not_compared() -> None:
    assert aligned("eins zwei drei vier fünf", "ganz andere Worte stehen hier") is None


def test_too_much_work_is_not_done() -> None:
    template, letter = " ".join(["a", "b"] * 2_000), " ".join(["b", "x", "a"] * 2_000)

    assert pairs(f"Anfang {template} Ende", f"Anfang {letter} Ende") == [("Anfang", "Anfang"), ("Ende", "Ende")]


# Places


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


@pytest.mark.parametrize(
    ("in_letter", "in_template", "is_same"),
    [
        ("bis morgen", "bis morgen", True),
        ("bis", "bis morgen", True),
        ("bis morgen", "bis", False),
        ("Anna", "Hallo {{name}}", False),
        ("Hallo Anna", "Hallo {{name}}", True),
        ("Hallo Anna", "Hallo", False),
        ("Hallo", "bis", False),
    ],
)
def test_the_same_place(in_letter: str, in_template: str, is_same: bool) -> None:
    template, letter = "Hallo {{name}}, bis morgen!", "Hallo Anna, bis morgen!"
    found = aligned(template, letter)

    assert found is not None
    assert found.is_same_place(span_of(letter, in_letter), span_of(template, in_template)) == is_same


def test_between_words() -> None:
    template, letter = "Hallo  {{name}}, bis  morgen", "Hallo  Anna  Lena, bis  morgen"
    found = aligned(template, letter)

    assert found is not None
    assert found.is_same_place(Span(5, 7), Span(5, 7))
    assert not found.is_same_place(Span(11, 13), Span(5, 7))
    assert found.is_same_place(Span(22, 24), Span(20, 22))
    assert found.is_same_place(Span(len(letter), len(letter)), Span(len(template), len(template)))
    assert not found.is_same_place(Span(len(letter), len(letter)), Span(0, 0))


TEXTS = st.lists(st.sampled_from(["Hallo", "Anna", ",", "bis", "morgen", ".", "{{a}}", "«b»"]), max_size=30)


@given(TEXTS, st.lists(st.text("xyz ,.", max_size=6), min_size=30, max_size=30))
def test_a_letter_made_by_filling_has_every_word_of_the_template(template: list[str], values: list[str]) -> None:
    filled = " ".join(
        value if word in ("{{a}}", "«b»") else word for word, value in zip(template, values, strict=False)
    )
    found = pairs(" ".join(template), filled)

    assert [word for _, word in found] == [word for word in template if word not in ("{{a}}", "«b»")]
    assert all(one == other for one, other in found)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_compared_in_order(template: str, letter: str) -> None:
    found = aligned(template, letter, 0)

    assert found is not None
    assert sorted(found.numbers.values()) == [found.numbers[number] for number in sorted(found.numbers)]
    assert all(found.letter.words[one] == found.template.words[other] for one, other in found.numbers.items())
