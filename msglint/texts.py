"""Texts in German and in English, and errors that are such texts."""

from __future__ import annotations

from typing import NamedTuple

UI_LANGUAGES = ("de", "en")


class Text(NamedTuple):
    """One text in German and in English. `{placeholders}` are filled from a hit's values."""

    de: str
    en: str

    def in_(self, ui_language: str) -> str:
        """The text in the user's language, English where that is not German."""
        return self.de if ui_language.lower().startswith("de") else self.en


class BilingualError(Exception):
    """What went wrong, as one sentence in both languages.

    Attributes:
        de: the sentence in German.
        en: the sentence in English.
    """

    def __init__(self, de: str, en: str) -> None:
        super().__init__(de, en)
        self.de = de
        self.en = en

    @property
    def sentence(self) -> Text:
        """What is wrong, and what would be right."""
        return Text(de=self.de, en=self.en)

    def text(self, ui_language: str) -> str:
        """The sentence in the user's language."""
        return self.sentence.in_(ui_language)

    def __str__(self) -> str:
        return self.en
