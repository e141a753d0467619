"""Looks for what makes the expressions and token patterns of a rule slow or dangerous."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msglint.examining.ambiguity import nested
from msglint.examining.growth import Verdict, ordeal
from msglint.examining.remark import Fault, Remark
from msglint.examining.tree import parse
from msglint.rulesets.entry import Entry, Written
from msglint.rulesets.reading import is_expression

_OPEN: Final = ("*", "{0,}")
_FAULTS: Final = {Verdict.CATASTROPHIC: Fault.CATASTROPHIC, Verdict.SLOW: Fault.SLOW}
_SHOWN: Final = 40


def dangerous_expressions(entry: Entry, *, with_trial: bool = True) -> Iterator[Remark]:
    """The expressions of a rule that can take long, with the text that shows it where there is one.

    Args:
        entry: the rule in one language.
        with_trial: search such texts too, which takes its time.
    """
    for written in _expressions(entry):
        remark = _examined(written, entry, with_trial=with_trial)
        if remark is not None:
            yield remark


def _expressions(entry: Entry) -> Iterator[Written]:
    yield from (*entry.patterns, *entry.needs_patterns)
    for written in (*entry.phrases, *entry.needs, *entry.exceptions):
        if is_expression(written.text):
            yield written


def _examined(written: Written, entry: Entry, *, with_trial: bool) -> Remark | None:
    source = written.text[1:-1] if is_expression(written.text) else written.text
    tree = parse(source)
    if tree is None:
        return None
    remark = Remark(entry.id, Fault.AMBIGUOUS, entry.language, place=written.place, source=source)
    found = ordeal(source, tree) if with_trial else None
    if found is not None:
        return Remark(
            entry.id,
            _FAULTS[found.verdict],
            entry.language,
            place=written.place,
            source=source,
            text=_shortened(found.text),
            length=len(found.text),
        )
    return remark if any(nested(tree)) else None


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def open_token_patterns(entry: Entry) -> Iterator[Remark]:
    """The token patterns that begin or end with any number of words: they only make what is flagged longer."""
    for written in entry.token_patterns:
        if any(_is_open(token) for token in (written.tokens[0], written.tokens[-1])):
            yield Remark(entry.id, Fault.OPEN_END, entry.language, place=written.place, source=written.text)


def _is_open(token: Mapping[str, object]) -> bool:
    """Whether it stands for any number of words of any kind."""
    return token.get("OP") in _OPEN and all(key == "OP" or key.startswith("IS_") for key in token)
