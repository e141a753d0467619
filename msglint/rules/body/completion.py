"""Turns a fragment into the sentences that its writer meant, taking up what the answered message asked."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from msglint.message.questions import questions_of
from msglint.rules.base import Context, Text


class Kind(NamedTuple):
    """One thing that fragments mean: how to tell it, and the sentence that says it.

    `most_words`: in a longer fragment the same word may mean something else ("no need to review").
    """

    pattern: re.Pattern[str]
    german: str
    german_du: str
    english: str
    most_words: int


def _kind(pattern: str, german: str, german_du: str, english: str, most_words: int = 12) -> Kind:
    return Kind(re.compile(pattern, re.IGNORECASE), german, german_du, english, most_words)


_KINDS = (
    _kind(
        r"\b(?:fyi|z\.?\s?k\.?|zur? (?:info\w*|kenntnis\w*|ihrer \w+|deiner \w+)|(?:for|as) (?:your )?info\w*)\b",
        "das schicke ich Ihnen zur Information. Sie müssen nichts weiter tun.",
        "das schicke ich dir zur Information. Du musst nichts weiter tun.",
        "I am sending you this for your information. There is nothing you need to do.",
    ),
    _kind(
        r"\b(?:anhang|anlage|anbei|beigefügt|attach\w*|enclosed)\b",
        "im Anhang finden Sie alles Weitere. Wenn etwas fehlt, geben Sie mir bitte kurz Bescheid.",
        "im Anhang findest du alles Weitere. Wenn etwas fehlt, gib mir bitte kurz Bescheid.",
        "You will find everything in the attachment. Please let me know if anything is missing.",
    ),
    _kind(
        r"\b(?:s\.\s?u\.|siehe|unten|below|see)\b",
        "alles Weitere steht in der Nachricht unten. Sagen Sie mir bitte, ob das Ihre Frage beantwortet.",
        "alles Weitere steht in der Nachricht unten. Sag mir bitte, ob das deine Frage beantwortet.",
        "You will find everything in the message below. Please let me know whether that answers your question.",
    ),
    _kind(
        r"\b(?:wie|as) (?:besprochen|vereinbart|telefonisch|gewünscht|discussed|agreed|requested|promised)|\bper "
        r"(?:our|your)\b",
        "wie besprochen gehe ich so vor. Wenn etwas fehlt, geben Sie mir bitte kurz Bescheid.",
        "wie besprochen gehe ich so vor. Wenn etwas fehlt, gib mir bitte kurz Bescheid.",
        "As we discussed, I will go ahead. Please let me know if anything is missing.",
    ),
    _kind(
        r"\b(?:leider|nein|nicht|geht nicht|no|not|unfortunately|sorry)\b",
        "leider ist das so nicht möglich. Ich schlage Ihnen gern etwas anderes vor.",
        "leider ist das so nicht möglich. Ich schlage dir gern etwas anderes vor.",
        "I am afraid this is not possible as it stands. I will gladly suggest something else.",
        most_words=3,
    ),
    _kind(
        r"\btermin\b.*\b(?:ok|okay|gut|in ordnung|bestätigt)\b|\b(?:date|time|meeting)\b.*\b(?:ok|okay|fine|good|"
        r"confirmed)\b",
        "der Termin passt mir, ich habe ihn eingetragen. Ich freue mich auf das Gespräch.",
        "der Termin passt mir, ich habe ihn eingetragen. Ich freue mich auf das Gespräch.",
        "The date suits me and I have put it in my calendar. I look forward to our talk.",
    ),
    _kind(
        r"\b(?:erledigt|fertig|done|sent|gesendet|verschickt|geschickt)\b",
        "das ist erledigt. Wenn noch etwas offen ist, sagen Sie mir bitte Bescheid.",
        "das ist erledigt. Wenn noch etwas offen ist, sag mir bitte Bescheid.",
        "This is done. Please let me know if anything is still open.",
    ),
    _kind(
        r"\b(?:ok|okay|ja|gut|gern|gerne|einverstanden|genehmigt|in ordnung|alles klar|prima|super|yes|sure|fine|"
        r"agreed|approved|good|great|perfect)\b",
        "ich bin einverstanden. Bitte gehen Sie so vor wie vorgeschlagen.",
        "ich bin einverstanden. Bitte mach es so wie vorgeschlagen.",
        "I agree. Please go ahead as you suggest.",
        most_words=4,
    ),
)

THANKS = Text("vielen Dank für Ihre Nachricht.", "Thank you for your message.")
_THANKS_DU = "vielen Dank für deine Nachricht."


def completion(fragment: str, context: Context, language: str) -> str:
    """Two or three sentences that say what `fragment` leaves to guessing, or "" where that cannot be known.

    Args:
        fragment: the own text, trimmed.
        context: gives the answered message and the form of address.
        language: `de` or `en`.
    """
    answered = context.thread.answered
    familiar = context.thread.form_of_address == "du"
    words = len(fragment.split())
    meant = next((kind for kind in _KINDS if words <= kind.most_words and kind.pattern.search(fragment)), None)
    asked = questions_of(answered.parts.own_text) if answered is not None else ()
    if meant is None and not asked:
        return ""
    sentences = []
    if answered is not None:
        sentences.append((_THANKS_DU if familiar else THANKS.de) if language == "de" else THANKS.en)
    if asked:
        sentences.append(_taking_up(asked[0], fragment if meant is None else "", language, familiar=familiar))
    if meant is not None:
        sentences.append(_sentence(meant, language, familiar=familiar))
    return " ".join(_started(sentences, language))


def _taking_up(question: str, fragment: str, language: str, *, familiar: bool) -> str:
    """A bridge from the question to the answer; the fragment itself where nothing better is known."""
    if language == "de":
        lead = f"Zu {'deiner' if familiar else 'Ihrer'} Frage „{question}“:"
    else:
        lead = f"You asked: “{question}”"
    return f"{lead} {fragment.rstrip('. ')}." if fragment else lead


def _sentence(kind: Kind, language: str, *, familiar: bool) -> str:
    if language != "de":
        return kind.english
    return kind.german_du if familiar else kind.german


def _started(sentences: list[str], language: str) -> list[str]:
    """The first German sentence goes on after the salutation's comma, the others begin with a capital, but for the one behind a colon."""
    if language != "de":
        return sentences
    result = sentences[:1]
    for before, sentence in pairwise(sentences):
        result.append(sentence if before.endswith(":") else sentence[0].upper() + sentence[1:])
    return result
