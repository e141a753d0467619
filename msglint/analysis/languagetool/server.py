"""The server that checks ask: one that the user has named, or one that msglint runs and shares among all checks.

The own server belongs to a small process apart (`supervisor`), which nobody has to keep alive and which ends it when it
is idle. However many programs ask for it at once, there is one: the lock in the state folder says whose it is. It is
the same for all, whatever folder or memory a later one would have wanted; `stop` makes room for another.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from msglint.analysis.engine_settings import OFF, LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.failures import ENGINE
from msglint.analysis.languagetool.installation import find, find_or_fail, is_there, require_client, server_address
from msglint.analysis.languagetool.state import Phase, State, StateFolder
from msglint.analysis.languagetool.warm_up import Fields

__all__ = ["Progress", "Running", "failure", "is_there", "named_or_own", "running", "start", "stop", "used"]

INTERVAL: Final = 0.1
FAILURE_COUNTS: Final = 60.0
"""Seconds in which checks do not try again what has failed; `msglint languagetool start` always tries."""


class Progress(Protocol):
    """Shows how far the start is."""

    def reach(self, done: int, total: int) -> None:
        """So much of so much is done."""


class Running(NamedTuple):
    """The own server.

    Attributes:
        url: its address, without `/v2`.
        phase: how far it is.
        version: of LanguageTool; empty where that is not known.
        folder: of the installation.
        pid: process of Java; 0 before there is one.
        supervisor: process that owns it; 0 before there is one.
        memory: bytes of main memory that Java takes, as far as known.
        idle: seconds without a question after which it stops.
        done: steps done.
        total: steps until it is ready.
        language: the one that is being loaded.
    """

    url: str
    phase: Phase
    version: str
    folder: Path
    pid: int
    supervisor: int
    memory: int | None
    idle: float
    done: int
    total: int
    language: str

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked."""
        return self.phase is Phase.READY


def named_or_own(
    settings: LanguageToolSettings,
    *,
    wait: float,
    progress: Progress | None = None,
    warm_up: Sequence[Fields] | None = None,
) -> str:
    """The address of the server to ask, without `/v2`: the one that is named, else the own one, started if need be.

    An own server that is given out stays for at least the idle time.

    Args:
        settings: which server.
        wait: seconds to wait for the own one to be ready; 0 = do not wait, and leave it starting.
        progress: is told how far the start is.
        warm_up: what a server that is started is asked first, as form fields without the text; by default what checks
            ask. Its rules are ready for these fields and these languages, and have to be built for others.

    Raises:
        EngineError: if there is no server, or none yet.
    """
    if settings.use == OFF:
        raise _switched_off()
    address = server_address(settings)
    if address is not None:
        from msglint.analysis.languagetool.named_server import named_server

        return named_server(address, allow_remote=settings.allow_remote)
    require_client()
    if isinstance(settings.use, Path):
        # A folder that is none must be told, also while a server from elsewhere would answer.
        find_or_fail(settings)
    folder = StateFolder.of_user()
    state = _ready(folder)
    if state is None:
        _raise_remembered(folder, settings)
        state = _started(folder, settings, wait, progress, warm_up)
    return state.url


def start(
    settings: LanguageToolSettings,
    *,
    wait: float,
    progress: Progress | None = None,
    warm_up: Sequence[Fields] | None = None,
) -> Running:
    """The own server, started if need be, also where that has failed a moment ago.

    Raises:
        EngineError: if it does not start, or is not ready in time.
    """
    if settings.use == OFF:
        raise _switched_off()
    require_client()
    folder = StateFolder.of_user()
    return _running(_ready(folder) or _started(folder, settings, wait, progress, warm_up))


def running() -> Running | None:
    """The own server, as far as it is; None where there is none."""
    with suppress(EngineError):
        state = _alive(StateFolder.of_user())
        return _running(state) if state else None
    return None


def failure() -> EngineError | None:
    """Why the last start has failed, if it has."""
    with suppress(EngineError):
        folder = StateFolder.of_user()
        state = folder.read()
        if state is not None and state.phase is Phase.FAILED and not folder.is_locked():
            return EngineError(ENGINE, state.de, state.en)
    return None


def stop() -> bool:
    """End the own server, and what may be left of one; whether there was one.

    Raises:
        EngineError: if it does not end.
    """
    from msglint.analysis.languagetool.ending import stop_server

    return stop_server(StateFolder.of_user())


def used() -> None:
    """Tell the own server that it is being used, so that it does not stop in the midst of it."""
    with suppress(EngineError):
        StateFolder.of_user().touch()


def _running(state: State) -> Running:
    from msglint.analysis.languagetool.ending import processes_of_ours

    return Running(
        url=state.url,
        phase=state.phase,
        version=state.version,
        folder=Path(state.folder),
        pid=state.java,
        supervisor=state.supervisor,
        memory=processes_of_ours().memory(state.java, state.token),
        idle=state.idle,
        done=state.done,
        total=state.total,
        language=state.language,
    )


def _alive(folder: StateFolder) -> State | None:
    """The state, if there is somebody whose it is."""
    state = folder.read()
    return state if state is not None and folder.is_locked() else None


def _ready(folder: StateFolder) -> State | None:
    """The state of a server that can be asked, and that knows that it is going to be."""
    folder.touch()
    state = _alive(folder)
    return state if state is not None and state.phase is Phase.READY else None


def _raise_remembered(folder: StateFolder, settings: LanguageToolSettings) -> None:
    """Tell again why it failed a moment ago, in place of failing at every check."""
    state = folder.read()
    if state is None or state.phase is not Phase.FAILED or folder.is_locked():
        return
    installation = find(settings)
    is_same = installation is not None and state.folder == str(installation.folder.absolute())
    if is_same and 0 <= time.time() - state.since < FAILURE_COUNTS:
        raise EngineError(ENGINE, state.de, state.en)


def _started(
    folder: StateFolder,
    settings: LanguageToolSettings,
    wait: float,
    progress: Progress | None,
    warm_up: Sequence[Fields] | None,
) -> State:
    """Start it, unless somebody else has, and wait until it is ready.

    Raises:
        EngineError: if it does not start, or is not ready in time.
    """
    until = time.monotonic() + wait
    while True:
        is_mine = False
        if not folder.is_locked() or _is_going(folder):
            from msglint.analysis.languagetool.launching import launch, ordered

            is_mine = launch(folder, ordered(settings, warm_up))
        state = _ready_by(folder, until, progress)
        if state is not None:
            return state
        if is_mine:
            raise _ended(folder)


def _is_going(folder: StateFolder) -> bool:
    """Whether the server that is there is on its way out."""
    state = folder.read()
    return state is None or state.phase in (Phase.STOPPING, Phase.FAILED)


def _ready_by(folder: StateFolder, until: float, progress: Progress | None) -> State | None:
    """The state when it is ready; None if the server that was there has ended.

    Raises:
        EngineError: if it has failed, or is not ready in time.
    """
    while True:
        is_locked, state = folder.is_locked(), folder.read()
        if not is_locked:
            _raise_failure(state)
            return None
        if state is not None and state.phase is Phase.READY:
            return _ready(folder)
        if time.monotonic() >= until:
            raise _starting()
        if state is not None and progress is not None:
            progress.reach(state.done, state.total)
        time.sleep(INTERVAL)


def _raise_failure(state: State | None) -> None:
    if state is not None and state.phase is Phase.FAILED:
        raise EngineError(ENGINE, state.de, state.en)


def _ended(folder: StateFolder) -> EngineError:
    """Why the server ended that was being waited for, without having said so."""
    try:
        folder.try_to_write()
    except OSError as error:
        return folder.unwritable(error)
    return EngineError(
        ENGINE,
        "LanguageTool wurde beendet, während es startete; noch einmal: msglint languagetool start",
        "LanguageTool was ended while it was starting; once more: msglint languagetool start",
    )


def _starting() -> EngineError:
    return EngineError(
        ENGINE,
        "LanguageTool startet gerade; bei der nächsten Prüfung ist es dabei.",
        "LanguageTool is starting; the next check will have it.",
    )


def _switched_off() -> EngineError:
    return EngineError(
        ENGINE,
        "LanguageTool ist in der Konfiguration ausgeschaltet („languagetool: off“).",
        "LanguageTool is switched off in the configuration ('languagetool: off').",
    )
