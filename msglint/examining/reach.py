"""Parts of a rule that do nothing: exceptions that take nothing back, phrases that can never be found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from msglint.analysis.engines import Engines
from msglint.contacts.thread import Thread
from msglint.examining.remark import Fault, Remark
from msglint.examining.samples import sample
from msglint.examining.tree import Node, parse
from msglint.message.model import Message
from msglint.message.searchable import SearchText
from msglint.report import Span
from msglint.rules.base import Context, Example, Hit, PhraseFinder, Rule
from msglint.rulesets.checks import EntryCheck
from msglint.rulesets.compiled import Compiled
from msglint.rulesets.entry import Entry, Kind
from msglint.rulesets.errors import TooSlowError
from msglint.rulesets.searching import Searcher

_NOTHING: Final[Compiled] = {"items": [], "words": {}, "pieces": [], "always": []}
_ANYTHING: Final[Compiled] = {"when": {}, "severity_by": [], "most": 1000, "except": _NOTHING}
_FRAMES: Final = {
    "de": ("{}.", "Heute {} morgen.", "{}", "Es ist {} hier."),
    "en": ("{}.", "Today {} tomorrow.", "{}", "There is {} here."),
}
_VARIANTS: Final = 8


def unused_exceptions(entry: Entry, compiled: Compiled, rule: Rule, engines: Engines) -> Iterator[Remark]:
    """The exceptions without which every example would still come out the same."""
    if not entry.exceptions:
        return
    check = EntryCheck({**compiled, **_ANYTHING})
    places = [place for example in (*entry.bad, *entry.good) for place in _places(example, check, rule, engines)]
    for number, written in enumerate(entry.exceptions):
        searcher = Searcher(_only(compiled["except"], number))
        if not any(_takes_back(searcher, text, spans) for text, spans in places if spans):
            yield Remark(rule.id, Fault.UNUSED_EXCEPTION, entry.language, place=written.place, source=written.text)


def _places(
    example: Example, check: EntryCheck, rule: Rule, engines: Engines
) -> Iterator[tuple[SearchText, Sequence[Span]]]:
    """What the rule would find in each part of an example if it had no exceptions."""
    message = example.message()
    context = Context({**rule.defaults, **example.options}, Thread(message), engines, _no_phrases, "en")
    found = _found(check, message, context)
    for part in check.entry["parts"]:
        yield message.searchable(part), [hit.span for hit in found if (hit.part == "subject") == (part == "subject")]


def _found(check: EntryCheck, message: Message, context: Context) -> Sequence[Hit]:
    try:
        return list(check(message, context))
    except TooSlowError:
        return ()


def _takes_back(searcher: Searcher, text: SearchText, spans: Sequence[Span]) -> bool:
    try:
        return any(found.span.overlaps(span) for found in searcher.find(text) for span in spans)
    except TooSlowError:
        return True


def _only(compiled: Compiled, number: int) -> Compiled:
    return {**_NOTHING, "items": [compiled["items"][number]], "always": [0]}


def _no_phrases(name: str, language: str) -> PhraseFinder:
    raise KeyError(name)


def unfindable_phrases(entry: Entry, compiled: Compiled) -> Iterator[Remark]:
    """The phrases that are not found even where they stand on their own in a harmless sentence."""
    if entry.kind not in (Kind.PHRASE, Kind.SUBSTITUTION):
        return
    sought, exceptions = Searcher(compiled["seek"]), Searcher(compiled["except"])
    for written, item in zip(entry.phrases, compiled["seek"]["items"], strict=True):
        tree = parse(item["source"])
        if tree is not None and not _is_findable(tree, entry, sought, exceptions):
            yield Remark(entry.id, Fault.UNFINDABLE, entry.language, place=written.place, source=written.text)


def _is_findable(tree: Node, entry: Entry, sought: Searcher, exceptions: Searcher) -> bool:
    wordings = dict.fromkeys(sample(tree, variant) for variant in range(_VARIANTS))
    return any(
        _is_found(frame, wording, entry, sought, exceptions)
        for frame, wording in product(_FRAMES[entry.language], wordings)
    )


def _is_found(frame: str, wording: str, entry: Entry, sought: Searcher, exceptions: Searcher) -> bool:
    text = SearchText(entry.parts[0], frame.format(wording))
    taken_back = [found.span for found in exceptions.find(text)]
    return any(
        (entry.in_quotes or not text.quotes(found.span)) and not any(span.overlaps(found.span) for span in taken_back)
        for found in sought.find(text)
    )
