"""Where the writer can be reached, and how he asks to be called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.patterns import lazy

_CALLING = {
    "de": lazy(
        r"\bruf(?:e|en\s+Sie|t)?\s+(?:bitte\s+|doch\s+|mal\s+)*(?:mich|uns)\b(?:\s+(?!an\b|zurück\b)[^\s.!?,;]+){0,7}\s+(?:an|zurück)\b|"
        r"\b(?:mich|uns)\s+(?:\S+\s+){0,4}?(?:anzurufen|zurückzurufen)\b|"
        r"\b(?:könn(?:t?en\s+Sie|test\s+du)|kannst\s+du|würden\s+Sie)\s+(?:bitte\s+)?(?:mich|uns)\s+(?:\S+\s+){0,6}?"
        r"(?:anrufen|zurückrufen)\b|"
        r"\bbitte[nt]?\s+(?:ich\s+|wir\s+)?(?:Sie\s+|dich\s+)?(?:höflich\s+|dringend\s+)?um\s+(?:\w+\s+){0,3}?"
        r"(?:telefonischen?\s+)?(?:Rückruf|Anruf|Rückmeldung\s+per\s+Telefon)\b|"
        r"\bmeld(?:e|en|et)?\s+(?:dich|sie\s+sich|euch)\s+(?:[^\s.!?,;]+\s+){0,5}?telefonisch\b|"
        r"\bbitte\s+(?:[^\s.!?,;]+\s+){0,4}?telefonisch\s+(?:bei\s+(?:mir|uns)\s+(?:zu\s+)?|mit\s+(?:mir|uns)\s+in\s+Verbindung\s+|zu\s+)?"
        r"(?:melden|setzen|kontaktieren)\b|\bkontaktieren\s+Sie\s+(?:mich|uns)\s+(?:bitte\s+)?telefonisch\b|"
        r"\b(?:klingel[ne]?|läute[n]?|ruf(?:e|en)?)(?:\s+(?:Sie|doch|bitte|mal|kurz|eben|einfach))*\s+durch\b|"
        r"(?<!um )(?<!auf )\b(?:Rückruf|Anruf)\s+(?:ist\s+)?(?:erbeten|erwünscht|nötig|erforderlich)\b|"
        r"\bbitte\s+(?:(?:dringend|um|kurzen|umgehenden|baldigen)\s+)*(?:Rückruf|zurückrufen)\b|\bgreifen\s+Sie\s+zum\s+(?:Hörer|Telefon)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:please\s+)?(?:call|phone|ring)\s+(?:me|us)\b(?:\s+back\b)?|\b(?:please\s+)?give\s+(?:me|us)\s+a\s+"
        r"(?:quick\s+|brief\s+)?(?:call|ring|buzz|shout)\b(?:\s+back\b)?|\bplease\s+(?:call|phone|ring)\s+(?:(?:the|my|our)\s+office|back)\b|"
        r"\bplease\s+(?:contact|get\s+in\s+touch\s+with)\s+(?:me|us)\s+by\s+(?:tele)?phone\b|"
        r"\bpick\s+up\s+the\s+phone\s+and\s+(?:call|ring)\b",
        re.IGNORECASE,
    ),
}
_PHONE = lazy(
    r"(?<![\w.])(?:\+|00|\(?0)(?!\d{1,2}\.\s?\d{1,2}\.)\d(?:[ ()/.–-]{0,3}\d){5,}|"
    r"\b(?:tel|telefon\w*|fon|phone|mobil\w*|handy\w*|cell|ext|extension|durchwahl|dw|apparat|nummer|number|ring|call|"
    r"me|mich|uns|us|at|unter|work|home|office)\b[\s.:#/(]{0,6}(?:\+|x\s?)?\(?\d(?:[ ()/.–-]{0,3}\d){3,}|"
    r"\(?\b\d{3}\)?[ ./-]{1,2}(?:\d{3}[ .-])?\d{4}\b|\bx\s?-?\d[\d-]{3,6}\b|"
    r"\b(?:meine|unsere|my|our)\s+(?:\w+\s+)?(?:telefon|handy|mobil)?(?:nummer|number|durchwahl|extension)\b|"
    r"\b(?:phone|tel|telephone|fax)\b[^\w\n]{0,4}\n?[^\w\n]{0,6}\d",
    re.IGNORECASE,
)
_OTHER_WAY = lazy(r"\S@\S|https?://|www\.", re.IGNORECASE)


def has_phone(text: str) -> bool:
    """Whether a telephone number stands in the text, or one is said to be known."""
    return _PHONE.search(text) is not None


def has_address(text: str) -> bool:
    """Whether a mail address or a page stands in the text."""
    return _OTHER_WAY.search(text) is not None


def asks_for_call(text: str, language: str) -> Iterator[re.Match[str]]:
    """The places where the reader is asked to call."""
    yield from _CALLING[language].finditer(text)
