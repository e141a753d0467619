"""What can go wrong while a message is read, in sentences for people."""

from __future__ import annotations


class UnreadableMessageError(Exception):
    """Nothing that could be checked. One sentence without the file name, which the caller knows.

    Attributes:
        de: the sentence in German.
        en: the sentence in English.
    """

    def __init__(self, de: str, en: str) -> None:
        super().__init__(de, en)
        self.de = de
        self.en = en

    def text(self, ui_language: str) -> str:
        """The sentence in the user's language; English for all but German."""
        return self.de if ui_language.lower().startswith("de") else self.en

    def __str__(self) -> str:
        return self.en
