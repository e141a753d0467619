"""request.no-contact: "get in touch", from a stranger who leaves no number, address or page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message, Relationship
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.request.reach import asks_for_call, has_address, has_phone
from msglint.texts import Text

_GET_IN_TOUCH = {
    "de": lazy(
        r"\b(?:melden\s+Sie\s+sich|kontaktieren\s+Sie\s+(?:mich|uns)|nehmen\s+Sie\s+(?:\w+\s+){0,2}?Kontakt\s+(?:\w+\s+){0,3}?auf|"
        r"(?:mich|uns)\s+(?:\w+\s+){0,2}?(?:zu\s+kontaktieren|anzurufen|kontaktieren|anrufen)|(?:erreichen|sprechen)\s+Sie\s+"
        r"(?:mich|uns)(?:\s+gerne?)?(?:\s+an)?)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:get\s+in\s+(?:touch|contact)|contact\s+(?:me|us)|reach\s+out\s+to\s+(?:me|us)|you\s+can\s+reach\s+(?:me|us)|"
        r"give\s+(?:me|us)\s+a\s+(?:call|ring)|call\s+(?:me|us))\b",
        re.IGNORECASE,
    ),
}
_WRITTEN = lazy(
    r"\b(?:per\s+(?:e-?mail|mail|antwort|nachricht)|auf\s+diese\w*\s+(?:e-?mail|mail|nachricht)|hier|antwort\w*|"
    r"by\s+(?:e-?mail|reply|return)|reply\w*|here|will|would\s+like\s+to|wanted|i\s+(?:got|get)|i['’]ll)\b",
    re.IGNORECASE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the invitation to get in touch, where there is nothing to get in touch by but the reply button."""
    if message.relationship is not Relationship.NONE or message.is_internal or message.channel is Channel.MESSENGER:
        return
    if message.channel is Channel.CONTACT_REQUEST:
        return
    body = message.searchable("body").unquoted
    match = _GET_IN_TOUCH[message.base_language].search(body)
    if match is None or has_phone(message.text) or has_address(message.text):
        return
    line = body[body.rfind("\n\n", 0, match.start()) + 1 : match.end() + 60]
    if _WRITTEN.search(line) or next(asks_for_call(body, message.base_language), None) is not None:
        return
    yield Hit(
        span=Span(*match.span()),
        values={"phrase": " ".join(match.group().split())},
        confidence=0.7,
        suggestions=(Suggestion(_question(message), Span(*match.span())),),
    )


def _question(message: Message) -> str:
    if message.base_language == "en":
        return "On which number can you be reached, and at what time of day?"
    return "Unter welcher Nummer sind Sie zu erreichen, und zu welcher Tageszeit?"


RULE = Rule(
    id="request.no-contact",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("„Melden Sie sich“ ohne Kontaktdaten", "“get in touch” without contact data"),
    message=Text(
        "„{phrase}“, aber nirgends steht eine Nummer oder Adresse.",
        "“{phrase}”, but there is no number or address anywhere.",
    ),
    why=Text(
        "Wer Sie nicht kennt, greift nicht zur Antworttaste, sondern sucht, wer da schreibt, und findet nichts.",
        "Somebody who does not know you looks for who is writing before answering, and finds nothing.",
    ),
    source="DIN 5008 as its guides describe it: company and contact data below the closing",
    check=check,
    limits=Text(
        "Nur im Erstkontakt und nur, wo weder Nummer noch Mailadresse noch Seite im Text steht. Die Bitte um einen Anruf prüft request.call-me.",
        "Only in a first contact, and only where the text has neither number nor address nor page. Requests to call are up to request.call-me.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir liefern Holzstände für Messen. Nehmen Sie mit uns Kontakt "
                    "auf.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Nehmen Sie mit uns Kontakt auf",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir liefern Holzstände für Messen. Bei Interesse melden Sie sich "
                    "gern.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="melden Sie sich",
                    relationship=Relationship.NONE,
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir liefern Holzstände für Messen. Bei Interesse melden Sie sich "
                    "gern.\n\nMit freundlichen Grüßen\nTom Weiß\nTelefon 0561 555012",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir liefern Holzstände für Messen. Bei Interesse melden Sie sich "
                    "gern unter info@example.com.\n\nMit freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir liefern Holzstände für Messen. Bei Interesse melden Sie sich "
                    "gern per Antwort auf diese Mail.\n\nMit freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Stände sind fertig. Bei Fragen melden Sie sich gern.\n\nMit "
                    "freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.EXISTING,
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nWe build wooden stands for fairs. Do get in touch.\n\nKind regards,\nTom White",
                    flagged="get in touch",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Dear Ms Meyer,\n\nWe build wooden stands for fairs. Should you have any questions, contact "
                    "us.\n\nKind regards,\nTom White",
                    flagged="contact us",
                    relationship=Relationship.NONE,
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nWe build wooden stands for fairs. Do get in touch.\n\nKind regards,\nTom "
                    "White\nPhone 020 7946 0012",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Dear Ms Meyer,\n\nWe build wooden stands for fairs. Do get in touch by reply.\n\nKind "
                    "regards,\nTom White",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe stands are ready. Do get in touch.\n\nKind regards,\nTom White",
                    relationship=Relationship.EXISTING,
                ),
            ),
        ),
    },
)
