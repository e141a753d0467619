"""`msglint engines`: which analysis engines there are, which are used and why, and what adds the others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msglint.cli.commands import BilingualCommand, BilingualOption
from msglint.cli.options import (
    check_text_or_json,
    config_options,
    current_ui,
    load_settings,
    output_format_option,
    ui_language_option,
)
from msglint.cli.ui import Output
from msglint.config import COMMAND_LINE, DEFAULT, LoadedSettings
from msglint.formats.display import visible, wrapped
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.describing.engines import EngineDescription

TEXT = Text(
    de=(
        "Zeigen, was Wörter, Rechtschreibung und Grammatik untersucht: was da ist, was fehlt, was gilt.\n\n"
        "Zu jedem Version, Herkunft und Sprachen, ob und warum es gilt; zu allem, was fehlt, der "
        "eine Befehl, der es hinzufügt. Nötig ist davon nichts: Die Voreinstellung genügt sich. Ergebnis: 0."
    ),
    en=(
        "Show what analyses words, spelling and grammar: what is there, what is missing, what counts.\n\n"
        "For each the version, where it is from, which languages it can do, whether and why it counts; for all that "
        "is missing the one command that adds it. None of that is needed: the default is complete. Exit status: 0."
    ),
)
HEADINGS = (
    Text("Name", "Name"),
    Text("Wofür", "What for"),
    Text("Sprachen", "Languages"),
    Text("Version", "Version"),
    Text("Stand", "State"),
)
STATES: Mapping[str, Text] = {
    "used": Text("gilt", "used"),
    "unused": Text("da, gilt nicht", "there, not used"),
    "missing": Text("fehlt", "missing"),
    "broken": Text("unbrauchbar", "unusable"),
}
WHY = Text("Warum, und woher:", "Why, and from where:")
ADD = Text("Was fehlt, und was es hinzufügt:", "What is missing, and what adds it:")
ORIGINS = {COMMAND_LINE: Text("Befehlszeile", COMMAND_LINE), DEFAULT: Text("Voreinstellung", DEFAULT)}
NOTHING = "–"
WIDTH = 80


def engines(output_format: str | None, **parameters: Any) -> None:
    """Print the table, or JSON."""
    check_text_or_json(output_format)
    loaded = load_settings(parameters, current_ui())
    language = current_ui().language
    from msglint.describing.engines import describe_engines

    described = describe_engines(loaded.settings.engines)
    is_json = output_format == "json"
    output = Output(machine=is_json)
    if is_json:
        output.write(json.dumps(_as_json(described, loaded, language), ensure_ascii=False, indent=2) + "\n")
    else:
        output.write("".join(f"{visible(line).rstrip()}\n" for line in _page(described, loaded, language)))


def _page(described: Sequence[EngineDescription], loaded: LoadedSettings, language: str) -> Iterator[str]:
    yield from _table(described, language)
    yield ""
    yield WHY.in_(language)
    for engine in described:
        yield from _reason(engine, loaded, language)
    commands = {missing.command: missing for engine in described for missing in engine.missing}
    if commands:
        yield ""
        yield ADD.in_(language)
    width = max((len(missing.what.in_(language)) for missing in commands.values()), default=0)
    for command, missing in commands.items():
        yield f"  {missing.what.in_(language).ljust(width)}  {command}"


def _table(described: Sequence[EngineDescription], language: str) -> Iterator[str]:
    rows = [tuple(heading.in_(language) for heading in HEADINGS)]
    rows += [
        (
            engine.name,
            engine.does.in_(language),
            ", ".join(engine.languages) or NOTHING,
            engine.version or NOTHING,
            STATES[engine.state.value].in_(language),
        )
        for engine in described
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS) - 1)]
    for row in rows:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])


def _reason(engine: EngineDescription, loaded: LoadedSettings, language: str) -> Iterator[str]:
    """Why it counts or not, what decides it, and where it lies."""
    name = f"{engine.name} ({', '.join(engine.languages)})" if engine.languages else engine.name
    yield from wrapped(f"{name}: {engine.why.in_(language)}", WIDTH, "  ", "    ")
    if engine.setting:
        origin = loaded.origin[engine.setting]
        place = ORIGINS[origin].in_(language) if origin in ORIGINS else origin
        yield f"    {engine.setting}: {loaded.shown[engine.setting]} ({place})"
    if engine.origin:
        yield f"    {engine.origin}"


def _as_json(described: Sequence[EngineDescription], loaded: LoadedSettings, language: str) -> dict[str, object]:
    return {
        "schema_version": 1,
        "engines": [
            {
                "name": engine.name,
                "does": engine.does.in_(language),
                "languages": list(engine.languages),
                "version": engine.version or None,
                "origin": engine.origin or None,
                "state": engine.state.value,
                "why": engine.why.in_(language),
                "setting": _setting_data(engine, loaded),
                "missing": [
                    {"what": missing.what.in_(language), "command": missing.command} for missing in engine.missing
                ],
            }
            for engine in described
        ],
    }


def _setting_data(engine: EngineDescription, loaded: LoadedSettings) -> dict[str, object] | None:
    if not engine.setting:
        return None
    key = engine.setting
    return {"key": key, "value": loaded.shown[key], "origin": loaded.origin[key]}


command = BilingualCommand(
    "engines",
    text=TEXT,
    callback=engines,
    params=[
        output_format_option("text|json"),
        BilingualOption(
            "--json",
            "output_format",
            flag_value="json",
            text=Text(de="Kurz für --output-format json.", en="Short for --output-format json."),
        ),
        *config_options(),
        ui_language_option(),
    ],
)
