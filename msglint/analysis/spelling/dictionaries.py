"""Finds the Hunspell dictionaries of this machine, wherever the system or another program keeps them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

REGIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "de": ("de_DE", "de_AT", "de_CH", "de_LI", "de_LU", "de"),
    "de-DE": ("de_DE", "de", "de_AT", "de_CH"),
    "de-AT": ("de_AT", "de_DE", "de", "de_CH"),
    "de-CH": ("de_CH", "de_LI", "de_DE", "de", "de_AT"),
    "en": ("en_GB", "en_US", "en_AU", "en_CA", "en_ZA", "en"),
    "en-GB": ("en_GB", "en_AU", "en_CA", "en", "en_US"),
    "en-US": ("en_US", "en", "en_CA", "en_GB"),
}
"""The dictionaries that serve a language, the best first."""
ALL_VARIETIES: Final = frozenset({"en"})
"""Languages in which a text that does not say where it is from may be written as in any of several countries."""
VARIETIES: Final = ("en_GB", "en_US")
_SUFFIXES: Final = ("_frami", "")
"""frami knows four times the words of the dictionary it is made from."""


class Dictionary(NamedTuple):
    """A Hunspell dictionary: `folder/name.aff` and `folder/name.dic`."""

    folder: Path
    name: str

    @property
    def words(self) -> Path:
        """The file with the words."""
        return self.folder / f"{self.name}.dic"

    @property
    def rules(self) -> Path:
        """The file with the rules of inflection."""
        return self.folder / f"{self.name}.aff"

    @property
    def is_there(self) -> bool:
        """Whether both files can be read."""
        return _is_readable(self.rules) and _is_readable(self.words)


def find_dictionaries(
    language: str, environ: Mapping[str, str] | None = None, folders: Iterable[Path] | None = None
) -> tuple[Dictionary, ...]:
    """The dictionaries to use for a language, none where there is none.

    One, or for English of which nobody knows where it is from, one for each side of the Atlantic.

    Args:
        language: `de`, `de-AT`, `de-CH`, `en`, ….
        environ: in place of the process's environment.
        folders: in place of the usual ones.
    """
    places = tuple(dictionary_folders(os.environ if environ is None else environ) if folders is None else folders)
    regions = REGIONS.get(language) or REGIONS.get(language.partition("-")[0], ())
    if language in ALL_VARIETIES:
        both = [found for region in VARIETIES if (found := _first((region,), places)) is not None]
        if both:
            return tuple(both)
    found = _first(regions, places)
    return (found,) if found is not None else ()


def _first(regions: Sequence[str], folders: Sequence[Path]) -> Dictionary | None:
    names = [f"{region}{suffix}" for region in regions for suffix in _SUFFIXES]
    # Firefox and Thunderbird write de-DE.
    written = [spelling for name in names for spelling in dict.fromkeys((name, name.replace("_", "-", 1)))]
    found = (Dictionary(folder, name) for name in written for folder in folders)
    return next((dictionary for dictionary in found if dictionary.is_there), None)


def dictionary_folders(environ: Mapping[str, str]) -> Iterator[Path]:
    """The folders in which dictionaries may lie: what the user has named or installed comes first."""
    seen: set[Path] = set()
    for folder in _folders(environ):
        if folder.is_absolute() and folder not in seen and os.path.isdir(folder):  # noqa: PTH112 - raises nothing
            seen.add(folder)
            yield folder


def _folders(environ: Mapping[str, str]) -> Iterator[Path]:
    yield from (Path(part) for part in environ.get("DICPATH", "").split(os.pathsep) if part)
    home = _home()
    data = environ.get("XDG_DATA_HOME", "")
    if data or home is not None:
        yield from _in_data(Path(data) if data else Path(home or "", ".local", "share"))
    if sys.platform == "darwin":
        yield from (Path(home, "Library", "Spelling"),) if home is not None else ()
        yield from (Path("/Library/Spelling"), Path("/opt/homebrew/share/hunspell"))
    for part in (environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(os.pathsep):
        yield from _in_data(Path(part))
    yield from (folder for root in ("/usr/local/share", "/usr/share") for folder in _in_data(Path(root)))
    yield from _of_programs(environ, home)
    yield from _of_hunspell()


def _in_data(folder: Path) -> Iterator[Path]:
    yield from (folder / "hunspell", folder / "myspell", folder / "myspell" / "dicts")


_EXTENSIONS: Final = (
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
    "/usr/local/lib/libreoffice/share/extensions",
    "/snap/libreoffice/current/lib/libreoffice/share/extensions",
    "/var/lib/flatpak/app/org.libreoffice.LibreOffice/current/active/files/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
)
_MOZILLA: Final = (
    "/usr/lib/thunderbird/dictionaries",
    "/usr/lib64/thunderbird/dictionaries",
    "/usr/lib/firefox/dictionaries",
    "/usr/lib64/firefox/dictionaries",
    "/Applications/Thunderbird.app/Contents/Resources/dictionaries",
    "/Applications/Firefox.app/Contents/Resources/dictionaries",
)
_PROFILES: Final = (
    ".config/libreoffice",
    "Library/Application Support/LibreOffice",
    ".var/app/org.libreoffice.LibreOffice/config/libreoffice",
    "snap/libreoffice/current/.config/libreoffice",
    "AppData/Roaming/LibreOffice",
)
_INSTALLED: Final = "*/user/uno_packages/cache/uno_packages/*/*.oxt"


def _of_programs(environ: Mapping[str, str], home: Path | None) -> Iterator[Path]:
    """Those that LibreOffice, Thunderbird and Firefox bring along, and those that users have added to LibreOffice."""
    for root in (*_EXTENSIONS, *_on_windows(environ)):
        yield from _below(Path(root), "dict-*")
    yield from _below(Path("/opt"), "libreoffice*/share/extensions/dict-*")
    if home is not None:
        for profile in _PROFILES:
            for package in _below(home / profile, _INSTALLED):
                yield from (package, package / "dictionaries")
    yield from map(Path, _MOZILLA)


def _on_windows(environ: Mapping[str, str]) -> Iterator[str]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if environ.get(variable):
            yield str(Path(environ[variable], "LibreOffice", "share", "extensions"))


def _of_hunspell() -> Iterator[Path]:
    """The package itself brings an American dictionary along."""
    from importlib.util import find_spec

    with suppress(ImportError, ValueError):
        spec = find_spec("hunspell")
        if spec is not None and spec.origin:
            yield Path(spec.origin).parent / "dictionaries"


def _below(folder: Path, pattern: str) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(folder.glob(pattern))


def _is_readable(path: Path) -> bool:
    return os.path.isfile(path) and os.access(path, os.R_OK)  # noqa: PTH113 - raises nothing


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None
