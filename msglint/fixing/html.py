"""How a name is written in HTML: as it is, or with entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import codepoint2name, html5
from itertools import islice

from msglint.fixing.change import Change
from msglint.fixing.place import Place

_UNSEEN = r"<!--.*?(?:-->|\Z)|<(title|script|style)(?=[\s/>]).*?</\1|</?[a-zA-Z!?][^<>]*>"
_BLANK = r"(?:[ \t\r\n\f\u00a0]|&nbsp;|&#160;|&#[xX][aA]0;)+"
_ENTITY = re.compile(r"&(?:#(?P<hexadecimal>[xX])?(?P<number>[0-9A-Fa-f]{1,6})|(?P<name>[A-Za-z]{3,8}));")
_MOST_ENTITIES = 1000
_MARK_UP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def places_in_html(source: str, change: Change, codec: str) -> Iterator[Place]:
    """All places outside of tags where the name is written in one piece, the new one in the manner of the old.

    Args:
        source: the HTML.
        change: the name.
        codec: what the HTML is encoded in; what is lacking there is written as entities.
    """
    first, last = change.kept()
    middle = change.new[first : len(change.new) - last]
    spelt = "".join(f"({_spellings(char)})" for char in change.old)
    for found in re.finditer(rf"{_UNSEEN}|(?P<name>{spelt})", source, re.DOTALL):
        if found["name"] is None:
            continue
        # Group 1 belongs to the tags, group 2 is the whole name.
        spans = [found.span(number + 3) for number in range(len(change.old))]
        start = spans[first][0] if first < len(spans) else spans[-1][1]
        end = spans[len(spans) - last - 1][1] if first + last < len(spans) else start
        yield Place(start, end, _written(middle, found["name"], source, codec))


def _spellings(char: str) -> str:
    """An expression for all ways to write the character."""
    if char == " ":
        return _BLANK
    code = ord(char)
    names = "|".join(sorted(name.rstrip(";") for name, value in html5.items() if value == char and name[-1] == ";"))
    named = f"|&(?:{names});" if names else ""
    return rf"{re.escape(char)}|&#0*{code};|&#[xX]0*(?i:{code:x});{named}"


def _written(text: str, old: str, source: str, codec: str) -> str:
    return "".join(_MARK_UP.get(char) or _letter(char, old, source, codec) for char in text)


def _letter(char: str, old: str, source: str, codec: str) -> str:
    """The character as the old name writes its letters, else as the other text does."""
    if char.isascii():
        return char
    for near in (old, source):
        if not near.isascii() and _is_in(char, codec):
            return char
        if entity := _letter_entity(near):
            return _as_entity(char, entity)
    return char if _is_in(char, codec) else _as_entity(char, None)


def _letter_entity(source: str) -> re.Match[str] | None:
    """The first entity that stands for a letter."""
    entities = islice(_ENTITY.finditer(source), _MOST_ENTITIES)
    return next((entity for entity in entities if unescape(entity.group()).isalpha()), None)


def _as_entity(char: str, like: re.Match[str] | None) -> str:
    name = codepoint2name.get(ord(char))
    if like is not None and like["name"] and name:
        return f"&{name};"
    return f"&#x{ord(char):X};" if like is not None and like["hexadecimal"] else f"&#{ord(char)};"


def _is_in(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeError:
        return False
    return True
