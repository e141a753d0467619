"""Brings up the supervisor of a server, without waiting for the server."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.ending import clean_up
from msglint.analysis.languagetool.failures import ENGINE
from msglint.analysis.languagetool.installation import find_or_fail
from msglint.analysis.languagetool.request import warm_up_fields
from msglint.analysis.languagetool.state import NO_LOCK, State, StateFolder, unlock
from msglint.analysis.languagetool.warm_up import Fields

PATIENCE: Final = 20.0
"""Seconds for the supervisor to come up; it takes a tenth of one."""
INTERVAL: Final = 0.05

_SUPERVISOR: Final = "msglint.analysis.languagetool.supervisor"
_MEMORY: Final = re.compile(r"[1-9]\d{0,9}[kKmMgG]?")
_PACKAGES: Final = ("site-packages", "dist-packages")


def ordered(settings: LanguageToolSettings, warm_up: Sequence[Fields] | None) -> State:
    """What is to be started.

    Raises:
        EngineError: if there is nothing to start, or not as it is wanted.
    """
    installation = find_or_fail(settings)
    if not _MEMORY.fullmatch(settings.memory):
        raise EngineError(
            ENGINE,
            f"„languagetool-options: memory“ kann nicht „{settings.memory}“ sein; richtig wäre zum Beispiel 1g oder "
            "800m.",
            f"'languagetool-options: memory' cannot be '{settings.memory}'; right would be, for example, 1g or 800m.",
        )
    fields = warm_up_fields(settings) if warm_up is None else warm_up
    return State(
        token=secrets.token_hex(16),
        folder=str(installation.folder.absolute()),
        version=installation.version,
        memory=settings.memory,
        idle=settings.idle_minutes * 60,
        warm_up=tuple(dict(entry) for entry in fields),
        total=1 + len(fields),
        since=time.time(),
    )


def launch(folder: StateFolder, order: State) -> bool:
    """Bring up the supervisor, which inherits the lock; False if somebody else has it.

    Raises:
        EngineError: if that is not possible.
    """
    try:
        folder.make()
        lock = folder.lock()
    except OSError as error:
        raise folder.unwritable(error) from None
    if lock is None:
        return False
    try:
        clean_up(folder)
        folder.write(order)
        folder.touch()
        _run_supervisor(folder, order, lock)
        return True
    except EngineError:
        folder.forget()
        raise
    except OSError as error:
        folder.forget()
        raise folder.unwritable(error) from None
    finally:
        os.close(lock)


def _run_supervisor(folder: StateFolder, order: State, lock: int) -> None:
    """Start the supervisor, and wait until it has the lock.

    Raises:
        EngineError: if it does not start.
        OSError: if there is no such program.
    """
    command = [sys.executable, "-m", _SUPERVISOR, str(folder.path), order.token]
    if sys.platform == "win32":  # pragma: no cover
        _run_detached(folder, command, lock)
        return
    process = subprocess.Popen(  # noqa: S603 - our own program
        [*command, str(lock)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder.path,
        env=_environment(),
        start_new_session=True,
        pass_fds=(lock,),
    )
    try:
        status = process.wait(PATIENCE)  # for the first process, which leaves a second one behind
    except subprocess.TimeoutExpired:
        process.kill()
        status = process.wait()
    if status:
        raise _not_launched(status)


if sys.platform == "win32":  # pragma: no cover

    def _run_detached(folder: StateFolder, command: list[str], lock: int) -> None:
        """The same on Windows, where locks are not inherited: it is let go, and taken by the supervisor."""
        unlock(lock)
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        process = subprocess.Popen(  # noqa: S603 - our own program
            [*command, NO_LOCK], creationflags=flags, cwd=folder.path, env=_environment()
        )
        until = time.monotonic() + PATIENCE
        while not folder.is_locked() and time.monotonic() < until and process.poll() is None:
            time.sleep(INTERVAL)
        if process.returncode:
            raise _not_launched(process.returncode)


def _not_launched(status: int) -> EngineError:
    return EngineError(
        ENGINE,
        f"LanguageTool ließ sich nicht starten: {sys.executable} endete mit {status}.",
        f"LanguageTool could not be started: {sys.executable} ended with {status}.",
    )


def _environment() -> dict[str, str]:
    """The environment, in which msglint is found also where it runs from its sources."""
    environ = dict(os.environ)
    root = Path(__file__).parents[3]
    if root.name not in _PACKAGES:
        environ["PYTHONPATH"] = os.pathsep.join(filter(None, [environ.get("PYTHONPATH"), str(root)]))
    return environ
