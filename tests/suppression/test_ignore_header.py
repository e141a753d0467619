"""`X-Msglint-Ignore` in the header of a draft."""

from __future__ import annotations

import pytest

from msglint import Linter, Message
from msglint.message.plain import read_plain
from msglint.report import Report
from msglint.settings import Settings

BODY = "Sehr geehrte Frau Meyer,\n\nwir freuen uns auf den Termin am Dienstag!!!\n\nMfG\nTom Weiß\n"
BY_HEADER = "left out by the header X-Msglint-Ignore"
NOTHING_THERE = "stands in the header X-Msglint-Ignore, but there is nothing to leave out; it can go"


def checked(*lines: str, settings: Settings | None = None, ui_language: str = "en") -> Report:
    """A mail with a shout and a short closing, with header lines of ours."""
    known = ("From: tom@example.org", "To: Anna Meyer <anna@example.com>", "Subject: Termin am Dienstag um 10 Uhr")
    head = "\n".join((*known, *lines, "Content-Type: text/plain; charset=utf-8"))
    message = Message.from_eml(f"{head}\n\n{BODY}".encode())
    return Linter(settings, ui_language=ui_language).check(message)


def rules_of(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_without_the_header_both_are_found() -> None:
    report = checked()

    assert rules_of(report) == ["tone.shouting", "closing.abbreviated"]
    assert report.skipped == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("X-Msglint-Ignore: tone.shouting, closing",),
        ("X-Msglint-Ignore: tone.shouting closing.abbreviated",),
        ("x-msglint-ignore: TONE; Closing",),
        ("X-Msglint-Ignore: tone", "X-Msglint-Ignore: closing"),
        ("X-Msglint-Ignore: tone,\n closing",),
    ],
)
def test_what_it_names_is_left_out_shown_and_not_graded(lines: tuple[str, ...]) -> None:
    report = checked(*lines)

    assert report.findings == ()
    assert report.skipped == (("tone.shouting", BY_HEADER), ("closing.abbreviated", BY_HEADER))
    assert report.grade is not None
    assert report.grade.score == 100


def test_the_others_stay() -> None:
    report = checked("X-Msglint-Ignore: tone.shouting")

    assert rules_of(report) == ["closing.abbreviated"]


def test_all_is_told() -> None:
    report = checked("X-Msglint-Ignore: all")

    assert report.findings == ()
    assert ("all", "the header X-Msglint-Ignore leaves out every rule there is") in report.skipped
    assert [what for what, _ in report.skipped] == ["tone.shouting", "closing.abbreviated", "all"]


@pytest.mark.parametrize(
    ("word", "english", "german"),
    [
        (
            "tone.shoting",
            "stands in the header X-Msglint-Ignore, but there is no such rule; 'tone.shouting' is probably meant",
            "steht in der Kopfzeile X-Msglint-Ignore, aber eine solche Regel gibt es nicht; gemeint ist wohl "
            "„tone.shouting“",
        ),
        (
            "qqqqq",
            "stands in the header X-Msglint-Ignore, but there is no such rule; see 'msglint rules'",
            "steht in der Kopfzeile X-Msglint-Ignore, aber eine solche Regel gibt es nicht; „msglint rules“ zeigt alle",
        ),
        (
            "attachment",
            NOTHING_THERE,
            "steht in der Kopfzeile X-Msglint-Ignore, ohne dass es etwas auszunehmen gäbe; das kann weg",
        ),
    ],
)
def test_what_is_named_in_vain_is_told(word: str, english: str, german: str) -> None:
    report = checked(f"X-Msglint-Ignore: {word}")

    assert len(report.findings) == 2
    assert report.skipped == ((word, english),)
    assert checked(f"X-Msglint-Ignore: {word}", ui_language="de").skipped == ((word, german),)


def test_a_rule_that_is_not_checked_is_not_called_needless() -> None:
    report = checked("X-Msglint-Ignore: tone", settings=Settings(select=("closing",)))

    assert report.skipped == (
        ("tone", "stands in the header X-Msglint-Ignore, but is not checked in this message anyway"),
    )


def test_rules_of_packs_are_rules_too() -> None:
    assert checked("X-Msglint-Ignore: boilerplate.default-invite").skipped == (
        ("boilerplate.default-invite", NOTHING_THERE),
    )


def test_a_header_without_end_holds_nothing_up() -> None:
    report = checked("X-Msglint-Ignore: " + ",".join(f"r{number}" for number in range(20_000)))

    assert len(report.findings) == 2
    assert len(report.skipped) == 100


# On top of a plain draft


def test_above_other_headers_of_a_plain_draft() -> None:
    message = read_plain(f"X-Msglint-Ignore: tone\nTo: Anna Meyer <anna@example.com>\n\n{BODY}".encode())

    assert message.text == BODY
    assert message.headers.known
    assert rules_of(Linter().check(message)) == ["subject.missing", "closing.abbreviated"]


def test_alone_it_says_nothing_about_the_other_headers() -> None:
    message = read_plain(f"X-Msglint-Ignore: tone\n\n{BODY}".encode())

    assert message.text == BODY
    assert not message.headers.known
    assert rules_of(Linter().check(message)) == ["closing.abbreviated"]


def test_in_the_text_it_is_text() -> None:
    message = read_plain(f"{BODY}\nX-Msglint-Ignore: tone\n".encode())

    assert message.headers.ignores == ()
    assert "tone.shouting" in rules_of(Linter().check(message))
