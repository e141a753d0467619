"""What can be wrong with a file that people write by hand, as a sentence for them."""

from __future__ import annotations

from collections.abc import Iterable

from msglint.texts import BilingualError, Text


class DocumentError(BilingualError):
    """A file that cannot be used, as one sentence: file, line, key, what is wrong and what right."""


def nearest(word: str, right: Iterable[str]) -> str | None:
    """The one of `right` that `word` was probably meant to be, None if nothing comes near."""
    from difflib import get_close_matches

    by_folded = {candidate.casefold(): candidate for candidate in right}
    close = get_close_matches(word.casefold().replace("_", "-"), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def hint(word: str, right: Iterable[str]) -> Text:
    """The end of a sentence that names the nearest right word; empty if there is none."""
    near = nearest(word, right)
    if near is None:
        return Text(de="", en="")
    return Text(de=f"; gemeint ist wohl „{near}“", en=f"; did you mean '{near}'?")


def listed(words: Iterable[str], ui_language: str) -> str:
    """`a, b or c`."""
    *most, last = words
    conjunction = " oder " if ui_language == "de" else " or "
    return ", ".join(most) + conjunction + last if most else last
