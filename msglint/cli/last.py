"""`msglint last`: what was said of the last message that was not sent."""

from __future__ import annotations

import json
from typing import Final

from msglint.cli.commands import BilingualCommand
from msglint.cli.options import check_text_or_json, current_ui, output_format_option, ui_language_option
from msglint.cli.ui import Output
from msglint.hooks import folders, last
from msglint.texts import Text

TEXT = Text(
    de=(
        "Zeigen, warum die letzte Nachricht nicht gesendet wurde.\n\n"
        "Für Mailprogramme, die nicht zeigen, was msglint sagt (aerc). Sobald eine Nachricht gesendet wurde, gibt es "
        "nichts mehr zu zeigen."
    ),
    en=(
        "Show why the last message was not sent.\n\n"
        "For mail clients that do not show what msglint says (aerc). As soon as a message has been sent, there is "
        "nothing to show any more."
    ),
)
NOTHING: Final = Text(
    de="Es gibt nichts zu zeigen: Seit der letzten durchgelassenen Nachricht wurde keine aufgehalten.",
    en="There is nothing to show: no message has been held back since the last one that was let through.",
)


def show(output_format: str | None, ui_language: str | None) -> None:
    """Print it."""
    check_text_or_json(output_format)
    folder = folders.state_folder()
    kept = last.read(folder) if folder else None
    output = Output(machine=output_format == "json")
    if output_format == "json":
        entry = {"when": kept.when, "client": kept.client, "text": kept.text, "report": kept.report} if kept else None
        output.write(json.dumps({"schema_version": last.VERSION, "last": entry}, ensure_ascii=False, indent=2) + "\n")
    elif kept is None:
        output.write(current_ui().say(NOTHING) + "\n")
    else:
        head = " ".join(piece for piece in (kept.when.replace("T", " "), kept.client) if piece)
        output.write(f"{head}\n\n{kept.text}")


command = BilingualCommand(
    "last",
    text=TEXT,
    callback=show,
    params=[output_format_option("text|json"), ui_language_option()],
)
