"""What a machine puts under a message: legal notices, "sent from my …", advertisements, list footers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msglint.message.lines import Line
from msglint.message.patterns import lazy

_MOBILE = re.compile(
    r"\s*(?:von meinem|von meiner|gesendet von|gesendet über|gesendet mit|gesendet aus|diese nachricht wurde von|"
    r"diese e-mail wurde|sent from|sent via|"
    r"sent with|get outlook|holen sie sich outlook|outlook für|hol dir outlook|virenfrei|virus-free|von samsung|"
    r"do you yahoo|get your free|join the world|msn photos|chat with friends|share your pictures|"
    r"outlook for (?:ios|android)|this message has been scanned)",
    re.IGNORECASE,
)
_MOBILE_ONLY_WITH = lazy(
    r"iphone|ipad|handy|smartphone|mobil|android|samsung|galaxy|huawei|blackberry|mail|outlook|gmx|web\.de|yahoo|"
    r"msn|avast|avg|proton|telekom|app\b"
    r"|www\.|virus|viren|free",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"diese (?:e-?mail|nachricht|mail)\b.{0,80}(?:enthält|ist|kann|könnte|und\b.{0,40}vertraulich)|"
    r"vertraulich\w*\b.{0,120}(?:adressat|empfänger|bestimmt|e-?mail|nachricht)"
    r"|(?:ausschließlich|nur)\s+für\s+den\b.{0,40}\b(?:adressaten|empfänger)|nicht der (?:richtige|beabsichtigte|"
    r"vorgesehene) (?:adressat|empfänger)|irrtümlich erhalten|unbefugt\w* (?:weitergabe|kopieren)|haftungsausschlu"
    r"|this (?:e-?mail|message|communication|transmission)\b.{0,120}(?:confidential|privileged|intended|property|"
    r"may contain)|intended (?:recipient|only|solely|for the)"
    r"|confidential(?:ity)? (?:notice|note|information)|if you (?:are not|have received this)|received this "
    r"(?:e-?mail|message|communication)?\s*in error"
    r"|please consider the environment|bitte (?:denken|prüfen) sie (?:an|der umwelt|vor dem)|informationspflichten|"
    r"datenschutzhinweis|"
    r"to unsubscribe|abbestellen",
    re.IGNORECASE | re.DOTALL,
)
_ADVERT = re.compile(
    r"\b(?:virenfrei|virus-free)\b.{0,40}\b(?:avast|avg)\b|sie (?:erhalten|bekommen) diese (?:e-?mail|nachricht),? "
    r"weil|you (?:are receiving|received) this (?:e-?mail|message) because",
    re.IGNORECASE,
)
_FILE_TRACE = re.compile(
    r"\s*(?:<<[^<>]{3,200}>>|(?:-\s+)?[\w][^\n]{1,200}\.(?:docx?|xlsx?|pdf|jpe?g|gif|png|pptx?|txt|zip|tif|htm))\s*$",
    re.IGNORECASE,
)
_MOST_GLUED_LINES = 60
_RULE = re.compile(r"\s*[_*=~\-#]{5,}\s*$")


def footer_start(lines: Sequence[Line]) -> int:
    """Index of the first line of the footer at the end of `lines`; `len(lines)` where there is none."""
    end = len(lines)
    while True:
        start = _last_paragraph(lines, end)
        if start is None:
            return end
        block = lines[start:end]
        if _is_footer(block):
            end = start
        else:
            return _inside(lines, start, end)


def _last_paragraph(lines: Sequence[Line], end: int) -> int | None:
    at = end
    while at > 0 and lines[at - 1].blank:
        at -= 1
    if at == 0:
        return None
    while at > 0 and not lines[at - 1].blank:
        at -= 1
    return at


def _is_footer(block: Sequence[Line]) -> bool:
    filled = [line.text for line in block if not line.blank]
    whole = " ".join(line.strip() for line in filled)
    if all(_RULE.match(line) or _FILE_TRACE.match(line) for line in filled) or _FILE_TRACE.match(whole):
        return True
    if _RULE.match(filled[0]) and len(filled) > 1:
        filled = filled[1:]
    whole = " ".join(line.strip() for line in filled)
    return (
        _is_mobile(filled[0])
        or _ADVERT.search(whole) is not None
        or (_LEGAL.search(whole) is not None and len(whole) > 60)
    )


def _is_mobile(line: str) -> bool:
    return len(line) < 160 and _MOBILE.match(line) is not None and _MOBILE_ONLY_WITH.search(line) is not None


def _inside(lines: Sequence[Line], start: int, end: int) -> int:
    """A footer that is glued to the last paragraph without a blank line."""
    for at in range(max(start + 1, end - _MOST_GLUED_LINES), end):
        if _is_mobile(lines[at].text) or (
            _RULE.match(lines[at].text) and at + 1 < end and _is_footer(lines[at + 1 : end])
        ):
            return at
    return end
