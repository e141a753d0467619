"""How big a slip would make one spelling of the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.contacts.names.spelling import edit_distance, slip_size, sounds_alike


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Mller", "Müller"), ("Müler", "Müller"), ("Mülller", "Müller"), ("Nüller", "Müller"), ("Mülelr", "Müller"),
        ("Maier", "Meyer"), ("Schmid", "Schmidt"), ("Jon", "John"), ("Kristina", "Christina"), ("Filipp", "Philipp"),
        ("Huta", "Huter"), ("Dangl-Montz", "Dangl-Moritz"), ("Bemhard", "Bernhard"), ("Ott", "Otto"), ("Uew", "Uwe"),
    ],
)  # fmt: skip
def test_small_slips(word: str, name: str) -> None:
    assert slip_size(word, name) == 1


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Müller", "Müller"),
        ("Mueller", "Müller"),
        ("Schulz", "Meyer"),
        ("Bender", "Becker"),
        ("Jo", "Al"),
        ("", "Anna"),
    ],
)
def test_no_slips(word: str, name: str) -> None:
    assert slip_size(word, name) is None


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_text_has_a_size_or_none(one: str, other: str) -> None:
    assert slip_size(one, other) in (None, 1, 2)


@given(st.text("abcdeä", min_size=4, max_size=8), st.data())
def test_one_letter_dropped_is_a_small_slip(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    word = name[:at] + name[at + 1 :]
    assert slip_size(word, name) in (1, None)
    if edit_distance(word, name) == 1 and "ä" not in name and "e" not in name:
        assert slip_size(word, name) == 1


def test_said_alike() -> None:
    assert sounds_alike("Meier", "Mayer")
    assert not sounds_alike("Müller", "Miller")
