"""Measures body.verbless on one-line answers and body.fragment on letters, both written without sight of the rules.

    python bench/verbs [--show false|missed|all]

`one_liners.yaml`: each text is sent through body.verbless as a whole message; `verbless` says what a careful reader
says, `either` is not counted. `letters.yaml`: of the sentences without a verb in each letter `bad` tells which ones
hide who does what or by when; flagging another one, or a whole sentence, is a false alarm.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from msglint import Linter, Message
from msglint.report import Span
from msglint.settings import Settings

HERE = Path(__file__).parent


@dataclass
class Count:
    """How often a rule was right: hits it should have made and made, made wrongly, did not make."""

    right: int = 0
    false: int = 0
    missed: int = 0
    silent: int = 0

    def add(self, *, flagged: bool, expected: bool) -> None:
        """Counts one text."""
        self.right += flagged and expected
        self.false += flagged and not expected
        self.missed += expected and not flagged
        self.silent += not flagged and not expected

    def line(self, name: str) -> str:
        """One line of a table."""
        precision = _share(self.right, self.right + self.false)
        recall = _share(self.right, self.right + self.missed)
        return (
            f"  {name:28}{self.right:5}{self.false:6}{self.missed:7}{self.silent:7}{precision:>11}{recall:>8}".rstrip()
        )


HEADING = f"  {'':28}{'right':>5}{'false':>6}{'missed':>7}{'silent':>7}{'precision':>11}{'recall':>8}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/verbs", description=__doc__.splitlines()[0])
    parser.add_argument("--show", choices=("false", "missed", "all"), help="list what the rules get wrong")
    show = parser.parse_args().show
    _one_liners(_entries("one_liners.yaml"), show)
    _letters(_entries("letters.yaml"), show)
    return 0


def _entries(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8")) or []


def _linter(rule: str, language: str) -> Linter:
    return Linter(Settings(select=(rule,), profile="everything", language=language))


def _one_liners(entries: list[dict[str, Any]], show: str | None) -> None:
    linters = {language: _linter("body.verbless", language) for language in ("de", "en")}
    counts: defaultdict[tuple[str, str], Count] = defaultdict(Count)
    either = 0
    for entry in entries:
        if entry["verbless"] == "either":
            either += 1
            continue
        language, expected = entry["language"], bool(entry["verbless"])
        flagged = bool(linters[language].check(Message.from_text(entry["text"])).findings)
        for kind in (entry["kind"], "all"):
            counts[language, kind].add(flagged=flagged, expected=expected)
        _tell(show, flagged, expected, f"{language} {entry['kind']}: {entry['text']!r}")
    print(f"body.verbless, {len(entries)} one-liners, {either} of them either way")
    _table(counts)


def _letters(entries: list[dict[str, Any]], show: str | None) -> None:
    linters = {language: _linter("body.fragment", language) for language in ("de", "en")}
    counts: defaultdict[tuple[str, str], Count] = defaultdict(Count)
    elsewhere = 0
    for entry in entries:
        language = entry["language"]
        message = Message.from_text(entry["text"])
        spans = [finding.span for finding in linters[language].check(message).findings]
        for fragment in entry["fragments"]:
            place = _place(fragment["text"], message.text)
            hits = [span for span in spans if span.overlaps(place)]
            spans = [span for span in spans if span not in hits]
            for kind in ("bad" if fragment["bad"] else "harmless", "all"):
                counts[language, kind].add(flagged=bool(hits), expected=fragment["bad"])
            _tell(show, bool(hits), fragment["bad"], f"{language} {fragment['text']!r}")
        elsewhere += len(spans)
        for span in spans:
            _tell(show, True, False, f"{language} no fragment: {span.of(message.text)!r}")
    print(f"body.fragment, {len(entries)} letters; flagged besides the fragments: {elsewhere}")
    _table(counts)


def _place(excerpt: str, text: str) -> Span:
    start = text.index(excerpt)
    return Span(start, start + len(excerpt))


def _tell(show: str | None, flagged: bool, expected: bool, what: str) -> None:
    kind = "false" if flagged and not expected else "missed" if expected and not flagged else ""
    if kind and show in (kind, "all"):
        print(f"  {kind:7}{what}")


def _table(counts: Mapping[tuple[str, str], Count]) -> None:
    print(HEADING)
    for language, kind in sorted(counts, key=lambda key: (key[0], key[1] == "all", key[1])):
        print(counts[language, kind].line(f"{language} {kind}"))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
