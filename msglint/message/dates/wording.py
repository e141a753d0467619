"""Puts another date or weekday in the form in which one is written."""

from __future__ import annotations

from datetime import date

from msglint.message.dates.model import WrittenDate
from msglint.message.dates.words import month_like, month_name, weekday_like
from msglint.report import Span

_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def with_date(text: str, written: WrittenDate, day: date, language: str) -> str | None:
    """What stands at `written.span`, changed to `day`; None where that cannot be said in its form.

    A year that is not written is left out, a month that another date gives cannot change.
    """
    changes = [(written.day_at, _day_like(day.day, text, written))]
    if written.month_at is None:
        if (day.month, day.year) != (written.reading.month, written.reading.year or day.year):
            return None
    else:
        changes.append((written.month_at, _month_like(day.month, text, written, language)))
    if written.year_at is not None:
        year = str(day.year)
        changes.append((written.year_at, year[-2:] if len(written.year_at) == 2 else year))
    return _changed(text, written.span, changes)


def with_weekday(text: str, written: WrittenDate, number: int, language: str) -> str:
    """What stands at the weekday of `written`, changed to the weekday `number`."""
    assert written.weekday is not None
    return weekday_like(number, written.weekday.span.of(text), language)


def spelled_out(day: date, language: str) -> str:
    """The date with the month in words: 10. März 2026, 10 March 2026."""
    return f"{day.day}{'.' if language == 'de' else ''} {month_name(day.month, language)} {day.year}"


def _day_like(number: int, text: str, written: WrittenDate) -> str:
    old = written.day_at.of(text)
    if old[-1].isalpha():
        return f"{number}{ordinal_ending(number)}"
    return f"{number:02}" if _is_padded(text, written) else str(number)


def ordinal_ending(number: int) -> str:
    """The ending of an English ordinal in figures."""
    return "th" if number in (11, 12, 13) else _ORDINALS.get(number % 10, "th")


def _month_like(number: int, text: str, written: WrittenDate, language: str) -> str:
    assert written.month_at is not None
    old = written.month_at.of(text)
    if not written.in_figures:
        return month_like(number, old, language)
    return f"{number:02}" if _is_padded(text, written) else str(number)


def _is_padded(text: str, written: WrittenDate) -> bool:
    """Whether figures are written with a leading zero."""
    if written.in_figures and written.year_at is not None and written.year_at.start == written.span.start:
        return True
    month = written.month_at.of(text) if written.month_at and written.in_figures else ""
    return written.day_at.of(text).startswith("0") or month.startswith("0")


def _changed(text: str, span: Span, changes: list[tuple[Span, str]]) -> str:
    pieces = []
    at = span.start
    for place, new in sorted(changes):
        pieces += [text[at : place.start], new]
        at = place.end
    return "".join((*pieces, text[at : span.end]))
