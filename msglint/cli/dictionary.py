"""`msglint dictionary`: the user's own words, which no rule calls misspelled."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import click

from msglint.analysis.spelling.word_lists import LONGEST, is_word
from msglint.cli.commands import BilingualCommand, BilingualGroup, UserError
from msglint.cli.options import current_ui, ui_language_option
from msglint.cli.ui import Ui, write_lines
from msglint.config.errors import as_config_error
from msglint.config.locked_file import change_file
from msglint.config.own_words import HEADER, with_words, without_words, words_of
from msglint.config.search import is_there, words_file
from msglint.documents.files import read_text
from msglint.paths import shown
from msglint.texts import Text

TEXT = Text(
    de=(
        "Wörter merken, die richtig geschrieben sind, auch wenn kein Wörterbuch sie kennt.\n\n"
        "Sie stehen in words.txt im Konfigurationsordner, eines je Zeile. Eine Liste, die für die ganze Firma gilt, "
        "nennt „dictionaries:“ in der Konfiguration."
    ),
    en=(
        "Remember words that are spelt right although no dictionary knows them.\n\n"
        "They are kept in words.txt in your configuration folder, one a line. A list that holds for the whole firm is "
        "named by 'dictionaries:' in the configuration."
    ),
)
ADD = Text(
    de=(
        "Wörter merken.\n\nEin Wort mit kleinem Anfang gilt auch groß geschrieben; die üblichen Endungen "
        "(-s, -e, -en, …) gelten mit."
    ),
    en=(
        "Remember words.\n\nA word with a small first letter may also have a capital; the usual endings "
        "(-s, -e, -en, …) go with it."
    ),
)
LIST = Text(de="Die Wörter zeigen.", en="Show the words.")
REMOVE = Text(de="Wörter vergessen.", en="Forget words.")
ADDED = Text(de="Gemerkt in {file}: {words}.", en="Added to {file}: {words}.")
ALREADY = Text(de="Stand schon in {file}: {words}.", en="Was in {file} already: {words}.")
REMOVED = Text(de="Gelöscht aus {file}: {words}.", en="Removed from {file}: {words}.")
NOT_THERE = Text(de="Stand nicht in {file}: {words}.", en="Was not in {file}: {words}.")
EMPTY = Text(
    de="In {file} steht noch kein Wort; „msglint dictionary add WORT“ merkt sich eines.",
    en="There is no word in {file} yet; 'msglint dictionary add WORD' remembers one.",
)
STILL_REPORTED = Text(
    de="Weiter gemeldet: {words}; was sicher falsch ist, steht in einer festen Liste ({rules}).",
    en="Still reported: {words}; what is wrong beyond doubt is in a fixed list ({rules}).",
)
FIXED_LISTS: Final = ("spelling.slip", "spelling.capital")
SENTENCES: Final[Mapping[str, str]] = {
    "de": "Guten Tag Frau Meyer,\n\nwir schreiben Ihnen {word} und so weiter.\n\nViele Grüße\nTom Weiß",
    "en": "Dear Ms Parker,\n\nwe have written {word} and so on.\n\nKind regards\nTom White",
}
LISTED = Text(de="Eigene Wörter in {file}:", en="Your own words in {file}:")


def add(words: tuple[str, ...], ui_language: str | None) -> None:
    """Note the words."""
    wanted = _checked(words)
    path, ui = _file(), current_ui()
    before: list[str] = []

    def change(text: str) -> str:
        before.extend(words_of(text))
        return with_words(text or ui.say(HEADER), wanted) if set(wanted) - set(before) else text

    change_file(path, change)
    known = [word for word in wanted if word in before]
    write_lines(_told(ui, path, {ADDED: [word for word in wanted if word not in before], ALREADY: known}))
    if still := _still_reported(wanted):
        rules = ", ".join(dict.fromkeys(still.values()))
        write_lines([ui.say(STILL_REPORTED).format(words=", ".join(still), rules=rules)])


def remove(words: tuple[str, ...], ui_language: str | None) -> None:
    """Forget the words."""
    wanted = _checked(words)
    path, ui = _file(), current_ui()
    before: list[str] = []

    def change(text: str) -> str:
        before.extend(words_of(text))
        return without_words(text, wanted)

    if is_there(path):
        change_file(path, change)
    gone = [word for word in wanted if word in before]
    write_lines(_told(ui, path, {REMOVED: gone, NOT_THERE: [word for word in wanted if word not in before]}))


def list_words(ui_language: str | None) -> None:
    """Print the words."""
    path, ui = _file(), current_ui()
    with as_config_error():
        words = words_of(read_text(path)) if is_there(path) else ()
    heading = LISTED if words else EMPTY
    write_lines([ui.say(heading).format(file=shown(path)), *(f"  {word}" for word in sorted(words, key=str.casefold))])


def _still_reported(words: Sequence[str]) -> Mapping[str, str]:
    """The words that the fixed lists call wrong, whatever the user's own list says, each with the rule that does."""
    from msglint.linter import Linter
    from msglint.message.model import Message
    from msglint.settings import Settings

    linter = Linter(Settings(select=FIXED_LISTS))
    reports = (
        (word, linter.check(Message.from_text(sentence.format(word=word)).with_(given_language=language)))
        for word in words
        for language, sentence in SENTENCES.items()
    )
    return {word: found.rule for word, report in reports for found in report.findings if word in found.excerpt}


def _checked(words: Sequence[str]) -> tuple[str, ...]:
    if not words:
        raise UserError(
            "Welches Wort? Zum Beispiel „msglint dictionary add Zwischeninfo“.",
            "Which word? For example 'msglint dictionary add rollout'.",
        )
    for word in words:
        if not is_word(word):
            raise UserError(
                f"„{word[:LONGEST]}“ ist kein Wort; mehrere Wörter werden durch Leerzeichen getrennt.",
                f"'{word[:LONGEST]}' is no word; several words are separated by blanks.",
            )
    return tuple(dict.fromkeys(words))


def _file() -> Path:
    path = words_file(os.environ)
    if path is None:
        raise UserError(
            "Es gibt keinen Konfigurationsordner; bitte HOME oder XDG_CONFIG_HOME setzen.",
            "There is no configuration folder; please set HOME or XDG_CONFIG_HOME.",
        )
    return path


def _told(ui: Ui, path: Path, done: Mapping[Text, Sequence[str]]) -> Iterator[str]:
    for sentence, words in done.items():
        if words:
            yield ui.say(sentence).format(file=shown(path), words=", ".join(words))


def _words_argument() -> click.Argument:
    return click.Argument(["words"], nargs=-1, metavar="WORD...")


COMMANDS: Final[Mapping[str, BilingualCommand]] = {
    "add": BilingualCommand("add", text=ADD, callback=add, params=[_words_argument(), ui_language_option()]),
    "list": BilingualCommand("list", text=LIST, callback=list_words, params=[ui_language_option()]),
    "remove": BilingualCommand(
        "remove", text=REMOVE, callback=remove, params=[_words_argument(), ui_language_option()]
    ),
}
command = BilingualGroup(
    "dictionary",
    text=TEXT,
    commands=COMMANDS,
    params=[ui_language_option()],
)
