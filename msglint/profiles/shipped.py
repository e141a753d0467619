"""The profiles that come with msglint, kept compiled as the packs are: reading the files takes some milliseconds."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from msglint.profiles.errors import ProfileError
from msglint.profiles.model import Profiles

COMPILED_AS: Final = "profiles 1"
"""Changed whenever the data of a profile look different, so that what was kept before is not used."""


def shipped_profiles() -> Profiles:
    """All of them, from what was kept or read now."""
    from msglint.rulesets.cache import read_shipped

    kept = read_shipped(_folder().absolute(), COMPILED_AS)
    return Profiles(kept[0]) if kept is not None else _kept_or_read(None, _folder().absolute())


def extended_profiles(*folders: Path, problems: list[ProfileError]) -> Profiles:
    """The shipped ones and those in more folders; what is broken is left out and told in `problems`."""
    return _kept_or_read(problems, _folder().absolute(), *folders)


def _kept_or_read(problems: list[ProfileError] | None, *folders: Path) -> Profiles:
    """The profiles of the folders. They are kept under the last, with what tells that any of the others has changed."""
    from msglint.rulesets.cache import read_cached, stamps_of, write_cached

    try:
        stamps = stamps_of([path for folder in folders for path in sorted(folder.glob("*.yaml"))])
    except OSError:
        stamps = []
    kept = read_cached(folders[-1], COMPILED_AS, stamps)
    if kept is not None:
        return Profiles(kept[0])
    from msglint.profiles.reader import load_profiles

    profiles = load_profiles(*folders, problems=problems)
    if not problems:
        write_cached(folders[-1], COMPILED_AS, stamps, [profiles.data])
    return profiles


def shipped_names() -> tuple[str, ...]:
    """Their names, without reading them."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def _folder() -> Path:
    from msglint.rulesets import shipped_folder

    return shipped_folder() / "profiles"
