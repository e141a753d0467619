"""One line for every decision, without a word of the message and without an address."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Final

from msglint.hooks.folders import made
from msglint.hooks.gate import Decision

NAME: Final = "log"
LARGEST: Final = 1_000_000
"""Bytes; then the log begins anew, and the old one is kept as `log.1`."""


def line_of(decision: Decision, client: str, seconds: float) -> str:
    """The line: time, client, decision and reason, grade, rules, milliseconds, and why there was no check."""
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    verdict = "blocked" if decision.blocked else "passed"
    grade, rules = "-", "-"
    if decision.report is not None:
        grade = str(decision.report.grade.score) if decision.report.grade else "-"
        rules = ",".join(dict.fromkeys(finding.rule for finding in decision.report.findings)) or "-"
    why = f" why={decision.kind}" if decision.kind else ""
    decided = f"{verdict} {decision.reason.value} grade={grade} rules={rules}"
    return f"{now} {client or '-'} {decided} {seconds * 1000:.0f}ms{why}"


def write(folder: Path, line: str) -> None:
    """Append the line. Where that cannot be done, it is not: no message waits for a log."""
    with suppress(OSError):
        path = made(folder) / NAME
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_name(f"{NAME}.1"))
        # One write to a file opened for appending: lines of several programs do not mix.
        handle = os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
        try:
            os.write(handle, f"{line}\n".encode())
        finally:
            os.close(handle)
