"""HTML mail as the text its reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.message.html_element import BLANKS, BLOCKS, PARAGRAPHS, Element
from msglint.message.html_page import Page
from msglint.message.html_quotes import Leave, Marker, settled
from msglint.message.model import Marked
from msglint.message.plain import normalise_line_ends, without_surrogates

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_TAGS = 30_000
"""The parser takes quadratic time on elements inside elements; of HTML with more tags only the lines are read."""
_MANY_TAGS = 250

_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NO_MARKER = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00a0\u200b\u200c\u200d\u2060\ufeff\u034f\u00ad]")
_SIGNATURE_LINE = "-- "

_FORMATTING = re.compile(r"<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE)
_UNSEEN_SOURCE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(title|script|style)(?=[\s/>]).*?(?:</\1(?![\w-])[^<>]*>?|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<(?:(/?[a-zA-Z][^\s<>/]{0,20})[^<>]*>|[!?/][^<>]*>)?")
_LINE_TAGS = frozenset("br div li tr p /p h1 /h1 h2 /h2 h3 /h3 h4 /h4 ul /ul ol /ol table /table blockquote".split())


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of an HTML mail, and the stretches of it that its mark-up names."""

    text: str
    marked: tuple[Marked, ...] = ()


def read_html(html: str) -> Rendered:
    """The text as its reader sees it: hidden things dropped, blanks as in a browser, no `> ` added."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(_bounded(without_surrogates(html)))
    if tree.body is None:
        return Rendered("")
    page = Page()
    walk = _Walk(page, Marker(page, answers_in_outlook=tree.css_first("#divRplyFwdMsg") is not None))
    walk.run(tree.body)
    text = page.text()
    return Rendered(text, settled(text, page.marked))


def _bounded(html: str) -> str:
    """The same HTML without what would keep the parser busy for minutes."""
    tags = html.count("<")
    if tags > MAX_TAGS:
        return _TAG.sub(_line_break, _UNSEEN_SOURCE.sub("", html))
    # Unclosed formatting is repeated in every element that follows.
    return _FORMATTING.sub(r"<\1span", html) if tags > _MANY_TAGS else html


def _line_break(tag: re.Match[str]) -> str:
    """What is left of a tag where there is no tree."""
    if len(tag.group()) == 1:
        return "&lt;"
    return "<br>" if (tag.group(1) or "").lower() in _LINE_TAGS else ""


@dataclass(slots=True)
class _Walk:
    """One walk over the tree, by an own stack, since HTML can be nested deeper than Python calls."""

    page: Page
    marker: Marker
    pre: int = 0
    lists: list[int | None] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def run(self, body: LexborNode) -> None:
        stack: list[LexborNode | Callable[[], None]] = [body]
        while stack:
            item = stack.pop()
            if callable(item):
                item()
                continue
            if item is not body and item.next is not None:
                stack.append(item.next)
            if item.is_text_node:
                self._text(item.text_content or "")
            elif item.is_element_node:
                self._element(Element.of(item), stack)
        self.page.close_all()

    def _element(self, element: Element, stack: list[LexborNode | Callable[[], None]]) -> None:
        if element.tag == "br":
            self.page.line_break()
            self.marker.line_break(element)
            return
        if element.is_hidden or self._is_word_marker(element):
            return
        leave = [*self.marker.begin(element), *self._layout(element)]
        stack.extend(leave)
        if element.node.child is not None:
            stack.append(element.node.child)

    def _text(self, text: str) -> None:
        if self.pre:
            self._preformatted(text)
            return
        visible = BLANKS.sub(" ", text).replace("\ufeff", "")
        if not _INVISIBLE.sub("", visible).strip():
            self.page.blank = self.page.blank or bool(visible)
            if self.page.at_line_start and _INVISIBLE.search(text):
                self.page.empty_line = True
            return
        if visible[0] == " ":
            self.page.blank = True
        visible = visible.lstrip(" ")
        if visible == _SIGNATURE_LINE and self.page.at_line_start:
            self.page.write(visible)
            return
        self.page.write(visible.rstrip(" "))
        self.page.blank = visible[-1] == " "

    def _preformatted(self, text: str) -> None:
        for number, line in enumerate(normalise_line_ends(text).replace("\u00a0", " ").split("\n")):
            if number:
                self.page.line_break()
            if line.strip():
                self.page.write(line if line == _SIGNATURE_LINE else line.rstrip())
            self.page.blank = self.page.blank or line[-1:] == " "

    # Layout. Each method returns what is to be done at the end of the element.

    def _layout(self, element: Element) -> Leave:
        tag, page = element.tag, self.page
        if tag in ("td", "th"):
            return self._cell()
        if tag not in BLOCKS:
            return self._preformatting(element) if element.style else []
        breaks = 2 if tag in PARAGRAPHS and not self.lists and not element.is_tight else 1
        page.line(breaks)
        leave: Leave = [lambda: page.line(breaks)]
        if tag in ("ul", "ol", "menu", "dir"):
            leave += self._list(element)
        elif tag == "li":
            leave += self._item(element)
        elif tag == "tr":
            self.rows.append(-1)
            leave.append(lambda: _drop_last(self.rows))
        return leave + self._preformatting(element)

    def _preformatting(self, element: Element) -> Leave:
        if element.tag != "pre" and not _PRE.search(element.style):
            return []
        self.pre += 1

        def leave() -> None:
            self.pre -= 1

        return [leave]

    def _list(self, element: Element) -> Leave:
        first = element.attributes.get("start") or "1"
        number = int(first) if first.isdecimal() and len(first) < 6 else 1
        self.lists.append(number if element.tag == "ol" else None)
        return [lambda: _drop_last(self.lists)]

    def _item(self, element: Element) -> Leave:
        indent = "  " * (min(len(self.lists), 10) - 1)
        number = self.lists[-1] if self.lists else None
        if number is not None:
            self.lists[-1] = number + 1
        sign = "- " if number is None else f"{number}. "
        self.page.marker = "" if _NO_MARKER.search(element.style) else indent + sign

        def leave() -> None:
            self.page.marker = ""

        return [leave]

    def _cell(self) -> Leave:
        """Short cells of a row share its line; one of several lines stands alone, as in tables for layout."""
        page, rows = self.page, self.rows or [-1]
        if rows[-1] == page.size and page.size:
            page.breaks, page.tab = 0, True
        elif rows[-1] >= 0:
            page.line()
        size = page.size
        lines = page.lines + (1 if size and not page.tab else 0)

        def leave() -> None:
            many = page.lines > lines
            page.tab = False
            if page.size > size:
                rows[-1] = 0 if many else page.size
            if not many:
                page.breaks = min(page.breaks, 1)

        return [leave]

    def _is_word_marker(self, element: Element) -> bool:
        """Word writes the signs of its lists as text; they become the same as those of a proper list."""
        if not element.style or not _WORD_MARKER.search(element.style):
            return False
        sign = element.opening(40).strip()
        self.page.marker = f"{sign} " if sign[:1].isalnum() and sign[-1:] in ".)" else "- "
        return True


def _drop_last(items: list[int] | list[int | None]) -> None:
    if items:
        items.pop()
