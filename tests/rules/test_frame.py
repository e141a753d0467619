"""How a message begins and ends: what the rules on its frame say together."""

from __future__ import annotations

import pytest

from msglint import Linter, Message
from msglint.report import Finding
from msglint.settings import Settings

FRAME = ("salutation.missing", "closing.missing", "closing.unsigned", "closing.abbreviated", "body.empty")


def findings(text: str) -> list[Finding]:
    linter = Linter(Settings(select=FRAME, profile="everything"), ui_language="de")
    return list(linter.check(Message.from_text(text)).findings)


def rules(text: str) -> list[str]:
    return [finding.rule for finding in findings(text)]


def test_missing_closing_speaks_for_the_missing_name() -> None:
    (found,) = findings("Guten Tag Frau Meyer,\n\nder Bericht kommt morgen, die Zahlen fehlen noch.")
    assert (found.rule, found.message) == ("closing.missing", "Die Nachricht endet ohne Gruß und Namen.")


def test_missing_closing_above_a_name_says_nothing_of_it() -> None:
    (found,) = findings("Guten Tag Frau Meyer,\n\nder Bericht kommt morgen, die Zahlen fehlen noch.\n\nTom Weiß")
    assert (found.rule, found.message) == ("closing.missing", "Die Nachricht endet ohne Gruß.")


def test_closing_goes_above_name_and_delimited_signature() -> None:
    text = (
        "Liebe Lena,\n\nbitte gib es weiter, vielleicht sehen wir uns dort im Herbst auf dem Markt.\n\n"
        "Vera Grün, MSc\n\nMobil 0171 2345678\n\n-- \nVera Grün, MSc\n0171 2345678"
    )
    (found,) = findings(text)
    assert text[found.span.start :].lstrip().startswith("Vera Grün, MSc\n\nMobil")


@pytest.mark.parametrize(
    "end",
    [
        "ganz viele, liebe herzliche grüße nach kassel anna",
        "sonst erstmal eine tolle Restwoche und ein tolles Pfingst-We!\nRita",
        "danke für die Blumen, auch dir alles Gute und jetzt einen heiteren Sonntag trotz des Regens!\n\nRita",
        "das wird schön. Schönes Wochenende\nRita",
        "das wird schön. Bis später, R",
    ],
)
def test_good_wishes_and_names_close(end: str) -> None:
    assert rules(f"Hallo Tom,\n\nich komme am Montag um acht mit dem Rad zu dir.\n{end}") == []


def test_wish_in_a_sentence_is_no_closing() -> None:
    text = "Hallo Tom,\n\nbis morgen brauche ich ein schönes Wochenende als Preis für das Los.\n\nRita"
    assert rules(text) == ["closing.missing"]


def test_nothing_but_a_name_is_an_empty_message() -> None:
    assert rules("Anna Meyer") == ["body.empty"]


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("Ich komme morgen zu euch, der Schlüssel liegt im Büro.\n\nViele Grüße\nRita", "Hallo"),
        ("Die Rechnung ist bezahlt, der Schlüssel liegt im Büro.\n\nViele Grüße\nRita Weiß", "Guten Tag"),
    ],
)
def test_proposed_greeting_has_the_tone_of_the_message(text: str, greeting: str) -> None:
    (found,) = findings(text)
    assert found.suggestions[0].text.startswith(f"{greeting},")


@pytest.mark.parametrize(
    ("start", "end", "flagged"),
    [
        ("Hallo Anna,", "LG Tom", False),
        ("Liebe Anna,", "lg\nTom", False),
        ("Hallo Frau Meyer,", "LG Tom", True),
        ("Hallo Anna,", "Ich danke Ihnen.\n\nLG Tom", True),
        ("Hallo Herr Groß,", "Dann mit freundlichen Grüßen\n\nlg Tom", False),
    ],
)
def test_short_closing_among_people_on_first_name_terms(start: str, end: str, *, flagged: bool) -> None:
    found = rules(f"{start}\n\nder Kuchen steht in der Küche, und der Schlüssel liegt daneben.\n\n{end}")
    assert ("closing.abbreviated" in found) is flagged
