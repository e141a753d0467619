"""salutation.register: address book, own text and answered message, in that order."""

from __future__ import annotations

import pytest

from msglint.contacts.book import Contact, NoContacts
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.message.person import Person
from msglint.report import Finding, Severity

RULE = "salutation.register"
ANNA = "Anna Meyer <anna@example.com>"
DU = "\n\nich schicke dir die Unterlagen. Du findest sie im Anhang, dein Bericht ist dabei.\n\nViele Grüße\nTom"
SIE = "\n\nich schicke Ihnen die Unterlagen. Bitte prüfen Sie den Bericht.\n\nViele Grüße\nTom Weiß"
NEITHER = "\n\ndie Unterlagen sind im Anhang, der Bericht ist dabei.\n\nViele Grüße\nTom Weiß"


class OneContact(NoContacts):
    """Knows one person."""

    def __init__(self, form: str) -> None:
        self.contact = Contact(Person("Anna", "Meyer"), ("anna@example.com",), form=form)

    def at(self, email: str) -> Contact | None:
        return self.contact if email.lower() in self.contact.emails else None


def findings(message: Message, form: str | None = None) -> dict[str, Finding]:
    linter = Linter(ui_language="de", contacts=OneContact(form)) if form else Linter(ui_language="de")
    return {finding.rule: finding for finding in linter.check(message).findings}


def severity(text: str, form: str | None = None, answered: str | None = None) -> Severity | None:
    answers = Message.from_text(answered, from_=ANNA) if answered else None
    finding = findings(Message.from_text(text, to=ANNA, answers=answers), form).get(RULE)
    return finding.severity if finding else None


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Sehr geehrte Frau Meyer," + SIE, "du", Severity.WARNING),
        ("Hallo Frau Meyer," + NEITHER, "du", Severity.WARNING),
        ("Hallo Anna," + DU, "Sie", Severity.WARNING),
        ("Hallo Anna," + SIE, "Sie", Severity.SUGGESTION),
        ("Hallo Anna," + SIE, "du", Severity.WARNING),
        ("Hallo Anna," + DU, "du", None),
        ("Sehr geehrte Frau Meyer," + SIE, "Sie", None),
        ("Guten Tag Anna Meyer," + SIE, "Sie", None),
    ],
)
def test_the_address_book_holds(text: str, form: str, expected: Severity | None) -> None:
    assert severity(text, form) is expected


DU_THREAD = (
    "Hallo Tom,\n\nkannst du mir die Unterlagen schicken?\n\nViele Grüße\nAnna Meyer\n\n"
    "> Liebe Anna,\n> hast du noch etwas gebraucht?"
)
SIE_THREAD = "Sehr geehrter Herr Weiß,\n\nkönnen Sie mir die Unterlagen schicken?\n\nFreundliche Grüße\nAnna Meyer"


def test_both_have_said_du() -> None:
    assert severity("Sehr geehrte Frau Meyer," + DU, answered=DU_THREAD) is Severity.WARNING
    assert severity("Sehr geehrte Frau Meyer," + NEITHER, answered=DU_THREAD) is Severity.WARNING


def test_the_first_message_that_switches_is_a_suggestion() -> None:
    assert severity("Liebe Anna," + DU, answered=SIE_THREAD) is Severity.SUGGESTION
    assert severity("Liebe Anna," + NEITHER, answered=SIE_THREAD) is Severity.SUGGESTION


def test_who_has_switched_before_may_go_on() -> None:
    assert severity("Liebe Anna," + DU, answered=SIE_THREAD + "\n\n> Liebe Anna,\n> hast du die Liste?") is None


@pytest.mark.parametrize(
    "offer",
    [
        "Wollen wir uns duzen?",
        "Gern auch per Du.",
        "Danke für das Du!",
        "Ich bin die Anna.",
        "Lassen Sie uns du sagen.",
    ],
)
def test_an_offer_is_taken_without_a_word(offer: str) -> None:
    answered = f"Lieber Herr Weiß,\n\nkönnen Sie mir die Unterlagen schicken? {offer}\n\nViele Grüße\nAnna Meyer"
    assert severity("Liebe Anna," + DU, answered=answered) is None
    assert severity("Liebe Anna," + DU, form="Sie", answered=answered) is None


def test_first_name_and_sie_go_together_where_both_write_so() -> None:
    answered = "Hallo Tom,\n\nkönnen Sie mir die Unterlagen schicken?\n\nViele Grüße\nAnna"
    assert severity("Hallo Anna," + SIE, answered=answered) is None
    assert severity("Hallo Anna," + SIE) is Severity.SUGGESTION


def test_one_thing_is_said_once() -> None:
    for text in ("Sehr geehrte Frau Meyer,\n\nhast du die Unterlagen?\n\nGruß\nTom", "Hallo Anna," + SIE + "\n\n" + DU):
        found = findings(Message.from_text(text, to=ANNA), "du")
        assert "register.mixed" in found
        assert RULE not in found


def test_where_the_text_says_du_the_salutation_is_what_is_wrong() -> None:
    found = findings(Message.from_text("Sehr geehrte Frau Meyer," + DU, to=ANNA))
    assert RULE in found
    assert "register.mixed" not in found
    assert found[RULE].suggestions[0].text == "Hallo Anna,"


def test_whose_form_is_known_is_the_one_who_is_greeted() -> None:
    answered = Message.from_text(
        "Hallo Tom,\n\nkannst du Frau Meyer schreiben?\n\nGruß\nEva", from_="Eva Groß <e@example.com>"
    )
    message = Message.from_text(
        "Sehr geehrte Frau Meyer," + SIE, to=[ANNA, "Eva Groß <e@example.com>"], answers=answered
    )
    assert RULE not in findings(message)
