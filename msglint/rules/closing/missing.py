"""closing.missing: the message ends without taking leave."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Channel, Mark, Message
from msglint.message.social import is_social
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Need, Rule
from msglint.rules.closing.wording import closing_for, signature_name
from msglint.texts import Text

_NOTE_WORDS = 12
_WISH_WORDS = 6
_SHORT_ANSWER = 15
_NAME_PRICE = 8
_WITHOUT_NAME = Text("Die Nachricht endet ohne Gruß und Namen.", "The message ends without closing and name.")
_NO_CLOSING_NEEDED = (Channel.MESSENGER, Channel.WEB_FORM, Channel.CONTACT_REQUEST)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit behind the last own words, if no closing is there."""
    parts = message.parts
    if parts.closing is not None or not parts.own or message.channel in _NO_CLOSING_NEEDED or not parts.body:
        return
    if _is_a_note(message):
        return
    severity, price = _weight(message)
    place = parts.body[-1].end
    yield Hit(
        span=Span(place, place),
        part="body",
        severity=severity,
        price=price if parts.signed else price + _NAME_PRICE,
        message=None if parts.signed else _WITHOUT_NAME,
        confidence=0.85,
        suggestions=(_suggestion(message, context, place),),
    )


def _is_a_note(message: Message) -> bool:
    """A few words above a forward, or a bare wish: nothing that one would take leave of."""
    words = message.parts.body_text.split()
    forwards = any(quote.kind is Mark.FORWARD for quote in message.parts.quotes)
    return (forwards and len(words) <= _NOTE_WORDS) or (len(words) <= _WISH_WORDS and is_social(" ".join(words)))


def _weight(message: Message) -> tuple[Severity, int]:
    """Inside one's own house, and in a short answer, a missing good-bye is no more than a suggestion."""
    if message.is_internal:
        return Severity.SUGGESTION, 10
    if message.is_reply and len(message.parts.body_text.split()) <= _SHORT_ANSWER:
        return Severity.SUGGESTION, 10
    return Severity.WARNING, 12


def _suggestion(message: Message, context: Context, place: int) -> Suggestion:
    words = closing_for(message, context)
    name = signature_name(message, context)
    return Suggestion(
        f"\n\n{words}\n{name}" if name and not message.parts.signed else f"\n\n{words}", Span(place, place)
    )


RULE = Rule(
    id="closing.missing",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Grußformel fehlt", "no closing"),
    message=Text("Die Nachricht endet ohne Gruß.", "The message ends without a closing."),
    why=Text(
        "Ohne Gruß bricht die Nachricht ab wie ein Telefonat, bei dem aufgelegt wird.",
        "Without a closing the message breaks off like a telephone call when somebody hangs up.",
    ),
    source="DIN 5008: the closing is a fixed part of a business letter, also by e-mail",
    check=check,
    needs=frozenset({Need.WHOLE_TEXT}),
    supersedes=frozenset({"closing.unsigned"}),
    limits=Text(
        "Dank, Wünsche und „bis bald“ als letzte Worte zählen als Gruß. Kurze Notizen über Weiterleitungen werden "
        "nicht beanstandet.",
        "Thanks, wishes and “see you” as last words count as a closing. Short notes above forwards are not flagged.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Unterlagen sind angekommen und werden geprüft.\n\nTom Weiß",
                    better="\n\nMit freundlichen Grüßen",
                ),
                Example("Hallo Anna,\n\nich schicke dir morgen den Bericht.", better="\n\nViele Grüße"),
                Example(
                    "Guten Tag Frau Aebi\n\nWir liefern am Montag an die Bahnhofstrasse.\n\nReto Frei",
                    language="de-CH",
                    better="\n\nViele Grüsse",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nich schicke dir morgen den Bericht.\n\nlg Tom"),
                Example("Hallo Anna,\n\nich schicke dir morgen den Bericht. Bis bald!"),
                Example("Hallo Anna,\n\ndas habe ich bekommen. Vielen Dank!\n\nTom"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich melde mich am Montag und verbleibe mit freundlichen "
                    "Grüßen.\n\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\nder Bericht kommt morgen.\n\nSchönes Wochenende\nTom\n\nPS: Hast du die Zahlen?"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nyour documents have arrived and are being checked.\n\nTom White",
                    better="\n\nKind regards,",
                ),
                Example("Hi Anna,\n\nI will send you the report tomorrow.", better="\n\nBest regards,"),
            ),
            good=(
                Example("Hi Anna,\n\nI will send you the report tomorrow.\n\nCheers,\nTom"),
                Example("Anna,\n\nplease let me know whether this works for you. Thanks. TW"),
                Example("Dear Ms Parker,\n\nyour documents have arrived.\n\nSincerely yours,\nTom White"),
            ),
        ),
    },
)
