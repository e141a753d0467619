"""A mail as the tree of its parts: that of the standard library, bounded, and never raising on what is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from functools import cached_property
from typing import Any, cast

from msglint.message.addresses import decode_words
from msglint.message.flowed import unflow
from msglint.message.plain import decode_charset, normalise_line_ends

MAX_DEPTH = 30
"""Parts inside parts. What is deeper is not read: the parser looks at each line once for each part around it."""
MAX_PARTS = 1000
"""Parts side by side."""
_MAX_MIME_HEADER = 10_000
"""Code points. The library takes quadratic time on the number of parameters."""

_BOM = b"\xef\xbb\xbf"
_MBOX_LINE = re.compile(rb">?From [^\n]*\n")
_BLANK_BEFORE_COLON = re.compile(rb"^([!-9;-~]+)[ \t]+:", re.MULTILINE)
_FOLD = re.compile(r"\n[ \t]+")
_BASE64_LINE = re.compile(r"\s*[A-Za-z0-9+/=]+[ \t]*(?:\n|\Z)")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_RUBBISH = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]")
_PART_LINE = re.compile(r"--|[\w-]+:|\s")
_CODE_LINE = 40
"""Code points without a blank that no text has in a line, but code has."""
_LOOKED_AT = 100_000
_BLANKS = b"\xef\xbb\xbf \t\r\n"
_MIME_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_FAULTS = (LookupError, TypeError, ValueError)
"""What the library raises on parameters that were put together wrongly."""


def parse(raw: bytes) -> Part:
    """The part that is the whole mail. It has no headers if `raw` is no mail."""
    source = raw.removeprefix(_BOM)
    if b"\r" in source:
        source = source.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    source = source.lstrip(b"\n")
    if mbox_line := _MBOX_LINE.match(source):
        source = source[mbox_line.end() :]
    head, blank_line, body = source.partition(b"\n\n")
    return message_from_bytes(_BLANK_BEFORE_COLON.sub(rb"\1:", head) + blank_line + body, Part)


class Part(Message):
    """One MIME part, its headers unfolded but with their encoded words."""

    _depth = 0
    _encoded: str | None = None

    # What the parser asks and says

    def set_raw(self, name: str, value: str) -> None:
        """Takes a header as it stands in the source: on several lines, undecoded bytes as surrogates."""
        value = _FOLD.sub(" ", decode_charset(value.encode("ascii", "surrogateescape"))).strip()
        if name.lower().startswith("content-"):
            value = value[:_MAX_MIME_HEADER]
        if name.lower() == "content-transfer-encoding":
            value = value.partition(";")[0].strip()
        super().set_raw(name, value)

    def attach(self, payload: Message | str) -> None:
        """Takes a part inside this one, unless there are too many."""
        if isinstance(payload, Part):
            payload._depth = self._depth + 1
        if len(self.get_payload() or ()) < MAX_PARTS:
            super().attach(payload)

    def get_content_type(self) -> str:
        """The type in lower case, without parameters. What is too deep is a file of bytes."""
        if self.is_too_deep:
            return "application/octet-stream"
        type_ = super().get_content_type().split()[0]
        return type_ if _MIME_TYPE.fullmatch(type_) else "text/plain"

    def get_boundary(self, failobj: Any = None) -> Any:
        """What stands between the parts, `failobj` if that is not said."""
        try:
            return super().get_boundary() or failobj
        except _FAULTS:
            return failobj

    # What the reader asks

    def field(self, name: str) -> str:
        """The first value of the header, an empty string if there is none."""
        return self.get(name, "")

    def parameter(self, name: str) -> str:
        """A parameter of the type, an empty string if there is none."""
        try:
            return str(self.get_param(name, "")).strip()
        except _FAULTS:
            return ""

    @cached_property
    def type(self) -> str:
        """The type; without its boundaries a part can only be shown as it stands."""
        type_ = self.get_content_type()
        return "text/plain" if type_.startswith("multipart/") and not self.children else type_

    @cached_property
    def children(self) -> tuple[Part, ...]:
        """The parts inside. An enclosed mail has none: it is a file like others."""
        if self.get_content_maintype() != "multipart" or not self.is_multipart():
            return ()
        return tuple(cast("list[Part]", self.get_payload()))

    def walk(self) -> Iterator[Part]:  # type: ignore[override]  # the library's is a generator
        """The part and all inside it, as they stand in the source."""
        yield self
        for child in self.children:
            yield from child.walk()

    @cached_property
    def is_attachment(self) -> bool:
        """Whether the sender says that the part is not to be shown."""
        return self.get_content_disposition() == "attachment"

    @cached_property
    def filename(self) -> str:
        """The name of the file, decoded; Outlook gives it only with the type."""
        try:
            return " ".join(decode_words(self.get_filename("")).split())
        except _FAULTS:
            return ""

    @cached_property
    def charset(self) -> str | None:
        """The declared charset, which need not exist."""
        try:
            return self.get_content_charset()
        except _FAULTS:
            return None

    @cached_property
    def content(self) -> bytes:
        """What was encoded for transport; text that only claims to be base64 as it stands."""
        if self.field("content-transfer-encoding").lower() == "base64":
            self._repair_base64(str(self.get_payload()))
        content = self.get_payload(decode=True)
        return content if isinstance(content, bytes) else b""

    def _repair_base64(self, encoded: str) -> None:
        """Keeps what is whole: the library would show damaged code as it stands, and decode what is no code."""
        self._encoded = encoded
        if not _BASE64_LINE.match(encoded):
            self.replace_header("content-transfer-encoding", "8bit")
            return
        digits = _NOT_BASE64.sub("", encoded.partition("=")[0])
        self.set_payload(digits[:-1] if len(digits) % 4 == 1 else digits)

    @property
    def is_too_deep(self) -> bool:
        """Whether the part is inside so many others that it is not read."""
        return self._depth > MAX_DEPTH

    @cached_property
    def is_damaged(self) -> bool:
        """Whether what should be text is none: base64 that decodes to rubbish, code of parts without a boundary."""
        content, text = self.content, self.text[:_LOOKED_AT]
        if self._encoded is None and not self.get_content_type().startswith("multipart/"):
            return False
        if not text.strip():
            return bool(content.strip(_BLANKS) or (not content and (self._encoded or "").strip()))
        if len(_RUBBISH.findall(text)) > 2 + len(text) // 20:
            return True
        return self.field("content-transfer-encoding").lower() != "base64" and _is_code(text)

    @cached_property
    def text(self) -> str:
        """The content as plain text, one `LF` at the end of each line."""
        text = normalise_line_ends(decode_charset(self.content, self.charset))
        if self.parameter("format").lower() == "flowed":
            text = unflow(text, delete_space=self.parameter("delsp").lower() == "yes")
        return text


def _is_code(text: str) -> bool:
    """Whether nothing in the text is words: long lines without a blank, or signs only."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip() and not _PART_LINE.match(line)]
    if not any(char.isalnum() for line in lines for char in line):
        return bool(lines)
    return max(map(len, lines)) >= _CODE_LINE and not any(" " in line for line in lines)
