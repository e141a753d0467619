"""Click's own sentences, in German and English."""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

from msglint.texts import Text

USAGE = Text(de="Aufruf: ", en="Usage: ")
OPTIONS = Text(de="Optionen", en="Options")
COMMANDS = Text(de="Befehle", en="Commands")
HELP = Text(de="Diese Hilfe anzeigen.", en="Show this help.")
SEE_HELP = Text(de="Mehr mit „{command} --help“.", en="See '{command} --help'.")

METAVARS: Mapping[str, str] = {
    "OPTIONS": "OPTIONEN",
    "COMMAND": "BEFEHL",
    "ARGS": "ARGUMENTE",
    "RULE": "REGEL",
    "PATH": "PFAD",
    "FILE": "DATEI",
    "PACK": "PAKET",
    "ADDRESS": "ADRESSE",
    "TEXT": "TEXT",
    "NAME": "NAME",
    "PREFIX": "ANFANG",
    "PROGRAM": "PROGRAMM",
    "CLIENT": "PROGRAMM",
    "ARGUMENT": "ARGUMENT",
    "OPTION": "OPTION",
    "HEADERS": "KOPFZEILEN",
    "MINUTES": "MINUTEN",
    "SECONDS": "SEKUNDEN",
    "NUMBER": "ANZAHL",
    "HOST": "RECHNER",
    "DOMAIN": "DOMAIN",
}
"""Words that stand for what the user types, in usage lines and in front of help texts."""

GERMAN: tuple[tuple[str, str], ...] = (
    (r"Option '?(?P<a>[^' ]+?)'? requires an argument\.?$", "Die Option „{a}“ braucht einen Wert"),
    (r"Option '?(?P<a>[^' ]+?)'? requires (?P<b>\d+) arguments\.?$", "Die Option „{a}“ braucht {b} Werte"),
    (r"Option '?(?P<a>[^' ]+?)'? does not take a value\.?$", "Die Option „{a}“ nimmt keinen Wert"),
    (r"Missing command\.?$", "Es fehlt der Befehl"),
    (r"Missing argument '?(?P<a>[^']+?)'?\.?$", "Es fehlt: {a}"),
    (r"Missing option '?(?P<a>[^']+?)'?\.?$", "Es fehlt die Option „{a}“"),
    (r"Missing parameter:? '?(?P<a>[^']+?)'?\.?$", "Es fehlt: {a}"),
    (r"Got unexpected extra arguments? \((?P<a>.*)\)$", "Überflüssig: {a}"),
    (r"Invalid value for '?(?P<a>[^':]+?)'?: (?P<b>.*)$", "Falscher Wert für „{a}“: {b}"),
)
"""Click's sentences as patterns, with the German ones. What a later click words anew is shown in English."""


def german_metavars(text: str) -> str:
    """The usage line with the words for the user's own in German."""
    return re.sub(r"[A-Z]{2,}", lambda word: METAVARS.get(word[0], word[0]), text)


def sentence(error: click.ClickException, ui_language: str) -> str:
    """What went wrong, with the nearest right word where click knows one."""
    if isinstance(error, click.NoSuchOption):
        return _no_such_option(error).in_(ui_language)
    message = " ".join(error.format_message().split()).replace("...'", "'")
    return (_german(message) if ui_language == "de" else message.rstrip(".")) + "."


def _no_such_option(error: click.NoSuchOption) -> Text:
    near = next(iter(error.possibilities or ()), None)
    return Text(
        de=f"Die Option „{error.option_name}“ gibt es nicht" + (f"; gemeint ist wohl „{near}“." if near else "."),
        en=f"No such option '{error.option_name}'" + (f"; did you mean '{near}'?" if near else "."),
    )


def _german(message: str) -> str:
    for pattern, template in GERMAN:
        match = re.match(pattern, message, re.DOTALL)
        if match:
            return template.format_map({name: german_metavars(value) for name, value in match.groupdict().items()})
    return message.rstrip(".")
