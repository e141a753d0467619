"""Tags of spaCy pipelines as those that msglint's rules are written for."""

from __future__ import annotations

import pytest
from spacy.glossary import GLOSSARY
from spacy.parts_of_speech import IDS

from msglint.analysis.pipeline_word import PipelineWord
from msglint.analysis.tag_sets import KNOWN, UNIVERSAL, hanta_lemma, hanta_tags
from msglint.analysis.tagger import MODEL_FILES, HantaTagger, Token, load_model

STTS = """
$( $, $. ADJA ADJD ADV APPO APPR APPRART APZR ART CARD FM ITJ KOKOM KON KOUI KOUS NE NN PAV PDAT PDS PIAT PIDAT PIS PPER
PPOSAT PPOSS PRELAT PRELS PRF PROAV PTKA PTKANT PTKNEG PTKVZ PTKZU PWAT PWAV PWS TRUNC VAFIN VAIMP VAINF VAPP VMFIN
VMINF VMPP VVFIN VVIMP VVINF VVIZU VVPP XY
""".split()
PENN = """
# $ '' , -LRB- -RRB- . : `` ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB
RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX
""".split()
TAG_SETS = {"de": STTS, "en": PENN}


def tagged(written: str, language: str) -> str:
    """What becomes of words written as `form/TAG`."""
    words = [PipelineWord(*one.rsplit("/", 1)) for one in written.split()]
    return " ".join(hanta_tags(words, language))


def universal(written: str, language: str) -> str:
    """What becomes of words written as `form/POS/Feature=Value|…`."""
    rows = [[*one.split("/"), ""] for one in written.split()]
    words = [
        PipelineWord(form, "", pos, dict(pair.split("=") for pair in features.split("|") if pair))
        for form, pos, features, *_ in rows
    ]
    return " ".join(hanta_tags(words, language))


@pytest.mark.parametrize(("language", "tag"), [(language, tag) for language, some in TAG_SETS.items() for tag in some])
def test_every_tag_is_known_and_becomes_one_that_rules_know(language: str, tag: str) -> None:
    assert tag in KNOWN[language]
    (converted,) = hanta_tags([PipelineWord("x", tag)], language)
    assert converted in UNIVERSAL[language]


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_it_makes_is_what_the_model_of_hanta_has(language: str) -> None:
    names = load_model(MODEL_FILES[language]).int2tag
    of_model = {names[-number] for number in names if number < 0 and -number in names}
    made = {
        hanta_tags([PipelineWord(form, tag, pos)], language)[0]
        for tag in ("", *KNOWN[language])
        for pos in ("", *IDS)
        for form in ("x", "have", "do", "be", "of", "that", "the", "not", "1st", "zu", "um", "wie", "ein", "im", ",")
    }
    assert made <= of_model


def test_the_tags_are_those_that_spacy_explains() -> None:
    assert {*STTS, *PENN} <= set(GLOSSARY)


@pytest.mark.parametrize(
    ("written", "converted"),
    [
        ("Ich/PPER rufe/VVFIN Sie/PPER morgen/ADV an/PTKVZ ./$.", "PPER VV(FIN) PPER ADV PTKVZ $."),
        ("Bitte/ADV senden/VVIMP Sie/PPER es/PPER", "ADV VV(IMP) PPER PPER"),
        ("die/ART neue/ADJA Anlage/NN läuft/VVFIN gut/ADJD", "ART ADJ(A) NN VV(FIN) ADJ(D)"),
        ("alle/PIDAT haben/VAFIN versucht/VVPP abzusagen/VVIZU", "PIAT VA(FIN) VV(PP) VV(IZU)"),
        ("dafür/PAV konnte/VMFIN er/PPER gewesen/VAPP sein/VAINF", "PROAV VM(FIN) PPER VA(PP) VA(INF)"),
    ],
)
def test_german(written: str, converted: str) -> None:
    assert tagged(written, "de") == converted


@pytest.mark.parametrize(
    ("written", "converted"),
    [
        (
            "Wir/PRON/PronType=Prs haben/AUX/VerbForm=Fin die/DET/PronType=Art Post/NOUN bezahlt/VERB/VerbForm=Part",
            "PPER VA(FIN) ART NN VV(PP)",
        ),
        ("Rufen/VERB/Mood=Imp|VerbForm=Fin Sie/PRON/PronType=Prs an/ADP ./PUNCT", "VV(IMP) PPER PTKVZ $."),
        ("an/ADP die/DET/PronType=Art Firma/NOUN im/ADP Norden/NOUN", "APPR ART NN APPRART NN"),
        (
            "der/DET/PronType=Art alte/ADJ/Case=Nom Wagen/NOUN ist/AUX/VerbForm=Fin alt/ADJ",
            "ART ADJ(A) NN VA(FIN) ADJ(D)",
        ),
        ("deshalb/ADV nicht/PART zu/PART kommen/VERB/VerbForm=Inf ,/PUNCT", "PROAV PTKNEG PTKZU VV(INF) $,"),
        ("um/SCONJ es/PRON anzunehmen/VERB/VerbForm=Inf", "KOUI PPER VV(IZU)"),
        (
            "weil/SCONJ diese/DET/PronType=Dem schneller/ADJ als/SCONJ jene/PRON/PronType=Dem",
            "KOUS PDAT ADJ(D) KOKOM PDS",
        ),
        (
            "der/PRON/PronType=Dem,Rel wer/PRON/PronType=Int,Rel sich/PRON niemand/PRON/PronType=Neg",
            "PRELS PWS PRF PIS",
        ),
        ("Ja/INTJ ,/PUNCT ach/INTJ Anna/PROPN drei/NUM €/SYM", "PTKANT $, ITJ NE CARD XY"),
    ],
)
def test_german_without_a_tag_set(written: str, converted: str) -> None:
    assert universal(written, "de") == converted


@pytest.mark.parametrize(
    ("written", "converted"),
    [
        ("I/PRP have/VBP been/VBN there/RB", "PNP VHB VBN AV0"),
        ("He/PRP is/VBZ doing/VBG it/PRP", "PNP VBZ VDG PNP"),
        ("They/PRP were/VBD late/JJ and/CC did/VBD n't/RB come/VB", "PNP VBD AJ0 CJC VDD XX0 VVI"),
        ("The/DT first/JJ letter/NN of/IN all/DT", "AT0 ORD NN1 PRF DT0"),
        ("that/IN which/WDT that/WDT what/WP who/WP whose/WP$ how/WRB", "CJT DTQ CJT DTQ PNQ DTQ AVQ"),
        ("if/IN you/PRP will/MD ,/, someone/NN", "CJS PNP VM0 PUN PNI"),
        ("we/PRP need/VBP to/TO send/VB them/PRP out/RP", "PNP VVB TO0 VVI PNP AVP"),
        ("many/JJ more/JJR boxes/NNS than/IN the/DT best/JJS 3rd/JJ", "DT0 DT0 NN2 CJS AT0 AJS ORD"),
        ("Anna/NNP 's/POS car/NN (/-LRB- new/JJ )/-RRB- ``/`` ok/JJ ''/''", "NP0 POS NN1 PUL AJ0 PUR PUQ AJ0 PUQ"),
        # an imperative is no infinitive
        ("Send/VB it/PRP ./.", "VVB PNP PUN"),
        ("Please/UH do/VB not/RB send/VB it/PRP", "AV0 VDB XX0 VVI PNP"),
        ("We/PRP will/MD send/VB it/PRP ,/, so/RB wait/VB", "PNP VM0 VVI PNP PUN AV0 VVB"),
    ],
)
def test_english(written: str, converted: str) -> None:
    assert tagged(written, "en") == converted


@pytest.mark.parametrize(
    ("written", "converted"),
    [
        (
            "She/PRON/PronType=Prs has/AUX/Number=Sing|Person=3|Tense=Pres paid/VERB/Tense=Past|VerbForm=Part",
            "PNP VHZ VVN",
        ),
        ("We/PRON/PronType=Prs could/AUX/VerbForm=Fin not/PART come/VERB/VerbForm=Inf", "PNP VM0 XX0 VVI"),
        ("Call/VERB/Mood=Imp|VerbForm=Fin me/PRON/PronType=Prs before/SCONJ noon/NOUN", "VVB PNP CJS NN1"),
        (
            "my/PRON/Poss=Yes|PronType=Prs oldest/ADJ/Degree=Sup boxes/NOUN/Number=Plur of/ADP Anna/PROPN",
            "DPS AJS NN2 PRF NP0",
        ),
        (
            "there/PRON was/AUX/Tense=Past|VerbForm=Fin nobody/PRON/PronType=Neg to/PART help/VERB/VerbForm=Inf",
            "EX0 VBD PNI TO0 VVI",
        ),
        ("who/PRON/PronType=Int went/VERB/Tense=Past|VerbForm=Fin up/ADP ?/PUNCT", "PNQ VVD AVP PUN"),
        ("looking/VERB/Tense=Pres|VerbForm=Part which/DET/PronType=Int two/NUM :)/SYM hm/INTJ", "VVG DTQ CRD UNC ITJ"),
    ],
)
def test_english_without_a_tag_set(written: str, converted: str) -> None:
    assert universal(written, "en") == converted


@pytest.mark.parametrize(
    ("language", "form", "tag", "lemma", "expected"),
    [
        ("de", "uns", "PRF", "wir", "sich"),
        ("de", "mir", "PPER", "ich", "mir"),
        ("de", "'s", "PPER", "es", "es"),
        ("de", "rechnungen", "NN", "rechnung", "Rechnung"),
        ("de", "Geht", "VV(FIN)", "gehen", "gehen"),
        ("en", "me", "PNP", "I", "i"),
        ("en", "We", "PNP", "we", "we"),
        ("en", "would", "VM0", "would", "will"),
        ("en", "'ll", "VM0", "'ll", "will"),
        ("en", "n't", "XX0", "n't", "not"),
        ("en", "Anna", "NP0", "Anna", "Anna"),
        ("en", "Took", "VVD", "take", "take"),
    ],
)
def test_lemmas_are_written_as_hanta_does(language: str, form: str, tag: str, lemma: str, expected: str) -> None:
    assert hanta_lemma(PipelineWord(form, lemma=lemma), tag, language) == expected
    assert HantaTagger(language).lemma(Token(form, 0, len(form), tag)) == expected


def test_a_word_of_which_nothing_is_known_has_a_tag() -> None:
    assert hanta_tags([PipelineWord("x")], "de") == ["XY"]
    assert hanta_tags([PipelineWord("x")], "en") == ["UNC"]
