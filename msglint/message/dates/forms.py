"""The forms in which a date is written: 10.3.2026, 10. März, March 10th, 3/10/2026, 2026-03-10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.dates.model import Reading, WrittenDate
from msglint.message.dates.words import MONTH_EXPRESSIONS, month_number
from msglint.message.patterns import lazy
from msglint.report import Span

YEAR = r"(?P<year>(?:1\d|20)\d\d)(?!\d|[.,:/-]\d)"
ORDINAL = r"(?P<day>\d{1,2}(?:st|nd|rd|th)?)"
_SHORT_YEAR = r"(?P<short>\d\d)(?!\d|[.,:/-]\d)"
_DOTTED = lazy(
    r"(?<![\w.:/+§])(?<!\d,)(?<!\d-)(?P<day>\d{1,2})\.[ \t]?(?P<month>\d{1,2})\."
    rf"(?:\s?{YEAR}|{_SHORT_YEAR})?(?!\w)"
)
_PARTED = lazy(
    r"(?<![\w./:+-])(?<!\d,)(?P<day>\d{1,2})(?P<sign>[/-])(?P<month>\d{1,2})"
    rf"(?P=sign)(?:{YEAR}|{_SHORT_YEAR})(?![\w/]|-\d)"
)
_WITHOUT_YEAR = lazy(r"(?<![\w./:+-])(?<!\d,)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\w/%]|[.,:-]\d)")
_ISO = lazy(r"(?<![\w./:+-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/]|-\d)")
_NAMED = {
    "de": (
        lazy(
            r"(?<![\w.:/+§])(?<!\d,)(?P<day>\d{1,2})(?:\.[ \t]{0,2}\n?|[ \t]{1,2}\n?|\n)"
            rf"(?P<name>{MONTH_EXPRESSIONS['de']})(?!-\w)(?:\s{{1,2}}{YEAR})?"
        ),
    ),
    "en": (
        lazy(
            rf"(?<![\w.:/+§$])(?<!\d,){ORDINAL}(?:\sof)?(?:[ \t]{{1,2}}\n?|\n)"
            rf"(?P<name>{MONTH_EXPRESSIONS['en']})(?!-\w)(?:,?\s{{1,2}}{YEAR})?"
        ),
        lazy(
            rf"(?<![\w.:/+§])(?P<name>{MONTH_EXPRESSIONS['en']})(?:[ \t]{{1,2}}\n?|\n)(?:the\s)?"
            rf"{ORDINAL}(?!\w|[.,:/]\d|%)(?:,?\s{{1,2}}{YEAR})?"
        ),
    ),
}
_SECTION = lazy(
    r"(?:§+|\b(?:Ziff(?:er|\.)?|Punkt|Pkt\.|Nr\.?|Nummer|Kap(?:itel|\.)|Abs(?:atz|\.)?|Abschnitt|Art(?:ikel|\.)|"
    r"Vers(?:ion|\.)|v|V\.|Release|Tab(?:elle|\.)|Abb(?:ildung|\.)|Anlage|Anhang|Seite|S\.|Schritt|Aufgabe|Übung|"
    r"Teil|Raum|Zimmer|Section|Sec\.|Chapter|Item|Clause|No\.|Table|Figure|Page|Step|Part|Room))\s*"
    r"(?:[\d.]+\s?(?:und|bis|and|to|,|-|–)\s?)?$"
)
_DIGIT = re.compile(r"\d")
# Cheap looks before expressions that would try every place of the text.
_DOT_BETWEEN = re.compile(r"\d\.[ \t]?\d")
_SIGN_BETWEEN = re.compile(r"\d[/-]\d")
_NEAR = 40
_MOST_DAY = 39
_MOST_MONTH = 19
_FIRST_OF_19TH = 70
"""Two figures below stand for 20.., the others for 19.., as computers have it."""


def dates_in_any_form(text: str, language: str) -> list[WrittenDate]:
    """The dates in `text`, in order, none inside another; weekdays are not looked at."""
    if _DIGIT.search(text) is None:
        return []
    found: list[WrittenDate] = []
    for one in sorted(_all(text, language), key=lambda one: (one.span.start, -one.span.end)):
        if not found or one.span.start >= found[-1].span.end:
            found.append(one)
    return found


def day_number(written: str) -> int:
    """10 for `10` and `10th`."""
    return int(written[:-2] if written[-1].isalpha() else written)


def _all(text: str, language: str) -> Iterator[WrittenDate]:
    for match in _dotted(text, language):
        yield from _date(match, language, swap=False)
    for expression in _NAMED[language]:
        for match in expression.finditer(text):
            yield from _date(match, language, swap=False)
    if _SIGN_BETWEEN.search(text) is None:
        return
    for match in _ISO.finditer(text):
        yield from _date(match, language, swap=False)
    for expression in (_PARTED, *([_WITHOUT_YEAR] if language == "en" else [])):
        for match in expression.finditer(text):
            yield from _date(match, language, swap=True)


def _dotted(text: str, language: str) -> Iterator[re.Match[str]]:
    """Full stops part the numbers of sections, too; in English, dates are so written in full only."""
    if _DOT_BETWEEN.search(text) is None:
        return
    for match in _DOTTED.finditer(text):
        if language == "en" and match["year"] is None:
            continue
        if not follows_section_word(text, match.start()):
            yield match


def follows_section_word(text: str, at: int) -> bool:
    """Whether a number at that place belongs to a word like "section", "version", "page"."""
    return _SECTION.search(text[max(0, at - _NEAR) : at]) is not None


def _date(match: re.Match[str], language: str, *, swap: bool) -> Iterator[WrittenDate]:
    groups = match.groupdict()
    name = groups.get("name")
    day = day_number(match["day"])
    month = month_number(name, language) if name else int(match["month"])
    if not 0 < day <= _MOST_DAY or not 0 < month <= (_MOST_DAY if swap else _MOST_MONTH):
        return
    year = _year(groups.get("year"), groups.get("short"))
    readings = [Reading(day, month, year)]
    if swap and day != month:
        readings.append(Reading(month, day, year))
    year_group = "year" if groups.get("year") else "short"
    yield WrittenDate(
        span=Span(*match.span()),
        readings=tuple(reading for reading in readings if reading.exists) or tuple(readings),
        day_at=Span(*match.span("day")),
        month_at=Span(*match.span("name" if name else "month")),
        year_at=Span(*match.span(year_group)) if year is not None else None,
        in_figures=name is None,
        parted=swap,
    )


def _year(full: str | None, short: str | None) -> int | None:
    if full is not None:
        return int(full)
    if short is None:
        return None
    return int(short) + (2000 if int(short) < _FIRST_OF_19TH else 1900)
