"""The analysis engines a check may use, each loaded when a rule first asks for it and kept for the next message."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from msglint.analysis.engine_settings import EngineSettings

if TYPE_CHECKING:
    from msglint.analysis.documents import Document, Documents
    from msglint.analysis.tagger import Tagger


class Engines:
    """Holds what is costly to load. Safe to share between threads.

    Args:
        settings: which engines are wanted.
    """

    def __init__(self, settings: EngineSettings | None = None) -> None:
        self.settings = settings or EngineSettings()
        self._taggers: dict[str, Tagger] = {}
        self._lock = Lock()

    def tagger(self, language: str) -> Tagger:
        """The tagger for `de` or `en`, loaded on first use."""
        with self._lock:
            if language not in self._taggers:
                from msglint.analysis.tagger import HantaTagger

                self._taggers[language] = HantaTagger(language)
            return self._taggers[language]

    @cached_property
    def _documents(self) -> Documents:
        from msglint.analysis.documents import Documents

        return Documents()

    def document(self, text: str, language: str) -> Document:
        """A spaCy document of the text, `de` or `en`; loads spaCy and the tagger."""
        return self._documents.document(text, language, self.tagger(language))

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
