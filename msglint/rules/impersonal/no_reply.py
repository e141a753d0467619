"""impersonal.no-reply: a person is written to, and may not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.lines import masked
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_SIGNS = ("antworte", "reply", "replies", "respond")
_NO_REPLY = lazy(
    r"\b(?:(?:bitte\s+)?antworten\s+sie\s+(?:bitte\s+)?nicht\s+(?:direkt\s+)?auf\s+diese\s+(?:e-?mail|mail|nachricht)"
    r"|(?:bitte\s+)?(?:auf\s+)?diese\s+(?:e-?mail|mail|nachricht)\s+(?:bitte\s+)?nicht\s+(?:be)?antworten"
    r"|(?:e-?mails?|antworten|nachrichten)\s+an\s+diese\s+adresse\s+(?:werden|können)\s+nicht\s+(?:gelesen|beantwortet|"
    r"bearbeitet)"
    r"|(?:please\s+)?do\s+not\s+(?:reply|respond)\s+(?:directly\s+)?to\s+this\s+(?:e-?mail|mail|message)"
    r"|(?:please\s+)?don['’]t\s+(?:reply|respond)\s+to\s+this\s+(?:e-?mail|mail|message)"
    r"|replies\s+to\s+this\s+(?:e-?mail|message|address)\s+(?:are|will)\s+not\s+(?:be\s+)?(?:read|monitored|answered))\b",
    re.IGNORECASE,
)
_OTHER_WAY = lazy(
    r"\b(?:sondern|stattdessen|vielmehr|direkt\s+an|lieber|erreichen|telefon\w*|tel\b|rufen\s+sie|instead|rather|but\s+to|"
    r"directly\s+to|phone|call|contact)\b|@|\d{4,}",
    re.IGNORECASE,
)
_NEAR = 250


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the words that forbid an answer, if one person is addressed and no other way is offered close by."""
    if not _is_to_one_person(message, context):
        return
    parts = message.parts
    said = masked(message.text, (*parts.own, *parts.footers))
    lowered = said.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return
    text = without_quotations(said)
    match = _NO_REPLY.search(text)
    if match is None or _OTHER_WAY.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
        return
    yield Hit(span=Span(*match.span()), part="body", confidence=0.8)


def _is_to_one_person(message: Message, context: Context) -> bool:
    """One is greeted by name, or is the only recipient with a name."""
    salutation = message.parts.salutation
    if len(message.headers.recipients) > 1 or (salutation is not None and salutation.group):
        return False
    greeted = salutation is not None and len(salutation.greeted) == 1
    people = context.thread.recipients
    return greeted or (len(people) == 1 and people[0].certain and people[0].evident)


RULE = Rule(
    id="impersonal.no-reply",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Antwort unerwünscht", "no reply wanted"),
    message=Text(
        "Die Mail spricht einen Menschen an und verbietet ihm zu antworten.",
        "The mail addresses a person and forbids an answer.",
    ),
    why=Text(
        "Wer angeschrieben wird, möchte antworten können. Ohne einen anderen Weg fühlt er sich abgefertigt.",
        "Who is written to wants to be able to answer. Without another way it feels like being dismissed.",
    ),
    source="own observation: the no-reply line of a system, copied into mail between people",
    check=check,
    limits=Text(
        "Schweigt, wenn in der Nähe eine andere Adresse oder Telefonnummer steht, und bei Mails an mehrere.",
        "Silent where another address or telephone number stands close by, and in mail to several people.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir haben Ihre Unterlagen erhalten und melden uns. Bitte antworten Sie "
                    "nicht auf diese E-Mail.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Bitte antworten Sie nicht auf diese E-Mail",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\ndie Ware geht heute zu Ihnen auf den Weg. Antworten an diese Adresse werden "
                    "nicht gelesen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Antworten an diese Adresse werden nicht gelesen",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte antworten Sie nicht auf diese E-Mail, sondern an "
                    "hilfe@example.com.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Liebe Kolleginnen und Kollegen,\n\nder Server steht heute still. Bitte antworten Sie nicht auf diese "
                    "E-Mail.\n\nViele Grüße\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\ndarunter stand „Bitte antworten Sie nicht auf diese E-Mail“, also habe ich es gelassen."
                    "\n\nViele Grüße\nTom"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nwe have received your papers. Please do not reply to this email.\n\n"
                    "Kind regards,\nTom White",
                    flagged="Please do not reply to this email",
                ),
                Example(
                    "Dear Ms Parker,\n\nyour order is on its way. Replies to this address are not read.\n\n"
                    "Kind regards,\nTom White",
                    flagged="Replies to this address are not read",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nplease do not reply to this email; write to help@example.com instead.\n\n"
                    "Kind regards,\nTom White"
                ),
                Example(
                    "Dear all,\n\nthe server is down today. Please do not reply to this email.\n\n"
                    "Kind regards,\nTom White"
                ),
            ),
        ),
    },
)
