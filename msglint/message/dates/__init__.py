"""Dates, weekdays and times as people write them in German and English."""

from msglint.message.dates.clocks import find_clock_ranges, find_clocks
from msglint.message.dates.finding import dates_with_weekday, find_date_ranges, find_dates
from msglint.message.dates.model import Clock, ClockRange, DateRange, Reading, WrittenDate, WrittenWeekday

__all__ = [
    "Clock",
    "ClockRange",
    "DateRange",
    "Reading",
    "WrittenDate",
    "WrittenWeekday",
    "dates_with_weekday",
    "find_clock_ranges",
    "find_clocks",
    "find_date_ranges",
    "find_dates",
]
