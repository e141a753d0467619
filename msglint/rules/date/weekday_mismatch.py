"""date.weekday-mismatch: Dienstag, 11.3.2026 (a Wednesday)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msglint.message.dates.model import WrittenDate
from msglint.message.dates.wording import spelled_out, with_date, with_weekday
from msglint.message.dates.words import weekday_name
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_YEAR = lazy(r"(?<![\d.,/])20\d\d(?!\d|[.,]\d)")
_SENTENCE_END = lazy(r"[.!?]\s+(?=[A-ZÄÖÜ])|\n\s*\n")
_PAST = lazy(r"\b(?:war(?:en)?|fand(?:en)?|was|were|took\s+place)\b", re.IGNORECASE)
_PLANNED = lazy(
    r"\b(?:geplant|vorgesehen|angesetzt|gedacht|vereinbart|ausgemacht|planned|scheduled|booked|set|meant)\b",
    re.IGNORECASE,
)
_MOST_YEARS_AWAY = 20
_SEVERAL = 2
_HALF_A_YEAR = 200  # and a little: at the turn of the half-year either of two days may be meant


class _Said(NamedTuple):
    """A date, and the text in which it stands."""

    part: str | None
    text: str
    written: WrittenDate


def check(message: Message, context: Context) -> Iterator[Hit]:
    """Hits on weekdays that their date does not have, however the date is read."""
    wrong: list[tuple[_Said, tuple[date, ...]]] = []
    fits = False  # a date without a year: then the message is about this year
    for text in message.dated:
        dates = text.with_weekday
        years = _years_named(message) if any(written.year_at is None for written in dates) else frozenset()
        for written in dates:
            days = _days_meant(message, written, years)
            if days and written.weekday and all(day.weekday() != written.weekday.number for day in days):
                wrong.append((_Said(text.part, text.text, written), days))
            elif days and written.year_at is None:
                fits = True
    without_year = [said.written for said, _ in wrong if said.written.year_at is None]
    about_another = not fits and _fit_another_year(without_year, message.written_on.year)
    for said, days in wrong:
        if said.written.year_at is None and (about_another or _is_past(said)):
            continue
        yield _hit(message, said, days, context.ui_language)


def _fit_another_year(dates: Sequence[WrittenDate], this_year: int) -> bool:
    """Several dates whose weekdays are those of one and the same other year: the message is about that year."""
    if len({written.readings for written in dates}) < _SEVERAL:
        return False
    years = range(this_year - _MOST_YEARS_AWAY, this_year + _MOST_YEARS_AWAY)
    return any(all(_fits(written, year) for written in dates) for year in years)


def _fits(written: WrittenDate, year: int) -> bool:
    days = (reading.in_year(year) for reading in written.readings)
    return written.weekday is not None and any(day and day.weekday() == written.weekday.number for day in days)


def _is_past(said: _Said) -> bool:
    """The sentence tells what was; of which year, nobody says."""
    place = said.written.with_weekday
    start = max((match.end() for match in _SENTENCE_END.finditer(said.text, 0, place.start)), default=0)
    end = _SENTENCE_END.search(said.text, place.end)
    sentence = said.text[start : end.start() if end else len(said.text)]
    return _PAST.search(sentence) is not None and _PLANNED.search(sentence) is None


def _years_named(message: Message) -> frozenset[int]:
    """The years that stand anywhere in the message, quotes included."""
    text = f"{message.headers.subject or ''}\n{message.text}"
    return frozenset(map(int, _YEAR.findall(text))) if "20" in text else frozenset()


def _days_meant(message: Message, written: WrittenDate, years: frozenset[int]) -> tuple[date, ...]:
    """The days that the date can mean, the nearest to the day of writing first; none for dates of old."""
    today = message.written_on
    days = [day for reading in written.readings for day in reading.near(today, _HALF_A_YEAR)]
    if written.year_at is None:
        named = (reading.in_year(year) for reading in written.readings for year in years)
        days += [day for day in named if day is not None and day not in days]
    if any(abs(day.year - today.year) > _MOST_YEARS_AWAY for day in days):
        return ()
    return tuple(sorted(days, key=lambda day: abs(day - today)) if written.year_at is None else days)


def _hit(message: Message, said: _Said, days: tuple[date, ...], ui_language: str) -> Hit:
    part, text, written = said
    assert written.weekday is not None
    days = days if len(written.readings) > 1 else days[:1]
    joint = " oder " if ui_language == "de" else " or a "
    names = dict.fromkeys(weekday_name(day.weekday(), ui_language) for day in days)
    return Hit(
        span=_whole(text, written),
        part=part,
        severity=None if written.year_at else Severity.WARNING,
        confidence=0.95 if written.year_at else 0.85,
        values={
            "date": f"{' '.join(written.span.of(text).split())}{'' if written.year_at else f' ({days[0].year})'}",
            "right": joint.join(names),
            "said": weekday_name(written.weekday.number, ui_language),
        },
        suggestions=tuple(_suggestions(message, text, written, days)),
    )


def _suggestions(message: Message, text: str, written: WrittenDate, days: tuple[date, ...]) -> Iterator[Suggestion]:
    """The right weekday for the date, the nearest date for the weekday, and what fits if only the year is wrong."""
    assert written.weekday is not None
    language = message.base_language
    for day in days:
        weekday = with_weekday(text, written, day.weekday(), language)
        # Once it is known that it can be read in two ways, the month had better be a word.
        words = spelled_out(day, language) if len(days) > 1 else written.span.of(text)
        yield _put(text, written, weekday, words)
    if len(days) > 1:
        return
    said = written.weekday.span.of(text)
    for day in (_nearest(days[0], written.weekday.number), *_other_years(message, written)):
        words = with_date(text, written, day, language) or ""
        if words:
            yield _put(text, written, said, words)


def _nearest(day: date, weekday: int) -> date:
    """The nearest day that is such a weekday: three days away at the most."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def _other_years(message: Message, written: WrittenDate) -> Iterator[date]:
    """In January many still write last year's number."""
    if written.weekday is None or written.reading.year is None:
        return
    for year in (message.written_on.year, message.written_on.year + 1):
        day = written.reading.in_year(year)
        if day and abs(year - written.reading.year) == 1 and day.weekday() == written.weekday.number:
            yield day


def _put(text: str, written: WrittenDate, weekday: str, words: str) -> Suggestion:
    """The whole place with weekday and date changed."""
    assert written.weekday is not None
    whole = _whole(text, written)
    first, second = sorted(((written.weekday.span, weekday), (written.span, words)))
    between = Span(first[0].end, second[0].start).of(text)
    behind = Span(second[0].end, whole.end).of(text)
    return Suggestion(f"{first[1]}{between}{second[1]}{behind}", whole)


def _whole(text: str, written: WrittenDate) -> Span:
    """From the weekday to the end of the date, or the other way round, with the bracket that opens between them."""
    whole = written.with_weekday
    closes = "(" in whole.of(text) and text[whole.end : whole.end + 1] == ")"
    return Span(whole.start, whole.end + closes)


RULE = Rule(
    id="date.weekday-mismatch",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("Wochentag und Datum passen nicht zusammen", "weekday and date disagree"),
    message=Text("{date} ist ein {right}, kein {said}.", "{date} is a {right}, not a {said}."),
    why=Text(
        "Der Leser weiß nicht, welches von beiden gilt: Er muss nachfragen, oder er kommt am falschen Tag.",
        "The reader cannot know which of the two holds, and has to ask back or comes on the wrong day.",
    ),
    source="the calendar; LanguageTool checks the same (DATE_WEEKDAY)",
    check=check,
    limits=Text(
        "Ohne Jahr zählt der nächstliegende solche Tag, und es ist nur eine Warnung. Reihen von Wochentagen, "
        "wiederkehrende Tage, Zitate und Daten, die mehr als 20 Jahre entfernt sind, bleiben außer Betracht, ohne Jahr "
        "auch Vergangenes und mehrere Daten, die alle zu demselben anderen Jahr passen.",
        "Without a year the nearest such day counts, and it is a warning only. Rows of weekdays, recurring days, "
        "quotations and dates more than 20 years away are left alone; without a year, so are things of the past and "
        "several dates that all fit one and the same other year.",
    ),
    tags=("dates",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nunser Gespräch findet am Dienstag, 11.3.2026, um 10 Uhr statt.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="Dienstag, 11.3.2026",
                    better="Mittwoch, 11.3.2026",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nwir liefern die Möbel am Freitag, den 14. März, zwischen 8 und 12 Uhr.\n\n"
                    "Viele Grüße\nTom Weiß",
                    flagged="Freitag, den 14. März",
                    better="Samstag, den 14. März",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\nich bin von Mo, 9.3. bis Do, 13.3. auf der Messe und danach wieder im Büro.\n\n"
                    "Viele Grüße\nTom",
                    flagged="Do, 13.3.",
                    better="Fr, 13.3.",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrter Herr Kurz,\n\ndie Abnahme ist am 05.01.2025 (Montag) um 9 Uhr in Kassel.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="05.01.2025 (Montag)",
                    better="05.01.2025 (Sonntag)",
                    today="2025-12-18",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nunser Gespräch findet am Dienstag, 10.3.2026, um 10 Uhr statt.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nder Kurs läuft Montag bis Mittwoch, 2.–4.3.2026, in Raum 3.12.\n\n"
                    "Viele Grüße\nTom Weiß",
                    today="2026-02-16",
                ),
                Example(
                    "Hallo Anna,\n\npasst dir Montag oder Dienstag, 9. oder 10. März? Di 10 bis 12 Uhr geht bei mir "
                    "immer.\n\nViele Grüße\nTom",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\nwir treffen uns dienstags, 4.3.2026 bis 24.6.2026, und jeden Freitag, 6.3.2026 "
                    "war nur der Anfang.\n\nViele Grüße\nTom",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nim Plan stand „Dienstag, 11.3.2026“; gemeint war der Mittwoch. Die "
                    "Stadt wurde am Freitag, dem 3. Mai 1782, gegründet.\n\nMit freundlichen Grüßen\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\ndie Termine sind: 10.3. Dienstag, 11.3. Mittwoch, 12.3. Donnerstag, jeweils um "
                    "neun Uhr.\n\nViele Grüße\nTom",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nhätten Sie am Montag, 10. März, oder am Mittwoch, 12. März, für uns Zeit?\n\n"
                    "Viele Grüße\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\ndas erste Treffen fand am Montag, 10. März, in Kassel statt. Seitdem sind wir mehr "
                    "geworden.\n\nViele Grüße\nTom",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\ndie Tagung beginnt am Montag, 1. März, mit einem Empfang; alles Weitere steht im "
                    "Programm für 2027.\n\nViele Grüße\nTom",
                    today="2026-03-02",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe review will take place on Tuesday, 11 March 2026, at ten o'clock.\n\n"
                    "Kind regards\nTom White",
                    flagged="Tuesday, 11 March 2026",
                    better="Wednesday, 11 March 2026",
                    today="2026-03-02",
                ),
                Example(
                    "Hi Anna,\n\ncould we have lunch on Friday, March 12th, somewhere near your office?\n\n"
                    "Best regards\nTom",
                    flagged="Friday, March 12th",
                    better="Thursday, March 12th",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Mr Short,\n\nthe delivery is booked for Mon 25/03/2026 in the morning.\n\n"
                    "Kind regards\nTom White",
                    flagged="Mon 25/03/2026",
                    better="Wed 25/03/2026",
                    today="2026-03-02",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nthe review will take place on Tuesday, 10 March 2026, at ten o'clock.\n\n"
                    "Kind regards\nTom White",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Parker,\n\nthe call is on Tuesday, 3/10/2026, and the visit on Saturday, 3/10/2026, "
                    "for those who read it the other way.\n\nKind regards\nTom White",
                    today="2026-03-02",
                ),
                Example(
                    "Hi Anna,\n\nthe course runs Monday to Wednesday, March 2–4, and then every Friday, March 13 "
                    "being the first.\n\nBest regards\nTom",
                    today="2026-02-16",
                ),
                Example(
                    "Hi Anna,\n\nwould Monday or Tuesday, 9 or 10 March, suit you? The sun sets at six, and we sat "
                    "3/10 of the time.\n\nBest regards\nTom",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Parker,\n\nwould Monday, 10 March, or Wednesday, 12 March, suit you for the visit?\n\n"
                    "Kind regards\nTom White",
                    today="2026-03-02",
                ),
                Example(
                    "Hi Anna,\n\nthe programme said “Tuesday, 11 March 2026”, but the hall is booked for the day "
                    "before.\n\nBest regards\nTom",
                    today="2026-03-02",
                ),
            ),
        ),
    },
)
