"""Finds dates, the weekdays said of them, and ranges of dates. One pass over the text; all looks around are short."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from msglint.message.dates.forms import ORDINAL, YEAR, dates_in_any_form, day_number, follows_section_word
from msglint.message.dates.model import DateRange, Reading, WrittenDate, WrittenWeekday
from msglint.message.dates.words import TIMES_OF_DAY, WEEKDAY_EXPRESSIONS, weekday_number
from msglint.message.patterns import lazy
from msglint.report import Span

_WEEKDAY_BEFORE = {
    "de": lazy(
        rf"(?<![\w-])(?P<weekday>{WEEKDAY_EXPRESSIONS['de']})(?:{TIMES_OF_DAY['de']})?\.?"
        rf"(?:\s(?i:{TIMES_OF_DAY['de']}))?(?:\s?,)?\s{{0,2}}\(?(?:(?:den|dem|der|am)\s{{1,2}})?$"
    ),
    "en": lazy(
        rf"(?<![\w-])(?P<weekday>{WEEKDAY_EXPRESSIONS['en']})\.?"
        rf"(?:\s(?i:{TIMES_OF_DAY['en']}))?(?:\s?,)?\s{{0,2}}\(?(?:the\s)?$"
    ),
}
_WEEKDAY_AFTER = {
    "de": lazy(rf"\s?(?:\(|,\seine[mn]?\s|,\sein\s)(?P<weekday>{WEEKDAY_EXPRESSIONS['de']})\.?(?![\w-])(?!\s?[,+/])"),
    "en": lazy(rf"\s?(?:\(|,\sa\s)(?P<weekday>{WEEKDAY_EXPRESSIONS['en']})\.?(?![\w-])(?!\s?[,+/])"),
}
_NOT_ALONE = {
    "de": lazy(
        rf"(?:(?<![\w-]){WEEKDAY_EXPRESSIONS['de']}s?\.?\s{{0,2}}(?:,|;|/|\+|&|-|–|—|und|oder|bis|sowie|auf)\s{{0,2}}"
        r"(?:(?:zum|am|den|dem)\s)?(?:kommenden\s|nächsten\s)?|\b(?i:jede[nrms]?|alle)\s(?:\w+\s)?)$"
    ),
    "en": lazy(
        rf"(?:(?<![\w-]){WEEKDAY_EXPRESSIONS['en']}s?\.?\s{{0,2}}(?:,|;|/|\+|&|-|–|—|and|or|to|thru|through|until)"
        r"\s{0,2}(?:on\s|next\s)?|\b(?i:every|each)\s(?:\w+\s)?)$"
    ),
}
# A number before a dash in blanks may be anything: a room, a time.
_DAY_BEFORE = {
    "de": lazy(
        r"(?<![\w.,:/+§-])(?P<day>\d{1,2})(?:\.\s{0,2}(?:[-–—]|bis(?:\s(?:zum|einschließlich))?)\s{0,2}|"
        r"[-–—]|\s{1,2}bis\s(?:zum\s)?)$"
    ),
    "en": lazy(
        r"(?<![\w.,:/+§$-])(?P<day>\d{1,2}(?:(?:st|nd|rd|th)(?=\s?[-–—\s]))?)"
        r"(?:[-–—]|(?<=[a-z])\s{0,2}[-–—]\s{0,2}|\s{1,2}(?:to|until|through)\s(?:the\s)?)$"
    ),
}
_DAY_AFTER = lazy(
    rf"(?:[-–—]|(?<=[a-z])\s[-–—]\s|\s{{1,2}}(?:to|until|through)\s(?:the\s)?){ORDINAL}(?!\w|[.,:/-]\d|%|\s?[ap]\.?m\b)"
    rf"(?:,?\s{{1,2}}{YEAR})?"
)
_TO = {
    "de": lazy(
        rf"\.?\s{{0,2}},?\s?(?:-|–|—|bis(?:\s(?:zum|einschließlich))?)\s{{0,2}}(?:{WEEKDAY_EXPRESSIONS['de']}[.,]{{0,2}}\s)?(?:den\s|dem\s)?"
    ),
    "en": lazy(
        rf"\s{{0,2}},?\s?(?:-|–|—|to|until|till|through|thru)\s{{0,2}}(?:{WEEKDAY_EXPRESSIONS['en']}[.,]{{0,2}}\s)?(?:the\s)?"
    ),
}
_NEAR = 48


def find_dates(text: str, language: str) -> tuple[WrittenDate, ...]:
    """The dates in `text`, in order, each with the weekday that is said of it.

    The first day of a range that leaves the month to the last ("2.–4.3.") is not among them.
    """
    found: list[WrittenDate] = []
    for bare in dates_in_any_form(text, language):
        one = bare
        if _DAY_BEFORE[language].search(_left_of(text, bare.span.start)) is None:
            one = _with_weekday(text, bare, found[-1] if found else None, language)
        if one.weekday is None and one.parted and one.year_at is None:
            continue  # 3/10 alone may be a fraction
        found.append(one)
    return tuple(found)


def find_date_ranges(text: str, language: str) -> tuple[DateRange, ...]:
    """The ranges in `text`: between two dates, or between a bare day and the date that gives its month."""
    return ranges_among(find_dates(text, language), text, language)


def ranges_among(dates: tuple[WrittenDate, ...], text: str, language: str) -> tuple[DateRange, ...]:
    """The same, where the dates in `text` are known already."""
    found = [
        DateRange(first, last)
        for first, last in pairwise(dates)
        if _TO[language].fullmatch(text, first.span.end, last.span.start)
    ]
    for one in dates:
        shared = _from_bare_day(text, one, language) or _to_bare_day(text, one, language)
        if shared is not None:
            found.append(shared)
    return tuple(sorted(found, key=lambda one: one.span.start))


def dates_with_weekday(text: str, language: str) -> tuple[WrittenDate, ...]:
    """The dates of which a weekday is said, first days of ranges among them."""
    return with_weekday_among(find_dates(text, language), text, language)


def with_weekday_among(dates: tuple[WrittenDate, ...], text: str, language: str) -> tuple[WrittenDate, ...]:
    """The same, where the dates in `text` are known already."""
    firsts = (shared.first for one in dates if (shared := _from_bare_day(text, one, language)) is not None)
    both = [one for one in (*dates, *firsts) if one.weekday is not None]
    return tuple(sorted(both, key=lambda one: one.span.start))


def _left_of(text: str, at: int) -> str:
    return text[max(0, at - _NEAR) : at]


def _with_weekday(text: str, one: WrittenDate, before: WrittenDate | None, language: str) -> WrittenDate:
    start = one.span.start
    match = _WEEKDAY_BEFORE[language].search(_left_of(text, start))
    if match is None:
        after = _WEEKDAY_AFTER[language].match(text, one.span.end)
        return _bound(one, after, 0, language) if after else one
    offset = max(0, start - _NEAR)
    return _bound(one, match, offset, language) if _is_alone(text, offset + match.start(), before, language) else one


def _bound(one: WrittenDate, match: re.Match[str], offset: int, language: str) -> WrittenDate:
    span = Span(offset + match.start("weekday"), offset + match.end("weekday"))
    return replace(one, weekday=WrittenWeekday(weekday_number(match["weekday"], language), span))


def _is_alone(text: str, start: int, before: WrittenDate | None, language: str) -> bool:
    """Not one of a row, not one that comes again and again, and not said of the date before it ("10.3. Dienstag")."""
    if _NOT_ALONE[language].search(_left_of(text, start)):
        return False
    if before is None or before.weekday is not None:
        return True
    return bool(text[before.span.end : start].strip(" \t\n,;(|–-"))


def _from_bare_day(text: str, last: WrittenDate, language: str) -> DateRange | None:
    """The range that ends with `last` and begins with a day only."""
    match = _DAY_BEFORE[language].search(_left_of(text, last.span.start))
    if match is None or not last.is_clear or last.month_at is None:
        return None
    offset = max(0, last.span.start - _NEAR)
    day_at = Span(offset + match.start("day"), offset + match.end("day"))
    if follows_section_word(text, day_at.start):
        return None
    first = _bare_day(last, day_at, match["day"])
    return DateRange(_with_weekday(text, first, None, language), last) if first else None


def _to_bare_day(text: str, first: WrittenDate, language: str) -> DateRange | None:
    """The range that begins with `first` and ends with a day only: March 10–12."""
    if language != "en" or first.month_at is None or first.day_at.start < first.month_at.start or first.in_figures:
        return None
    match = _DAY_AFTER.match(text, first.day_at.end)
    if match is None:
        return None
    dated = replace(first, readings=(first.reading._replace(year=int(match["year"])),)) if match["year"] else first
    last = _bare_day(dated, Span(*match.span("day")), match["day"])
    return DateRange(dated, replace(last, span=Span(last.span.start, match.end()))) if last else None


def _bare_day(other: WrittenDate, day_at: Span, written: str) -> WrittenDate | None:
    """A day in the month of `other`."""
    reading = Reading(day_number(written), other.reading.month, other.reading.year)
    return WrittenDate(day_at, (reading,), day_at, month_at=None) if reading.exists else None
