"""`msglint hook run git`: what git's hook `sendemail-validate` asks before anything is sent."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click
from click.exceptions import Exit

from msglint.cli.commands import BilingualCommand, BilingualGroup, UserError
from msglint.cli.deciding import client_option, deciding_options, prepare
from msglint.cli.options import config_options, settings_options, ui_language_option
from msglint.cli.sendmail import JUDGED_BLOCK, JUDGED_SEND
from msglint.cli.ui import tell
from msglint.hooks import folders, told
from msglint.hooks.again import Memory
from msglint.hooks.control import is_off
from msglint.hooks.gate import Gate
from msglint.hooks.git_headers import letter_of
from msglint.message.model import Message
from msglint.message.os_errors import reason_of
from msglint.paths import shown
from msglint.texts import Text

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
    prepared = prepare(parameters)
    folder = folders.state_folder()
    gate = Gate(prepared.linter, prepared.hook, Memory(folder, prepared.hook.again_minutes))
    decision = gate.decide(lambda: Message.from_eml(raw), off=is_off(raw))
    text = told.leave(
        decision,
        prepared.hook,
        client="git",
        ui_language=prepared.ui_language,
        seconds=time.monotonic() - started,
        folder=folder,
    )
    for line in text.splitlines():
        tell(line)
    raise Exit(JUDGED_BLOCK if decision.blocked else JUDGED_SEND)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise UserError(
            f"{shown(path)}: lässt sich nicht lesen ({reason.de}).", f"{shown(path)}: cannot be read ({reason.en})."
        ) from None


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
            *deciding_options(),
            client_option(),
            *settings_options(),
            *config_options(),
        ],
    ),
}

command = BilingualGroup(
    "run",
    text=TEXT,
    commands=COMMANDS,
    params=[ui_language_option()],
)
