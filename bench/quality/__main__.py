"""Measures msglint against labels: precision and recall per rule, parts, grade, alarms.

    python bench/quality ../shared/corpora [--show RULE] [--set codealltag-s|enron|held_out]

The corpora are read where they are; the held-out messages, written for this purpose, lie beside this file.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from msglint.analysis.engine_settings import BUILT_IN
from msglint.linter import Linter
from msglint.message.lines import position_of
from msglint.message.model import Message
from msglint.message.sources import read_path
from msglint.report import Report, Severity, Span
from msglint.settings import Settings

PLAIN = Settings(engines=BUILT_IN)

HERE = Path(__file__).parent
LABELLED = frozenset(
    "salutation.missing salutation.generic salutation.punctuation salutation.capital-after-comma salutation.title "
    "recipient.misspelled recipient.mismatch body.verbless body.empty boilerplate.networking "
    "boilerplate.default-invite closing.missing closing.abbreviated closing.unsigned subject.missing register.mixed "
    "attachment.missing placeholder.leftover tone.shouting".split()
)
"""The rules that the labels speak of (LABELS.md); what others find is counted, not judged: see bench/unseen.py."""

BROUGHT_ALONG = ("held_out", "held_out_2", "held_out_3", "held_out_4")
SETS = ("codealltag-s", "enron", *BROUGHT_ALONG)
WITHOUT_ATTACHMENTS = ("enron",)  # the collection has lost them, so a promise of one proves nothing


@dataclass(frozen=True)
class Case:
    """One labelled message with what msglint said about it."""

    name: str
    label: Mapping[str, Any]
    message: Message
    report: Report

    @property
    def language(self) -> str:
        return str(self.label["language"])

    @property
    def found(self) -> frozenset[str]:
        rules = frozenset(finding.rule for finding in self.report.findings)
        if "closing.missing" in rules and not self.message.parts.signed:
            rules |= {"closing.unsigned"}  # the one finding says both
        return rules


def main() -> int:
    arguments = _arguments()
    corpora: list[Case] = []
    for name in [arguments.set] if arguments.set else SETS:
        folder = HERE / name if name in BROUGHT_ALONG else arguments.corpora / name
        labels = HERE / "labels" / f"{name}.yaml"
        if not folder.is_dir():
            print(f"{name}: no folder {folder}; left out")
            continue
        cases = tuple(_cases(folder, yaml.safe_load(labels.read_text(encoding="utf-8"))))
        _print_set(name, cases, arguments.show)
        corpora += [case for case in cases if name not in BROUGHT_ALONG and not case.label["skip"]]
    if not arguments.set and corpora:
        print("\nboth corpora together")
        _print_parts(corpora, None)
        _print_alarms(corpora, None)
        _print_grades(corpora, None)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/quality", description=__doc__.splitlines()[0])
    parser.add_argument(
        "corpora",
        type=Path,
        nargs="?",
        default=Path("../shared/corpora"),
        help="folder with codealltag-s/ and enron/",
    )
    parser.add_argument("--set", choices=SETS, help="only this collection")
    parser.add_argument(
        "--show", metavar="RULE", help="list the misses of one rule, or of: parts, grade, skip, all, errors"
    )
    return parser.parse_args()


def _cases(folder: Path, labels: Mapping[str, Mapping[str, Any]]) -> Iterator[Case]:
    linter, plain = Linter(PLAIN, ui_language="en"), Linter(replace(PLAIN, profile="default"), ui_language="en")
    for at, (name, label) in enumerate(labels.items(), start=1):
        if sys.stderr.isatty():
            print(f"\r{folder.name}: {at}/{len(labels)}", end="", file=sys.stderr)
        for draft in read_path(folder / name):
            if draft.message is not None:
                message = draft.message.with_(attachments=None) if folder.name in WITHOUT_ATTACHMENTS else draft.message
                report = linter.check(message)
                # The labels say what stands in the message, also of private notes, which are spared most of it.
                yield Case(name, label, message, plain.check(message) if report.profile == "private" else report)
            elif label["skip"] != "empty":
                print(f"  {name}: {draft.error}")
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)


def _print_set(name: str, cases: Sequence[Case], show: str | None) -> None:
    read = [case for case in cases if not case.label["skip"]]
    print(f"\n{name}: {len(cases)} messages, {len(read)} with own text")
    for language in ("de", "en"):
        _print_rules([case for case in read if case.language == language], language, show)
    _print_skips(cases, show)
    _print_parts(read, show)
    _print_alarms(read, show)
    _print_grades(read, show)


def _print_rules(cases: Sequence[Case], language: str, show: str | None) -> None:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    others: Counter[str] = Counter()
    for case in cases:
        others.update(case.found - LABELLED)
        for rule in (case.found & LABELLED) | frozenset(case.label["findings"]):
            outcome = _outcome(rule, case)
            counts[rule][outcome] += 1
            if outcome in ("fp", "fn") and show in (rule, "all"):
                print(f"    {outcome} {rule} {case.name} {case.label.get('note', '')}")
    if counts:
        print(f"  {language}  {'rule':32} {'tp':>4} {'fp':>4} {'fn':>4}  precision  recall   (either way)")
    for rule in sorted(counts):
        tp, fp, fn, either = (counts[rule][key] for key in ("tp", "fp", "fn", "either"))
        print(
            f"      {rule:32} {tp:4} {fp:4} {fn:4}  {_ratio(tp, tp + fp):>9}  {_ratio(tp, tp + fn):>6}   {either or ''}"
        )
    if others:
        print("      not labelled: " + ", ".join(f"{rule} {count}" for rule, count in others.most_common()))


def _outcome(rule: str, case: Case) -> str:
    if rule in case.label["allowed"]:
        return "either"
    if rule in case.found:
        return "tp" if rule in case.label["findings"] else "fp"
    return "fn"


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _print_skips(cases: Sequence[Case], show: str | None) -> None:
    right = 0
    for case in cases:
        alone = case.report.grade is None
        expected = bool(case.label["skip"]) and case.label["skip"] != "empty"
        right += alone == expected
        if alone != expected and show in ("skip", "all"):
            print(
                f"    skip {case.name}: label {case.label['skip']}, msglint "
                f"{[item.why for item in case.report.skipped]}"
            )
    print(f"  left alone as labelled: {right} of {len(cases)} ({_ratio(right, len(cases))})")


def _print_parts(cases: Sequence[Case], show: str | None) -> None:
    """Own text and quotes by their lines, the salutation by its characters; HTML-only labels have no lines."""
    exact: Counter[str] = Counter()
    lined = [case for case in cases if not case.label.get("html")]
    for case in lined:
        wrong = [part for part, right in _parts_right(case).items() if not right]
        exact.update(set(_parts_right(case)) - set(wrong))
        exact["all three"] += not wrong
        if wrong and show in ("parts", "all"):
            print(f"    parts {case.name}: {', '.join(wrong)}")
    figures = ", ".join(
        f"{part} {_ratio(exact[part], len(lined))}" for part in ("own text", "salutation", "quotes", "all three")
    )
    print(f"  found exactly ({len(lined)} messages): {figures}")


def _parts_right(case: Case) -> dict[str, bool]:
    parts = case.message.parts
    labelled_own, labelled_quoted = _labelled_lines(case, "own"), _labelled_lines(case, "quoted")
    # What the labels give to nobody (the name of a lost attachment) does not count,
    # nor whether "sent from my phone" is the author's.
    counted = (labelled_own | labelled_quoted) - (_filled_lines(case, parts.footers) & labelled_own)
    own = _filled_lines(case, parts.own)
    quoted = _filled_lines(case, [quote.span for quote in parts.quotes] + list(parts.footers))
    salutation = parts.salutation.span.of(case.message.text) if parts.salutation else None
    labelled = case.message.text[slice(*case.label["salutation"])] if case.label["salutation"] else None
    return {
        "own text": own & counted == labelled_own & counted,
        "quotes": quoted & counted == labelled_quoted & counted,
        "salutation": _bare(salutation) == _bare(labelled),
    }


def _bare(text: str | None) -> str | None:
    return text.strip(" ,.!:;-–—\u00a0") if text is not None else None


def _filled_lines(case: Case, spans: Sequence[Span]) -> frozenset[int]:
    text = case.message.text
    numbers = {
        number
        for span in spans
        for number in range(
            position_of(text, span.start).line, position_of(text, max(span.start, span.end - 1)).line + 1
        )
    }
    return frozenset(numbers) - _blank_lines(case)


def _labelled_lines(case: Case, key: str) -> frozenset[int]:
    return frozenset(number for first, last in case.label[key] for number in range(first, last + 1)) - _blank_lines(
        case
    )


def _blank_lines(case: Case) -> frozenset[int]:
    return frozenset(number for number, line in enumerate(case.message.text.split("\n"), start=1) if not line.strip())


def _print_alarms(cases: Sequence[Case], show: str | None) -> None:
    findings = sum(len(case.report.findings) for case in cases)
    false_errors = [
        (case.name, finding.rule, finding.excerpt)
        for case in cases
        for finding in case.report.findings
        if finding.severity is Severity.ERROR and finding.rule in LABELLED
        if finding.rule not in (*case.label["findings"], *case.label["allowed"])
    ]
    share = 100 / max(1, len(cases))
    print(f"  findings per 100 messages: {findings * share:.0f}; false errors: {len(false_errors) * share:.1f}")
    if show in ("errors", "all"):
        for name, rule, _ in false_errors:
            print(f"    false error {rule} {name}")


def _print_grades(cases: Sequence[Case], show: str | None) -> None:
    pairs = [
        (case.report.grade.score, case.label["judgement"], case.name)
        for case in cases
        if case.report.grade and case.label["judgement"]
    ]
    if len(pairs) > 2:
        correlation = spearman([pair[0] for pair in pairs], [pair[1] for pair in pairs])
        print(f"  grade against judgement ({len(pairs)} messages): Spearman {correlation:.3f}")
    if show == "grade":
        for score, judgement, name in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
            print(f"    {judgement} {score:3} {name}")


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Rank correlation with ties given their mean rank."""
    ranks = [_ranks(one), _ranks(other)]
    means = [sum(rank) / len(rank) for rank in ranks]
    deviations = [[value - mean for value in rank] for rank, mean in zip(ranks, means, strict=True)]
    product = sum(a * b for a, b in zip(*deviations, strict=True))
    squares = [sum(value * value for value in deviation) for deviation in deviations]
    return product / (squares[0] * squares[1]) ** 0.5 if all(squares) else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(values)
    first = {value: order.index(value) for value in set(values)}
    count = Counter(values)
    return [first[value] + (count[value] - 1) / 2 for value in values]


if __name__ == "__main__":
    sys.exit(main())
