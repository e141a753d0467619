"""salutation.missing weighs by who is written to, and how often already."""

from __future__ import annotations

from msglint.linter import Linter
from msglint.message.model import Message
from msglint.report import Finding, Severity

LINTER = Linter(ui_language="en")
TEXT = "Die Unterlagen sind angekommen, ich prüfe sie bis Freitag.\n\nViele Grüße\nTom Weiß"
QUOTE = (
    "\n\nAm 03.03.2026 um 14:12 schrieb Anna Meyer <a@example.org>:\n> Sind die Unterlagen da?\n> Gruß\n> Anna Meyer"
)


def finding_for(text: str, **facts: object) -> Finding | None:
    headers = "\n".join(
        f"{name}: {value}"
        for name, value in {"From": "Tom Weiß <tom@example.com>", "Subject": "Unterlagen", **facts}.items()
    )
    message = Message.from_eml(f"{headers}\nContent-Type: text/plain; charset=utf-8\n\n{text}".encode())
    return next((finding for finding in LINTER.check(message).findings if finding.rule == "salutation.missing"), None)


def severity(finding: Finding | None) -> Severity | None:
    return finding.severity if finding else None


def test_first_contact_outside_the_house_is_an_error() -> None:
    assert severity(finding_for(TEXT, To="Anna Meyer <a@example.org>")) is Severity.ERROR


def test_an_answer_outside_the_house_is_a_warning() -> None:
    assert severity(finding_for(TEXT + QUOTE, To="Anna Meyer <a@example.org>")) is Severity.WARNING


def test_inside_the_house_it_is_a_suggestion() -> None:
    assert severity(finding_for(TEXT, To="Anna Meyer <a@example.com>")) is Severity.SUGGESTION


def test_the_fourth_answer_of_a_thread_is_a_suggestion() -> None:
    deep = QUOTE + "\n>> Noch nicht.\n>>> Und jetzt?\n>>>> Gestern abgeschickt."
    assert severity(finding_for(TEXT + deep, To="Anna Meyer <a@example.org>")) is Severity.SUGGESTION


def test_an_answer_in_a_chat_needs_none() -> None:
    message = Message.from_text(
        "Kannst du um drei?", channel="messenger", answers=Message.from_text("Wann passt es dir?")
    )
    assert "salutation.missing" not in {finding.rule for finding in LINTER.check(message).findings}


def test_a_forwarding_note_needs_none() -> None:
    forward = (
        "Zur Ansicht, bitte bis Montag prüfen.\n\n-------- Weitergeleitete Nachricht --------\n"
        "Von: Eva <eva@example.org>\nAn: Tom <tom@example.com>\nBetreff: Plan\n\nHier der Plan."
    )
    assert finding_for(forward, To="Anna Meyer <a@example.org>") is None


def test_public_mail_providers_are_nobodys_own_house() -> None:
    found = finding_for(TEXT, From="Tom <tom@gmx.de>", To="Anna Meyer <anna@gmx.de>")
    assert severity(found) is Severity.ERROR
