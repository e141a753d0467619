"""What checks single words: the protocol, and Hunspell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final, Protocol

from msglint.analysis.errors import EngineError
from msglint.analysis.spelling.dictionaries import Dictionary
from msglint.analysis.spelling.word_lists import ENGINE, WordList
from msglint.paths import shown

LONGEST_WORD: Final = 60
"""What is longer is no word, and would keep Hunspell busy."""
MOST_KEPT: Final = 100_000
KEPT_DICTIONARIES: Final = 4


class Speller(Protocol):
    """Tells words of a language from others. May be shared by threads."""

    def knows(self, word: str) -> bool:
        """Whether the word is right as it is written; apostrophes are straight."""

    def is_full_word(self, word: str) -> bool:
        """Whether a known word is one by itself, and no abbreviation or spoken form."""

    def is_listed(self, word: str) -> bool:
        """Whether a list of terms has the word, with whatever capitals, and not a dictionary: youtube."""

    def stems(self, word: str) -> tuple[str, ...]:
        """The entries that a known word is a form of; none where it is put together freely."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first. Takes its time."""


class Spellers:
    """The speller of a message's language, and that of the other language, which is asked only if a word is in doubt.

    Args:
        main: of the language.
        other: gives the other one, None where there is none.
    """

    def __init__(self, main: Speller, other: Callable[[], Speller | None]) -> None:
        self.main = main
        self._find_other = other

    @cached_property
    def _other(self) -> Speller | None:
        return self._find_other()

    def other_knows(self, word: str) -> bool:
        """Whether it is a word of the other language."""
        return self._other is not None and self._other.knows(word)

    def know(self, word: str) -> bool:
        """Whether it is a word of either language."""
        return self.main.knows(word) or self.other_knows(word)


class HunspellSpeller:
    """Hunspell with dictionaries and lists. Each dictionary is loaded when the ones before it do not know a word.

    Args:
        dictionaries: the first of them makes the suggestions; a word that any of them knows is right.
        words: right besides.
        loose: right besides, but neither a part of compounds nor what anybody meant: abbreviations, spoken forms.
        proof: a word that the first dictionary must know, so that a broken one does not call every word wrong.
    """

    def __init__(
        self,
        dictionaries: Sequence[Dictionary],
        words: WordList | None = None,
        loose: WordList | None = None,
        proof: str = "",
    ) -> None:
        self.dictionaries = tuple(dictionaries)
        self._words = words or WordList()
        self._loose = loose or WordList()
        self._proof = proof
        self._loaded: list[Any] = []
        self._lock = Lock()
        self._verdicts: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether the word is right as it is written; apostrophes are straight."""
        return self._loose.holds(word) or self.is_full_word(word)

    def is_full_word(self, word: str) -> bool:
        """Whether a known word is one by itself, and no abbreviation or spoken form."""
        verdict = self._verdicts.get(word)
        if verdict is None:
            verdict = self._words.holds(word) or self._is_in_dictionary(word)
            if len(self._verdicts) < MOST_KEPT:
                self._verdicts[word] = verdict
        return verdict

    def is_listed(self, word: str) -> bool:
        """Whether a list of terms has the word, with whatever capitals, and not a dictionary: youtube."""
        return self._words.holds_in_any_case(word) and not self._is_in_dictionary(word.capitalize())

    def _is_in_dictionary(self, word: str) -> bool:
        if len(word) > LONGEST_WORD:
            return False
        with self._lock:
            return any(_spells(self._hunspell(at), word) for at in range(len(self.dictionaries)))

    def stems(self, word: str) -> tuple[str, ...]:
        """The entries that a known word is a form of; none where it is put together freely."""
        if self._words.holds(word):
            return (word,)
        with self._lock:
            return next(filter(None, (_stems(self._hunspell(at), word) for at in range(len(self.dictionaries)))), ())

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first. Takes its time."""
        if len(word) > LONGEST_WORD:
            return ()
        with self._lock:
            try:
                return tuple(found for found in self._hunspell(0).suggest(word) if found)
            except UnicodeEncodeError:
                return ()

    def _hunspell(self, at: int) -> Any:
        while len(self._loaded) <= at:
            dictionary = self.dictionaries[len(self._loaded)]
            hunspell = load_dictionary(dictionary)
            if self._proof and not self._loaded and not _spells(hunspell, self._proof):
                raise _broken(dictionary, self._proof)
            self._loaded.append(hunspell)
        return self._loaded[at]


class _OneAtATime:
    """A loaded dictionary that several spellers share: Hunspell serves one thread at a time."""

    def __init__(self, hunspell: Any) -> None:
        self._hunspell = hunspell
        self._lock = Lock()

    def spell(self, word: str) -> bool:
        with self._lock:
            return bool(self._hunspell.spell(word))

    def stem(self, word: str) -> Sequence[str]:
        with self._lock:
            return tuple(self._hunspell.stem(word))

    def suggest(self, word: str) -> Sequence[str]:
        with self._lock:
            return tuple(self._hunspell.suggest(word))


def load_dictionary(dictionary: Dictionary) -> Any:
    """The dictionary in Hunspell's hands. Linters share it: each takes half a second and 30 MB.

    Raises:
        EngineError: if Hunspell is not installed or cannot open the files.
    """
    return _loaded(dictionary, tuple(_stamp(path) for path in (dictionary.words, dictionary.rules)))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=KEPT_DICTIONARIES)
def _loaded(dictionary: Dictionary, _: tuple[tuple[int, int], ...]) -> _OneAtATime:
    """Loaded anew where the files have changed."""
    import sys

    try:
        from hunspell import Hunspell  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        raise EngineError(
            ENGINE,
            "Hunspell ist nicht installiert; „pip install 'msglint[spelling]'“ fügt es hinzu.",
            "Hunspell is not installed; 'pip install \"msglint[spelling]\"' adds it.",
        ) from None
    encoding = "utf-8" if sys.platform == "win32" else sys.getfilesystemencoding()
    try:
        return _OneAtATime(
            Hunspell(dictionary.name, hunspell_data_dir=str(dictionary.folder), system_encoding=encoding)
        )
    except OSError:
        name = shown(dictionary.words)
        raise EngineError(
            ENGINE,
            f"{name}: Hunspell kann das Wörterbuch nicht öffnen; gebraucht werden {dictionary.name}.dic und "
            f"{dictionary.name}.aff, beide lesbar.",
            f"{name}: Hunspell cannot open the dictionary; {dictionary.name}.dic and {dictionary.name}.aff are needed, "
            "both readable.",
        ) from None


def _broken(dictionary: Dictionary, proof: str) -> EngineError:
    name = shown(dictionary.words)
    return EngineError(
        ENGINE,
        f"{name}: Das Wörterbuch kennt nicht einmal „{proof}“; bitte neu installieren.",
        f"{name}: the dictionary does not even know '{proof}'; please install it again.",
    )


def _spells(hunspell: Any, word: str) -> bool:
    try:
        return bool(hunspell.spell(word))
    except UnicodeEncodeError:  # letters that the dictionary cannot even write
        return False


def _stems(hunspell: Any, word: str) -> tuple[str, ...]:
    try:
        return tuple(hunspell.stem(word))
    except UnicodeEncodeError:
        return ()
