"""Measures the rules about the reader's name on messages that were written and labelled for this purpose.

    python bench/recipients.py [--set recipients|recipients_2|recipients_3] [--show VERDICT|all]

The messages lie in bench/quality/recipients, recipients_2 and recipients_3, the labels in bench/quality/labels: one
verdict each, and for a wrong name what is written and what would be right. Some of
the second set belong to the owner of an address book.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from msglint.contacts.address_book.index import open_contacts
from msglint.linter import Linter
from msglint.message.sources import read_path
from msglint.report import Finding
from msglint.settings import Settings

HERE = Path(__file__).parent / "quality"
SETS = ("recipients", "recipients_2", "recipients_3")
ADDRESS_BOOK = "contacts.csv"
EXPECTED: Mapping[str, frozenset[str]] = {
    "right": frozenset(),
    "quiet": frozenset(),
    "misspelled": frozenset({"recipient.misspelled"}),
    "body-name": frozenset({"recipient.misspelled"}),
    "mismatch": frozenset({"recipient.mismatch"}),
    "self": frozenset({"recipient.self-greeting"}),
    "title": frozenset({"salutation.title"}),
    "generic": frozenset({"salutation.generic", "recipient.unnamed"}),
    "register": frozenset({"salutation.register", "register.mixed"}),
    "honorific": frozenset({"salutation.honorific"}),
}
WATCHED = frozenset().union(*EXPECTED.values())


class Case(NamedTuple):
    """One labelled message with the findings about its reader's name."""

    name: str
    label: Mapping[str, Any]
    findings: tuple[Finding, ...]

    @property
    def expected(self) -> frozenset[str]:
        return EXPECTED[self.label["verdict"]]

    @property
    def found(self) -> bool:
        return any(finding.rule in self.expected for finding in self.findings)

    @property
    def false(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.rule not in self.expected)

    @property
    def mended(self) -> bool:
        """Whether the first suggestion is the word that the label calls right."""
        right = str(self.label.get("right", "")).casefold()
        return any(
            right in finding.suggestions[0].text.casefold()
            for finding in self.findings
            if finding.rule in self.expected and finding.suggestions
        )


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/recipients.py", description=__doc__.splitlines()[0])
    parser.add_argument("--show", metavar="VERDICT", help="list what goes wrong with these, or with all of them")
    parser.add_argument("--set", choices=SETS, help="only this set")
    arguments = parser.parse_args()
    for name in [arguments.set] if arguments.set else SETS:
        _measure(name, arguments.show)
    return 0


def _measure(name: str, show: str | None) -> None:
    cases = list(_cases(name))
    print(
        f"\n{name}: {len(cases)} messages\n{'verdict':14}{'n':>5}{'found':>8}{'mended':>8}{'with a false finding':>22}"
    )
    for verdict in EXPECTED:
        _print_row(verdict, [case for case in cases if case.label["verdict"] == verdict])
    false = Counter(finding.rule for case in cases for finding in case.false)
    print("\nfalse findings:", ", ".join(f"{rule} {count}" for rule, count in false.most_common()) or "none")
    if show:
        _print_cases([case for case in cases if show in ("all", case.label["verdict"])])


def _cases(name: str) -> Iterator[Case]:
    folder = HERE / name
    labels = yaml.safe_load((HERE / "labels" / f"{name}.yaml").read_text(encoding="utf-8"))
    book = folder / ADDRESS_BOOK
    settings = Settings(profile="default")
    without = Linter(settings, ui_language="en")
    with_book = Linter(settings, ui_language="en", contacts=open_contacts((book,))) if book.exists() else without
    for at, (file, label) in enumerate(labels.items(), start=1):
        if sys.stderr.isatty():
            print(f"\r{at}/{len(labels)}", end="\r", file=sys.stderr)
        for draft in read_path(str(folder / file)):
            if draft.message is None:
                print(f"  {file}: {draft.error}")
                continue
            findings = (with_book if label.get("contacts") else without).check(draft.message).findings
            yield Case(file, label, tuple(finding for finding in findings if finding.rule in WATCHED))


def _print_row(verdict: str, cases: list[Case]) -> None:
    found = sum(case.found for case in cases)
    mended = sum(case.mended for case in cases if case.found and case.label.get("right"))
    false = sum(bool(case.false) for case in cases)
    shown = f"{found:>8}{mended:>8}" if EXPECTED[verdict] else f"{'–':>8}{'–':>8}"
    print(f"{verdict:14}{len(cases):>5}{shown}{false:>22}")


def _print_cases(cases: list[Case]) -> None:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for case in cases:
        note = f"{case.name} [{case.label['verdict']}] {case.label.get('note', '')}"
        if case.expected and not case.found:
            by_kind["missed"].append(note)
        for finding in case.false:
            by_kind["false"].append(f"{note}\n      {finding.rule}: {finding.message}")
        if case.found and case.label.get("right") and not case.mended:
            texts = [finding.suggestions[0].text for finding in case.findings if finding.suggestions]
            by_kind["mended otherwise"].append(f"{note}\n      {texts}")
    for kind, notes in by_kind.items():
        print(f"\n{kind}:")
        for note in notes:
            print(f"  {note}")


if __name__ == "__main__":
    sys.exit(main())
