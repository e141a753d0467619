"""What a configuration may name: rules and profiles, also those of the packs that it extends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.rules import CODED_RULES, fits, module_of

if TYPE_CHECKING:
    from msglint.rules.base import Rule
    from msglint.rulesets.sharing import Extended


class Known:
    """The rules and profiles that there are. Packs are read only where what is in code does not decide.

    Args:
        extends: the packs besides the shipped ones, as `Settings` holds them.
    """

    def __init__(self, extends: tuple[Path | str, ...] = ()) -> None:
        self.extends = extends

    @cached_property
    def _extended(self) -> Extended:
        from msglint.rulesets.sharing import load_extended

        return load_extended(self.extends)

    @cached_property
    def _uncoded(self) -> Mapping[str, Rule]:
        if self.extends:
            return {rule.id: rule for rule in self._extended.rules}
        from msglint.rulesets import load_rulesets

        return {rule.id: rule for rule in load_rulesets().rules}

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of all rules."""
        return (*CODED_RULES, *self._uncoded)

    def has(self, prefix: str) -> bool:
        """Whether a rule is called so or begins so."""
        return any(fits(prefix, rule) for rule in CODED_RULES) or any(fits(prefix, rule) for rule in self._uncoded)

    def defaults(self, rule: str) -> Mapping[str, object]:
        """The options of a rule."""
        if rule in self._uncoded:
            return self._uncoded[rule].defaults
        coded: Rule = import_module(module_of(rule)).RULE
        return coded.defaults

    @property
    def profiles(self) -> tuple[str, ...]:
        """The names of all profiles."""
        from msglint.profiles.shipped import shipped_names

        return tuple(dict.fromkeys((*shipped_names(), *self._added_profiles[0])))

    def profile_titled(self, title: str) -> str | None:
        """The profile whose title, in German or English, this probably is."""
        from msglint.profiles.shipped import extended_profiles, shipped_profiles

        folders = self._extended.profile_folders if self.extends else ()
        profiles = extended_profiles(*folders, problems=[]) if folders else shipped_profiles()
        return profiles.titled(title)

    @cached_property
    def _added_profiles(self) -> tuple[tuple[str, ...], bool]:
        """The names of those that are extended, and whether there is anything wrong with any."""
        if not self.extends or not self._extended.profile_folders:
            return (), False
        from msglint.profiles.errors import ProfileError
        from msglint.profiles.shipped import extended_profiles

        problems: list[ProfileError] = []
        return tuple(extended_profiles(*self._extended.profile_folders, problems=problems).data), bool(problems)

    @property
    def is_broken(self) -> bool:
        """Whether something that is extended cannot be used: what nobody knows may then be its own."""
        if not self.extends:
            return False
        return bool(self._extended.problems) or self._added_profiles[1]
