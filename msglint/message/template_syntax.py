"""The signs of a template: placeholders, control tags and comments, and what is broken among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from msglint.report import Span


class Kind(str, Enum):
    """What a sign of a template stands for.

    `VALUE` is replaced by a word or two, `BLOCK` by text of any length (a partial, an include); `OPEN`, `BRANCH` and
    `CLOSE` decide what is shown; `SILENT` shows nothing; `BROKEN` is a sign that its engine cannot read.
    """

    VALUE = "value"
    BLOCK = "block"
    OPEN = "open"
    BRANCH = "branch"
    CLOSE = "close"
    SILENT = "silent"
    BROKEN = "broken"


class Sign(NamedTuple):
    """One sign.

    Attributes:
        name: of a value what it is called; of a control tag the word by which its end is known.
        inverted: it shows its text where the section of the same name does not (`{{^name}}`).
    """

    kind: Kind
    span: Span
    name: str = ""
    inverted: bool = False


_NOT_CURLY: Final = r"(?:(?!\{\{|\}\})[\s\S])"
_SIGN = re.compile(
    r"(?P<comment>(?<!\{)\{\#(?:(?!\{\#|\#\})[\s\S])*\#\}"
    r"|\{\{~?!--(?:(?!\{\{~?!--|--~?\}\})[\s\S])*--~?\}\}"
    r"|\{%-?\s*comment\b(?:(?!\{%-?\s*comment\b|\{%-?\s*endcomment\b)[\s\S])*\{%-?\s*endcomment\s*-?%\})"
    r"|(?P<tag>\{%(?:(?!\{%|%\})[\s\S])*%\})"
    rf"|(?P<curly>\{{\{{\{{{_NOT_CURLY}*\}}\}}\}}|\{{\{{{_NOT_CURLY}*\}}\}}(?!\}}))"
    r"|(?P<mailchimp>\*\|[^|\n]{1,80}\|\*)"
    r"|(?P<word>\{\s*(?:MERGEFIELD|IF|NEXT|NEXTIF|SKIPIF|GREETINGLINE|ADDRESSBLOCK|MERGEREC|MERGESEQ|DATE|TIME|PAGE)\b"
    r"[^{}\n]{0,200}\})"
    r"|(?P<merge>«\s?[\w.]{1,60}\s?»|<<\s?\w[\w .-]{0,60}>>|\{!\s*[^{}\n]{1,200}\}|\$\{[^{}\n]{1,120}\}"
    r"|\{\$[\w.]{1,60}\}|(?<![\w%])%{1,2}[^\W\d][\w.]{0,60}%{1,2}(?![\w%])|\[\[\s?\w[\w .-]{0,60}\]\])"
    r"|(?P<plain>(?<![\w{$])\{[^\W\d][\w.]{0,60}\}(?!\}))"
    r"|(?P<broken>\{\{\{?[ \t~-]*[#/^>&]?[ \t]*(?:\w{1,60}(?:\.\w{1,60}){0,4})?(?:[ \t]*\}{1,3})?"
    r"|\{%-?[ \t]*\w*[^\n%{}]{0,60}\}?"
    r"|(?<!\{)\{[ \t]*[\w.]{1,60}[ \t]*\}\}|\*\|[A-Z_:]{2,40}\*?|<<\w{1,40}>|\[\[\w{1,40}\]|\$\{[\w.]{1,40})"
)
_TAG_WORD = re.compile(r"\{%[-+~]?\s*(\w*)\s*([\s\S]*?)[-+~]?%\}")
_FIRST_WORD = re.compile(r"[\w.@/-]+")
_OPENERS: Final = frozenset(
    "if ifchanged unless for foreach tablerow case block macro call filter with autoescape raw verbatim trans "
    "blocktrans blocktranslate capture spaceless apply embed".split()
)
_BRANCHES: Final = frozenset("else elif elseif elsif when empty".split())
_BLOCKS: Final = frozenset("include extends render layout section".split())
_VALUES: Final = frozenset("url trans translate now static cycle lorem firstof".split())
_MAILCHIMP_OPENERS: Final = frozenset("IF IFNOT INTERESTED TRANSLATE".split())
_MAILCHIMP_SILENT: Final = frozenset("MC_PREVIEW_TEXT".split())


def signs_of(text: str) -> Iterator[Sign]:
    """The signs in the order of the text. Whether every block has its end is not looked at."""
    is_curly = "{{" in text
    for match in _SIGN.finditer(text):
        span, written = Span(*match.span()), match.group()
        kind = match.lastgroup
        if kind == "plain" and is_curly:
            continue  # among {{ name }} a {name} is a slip, and nothing would fill it
        if kind == "comment":
            yield Sign(Kind.SILENT, span)
        elif kind == "tag":
            yield _tag(written, span)
        elif kind == "curly":
            yield _curly(written, span)
        elif kind == "mailchimp":
            yield _mailchimp(written.strip("*|"), span)
        elif kind == "word":
            yield _word_field(written, span)
        elif kind == "broken":
            yield Sign(Kind.BROKEN, Span(span.start, span.start + len(written.rstrip())))
        else:
            yield Sign(Kind.VALUE, span, written.strip("{}[]<>«»%$! \t"))


def _tag(written: str, span: Span) -> Sign:
    """`{% … %}` of Jinja, Django, Twig and Liquid."""
    match = _TAG_WORD.fullmatch(written)
    word, rest = (match[1], match[2].strip()) if match else ("", "")
    if not word:
        return Sign(Kind.BROKEN, span)
    if word.startswith("end") and len(word) > len("end"):
        return Sign(Kind.CLOSE, span, word.removeprefix("end"))
    if word in _BRANCHES:
        return Sign(Kind.BRANCH, span, word)
    if word in _VALUES and rest[:1] not in ("", "%", "-") and (word != "trans" or rest[0] in "\"'"):
        return Sign(Kind.VALUE, span, rest)
    if word in _OPENERS or (word == "set" and rest and "=" not in rest):
        return Sign(Kind.OPEN, span, word)
    return Sign(Kind.BLOCK if word in _BLOCKS else Kind.SILENT, span, rest)


def _curly(written: str, span: Span) -> Sign:
    """`{{ … }}` of all kinds, and `{{{ … }}}`."""
    inner = written.strip("{}").strip("~- \t\n").strip()
    if not inner:
        return Sign(Kind.BROKEN, span)
    sign, name = inner[0], _name_in(inner[1:])
    if sign in "!=":
        return Sign(Kind.SILENT, span)
    if sign == "#":
        return Sign(Kind.OPEN, span, name) if name else Sign(Kind.BROKEN, span)
    if sign == "^":
        return Sign(Kind.OPEN, span, name, inverted=True) if name else Sign(Kind.BRANCH, span, "else")
    if sign == "/":
        return Sign(Kind.CLOSE, span, name)
    if sign == ">":
        return Sign(Kind.BLOCK, span, name)
    if inner.split()[0] == "else":
        return Sign(Kind.BRANCH, span, "else")
    return Sign(Kind.VALUE, span, inner.lstrip("&").strip())


def _name_in(inner: str) -> str:
    match = _FIRST_WORD.search(inner)
    return match.group() if match else ""


def _mailchimp(inner: str, span: Span) -> Sign:
    word, _, rest = inner.partition(":")
    if word == "END":
        return Sign(Kind.CLOSE, span, rest.removeprefix("IFNOT").strip() or "IF")
    if word in ("ELSE", "ELSEIF"):
        return Sign(Kind.BRANCH, span, word)
    if word in _MAILCHIMP_OPENERS and rest:
        return Sign(Kind.OPEN, span, "IF" if word == "IFNOT" else word)
    return Sign(Kind.SILENT if word in _MAILCHIMP_SILENT else Kind.VALUE, span, inner)


def _word_field(written: str, span: Span) -> Sign:
    """`{ MERGEFIELD Name }` as Word shows it with Alt+F9."""
    kind, *rest = written.strip("{} \t").split()
    if kind in ("NEXT", "NEXTIF", "SKIPIF"):
        return Sign(Kind.SILENT, span)
    return Sign(Kind.VALUE, span, "salutation" if kind == "GREETINGLINE" else rest[0] if rest else kind)
