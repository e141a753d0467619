"""Order numbers whose last digit cannot be right: `AC-48213-8`. An expression cannot add up digits, so this is code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Message
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

ORDER_NUMBER = re.compile(r"\bAC-(\d{5})-(\d)\b")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """Every order number in the writer's own text whose check digit is wrong."""
    searched = message.searchable("body")
    for match in ORDER_NUMBER.finditer(searched.text):
        if sum(map(int, match[1])) % 10 != int(match[2]):
            yield Hit(Span(*match.span()), values={"number": match[0]})


def _mail(greeting: str, line: str, closing: str) -> str:
    return f"{greeting}\n\n{line}\n\n{closing}\nTom Weiß"


def _german(line: str) -> str:
    return _mail("Sehr geehrte Frau Meyer,", line, "Mit freundlichen Grüßen")


def _english(line: str) -> str:
    return _mail("Dear Ms Meyer,", line, "Kind regards")


RULE = Rule(
    id="acme.order-number",
    languages=frozenset(),
    severity=Severity.ERROR,
    title=Text("Bestellnummer mit Tippfehler", "order number with a slip"),
    message=Text(
        "{number} kann keine Bestellnummer von uns sein: Die letzte Ziffer passt nicht zu den anderen.",
        "{number} cannot be one of our order numbers: its last digit does not fit the others.",
    ),
    why=Text(
        "Mit einer falschen Nummer findet der Kunde seine Bestellung nicht und muss nachfragen.",
        "With a wrong number the customer cannot find the order and has to ask.",
    ),
    source="Acme, how we number orders",
    check=check,
    examples={
        "de": Examples(
            bad=(
                Example(_german("wir haben Ihre Bestellung AC-48213-9 heute verschickt."), flagged="AC-48213-9"),
                Example(_german("die Rechnung zu AC-10000-0 ist da, zu AC-10000-1 kommt sie."), flagged="AC-10000-0"),
            ),
            good=(
                Example(_german("wir haben Ihre Bestellung AC-48213-8 heute verschickt.")),
                Example(_german("das Gerät AC-4821 passt in Ihr Regal.")),
            ),
        ),
        "en": Examples(
            bad=(
                Example(_english("We have sent your order AC-48213-9 today."), flagged="AC-48213-9"),
                Example(_english("Please find the invoice for AC-99999-9 attached."), flagged="AC-99999-9"),
            ),
            good=(
                Example(_english("We have sent your order AC-48213-8 today.")),
                Example(_english("The device AC-4821 fits your shelf.")),
            ),
        ),
    },
)
