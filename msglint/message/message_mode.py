"""Drafts as Emacs keeps them while they are written (message-mode: Gnus, mu4e, notmuch).

Headers are decoded, a line of its own stands between them and the text, and what becomes MIME stands in the text as
tags of MML. Tags and what nobody reads are blanked out, not taken out: a character keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from msglint.message.addresses import decode_words, parse_addresses
from msglint.message.automatic import reason_to_leave_alone
from msglint.message.errors import UnreadableMessageError
from msglint.message.lines import complement, masked
from msglint.message.mime_tree import parse
from msglint.message.model import Attachment, Headers, Mark, Marked, Message
from msglint.message.plain import without_surrogates
from msglint.report import Span

SEPARATOR: Final = "--text follows this line--"
"""Emacs' `mail-header-separator`, unless the user has another."""

_HEADER: Final = re.compile(r"([!-9;-~]+)[ \t]*:[ \t]*")
_FOLD: Final = re.compile(r"\n[ \t]+")
_LINE_END: Final = re.compile(r"\r\n|\r")
_SUBJECT: Final = "subject"

_TAG: Final = re.compile(
    r"<#(?P<end>/?)(?P<name>mml|multipart|part|external|secure)(?![\w-])(?P<rest>(?:[^\">]|\"(?:\\.|[^\"\\])*\"){0,4000})>",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r"([\w-]+)\s*=\s*(?:\"((?:\\.|[^\"\\])*)\"|([^\s\">]+))", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_ELSEWHERE: Final = ("filename", "buffer", "url")
"""What says that the content of a part does not stand between its tags."""
_SHOWN_TYPES: Final = frozenset({"text/plain", "text/markdown", "text/enriched"})
_HTML: Final = "text/html"
_MAIL: Final = "message/rfc822"
_CALENDAR: Final = "text/calendar"


class _Tag(NamedTuple):
    name: str
    attributes: dict[str, str]
    span: Span
    ends: bool

    @property
    def type(self) -> str:
        return self.attributes.get("type", "text/plain").partition(";")[0].strip().lower()

    @property
    def is_attachment(self) -> bool:
        return self.attributes.get("disposition", "").lower() == "attachment"

    @property
    def is_elsewhere(self) -> bool:
        return any(name in self.attributes for name in _ELSEWHERE)

    @property
    def filename(self) -> str:
        named = (self.attributes.get(name) for name in ("recipient-filename", "name", "filename"))
        path = next((name for name in named if name), "")
        return re.split(r"[/\\]", path)[-1]


class _Field(NamedTuple):
    """One header; `places` are those of the characters of its value, in the buffer."""

    name: str
    value: str
    places: Sequence[int]


@dataclass(frozen=True)
class Buffer:
    """A draft in message-mode.

    Attributes:
        message: what it says.
        source: the whole buffer, every line with one `LF`.
    """

    message: Message
    source: str = field(repr=False)
    _body: int
    _has_places: bool
    _subject: _Field | None = field(default=None, repr=False)

    def place(self, part: str, offset: int) -> int | None:
        """Where in the buffer something stands, counted in characters from 0; None if that cannot be said.

        Args:
            part: that of a finding.
            offset: a place in the text, or in the subject where `part` is `subject`.
        """
        if part != _SUBJECT:
            return self._body + offset if self._has_places else None
        subject = self._subject
        if subject is None:
            return None
        if subject.value != self.message.headers.subject:
            return subject.places[0]
        return subject.places[min(offset, len(subject.places) - 1)]


def read_message_mode(raw: bytes, *, path: str | None = None) -> Message:
    """The draft in a buffer, or in the file of one.

    Raises:
        UnreadableMessageError: if it has no headers.
    """
    return read_buffer(raw, path=path).message


def read_buffer(raw: bytes, *, path: str | None = None) -> Buffer:
    """The draft with the places of what it says.

    Args:
        raw: the buffer in UTF-8.
        path: the file it came from.

    Raises:
        UnreadableMessageError: if it has no headers.
    """
    source = _decoded(raw)
    head_end, body = _divided(source)
    fields = tuple(_fields(source[:head_end]))
    if not fields:
        raise UnreadableMessageError(
            "Das ist kein Entwurf aus Emacs: Am Anfang steht keine Kopfzeile wie „To:“ oder „Subject:“.",
            "This is not a draft from Emacs: it does not begin with a header line such as “To:” or “Subject:”.",
        )
    content = _Content(source[body:])
    return Buffer(
        message=_message(content, _headers(fields), path),
        source=source,
        _body=body,
        _has_places=not content.is_html,
        _subject=next((found for found in fields if found.name == _SUBJECT), None),
    )


def head_of(raw: bytes) -> bytes:
    """The headers of the buffer."""
    source = _decoded(raw)
    return source[: _divided(source)[0]].encode()


def _decoded(raw: bytes) -> str:
    return _with_line_ends(without_surrogates(raw.decode("utf-8", "replace")).replace("\0", "\ufffd"))


def _with_line_ends(source: str) -> str:
    """Line ends as LF, every character where it was."""
    return _LINE_END.sub(lambda end: " \n" if len(end.group()) == 2 else "\n", source) if "\r" in source else source


def _divided(source: str) -> tuple[int, int]:
    """Where the headers end and where the text begins.

    Whoever has another separator line has it where something follows that is no header.
    """
    found = re.search(rf"^{re.escape(SEPARATOR)}[ \t]*(?:\n|\Z)", source, re.MULTILINE)
    if found:
        return found.start(), found.end()
    position = 0
    for line in source.splitlines(keepends=True):
        if not (_HEADER.match(line) or (position and line[0] in " \t" and line.strip())):
            return position, position + len(line)
        position += len(line)
    return position, position


# Headers


def _fields(head: str) -> Iterator[_Field]:
    starts = [found.start() for found in re.finditer(r"^(?=[^ \t\n])", head, re.MULTILINE)]
    for start, end in pairwise((*starts, len(head))):
        name = _HEADER.match(head, start, end)
        if name is None:
            continue
        value = head[name.end() : end].rstrip()
        yield _Field(name[1].lower(), _FOLD.sub(" ", value), tuple(_places(value, name.end())))


def _places(value: str, start: int) -> Iterator[int]:
    """The place of every character of the value on one line, and the one behind it."""
    position = 0
    for fold in _FOLD.finditer(value):
        yield from range(start + position, start + fold.start())
        yield start + fold.start()
        position = fold.end()
    yield from range(start + position, start + len(value) + 1)


def _headers(fields: Sequence[_Field]) -> Headers:
    block: dict[str, list[str]] = {}
    for found in fields:
        block.setdefault(found.name, []).append(found.value)
    sender = parse_addresses(block.get("from", ()))
    return Headers(
        known=True,
        from_=sender[0] if sender else None,
        to=parse_addresses(block.get("to", ())),
        cc=parse_addresses(block.get("cc", ())),
        bcc=parse_addresses(block.get("bcc", ())),
        reply_to=parse_addresses(block.get("reply-to", ())),
        subject=decode_words(block[_SUBJECT][0]) if _SUBJECT in block else None,
        in_reply_to=any(block.get("in-reply-to", ())) or any(block.get("references", ())),
        ignores=tuple(block.get("x-msglint-ignore", ())),
        raw={name: decode_words(values[0]) for name, values in block.items()},
    )


# The text


class _Content:
    """What stands below the separator: what of it is text, and what travels with it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tags = tuple(_tags(source))
        self._hidden: list[Span] = [tag.span for tag in self._tags]
        self.attachments: list[Attachment] = []
        self.marked: list[Marked] = []
        self.is_invitation = False
        self._pages: list[str] = []
        self._read()

    @cached_property
    def own(self) -> str:
        """The text with blanks in the place of all that is none."""
        whole = Span(0, len(self._source))
        return masked(self._source, complement(self._hidden, whole))

    @property
    def is_html(self) -> bool:
        """Whether there is no text but in HTML."""
        return bool(self._pages) and not self.own.strip()

    @property
    def html(self) -> str:
        """The text that is HTML."""
        return "\n".join(self._pages)

    def _read(self) -> None:
        at = 0
        while at < len(self._tags):
            tag = self._tags[at]
            at += 1
            if tag.ends or tag.name in ("secure", "multipart"):
                continue
            if tag.name == "mml":
                at = self._read_nested(tag, at)
            else:
                self._read_part(tag, self._next(at))

    def _next(self, at: int) -> int:
        """Where the content of a part ends: at the next tag, whatever it is."""
        return self._tags[at].span.start if at < len(self._tags) else len(self._source)

    def _read_nested(self, tag: _Tag, at: int) -> int:
        """A message with parts of its own; the number of the tag behind it."""
        depth, last = 1, at
        while last < len(self._tags) and depth:
            if self._tags[last].name == "mml":
                depth += -1 if self._tags[last].ends else 1
            last += 1
        end = self._tags[last - 1].span.start if depth == 0 else len(self._source)
        content = Span(tag.span.end, max(tag.span.end, end))
        if tag.is_attachment:
            self._attach(tag, content)
        else:
            self.marked.append(Marked(Mark.FORWARD, content))
        return last

    def _read_part(self, tag: _Tag, end: int) -> None:
        content = Span(tag.span.end, end)
        if tag.type == _CALENDAR and "method" in tag.attributes:
            self.is_invitation = True
        if tag.is_elsewhere or tag.is_attachment:
            self._attach(tag, content)
        elif tag.type == _HTML:
            self._hidden.append(content)
            self._pages.append(content.of(self._source))
        elif tag.type == _MAIL:
            self.marked.append(Marked(Mark.FORWARD, content))
        elif tag.type not in _SHOWN_TYPES:
            self._hidden.append(content)

    def _attach(self, tag: _Tag, content: Span) -> None:
        self._hidden.append(content)
        inline = tag.attributes.get("disposition", "").lower() == "inline" and tag.type.startswith("image/")
        self.attachments.append(Attachment(tag.filename, tag.type, inline=inline))


def _tags(source: str) -> Iterator[_Tag]:
    for found in _TAG.finditer(source):
        attributes = {
            name.lower(): _unquoted(quoted) or bare for name, quoted, bare in _ATTRIBUTE.findall(found["rest"])
        }
        yield _Tag(found["name"], attributes, Span(*found.span()), bool(found["end"]))


def _unquoted(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _message(content: _Content, headers: Headers, path: str | None) -> Message:
    if content.is_html:
        from msglint.message.html import read_html

        page = read_html(content.html)
        text, marked = page.text, page.marked
    else:
        text, marked = content.own, tuple(content.marked)
    nothing = parse(b"Content-Type: text/plain\n\n")
    reason = "calendar" if content.is_invitation else reason_to_leave_alone(nothing, headers, text)
    return Message(
        text=text,
        headers=headers,
        attachments=tuple(content.attachments),
        marked=marked,
        html=content.is_html,
        leave_alone=reason,
        path=path,
    )
