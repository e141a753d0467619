"""Everything that can be said about rules before they are used: their examples, expressions, exceptions and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from msglint.analysis.engine_settings import EngineSettings
from msglint.analysis.engines import Engines
from msglint.documents.errors import DocumentError
from msglint.examining.completeness import message_without_phrase, missing_words
from msglint.examining.expressions import dangerous_expressions, open_token_patterns
from msglint.examining.reach import unfindable_phrases, unused_exceptions
from msglint.examining.remark import Remark
from msglint.examining.trial import try_rule
from msglint.linter import Linter
from msglint.profiles.errors import ProfileError
from msglint.profiles.plan import unknown_rules
from msglint.profiles.reader import profile_files
from msglint.profiles.shipped import extended_profiles
from msglint.rules import coded_rules
from msglint.rules.base import Examples, Rule
from msglint.rulesets import RulesetError, Rulesets, pack_files, shipped_folder
from msglint.rulesets.entry import Entry
from msglint.rulesets.reading import read_pack
from msglint.rulesets.sharing import Extended, load_extended
from msglint.settings import Settings

Reach = Callable[[int, int], None]
"""Is told how much of how much is done."""


@dataclass(frozen=True)
class Examination:
    """The rules to be examined, and all that they work with.

    Attributes:
        rules: with their examples.
        entries: as they are written in packs, by rule id.
        extended: every pack in use.
        extends: the packs besides the shipped ones.
        ui_language: of what the linter says.
        engines: those that the rules may use.
    """

    rules: tuple[Rule, ...]
    entries: Mapping[str, Sequence[Entry]]
    extended: Extended
    extends: tuple[Path | str, ...] = ()
    ui_language: str = "en"
    engines: EngineSettings = field(default_factory=EngineSettings)

    @cached_property
    def problems(self) -> tuple[DocumentError, ...]:
        """What is wrong with packs, rules and profiles that cannot be used, or change nothing, because of it."""
        return (*self.extended.problems, *self._of_profiles())

    def _of_profiles(self) -> Iterator[ProfileError]:
        """What is wrong with the profiles beside the packs; where a pack is broken, nobody knows all the rules."""
        folders = self.extended.profile_folders
        if not folders:
            return
        told: list[ProfileError] = []
        profiles = extended_profiles(*folders, problems=told)
        yield from told
        own = {path.stem for folder in folders for path in profile_files(folder)}
        if not self.extended.problems:
            rules = (*coded_rules(), *self.extended.rules)
            yield from unknown_rules(
                (profile for profile in profiles if profile.name in own), (rule.id for rule in rules)
            )

    @property
    def examples(self) -> int:
        """How many examples there are."""
        return sum(len(examples.bad) + len(examples.good) for rule in self.rules for examples in rule.examples.values())

    def remarks(self, *, reach: Reach | None = None, with_trial: bool = True) -> Iterator[Remark]:
        """Everything there is to say, rule by rule.

        Args:
            reach: is told how many rules are done.
            with_trial: search texts that expressions are slow on, which takes its time.
        """
        for number, rule in enumerate(self.rules):
            if reach is not None:
                reach(number, len(self.rules))
            yield from self.of_rule(rule, with_trial=with_trial)

    def of_rule(self, rule: Rule, *, with_trial: bool = True) -> Iterator[Remark]:
        """Everything there is to say about one rule."""
        entries = self.entries.get(rule.id, ())
        places = {entry.language: entry.place for entry in entries}
        for remark in (*try_rule(rule, self._linter), *missing_words(rule)):
            place = remark.place or places.get(remark.language or next(iter(places), ""))
            yield replace(remark, place=place)
        for entry in entries:
            yield from self._of_entry(rule, entry, with_trial=with_trial)

    def _of_entry(self, rule: Rule, entry: Entry, *, with_trial: bool) -> Iterator[Remark]:
        compiled = next(one for one in self.extended.rulesets.entries[rule.id] if one["language"] == entry.language)
        yield from dangerous_expressions(entry, with_trial=with_trial)
        yield from open_token_patterns(entry)
        yield from unused_exceptions(entry, compiled, rule, self._engines)
        yield from unfindable_phrases(entry, compiled)
        for remark in message_without_phrase(entry, rule):
            yield replace(remark, place=entry.place)

    @cached_property
    def _linter(self) -> Linter:
        settings = Settings(profile="everything", extends=self.extends, engines=self.engines)
        return Linter(settings, ui_language=self.ui_language, rulesets=self.extended.rulesets)

    @cached_property
    def _engines(self) -> Engines:
        return Engines()


def examination_of(extends: Sequence[Path | str]) -> Examination:
    """Everything in use.

    Args:
        extends: packs besides the shipped ones: paths, and names of installed packages.
    """
    extended = load_extended(extends)
    shipped = _entries(pack_files(shipped_folder()))
    others = _entries(_files(extends, extended))
    return _examination(extended, extends, shipped, others, (*coded_rules(), *extended.coded))


def examination_of_packs(packs: Sequence[Path | str], extends: Sequence[Path | str] = ()) -> Examination:
    """Single packs, together with the shipped ones and those in use.

    Args:
        packs: paths, and names of installed packages.
        extends: what is in use besides the shipped ones.
    """
    inside = [pack for pack in packs if isinstance(pack, Path) and _is_shipped(pack)]
    outside = [pack.absolute() if isinstance(pack, Path) else pack for pack in packs if pack not in inside]
    all_packs = tuple(dict.fromkeys((*outside, *extends)))
    extended = load_extended(all_packs)
    shipped = _entries(file for pack in inside for file in pack_files(pack))
    others = _entries(_files(outside, extended))
    coded = tuple(rule for rule in extended.coded if rule.origin in outside)
    return _examination(extended, all_packs, shipped, others, coded)


def _examination(
    extended: Extended,
    extends: Sequence[Path | str],
    shipped: Iterable[Entry],
    others: Iterable[Entry],
    coded: Sequence[Rule],
) -> Examination:
    # An id that a shipped rule has is not the others' to use: that has been told.
    own = {rule_id for rule_id, found in extended.rulesets.entries.items() if not found[0].get("origin")}
    entries: dict[str, list[Entry]] = {}
    for entry in (*shipped, *(entry for entry in others if entry.id not in own)):
        found = entries.setdefault(entry.id, [])
        if all(entry.language != other.language for other in found):
            found.append(entry)
    examples = {
        (entry.id, entry.language): Examples(entry.bad, entry.good) for found in entries.values() for entry in found
    }
    extended = replace(extended, rulesets=replace(extended.rulesets, examples=examples))
    rules = tuple(rule for rule in extended.rulesets.rules if rule.id in entries)
    return Examination((*coded, *rules), entries, extended, tuple(extends))


def _is_shipped(pack: Path) -> bool:
    own = shipped_folder().resolve()
    return own in (pack.resolve(), *pack.resolve().parents)


def _files(sources: Sequence[Path | str], extended: Extended) -> Iterator[Path]:
    """The files of packs; what cannot be read has been told."""
    for source in sources:
        if isinstance(source, Path):
            if source.exists():
                yield from pack_files(source)
        else:
            yield from _files_from(source, extended.rulesets)


def _files_from(origin: str, rulesets: Rulesets) -> Iterator[Path]:
    for pack in rulesets.packs:
        if any(entry.get("origin") == origin for entry in pack["entries"]):
            yield Path(pack["path"])


def _entries(files: Iterable[Path]) -> Iterator[Entry]:
    for file in files:
        # What is wrong with a pack has been told when it was compiled.
        with suppress(RulesetError):
            yield from read_pack(file).entries
