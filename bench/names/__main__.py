"""Measures how well msglint knows a name: greetings to invented people, right, misspelt once, or for somebody else.

    python bench/names [--count N] [--seed S] [--show missed|false|wrong-suggestion|mismatch]
    python bench/names --enron ../shared/corpora

`slips.py` says where the model of slips comes from. The generator uses nothing of msglint's comparison of names.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from drafts import CLEAN, KINDS, MISMATCH, MISSPELLED, Drafts
from enron import report
from outcomes import Judge, Outcome
from tables import tables

DEFAULT_COUNT = 4400
"""Drafts of each kind: eighty for every locale and header shape."""
DEFAULT_SEED = 3

SHOWN: dict[str, Callable[[Outcome], bool]] = {
    "missed": lambda one: one.draft.kind == MISSPELLED and not one.right,
    "false": lambda one: one.draft.kind == CLEAN and not one.right,
    "wrong-suggestion": lambda one: one.draft.kind == MISSPELLED and one.right and not one.rightly_mended,
    "mismatch": lambda one: one.draft.kind == MISMATCH and not one.right,
}


def main() -> int:
    arguments = _arguments()
    if arguments.enron:
        for line in report(arguments.enron):
            print(line)
        return 0
    outcomes = list(_outcomes(arguments.count, arguments.seed))
    if arguments.show:
        for outcome in filter(SHOWN[arguments.show], outcomes):
            print(_case(outcome))
        print()
    print(f"{arguments.count} drafts of each kind, seed {arguments.seed}")
    for line in tables(outcomes):
        print(line)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/names", description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=DEFAULT_COUNT, help="drafts of each kind (%(default)s)")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="another seed, other people (%(default)s)")
    parser.add_argument("--show", choices=SHOWN, help="list the drafts that msglint gets wrong in this way")
    parser.add_argument(
        "--enron", type=Path, metavar="CORPORA", help="list the findings in the real mails of CORPORA/enron instead"
    )
    return parser.parse_args()


def _outcomes(count: int, seed: int) -> Iterator[Outcome]:
    drafts = Drafts(seed)
    judge = Judge()
    watched = sys.stderr.isatty()
    for kind in KINDS:
        for number in range(1, count + 1):
            if watched and number % 50 == 0:
                print(f"\r\033[K{kind}: {number}/{count}", end="", file=sys.stderr)
            yield judge.judge(drafts.draw(kind))
    if watched:
        print("\r\033[K", end="", file=sys.stderr)


def _case(outcome: Outcome) -> str:
    draft = outcome.draft
    said = "; ".join(
        f"{finding.rule} {finding.excerpt!r}" + (f" → {finding.suggestions[0].text!r}" if finding.suggestions else "")
        for finding in outcome.findings
    )
    book = "".join(f" [{contact.person.full}]" for contact in draft.contacts)
    right = draft.right_text.partition("\n")[0]
    meant = f" (right: {right})" if right != draft.greeting else ""
    return f"{draft.header}{book} → {draft.greeting}{meant} [{draft.detail}] → {said or 'nothing'}"


if __name__ == "__main__":
    sys.exit(main())
