"""What texts call the files that travel with them, and which files count as enclosed."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from msglint.message.model import Attachment, Message
from msglint.message.patterns import lazy

KINDS = {
    "PDF": frozenset({".pdf"}),
    "Word": frozenset({".doc", ".docx", ".docm", ".dotx", ".odt", ".rtf"}),
    "Excel": frozenset({".xls", ".xlsx", ".xlsm", ".xlsb", ".csv", ".ods"}),
    "PowerPoint": frozenset({".ppt", ".pptx", ".pptm", ".ppsx", ".pps", ".odp"}),
    "JPG": frozenset({".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".heic", ".webp"}),
}
"""Kinds of files by the word people use, with the endings of their names."""

ENCLOSED = lazy(
    r"\b(?:anbei|anh[aä]ng\w*|anlagen?|attachments?|beigefügt\w*|beiliegend\w*|beilage\w*|angehängt\w*|angefügt\w*|"
    r"(?:hänge|füge|lege|hängt|hängen|liegt|liegen|füg|häng)\b[^.!?\n]{0,80}\b(?:an|bei|dran)|"
    r"attach(?:ed|ing)?|enclos\w+|pfa)\b",
    re.IGNORECASE,
)
"""Words that say that something travels along."""

_NOT_ENCLOSED_TYPES = frozenset(
    {
        "text/vcard",
        "text/x-vcard",
        "text/directory",
        "text/calendar",
        "application/ics",
        "application/pgp-signature",
        "application/pgp-keys",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "message/rfc822",
    }
)
_NOT_ENCLOSED_ENDINGS = frozenset({".vcf", ".ics", ".p7s", ".p7m", ".asc", ".sig", ".eml", ".msg"})
_DECORATION = lazy(
    r"(?:image|bild|img|pic|att|unnamed|noname|outlook)[-_ ]?\d*|.*(?:logo|signatur|banner|header|footer|icon|"
    r"facebook|linkedin|xing|twitter|instagram|youtube).*|outlook-\w+",
    re.IGNORECASE,
)


def ending_of(file: Attachment) -> str:
    """The ending of the file's name, in lower case, with its dot."""
    return PurePosixPath(file.filename.strip().lower()).suffix


def stem_of(file: Attachment) -> str:
    """The file's name without its ending."""
    return PurePosixPath(file.filename.strip()).stem


def enclosed_files(message: Message) -> tuple[Attachment, ...]:
    """The files that the writer has put in: no visiting cards, dates, signatures, and no picture of a letterhead."""
    return tuple(file for file in message.attachments or () if _is_enclosed(file))


def _is_enclosed(file: Attachment) -> bool:
    if file.inline or not file.filename or file.content_type.lower() in _NOT_ENCLOSED_TYPES:
        return False
    ending = ending_of(file)
    if ending in _NOT_ENCLOSED_ENDINGS:
        return False
    is_picture = ending in KINDS["JPG"] or file.content_type.lower().startswith("image/")
    return not ((is_picture or ending in (".txt", ".htm", ".html")) and _DECORATION.fullmatch(stem_of(file)))


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence around a place, on one line; the dot of a file name or a number ends none."""
    begin = max(text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", ".\n", "!\n", "?\n", "\n\n")) + 1
    ends = [at for mark in (". ", "! ", "? ", ".\n", "!\n", "?\n", "\n\n") if (at := text.find(mark, end)) >= 0]
    return " ".join(text[begin : min(ends, default=len(text))].split())
