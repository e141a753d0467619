"""How well du and Sie mixed, and sie and Sie confused, are found on mails that were labelled by reading.

python bench/register CORPORA [--set labels_1|labels_2|unseen|lowered|all] [--show missed|false|found|all]

CORPORA is the folder with codealltag-s, whose mails labels_1 and labels_2 speak of by name and offset; the rules were
made with labels_1 and first measured on labels_2 when they were done. `unseen` are invented mails, written
independently of the rules. `lowered` is made of the mails of labels_1 that say Sie throughout: every capital letter in
the middle of a sentence is taken from the reader. What is labelled `doubtful` counts neither way.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from msglint import Linter, Message
from msglint.message.register import addressing_of
from msglint.report import Finding, Span
from msglint.settings import Settings

HERE = Path(__file__).parent
MIXED, CASE = "register.mixed", "register.pronoun-case"
LABELS = ("labels_1", "labels_2")
SETS = (*LABELS, "unseen", "lowered")
FOUND, MISSED, FALSE = "found", "missed", "false"
_NOT_COUNTED = "doubtful"
_AROUND = 50


class Case(NamedTuple):
    """One labelled mail.

    Attributes:
        minority: where it says du among Sie, or the other way round; empty if it keeps to one form.
        slips: pronouns with the wrong case.
        doubtful: what counts neither way.
    """

    name: str
    message: Message
    mixed: bool
    minority: tuple[Span, ...]
    slips: tuple[Span, ...]
    doubtful: tuple[Span, ...] = ()


class Outcome(NamedTuple):
    """One thing that was found, missed or found falsely."""

    rule: str
    kind: str
    case: Case
    span: Span


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/register", description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--set", choices=(*SETS, "all"), default="all")
    parser.add_argument("--show", choices=(MISSED, FALSE, FOUND, "all"))
    arguments = parser.parse_args()
    print(f"{'set':10}{'rule':24}{FOUND:>7}{FALSE:>7}{MISSED:>8}  precision  recall")
    for name in SETS if arguments.set == "all" else (arguments.set,):
        cases = tuple(_cases(name, arguments.corpora / "codealltag-s"))
        if not cases:
            print(f"{name:10}no mails")
            continue
        _print_set(name, cases, arguments.show)
    return 0


def _print_set(name: str, cases: Sequence[Case], show: str | None) -> None:
    linter = Linter(Settings(profile="default", select=("register",)), ui_language="en")
    outcomes = [outcome for case in cases for outcome in _outcomes(case, linter.check(case.message).findings)]
    for rule in (MIXED, CASE):
        counts = Counter(outcome.kind for outcome in outcomes if outcome.rule == rule)
        found, false, missed = (counts[kind] for kind in (FOUND, FALSE, MISSED))
        precision, recall = _ratio(found, found + false), _ratio(found, found + missed)
        print(f"{name:10}{rule:24}{found:>7}{false:>7}{missed:>8}  {precision:>9}  {recall:>6}")
    for rule, kind, case, span in outcomes:
        if show in (kind, "all"):
            text = case.message.text
            before, behind = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
            shown = f"{before}[{span.of(text)}]{behind}".replace("\n", "|")
            print(f"  {kind} {rule} {case.name} {span.start}: {shown}")


def _outcomes(case: Case, findings: Sequence[Finding]) -> Iterator[Outcome]:
    """A mixed mail is one case, whichever of its forms is pointed at; of the pronouns each is one."""
    mixed = [finding.span for finding in findings if finding.rule == MIXED]
    if case.mixed:
        right = any(span.overlaps(form) for span in mixed for form in case.minority)
        place = (case.minority or (Span(0, 0),))[0]
        yield Outcome(MIXED, FOUND if right else MISSED, case, mixed[0] if right else place)
    wrong = [span for span in mixed if not any(span.overlaps(form) for form in (*case.minority, *case.doubtful))]
    yield from (Outcome(MIXED, FALSE, case, span) for span in wrong)
    # A form that is told as the one that falls out of line is told.
    told = [finding.span for finding in findings if finding.rule in (MIXED, CASE)]
    for slip in case.slips:
        yield Outcome(CASE, FOUND if any(span.overlaps(slip) for span in told) else MISSED, case, slip)
    for finding in findings:
        if finding.rule == CASE and not any(finding.span.overlaps(slip) for slip in (*case.slips, *case.doubtful)):
            yield Outcome(CASE, FALSE, case, finding.span)


def _cases(name: str, folder: Path) -> Iterator[Case]:
    if name == "lowered":
        yield from (_lowered(case) for case in _labelled(LABELS[0], folder, only="Sie"))
    elif name in LABELS:
        yield from _labelled(name, folder)
    elif (HERE / "unseen.yaml").exists():
        yield from _invented(HERE / "unseen.yaml")


def _labelled(name: str, folder: Path, only: str = "") -> Iterator[Case]:
    labels = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    nothing = {mail: form for form, mails in labels.pop("nothing").items() for mail in mails}
    for mail, label in {**{mail: {"address": form} for mail, form in nothing.items()}, **labels}.items():
        if not only or label["address"] == only:
            yield _case(mail, Message.from_text((folder / mail).read_text("utf-8")), label)


def _case(name: str, message: Message, label: Mapping[str, Any]) -> Case:
    marked = [(Span(start, end), kind) for start, end, kind in label.get("slips", ())]
    return Case(
        name,
        message,
        label["address"] == "mixed",
        tuple(Span(start, end) for start, end, *_ in label.get("minority", ())),
        tuple(span for span, kind in marked if kind != _NOT_COUNTED),
        tuple(span for span, kind in marked if kind == _NOT_COUNTED),
    )


def _invented(path: Path) -> Iterator[Case]:
    """Mails in which an excerpt says where something is: the form itself stands between ⟦ and ⟧."""
    for at, label in enumerate(yaml.safe_load(path.read_text("utf-8")), start=1):
        text = label["text"]
        minority, slips = (
            tuple(_marked(text, excerpt) for excerpt in label.get(key, ())) for key in ("breaks", "slips")
        )
        yield Case(f"{at:02} {label['kind']}", Message.from_text(text), bool(label["mixed"]), minority, slips)


def _marked(text: str, excerpt: str) -> Span:
    start = text.index(excerpt.replace("⟦", "").replace("⟧", "")) + excerpt.index("⟦")
    return Span(start, start + excerpt.index("⟧") - excerpt.index("⟦") - 1)


def _lowered(case: Case) -> Case:
    """The mail as somebody would write it who says Sie and spells it small."""
    text, forms = case.message.text, addressing_of(case.message.parts.body_text).sie
    for form in forms:
        text = text[: form.start] + form.of(text).lower() + text[form.end :]
    return case._replace(message=Message.from_text(text), slips=tuple(sorted({*case.slips, *forms})))


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
