"""A date or a time as it stands in a text: where it is, and what it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from msglint.report import Span


class Reading(NamedTuple):
    """One way to understand what is written. Numbers as written: the day need not exist."""

    day: int
    month: int
    year: int | None

    @property
    def exists(self) -> bool:
        """Whether there is such a day; without a year: in some year."""
        return self.in_year(self.year or 2000) is not None

    def in_year(self, year: int) -> date | None:
        """The day in that year, None where it has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def near(self, day: date, days: int) -> tuple[date, ...]:
        """The days meant: by the year that is written, or else all that lie at most `days` away from `day`."""
        if self.year is not None:
            meant = self.in_year(self.year)
            return (meant,) if meant else ()
        found = (self.in_year(year) for year in (day.year - 1, day.year, day.year + 1))
        return tuple(one for one in found if one is not None and abs((one - day).days) <= days)


class WrittenWeekday(NamedTuple):
    """A weekday that is said of a date; Monday = 0."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text.

    Attributes:
        span: day, month and year; the weekday is not part of it.
        readings: one, or two where day and month could change places; those that exist, unless none does.
        day_at: the digits of the day, with the ending of an English ordinal.
        month_at: digits or name; None where the month stands with the end of the range only.
        year_at: the digits of the year.
        weekday: the weekday that this date is said to be, None if none is said, or not of this date alone.
        in_figures: the month is a number.
        parted: by slashes or hyphens, so that it can be read in two ways.
    """

    span: Span
    readings: tuple[Reading, ...]
    day_at: Span
    month_at: Span | None
    year_at: Span | None = None
    weekday: WrittenWeekday | None = None
    in_figures: bool = False
    parted: bool = False

    @property
    def reading(self) -> Reading:
        """The one reading, or the first of the two."""
        return self.readings[0]

    @property
    def is_clear(self) -> bool:
        """Whether there is one reading only."""
        return len(self.readings) == 1

    @property
    def exists(self) -> bool:
        """Whether there is such a day."""
        return self.reading.exists

    @property
    def with_weekday(self) -> Span:
        """The date and its weekday."""
        if self.weekday is None:
            return self.span
        return Span(min(self.span.start, self.weekday.span.start), max(self.span.end, self.weekday.span.end))


class DateRange(NamedTuple):
    """From one date to another."""

    first: WrittenDate
    last: WrittenDate

    @property
    def span(self) -> Span:
        """From the day of the first to the end of the last."""
        return Span(self.first.span.start, self.last.span.end)


class Clock(NamedTuple):
    """A time of day in a text. Numbers as written.

    Attributes:
        certain: which half of the day is meant is sure.
    """

    hour: int
    minute: int
    span: Span
    certain: bool

    @property
    def exists(self) -> bool:
        """Whether a clock can show it; half past midnight may be 24:30."""
        return self.hour <= 24 and self.minute < 60

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return self.hour * 60 + self.minute


class ClockRange(NamedTuple):
    """From one time to another."""

    first: Clock
    last: Clock

    @property
    def span(self) -> Span:
        """From the first to the end of the last."""
        return Span(self.first.span.start, self.last.span.end)
