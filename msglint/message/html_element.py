"""An element of an HTML mail, with what the reader of the mail has to know about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_UNSEEN = frozenset(
    "head title script style template noscript object embed applet svg math canvas audio video iframe"
    " frameset select option datalist textarea input img map area meta link base col colgroup".split()
)
PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote figure fieldset".split())
BLOCKS = PARAGRAPHS | frozenset(
    "body div li dt dd table caption thead tbody tfoot tr address article aside center details dir footer"
    " form header hr legend main menu nav section summary figcaption".split()
)
BLANKS = re.compile("[ \t\n\r\f\u00a0]+")
_MAX_STYLE = 2000
_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]))", re.IGNORECASE
)
_NO_HEIGHT = re.compile(r"(?:^|[;\s])(?:max-)?height\s*:\s*0(?![.\d])", re.IGNORECASE)
_CLIPPED = re.compile(r"(?:^|[;\s])overflow\s*:\s*hidden", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0", re.IGNORECASE)
_TIGHT_CLASS = re.compile(r"\b(?:x_)?(?:MsoNormal|MsoPlainText|MsoListParagraph\w*|MsoNoSpacing|p\d)\b")


@dataclass(frozen=True, slots=True)
class Element:
    """What the walk needs of an element, read once."""

    tag: str
    id: str
    classes: frozenset[str]
    style: str
    node: LexborNode
    attributes: dict[str, str | None]

    @classmethod
    def of(cls, node: LexborNode) -> Element:
        """The element that the node is."""
        attributes = node.attributes
        return cls(
            tag=node.tag or "",
            id=attributes.get("id") or "",
            classes=frozenset((attributes.get("class") or "").split()),
            style=(attributes.get("style") or "")[:_MAX_STYLE],
            node=node,
            attributes=attributes,
        )

    @property
    def is_hidden(self) -> bool:
        """Whether a reader never sees it."""
        if self.tag in _UNSEEN or "hidden" in self.attributes:
            return True
        if not self.style:
            return False
        if _HIDDEN.search(self.style):
            return True
        return _NO_HEIGHT.search(self.style) is not None and _CLIPPED.search(self.style) is not None

    @property
    def is_tight(self) -> bool:
        """Whether a paragraph has no distance to its neighbours, as Outlook's have not."""
        if self.style and _NO_MARGIN.search(self.style):
            return True
        return any(_TIGHT_CLASS.fullmatch(name) for name in self.classes)

    def opening(self, limit: int) -> str:
        """About the first `limit` characters of the text in the element, found without reading all of it."""
        pieces: list[str] = []
        size, steps = 0, 100
        stack = [self.node]
        while stack and size < limit and steps:
            steps -= 1
            current = stack.pop()
            if current is not self.node and current.next is not None:
                stack.append(current.next)
            if current.is_text_node:
                pieces.append((current.text_content or "")[:limit])
                size += len(pieces[-1].strip())
            elif current.child is not None and current.tag not in _UNSEEN:
                stack.append(current.child)
        return BLANKS.sub(" ", " ".join(pieces))
