"""`msglint config`: which settings hold, and where each comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from msglint.cli.commands import BilingualCommand
from msglint.cli.options import config_options, current_ui, load_settings, settings_options
from msglint.cli.ui import Output, language_of_locale
from msglint.config import COMMAND_LINE, DEFAULT, LoadedSettings, Searched
from msglint.contacts.book import NO_CONTACTS
from msglint.formats.display import visible
from msglint.paths import shown
from msglint.texts import Text

TEXT = Text(
    de="Zeigen, welche Einstellungen gelten und woher jede kommt.",
    en="Show which settings hold and where each comes from.",
)
ORIGINS = {COMMAND_LINE: Text("Befehlszeile", COMMAND_LINE), DEFAULT: Text("Voreinstellung", DEFAULT)}
HEADINGS = (Text("Einstellung", "Setting"), Text("Wert", "Value"), Text("Herkunft", "Origin"))
SEARCHED = Text("Gesucht, das Spätere gilt:", "Searched, the later wins:")
NOT_SEARCHED = Text("Keine Konfigurationsdatei gesucht.", "No configuration file was searched for.")
USED = Text("gelesen", "read")
UNUSED = Text("nichts für msglint darin", "nothing for msglint in it")
ABSENT = Text("nicht da", "not there")
IN_VAIN = Text(
    de="Zu viel: „{prefix}“ bei recipients.{recipient}.ignore; das ist nach den übrigen Einstellungen ohnehin aus.",
    en="Too much: '{prefix}' in recipients.{recipient}.ignore; the other settings switch it off anyway.",
)


def config(**parameters: Any) -> None:
    """Print every setting with its value and its origin, and the files that were looked for."""
    loaded = load_settings(parameters, current_ui())
    language = loaded.settings.ui_language or language_of_locale(os.environ)
    lines = [*_settings(loaded, language), "", *_files(loaded, language), *_in_vain(loaded, language)]
    Output().write("".join(f"{visible(line)}\n" for line in lines))


def _settings(loaded: LoadedSettings, language: str) -> Iterator[str]:
    rows = [tuple(heading.in_(language) for heading in HEADINGS)]
    for key, origin in loaded.origin.items():
        place = ORIGINS[origin].in_(language) if origin in ORIGINS else origin
        rows.append((key, loaded.shown[key] or "–", place))
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for key, value, place in rows:
        yield f"{key.ljust(widths[0])}  {value.ljust(widths[1])}  {place}"


def _files(loaded: LoadedSettings, language: str) -> Iterator[str]:
    if not loaded.searched:
        yield NOT_SEARCHED.in_(language)
        return
    yield SEARCHED.in_(language)
    for searched in loaded.searched:
        yield f"  {shown(searched.path)}  ({_state(searched).in_(language)})"


def _in_vain(loaded: LoadedSettings, language: str) -> Iterator[str]:
    """A note on everything that is ignored for a recipient and does not run anyway."""
    if not any(entry.ignore for entry in loaded.settings.recipients):
        return
    from msglint.linter import Linter
    from msglint.suppression.running import ignored_in_vain

    linter = Linter(loaded.settings, ui_language=language, contacts=NO_CONTACTS)
    # What a broken pack has, nobody knows.
    notes = [] if linter.problems else list(ignored_in_vain(linter.profiles, loaded.settings, linter.rules))
    if notes:
        yield ""
    yield from (IN_VAIN.in_(language).format_map(note._asdict()) for note in notes)


def _state(searched: Searched) -> Text:
    if searched.used:
        return USED
    return UNUSED if searched.path.exists() else ABSENT


command = BilingualCommand("config", text=TEXT, callback=config, params=[*settings_options(), *config_options()])
