"""impersonal.*: what takes headers to see."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.model import Message
from msglint.settings import Settings

CIRCULAR = (
    "Liebe Kunden,\n\nwir freuen uns, Ihnen unsere neue Reihe von Gartenmöbeln vorzustellen.\n\n"
    "Mit freundlichen Grüßen\nTom Weiß"
)
GUESTS = ", ".join(f"gast{number}@firma{number}.example" for number in range(1, 19))


def rules_in(text: str, settings: Settings | None = None, **headers: str) -> set[str]:
    given = {"From": "Tom Weiß <tom@example.com>", "To": "Anna Meyer <a.meyer@example.org>", "Subject": "Gartenmöbel"}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in {**given, **headers}.items()]
    raw = "\n".join([*lines, "Content-Type: text/plain; charset=utf-8", "", text])
    linter = Linter(settings or Settings(), ui_language="de")
    return {finding.rule for finding in linter.check(Message.from_eml(raw.encode())).findings}


def test_a_circular_to_one_known_person_is_found_once() -> None:
    found = rules_in(CIRCULAR)
    assert "impersonal.mass-mail" in found
    assert "salutation.generic" not in found


@pytest.mark.parametrize(
    "headers",
    [
        {"List_Unsubscribe": "<https://example.com/u>"},
        {"To": "info@example.org"},
        {"To": "Anna Meyer <a.meyer@example.com>"},
        {"To": "Anna Meyer <a.meyer@example.org>, Jan Groß <j.gross@example.net>"},
        {"To": "Tom Weiß <tom@example.com>", "Bcc": "Anna Meyer <a.meyer@example.org>"},
        {"Subject": "Ihre Bestellung"},
        {"Subject": "Gartenmöbel für Frau Meyer"},
        {"In_Reply_To": "<1@example.org>"},
    ],
)
def test_a_circular_is_left_alone_where_it_fits_or_knows_its_reader(headers: dict[str, str]) -> None:
    assert "impersonal.mass-mail" not in rules_in(CIRCULAR, **headers)


def test_a_line_to_unsubscribe_gives_a_circular_away() -> None:
    text = "Guten Tag,\n\nunsere neue Reihe ist da und wetterfest.\n\nViele Grüße\nTom Weiß\n\nVom Newsletter abmelden"
    assert "impersonal.mass-mail" in rules_in(text)


def test_addresses_of_houses_that_are_one_are_not_strangers() -> None:
    text = "Guten Tag zusammen,\n\nunser Fest ist am 4. Juli.\n\nViele Grüße\nTom Weiß"
    own = Settings(own_domains=("example.com", *(f"firma{number}.example" for number in range(1, 19))))
    assert "impersonal.public-recipients" in rules_in(text, To=GUESTS)
    assert "impersonal.public-recipients" not in rules_in(text, own, To=GUESTS)


def test_the_number_of_public_recipients_can_be_set() -> None:
    text = "Guten Tag zusammen,\n\nunser Fest ist am 4. Juli.\n\nViele Grüße\nTom Weiß"
    more = Settings(options={"impersonal.public-recipients": {"max-recipients": 20}})
    assert "impersonal.public-recipients" not in rules_in(text, more, To=GUESTS)


def test_the_same_address_twice_counts_once() -> None:
    text = "Guten Tag zusammen,\n\nunser Fest ist am 4. Juli.\n\nViele Grüße\nTom Weiß"
    nine = ", ".join(f"gast{number}@firma{number}.example" for number in range(1, 10))
    assert "impersonal.public-recipients" not in rules_in(text, To=nine, Cc=nine)


def test_thanks_to_the_round_may_stand_where_the_closing_stands() -> None:
    round_ = ", ".join(f"person{number}@example.org" for number in range(1, 7))
    assert "impersonal.reply-all" in rules_in("Danke!\n\nTom", To=round_, Subject="AW: Protokoll")


@pytest.mark.parametrize("text", ["Danke, ich komme.\n\nTom", "Danke.\n\nIch komme auch.", "Danke! Wer bringt Kuchen?"])
def test_thanks_and_more_may_go_to_the_round(text: str) -> None:
    round_ = ", ".join(f"person{number}@example.org" for number in range(1, 7))
    assert "impersonal.reply-all" not in rules_in(text, To=round_, Subject="AW: Protokoll")


OFFER = (
    "Sehr geehrte Damen und Herren,\n\nwir sind ein junges Unternehmen aus Kassel. Wir bauen Möbel aus Eiche. "
    "Unsere Werkstatt ist modern, und unsere Leute haben ihr Handwerk gelernt. Wir liefern ins Land, wir bauen auf, "
    "und wir nehmen die Verpackung wieder mit. Unsere Preise sind günstig. Wir wachsen schnell und suchen neue "
    "Kunden. Wir würden unsere Möbel gern einmal in einem kurzen Gespräch vorstellen und haben {} dabei.\n\n"
    "Mit freundlichen Grüßen\nTom Weiß"
)


@pytest.mark.parametrize("word", ["Muster", "Berichte", "reports"])
def test_an_offer_may_hold_words_like_those_of_a_report(word: str) -> None:
    assert "impersonal.self-centred" in rules_in(OFFER.format(word))


@pytest.mark.parametrize("word", ["einen Prüfbericht", "einen REPORT", "the minutes", "die Mängelliste", "Mahnungen"])
def test_a_report_or_a_complaint_is_no_offer(word: str) -> None:
    assert "impersonal.self-centred" not in rules_in(OFFER.format(word))
    assert "impersonal.self-centred" not in rules_in(OFFER.format("Muster"), Subject=word)
