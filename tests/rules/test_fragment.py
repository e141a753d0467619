"""body.fragment: which sentences without a verb are told about, and in which messages."""

from __future__ import annotations

import pytest

from msglint import Linter, Message
from msglint.message.model import Audience, Channel
from msglint.report import Finding
from msglint.settings import Settings

LINTER = Linter(Settings(select=("body.fragment",), profile="everything"), ui_language="en")
SIE = (
    "Sehr geehrte Frau Kern,\n\nwir haben gestern die Baustelle besucht und alles gesehen. {}"
    " Der Boden im Flur ist fertig, und die Maler beginnen am Montag im ersten Stock. Die Fenster kommen etwas später, "
    "weil die Spedition einen Tag verloren hat.\n\nMit freundlichen Grüßen\nTom Weiß"
)
YOU = (
    "Dear Ms Kern,\n\nwe went to see the site yesterday and had a look at everything. {}"
    " The floor in the hall is ready, and the painters begin on the first storey on Monday. The windows will come "
    "a little later because the hauliers have lost a day.\n\nKind regards,\nTom White"
)


def _found(text: str, linter: Linter = LINTER, **changes: object) -> list[str]:
    findings: tuple[Finding, ...] = linter.check(Message.from_text(text).with_(**changes)).findings
    return [finding.excerpt for finding in findings if finding.rule == "body.fragment"]


@pytest.mark.parametrize(
    "fragment",
    [
        "Rückmeldung bis Mittwoch.",
        "Zahlung innerhalb von 14 Tagen.",
        "Dann noch die Fliesen.",
        "Abnahme mit dem Bauamt nächste Woche.",
        "Farbe eventuell schon Dienstag.",
        "Parkplatz nur nach Absprache.",
        "Heizung noch nicht angeschlossen.",
        "Schlüssel an die Verwaltung.",
        "Angebote einholen und vergleichen.",
        "Noch keine Freigabe.",
        "Gerüst zurück an die Firma.",
    ],
)
def test_a_german_sentence_that_hides_who_acts(fragment: str) -> None:
    assert _found(SIE.format(fragment)) == [fragment]


@pytest.mark.parametrize(
    "fragment",
    [
        "Feedback by Wednesday.",
        "Payment within 14 days.",
        "Then the tiles.",
        "Inspection next week, then handover.",
        "Paint possibly Tuesday.",
        "Parking only by arrangement.",
        "Heating not yet connected.",
        "Keys to the caretaker.",
        "No approval yet.",
        "Scaffolding back to the firm.",
    ],
)
def test_an_english_sentence_that_hides_who_acts(fragment: str) -> None:
    assert _found(YOU.format(fragment)) == [fragment]


@pytest.mark.parametrize(
    "fragment",
    [
        "Vielen Dank dafür!",
        "Schade um den alten Boden.",
        "Wirklich gute Arbeit.",
        "Kein Wunder bei dem Wetter.",
        "So weit zum Flur.",
        "Und zwar alles.",
        "Freigabe durch das Bauamt am Freitag.",
        "Ihre Rückmeldung gern bis Mittwoch.",
        "Im Anhang die Fotos.",
        "Treffpunkt um 9 Uhr am Tor.",
        "Großes Lob an die Maler!",
        "Rückmeldung gern telefonisch an mich.",
        "Bitte bis Mittwoch zurück.",
        "Was für ein Ausblick!",
        "Und die Heizung? Noch nicht angeschlossen.",
        "Zum Stand: Heizung noch nicht angeschlossen.",
    ],
)
def test_a_german_sentence_that_is_fine_without_a_verb(fragment: str) -> None:
    assert _found(SIE.format(fragment)) == []


@pytest.mark.parametrize(
    "fragment",
    [
        "Many thanks for that!",
        "A pity about the old floor.",
        "Really good work.",
        "No wonder in this weather.",
        "So much for the hall.",
        "All of it.",
        "Approval by the council on Friday.",
        "Your feedback by Wednesday.",
        "Photos attached.",
        "Tour of the site at nine.",
        "High praise for the painters!",
        "What a view!",
        "And the heating? Not yet connected.",
        "Where we stand: heating not yet connected.",
    ],
)
def test_an_english_sentence_that_is_fine_without_a_verb(fragment: str) -> None:
    assert _found(YOU.format(fragment)) == []


def test_a_short_message_is_left_to_the_rule_on_one_liners() -> None:
    assert _found("Sehr geehrte Frau Kern,\n\nRückmeldung bis Mittwoch.\n\nMit freundlichen Grüßen\nTom Weiß") == []


def test_whoever_writes_in_headlines_throughout_does_so_on_purpose() -> None:
    notes = "Boden fertig verlegt. Fenster noch nicht geliefert. Rückmeldung bis Mittwoch. Heizung noch offen."
    assert _found(SIE.format(notes)) == []


def test_the_rest_of_a_sentence_behind_an_abbreviation_is_no_sentence() -> None:
    assert _found(SIE.format("Wir haben (s. o.) Heizung und Boden noch nicht angeschlossen.")) == []


def test_chats_hear_nothing_of_it() -> None:
    assert _found(SIE.format("Rückmeldung bis Mittwoch."), channel=Channel.MESSENGER) == []


def test_colleagues_hear_nothing_of_it() -> None:
    linter = Linter(Settings(), ui_language="en")
    text = SIE.format("Rückmeldung bis Mittwoch.")
    assert _found(text, linter, audience=Audience.COLLEAGUE) == []
    assert _found(text, linter, audience=Audience.CUSTOMER) == ["Rückmeldung bis Mittwoch."]
