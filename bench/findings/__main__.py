"""What a careful writer would say to each finding on real mail: kept, or waved away, by rule.

python bench/findings CORPORA [--sample first|second] [--show RULE-PREFIX|waved|new]

CORPORA is the folder with codealltag-s. Two samples of 100 mails each were read: what was waved away in the first has
been mended since, the second was read but never used for that. A verdict is bound to file, rule and offset, so that no
text of the collection stands here.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from msglint import Linter, Message
from msglint.analysis.engine_settings import BUILT_IN
from msglint.report import Finding
from msglint.settings import Settings

HERE = Path(__file__).parent
SIZE = 100
MOST_WAVED = 0.10
KEPT, WAVED, OPEN, NEW = "kept", "waved", "open", "new"
"""`open`: it depends on the day of writing, which the collection does not tell. `new`: nobody has judged it yet."""

Verdicts = Mapping[tuple[str, str, int], str]


class Judged(NamedTuple):
    """A finding on one mail with the verdict on it."""

    file: Path
    finding: Finding
    verdict: str


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/findings", description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sample", choices=("first", "second"), default="second")
    parser.add_argument("--show", default="")
    arguments = parser.parse_args()
    files = sample(arguments.corpora / "codealltag-s", arguments.sample)
    judged = list(_judged(files, _verdicts(HERE / f"{arguments.sample}.yaml")))
    _table(judged)
    if arguments.show:
        _show(judged, arguments.show)
    told = [item for item in judged if item.verdict in (KEPT, WAVED)]
    waved = sum(item.verdict == WAVED for item in told)
    share = waved / len(told) if told else 1.0
    print(
        f"\n{len(files)} mails, {len(judged)} findings; of {len(told)} judged {waved} waved away: {share:.1%} "
        f"(at most {MOST_WAVED:.0%})"
    )
    return 0 if share <= MOST_WAVED else 1


def sample(folder: Path, which: str) -> Sequence[Path]:
    """A hundred mails; the two samples have none in common."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise SystemExit(f"{folder}: no mails found")
    random.Random(20261122).shuffle(files)
    return files[:SIZE] if which == "first" else files[SIZE : 2 * SIZE]


def _judged(files: Sequence[Path], verdicts: Verdicts) -> Iterator[Judged]:
    linter = Linter(Settings(engines=BUILT_IN), ui_language="en")
    for file in files:
        for finding in linter.check(Message.from_text(file.read_text("utf-8"))).findings:
            key = (file.name, finding.rule, finding.span.start)
            yield Judged(file, finding, verdicts.get(key, NEW))


def _verdicts(path: Path) -> Verdicts:
    if not path.exists():
        return {}
    entries = yaml.safe_load(path.read_text("utf-8")) or {}
    return {
        (name, entry["rule"], entry["start"]): entry["verdict"] for name, found in entries.items() for entry in found
    }


def _table(judged: Sequence[Judged]) -> None:
    by_rule: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in judged:
        by_rule[item.finding.rule][item.verdict] += 1
    print(f"{'rule':34}{KEPT:>6}{WAVED:>7}{OPEN:>6}{NEW:>6}")
    for rule, counts in sorted(by_rule.items(), key=lambda pair: -sum(pair[1].values())):
        print(f"{rule:34}{counts[KEPT]:>6}{counts[WAVED]:>7}{counts[OPEN]:>6}{counts[NEW]:>6}")


def _show(judged: Sequence[Judged], wanted: str) -> None:
    for item in judged:
        if item.verdict == wanted or item.finding.rule.startswith(wanted):
            finding = item.finding
            better = finding.suggestions[0].text if finding.suggestions else ""
            place = f"{item.file.name} {finding.rule} {finding.span.start}"
            print(f"{place} {item.verdict}: {finding.excerpt!r} -> {better!r}")


if __name__ == "__main__":
    sys.exit(main())
