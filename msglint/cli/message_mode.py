"""`msglint message-mode`: what becomes of a draft in Emacs, for `msglint.el`, with the places in the buffer."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from msglint.cli.commands import BilingualCommand, BilingualOption
from msglint.cli.options import config_options, current_ui, load_settings, settings_options
from msglint.cli.sendmail import command as sendmail_command
from msglint.cli.ui import Output
from msglint.formats.json_ import as_json
from msglint.hooks import folders, told
from msglint.hooks.again import Memory
from msglint.hooks.control import is_off
from msglint.hooks.gate import Decision, Gate
from msglint.hooks.telling import telling
from msglint.linter import Linter
from msglint.message.lines import position_of
from msglint.message.message_mode import Buffer, head_of, read_buffer
from msglint.message.model import Message
from msglint.report import Finding
from msglint.settings import HookSettings, Settings
from msglint.texts import Text

VERSION: Final = 1
CLIENT: Final = "emacs"
HOOK_OPTIONS: Final = ("on_error", "time_budget", "again_minutes")

TEXT = Text(
    de=(
        "Für Emacs: über einen Entwurf entscheiden, wie er im Puffer steht (message-mode, MML).\n\n"
        "Liest den Puffer aus FILE oder von der Standardeingabe und gibt JSON aus: ob gesendet werden soll, warum "
        "nicht, und zu jedem Befund die Stelle im Puffer. Das Ergebnis ist 0, sobald entschieden ist."
    ),
    en=(
        "For Emacs: decide about a draft as it stands in the buffer (message-mode, MML).\n\n"
        "Reads the buffer from FILE or from standard input and writes JSON: whether to send, why not, and for every "
        "finding its place in the buffer. The status is 0 as soon as there is a decision."
    ),
)


class _Reading:
    """The buffer, read within the time of the check."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.buffer: Buffer | None = None

    def message(self) -> Message:
        """The draft.

        Raises:
            UnreadableMessageError: if it has no headers.
        """
        self.buffer = read_buffer(self.raw)
        return self.buffer.message


def judge(file: Path | None, only_check: bool, anyway: bool, client: str | None, **parameters: Any) -> None:
    """Decide, and print what was decided."""
    started = time.monotonic()
    reading = _Reading(_read(file))
    ui = current_ui()
    settings = load_settings(parameters, ui).settings
    chosen = {name: parameters[name] for name in HOOK_OPTIONS if parameters[name] is not None}
    # Emacs itself tells of what was found.
    hook = settings.hook._replace(notify=False, **chosen)
    language = settings.ui_language or ui.language
    folder = None if only_check else folders.state_folder()
    memory = Memory(folder, hook.again_minutes)
    decision = _decision(reading, settings, hook, memory, language, off=anyway)
    seconds = time.monotonic() - started
    if only_check:
        text = telling(decision, hook, language)
    else:
        text = told.leave(decision, hook, client=client or CLIENT, ui_language=language, seconds=seconds, folder=folder)
    answer = _answer(decision, text, reading, language)
    Output(machine=True).write(json.dumps(answer, ensure_ascii=True) + "\n")


def _read(file: Path | None) -> bytes:
    if file is not None:
        return file.read_bytes()
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def _decision(
    reading: _Reading, settings: Settings, hook: HookSettings, memory: Memory, language: str, *, off: bool
) -> Decision:
    gate = Gate(lambda: Linter(settings, ui_language=language), hook, memory)
    return gate.decide(reading.message, off=off or is_off(head_of(reading.raw)))


def _answer(decision: Decision, text: str, reading: _Reading, language: str) -> Mapping[str, object]:
    report = decision.report
    shown: dict[str, object] | None = None
    if report is not None:
        shown = dict(as_json(report))
        plain = shown["findings"]
        assert isinstance(plain, list)
        shown["findings"] = [
            {**entry, "buffer": _places(finding, reading)}
            for entry, finding in zip(plain, report.findings, strict=True)
        ]
    return {
        "schema_version": VERSION,
        "ui_language": language,
        "blocked": decision.blocked,
        "reason": decision.reason.value,
        "checked": report is not None,
        "text": text,
        "report": shown,
    }


def _places(finding: Finding, reading: _Reading) -> Mapping[str, int] | None:
    """Where a finding is in the buffer, counted as Emacs does; None if that cannot be said."""
    if reading.buffer is None:
        return None
    start = reading.buffer.place(finding.part, finding.span.start)
    end = reading.buffer.place(finding.part, finding.span.end)
    if start is None or end is None:
        return None
    line, column = position_of(reading.buffer.source, start)
    return {"start": start + 1, "end": max(start, end) + 1, "line": line, "column": column}


def _hook_options() -> list[click.Parameter]:
    """Those that this command has in common with `msglint sendmail`."""
    return [option for option in sendmail_command.params if option.name in (*HOOK_OPTIONS, "client")]


command = BilingualCommand(
    "message-mode",
    text=TEXT,
    callback=judge,
    params=[
        click.Argument(["file"], required=False, metavar="[FILE]", type=click.Path(path_type=Path)),
        BilingualOption(
            "--only-check",
            is_flag=True,
            text=Text(
                de="Nur prüfen: nichts wird gemerkt oder protokolliert.", en="Only check: nothing is kept or logged."
            ),
        ),
        BilingualOption(
            "--anyway",
            is_flag=True,
            text=Text(
                de="Nicht prüfen: Der Schreiber hat die Befunde gesehen und sendet trotzdem.",
                en="Do not check: the writer has seen the findings and sends it anyway.",
            ),
        ),
        *_hook_options(),
        *settings_options(),
        *config_options(),
    ],
)
