"""`msglint sendmail`: stands in a mail client's place for the program that sends, and runs that where all is well."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click
from click.exceptions import Exit

from msglint.cli import click_texts
from msglint.cli.commands import BilingualCommand, BilingualOption, UserError
from msglint.cli.deciding import Prepared, client_option, deciding_options, prepare_in_any_case
from msglint.cli.options import config_options, current_ui, settings_options
from msglint.cli.ui import complain, tell
from msglint.hooks import folders, told
from msglint.hooks.again import Memory
from msglint.hooks.control import is_off, without_control
from msglint.hooks.envelope import recipients_in, with_hidden
from msglint.hooks.gate import Decision, Gate, sentence_of
from msglint.hooks.handing_on import SenderError, hand_on
from msglint.message.model import Message
from msglint.texts import UI_LANGUAGES, Text

BLOCKED: Final = 1
JUDGED_SEND, JUDGED_BLOCK, NOT_JUDGED = 0, 10, 3
"""What `--judge` ends with. No interpreter, shell or signal ends with 10, so that a failure is never taken for it."""

TEXT = Text(
    de=(
        "Vor dem Absenden prüfen: steht im Mailprogramm an der Stelle von sendmail oder msmtp.\n\n"
        "Liest die Nachricht von der Standardeingabe. Ist sie gut genug, wird das Programm hinter „--“ mit genau "
        "diesen Bytes aufgerufen, und sein Ergebnis ist das Ergebnis; sonst steht auf der Standardfehlerausgabe, was "
        "zu ändern ist, und das Ergebnis ist 1. Nur Kopfzeilen „X-Msglint…“ werden nicht mitgesendet."
    ),
    en=(
        "Check before sending: takes the place of sendmail or msmtp in a mail client.\n\n"
        "Reads the message from standard input. If it is good enough, the program behind '--' is run with exactly "
        "these bytes, and its status is the status; otherwise standard error says what to change, and the status is 1. "
        "Only headers 'X-Msglint…' are not sent along."
    ),
)
NO_SENDER: Final = UserError(
    "Hinter „--“ fehlt das Programm, das sendet; zum Beispiel „msglint sendmail -- msmtp -t“.",
    "The program that sends is missing behind '--'; for example 'msglint sendmail -- msmtp -t'.",
)


TROUBLE: Final = "trouble"
"""Where an error in the options waits until it is clear what becomes of the message."""


class SendmailCommand(BilingualCommand):
    """A command whose wrong options do not keep a message from being sent."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's own; an error in the options is told later, if there is a program that sends."""
        given = list(args)  # click takes away what it understands
        try:
            return super().parse_args(ctx, args)
        except (click.UsageError, UserError) as error:
            options, command = _divided(given)
            if not command:
                raise
            ctx.params = {"command": command, TROUBLE: _as_user_error(error), **_hook_options_in(options)}
            ctx.args = []
            return []


def _as_user_error(error: click.UsageError | UserError) -> UserError:
    if isinstance(error, UserError):
        return error
    return UserError(*(click_texts.sentence(error, language) for language in UI_LANGUAGES))


def _divided(arguments: Sequence[str]) -> tuple[Sequence[str], tuple[str, ...]]:
    if "--" not in arguments:
        return arguments, ()
    at = arguments.index("--")
    return arguments[:at], tuple(arguments[at + 1 :])


def _hook_options_in(options: Sequence[str]) -> Mapping[str, Any]:
    """What can be understood of options of which another is wrong."""
    found: dict[str, Any] = {}
    for at, option in enumerate(options):
        name, _, value = option.partition("=")
        if name in ("--on-error", "--judge"):
            found[name[2:].replace("-", "_")] = value or "".join(options[at + 1 : at + 2])
    return found


def sendmail(command: tuple[str, ...], **parameters: Any) -> None:
    """Check what standard input holds, and hand it on or not."""
    started = time.monotonic()
    if not command:
        raise NO_SENDER
    raw = sys.stdin.buffer.read() if sys.stdin is not None else b""
    prepared = prepare_in_any_case(parameters, parameters.get(TROUBLE))
    if prepared.trouble is not None and parameters.get("judge") and parameters.get("on_error") is None:
        # What the configuration wants is not known; whoever asked knows what was wanted when it was set up.
        complain(sentence_of(prepared.trouble).in_(prepared.ui_language))
        raise Exit(NOT_JUDGED)
    folder = folders.state_folder()
    decision = _decision(raw, command, prepared, folder)
    text = told.leave(
        decision,
        prepared.hook,
        client=parameters.get("client") or "",
        ui_language=prepared.ui_language,
        seconds=time.monotonic() - started,
        folder=folder,
    )
    for line in text.splitlines():
        tell(line)
    raise Exit(_ended(raw, command, decision, parameters.get("judge")))


def _decision(raw: bytes, command: Sequence[str], prepared: Prepared, folder: Path | None) -> Decision:
    memory = Memory(folder, prepared.hook.again_minutes)
    hidden = recipients_in(command[1:])
    gate = Gate(prepared.linter, prepared.hook, memory)
    return gate.decide(lambda: with_hidden(Message.from_eml(raw), hidden), off=is_off(raw))


def _ended(raw: bytes, command: Sequence[str], decision: Decision, judge: str | None) -> int:
    """Send the message or not; the exit status."""
    if judge is not None:
        if decision.blocked:
            return JUDGED_BLOCK
        Path(judge).write_bytes(without_control(raw))
        return JUDGED_SEND
    if decision.blocked:
        return BLOCKED
    try:
        return hand_on(command, without_control(raw))
    except SenderError as error:
        # Not the shell's 126 and 127: a mail client may take these for a message that is on its way.
        complain(error.text(current_ui().language))
        return BLOCKED


command = SendmailCommand(
    "sendmail",
    text=TEXT,
    callback=sendmail,
    params=[
        click.Argument(["command"], nargs=-1, type=click.UNPROCESSED, metavar="-- PROGRAM [ARGUMENT...]"),
        *deciding_options(),
        client_option(),
        BilingualOption(
            "--judge",
            metavar="FILE",
            text=Text(
                de="Nicht senden: schreibt in FILE, was zu senden wäre; Ergebnis 0 senden, 10 nicht senden.",
                en="Do not send: write what is to be sent to FILE; status 0 to send, 10 not to.",
            ),
        ),
        *settings_options(),
        *config_options(),
    ],
)
