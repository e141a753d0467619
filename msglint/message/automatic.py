"""Messages that are no letter from one person to another: answering machines, lists, reports, invitations, patches."""

from __future__ import annotations

import re

from msglint.message.mime_tree import Part
from msglint.message.model import Headers
from msglint.message.smime import SMIME_TYPES

ENCRYPTED_TYPES = frozenset({"multipart/encrypted", "application/pgp-encrypted"})
_REPORT_TYPES = frozenset(
    {
        "multipart/report",
        "message/delivery-status",
        "message/disposition-notification",
        "message/feedback-report",
    }
)

_AUTOMATIC_SUBJECT = re.compile(
    r"\s*(?:(?:Automatische Antwort|Automatic (?:reply|response)|Auto-?(?:reply|response)|Réponse automatique"
    r"|Out[- ]of[- ](?:the[- ])?Office(?: (?:auto)?reply)?)\s*:"
    r"|Abwesenheits(?:notiz|meldung|nachricht|assistent)\s*(?::|\Z))",
    re.IGNORECASE,
)
_SUPPRESSING_SUBJECT = re.compile(
    r"\s*(?:Auto(?:mati|[- ]?(?:reply|response|antwort))|Abwesen|Out[- ]of[- ](?:the[- ])?Office)",
    re.IGNORECASE,
)
_AUTOMATIC_PRECEDENCE = frozenset({"bulk", "auto_reply", "auto-reply", "junk"})
_AUTOMATIC_HEADERS = (
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-autoreply-from",
    "x-mail-autoreply",
)
_LIST_HEADERS = ("list-id", "list-unsubscribe", "list-post")
_PATCH_SUBJECT = re.compile(r"\s*\[(?:[^\]]*[\s-])?PATCH\b")
_PATCH = re.compile(r"^(?:diff --git |--- [^\n]+\n\+\+\+ )", re.MULTILINE)
_CALENDAR_METHOD = re.compile(rb"^METHOD:", re.MULTILINE | re.IGNORECASE)
_PGP_MESSAGE = "-----BEGIN PGP MESSAGE-----"


def reason_to_leave_alone(root: Part, headers: Headers, text: str) -> str | None:
    """Why the message is not for checking, None if it is.

    Args:
        root: the whole mail, or what its S/MIME signature wraps.
        headers: those of the mail.
        text: what is shown of it.
    """
    reasons = (
        ("encrypted", _is_encrypted(root, text)),
        ("report", _is_report(root)),
        ("calendar", _is_invitation(root)),
        ("automatic", _is_automatic(headers)),
        ("list", any(name in headers.raw for name in _LIST_HEADERS)),
        ("patch", _is_patch(headers, text)),
    )
    return next((reason for reason, holds in reasons if holds), None)


def _is_encrypted(root: Part, text: str) -> bool:
    if root.type in SMIME_TYPES:
        return True
    if any(part.get_content_type() in ENCRYPTED_TYPES for part in root.walk()):
        return True
    return text.lstrip()[: len(_PGP_MESSAGE)] == _PGP_MESSAGE


def _is_report(root: Part) -> bool:
    return root.type in _REPORT_TYPES or any(child.type in _REPORT_TYPES for child in root.children)


def _is_invitation(root: Part) -> bool:
    """Whether the text is an invitation or an answer to one, not a file with a date beside a text."""
    for part in root.walk():
        if part.type != "text/calendar" or part.is_attachment:
            continue
        if part.parameter("method") or _CALENDAR_METHOD.search(part.content):
            return True
    return False


def _is_automatic(headers: Headers) -> bool:
    raw = headers.raw
    submitted = raw.get("auto-submitted", "no").partition(";")[0].partition("(")[0].strip().lower()
    if submitted not in ("no", ""):
        return True
    if raw.get("precedence", "").strip().lower() in _AUTOMATIC_PRECEDENCE:
        return True
    if any(raw.get(name, "no").strip().lower() != "no" for name in _AUTOMATIC_HEADERS):
        return True
    known = _SUPPRESSING_SUBJECT if "x-auto-response-suppress" in raw else _AUTOMATIC_SUBJECT
    return known.match(headers.subject or "") is not None


def _is_patch(headers: Headers, text: str) -> bool:
    if headers.raw.get("x-mailer", "").lower().startswith("git-send-email"):
        return True
    if _PATCH_SUBJECT.match(headers.subject or ""):
        return True
    separator = text.find("\n---\n")
    return separator >= 0 and _PATCH.search(text, separator + 1) is not None
