"""What the next server has taken while its sender did not get to know."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint.hooks.smtp import receipts
from msglint.hooks.smtp.receipts import LASTING, Receipts, mark_of

MARK, OTHER = mark_of("a", ["b"], [b"text"]), mark_of("a", ["c"], [b"text"])


def test_every_part_of_envelope_and_message_counts() -> None:
    marks = {
        MARK,
        OTHER,
        mark_of("b", ["b"], [b"text"]),
        mark_of("a", ["b", "b"], [b"text"]),
        mark_of("a", ["b"], [b"text "]),
    }
    assert len(marks) == 5
    assert mark_of("a", ["b"], [b"te", b"xt"]) == MARK


def test_taken_and_not_told_stays_open_beyond_the_process(tmp_path: Path) -> None:
    Receipts(tmp_path).taken(MARK)
    again = Receipts(tmp_path)
    assert again.are_open_for(MARK)
    assert not again.are_open_for(OTHER)
    again.told(MARK)
    assert not again.are_open_for(MARK)
    assert not Receipts(tmp_path).are_open_for(MARK)


def test_after_a_day_it_is_over(tmp_path: Path) -> None:
    Receipts(tmp_path, clock=lambda: 0.0).taken(MARK)
    assert Receipts(tmp_path, clock=lambda: LASTING).are_open_for(MARK)
    assert not Receipts(tmp_path, clock=lambda: LASTING + 1).are_open_for(MARK)


def test_the_file_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipts, "LARGEST", 1000)
    kept = Receipts(tmp_path)
    kept.taken(OTHER)
    for _ in range(50):
        kept.taken(MARK)
        kept.told(MARK)
    assert (tmp_path / "handed-on").stat().st_size < 1200
    assert Receipts(tmp_path).are_open_for(OTHER)


@pytest.mark.parametrize("text", ["nonsense\n+ \n- \n+ a b\n", "+ \xff 1\n"])
def test_a_damaged_file_is_no_obstacle(tmp_path: Path, text: str) -> None:
    (tmp_path / "handed-on").write_text(text, encoding="latin-1")
    kept = Receipts(tmp_path)
    kept.taken(MARK)
    assert kept.are_open_for(MARK)


def test_without_a_folder_it_lasts_as_long_as_the_process() -> None:
    kept = Receipts(None)
    kept.taken(MARK)
    assert kept.are_open_for(MARK)
