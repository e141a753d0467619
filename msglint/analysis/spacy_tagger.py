"""A spaCy pipeline as msglint's tagger: it is given msglint's tokens, and its tags become those of HanTa."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.util import is_compatible_version, load_config, load_model_from_package, load_model_from_path

from msglint.analysis.documents import make_document
from msglint.analysis.engine_settings import HANTA, SPACY
from msglint.analysis.errors import EngineError
from msglint.analysis.hanta_component import fill_in
from msglint.analysis.pipeline_word import PipelineWord
from msglint.analysis.spacy_pipelines import CONFIG, FoundPipeline, download_command, installed, look_up
from msglint.analysis.tag_sets import KNOWN, hanta_lemma, hanta_tags
from msglint.analysis.tagger import MODEL_FILES, HantaTagger, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_ENCODERS: Final = {
    "tok2vec": "",
    "transformer": "spacy-transformers",
    "curated_transformer": "spacy-curated-transformers",
}
"""What other components build on, and the package that brings it where that is not spaCy."""
_TAGGING: Final = ("tagger", "morphologizer")
_KEPT: Final = (*_ENCODERS, *_TAGGING, "attribute_ruler", "lemmatizer", "trainable_lemmatizer")
"""Tags, features and lemmas come from these; names, dependencies and categories are nothing that msglint needs."""


class SpacyTagger:
    """Tags by a spaCy pipeline. Safe to share between threads, which take turns.

    Args:
        name: as reports name the pipeline.
        language: `de` or `en`.
        nlp: the pipeline, made for that language.
    """

    def __init__(self, name: str, language: str, nlp: Language) -> None:
        self.name = name
        self._pipeline = SpacyPipeline(name, language, nlp)

    def tag(self, text: str) -> tuple[Token, ...]:
        """Return the tagged tokens of `text` in order."""
        return make_document(text, self._pipeline).tokens

    def pipeline(self) -> SpacyPipeline:
        """What fills in spaCy documents."""
        return self._pipeline


class SpacyPipeline:
    """Fills in documents of msglint's tokens by a spaCy pipeline, in HanTa's tag sets."""

    def __init__(self, name: str, language: str, nlp: Language) -> None:
        self.language = language
        self.vocab = nlp.vocab
        self._name = name
        self._nlp = nlp
        self._lemmas = HantaTagger(language)
        self._lock = threading.Lock()

    def __call__(self, doc: Doc) -> Doc:
        """Fill in `doc` and return it.

        Raises:
            EngineError: if the pipeline fails on it.
        """
        self._annotate(doc)
        for sentence in doc.sents:
            words = [_word(token) for token in sentence]
            for token, word, tag in zip(sentence, words, hanta_tags(words, self.language), strict=True):
                fill_in(token, self._token(word, tag), self.language)
        return doc

    def _annotate(self, doc: Doc) -> None:
        # spaCy does not promise that one pipeline may run in several threads at once.
        with self._lock:
            try:
                self._take_over_norms(doc)
                self._nlp(doc)
            except Exception as error:
                raise EngineError(
                    self._name,
                    f"Die spaCy-Pipeline „{self._name}“ ist an einem Text gescheitert ({type(error).__name__}).",
                    f"The spaCy pipeline '{self._name}' failed on a text ({type(error).__name__}).",
                ) from error

    def _take_over_norms(self, doc: Doc) -> None:
        """What the pipeline's own tokenizer says of a word that it cuts off alike: "n't" is "not"."""
        own = {token.idx: token for token in self._nlp.tokenizer(doc.text)}
        for token in doc:
            same = own.get(token.idx)
            if same is not None and same.text == token.text:
                token.norm_ = same.norm_

    def _token(self, word: PipelineWord, tag: str) -> Token:
        token = Token(word.text, 0, len(word.text), tag)
        # Not every pipeline has a lemmatizer.
        lemma = hanta_lemma(word, tag, self.language) if word.lemma else self._lemmas.lemma(token)
        return Token(word.text, 0, len(word.text), tag, lemma)


def _word(token: SpacyToken) -> PipelineWord:
    return PipelineWord(token.text, token.tag_, token.pos_, token.morph.to_dict(), token.lemma_)


def wanted_tagger(taggers: Sequence[str | Path], language: str) -> SpacyTagger | None:
    """The pipeline that the setting `tagger` names for `language`, loaded; None where HanTa is to serve it.

    Raises:
        EngineError: if the pipeline that is named cannot be used.
    """
    problems: list[EngineError] = []
    for entry in taggers:
        tagger = _any_installed(language, problems) if entry == SPACY else _entry(entry, language, problems)
        if tagger is not None:
            return tagger
    if problems:
        raise problems[0]
    return None


def _any_installed(language: str, problems: list[EngineError]) -> SpacyTagger | None:
    for found in installed():
        if found.language == language:
            try:
                return load_tagger(found)
            except EngineError as error:
                problems.append(error)
    return None


def _entry(entry: str | Path, language: str, problems: list[EngineError]) -> SpacyTagger | None:
    if entry == HANTA:
        return None
    try:
        found = look_up(entry)
    except EngineError as error:
        # By their names the pipelines for other languages are known, also where they are missing.
        if not _is_for_another(entry, language):
            problems.append(error)
        return None
    return load_tagger(found) if found.language == language else None


def _is_for_another(entry: str | Path, language: str) -> bool:
    return isinstance(entry, str) and entry.startswith(tuple(f"{other}_" for other in MODEL_FILES if other != language))


def load_tagger(found: FoundPipeline) -> SpacyTagger:
    """The pipeline with what is needed of it.

    Raises:
        EngineError: if it is made for another spaCy, cannot be loaded, or tells no parts of speech.
    """
    if found.made_for and is_compatible_version(spacy_version, found.made_for) is False:
        raise _made_for_another(found)
    factories = _factories(found)
    kept = {name: factory for name, factory in factories.items() if factory in _KEPT}
    if not set(_TAGGING) & set(kept.values()):
        raise EngineError(
            found.name,
            f"Die spaCy-Pipeline „{found.name}“ bestimmt keine Wortarten; gebraucht wird eine mit „tagger“ oder "
            "„morphologizer“.",
            f"The spaCy pipeline '{found.name}' tells no parts of speech; one with 'tagger' or 'morphologizer' "
            "is needed.",
        )
    nlp = _loaded(found, exclude=[name for name in factories if name not in kept], kept=kept.values())
    _check_tags(found, nlp)
    return SpacyTagger(found.name, found.language, nlp)


def _factories(found: FoundPipeline) -> dict[str, str]:
    """The components and what makes each."""
    try:
        components = load_config(found.folder / CONFIG).get("components", {})
        return {name: str(component.get("factory", "")) for name, component in components.items()}
    except Exception as error:
        raise _unloadable(found, error) from error


def _loaded(found: FoundPipeline, exclude: list[str], kept: Collection[str]) -> Language:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if found.package:
                return load_model_from_package(found.name, exclude=exclude)
            return load_model_from_path(found.folder, exclude=exclude)
    except Exception as error:
        for factory in kept:
            if not Language.has_factory(factory):
                raise _needs(found, factory) from error
        raise _unloadable(found, error) from error


def _check_tags(found: FoundPipeline, nlp: Language) -> None:
    """A tag set that msglint does not know is of no use, unless universal parts of speech come with it."""
    factories = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    if "morphologizer" in factories or "attribute_ruler" in factories:
        return
    labels = [label for name in nlp.pipe_names for label in _labels(nlp, name)]
    if not KNOWN[found.language].isdisjoint(labels):
        return
    example = ", ".join(labels[:3])
    raise EngineError(
        found.name,
        f"Die spaCy-Pipeline „{found.name}“ hat Wortarten, die msglint nicht kennt ({example}); gebraucht werden "
        "STTS (deutsch), Penn Treebank (englisch) oder universelle.",
        f"The spaCy pipeline '{found.name}' has tags that msglint does not know ({example}); those of STTS (German), "
        "Penn Treebank (English) or universal ones are needed.",
    )


def _labels(nlp: Language, name: str) -> Iterator[str]:
    if nlp.get_pipe_meta(name).factory == "tagger":
        yield from nlp.pipe_labels[name]


def _made_for_another(found: FoundPipeline) -> EngineError:
    command = download_command(found.name)
    end_de = f"„{command}“ holt die passende" if command else "bitte eine nehmen, die dazu passt"
    end_en = f"'{command}' fetches the one that fits" if command else "please take one that fits"
    return EngineError(
        found.name,
        f"Die spaCy-Pipeline „{found.name}“ {found.version} ist für spaCy {found.made_for} gemacht, installiert ist "
        f"{spacy_version}; {end_de}.",
        f"The spaCy pipeline '{found.name}' {found.version} is made for spaCy {found.made_for}, and "
        f"{spacy_version} is installed; {end_en}.",
    )


def _needs(found: FoundPipeline, factory: str) -> EngineError:
    package = _ENCODERS.get(factory)
    end_de = f"; „pip install {package}“ holt es" if package else ""
    end_en = f"; 'pip install {package}' fetches it" if package else ""
    return EngineError(
        found.name,
        f"Die spaCy-Pipeline „{found.name}“ braucht „{factory}“, und kein installiertes Paket hat das{end_de}.",
        f"The spaCy pipeline '{found.name}' needs '{factory}', and no installed package has it{end_en}.",
    )


def _unloadable(found: FoundPipeline, error: Exception) -> EngineError:
    return EngineError(
        found.name,
        f"Die spaCy-Pipeline „{found.name}“ lässt sich nicht laden ({type(error).__name__}); sie ist wohl "
        "unvollständig oder beschädigt.",
        f"The spaCy pipeline '{found.name}' cannot be loaded ({type(error).__name__}); it is probably incomplete or "
        "damaged.",
    )
