"""How hard the running text of a message is to read, by the published formulas for its language.

They know nothing but the length of sentences and of words, so they say how a text reads, not whether it is clear. On a
few lines chance says more than the writer: below `FEWEST_WORDS` and `FEWEST_SENTENCES` there is no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from msglint.message.model import FEWEST_WORDS, Message
from msglint.message.pasted import without_pasted
from msglint.message.patterns import lazy
from msglint.message.prose import Stretch, paragraphs_of
from msglint.message.sentences import sentences_of
from msglint.message.syllables import syllables_of
from msglint.report import Readability, Span

FEWEST_SENTENCES: Final = 4
_LONGEST: Final = 50_000
"""A longer text is measured by its beginning."""
_MAY_BE_PASTED: Final = 800
"""A shorter text hardly has room for a note and for what is pasted; to look for it takes as long as all the rest."""

_WORD: Final = lazy(r"[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*")
_TOKEN: Final = lazy(r"\S+")
_ADDRESS_MARKS: Final = ("@", "://", "www.")
_LONGEST_WORD: Final = 80
_MANY_LETTERS: Final = 6
_MANY_SYLLABLES: Final = 3


class Word(NamedTuple):
    """A word of the running text; `start` in the text of the message."""

    start: int
    text: str
    syllables: int


class Sentence(NamedTuple):
    """A sentence of the running text; `span` into the text of the message."""

    span: Span
    words: tuple[Word, ...]


class Counts(NamedTuple):
    """What the formulas need to know of a text.

    Attributes:
        long_words: words of more than six letters.
        heavy_words: words of three syllables and more.
        light_words: words of one syllable.
    """

    words: int
    sentences: int
    syllables: int
    long_words: int
    heavy_words: int
    light_words: int


def readability_of(message: Message) -> Readability | None:
    """The figures for the author's own running text; None where it is too short, or neither German nor English."""
    language = message.base_language
    if language not in ("de", "en"):
        return None
    counts = counted(sentences_in(message))
    if counts.words < FEWEST_WORDS or counts.sentences < FEWEST_SENTENCES:
        return None
    is_german = language == "de"
    return Readability(
        words=counts.words,
        sentences=counts.sentences,
        words_per_sentence=round(counts.words / counts.sentences, 1),
        flesch=round(amstad(counts) if is_german else flesch(counts), 1),
        wiener=round(wiener(counts), 1) if is_german else None,
    )


def sentences_in(message: Message) -> tuple[Sentence, ...]:
    """The sentences of the running text, lists and tables left out.

    A word without a letter, such as a number, is none: nobody can tell from `2.500` how many syllables will be read.
    """
    text = running_text_of(message)
    body = message.searchable("body")
    paragraphs = body.running if text == body.unquoted else paragraphs_of(text)
    found = _sentences(paragraphs, text, message.base_language)
    return tuple([sentence for sentence in found if sentence.words])


def running_text_of(message: Message) -> str:
    """The body with quotations, addresses and what is pasted as blanks; a very long one ends early."""
    body = message.searchable("body").unquoted
    start = len(body) - len(body.lstrip())
    text = body[: start + _LONGEST]
    if len(text) - start >= _MAY_BE_PASTED:
        text = without_pasted(text)
    return _TOKEN.sub(_without_address, text) if _has_address(text) else text


def _has_address(text: str) -> bool:
    return any(mark in text for mark in _ADDRESS_MARKS)


def _without_address(token: re.Match[str]) -> str:
    """The token, or blanks and the marks behind it, which may end the sentence."""
    if not _has_address(token.group()):
        return token.group()
    address = token.group().rstrip(".!?,;:)")
    return " " * len(address) + token.group()[len(address) :]


def _sentences(paragraphs: Iterable[Stretch], text: str, language: str) -> Iterator[Sentence]:
    for paragraph in paragraphs:
        start = paragraph.span.start
        for found in sentences_of(paragraph.span.of(text)):
            span = Span(start + found.start, start + found.end)
            yield Sentence(span, tuple(_words(text, span, language)))


def _words(text: str, span: Span, language: str) -> Iterator[Word]:
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        if len(word) <= _LONGEST_WORD:
            yield Word(match.start(), word, syllables_of(word, language))


def counted(sentences: Iterable[Sentence]) -> Counts:
    """What the formulas need to know of the sentences."""
    sentences = tuple(sentences)
    words = [word for sentence in sentences for word in sentence.words]
    return Counts(
        words=len(words),
        sentences=len(sentences),
        syllables=sum(word.syllables for word in words),
        long_words=sum(sum(map(str.isalpha, word.text)) > _MANY_LETTERS for word in words),
        heavy_words=sum(word.syllables >= _MANY_SYLLABLES for word in words),
        light_words=sum(word.syllables == 1 for word in words),
    )


def flesch(counts: Counts) -> float:
    """Flesch Reading Ease, for English: 100 reads very easily, 0 hardly at all.

    Rudolf Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948).
    """
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


def amstad(counts: Counts) -> float:
    """The same scale for German, whose words are longer.

    Toni Amstad, Wie verständlich sind unsere Zeitungen? (Zürich 1978).
    """
    return 180 - counts.words / counts.sentences - 58.5 * counts.syllables / counts.words


def wiener(counts: Counts) -> float:
    """First Wiener Sachtextformel, for German: the school year for which the text is right, 4 to about 15.

    Richard Bamberger and Erich Vanecek, Lesen, Verstehen, Lernen, Schreiben (Wien 1984).
    """
    percent = 100 / counts.words
    return (
        0.1935 * counts.heavy_words * percent
        + 0.1672 * counts.words / counts.sentences
        + 0.1297 * counts.long_words * percent
        - 0.0327 * counts.light_words * percent
        - 0.875
    )
