"""Everything that is left behind by a decision: the log line, what `msglint last` shows, the notification."""

from __future__ import annotations

from pathlib import Path

from msglint.hooks import journal, last
from msglint.hooks.gate import Decision
from msglint.hooks.notify import notify
from msglint.hooks.telling import NOT_SENT, in_short, telling
from msglint.settings import HookSettings


def leave(
    decision: Decision, hook: HookSettings, *, client: str, ui_language: str, seconds: float, folder: Path | None
) -> str:
    """Log and keep the decision and notify of it; the words to show to the writer.

    Args:
        decision: what was decided.
        hook: how hooks behave.
        ui_language: language of the words, `de` or `en`.
        client: the mail client, for the log.
        seconds: how long the decision took.
        folder: where hooks keep what they remember; None = nowhere.
    """
    text = telling(decision, hook, ui_language)
    if folder is not None:
        if hook.log:
            journal.write(folder, journal.line_of(decision, client, seconds))
        if decision.blocked:
            last.write(folder, decision, text, client)
        else:
            last.forget(folder)
    if decision.blocked and hook.notify:
        found = in_short(decision.report) if decision.report else text
        notify(NOT_SENT.in_(ui_language), found)
    return text
