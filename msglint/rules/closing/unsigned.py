"""closing.unsigned: nobody's name stands under the message."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.personal import sounds_familiar
from msglint.message.model import Channel, Mark, Message
from msglint.message.social import says_thanks
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Need, Rule
from msglint.rules.closing.wording import signature_name
from msglint.texts import Text

_SHORT_ANSWER = 15
_WARM = ("lieb", "ganz lieb", "bis ", "bussi", "love", "xoxo")
_THANKS_WORDS = 2


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit at the end of the own text, if no name, initials or signature follow the closing or the last words."""
    parts = message.parts
    if (
        parts.signed
        or not parts.own
        or (message.channel is not Channel.EMAIL and message.channel is not Channel.LETTER)
    ):
        return
    if _is_a_note(message) or _is_among_friends(message, context):
        return
    place = parts.closing.after if parts.closing else parts.own[-1].end
    place = min(place, parts.own[-1].end)
    yield Hit(
        span=Span(place, place),
        part="signature",
        severity=_weight(message, context),
        price=8,
        confidence=0.8,
        suggestions=_suggestion(message, context, place),
    )


def _is_among_friends(message: Message, context: Context) -> bool:
    """They say du, and take leave with a warm word: the reader knows who writes."""
    closing = message.parts.closing
    if closing is None or not sounds_familiar(context.thread):
        return False
    return closing.abbreviated or closing.span.of(message.text).lower().startswith(_WARM)


def _is_a_note(message: Message) -> bool:
    """A few words to a colleague or above a forward need no name: it stands in the header; nor does a `Danke!`."""
    own = message.parts.own_text
    if message.base_language == "de" and len(own.split()) <= _THANKS_WORDS and says_thanks(own):
        return True
    words = len(message.parts.body_text.split())
    forwards = any(quote.kind is Mark.FORWARD for quote in message.parts.quotes)
    return (
        (message.is_internal or message.is_reply or forwards)
        and words <= _SHORT_ANSWER
        and message.headers.from_ is not None
    )


def _weight(message: Message, context: Context) -> Severity:
    """Where the header shows the name, or the two are on first-name terms, it is a suggestion."""
    sender = context.thread.sender
    if message.is_internal or sounds_familiar(context.thread) or (sender is not None and sender.certain):
        return Severity.SUGGESTION
    return Severity.WARNING


def _suggestion(message: Message, context: Context, place: int) -> tuple[Suggestion, ...]:
    if message.parts.closing is None:
        return ()  # closing.missing proposes closing and name together
    name = signature_name(message, context)
    return (Suggestion(f"\n{name}", Span(place, place)),) if name else ()


RULE = Rule(
    id="closing.unsigned",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Name des Absenders fehlt", "not signed"),
    message=Text("Unter der Nachricht steht kein Name.", "No name stands under the message."),
    why=Text(
        "Der Name am Schluss sagt: Dafür stehe ich. Ohne ihn weiß der Leser nicht, wen er ansprechen soll.",
        "The name at the end says: I stand for this. Without it the reader does not know whom to turn to.",
    ),
    source="DIN 5008: the name of the signatory stands under the closing",
    check=check,
    needs=frozenset({Need.WHOLE_TEXT}),
    limits=Text(
        "Fügt ein Programm die Signatur erst beim Senden an, schalten Sie die Regel ab.",
        "If a program adds the signature on sending, switch the rule off.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Unterlagen sind angekommen und werden geprüft.\n\nMit "
                    "freundlichen Grüßen"
                ),
                Example(
                    "Hallo Anna,\n\nich schicke dir morgen den Bericht.\n\nViele Grüße",
                    from_="Tom Weiß <tom@example.com>",
                    better="\nTom",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nich schicke dir morgen den Bericht.\n\nViele Grüße, Tom"),
                Example("Hallo Anna,\n\nich schicke dir morgen den Bericht.\n\nViele Grüße\n-- \nTom Weiß\nACME GmbH"),
                Example("Hallo Anna,\n\nich schicke dir morgen den Bericht.\n\nLiebe Grüße von Tom"),
                Example("Hallo Anna,\n\nich bringe dir am Samstag die Bücher mit.\n\nLiebe Grüße"),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Dear Ms Parker,\n\nyour documents have arrived and are being checked.\n\nKind regards,"),
                Example(
                    "Hi Anna,\n\nI will send you the report tomorrow.\n\nBest regards,",
                    from_="Tom White <tom@example.org>",
                    better="\nTom White",
                ),
            ),
            good=(
                Example("Hi Anna,\n\nI will send you the report tomorrow.\n\nBest regards, Tom"),
                Example("Anna,\n\nplease let me know whether this works for you. Thanks. TW"),
                Example("Hi Anna,\n\nI will send you the report tomorrow.\n\nTom White\nACME Ltd\nPhone: 020 1234567"),
            ),
        ),
    },
)
