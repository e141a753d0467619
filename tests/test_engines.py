"""spaCy pipelines in place of HanTa: found, loaded, given msglint's tokens, and what is said where that fails."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy
from shared_pipelines import (
    InstallPipeline,
    english_pipeline,
    german_pipeline,
    install_pipeline,
    saved,
    train,
    universal_pipeline,
)

from msglint import Linter, Message
from msglint.analysis.engine_settings import HANTA, SPACY, EngineSettings
from msglint.analysis.engines import Engines
from msglint.analysis.errors import EngineError
from msglint.analysis.spacy_tagger import SpacyTagger
from msglint.analysis.tagger import HantaTagger, tokenise
from msglint.report import Report

__all__ = ["english_pipeline", "german_pipeline", "install_pipeline", "universal_pipeline"]

VERBLESS_TO_HANTA = "Die Anlage glonk wieder"
"""Only who has learnt the word knows that it is a verb."""
PACK = """
language: de
rules:
  - id: acme.glonk
    kind: tokens
    severity: warning
    title: {de: Titel, en: title}
    message: {de: gefunden, en: found}
    why: {de: darum, en: because}
    tokens:
      - [{LOWER: anlage, POS: NOUN}, {LOWER: glonk, LEMMA: glinken, TAG: "VV(FIN)"}, {POS: ADV}]
"""


def engines(*taggers: str | Path) -> Engines:
    return Engines(EngineSettings(taggers=taggers))


def words(made: Engines, text: str, language: str) -> list[tuple[str, str, str, str]]:
    doc = made.document(text, language).doc
    return [(word.text, word.tag_, word.pos_, word.lemma_) for word in doc]


# What a pipeline says


def test_its_tags_and_lemmas_replace_those_of_hanta(german_pipeline: Path) -> None:
    by_pipeline, by_hanta = engines(german_pipeline), engines(HANTA)
    assert words(by_pipeline, VERBLESS_TO_HANTA, "de") == [
        ("Die", "ART", "DET", "der"),
        ("Anlage", "NN", "NOUN", "Anlage"),
        ("glonk", "VV(FIN)", "VERB", "glinken"),
        ("wieder", "ADV", "ADV", "wieder"),
    ]
    assert words(by_hanta, VERBLESS_TO_HANTA, "de")[2][1:3] != ("VV(FIN)", "VERB")
    assert by_pipeline.has_finite_verb(VERBLESS_TO_HANTA, "de")
    assert not by_hanta.has_finite_verb(VERBLESS_TO_HANTA, "de")


def test_verbs_and_documents_have_one_opinion(german_pipeline: Path) -> None:
    made = engines(german_pipeline)
    text = "Wir prüfen die Rechnung.\n\nBitte senden  Sie mir die Unterlagen 👍 Danke!"
    document = made.document(text, "de")
    assert made.tagger("de").tag(text) == document.tokens
    assert [(word.tag_, word.lemma_) for word in document.doc] == [(one.tag, one.lemma) for one in document.tokens]


@pytest.mark.parametrize(
    "text", ["Wir prüfen  die\nRechnung. Geht's?", "z. B. 3. Mai, E-Mail an a.b@example.org 👍🏽", "", "\n", "…"]
)
def test_its_documents_have_the_tokens_and_sentences_of_msglint(german_pipeline: Path, text: str) -> None:
    ours, theirs = (made.document(text, "de") for made in (engines(HANTA), engines(german_pipeline)))
    assert [word.text for word in theirs.doc] == [token.text for token in tokenise(text, "de")]
    for said in ("text", "whitespace_", "idx", "is_sent_start"):
        assert [getattr(word, said) for word in theirs.doc] == [getattr(word, said) for word in ours.doc]
    assert [theirs.span(at, at + 1) for at in range(len(theirs.doc))] == [
        ours.span(at, at + 1) for at in range(len(ours.doc))
    ]


def test_what_msglint_does_not_need_of_it_does_not_run(german_pipeline: Path) -> None:
    assert [entity.text for entity in spacy.load(german_pipeline)("Der Drucker steht").ents] == ["Drucker"]
    assert engines(german_pipeline).document("Der Drucker steht", "de").doc.ents == ()


def test_english_by_penn_tags_and_lemmas_by_hanta(english_pipeline: Path) -> None:
    assert words(engines(english_pipeline), "We don't know the price.", "en") == [
        ("We", "PNP", "PRON", "we"),
        ("do", "VDB", "AUX", "do"),
        ("n't", "XX0", "PART", "not"),
        ("know", "VVI", "VERB", "know"),
        ("the", "AT0", "DET", "the"),
        ("price", "NN1", "NOUN", "price"),
        (".", "PUN", "PUNCT", "."),
    ]


def test_its_tokenizer_says_what_a_word_stands_for(english_pipeline: Path) -> None:
    doc = engines(english_pipeline).document("We don't know.", "en").doc
    assert doc[2].norm_ == "not"


def test_a_pipeline_without_a_tag_set_of_its_own(universal_pipeline: Path) -> None:
    made = engines(universal_pipeline)
    assert words(made, "The printer glonk again.", "en")[:3] == [
        ("The", "AT0", "DET", "the"),
        ("printer", "NN1", "NOUN", "printer"),
        ("glonk", "VVD", "VERB", "glonk"),
    ]
    assert made.has_finite_verb("The printer glonk again.", "en")


def test_hanta_serves_the_other_language(german_pipeline: Path) -> None:
    made = engines(german_pipeline)
    assert isinstance(made.tagger("de"), SpacyTagger)
    assert isinstance(made.tagger("en"), HantaTagger)
    text = "We don't know the price."
    assert words(made, text, "en") == words(engines(HANTA), text, "en")


def test_each_language_may_have_a_pipeline(german_pipeline: Path, english_pipeline: Path) -> None:
    made = engines(german_pipeline, english_pipeline)
    assert made.has_finite_verb(VERBLESS_TO_HANTA, "de")
    assert made.has_finite_verb("The printer glonk again.", "en")


def test_many_threads_may_use_it(german_pipeline: Path) -> None:
    texts = [VERBLESS_TO_HANTA, "Wir prüfen die Rechnung.", "Kaputt, leider.", "Der Termin ist bestätigt."] * 10
    alone = [engines(german_pipeline).tagger("de").tag(text) for text in texts[:4]] * 10
    shared = engines(german_pipeline)
    with ThreadPoolExecutor(max_workers=8) as pool:
        together = list(pool.map(lambda text: shared.document(text, "de").tokens, texts))
    assert together == alone


# From the configuration to the finding


def check(folder: Path, tagger: str, text: str, monkeypatch: pytest.MonkeyPatch, *, more: str = "") -> Report:
    """What is found with a configuration that lies in the folder."""
    (folder / ".git").mkdir(exist_ok=True)
    (folder / ".msglint.yaml").write_text(f"tagger: {tagger}\n{more}", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "xdg"))
    monkeypatch.chdir(folder)
    return Linter.from_config(ui_language="en").check(Message.from_text(text))


def rules_of(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


def test_a_folder_beside_the_configuration(
    german_pipeline: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(german_pipeline, tmp_path / "pipeline")
    text = f"Hallo Anna,\n\n{VERBLESS_TO_HANTA}\n\nViele Grüße\nTom"
    assert "body.verbless" in rules_of(check(tmp_path, "hanta", text, monkeypatch))
    report = check(tmp_path, "./pipeline", text, monkeypatch)
    assert "body.verbless" not in rules_of(report)
    assert report.skipped == ()


def test_rules_that_are_token_patterns_see_it(
    german_pipeline: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pack.yaml").write_text(PACK, encoding="utf-8")
    text = f"Sehr geehrte Frau Meyer,\n\n{VERBLESS_TO_HANTA}.\n\nMit freundlichen Grüßen\nTom Weiß"
    more = "extends: pack.yaml\nselect: acme\n"
    report = check(tmp_path, str(german_pipeline), text, monkeypatch, more=more)
    assert [finding.excerpt for finding in report.findings] == ["Anlage glonk wieder"]
    assert check(tmp_path, "hanta", text, monkeypatch, more=more).findings == ()


@pytest.mark.parametrize("wanted", ["{name}", "spacy", "[spacy, hanta]", "{dashed}"])
def test_an_installed_pipeline(
    wanted: str,
    german_pipeline: Path,
    install_pipeline: InstallPipeline,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = install_pipeline(german_pipeline)
    assert name == "de_core_news_tiny"
    tagger = wanted.format(name=name, dashed=name.replace("_", "-"))
    report = check(tmp_path, tagger, f"Hallo Anna,\n\n{VERBLESS_TO_HANTA}", monkeypatch)
    assert "body.verbless" not in rules_of(report)
    assert report.skipped == ()


def test_of_several_that_are_installed_the_quick_and_good_one_counts(
    german_pipeline: Path, install_pipeline: InstallPipeline, tmp_path: Path
) -> None:
    for size in ("trf", "tiny", "sm", "md", "lg"):
        copy = shutil.copytree(german_pipeline, tmp_path / size)
        install_pipeline(with_meta(copy, name=f"core_news_{size}"))
    tagger = engines(SPACY).tagger("de")
    assert isinstance(tagger, SpacyTagger)
    assert tagger.name == "de_core_news_md"


def test_one_that_is_installed_but_broken_gives_way_to_the_next(
    german_pipeline: Path, install_pipeline: InstallPipeline, tmp_path: Path
) -> None:
    misfit = with_meta(shutil.copytree(german_pipeline, tmp_path / "md"), name="core_news_md", spacy_version="<3.0")
    install_pipeline(misfit)
    with pytest.raises(EngineError, match="is made for spaCy"):
        engines(SPACY).tagger("de")
    install_pipeline(german_pipeline)
    assert engines(SPACY).has_finite_verb(VERBLESS_TO_HANTA, "de")


def test_where_none_is_installed_hanta_serves() -> None:
    assert isinstance(engines(SPACY).tagger("de"), HantaTagger)


def test_a_package_that_spacy_made_and_its_setup_installed(
    german_pipeline: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "de_core_news_tiny-0.0.0"
    run("-m", "spacy", "package", german_pipeline, tmp_path, "--build", "none")
    for folder in (made, made / "de_core_news_tiny"):
        assert engines(folder).has_finite_verb(VERBLESS_TO_HANTA, "de")

    if find_spec("setuptools") is None:
        pytest.skip("setuptools builds the package")
    site = tmp_path / "site"
    site.mkdir()
    run("setup.py", "build", "--build-lib", site, "egg_info", "--egg-base", site, folder=made)
    monkeypatch.syspath_prepend(site)
    for wanted in ("de_core_news_tiny", SPACY):
        assert engines(wanted).has_finite_verb(VERBLESS_TO_HANTA, "de")


def run(*arguments: str | Path, folder: Path | None = None) -> None:
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr.decode()


def test_what_spacy_train_wrote_may_be_named_as_a_folder(german_pipeline: Path, tmp_path: Path) -> None:
    shutil.copytree(german_pipeline, tmp_path / "model-best")
    shutil.copytree(german_pipeline, tmp_path / "model-last")
    assert engines(tmp_path).has_finite_verb(VERBLESS_TO_HANTA, "de")


# What can be wrong


def with_meta(folder: Path, **changes: str) -> Path:
    path = folder / "meta.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), encoding="utf-8")
    return folder


def with_config(folder: Path, old: str, new: str) -> Path:
    path = folder / "config.cfg"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def without(name: str) -> Callable[[Path], None]:
    def remove(folder: Path) -> None:
        (folder / name).unlink()

    return remove


def damaged(name: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        (folder / name).write_bytes(b"\x00")

    return damage


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (without("meta.json"), "is no spaCy pipeline; one with config.cfg and meta.json is needed"),
        (without("config.cfg"), "is no spaCy pipeline; one with config.cfg and meta.json is needed"),
        (damaged("meta.json"), "is no spaCy pipeline; one with config.cfg and meta.json is needed"),
        (damaged("config.cfg"), "cannot be loaded"),
        (damaged("tagger/model"), "cannot be loaded"),
        (lambda folder: with_meta(folder, lang="fr"), "is made for the language 'fr'; one for German (de) or English"),
        (lambda folder: with_meta(folder, spacy_version=">=2.0,<3.0"), "0.0.0 is made for spaCy >=2.0,<3.0, and 3."),
        (
            lambda folder: with_config(folder, 'factory = "tok2vec"', 'factory = "transformer"'),
            "needs 'transformer', and no installed package has it; 'pip install spacy-transformers' fetches it.",
        ),
        (shutil.rmtree, "There is no folder"),
    ],
)
def test_a_folder_that_cannot_be_used_is_told(
    spoil: Callable[[Path], object], said: str, german_pipeline: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(german_pipeline, tmp_path / "pipeline")
    spoil(folder)
    text = f"Sehr geehrte Frau Meyer,\n\n{VERBLESS_TO_HANTA}!!!\n\nMfG"
    report = check(tmp_path, "./pipeline", text, monkeypatch)
    assert [note.what for note in report.skipped] == ["pipeline"]
    assert said in report.skipped[0].why
    assert "closing.abbreviated" in rules_of(report)
    assert "body.verbless" not in rules_of(report)


def test_a_pipeline_that_is_not_installed_is_told_with_the_command_that_fetches_it() -> None:
    with pytest.raises(EngineError) as raised:
        engines("de_core_news_md").tagger("de")
    assert raised.value.engine == "de_core_news_md"
    assert raised.value.de == (
        "Die spaCy-Pipeline „de_core_news_md“ ist nicht installiert; "
        "„python -m spacy download de_core_news_md“ holt sie."
    )
    assert isinstance(engines("de_core_news_md").tagger("en"), HantaTagger)


def test_a_name_that_nobody_knows_is_told_with_what_there_is(
    german_pipeline: Path, install_pipeline: InstallPipeline
) -> None:
    with pytest.raises(EngineError, match=r"a folder such as \./pipeline will do"):
        engines("spcay").tagger("de")
    install_pipeline(german_pipeline)
    with pytest.raises(EngineError, match="'spcay' is not installed; installed: de_core_news_tiny"):
        engines("spcay").tagger("de")


@pytest.mark.parametrize("name", ["json", "a.b", "", "os", "a b", "../x"])
def test_a_package_that_is_no_pipeline_is_told(name: str) -> None:
    with pytest.raises(EngineError, match=r"is no spaCy pipeline|is not installed"):
        engines(name).tagger("de")


def test_a_pipeline_that_tells_no_parts_of_speech(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    with pytest.raises(EngineError, match="tells no parts of speech; one with 'tagger' or 'morphologizer'"):
        engines(saved(nlp, tmp_path / "pipeline", "x")).tagger("de")


def test_a_tag_set_that_msglint_does_not_know(tmp_path: Path) -> None:
    nlp = train("de", ["tagger"], [{"words": ["Anna", "kommt"], "tags": ["Q1", "Q2"]}] * 3)
    with pytest.raises(EngineError, match="has tags that msglint does not know \\(Q1, Q2\\)"):
        engines(saved(nlp, tmp_path / "pipeline", "x")).tagger("de")


def test_the_one_that_works_counts_where_another_is_for_no_language(german_pipeline: Path, tmp_path: Path) -> None:
    french = with_meta(shutil.copytree(german_pipeline, tmp_path / "french"), lang="fr")
    assert engines(french, german_pipeline).has_finite_verb(VERBLESS_TO_HANTA, "de")


def test_what_fails_is_tried_once(german_pipeline: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(german_pipeline, tmp_path / "pipeline")
    damaged("tagger/model")(folder)
    made = engines(folder)
    sentences = set()
    for _ in range(2):
        with pytest.raises(EngineError) as raised:
            made.tagger("de")
        sentences.add(raised.value.en)
        shutil.rmtree(folder, ignore_errors=True)
    assert len(sentences) == 1


def test_a_text_that_it_fails_on_is_told(
    german_pipeline: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr("spacy.language.Language.__call__", fail)
    text = f"Sehr geehrte Frau Meyer,\n\n{VERBLESS_TO_HANTA}\n\nMfG"
    report = check(tmp_path, str(german_pipeline), text, monkeypatch)
    assert [note.why for note in report.skipped] == [
        f"The spaCy pipeline '{german_pipeline}' failed on a text (ValueError)."
    ]
    assert "closing.abbreviated" in rules_of(report)
