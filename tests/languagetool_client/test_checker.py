"""How often LanguageTool is asked, for what, and what becomes of the answers."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from msglint import Linter, Message
from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import checker as checker_module
from msglint.analysis.languagetool.checker import Checked, LanguageToolChecker
from msglint.analysis.languagetool.kinds import Kind
from msglint.analysis.languagetool.left_out import CATEGORIES, RULES
from msglint.analysis.languagetool.library import client_for
from msglint.analysis.languagetool.request import usual_request, warm_up_fields
from msglint.analysis.languagetool.transport import Deadline, Server
from msglint.report import Report

from .conftest import linter_for
from .fake_server import NOTHING, Asked, Connection, FakeServer, as_recorded, recorded
from .messages import COSY, LETTER_EN, SWISS, letter_de

SHORT = "Guten Tag Frau Klein,\n\nwir haben den neue Vertrag unterschrieben.\n\nMit freundlichen Grüßen\nTom Weiß"


def german(text: str = SHORT) -> Message:
    return Message.from_text(text).with_(given_language="de")


def asked(checker: LanguageToolChecker, message: Message) -> Checked:
    return checker.check(message, lambda word: False)


def found(report: Report) -> list[tuple[str, str, list[str]]]:
    """What LanguageTool has found: rule, place, replacements."""
    return [
        (finding.rule, finding.excerpt, [suggestion.text for suggestion in finding.suggestions])
        for finding in report.findings
        if finding.family in ("spelling", "grammar")
    ]


def test_a_letter_with_emojis_and_names(linter: Linter, server: FakeServer) -> None:
    message = letter_de()
    report = linter.check(message)
    assert found(report) == [
        ("spelling.capital", "vielen dank", ["vielen Dank"]),
        ("grammar.agreement", "den neue Vertrag", ["den neuen Vertrag", "der neue Vertrag"]),
        ("grammar.repeated-word", "die die", ["die"]),
        ("grammar.comma", "uns ob", ["uns, ob"]),
        ("spelling.confused-word", "wahr", ["war"]),
    ]
    for finding in report.findings:
        assert finding.excerpt == finding.span.of(message.text)
    (sent,) = server.asked
    for private in ("Kowalczyk", "Brzenk", "0561", "firma", "Weiß"):
        assert private in message.text
        assert private not in sent.text


def test_all_rules_together_ask_once(linter: Linter, server: FakeServer) -> None:
    linter.check(letter_de())
    assert len(server.asked) == 1


def test_the_same_text_is_not_asked_again(linter: Linter, server: FakeServer) -> None:
    first = linter.check(letter_de())
    again = linter.check(letter_de().with_(path="another.eml"))
    assert len(server.asked) == 1
    assert found(again) == found(first)


def test_places_hold_where_the_same_text_stands_elsewhere(linter: Linter, server: FakeServer) -> None:
    linter.check(german())
    moved = german(SHORT.replace("Guten Tag Frau Klein,", "Guten Tag, liebe Frau Dr. Klein,\n"))
    report = linter.check(moved)
    assert len(server.asked) == 1
    assert [finding.excerpt for finding in report.findings if finding.rule == "grammar.agreement"] == [
        "den neue Vertrag"
    ]


def test_no_text_stays_in_memory(checker: LanguageToolChecker) -> None:
    message = german()
    asked(checker, message)
    kept = repr(vars(checker))
    assert "Vertrag unterschrieben" not in kept
    assert "Klein" not in kept


def test_a_message_without_words_is_not_asked_about(linter: Linter, server: FakeServer) -> None:
    report = linter.check(german("Hallo Anna,\n\n:-) 🚀 123456\n\nViele Grüße\nTom"))
    assert server.asked == []
    assert not any(skipped.what == "languagetool" for skipped in report.skipped)


def test_after_a_failure_there_is_a_pause(
    server: FakeServer, checker: LanguageToolChecker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(asked: Asked, connection: Connection) -> None:
        connection.send(b"", 500)

    now = 1000.0
    monkeypatch.setattr(checker_module, "monotonic", lambda: now)
    server.answer = fail
    messages = [german(SHORT.replace("heute", day)) for day in ("gestern", "heute", "morgen")]
    errors = [asked(checker, message).error for message in (*messages, messages[0])]
    assert [str(error) for error in errors] == [str(errors[0])] * 4
    assert len(server.asked) == 1

    server.answer = as_recorded
    assert asked(checker, german()).error is not None
    now += checker_module.PAUSE
    assert [slip.kind for slip in asked(checker, german()).slips] == [Kind.AGREEMENT]


def test_an_answer_given_before_counts_also_during_the_pause(server: FakeServer, checker: LanguageToolChecker) -> None:
    asked(checker, german())

    def fail(asked: Asked, connection: Connection) -> None:
        connection.send(b"", 500)

    server.answer = fail
    assert asked(checker, german(SHORT.replace("Vertrag", "Plan"))).error is not None
    assert asked(checker, german()).error is None


def test_what_is_raised_is_new_each_time(server: FakeServer, checker: LanguageToolChecker) -> None:
    server.answer = lambda asked, connection: connection.send(b"", 500)
    checked = asked(checker, german())
    raised = []
    for _ in range(2):
        with pytest.raises(EngineError) as error:
            list(checked.of(Kind.CASE))
        raised.append(error.value)
    assert raised[0] is not raised[1]


def test_what_is_left_out_is_not_even_looked_for(server: FakeServer, checker: LanguageToolChecker) -> None:
    asked(checker, german())
    (sent,) = server.asked
    assert sent["language"] == "de-DE"
    assert set(RULES) <= set(sent["disabledRules"].split(","))
    assert set(sent["disabledCategories"].split(",")) == set(CATEGORIES)
    assert "enabledRules" not in sent
    assert "level" not in sent


def test_what_the_user_enables_and_disables(server: FakeServer, settings: LanguageToolSettings) -> None:
    given = settings._replace(enable=("MFG", "FILLER_WORDS_DE"), disable=("DE_AGREEMENT",), picky=True)
    asked(LanguageToolChecker(given), german())
    (sent,) = server.asked
    disabled = sent["disabledRules"].split(",")
    assert "DE_AGREEMENT" in disabled
    assert "MFG" not in disabled
    assert sent["enabledRules"] == "FILLER_WORDS_DE,MFG"
    assert sent["level"] == "picky"


def test_rules_for_whole_sentences_have_a_request_of_their_own(
    server: FakeServer, settings: LanguageToolSettings
) -> None:
    text = german().parts.body_text.strip() + "\n\n"
    usual = recorded()[f"de-DE\n{text}"]
    (agreement,) = usual["matches"]
    whole = {**agreement, "offset": 0, "length": len(text.strip()), "replacements": []}
    whole["rule"] = {**agreement["rule"], "id": "MISSING_VERB"}

    def answer(asked: Asked, connection: Connection) -> None:
        connection.send_json({**usual, "matches": [whole]} if "enabledOnly" in asked else usual)

    server.answer = answer
    slips = asked(LanguageToolChecker(settings._replace(enable=("MISSING_VERB",))), german()).slips
    assert [(slip.kind, slip.rule_id) for slip in slips] == [
        (Kind.SENTENCE, "MISSING_VERB"),
        (Kind.AGREEMENT, "DE_AGREEMENT"),
    ]
    first, second = server.asked
    assert "MISSING_VERB" in first["disabledRules"].split(",")
    assert (second["enabledOnly"], second["enabledRules"]) == ("true", "MISSING_VERB")


def test_a_word_that_is_right_in_one_kind_of_english(server: FakeServer, checker: LanguageToolChecker) -> None:
    message = Message.from_text(COSY)
    checked = asked(checker, message)
    assert checked.error is None
    assert [slip.span.of(message.text) for slip in checked.slips] == ["pacakge"]


@pytest.mark.parametrize(
    ("text", "to", "language"),
    [
        ("the colour is fine, and the centre is open.", "anna@example.com", "en-GB"),
        ("the color is fine, and the center is open.", "anna@example.co.uk", "en-US"),
        ("the pump is fine, and the list is here.", "anna@example.co.uk", "en-GB"),
        ("the pump is fine, and the list is here.", "anna@example.edu", "en-US"),
        ("the pump is fine, and the list is here.", "anna@example.com", "en-US"),
    ],
)
def test_which_english(server: FakeServer, checker: LanguageToolChecker, text: str, to: str, language: str) -> None:
    server.answer = lambda asked, connection: connection.send_json(NOTHING)
    asked(checker, Message.from_text(f"Dear Anna,\n\n{text}\n\nKind regards,\nTom", to=[to]))
    assert [sent["language"] for sent in server.asked] == [language]


@pytest.mark.parametrize(
    ("given", "language"),
    [("de", "de-DE"), ("de-AT", "de-AT"), ("de-CH", "de-CH"), ("en-GB", "en-GB"), ("en-US", "en-US")],
)
def test_the_language_that_the_user_names(
    server: FakeServer, checker: LanguageToolChecker, given: str, language: str
) -> None:
    server.answer = lambda asked, connection: connection.send_json(NOTHING)
    text = "we have the list." if given.startswith("en") else "wir haben die Liste."
    asked(checker, Message.from_text(f"Hallo Anna,\n\n{text}\n\nTom").with_(given_language=given))
    assert [sent["language"] for sent in server.asked] == [language]


def test_swiss_german(linter: Linter) -> None:
    message = Message.from_text(SWISS).with_(given_language="de-CH")
    assert [(rule, place) for rule, place, _ in found(linter.check(message))] == [
        ("grammar.agreement", "den neue Vertrag")
    ]


def test_english(linter: Linter) -> None:
    message = Message.from_text(LETTER_EN)
    assert found(linter.check(message)) == [
        ("grammar.agreement", "have", ["has", "had"]),
        ("grammar.repeated-word", "the the", ["the"]),
    ]


def test_threads_share_a_checker(server: FakeServer, checker: LanguageToolChecker) -> None:
    messages = [letter_de(), german(), Message.from_text(LETTER_EN), Message.from_text(COSY)] * 10

    def places(message: Message) -> list[str]:
        return [slip.span.of(message.text) for slip in asked(checker, message.with_()).slips]

    expected = [places(message) for message in messages]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(places, messages)) == expected


def test_where_the_text_has_gone_is_told(server: FakeServer, settings: LanguageToolSettings) -> None:
    class Elsewhere(LanguageToolChecker):
        pass

    allowed = settings._replace(allow_remote=True)
    checker = Elsewhere(allowed)
    assert asked(checker, german()).error is None
    checker._asker._settings = allowed._replace(use="https://languagetool.example:8443")
    told = asked(checker, german().with_(path="other")).error
    assert str(told) == (
        "The text has gone to languagetool.example:8443 to be checked, as 'languagetool-options: allow-remote' allows."
    )


def test_the_note_comes_with_the_findings(server: FakeServer, settings: LanguageToolSettings, monkeypatch: Any) -> None:
    monkeypatch.setattr(checker_module.Asker, "remote_host", "languagetool.example")
    report = linter_for(settings).check(letter_de())
    assert len(found(report)) == 5
    assert [note.what for note in report.skipped] == ["languagetool"]
    assert "has gone to languagetool.example" in report.skipped[0].why


def test_a_very_long_text_is_told(server: FakeServer, settings: LanguageToolSettings) -> None:
    server.answer = lambda asked, connection: connection.send_json(NOTHING)
    body = "\n\n".join(f"Wir liefern die Ware in Woche {week}." for week in range(2_000))
    report = linter_for(settings).check(german(f"Guten Tag,\n\n{body}\n\nMit freundlichen Grüßen\nTom Weiß"))
    assert [note.why for note in report.skipped if note.what == "languagetool"] == [
        "The text is very long; LanguageTool has read only its beginning."
    ]


def test_the_server_is_warmed_up_with_what_checks_send(server: FakeServer, settings: LanguageToolSettings) -> None:
    server.answer = lambda asked, connection: connection.send_json(NOTHING)
    for fields, language in zip(warm_up_fields(settings), ("de-DE", "en-US"), strict=True):
        request = usual_request(language, settings)
        client_for(Server(server.url), request, Deadline(60)).matches("Ja.", Deadline(60))
        assert server.asked[-1] == {**fields, "text": "Ja."}


def test_fields_are_always_in_the_same_order(settings: LanguageToolSettings) -> None:
    fields = usual_request("de-DE", settings).fields
    assert fields["disabledRules"].split(",") == sorted(fields["disabledRules"].split(","))
    assert json.dumps(fields) == json.dumps(usual_request("de-DE", settings).fields)


def test_nothing_is_asked_where_it_is_switched_off(server: FakeServer, settings: LanguageToolSettings) -> None:
    report = linter_for(settings._replace(use="off")).check(letter_de())
    assert server.asked == []
    assert not any(note.what == "languagetool" for note in report.skipped)
