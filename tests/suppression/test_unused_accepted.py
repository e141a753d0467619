"""A spelling that is accepted and that no rule minds any more."""

from __future__ import annotations

import pytest

from msglint import Linter, Message
from msglint.settings import Accepted, Settings

ANNA, MISSPELLED = "anna@example.com", "recipient.misspelled"


def remarks(text: str, name: str, accepted: Accepted, *, ui_language: str = "en", **settings: object) -> list[str]:
    """What is said besides the findings about a mail to Anna, whose name in the header is `name`."""
    linter = Linter(Settings(accepted=(accepted,), **settings), ui_language=ui_language)  # type: ignore[arg-type]
    message = Message.from_text(text, to=f"{name} <{ANNA}>", subject="Termin am Dienstag")
    return [why for _, why in linter.check(message).skipped]


LETTER = "Liebe Annah,\n\nwir sehen uns am Dienstag um 10 Uhr.\n\nViele Grüße\nTom\n"


def test_it_is_told_when_the_header_writes_it_so_too() -> None:
    accepted = Accepted(ANNA, MISSPELLED, "Annah")

    assert remarks(LETTER, "Annah Meyer", accepted) == [
        f"'Annah' is accepted for {ANNA}, but no longer wrong without that; the entry can go"
    ]
    assert remarks(LETTER, "Annah Meyer", accepted, ui_language="de") == [
        f"„Annah“ ist für {ANNA} als richtig vermerkt, aber auch so nicht mehr falsch; der Vermerk kann weg"
    ]


def test_while_it_is_needed_nothing_more_is_said() -> None:
    assert remarks(LETTER, "Anna Meyer", Accepted(ANNA, MISSPELLED, "Annah")) == [f"accepted for {ANNA}"]


@pytest.mark.parametrize(
    ("text", "accepted", "settings"),
    [
        (LETTER, Accepted(ANNA, MISSPELLED), {}),
        (LETTER, Accepted(ANNA, MISSPELLED, "Anna"), {}),
        (LETTER, Accepted("@example.com", MISSPELLED, "Annah"), {}),
        (LETTER, Accepted("tom@example.com", MISSPELLED, "Annah"), {}),
        (LETTER, Accepted(ANNA, MISSPELLED, "Annah"), {"select": ("closing",)}),
        (LETTER, Accepted(ANNA, MISSPELLED, "Annah"), {"ignore": ("recipient",)}),
        (LETTER.replace("wir sehen", "Frau Meier und ich sehen"), Accepted(ANNA, MISSPELLED, "Meier"), {}),
    ],
)
def test_what_one_message_cannot_tell_is_not_said(text: str, accepted: Accepted, settings: dict[str, object]) -> None:
    assert remarks(text, "Annah Meyer", accepted, **settings) == []
