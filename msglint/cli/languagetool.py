"""`msglint languagetool`: installs LanguageTool, starts and stops its server, and tells how it is."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from msglint.analysis.engine_settings import OFF, LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.cli.commands import BilingualCommand, BilingualGroup, BilingualOption, UserError, as_user_error
from msglint.cli.options import (
    check_text_or_json,
    config_options,
    current_ui,
    load_settings,
    output_format_option,
    ui_language_option,
)
from msglint.cli.progress import Bar
from msglint.cli.ui import Output, complain, is_terminal, tell, write_line
from msglint.paths import shown
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.analysis.languagetool.installation import Installation
    from msglint.analysis.languagetool.java import Java
    from msglint.analysis.languagetool.server import Running

TEXT = Text(
    de=(
        "LanguageTool installieren, starten, anhalten, und zeigen, wie es ihm geht.\n\n"
        "Ist es installiert, startet es beim Prüfen von selbst, gilt für alle Prüfungen gemeinsam und hält an, wenn "
        "es länger niemand braucht. Es lauscht nur auf diesem Rechner."
    ),
    en=(
        "Install, start and stop LanguageTool, and tell how it is.\n\n"
        "Once installed it starts by itself when something is checked, serves all checks together, and stops when "
        "nobody has needed it for a while. It listens on this machine only."
    ),
)
INSTALL = Text(
    de=(
        "LanguageTool installieren, nur für Sie.\n\n"
        "Aus einer Zip-Datei oder einem Ordner, die Sie haben; sonst über Maven, wo es „mvn“ gibt, und wo nicht, über "
        "language-tool-python. Beide laden rund 260 MB; entpackt sind es 400 MB."
    ),
    en=(
        "Install LanguageTool, for you alone.\n\n"
        "From a zip file or a folder that you have; else by Maven where there is 'mvn', and by language-tool-python "
        "where there is not. Both download about 260 MB, which take 400 MB when unpacked."
    ),
)
START = Text(
    de=(
        "LanguageTool starten und warten, bis es bereit ist.\n\n"
        "Nötig ist das nicht: Die erste Prüfung startet es auch, wartet aber nicht darauf."
    ),
    en=(
        "Start LanguageTool, and wait until it is ready.\n\n"
        "There is no need to: the first check starts it too, but does not wait for it."
    ),
)
STOP = Text(de="LanguageTool anhalten.", en="Stop LanguageTool.")
STATUS = Text(
    de="Zeigen, ob LanguageTool installiert ist und läuft, und was dazu fehlt.",
    en="Tell whether LanguageTool is installed and running, and what is missing.",
)

FROM: Final = ("maven", "download")
LONGEST_START: Final = 600.0
"""Seconds; a slow machine needs one or two minutes."""

INSTALLING = Text("LanguageTool installieren", "Installing LanguageTool")
FETCHING = Text("Maven holt LanguageTool (260 MB) …", "Maven is fetching LanguageTool (260 MB) …")
INSTALLED = Text("LanguageTool {version} ist installiert: {folder}", "LanguageTool {version} is installed: {folder}")
STARTING = Text("LanguageTool starten", "Starting LanguageTool")
READY = Text("LanguageTool {version} ist bereit: {url}", "LanguageTool {version} is ready: {url}")
ANOTHER = Text(
    de="Es läuft das aus {running}, nicht das aus {wanted}; „msglint languagetool stop“ macht Platz dafür.",
    en="The one in {running} is running, not the one in {wanted}; 'msglint languagetool stop' makes room for it.",
)
STOPPED = Text("LanguageTool ist angehalten.", "LanguageTool has been stopped.")
NOT_RUNNING = Text("LanguageTool lief nicht.", "LanguageTool was not running.")

IN = Text("{version} in {folder}", "{version} in {folder}")
NOT_INSTALLED = Text("nicht installiert; das erledigt: {command}", "not installed; this does it: {command}")
NAMED = Text("{url}, in der Konfiguration genannt", "{url}, named in the configuration")
SWITCHED_OFF = Text("ausgeschaltet („languagetool: off“)", "switched off ('languagetool: off')")
SERVER = Text("Server", "server")
LOG = Text("Protokoll", "log")
NO_SERVER = Text("läuft nicht", "not running")
FAILED = Text("läuft nicht. Zuletzt: {why}", "not running. Last time: {why}")
UP = Text(
    de="bereit unter {url}, {memory} MB, hält nach {minutes} Minuten ohne Prüfung an",
    en="ready at {url}, {memory} MB, stops after {minutes} minutes without a check",
)
COMING = Text("startet ({done} von {total} Schritten)", "starting ({done} of {total} steps)")


def install(path: Path | None, source: str | None, **parameters: Any) -> None:
    """Install, and tell where."""
    from msglint.analysis.languagetool import installing

    ui = current_ui()
    _check_source(path, source)
    with as_user_error(EngineError), Bar(ui.say(INSTALLING)) as bar:
        if path is not None:
            installed = installing.from_path(path, bar.reach)
        elif source == installing.DOWNLOAD or (source is None and not installing.maven_is_there()):
            installed = installing.by_download(is_watched=is_terminal(sys.stderr))
        else:
            if is_terminal(sys.stderr):
                tell(ui.say(FETCHING))
            installed = installing.by_maven(bar.reach)
    write_line(ui.say(INSTALLED).format(version=installed.version, folder=shown(installed.folder)))


def _check_source(path: Path | None, source: str | None) -> None:
    if source is not None and source not in FROM:
        raise UserError(
            f"--from kann nicht „{source}“ sein; möglich ist maven oder download.",
            f"--from cannot be '{source}'; it may be maven or download.",
        )
    if path is not None and source is not None:
        raise UserError(
            "Eine Datei oder ein Ordner und --from widersprechen sich; bitte nur eines von beiden.",
            "A file or folder and --from contradict each other; please use one of them.",
        )
    if path is not None and not path.exists():
        raise UserError(
            f"{shown(path)}: Diese Zip-Datei oder diesen Ordner gibt es nicht.",
            f"{shown(path)}: there is no such zip file or folder.",
        )


def start(**parameters: Any) -> None:
    """Start, show how far it is, and tell the address."""
    from msglint.analysis.languagetool import server
    from msglint.analysis.languagetool.installation import find, server_address

    ui = current_ui()
    settings = _settings(parameters)
    address = server_address(settings)
    if address is not None:
        raise UserError(
            f"Zu starten ist nichts: Die Konfiguration nennt den Server {address}.",
            f"There is nothing to start: the configuration names the server {address}.",
        )
    with as_user_error(EngineError), Bar(ui.say(STARTING)) as bar:
        running = server.start(settings, wait=LONGEST_START, progress=bar)
    write_line(ui.say(READY).format(version=running.version, url=running.url))
    wanted = find(settings)
    if wanted is not None and wanted.folder.absolute() != running.folder:
        complain(ui.say(ANOTHER).format(running=shown(running.folder), wanted=shown(wanted.folder)))


def stop(**parameters: Any) -> None:
    """Stop, and tell whether there was something to stop."""
    from msglint.analysis.languagetool import server

    with as_user_error(EngineError):
        was_running = server.stop()
    write_line(current_ui().say(STOPPED if was_running else NOT_RUNNING))


def status(output_format: str | None, **parameters: Any) -> None:
    """Print what is known, as lines or as JSON."""
    check_text_or_json(output_format)
    found = _Found(_settings(parameters))
    if output_format == "json":
        text = json.dumps(found.as_json(current_ui().language), ensure_ascii=False, indent=2)
        Output(machine=True).write(f"{text}\n")
        return
    for line in found.lines(current_ui().language):
        write_line(line)


class _Found:
    """What there is to tell.

    Args:
        settings: what the user wants.
    """

    def __init__(self, settings: LanguageToolSettings) -> None:
        from msglint.analysis.languagetool import installation, server
        from msglint.analysis.languagetool.state import StateFolder

        self._settings = settings
        self._address = installation.server_address(settings)
        self._installation: Installation | None = installation.find(settings)
        self._client = _version_of_client() if installation.client_is_there() else None
        self._java, self._java_error = _java()
        self._commands = installation.INSTALL, installation.INSTALL_CLIENT
        with as_user_error(EngineError):
            self._running: Running | None = server.running()
            self._failure = server.failure()
            self._log = StateFolder.of_user().log

    def lines(self, language: str) -> Iterator[str]:
        """For people."""
        install, install_client = (NOT_INSTALLED.in_(language).format(command=command) for command in self._commands)
        found = self._installation
        here = IN.in_(language).format(version=found.version, folder=shown(found.folder)) if found else install
        java = f"{self._java.version}, {self._java.path}" if self._java else ""
        if self._address is None and self._settings.use != OFF:
            yield f"LanguageTool: {here}"
            yield f"Java: {java or (self._java_error or NO_SERVER).in_(language)}"
        yield f"language-tool-python: {self._client or install_client}"
        yield f"{SERVER.in_(language)}: {self._server(language)}"
        if self._log.exists():
            yield f"{LOG.in_(language)}: {shown(self._log)}"

    def _server(self, language: str) -> str:
        if self._settings.use == OFF:
            return SWITCHED_OFF.in_(language)
        if self._address is not None:
            return NAMED.in_(language).format(url=self._address)
        running = self._running
        if running is None:
            why = self._failure.text(language) if self._failure else ""
            return FAILED.in_(language).format(why=why) if why else NO_SERVER.in_(language)
        if not running.is_ready:
            return COMING.in_(language).format(done=running.done, total=running.total)
        return UP.in_(language).format(
            url=running.url, memory=(running.memory or 0) // 1_000_000, minutes=f"{running.idle / 60:g}"
        )

    def as_json(self, language: str) -> Mapping[str, object]:
        """For programs."""
        found, running = self._installation, self._running
        return {
            "schema_version": 1,
            "use": str(self._settings.use),
            "installation": {"version": found.version, "folder": str(found.folder)} if found else None,
            "client": self._client,
            "java": {"version": self._java.version, "path": str(self._java.path)} if self._java else None,
            "java_error": self._java_error.in_(language) if self._java_error else None,
            "server": _as_json(running) if running else None,
            "failure": self._failure.text(language) if self._failure else None,
            "log": str(self._log),
        }


def _as_json(running: Running) -> Mapping[str, object]:
    return {
        "phase": running.phase.value,
        "url": running.url if running.is_ready else None,
        "version": running.version,
        "folder": str(running.folder),
        "pid": running.pid,
        "supervisor": running.supervisor,
        "memory": running.memory,
        "idle_minutes": running.idle / 60,
        "done": running.done,
        "total": running.total,
    }


def _version_of_client() -> str:
    try:
        return version("language-tool-python")
    except PackageNotFoundError:
        return "?"


def _java() -> tuple[Java | None, Text | None]:
    from msglint.analysis.languagetool.java import find_java

    try:
        return find_java(os.environ), None
    except EngineError as error:
        return None, error.sentence


def _settings(parameters: Mapping[str, Any]) -> LanguageToolSettings:
    return load_settings(parameters, current_ui()).settings.engines.languagetool


COMMANDS: Final[Mapping[str, BilingualCommand]] = {
    "install": BilingualCommand(
        "install",
        text=INSTALL,
        callback=install,
        params=[
            click.Argument(["path"], required=False, metavar="[PATH]", type=click.Path(path_type=Path)),
            BilingualOption(
                "--from",
                "source",
                metavar="maven|download",
                text=Text(
                    de="Woher, wenn Sie es nicht schon haben: über Maven oder language-tool-python.",
                    en="Where from, unless you have it already: by Maven or by language-tool-python.",
                ),
            ),
            ui_language_option(),
        ],
    ),
    "start": BilingualCommand("start", text=START, callback=start, params=[ui_language_option(), *config_options()]),
    "stop": BilingualCommand("stop", text=STOP, callback=stop, params=[ui_language_option()]),
    "status": BilingualCommand(
        "status",
        text=STATUS,
        callback=status,
        params=[output_format_option("text|json"), ui_language_option(), *config_options()],
    ),
}

command = BilingualGroup(
    "languagetool",
    text=TEXT,
    commands=COMMANDS,
    params=[ui_language_option()],
)
