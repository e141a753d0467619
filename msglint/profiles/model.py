"""What a profile is: changes to "everything on", its own before those of the profile it is based on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from msglint.documents.errors import hint, nearest
from msglint.profiles.errors import ProfileError
from msglint.report import Severity
from msglint.rules import fits, rank
from msglint.texts import Text

AUTO: Final = "auto"
"""In place of a profile's name: choose one for every message."""

DEFAULT: Final = "default"
"""The profile that holds where no other fits."""

ProfileData = Mapping[str, Any]
"""A profile as JSON can hold it, found right.

`title` and `about` by language, `for` (values by condition), `based-on` (a name or None), and the changes, each value
with the place where it is written: `runs` and `severity` by rule prefix, `options` by rule and name.
"""


class Change(NamedTuple):
    """One value that a profile sets, and the `file:line` where it does."""

    value: Any
    origin: str


@dataclass(frozen=True)
class Profile:
    """One profile.

    Attributes:
        levels: its own data, then that of the profile it is based on, and so on.
    """

    name: str
    levels: tuple[ProfileData, ...]

    @property
    def title(self) -> Text:
        """What it is called, one or two words."""
        return Text(**self.levels[0]["title"])

    @property
    def about(self) -> Text:
        """For which messages it is, one sentence."""
        return Text(**self.levels[0]["about"])

    @property
    def conditions(self) -> Mapping[str, tuple[Any, ...]]:
        """When it is chosen by itself; empty = never."""
        return {name: tuple(values) for name, values in self.levels[0]["for"].items()}

    @property
    def based_on(self) -> str | None:
        """The profile that it changes, if there is one."""
        return self.levels[0]["based-on"]  # type: ignore[no-any-return]

    def switch(self, rule_id: str) -> Change | None:
        """Whether the rule runs, if the profile says so. A level that names the rule decides, however closely."""
        return self._closest("runs", rule_id)

    def runs(self, rule_id: str) -> bool:
        """Whether the rule runs: everything does that is not left out."""
        switch = self.switch(rule_id)
        return switch is None or switch.value

    def severity(self, rule_id: str) -> Change | None:
        """The severity in place of the rule's own, if there is one."""
        change = self._closest("severity", rule_id)
        return change and Change(Severity.from_label(change.value), change.origin)

    def options(self, rule_id: str) -> Mapping[str, Change]:
        """The options that are set for the rule."""
        found: dict[str, Change] = {}
        for level in reversed(self.levels):
            found.update({name: Change(*change) for name, change in level["options"].get(rule_id, {}).items()})
        return found

    def mentions(self) -> Iterator[Change]:
        """Every rule and prefix that its own file names."""
        own = self.levels[0]
        for kind in ("runs", "severity"):
            yield from (Change(prefix, origin) for prefix, (_, origin) in own[kind].items())
        for rule_id, options in own["options"].items():
            yield from (Change(rule_id, origin) for _, origin in options.values())

    def _closest(self, kind: str, rule_id: str) -> Change | None:
        for level in self.levels:
            prefix = max((prefix for prefix in level[kind] if fits(prefix, rule_id)), key=rank, default=None)
            if prefix is not None:
                return Change(*level[kind][prefix])
        return None


@dataclass(frozen=True)
class Profiles:
    """The profiles of one or several folders.

    Attributes:
        data: by name, `default` first; plain enough to be kept as JSON.
    """

    data: Mapping[str, ProfileData]

    def named(self, name: str) -> Profile:
        """The profile of that name.

        Raises:
            ProfileError: if there is none.
        """
        if name not in self.data:
            raise no_such_profile(name, self.data, titled=self.titled(name))
        levels = [self.data[name]]
        while (base := levels[-1]["based-on"]) is not None:
            levels.append(self.data[base])
        return Profile(name, tuple(levels))

    def titled(self, title: str) -> str | None:
        """The profile whose title, in German or English, this probably is; None if no title comes near."""
        by_title = {one: name for name, data in self.data.items() for one in data["title"].values()}
        near = nearest(title, by_title)
        return by_title[near] if near is not None else None

    def __iter__(self) -> Iterator[Profile]:
        return (self.named(name) for name in self.data)


def no_such_profile(name: str, names: Iterable[str], where: str = "", *, titled: str | None = None) -> ProfileError:
    """A name that no profile has, with the nearest that one has; `where` (file and line) comes before the sentence.

    Args:
        name: what was written.
        names: what it may be.
        where: file and line.
        titled: the profile whose title was written in place of its name.
    """
    near = hint(name if titled is None or nearest(name, names) else titled, names)
    return ProfileError(
        f"{where}Das Profil „{name}“ gibt es nicht{near.de or '; „msglint profiles“ zeigt alle'}.",
        f"{where}there is no profile '{name}'{near.en or '; see msglint profiles.'}",
    )
