"""Dates, weekdays and times are found as people write them, and only where they are meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.message.dates import (
    Reading,
    dates_with_weekday,
    find_clock_ranges,
    find_clocks,
    find_date_ranges,
    find_dates,
)
from msglint.message.dates.said import sentence_at
from msglint.message.dates.wording import ordinal_ending, spelled_out, with_date, with_weekday
from msglint.message.dates.words import month_name, weekday_name
from msglint.report import Span

LANGUAGES = st.sampled_from(["de", "en"])
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


def _forms(day: date, language: str) -> list[str]:
    month = month_name(day.month, language)
    if language == "de":
        return [
            f"{day.day}.{day.month}.{day.year}",
            f"{day:%d.%m.%Y}",
            f"{day.day}. {month} {day.year}",
            f"{day:%d}. {month} {day.year}",
            day.isoformat(),
        ]
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day}{ordinal_ending(day.day)}, {day.year}",
        f"{day.day}{ordinal_ending(day.day)} of {month} {day.year}",
        day.isoformat(),
    ]


@pytest.mark.parametrize(
    ("language", "text", "found", "reading"),
    [
        ("de", "Dienstag, 10.3.2026", "10.3.2026", (10, 3, 2026)),
        ("de", "am 10.03.26 um", "10.03.26", (10, 3, 2026)),
        ("de", "am 31.12.99 war", "31.12.99", (31, 12, 1999)),
        ("de", "Di., 10. März", "10. März", (10, 3, None)),
        ("de", "am 10.3. passt", "10.3.", (10, 3, None)),
        ("de", "am 10.3. 14 Uhr", "10.3.", (10, 3, None)),
        ("de", "am 3. Okt. 2026", "3. Okt. 2026", (3, 10, 2026)),
        ("de", "am 5. Mai.", "5. Mai", (5, 5, None)),
        ("de", "am 4. Jänner", "4. Jänner", (4, 1, None)),
        ("de", "am 4.\nMärz", "4.\nMärz", (4, 3, None)),
        ("de", "2026-03-10", "2026-03-10", (10, 3, 2026)),
        ("en", "Tuesday, 10 March 2026", "10 March 2026", (10, 3, 2026)),
        ("en", "Tue March 10th", "March 10th", (10, 3, None)),
        ("en", "the 3rd of May", "3rd of May", (3, 5, None)),
        ("en", "May 10, 2026", "May 10, 2026", (10, 5, 2026)),
        ("en", "Fri, Sept. 4", "Sept. 4", (4, 9, None)),
        ("en", "by 10.3.2026", "10.3.2026", (10, 3, 2026)),
    ],
)
def test_finds_a_date(language: str, text: str, found: str, reading: tuple[int, int, int | None]) -> None:
    (written,) = find_dates(text, language)
    assert written.span.of(text) == found
    assert written.readings == (Reading(*reading),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Version 3.12. und Python 3.12"),
        ("de", "siehe § 3.1. und Ziffer 4.2. sowie Abschnitt 5.6."),
        ("de", "Kapitel 3.1. bis 3.4."),
        ("de", "3.1.2 oder 1.2.3.4"),
        ("de", "Tel. 0561 / 10.3.12.44"),
        ("de", "das kostet 12,50 Euro oder 1.200,00 Euro"),
        ("de", "wir haben 3:2 gewonnen"),
        ("de", "192.168.1.10"),
        ("de", "die 3. Maibowle"),
        ("de", "der 1. Mai-Ausflug"),
        ("en", "version 3.12. and 4.5."),
        ("en", "I may 10 times say so"),
        ("en", "about 3/10 of it"),
        ("en", "the 3/4 inch screw"),
        ("en", "555-03-2026-04"),
        ("en", "https://example.com/2026/03/10/news"),
        ("en", "March 2026"),
        ("en", "May 10% of them"),
    ],
)
def test_leaves_what_is_no_date(language: str, text: str) -> None:
    assert find_dates(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "weekday", "number"),
    [
        ("de", "Dienstag, 10.3.2026", "Dienstag", 1),
        ("de", "dienstag, den 10.3.", "dienstag", 1),
        ("de", "Di 10.3.", "Di", 1),
        ("de", "So., 10.3.", "So", 6),
        ("de", "Sonnabend, 14. März", "Sonnabend", 5),
        ("de", "Dienstagabend, 10.3.", "Dienstag", 1),
        ("de", "Dienstag (10.3.)", "Dienstag", 1),
        ("de", "am 10.3. (Dienstag) und", "Dienstag", 1),
        ("de", "am 10. März, einem Dienstag", "Dienstag", 1),
        ("de", "Montag, 2.–4.3.", "Montag", 0),
        ("en", "Tuesday, the 10th of March", "Tuesday", 1),
        ("en", "Tue 3/10", "Tue", 1),
        ("en", "March 10 (Tuesday)", "Tuesday", 1),
        ("en", "Thurs. March 12", "Thurs", 3),
        ("en", "Tuesday evening, March 10", "Tuesday", 1),
    ],
)
def test_finds_the_weekday_of_a_date(language: str, text: str, weekday: str, number: int) -> None:
    (written,) = dates_with_weekday(text, language)
    assert written.weekday is not None
    assert (written.weekday.span.of(text), written.weekday.number) == (weekday, number)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Montag bis Mittwoch, 2.–4.3."),
        ("de", "Montag und Dienstag, 2. und 3. März"),
        ("de", "Mo/Di, 2./3. März"),
        ("de", "dienstags, 10.3."),
        ("de", "jeden Dienstag, 10.3. ausgenommen"),
        ("de", "10.3. Dienstag, 11.3. Mittwoch"),
        ("de", "10.3. Dienstag\n11.3. Mittwoch\n"),
        ("de", "So 10.3. passt nicht"),
        ("de", "am 10.3. (Dienstag, Mittwoch)"),
        ("de", "das Do 10 bis 12"),
        ("en", "Monday to Wednesday, March 2–4"),
        ("en", "Mondays, March 2"),
        ("en", "every Friday, March 6"),
        ("en", "we sat March 10 out"),
    ],
)
def test_binds_no_weekday_that_is_not_said_of_this_day_alone(language: str, text: str) -> None:
    assert dates_with_weekday(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "10.–12.3.2026", "10.–12.3.2026"),
        ("de", "vom 3. bis 5. Mai", "3. bis 5. Mai"),
        ("de", "vom 28.12. bis zum 3.1.", "28.12. bis zum 3.1."),
        ("de", "Mo, 2.3. – Mi, 4.3.", "2.3. – Mi, 4.3."),
        ("en", "from March 10th to 12th", "March 10th to 12th"),
        ("en", "March 10-12, 2026", "March 10-12, 2026"),
        ("en", "10–12 March", "10–12 March"),
        ("en", "from 28 December to 3 January", "28 December to 3 January"),
    ],
)
def test_finds_a_range(language: str, text: str, found: str) -> None:
    (dates,) = find_date_ranges(text, language)
    assert dates.span.of(text) == found


@pytest.mark.parametrize("text", ["in Raum 12 - 10. März", "am 3. und 5. Mai", "Listen 12, 10. März"])
def test_a_number_before_a_date_is_no_range(text: str) -> None:
    assert find_date_ranges(text, "de") == ()


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("de", "um 14.30 Uhr oder 9 Uhr, um 14:05", [(14, 30), (9, 0), (14, 5)]),
        ("en", "at 2:30 pm, 9am, 12 a.m. or 5 o'clock", [(14, 30), (9, 0), (0, 0), (5, 0)]),
        ("de", "3:2 gewonnen, 12,50 Euro, 10.3.", []),
        ("en", "version 3.12, $2.30, 10 March", []),
    ],
)
def test_finds_times(language: str, text: str, times: list[tuple[int, int]]) -> None:
    assert [(clock.hour, clock.minute) for clock in find_clocks(text, language)] == times


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "von 15 bis 16 Uhr", ["15 bis 16 Uhr"]),
        ("de", "14:30–16:00 Uhr", ["14:30–16:00 Uhr"]),
        ("de", "Raum 15 – 14 Uhr", []),
        ("en", "from 3 pm to 4 pm", ["3 pm to 4 pm"]),
        ("en", "between 3pm and 4pm", ["3pm and 4pm"]),
        ("en", "we met 3pm and 4pm people", []),
        ("en", "20-15", []),
    ],
)
def test_finds_ranges_of_times(language: str, text: str, found: list[str]) -> None:
    assert [clocks.span.of(text) for clocks in find_clock_ranges(text, language)] == found


@settings(deadline=None)
@given(DAYS, LANGUAGES, st.data())
def test_every_day_in_every_form_is_read_as_it_was_written(day: date, language: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(_forms(day, language)))
    text = f"x {weekday_name(day.weekday(), language)}, {form} y"
    (written,) = find_dates(text, language)
    assert written.span.of(text) == form
    assert written.reading.in_year(day.year) == day
    assert written.weekday is not None
    assert written.weekday.number == day.weekday()


@settings(deadline=None)
@given(DAYS, DAYS, LANGUAGES, st.data())
def test_another_day_in_the_same_form_is_read_as_that_day(
    day: date, other: date, language: str, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(_forms(day, language)))
    changed = with_date(text, find_dates(text, language)[0], other, language)
    assert changed is not None
    assert find_dates(changed, language)[0].readings == (Reading(other.day, other.month, other.year),)


@pytest.mark.parametrize(
    ("language", "text", "day", "changed"),
    [
        ("de", "03.04.2026", date(2026, 5, 1), "01.05.2026"),
        ("de", "3.4.26", date(2027, 5, 1), "1.5.27"),
        ("de", "30. Apr.", date(2026, 5, 1), "1. Mai"),
        ("en", "April 30th", date(2026, 5, 1), "May 1st"),
        ("en", "Apr 3rd, 2026", date(2026, 12, 22), "Dec 22nd, 2026"),
        ("en", "2026-04-30", date(2026, 5, 1), "2026-05-01"),
    ],
)
def test_another_day_keeps_the_form(language: str, text: str, day: date, changed: str) -> None:
    assert with_date(text, find_dates(text, language)[0], day, language) == changed


@pytest.mark.parametrize(
    ("language", "text", "changed"),
    [("de", "Di., 10.3.", "Fr"), ("de", "dienstag, 10.3.", "freitag"), ("en", "Tues 3/10", "Fri")],
)
def test_another_weekday_keeps_the_form(language: str, text: str, changed: str) -> None:
    assert with_weekday(text, dates_with_weekday(text, language)[0], 4, language) == changed


def test_a_day_in_words() -> None:
    assert spelled_out(date(2026, 3, 10), "de") == "10. März 2026"
    assert spelled_out(date(2026, 3, 10), "en") == "10 March 2026"


def test_the_full_stop_of_an_ordinal_ends_no_sentence() -> None:
    text = "Danke. Wir kommen am 3. Mai um 9 Uhr. Bis bald!"
    place = Span(text.index("3."), text.index("3.") + 2)
    assert sentence_at(text, place).of(text).strip() == "Wir kommen am 3. Mai um 9 Uhr."


@settings(deadline=None)
@given(st.text(alphabet="0123456789./-–: MaiärzMoDi,()UhrpmJunbistoand\n", max_size=300), LANGUAGES)
def test_any_text_can_be_read(text: str, language: str) -> None:
    for written in find_dates(text, language):
        assert 0 <= written.span.start < written.span.end <= len(text)
    find_date_ranges(text, language)
    find_clocks(text, language)
    find_clock_ranges(text, language)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1.",
        "1.1.",
        "12.12.2026 ",
        "1-",
        "1/",
        "Montag, ",
        "Mo ",
        "3 March ",
        "März ",
        "15:00 - ",
        " ",
        "\n",
        "(",
        "x",
    ],
)
def test_long_rows_are_read_to_the_end(piece: str, language: str) -> None:
    text = piece * 20_000 + "\nDienstag, 2026-03-10"
    assert find_dates(text, language)[-1].reading == Reading(10, 3, 2026)
    find_date_ranges(text, language)
    find_clocks(text, language)
    find_clock_ranges(text, language)
