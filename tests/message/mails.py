"""Mails for the tests, from their headers and parts."""

from __future__ import annotations

from msglint.message.eml import read_eml
from msglint.message.model import Message


def mail(body: str | bytes = "Hallo", **headers: str) -> Message:
    """A mail with these headers; `_` stands for `-`."""
    top = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in headers.items())
    raw_body = body if isinstance(body, bytes) else body.encode()
    return read_eml((top or "Subject: x\n").encode() + b"\n" + raw_body)


def multipart(kind: str, *parts: str, headers: str = "", boundary: str = "b1") -> str:
    """The source of a part with parts inside."""
    inside = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f'{headers}Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{inside}--{boundary}--\n'


def part(body: str, type_: str = "text/plain", *headers: str) -> str:
    return "\n".join([f"Content-Type: {type_}", *headers, "", body])


def read(source: str) -> Message:
    return read_eml(source.encode())


PDF = part("JVBERi0=", 'application/pdf; name="a.pdf"', "Content-Transfer-Encoding: base64")
