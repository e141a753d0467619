"""Where the text of a mail stands in its bytes, and the edits that change a name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msglint.fixing.change import Change, Edit
from msglint.fixing.errors import damaged, only_in_one_version, only_seven_bits, signed
from msglint.fixing.html import places_in_html
from msglint.fixing.place import Place, Written, place_by_reading, place_in_lines, places_in_lines
from msglint.fixing.transfer import in_transfer
from msglint.message.mime import Body, body_of, html_source, rendered
from msglint.message.mime_tree import Part, parse
from msglint.message.model import Message
from msglint.message.plain import charset_named_in, decode_charset, normalise_line_ends
from msglint.message.smime import SMIME_TYPES
from msglint.report import Span

PGP_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"

_END = rb"(?:\r\n|\n|\r)"
_LINE_END = re.compile(_END)
_BEFORE_HEADERS = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?:>?From [^\r\n]*" + _END + rb")?")
_EMPTY_LINE = re.compile(rb"(?:\r\n|\n|\r(?!\n))" + _END)
_SEVEN_BITS = frozenset({"", "7bit"})
_AS_IT_IS = frozenset({"", "7bit", "8bit", "binary"})
_ENCODINGS = _AS_IT_IS | {"quoted-printable", "base64"}


class MailEdits(NamedTuple):
    """The edits of one change, and what the changed parts must read afterwards.

    Attributes:
        edits: of the bytes of the mail.
        texts: the text of each changed part, by its number in the tree.
    """

    edits: tuple[Edit, ...]
    texts: Mapping[int, str]


def edits_in_mail(raw: bytes, message: Message, change: Change) -> MailEdits:
    """The edits that put the name right in every version of the text.

    Args:
        raw: the mail.
        message: what was read from it.
        change: a name in the text of the message.

    Raises:
        CannotFixError: if the mail has to stay as it is.
    """
    root = parse(raw)
    if root.type in SMIME_TYPES or any(part.get_content_type() == "multipart/signed" for part in root.walk()):
        raise signed()
    bodies = _bodies(raw, root)
    body = body_of(root)
    if body.text != message.text:
        raise damaged()
    shown, local = _part_of(body, change)
    wanted = {shown: local, **_in_other_versions(root, shown, message, change)}
    numbers = {part: number for number, part in enumerate(root.walk())}
    edits, texts = [], {}
    for part, one in wanted.items():
        begin, end = bodies[part]
        text = rendered(part).text
        edits.append(_edit_of(raw[begin:end], part, text, one, _line_end(raw)).moved(begin))
        texts[numbers[part]] = one.in_text(text)
    return MailEdits(tuple(edits), texts)


def same_but_for(old: bytes, new: bytes, texts: Mapping[int, str]) -> bool:
    """Whether the two mails have the same parts, only those in `texts` with the text that stands there."""
    before, after = list(parse(old).walk()), list(parse(new).walk())
    if len(before) != len(after):
        return False
    return all(
        one.items() == other.items()
        and (rendered(other).text == texts[number] if number in texts else one.content == other.content)
        for number, (one, other) in enumerate(zip(before, after, strict=True))
    )


def readable(raw: bytes) -> str:
    """The mail as it stands in the file, but every text in it decoded.

    Raises:
        CannotFixError: if where its parts stand is not certain.
    """
    root = parse(raw)
    pieces: list[str] = []
    at = 0
    for part, (begin, end) in sorted(_bodies(raw, root).items(), key=lambda item: item[1]):
        if part.type.startswith("text/") and not part.is_attachment and not part.is_damaged:
            pieces += decode_charset(raw[at:begin]), _readable_text(part, raw[begin:end])
            at = end
    return normalise_line_ends("".join([*pieces, decode_charset(raw[at:])]))


def _readable_text(part: Part, encoded: bytes) -> str:
    """The text of the part, its last line ended where the encoded one is."""
    text = html_source(part) if part.type == "text/html" else decode_charset(part.content, part.charset)
    ended = text.endswith(("\n", "\r")) or not encoded.endswith((b"\n", b"\r"))
    return text if ended else f"{text}\n"


# The place of the parts


def _bodies(raw: bytes, root: Part) -> dict[Part, tuple[int, int]]:
    """Where the body of every part without further parts begins and ends."""
    begins = _BEFORE_HEADERS.match(raw)
    return dict(_below(raw, root, begins.end() if begins else 0, len(raw)))


def _below(raw: bytes, part: Part, begin: int, end: int) -> Iterator[tuple[Part, tuple[int, int]]]:
    body = _after_headers(raw, begin, end)
    if not part.children:
        yield part, (body, end)
        return
    regions = list(_between_boundaries(raw, str(part.get_boundary("")), body, end))
    if len(regions) != len(part.children):
        raise damaged()
    for child, region in zip(part.children, regions, strict=True):
        yield from _below(raw, child, *region)


def _after_headers(raw: bytes, begin: int, end: int) -> int:
    if at_once := _LINE_END.match(raw, begin, end):
        return at_once.end()
    empty_line = _EMPTY_LINE.search(raw, begin, end)
    return empty_line.end() if empty_line else end


def _between_boundaries(raw: bytes, boundary: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the lines with the boundary. The line end before each belongs to it."""
    line = re.compile(
        rb"(?:(?:\r\n|\n|\r)|(?<![^\r\n]))--"
        + re.escape(boundary.encode("utf-8", "replace"))
        + rb"(--)?[ \t]*(?=[\r\n]|\Z)"
    )
    start: int | None = None
    for found in line.finditer(raw, begin, end):
        if start is not None:
            yield start, max(start, found.start())
        if found[1]:
            return
        after = _LINE_END.match(raw, found.end(), end)
        start = after.end() if after else found.end()
    if start is not None:
        yield start, end


def _line_end(raw: bytes) -> bytes:
    found = _LINE_END.search(raw)
    return found.group() if found else b"\n"


# Which parts


def _part_of(body: Body, change: Change) -> tuple[Part, Change]:
    """The part that the name stands in, and its place in the text of that."""
    for part, start in zip(reversed(body.parts), reversed(body.starts), strict=True):
        if start <= change.span.start:
            span = Span(change.span.start - start, change.span.end - start)
            if span.of(rendered(part).text) != change.old:
                raise damaged()
            return part, change._replace(span=span)
    raise damaged()


def _in_other_versions(root: Part, shown: Part, message: Message, change: Change) -> dict[Part, Change]:
    """The same name in the same place of the salutation, in all versions of the text."""
    found: dict[Part, Change] = {}
    for version in _other_versions(root, shown):
        texts = [part for part in version.walk() if _is_text(part)]
        place = next(filter(None, (_same_place(part, message, change) for part in texts)), None)
        if place is not None:
            found[place[0]] = place[1]
        elif not _is_without_salutation(texts, shown, change):
            raise only_in_one_version(change.old)
    return found


def _other_versions(root: Part, shown: Part) -> Iterator[Part]:
    """What stands beside the part, or a part around it, as the same in another format."""
    for part in root.walk():
        if part.type == "multipart/alternative" and any(inside is shown for inside in part.walk()):
            yield from (child for child in part.children if all(inside is not shown for inside in child.walk()))


def _is_text(part: Part) -> bool:
    return not part.children and part.get_content_maintype() == "text" and not part.is_attachment and not part.filename


def _same_place(part: Part, message: Message, change: Change) -> tuple[Part, Change] | None:
    """The change in the text of another part, None if that does not have the name there."""
    if part.type not in ("text/plain", "text/html"):
        return None
    body = rendered(part)
    salutations = [
        (message.text, message.parts.salutation),
        (body.text, message.with_(text=body.text, marked=body.marked, html=body.html).parts.salutation),
    ]
    places = [_places(text, salutation.span, change.old) for text, salutation in salutations if salutation]
    if len(places) < 2 or len(places[0]) != len(places[1]) or change.span not in places[0]:
        return None
    return part, change._replace(span=places[1][places[0].index(change.span)])


def _places(text: str, within: Span, name: str) -> list[Span]:
    """Where the name stands by itself."""
    words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return [Span(*found.span()) for found in words.finditer(text, within.start, within.end)]


def _is_without_salutation(texts: Sequence[Part], shown: Part, change: Change) -> bool:
    """Whether there is nothing to change: no text, or one that only says that there is HTML."""
    if not texts:
        return True
    return shown.type == "text/html" and all(
        part.type == "text/plain" and change.old not in part.text for part in texts
    )


# One part


def _edit_of(encoded: bytes, part: Part, text: str, change: Change, line_end: bytes) -> Edit:
    """The edit of the bytes of one part."""
    content = part.content
    encoding = part.field("content-transfer-encoding").strip().lower()
    if encoding not in _ENCODINGS:
        raise damaged()
    is_html = part.type == "text/html"
    seven_bits = encoding in _SEVEN_BITS and content.isascii()
    written = _written(part, content)
    place = _place_in_html(part, written, text, change, seven_bits) if is_html else _place(part, written, change)
    edit = written.edit(place, change.new)
    if seven_bits and not edit.new.isascii():
        raise only_seven_bits(change.new)
    return in_transfer(encoded, encoding, content, edit, line_end)


def _written(part: Part, content: bytes) -> Written:
    if part.type == "text/html":
        declared = part.charset or charset_named_in(content)
        return Written(content, html_source(part), declared or "ascii")
    return Written(content, decode_charset(content, part.charset), part.charset or "ascii")


def _place_in_html(part: Part, written: Written, text: str, change: Change, seven_bits: bool) -> Place:
    from msglint.message.html import read_html

    codec = "ascii" if seven_bits else written.charset()[0]
    return place_by_reading(
        written.source,
        places_in_html(written.source, change, codec),
        lambda source: read_html(normalise_line_ends(source)).text,
        change.in_text(text),
        change,
    )


def _place(part: Part, written: Written, change: Change) -> Place:
    source = written.source
    if PGP_SIGNED in source:
        raise signed()
    if normalise_line_ends(source) == part.text:
        return place_in_lines(source, 0, change)
    from msglint.message.flowed import unflow

    delete_space = part.parameter("delsp").lower() == "yes"
    return place_by_reading(
        source,
        places_in_lines(source, change),
        lambda edited: unflow(normalise_line_ends(edited), delete_space=delete_space),
        change.in_text(part.text),
        change,
    )
