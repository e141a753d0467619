"""closing.language: an English closing under a German text, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.rules.closing.wording import closing_for
from msglint.texts import Text

_ENGLISH = lazy(
    r"(?:with\s+)?(?:my\s+)?(?:best|kind(?:est)?|warm(?:est)?|many)\s+(?:personal\s+)?(?:regards|wishes|greetings)\b|"
    r"regards\b|yours\s+(?:sincerely|faithfully|truly)\b|sincerely\b|(?:looking\s+forward|have\s+a\s+(?:nice|great|good))\b",
    re.IGNORECASE,
)
_GERMAN = lazy(
    r"(?:mit\s+)?(?:(?:viele|freundliche|liebe|herzliche|beste|schöne)\w*\s+)+gr(?:ü|ue)(?:ß|ss)\w*|gr(?:ü|u|ue)(?:ß|ss)e?\b|"
    r"m\.?\s?f\.?\s?g\b|hochachtungsvoll|herzlichst",
    re.IGNORECASE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a closing in the other language under a text that is long enough to be sure of its own."""
    closing = message.parts.closing
    if closing is None or message.channel is Channel.MESSENGER:
        return
    if len(message.parts.body_text.strip()) < context.number("min-characters"):
        return
    words = closing.span.of(message.text)
    other = _ENGLISH if message.base_language == "de" else _GERMAN
    salutation = message.parts.salutation
    framed = salutation is not None and salutation.language == ("en" if other is _ENGLISH else "de")
    if framed or other.match(words) is None:
        return
    yield Hit(
        span=closing.span,
        part="closing",
        values={"closing": words},
        confidence=0.85,
        suggestions=(Suggestion(closing_for(message, context).rstrip(","), closing.span),),
    )


RULE = Rule(
    id="closing.language",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Gruß in einer anderen Sprache", "closing in another language"),
    message=Text(
        "Der Gruß „{closing}“ ist in einer anderen Sprache als der Text.",
        "The closing “{closing}” is in another language than the text.",
    ),
    why=Text(
        "Der Wechsel in der letzten Zeile wirkt wie eine Signatur, die für jemand anderen gedacht war.",
        "The change in the last line looks like a signature that was meant for somebody else.",
    ),
    source="own observation: automatic signatures in the firm's second language",
    check=check,
    options=(
        Option(
            "min-characters",
            60,
            Text("so lang muss der Text sein, damit seine Sprache sicher ist", "length that makes the language sure"),
        ),
    ),
    limits=Text(
        "„Best“, „Cheers“, „Thanks“ und „Ciao“ schreibt man in jeder Sprache. Sind Anrede und Gruß in derselben "
        "Sprache, spricht salutation.language.",
        "“Best”, “Cheers”, “Thanks” and “Ciao” are written in any language. Where salutation and closing share one, "
        "salutation.language speaks.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Rechnung ist bezahlt, die Ware kommt am Freitag bei Ihnen an.\n\n"
                    "Best regards\nTom Weiß",
                    flagged="Best regards",
                    better="Mit freundlichen Grüßen",
                ),
                Example(
                    "Hallo Anna,\n\nich habe den Bericht gelesen und zwei kleine Fehler auf der dritten Seite "
                    "gefunden.\n\nKind regards,\nTom",
                    flagged="Kind regards",
                    better="Viele Grüße",
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nich habe den Bericht gelesen und zwei kleine Fehler auf der dritten Seite "
                    "gefunden.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Hallo Anna,\n\nich habe den Bericht gelesen und zwei kleine Fehler auf der dritten Seite "
                    "gefunden.\n\nCheers\nTom"
                ),
                Example("Hallo Anna,\n\nder Kick-off ist am Montag.\n\nBest regards\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe invoice has been paid and the goods will reach you on Friday morning.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="Mit freundlichen Grüßen",
                    better="Kind regards",
                ),
                Example(
                    "Hi Anna,\n\nI have read the report and found two small mistakes on the third page of it.\n\n"
                    "Viele Grüße\nTom",
                    flagged="Viele Grüße",
                    better="Best regards",
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nI have read the report and found two small mistakes on the third page of it.\n\n"
                    "Best regards,\nTom"
                ),
                Example(
                    "Hi Anna,\n\nI have read the report and found two small mistakes on the third page of it.\n\n"
                    "Ciao,\nTom"
                ),
                Example("Hi Anna,\n\nthe report is ready.\n\nViele Grüße\nTom"),
            ),
        ),
    },
)
