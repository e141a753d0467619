"""HanTa as a component of spaCy pipelines: `spacy.blank("de").add_pipe("hanta")`.

msglint makes its own documents with it, so that a document is the same whoever made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken
from spacy.vocab import Vocab, create_vocab

from msglint.analysis.errors import EngineError
from msglint.analysis.tag_sets import universal
from msglint.analysis.tagger import MODEL_FILES, HantaTagger, Token, split_sentences


class HantaComponent:
    """Fills in tags, universal parts of speech and lemmas, and sentence starts where a document has none.

    The tags are STTS as HanTa writes it for German and CLAWS C5 for English. Safe to share between threads.
    """

    def __init__(self, language: str, tagger: HantaTagger) -> None:
        self._language = language
        self._tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        """Fill in `doc` and return it."""
        if not doc.has_annotation("SENT_START"):
            _start_sentences(doc)
        for sentence in doc.sents:
            words = _words(sentence)
            tagged = self._tagger.tagged([_token(word) for word in words])
            for word, token in zip(words, tagged, strict=True):
                fill_in(word, token, self._language)
        for blank in doc:
            if blank.is_space:
                blank.tag_, blank.pos_, blank.lemma_ = "_SP", "SPACE", blank.text
        return doc


class HantaPipeline(HantaComponent):
    """The component with a vocabulary of its own: all that msglint's documents need of a pipeline."""

    def __init__(self, language: str, tagger: HantaTagger) -> None:
        super().__init__(language, tagger)
        self.language = language
        self.vocab = _new_vocab(language)


def fill_in(word: SpacyToken, token: Token, language: str) -> None:
    """Write what is known of `token` into spaCy's token."""
    word.tag_ = token.tag
    word.pos_ = universal(token, language)
    word.lemma_ = token.lemma


@Language.factory("hanta", assigns=["token.tag", "token.pos", "token.lemma", "token.is_sent_start"])
def make_hanta(nlp: Language, name: str) -> HantaComponent:
    """The component for a German or an English pipeline.

    Raises:
        EngineError: if the pipeline is for another language.
    """
    if nlp.lang is None or nlp.lang not in MODEL_FILES:
        raise EngineError(
            name,
            f"HanTa kann hier Deutsch (de) und Englisch (en), die Pipeline ist für „{nlp.lang}“.",
            f"HanTa does German (de) and English (en) here, and the pipeline is for '{nlp.lang}'.",
        )
    return HantaComponent(nlp.lang, HantaTagger(nlp.lang))


def _start_sentences(doc: Doc) -> None:
    """Mark where sentences start, blanks that are tokens of their own left out."""
    tokens = [_token(word) for word in _words(doc)]
    starts = {sentence[0].start for sentence in split_sentences(doc.text, tokens)[1:]}
    for word in doc:
        word.is_sent_start = word.i == 0 or word.idx in starts


def _words(words: Iterable[SpacyToken]) -> Sequence[SpacyToken]:
    return [word for word in words if not word.is_space]


def _token(word: SpacyToken) -> Token:
    return Token(word.text, word.idx, word.idx + len(word))


def _new_vocab(language: str) -> Vocab:
    # The language's own defaults know IS_STOP, LIKE_NUM and the like; nothing is downloaded.
    from spacy.lang.de import German
    from spacy.lang.en import English

    defaults = {"de": German, "en": English}[language].Defaults
    return create_vocab(language, defaults)
