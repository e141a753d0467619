"""The tag sets that msglint's rules are written for, those of HanTa, and how tags of spaCy pipelines become theirs.

German: STTS as HanTa writes it (`VV(FIN)`). English: CLAWS C5, which is finer than the tags of pipelines: it tells
`be`, `have` and `do` from other verbs, and imperatives from infinitives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msglint.analysis.pipeline_word import PipelineWord
from msglint.analysis.tag_sets_de import STTS, german_lemma, hanta_german
from msglint.analysis.tag_sets_en import PENN, english_lemma, hanta_english

if TYPE_CHECKING:
    from msglint.analysis.tagger import Token


def _by_tag(table: Mapping[str, str]) -> Mapping[str, str]:
    return {tag: universal for universal, tags in table.items() for tag in tags.split()}


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
"""Universal parts of speech by the tags of HanTa."""

KNOWN: Final[Mapping[str, frozenset[str]]] = {"de": frozenset(STTS), "en": frozenset(PENN)}
"""The tags of pipelines that say by themselves what a word is."""

_CONVERTERS: Final[Mapping[str, Callable[[Sequence[PipelineWord]], list[str]]]] = {
    "de": hanta_german,
    "en": hanta_english,
}


def universal(token: Token, language: str) -> str:
    """The universal part of speech of a tagged token; signs that HanTa takes for words stay signs."""
    if not token.is_word:
        return "PUNCT" if not _is_symbol(token.text) else "SYM"
    return UNIVERSAL[language].get(token.tag, "X")


def _is_symbol(text: str) -> bool:
    import unicodedata

    return all(unicodedata.category(char).startswith("S") for char in text)


def hanta_tags(words: Sequence[PipelineWord], language: str) -> list[str]:
    """The tags that HanTa's tag set has for what a pipeline says of the words of a text."""
    return _CONVERTERS[language](words)


def hanta_lemma(word: PipelineWord, tag: str, language: str) -> str:
    """The pipeline's lemma as HanTa would write it, which gives the word that `tag`."""
    return (german_lemma if language == "de" else english_lemma)(word, tag)
