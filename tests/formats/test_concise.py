"""The format for editors and grep."""

from __future__ import annotations

from msglint.formats import renderer
from msglint.formats.concise import grade_line
from msglint.report import Report, Severity

from .reports import finding, report, unreadable


def rendered(*reports: Report) -> str:
    return "".join(renderer("concise")(reports, ui_language="en", colour=True, width=20))


def test_one_line_per_finding() -> None:
    shown = rendered(
        report(
            finding(),
            finding(marked="MfG", rule="closing.abbreviated", severity=Severity.WARNING, message="Short.\nVery."),
        )
    )

    assert shown == (
        "draft.eml:1:19: error recipient.misspelled The name is spelt wrong.\n"
        "draft.eml:5:1: warning closing.abbreviated Short. Very.\n"
    )


def test_a_clean_message_has_no_line() -> None:
    assert rendered(report()) == ""


def test_standard_input_is_a_dash() -> None:
    assert rendered(report(finding(), path=None)).startswith("-:1:19: ")


def test_an_unreadable_message_is_told_elsewhere() -> None:
    assert rendered(unreadable()) == ""


def test_a_grade_that_is_not_good_enough() -> None:
    bad = report(finding())
    assert grade_line(bad, "B", ui_language="en") == "draft.eml: grade D (60 of 100), required is B\n"
    assert grade_line(bad, "B", ui_language="de") == "draft.eml: Note D (60 von 100), verlangt ist B\n"
    assert grade_line(bad, "D", ui_language="en") == ""
    assert grade_line(unreadable(), "A", ui_language="en") == ""
