"""Measures the spelling rules on invented subject lines, right ones and wrong ones.

    python bench/spelling/subjects.py [--engine none|hunspell] [--show]

They were written and labelled without sight of the rules: `slips` are the misspelled words. What stands in the subject
of an answer or a forward is somebody else's and not to be reported. The exit status is 1 where a right word is
reported, or fewer slips are found than have been (REACHED).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from msglint.analysis.engine_settings import AUTO, OFF, EngineSettings, LanguageToolSettings
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.message.subject import is_own_subject
from msglint.report import Finding
from msglint.settings import Settings

SUBJECTS = Path(__file__).with_name("subjects.yaml")
REACHED: Mapping[str, float] = {"none": 0.3, "hunspell": 0.7}
"""Share of the slips that has been found and is kept."""
LETTERS = {
    "de": "Guten Tag Frau Meyer,\n\nanbei die Unterlagen, über die wir gesprochen haben. Passt es Ihnen so?\n\n"
    "Freundliche Grüße\nTom Weiß",
    "en": "Dear Ms Parker,\n\nplease find the papers that we talked of. Does it suit you?\n\nKind regards,\nTom White",
}


class Subject(NamedTuple):
    """A subject line with what is wrong in it."""

    language: str
    text: str
    slips: Sequence[str]


def subjects() -> Iterator[Subject]:
    for entry in yaml.safe_load(SUBJECTS.read_text(encoding="utf-8")):
        slips = entry["slips"] if is_own_subject(entry["subject"]) else ()
        yield Subject(entry["language"], entry["subject"], slips)


def findings(linter: Linter, subject: Subject) -> Sequence[Finding]:
    message = Message.from_text(LETTERS[subject.language], subject=subject.text)
    return [finding for finding in linter.check(message).findings if finding.part == "subject"]


def is_about(finding: Finding, slip: str) -> bool:
    return slip in finding.excerpt or finding.excerpt in slip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engine", choices=tuple(REACHED), default="hunspell")
    parser.add_argument("--show", action="store_true", help="what was missed")
    arguments = parser.parse_args()
    spelling = AUTO if arguments.engine == "hunspell" else OFF
    engines = EngineSettings(spelling=spelling, languagetool=LanguageToolSettings(use=OFF))
    linter = Linter(Settings(profile="everything", select=("spelling",), engines=engines), ui_language="en")
    total = found = 0
    wrong: list[str] = []
    for subject in subjects():
        reported = findings(linter, subject)
        caught = [slip for slip in subject.slips if any(is_about(finding, slip) for finding in reported)]
        total, found = total + len(subject.slips), found + len(caught)
        others = [one for one in reported if not any(is_about(one, slip) for slip in subject.slips)]
        wrong += [f"{one.excerpt} in: {subject.text}" for one in others]
        if arguments.show:
            print(*(f"missed: {slip} in: {subject.text}" for slip in subject.slips if slip not in caught), sep="\n")
    print(f"slips: {total}, of which found: {found} ({found / total:.3f}, kept: {REACHED[arguments.engine]})")
    print(*(f"false: {text}" for text in wrong), f"right words reported: {len(wrong)}", sep="\n")
    sys.exit(1 if wrong or found < REACHED[arguments.engine] * total else 0)


if __name__ == "__main__":
    main()
