"""Lists of words that are right: the user's own, the firm's, those of other programs, and those that ship."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from msglint.analysis.errors import EngineError
from msglint.message.os_errors import reason_of
from msglint.message.patterns import lazy
from msglint.paths import rulesets_folder, shown

ENGINE: Final = "spelling"
COMMENT: Final = "#"
LONGEST: Final = 100
MOST_BYTES: Final = 20_000_000
_WORD: Final = lazy(r"['’]?[^\W_][\w\u0300-\u036f'’.&+/-]*")
_ENDINGS: Final = ("s", "es", "e", "n", "en", "er", "em")
_SHORTEST_STEM: Final = 4


class WordList:
    """Words that are right. One that is written with small letters may also stand with a capital, or all in capitals.

    Args:
        words: in any order.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = frozenset(words)
        self._folded = frozenset(word.lower() for word in self._words)

    def __len__(self) -> int:
        return len(self._words)

    def holds(self, word: str) -> bool:
        """Whether the word is in the list, as it stands or with an ending: Rollout, Rollouts; urgieren, urgiere."""
        if self._is_listed(word) or (word.endswith("e") and self._is_listed(word + "n")):
            return True
        return any(
            self._is_listed(word[: -len(ending)])
            for ending in _ENDINGS
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM
        )

    def holds_in_any_case(self, word: str) -> bool:
        """Whether the word is in the list with whatever capitals: youtube."""
        return word.lower() in self._folded

    def _is_listed(self, word: str) -> bool:
        if word in self._words or (word.isupper() and word.lower() in self._folded):
            return True
        return word[:1].isupper() and word[:1].lower() + word[1:] in self._words


def read_words(path: Path) -> frozenset[str]:
    """The words in a text file: one a line, `#` begins a comment; of several in a line each is a word.

    Raises:
        EngineError: if the file cannot be read, or a line holds something else than words.
    """
    name = shown(path)
    return frozenset(word for number, line in lines_in(path) for word in _words_of(line, f"{name}:{number}"))


def lines_in(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a list that hold words, with their numbers, without comments.

    Raises:
        EngineError: if the file cannot be read.
    """
    for number, line in enumerate(_text(path).splitlines(), start=1):
        content = line.partition(COMMENT)[0].strip()
        if content:
            yield number, content


def is_word(text: str) -> bool:
    """Whether the text can stand in a list."""
    return len(text) <= LONGEST and _WORD.fullmatch(text) is not None


def _words_of(line: str, place: str) -> Iterator[str]:
    for word in line.split():
        if not is_word(word):
            raise EngineError(
                ENGINE,
                f"{place}: „{word[:LONGEST]}“ ist kein Wort; in eine Zeile gehört ein Wort, hinter # ein Kommentar.",
                f"{place}: '{word[:LONGEST]}' is no word; a line holds one word, and a comment behind #.",
            )
        yield word


def _text(path: Path) -> str:
    name = shown(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise EngineError(
            ENGINE,
            f"{name}: Das Wörterbuch lässt sich nicht lesen ({reason.de}).",
            f"{name}: the dictionary cannot be read ({reason.en}).",
        ) from None
    if len(raw) > MOST_BYTES:
        megabytes = MOST_BYTES // 1_000_000
        raise EngineError(
            ENGINE,
            f"{name}: größer als {megabytes} MB; das ist keine Liste von Wörtern.",
            f"{name}: larger than {megabytes} MB; this is no list of words.",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        place = f"{name}:{line}"
        raise EngineError(
            ENGINE,
            f"{place}: nicht in UTF-8 geschrieben; bitte in dieser Kodierung speichern.",
            f"{place}: not written in UTF-8; please save it in that encoding.",
        ) from None


def personal_words(language: str, environ: Mapping[str, str] | None = None) -> frozenset[str]:
    """What the user has taught Hunspell, Enchant and Thunderbird; what cannot be read there is nobody's fault here."""
    return frozenset(
        word
        for path in _personal_files(language, os.environ if environ is None else environ)
        for line in _readable_lines(path)
        # `word/model` is inflected like the model; `*word` is forbidden.
        for word in line.partition("/")[0].split()
        if is_word(word)
    )


def _readable_lines(path: Path) -> Iterator[str]:
    with suppress(EngineError):
        yield from _text(path).splitlines()


_THUNDERBIRD: Final = (".thunderbird", "Library/Thunderbird/Profiles", "AppData/Roaming/Thunderbird/Profiles")


def _personal_files(language: str, environ: Mapping[str, str]) -> Iterator[Path]:
    if environ.get("WORDLIST"):
        yield Path(environ["WORDLIST"])
    try:
        home = Path.home()
    except RuntimeError:
        return
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    places = [(home, ".hunspell_{name}"), (config / "enchant", "{name}.dic"), (home / ".enchant", "{name}.dic")]
    base = language.partition("-")[0]
    for folder, template in places:
        yield from _existing(folder, template.format(name=f"{base}*"))
    yield from _existing(home, ".hunspell_default")
    for profiles in _THUNDERBIRD:
        yield from _existing(home / profiles, "*/persdict.dat")


def _existing(folder: Path, pattern: str) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(folder.glob(pattern))


def shipped_words(language: str) -> Mapping[str, frozenset[str]]:
    """The lists that ship for `de` or `en`, by the name of the file: `business`, `spoken`, …."""
    folder = rulesets_folder() / language / "words"
    return {path.stem: read_words(path) for path in sorted(folder.glob("*.txt"))}
