"""Drafts that are plain text, and how bytes become text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from msglint.message.errors import UnreadableMessageError
from msglint.message.model import Headers, Message

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKED_CODECS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The codecs of what follows a byte order mark."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1b"))
_CHARSET_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,40}")
_LATIN_1 = frozenset({"iso8859-1", "latin-1", "ascii"})
# Python calls these codecs too, but none is a charset of mail, and some take quadratic time.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem", "palmos"}
)
_CHARSET_ALIASES = {
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "ansi": "cp1252",
    "x-ansi": "cp1252",
    "cp-850": "cp850",
    "cp-1252": "cp1252",
    "x-user-defined": "cp1252",
    "ks_c_5601-1987": "cp949",
    "gb2312": "gb18030",
    "x-gbk": "gb18030",
}
_SURROGATE = re.compile("[\ud800-\udfff]")

_IGNORE = "x-msglint-ignore"
_FIRST_HEADERS = frozenset({"to", "an", "from", "von", "subject", "betreff", _IGNORE})
_DRAFT_HEADERS: Mapping[str, str] = {
    "to": "to",
    "an": "to",
    "from": "from",
    "von": "from",
    "cc": "cc",
    "kopie": "cc",
    "bcc": "bcc",
    "blindkopie": "bcc",
    "subject": "subject",
    "betreff": "subject",
    "reply-to": "reply-to",
    "antwort an": "reply-to",
    "date": "date",
    "datum": "date",
    "in-reply-to": "in-reply-to",
    "references": "references",
    _IGNORE: _IGNORE,
}
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z -]{1,20}?)[ \t]*:(?!//)[ \t]*(.*)")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)


def normalise_line_ends(text: str) -> str:
    """The text with one `LF` at the end of every line, whatever ended them before."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_text(raw: bytes) -> str:
    """The characters of a text file: by its byte order mark, else UTF-8, else Windows-1252.

    Raises:
        UnreadableMessageError: if it is not text at all.
    """
    for bom, charset in _BOMS:
        if raw.startswith(bom):
            text = without_surrogates(raw.decode(charset, "replace"))
            break
    else:
        _refuse_binary(raw)
        text = _utf8_or_windows(raw)
    if "\0" in text:
        raise _not_text()
    return text


def decode_charset(raw: bytes, declared: str | None = None) -> str:
    """The characters of a part of a mail: as declared, else UTF-8, else Windows-1252. Never raises."""
    charset = _known_charset(declared)
    text = _decode_as(raw, charset) if charset else None
    if text is None:
        text = _utf8_or_windows(raw)
    return without_surrogates(text).replace("\0", "").removeprefix("\ufeff")


def charset_of(raw: bytes, text: str, declared: str | None = None) -> tuple[str, int] | None:
    """The codec in which `raw` was read as `text`, and the length of its byte order mark. None if none is seen."""
    marked = [(codec, len(mark)) for mark, codec in _MARKED_CODECS if raw.startswith(mark)]
    named = [(codec, 0) for codec in (_known_charset(declared), "utf-8", "cp1252") if codec]
    return next((found for found in (*marked, *named) if _reads_as(raw[found[1] :], found[0], text)), None)


def _reads_as(raw: bytes, codec: str, text: str) -> bool:
    try:
        read = without_surrogates(raw.decode(codec, "replace"))
    except (UnicodeError, LookupError, ValueError):
        return False
    return read == text or read.replace("\0", "") == text


def without_surrogates(text: str) -> str:
    """The text with every half of a surrogate pair replaced: no encoder could write it."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def read_plain(raw: bytes, *, path: str | None = None) -> Message:
    """A draft from a text file, with or without a small block of headers (`An:`, `Betreff:`) on top.

    Raises:
        UnreadableMessageError: if it is not text.
    """
    text = normalise_line_ends(decode_text(raw))
    block, start = _header_block(text)
    headers = _draft_headers(block) if block else Headers()
    return Message(text=text[start:], headers=headers, path=path)


def read_html_file(raw: bytes, *, path: str | None = None) -> Message:
    """A draft from an HTML file.

    Raises:
        UnreadableMessageError: if it is not text.
    """
    from msglint.message.html import read_html

    rendered = read_html(decode_html(raw))
    return Message(text=rendered.text, marked=rendered.marked, html=True, path=path)


def decode_html(raw: bytes, declared: str | None = None) -> str:
    """The characters of HTML, which may name its charset itself.

    Raises:
        UnreadableMessageError: if it is not text.
    """
    if declared is None:
        declared = charset_named_in(raw)
    # A charset of two bytes cannot have been read in single bytes.
    if declared is None or declared.lower().startswith(("utf-16", "utf-32")):
        return decode_text(raw)
    _refuse_binary(raw)
    return decode_charset(raw, declared)


def charset_named_in(raw: bytes) -> str | None:
    """The charset that the HTML in `raw` names in its head."""
    named = _META_CHARSET.search(raw, 0, 4096)
    return named.group(1).decode("ascii") if named else None


def _refuse_binary(raw: bytes) -> None:
    """Raises if the bytes are no text: with NUL, or with more than a stray control character."""
    if b"\0" in raw:
        raise _not_text()
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > 2 + len(raw) // 50:
        raise _not_text()


def _not_text() -> UnreadableMessageError:
    return UnreadableMessageError("Das ist kein Text, sondern eine Binärdatei.", "This is not text but a binary file.")


def _known_charset(declared: str | None) -> str | None:
    """The codec for a declared charset, None if there is none."""
    if not declared:
        return None
    name = declared.strip(" \t\"'").lower()
    name = _CHARSET_ALIASES.get(name, name)
    if not _CHARSET_NAME.fullmatch(name):
        return None
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if codec.replace("_", "-") in _NO_CHARSETS else codec


def _decode_as(raw: bytes, codec: str) -> str | None:
    """The characters if the bytes are in this charset, None if they are not."""
    if codec in ("utf-8", "utf_8", "utf-8-sig"):
        return _mostly_utf8(raw)
    if codec in _LATIN_1 and not raw.isascii():
        # What calls itself Latin-1 is Windows-1252 as soon as it uses its quotes and dashes.
        codec = "cp1252" if codec != "ascii" else codec
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None


def _mostly_utf8(raw: bytes) -> str | None:
    """As UTF-8 even where some bytes are broken, None if more is broken than right."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    right = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if right > broken else None


def _utf8_or_windows(raw: bytes) -> str:
    text = _mostly_utf8(raw)
    return raw.decode("cp1252", "replace") if text is None else text


def _header_block(text: str) -> tuple[dict[str, list[str]], int]:
    """The headers on top of a draft, and where its text begins. Empty and 0 if it has none."""
    nothing: tuple[dict[str, list[str]], int] = ({}, 0)
    fields: list[tuple[str, str]] = []
    position = 0
    while position < len(text):
        end = text.find("\n", position)
        line = text[position : len(text) if end < 0 else end]
        position = len(text) if end < 0 else end + 1
        if not line.strip():
            break
        if line[0] in " \t" and fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.strip()}")
        elif header := _draft_header(line, first=not fields):
            fields.append(header)
        else:
            return nothing
    block: dict[str, list[str]] = {}
    for name, value in fields:
        block.setdefault(name, []).append(value)
    return (block, position) if block else nothing


def _draft_header(line: str, *, first: bool) -> tuple[str, str] | None:
    """The name and the value on a line of the block, None if it is no such line."""
    match = _HEADER_LINE.fullmatch(line)
    if match is None:
        return None
    name = match.group(1).lower()
    if name not in (_FIRST_HEADERS if first else _DRAFT_HEADERS):
        return None
    return _DRAFT_HEADERS[name], match.group(2).strip()


def _draft_headers(block: Mapping[str, list[str]]) -> Headers:
    from msglint.message.addresses import decode_words, parse_addresses

    sender = parse_addresses(block.get("from", ()))
    return Headers(
        # A word to msglint says nothing about the mail: whether it has a subject is still unknown.
        known=block.keys() != {_IGNORE},
        from_=sender[0] if sender else None,
        to=parse_addresses(block.get("to", ())),
        cc=parse_addresses(block.get("cc", ())),
        bcc=parse_addresses(block.get("bcc", ())),
        reply_to=parse_addresses(block.get("reply-to", ())),
        subject=decode_words(block["subject"][0]) if "subject" in block else None,
        in_reply_to=any(block.get("in-reply-to", ())) or any(block.get("references", ())),
        ignores=tuple(block.get(_IGNORE, ())),
        raw={name: decode_words(values[0]) for name, values in block.items()},
    )
