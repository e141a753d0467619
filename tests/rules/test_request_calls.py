"""What the reader needs in order to call, to meet and to answer."""

from __future__ import annotations

from datetime import date

import pytest

from msglint.linter import Linter
from msglint.message.model import Channel, Message, Relationship
from msglint.report import Finding, Severity
from msglint.rules.request.reach import has_phone
from msglint.settings import Settings

MONDAY = date(2026, 3, 2)
TOPIC = "die Heizung im zweiten Stock ist wieder ausgefallen, der Monteur braucht Ihre Zustimmung."


def findings(rule: str, body: str, *, language: str = "de", signature: str = "", **facts: object) -> list[Finding]:
    greeting = {"de": "Sehr geehrte Frau Meyer,", "en": "Dear Ms Meyer,"}[language]
    closing = {"de": "Mit freundlichen Grüßen", "en": "Kind regards,"}[language]
    text = f"{greeting}\n\n{body}\n\n{closing}\nTom Weiß\n{signature}"
    message = Message.from_text(text).with_(given_language=language, given_date=MONDAY, **facts)
    return list(Linter(Settings(select=(rule,)), ui_language="de").check(message).findings)


@pytest.mark.parametrize(
    ("body", "signature", "missing"),
    [
        ("bitte rufen Sie mich an.", "", "worum es geht, unter welcher Nummer und wann Sie erreichbar sind"),
        ("bitte rufen Sie mich an.", "Tel. 0561 555012", "worum es geht und wann Sie erreichbar sind"),
        ("bitte rufen Sie mich heute an.", "Tel. 0561 555012", "worum es geht"),
        (f"{TOPIC} Bitte rufen Sie mich heute zurück.", "", "unter welcher Nummer"),
        (f"{TOPIC} Ich bitte um Rückruf.", "", "unter welcher Nummer und wann Sie erreichbar sind"),
        (f"{TOPIC} Können Sie mich bitte zurückrufen?", "", "unter welcher Nummer und wann Sie erreichbar sind"),
    ],
)
def test_it_says_what_is_missing_for_the_call(body: str, signature: str, missing: str) -> None:
    found = findings("request.call-me", body, signature=signature)
    assert [finding.message for finding in found] == [f"Für den Anruf fehlt: {missing}."]


def test_nothing_is_missing_with_topic_and_number() -> None:
    assert findings("request.call-me", f"{TOPIC} Bitte rufen Sie mich an.", signature="Tel. 0561 555012") == []


@pytest.mark.parametrize(
    "body",
    [
        "bei Fragen rufen Sie mich an.",
        "rufen Sie mich gern an.",
        "wenn etwas unklar ist, rufen Sie mich bitte an.",
        "schreiben Sie mir oder rufen Sie mich an.",
        "er sagte: „Rufen Sie mich an.“",
    ],
)
def test_an_offer_is_no_request_to_call(body: str) -> None:
    assert findings("request.call-me", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Feel free to call me.",
        "If anything is unclear, please call me.",
        "You can call me at any time.",
        "My friends call me Tom.",
        "She did not call me back.",
    ],
)
def test_an_english_offer_is_no_request_to_call(body: str) -> None:
    assert findings("request.call-me", body, language="en") == []


def test_a_stranger_who_asks_for_a_call_is_warned() -> None:
    found = findings("request.call-me", "bitte rufen Sie mich an.", given_relationship=Relationship.NONE)
    assert [finding.severity for finding in found] == [Severity.WARNING]


def test_a_request_that_goes_on_is_not_replaced() -> None:
    body = f"{TOPIC} Bitte rufen Sie mich zurück und halten Sie dafür den Vertrag und den letzten Brief bereit."
    (found,) = findings("request.call-me", body)
    assert found.suggestions[0].span.start == found.suggestions[0].span.end
    assert found.suggestions[0].text == " Sie erreichen mich am Donnerstag, 5. März, um 14 Uhr unter der Nummer …."


@pytest.mark.parametrize(
    "text",
    ["0561 555012", "+49 561 555012", "(0561) 55 50 12", "020 7946 0012", "(713) 555-0142", "555-0142", "Tel.: 5550",
     "ext. 3-9012", "x39012", "meine Nummer haben Sie", "my number is on the card"],
)  # fmt: skip
def test_a_number_is_seen(text: str) -> None:
    assert has_phone(text)


@pytest.mark.parametrize("text", ["am 03.03.2026", "Raum 12", "34117 Kassel", "Rechnungsnummer fehlt", "12,50 Euro"])
def test_what_is_no_number(text: str) -> None:
    assert not has_phone(text)


def test_the_day_for_a_meeting_may_stand_in_the_thread() -> None:
    body = "wann passt es Ihnen?"
    assert findings("request.no-proposal", body) != []
    answered = Message.from_text("Ab Montag bin ich wieder da.")
    assert findings("request.no-proposal", body, answers=answered) == []


@pytest.mark.parametrize(
    "body", ["Wann haben Sie Zeit?", "Wann könnten wir uns treffen?", "Welcher Termin passt Ihnen?"]
)
def test_german_question_for_a_date(body: str) -> None:
    assert findings("request.no-proposal", body) != []


@pytest.mark.parametrize("body", ["When are you free?", "What time works for you?", "When can we meet?"])
def test_english_question_for_a_date(body: str) -> None:
    assert findings("request.no-proposal", body, language="en") != []


def test_only_strangers_need_contact_data() -> None:
    body = "nehmen Sie bitte Kontakt mit mir auf."
    assert findings("request.no-contact", body, given_relationship=Relationship.NONE) != []
    assert findings("request.no-contact", body, given_relationship=Relationship.EXISTING) == []
    assert findings("request.no-contact", body) == []


def test_no_number_is_needed_in_a_chat() -> None:
    body = f"{TOPIC} Bitte rufen Sie mich an."
    assert findings("request.call-me", body, channel=Channel.MESSENGER) == []
    assert findings("request.call-me", "bitte rufen Sie mich an.", channel=Channel.MESSENGER) != []


def test_a_numbered_list_keeps_what_stands_between_the_questions() -> None:
    body = "Haben Sie den Plan? Wer kommt von Ihnen mit? Brauchen Sie Strom? Er kostet extra. Wann wollen Sie anfangen?"
    (found,) = findings("request.many-asks", body)
    assert found.suggestions[0].text.splitlines()[-1] == "4. Er kostet extra. Wann wollen Sie anfangen?"


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("ruf mich an", "Ruf mich bitte am Donnerstag, 5. März, um 14 Uhr unter der Nummer … an; "),
        ("Rufen Sie mich an.", "Bitte rufen Sie mich am Donnerstag, 5. März, um 14 Uhr unter der Nummer … an; "),
        ("Bitte melde dich telefonisch.", "Ruf mich bitte an; "),
    ],
)
def test_du_is_answered_with_du(text: str, better: str) -> None:
    message = Message.from_text(text).with_(given_language="de", given_date=MONDAY)
    (found,) = Linter(Settings(select=("request.call-me",)), ui_language="de").check(message).findings
    assert [suggestion.text for suggestion in found.suggestions] == [f"{better}es geht um …"]


def test_an_english_request_says_on_once() -> None:
    body = "The heating has failed again, and the engineer needs your consent. Please call me."
    (found,) = findings("request.call-me", body, language="en")
    assert found.suggestions[0].text == "Please call me on Thursday, 5 March, at 2 pm; my number is …"
    body = "Please give us a call and have the contract and the last letter at hand for it: it is urgent."
    (found,) = findings("request.call-me", body, language="en")
    assert found.suggestions[0].text == " You can reach me on Thursday, 5 March, at 2 pm; my number is …"
