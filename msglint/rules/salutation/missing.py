"""salutation.missing: the message begins without greeting anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.message.model import Channel, Mark, Message, Relationship
from msglint.message.patterns import lazy
from msglint.message.social import says_thanks
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.salutation.lowercase import lowered_first_word
from msglint.texts import Text

_NOTE_WORDS = 12
_THANKS_WORDS = 2
_RUNNING_THREAD = 3
_QUOTE_MARKS = lazy(r"^[> ]*>", re.MULTILINE)
_INTRODUCTION = lazy(
    r"^[> ]*(?![> ])(?:.*\b(?:schrieb|wrote)\b.*:|-+ ?(?:original|ursprüngl).*-+|(?:gesendet|sent): .*)$",
    re.IGNORECASE | re.MULTILINE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit at the start of the own text, if nobody is greeted there."""
    parts = message.parts
    if parts.salutation is not None or not parts.own or not _is_a_text(message):
        return
    severity, price = _weight(message)
    start = parts.own[0].start
    yield Hit(
        span=Span(start, start),
        part="body",
        severity=severity,
        price=price,
        confidence=0.9 if severity > Severity.SUGGESTION else 0.8,
        suggestions=(_suggestion(message, context, start),),
    )


def _is_a_text(message: Message) -> bool:
    """An empty message has other troubles; a bare thank-you, a note above a forward and an answer in a chat greet nobody."""
    parts = message.parts
    if not parts.body and parts.closing is None:
        return False
    if message.base_language == "de" and len(parts.own_text.split()) <= _THANKS_WORDS and says_thanks(parts.own_text):
        return False
    if message.channel is Channel.WEB_FORM or (message.channel is Channel.MESSENGER and message.is_reply):
        return False
    forwards = any(quote.kind is Mark.FORWARD for quote in parts.quotes)
    return not (forwards and len(parts.body_text.split()) <= _NOTE_WORDS)


def _weight(message: Message) -> tuple[Severity, int]:
    """First contact outside the own house weighs most, the fourth answer of a running thread least."""
    if message.channel is Channel.MESSENGER:
        return Severity.SUGGESTION, 4
    if message.is_internal:
        return Severity.SUGGESTION, 16
    if message.is_reply:
        return (Severity.SUGGESTION, 12) if _depth(message) >= _RUNNING_THREAD else (Severity.WARNING, 18)
    if message.relationship is Relationship.NONE or (
        message.headers.known and message.headers.from_ is not None and message.headers.to
    ):
        return Severity.ERROR, 24
    return Severity.WARNING, 20


def _depth(message: Message) -> int:
    """How many messages deep the quote goes."""
    texts = [quote.span.of(message.text) for quote in message.parts.quotes]
    marks = (run.count(">") for text in texts for run in _QUOTE_MARKS.findall(text))
    return max([*marks, *(len(_INTRODUCTION.findall(text)) for text in texts)], default=0)


def _suggestion(message: Message, context: Context, start: int) -> Suggestion:
    greeting = greeting_for(context.thread, message.language)
    first, lowered = (
        lowered_first_word(message.text, start)
        if greeting.endswith(",") and message.base_language == "de"
        else ("", "")
    )
    return Suggestion(f"{greeting}\n\n{lowered}", Span(start, start + len(first)))


RULE = Rule(
    id="salutation.missing",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Anrede fehlt", "no salutation"),
    message=Text("Die Nachricht beginnt ohne Anrede.", "The message starts without a salutation."),
    why=Text(
        "Wer nicht begrüßt wird, fühlt sich nicht gemeint. Eine Zeile mit dem Namen genügt.",
        "A reader who is not greeted does not feel meant. One line with the name is enough.",
    ),
    source="DIN 5008: the salutation is a fixed part of a business letter, also by e-mail; internal mail is exempt",
    check=check,
    limits=Text(
        "Kurze Begleitnotizen über einer Weiterleitung und Antworten im Chat werden nicht beanstandet.",
        "Short notes above a forward and answers in a chat are not flagged.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Vielen Dank für das Angebot. Wir melden uns nächste Woche.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    better="Guten Tag Anna Meyer,\n\nvielen",
                ),
                Example(
                    "die Unterlagen sind angekommen, ich prüfe sie bis Freitag.\n\nViele Grüße\nTom Weiß",
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    better="Guten Tag Dr. Anna Meyer,\n\n",
                ),
                Example(
                    "Der Termin passt mir gut.\n\nMit freundlichen Grüßen\nHans Groß\n\nAm 03.03.2026 um 14:12 "
                    "schrieb Anna Meyer <anna@example.com>:\n"
                    "> Sehr geehrter Herr Groß,\n> passt Ihnen Dienstag?\n> Mit freundlichen Grüßen\n> Anna Meyer",
                    better="Guten Tag Anna Meyer,\n\nder",
                ),
            ),
            good=(
                Example("Moin Jan,\n\ndas passt so.\n\nGruß\nHauke"),
                Example("Frau Müller,\n\nder Bericht ist fertig.\n\nViele Grüße\nTom Weiß"),
                Example("Danke, Enzo. Ich schaue es mir heute noch an.\n\nViele Grüße\nTom"),
                Example("Grüß Gott,\n\nhaben Sie am Montag geöffnet?\n\nFreundliche Grüße\nAnna Meyer"),
                Example(
                    "ACME GmbH\nHauptstraße 5\n12345 Berlin\n\nSehr geehrte Damen und Herren,\n\nhiermit kündige "
                    "ich den Vertrag.\n\nMit freundlichen Grüßen\nAnna Meyer"
                ),
                Example("Danke!"),
                Example("Kannst du um drei?", channel=Channel.MESSENGER, answered="Wann passt es dir?"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Thank you for the offer. We will let you know next week.\n\nKind regards,\nTom White",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    better="Dear Anna Meyer,\n\n",
                ),
                Example(
                    "The report is done and I have put it on the drive.\n\nRegards,\nTom",
                    from_="Tom White <tom@example.com>",
                    to=("Anna Meyer <anna@example.com>",),
                    better="Hi Anna,\n\n",
                ),
            ),
            good=(
                Example(
                    "Jeff - the report is done, you will find it on the drive.\n\nThanks,\nTom",
                    to=("Jeff Dole <jeff@example.com>",),
                ),
                Example("Stan:  I will call you on Monday.\n\nTom", to=("Stan Hill <stan@example.com>",)),
                Example("Good morning,\n\nthe room is booked for three o'clock.\n\nRegards,\nTom"),
                Example(
                    "Privileged and confidential\n\nJim / Karen -\n\nplease find my notes below.\n\nThanks,\nTom",
                    to=("Jim Bond <j@example.com>", "Karen Blix <k@example.com>"),
                ),
            ),
        ),
    },
)
