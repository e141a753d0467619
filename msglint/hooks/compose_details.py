"""The message in a compose window of Thunderbird, as its extension describes it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from typing import Any, Final

from msglint.hooks.native_messaging import QuestionError
from msglint.message.answered import answered_message
from msglint.message.model import Address, Attachment, Headers, Mark, Marked, Message
from msglint.report import Span

NO_MESSAGE: Final = QuestionError(
    "In der Anfrage aus Thunderbird steht keine Nachricht (details).",
    "There is no message in the question from Thunderbird (details).",
)

_ADDRESS_FIELDS = {"From": "from", "To": "to", "Cc": "cc", "Bcc": "bcc", "Reply-To": "replyTo"}
_HEADER_NAME = re.compile(r"X-[!-9;-~]{1,70}", re.IGNORECASE)
_PICTURE = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=%\s]*")
_UNKNOWN_TYPE = "application/octet-stream"

Json = Mapping[str, Any]


def raw_of(question: object) -> bytes:
    """The message as it could be sent, without its attachments: who has written it may speak to msglint in headers.

    Args:
        question: what the extension asks, with `details` as Thunderbird's `compose.getComposeDetails` gives them.

    Raises:
        QuestionError: if there is no message in it.
    """
    details = _map(_map(question).get("details"))
    if not details:
        raise NO_MESSAGE
    is_plain = bool(details.get("isPlainText"))
    body = _text(details.get("plainTextBody")) if is_plain else _PICTURE.sub("data:,", _text(details.get("body")))
    head = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in _headers(details))
    kind = "plain" if is_plain else "html"
    mime = f"MIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    return (head + mime + body).encode("utf-8", "replace")


def message_of(question: object) -> Message:
    """The message with all that is known about it.

    Raises:
        QuestionError: if there is no message in the question.
        msglint.message.errors.UnreadableMessageError: if it cannot be read.
    """
    asked = _map(question)
    message = Message.from_eml(raw_of(asked)).with_(attachments=tuple(_attachments(asked)))
    identity = _map(asked.get("identity"))
    message = _with_name(message, _text(identity.get("name")))
    message = _with_signature(message, identity)
    return _with_answered(message, _map(asked.get("related")))


def _headers(details: Json) -> Iterator[tuple[str, str]]:
    for name, field in _ADDRESS_FIELDS.items():
        value = ", ".join(_addresses(details.get(field)))
        if value:
            yield name, value
    yield "Subject", _text(details.get("subject"))
    if _is_reply(details):
        yield "In-Reply-To", "<answered@localhost>"
    for header in _list(details.get("customHeaders")):
        name = _text(_map(header).get("name"))
        if _HEADER_NAME.fullmatch(name):
            yield name, _text(_map(header).get("value"))


def _is_reply(details: Json) -> bool:
    return details.get("type") == "reply" and details.get("relatedMessageId") is not None


def _addresses(value: object) -> Iterator[str]:
    """The entries of an address field: text, or a card of the address book with name and address."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str) and entry.strip():
            yield entry
        card = _map(entry)
        name, email = _text(card.get("name")), _text(card.get("email"))
        if name or email:
            quoted = name.replace("\\", "\\\\").replace('"', '\\"')
            yield f'"{quoted}" <{email}>' if name and email else name or email


def _attachments(asked: Json) -> Iterator[Attachment]:
    for entry in _list(asked.get("attachments")):
        name = _text(_map(entry).get("name"))
        kind = _text(_map(entry).get("contentType")) or mimetypes.guess_type(name)[0]
        yield Attachment(name, kind or _UNKNOWN_TYPE)


def _with_name(message: Message, name: str) -> Message:
    """The writer's name, where From has none."""
    sender = message.headers.from_
    if not name or (sender is not None and sender.name):
        return message
    named = Address(name, sender.email if sender else "")
    return message.with_(headers=replace(message.headers, from_=named))


def _with_signature(message: Message, identity: Json) -> Message:
    """The signature, where nothing but the account says that it is one."""
    signature = _text(identity.get("signature"))
    if not signature.strip() or any(stretch.mark is Mark.SIGNATURE for stretch in message.marked):
        return message
    if identity.get("signatureIsPlainText") is False:
        from msglint.message.html import read_html

        signature = read_html(signature).text
    lines = signature.replace("\r\n", "\n").strip()
    start = message.text.find(f"\n{lines}") + 1
    if not lines or not start:
        return message
    stretch = Marked(Mark.SIGNATURE, Span(start, start + len(lines)))
    return message.with_(marked=tuple(sorted((*message.marked, stretch), key=lambda one: one.span)))


def _with_answered(message: Message, related: Json) -> Message:
    """The message that this one answers: its writer and day as Thunderbird knows them, its text as it is quoted."""
    from msglint.message.addresses import parse_addresses

    senders = parse_addresses([_text(related.get("author"))])
    if not senders or not message.headers.in_reply_to:
        return message
    quoted = answered_message(message)
    written = _date(related.get("date"))
    headers = Headers(
        known=True,
        from_=senders[0],
        subject=_text(related.get("subject")) or None,
        raw={"date": written} if written else {},
    )
    return message.with_(answers=Message(text=quoted.text if quoted else "", headers=headers))


def _date(value: object) -> str:
    """A date in JSON as it stands in a header; empty where it is none."""
    try:
        return format_datetime(datetime.fromisoformat(_text(value).replace("Z", "+00:00")))
    except ValueError:
        return ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _map(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
