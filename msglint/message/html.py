"""HTML mail as the text its reader sees, with what mail programs mark in it: quotes, forwards, signatures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.message.model import Mark, Marked
from msglint.message.plain import normalise_line_ends, without_surrogates
from msglint.report import Span

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_DEPTH = 250
"""Elements inside elements. The parser takes quadratic time on depth: tags that lead deeper are left out."""

_UNSEEN = frozenset(
    "head title script style template noscript object embed applet svg math canvas audio video iframe"
    " frameset select option datalist textarea input img map area meta link base col colgroup"
    " x-svg x-math x-template x-noscript x-frameset x-select x-plaintext".split()
)
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote figure fieldset".split())
_BLOCKS = _PARAGRAPHS | frozenset(
    "body div li dt dd table caption thead tbody tfoot tr address article aside center details dir footer"
    " form header hr legend main menu nav section summary figcaption".split()
)
_MAX_STYLE = 2000
_MAX_LOOKS = 2000
_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]))", re.IGNORECASE
)
_NO_HEIGHT = re.compile(r"(?:^|[;\s])(?:max-)?height\s*:\s*0(?![.\d])", re.IGNORECASE)
_CLIPPED = re.compile(r"(?:^|[;\s])overflow\s*:\s*hidden", re.IGNORECASE)
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0", re.IGNORECASE)
_TIGHT_CLASS = re.compile(r"\b(?:x_)?(?:MsoNormal|MsoPlainText|MsoListParagraph\w*|MsoNoSpacing|p\d)\b")
_NO_MARKER = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_BORDER = re.compile(r"border[^;]*solid", re.IGNORECASE)
_LEFT_BORDER = re.compile(r"border-left\s*:(?!\s*(?:none|0))", re.IGNORECASE)
_BLANKS = re.compile("[ \t\n\r\f\u00a0]+")
_INVISIBLE = re.compile("[\u00a0\u200b\u200c\u200d\u2060\ufeff\u034f\u00ad]")

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

_SIGNATURE_LINE = "-- "
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

_RAW = "script|style|title|textarea|xmp|iframe|noembed|noframes"
_TOKEN = re.compile(
    rf"""<!--(?:-?>|.*?(?:--!?>|\Z))                                  # a comment
    |<(?:[!?]|/(?![a-zA-Z]))[^>]*>?                                  # what is read as a comment
    |<(?P<raw>{_RAW})(?=[\s/>]).*?(?:</(?P=raw)(?=[\s/>])[^>]*>?|\Z)  # an element with no tags inside
    |<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)
    (?P<rest>(?:[\s/]+|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>"'][^\s>]*)?)?)*>?)
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_OWN_WORLDS = frozenset("svg math template noscript frameset select plaintext".split())
_UNNESTED = frozenset(
    "html head body form p li dd dt option optgroup tr tbody thead tfoot colgroup br img hr meta input col"
    " link base area wbr embed param source track image keygen frame o:p".split()
)
_CELLS = frozenset({"td", "th", "caption"})
_TABLE_PARTS = _CELLS | {"tr", "tbody", "thead", "tfoot", "colgroup", "col"}
_SCOPES = _CELLS | {"table", "object", "applet", "marquee"}
_SPECIAL = _SCOPES | frozenset(
    "address article aside blockquote button center details dir div dl fieldset figcaption figure footer h1"
    " h2 h3 h4 h5 h6 header hgroup listing main menu nav ol pre search section summary ul".split()
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of an HTML mail, and the stretches of it that its mark-up names."""

    text: str
    marked: tuple[Marked, ...] = ()


def read_html(html: str) -> Rendered:
    """The text as its reader sees it: hidden things dropped, blanks as in a browser, no `> ` added."""
    html = without_surrogates(html)
    if html.count("<") > MAX_DEPTH:
        html = _Shallow().copy(html)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    if tree.body is None:
        return Rendered("")
    walk = _Walk(answers_in_outlook=tree.css_first("#divRplyFwdMsg") is not None)
    walk.run(tree.body)
    text = walk.page.text()
    return Rendered(text, _settled(text, walk.page.marked))


class _Shallow:
    """Copies HTML without the tags that would make the parser slow, by its own rules on which tag ends which.

    Those who would misuse the rules know them well; where in doubt, an element counts as still open.
    """

    def __init__(self) -> None:
        self._open: list[str] = []
        self._left_out: dict[str, int] = {}

    def copy(self, html: str) -> str:
        """The same HTML, never nested deeper than the limit, without comments and code."""
        return _TOKEN.sub(self._token, html)

    def _token(self, match: re.Match[str]) -> str:
        name = match.group("name")
        if name is None:
            return " " if match.group("raw") else ""
        name = name.lower()
        if name in _FORMATTING:
            # Unclosed formatting is repeated in every element that follows.
            name = "span"
        elif name in _OWN_WORLDS:
            name = f"x-{name}"
        keep = self._ends(name) if match.group("end") else self._begins(name)
        return f"<{match.group('end')}{name}{match.group('rest')}" if keep else ""

    def _begins(self, name: str) -> bool:
        if name in _TABLE_PARTS:
            self._end_cell()
        if name in _UNNESTED or (name in _TABLE_PARTS and name not in _CELLS):
            return True
        if len(self._open) >= MAX_DEPTH:
            self._left_out[name] = self._left_out.get(name, 0) + 1
            return False
        self._open.append(name)
        return True

    def _ends(self, name: str) -> bool:
        if self._left_out.get(name):
            self._left_out[name] -= 1
            return False
        if name in _TABLE_PARTS:
            self._end_cell()
            return True
        stops = _SPECIAL if name not in _SPECIAL else frozenset({"table"}) if name == "table" else _SCOPES
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index] == name:
                del self._open[index:]
                break
            if self._open[index] in stops:
                break
        return True

    def _end_cell(self) -> None:
        """Ends all that is open inside the innermost table."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index] == "table":
                del self._open[index + 1 :]
                return


@dataclass(slots=True)
class _Page:
    """The text written so far. Breaks and blanks wait until something follows them, so none is left over."""

    chunks: list[str] = field(default_factory=list)
    size: int = 0
    lines: int = 0
    breaks: int = 0
    blank: bool = False
    empty_line: bool = False
    tab: bool = False
    marker: str = ""
    marked: list[Marked] = field(default_factory=list)
    _open: list[tuple[Mark, int | None]] = field(default_factory=list)

    @property
    def at_line_start(self) -> bool:
        return self.breaks > 0 or not self.size

    def text(self) -> str:
        """All that has been written."""
        return "".join(self.chunks)

    def write(self, text: str) -> None:
        """Adds visible characters, after the breaks, blanks and list markers that wait."""
        before = self._before()
        self.lines += "\n" in before
        self.breaks, self.blank, self.empty_line, self.tab = 0, False, False, False
        self.chunks.append(before)
        start = self.size + len(before)
        self._open = [(mark, start if begun is None else begun) for mark, begun in self._open]
        self.chunks.append(self.marker + text)
        self.size = start + len(self.marker) + len(text)
        self.marker = ""

    def _before(self) -> str:
        if not self.size:
            return ""
        if self.breaks:
            return "\n" * min(self.breaks, 3)
        if self.tab:
            return "\t"
        return " " if self.blank else ""

    def line(self, breaks: int = 1) -> None:
        """The edge of a block: at least so many breaks."""
        if self.tab:
            return
        if self.empty_line:
            self.breaks += 1
            self.empty_line = False
        self.breaks = max(self.breaks, breaks)
        self.blank = False

    def line_break(self) -> None:
        """A `<br>`."""
        self.breaks += 1
        self.empty_line = self.blank = self.tab = False

    def open(self, mark: Mark) -> None:
        if mark is not Mark.SIGNATURE:
            self._close_signatures()
        self._open.append((mark, None))

    def close(self, mark: Mark) -> None:
        """Ends the innermost stretch with that mark, if one is still open."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is mark:
                self._record(*self._open.pop(index))
                return

    def close_all(self) -> None:
        while self._open:
            self._record(*self._open.pop())

    def is_open(self, *marks: Mark) -> bool:
        return any(mark in marks for mark, _ in self._open)

    def _close_signatures(self) -> None:
        while self.is_open(Mark.SIGNATURE):
            self.close(Mark.SIGNATURE)

    def _record(self, mark: Mark, start: int | None) -> None:
        if start is not None and start < self.size:
            self.marked.append(Marked(mark, Span(start, self.size)))


@dataclass(frozen=True, slots=True)
class _Element:
    """What the walk needs of an element, read once."""

    tag: str
    id: str
    classes: frozenset[str]
    style: str
    node: LexborNode
    attributes: dict[str, str | None]

    @classmethod
    def of(cls, node: LexborNode) -> _Element:
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


_Leave = list[Callable[[], None]]
"""What is to be done at the end of an element."""


@dataclass(slots=True)
class _Walk:
    """One walk over the tree, by an own stack, since HTML can be nested deeper than Python calls."""

    answers_in_outlook: bool
    page: _Page = field(default_factory=_Page)
    pre: int = 0
    lists: list[int | None] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    wrappers: int = 0
    in_wrapped_quote: bool = False
    is_rest: bool = False
    looks: int = _MAX_LOOKS
    signature_next: bool = False

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
                self._element(_Element.of(item), stack)
        self.page.close_all()

    def _element(self, element: _Element, stack: list[LexborNode | Callable[[], None]]) -> None:
        if element.tag == "br":
            self.page.line_break()
            self.signature_next = element.id == "lineBreakAtBeginningOfSignature"
            return
        if element.is_hidden or self._is_word_marker(element):
            return
        leave = [*self._marks(element), *self._layout(element)]
        stack.extend(leave)
        if element.node.child is not None:
            stack.append(element.node.child)

    def _text(self, text: str) -> None:
        if self.pre:
            self._preformatted(text)
            return
        visible = _BLANKS.sub(" ", text).replace("\ufeff", "")
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

    def _layout(self, element: _Element) -> _Leave:
        tag, page = element.tag, self.page
        if tag in ("td", "th"):
            return self._cell()
        if tag not in _BLOCKS:
            return self._preformatting(element) if element.style else []
        breaks = 2 if tag in _PARAGRAPHS and not self.lists and not element.is_tight else 1
        page.line(breaks)
        leave: _Leave = [lambda: page.line(breaks)]
        if tag in ("ul", "ol", "menu", "dir"):
            leave += self._list(element)
        elif tag == "li":
            leave += self._item(element)
        elif tag == "tr":
            self.rows.append(-1)
            leave.append(lambda: _drop_last(self.rows))
        return leave + self._preformatting(element)

    def _preformatting(self, element: _Element) -> _Leave:
        if element.tag != "pre" and not _PRE.search(element.style):
            return []
        self.pre += 1

        def leave() -> None:
            self.pre -= 1

        return [leave]

    def _list(self, element: _Element) -> _Leave:
        first = element.attributes.get("start") or "1"
        number = int(first) if first.isdecimal() and len(first) < 6 else 1
        self.lists.append(number if element.tag == "ol" else None)
        return [lambda: _drop_last(self.lists)]

    def _item(self, element: _Element) -> _Leave:
        indent = "  " * (min(len(self.lists), 10) - 1)
        number = self.lists[-1] if self.lists else None
        if number is not None:
            self.lists[-1] = number + 1
        sign = "- " if number is None else f"{number}. "
        self.page.marker = "" if _NO_MARKER.search(element.style) else indent + sign

        def leave() -> None:
            self.page.marker = ""

        return [leave]

    def _cell(self) -> _Leave:
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

    def _is_word_marker(self, element: _Element) -> bool:
        """Word writes the signs of its lists as text; they become the same as those of a proper list."""
        if not element.style or not _WORD_MARKER.search(element.style):
            return False
        sign = _opening(element.node, 40).strip()
        self.page.marker = f"{sign} " if sign[:1].isalnum() and sign[-1:] in ".)" else "- "
        return True

    # Marks, likewise

    def _marks(self, element: _Element) -> _Leave:
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
        if _is_signature(element) or (following and element.tag in _BLOCKS):
            return [] if self.page.is_open(Mark.SIGNATURE) else self._stretch(Mark.SIGNATURE)
        if _is_forward(element):
            return self._stretch(Mark.FORWARD)
        if not _is_quote(element):
            return []
        return self._stretch(Mark.QUOTE) + self._wrapper(element)

    def _stretch(self, mark: Mark) -> _Leave:
        """Marks the whole element."""
        self.page.open(mark)
        return [lambda: self._close(mark)]

    def _close(self, mark: Mark) -> None:
        if not self.is_rest:
            self.page.close(mark)

    def _wrapper(self, element: _Element) -> _Leave:
        """Gmail also wraps the answers that are written into the quote; only its blockquotes are quotes."""
        if "gmail_quote" not in element.classes or element.tag == "blockquote":
            return []
        self.wrappers += 1

        def leave() -> None:
            self.wrappers -= 1

        return [leave]

    def _wrapped_quote(self) -> _Leave:
        if self.in_wrapped_quote:
            return []
        self.in_wrapped_quote = True
        if not self.page.is_open(Mark.QUOTE):
            self.page.open(Mark.QUOTE)

        def leave() -> None:
            self.in_wrapped_quote = False
            self._close(Mark.QUOTE)

        return [leave]

    def _begins_rest(self, element: _Element) -> bool:
        """Whether Outlook puts the other's mail here, with nothing of one's own behind it."""
        if element.id in _REST_IDS:
            return True
        if element.id == "appendonsend":
            return self.answers_in_outlook
        if element.tag != "div" or not self.looks or not _BORDER.search(element.style):
            return False
        self.looks -= 1
        return _OUTLOOK_HEADERS.match(_opening(element.node, 500)) is not None


def _is_signature(element: _Element) -> bool:
    if element.id in _SIGNATURE_IDS or not _SIGNATURE_CLASSES.isdisjoint(element.classes):
        return True
    return element.attributes.get("data-smartmail") == "gmail_signature"


def _is_forward(element: _Element) -> bool:
    if "moz-forward-container" in element.classes:
        return True
    return _is_quote(element) and _FORWARD_LINE.match(_opening(element.node, 120)) is not None


def _is_quote(element: _Element) -> bool:
    if element.tag == "blockquote":
        return _is_cited(element)
    if element.id in _QUOTE_IDS or not _QUOTE_CLASSES.isdisjoint(element.classes):
        return True
    if element.tag != "div":
        return False
    return element.attributes.get("name") == "quote" or any("yahoo_quoted" in name for name in element.classes)


def _is_cited(element: _Element) -> bool:
    """A blockquote alone is only an indent: Gmail makes one where the writer indents a paragraph."""
    attributes = element.attributes
    if (attributes.get("type") or "").lower() == "cite" or "cite" in attributes:
        return True
    if any("quote" in name for name in element.classes):
        return True
    return _LEFT_BORDER.search(element.style) is not None


def _opening(node: LexborNode, limit: int) -> str:
    """About the first `limit` characters of the text in the element, found without reading all of it."""
    pieces: list[str] = []
    size, steps = 0, 100
    stack = [node]
    while stack and size < limit and steps:
        steps -= 1
        current = stack.pop()
        if current is not node and current.next is not None:
            stack.append(current.next)
        if current.is_text_node:
            pieces.append((current.text_content or "")[:limit])
            size += len(pieces[-1].strip())
        elif current.child is not None and current.tag not in _UNSEEN:
            stack.append(current.child)
    return _BLANKS.sub(" ", " ".join(pieces))


def _drop_last(items: list[int] | list[int | None]) -> None:
    if items:
        items.pop()


def _settled(text: str, marked: list[Marked]) -> tuple[Marked, ...]:
    """The stretches in order, each with the line that announces it, neighbours of one kind joined."""
    settled: list[Marked] = []
    for found in sorted(marked, key=lambda one: one.span):
        stretch = _with_announcement(text, found)
        last = settled[-1] if settled else None
        if last and last.mark is stretch.mark and not text[last.span.end : stretch.span.start].strip():
            settled[-1] = Marked(last.mark, Span(last.span.start, max(last.span.end, stretch.span.end)))
        else:
            settled.append(stretch)
    return tuple(settled)


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
