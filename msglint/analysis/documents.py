"""spaCy documents made of this package's own tokens, for rules that are token patterns.

spaCy is imported when the first document is made and not before: it takes most of a second.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msglint.analysis.tagger import Tagger, Token, split_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


def _by_tag(table: Mapping[str, str]) -> Mapping[str, str]:
    return {tag: universal for universal, tags in table.items() for tag in tags.split()}


# Universal parts of speech by the tags of HanTa: STTS for German, CLAWS C5 for English.
UNIVERSAL: Final[Mapping[str, Mapping[str, str]]] = {
    "de": _by_tag(
        {
            "ADJ": "ADJ(A) ADJ(D)",
            "ADP": "APPO APPR APPRART APZR PTKVZ",
            "ADV": "ADV PROAV PWAV",
            "AUX": "VA(FIN) VA(IMP) VA(INF) VA(PP) VM(FIN) VM(INF) VM(PP)",
            "CCONJ": "KON",
            "DET": "ART PDAT PIAT PPOSAT PWAT",
            "INTJ": "ITJ PTKANT",
            "NOUN": "NN NNA NNI",
            "NUM": "CARD",
            "PART": "PTKA PTKNEG PTKZU",
            "PRON": "PDS PIS PPER PPOSS PRELAT PRELS PRF PWS",
            "PROPN": "NE",
            "PUNCT": "$( $, $.",
            "SCONJ": "KOKOM KOUI KOUS",
            "VERB": "VV(FIN) VV(IMP) VV(INF) VV(IZU) VV(PP)",
            "X": "FM TRUNC UNKNOWN XY",
        }
    ),
    "en": _by_tag(
        {
            "ADJ": "AJ0 AJC AJS ORD",
            "ADP": "AVP PRF PRP",
            "ADV": "AV0 AVQ",
            "AUX": "VBB VBD VBG VBI VBN VBZ VHB VHD VHG VHI VHN VHZ VM0 VDB VDD VDG VDI VDN VDZ",
            "CCONJ": "CJC",
            "DET": "AT0 DPS DT0 DTQ",
            "INTJ": "ITJ",
            "NOUN": "NN NN0 NN1 NN2",
            "NUM": "CRD",
            "PART": "POS TO0 XX0",
            "PRON": "EX0 PNI PNP PNQ",
            "PROPN": "NP0",
            "PUNCT": "PUL PUN PUQ PUR",
            "SCONJ": "CJS CJT",
            "VERB": "VVB VVD VVG VVI VVN VVZ",
            "X": "!!! IN UNC UNKNOWN ZZ0",
        }
    ),
}


_KEPT: Final = 16


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


class Documents:
    """Makes documents, with one spaCy vocabulary per language. Safe to share between threads."""

    def __init__(self) -> None:
        self._vocabs: dict[str, Vocab] = {}
        self._recent: OrderedDict[tuple[str, str], Document] = OrderedDict()
        self._lock = threading.Lock()

    def document(self, text: str, language: str, tagger: Tagger) -> Document:
        """The document of `text`: words, tags, universal parts of speech, lemmas and sentence starts.

        The last ones are kept: several rules look at the same sentence.
        """
        with self._lock:
            known = self._recent.get((text, language))
        if known is None:
            known = self._made(text, language, tagger)
            with self._lock:
                self._recent[text, language] = known
                while len(self._recent) > _KEPT:
                    self._recent.popitem(last=False)
        return known

    def _made(self, text: str, language: str, tagger: Tagger) -> Document:
        from spacy.tokens import Doc

        tokens = tagger.tag(text)
        doc = Doc(
            self.vocab(language),
            words=[token.text for token in tokens],
            spaces=[_is_spaced(token, after) for token, after in _pairs(tokens)],
            tags=[token.tag for token in tokens],
            pos=[universal(token, language) for token in tokens],
            lemmas=[token.lemma for token in tokens],
            sent_starts=list(_sentence_starts(text, tokens)),
        )
        return Document(doc, tokens)

    def vocab(self, language: str) -> Vocab:
        """The vocabulary that the documents of `language` share, for the matchers that look at them."""
        with self._lock:
            if language not in self._vocabs:
                self._vocabs[language] = _new_vocab(language)
            return self._vocabs[language]


def universal(token: Token, language: str) -> str:
    """The universal part of speech of a tagged token; signs that HanTa takes for words stay signs."""
    if not token.is_word:
        return "PUNCT" if not _is_symbol(token.text) else "SYM"
    return UNIVERSAL[language].get(token.tag, "X")


def _is_symbol(text: str) -> bool:
    import unicodedata

    return all(unicodedata.category(char).startswith("S") for char in text)


def _new_vocab(language: str) -> Vocab:
    # The language's own defaults know IS_STOP, LIKE_NUM and the like; nothing is downloaded.
    from spacy.lang.de import German
    from spacy.lang.en import English
    from spacy.vocab import create_vocab

    defaults = {"de": German, "en": English}[language].Defaults
    return create_vocab(language, defaults)


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token | None]]:
    yield from zip(tokens, (*tokens[1:], None), strict=True) if tokens else ()


def _is_spaced(token: Token, after: Token | None) -> bool:
    return after is not None and after.start > token.end


def _sentence_starts(text: str, tokens: Sequence[Token]) -> Iterator[bool]:
    for sentence in split_sentences(text, tokens):
        yield True
        yield from (False for _ in sentence[1:])
