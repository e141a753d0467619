"""date.invalid: 31.6.2026, 25:00 Uhr."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msglint.message.dates.clocks import find_clocks
from msglint.message.dates.model import Clock, WrittenDate
from msglint.message.dates.said import sentence_at
from msglint.message.dates.wording import with_date
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_NO_SUCH_DAY = lazy(
    r"\b(?:druckfehler|tippfehler|gibt\s+es\s+(?:gar\s+)?nicht|existiert\s+nicht|misprint|typo|does(?:n['’]t|\s+not)\s+exist|"
    r"there\s+is\s+no|no\s+such)\b",
    re.IGNORECASE,
)
# What every such day or time has in it: most messages end here.
_NUMBER_TOO_HIGH = re.compile(r"(?<!\d)(?:1[3-9]|2[5-9]|[3-9]\d)(?!\d)")
_BEFORE_DATE = {
    "de": lazy(r"\b(?:[Aa]m|[Zz]um|[Vv]om|[Dd]em|[Dd]en)\s{1,2}$"),
    "en": lazy(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]ill)\s{1,2}(?:the\s)?$"),
}
_BEFORE_CLOCK = {
    "de": lazy(r"\b(?:[Uu]m|[Gg]egen|[Aa]b)\s{1,2}$"),
    "en": lazy(r"\b(?:[Aa]t|[Bb]y|[Ff]rom)\s{1,2}$"),
}
_DAY = lazy(
    r"\b(?:\w+tag|mittwoch|sonnabend|morgen|heute|treffen|termin|\w+day|tomorrow|meeting|appointment)\b", re.IGNORECASE
)
_NEAR = 16
_NO_SUCH_TIME = Text("Die Uhrzeit „{what}“ gibt es nicht.", "There is no such time as “{what}”.")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """Hits on days that no calendar has and times that no clock shows."""
    language = message.base_language
    for said in message.dated:
        part, text = said.part, said.text
        if _NUMBER_TOO_HIGH.search(text) is None and "29" not in text:
            continue
        for written in said.dates:
            if not written.exists and _is_surely_a_date(text, written, language) and not _is_said(text, written):
                yield _date_hit(text, written, part, language)
        for clock in find_clocks(text, language):
            if not clock.exists and _is_surely_a_time(text, clock, language):
                yield Hit(span=clock.span, part=part, values={"what": clock.span.of(text)}, message=_NO_SUCH_TIME)


def _is_said(text: str, written: WrittenDate) -> bool:
    """The sentence says itself that there is no such day."""
    return _NO_SUCH_DAY.search(sentence_at(text, written.span).of(text)) is not None


def _is_surely_a_date(text: str, written: WrittenDate, language: str) -> bool:
    """A weekday, a year in full or the name of a month makes it one; of 31.6. alone the word before it must tell."""
    reading = written.reading
    if written.weekday is not None:
        return True
    looks_like_one = reading.day <= 31 and reading.month <= 12
    if "-" in written.span.of(text):  # 2026-13-01 and 31-06-2026 are file numbers
        return looks_like_one and _follows(_BEFORE_DATE, text, written.span.start, language)
    if written.parted and not looks_like_one and not (reading.month <= 31 and reading.day <= 12):
        return False
    if written.in_figures and written.year_at is not None and len(written.year_at) > 2:
        return (reading.day <= 31 or reading.month <= 12) and not (language == "en" and _exists_swapped(written))
    is_plain = written.in_figures or (language == "en" and written.year_at is None)
    if is_plain and written.day_at.of(text).isdigit():
        return looks_like_one and _follows(_BEFORE_DATE, text, written.span.start, language)
    return looks_like_one


def _exists_swapped(written: WrittenDate) -> bool:
    """Whether it is a day where the month is written first."""
    reading = written.reading
    return reading._replace(day=reading.month, month=reading.day).exists


def _is_surely_a_time(text: str, clock: Clock, language: str) -> bool:
    """A bare 25:00 may be a length and 30:75 a score; a preposition and a day in the same sentence settle it."""
    words = clock.span.of(text)
    if not words[-1].isdigit():
        return not words.split()[0].isdigit()  # in "12 45 Uhr" the hour stands before the blank
    if not _follows(_BEFORE_CLOCK, text, clock.span.start, language):
        return False
    return _DAY.search(sentence_at(text, clock.span).of(text)) is not None


def _follows(words: Mapping[str, re.Pattern[str]], text: str, at: int, language: str) -> bool:
    return words[language].search(text[max(0, at - _NEAR) : at]) is not None


def _date_hit(text: str, written: WrittenDate, part: str | None, language: str) -> Hit:
    better = (with_date(text, written, day, language) for day in _neighbours(written))
    return Hit(
        span=written.span,
        part=part,
        values={"what": " ".join(written.span.of(text).split())},
        suggestions=tuple(Suggestion(words, written.span) for words in better if words),
    )


def _neighbours(written: WrittenDate) -> Iterator[date]:
    """The last day of that month and, where one day too many was counted, the day after it."""
    reading = written.reading
    if not written.is_clear or not 1 <= reading.month <= 12:
        return
    last = (date(reading.year or 2001, reading.month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    yield last
    if reading.day == last.day + 1:
        yield last + timedelta(days=1)


RULE = Rule(
    id="date.invalid",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("Datum oder Uhrzeit gibt es nicht", "no such date or time"),
    message=Text("Den Tag „{what}“ gibt es nicht.", "There is no such day as “{what}”."),
    why=Text(
        "Mit diesem Termin kann der Leser nichts anfangen, und er weiß nicht, welcher gemeint war.",
        "The reader can do nothing with this appointment, and cannot know which one was meant.",
    ),
    source="the calendar; LanguageTool checks the same (INVALID_DATE)",
    check=check,
    limits=Text(
        "Nur was sicher ein Datum oder eine Uhrzeit ist: mit Jahr, Monatsnamen, Wochentag, „am“ davor oder „Uhr“ "
        "dahinter. Der 29.2. ohne Jahr bleibt stehen.",
        "Only what is surely a date or a time: with a year, the name of a month, a weekday, “on” before it or “pm” "
        "behind it. 29 February without a year is left alone.",
    ),
    tags=("dates",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Vertrag läuft bis zum 31.6.2026 und verlängert sich dann um ein "
                    "Jahr.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="31.6.2026",
                    better="30.6.2026",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nwir sehen uns also am 30. Februar in Kassel, ich freue mich.\n\n"
                    "Viele Grüße\nTom Weiß",
                    flagged="30. Februar",
                    better="28. Februar",
                    today="2026-02-02",
                ),
                Example(
                    "Hallo Anna,\n\nkannst du am Montag um 13:75 Uhr bei mir vorbeikommen und die Pläne "
                    "mitbringen?\n\nViele Grüße\nTom",
                    flagged="13:75 Uhr",
                ),
                Example(
                    "Hallo Anna,\n\ndie Frist endet am 31.09. um Mitternacht, danach geht leider nichts mehr.\n\n"
                    "Viele Grüße\nTom",
                    flagged="31.09.",
                    better="30.09.",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder 31. April in Ihrem Kalender ist ein Druckfehler.\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte lesen Sie Abschnitt 31.6. und § 30.2. der Bedingungen; sie gelten "
                    "bis zum 30.6.2026, 24:00 Uhr.\n\nMit freundlichen Grüßen\nTom Weiß",
                ),
                Example(
                    "Hallo Anna,\n\nwir haben am Samstag 31:25 gewonnen, und das Video bricht bei 25:61 ab.\n\n"
                    "Viele Grüße\nTom",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\ndas Aktenzeichen ist 2026-02-30 oder 31-06-2026, die Rufnummer 0561 30.2.31, und der "
                    "29.2. fällt nur alle vier Jahre an.\n\nViele Grüße\nTom Weiß",
                ),
                Example(
                    "Hallo Anna,\n\ndie Übergabe um 12 45 Uhr passt mir, und Version 31.9. läuft bei uns schon.\n\n"
                    "Viele Grüße\nTom",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe contract runs until 31 June 2026 and is then renewed for a year.\n\n"
                    "Kind regards\nTom White",
                    flagged="31 June 2026",
                    better="30 June 2026",
                    today="2026-03-02",
                ),
                Example(
                    "Hi Anna,\n\ncould you send me the figures by February 30th, please, so that I can add them?\n\n"
                    "Best regards\nTom",
                    flagged="February 30th",
                    better="February 28th",
                    today="2026-02-02",
                ),
                Example(
                    "Hi Anna,\n\nshall we meet tomorrow at 10:75 am in front of the main entrance?\n\n"
                    "Best regards\nTom",
                    flagged="10:75 am",
                ),
            ),
            good=(
                Example("Dear Ms Parker,\n\nthe 31 April in your calendar is a misprint.\n\nKind regards\nTom White"),
                Example(
                    "Dear Ms Parker,\n\nplease see section 31.6. of the terms, which hold until 03.14.2026 or until "
                    "2/29/2028.\n\nKind regards\nTom White",
                ),
                Example(
                    "Hi Anna,\n\nthe recording breaks off at 25:61, and in June 31 people signed up for it.\n\n"
                    "Best regards\nTom",
                ),
                Example(
                    "Hi Anna,\n\nwe close at 14:30 pm sharp, or so the sign says; room 32 May be free.\n\n"
                    "Best regards\nTom",
                ),
            ),
        ),
    },
)
