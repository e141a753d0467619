"""salutation.language: an English greeting over a German text, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.greeted import Greeted, Salutation
from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

# Germans write "Hi" and "Hello", the English write "Hallo" to a German they know.
_COMMON_TO_BOTH = lazy(r"(?:hi+|hey|hello|hal+o+|yo|ciao|moin|servus|oi|hei|hej)\b", re.IGNORECASE)
_TO_ENGLISH = {"Herr": "Mr", "Frau": "Ms"}
_TO_GERMAN = {
    "Mr": "Sehr geehrter Herr",
    "Ms": "Sehr geehrte Frau",
    "Mrs": "Sehr geehrte Frau",
    "Miss": "Sehr geehrte Frau",
}


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a greeting in the other language over a text that is long enough to be sure of its own."""
    salutation = message.parts.salutation
    if salutation is None or salutation.language in (None, message.base_language):
        return
    if message.channel is Channel.MESSENGER or _COMMON_TO_BOTH.match(salutation.opening):
        return
    if len(message.parts.body_text.strip()) < context.number("min-characters"):
        return
    yield Hit(
        span=salutation.span,
        values={"salutation": salutation.span.of(message.text).rstrip(" ,!:")},
        confidence=0.85,
        suggestions=(Suggestion(_in_language(message, salutation), salutation.span),),
    )


def _in_language(message: Message, salutation: Salutation) -> str:
    german = message.base_language == "de"
    mark = "" if message.language == "de-CH" else ","
    if salutation.faceless:
        return ("Sehr geehrte Damen und Herren" if german else "Dear Sir or Madam") + mark
    if len(salutation.greeted) != 1:
        return ("Guten Tag" if german else "Hello") + mark
    return _to_one(salutation.greeted[0], german=german) + mark


def _to_one(greeted: Greeted, *, german: bool) -> str:
    titles = tuple(title for title in greeted.titles if title.lower().startswith(("dr", "prof")))
    name = " ".join((*titles, greeted.name))
    if german:
        return f"{_TO_GERMAN.get(greeted.honorific, 'Guten Tag')} {name}"
    honorific = "" if titles else _TO_ENGLISH.get(greeted.honorific, greeted.honorific)
    return f"Dear {honorific} {name}".replace("  ", " ")


RULE = Rule(
    id="salutation.language",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Anrede in einer anderen Sprache", "greeting in another language"),
    message=Text(
        "Die Anrede „{salutation}“ ist in einer anderen Sprache als der Text.",
        "The greeting “{salutation}” is in another language than the text.",
    ),
    why=Text(
        "Der Leser vermutet einen kopierten Text, der für jemand anderen geschrieben wurde.",
        "The reader suspects a copied text that was written for somebody else.",
    ),
    source="own observation: greetings left over from a template or an earlier thread in the other language",
    check=check,
    options=(
        Option(
            "min-characters",
            60,
            Text("so lang muss der Text sein, damit seine Sprache sicher ist", "length that makes the language sure"),
        ),
    ),
    limits=Text(
        "„Hi“, „Hello“ und „Hallo“ schreibt man in beiden Sprachen.",
        "“Hi”, “Hello” and “Hallo” are written in both languages.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Dear Anna,\n\nich habe den Bericht gelesen und zwei kleine Fehler auf der dritten Seite "
                    "gefunden.\n\nViele Grüße\nTom",
                    flagged="Dear Anna,",
                    better="Guten Tag Anna,",
                ),
                Example(
                    "Dear Ms Meyer,\n\ndie Rechnung ist bezahlt, die Ware kommt am Freitag bei Ihnen an.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="Dear Ms Meyer,",
                    better="Sehr geehrte Frau Meyer,",
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nich habe den Bericht gelesen und zwei kleine Fehler auf der dritten Seite "
                    "gefunden.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Hello Anna,\n\nich habe den Bericht gelesen und zwei kleine Fehler auf der dritten Seite "
                    "gefunden.\n\nViele Grüße\nTom"
                ),
                Example("Dear Anna,\n\nder Kick-off ist am Montag.\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nthe invoice has been paid and the goods will reach you on Friday "
                    "morning.\n\nKind regards,\nTom White",
                    flagged="Sehr geehrte Frau Meyer,",
                    better="Dear Ms Meyer,",
                ),
                Example(
                    "Liebe Anna,\n\nI have read the report and found two small mistakes on the third page of it.\n\n"
                    "Best regards,\nTom",
                    flagged="Liebe Anna,",
                    better="Dear Anna,",
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nI have read the report and found two small mistakes on the third page of it.\n\n"
                    "Best regards,\nTom"
                ),
                Example(
                    "Dear Anna,\n\nI have read the report and found two small mistakes on the third page of it.\n\n"
                    "Best regards,\nTom"
                ),
            ),
        ),
    },
)
