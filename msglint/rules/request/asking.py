"""How a text asks something of its reader."""

from __future__ import annotations

import re

from msglint.contacts.thread import Thread
from msglint.message.model import Audience, Channel, Message, Relationship
from msglint.message.patterns import lazy
from msglint.message.subject import without_prefixes

_ANY_REQUEST = {
    "de": lazy(
        r"\?|\b(?:bitte\w*|gebeten|erbitte\w*|erbeten|könn(?:t?en?|test)|würde\w*|möchten?(?!\s+(?:ich\s+|wir\s+)?(?:mich|uns|ihnen)\b[^.!?]{0,80}vorstellen)|wäre\w*|freue\w*|hoffe\w*|dankbar|"
        r"gern\w*|melde\w*|rückmeldung\w*|antwort\w*|rückruf\w*|anruf\w*|biete\w*|angebot\w*|vorschlag\w*|vorschlage\w*|"
        r"schlag\w*|termin\w*|gespräch\w*|treffen|interess\w*|bewerb\w*|wünsch\w*|einlad\w*|lade\w*|wende\w*|frage\w*|"
        r"benötig\w*|brauche\w*|erreichbar|suche\w*|\w+en\s+Sie|schicke?|sende?|gib|sag|ruf)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\?|\b(?:please|kindly|could|can\s+you|would|will\s+you|let\s+(?:me|us)|look(?:ing)?\s+forward|hope|hoping|ask\w*|"
        r"request\w*|offer\w*|propos\w*|suggest\w*|appreciate\w*|grateful|happy|glad|love|like|interest\w*|apply\w*|"
        r"applicat\w*|invit\w*|meet\w*|call|reply|respon\w+|contact|send|need\w*|want\w*|feel\s+free|if\s+you|join|visit|"
        r"welcome|wish\w*|wonder\w*)\b",
        re.IGNORECASE,
    ),
}
_SOFT = {
    "de": lazy(
        r"\b(?:bitte\w*|gebeten|erbitte\w*|dank\w*|merci|könn(?:t?en?|test|tet)|kannst|könnt|würde\w*|wäre\w*|gern\w*|"
        r"freundlicherweise|möchte\w*|lieb\s+von|nett|freue\w*|hilf\w*|helfen|einladen|lade\w*|bitt\w*)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:pl(?:ease|s|z|ea+se)|pleas|kindly|thank\w*|thx|thanx|tks|cheers|could|can\s+(?:you|we|i)|would|will\s+you|"
        r"appreciat\w*|grateful|gratitude|help\w*|favou?r|if\s+you|feel\s+free|welcome|sorry|love|glad|happy|let['’]?s|"
        r"may\s+i|might|mind|wonder\w*|obliged)\b",
        re.IGNORECASE,
    ),
}
_USUAL = ("bitte", "please", "thank", "dank", "could you", "would you", "could we")
_VAGUE_SUBJECT = lazy(
    r"\b(?:kurze?|kleine?|eine?|frage[n]?|anfrage|info\w*|hallo|hi|hello|hey|moin|guten|tag|wichtig\w*|dringend\w*|eilt|bitte|"
    r"um|rückruf|anruf|telefonat|telefon|termin|gespräch|nachricht|mail|e-mail|update|quick|short|question[s]?|"
    r"call|callback|back|me|please|request|urgent|important|message|note|news|meeting|talk|chat|fyi|help|hilfe|"
    r"anliegen|thema|betreff|kein|ohne|no|subject|test|rückfrage|zeit|time|the|der|die|das|an|a|my|von|from|für|for)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}|\d{3,}")


def asks_or_offers(text: str, language: str) -> bool:
    """Whether the text asks, offers or hopes for anything: widely understood, so that a no is sure."""
    return _ANY_REQUEST[language].search(text) is not None


def is_softened(text: str, language: str) -> bool:
    """Whether a please, a thank-you, a could or the like stands anywhere in the text."""
    return mentions(text, _USUAL) or _SOFT[language].search(text) is not None


def mentions(text: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words, in small letters, stands in the text: the cheap test before an expression."""
    lowered = text.lower()
    return any(word in lowered for word in words)


def has_topic(subject: str | None) -> bool:
    """Whether the subject line says what it is about."""
    return _WORD.search(_VAGUE_SUBJECT.sub(" ", without_prefixes(subject or ""))) is not None


def is_relaxed(message: Message, thread: Thread) -> bool:
    """Among people who see each other's plans and know each other's number: a chat, one house, a German du.

    In English first names say little; there only strangers and formal letters are not.
    """
    if message.channel is Channel.MESSENGER or message.is_internal or message.audience is Audience.COLLEAGUE:
        return True
    if message.base_language == "de":
        return thread.form_of_address == "du"
    return thread.form_of_address != "Sie" and message.relationship is not Relationship.NONE


def is_for_an_outsider(message: Message) -> bool:
    """The headers say who reads it, and that is nobody of one's own house."""
    headers = message.headers
    return headers.from_ is not None and bool(headers.recipients) and not message.is_internal
