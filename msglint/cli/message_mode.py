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
from msglint.cli.deciding import client_option, deciding_options, prepare
from msglint.cli.options import config_options, settings_options
from msglint.cli.ui import Output
from msglint.formats.json_ import as_json
from msglint.hooks import folders, told
from msglint.hooks.again import Memory
from msglint.hooks.control import is_off
from msglint.hooks.gate import Decision, Gate
from msglint.hooks.telling import telling
from msglint.message.lines import position_of
from msglint.message.message_mode import Buffer, head_of, read_buffer
from msglint.message.model import Message
from msglint.report import Finding
from msglint.texts import Text

VERSION: Final = 1
CLIENT: Final = "emacs"

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
    prepared = prepare(parameters)
    # Emacs itself tells of what was found.
    prepared = prepared._replace(hook=prepared.hook._replace(notify=False))
    hook, language = prepared.hook, prepared.ui_language
    folder = None if only_check else folders.state_folder()
    gate = Gate(prepared.linter, hook, Memory(folder, hook.again_minutes))
    decision = gate.decide(reading.message, off=anyway or is_off(head_of(reading.raw)))
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
        *deciding_options(),
        client_option(),
        *settings_options(),
        *config_options(),
    ],
)
