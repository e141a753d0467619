"""What can go wrong with an engine: one sentence; the check goes on without it."""

from __future__ import annotations

from msglint.texts import BilingualError


class EngineError(BilingualError):
    """An engine that cannot be used, or not in time.

    Attributes:
        engine: which, as reports name it: `spelling`, `languagetool`, or the name of a spaCy pipeline.
    """

    def __init__(self, engine: str, de: str, en: str) -> None:
        super().__init__(de, en)
        self.engine = engine
