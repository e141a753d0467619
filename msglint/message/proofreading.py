"""What of a message is to be proofread: the author's own prose, and in it all that is no word of a language.

For whoever looks at spelling or grammar. Salutation, closing, signature, quoted, forwarded and pasted text, footers,
code, tables, and paragraphs in another language are left out; addresses, links, names of files and what stands in
quotation marks are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from msglint.message.language import LANGUAGES, detect
from msglint.message.lines import Line, lines_of, merged
from msglint.message.model import Message
from msglint.message.pasted import without_pasted
from msglint.message.patterns import lazy
from msglint.message.quotations import quotations_in
from msglint.report import Span

_TOP_LEVEL: Final = "de|com|org|net|at|ch|li|eu|info|io|biz|uk|fr|it|nl|pl|cz|us|example|test|local|gv|ac|edu|gov"
_ENDINGS: Final = (
    "pdf|docx?|dotx?|xls[xmb]?|pptx?|pps|odt|ods|odp|rtf|txt|md|csv|tsv|xml|json|ya?ml|toml|ini|cfg|conf|log|html?|css|"
    "js|ts|py|java|sh|bat|exe|dll|msi|iso|zip|rar|7z|tar|gz|jpe?g|png|gif|bmp|tiff?|svg|heic|webp|mp[34]|m4a|wav|avi|"
    "mov|mkv|ics|vcf|eml|msg|sql|db|bak|tex|bib|epub|dwg|dxf|psd|ai|indd|key|pages|numbers"
)
# Every repetition has an end: a line of a million signs must not hold a check up.
_NO_WORDS: Final = lazy(
    rf"""
      ```.*?(?:```|\Z) | `[^`\n]{{1,200}}`
    | \b(?:https?|ftps?|sftp|file|smb|ssh|git|webcal|mailto|tel|sip|skype|callto):\S+
    | \bwww\d?\.\S+
    | (?<![\w.])[\w.%+'-]{{1,64}}(?:@|\s?(?:\(at\)|\[at\])\s?)[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}
    | (?<!\S)\S{{0,64}}@\S+
    | (?<![\w.-])(?:[\w-]{{1,63}}\.){{1,8}}(?:{_TOP_LEVEL})\b(?:[/:]\S*)?(?!\.?\w)
    | (?:\b[A-Za-z]:\\|\\\\)\S+ | (?<![\w/.])(?:~|\.\.?)?/(?:[\w.-]{{1,99}}/){{1,20}}[\w.-]{{0,99}}
    | (?<![\w.\\-])[\w.-]{{1,99}}\\[\w.\\-]{{1,200}}
    | (?<![\w()&+~%.-])[\w()&+~%-]{{1,99}}(?:\.[\w-]{{1,30}}){{0,3}}\.(?:{_ENDINGS})\b
    | (?<![\w&])[\#$]\w[\w-]{{0,99}}
    | \{{\{{.{{0,60}}?\}}\}} | \$?\{{[^{{}}\n]{{0,60}}\}} | %\w{{1,60}}% | <{{1,2}}[^<>\n]{{1,60}}>{{1,2}}
    | «\w{{1,60}}»
    | \[[^\[\]\n]{{1,60}}\] | (?<!\w)'[^'\n]{{1,60}}'(?!\w)
    | \b\w{{1,60}}\(\) | \b[^\W_]{{1,60}}_\w{{1,60}} | &\#?\w{{1,8}};
    | (?<![\w/-])(?=[\w/-]{{0,60}}\d)(?=[\w/-]{{0,60}}[A-Z])[\w/-]{{4,99}}\b
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD: Final = lazy(
    r"[^\W_]+(?:(?:['’‘´`ʼ]|[-‐‑\u00ad])[^\W_]+|[*:_/](?=in(?:nen)?\b)[^\W_]+|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)[^\W_]+)*"
)
_PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})
_ITEM: Final = lazy(r"\s*(?:[-–*•·+>o]|\(?\w{1,2}[.)])\s+")
_ROW: Final = lazy(r"\|.*\||\S[^\S\n]*\t|\S {3,}\S.*\S {3,}\S|^[=_*~#+-]{5,}$")
_CODE_LINE: Final = lazy(
    r"[{};]\s*$|^\s*(?:#!|//|\$ |>>> |def \w|class \w+[:(]|import \w|</?\w)|^\s*[\w.]{2,80}\([^\n]{0,200}\);?\s*$"
)
_QUOTED_LINE: Final = lazy(r"\s{0,3}(?:>|&gt;)")
_CODE_LINES_NEEDED: Final = 2
_SHORTEST_FOREIGN: Final = 6


class Word(NamedTuple):
    """A word of the author's prose; `span` into the message text.

    Attributes:
        text: with straight apostrophes and plain hyphens, without soft ones.
    """

    text: str
    span: Span


class Prose:
    """A message as a proofreader sees it. What has to be worked out is worked out on first use.

    Args:
        message: the message.
    """

    def __init__(self, message: Message) -> None:
        self.message = message

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The paragraphs of the author's own prose, in the language of the message."""
        body = without_pasted(self.message.parts.body_text)
        return tuple(block for block in _blocks(body) if not self._is_foreign(block.of(body)))

    @cached_property
    def masked(self) -> tuple[Span, ...]:
        """What is no prose inside them: addresses, links, files, code, numbers of orders, quotations, placeholders."""
        return tuple(mask for span in self.spans for mask in masked_in(self.message, span))

    def words(self) -> Iterator[Word]:
        """The words outside what is masked, also those with figures, in the order of the text."""
        return (word for span in self.spans for word in words_in(self.message, span))

    def _is_foreign(self, text: str) -> bool:
        base = self.message.base_language
        if base not in LANGUAGES or len(text.split()) < _SHORTEST_FOREIGN:
            return False
        return (detect(text) or base) != base


class SubjectLine(Prose):
    """A subject as a proofreader sees it.

    Args:
        message: one whose text is the subject.
    """

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """All of it, in the language of the message."""
        text = self.message.text
        return () if self._is_foreign(text) else (Span(0, len(text)),)


def prose_of(message: Message) -> tuple[Span, ...]:
    """The paragraphs of the author's own prose, in the language of the message."""
    return Prose(message).spans


def masked_in(message: Message, span: Span) -> tuple[Span, ...]:
    """What in a paragraph is no prose: addresses, links, files, code, numbers of orders, quotations, placeholders."""
    masks = no_words_in(span.of(message.text))
    return tuple(Span(span.start + mask.start, span.start + mask.end) for mask in masks)


def no_words_in(text: str) -> tuple[Span, ...]:
    """What in a text is no word of a language: addresses, files, code, quotations, placeholders."""
    found = [Span(match.start(), match.end()) for match in _NO_WORDS.finditer(text)]
    return tuple(merged([*found, *quotations_in(text)]))


def words_in(message: Message, span: Span) -> Iterator[Word]:
    """The words of a paragraph outside what is masked in it."""
    position = span.start
    for mask in (*masked_in(message, span), Span(span.end, span.end)):
        for match in _WORD.finditer(message.text, position, mask.start):
            yield Word(match.group().translate(_PLAIN), Span(match.start(), match.end()))
        position = max(position, mask.end)


def _blocks(body: str) -> Iterator[Span]:
    """The paragraphs: lines between blank ones, without those that are rows of a table, code or quoted."""
    lines = lines_of(body)
    has_code = sum(_CODE_LINE.search(line.text) is not None for line in lines) >= _CODE_LINES_NEEDED
    block: list[Line] = []
    for line in lines:
        if line.blank or _is_no_prose(line.text, has_code):
            yield from _joined(block)
            block = []
        else:
            block.append(line)
    yield from _joined(block)


def _is_no_prose(line: str, has_code: bool) -> bool:
    if _ROW.search(_ITEM.sub("", line.rstrip(), count=1)) or _QUOTED_LINE.match(line):
        return True
    return has_code and _CODE_LINE.search(line) is not None


def _joined(block: list[Line]) -> Iterator[Span]:
    if block:
        yield Span(block[0].span.start, block[-1].span.end)
