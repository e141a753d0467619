"""body.empty: a message without words of its own."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.social import is_social
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule, Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit, if nothing stands between salutation and closing. A thank-you or a wish is something."""
    parts = message.parts
    if parts.body_text.strip() or any(is_social(span.of(message.text)) for span in _formulas(message)):
        return
    place = parts.salutation.span.end if parts.salutation else (parts.own[0].start if parts.own else 0)
    yield Hit(span=Span(place, place), part="body", confidence=0.95, suggestions=_suggestions(message, place))


def _formulas(message: Message) -> Iterator[Span]:
    """Salutation and closing: `Danke, Enzo!` and `Vielen Dank!` say something."""
    parts = message.parts
    if parts.salutation is not None:
        yield parts.salutation.span
    if parts.closing is not None:
        yield parts.closing.span


def _suggestions(message: Message, place: int) -> tuple[Suggestion, ...]:
    attachment = next((file for file in message.attachments or () if not file.inline), None)
    if attachment is None or not attachment.filename:
        return ()
    if message.base_language == "de":
        text = f"\n\nim Anhang finden Sie die Datei „{attachment.filename}“."
    else:
        text = f"\n\nPlease find the file “{attachment.filename}” attached."
    return (Suggestion(text, Span(place, place)),)


RULE = Rule(
    id="body.empty",
    languages=frozenset(),
    severity=Severity.ERROR,
    title=Text("Nachricht ohne Text", "message without text"),
    message=Text("Die Nachricht enthält keinen eigenen Text.", "The message has no text of its own."),
    why=Text(
        "Der Empfänger muss raten, was gemeint ist, oder hält die Nachricht für einen Fehler oder für Spam.",
        "The reader has to guess what is meant, or takes the message for a mistake or for spam.",
    ),
    source="what every mail client asks about an empty subject, asked about the text",
    check=check,
    supersedes=frozenset({"closing.missing", "closing.unsigned", "salutation.missing"}),
    examples={
        "de": Examples(
            bad=(
                Example("Sehr geehrte Frau Meyer,\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example("Hallo Anna,\n\nGruß\nTom"),
            ),
            good=(
                Example("Hallo Anna,\n\nvielen Dank!\n\nGruß\nTom"),
                Example("Frohe Weihnachten!"),
                Example("Passt."),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Dear Ms Parker,\n\nKind regards,\nTom White"),
                Example("Hi Anna,\n\nBest regards,\nTom"),
            ),
            good=(
                Example("Thanks!"),
                Example("Hi Anna,\n\nsounds good.\n\nTom"),
                Example("Congratulations, Anna!"),
            ),
        ),
    },
)
