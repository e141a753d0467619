"""What the commands share that decide before a message is sent: their options, and what holds for one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from msglint.cli.commands import BilingualOption, one_of
from msglint.cli.options import current_ui, load_settings
from msglint.settings import BLOCK, SEND, HookSettings, Settings
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.linter import Linter


class Prepared(NamedTuple):
    """What holds for one call.

    Attributes:
        hook: how hooks behave.
        ui_language: language of what is said, `de` or `en`.
        settings: None where they cannot be known.
        trouble: what is wrong with the options, the configuration or what was asked.
    """

    hook: HookSettings
    ui_language: str
    settings: Settings | None = None
    trouble: Exception | None = None

    def linter(self) -> Linter:
        """The linter.

        Raises:
            Exception: what is wrong.
        """
        if self.trouble is not None:
            raise self.trouble
        from msglint.linter import Linter

        return Linter(self.settings, ui_language=self.ui_language)


def prepare(parameters: Mapping[str, Any]) -> Prepared:
    """What holds by the configuration and the options.

    Raises:
        UserError: if the options contradict each other.
        msglint.config.ConfigError: if the configuration or an option's value is wrong.
    """
    ui = current_ui()
    settings = load_settings(parameters, ui).settings
    hook = settings.hook._replace(**chosen_in(parameters))
    return Prepared(hook, settings.ui_language or ui.language, settings)


def prepare_in_any_case(parameters: Mapping[str, Any], trouble: Exception | None = None) -> Prepared:
    """What holds, with what is wrong as a part of it: whether the message is sent then is still to be decided.

    Args:
        parameters: the options.
        trouble: what is known to be wrong with them, so that the configuration is not looked at.
    """
    if trouble is None:
        try:
            return prepare(parameters)
        except Exception as error:
            trouble = error
    return Prepared(HookSettings()._replace(**chosen_in(parameters)), current_ui().language, trouble=trouble)


def chosen_in(parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the options say of hooks, by the fields of `HookSettings`."""
    return {name: value for name in HookSettings._fields if (value := parameters.get(name)) is not None}


def on_error_option() -> click.Option:
    """`--on-error`."""
    return BilingualOption(
        "--on-error",
        metavar="send|block",
        callback=one_of(SEND, BLOCK),
        text=Text(
            de="Was geschieht, wenn nicht geprüft werden kann (sonst: send).",
            en="What to do if the message cannot be checked (default: send).",
        ),
    )


def deciding_options() -> list[click.Parameter]:
    """How to decide, the same for every way that a message takes."""
    return [
        on_error_option(),
        BilingualOption(
            "--time-budget",
            type=click.FloatRange(min=0, min_open=True),
            metavar="SECONDS",
            text=Text(
                de="Wie lange die Prüfung dauern darf (sonst: 10).", en="How long the check may take (default: 10)."
            ),
        ),
        BilingualOption(
            "--again-minutes",
            type=click.IntRange(min=0),
            metavar="MINUTES",
            text=Text(
                de="Wie lange ein zweites Absenden als „trotzdem“ gilt (sonst: 5; 0 = nie).",
                en="How long sending again means 'anyway' (default: 5; 0 = never).",
            ),
        ),
    ]


def client_option() -> click.Option:
    """`--client`."""
    return BilingualOption(
        "--client",
        metavar="NAME",
        text=Text(de="Name des Mailprogramms, für das Protokoll.", en="Name of the mail client, for the log."),
    )
