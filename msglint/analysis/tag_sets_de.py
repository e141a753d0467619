"""German tags of spaCy pipelines, STTS or universal, as HanTa writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from msglint.analysis.pipeline_word import PipelineWord

_SAME: Final = """
    $( $, $. ADV APPO APPR APPRART APZR ART CARD FM ITJ KOKOM KON KOUI KOUS NE NN PDAT PDS PIAT PIS PPER PPOSAT PPOSS
    PRELAT PRELS PRF PROAV PTKA PTKANT PTKNEG PTKVZ PTKZU PWAT PWAV PWS TRUNC XY
"""
STTS: Final[Mapping[str, str]] = {
    **{tag: tag for tag in _SAME.split()},
    **{f"{verb}{form}": f"{verb}({form})" for verb in ("VA", "VM", "VV") for form in ("FIN", "IMP", "INF", "PP")},
    "VMIMP": "VM(FIN)",  # not in STTS, and HanTa has no such tag
    "VVIZU": "VV(IZU)",
    "ADJA": "ADJ(A)",
    "ADJD": "ADJ(D)",
    # What other hands of STTS call differently.
    "$[": "$(",
    "NNE": "NE",
    "PAV": "PROAV",
    "PIDAT": "PIAT",
}
"""HanTa's tags by those of STTS."""

_MODALS: Final = frozenset("dürfen können mögen möchten müssen sollen wollen".split())
_AUXILIARIES: Final = frozenset("haben sein werden".split())
_CONTRACTED: Final = frozenset("am ans aufs beim durchs fürs im ins ums vom vors zum zur".split())
_COMPARING: Final = frozenset(("als", "wie"))
_WITH_INFINITIVE: Final = frozenset(("anstatt", "ohne", "statt", "um"))
_ANSWERS: Final = frozenset("bitte danke doch ja nein".split())
_PRONOMINAL_ADVERB: Final = re.compile(
    r"(?:da|hier)(?:r?(?:an|auf|aus|in|um|unter|über)|bei|durch|für|gegen|her|hinter|mit|nach|neben|von|vor|wider|zu"
    r"|zwischen)|außerdem|deshalb|deswegen|trotzdem"
)
_WITH_ZU: Final = re.compile(r"(?:\w{2,}zu\w{2,}(?:en|ern|eln))")
_VERB_FORMS: Final[Mapping[str, str]] = {"Inf": "INF", "Part": "PP", "Fin": "FIN"}


def hanta_german(words: Sequence[PipelineWord]) -> list[str]:
    """HanTa's tags for the words of a text: by their STTS tags, or by universal part of speech and features."""
    return [STTS.get(word.tag) or STTS[_stts(word, after)] for word, after in zip_longest(words, words[1:])]


def german_lemma(word: PipelineWord, tag: str) -> str:
    """The pipeline's lemma as HanTa would write it."""
    if tag == "PPER":
        return "es" if word.lower == "'s" else word.text.lower()
    if tag == "PRF":
        return "sich"
    if tag in ("NN", "NE"):
        return word.lemma[:1].upper() + word.lemma[1:]
    return word.lemma.lower()


def _stts(word: PipelineWord, after: PipelineWord | None) -> str:
    """The STTS tag of a word of which only part of speech and features are known."""
    if word.pos == "ADP":
        return _adposition(word, after)
    rule = _BY_POS.get(word.pos)
    return rule(word) if rule else "XY"


def _adposition(word: PipelineWord, after: PipelineWord | None) -> str:
    if word.lower in _CONTRACTED:
        return "APPRART"
    if word.has("AdpType", "Post"):
        return "APPO"
    if word.has("AdpType", "Circ"):
        return "APZR"
    # Where nothing follows it can govern, it is the prefix of a verb: "Ich rufe an."
    return "PTKVZ" if after is None or after.pos == "PUNCT" else "APPR"


def _verb(word: PipelineWord) -> str:
    lemma = word.lemma.lower()
    verb = "VM" if lemma in _MODALS else "VA" if lemma in _AUXILIARIES or word.pos == "AUX" else "VV"
    if word.has("Mood", "Imp"):
        return "VMFIN" if verb == "VM" else f"{verb}IMP"
    form = _VERB_FORMS.get(word.morph.get("VerbForm", "")) or _verb_form(word)
    if (verb, form) == ("VV", "INF") and _WITH_ZU.fullmatch(word.lower) and "zu" not in lemma:
        return "VVIZU"
    return f"{verb}{form}"


def _verb_form(word: PipelineWord) -> str:
    """The form of a verb of which no feature tells it."""
    if "Mood" in word.morph or "Tense" in word.morph:
        return "FIN"
    return "INF" if word.lower.endswith("n") else "PP"


def _adjective(word: PipelineWord) -> str:
    return "ADJA" if "Case" in word.morph else "ADJD"


def _adverb(word: PipelineWord) -> str:
    if _PRONOMINAL_ADVERB.fullmatch(word.lower):
        return "PROAV"
    if word.lower == "ein":
        return "PTKVZ"
    return "PWAV" if word.has("PronType", "Int") else "ADV"


def _determiner(word: PipelineWord) -> str:
    if word.has("Poss", "Yes"):
        return "PPOSAT"
    return _first_type(word, {"Art": "ART", "Dem": "PDAT", "Rel": "PRELAT", "Int": "PWAT"}, "PIAT")


def _pronoun(word: PipelineWord) -> str:
    if word.has("Reflex", "Yes") or word.lower == "sich":
        return "PRF"
    if word.has("Poss", "Yes"):
        return "PPOSS"
    # A relative pronoun is a demonstrative one too where treebanks give it both features.
    tags = {"Prs": "PPER", "Int": "PWS", "Rel": "PRELS", "Dem": "PDS", "Ind": "PIS", "Neg": "PIS", "Tot": "PIS"}
    return _first_type(word, tags, "PPER")


def _first_type(word: PipelineWord, tags: Mapping[str, str], otherwise: str) -> str:
    return next((tag for kind, tag in tags.items() if word.has("PronType", kind)), otherwise)


def _subordinator(word: PipelineWord) -> str:
    if word.lower in _COMPARING:
        return "KOKOM"
    return "KOUI" if word.lower in _WITH_INFINITIVE else "KOUS"


def _coordinator(word: PipelineWord) -> str:
    return "KOKOM" if word.lower in _COMPARING else "KON"


def _particle(word: PipelineWord) -> str:
    if word.lower == "zu":
        return "PTKZU"
    if word.has("Polarity", "Neg") or word.lower == "nicht":
        return "PTKNEG"
    return "PTKANT" if word.lower in _ANSWERS else "PTKVZ" if word.has("PartType", "Vbp") else "ADV"


def _interjection(word: PipelineWord) -> str:
    return "PTKANT" if word.lower in _ANSWERS else "ITJ"


def _mark(word: PipelineWord) -> str:
    return "$," if word.text == "," else "$." if word.text[:1] in ".!?:;" and word.text != "..." else "$("


def _other(word: PipelineWord) -> str:
    return "FM" if word.has("Foreign", "Yes") else "XY"


def _always(tag: str) -> Callable[[PipelineWord], str]:
    return lambda _: tag


_BY_POS: Final[Mapping[str, Callable[[PipelineWord], str]]] = {
    "ADJ": _adjective,
    "ADV": _adverb,
    "AUX": _verb,
    "CCONJ": _coordinator,
    "CONJ": _coordinator,
    "DET": _determiner,
    "INTJ": _interjection,
    "NOUN": _always("NN"),
    "NUM": _always("CARD"),
    "PART": _particle,
    "PRON": _pronoun,
    "PROPN": _always("NE"),
    "PUNCT": _mark,
    "SCONJ": _subordinator,
    "VERB": _verb,
    "X": _other,
}
