"""Slips in the fixed words of salutation and closing: `Sehr gehrte Frsu Meyer`, `Mit freundlichen Güßen`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msglint.analysis.spelling.slips import Kind, Slip
from msglint.message.given_names import is_given_name
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Span

_GREETING: Final = {
    "de": (
        "sehr geehrte geehrter geehrten liebe lieber liebes hallo guten morgen zusammen allerseits Frau Herr Herrn "
        "Damen Herren Kollegen Kolleginnen Kollege Kollegin Familie Team Tag Abend"
    ).split(),
    "en": "dear hello everyone colleagues colleague morning afternoon evening Madam Team".split(),
}
_CLOSING: Final = {
    "de": (
        "mit freundlichen freundlichem freundliche herzlichen herzliche herzlichst besten beste lieben liebe vielen "
        "viele schönen schöne sonnigen sonnige Grüßen Grüße Gruß Grüssen Grüsse Gruss Dank hochachtungsvoll verbleibe"
    ).split(),
    "en": (
        "kind regards best sincerely yours faithfully truly wishes thanks cheers warm warmest respectfully cordially"
    ).split(),
}
_WORD: Final = lazy(r"[^\W\d_]{4,}")
_SHORTEST, _SHORT = 4, 5
_ALL: Final = lazy(r"\b(?:an|[Hh]allo|HALLO|[Hh]i|[Hh]ey|[Mm]oin|[Ss]ervus) (?P<word>Alle)(?= ?(?:[,!.:]|\n|\Z))")
"""Not `Liebe Alle`, which many write so on purpose."""
_TEAM: Final = lazy(r"\b(?P<first>[A-ZÄÖÜ](?:[a-zäöüß]{3,}|[A-Z]{1,3})) (?P<team>Team)(?= ?(?:[,!.:]|\n|\Z))")
_BEFORE_TEAM: Final = lazy(r"(?:[Ll]iebes|[Gg]eehrtes|[Ww]ertes|[Hh]allo|[Hh]i|[Dd]as|[Aa]n das) $")
_WITH_SS: Final = lazy(
    r"\b(?:[Ll]ieben?|[Vv]iele|[Bb]esten?|[Ss]chönen?|[Hh]erzlichen?|[Ff]reundliche[nm]?|[Ss]onnige) "
    r"(?P<word>Grüsse|Grüssen|Gruss)\b"
)
_SMALL_WITH_SHARP_S: Final = lazy(r"(?<![\w.@-])[a-zäöü]+ß[a-zäöü]*(?![\w@-])")
"""Not a name or an address, whose ß is its own."""
_HONORIFICS: Final = ("Frau", "Herr", "Herrn")
_NAME_BEHIND: Final = lazy(r"[ ]+(?:(?:Dr|Prof|Mag|Dipl)\.|[A-ZÄÖÜ][a-zäöüß])")


def frame_slips(message: Message, is_word: Callable[[str], bool], is_name: Callable[[str], bool]) -> Iterator[Slip]:
    """The misspelled words of salutation and closing.

    Args:
        message: the message.
        is_word: whether something is a word.
        is_name: whether it names somebody around the message.
    """
    parts, language = message.parts, message.base_language
    frames = ((parts.salutation, _GREETING), (parts.closing, _CLOSING))
    for part, fixed in frames:
        for match in _WORD.finditer(message.text, part.span.start, part.span.end) if part is not None else ():
            word = match.group()
            if is_word(word):
                continue
            better = _honorific(message.text, match) if language == "de" else ""
            if not better and not is_name(word):
                better = _nearest(word, fixed.get(language, ()))
            if better:
                yield Slip(Span(*match.span()), word, Kind.TYPO, (better,))


def group_slips(message: Message, knows: Callable[[str], bool], is_name: Callable[[str], bool]) -> Iterator[Slip]:
    """What goes wrong where a group is greeted in German: `Hallo an Alle`, `Liebes Theater Team`.

    Args:
        message: the message.
        knows: whether the dictionary has a word.
        is_name: whether it names somebody around the message.
    """
    part = message.parts.salutation
    if part is None or message.base_language != "de":
        return
    for match in _ALL.finditer(message.text, part.span.start, part.span.end):
        yield Slip(Span(*match.span("word")), match["word"], Kind.SMALL, (match["word"].lower(),))
    for match in _TEAM.finditer(message.text, part.span.start, part.span.end):
        whole = _team(match["first"], knows)
        is_greeted = _BEFORE_TEAM.search(message.text[part.span.start : match.start()]) is not None
        if whole and is_greeted and not is_name(match["first"]):
            yield Slip(Span(match.start(), match.end("team")), match.group(), Kind.JOINED, (whole,))


def greetings_with_ss(message: Message) -> Iterator[Slip]:
    """`Liebe Grüsse` from somebody who writes `schließen`: nobody from Switzerland.

    Args:
        message: the message.
    """
    part = message.parts.closing
    if part is None or message.language not in ("de", "de-AT"):
        return
    if _SMALL_WITH_SHARP_S.search(message.parts.body_text) is None:
        return
    for match in _WITH_SS.finditer(message.text, part.span.start, part.span.end):
        yield Slip(Span(*match.span("word")), match["word"], Kind.TYPO, (match["word"].replace("ss", "ß"),))


def _team(first: str, knows: Callable[[str], bool]) -> str:
    """`Theaterteam`, `IT-Team`; empty where the first is no noun, or may be a name that goes with a hyphen."""
    if first.isupper():
        return f"{first}-Team"
    if is_given_name(first) or not knows(first) or knows(first.lower()):
        return ""
    wholes = (f"{first}team", f"{first}steam")
    return next(filter(knows, wholes), "")


def _honorific(text: str, match: re.Match[str]) -> str:
    """`Frsu Dr. Meyer`: what stands before a name in the place of Frau or Herr is not itself one."""
    if _NAME_BEHIND.match(text, match.end()) is None or is_given_name(match.group()):
        return ""
    distances = ((_distance(match.group(), right), right) for right in _HONORIFICS)
    return next((right for distance, right in sorted(distances) if distance == 1), "")


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def _nearest(word: str, fixed: Sequence[str]) -> str:
    """The one fixed word that is a slip or two away; what has a capital may be a name, and must be nearer."""
    is_capital = word[0].isupper()
    if word.lower() in map(str.lower, fixed):
        return ""
    for right in fixed:
        most = 1 if len(word) <= _SHORT or (is_capital and right[0].islower()) else 2
        if len(right) >= _SHORTEST and 0 < _distance(word.lower(), right.lower()) <= most:
            return right.capitalize() if is_capital else right
    return ""
