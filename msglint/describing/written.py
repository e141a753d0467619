"""Reads from packs what the compiled rules no longer hold: the phrases as they were written, and the examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msglint.report import Severity
from msglint.rules import CODED_RULES
from msglint.rules.base import Rule
from msglint.rulesets import pack_files, shipped_folder
from msglint.rulesets.conditions import Conditions
from msglint.rulesets.entry import Entry
from msglint.rulesets.errors import RulesetError
from msglint.settings import Settings


class WrittenEntry(NamedTuple):
    """What a pack says of a rule, and the file as people know it."""

    entry: Entry
    file: str


Entries = Mapping[str, Sequence[WrittenEntry]]
"""By rule id, the entries of all languages."""

SeverityBy = Sequence[tuple[Conditions, Severity | None]]
"""Conditions with the severity that they decide; None = silent."""


def written_entries(rules: Iterable[Rule], settings: Settings) -> Entries:
    """What the packs say of the rules; only packs that name one of them are read."""
    wanted = {rule.id: rule for rule in rules if rule.id not in CODED_RULES}
    found: dict[str, list[WrittenEntry]] = {}
    for file, name in (*_shipped(), *_extended(wanted.values(), settings)):
        for entry in _entries(file, wanted):
            others = found.setdefault(entry.id, [])
            if all(other.entry.language != entry.language for other in others):
                others.append(WrittenEntry(entry, name))
    return found


def severity_by(one: WrittenEntry, written: Iterable[WrittenEntry]) -> SeverityBy:
    """The severities by conditions that hold for the entry: its own or, where it says nothing of them, another's."""
    return next((other.entry.severity_by for other in (one, *written) if "severity-by" in other.entry.stated), ())


def when(one: WrittenEntry, written: Iterable[WrittenEntry]) -> Conditions:
    """The conditions without which the entry does not run: its own or another's, likewise."""
    return next((other.entry.when for other in (one, *written) if "when" in other.entry.stated), {})


def _shipped() -> Iterator[tuple[Path, str]]:
    folder = shipped_folder()
    return ((file, f"rulesets/{file.relative_to(folder).as_posix()}") for file in pack_files(folder))


def _extended(rules: Iterable[Rule], settings: Settings) -> Iterator[tuple[Path, str]]:
    if any(rule.origin for rule in rules):
        from msglint.rulesets.sharing import load_extended

        for pack in load_extended(settings.extends).rulesets.packs:
            if any(entry.get("origin") for entry in pack["entries"]):
                yield Path(pack["path"]), pack["path"]


def _entries(file: Path, wanted: Mapping[str, Rule]) -> Iterator[Entry]:
    from msglint.rulesets.reading import read_pack

    try:
        text = file.read_text(encoding="utf-8", errors="replace")
        if any(rule_id in text for rule_id in wanted):
            yield from (entry for entry in read_pack(file).entries if entry.id in wanted)
    except (OSError, RulesetError):
        return  # told when it was compiled
