"""Finds and merges what the user has set: files, environment, command line; the later wins."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from msglint.analysis.engine_settings import AUTO, HANTA, EngineSettings, LanguageToolSettings
from msglint.config.errors import ConfigError, as_config_error
from msglint.config.keys import KEYS, MAPS, KeyPath, Read, read, unknown
from msglint.config.known import Known
from msglint.config.search import accepted_file, is_there, project_files, user_file, words_file
from msglint.documents.located import Place, locate
from msglint.rules import fits, rank
from msglint.settings import ForRecipient, HookSettings, Settings

if TYPE_CHECKING:
    from msglint.documents.located import Located

__all__ = ["COMMAND_LINE", "DEFAULT", "ConfigError", "LoadedSettings", "Searched", "load", "load_extends"]

COMMAND_LINE = "command line"
DEFAULT = "default"
PREFIX = "MSGLINT_"
ENGINE_KEYS = {"tagger": "taggers", "spelling": "spelling", "dictionaries": "dictionaries"}
OTHER_VARIABLES = frozenset({"MSGLINT_CONFIG", "MSGLINT_DEBUG"})


class Searched(NamedTuple):
    """A file that was looked for, and whether it had settings."""

    path: Path
    used: bool


class LoadedSettings(NamedTuple):
    """Settings and where they come from.

    Attributes:
        origin: `file:line`, the variable, `command line` or `default`, by key; maps by `severity.RULE`,
            `options.RULE.NAME` and `recipients.WHO.NAME`.
        shown: the values as a user writes them, by the same keys; None for a key that is not set.
        searched: the files looked for, the one that wins last.
        notes: what is wrong with `accepted.yaml`. It holds no check up, but the user should know.
    """

    settings: Settings
    origin: Mapping[str, str]
    shown: Mapping[str, str | None]
    searched: tuple[Searched, ...] = ()
    notes: tuple[ConfigError, ...] = ()


def load(
    *,
    start: Path | None = None,
    overrides: Mapping[str, object] | None = None,
    config_file: Path | None = None,
    isolated: bool = False,
    environ: Mapping[str, str] | None = None,
) -> LoadedSettings:
    """The settings that hold in the folder `start`, by default the working folder.

    Args:
        start: where the search upwards begins.
        overrides: what the command line says, by key as written there; None and empty mean not given.
        config_file: replaces the search; so does the variable MSGLINT_CONFIG.
        isolated: look at neither files nor environment.
        environ: in place of the process's environment.

    Raises:
        ConfigError: if anything in it is wrong.
    """
    environ = os.environ if environ is None else environ
    sources, searched = _sources(start, overrides or {}, config_file, isolated, environ)
    # What is extended decides which rules and profiles there are, whatever file says so.
    known = Known(_extends(sources))
    values: dict[KeyPath, Read] = {}
    for source in sources:
        values.update(read(source, known))
    loaded = _loaded(values, searched, known)
    return loaded if isolated else _with_accepted(_with_own_words(loaded, environ), environ, known)


def load_extends(
    *,
    overrides: Mapping[str, object] | None = None,
    config_file: Path | None = None,
    isolated: bool = False,
    environ: Mapping[str, str] | None = None,
) -> tuple[Path | str, ...]:
    """The packs that are extended in the working folder, whatever else is right or wrong; arguments as of `load`.

    Raises:
        ConfigError: if a file cannot be read, or a pack is not there.
    """
    environ = os.environ if environ is None else environ
    return _extends(_sources(None, overrides or {}, config_file, isolated, environ)[0])


Source = Mapping[str, "Located"]


def _sources(
    start: Path | None,
    overrides: Mapping[str, object],
    config_file: Path | None,
    isolated: bool,
    environ: Mapping[str, str],
) -> tuple[list[Source], tuple[Searched, ...]]:
    """What is set anywhere, the one that wins last, and the files that were looked for."""
    sources: list[Source] = []
    searched: tuple[Searched, ...] = ()
    if not isolated:
        given = config_file or (Path(environ["MSGLINT_CONFIG"]) if environ.get("MSGLINT_CONFIG") else None)
        searched = _read_files([given] if given else _candidates(start, environ), bool(given), sources)
        sources.append(dict(_from_environment(environ)))
    sources.append(dict(_from_command_line(overrides)))
    return sources, searched


def _extends(sources: Iterable[Source]) -> tuple[Path | str, ...]:
    """What the last source that says so extends."""
    known, extends = Known(), ()
    for source in sources:
        if "extends" in source:
            for _, entry in read({"extends": source["extends"]}, known):
                extends = entry.value  # type: ignore[assignment]
    return extends


def _with_accepted(loaded: LoadedSettings, environ: Mapping[str, str], known: Known) -> LoadedSettings:
    """With what the user has accepted, where there is any. A broken file is a note: no mail must wait for it."""
    path = accepted_file(environ)
    if path is None or not is_there(path):
        return loaded
    from msglint.config.accepted import read_accepted

    try:
        remembered = read_accepted(path, known)
    except ConfigError as error:
        return loaded._replace(notes=(error,))
    settings = replace(loaded.settings, accepted=remembered.entries)
    return loaded._replace(settings=settings, notes=remembered.problems)


def _with_own_words(loaded: LoadedSettings, environ: Mapping[str, str]) -> LoadedSettings:
    """With the list that `msglint dictionary` keeps, where there is one: it needs no setting."""
    path = words_file(environ)
    if path is None or not is_there(path):
        return loaded
    engines = loaded.settings.engines
    dictionaries = tuple(dict.fromkeys((path, *engines.dictionaries)))
    return loaded._replace(settings=replace(loaded.settings, engines=engines._replace(dictionaries=dictionaries)))


def _candidates(start: Path | None, environ: Mapping[str, str]) -> list[Path]:
    user = user_file(environ)
    try:
        folder = (start or Path.cwd()).absolute()
    except OSError:
        return [user] if user else []
    return [*([user] if user else []), *reversed(list(project_files(folder)))]


def _read_files(paths: Iterable[Path], must_exist: bool, sources: list[Source]) -> tuple[Searched, ...]:
    searched = []
    for path in paths:
        entries = _read_file(path) if must_exist or is_there(path) else None
        if must_exist and entries is None:
            raise ConfigError(f"{path}: Darin steht kein [tool.msglint].", f"{path}: there is no [tool.msglint] in it.")
        sources.append(entries or {})
        searched.append(Searched(path, entries is not None))
    return tuple(searched)


def _read_file(path: Path) -> Mapping[str, Located] | None:
    from msglint.documents.files import read_config_file

    with as_config_error():
        return read_config_file(path)


def _from_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, Located]]:
    variables = {PREFIX + key.upper().replace("-", "_"): key for key in KEYS if key not in MAPS}
    for name, value in environ.items():
        if not name.startswith(PREFIX) or name in OTHER_VARIABLES or not value:
            continue
        if name in variables:
            yield variables[name], locate(value, Place(name))
        elif _looks_like(name, variables):
            raise unknown("Schlüssel", "variable", name, variables, Place(name))


def _looks_like(name: str, variables: Iterable[str]) -> bool:
    """Whether the name is a slip of the pen; a variable of some other tool is none of our business."""
    from difflib import get_close_matches

    return bool(
        get_close_matches(name.removeprefix(PREFIX), [known.removeprefix(PREFIX) for known in variables], cutoff=0.8)
    )


def _from_command_line(overrides: Mapping[str, object]) -> Iterator[tuple[str, Located]]:
    for key, value in overrides.items():
        if value not in (None, (), []):
            yield key, locate(value, Place(f"--{key}"))


def _loaded(values: Mapping[KeyPath, Read], searched: tuple[Searched, ...], known: Known) -> LoadedSettings:
    origin = dict.fromkeys(KEYS, DEFAULT)
    shown = {key: _default(key) for key in KEYS}
    for path, entry in values.items():
        if len(path) > 1:
            origin.pop(path[0], None)
            shown.pop(path[0], None)
        name = ".".join(path)
        origin[name] = COMMAND_LINE if entry.place.source.startswith("--") else str(entry.place)
        shown[name] = entry.shown
    return LoadedSettings(_settings(values, known), origin, shown, searched)


def _default(key: str) -> str | None:
    return {
        "profile": "auto",
        "fail-on": "error",
        "output-format": "text",
        "tagger": HANTA,
        "spelling": AUTO,
        "languagetool": AUTO,
    }.get(key)


def _settings(values: Mapping[KeyPath, Read], known: Known) -> Settings:
    fields: dict[str, Any] = {_field(path[0]): entry.value for path, entry in values.items() if len(path) == 1}
    severity = {path[1]: entry.value for path, entry in values.items() if path[0] == "severity"}
    options: dict[str, dict[str, object]] = {}
    for path, entry in values.items():
        if path[0] == "options":
            options.setdefault(path[1], {})[path[2]] = entry.value
    fields["severity"] = {prefix: value for prefix, value in severity.items() if value is not None}
    fields["options"] = options
    fields["contact_columns"] = {path[1]: entry.value for path, entry in values.items() if path[0] == "contact-columns"}
    fields["ignore"] = (*fields.get("ignore", ()), *_switched_off(severity, known))
    fields["recipients"] = tuple(_for_recipients(values))
    fields["engines"] = _engines(fields, values)
    fields["hook"] = HookSettings(
        **{path[1].replace("-", "_"): entry.value for path, entry in values.items() if path[0] == "hook"}  # type: ignore[arg-type]
    )
    return Settings(**fields)


def _engines(fields: dict[str, Any], values: Mapping[KeyPath, Read]) -> EngineSettings:
    """What is said of engines, taken out of the other fields."""
    said = {name: fields.pop(key) for key, name in ENGINE_KEYS.items() if key in fields}
    tool: dict[str, Any] = {
        path[1].replace("-", "_"): entry.value for path, entry in values.items() if path[0] == "languagetool-options"
    }
    if "languagetool" in fields:
        tool["use"] = fields.pop("languagetool")
    return EngineSettings(**said, languagetool=LanguageToolSettings(**tool))


def _for_recipients(values: Mapping[KeyPath, Read]) -> Iterator[ForRecipient]:
    """What is set for single recipients; what a variable or the command line says of every message wins over it."""
    by_recipient: dict[str, dict[str, Any]] = {}
    for path, entry in values.items():
        if path[0] != "recipients":
            continue
        for_all = values.get(path[2:])
        if for_all is None or not for_all.place.is_the_key or path[2] == "ignore":
            by_recipient.setdefault(path[1], {})[path[2]] = entry.value
    return (ForRecipient(recipient, **fields) for recipient, fields in by_recipient.items())


def _field(key: str) -> str:
    return "language" if key == "lang" else key.replace("-", "_")


def _switched_off(severity: Mapping[str, object], known: Known) -> tuple[str, ...]:
    """The rules whose severity is `off`, one by one, so that a rule may be on within a family that is off."""
    if None not in severity.values():
        return ()
    return tuple(rule for rule in known.rules if _severity_of(rule, severity, default=True) is None)


def _severity_of(rule: str, severity: Mapping[str, object], default: object) -> object:
    fitting = [prefix for prefix in severity if fits(prefix, rule)]
    return severity[max(fitting, key=rank)] if fitting else default
