"""Puts a replacement together: with the inflection and the capital letter of what it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msglint.report import Span, Suggestion
from msglint.rulesets.compiled import Compiled
from msglint.rulesets.searching import Found, begins_sentence

_LEMMA: Final = re.compile(r"<[^<>]+>")


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
    if wording:
        return Suggestion(wording[0].upper() + wording[1:] if starts else wording, span)
    # Without the words the blank after them is one too many, and the sentence begins with the next word.
    end = span.end
    while text[end : end + 1] in (" ", ",") and text[end : end + 1]:
        end += 1
    following = text[end : end + 1]
    if starts and following.islower():
        return Suggestion(following.upper(), Span(span.start, end + 1))
    return Suggestion("", Span(span.start, end))
