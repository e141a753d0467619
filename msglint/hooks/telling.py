"""What the writer reads when a message is not sent: plain text, at most 78 columns wide, without colour.

Mail clients show it in a pager (neomutt), pass it through (git, Emacs), or show a single line of it (SMTP).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from msglint.formats import renderer
from msglint.formats.display import one_line, visible, wrapped
from msglint.hooks.gate import Decision, Reason
from msglint.report import Finding, Report
from msglint.settings import HookSettings
from msglint.texts import Text

WIDTH: Final = 78
SHORT: Final = 500
"""Code points that the narrowest dialog shows (Outlook's)."""

YOUR_MESSAGE: Final = Text(de="Ihre Nachricht", en="Your message")
NOT_SENT: Final = Text(de="msglint: nicht gesendet.", en="msglint: not sent.")
NOT_SENT_UNCHECKED: Final = Text(
    de="msglint: nicht gesendet, weil nicht geprüft (hook.on-error: block). {why}",
    en="msglint: not sent, because not checked (hook.on-error: block). {why}",
)
# Not "sent": it is the next program that sends, and that may fail.
PASSED_UNCHECKED: Final = Text(de="msglint: ungeprüft weitergegeben. {why}", en="msglint: handed on unchecked. {why}")
PASSED_AGAIN: Final = Text(
    de="msglint: durchgelassen, weil zum zweiten Mal abgeschickt.",
    en="msglint: let through, because it was sent a second time.",
)
AGAIN: Final = Text(
    de="Trotzdem senden: innerhalb von {minutes} Minuten unverändert noch einmal abschicken.",
    en="To send it anyway, send it again unchanged within {minutes} minutes.",
)
ONE_AGAIN: Final = Text(
    de="Trotzdem senden: innerhalb einer Minute unverändert noch einmal abschicken.",
    en="To send it anyway, send it again unchanged within a minute.",
)
OFF: Final = Text(
    de="Trotzdem senden: mit der Kopfzeile „X-Msglint: off“; sie wird nicht mitgesendet.",
    en="To send it anyway, add the header 'X-Msglint: off'; it is not sent along.",
)


def telling(decision: Decision, hook: HookSettings, ui_language: str) -> str:
    """What to say of the decision, with line ends; empty where there is nothing to say."""
    return "".join(f"{line}\n" for line in _lines(decision, hook, ui_language))


def _lines(decision: Decision, hook: HookSettings, ui_language: str) -> Iterator[str]:
    if decision.trouble is not None:
        frame = NOT_SENT_UNCHECKED if decision.blocked else PASSED_UNCHECKED
        yield from _wrapped(frame.in_(ui_language).format(why=decision.trouble.in_(ui_language)))
    elif decision.reason is Reason.AGAIN:
        yield PASSED_AGAIN.in_(ui_language)
    if not decision.blocked:
        return
    if decision.report is None:
        # What could not be checked is blocked each time.
        yield from _wrapped(OFF.in_(ui_language))
        return
    yield NOT_SENT.in_(ui_language)
    # At the top: a pager shows no more than the beginning.
    yield from _wrapped(again_text(hook).in_(ui_language))
    yield ""
    yield from _report(decision.report, ui_language)


def _report(report: Report, ui_language: str) -> Iterator[str]:
    named = replace(report, path=YOUR_MESSAGE.in_(ui_language))
    for piece in renderer("text")([named], ui_language=ui_language, colour=False, width=WIDTH):
        yield from piece.splitlines()


def _wrapped(text: str) -> Iterator[str]:
    return wrapped(text, WIDTH, "", "  ")


def again_text(hook: HookSettings) -> Text:
    """How to send the message all the same."""
    if hook.again_minutes == 0:
        return OFF
    if hook.again_minutes == 1:
        return ONE_AGAIN
    return Text(*(text.format(minutes=hook.again_minutes) for text in AGAIN))


def in_short(report: Report, *, at_most: int = SHORT) -> str:
    """What was found, as one line for a dialog that shows little.

    Args:
        report: a report with findings.
        at_most: code points.
    """
    text = " · ".join(dict.fromkeys(_sentence(finding) for finding in _by_weight(report)))
    return text if len(text) <= at_most else text[: at_most - 1].rstrip() + "…"


def _by_weight(report: Report) -> list[Finding]:
    return sorted(report.findings, key=lambda finding: -finding.severity)


def _sentence(finding: Finding) -> str:
    better = finding.suggestions[0].text if finding.suggestions else ""
    return visible(one_line(finding.message) + (f" → {one_line(better)}" if better else ""))
