"""Finds times of day and ranges of them: 14.30 Uhr, 2:30 pm, 14:30, von 15 bis 16 Uhr, 3–4 pm."""

from __future__ import annotations

import re

from msglint.message.dates.model import Clock, ClockRange
from msglint.message.patterns import lazy
from msglint.report import Span

_HALF = r"(?:a\.m\.|p\.m\.|[ap]m\b)"
_CLOCK = {
    "de": lazy(
        r"(?<![\w.:/+-])(?<!\d,)(?P<hour>\d{1,2})(?:(?:[.:](?P<minute>\d\d))?\s?(?P<unit>Uhr\b)|:(?P<bare>\d\d)(?![\w:]|[.,]\d))"
    ),
    "en": lazy(
        r"(?<![\w.:/+$-])(?<!\d,)(?P<hour>\d{1,2})(?:(?:[.:](?P<minute>\d\d))?\s?"
        rf"(?P<unit>(?i:{_HALF})|o['’]clock\b)|:(?P<bare>\d\d)(?![\w:]|[.,]\d))"
    ),
}
_RANGE = {
    "de": lazy(
        r"(?<![\w.,:/+-])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?(?P<half>\s?Uhr)?"
        r"(?P<to>\s{0,2}(?:-|–|—|bis)\s{0,2})"
        r"(?P<hour2>\d{1,2})(?:[.:](?P<minute2>\d\d))?(?P<half2>\s?Uhr\b)"
    ),
    "en": lazy(
        rf"(?<![\w.,:/+$-])(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?(?P<half>\s?(?i:{_HALF}))?"
        r"(?P<to>\s{0,2}(?:-|–|—|to|until|till|and)\s{0,2})"
        rf"(?P<hour2>\d{{1,2}})(?:[.:](?P<minute2>\d\d))?(?P<half2>\s?(?i:{_HALF}))?(?![\w:]|[.,]\d)"
    ),
}
_FROM = {"de": lazy(r"\b(?i:von|zwischen)\s{1,2}$"), "en": lazy(r"\b(?i:from|between)\s{1,2}$")}
_NEAR = 16
_NOON = 12


def find_clocks(text: str, language: str) -> tuple[Clock, ...]:
    """The times in `text`. Numbers as written: 25:00 Uhr is among them, a bare 25:00 as well."""
    return tuple(_clock(match) for match in _CLOCK[language].finditer(text))


def find_clock_ranges(text: str, language: str) -> tuple[ClockRange, ...]:
    """The ranges of times in `text`, both of which exist."""
    found = []
    for match in _RANGE[language].finditer(text):
        both = _range(match)
        if _is_range(text, match, language) and both.first.exists and both.last.exists:
            found.append(both)
    return tuple(found)


def _clock(match: re.Match[str]) -> Clock:
    minute = int(match["minute"] or match["bare"] or 0)
    unit = match["unit"]
    return _read(int(match["hour"]), minute, unit, Span(*match.span()))


def _range(match: re.Match[str]) -> ClockRange:
    return ClockRange(
        _read(int(match["hour"]), int(match["minute"] or 0), match["half"], Span(match.start(), match.start("to"))),
        _read(int(match["hour2"]), int(match["minute2"] or 0), match["half2"], Span(match.end("to"), match.end())),
    )


def _read(hour: int, minute: int, unit: str | None, span: Span) -> Clock:
    half = (unit or "").strip()[:1].lower()
    if half not in ("a", "p") or not 0 < hour <= _NOON:
        return Clock(hour, minute, span, certain=hour > _NOON)
    return Clock(hour % _NOON + (_NOON if half == "p" else 0), minute, span, certain=True)


def _is_range(text: str, match: re.Match[str], language: str) -> bool:
    """A dash between two numbers may stand for much; "and" only joins two times after "between"."""
    if not any(match[group] for group in ("minute", "half", "minute2", "half2")):
        return False
    introduced = bool(_FROM[language].search(text[max(0, match.start() - _NEAR) : match.start()]))
    sign = match["to"].strip()
    if sign == "and":
        return introduced
    if match["minute"] or match["half"] or introduced:
        return True
    return sign.isalpha() or sign == match["to"]
