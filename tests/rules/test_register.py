"""register.mixed and register.pronoun-case: who is meant, and how the reader is addressed."""

from __future__ import annotations

import pytest

from msglint.contacts.book import Contact, NoContacts
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.message.person import Person
from msglint.report import Finding, Severity
from msglint.settings import Settings

MIXED, CASE = "register.mixed", "register.pronoun-case"
ANNA = "Anna Meyer <anna@example.com>"
FORMAL = "Sehr geehrte Frau Meyer,\n\n{}\n\nMit freundlichen Grüßen\nTom Weiß"
CAPITALS = "Guten Tag Herr Groß,\n\n{} Sagt Ihnen das zu? Das hoffe ich für Sie.\n\nMit freundlichen Grüßen\nTom Weiß"
FAMILIAR = "Hallo Anna,\n\n{}\n\nViele Grüße\nTom"


class OneContact(NoContacts):
    """Knows one person."""

    def __init__(self, form: str) -> None:
        self.contact = Contact(Person("Anna", "Meyer"), ("anna@example.com",), form=form)

    def at(self, email: str) -> Contact | None:
        return self.contact if email.lower() in self.contact.emails else None


def findings(text: str, form: str | None = None) -> list[Finding]:
    settings = Settings(profile="default", select=("register",))
    contacts = OneContact(form) if form else NoContacts()
    linter = Linter(settings, ui_language="de", contacts=contacts)
    return list(linter.check(Message.from_text(text, to=ANNA if form else ())).findings)


def told(text: str, form: str | None = None) -> list[tuple[str, str]]:
    return [(finding.rule, finding.excerpt) for finding in findings(text, form)]


@pytest.mark.parametrize(
    ("sentence", "slips"),
    [
        ("ich danke ihnen für das Gespräch.", ["ihnen"]),
        ("hätten sie am Dienstag Zeit?", ["sie"]),
        ("wie sie wissen, schließt das Büro am 24. Dezember.", ["sie"]),
        ("darf ich sie am Montag anrufen?", ["sie"]),
        ("es tut mir leid, dass sie so lange warten mussten.", ["sie"]),
        ("danke, dass sie so schnell geantwortet haben.", ["sie"]),
        ("lassen sie mich wissen, ob ihnen der Termin passt.", ["sie", "ihnen"]),
        ("auf ihrer Internetseite habe ich gelesen, dass sie einen Buchhalter suchen.", ["ihrer", "sie"]),
        ("im Namen der Geschäftsführung wünsche ich ihnen frohe Weihnachten.", ["ihnen"]),
        ("die Rechnung ist falsch, können sie sie bitte korrigieren?", ["sie"]),
        ("laut ihrer Mail vom Montag ist die Ware unterwegs.", ["ihrer"]),
        ("Die Technik baut ihnen das Mikrofon am Vorabend auf.", ["ihnen"]),
        ("am besten rufen sie vormittags an.", ["sie"]),
    ],
)
@pytest.mark.parametrize("frame", [FORMAL, CAPITALS])
def test_a_small_pronoun_means_the_reader(frame: str, sentence: str, slips: list[str]) -> None:
    assert told(frame.format(sentence)) == [(CASE, slip) for slip in slips]


@pytest.mark.parametrize(
    "sentence",
    [
        "die Kunden warten, und wir müssen ihnen bald antworten.",
        "Ihre Mitarbeiter waren sehr freundlich, bitte richten Sie ihnen meinen Dank aus.",
        "sobald die Unterlagen vorliegen, leite ich sie an Sie weiter.",
        "ich habe mit der Buchhaltung gesprochen; sie hat mir die Zahlen versprochen.",
        "Herr Groß und Frau Klein haben ihre Teilnahme abgesagt.",
        "wenn die Kinder krank sind, bringen Sie sie bitte nicht mit.",
        "Ihre Tochter hat gefragt, ob sie früher gehen darf.",
        "das Team hat getagt, und sie haben beschlossen, Ihnen entgegenzukommen.",
        "ich habe die Eltern angerufen und ihnen den Termin genannt.",
        "eine Kundin bat mich, ihr einen Katalog zu schicken.",
        "viele unserer Kunden bestellen ihre Ware im Netz.",
        "unsere neuen Auszubildenden beginnen im Mai, und ihre Namen stehen auf dem Plan.",
        "die Daten sind gelöscht, wir haben sie nicht weitergegeben.",
    ],
)
@pytest.mark.parametrize("frame", [FORMAL, CAPITALS])
def test_a_small_pronoun_means_others(frame: str, sentence: str) -> None:
    assert told(frame.format(sentence)) == []


def test_the_same_words_mean_nobody_else_where_the_reader_is_du() -> None:
    text = "die Kollegen sind da. Hast du ihnen ihre Ausweise gegeben? Wie geht es ihnen?"
    assert told(FAMILIAR.format(text)) == []


def test_who_is_du_by_the_address_book_is_no_reader_of_sie() -> None:
    text = (
        "Guten Tag,\n\nich sende ihnen die Unterlagen morgen. Wie geht es ihnen?\n\nMit freundlichen Grüßen\nTom Weiß"
    )
    assert told(text, "Sie") == [(CASE, "ihnen"), (CASE, "ihnen")]
    assert told(text, "du") == []


def test_who_writes_everything_small_hears_of_it_once() -> None:
    text = (
        "hallo frau meyer,\n\nich habe ihnen die unterlagen gestern geschickt. bitte prüfen sie die zahlen und geben "
        "sie mir bescheid, ob alles passt.\n\nviele grüße\ntom"
    )
    assert [(finding.excerpt, finding.severity) for finding in findings(text)] == [("ihnen", Severity.SUGGESTION)]


def test_who_writes_the_reader_small_does_so_throughout() -> None:
    text = (
        "bitte schicken sie mir die Liste. Ich danke ihnen im Voraus.\n\nMit den Frauen im Verein habe ich gesprochen. "
        "Viele kommen.\n\nOb das ihnen hilft, weiß ich nicht."
    )
    assert told(FORMAL.format(text)) == [(CASE, "sie"), (CASE, "ihnen"), (CASE, "ihnen")]


def test_the_replacement_is_safe_only_where_it_is_certain() -> None:
    (sure,) = findings(FORMAL.format("bitte teilen sie uns mit, ob der Termin passt."))
    (likely,) = findings(CAPITALS.format("bei ihnen im Haus fand im Mai eine Schulung statt."))
    assert (sure.suggestions[0].text, sure.suggestions[0].safe, sure.severity) == ("Sie", True, Severity.WARNING)
    assert (likely.suggestions[0].text, likely.suggestions[0].safe, likely.severity) == (
        "Ihnen",
        False,
        Severity.SUGGESTION,
    )


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        (FAMILIAR.format("die Kollegen fragen, ob Sie dir helfen können."), ["Sie"]),
        (FAMILIAR.format("ich habe mit den Kunden gesprochen und Ihnen deine Nummer gegeben."), ["Ihnen"]),
        (FORMAL.format("meine Kollegin ist krank und Sie hat den Schlüssel."), ["Sie"]),
        (FORMAL.format("ich hoffe, dass Sie der Kollege gut beraten hat."), []),
        (FORMAL.format("es freut mich, dass Sie Frau Klein so gut unterstützt hat."), []),
        (FORMAL.format("die Lieferung kommt am Freitag, wie Sie es gewünscht haben."), []),
    ],
)
def test_a_large_pronoun_means_others(text: str, slips: list[str]) -> None:
    assert told(text) == [(CASE, slip) for slip in slips]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        (FAMILIAR.format("hättest du morgen Zeit? Bitte senden Sie mir die Zahlen."), "Sie"),
        (FAMILIAR.format("danke für deine Mail. bitte senden sie mir die Liste."), "sie"),
        (FAMILIAR.format("du findest alles im Ordner. Falls Sie Fragen haben, rufen Sie mich an."), "Sie"),
        (FORMAL.format("ich habe Ihnen die Liste geschickt. Bitte prüfe die Zahlen."), "prüfe"),
        (FORMAL.format("wir haben bei euch gebucht. Gibt es bei Ihnen Frühstück, und haben Sie WLAN?"), "euch"),
    ],
)
def test_du_and_sie_for_one_reader(text: str, slip: str) -> None:
    assert told(text) == [(MIXED, slip)]


@pytest.mark.parametrize(
    "text",
    [
        FORMAL.format("danke, dass wir uns duzen! Ich schicke dir morgen die Liste, die Sie gestern noch wollten."),
        FORMAL.format("Herr Groß meinte: Du bekommst das bis Freitag. Reicht Ihnen das?"),
        FORMAL.format("ich sende Ihnen die Liste. Eva, kannst du bitte die Anlage ergänzen?"),
        "Sehr geehrte Frau Meyer,\nlieber Jan,\n\nich sende Ihnen die Liste und dir die Anlage.\n\nViele Grüße\nTom",
        FAMILIAR.format("im Formular steht: Bitte tragen Sie Ihren Namen ein. Hast du das gemacht?"),
        FAMILIAR.format("kannst du das prüfen? Ich wünsche euch eine gute Reise."),
        "Hallo zusammen,\n\nkönnt ihr bis Freitag antworten? Eure Meinung zählt.\n\nViele Grüße\nTom",
        FORMAL.format("der Sonst-Fall ist selten; längst ist er geregelt, wie Sie zuerst vermutet haben."),
    ],
)
def test_two_readers_an_offer_and_what_others_say_mix_nothing(text: str) -> None:
    assert told(text) == []


NEUTRAL = "Guten Tag,\n\n{}\n\nViele Grüße\nTom Weiß"


@pytest.mark.parametrize(
    ("sentence", "form", "slip"),
    [
        ("ich schicke Ihnen die Liste. Bitte prüfen Sie sie.", "du", "Ihnen"),
        ("ich schicke dir die Liste.", "Sie", "dir"),
        ("ich schicke dir die Liste. Bitte prüfen Sie sie bis Freitag, wenn Sie können.", "du", "Sie"),
    ],
)
def test_the_address_book_knows_which_form_is_out_of_line(sentence: str, form: str, slip: str) -> None:
    (finding,) = findings(NEUTRAL.format(sentence), form)
    assert (finding.rule, finding.excerpt) == (MIXED, slip)


@pytest.mark.parametrize(("sentence", "form"), [("ich schicke Ihnen die Liste.", "Sie"), ("hast du Zeit?", "du")])
def test_what_the_address_book_says_is_said(sentence: str, form: str) -> None:
    assert told(NEUTRAL.format(sentence), form) == []
