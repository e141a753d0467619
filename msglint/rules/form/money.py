"""form.money: an amount of money in a form of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_AMOUNT = r"(?P<amount>\d{1,3}(?:[.’']\d{3})+|\d+)"
# The dash "100,– €" is right; what is typed is mostly the hyphen.
_HYPHEN = lazy(rf"(?<![\w.,/-]){_AMOUNT}(?P<mark>,--?|\.--?)(?![\w\d-])(?:\s?(?P<sign>€|EUR\b|Euro\b|CHF\b))?")
_GLUED = lazy(r"(?<![\w-])(?P<sign>EUR|USD|CHF|GBP)(?P<number>\d[\d.,]*\d|\d)(?![\w-])")
_GLUED_SIGN = lazy(r"(?<![\w.,-])(?P<number>\d[\d.,]*)(?P<sign>€|EUR\b)(?![\w/])")
_CURRENCY = lazy(r"(?:€|EUR|Euro)\s*$")
_SIGNS = (",-", ".-", "EUR", "USD", "CHF", "GBP", "€")
_NEAR = 10
_FILE = lazy(r"[\w-]*\.(?:pdf|xlsx?|docx?|csv|zip)\b", re.IGNORECASE)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every amount with a hyphen for the cents or with its currency stuck to it."""
    body = message.parts.body_text
    if not any(sign in body for sign in _SIGNS):
        return
    body = _FILE.sub(lambda match: " " * len(match.group()), message.searchable("body").unquoted)
    for found in _HYPHEN.finditer(body):
        if not _is_right_as_it_is(message, found):
            sign = found["sign"] or ("" if _CURRENCY.search(body[: found.start()][-_NEAR:]) else "Euro")
            yield _hit(found, f"{found['amount']} {sign}".strip())
    for found in _GLUED.finditer(body):
        yield _hit(found, f"{found['sign']} {found['number']}")
    if context.options["signs"] and message.base_language == "de":
        for found in _GLUED_SIGN.finditer(body):
            yield _hit(found, f"{found['number']} {found['sign']}")


def _is_right_as_it_is(message: Message, found: re.Match[str]) -> bool:
    """`100.-` without a currency is Swiss use; elsewhere a number before a hyphen may be anything."""
    if message.base_language == "de" and message.language != "de-CH" and found["mark"].startswith(","):
        return False
    return message.language == "de-CH" or found["sign"] is None


def _hit(found: re.Match[str], better: str) -> Hit:
    span = Span(*found.span())
    return Hit(
        span=span,
        values={"phrase": found.group(), "better": better},
        confidence=0.85,
        suggestions=(Suggestion(better, span),),
    )


RULE = Rule(
    id="form.money",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Schreibweise eines Betrags", "how an amount is written"),
    message=Text("Besser lesbar ist „{better}“ statt „{phrase}“.", "“{better}” reads better than “{phrase}”."),
    why=Text(
        "Bei Geld schaut jeder zweimal hin. Steht der Betrag so da, wie ihn der Leser aus Rechnungen kennt, liest er "
        "ihn einmal.",
        "With money everybody looks twice. An amount written as on an invoice needs to be read only once.",
    ),
    source="DIN 5008 (workingoffice.de): a blank between amount and currency; the hyphen for cents: own observation",
    check=check,
    options=(
        Option(
            "signs",
            default=False,
            help=Text(
                "in deutschen Texten auch „100€“ ohne Leerzeichen beanstanden",
                "flag “100€” without a blank as well, in German texts",
            ),
        ),
    ),
    limits=Text(
        "„100.–“ gilt in der Schweiz als richtig. „100€“ und „€100“ bleiben ohne die Option unbeanstandet.",
        "“100.–” counts as right in Switzerland. “100€” and “€100” are left alone unless the option is set.",
    ),
    tags=("din-5008",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Meyer,\n\ndie Teilnahme kostet 100,- € pro Person.\n\nViele Grüße\nTom Weiß",
                    flagged="100,- €",
                    better="100 €",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nwir bieten Ihnen den Tisch für EUR450 an.\n\nViele Grüße\nTom Weiß",
                    flagged="EUR450",
                    better="EUR 450",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\ndie Miete beträgt 1.200,-- im Monat.\n\nViele Grüße\nTom Weiß",
                    flagged="1.200,--",
                    better="1.200 Euro",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nder Tisch kostet 100 €, der Stuhl 49,90 Euro.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nder Eintritt beträgt 100,– € für Gäste.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nlies bitte die Seiten 10-12 und Absatz 3.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\ndas Paket mit 100€ Guthaben ist da.\n\nViele Grüße\nTom"),
                Example(
                    "Grüezi Frau Aebi\n\nDas Velo kostet 100.- und steht an der Bahnhofstrasse.\n\n"
                    "Freundliche Grüsse\nReto Frei"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe ticket costs EUR100 per person.\n\nKind regards,\nTom White",
                    flagged="EUR100",
                    better="EUR 100",
                ),
                Example(
                    "Dear Ms Parker,\n\nthe room is 80,- Euro per night.\n\nKind regards,\nTom White",
                    flagged="80,- Euro",
                    better="80 Euro",
                ),
            ),
            good=(
                Example("Dear Ms Parker,\n\nthe ticket costs €100 or $110.\n\nKind regards,\nTom White"),
                Example("Dear Ms Parker,\n\nthe ticket costs EUR 100 per person.\n\nKind regards,\nTom White"),
                Example("Dear Ms Parker,\n\nthe files are in EUR2026.xlsx on the drive.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
