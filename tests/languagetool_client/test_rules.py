"""The rules that tell what LanguageTool finds: their examples, with the answers that a real one has given."""

from __future__ import annotations

import pytest

from msglint import Message
from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.languagetool.kinds import Kind
from msglint.examining.remark import Fault, Level
from msglint.examining.trial import try_rule
from msglint.linter import Linter
from msglint.report import Severity
from msglint.rules.base import Rule

from .conftest import linter_for
from .fake_server import Asked, Connection, FakeServer
from .messages import EMAIL, WRAPPED, languagetool_rules, letter_de

RULES = tuple(languagetool_rules())


def test_every_kind_of_slip_has_a_rule() -> None:
    assert {kind.value for kind in Kind} - {rule.id for rule in RULES} == {"spelling.misspelled"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_does_what_its_examples_say(rule: Rule, linter: Linter) -> None:
    assert list(try_rule(rule, linter)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_without_languagetool_it_is_said_that_nothing_was_tried(rule: Rule) -> None:
    remarks = list(try_rule(rule, linter_for(LanguageToolSettings(use="off"))))
    assert {(remark.fault, remark.level) for remark in remarks} == {(Fault.UNTRIED, Level.UNTRIED)}
    assert {remark.language for remark in remarks} == set(rule.languages)
    assert {remark.note for remark in remarks} == {"LanguageTool is not there."}


def test_a_server_that_fails_is_no_fault_of_the_rule(server: FakeServer, linter: Linter) -> None:
    def fail(asked: Asked, connection: Connection) -> None:
        connection.send(b"", 500)

    server.answer = fail
    (remark,) = try_rule(RULES[0], linter)
    assert remark.fault is Fault.UNTRIED
    assert "(HTTP 500)" in remark.note


def test_findings_speak_the_users_language(settings: LanguageToolSettings) -> None:
    told = {
        language: [
            finding.message
            for finding in linter_for(settings, language).check(letter_de()).findings
            if finding.family in ("spelling", "grammar")
        ]
        for language in ("de", "en")
    }
    assert told["de"][:3] == [
        "Richtig ist „vielen Dank“, nicht „vielen dank“.",
        "„den neue Vertrag“ passt hier in der Form nicht; gemeint ist wohl „den neuen Vertrag“.",
        "„die die“: Das Wort steht zweimal da.",
    ]
    assert told["en"][:3] == [
        "Write “vielen Dank”, not “vielen dank”.",
        "The form of “den neue Vertrag” does not fit here; “den neuen Vertrag” seems to be meant.",
        "“die die”: the word stands there twice.",
    ]


def test_what_languagetool_says_itself_is_part_of_the_reason(linter: Linter) -> None:
    report = linter.check(letter_de())
    (finding,) = (finding for finding in report.findings if finding.rule == "grammar.agreement")
    assert "Möglicherweise passen das Nomen" in finding.why


def test_a_doubtful_finding_is_a_suggestion(linter: Linter) -> None:
    findings = linter.check(Message.from_text(EMAIL)).findings
    (finding,) = (finding for finding in findings if finding.rule == "spelling.compound")
    assert (finding.excerpt, finding.severity) == ("Email", Severity.SUGGESTION)


def test_a_comma_at_the_end_of_a_line(linter: Linter) -> None:
    findings = linter.check(Message.from_text(WRAPPED)).findings
    (finding,) = (finding for finding in findings if finding.rule == "grammar.comma")
    assert finding.excerpt == "wieder\nob"
    assert [suggestion.text for suggestion in finding.suggestions] == ["wieder,\nob"]
    assert "“wieder, ob”" in finding.message
