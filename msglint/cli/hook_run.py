"""`msglint hook run git`: what git's hook `sendemail-validate` asks before anything is sent."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click
from click.exceptions import Exit

from msglint.cli.commands import BilingualCommand, LazyGroup, UserError
from msglint.cli.options import config_options, current_ui, load_settings, settings_options, ui_language_option
from msglint.cli.sendmail import JUDGED_BLOCK, JUDGED_SEND
from msglint.cli.sendmail import command as sendmail_command
from msglint.cli.ui import tell
from msglint.hooks import folders, told
from msglint.hooks.again import Memory
from msglint.hooks.control import is_off
from msglint.hooks.gate import Gate
from msglint.hooks.git_headers import letter_of
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.message.os_errors import reason_of
from msglint.paths import shown
from msglint.settings import HookSettings
from msglint.texts import Text

HOOK_OPTIONS: Final = ("on_error", "time_budget", "again_minutes")

TEXT = Text(de="Was Programme aufrufen, bevor sie senden.", en="What programs call before they send.")
GIT = Text(
    de=(
        "Für git send-email: eine Datei prüfen, bevor git sie sendet.\n\n"
        "FILE ist der Brief, HEADERS nennt ab git 2.41 die Kopfzeilen, mit denen er gesendet wird. Patches bleiben "
        "ungeprüft. Das Ergebnis ist 0, wenn er gesendet werden soll, und 10, wenn nicht."
    ),
    en=(
        "For git send-email: check a file before git sends it.\n\n"
        "FILE is the letter; HEADERS names the headers that it is sent with, from git 2.41 on. Patches are left "
        "unchecked. The status is 0 if it is to be sent, and 10 if not."
    ),
)


def git(file: Path, headers: Path | None, arguments: tuple[str, ...], **parameters: Any) -> None:
    """Decide, say why on standard error, and end with the decision."""
    del arguments
    started = time.monotonic()
    raw = letter_of(_read(file), _read(headers) if headers else b"")
    hook, language, gate = _gate(parameters)
    folder = folders.state_folder()
    decision = gate(Memory(folder, hook.again_minutes)).decide(lambda: Message.from_eml(raw), off=is_off(raw))
    text = told.leave(
        decision, hook, client="git", ui_language=language, seconds=time.monotonic() - started, folder=folder
    )
    for line in text.splitlines():
        tell(line)
    raise Exit(JUDGED_BLOCK if decision.blocked else JUDGED_SEND)


def _gate(parameters: Mapping[str, Any]) -> tuple[HookSettings, str, Any]:
    """How to decide, in which language to say so, and what makes the gate with its memory."""
    ui = current_ui()
    settings = load_settings(parameters, ui).settings
    chosen = {name: parameters[name] for name in HOOK_OPTIONS if parameters[name] is not None}
    hook = settings.hook._replace(**chosen)
    language = settings.ui_language or ui.language
    return hook, language, lambda memory: Gate(lambda: Linter(settings, ui_language=language), hook, memory)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise UserError(
            f"{shown(path)}: lässt sich nicht lesen ({reason.de}).", f"{shown(path)}: cannot be read ({reason.en})."
        ) from None


def _run(ui_language: str | None) -> None:
    """Nothing to do before the command."""


class _Group(LazyGroup):
    """The programs' commands, all in this module."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        return COMMANDS.get(cmd_name)


COMMANDS: Final[Mapping[str, BilingualCommand]] = {
    "git": BilingualCommand(
        "git",
        text=GIT,
        callback=git,
        params=[
            click.Argument(["file"], metavar="FILE", type=click.Path(path_type=Path)),
            click.Argument(["headers"], required=False, metavar="[HEADERS]", type=click.Path(path_type=Path)),
            # What later versions of git may add.
            click.Argument(["arguments"], nargs=-1, metavar="", type=click.UNPROCESSED),
            *(option for option in sendmail_command.params if option.name in (*HOOK_OPTIONS, "client")),
            *settings_options(),
            *config_options(),
        ],
    ),
}

command = _Group(
    "run",
    modules=dict.fromkeys(COMMANDS, __name__),
    text=TEXT,
    callback=_run,
    no_args_is_help=False,
    params=[ui_language_option()],
)
