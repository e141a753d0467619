"""The mail inside an S/MIME signature that wraps it (`smime.p7m`), which the standard library does not open."""

from __future__ import annotations

from msglint.message.mime_tree import Part, parse

SMIME_TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
"""Signed or encrypted; only the content tells."""
_CMS_SIGNED = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_CMS_DATA = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"


def opened(root: Part) -> Part:
    """The mail inside the signature, or the part itself if it is none."""
    content = _signed_content(root.content) if root.type in SMIME_TYPES else None
    return root if content is None else parse(content)


def _signed_content(data: bytes) -> bytes | None:
    """What a CMS `SignedData` carries (RFC 5652): the octet strings behind the object id of plain data."""
    if _CMS_SIGNED not in data[:100] or _CMS_DATA not in data[:1000]:
        return None
    position = data.index(_CMS_DATA) + len(_CMS_DATA)
    pieces: list[bytes] = []
    while tag := data[position : position + 1]:
        length, position = _ber_length(data, position + 1)
        if tag == b"\x04":
            pieces.append(data[position : position + length])
            position += length
        elif tag not in (b"\xa0", b"\x24"):
            break
    return b"".join(pieces) if pieces else None


def _ber_length(data: bytes, position: int) -> tuple[int, int]:
    """The length that stands there, 0 for an indefinite one, and what follows it."""
    first = data[position] if position < len(data) else 0
    if first < 0x80:
        return first, position + 1
    end = position + 1 + (first & 0x7F)
    return int.from_bytes(data[position + 1 : end][:8], "big"), end
