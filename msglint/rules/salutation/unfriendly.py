"""salutation.unfriendly: a surname with no word of greeting."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.message.greeted import Greeted
from msglint.message.model import Channel, Message
from msglint.message.spellings import fold
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on `Herr Müller,` and `Müller,` at the start of a first mail; in a running thread nobody greets twice."""
    salutation = message.parts.salutation
    if salutation is None or salutation.opening or salutation.group or len(salutation.greeted) != 1:
        return
    if message.is_reply or message.channel is Channel.MESSENGER or not salutation.own_line:
        return
    greeted = salutation.greeted[0]
    if not greeted.honorific and not _is_bare_surname(greeted, context):
        return
    yield Hit(
        span=salutation.span,
        values={"salutation": salutation.span.of(message.text).rstrip(" ,!:-")},
        severity=Severity.SUGGESTION if message.is_internal else None,
        confidence=0.85,
        suggestions=(Suggestion(_friendlier(message, greeted, context), salutation.span),),
    )


def _is_bare_surname(greeted: Greeted, context: Context) -> bool:
    """One word that is the family name of the only reader, and not a first name as well."""
    people = context.thread.recipients
    if len(people) != 1 or not people[0].certain or not people[0].given or greeted.titles:
        return False
    name = fold(greeted.name)
    return name == fold(people[0].family) and name != fold(people[0].given)


def _friendlier(message: Message, greeted: Greeted, context: Context) -> str:
    if not greeted.honorific:
        return greeting_for(context.thread, message.language)
    opening = "Guten Tag" if message.base_language == "de" else "Dear"
    words = (opening, greeted.honorific, *greeted.titles, greeted.name)
    return " ".join(word for word in words if word) + ("" if message.language == "de-CH" else ",")


RULE = Rule(
    id="salutation.unfriendly",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Nachname ohne Gruß", "a surname without a greeting"),
    message=Text(
        "„{salutation}“ ruft auf, statt zu grüßen.",
        "“{salutation}” calls somebody out instead of greeting them.",
    ),
    why=Text(
        "Ein Nachname allein klingt nach Schule und Amt; ein Wort davor, und der Leser fühlt sich begrüßt.",
        "A surname alone sounds like school or court; one word before it, and the reader feels greeted.",
    ),
    source="German business etiquette: a salutation has a word of greeting",
    check=check,
    limits=Text(
        "Ein Vorname allein („Anna,“) und Antworten bleiben unbeanstandet.",
        "A first name alone (“Anna,”) and answers are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Herr Müller,\n\nbitte schicken Sie mir die Liste bis Freitag.\n\nViele Grüße\nTom Weiß",
                    flagged="Herr Müller,",
                    better="Guten Tag Herr Müller,",
                ),
                Example(
                    "Frau Dr. Meyer,\n\nder Befund ist heute angekommen.\n\nViele Grüße\nTom Weiß",
                    flagged="Frau Dr. Meyer,",
                    better="Guten Tag Frau Dr. Meyer,",
                ),
                Example(
                    "Müller,\n\nbitte schicken Sie mir die Liste bis Freitag.\n\nViele Grüße\nTom Weiß",
                    to=("Kurt Müller <k.mueller@example.com>",),
                    flagged="Müller,",
                    better="Guten Tag Kurt Müller,",
                ),
            ),
            good=(
                Example("Guten Tag Herr Müller,\n\ndie Liste ist da.\n\nViele Grüße\nTom Weiß"),
                Example(
                    "Anna,\n\ndie Liste ist da, schau bitte hinein.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Herr Müller,\n\ndas passt, wir sehen uns am Montag.\n\nViele Grüße\nTom Weiß",
                    answered="Guten Tag Herr Weiß,\n\npasst Ihnen Montag?\n\nViele Grüße\nKurt Müller",
                ),
                Example(
                    "Frau Meyer hat heute angerufen und lässt grüßen.\n\nViele Grüße\nTom Weiß",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Mr Parker,\n\nplease send me the list by Friday.\n\nKind regards,\nTom White",
                    flagged="Mr Parker,",
                    better="Dear Mr Parker,",
                ),
                Example(
                    "Parker,\n\nplease send me the list by Friday.\n\nKind regards,\nTom White",
                    to=("John Parker <j.parker@example.com>",),
                    flagged="Parker,",
                ),
            ),
            good=(
                Example("Dear Mr Parker,\n\nthe list has arrived.\n\nKind regards,\nTom White"),
                Example(
                    "John,\n\nthe list has arrived.\n\nKind regards,\nTom White",
                    to=("John Parker <j.parker@example.com>",),
                ),
                Example(
                    "Kelly,\n\nthe list has arrived.\n\nKind regards,\nTom White",
                    to=("Kelly Kelly <k.kelly@example.com>",),
                ),
            ),
        ),
    },
)
