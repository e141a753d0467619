"""The user's own words: a text file in the configuration folder, one word a line, as people may write it by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msglint.texts import Text

HEADER = Text(
    de="""\
# Wörter, die richtig geschrieben sind, auch wenn kein Wörterbuch sie kennt: eines je Zeile, hinter # ein Kommentar.
# „msglint dictionary add WORT“ schreibt hierher, „msglint dictionary list“ zeigt alle; von Hand ändern geht auch.

""",
    en="""\
# Words that are spelt right although no dictionary knows them: one a line, a comment behind #.
# "msglint dictionary add WORD" writes to this file, "msglint dictionary list" shows it; you may also change it by hand.

""",
)
_COMMENT = "#"


def words_of(text: str) -> tuple[str, ...]:
    """The words in the text of a list, in its order, each once."""
    return tuple(dict.fromkeys(word for line in text.splitlines() for word in line.partition(_COMMENT)[0].split()))


def with_words(text: str, words: Sequence[str]) -> str:
    """The text of a list with these words at its end, those left out that it has already."""
    new = [word for word in dict.fromkeys(words) if word not in words_of(text)]
    if not new:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    start = text if not text or text.endswith("\n") else text + end
    return start + "".join(f"{word}{end}" for word in new)


def without_words(text: str, words: Collection[str]) -> str:
    """The text of a list without these words; comments stay, and lines that hold nothing else go."""
    return "".join(_lines_without(text, words))


def _lines_without(text: str, words: Collection[str]) -> Iterator[str]:
    for line in text.splitlines(keepends=True):
        content, mark, comment = line.partition(_COMMENT)
        left = [word for word in content.split() if word not in words]
        if len(left) == len(content.split()):
            yield line
        elif left or comment.strip():
            yield f"{' '.join(left)}{' ' if left and mark else ''}{mark}{comment}" if mark else f"{' '.join(left)}\n"
