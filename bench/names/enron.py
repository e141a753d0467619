"""Every finding about a recipient in the real mails of corpora/enron, held against the labels beside this file.

The labels hold file names and rule ids; names of real people are printed only, never kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from msglint import Finding, Linter
from msglint.message.sources import read_path
from msglint.settings import Settings

LABELS = Path(__file__).with_name("enron_labels.yaml")
MOST_FALSE = 3


class Found(NamedTuple):
    """A finding in one mail; `true` is the label, None where there is none."""

    name: str
    finding: Finding
    true: bool | None


def report(corpora: Path) -> Iterator[str]:
    """All findings, then how many are true."""
    folder = corpora / "enron"
    mails = sorted(folder.glob("*.eml"))
    if not mails:
        yield f"{folder}: no mails there; give the folder that holds enron/"
        return
    labels = yaml.safe_load(LABELS.read_text(encoding="utf-8")) or {}
    linter = Linter(Settings(select=("recipient",)), ui_language="en")
    found = [entry for mail in mails for entry in _found(mail, linter, labels.get(mail.name, {}))]
    for name, finding, true in found:
        label = {True: "true", False: "false", None: "unlabelled"}[true]
        suggestion = f" → {finding.suggestions[0].text!r}" if finding.suggestions else ""
        yield f"{name}  {finding.rule:22} {label:10} {finding.excerpt!r}{suggestion}"
    seen = {(entry.name, entry.finding.rule) for entry in found}
    for name, rule in sorted({(name, rule) for name, rules in labels.items() for rule in rules if rules[rule]} - seen):
        yield f"{name}  {rule:22} missed: labelled true, not found"
    counts = {value: sum(entry.true is value for entry in found) for value in (True, False, None)}
    mark = "✓" if counts[False] + counts[None] <= MOST_FALSE else "✗"
    yield (
        f"{len(mails)} mails, {len(found)} findings: {counts[True]} true, {counts[False]} false, "
        f"{counts[None]} unlabelled; at most {MOST_FALSE} false {mark}"
    )


def _found(mail: Path, linter: Linter, labels: dict[str, bool]) -> Iterator[Found]:
    for draft in read_path(mail):
        if draft.message is not None:
            for finding in linter.check(draft.message).findings:
                yield Found(mail.name, finding, labels.get(finding.rule))
