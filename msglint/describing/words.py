"""Words for what a rule consists of, for whatever shows a description."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msglint.texts import Text

OFF: Final = "off"

SEVERITIES: Final[Mapping[str, Text]] = {
    "error": Text("Fehler", "error"),
    "warning": Text("Warnung", "warning"),
    "suggestion": Text("Vorschlag", "suggestion"),
    OFF: Text("aus", "off"),
}
LANGUAGES: Final[Mapping[str, Text]] = {"de": Text("Deutsch", "German"), "en": Text("Englisch", "English")}
FAMILIES: Final[Mapping[str, Text]] = {
    "salutation": Text("Anrede", "Salutation"),
    "recipient": Text("Empfänger", "Recipient"),
    "body": Text("Text", "Body"),
    "boilerplate": Text("Floskeln", "Boilerplate"),
    "closing": Text("Grußformel", "Closing"),
    "subject": Text("Betreff", "Subject"),
    "register": Text("Du und Sie", "Du and Sie"),
    "attachment": Text("Anhang", "Attachment"),
    "placeholder": Text("Platzhalter", "Placeholder"),
    "impersonal": Text("Unpersönliches", "Impersonal"),
    "signature": Text("Signatur", "Signature"),
    "date": Text("Datum und Zeit", "Date and time"),
    "request": Text("Bitten und Fragen", "Requests"),
    "tone": Text("Ton", "Tone"),
    "form": Text("Schreibweise", "Form"),
    "spelling": Text("Rechtschreibung", "Spelling"),
    "grammar": Text("Grammatik", "Grammar"),
}
AND: Final = Text(" und ", " and ")
PARTS: Final[Mapping[str, Text]] = {
    "body": Text("im Text", "in the body"),
    "subject": Text("im Betreff", "in the subject"),
    "salutation": Text("in der Anrede", "in the salutation"),
    "closing": Text("in der Grußformel", "in the closing"),
    "own": Text("im eigenen Text mit Anrede, Grußformel und Signatur", "in the own text with salutation and signature"),
    "signature": Text("in der Signatur", "in the signature"),
    "text": Text("in der ganzen Nachricht, auch im Zitat", "in the whole message, quotes too"),
}
KINDS: Final[Mapping[str, Text]] = {
    "phrase": Text("Sucht diese Wendungen", "Looks for these phrases"),
    "substitution": Text("Schlägt für diese Wendungen andere vor", "Proposes other wording for these phrases"),
    "regex": Text("Sucht, was auf diese Ausdrücke passt", "Looks for what these expressions match"),
    "tokens": Text(
        "Sucht Folgen von Wörtern nach Grundform und Wortart", "Looks for rows of words by lemma and part of speech"
    ),
    "occurrence": Text("Zählt", "Counts"),
    "required": Text("Vermisst etwas", "Misses something"),
}
FROM: Final = Text("Von", "From")
TO: Final = Text("An", "To")
CC: Final = Text("Kopie", "Cc")
BCC: Final = Text("Blindkopie", "Bcc")
SUBJECT: Final = Text("Betreff", "Subject")
ANSWERS: Final = Text("Antwort auf", "Answers")
ATTACHMENTS: Final = Text("Anhänge", "Attachments")
CHANNEL: Final = Text("Weg", "Channel")
AUDIENCE: Final = Text("Empfänger ist", "Audience")
RELATIONSHIP: Final = Text("Beziehung", "Relationship")
LANGUAGE: Final = Text("Sprache", "Language")
WRITTEN: Final = Text("Geschrieben am", "Written on")
OPTIONS: Final = Text("Einstellungen", "Options")
NONE: Final = Text("keiner", "none")
NO_FILES: Final = Text("keine", "none")


def family_title(family: str, language: str) -> str:
    """What a family of rules is called; its own name where it is not one of msglint's."""
    return FAMILIES[family].in_(language) if family in FAMILIES else family
