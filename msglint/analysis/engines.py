"""The analysis engines a check may use, each loaded when a rule first asks for it and kept for the next message."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from msglint.analysis.engine_settings import AUTO, HANTA, OFF, EngineSettings
from msglint.analysis.errors import EngineError

if TYPE_CHECKING:
    from msglint.analysis.documents import Document, Documents
    from msglint.analysis.languagetool.checker import LanguageToolChecker
    from msglint.analysis.spelling.speller import Speller
    from msglint.analysis.tagger import DocTagger, Tagger


class Engines:
    """Holds what is costly to load. Safe to share between threads.

    Args:
        settings: which engines are wanted.
    """

    def __init__(self, settings: EngineSettings | None = None) -> None:
        self.settings = settings or EngineSettings()
        self._taggers: dict[str, DocTagger | EngineError] = {}
        self._spellers: dict[str, Speller | EngineError] = {}
        self._has_speller: dict[str, bool] = {}
        self._lock = Lock()
        self._languagetool: LanguageToolChecker | None = None

    def tagger(self, language: str) -> DocTagger:
        """The tagger for `de` or `en`: the spaCy pipeline that the settings name, else HanTa; loaded on first use.

        Raises:
            EngineError: if the pipeline cannot be used. It is tried once, not for every message.
        """
        with self._lock:
            if language not in self._taggers:
                self._taggers[language] = self._new_tagger(language)
            tagger = self._taggers[language]
        if isinstance(tagger, EngineError):
            raise EngineError(tagger.engine, tagger.de, tagger.en)
        return tagger

    def _new_tagger(self, language: str) -> DocTagger | EngineError:
        from msglint.analysis.tagger import HantaTagger

        if self.settings.taggers == (HANTA,):
            return HantaTagger(language)
        from msglint.analysis.spacy_tagger import wanted_tagger

        try:
            return wanted_tagger(self.settings.taggers, language) or HantaTagger(language)
        except EngineError as error:
            return error

    @cached_property
    def has_languagetool(self) -> bool:
        """Whether LanguageTool is to be asked, as far as a look at a few files tells.

        Where the settings name a server that cannot be asked, it is: the user must be told why not.
        """
        settings = self.settings.languagetool
        if settings.use == OFF:
            return False
        if settings.use != AUTO:
            return True
        from importlib.util import find_spec

        if find_spec("language_tool_python") is None:
            return False
        from msglint.analysis.languagetool.installation import find

        return find(settings) is not None

    @property
    def languagetool(self) -> LanguageToolChecker:
        """What asks LanguageTool; nothing is started before it has to answer."""
        with self._lock:
            if self._languagetool is None:
                from msglint.analysis.languagetool.checker import LanguageToolChecker

                self._languagetool = LanguageToolChecker(self.settings.languagetool, self.has_speller)
            return self._languagetool

    def has_speller(self, language: str) -> bool:
        """Whether there is a spell checker for `de`, `de-AT`, `en`, …; looks for files once, and loads nothing."""
        if self.settings.spelling == OFF or not self._has_hunspell:
            return False
        if language not in self._has_speller:
            from msglint.analysis.spelling.choosing import has_dictionary

            self._has_speller[language] = has_dictionary(language, self.settings)
        return self._has_speller[language]

    @cached_property
    def _has_hunspell(self) -> bool:
        from importlib.util import find_spec

        return find_spec("hunspell") is not None

    def speller(self, language: str) -> Speller:
        """The spell checker for a language that `has_speller`, put together on first use.

        Raises:
            EngineError: if a dictionary or word list cannot be used. It is tried once, not for every message.
        """
        with self._lock:
            if language not in self._spellers:
                self._spellers[language] = self._new_speller(language)
            speller = self._spellers[language]
        if isinstance(speller, EngineError):
            raise EngineError(speller.engine, speller.de, speller.en)
        return speller

    def _new_speller(self, language: str) -> Speller | EngineError:
        from msglint.analysis.spelling.choosing import make_speller

        try:
            return make_speller(language, self.settings)
        except EngineError as error:
            return error

    @cached_property
    def _documents(self) -> Documents:
        from msglint.analysis.documents import Documents

        return Documents(self.tagger)

    def document(self, text: str, language: str) -> Document:
        """A spaCy document of the text, `de` or `en`; loads spaCy and the tagger."""
        return self._documents.document(text, language)

    def has_finite_verb(self, text: str, language: str) -> bool:
        """Whether a text holds a finite verb or an imperative."""
        from msglint.analysis.finite import has_finite_verb

        return has_finite_verb(text, language, self._lazy(language))

    def _lazy(self, language: str) -> Tagger:
        return _LazyTagger(self, language)


class _LazyTagger:
    """Loads the tagger only if it is asked to tag: most texts are decided without it."""

    def __init__(self, engines: Engines, language: str) -> None:
        self._engines = engines
        self._language = language

    @cached_property
    def _tagger(self) -> Tagger:
        return self._engines.tagger(self._language)

    def tag(self, text: str) -> tuple:  # type: ignore[type-arg]
        """The tokens of `text` with tags and lemmas."""
        return self._tagger.tag(text)
