"""What mail programs mark in their HTML: what is quoted, what is forwarded, what is a signature."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from msglint.message.html_element import BLOCKS, Element
from msglint.message.html_page import Page
from msglint.message.model import Mark, Marked
from msglint.report import Span

_MAX_LOOKS = 2000
_BORDER = re.compile(r"border[^;]*solid", re.IGNORECASE)
_LEFT_BORDER = re.compile(r"border-left\s*:(?!\s*(?:none|0))", re.IGNORECASE)

_OUTLOOK_HEADERS = re.compile(
    r"\s*(?:Von|From|De|Da)\s*:.{0,400}?\b(?:Gesendet|Datum|Sent|Date|Envoyé|Inviato)\b[^:]{0,10}:",
    re.IGNORECASE | re.DOTALL,
)
_FORWARD_LINE = re.compile(
    r"\s*(?:-{3,}\s*(?:Forwarded message|Weitergeleitete Nachricht|Original Message forwarded)\b"
    r"|(?:Anfang der weitergeleiteten (?:Nachricht|E-?Mail)|Begin(?:n of)? forwarded message)\s*:)",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(r"\b(?:schrieb|geschrieben|wrote|écrit)\b[^\n]{0,200}:\s*$", re.IGNORECASE)

_SIGNATURE_CLASSES = frozenset(
    {
        "moz-signature",
        "gmail_signature",
        "gmail_signature_prefix",
        "AppleMailSignature",
        "protonmail_signature_block",
        "signature",
    }
)
_SIGNATURE_IDS = frozenset({"Signature", "signature", "ms-outlook-mobile-signature", "AppleMailSignature"})
_QUOTE_CLASSES = frozenset(
    {"moz-cite-prefix", "gmail_quote", "gmail_attr", "protonmail_quote", "zmail_extra", "tutanota_quote"}
)
_QUOTE_IDS = frozenset({"mail-editor-reference-message-container", "OLK_SRC_BODY_SECTION", "reply-intro"})
_REST_IDS = frozenset({"divRplyFwdMsg", "stopSpelling"})


Leave = list[Callable[[], None]]
"""What is to be done at the end of an element."""


@dataclass(slots=True)
class Marker:
    """Opens and closes the marks on the page, element by element.

    Attributes:
        answers_in_outlook: the mail has Outlook's mark for what is answered.
    """

    page: Page
    answers_in_outlook: bool
    wrappers: int = 0
    in_wrapped_quote: bool = False
    is_rest: bool = False
    looks: int = _MAX_LOOKS
    signature_next: bool = False

    def line_break(self, element: Element) -> None:
        """Looks at a `<br>`: on the iPhone it announces the signature."""
        self.signature_next = element.id == "lineBreakAtBeginningOfSignature"

    def begin(self, element: Element) -> Leave:
        """Opens what begins with the element. Returns what is to be done at its end."""
        following, self.signature_next = self.signature_next, False
        if self.is_rest or self.page.is_open(Mark.FORWARD):
            return []
        if self.wrappers and element.tag == "blockquote":
            return self._wrapped_quote()
        if self.page.is_open(Mark.QUOTE):
            return []
        if self._begins_rest(element):
            self.page.open(Mark.QUOTE)
            self.is_rest = True
            return []
        if _is_signature(element) or (following and element.tag in BLOCKS):
            return [] if self.page.is_open(Mark.SIGNATURE) else self._stretch(Mark.SIGNATURE)
        if _is_forward(element):
            return self._stretch(Mark.FORWARD)
        if not _is_quote(element):
            return []
        return self._stretch(Mark.QUOTE) + self._wrapper(element)

    def _stretch(self, mark: Mark) -> Leave:
        """Marks the whole element."""
        self.page.open(mark)
        return [lambda: self._close(mark)]

    def _close(self, mark: Mark) -> None:
        if not self.is_rest:
            self.page.close(mark)

    def _wrapper(self, element: Element) -> Leave:
        """Gmail also wraps the answers that are written into the quote; only its blockquotes are quotes."""
        if "gmail_quote" not in element.classes or element.tag == "blockquote":
            return []
        self.wrappers += 1

        def leave() -> None:
            self.wrappers -= 1

        return [leave]

    def _wrapped_quote(self) -> Leave:
        if self.in_wrapped_quote:
            return []
        self.in_wrapped_quote = True
        if not self.page.is_open(Mark.QUOTE):
            self.page.open(Mark.QUOTE)

        def leave() -> None:
            self.in_wrapped_quote = False
            self._close(Mark.QUOTE)

        return [leave]

    def _begins_rest(self, element: Element) -> bool:
        """Whether Outlook puts the other's mail here, with nothing of one's own behind it."""
        if element.id in _REST_IDS:
            return True
        if element.id == "appendonsend":
            return self.answers_in_outlook
        if element.tag != "div" or not self.looks or not _BORDER.search(element.style):
            return False
        self.looks -= 1
        return _OUTLOOK_HEADERS.match(element.opening(500)) is not None


def settled(text: str, marked: list[Marked]) -> tuple[Marked, ...]:
    """The stretches in order, each with the line that announces it, neighbours of one kind joined."""
    joined: list[Marked] = []
    for found in sorted(marked, key=lambda one: one.span):
        stretch = _with_announcement(text, found)
        last = joined[-1] if joined else None
        if last and last.mark is stretch.mark and not text[last.span.end : stretch.span.start].strip():
            joined[-1] = Marked(last.mark, Span(last.span.start, max(last.span.end, stretch.span.end)))
        else:
            joined.append(stretch)
    return tuple(joined)


def _with_announcement(text: str, stretch: Marked) -> Marked:
    """Takes in `Am … schrieb …:` or `Begin forwarded message:` where it stands on the line before."""
    if stretch.mark is not Mark.QUOTE:
        return stretch
    end = stretch.span.start
    while end and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", 0, end) + 1
    line = text[start : min(end, start + 400)]
    if _FORWARD_LINE.match(line):
        return Marked(Mark.FORWARD, Span(start, stretch.span.end))
    if _ATTRIBUTION.search(line):
        return Marked(Mark.QUOTE, Span(start, stretch.span.end))
    return stretch


def _is_signature(element: Element) -> bool:
    if element.id in _SIGNATURE_IDS or not _SIGNATURE_CLASSES.isdisjoint(element.classes):
        return True
    return element.attributes.get("data-smartmail") == "gmail_signature"


def _is_forward(element: Element) -> bool:
    if "moz-forward-container" in element.classes:
        return True
    return _is_quote(element) and _FORWARD_LINE.match(element.opening(120)) is not None


def _is_quote(element: Element) -> bool:
    if element.tag == "blockquote":
        return _is_cited(element)
    if element.id in _QUOTE_IDS or not _QUOTE_CLASSES.isdisjoint(element.classes):
        return True
    if element.tag != "div":
        return False
    return element.attributes.get("name") == "quote" or any("yahoo_quoted" in name for name in element.classes)


def _is_cited(element: Element) -> bool:
    """A blockquote alone is only an indent: Gmail makes one where the writer indents a paragraph."""
    attributes = element.attributes
    if (attributes.get("type") or "").lower() == "cite" or "cite" in attributes:
        return True
    if any("quote" in name for name in element.classes):
        return True
    return _LEFT_BORDER.search(element.style) is not None
