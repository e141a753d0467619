"""recipient.unnamed: a greeting without a name in a first message to somebody whose name is known."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.message.model import Audience, Channel, Message, Relationship
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_TO_STRANGERS = frozenset({Channel.LETTER, Channel.CONTACT_REQUEST})


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on "Guten Tag," and "Hi," to exactly one reader whose name is sure, where no acquaintance excuses it."""
    salutation = message.parts.salutation
    if salutation is None or not salutation.opening or not salutation.own_line:
        return
    if salutation.greeted or salutation.group or salutation.faceless:
        return
    people = context.thread.recipients
    if len(people) != 1 or not people[0].certain or not people[0].given or not people[0].family:
        return
    if len(message.headers.recipients) > 1 or not _is_first_contact(message):
        return
    yield Hit(
        span=salutation.span,
        values={"name": people[0].full},
        confidence=0.8,
        suggestions=(Suggestion(greeting_for(context.thread, message.language), salutation.span),),
        recipient=people[0].email,
    )


def _is_first_contact(message: Message) -> bool:
    """Where it is known that the two are strangers; most mail between people who know each other says less."""
    if message.is_internal or message.relationship is Relationship.EXISTING or message.channel is Channel.MESSENGER:
        return False
    return (
        message.relationship is Relationship.NONE
        or message.audience is Audience.PROSPECT
        or message.channel in _TO_STRANGERS
    )


RULE = Rule(
    id="recipient.unnamed",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Anrede ohne Namen", "greeting without a name"),
    message=Text(
        "Die Anrede nennt keinen Namen, obwohl er bekannt ist: {name}.",
        "The greeting has no name, although it is known: {name}.",
    ),
    why=Text(
        "In der ersten Nachricht zeigt der Name, dass jemand Bestimmtes gemeint ist.",
        "In a first message the name shows that somebody in particular is meant.",
    ),
    source="XING and LinkedIn etiquette for first messages",
    check=check,
    limits=Text(
        "Nur in Briefen, Kontaktanfragen und ersten Nachrichten (relationship none, audience prospect) an genau eine "
        "bekannte Person.",
        "Only in letters, contact requests and first messages (relationship none, audience prospect) to exactly one "
        "known person.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag,\n\nich habe Ihren Vortrag gehört und eine Frage dazu.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    relationship=Relationship.NONE,
                    flagged="Guten Tag,",
                    better="Guten Tag Anna Meyer,",
                ),
                Example(
                    "Hallo,\n\nich suche ein Büro in Ihrem Haus.\n\nViele Grüße\nTom Weiß",
                    to=('"Frau Anna Meyer" <a.meyer@example.com>',),
                    audience=Audience.PROSPECT,
                    better="Sehr geehrte Frau Meyer,",
                ),
            ),
            good=(
                Example(
                    "Guten Tag,\n\nich suche ein Büro in Ihrem Haus.\n\nViele Grüße\nTom Weiß",
                    to=("info@example.com",),
                ),
                Example(
                    "Hallo,\n\ndanke, das passt.\n\nViele Grüße\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    answered="Hallo Herr Weiß,\n\nwir können am Montag anfangen.\n\nViele Grüße\nAnna Meyer",
                ),
                Example(
                    "Guten Morgen\n\nJannik kommt heute später.\n\nViele Grüße\nTom Weiß",
                    to=("Anna Meyer <a.meyer@schule.example>",),
                ),
                Example(
                    "Hallo,\n\ndie Liste ist fertig.\n\nGruß\nTom",
                    from_="Tom Weiß <t.weiss@example.com>",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Hallo zusammen,\n\ndie Liste ist fertig.\n\nGruß\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Guten Morgen nach Ulm, liebe Frau Meyer,\n\nder Tee ist da.\n\nHerzlich\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example("Moin,\n\nbist du da?\n\nTom", to=("Anna Meyer <a@example.com>",), channel=Channel.MESSENGER),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Hello,\n\nI have heard your talk and have a question.\n\nKind regards,\nTom White",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    channel=Channel.LETTER,
                    flagged="Hello,",
                    better="Dear Anna Meyer,",
                ),
                Example(
                    "Hi,\n\nI am looking for an office in your building.\n\nKind regards,\nTom White",
                    to=("Peter Dole <p.dole@example.com>",),
                    relationship=Relationship.NONE,
                ),
            ),
            good=(
                Example(
                    "Hello,\n\nI am looking for an office.\n\nKind regards,\nTom White",
                    to=("sales@example.com",),
                ),
                Example(
                    "Hi,\n\nthe list is ready.\n\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    relationship=Relationship.EXISTING,
                ),
            ),
        ),
    },
)
