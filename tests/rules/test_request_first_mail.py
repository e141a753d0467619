"""A first mail says what is wanted, and asks for it kindly."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.addresses import parse_addresses
from msglint.message.model import Attachment, Headers, Message, Relationship
from msglint.report import Finding
from msglint.settings import Settings

STORY = (
    "mein Name ist Tom Weiß, und ich arbeite seit zwölf Jahren für eine Pumpenfabrik in Kassel. Wir bauen Pumpen für "
    "Brauereien und Molkereien, mit vierzig Leuten und einer eigenen Gießerei. Unsere Pumpen laufen in Hessen und "
    "Thüringen, viele davon seit über zwanzig Jahren ohne größere Reparatur."
)
PLANS = "Sehr geehrter Herr Weiß,\n\nanbei die Pläne, wie gewünscht.\n\nMit freundlichen Grüßen\nAnna Meyer"


def findings(rule: str, body: str, *, greeting: str = "Sehr geehrte Frau Meyer,", **facts: object) -> list[Finding]:
    text = f"{greeting}\n\n{body}\n\nMit freundlichen Grüßen\nTom Weiß"
    message = Message.from_text(text).with_(given_language="de", **facts)
    return list(Linter(Settings(select=(rule,)), ui_language="de").check(message).findings)


def headers(to: str = "Anna Meyer <a.meyer@example.org>", **more: object) -> Headers:
    (sender,) = parse_addresses(["Tom Weiß <t.weiss@example.com>"])
    return Headers(known=True, from_=sender, to=parse_addresses([to]), **more)  # type: ignore[arg-type]


def test_a_story_for_a_stranger_wants_nothing() -> None:
    assert findings("request.no-ask", STORY, given_relationship=Relationship.NONE) != []
    assert findings("request.no-ask", STORY, headers=headers()) != []


def test_who_knows_each_other_may_tell_stories() -> None:
    assert findings("request.no-ask", STORY) == []
    assert findings("request.no-ask", STORY, given_relationship=Relationship.EXISTING) == []
    assert findings("request.no-ask", STORY, headers=headers(in_reply_to=True)) == []
    assert findings("request.no-ask", STORY, headers=headers("Jan Groß <j.gross@example.com>")) == []
    without_name = STORY.replace("mein Name ist Tom Weiß, und", "")
    assert findings("request.no-ask", without_name, headers=headers()) == []


def test_a_mailing_and_a_file_want_nothing() -> None:
    mailing = headers(raw={"list-unsubscribe": "<https://example.com/off>"})
    assert findings("request.no-ask", STORY, headers=mailing) == []
    files = (Attachment("pumpen.pdf", "application/pdf"),)
    assert findings("request.no-ask", STORY, given_relationship=Relationship.NONE, attachments=files) == []


@pytest.mark.parametrize(
    "ending",
    [
        "Haben Sie Interesse?",
        "Ich freue mich auf Ihre Antwort.",
        "Gern besuche ich Sie.",
        "Bitte schreiben Sie mir.",
        "Ich biete Ihnen eine Probe an.",
    ],
)
def test_any_request_or_offer_is_enough(ending: str) -> None:
    assert findings("request.no-ask", f"{STORY} {ending}", given_relationship=Relationship.NONE) == []


@pytest.mark.parametrize(
    ("body", "better"),
    [
        ("Senden Sie uns die Akte bis Montag.", "Bitte senden Sie uns die Akte bis Montag."),
        ("prüfen Sie die zweite Seite.", "bitte prüfen Sie die zweite Seite."),
        ("der Plan ist falsch. Korrigieren Sie ihn.", "Bitte korrigieren Sie ihn."),
    ],
)
def test_a_command_becomes_a_request(body: str, better: str) -> None:
    assert [finding.suggestions[0].text for finding in findings("tone.no-please", body)] == [better]


@pytest.mark.parametrize(
    "body",
    [
        "könnten Sie uns die Akte senden? Prüfen Sie auch die zweite Seite.",
        "Senden Sie uns die Akte bis Montag, danke!",
        "Seien Sie versichert, dass der Plan stimmt.",
        "Lassen Sie sich Zeit.",
        "Haben Sie einen schönen Tag.",
        "Prüfen Sie schon die zweite Seite?",
        "er sagte: „Senden Sie uns die Akte.“",
        "Prüfen Sie den Ölstand. Schalten Sie ein. Drücken Sie die Taste. Warten Sie.",
        "SENDEN SIE UNS DIE AKTE!",
    ],
)
def test_what_is_no_command(body: str) -> None:
    assert findings("tone.no-please", body) == []


def test_thanks_may_stand_in_the_closing() -> None:
    text = "Sehr geehrte Frau Meyer,\n\nwo finde ich den Plan für den Keller?\n\n{}\nTom Weiß"
    linter = Linter(Settings(select=("tone.no-thanks",)))
    answers = Message.from_text(PLANS)
    for closing, expected in (("Mit freundlichen Grüßen", 1), ("Vielen Dank und freundliche Grüße", 0)):
        message = Message.from_text(text.format(closing), answers=answers).with_(given_language="de")
        assert len(linter.check(message).findings) == expected


def test_thanks_are_due_only_for_what_was_sent() -> None:
    body = "wo finde ich den Plan für den Keller?"
    assert findings("tone.no-thanks", body, answers=Message.from_text(PLANS)) != []
    assert findings("tone.no-thanks", body, answers=Message.from_text("Welche Pläne brauchen Sie?")) == []
    assert findings("tone.no-thanks", body) == []
