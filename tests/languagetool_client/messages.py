"""The messages to which the tests need LanguageTool's answers: the examples of the rules, and some more."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Message
from msglint.rules import CODED_RULES, module_of
from msglint.rules.base import Need, Rule

LETTER_DE = """Sehr geehrte Frau Dr. Kowalczyk,

vielen dank für Ihre Nachricht. 😀 Wir haben den neue Vertrag geprüft, und Herr
Brzenk schickt Ihnen die Liste am Montag unter 0561 123456 an info@firma.example.

Offen sind noch:

- der Termin, an dem wir uns treffen
- die die Adresse der Werkstatt

Bitte sagen Sie uns ob der Termin passt 🚀🚀. Das wahr sehr nett von Ihnen.

Mit freundlichen Grüßen
Tom Weiß
"""
LETTER_EN = """Dear Ms Kowalczyk,

thank you for your message. 😀 She have checked the contract, and Mr Brzenk
will send you the the list on Monday.

Kind regards,
Tom White
"""
COSY = (
    "Dear Ms Parker,\n\nthe cosy chair has come, but the pacakge with the yogurt has not.\n\nKind regards,\nTom White"
)
EMAIL = "Guten Tag Frau Klein,\n\nuns fehlt Ihre Email für die Liste.\n\nMit freundlichen Grüßen\nTom Weiß"
WRAPPED = (
    "Guten Tag Frau Klein,\n\nbitte sagen Sie uns noch in dieser Woche, am besten bis Freitag,\nob es geht. Wir "
    "fragen uns seit gestern Abend und auch heute wieder\nob der Termin passt.\n\nMit freundlichen Grüßen\nTom Weiß"
)
SWISS = (
    "Guten Tag Frau Klein,\n\ndie Strasse ist gross, und wir haben den neue Vertrag.\n\nFreundliche Grüsse\nTom Weiss"
)


def languagetool_rules() -> Iterator[Rule]:
    """The rules that tell what LanguageTool finds."""
    from importlib import import_module

    for rule_id in CODED_RULES:
        if rule_id.startswith(("grammar.", "spelling.")):
            rule: Rule = import_module(module_of(rule_id)).RULE
            if Need.LANGUAGETOOL in rule.needs:
                yield rule


def every_message() -> Iterator[Message]:
    """Everything that is to be recorded."""
    for rule in languagetool_rules():
        for examples in rule.examples.values():
            yield from (example.message() for example in (*examples.bad, *examples.good))
    yield letter_de()
    yield Message.from_text(EMAIL)
    yield Message.from_text(WRAPPED)
    yield Message.from_text(LETTER_EN)
    yield Message.from_text(COSY)
    yield Message.from_text(SWISS).with_(given_language="de-CH")


def letter_de() -> Message:
    """A German letter with names, an address, a number and emojis around the slips."""
    return Message.from_text(LETTER_DE, to=["Anna Kowalczyk <a.kowalczyk@firma.example>"])
