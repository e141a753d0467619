"""salutation.neutral-form: `Liebe/r Anna`, `Sehr geehrte(r) Kim Meyer` to one known person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.message.given_names import is_given_name
from msglint.message.greeted import Greeted
from msglint.message.model import Message
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_BOTH = re.compile(r"(?P<stem>(?:sehr\s+)?geehrte|liebe|werte)(?:/-?r|r/-?e?|\(r\))(?=\s)", re.IGNORECASE)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the double form before one name; with a star or a colon it is meant so and left alone."""
    salutation = message.parts.salutation
    if salutation is None or salutation.group or len(salutation.greeted) != 1:
        return
    found = _BOTH.match(salutation.span.of(message.text))
    greeted = salutation.greeted[0]
    if found is None or not _is_one_person(greeted, context):
        return
    yield Hit(
        span=salutation.span,
        values={"salutation": salutation.span.of(message.text).rstrip(" ,!")},
        confidence=0.85,
        suggestions=(Suggestion(_better(message, context, found, greeted), salutation.span),),
    )


def _is_one_person(greeted: Greeted, context: Context) -> bool:
    """By the header or by the first name; `Liebe/r Frau Meyer` is a gap of a template (placeholder.leftover)."""
    if greeted.honorific or not greeted.name or re.search(r"[/(]", greeted.name):
        return False
    return len(context.thread.recipients) == 1 or is_given_name(greeted.name.split()[0])


def _better(message: Message, context: Context, found: re.Match[str], greeted: Greeted) -> str:
    mark = "" if message.language == "de-CH" else ","
    if len(context.thread.recipients) == 1 and context.thread.recipients[0].certain:
        return greeting_for(context.thread, message.language)
    opening = "Hallo" if found["stem"].lower() == "liebe" else "Guten Tag"
    return " ".join((opening, *greeted.titles, greeted.name)) + mark


RULE = Rule(
    id="salutation.neutral-form",
    languages=frozenset({"de"}),
    severity=Severity.WARNING,
    title=Text("„Liebe/r“ an eine einzelne Person", "“Liebe/r” to a single person"),
    message=Text(
        "„{salutation}“ sieht nach Formular aus, obwohl nur eine Person gemeint ist.",
        "“{salutation}” looks like a form, although one person is meant.",
    ),
    why=Text(
        "Wer seinen Namen hinter „Liebe/r“ liest, erkennt die Vorlage. „Hallo“ oder „Guten Tag“ mit dem vollen Namen "
        "passt immer.",
        "A reader who finds the name behind “Liebe/r” recognises the template. “Hallo” or “Guten Tag” with the full "
        "name always fits.",
    ),
    source="German guides to neutral address (hs-heilbronn.de, etikette-trainer.de): Guten Tag Vorname Nachname",
    check=check,
    limits=Text(
        "„Liebe*r“ und „Liebe:r“ sind meist so gewollt und bleiben unbeanstandet, ebenso „Liebe/r Kunde/in“.",
        "“Liebe*r” and “Liebe:r” are mostly meant so and left alone, and so is “Liebe/r Kunde/in”.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Liebe/r Anna,\n\nich habe noch eine Frage zum Ablauf am Montag.\n\nViele Grüße\nTom",
                    flagged="Liebe/r Anna,",
                    better="Hallo Anna,",
                ),
                Example(
                    "Sehr geehrte/r Kim Meyer,\n\nIhre Karte liegt am Empfang bereit.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Kim Meyer <k.meyer@example.com>",),
                    flagged="Sehr geehrte/r Kim Meyer,",
                    better="Guten Tag Kim Meyer,",
                ),
            ),
            good=(
                Example("Liebe*r Kim,\n\nich habe noch eine Frage zum Ablauf am Montag.\n\nViele Grüße\nTom"),
                Example(
                    "Liebe/r Kunde/in,\n\nIhre Karte liegt am Empfang bereit.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Liebe Anna,\n\nich habe noch eine Frage zum Ablauf am Montag.\n\nViele Grüße\nTom"),
                Example(
                    "Sehr geehrte/r Frau/Herr Meyer,\n\nIhre Karte liegt bereit.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Liebe/r Leser/in,\n\ndiese Woche geht es um Kassel.\n\nViele Grüße\nTom Weiß"),
            ),
        ),
    },
)
