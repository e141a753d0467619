"""subject.missing: an e-mail without a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.message.questions import questions_of
from msglint.message.subject import without_prefixes
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Need, Rule
from msglint.texts import Text

_PLACEHOLDER = lazy(
    r"\W*(?:\(?(?:no subject|kein betreff|ohne betreff|keinbetreff|none|betreff|subject)\)?)\W*",
    re.IGNORECASE,
)
_MAX_WORDS = 7


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the subject, if it is empty or names only that it is empty."""
    if message.channel is not Channel.EMAIL:
        return
    subject = message.headers.subject or ""
    if subject.strip() and not _PLACEHOLDER.fullmatch(without_prefixes(subject) or "subject"):
        return
    bare_prefix = bool(subject.strip()) and not without_prefixes(subject)
    yield Hit(
        span=Span(0, len(subject)),
        part="subject",
        severity=Severity.SUGGESTION if bare_prefix else None,
        confidence=0.95,
        suggestions=_suggestion(message, len(subject)),
    )


def _suggestion(message: Message, length: int) -> tuple[Suggestion, ...]:
    """The question that the message asks, as a subject, where it is short enough."""
    asked = questions_of(message.parts.body_text, most=1)
    if not asked or len(asked[0].split()) > _MAX_WORDS:
        return ()
    return (Suggestion(asked[0][0].upper() + asked[0][1:], Span(0, length)),)


RULE = Rule(
    id="subject.missing",
    languages=frozenset(),
    severity=Severity.ERROR,
    title=Text("Betreff fehlt", "no subject"),
    message=Text("Die Mail hat keinen Betreff.", "The mail has no subject."),
    why=Text(
        "Ohne Betreff wird die Mail übersehen, für Spam gehalten und nie wiedergefunden. Drei bis sieben Wörter "
        "genügen: Sache, Anliegen, Datum.",
        "Without a subject the mail is overlooked, taken for spam and never found again. Three to seven words will "
        "do: topic, request, date.",
    ),
    source="DIN 5008: the subject is always filled",
    check=check,
    needs=frozenset({Need.HEADERS}),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Hallo Anna,\n\npasst dir Dienstag?\n\nGruß\nTom",
                    headers=True,
                    subject="",
                    better="Passt dir Dienstag?",
                ),
                Example("Hallo Anna,\n\nder Bericht ist fertig.\n\nGruß\nTom", headers=True),
                Example(
                    "Hallo Anna,\n\nder Bericht ist fertig.\n\nGruß\nTom",
                    headers=True,
                    subject="(kein Betreff)",
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nder Bericht ist fertig.\n\nGruß\nTom",
                    headers=True,
                    subject="Bericht März",
                ),
                Example("Hallo Anna,\n\nder Bericht ist fertig.\n\nGruß\nTom"),
                Example(
                    "Hallo Anna,\n\nder Bericht ist fertig.\n\nGruß\nTom",
                    headers=True,
                    channel=Channel.CONTACT_REQUEST,
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Hi Anna,\n\nthe report is done.\n\nBest regards,\nTom", headers=True, subject="  "),
                Example(
                    "Hi Anna,\n\nthe report is done.\n\nBest regards,\nTom",
                    headers=True,
                    subject="(no subject)",
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nthe report is done.\n\nBest regards,\nTom",
                    headers=True,
                    subject="Re: March report",
                ),
                Example("Hi Anna,\n\nthe report is done.\n\nBest regards,\nTom", headers=True, subject="Report"),
            ),
        ),
    },
)
