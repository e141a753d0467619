"""Ends the own server, and what is left of one whose owner is no more."""

from __future__ import annotations

import time
from types import ModuleType
from typing import Final

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.failures import ENGINE, not_installed
from msglint.analysis.languagetool.state import Phase, StateFolder

PATIENCE: Final = 20.0
"""Seconds for the server to end; it takes a moment."""
INTERVAL: Final = 0.05


def stop_server(folder: StateFolder) -> bool:
    """End the own server, and what may be left of one; whether there was one.

    Raises:
        EngineError: if it does not end.
    """
    if not folder.is_locked():
        return clean_up(folder)
    processes = processes_of_ours()
    until = time.monotonic() + PATIENCE
    token = ""
    while folder.is_locked():
        state = folder.read()
        if state is None:
            folder.forget()  # of another version; its owner ends when the state is gone
        elif state.token != token and state.supervisor:
            token = state.token
            processes.ask_to_end(state.supervisor, token)
        if time.monotonic() > until:
            _kill(folder, token)
            break
        time.sleep(INTERVAL)
    clean_up(folder)
    return True


def clean_up(folder: StateFolder) -> bool:
    """End what is left of a server whose owner is no more; whether there was anything."""
    state = folder.read()
    if state is None:
        return False
    if state.phase is Phase.FAILED:
        folder.forget()
        return False
    processes_of_ours().kill_all(state.token)
    folder.forget()
    return True


def _kill(folder: StateFolder, token: str) -> None:
    if token:
        processes_of_ours().kill_all(token)
        return
    raise EngineError(
        ENGINE,
        f"LanguageTool ließ sich nicht beenden; ein anderes Programm hält {folder.path} fest.",
        f"LanguageTool could not be ended; another program holds on to {folder.path}.",
    )


def processes_of_ours() -> ModuleType:
    """What needs psutil, which comes with the extra.

    Raises:
        EngineError: if it is not there.
    """
    try:
        from msglint.analysis.languagetool import processes
    except ImportError:
        raise not_installed() from None
    return processes
