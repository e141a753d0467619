"""Options that several commands share. They take any text; whether it is right, `msglint.config` judges."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from msglint.cli.commands import BilingualOption, UserError, one_of
from msglint.cli.ui import Ui, complain, ui_of
from msglint.config import LoadedSettings, load
from msglint.texts import UI_LANGUAGES, Text

if TYPE_CHECKING:
    from msglint.linter import Linter

SETTINGS = (
    "profile",
    "lang",
    "channel",
    "audience",
    "relationship",
    "select",
    "ignore",
    "fail-on",
    "min-grade",
    "output-format",
    "ui-language",
    "contacts",
    "baseline",
    "extends",
    "templates",
)
"""The settings that the command line can give."""


def ui_language_option() -> click.Option:
    """`--ui-language`, for every command and for `msglint` itself."""
    return BilingualOption(
        "--ui-language",
        metavar="de|en",
        callback=one_of(*UI_LANGUAGES),
        text=Text(de="Sprache der Befunde und der Hilfe.", en="Language of findings and help."),
    )


def config_options() -> list[click.Parameter]:
    """Which configuration holds."""
    return [
        BilingualOption(
            "--config",
            "config_file",
            metavar="FILE",
            type=click.Path(path_type=Path),
            text=Text(
                de="Nur diese Konfigurationsdatei, ohne zu suchen.",
                en="Use this configuration file and search for no other.",
            ),
        ),
        BilingualOption(
            "--isolated",
            is_flag=True,
            text=Text(
                de="Ohne Konfigurationsdateien und Umgebungsvariablen.",
                en="Ignore configuration files and environment variables.",
            ),
        ),
    ]


def extends_option() -> click.Option:
    """`--extends`."""
    return BilingualOption(
        "--extends",
        multiple=True,
        metavar="PACK",
        text=Text(
            de="Weitere Regeln: Ordner, Datei oder Name eines installierten Pakets; mehrfach möglich.",
            en="More rules: a folder, a file or the name of an installed package; may be repeated.",
        ),
    )


def rule_options() -> list[click.Parameter]:
    """What decides which rules and profiles there are."""
    return [extends_option(), *config_options(), ui_language_option()]


def extending_linter(parameters: Mapping[str, Any]) -> Linter:
    """A linter with all rules, those of the extended packs too; what is wrong with packs is told.

    Raises:
        UserError: if the options contradict each other.
        msglint.config.ConfigError: if the configuration cannot be read, or a pack is not there.
    """
    from msglint.config import load_extends
    from msglint.linter import Linter
    from msglint.settings import Settings

    config_file, isolated = config_given(parameters)
    extends = load_extends(overrides={"extends": parameters.get("extends")}, config_file=config_file, isolated=isolated)
    linter = Linter(Settings(extends=extends), ui_language=current_ui().language)
    for problem in linter.problems:
        complain(problem.text(linter.ui_language))
    return linter


def settings_options() -> list[click.Parameter]:
    """The settings that can stand on the command line."""
    return [
        extends_option(),
        BilingualOption(
            "--channel",
            metavar="email|contact-request|messenger|letter|web-form",
            text=Text(de="Weg der Nachricht.", en="The way the message takes."),
        ),
        BilingualOption(
            "--audience",
            metavar="prospect|customer|partner|colleague|supplier|authority",
            text=Text(de="Was der Empfänger für Sie ist.", en="What the reader is to you."),
        ),
        BilingualOption(
            "--relationship",
            metavar="none|existing|unknown",
            text=Text(
                de="Ob man sich schon kennt; sonst gilt bei Antworten „existing“.",
                en="Whether you know each other; for replies 'existing' is assumed.",
            ),
        ),
        BilingualOption(
            "--contacts",
            multiple=True,
            metavar="FILE",
            text=Text(
                de="Kontakte: vCard- oder CSV-Datei oder Ordner mit vCards; mehrfach möglich.",
                en="Contacts: a vCard or CSV file, or a folder of vCards; may be repeated.",
            ),
        ),
        BilingualOption(
            "--baseline",
            multiple=True,
            metavar="FILE",
            text=Text(
                de="Serienbrief-Vorlage, deren Befunde sich nicht bei jedem Brief wiederholen; mehrfach möglich.",
                en="Mail-merge template whose findings are not repeated for every letter; may be repeated.",
            ),
        ),
        BilingualOption(
            "--templates",
            is_flag=True,
            text=Text(
                de="Die Dateien sind Vorlagen: Platzhalter wie {{ name }} werden später gefüllt.",
                en="The files are templates: placeholders such as {{ name }} are filled in later.",
            ),
        ),
        BilingualOption(
            "--lang",
            metavar="de|de-AT|de-CH|en",
            text=Text(
                de="Sprache der Nachricht, statt sie zu erkennen.",
                en="Language of the message, in place of finding out.",
            ),
        ),
        BilingualOption(
            "--profile",
            metavar="NAME",
            text=Text(
                de="Profil, nach dem geprüft wird, statt für jede Nachricht eines zu wählen.",
                en="Profile to check by, in place of choosing one for every message.",
            ),
        ),
        BilingualOption(
            "--select",
            multiple=True,
            metavar="PREFIX",
            text=Text(
                de="Nur diese Regeln: „salutation“ oder „salutation.missing“; mehrere mit Komma.",
                en="Only these rules: 'salutation' or 'salutation.missing'; several with commas.",
            ),
        ),
        BilingualOption(
            "--ignore",
            multiple=True,
            metavar="PREFIX",
            text=Text(de="Diese Regeln nicht.", en="Leave these rules out."),
        ),
        BilingualOption(
            "--fail-on",
            metavar="error|warning|suggestion|never",
            text=Text(
                de="Ab welcher Schwere das Ergebnis 1 ist (sonst: error).",
                en="The severity that makes the status 1 (default: error).",
            ),
        ),
        BilingualOption(
            "--min-grade",
            metavar="A|B|C|D|F",
            text=Text(de="Schlechteste Note, die noch genügt.", en="The lowest grade that passes."),
        ),
        output_format_option("text|concise|json"),
        ui_language_option(),
    ]


def output_format_option(formats: str) -> click.Option:
    """`--output-format`."""
    return BilingualOption(
        "--output-format", metavar=formats, text=Text(de="Form der Ausgabe.", en="Form of the output.")
    )


def check_text_or_json(output_format: str | None) -> None:
    """For commands that know no other `--output-format`.

    Raises:
        UserError: if another one is given.
    """
    if output_format not in (None, "text", "json"):
        raise UserError(
            f"--output-format kann hier nicht „{output_format}“ sein; möglich ist text oder json.",
            f"--output-format cannot be '{output_format}' here; it may be text or json.",
        )


def load_settings(parameters: Mapping[str, Any], ui: Ui) -> LoadedSettings:
    """The settings that hold, with what the command line says in `parameters`.

    Raises:
        UserError: if the options contradict each other.
        msglint.config.ConfigError: if the configuration or an option's value is wrong.
    """
    config_file, isolated = config_given(parameters)
    return load(overrides=settings_given(parameters, ui), config_file=config_file, isolated=isolated)


def settings_given(parameters: Mapping[str, Any], ui: Ui) -> Mapping[str, Any]:
    """What the command line says of settings, by key; None where it says nothing."""
    given = {key: parameters.get(key.replace("-", "_")) for key in SETTINGS}
    given["ui-language"] = ui.asked
    # A flag that is not given says nothing.
    given["templates"] = given["templates"] or None
    return given


def config_given(parameters: Mapping[str, Any]) -> tuple[Path | None, bool]:
    """The configuration file that the command line names, and whether it wants none.

    Raises:
        UserError: if it does both.
    """
    config_file, isolated = parameters.get("config_file"), bool(parameters.get("isolated"))
    if config_file and isolated:
        raise UserError(
            "--config und --isolated widersprechen sich; bitte nur eines von beiden.",
            "--config and --isolated contradict each other; please use one of them.",
        )
    return config_file, isolated


def current_ui() -> Ui:
    """The Ui of the command that is running."""
    return ui_of(click.get_current_context())
