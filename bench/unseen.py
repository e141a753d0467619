"""Measures the whole catalogue on messages that were written and labelled without sight of the rules.

    python bench/unseen.py [--set catalogue|catalogue_2] [--show false|missed|all]

Half of the messages in bench/quality/catalogue have nothing that a careful writer would change: every finding there is
a false alarm. In the others the labels name the words that put a careful reader off. A label counts as found if a
finding touches its words, or if one of the same family (or about what is lacking) stands anywhere in the message.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from msglint import Linter, Message
from msglint.analysis.engine_settings import BUILT_IN
from msglint.message.model import Audience, Channel, Relationship
from msglint.report import Finding, Span
from msglint.settings import Settings

HERE = Path(__file__).parent / "quality"
SETS = ("catalogue", "catalogue_2")
KNOWN = {"first": Relationship.NONE, "known": Relationship.EXISTING}
"""How the second set calls relationships."""
LACKING = frozenset(
    "request closing salutation subject impersonal attachment style recipient deadline ping recipients".split()
)
"""Families whose labels hang on some words only because they must hang somewhere."""

SAME = {
    "style": ("body", "form", "impersonal", "boilerplate"),
    "encoding": ("placeholder",),
    "request": ("request", "body", "tone"),
    "deadline": ("request",),
    "ping": ("request",),
    "recipients": ("impersonal",),
    "din5008": ("form",),
    "spelling": ("register",),
}
"""The families of msglint that answer a family of the labels, where they are called otherwise."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/unseen.py", description=__doc__.splitlines()[0])
    parser.add_argument("--set", choices=SETS, default=SETS[-1])
    parser.add_argument("--show", choices=("false", "missed", "all"))
    arguments = parser.parse_args()
    show = arguments.show
    linter = Linter(Settings(engines=BUILT_IN), ui_language="en")
    labels = yaml.safe_load((HERE / "labels" / f"{arguments.set}.yaml").read_text("utf-8"))
    false: Counter[str] = Counter()
    flagged = clean = 0
    found: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for name, label in labels.items():
        message = _message(HERE / arguments.set / name, label)
        findings = linter.check(message).findings
        if label.get("clean"):
            clean += 1
            flagged += bool(findings)
            false.update(finding.rule for finding in findings)
            if show in ("false", "all"):
                for finding in findings:
                    print(f"  {name} {finding.rule} ({finding.severity.label}): {finding.excerpt!r}")
            continue
        for expected in label["expected"]:
            hit = _is_found(expected, findings, message)
            found[expected["weight"], expected["rule"].partition(".")[0]].append(hit)
            if not hit and (show == "all" or (show == "missed" and expected["weight"] == "must")):
                print(f"  {name} missed ({expected['weight']}) {expected['rule']}: {expected['excerpt']!r}")
    _table(found)
    print(f"\n{clean} messages with nothing to find: {flagged} flagged, {sum(false.values())} findings {dict(false)}")
    return 0


def _message(path: Path, label: Mapping[str, Any]) -> Message:
    message = Message.from_eml(path.read_bytes(), path=str(path))
    changes: dict[str, object] = {"channel": Channel(label.get("channel", "email"))}
    if label.get("audience") in {audience.value for audience in Audience}:
        changes["audience"] = Audience(label["audience"])
    if "relationship" in label:
        word = label["relationship"]
        changes["given_relationship"] = KNOWN[word] if word in KNOWN else Relationship(word)
    return message.with_(**changes)


def _is_found(expected: Mapping[str, Any], findings: tuple[Finding, ...], message: Message) -> bool:
    family = expected["rule"].partition(".")[0]
    families = SAME.get(family, (family,))
    if family in LACKING and any(finding.family in families for finding in findings):
        return True
    return any(_touches(expected["excerpt"], finding, message) for finding in findings)


def _touches(excerpt: str, finding: Finding, message: Message) -> bool:
    text = (message.headers.subject or "") if finding.part == "subject" else message.text
    at = text.find(excerpt)
    while at >= 0:
        if Span(at, at + len(excerpt)).overlaps(finding.span):
            return True
        at = text.find(excerpt, at + 1)
    return False


def _table(found: Mapping[tuple[str, str], list[bool]]) -> None:
    for weight in ("must", "may"):
        hits = {family: hits for (of, family), hits in found.items() if of == weight}
        total = sum(map(len, hits.values()))
        good = sum(map(sum, hits.values()))
        print(f"{weight}: {good} of {total} found ({good / total:.0%})")
        for family, marks in sorted(hits.items()):
            print(f"  {family:14}{sum(marks):4} of {len(marks)}")


if __name__ == "__main__":
    sys.exit(main())
