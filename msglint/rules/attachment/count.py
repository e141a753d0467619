"""attachment.count: the text speaks of two files, and one is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Attachment, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span
from msglint.rules.attachment.wording import ENCLOSED, enclosed_files, ending_of, sentence_at
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "zwei beide beiden two both",
            "drei three",
            "vier four",
            "fünf five",
            "sechs six",
            "sieben seven",
            "acht eight",
        ),
        start=2,
    )
    for word in words.split()
}
_COUNTED = lazy(
    r"\b(?P<number>zwei|beiden?|drei|vier|fünf|sechs|sieben|acht|two|both|three|four|five|six|seven|eight|[2-9])\s+"
    r"(?:(?:of\s+)?(?:the|die|der|meine|unsere|my|our)\s+)?(?:[a-zäöüß]+(?:en|e|ed)\s+)?"
    r"(?:(?P<sure>anhänge|anlagen|anhängen|attachments|enclosures)|"
    r"(?P<files>pdf-dateien|dateien|pdfs?|word-dateien|excel-dateien|files|spreadsheets))"
    r"(?P<attached>\s+(?:attached|anbei|im\s+anhang|in\s+der\s+anlage))?\b",
    re.IGNORECASE,
)
_NOT_SURE = lazy(
    r"\b(?:nicht|kein\w*|folg\w*|später|nachreichen|separat\w*|getrennt\w*|weitere[rn]?|zweite\w*|nächste\w*|gestern|"
    r"letzte\w*|gestrig\w*|bereits|schon|"
    r"(?:ihr|dein|eu)(?:e[rnms]?)?|senden\s+sie|schicken\s+sie|link|zip|"
    r"not|no|later|follow\w*|separate\w*|another|more|yesterday|last|earlier|already|previous|your|send\s+(?:us|me)|"
    r"combined|zusammengefasst|in\s+einer?|in\s+one|each|jeweils)\b",
    re.IGNORECASE,
)
_LINK = lazy(r"https?://|www\.", re.IGNORECASE)
_ARCHIVES = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"})


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the number, if fewer files travel along; where none does, `attachment.missing` says so."""
    files = message.attachments or ()
    if not enclosed_files(message) or any(ending_of(file) in _ARCHIVES for file in files):
        return
    body = message.searchable("body").unquoted
    for match in _COUNTED.finditer(body):
        number = _number(match["number"])
        sentence = sentence_at(body, *match.span())
        if number <= len(files) or not (match["sure"] or ENCLOSED.search(sentence)):
            continue
        if _NOT_SURE.search(sentence) or _LINK.search(body):
            continue
        yield Hit(
            span=Span(*match.span()),
            values={"words": " ".join(match.group().split()), "count": str(len(files))},
            message=_ONE if len(files) == 1 else None,
            confidence=0.8,
        )
        return


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


_ONE = Text(
    "Der Text spricht von „{words}“, es hängt aber nur eine Datei an.",
    "The text speaks of “{words}”, but only one file is attached.",
)

RULE = Rule(
    id="attachment.count",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("weniger Anhänge als angekündigt", "fewer attachments than promised"),
    message=Text(
        "Der Text spricht von „{words}“, es hängen aber nur {count} Dateien an.",
        "The text speaks of “{words}”, but only {count} files are attached.",
    ),
    why=Text(
        "Der Leser sucht die zweite Datei, und die zweite Mail „jetzt mit beiden“ folgt bestimmt.",
        "The reader looks for the second file, and the second mail “now with both” is sure to follow.",
    ),
    source="own observation: one of several files is forgotten more often than all of them",
    check=check,
    limits=Text(
        "Nur bei Mails, deren Anhänge bekannt sind, nicht bei Archiven, nicht bei „Dokumenten“ (ein Scan kann mehrere enthalten) und nicht, wenn ein Link im Text steht. Ganz "
        "ohne Anhang meldet sich attachment.missing.",
        "Only for mails whose attachments are known, not for archives, not for “documents” (one scan may hold several) and not where there is a link in the text. "
        "Where nothing is attached, attachment.missing speaks up.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nim Anhang finden Sie die beiden Dateien zum Umbau.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    attachments=(Attachment("Umbau_1.pdf", "application/pdf"),),
                    flagged="beiden Dateien",
                ),
                Example(
                    "Hallo Anna,\n\ndie drei Anhänge sind für die Sitzung am Montag.\n\nViele Grüße\nTom",
                    attachments=(
                        Attachment("Sitzung.pdf", "application/pdf"),
                        Attachment("Plan.pdf", "application/pdf"),
                    ),
                    flagged="drei Anhänge",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nim Anhang finden Sie die beiden Dateien.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    attachments=(Attachment("a.pdf", "application/pdf"), Attachment("b.pdf", "application/pdf")),
                ),
                Example(
                    "Hallo Anna,\n\nanbei die zwei Dateien als Archiv.\n\nViele Grüße\nTom",
                    attachments=(Attachment("alle.zip", "application/zip"),),
                ),
                Example(
                    "Hallo Anna,\n\nanbei der Plan. Die zwei Dokumente vom Amt liegen bei mir im Büro.\n\n"
                    "Viele Grüße\nTom",
                    attachments=(Attachment("Plan.pdf", "application/pdf"),),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nIhre beiden Anhänge habe ich gelesen, anbei meine Antwort.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    attachments=(Attachment("Antwort.pdf", "application/pdf"),),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nplease see the two files attached.\n\nKind regards,\nTom White",
                    attachments=(Attachment("plan.pdf", "application/pdf"),),
                ),
                Example(
                    "Hi Anna,\n\nboth attachments are for the meeting on Monday.\n\nBest regards,\nTom",
                    attachments=(Attachment("plan.pdf", "application/pdf"),),
                    flagged="both attachments",
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nplease see the two files attached.\n\nBest regards,\nTom",
                    attachments=(Attachment("a.pdf", "application/pdf"), Attachment("b.pdf", "application/pdf")),
                ),
                Example(
                    "Hi Anna,\n\nI read your two documents; my answer is attached.\n\nBest regards,\nTom",
                    attachments=(Attachment("answer.pdf", "application/pdf"),),
                ),
                Example("Hi Anna,\n\nplease see the two files attached.\n\nBest regards,\nTom"),
            ),
        ),
    },
)
