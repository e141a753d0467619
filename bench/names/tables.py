"""The figures as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafts import CLEAN, DOUBTFUL, KINDS, MISMATCH, MISSPELLED
from outcomes import MISMATCH_RULE, MISSPELLED_RULE, Outcome

WIDTH = 46


class Figure(NamedTuple):
    """One figure of the table in issue 3: how many of how many, and what is wanted."""

    name: str
    part: int
    whole: int
    target: float
    at_most: bool = False

    @property
    def share(self) -> float:
        return self.part / self.whole if self.whole else 0.0

    @property
    def reached(self) -> bool:
        return self.whole > 0 and (self.share <= self.target if self.at_most else self.share >= self.target)


def figures(outcomes: Sequence[Outcome]) -> tuple[Figure, ...]:
    """The four figures."""
    by_kind = {kind: [outcome for outcome in outcomes if outcome.draft.kind == kind] for kind in KINDS}
    found = [outcome for outcome in by_kind[MISSPELLED] if outcome.right]
    clean = [outcome for outcome in by_kind[CLEAN] if outcome.draft.detail != DOUBTFUL]
    return (
        Figure("misspelt name found", len(found), len(by_kind[MISSPELLED]), 0.97),
        Figure("clean variant flagged", _wrong(clean), len(clean), 0.005, at_most=True),
        Figure("another person's name called mismatch", _right(by_kind[MISMATCH]), len(by_kind[MISMATCH]), 0.97),
        Figure(
            "suggestion exactly the right name, of the found",
            sum(one.rightly_mended for one in found),
            len(found),
            0.99,
        ),
    )


def tables(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """All lines."""
    yield f"{'':{WIDTH}} {'figure':>8} {'target':>8}   of"
    for figure in figures(outcomes):
        sign = "≤" if figure.at_most else "≥"
        mark = "✓" if figure.reached else "✗"
        target = f"{sign} {100 * figure.target:g} %"
        yield f"{figure.name:{WIDTH}} {_percent(figure.part, figure.whole):>8} {target:>8} {mark} {figure.whole}"
    yield from _how_wrong(outcomes)
    by: dict[str, Callable[[Outcome], str]] = {
        "language": lambda one: one.draft.language,
        "locale": lambda one: one.draft.locale,
        "header": lambda one: one.draft.shape.name,
        "greeting": lambda one: one.draft.style.name,
    }
    for title, key in by.items():
        yield from _split(title, key, outcomes)
    yield from _details("slip", MISSPELLED, "found", outcomes)
    yield from _details("clean variant", CLEAN, "flagged", outcomes)
    yield from _details("other person greeted by", MISMATCH, "mismatch", outcomes)


def _how_wrong(outcomes: Sequence[Outcome]) -> Iterator[str]:
    slips = [one for one in outcomes if one.draft.kind == MISSPELLED]
    real = [one for one in slips if one.draft.real_name]
    others = [one for one in outcomes if one.draft.kind == MISMATCH]
    called_mismatch = sum(not one.right and MISMATCH_RULE in one.rules for one in slips)
    called_misspelled = sum(MISSPELLED_RULE in one.rules for one in others)
    silent = sum(not one.rules for one in others)
    yield ""
    yield f"slips that make another listed name: {len(real)}, found {_percent(_right(real), len(real))}"
    yield f"slips called mismatch: {called_mismatch}; no word about {sum(not one.rules for one in slips)}"
    doubtful = [one for one in outcomes if one.draft.detail == DOUBTFUL]
    yield f"{DOUBTFUL}: {len(doubtful)}, flagged {_percent(_wrong(doubtful), len(doubtful))}, in no figure"
    yield f"other people called misspelt: {called_misspelled}; no word about {silent}"


def _split(title: str, key: Callable[[Outcome], str], outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield ""
    yield f"{'by ' + title:{WIDTH}} {'found':>8} {'flagged':>8} {'mismatch':>8} {'mended':>8}   drafts"
    for value in sorted({key(outcome) for outcome in outcomes}):
        chosen = [outcome for outcome in outcomes if key(outcome) == value]
        cells = " ".join(f"{_percent(figure.part, figure.whole):>8}" for figure in figures(chosen))
        yield f"{value:{WIDTH}} {cells}   {len(chosen)}"


def _details(title: str, kind: str, says: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    chosen = [outcome for outcome in outcomes if outcome.draft.kind == kind]
    yield ""
    yield f"{'by ' + title:{WIDTH}} {says:>8} {'share':>8}   drafts"
    for detail in sorted({outcome.draft.detail for outcome in chosen}):
        some = [outcome for outcome in chosen if outcome.draft.detail == detail]
        count = _wrong(some) if kind == CLEAN else _right(some)
        yield f"{detail:{WIDTH}} {_percent(count, len(some)):>8} {_percent(len(some), len(chosen)):>8}   {len(some)}"


def _right(outcomes: Sequence[Outcome]) -> int:
    return sum(outcome.right for outcome in outcomes)


def _wrong(outcomes: Sequence[Outcome]) -> int:
    return len(outcomes) - _right(outcomes)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
