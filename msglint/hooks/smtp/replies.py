"""What the writer reads in the reply of a mail server: ASCII, in short lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from msglint.formats.display import one_line
from msglint.hooks.gate import Decision
from msglint.hooks.telling import NOT_SENT, NOT_SENT_UNCHECKED, OFF, again_text, in_short
from msglint.report import Finding, Report
from msglint.settings import HookSettings
from msglint.texts import Text

WIDTH: Final = 70
MOST_FINDINGS: Final = 5
LONGEST_FINDING: Final = 200
"""Code points; some clients show the reply in a small window that does not scroll."""

REFUSED: Final = ("550", "5.7.1")
LATER: Final = ("451", "4.3.0")

AND_MORE: Final = Text(de="… und {count} weitere.", en="… and {count} more.")

_SPELT_OUT: Final = str.maketrans(
    {
        **dict(zip("äöüÄÖÜß", ("ae", "oe", "ue", "Ae", "Oe", "Ue", "ss"), strict=True)),
        **dict.fromkeys("„“”«»", '"'),
        **dict.fromkeys("‚‘’", "'"),
        **dict.fromkeys("–—−·", "-"),
        **dict.fromkeys("\u00a0\u202f", " "),
        "→": "->",
        "…": "...",
        "€": "EUR",
    }
)


def ascii_text(text: str) -> str:
    """The text in signs that every server and client can show: `ä` as `ae`, other scripts by their sound."""
    plain = text.translate(_SPELT_OUT)
    if plain.isascii():
        return _printable(plain)
    from anyascii import anyascii

    return _printable(anyascii(plain))


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def refusal(decision: Decision, hook: HookSettings, ui_language: str) -> tuple[str, ...]:
    """The lines of the reply to a message that is not sent, without code.

    Args:
        decision: one that blocks.
        hook: how hooks behave.
        ui_language: `de` or `en`.
    """
    return tuple(line for text in _sentences(decision, hook, ui_language) for line in _wrapped(text))


def _sentences(decision: Decision, hook: HookSettings, ui_language: str) -> Iterator[str]:
    if decision.report is None:
        why = decision.trouble.in_(ui_language) if decision.trouble else ""
        yield NOT_SENT_UNCHECKED.in_(ui_language).format(why=why)
        yield OFF.in_(ui_language)
        return
    yield NOT_SENT.in_(ui_language)
    yield from _findings(decision.report, ui_language)
    yield again_text(hook).in_(ui_language)


def _findings(report: Report, ui_language: str) -> Iterator[str]:
    weighty = sorted(report.findings, key=lambda finding: -finding.severity)
    said = list(dict.fromkeys(_said(finding, report) for finding in weighty))
    yield from (f"* {text}" for text in said[:MOST_FINDINGS])
    if len(said) > MOST_FINDINGS:
        yield AND_MORE.in_(ui_language).format(count=len(said) - MOST_FINDINGS)


def _said(finding: Finding, report: Report) -> str:
    return in_short(replace(report, findings=(finding,)), at_most=LONGEST_FINDING)


def _wrapped(text: str) -> Sequence[str]:
    return textwrap.wrap(ascii_text(one_line(text)), WIDTH, subsequent_indent="  ") or [""]


def reply(code: str, status: str, lines: Sequence[str]) -> bytes:
    """The reply as it goes over the wire, without the last line end."""
    *most, last = lines
    return "\r\n".join([*(f"{code}-{status} {line}" for line in most), f"{code} {status} {last}"]).encode("ascii")
