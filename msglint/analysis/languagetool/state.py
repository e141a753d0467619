"""What the server leaves in the user's state folder, so that every msglint of the user finds it: state, lock, log.

Only the one who holds the lock writes the state. The operating system frees the lock when that process ends, however
it ends, so a state without a lock is that of a server that is no more.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.failures import ENGINE
from msglint.analysis.languagetool.folders import homeless, state_folder
from msglint.message.os_errors import reason_of
from msglint.paths import shown
from msglint.texts import Text

FOR_ME_ALONE: Final = 0o600
NO_LOCK: Final = "-"
"""Stands for the lock where it cannot be inherited."""
_BUSY_FOR: Final = 0.3
"""Seconds to try for the lock: others hold it for moments, to see whether it is free."""
_INTERVAL: Final = 0.01


class Phase(str, Enum):
    """How far the server is."""

    STARTING = "starting"
    WARMING = "warming"
    READY = "ready"
    STOPPING = "stopping"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class State:
    """The server, as it was ordered and as far as it is.

    Attributes:
        token: stands on the command lines of its processes and nowhere else.
        folder: of the installation.
        version: of LanguageTool.
        memory: Java's heap.
        idle: seconds without a question after which it stops.
        warm_up: the fields of the requests that make it warm, without their texts.
        phase: how far it is.
        done: steps done.
        total: steps until it is ready.
        language: the one that is being loaded.
        since: when this phase began, in seconds of the epoch.
        supervisor: process that owns the server.
        java: process of the server.
        port: where it listens.
        de: why it has failed, in German.
        en: why it has failed, in English.
    """

    token: str
    folder: str
    version: str
    memory: str
    idle: float
    warm_up: tuple[Mapping[str, str], ...]
    phase: Phase = Phase.STARTING
    done: int = 0
    total: int = 1
    language: str = ""
    since: float = 0.0
    supervisor: int = 0
    java: int = 0
    port: int = 0
    de: str = ""
    en: str = ""

    @property
    def url(self) -> str:
        """The address, without `/v2`."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def why(self) -> Text:
        """Why it has failed."""
        return Text(self.de, self.en)


@dataclass(frozen=True, slots=True)
class StateFolder:
    """The folder with state, lock and log."""

    path: Path

    @classmethod
    def of_user(cls, environ: Mapping[str, str] | None = None) -> StateFolder:
        """The folder of this user on this machine, whether it is there or not.

        Raises:
            EngineError: if the user has no home.
        """
        path = state_folder(os.environ if environ is None else environ)
        if path is None:
            raise homeless()
        return cls(path)

    @property
    def log(self) -> Path:
        """What Java said."""
        return self.path / "server.log"

    @property
    def config(self) -> Path:
        """LanguageTool's own settings."""
        return self.path / "server.properties"

    @property
    def _state(self) -> Path:
        return self.path / "state.json"

    @property
    def _lock(self) -> Path:
        return self.path / "lock"

    @property
    def _used(self) -> Path:
        return self.path / "used"

    def read(self) -> State | None:
        """The state; None where there is none, or somebody else has written into the file."""
        try:
            return _state_from(json.loads(self._state.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def write(self, state: State) -> None:
        """Put the state in place of the old one, as a whole.

        Raises:
            OSError: if that is not possible; the old one stays.
        """
        self.write_file(self._state, json.dumps(asdict(state)))

    def write_file(self, path: Path, text: str) -> None:
        """Put the text into a file of this folder, for its owner alone, as a whole.

        Raises:
            OSError: if that is not possible.
        """
        new = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            with os.fdopen(os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, FOR_ME_ALONE), "wb") as file:
                file.write(text.encode())
            _replace(new, path)
        except OSError:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise

    def try_to_write(self) -> None:
        """Find out whether there is room for a state.

        Raises:
            OSError: if there is not.
        """
        probe = self.path / "probe"
        self.write_file(probe, "#" * 8192)
        with suppress(OSError):
            probe.unlink()

    def forget(self) -> None:
        """Remove the state."""
        with suppress(OSError):
            self._state.unlink(missing_ok=True)

    def make(self) -> None:
        """Make the folder, for its owner alone.

        Raises:
            OSError: if that is not possible.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def touch(self) -> None:
        """The server is being used. Where that cannot be said, it stops a little early."""
        with suppress(OSError):
            try:
                os.utime(self._used)
            except FileNotFoundError:
                if self.path.is_dir():
                    self._used.touch(mode=FOR_ME_ALONE)

    def last_use(self) -> int:
        """A number that changes with every use."""
        try:
            return self._used.stat().st_mtime_ns
        except OSError:
            return 0

    def is_locked(self) -> bool:
        """Whether somebody has the server."""
        try:
            descriptor = os.open(self._lock, os.O_RDWR)
        except OSError:
            return False
        try:
            return not _locked(descriptor, shared=True)
        except OSError:
            return False
        finally:
            os.close(descriptor)

    def lock(self) -> int | None:
        """The file, locked, as long as it stays open; None if somebody else has it.

        Raises:
            OSError: if there can be no lock.
        """
        descriptor = os.open(self._lock, os.O_CREAT | os.O_RDWR, FOR_ME_ALONE)
        until = time.monotonic() + _BUSY_FOR
        while not _locked(descriptor):
            if time.monotonic() > until:
                os.close(descriptor)
                return None
            time.sleep(_INTERVAL)
        return descriptor

    def unwritable(self, error: OSError) -> EngineError:
        """The sentence for an error in this folder."""
        reason = reason_of(error)
        place = shown(self.path)
        return EngineError(
            ENGINE,
            f"{place}: LanguageTool kann nicht starten, weil sich hier nichts schreiben lässt ({reason.de}).",
            f"{place}: LanguageTool cannot start, because nothing can be written here ({reason.en}).",
        )


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _locked(descriptor: int, *, shared: bool = False) -> bool:
        """Lock the first byte. There are no shared locks, so one who only looks is in the way for a moment."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def unlock(descriptor: int) -> None:
        """Let go of the lock."""
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

    def _replace(new: Path, old: Path) -> None:
        """What somebody is reading cannot be replaced for a moment."""
        until = time.monotonic() + _BUSY_FOR
        while True:
            try:
                new.replace(old)
            except PermissionError:  # noqa: PERF203 - it is tried again
                if time.monotonic() > until:
                    raise
                time.sleep(_INTERVAL)
            else:
                return

else:
    import fcntl

    def _locked(descriptor: int, *, shared: bool = False) -> bool:
        """Lock the file; a child that inherits it open holds it too."""
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def unlock(descriptor: int) -> None:
        """Let go of the lock."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    def _replace(new: Path, old: Path) -> None:
        new.replace(old)


def _state_from(data: dict[str, Any]) -> State:
    """The state in the file; what another version of msglint has written is an error."""
    return State(**{**data, "phase": Phase(data["phase"]), "warm_up": tuple(data["warm_up"])})
