"""Mail as it is sent and stored (RFC 5322, MIME), in any state of repair.

An own reader rather than `email`, which takes longer to import than all of the rest here and whose time grows
with the depth of nested parts times their size. This one is bounded in depth, number and size.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from msglint.message.addresses import decode_words, parse_addresses
from msglint.message.errors import UnreadableMessage
from msglint.message.model import Attachment, Headers, Marked, Message
from msglint.message.plain import decode_charset, decode_html, normalise_line_ends
from msglint.report import Span

MAX_DEPTH = 30
"""Parts inside parts; what is deeper is not read."""
MAX_PARTS = 1000
MAX_TEXT = 10_000_000
"""Code points of a body that are read; a longer one is cut, with a note."""
CUT = "cut"
"""The note on a message whose text was cut."""

_BOM = b"\xef\xbb\xbf"
_MBOX_LINE = re.compile(rb">?From [^\n]*\n")
_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)\n?")
_FOLD = re.compile(r"\n[ \t]+")
_PARAMETER = re.compile(r";\s*([^\s=;]+)\s*=\s*(?:\"((?:[^\"\\]|\\.?)*)\"?|([^;]*))", re.DOTALL)
_CONTINUATION = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_MIME_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="))
_BASE64_LINE = re.compile(rb"\s*[A-Za-z0-9+/=]+[ \t]*(?:\n|\Z)")
_CONTENT_ID = re.compile(rb"cid:([^\s\"'<>)]{1,200})", re.IGNORECASE)

_STUB = re.compile(
    r"(?:an|in) html[- ](?:e-?mail|message|mail|format)|html[- ]fähig|(?:im|in) HTML-?\s?Format"
    r"|HTML-(?:E-?Mail|Nachricht)"
    r"|(?:Ihr|Dein) (?:E-?)?Mail-?\s?(?:Programm|Client)|your (?:e-?)?mail (?:client|program|reader|software)"
    r"|(?:support|display|anzeigen|darstell\w+) (?:\w+ )?html"
    r"|view (?:this|it|the)\b[^\n]{0,30} in (?:your|a)(?: web)? browser|im Browser (?:an|dar|öffnen)",
    re.IGNORECASE,
)
_STUB_LENGTH = 500

_SIGNATURE_TYPES = frozenset(
    {
        "application/pgp-signature",
        "application/pgp-keys",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "text/rfc822-headers",
        "message/delivery-status",
        "message/disposition-notification",
        "message/partial",
    }
)
_SIGNATURE_NAMES = re.compile(r"smime\.p7s|signature\.asc|openpgp_(?:signature|0x\w+)(?:\.asc)?", re.IGNORECASE)
_CARD_TYPES = frozenset({"text/vcard", "text/x-vcard", "text/directory", "text/calendar", "application/ics"})
_OUTLOOK_BAG = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_ENCRYPTED_TYPES = frozenset({"multipart/encrypted", "application/pgp-encrypted"})
_REPORT_TYPES = frozenset(
    {
        "multipart/report",
        "message/delivery-status",
        "message/disposition-notification",
        "message/feedback-report",
    }
)
_SMIME_TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})

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
_CMS_SIGNED = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_CMS_DATA = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"
_PGP_MESSAGE = "-----BEGIN PGP MESSAGE-----"
_PGP_SIGNED = re.compile(
    r"\s*-----BEGIN PGP SIGNED MESSAGE-----\n(?:[^\n]+\n)*\n(.*?)(?:\n-----BEGIN PGP SIGNATURE-----|\Z)",
    re.DOTALL,
)
_DASH_ESCAPE = re.compile(r"^- ", re.MULTILINE)
_SIGNATURE_LINE = "-- "


def read_eml(raw: bytes, *, path: str | None = None) -> Message:
    """The message in `raw`, in any state of repair.

    Raises:
        UnreadableMessage: if it does not begin with a header, or is not mail at all.
    """
    source = _without_preamble(raw)
    fields, start = _fields(source, 0, len(source))
    if not fields:
        raise UnreadableMessage(
            "Das ist keine E-Mail: Am Anfang steht keine Kopfzeile wie „Von:“ oder „Subject:“.",
            "This is not an e-mail: it does not begin with a header line such as “From:” or “Subject:”.",
        )
    root = _opened(_Reader(source).part(fields, start, len(source), depth=0))
    headers = _headers(fields)
    body = _body(root)
    return Message(
        text=body.text,
        headers=headers,
        attachments=_attachments(root, body.parts),
        marked=body.marked,
        html=body.html,
        leave_alone=_reason_to_leave_alone(root, headers, body.text),
        path=path,
        note=CUT if body.cut else None,
    )


def unflow(text: str, *, delete_space: bool = False) -> str:
    """The paragraphs of `format=flowed` text (RFC 3676), each on one line, quotes as `> ` lines.

    Args:
        text: the text, one `LF` at the end of each line.
        delete_space: the parameter `DelSp=yes`: the blank at the end of a line is no part of the text.
    """
    lines: list[str] = []
    paragraph: list[str] = []
    open_depth = 0
    for raw_line in text.split("\n"):
        content = raw_line.lstrip(">")
        depth = len(raw_line) - len(content)
        content = content.removeprefix(" ")
        is_signature = content == _SIGNATURE_LINE
        if paragraph and (depth != open_depth or is_signature):
            lines.append("> " * open_depth + "".join(paragraph))
            paragraph = []
        open_depth = depth
        is_flowed = content.endswith(" ") and not is_signature
        paragraph.append(content[:-1] if is_flowed and delete_space else content)
        if not is_flowed:
            lines.append("> " * depth + "".join(paragraph))
            paragraph = []
    if paragraph:
        lines.append("> " * open_depth + "".join(paragraph))
    return "\n".join(lines)


# The tree of parts


@dataclass(frozen=True, eq=False)
class _Part:
    """One MIME part: its headers as they stand there, and where its content lies in the source."""

    source: bytes
    fields: Mapping[str, Sequence[str]]
    start: int
    end: int
    type: str
    parameters: Mapping[str, str]
    children: tuple[_Part, ...] = ()

    def field(self, name: str) -> str:
        """The first value of the header, an empty string if there is none."""
        return self.fields[name][0] if name in self.fields else ""

    @property
    def main_type(self) -> str:
        return self.type.partition("/")[0]

    @cached_property
    def disposition(self) -> str:
        """`attachment`, `inline` or an empty string."""
        return self.field("content-disposition").partition(";")[0].strip().lower()

    @cached_property
    def filename(self) -> str:
        """The name of the file, decoded; Outlook gives it only with the type."""
        name = _parameters(self.field("content-disposition")).get("filename") or self.parameters.get("name", "")
        return " ".join(decode_words(name).split())

    @cached_property
    def content(self) -> bytes:
        """What was encoded for transport."""
        encoded = self.source[self.start : self.end]
        encoding = self.field("content-transfer-encoding").partition(";")[0].strip().lower()
        if encoding == "base64":
            return _from_base64(encoded)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(encoded)
        return encoded

    @cached_property
    def text(self) -> str:
        """The content as plain text, one `LF` at the end of each line."""
        text = normalise_line_ends(decode_charset(self.content, self.parameters.get("charset")))
        if self.parameters.get("format", "").lower() == "flowed":
            text = unflow(text, delete_space=self.parameters.get("delsp", "").lower() == "yes")
        return text

    def walk(self) -> Iterator[_Part]:
        """The part and all inside it, as they stand in the source."""
        yield self
        for child in self.children:
            yield from child.walk()


class _Reader:
    """Builds the tree of parts; counts them, so that it ends."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._left = MAX_PARTS

    def part(
        self,
        fields: Mapping[str, Sequence[str]],
        start: int,
        end: int,
        *,
        depth: int,
        default: str = "text/plain",
    ) -> _Part:
        """The part with these headers whose content lies between `start` and `end`."""
        value = fields["content-type"][0] if "content-type" in fields else ""
        type_ = value.partition(";")[0].strip().lower()
        if not _MIME_TYPE.fullmatch(type_):
            type_ = default if not type_ else "text/plain"
        parameters = _parameters(value)
        children: tuple[_Part, ...] = ()
        if type_.startswith("multipart/"):
            default = "message/rfc822" if type_ == "multipart/digest" else "text/plain"
            children = tuple(self._children(parameters.get("boundary", ""), start, end, depth + 1, default))
            if not children:
                # Without its boundaries it can only be shown as it stands.
                type_ = "text/plain" if depth < MAX_DEPTH else "application/octet-stream"
        return _Part(self._source, fields, start, end, type_, parameters, children)

    def _children(self, boundary: str, start: int, end: int, depth: int, default: str) -> Iterator[_Part]:
        if not boundary.strip() or depth > MAX_DEPTH:
            return
        for part_start, part_end in self._sections(boundary.rstrip(), start, end):
            if self._left <= 0:
                return
            self._left -= 1
            fields, content = _fields(self._source, part_start, part_end)
            yield self.part(fields, content, part_end, depth=depth, default=default)

    def _sections(self, boundary: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the sections between the boundary lines lie. The last may lack its end."""
        marker = re.compile(rb"\n--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*(?=\n|\Z)")
        begun: int | None = None
        # The line end before the first boundary belongs to the headers.
        for match in marker.finditer(self._source, max(0, start - 1), end):
            if begun is not None:
                yield min(begun, match.start()), match.start()
            begun = None if match.group(1) else min(match.end() + 1, end)
            if begun is None:
                return
        if begun is not None:
            yield begun, end


def _opened(root: _Part) -> _Part:
    """The mail inside an S/MIME signature that wraps it, else the part itself."""
    content = _signed_content(root.content) if root.type in _SMIME_TYPES else None
    if content is None:
        return root
    source = _without_preamble(content)
    fields, start = _fields(source, 0, len(source))
    return _Reader(source).part(fields, start, len(source), depth=0)


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


def _without_preamble(raw: bytes) -> bytes:
    """The message with plain line ends, without byte order mark, blank lines and mbox line on top."""
    source = raw.removeprefix(_BOM)
    if b"\r" in source:
        source = source.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    source = source.lstrip(b"\n")
    if mbox_line := _MBOX_LINE.match(source):
        source = source[mbox_line.end() :]
    return source


def _fields(source: bytes, start: int, end: int) -> tuple[dict[str, list[str]], int]:
    """The headers that begin at `start`, unfolded but not decoded, and where the content begins."""
    fields: dict[str, list[str]] = {}
    while start < end and (match := _HEADER.match(source, start, end)):
        start = match.end()
        value = decode_charset(match.group(2)).rstrip()
        fields.setdefault(match.group(1).decode("ascii").lower(), []).append(_FOLD.sub(" ", value))
    if source[start : min(end, start + 1)] == b"\n":
        start += 1
    return fields, start


def _parameters(value: str) -> dict[str, str]:
    """The parameters of a header such as `Content-Type`, continuations joined and decoded (RFC 2231)."""
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for match in _PARAMETER.finditer(value):
        text = match.group(3).strip() if match.group(2) is None else re.sub(r"\\(.)", r"\1", match.group(2))
        name = _CONTINUATION.fullmatch(match.group(1).lower())
        if name is None:
            continue
        if name.group(2) is None and name.group(3) is None:
            plain.setdefault(name.group(1), text)
        else:
            number, extended = int(name.group(2) or 0), name.group(3) is not None
            pieces.setdefault(name.group(1), {}).setdefault(number, (text, extended))
    return plain | {name: _joined_pieces(parts) for name, parts in pieces.items()}


def _joined_pieces(pieces: Mapping[int, tuple[str, bool]]) -> str:
    charset: str | None = None
    joined = b""
    for number in sorted(pieces):
        text, extended = pieces[number]
        if extended and charset is None and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        data = text.encode("utf-8", "replace")
        joined += _unquoted(data) if extended else data
    return decode_charset(joined, charset)


def _unquoted(data: bytes) -> bytes:
    """The bytes without percent encoding."""
    return _PERCENT.sub(lambda match: bytes([int(match.group(1), 16)]), data)


def _from_base64(encoded: bytes) -> bytes:
    """The decoded bytes, as far as they are whole; text that only claims to be base64 as it stands."""
    if not _BASE64_LINE.match(encoded):
        return encoded
    # What follows the padding was appended by somebody who did not look.
    digits = encoded.translate(None, _NOT_BASE64).partition(b"=")[0]
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    return binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))


# The body


@dataclass(frozen=True, slots=True)
class _Body:
    """What the reader of the message sees, and which parts it was made from."""

    text: str
    marked: tuple[Marked, ...] = ()
    html: bool = False
    cut: bool = False
    parts: tuple[_Part, ...] = ()


def _body(root: _Part) -> _Body:
    """All that is shown, joined in order."""
    parts = tuple(_shown(root))
    bodies = [_rendered(part) for part in parts]
    texts: list[str] = []
    marked: list[Marked] = []
    size = 0
    for body in bodies:
        if texts and texts[-1] and body.text and not texts[-1].endswith("\n"):
            texts[-1] += "\n"
            size += 1
        marked += (_moved(stretch, size) for stretch in body.marked)
        texts.append(body.text)
        size += len(body.text)
    return _Body(
        text="".join(texts)[:MAX_TEXT],
        marked=tuple(_inside(marked, MAX_TEXT)),
        html=any(body.html for body in bodies),
        cut=size > MAX_TEXT or any(body.cut for body in bodies),
        parts=parts,
    )


def _rendered(part: _Part) -> _Body:
    if part.type != "text/html":
        return _Body(_without_armour(part.text))
    from msglint.message.html import read_html

    source = _html_source(part)
    rendered = read_html(source[:MAX_TEXT])
    return _Body(rendered.text, rendered.marked, html=True, cut=len(source) > MAX_TEXT)


def _html_source(part: _Part) -> str:
    try:
        return normalise_line_ends(decode_html(part.content, part.parameters.get("charset")))
    except UnreadableMessage:
        return normalise_line_ends(decode_charset(part.content, part.parameters.get("charset")))


def _shown(part: _Part, *, first: bool = True) -> list[_Part]:
    """The parts whose text is shown one after the other."""
    if part.type == "multipart/alternative":
        return _alternative(part)
    if part.type in ("multipart/related", "multipart/signed"):
        return _shown(part.children[0]) if part.children else []
    if part.children:
        shown: list[_Part] = []
        for child in part.children:
            shown += _shown(child, first=first and not shown)
        return shown
    if part.type not in ("text/plain", "text/html", "text/markdown", "text/enriched"):
        return []
    if part.disposition == "attachment" or (part.filename and not first):
        return []
    return [part]


def _alternative(part: _Part) -> list[_Part]:
    """Of the same text in several formats the plain one, unless it only says that there is another."""
    offers = [shown for child in part.children if (shown := _shown(child))]
    with_html = [shown for shown in offers if any(one.type == "text/html" for one in shown)]
    without_html = [shown for shown in offers if shown not in with_html]
    for shown in without_html:
        if not with_html or not _is_stub("\n".join(one.text for one in shown)):
            return shown
    return with_html[-1] if with_html else []


def _is_stub(text: str) -> bool:
    text = text.strip()
    return not text or (len(text) <= _STUB_LENGTH and _STUB.search(text) is not None)


def _without_armour(text: str) -> str:
    """The text inside an inline PGP signature."""
    if "-----BEGIN PGP SIGNED MESSAGE-----" not in text[:200]:
        return text
    signed = _PGP_SIGNED.match(text)
    return _DASH_ESCAPE.sub("", signed.group(1)) if signed else text


def _moved(stretch: Marked, by: int) -> Marked:
    return Marked(stretch.mark, Span(stretch.span.start + by, stretch.span.end + by))


def _inside(marked: Iterable[Marked], size: int) -> Iterator[Marked]:
    for stretch in marked:
        if stretch.span.start < size:
            yield Marked(stretch.mark, Span(stretch.span.start, min(stretch.span.end, size)))


# Attachments


def _attachments(root: _Part, shown: Sequence[_Part]) -> tuple[Attachment, ...] | None:
    """The files that travel along. None where Outlook hides them in its `winmail.dat`."""
    parts = list(root.walk())
    leaves = [part for part in parts if not part.children]
    if any(part.type in _OUTLOOK_BAG or part.filename.lower() == "winmail.dat" for part in leaves):
        return None
    related = {leaf for part in parts if part.type == "multipart/related" for leaf in part.walk()}
    texts = {*shown, *(text for part in parts for text in _other_formats(part))}
    pictures = _referenced(leaves)
    return tuple(
        Attachment(leaf.filename, leaf.type, inline=_is_inline(leaf, pictures, leaf in related))
        for leaf in leaves
        if leaf not in texts and leaf.type not in _ENCRYPTED_TYPES and not _is_signature(leaf)
    )


def _other_formats(part: _Part) -> Iterator[_Part]:
    """The text again, in a format that may not have been chosen."""
    if part.type != "multipart/alternative":
        return
    for child in part.children:
        yield from _shown(child)
        if child.main_type == "text" and not child.filename:
            yield child


def _is_signature(part: _Part) -> bool:
    return part.type in _SIGNATURE_TYPES or _SIGNATURE_NAMES.fullmatch(part.filename) is not None


def _is_inline(part: _Part, pictures: frozenset[str], in_related: bool) -> bool:
    """Whether nobody enclosed the part: a picture in the text, or a visiting card that goes with all mail."""
    if part.type in _CARD_TYPES:
        return True
    if part.field("content-id").strip("<> ").lower() in pictures:
        return True
    return in_related and part.main_type == "image" and part.disposition != "attachment"


def _referenced(leaves: Sequence[_Part]) -> frozenset[str]:
    """The ids of the parts that the HTML shows."""
    if not any("content-id" in leaf.fields for leaf in leaves):
        return frozenset()
    html = (leaf.content for leaf in leaves if leaf.type == "text/html")
    ids = (match.group(1) for content in html for match in _CONTENT_ID.finditer(content))
    return frozenset(_unquoted(one).decode("utf-8", "replace").lower() for one in ids)


# Messages that are no letter from one person to another


def _reason_to_leave_alone(root: _Part, headers: Headers, text: str) -> str | None:
    reasons = (
        ("encrypted", _is_encrypted(root, text)),
        ("report", _is_report(root)),
        ("calendar", _is_invitation(root)),
        ("automatic", _is_automatic(headers)),
        ("list", any(name in headers.raw for name in _LIST_HEADERS)),
        ("patch", _is_patch(headers, text)),
    )
    return next((reason for reason, holds in reasons if holds), None)


def _is_encrypted(root: _Part, text: str) -> bool:
    if root.type in _SMIME_TYPES:
        return True
    if any(part.type in _ENCRYPTED_TYPES for part in root.walk()):
        return True
    return text.lstrip()[: len(_PGP_MESSAGE)] == _PGP_MESSAGE


def _is_report(root: _Part) -> bool:
    return root.type in _REPORT_TYPES or any(child.type in _REPORT_TYPES for child in root.children)


def _is_invitation(root: _Part) -> bool:
    """Whether the text is an invitation or an answer to one, not a file with a date beside a text."""
    for part in root.walk():
        if part.type != "text/calendar" or part.disposition == "attachment":
            continue
        if "method" in part.parameters or _CALENDAR_METHOD.search(part.content):
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


# Headers


def _headers(fields: Mapping[str, Sequence[str]]) -> Headers:
    sender = parse_addresses(fields.get("from", ()))
    return Headers(
        known=True,
        from_=sender[0] if sender else None,
        to=parse_addresses(fields.get("to", ())),
        cc=parse_addresses(fields.get("cc", ())),
        bcc=parse_addresses(fields.get("bcc", ())),
        reply_to=parse_addresses(fields.get("reply-to", ())),
        subject=decode_words(fields["subject"][0]) if "subject" in fields else None,
        in_reply_to=_is_answer(fields),
        raw={name: decode_words(values[0]) for name, values in fields.items()},
    )


def _is_answer(fields: Mapping[str, Sequence[str]]) -> bool:
    """Whether the headers name a message that this one answers. Thunderbird lists forwarded ones too."""
    if any(fields.get("in-reply-to", ())):
        return True
    return any(fields.get("references", ())) and "x-forwarded-message-id" not in fields
