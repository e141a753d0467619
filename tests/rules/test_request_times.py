"""Vague deadlines, dates to propose, requests without a date."""

from __future__ import annotations

from datetime import date

import pytest

from msglint.linter import Linter
from msglint.message.model import Channel, Message
from msglint.report import Finding
from msglint.rules.request.timing import has_date, last_day, two_proposals
from msglint.settings import Settings

MONDAY = date(2026, 3, 2)


def findings(rule: str, body: str, *, language: str = "de", familiar: bool = False, **facts: object) -> list[Finding]:
    greeting = {"de": "Sehr geehrte Frau Meyer,", "en": "Dear Ms Meyer,"}[language]
    text = f"{'Hallo Anna,' if familiar else greeting}\n\n{body}\n\nTom Weiß"
    message = Message.from_text(text).with_(given_language=language, given_date=MONDAY, **facts)
    return list(Linter(Settings(select=(rule,)), ui_language="de").check(message).findings)


@pytest.mark.parametrize(
    ("body", "better"),
    [
        ("bitte senden Sie uns zeitnah die Liste.", "bis Freitag, 6. März"),
        ("Baldmöglichst brauchen wir bitte Ihre Antwort.", "Bis Freitag, 6. März"),
        ("wir bitten um schnellstmögliche Rückmeldung.", "Rückmeldung bis Freitag, 6. März"),
        ("ich benötige die Liste so bald wie möglich.", "bis Freitag, 6. März"),
        ("Antworten Sie bitte asap.", "bis Freitag, 6. März"),
        ("könnten Sie das bei Gelegenheit prüfen?", "bis Freitag, 6. März"),
        ("wir bitten um die baldige Räumung der Flächen.", "Bis zu welchem Tag brauche ich es?"),
    ],
)
def test_german_vague_deadline(body: str, better: str) -> None:
    assert [finding.suggestions[0].text for finding in findings("request.vague-deadline", body)] == [better]


@pytest.mark.parametrize(
    ("body", "better"),
    [
        ("Please send us the list as soon as possible.", "by Friday, 6 March"),
        ("Could you reply ASAP?", "by Friday, 6 March"),
        ("Could you send it soon?", "by Friday, 6 March"),
        ("Please return the form by COB.", "by Friday, 6 March"),
        ("We need your answer at your earliest convenience.", "by Friday, 6 March"),
    ],
)
def test_english_vague_deadline(body: str, better: str) -> None:
    found = findings("request.vague-deadline", body, language="en")
    assert [finding.suggestions[0].text for finding in found] == [better]


@pytest.mark.parametrize(
    "body",
    [
        "wir haben schnellstmöglich geliefert.",
        "bitte prüfen Sie den Mangel unverzüglich.",
        "bitte antworten Sie zeitnah, bis 6. März.",
        "vielen Dank für die zeitnahe Antwort.",
        "ich freue mich auf eine baldige Antwort.",
        "er schrieb: „Bitte antworten Sie zeitnah.“",
        "die Halle wird demnächst umgebaut, bitte parken Sie hinten.",
        "der Zug fährt so schnell wie möglich.",
    ],
)
def test_no_vague_deadline_in_german(body: str) -> None:
    assert findings("request.vague-deadline", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Please send us the list by Friday, or as soon as possible.",
        "I hope to hear from you soon.",
        "We will reply as soon as possible.",
        "Please call as soon as he is back.",
        "He said: “Please reply asap.”",
    ],
)
def test_no_vague_deadline_in_english(body: str) -> None:
    assert findings("request.vague-deadline", body, language="en") == []


def test_a_promise_without_a_day_among_friends_is_a_kind_word() -> None:
    body = "ich melde mich demnächst bei dir."
    assert findings("request.vague-deadline", body, familiar=True) == []
    assert findings("request.vague-deadline", "ich melde mich in Kürze bei Ihnen.") != []
    assert findings("request.vague-deadline", "ich melde mich in Kürze bei Ihnen, spätestens am Montag.") == []


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        (date(2026, 3, 2), "bis Freitag, 6. März", "by Friday, 6 March"),
        (date(2026, 3, 3), "bis Freitag, 6. März", "by Friday, 6 March"),
        (date(2026, 3, 4), "bis Freitag, 13. März", "by Friday, 13 March"),
        (date(2026, 3, 7), "bis Freitag, 13. März", "by Friday, 13 March"),
        (date(2026, 12, 30), "bis Freitag, 8. Januar", "by Friday, 8 January"),
    ],
)
def test_the_last_day_leaves_three_working_days(written: date, german: str, english: str) -> None:
    for language, expected in (("de", german), ("en", english)):
        message = Message.from_text("x").with_(given_language=language, given_date=written)
        assert last_day(message) == expected


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [
        (date(2026, 3, 2), "Donnerstag, 5. März, um 14 Uhr", "Dienstag, 10. März, um 10 Uhr"),
        (date(2026, 3, 6), "Dienstag, 10. März, um 10 Uhr", "Donnerstag, 12. März, um 14 Uhr"),
    ],
)
def test_the_proposals_are_in_order_and_not_tomorrow(written: date, first: str, second: str) -> None:
    message = Message.from_text("x").with_(given_language="de", given_date=written)
    assert two_proposals(message) == (first, second)


@pytest.mark.parametrize(
    "text",
    "am Montag|bis 6. März|am 6.3.|morgen früh|nächste Woche|um 14 Uhr|in drei Tagen|KW 12|Mo, 9.3.|by noon|on Friday|"
    "March 6|at 3 pm|next week|2026-03-06|within ten days|on the 6th|in 2 weeks|on May 6".split("|"),
)
def test_a_date_is_seen(text: str) -> None:
    assert has_date(text)


@pytest.mark.parametrize(
    "text",
    "die Liste|der dritte Stock|Raum 14|see you|you may ask|im Mittelpunkt|zwei Räume|the second floor".split("|"),
)
def test_what_is_no_date(text: str) -> None:
    assert not has_date(text)


PLAN = "der Entwurf für das Faltblatt liegt im gemeinsamen Ordner."


@pytest.mark.parametrize(
    "request_",
    [
        "Bitte prüfen Sie die Texte.",
        "Könnten Sie die Texte prüfen?",
        "Wir bitten um Prüfung der Texte.",
        "Ich bitte Sie, die Texte zu überarbeiten.",
        "Senden Sie uns bitte die unterschriebene Fassung.",
    ],
)
def test_german_request_without_a_date(request_: str) -> None:
    assert findings("request.no-deadline", f"{PLAN} {request_}") != []
    assert findings("request.no-deadline", f"{PLAN} {request_} Wir drucken am 20. März.") == []
    assert findings("request.no-deadline", f"{PLAN} {request_}", channel=Channel.MESSENGER) == []


@pytest.mark.parametrize(
    "request_",
    [
        "Bitte beachten Sie die Preise.",
        "Bitte haben Sie Verständnis für die Änderung.",
        "Bitte entschuldigen Sie das Durcheinander.",
        "Bitte rufen Sie mich an.",
        "Bitte geben Sie mir Bescheid.",
        "Könnten Sie mir sagen, wo er liegt?",
        "Bitte prüfen Sie die Texte in Ruhe.",
    ],
)
def test_small_requests_need_no_date(request_: str) -> None:
    assert findings("request.no-deadline", f"{PLAN} {request_}") == []
