"""Finds spaCy pipelines: installed packages and folders. Reads what they say of themselves, without importing spaCy."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from msglint.analysis.errors import EngineError
from msglint.analysis.tagger import MODEL_FILES
from msglint.paths import shown

ENTRY_POINTS: Final = "spacy_models"
META: Final = "meta.json"
CONFIG: Final = "config.cfg"
_DOWNLOADABLE: Final = re.compile(r"(?:de|en)_(?:core|dep)_(?:news|web)_(?:sm|md|lg|trf)")
_BY_SIZE: Final = ("md", "lg", "sm")
_SLOW: Final = "trf"
"""These need seconds for a message where the others need milliseconds."""

DOWNLOADS: Final = {"de": "de_core_news_md", "en": "en_core_web_md"}
"""A pipeline of spaCy's own for each language."""


@dataclass(frozen=True, slots=True)
class FoundPipeline:
    """A pipeline that is there, by what its meta.json says.

    Attributes:
        name: the package, or the folder as people know it.
        folder: where its config.cfg lies.
        language: `de`, `en` or whatever it is made for.
        made_for: the versions of spaCy it is made for, such as `>=3.8.0,<3.9.0`; empty = not said.
        package: whether it is an installed package, which may bring code along.
    """

    name: str
    folder: Path
    language: str
    version: str
    made_for: str
    package: bool


def installed() -> tuple[FoundPipeline, ...]:
    """The installed pipelines, the better before the worse; what cannot be read is left out."""
    return tuple(sorted(_readable(), key=lambda found: (_rank(found.name), found.name)))


def look_up(wanted: str | Path) -> FoundPipeline:
    """The pipeline in a folder, or the installed one of that name.

    Raises:
        EngineError: if there is none, or it is for a language that msglint does not check.
    """
    found = _in_folder(wanted) if isinstance(wanted, Path) else _named(wanted)
    if found.language not in MODEL_FILES:
        raise EngineError(
            found.name,
            f"Die spaCy-Pipeline „{found.name}“ ist für die Sprache „{found.language}“ gemacht; gebraucht wird eine "
            "für Deutsch (de) oder Englisch (en).",
            f"The spaCy pipeline '{found.name}' is made for the language '{found.language}'; one for German (de) or "
            "English (en) is needed.",
        )
    return found


def download_command(name: str) -> str | None:
    """The command that installs one of spaCy's own pipelines; None for others."""
    return f"python -m spacy download {name}" if _DOWNLOADABLE.fullmatch(name) else None


def _readable() -> Iterator[FoundPipeline]:
    for name in sorted({point.name for point in entry_points(group=ENTRY_POINTS)}):
        with suppress(EngineError):
            yield look_up(name)


def _rank(name: str) -> int:
    """Tags are nearly as good with all sizes; the middle one is quick as well."""
    size = name.rpartition("_")[2]
    if size == _SLOW:
        return len(_BY_SIZE) + 1
    return _BY_SIZE.index(size) if size in _BY_SIZE else len(_BY_SIZE)


def _named(written: str) -> FoundPipeline:
    name = written.replace("-", "_")
    folder = _package_folder(name)
    if folder is None:
        raise _not_installed(name)
    found = _read(folder, name, package=True)
    if found is None:
        raise EngineError(
            name,
            f"Das Paket „{name}“ ist keine spaCy-Pipeline: Ihm fehlt {META} oder {CONFIG}.",
            f"The package '{name}' is no spaCy pipeline: it lacks {META} or {CONFIG}.",
        )
    return found


def _package_folder(name: str) -> Path | None:
    """Where a package lies; it is not imported."""
    if not name.isidentifier():
        return None
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    folders = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(folders))) if folders else None


def _not_installed(name: str) -> EngineError:
    command = download_command(name)
    others = ", ".join(found.name for found in installed())
    if command is not None:
        end_de, end_en = f"„{command}“ holt sie", f"'{command}' fetches it"
    elif others:
        end_de, end_en = f"installiert: {others}", f"installed: {others}"
    else:
        end_de = "möglich sind hanta, spacy, der Name einer installierten Pipeline oder ein Ordner wie ./pipeline"
        end_en = "hanta, spacy, the name of an installed pipeline or a folder such as ./pipeline will do"
    return EngineError(
        name,
        f"Die spaCy-Pipeline „{name}“ ist nicht installiert; {end_de}.",
        f"The spaCy pipeline '{name}' is not installed; {end_en}.",
    )


def _in_folder(folder: Path) -> FoundPipeline:
    name = shown(folder)
    found = _read(folder, name, package=False)
    if found is not None:
        return found
    if not folder.is_dir():
        raise EngineError(
            name,
            f"Den Ordner „{name}“, der eine spaCy-Pipeline sein soll, gibt es nicht.",
            f"There is no folder '{name}', which should be a spaCy pipeline.",
        )
    raise EngineError(
        name,
        f"Der Ordner „{name}“ ist keine spaCy-Pipeline; gebraucht wird einer mit {CONFIG} und {META}, wie ihn "
        "„spacy train“ als model-best schreibt.",
        f"The folder '{name}' is no spaCy pipeline; one with {CONFIG} and {META} is needed, such as the model-best "
        "that 'spacy train' writes.",
    )


def _read(folder: Path, name: str, *, package: bool) -> FoundPipeline | None:
    """The pipeline in the folder and what its meta.json says; None if either is missing or meta.json says nothing."""
    data = next((place for place in _places(folder) if os.path.isfile(place / CONFIG)), None)  # noqa: PTH113
    if data is None:
        return None
    try:
        meta: Any = json.loads((data / META).read_text(encoding="utf-8"))
        language, version = str(meta["lang"]), str(meta["version"])
        return FoundPipeline(name, data, language, version, str(meta.get("spacy_version", "")), package)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _places(folder: Path) -> Iterator[Path]:
    """Where the pipeline may lie in a folder."""
    yield folder
    yield folder / "model-best"  # what `spacy train` writes
    yield from sorted(folder.glob(f"{folder.name}-*"), reverse=True)  # a package
    yield folder / folder.name.rpartition("-")[0] / folder.name  # what `spacy package` writes
