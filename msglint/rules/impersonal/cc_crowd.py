"""impersonal.cc-crowd: one person is addressed, and a crowd looks on."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Need, Option, Rule
from msglint.texts import Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the whole message, if it speaks to one person and more people than allowed are in Cc."""
    headers = message.headers
    copies = {entry.email.lower() or entry.name for entry in headers.cc}
    if len(copies) <= context.number("max-cc") or message.channel is not Channel.EMAIL or message.is_reply:
        return
    if len(headers.to) != 1 or len(context.thread.recipients) != 1:
        return
    salutation = message.parts.salutation
    if salutation is None or len(salutation.greeted) != 1:
        return
    yield Hit(
        span=salutation.span,
        part="salutation",
        values={"count": str(len(copies)), "name": context.thread.recipients[0].full},
        confidence=0.7,
        recipient=context.thread.recipients[0].email,
    )


_TEAM_DE = tuple(f"Kollege {number} <kollege{number}@example.com>" for number in range(1, 13))
_TEAM_EN = tuple(f"Colleague {number} <colleague{number}@example.com>" for number in range(1, 13))

RULE = Rule(
    id="impersonal.cc-crowd",
    languages=frozenset(),
    severity=Severity.SUGGESTION,
    title=Text("viele in Kopie", "a crowd in Cc"),
    message=Text(
        "Die Mail spricht {name} an, und {count} andere lesen mit.",
        "The mail speaks to {name}, and {count} others read along.",
    ),
    why=Text(
        "Vor so vielen Zuschauern liest sich jede Bitte wie eine Anweisung und jede Frage wie ein Vorwurf; und die "
        "vielen wissen nicht, was sie damit sollen.",
        "Before so many onlookers every request reads like an order and every question like a reproach; and the many "
        "do not know what is expected of them.",
    ),
    source="own observation; MailTips of Outlook warn of large audiences in the same way",
    check=check,
    needs=frozenset({Need.HEADERS}),
    options=(
        Option(
            "max-cc",
            8,
            Text("so viele dürfen in Kopie stehen", "so many may be in Cc"),
        ),
    ),
    limits=Text(
        "Nur wenn genau eine Person im Feld „An“ steht und mit Namen begrüßt wird; nicht in Antworten, deren Kreis "
        "schon da war.",
        "Only where exactly one person is in To and greeted by name; not in replies, whose circle was there before.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Hallo Anna,\n\nbitte schick mir bis Freitag die Zahlen für Mai.\n\nViele Grüße\nTom",
                    headers=True,
                    subject="Zahlen für Mai",
                    from_="Tom Weiß <tom@example.com>",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    cc=_TEAM_DE,
                    flagged="Hallo Anna,",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie mir bis Freitag die Zahlen für Mai.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    headers=True,
                    subject="Zahlen für Mai",
                    from_="Tom Weiß <tom@example.org>",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    cc=_TEAM_DE[:9],
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nbitte schick mir bis Freitag die Zahlen für Mai.\n\nViele Grüße\nTom",
                    headers=True,
                    subject="Zahlen für Mai",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    cc=_TEAM_DE[:8],
                ),
                Example(
                    "Hallo zusammen,\n\nbitte schickt mir bis Freitag die Zahlen für Mai.\n\nViele Grüße\nTom",
                    headers=True,
                    subject="Zahlen für Mai",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    cc=_TEAM_DE,
                ),
                Example(
                    "Hallo Anna,\n\ndie Zahlen für Mai sind auf dem Laufwerk.\n\nViele Grüße\nTom",
                    headers=True,
                    subject="AW: Zahlen für Mai",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    cc=_TEAM_DE,
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Hi Anna,\n\nplease send me the figures for May by Friday.\n\nBest regards,\nTom",
                    headers=True,
                    subject="Figures for May",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    cc=_TEAM_EN,
                    flagged="Hi Anna,",
                ),
                Example(
                    "Dear Ms Parker,\n\nplease send me the figures for May by Friday.\n\nKind regards,\nTom White",
                    headers=True,
                    subject="Figures for May",
                    to=("Eve Parker <e.parker@example.com>",),
                    cc=_TEAM_EN[:9],
                ),
            ),
            good=(
                Example(
                    "Dear all,\n\nplease send me the figures for May by Friday.\n\nKind regards,\nTom White",
                    headers=True,
                    subject="Figures for May",
                    to=("Eve Parker <e.parker@example.com>",),
                    cc=_TEAM_EN,
                ),
                Example(
                    "Hi Anna,\n\nplease send me the figures for May by Friday.\n\nBest regards,\nTom",
                    headers=True,
                    subject="Re: Figures for May",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    cc=_TEAM_EN,
                ),
            ),
        ),
    },
)
