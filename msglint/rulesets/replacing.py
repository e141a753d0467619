"""Puts a replacement together: with the inflection and the capital letter of what it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msglint.message.patterns import lazy
from msglint.message.sentences import begins_sentence, ends_sentence
from msglint.report import Span, Suggestion
from msglint.rulesets.compiled import Compiled
from msglint.rulesets.searching import Found

_LEMMA: Final = lazy(r"<[^<>]+>")
_CLAUSE: Final = lazy(
    r",\s+(?:dass|ob|weil|wenn|als|da|damit|wie|wo|wer|was|um|der|die|das|den|dem|deren|dessen|welche\w*|und|oder|aber|"
    r"sondern|denn|that|which|who|whose|because|if|when|where|and|or|but|so)\b",
    re.IGNORECASE,
)
"""A comma that a clause or the next item needs."""


def replacements_of(found: Found, text: str) -> Iterator[Suggestion]:
    """The replacements for what was found whose forms can be made, best first."""
    for replacement in found.item["replacements"]:
        wording = _inflected(replacement, found.lemmas)
        if wording is not None:
            yield _suggestion(wording, found.span, text)


def _inflected(replacement: Compiled, lemmas: tuple[str, ...]) -> str | None:
    """The wording with every lemma in the form that answers the one that stands in the text; None if there is none."""
    text: str = replacement["text"]
    for form, counterparts in zip(lemmas, replacement.get("forms", ()), strict=False):
        counterpart = counterparts.get(form)
        if counterpart is None:
            return None
        text = _LEMMA.sub(lambda _, word=counterpart: word, text, count=1)  # type: ignore[misc]
    return None if _LEMMA.search(text) else text


def _suggestion(wording: str, span: Span, text: str) -> Suggestion:
    starts = begins_sentence(text, span.start) and text[span.start : span.start + 1].isupper()
    if not wording:
        return _left_out(span, text, is_capital=starts)
    written = span.of(text)
    if _is_respelled(written, wording):
        return Suggestion(_capitals_of(written, wording), span)
    return Suggestion(wording[0].upper() + wording[1:] if starts else wording, span)


def _is_respelled(written: str, wording: str) -> bool:
    """Whether it is the same word, spelt in another way: its capitals stay wherever it stands."""
    is_word = " " not in written and " " not in wording and written.lower() != wording.lower()
    return is_word and written[:1].isupper() and written[0].lower() == wording[0].lower()


def _capitals_of(written: str, wording: str) -> str:
    """`SEPERAT` becomes `SEPARAT`, `Recieve` in a title `Receive`."""
    if written.isupper() and len(written) > 1:
        return wording.upper()
    return wording[0].upper() + wording[1:]


def _left_out(span: Span, text: str, *, is_capital: bool) -> Suggestion:
    """Nothing in place of the words: with them go the blank and the commas that would be too many."""
    if begins_sentence(text, span.start):
        end = _past(text, span.end, " \t,")
        following = text[end : end + 1]
        if is_capital and following.islower():
            return Suggestion(following.upper(), Span(span.start, end + 1))
        return Suggestion("", Span(span.start, end))
    before, behind = _back_over(text, span.start, " \t"), _past(text, span.end, " \t")
    if ends_sentence(text, span.end):
        start = before if text[behind : behind + 1] == "\n" else _back_over(text, span.start, " \t\n,")
        return Suggestion("", Span(start, span.end))
    if text[behind : behind + 1] == ",":
        # Between two commas the words were an insertion, unless the second begins a clause.
        if text[max(0, before - 1) : before] != ",":
            return Suggestion("", Span(before, behind))
        return Suggestion("", Span(before if _CLAUSE.match(text, behind) else before - 1, behind + 1))
    return Suggestion("", Span(before, span.end) if text[behind : behind + 1] == "\n" else Span(span.start, behind))


def _past(text: str, at: int, signs: str) -> int:
    while at < len(text) and text[at] in signs:
        at += 1
    return at


def _back_over(text: str, at: int, signs: str) -> int:
    while at > 0 and text[at - 1] in signs:
        at -= 1
    return at
