"""Puts a speller together: the dictionaries of this machine, the lists that ship, and the user's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msglint.analysis.engine_settings import EngineSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.spelling.dictionaries import REGIONS, Dictionary, find_dictionaries
from msglint.analysis.spelling.speller import HunspellSpeller
from msglint.analysis.spelling.word_lists import ENGINE, WordList, personal_words, read_words, shipped_words
from msglint.paths import shown

_PROOFS: Final = {"de": "und", "en": "and"}
_LOOSE: Final = ("abbreviations", "spoken")
"""Lists that ship of what is no word by itself."""
_HUNSPELL: Final = ".dic"


def has_dictionary(language: str, settings: EngineSettings) -> bool:
    """Whether there is a dictionary of the language. Loads nothing."""
    return bool(_main(language, settings))


def make_speller(language: str, settings: EngineSettings) -> HunspellSpeller:
    """A speller for `de`, `de-AT`, `en`, …. Its dictionaries are loaded later.

    Raises:
        EngineError: if a word list or dictionary that the settings name cannot be used.
    """
    base = language.partition("-")[0]
    lists = [path for path in settings.dictionaries if path.suffix.lower() != _HUNSPELL]
    shipped = dict(shipped_words(base))
    loose = [shipped.pop(name, frozenset()) for name in _LOOSE]
    words = [*shipped.values(), personal_words(language), *map(read_words, lists)]
    return HunspellSpeller(
        tuple(dict.fromkeys((*_main(language, settings), *_named(settings.dictionaries)))),
        WordList(frozenset().union(*words)),
        WordList(frozenset().union(*loose)),
        _PROOFS.get(base, ""),
    )


def _main(language: str, settings: EngineSettings) -> tuple[Dictionary, ...]:
    """The user's dictionary of the language where the settings name one, else the machine's."""
    regions = REGIONS.get(language) or REGIONS.get(language.partition("-")[0], ())
    own = [
        dictionary
        for path in settings.dictionaries
        if path.suffix.lower() == _HUNSPELL
        for dictionary in [_dictionary(path)]
        if dictionary.is_there and dictionary.name.replace("-", "_").removesuffix("_frami") in regions
    ]
    return tuple(own) or find_dictionaries(language)


def _named(paths: Iterable[Path]) -> list[Dictionary]:
    """The Hunspell dictionaries among the files that the settings name."""
    found = [_dictionary(path) for path in paths if path.suffix.lower() == _HUNSPELL]
    for dictionary in found:
        if not dictionary.is_there:
            raise _incomplete(dictionary)
    return found


def _dictionary(path: Path) -> Dictionary:
    return Dictionary(path.parent, path.stem)


def _incomplete(dictionary: Dictionary) -> EngineError:
    name = shown(dictionary.words)
    return EngineError(
        ENGINE,
        f"{name}: Zu einem Hunspell-Wörterbuch gehören {dictionary.words.name} und {dictionary.rules.name} im selben "
        "Ordner, beide lesbar; eine bloße Liste von Wörtern heißt besser .txt.",
        f"{name}: a Hunspell dictionary consists of {dictionary.words.name} and {dictionary.rules.name} in one folder, "
        "both readable; a mere list of words is better called .txt.",
    )
