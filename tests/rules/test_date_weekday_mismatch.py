"""date.weekday-mismatch: the right weekday is silent, a wrong one is flagged, and both ways out are offered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.linter import Linter
from msglint.message.dates import dates_with_weekday
from msglint.message.dates.words import weekday_name
from msglint.message.model import Message
from msglint.report import Finding, Severity
from msglint.settings import Settings

LINTER = Linter(Settings(select=("date.weekday-mismatch",)), ui_language="en")
TODAY = date(2026, 3, 2)
LANGUAGES = st.sampled_from(["de", "en"])
DAYS = st.dates(min_value=date(2010, 1, 1), max_value=date(2040, 12, 31))
NEAR_DAYS = st.dates(min_value=TODAY - timedelta(days=150), max_value=TODAY + timedelta(days=150))
SHIFTS = st.integers(min_value=1, max_value=6)


def _mail(words: str, language: str) -> Message:
    text = {
        "de": f"Sehr geehrte Frau Meyer,\n\nwir sehen uns am {words} wieder.\n\nMit freundlichen Grüßen\nTom Weiß",
        "en": f"Dear Ms Parker,\n\nwe will see you on {words} again.\n\nKind regards\nTom White",
    }[language]
    return Message.from_text(text).with_(given_date=TODAY, given_language=language)


def _findings(words: str, language: str) -> tuple[Finding, ...]:
    return LINTER.check(_mail(words, language)).findings


def _written(day: date, weekday: int, language: str, *, year: bool) -> str:
    form = {"de": f"{day.day}.{day.month}.", "en": f"{day:%B} {day.day}"}[language]
    if year:
        form += {"de": f"{day.year}", "en": f", {day.year}"}[language]
    return f"{weekday_name(weekday, language)}, {form}"


@settings(deadline=None, max_examples=60)
@given(DAYS, LANGUAGES)
def test_the_right_weekday_is_silent(day: date, language: str) -> None:
    assert _findings(_written(day, day.weekday(), language, year=True), language) == ()


@settings(deadline=None, max_examples=60)
@given(DAYS, LANGUAGES, SHIFTS)
def test_a_wrong_weekday_is_an_error_and_both_are_offered(day: date, language: str, shift: int) -> None:
    said = (day.weekday() + shift) % 7
    words = _written(day, said, language, year=True)
    (finding,) = _findings(words, language)
    assert finding.severity is Severity.ERROR
    assert finding.excerpt == words
    right_weekday, right_date, *other_years = [suggestion.text for suggestion in finding.suggestions]
    assert right_weekday == _written(day, day.weekday(), language, year=True)
    (moved,) = dates_with_weekday(right_date, language)
    new = moved.reading.in_year(moved.reading.year or 0)
    assert new is not None
    assert new.weekday() == said
    assert abs(new - day) <= timedelta(days=3)
    for text in (right_weekday, right_date, *other_years):
        assert _findings(text, language) == ()


@settings(deadline=None, max_examples=60)
@given(NEAR_DAYS, LANGUAGES)
def test_without_a_year_the_nearest_day_counts(day: date, language: str) -> None:
    assert _findings(_written(day, day.weekday(), language, year=False), language) == ()


@settings(deadline=None, max_examples=60)
@given(NEAR_DAYS, LANGUAGES, SHIFTS)
def test_without_a_year_a_wrong_weekday_is_a_warning(day: date, language: str, shift: int) -> None:
    (finding,) = _findings(_written(day, (day.weekday() + shift) % 7, language, year=False), language)
    assert finding.severity is Severity.WARNING
    assert str(day.year) in finding.message


def test_in_january_last_years_number_is_put_right() -> None:
    message = _mail("Freitag, 16.1.2025", "de").with_(given_date=date(2026, 1, 7))
    (finding,) = LINTER.check(message).findings
    assert [suggestion.text for suggestion in finding.suggestions] == [
        "Donnerstag, 16.1.2025",
        "Freitag, 17.1.2025",
        "Freitag, 16.1.2026",
    ]


def test_the_subject_is_looked_at_unless_it_is_an_answer() -> None:
    message = Message.from_text(_mail("Dienstag", "de").text, subject="Gespräch am Dienstag, 11.3.2026").with_(
        given_language="de"
    )
    (finding,) = LINTER.check(message).findings
    assert (finding.part, finding.excerpt) == ("subject", "Dienstag, 11.3.2026")
    answer = message.with_(headers=Message.from_text("", subject="AW: Gespräch am Dienstag, 11.3.2026").headers)
    assert LINTER.check(answer).findings == ()


def test_a_date_with_two_readings_is_offered_in_words() -> None:
    (finding,) = _findings("Friday, 3/10/2026", "en")
    assert {suggestion.text for suggestion in finding.suggestions} == {
        "Saturday, 3 October 2026",
        "Tuesday, 10 March 2026",
    }


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Dienstag, 10.3.2026, oder Donnerstag, 12.3.2026,"),
        ("de", "Montag bis Mittwoch, 3.–5.3.2026,"),
        ("de", "Montag und Dienstag, 3. und 4. März 2026,"),
        ("de", "dienstags, 11.3.2026,"),
        ("de", "jedem Dienstag, 11.3.2026 ausgenommen,"),
        ("de", "„Dienstag, 11.3.2026“"),
        ("de", "Freitag, 14. Juli 1789,"),
        ("de", "Di 10.30 Uhr oder Do 11.15 Uhr"),
        ("de", "Di 3.12 auf Python"),
        ("en", "Tuesday, 3/10/2026"),
        ("en", "Saturday, 3/10/2026"),
        ("en", "Monday to Wednesday, March 3–5, 2026"),
        ("en", "Mondays, March 3, 2026"),
        ("en", "“Tuesday, March 11, 2026”"),
    ],
)
def test_what_is_right_or_unclear_is_left_alone(language: str, words: str) -> None:
    assert _findings(words, language) == ()


def test_a_long_list_of_days_is_checked_to_the_end() -> None:
    text = "Dienstag, 10.3.2026\n" * 3_000 + "Dienstag, 11.3.2026\n"
    message = Message(text).with_(given_date=TODAY, given_language="de")
    assert [finding.excerpt for finding in LINTER.check(message).findings] == ["Dienstag, 11.3.2026"]
