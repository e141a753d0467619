"""Who is greeted, and in which words."""

from __future__ import annotations

import pytest

from msglint.contacts.greeting import greeting_for
from msglint.contacts.thread import Thread
from msglint.message.model import Message

THREAD_SIE = (
    "\n\nAm 03.03.2026 um 14:12 schrieb Anna Meyer <a@example.org>:\n> Sehr geehrter Herr Groß,\n> haben "
    "Sie Zeit?\n> Gruß\n> Anna Meyer"
)


def greeting(text: str = "", *to: str, language: str = "de", from_: str | None = None) -> str:
    return greeting_for(Thread(Message.from_text(text, to=to, from_=from_)), language)


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("Anna Meyer <a@example.org>", "Guten Tag Anna Meyer,"),
        ("Dr. Anna Meyer <a@example.org>", "Guten Tag Dr. Anna Meyer,"),
        ("Meyer, Dr. Anna (ACME GmbH) <a@example.org>", "Guten Tag Dr. Anna Meyer,"),
        ("Frau Dr. Anna Meyer <a@example.org>", "Sehr geehrte Frau Dr. Meyer,"),
        ("Herr Tom Groß <t@example.org>", "Sehr geehrter Herr Groß,"),
        ("Frau Prof. Dr. Eva Weiß <e@example.org>", "Sehr geehrte Frau Professorin Weiß,"),
        ("MEYER Anna <a@example.org>", "Guten Tag Anna Meyer,"),
        ("anna.meyer@example.org", "Guten Tag Anna Meyer,"),
        ("info@example.org", "Sehr geehrte Damen und Herren,"),
        ("Ursula von der Leyen <u@example.org>", "Guten Tag Ursula von der Leyen,"),
    ],
)
def test_german(to: str, expected: str) -> None:
    assert greeting("", to) == expected


def test_never_a_form_of_address_from_a_first_name() -> None:
    assert "Herr" not in greeting("", "Tom Groß <t@example.org>")
    assert "Frau" not in greeting("", "Anna Meyer <a@example.org>")


def test_the_thread_tells_the_form_of_address() -> None:
    thread = (
        "\n\nAm 04.03.2026 um 09:00 schrieb Anna Meyer <a@example.org>:\n> gern!\n>> Sehr geehrte Frau "
        "Meyer,\n>> passt Montag?"
    )
    assert greeting(thread, "Anna Meyer <a@example.org>") == "Sehr geehrte Frau Meyer,"


def test_du_in_the_draft_makes_it_familiar() -> None:
    assert greeting("Ich schicke dir den Bericht.", "Anna Meyer <a@example.org>") == "Hallo Anna,"


def test_without_recipient_the_correspondent_of_the_quote_is_greeted() -> None:
    assert greeting(f"Ja.{THREAD_SIE}") == "Guten Tag Anna Meyer,"


def test_two_and_more_people() -> None:
    two = ("Anna Meyer <a@example.org>", "Tom Groß <t@example.org>")
    assert greeting("", *two) == "Guten Tag Anna Meyer, guten Tag Tom Groß,"
    assert greeting("", *two, "Eva Weiß <e@example.org>") == "Guten Tag zusammen,"


def test_switzerland_has_no_comma() -> None:
    assert greeting("", "Anna Meyer <a@example.org>", language="de-CH") == "Guten Tag Anna Meyer"


@pytest.mark.parametrize(
    ("to", "from_", "expected"),
    [
        ("Anna Meyer <a@example.org>", None, "Dear Anna Meyer,"),
        ("Dr. Anna Meyer <a@example.org>", None, "Dear Dr. Meyer,"),
        ("Ms Anna Meyer <a@example.org>", None, "Dear Ms Meyer,"),
        ("Anna Meyer <a@example.org>", "Tom <tom@example.org>", "Hi Anna,"),
    ],
)
def test_english(to: str, from_: str | None, expected: str) -> None:
    assert greeting("", to, language="en", from_=from_) == expected
