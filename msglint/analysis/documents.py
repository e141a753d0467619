"""spaCy documents made of this package's own tokens, for rules that are token patterns.

spaCy is imported when the first document is made and not before: it takes most of a second.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from msglint.analysis.tagger import DocTagger, Token, split_sentences, tokenise

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_KEPT: Final = 16


class Pipeline(Protocol):
    """What fills in a document: tags of HanTa's tag sets, universal parts of speech, lemmas.

    Attributes:
        language: `de` or `en`.
        vocab: the vocabulary that its documents share.
    """

    language: str
    vocab: Vocab

    def __call__(self, doc: Doc) -> Doc:
        """Fill in `doc`, which has tokens and sentence starts, and return it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A spaCy document and where its tokens stand in the text it was made from.

    A clitic or a run of blanks may make `Token.idx` of spaCy differ from the place in the text: use `span`.
    """

    doc: Doc
    tokens: tuple[Token, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code-point offsets of the tokens from `start` up to, not including, `end`."""
        if start >= end:
            place = self.tokens[start].start if start < len(self.tokens) else self.tokens[-1].end if self.tokens else 0
            return place, place
        return self.tokens[start].start, self.tokens[end - 1].end


def make_document(text: str, pipeline: Pipeline) -> Document:
    """The document of `text`: always of msglint's own tokens and sentences, whichever pipeline fills it in."""
    from spacy.tokens import Doc

    tokens = tokenise(text, pipeline.language)
    doc = Doc(
        pipeline.vocab,
        words=[token.text for token in tokens],
        spaces=[_is_spaced(token, after) for token, after in _pairs(tokens)],
        sent_starts=list(_sentence_starts(text, tokens)),
    )
    filled = pipeline(doc)
    tagged = (replace(token, tag=word.tag_, lemma=word.lemma_) for token, word in zip(tokens, filled, strict=True))
    return Document(filled, tuple(tagged))


class Documents:
    """Makes documents, with one pipeline and so one vocabulary per language. Safe to share between threads.

    Args:
        tagger: gives the tagger of a language.
    """

    def __init__(self, tagger: Callable[[str], DocTagger]) -> None:
        self._tagger = tagger
        self._pipelines: dict[str, Pipeline] = {}
        self._recent: OrderedDict[tuple[str, str], Document] = OrderedDict()
        self._lock = threading.Lock()

    def document(self, text: str, language: str) -> Document:
        """The document of `text`: words, tags, universal parts of speech, lemmas and sentence starts.

        The last ones are kept: several rules look at the same sentence.
        """
        with self._lock:
            known = self._recent.get((text, language))
        if known is None:
            known = make_document(text, self._pipeline(language))
            with self._lock:
                self._recent[text, language] = known
                while len(self._recent) > _KEPT:
                    self._recent.popitem(last=False)
        return known

    def vocab(self, language: str) -> Vocab:
        """The vocabulary that the documents of `language` share, for the matchers that look at them."""
        return self._pipeline(language).vocab

    def _pipeline(self, language: str) -> Pipeline:
        tagger = self._tagger(language)
        with self._lock:
            if language not in self._pipelines:
                self._pipelines[language] = tagger.pipeline()
            return self._pipelines[language]


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token | None]]:
    yield from zip(tokens, (*tokens[1:], None), strict=True) if tokens else ()


def _is_spaced(token: Token, after: Token | None) -> bool:
    return after is not None and after.start > token.end


def _sentence_starts(text: str, tokens: Sequence[Token]) -> Iterator[bool]:
    for sentence in split_sentences(text, tokens):
        yield True
        yield from (False for _ in sentence[1:])
