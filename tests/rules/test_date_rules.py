"""The date family: days that are past, do not exist, run backwards, can be read in two ways, or lack a time."""

from __future__ import annotations

from datetime import date

import pytest

from msglint.linter import Linter
from msglint.message.model import Audience, Channel, Message
from msglint.settings import Settings

TODAY = date(2026, 3, 2)


def _mail(words: str, language: str) -> Message:
    text = {
        "de": f"Sehr geehrte Frau Meyer,\n\n{words}\n\nMit freundlichen Grüßen\nTom Weiß",
        "en": f"Dear Ms Parker,\n\n{words}\n\nKind regards\nTom White",
    }[language]
    return Message.from_text(text).with_(given_date=TODAY, given_language=language)


def _found(rule: str, message: Message) -> list[tuple[str, list[str]]]:
    report = Linter(Settings(select=(rule,)), ui_language="en").check(message)
    return [(finding.excerpt, [suggestion.text for suggestion in finding.suggestions]) for finding in report.findings]


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("de", "Bitte antworten Sie bis 20.2.", "20.2."),
        ("de", "Ich brauche die Liste spätestens am Freitag, 20. Februar.", "Freitag, 20. Februar"),
        ("de", "Haben Sie am 24.2.2026 Zeit?", "24.2.2026"),
        ("en", "Please reply no later than 20 February 2026.", "20 February 2026"),
        ("en", "Please pay by Feb. 27, 2026.", "Feb. 27, 2026"),
    ],
)
def test_a_day_to_come_that_has_passed_is_flagged(language: str, words: str, found: str) -> None:
    assert [excerpt for excerpt, _ in _found("date.past", _mail(words, language))] == [found]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Bitte antworten Sie bis 2.3."),
        ("de", "Bitte antworten Sie bis 20.12."),
        ("de", "Bitte zahlen Sie die Rechnung vom 5.2.2026."),
        ("de", "Bitte bestätigen Sie, dass die Ware bis zum 20.2.2026 geliefert wurde."),
        ("de", "Bitte senden Sie mir alle Belege bis 31.12.2025."),
        ("de", "Können wir uns am 24. Februar nächsten Jahres treffen?"),
        ("de", "Bitte prüfen Sie die Zeit vom 5.2.2026 bis zum 20.2.2026."),
        ("en", "Please send me all statements until 31 December 2025."),
        ("en", "Please pay the amount due by February 20, 2026."),
        ("en", "Please confirm that the goods were sent by 20 February 2026."),
        ("en", "Please reply by 3/2/2026."),
    ],
)
def test_what_is_reported_or_not_past_is_left_alone(language: str, words: str) -> None:
    assert _found("date.past", _mail(words, language)) == []


@pytest.mark.parametrize(
    ("language", "words", "found", "better"),
    [
        ("de", "Das gilt bis zum 29.2.2026.", "29.2.2026", ["28.2.2026", "1.3.2026"]),
        ("de", "Das gilt ab 31. April.", "31. April", ["30. April", "1. Mai"]),
        ("de", "Das gilt ab 32.1.2026.", "32.1.2026", ["31.1.2026", "1.2.2026"]),
        ("de", "Wir kommen um 25:00 Uhr.", "25:00 Uhr", []),
        ("en", "This holds until June 31, 2026.", "June 31, 2026", ["June 30, 2026", "July 1, 2026"]),
        ("en", "We meet on Tuesday at 13:75.", "13:75", []),
        ("en", "In June 31 people came.", None, None),
        ("en", "The video stops at 25:61.", None, None),
        ("de", "Das Az. ist 2026-02-30.", None, None),
        ("de", "Abschnitt 31.6. gilt nicht.", None, None),
        ("de", "Wir öffnen bis 24:00 Uhr.", None, None),
    ],
)
def test_only_days_and_times_that_surely_do_not_exist(
    language: str, words: str, found: str | None, better: list[str] | None
) -> None:
    assert _found("date.invalid", _mail(words, language)) == ([(found, better)] if found else [])


@pytest.mark.parametrize(
    ("language", "words", "found", "better"),
    [
        ("de", "Geschlossen vom 12. bis 10. März.", "12. bis 10. März", "10. bis 12. März"),
        ("de", "Geht es von 15:30 bis 14 Uhr?", "15:30 bis 14 Uhr", "14 bis 15:30 Uhr"),
        ("en", "Closed 3 May 2026 to 1 May 2026.", "3 May 2026 to 1 May 2026", "1 May 2026 to 3 May 2026"),
        ("en", "Is 9 am to 8 am all right?", "9 am to 8 am", "9 am to 8 pm"),
    ],
)
def test_a_range_that_runs_backwards(language: str, words: str, found: str, better: str) -> None:
    assert _found("date.range", _mail(words, language)) == [(found, [better])]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Geschlossen vom 28.12. bis 3.1."),
        ("de", "Geschlossen vom 28.12.2026 bis 3.1.2027."),
        ("de", "Besetzt von 22 bis 6 Uhr."),
        ("de", "Besetzt von 9 bis 5 Uhr."),
        ("de", "Seite 12 bis 10. März"),
        ("de", "Der Termin ist von 15 bis 14 Uhr verschoben."),
        ("en", "The call was moved from 3 pm to 2 pm."),
        ("en", "Staffed from 10 pm to 6 am."),
        ("en", "We won 20-15 in March."),
        ("en", "The flight takes from 3 pm to 2 pm."),
    ],
)
def test_night_new_year_and_moves_are_no_errors(language: str, words: str) -> None:
    assert _found("date.range", _mail(words, language)) == []


def test_a_date_with_two_readings_is_offered_in_both() -> None:
    message = _mail("We deliver on 03/04/2026.", "en")
    assert _found("date.ambiguous", message) == [("03/04/2026", ["3 April 2026", "4 March 2026"])]
    assert _found("date.ambiguous", message.with_(channel=Channel.MESSENGER)) == []
    assert _found("date.ambiguous", message.with_(audience=Audience.COLLEAGUE)) == []


@pytest.mark.parametrize(
    "words",
    [
        "We deliver on 03/04/2026 and again on 25/04/2026.",
        "We deliver on 03/04/2026, that is on 3 April.",
        "We deliver on 03/04/2026 (dd/mm/yyyy).",
        "We deliver on 04/04/2026.",
        "We deliver on Friday, 03/04/2026.",
        "Their note of 03/04/2026 10:33 AM is below.",
        "We deliver on 31/6/2026.",
    ],
)
def test_what_shows_the_order_is_enough(words: str) -> None:
    assert _found("date.ambiguous", _mail(words, "en")) == []


def test_a_proposed_day_without_a_time_is_flagged_in_a_first_mail_only() -> None:
    message = _mail("Hätten Sie am 12.3.2026 Zeit für ein Gespräch?", "de")
    assert [excerpt for excerpt, _ in _found("date.no-time", message)] == ["12.3.2026"]
    assert _found("date.no-time", message.with_(answers=Message.from_text("Wann passt es?"))) == []
    for hour in ("um 14 Uhr", "vormittags", "gegen 9", "zum Mittagessen"):
        assert _found("date.no-time", _mail(f"Hätten Sie am 12.3.2026 {hour} Zeit?", "de")) == []


@pytest.mark.parametrize(
    "piece",
    [
        "Dienstag, 10.3. ",
        "Di 10.3.2026, ",
        "bis 10.2.2026 ",
        "25:00 Uhr ",
        "12-10.3.",
        "03/04/2026 ",
        "ganz",
        "1 - ",
        "bitte ",
    ],
)
def test_long_rows_are_checked_to_the_end(piece: str) -> None:
    text = piece * 10_000 + "\n\nDas gilt bis zum 20.3.2026."
    report = Linter(Settings(select=("date",))).check(_mail(text, "de"))
    assert len(report.findings) <= 6 * 50
    assert all(finding.span.end <= len(report.text) for finding in report.findings)
