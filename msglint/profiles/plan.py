"""What a profile and the user's settings come to: which rules run, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from msglint.documents.errors import hint, listed
from msglint.profiles.errors import ProfileError
from msglint.profiles.model import Change, Profile
from msglint.report import Severity
from msglint.rules import fits, rank
from msglint.rules.base import Rule
from msglint.settings import Settings
from msglint.texts import Text


@dataclass(frozen=True)
class Plan:
    """How messages of one kind are checked.

    Attributes:
        profile: name of the profile.
        title: what the profile is called.
        rules: the rules to run.
        severity: by rule id, in place of the rule's own and the hit's.
        options: by rule id, for every rule that runs, defaults filled in.
    """

    profile: str
    title: Text
    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity]
    options: Mapping[str, Mapping[str, object]]


def plan(profile: Profile, settings: Settings, rules: Iterable[Rule]) -> Plan:
    """The plan for messages of that profile; what the user has set wins over what the profile sets.

    Args:
        profile: the profile that holds.
        settings: what the user has set.
        rules: those that the user's `select` and `ignore` leave.

    Raises:
        ProfileError: if the profile sets an option that a rule does not have, or has with another type.
    """
    chosen = tuple(rule for rule in rules if profile.runs(rule.id) or _is_asked_for(rule.id, settings))
    severities = {rule.id: _severity(rule.id, profile, settings) for rule in chosen}
    return Plan(
        profile=profile.name,
        title=profile.title,
        rules=chosen,
        severity={rule_id: severity for rule_id, severity in severities.items() if severity is not None},
        options={
            rule.id: {**rule.defaults, **profile_options(profile, rule), **settings.options.get(rule.id, {})}
            for rule in chosen
        },
    )


def _is_asked_for(rule_id: str, settings: Settings) -> bool:
    """Whether the user has named the rule or its family; `all` names none."""
    return any(fits(prefix, rule_id) and rank(prefix) for prefix in settings.select)


def _severity(rule_id: str, profile: Profile, settings: Settings) -> Severity | None:
    prefix = max((prefix for prefix in settings.severity if fits(prefix, rule_id)), key=rank, default=None)
    if prefix is not None:
        return settings.severity[prefix]
    change = profile.severity(rule_id)
    return change.value if change else None


def profile_options(profile: Profile, rule: Rule) -> Mapping[str, object]:
    """What the profile sets for the rule, with the types that the rule expects.

    Raises:
        ProfileError: if the rule has no such option, or has it with another type.
    """
    return {name: _option(rule, name, change) for name, change in profile.options(rule.id).items()}


def _option(rule: Rule, name: str, change: Change) -> object:
    if name not in rule.defaults:
        raise _no_such_option(rule, name, change.origin)
    default = rule.defaults[name]
    value = tuple(change.value) if isinstance(change.value, list) else change.value
    if isinstance(default, float) and type(value) is int:
        return float(value)
    if type(value) is not type(default):
        needed = NEEDED[type(default)]
        raise ProfileError(
            f"{change.origin}: „{rule.id}: {name}“ braucht {needed.de}.",
            f"{change.origin}: '{rule.id}: {name}' needs {needed.en}.",
        )
    return value


NEEDED: Mapping[type, Text] = {
    bool: Text("true oder false", "true or false"),
    int: Text("eine ganze Zahl", "a whole number"),
    float: Text("eine Zahl", "a number"),
    str: Text("einen Text", "a text"),
    tuple: Text("eine Liste", "a list"),
}


def _no_such_option(rule: Rule, name: str, origin: str) -> ProfileError:
    if not rule.defaults:
        return ProfileError(
            f"{origin}: Die Regel „{rule.id}“ hat keine Einstellungen, auch nicht „{name}“.",
            f"{origin}: the rule '{rule.id}' has no options, and so no '{name}'.",
        )
    near = hint(name, rule.defaults)
    return ProfileError(
        f"{origin}: Die Regel „{rule.id}“ hat keine Einstellung „{name}“"
        f"{near.de or '; es gibt ' + listed(rule.defaults, 'de')}.",
        f"{origin}: the rule '{rule.id}' has no option '{name}'"
        f"{near.en or '; use ' + listed(rule.defaults, 'en') + '.'}",
    )


def unknown_rules(profiles: Iterable[Profile], rule_ids: Iterable[str]) -> Iterator[ProfileError]:
    """A sentence on every rule or prefix in the profiles' own files that fits no rule; it changes nothing."""
    ids = tuple(rule_ids)
    names = (*ids, *sorted({rule_id.partition(".")[0] for rule_id in ids}))
    for profile in profiles:
        for prefix, origin in profile.mentions():
            if not any(fits(prefix, rule_id) for rule_id in ids):
                near = hint(prefix, names)
                yield ProfileError(
                    f"{origin}: Die Regel „{prefix}“ gibt es nicht{near.de or '; „msglint rules“ zeigt alle'}.",
                    f"{origin}: there is no rule '{prefix}'{near.en or '; see msglint rules.'}",
                )
