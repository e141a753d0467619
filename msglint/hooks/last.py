"""The last message that was not sent, for clients that throw away what a hook says (`msglint last`).

It lies in a file that only its owner may read, and is gone as soon as a message passes.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Final

from msglint.config.errors import ConfigError
from msglint.config.locked_file import change_file
from msglint.formats.json_ import as_json
from msglint.hooks.folders import made
from msglint.hooks.gate import Decision

NAME: Final = "last.json"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Last:
    """What was said when a message was blocked.

    Attributes:
        when: local time with its offset, ISO 8601.
        client: the mail client; empty where it is not known.
        text: what was said.
        report: the findings as `msglint check --output-format json` shows them; None where nothing was checked.
    """

    when: str
    client: str
    text: str
    report: dict[str, Any] | None


def write(folder: Path, decision: Decision, text: str, client: str) -> None:
    """Keep what was said. Where that cannot be written, nothing is kept."""
    now = datetime.now(timezone.utc).astimezone().isoformat(timespec="seconds")
    entry = {
        "schema_version": VERSION,
        "when": now,
        "client": client,
        "reason": decision.reason.value,
        "text": text,
        "report": as_json(decision.report) if decision.report else None,
    }
    with suppress(OSError, ConfigError):
        change_file(made(folder) / NAME, lambda _: json.dumps(entry, ensure_ascii=False, indent=1) + "\n")


def forget(folder: Path) -> None:
    """Nothing is blocked any more."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def read(folder: Path) -> Last | None:
    """What was said last; None where the last message was sent, or what is kept cannot be read."""
    try:
        entry = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return Last(str(entry["when"]), str(entry["client"]), str(entry["text"]), entry["report"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
