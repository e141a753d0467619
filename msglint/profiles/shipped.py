"""The profiles that come with msglint, kept compiled as the packs are: reading the files takes some milliseconds."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from msglint.profiles.model import Profiles

COMPILED_AS: Final = "profiles 1"
"""Changed whenever the data of a profile look different, so that what was kept before is not used."""


def shipped_profiles() -> Profiles:
    """All of them, from what was kept or read now."""
    from msglint.rulesets.cache import read_cached, read_shipped, stamps_of, write_cached

    folder = _folder().absolute()
    kept = read_shipped(folder, COMPILED_AS)
    if kept is not None:
        return Profiles(kept[0])
    try:
        stamps = stamps_of(sorted(folder.glob("*.yaml")))
    except OSError:
        stamps = []
    kept = read_cached(folder, COMPILED_AS, stamps)
    if kept is not None:
        return Profiles(kept[0])
    from msglint.profiles.reader import load_profiles

    profiles = load_profiles(folder)
    write_cached(folder, COMPILED_AS, stamps, [profiles.data])
    return profiles


def shipped_names() -> tuple[str, ...]:
    """Their names, without reading them."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def _folder() -> Path:
    from msglint.rulesets import shipped_folder

    return shipped_folder() / "profiles"
