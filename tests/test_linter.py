"""The pipeline as other programs use it."""

from __future__ import annotations

import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint import Linter, Message
from msglint.grade import BEST_WITH_ERROR, FAMILY_CAP, Priced, grade
from msglint.message.lines import position_of
from msglint.report import Finding, Position, Severity, Span
from msglint.settings import Settings

LINTER = Linter(ui_language="en")
PIECES = st.sampled_from(
    [
        "Sehr geehrte Frau Meyer,",
        "Hallo Tom",
        "kontaktpflege",
        "Vielen Dank",
        "Anbei die Rechnung.",
        "{{name}}",
        "WO BLEIBT DAS ALLES???",
        "Zur Info.",
        "MfG",
        "Mit freundlichen Grüßen",
        "Tom Weiß",
        "> Passt Montag?",
        "Am 03.03.2026 um 14:12 schrieb Anna <a@example.org>:",
        "-- ",
        "Ich danke dir. Können Sie Ihnen helfen?",
        "😀 über 𝔘nicode",
        "Dear ,",
        "As discussed.",
        "\u200b\ufeff",
        "Best regards,",
        "Von meinem iPhone gesendet",
        "-----Ursprüngliche Nachricht-----",
        "Von: A\nAn: B\nBetreff: C",
        "",
        "\t",
        "Jeff - the report",
        "x" * 300,
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=12).map("\n".join))
def test_every_excerpt_is_the_text_at_its_offsets(text: str) -> None:
    report = LINTER.check(Message.from_text(text, to=["Anna Meyer <a@example.org>"], subject="AW: Montag"))
    for finding in report.findings:
        shown = (report.subject or "") if finding.part == "subject" else report.text
        assert finding.excerpt == finding.span.of(shown)
        assert finding.start == position_of(shown, finding.span.start)
        assert finding.end == position_of(shown, finding.span.end)
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.span.start <= suggestion.span.end <= len(shown)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=12).map("\n".join))
def test_parts_are_ordered_spans_inside_the_text(text: str) -> None:
    parts = Message.from_text(text).parts
    assert len(parts.own_text) == len(parts.body_text) == len(parts.text)
    assert all(one.end <= other.start for one, other in zip(parts.own, parts.own[1:], strict=False))
    for span in (*parts.own, *parts.body, *(quote.span for quote in parts.quotes)):
        assert 0 <= span.start < span.end <= len(parts.text)


def test_a_library_call_finds_the_wrong_name() -> None:
    report = LINTER.check(
        Message.from_text(
            "Dear Ms Mayer,\n\nthank you for the letter.\n\nKind regards,\nTom",
            to=["Dr. Anna Meyer <a.meyer@example.com>"],
        )
    )
    (finding,) = report.findings
    assert (finding.rule, finding.excerpt, finding.suggestions[0].text) == (
        "recipient.misspelled",
        "Mayer",
        "Meyer",
    )
    assert report.grade is not None
    assert report.grade.letter == "D"
    assert report.grade.best_change is not None
    assert report.grade.best_change.rule == "recipient.misspelled"


def test_one_linter_serves_many_threads() -> None:
    texts = ["kontaktpflege", "Termin ok", "As discussed.", "Hallo Anna,\n\npasst.\n\nGruß\nTom"] * 10
    expected = [LINTER.check(Message.from_text(text)) for text in texts]
    fresh = Linter(ui_language="en")
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: fresh.check(Message.from_text(text)), texts)) == expected


def test_reports_are_frozen() -> None:
    report = LINTER.check(Message.from_text("kontaktpflege"))
    with pytest.raises(FrozenInstanceError):
        report.grade = None  # type: ignore[misc]


def test_findings_speak_the_users_language() -> None:
    german = Linter(ui_language="de").check(Message.from_text("kontaktpflege")).findings[0]
    english = Linter(ui_language="en").check(Message.from_text("kontaktpflege")).findings[0]
    assert "Pflegen kann man nur" in german.message
    assert "one can only cultivate" in english.message


def rules_found(**changes: object) -> set[str]:
    linter = Linter(replace(Settings(), **changes), ui_language="en")  # type: ignore[arg-type]
    return {finding.rule for finding in linter.check(Message.from_text("kontaktpflege")).findings}


def test_selecting_by_prefix_at_any_depth() -> None:
    everything = {"boilerplate.networking", "salutation.missing", "closing.missing"}
    assert rules_found() == everything
    assert rules_found(select=("closing",)) == {"closing.missing"}
    assert rules_found(ignore=("closing",)) == {"boilerplate.networking", "salutation.missing"}
    assert rules_found(ignore=("closing",), select=("closing.missing", "salutation")) == {
        "closing.missing",
        "salutation.missing",
    }
    assert rules_found(select=("closing",), ignore=("closing.missing",)) == {"closing.unsigned"}


def test_severity_from_the_settings_wins() -> None:
    severity = {"salutation": Severity.ERROR, "closing": Severity.ERROR, "closing.missing": Severity.SUGGESTION}
    linter = Linter(Settings(severity=severity))
    found = {finding.rule: finding.severity for finding in linter.check(Message.from_text("kontaktpflege")).findings}
    assert found["salutation.missing"] is Severity.ERROR
    assert found["closing.missing"] is Severity.SUGGESTION


def test_two_domains_of_one_house_are_internal() -> None:
    message = Message.from_text(
        "Die Werte liegen vor.", from_="Tom <t@acme.example>", to=["Anna Meyer <a@acme.example.de>"]
    )
    house = Linter(Settings(own_domains=("acme.example", "acme.example.de")))
    severities = [
        next(item.severity for item in linter.check(message).findings if item.rule == "salutation.missing")
        for linter in (Linter(), house)
    ]
    assert severities == [Severity.WARNING, Severity.SUGGESTION]


def priced(rule: str, severity: Severity, points: int) -> Priced:
    place = Position(1, 1)
    return Priced(Finding(rule, severity, 1.0, "body", Span(0, 0), place, place, "", "", "", ""), points)


def test_a_clean_message_has_the_best_grade() -> None:
    assert (grade([]).letter, grade([]).score, grade([]).deductions, grade([]).best_change) == (
        "A",
        100,
        (),
        None,
    )


def test_one_error_keeps_the_grade_at_d() -> None:
    assert grade([priced("a.b", Severity.ERROR, 1)]).score == BEST_WITH_ERROR
    assert grade([priced("a.b", Severity.ERROR, 1)]).letter == "D"


def test_a_family_is_capped() -> None:
    many = [priced(f"closing.r{at}", Severity.WARNING, 12) for at in range(10)]
    assert grade(many).score == 100 - FAMILY_CAP
    assert [(item.family, item.points) for item in grade(many).deductions] == [("closing", FAMILY_CAP)]


def test_the_best_change_lifts_the_score_most() -> None:
    found = grade(
        [
            priced("a.b", Severity.WARNING, 12),
            priced("c.d", Severity.WARNING, 20),
            priced("e.f", Severity.SUGGESTION, 4),
        ]
    )
    assert found.best_change is not None
    assert (found.best_change.rule, found.best_change.points) == ("c.d", 20)


def test_no_check_touches_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a check opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    report = Linter(ui_language="de").check(
        Message.from_text("Sehr geehrte Frau Mayer,\n\nTermin ok", to=["Anna Meyer <a@example.org>"])
    )
    assert {"recipient.misspelled", "body.verbless"} <= {finding.rule for finding in report.findings}


def test_nothing_heavy_is_imported_for_a_usual_mail() -> None:
    code = (
        "import sys\n"
        "from msglint import Linter, Message\n"
        "text = 'Hallo Anna,\\n\\n' + 'ich schicke dir morgen den Bericht und melde mich dann. ' * 8 + '\\n\\nViele "
        "Grüße\\nTom'\n"
        "Linter(ui_language='de').check(Message.from_text(text, to=['Anna Meyer <a@example.org>']))\n"
        "heavy = {'spacy', 'HanTa', 'numpy', 'language_tool_python', 'selectolax', 'rapidfuzz', 'nicknames', 'click'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
