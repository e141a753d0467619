"""English tags of spaCy pipelines, Penn or universal, as tags of CLAWS C5, which HanTa has for English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msglint.analysis.pipeline_word import PipelineWord

PENN: Final[Mapping[str, str]] = {
    **dict.fromkeys([".", ",", ":", "HYPH", "_SP", "SP"], "PUN"),
    **dict.fromkeys(["``", "''", '""'], "PUQ"),
    **dict.fromkeys(["ADD", "NN"], "NN1"),
    **dict.fromkeys(["RB", "RBR", "RBS"], "AV0"),
    **dict.fromkeys(["AFX", "FW", "GW", "NFP", "NIL", "SYM", "XX", "$", "#"], "UNC"),
    **dict.fromkeys(["CD", "LS"], "CRD"),
    **dict.fromkeys(["DT", "PDT"], "DT0"),
    **dict.fromkeys(["NNP", "NNPS"], "NP0"),
    **dict.fromkeys(["WDT", "WP$"], "DTQ"),
    "-LRB-": "PUL",
    "-RRB-": "PUR",
    "BES": "VBZ",
    "CC": "CJC",
    "EX": "EX0",
    "HVS": "VHZ",
    "IN": "PRP",
    "JJ": "AJ0",
    "JJR": "AJC",
    "JJS": "AJS",
    "MD": "VM0",
    "NNS": "NN2",
    "POS": "POS",
    "PRP": "PNP",
    "PRP$": "DPS",
    "RP": "AVP",
    "TO": "TO0",
    "UH": "ITJ",
    "VB": "VVI",
    "VBD": "VVD",
    "VBG": "VVG",
    "VBN": "VVN",
    "VBP": "VVB",
    "VBZ": "VVZ",
    "WP": "PNQ",
    "WRB": "AVQ",
}
"""The tags of C5 by those of Penn Treebank and OntoNotes, where the word itself does not say more."""


def _words(**tags: str) -> Mapping[str, str]:
    return {word: tag for tag, words in tags.items() for word in words.split()}


_QUANTITIES: Final = "enough few fewer fewest less many more most much own several such"
_BY_WORD: Final[Mapping[str, Mapping[str, str]]] = {
    "CC": _words(DT0="both", AV0="either neither"),
    "CD": _words(ORD="1st 2nd 3rd"),
    "DT": _words(AT0="the a an no every"),
    "IN": _words(
        PRF="of",
        AVP="out",
        CJT="that",
        CJS="although because if lest than though unless until whereas whether while",
    ),
    "JJ": _words(ORD="first second third fourth fifth last next", DT0=_QUANTITIES),
    "JJR": _words(DT0=_QUANTITIES),
    "JJS": _words(DT0=_QUANTITIES),
    "NN": _words(
        AV0="today tomorrow tonight yesterday",
        NN2="thanks",
        PNI="anybody anyone anything everybody everyone everything nobody none nothing somebody someone something",
    ),
    "PRP": _words(PNI="one"),
    "RB": _words(XX0="not n't nt", AVP="around away back down in off on out over through up"),
    "UH": _words(AV0="please"),
    "WDT": _words(CJT="that"),
    "WP": _words(DTQ="what whatever"),
}
_CLAUSE_WORDS: Final = frozenset("after as before once since so till".split())
"""Prepositions to some, subordinating conjunctions where a pipeline says so."""

_VERBS: Final[Mapping[str, str]] = _words(
    VB="be am is are was were been being 'm 're m re",
    VH="have has had having 've ve 'd",
    VD="do does did done doing",
)
_VERB_TAG: Final = re.compile(r"VV([BDGINZ])")
_PARTICLES: Final = frozenset("away back down off out up".split())
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_MODALS: Final = frozenset("can could may might must ought shall should will would 'll 'd ca wo".split())
_MODAL_LEMMAS: Final = {"would": "will", "could": "can", "should": "shall"}
_SHORT_MODALS: Final = {"'ll": "will", "'d": "will", "ca": "can", "wo": "will"}
_BESIDE_IMPERATIVES: Final = frozenset({"AV0", "ITJ", "XX0", "CJC"})


def hanta_english(words: Sequence[PipelineWord]) -> list[str]:
    """The tags of C5 for the words of a text: by their Penn tags, or by universal part of speech and features."""
    tags: list[str] = []
    for word in words:
        penn = word.tag if word.tag in PENN else _penn(word)
        tag = _c5(word, penn)
        tags.append(_imperative(tag) if _commands(word, penn, tags) else tag)
    return tags


def english_lemma(word: PipelineWord, tag: str) -> str:
    """The pipeline's lemma as HanTa would write it."""
    if tag == "VM0":
        lemma = _SHORT_MODALS.get(word.lower, word.lemma.lower())
        return _MODAL_LEMMAS.get(lemma, lemma)
    if tag == "PNP":
        return "i" if word.lower in ("i", "me") else word.lemma.lower()
    if tag == "XX0":
        return "not"
    return word.lemma if tag == "NP0" else word.lemma.lower()


def _c5(word: PipelineWord, penn: str) -> str:
    if penn in ("IN", "TO") and (tag := _joining(word, penn)):
        return tag
    if penn == "JJ" and _ORDINAL.fullmatch(word.lower):
        return "ORD"
    tag = _BY_WORD.get(penn, {}).get(word.lower, PENN[penn])
    if (verb := _VERB_TAG.fullmatch(tag)) is None:
        return tag
    return _verb(word) + verb[1]


def _verb(word: PipelineWord) -> str:
    """`VB` be, `VH` have, `VD` do, `VV` any other verb; the word "'s" is what its lemma says."""
    if word.lower in ("'s", "s"):
        return {"have": "VH", "do": "VD"}.get(word.lemma, "VB")
    return _VERBS.get(word.lower, "VV")


def _joining(word: PipelineWord, penn: str) -> str:
    """The tag of what may be preposition, conjunction or particle, where the part of speech decides."""
    if penn == "TO":
        return "PRP" if word.pos == "ADP" else ""
    return "CJS" if word.pos == "SCONJ" and word.lower in _CLAUSE_WORDS else ""


def _commands(word: PipelineWord, penn: str, before: Sequence[str]) -> bool:
    """Whether a base form is an imperative: C5 keeps these apart from infinitives."""
    if penn != "VB":
        return False
    if word.has("Mood", "Imp"):
        return True
    nearest = next((tag for tag in reversed(before) if tag not in _BESIDE_IMPERATIVES), "PUN")
    return nearest.startswith("PU")


def _imperative(tag: str) -> str:
    return f"{tag[:2]}B"


def _penn(word: PipelineWord) -> str:
    """The Penn tag of a word of which only part of speech and features are known."""
    rule = _BY_POS.get(word.pos)
    return rule(word) if rule else "XX"


def _penn_verb(word: PipelineWord) -> str:
    if word.pos == "AUX" and word.lower in _MODALS and "Tense" not in word.morph:
        return "MD"
    if word.has("VerbForm", "Part", "Ger"):
        return "VBN" if word.has("Tense", "Past") else "VBG"
    if word.has("VerbForm", "Inf") or word.has("Mood", "Imp") or not word.morph:
        return "VB"
    if word.has("Tense", "Past"):
        return "VBD"
    return "VBZ" if word.has("Person", "3") and word.has("Number", "Sing") else "VBP"


def _graded(positive: str, comparative: str, superlative: str) -> Callable[[PipelineWord], str]:
    def rule(word: PipelineWord) -> str:
        return comparative if word.has("Degree", "Cmp") else superlative if word.has("Degree", "Sup") else positive

    return rule


def _numbered(singular: str, plural: str) -> Callable[[PipelineWord], str]:
    return lambda word: plural if word.has("Number", "Plur") else singular


def _penn_adverb(word: PipelineWord) -> str:
    return "WRB" if word.has("PronType", "Int", "Rel") else _graded("RB", "RBR", "RBS")(word)


def _penn_determiner(word: PipelineWord) -> str:
    if word.has("Poss", "Yes"):
        return "PRP$"
    return "WDT" if word.has("PronType", "Int", "Rel") else "DT"


def _penn_pronoun(word: PipelineWord) -> str:
    if word.lower == "there":
        return "EX"
    if word.has("PronType", "Int", "Rel"):
        return "WDT" if word.lower in ("that", "which") else "WP"
    if _BY_WORD["NN"].get(word.lower) == "PNI":
        return "NN"
    if word.has("Poss", "Yes"):
        return "PRP$"
    return "DT" if word.has("PronType", "Dem", "Ind", "Neg", "Tot") and word.lower != "one" else "PRP"


def _penn_particle(word: PipelineWord) -> str:
    if word.lower in ("to", "na", "ta"):
        return "TO"
    return "POS" if word.lower in ("'s", "'", "s") else "RB"


def _penn_mark(word: PipelineWord) -> str:
    char = word.text[:1]
    if char in "([{":
        return "-LRB-"
    if char in ")]}":
        return "-RRB-"
    return "``" if char in "\"'“”„‘’«»" else "."


def _always(tag: str) -> Callable[[PipelineWord], str]:
    return lambda _: tag


_BY_POS: Final[Mapping[str, Callable[[PipelineWord], str]]] = {
    "ADJ": _graded("JJ", "JJR", "JJS"),
    "ADP": lambda word: "RP" if word.lower in _PARTICLES else "IN",
    "ADV": _penn_adverb,
    "AUX": _penn_verb,
    "CCONJ": _always("CC"),
    "CONJ": _always("CC"),
    "DET": _penn_determiner,
    "INTJ": _always("UH"),
    "NOUN": _numbered("NN", "NNS"),
    "NUM": _always("CD"),
    "PART": _penn_particle,
    "PRON": _penn_pronoun,
    "PROPN": _numbered("NNP", "NNPS"),
    "PUNCT": _penn_mark,
    "SCONJ": _always("IN"),
    "SYM": _always("SYM"),
    "VERB": _penn_verb,
    "X": _always("FW"),
}
