"""What is shown of a mail, and which files travel with it: the meaning of its tree of parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from msglint.message.automatic import ENCRYPTED_TYPES
from msglint.message.errors import UnreadableMessageError
from msglint.message.mime_tree import Part
from msglint.message.model import Attachment, Marked
from msglint.message.plain import decode_charset, decode_html, normalise_line_ends
from msglint.report import Span

MAX_TEXT = 10_000_000
"""Code points of a body that are read; a longer one is cut."""

_CONTENT_ID = re.compile(r"cid:([^\s\"'<>)]{1,200})", re.IGNORECASE)

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
_PGP_SIGNED = re.compile(
    r"\s*-----BEGIN PGP SIGNED MESSAGE-----\n(?:[^\n]+\n)*\n(.*?)(?:\n-----BEGIN PGP SIGNATURE-----|\Z)",
    re.DOTALL,
)
_DASH_ESCAPE = re.compile(r"^- ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Body:
    """What the reader of the message sees, which parts it was made from, and where the text of each begins."""

    text: str
    marked: tuple[Marked, ...] = ()
    html: bool = False
    cut: bool = False
    parts: tuple[Part, ...] = ()
    starts: tuple[int, ...] = ()


def body_of(root: Part) -> Body:
    """All that is shown, joined in order."""
    parts = tuple(_shown(root))
    bodies = [rendered(part) for part in parts]
    texts: list[str] = []
    starts: list[int] = []
    marked: list[Marked] = []
    size = 0
    for body in bodies:
        if texts and texts[-1] and body.text and not texts[-1].endswith("\n"):
            texts[-1] += "\n"
            size += 1
        marked += (_moved(stretch, size) for stretch in body.marked)
        starts.append(size)
        texts.append(body.text)
        size += len(body.text)
    return Body(
        text="".join(texts)[:MAX_TEXT],
        marked=tuple(_inside(marked, MAX_TEXT)),
        html=any(body.html for body in bodies),
        cut=size > MAX_TEXT or any(body.cut for body in bodies),
        parts=parts,
        starts=tuple(starts),
    )


def check_intact(root: Part, body: Body) -> None:
    """Raises if there is no text, or none that could be read, where bytes for one are.

    Raises:
        UnreadableMessageError: if so.
    """
    damaged = any(part.is_damaged for part in body.parts)
    if damaged and all(part.is_damaged or not part.text.strip() for part in body.parts):
        raise UnreadableMessageError(
            "Der Inhalt der Mail ist beschädigt: Er lässt sich nicht in Text umwandeln.",
            "The content of the mail is damaged: it cannot be decoded into text.",
        )
    if not body.text.strip() and any(part.is_too_deep for part in root.walk()):
        raise UnreadableMessageError(
            "Der Inhalt der Mail ist beschädigt: Seine Teile sind zu tief ineinander verschachtelt.",
            "The content of the mail is damaged: its parts are nested too deeply.",
        )


def rendered(part: Part) -> Body:
    """What is shown of one part with text."""
    if part.type != "text/html":
        return Body(_without_armour(part.text))
    from msglint.message.html import read_html

    source = normalise_line_ends(html_source(part))
    page = read_html(source[:MAX_TEXT])
    return Body(page.text, page.marked, html=True, cut=len(source) > MAX_TEXT)


def html_source(part: Part) -> str:
    """The HTML in the part, its line ends as they are."""
    try:
        return decode_html(part.content, part.charset)
    except UnreadableMessageError:
        return decode_charset(part.content, part.charset)


def _shown(part: Part, *, first: bool = True) -> list[Part]:
    """The parts whose text is shown one after the other."""
    if part.type == "multipart/alternative":
        return _alternative(part)
    if part.type in ("multipart/related", "multipart/signed"):
        return _shown(part.children[0]) if part.children else []
    if part.children:
        shown: list[Part] = []
        for child in part.children:
            shown += _shown(child, first=first and not shown)
        return shown
    if part.type not in ("text/plain", "text/html", "text/markdown", "text/enriched"):
        return []
    if part.is_attachment or (part.filename and not first):
        return []
    return [part]


def _alternative(part: Part) -> list[Part]:
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


def attachments_of(root: Part, shown: Sequence[Part]) -> tuple[Attachment, ...] | None:
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
        if leaf not in texts and leaf.type not in ENCRYPTED_TYPES and not _is_signature(leaf)
    )


def _other_formats(part: Part) -> Iterator[Part]:
    """The text again, in a format that may not have been chosen."""
    if part.type != "multipart/alternative":
        return
    for child in part.children:
        yield from _shown(child)
        if child.get_content_maintype() == "text" and not child.filename:
            yield child


def _is_signature(part: Part) -> bool:
    return part.type in _SIGNATURE_TYPES or _SIGNATURE_NAMES.fullmatch(part.filename) is not None


def _is_inline(part: Part, pictures: frozenset[str], in_related: bool) -> bool:
    """Whether nobody enclosed the part: a picture in the text, or a visiting card that goes with all mail."""
    if part.type in _CARD_TYPES:
        return True
    if part.field("content-id").strip("<> ").lower() in pictures:
        return True
    return in_related and part.get_content_maintype() == "image" and not part.is_attachment


def _referenced(leaves: Sequence[Part]) -> frozenset[str]:
    """The ids of the parts that the HTML shows."""
    if not any(leaf.field("content-id") for leaf in leaves):
        return frozenset()
    html = (leaf.content.decode("utf-8", "replace") for leaf in leaves if leaf.type == "text/html")
    return frozenset(unquote(one).lower() for content in html for one in _CONTENT_ID.findall(content))
