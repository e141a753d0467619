"""Makes the description of a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import Formatter

from msglint.describing.conditions import in_words
from msglint.describing.description import DescribedExamples, DescribedOption, Description, InProfile, Weight
from msglint.describing.examples import described_examples
from msglint.describing.sought import sought
from msglint.describing.words import LANGUAGES, OFF
from msglint.describing.written import WrittenEntry, severity_by, when, written_entries
from msglint.grade import PRICES
from msglint.linter import Linter, help_url
from msglint.profiles.model import Profile
from msglint.profiles.plan import profile_options
from msglint.rules import CODED_RULES, module_of
from msglint.rules.base import Examples, Rule


def describe(rules: Sequence[Rule], linter: Linter) -> Iterator[Description]:
    """The rules, described in the linter's language.

    Args:
        rules: of the linter.
        linter: knows all rules and profiles.
    """
    entries = written_entries(rules, linter.settings)
    settings = replace(linter.settings, profile="everything", select=tuple(rule.id for rule in rules))
    trying = Linter(settings, ui_language=linter.ui_language)
    return (_Describer(rule, linter, trying, entries.get(rule.id, ())).description() for rule in rules)


class _Describer:
    """Describes one rule.

    Args:
        linter: says which profiles there are.
        trying: a linter that runs the rule whatever the message.
        written: what packs say of it.
    """

    def __init__(self, rule: Rule, linter: Linter, trying: Linter, written: Sequence[WrittenEntry]) -> None:
        self._rule = rule
        self._linter = linter
        self._trying = trying
        self._written = written
        self._language = linter.ui_language

    def description(self) -> Description:
        rule, language = self._rule, self._language
        return Description(
            id=rule.id,
            language=language,
            title=_with_capital(rule.title.in_(language)),
            severity=rule.severity.label,
            languages=tuple(sorted(rule.languages)),
            what=_without_placeholders(rule.message.in_(language)),
            why=_without_placeholders(rule.why.in_(language)),
            limits=rule.limits.in_(language) if rule.limits else "",
            better=rule.better.in_(language) if rule.better else "",
            points=PRICES[rule.severity] if rule.price is None else rule.price,
            fixable=rule.fixable_from is not None,
            source=rule.source,
            origin=rule.origin,
            tags=rule.tags,
            supersedes=tuple(sorted(rule.supersedes)),
            options=tuple(
                DescribedOption(option.name, _value(option.default), option.help.in_(language))
                for option in rule.options
            ),
            weights=tuple(self._weights()),
            profiles=tuple(self._profiles()),
            sought=tuple(sought(one, when(one, self._written), language) for one in self._written),
            examples=tuple(self._examples()),
            place=tuple(self._places()),
            help_url="" if rule.origin else help_url(rule.id, language),
        )

    def _weights(self) -> Iterator[Weight]:
        by_language = {one.entry.language: severity_by(one, self._written) for one in self._written}
        is_same = all(weights == next(iter(by_language.values())) for weights in by_language.values())
        for name, weights in list(by_language.items())[: 1 if is_same else None]:
            where = "" if is_same else f"{LANGUAGES[name].in_(self._language)}: "
            for conditions, severity in weights:
                yield Weight(where + in_words(conditions, self._language), severity.label if severity else OFF)

    def _profiles(self) -> Iterator[InProfile]:
        for profile in self._linter.profiles:
            change = in_profile(profile, self._rule, self._language)
            if change is not None:
                yield change

    def _examples(self) -> Iterator[DescribedExamples]:
        """In the reader's language first."""
        found = self._examples_by_language()
        for language in sorted(found, key=lambda name: (name != self._language, name)):
            yield described_examples(self._rule, language, found[language], self._trying)

    def _examples_by_language(self) -> Mapping[str, Examples]:
        written = {one.entry.language: Examples(one.entry.bad, one.entry.good) for one in self._written}
        return {**written, **self._rule.examples}

    def _places(self) -> Iterable[str]:
        if self._rule.id in CODED_RULES:
            return (module_of(self._rule.id).replace(".", "/") + ".py",)
        return (written.file for written in self._written)


def in_profile(profile: Profile, rule: Rule, language: str) -> InProfile | None:
    """What the profile makes of the rule; None if nothing else than the rule is by itself.

    Raises:
        msglint.profiles.errors.ProfileError: if it sets an option that the rule does not have.
    """
    title = profile.title.in_(language)
    if not profile.runs(rule.id):
        return InProfile(profile.name, title, OFF)
    change = profile.severity(rule.id)
    severity = change.value if change else rule.severity
    values = profile_options(profile, rule)
    changed = tuple(f"{name} = {_value(value)}" for name, value in values.items() if value != rule.defaults[name])
    if severity is rule.severity and not changed:
        return None
    return InProfile(profile.name, title, severity.label, changed)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with_capital(text: str) -> str:
    """The title as a heading; in `sie oder Sie` the small letter is what it is about."""
    first, *others = re.findall(r"\w+", text) or [""]
    return text if first.capitalize() in others else text[:1].upper() + text[1:]


def _without_placeholders(template: str) -> str:
    """The sentence with `…` for what only a finding knows."""
    pieces = (literal + ("…" if field is not None else "") for literal, field, _, _ in Formatter().parse(template))
    return "".join(pieces).replace("….", "…")
