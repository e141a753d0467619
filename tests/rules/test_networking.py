"""One can only cultivate what exists: what weighs how much towards whom."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.model import Channel, Message, Relationship
from msglint.report import Severity

RULE = "boilerplate.networking"
LINTER = Linter(ui_language="de")


def severity_of(text: str, **facts: object) -> Severity | None:
    message = Message.from_text(text).with_(**facts)
    return next((finding.severity for finding in LINTER.check(message).findings if finding.rule == RULE), None)


@pytest.mark.parametrize(
    "text",
    [
        "kontaktpflege",
        "Kontaktpflege",
        "KONTAKTPFLEGE",
        "Kontakt-Pflege",
        "zur Kontaktpflege",
        "zwecks Kontaktpflege",
        "Kontaktpflegend",
        "Netzwerkpflege",
        "Kontakte pflegen",
    ],
)
def test_the_catchword_alone_is_an_error_towards_a_stranger(text: str) -> None:
    assert severity_of(text, channel=Channel.CONTACT_REQUEST) is Severity.ERROR
    assert severity_of(text, given_relationship=Relationship.NONE) is Severity.ERROR


def test_an_existing_relation_makes_it_a_suggestion() -> None:
    assert severity_of("kontaktpflege", given_relationship=Relationship.EXISTING) is Severity.SUGGESTION


def test_a_reply_is_an_existing_relation() -> None:
    quote = "Am 03.03.2026 um 14:12 schrieb Anna Meyer <a@example.com>:\n> Passt Ihnen Montag?"
    text = f"Ich freue mich auf den Austausch mit Ihnen.\n\n{quote}"
    assert severity_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Hallo Anna,\n\nder Vortrag über Kontaktpflege war gut besucht.\n\nGruß\nTom",
        "Hallo Anna,\n\nunsere Kontaktpflegesoftware ist ausgefallen.\n\nGruß\nTom",
        "Hallo Anna,\n\n„Kontaktpflege“ steht im Protokoll.\n\nGruß\nTom",
    ],
)
def test_the_matter_itself_may_be_talked_about(text: str) -> None:
    assert severity_of(text, channel=Channel.CONTACT_REQUEST) is None


def test_it_says_more_than_the_missing_verb() -> None:
    message = Message.from_text("kontaktpflege", channel="contact-request")
    rules = {finding.rule for finding in LINTER.check(message).findings}
    assert RULE in rules
    assert "body.verbless" not in rules


@pytest.mark.parametrize(
    "request_",
    [
        "Ich würde mich gern mit Ihnen vernetzen, um Ihre Beiträge weiterzulesen.",
        "Ich würde mich gern mit Ihnen vernetzen, damit ich Ihre Kurse nicht verpasse.",
        "Ich würde mich gern mit Ihnen vernetzen, um Ihre\nBeiträge weiter zu lesen.",
        "Da wir beide Dächer begrünen, würde ich mich gern mit Ihnen vernetzen.",
        "Wegen Ihrer Arbeit an Dachgärten würde ich mich gern mit Ihnen vernetzen.",
    ],
)
def test_a_purpose_or_a_reason_in_the_sentence_is_enough(request_: str) -> None:
    text = f"Guten Tag Frau Meyer,\n\n{request_}\n\nViele Grüße\nTom Weiß"
    assert severity_of(text, channel=Channel.CONTACT_REQUEST) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ich würde mich gern mit Ihnen vernetzen.",
        "Ich würde mich gern mit Ihnen vernetzen, um in Kontakt zu bleiben.",
        "Ich würde mich gern mit Ihnen vernetzen, um mein Netzwerk zu erweitern.",
        "Ich würde mich gern mit Ihnen vernetzen, weil ich Ihr Profil spannend finde.",
        "Let's connect to explore synergies.",
        "I would love to connect with you to expand my network.",
    ],
)
def test_the_same_once_more_is_no_reason(text: str) -> None:
    assert severity_of(text, channel=Channel.CONTACT_REQUEST) is not None


@pytest.mark.parametrize(
    "text", ["I would like to connect to read your posts.", "Let's connect because I build roofs."]
)
def test_an_english_purpose_is_enough(text: str) -> None:
    assert severity_of(text, channel=Channel.CONTACT_REQUEST) is None


@pytest.mark.parametrize(
    ("text", "cultivates"), [("kontaktpfelge", True), ("Ich würde mich gern mit Ihnen vernetzen.", False)]
)
def test_only_what_is_cultivated_must_exist(text: str, cultivates: bool) -> None:
    message = Message.from_text(text, channel="contact-request")
    (found,) = [finding for finding in LINTER.check(message).findings if finding.rule == RULE]
    assert ("Pflegen" in found.message) is cultivates
