"""attachment.missing: the text promises an attachment, and none is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Message
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Rule, Text

_PROMISES = {
    "de": re.compile(
        r"\b(?:anbei|im\s+anhang|in\s+der\s+anlage|als\s+anlage|als\s+anhang|im\s+attachment|(?:ist|sind|liegt|"
        r"liegen|habe|haben|hab|wurde|wurden)\b[^.!?\n]{0,60}\b(?:beigefügt|angehängt|angefügt|bei(?=\s*[.!]))"
        r"|beigefügt(?:e[rsnm]?)?\s+(?:finden|erhalten|sende|übersende|schicke|datei|unterlage\w*|dokument\w*|"
        r"rechnung|angebot|pdf|formular|vertrag)|(?:beiliegend|angehängt)\w*\s+(?:finden|erhalten|sende|datei|"
        r"unterlage\w*|dokument\w*)"
        r"|(?:hänge|füge|lege)\b[^.!?\n]{0,60}\b(?:an|bei)\b(?=\s*[.!,\n]|$)|s(?:iehe|\.)\s+(?:anhang|anlage))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?:please\s+)?(?:see|find)\s+(?:the\s+)?(?:attached|enclosed)|(?:is|are)\s+(?:attached|enclosed)|"
        r"attached\s+(?:is|are|please|you(?:'ll| will)|find|to this|file|document|hereto)|"
        r"i(?:'ve| have)?\s+(?:attached|enclosed)|i(?:'m| am)\s+(?:attaching|enclosing)|we(?:'ve| "
        r"have)?\s+(?:attached|enclosed)|(?:in|as)\s+(?:the|an)\s+attachment|the\s+attached\s+\w+|here(?:'s| "
        r"is)\s+the\s+attachment|see\s+attachment)\b",
        re.IGNORECASE,
    ),
}
_NOT_PROMISED = re.compile(
    r"\b(?:ohne|kein\w*|fehlt\w*|vermisse\w*|(?:in|aus|von|zu|mit)\s+(?:ihr|dein|eur)\w*\s+(?:anhang|anlage|mail|"
    r"e-mail)|ihr\w*\s+anhang|nicht\s+(?:angehängt|beigefügt|öffnen)|hatte\w*|letzte\w*\s+mail|vergessen|"
    r"nachreichen|"
    r"no|not|without|forgot\w*|missing|couldn't|can't|cannot\s+open|you\s+(?:sent|attached)|your\s+attach\w*|"
    r"previous|earlier|will\s+(?:send|attach|follow)|wird\s+nachgereicht|folgt|später)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://|www\.|\bshare(?:point|d)|dropbox|onedrive|google drive|<<[^<>]+>>", re.IGNORECASE)
_NEAR = 200


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the words that promise, if it is known that no file is there and no link stands by them."""
    if message.attachments is None or message.attachments:
        return
    body = message.parts.body_text
    match = _PROMISES[message.base_language].search(body)
    if match is None or _LINK.search(body[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
        return
    if _NOT_PROMISED.search(_sentence_around(body, match)):
        return
    yield Hit(span=Span(*match.span()), values={"words": " ".join(match.group().split())}, confidence=0.85)


def _sentence_around(text: str, match: re.Match[str]) -> str:
    start = max((text.rfind(mark, 0, match.start()) for mark in ".!?\n"), default=-1)
    ends = [at for mark in (". ", "!", "?", ".\n", "\n\n") if (at := text.find(mark, match.end())) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


RULE = Rule(
    id="attachment.missing",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("Anhang fehlt", "attachment missing"),
    message=Text(
        "Der Text kündigt einen Anhang an („{words}“), es hängt aber nichts an.",
        "The text promises an attachment (“{words}”), but there is none.",
    ),
    why=Text(
        "Der Empfänger sucht, fragt nach und wartet; die zweite Mail „jetzt mit Anhang“ kennt jeder.",
        "The reader looks for it, asks back and waits; everybody knows the second mail “now with the attachment”.",
    ),
    source="what Thunderbird, neomutt, aerc and Gmail check, without their false alarms on quotes, signatures and "
    "legal notices",
    check=check,
    limits=Text(
        "Nur bei Mails, deren Anhänge bekannt sind; ein Link in der Nähe genügt als Anhang.",
        "Only for mails whose attachments are known; a link close by counts as an attachment.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example("Hallo Anna,\n\nanbei die Rechnung.\n\nGruß\nTom", attachments=(), flagged="anbei"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndas Angebot finden Sie im Anhang.\n\nMit freundlichen Grüßen\nTom "
                    "Weiß",
                    attachments=(),
                    flagged="im Anhang",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nanbei die Rechnung.\n\nGruß\nTom"),
                Example(
                    "Hallo Anna,\n\ndie Datei in deinem Anhang lässt sich nicht öffnen.\n\nGruß\nTom",
                    attachments=(),
                ),
                Example("Hallo Anna,\n\nanbei der Link: https://example.com/bericht\n\nGruß\nTom", attachments=()),
                Example("Hallo Anna,\n\nwir kaufen eine Anhängerkupplung.\n\nGruß\nTom", attachments=()),
                Example(
                    "Hallo Anna,\n\ndanke!\n\nGruß\nTom\n\nAm 03.03.2026 um 14:12 schrieb Anna Meyer "
                    "<anna@example.com>:\n> anbei die Rechnung",
                    attachments=(),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Hi Anna,\n\nplease find attached the invoice.\n\nBest regards,\nTom",
                    attachments=(),
                    flagged="please find attached",
                ),
                Example(
                    "Hi Anna,\n\nI have attached the report.\n\nBest regards,\nTom",
                    attachments=(),
                    flagged="I have attached",
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nI forgot to send the file; it is not attached yet.\n\nBest regards,\nTom",
                    attachments=(),
                ),
                Example("Hi Anna,\n\nI am quite attached to that idea.\n\nBest regards,\nTom", attachments=()),
                Example("Hi Anna,\n\nthe report you attached is fine.\n\nBest regards,\nTom", attachments=()),
            ),
        ),
    },
)
