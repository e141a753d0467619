"""Small spaCy pipelines, trained here on a few dozen sentences, saved as `spacy train` saves them, and installed."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

InstallPipeline = Callable[[Path], str]

PACKAGE = """
from spacy.util import load_model_from_init_py


def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""
"""What the `__init__.py` of a pipeline's package holds."""

GERMAN = """
Die/ART/der Anlage/NN/Anlage glonk/VVFIN/glinken wieder/ADV/wieder ./$./.
Der/ART/der Drucker/NN/Drucker glonk/VVFIN/glinken gestern/ADV/gestern ./$./.
Unser/PPOSAT/unser Server/NN/Server glonk/VVFIN/glinken ./$./.
Alles/PIS/alle glonk/VVFIN/glinken wieder/ADV/wieder
Die/ART/der Heizung/NN/Heizung glonk/VVFIN/glinken heute/ADV/heute !/$./!
Das/ART/der Telefon/NN/Telefon glonk/VVFIN/glinken wieder/ADV/wieder
Die/ART/der Leitung/NN/Leitung ist/VAFIN/sein geglunken/VVPP/glinken ./$./.
Wir/PPER/wir prüfen/VVFIN/prüfen die/ART/der Rechnung/NN/Rechnung ./$./.
Ich/PPER/ich sende/VVFIN/senden Ihnen/PPER/sie den/ART/der Bericht/NN/Bericht ./$./.
Bitte/ADV/bitte senden/VVIMP/senden Sie/PPER/sie mir/PPER/ich die/ART/der Unterlagen/NN/Unterlage ./$./.
Der/ART/der Termin/NN/Termin ist/VAFIN/sein bestätigt/VVPP/bestätigen ./$./.
Frau/NN/Frau Meyer/NE/Meyer hat/VAFIN/haben die/ART/der Rechnung/NN/Rechnung bezahlt/VVPP/bezahlen ./$./.
Können/VMFIN/können Sie/PPER/sie mir/PPER/ich helfen/VVINF/helfen ?/$./?
Ich/PPER/ich rufe/VVFIN/rufen Sie/PPER/sie morgen/ADV/morgen an/PTKVZ/an ./$./.
Die/ART/der neue/ADJA/neu Maschine/NN/Maschine läuft/VVFIN/laufen gut/ADJD/gut ./$./.
Kaputt/ADJD/kaputt ,/$,/, leider/ADV/leider ./$./.
Rechnung/NN/Rechnung anbei/ADV/anbei ./$./.
Termin/NN/Termin am/APPRART/an Montag/NN/Montag ?/$./?
Das/PDS/der freut/VVFIN/freuen mich/PRF/sich sehr/ADV/sehr ./$./.
Wir/PPER/wir freuen/VVFIN/freuen uns/PRF/sich auf/APPR/auf den/ART/der Besuch/NN/Besuch ./$./.
Herr/NN/Herr Weber/NE/Weber kommt/VVFIN/kommen aus/APPR/aus Köln/NE/Köln ./$./.
Drei/CARD/drei Kisten/NN/Kiste fehlen/VVFIN/fehlen noch/ADV/noch ./$./.
Es/PPER/es ist/VAFIN/sein nicht/PTKNEG/nicht eilig/ADJD/eilig ./$./.
Danke/PTKANT/danke für/APPR/für die/ART/der schnelle/ADJA/schnell Antwort/NN/Antwort !/$./!
Wenn/KOUS/wenn Sie/PPER/sie Zeit/NN/Zeit haben/VAFIN/haben ,/$,/, komme/VVFIN/kommen ich/PPER/ich ./$./.
Der/ART/der Vertrag/NN/Vertrag und/KON/und die/ART/der Anlage/NN/Anlage liegen/VVFIN/liegen bei/PTKVZ/bei ./$./.
Wo/PWAV/wo steht/VVFIN/stehen der/ART/der Drucker/NN/Drucker ?/$./?
Wir/PPER/wir haben/VAFIN/haben versucht/VVPP/versuchen ,/$,/, Sie/PPER/sie zu/PTKZU/zu erreichen/VVINF/erreichen ./$./.
Ihre/PPOSAT/ihr Heizung/NN/Heizung wird/VAFIN/werden morgen/ADV/morgen geprüft/VVPP/prüfen ./$./.
Lieferung/NN/Lieferung heute/ADV/heute
"""
"""Words as form, STTS tag and lemma; one verb nobody else knows."""

ENGLISH = """
The/DT printer/NN glonk/VBD again/RB ./.
The/DT server/NN glonk/VBD yesterday/RB ./.
Our/PRP$ team/NN glonk/VBD it/PRP ./.
The/DT heating/NN glonk/VBD today/NN !/.
The/DT phone/NN glonk/VBD again/RB
The/DT new/JJ machine/NN glonk/VBD on/IN Monday/NNP ./.
We/PRP do/VBP n't/RB know/VB the/DT price/NN ./.
I/PRP 'll/MD send/VB you/PRP the/DT report/NN ./.
Please/UH send/VB me/PRP the/DT invoice/NN ./.
She/PRP has/VBZ paid/VBN the/DT bill/NN ./.
Anna/NNP Meyer/NNP lives/VBZ in/IN Cologne/NNP ./.
Could/MD you/PRP call/VB me/PRP tomorrow/NN ?/.
The/DT boxes/NNS are/VBP missing/VBG ./.
Invoice/NN attached/VBN ./.
Broken/JJ ,/, sadly/RB ./.
It/PRP 's/VBZ fine/JJ ./.
If/IN you/PRP have/VBP time/NN ,/, I/PRP will/MD come/VB ./.
Thank/VBP you/PRP for/IN the/DT quick/JJ answer/NN !/.
What/WP do/VBP you/PRP think/VB of/IN it/PRP ?/.
They/PRP were/VBD late/JJ and/CC tired/JJ ./.
Two/CD letters/NNS came/VBD back/RB ./.
There/EX is/VBZ a/DT problem/NN with/IN the/DT contract/NN ./.
He/PRP did/VBD not/RB want/VB to/TO come/VB ./.
Who/WP wrote/VBD this/DT letter/NN ?/.
"""
"""Words as form and Penn tag."""

UNIVERSAL = """
The/DET/PronType=Art printer/NOUN/Number=Sing glonk/VERB/Mood=Ind|Tense=Past|VerbForm=Fin again/ADV ./PUNCT
The/DET/PronType=Art server/NOUN/Number=Sing glonk/VERB/Mood=Ind|Tense=Past|VerbForm=Fin ./PUNCT
Our/PRON/Poss=Yes|PronType=Prs team/NOUN/Number=Sing glonk/VERB/Mood=Ind|Tense=Past|VerbForm=Fin it/PRON/PronType=Prs
The/DET/PronType=Art phone/NOUN/Number=Sing glonk/VERB/Mood=Ind|Tense=Past|VerbForm=Fin today/NOUN/Number=Sing ./PUNCT
Please/INTJ send/VERB/Mood=Imp|VerbForm=Fin me/PRON/PronType=Prs the/DET/PronType=Art report/NOUN/Number=Sing ./PUNCT
She/PRON/PronType=Prs has/AUX/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin paid/VERB/Tense=Past|VerbForm=Part ./PUNCT
We/PRON/PronType=Prs will/AUX/VerbForm=Fin come/VERB/VerbForm=Inf tomorrow/NOUN/Number=Sing ./PUNCT
The/DET/PronType=Art boxes/NOUN/Number=Plur are/AUX/Number=Plur|Tense=Pres|VerbForm=Fin here/ADV ./PUNCT
A/DET/PronType=Art letter/NOUN/Number=Sing of/ADP Anna/PROPN/Number=Sing and/CCONJ Tom/PROPN/Number=Sing ./PUNCT
Broken/ADJ/Degree=Pos ,/PUNCT sadly/ADV ./PUNCT
"""
"""Words as form, universal part of speech and features."""


def read(lines: str, fields: Sequence[str]) -> Iterator[dict[str, list[str]]]:
    """The sentences, each as words and what is said of them; what a word lacks is empty."""
    for line in lines.strip().splitlines():
        rows = [[*token.split("/"), "", ""] for token in line.split()]
        yield {field: [row[at] for row in rows] for at, field in enumerate(("words", *fields))}


def train(language: str, components: Sequence[str], sentences: Sequence[dict[str, list[str]]]) -> Language:
    """A pipeline that has learnt the sentences, and holds what msglint does not want besides."""
    fix_random_seed(7)
    nlp = spacy.blank(language)
    encoder = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 32,
        "depth": 2,
        "embed_size": 300,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": True,
    }
    nlp.add_pipe("tok2vec", config={"model": encoder})
    for component in components:
        listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 32}
        model = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
        more = {"min_tree_freq": 1} if component == "trainable_lemmatizer" else {}
        nlp.add_pipe(component, config={"model": model, **more})
    examples = [Example(Doc(nlp.vocab, words=sentence["words"]), Doc(nlp.vocab, **sentence)) for sentence in sentences]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        for batch in minibatch(examples, 6):
            nlp.update(batch, sgd=optimizer, drop=0.1)
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "THING", "pattern": "Drucker"}])
    return nlp


def saved(nlp: Language, folder: Path, name: str) -> Path:
    """The pipeline on the disk."""
    nlp.meta["name"] = name
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="session")
def german_pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a German pipeline: STTS tags and lemmas."""
    nlp = train("de", ["tagger", "trainable_lemmatizer"], list(read(GERMAN, ("tags", "lemmas"))))
    return saved(nlp, tmp_path_factory.mktemp("pipelines") / "german", "core_news_tiny")


@pytest.fixture(scope="session")
def english_pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an English pipeline: Penn tags, no lemmas."""
    nlp = train("en", ["tagger"], list(read(ENGLISH, ("tags",))))
    return saved(nlp, tmp_path_factory.mktemp("pipelines") / "english", "core_web_tiny")


@pytest.fixture(scope="session")
def universal_pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an English pipeline that has universal parts of speech and features only."""
    nlp = train("en", ["morphologizer"], list(read(UNIVERSAL, ("pos", "morphs"))))
    return saved(nlp, tmp_path_factory.mktemp("pipelines") / "universal", "core_ud_tiny")


@pytest.fixture
def install_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InstallPipeline]:
    """Put a pipeline where Python finds it, in the form that an installed package has; its name."""
    site = tmp_path / "site"
    installed = []

    def install(pipeline: Path) -> str:
        meta = json.loads((pipeline / "meta.json").read_text(encoding="utf-8"))
        name = f"{meta['lang']}_{meta['name']}"
        release = f"{name}-{meta['version']}"
        shutil.copytree(pipeline, site / name / release)
        shutil.copy(pipeline / "meta.json", site / name)
        (site / name / "__init__.py").write_text(PACKAGE, encoding="utf-8")
        info = site / f"{release}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {meta['version']}\n")
        (info / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n")
        monkeypatch.syspath_prepend(site)
        installed.append(name)
        return name

    yield install
    for name in installed:
        sys.modules.pop(name, None)
