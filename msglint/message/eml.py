"""Mail as it is sent and stored (RFC 5322, MIME), in any state of repair."""

from __future__ import annotations

from msglint.message.addresses import decode_words, parse_addresses
from msglint.message.automatic import reason_to_leave_alone
from msglint.message.errors import UnreadableMessageError
from msglint.message.mime import attachments_of, body_of, check_intact
from msglint.message.mime_tree import Part, parse
from msglint.message.model import CUT, Address, Headers, Message
from msglint.message.smime import opened


def read_eml(raw: bytes, *, path: str | None = None) -> Message:
    """The message in `raw`, in any state of repair.

    Raises:
        UnreadableMessageError: if it does not begin with a header, is not mail at all, or its text is damaged.
    """
    mail = parse(raw)
    if not mail.keys():
        raise UnreadableMessageError(
            "Das ist keine E-Mail: Am Anfang steht keine Kopfzeile wie „From:“ oder „Subject:“.",
            "This is not an e-mail: it does not begin with a header line such as “From:” or “Subject:”.",
        )
    root = opened(mail)
    headers = _headers(mail)
    body = body_of(root)
    leave_alone = reason_to_leave_alone(root, headers, body.text)
    if leave_alone is None:
        check_intact(root, body)
    return Message(
        text=body.text,
        headers=headers,
        attachments=attachments_of(root, body.parts),
        marked=body.marked,
        html=body.html,
        leave_alone=leave_alone,
        path=path,
        note=CUT if body.cut else None,
    )


def _headers(mail: Part) -> Headers:
    sender = _addresses(mail, "from")
    raw: dict[str, str] = {}
    for name, value in mail.items():
        raw.setdefault(name.lower(), decode_words(value))
    return Headers(
        known=True,
        from_=sender[0] if sender else None,
        to=_addresses(mail, "to"),
        cc=_addresses(mail, "cc"),
        bcc=_addresses(mail, "bcc"),
        reply_to=_addresses(mail, "reply-to"),
        subject=raw.get("subject"),
        in_reply_to=_is_answer(mail),
        ignores=tuple(mail.get_all("x-msglint-ignore", [])),
        raw=raw,
    )


def _addresses(mail: Part, name: str) -> tuple[Address, ...]:
    """The addresses in all headers of that name. Their encoded words may hide commas, so they are decoded last."""
    return parse_addresses(mail.get_all(name, []))


def _is_answer(mail: Part) -> bool:
    """Whether the headers name a message that this one answers. Thunderbird lists forwarded ones too."""
    if any(mail.get_all("in-reply-to", [])):
        return True
    return any(mail.get_all("references", [])) and "x-forwarded-message-id" not in mail
