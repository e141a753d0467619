"""Which rules can ever run by the settings: what is ignored beyond that is ignored in vain."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from msglint.profiles.model import AUTO, Profiles
from msglint.profiles.plan import plan
from msglint.rules import fits
from msglint.rules.base import Rule
from msglint.settings import Settings


class Vain(NamedTuple):
    """A prefix that the settings ignore for a recipient, although none of its rules runs anyway."""

    recipient: str
    prefix: str


def running(profiles: Profiles, settings: Settings, rules: Iterable[Rule]) -> Collection[str]:
    """Ids of the rules that run by the settings' profile; by any, where each message has its own.

    Args:
        profiles: those that there are.
        settings: what the user has set.
        rules: those that the user's `select` and `ignore` leave.
    """
    names = profiles.data if settings.profile == AUTO else (settings.profile,)
    rules = tuple(rules)
    return {rule.id for name in names for rule in plan(profiles.named(name), settings, rules).rules}


def runs(prefix: str, ids: Iterable[str]) -> bool:
    """Whether one of the rules is called so or begins so."""
    return any(fits(prefix, rule) for rule in ids)


def ignored_in_vain(profiles: Profiles, settings: Settings, rules: Iterable[Rule]) -> Iterator[Vain]:
    """What the settings ignore for recipients although it does not run for them anyway."""
    rules = tuple(rules)
    for entry in settings.recipients:
        if entry.ignore:
            theirs = replace(settings, profile=entry.profile or settings.profile)
            ids = running(profiles, theirs, rules)
            yield from (Vain(entry.recipient, prefix) for prefix in entry.ignore if not runs(prefix, ids))
