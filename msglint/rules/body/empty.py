"""body.empty: a message without words of its own."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.lines import complement
from msglint.message.model import Attachment, Message
from msglint.message.patterns import lazy
from msglint.message.social import is_acknowledgement, is_social
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_SIGN = lazy(r"[?!]|[:;]-?[()DP]|[^\w\s\x00-\x7f\u200b-\u206f\ufeff\u00ad\u2022–—]")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit, if nothing stands between salutation and closing. A thank-you or a wish is something."""
    parts = message.parts
    if parts.body_text.strip() or _has_sign(message):
        return
    if any(is_social(said) or is_acknowledgement(said) for said in _formulas(message)):
        return
    place = parts.salutation.span.end if parts.salutation else (parts.own[0].start if parts.own else 0)
    suggestions = _suggestions(message, place, familiar=context.thread.form_of_address == "du")
    yield Hit(span=Span(place, place), part="body", confidence=0.95, suggestions=suggestions)


def _formulas(message: Message) -> Iterator[str]:
    """Salutation and closing: `Danke, Enzo!` and `Vielen Dank!` say something."""
    parts = message.parts
    if parts.salutation is not None:
        yield parts.salutation.span.of(message.text)
    if parts.closing is not None:
        yield parts.closing.span.of(message.text)
        yield message.text[parts.closing.span.start :].partition("\n")[0]


def _has_sign(message: Message) -> bool:
    """A question mark or an emoji stands there, if no word."""
    parts = message.parts
    named = [
        part.span if not isinstance(part, Span) else part
        for part in (parts.salutation, parts.closing, parts.signature)
        if part
    ]
    for own in parts.own:
        for rest in complement([span for span in named if own.contains(span)], own):
            if _SIGN.search(rest.of(message.text)):
                return True
    return False


def _suggestions(message: Message, place: int, *, familiar: bool) -> tuple[Suggestion, ...]:
    attachment = next((file for file in message.attachments or () if not file.inline), None)
    if attachment is None or not attachment.filename:
        return ()
    salutation = message.parts.salutation
    if message.base_language == "de":
        start = "im" if salutation is not None and salutation.mark == "," else "Im"
        text = f"{start} Anhang {'findest du' if familiar else 'finden Sie'} die Datei „{attachment.filename}“."
    else:
        text = f"Please find the file “{attachment.filename}” attached."
    if salutation is not None:
        text = f"\n\n{text}"
    elif message.text[place:].strip():
        text = f"{text}\n\n"
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
                Example(
                    "Hallo Anna,\n\nGruß\nTom",
                    attachments=(Attachment("a.pdf", "application/pdf"),),
                    better="\n\nim Anhang findest du die Datei „a.pdf“.",
                ),
                Example(
                    "Viele Grüße\nTom Weiß",
                    attachments=(Attachment("a.pdf", "application/pdf"),),
                    better="Im Anhang finden Sie die Datei „a.pdf“.\n\n",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nvielen Dank!\n\nGruß\nTom"),
                Example("Frohe Weihnachten!"),
                Example("Passt."),
                Example("?"),
                Example("Hallo Anna,\n\n👍\n\nGruß\nTom"),
                Example("Bis Montag!"),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Dear Ms Parker,\n\nKind regards,\nTom White"),
                Example("Hi Anna,\n\nBest regards,\nTom"),
            ),
            good=(
                Example("Thanks!"),
                Example("see you on Monday"),
                Example("Hi Anna,\n\nsounds good.\n\nTom"),
                Example("Congratulations, Anna!"),
            ),
        ),
    },
)
