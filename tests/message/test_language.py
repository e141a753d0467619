"""German, English, or neither."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.language import detect
from msglint.message.model import Message


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sehr geehrte Frau Meyer, vielen Dank für Ihre Nachricht.", "de"),
        ("Termin ok", "de"),
        ("kontaktpflege", "de"),
        ("As discussed.", "en"),
        ("Thanks, I will send the file tomorrow.", "en"),
        ("Bonjour Madame, je vous remercie pour votre message et reste à votre disposition.", "other"),
        ("Hola Juan, gracias por el mensaje, nos vemos mañana en la oficina.", "other"),
        ("Добрый день, спасибо за письмо.", "other"),
        ("ありがとうございます。明日お送りします。", "other"),
        ("12345", None),
        ("", None),
    ],
)
def test_detect(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_a_short_answer_is_in_the_language_of_what_it_answers() -> None:
    asked = Message.from_text("Could you please tell us whether the date suits you?")
    assert Message.from_text("ok", answers=asked).language == "en"


def test_the_user_decides() -> None:
    assert Message.from_text("ok").with_(given_language="en").language == "en"


def test_swiss_by_its_spelling_and_greeting() -> None:
    assert (
        Message.from_text(
            "Grüezi Frau Aebi\n\nDie grosse Kiste steht an der Bahnhofstrasse.\n\nFreundliche Grüsse\nReto"
        ).language
        == "de-CH"
    )
    assert Message.from_text("Hallo Frau Aebi,\n\ndie große Kiste ist da.\n\nGruß\nReto").language == "de"


def test_austrian_by_its_titles() -> None:
    assert (
        Message.from_text(
            "Sehr geehrte Frau Mag. Huber,\n\nvielen Dank für Ihre Nachricht.\n\nFreundliche Grüße\nAnna"
        ).language
        == "de-AT"
    )


def test_another_language_gets_only_language_free_rules_and_the_report_says_so() -> None:
    report = Linter(ui_language="en").check(
        Message.from_text("Bonjour, je vous envoie le rapport pour la réunion de demain avec les clients. {{prenom}}")
    )
    assert report.language == "other"
    assert [finding.rule for finding in report.findings] == ["placeholder.leftover"]
    assert "neither German nor English" in report.skipped[0].why
