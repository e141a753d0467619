"""`msglint` itself: the commands and where they live."""

from __future__ import annotations

import click

from msglint.cli.commands import BilingualOption, LazyGroup
from msglint.cli.options import ui_language_option
from msglint.texts import Text
from msglint.version import __version__

MODULES = {
    "check": "msglint.cli.check",
    "explain": "msglint.cli.explain",
    "rules": "msglint.cli.rules",
    "profiles": "msglint.cli.profiles",
    "test": "msglint.cli.test",
    "sendmail": "msglint.cli.sendmail",
    "hook": "msglint.cli.hook",
    "last": "msglint.cli.last",
    "proxy": "msglint.cli.proxy",
    "milter": "msglint.cli.milter",
    "native-host": "msglint.cli.native_host",
    "message-mode": "msglint.cli.message_mode",
    "accept": "msglint.cli.accept",
    "contacts": "msglint.cli.contacts",
    "dictionary": "msglint.cli.dictionary",
    "engines": "msglint.cli.engines",
    "config": "msglint.cli.config",
    "languagetool": "msglint.cli.languagetool",
}

TEXT = Text(
    de="Prüft geschäftliche Nachrichten vor dem Absenden, mit den Augen des Empfängers.",
    en="Checks business messages before they are sent, with the eyes of the recipient.",
)


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"msglint {__version__}")
        ctx.exit()


group = LazyGroup(
    "msglint",
    modules=MODULES,
    text=TEXT,
    params=[
        ui_language_option(),
        BilingualOption(
            "--version",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            text=Text(de="Die Version anzeigen.", en="Show the version."),
        ),
    ],
)
