"""salutation.capital-after-comma: "Sehr geehrte Frau Meyer, Vielen Dank …"."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.language import language_of
from msglint.message.model import Message
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.salutation.lowercase import SMALL_WORDS, first_word
from msglint.texts import Text

_MAY_BE_A_NAME = frozenset({"gut", "kurz", "man", "schön"})  # "Gut Wasserburg lädt ein"


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first word of the body, if it is a word that German writes small."""
    salutation = message.parts.salutation
    if salutation is None or salutation.mark != "," or message.language == "de-CH" or not message.parts.body:
        return
    if language_of(message, message.parts.body[0]) != "de":
        return
    at, word = first_word(message.text, salutation.span.end)
    if not word[:1].isupper() or word[1:].isupper() or word.lower() not in SMALL_WORDS:
        return
    if word.lower() in _MAY_BE_A_NAME and message.text[at + len(word) :].lstrip(" ")[:1].isupper():
        return
    if not any(span.start <= at < span.end for span in message.parts.body) or _is_heading(message.text, at):
        return
    small = word[0].lower() + word[1:]
    span = Span(at, at + len(word))
    yield Hit(
        span=span,
        values={"word": word, "small": small},
        confidence=0.95,
        suggestions=(Suggestion(small, span, safe=True),),
    )


def _is_heading(text: str, at: int) -> bool:
    """A short line of its own above a blank line, without a full stop, is a heading and keeps its capital."""
    end = text.find("\n", at)
    line = text[at:] if end < 0 else text[at:end]
    below = "" if end < 0 else text[end + 1 : end + 2]
    return len(line.split()) <= 5 and line.rstrip()[-1:] not in ".!?,;" and below == "\n"


RULE = Rule(
    id="salutation.capital-after-comma",
    languages=frozenset({"de"}),
    severity=Severity.SUGGESTION,
    title=Text("Großschreibung nach dem Anredekomma", "capital after the salutation's comma"),
    message=Text(
        "Nach dem Komma der Anrede geht es klein weiter: „{small}“.",
        "After the salutation's comma German goes on in lower case: “{small}”.",
    ),
    why=Text(
        "Anrede und erster Satz sind ein Satz. Der Großbuchstabe fällt Lesern auf, die auf Form achten.",
        "Salutation and first sentence are one sentence. Readers who care for form notice the capital.",
    ),
    source="Duden K 132; DIN 5008: lower case after the comma unless the first word is a noun, a name or a form of "
    "address",
    check=check,
    limits=Text(
        "Erkennt nur Wörter, die sicher klein geschrieben werden; Hauptwörter und Anredewörter bleiben unberührt.",
        "Knows only words that are surely written small; nouns and forms of address are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nVielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen\nHans Groß",
                    flagged="Vielen",
                    better="vielen",
                ),
                Example(
                    "Hallo Tom,\nIch schicke dir den Bericht.\n\nViele Grüße\nAnna",
                    flagged="Ich",
                    better="ich",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nIhre Nachricht hat mich gefreut.\n\nMit freundlichen Grüßen\nHans Groß"
                ),
                Example("Hallo Tom,\n\nDu hast recht.\n\nViele Grüße\nAnna"),
                Example(
                    "Sehr geehrte Frau Meyer!\n\nVielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen\nHans Groß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nRechnung und Lieferschein liegen bei.\n\nMit freundlichen "
                    "Grüßen\nHans Groß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nVielen Dank für Ihre Nachricht.\n\nFreundliche Grüsse\nHans Gross",
                    language="de-CH",
                ),
            ),
        ),
    },
)
