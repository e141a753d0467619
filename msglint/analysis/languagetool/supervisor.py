"""The small process that owns LanguageTool's server: `python -m msglint.analysis.languagetool.supervisor`.

It is nobody's child and in a session of its own, so that it survives the program that started it, closed terminals
and their signals. It holds the lock on the server as long as it lives, starts Java as its child, makes it warm, writes
into the state how far it is, and ends both when it is told to (SIGTERM), when nobody has asked for long enough, when
its state has been removed, or when Java has ended.

Killed by SIGKILL it takes Java with it on Linux; elsewhere see `jvm`. On Windows there is no second process and no
SIGTERM, so `stop` ends both by force; the way there follows the documentation and has not been tried.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from http.client import HTTPException
from pathlib import Path
from typing import Any, Final

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import jvm
from msglint.analysis.languagetool.failures import ENGINE
from msglint.analysis.languagetool.java import find_java
from msglint.analysis.languagetool.state import NO_LOCK, Phase, State, StateFolder
from msglint.message.os_errors import reason_of
from msglint.paths import shown

PORTS: Final = 5
"""So many ports are tried, should others take them."""
START_PATIENCE: Final = 120.0
"""Seconds for Java to answer; it takes two to six."""
WARM_PATIENCE: Final = 180.0
"""Seconds for the first check in a language; it takes four to thirty."""
INTERVAL: Final = 0.1
WATCH_INTERVAL: Final = 0.5


class _Told(Exception):  # noqa: N818 - no error
    """Somebody wants the server to end."""


class Supervisor:
    """Starts the server, watches it, ends it.

    Args:
        folder: where the state is.
        state: what has been ordered.
    """

    def __init__(self, folder: StateFolder, state: State) -> None:
        self._folder = folder
        self._state = state
        self._jvm: jvm.Jvm | None = None
        self._told = False

    def run(self) -> None:
        """Run the server until it is to end; leave no process behind, and no state but that of a failure."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end_soon)
        error: EngineError | None = None
        try:
            self._serve()
        except _Told:
            pass
        except EngineError as told:
            error = told
        except OSError as failed:
            error = self._folder.unwritable(failed)
        except Exception as defect:  # nobody would ever hear of it otherwise
            kind = type(defect).__name__
            error = self._not_started(f"interner Fehler ({kind})", f"internal error ({kind})")
        finally:
            self._end(error)

    def _serve(self) -> None:
        self._update(supervisor=os.getpid())
        server = self._started()
        self._warm(server)
        self._watch(server)

    def _end_soon(self, *_: Any) -> None:
        """Also ends a request that is under way, which would otherwise have to be waited for."""
        self._told = True
        if self._jvm is not None:
            self._jvm.process.kill()

    def _end(self, error: EngineError | None) -> None:
        if self._jvm is not None:
            self._jvm.end()
        if error is None:
            self._folder.forget()
            return
        failed = {"phase": Phase.FAILED, "de": error.de, "en": error.en, "java": 0, "port": 0}
        try:
            self._update(**failed)
        except OSError:
            self._folder.forget()
            # On a full disk there is room for one more file now.
            with suppress(OSError):
                self._update(**failed)

    def _update(self, **changes: Any) -> None:
        if "phase" in changes:
            changes["since"] = time.time()
        self._state = replace(self._state, **changes)
        self._folder.write(self._state)

    def _started(self) -> jvm.Jvm:
        """The server, answering.

        Raises:
            EngineError: if it does not start.
        """
        java = find_java(os.environ)
        for _ in range(PORTS):
            self._pause(0)
            try:
                self._jvm = server = jvm.start(java, self._state, self._folder)
            except OSError as error:
                raise self._not_started(*reason_of(error)) from None
            self._update(java=server.process.pid, port=server.port)
            if self._answers(server):
                return server
            server.end()
        raise self._not_started("alle Ports werden gerade vergeben", "all ports are being taken")

    def _answers(self, server: jvm.Jvm) -> bool:
        """Wait until it answers; False if somebody else has taken the port."""
        until = time.monotonic() + START_PATIENCE
        while not server.has_ended:
            if server.is_up():
                return True
            if time.monotonic() > until:
                raise self._not_started("es antwortet nicht", "it does not answer")
            self._pause(INTERVAL)
        self._pause(0)
        if server.port_was_taken():
            return False
        raise self._has_ended(server)

    def _warm(self, server: jvm.Jvm) -> None:
        for number, fields in enumerate(self._state.warm_up, start=1):
            self._update(phase=Phase.WARMING, done=number, language=fields["language"])
            try:
                # A language that it does not have is no reason to end: others may be asked for.
                server.warm(fields, WARM_PATIENCE)
            except TimeoutError:
                raise self._not_started("es antwortet nicht", "it does not answer") from None
            except (OSError, HTTPException):
                self._pause(INTERVAL)
                raise self._has_ended(server) from None
            self._pause(0)

    def _watch(self, server: jvm.Jvm) -> None:
        """Return when it is to end."""
        server.log.keep_only_errors()
        self._update(phase=Phase.READY, done=self._state.total, language="")
        used, since = self._folder.last_use(), time.monotonic()
        while not server.has_ended and self._is_mine():
            self._pause(WATCH_INTERVAL)
            if (now := self._folder.last_use()) != used:
                used, since = now, time.monotonic()
            elif time.monotonic() - since > self._state.idle and self._stays_unused(used):
                return

    def _stays_unused(self, used: int) -> bool:
        """Announce the end, then look once more: who asks either sees the announcement or is seen."""
        self._update(phase=Phase.STOPPING)
        if self._folder.last_use() == used:
            return True
        self._update(phase=Phase.READY)
        return False

    def _is_mine(self) -> bool:
        """Whether the state still speaks of this server; who has removed it wants it to end."""
        state = self._folder.read()
        return state is not None and state.token == self._state.token

    def _pause(self, seconds: float) -> None:
        if not self._told:
            time.sleep(seconds)
        if self._told:
            raise _Told

    def _not_started(self, de: str, en: str) -> EngineError:
        return EngineError(
            ENGINE,
            f"LanguageTool {self._state.version} ließ sich nicht starten: {de}.",
            f"LanguageTool {self._state.version} could not be started: {en}.",
        )

    def _has_ended(self, server: jvm.Jvm) -> EngineError:
        line = server.log.last_line()
        place = shown(Path(self._state.folder))
        if not line:
            de, en = f"Java endete ohne ein Wort ({place})", f"Java ended without a word ({place})"
        else:
            de, en = f"Java endete mit „{line}“ ({place})", f"Java ended with '{line}' ({place})"
        return self._not_started(de, en)


def main(arguments: Sequence[str]) -> int:
    """Take over the server that has been ordered in the folder: `FOLDER TOKEN LOCK`.

    Args:
        arguments: the state folder, the token of the state in it, and the number of the open, locked file.
    """
    if hasattr(os, "fork") and os.fork():
        return 0  # who started this is not to wait for it, and need not mourn it either
    folder = StateFolder(Path(arguments[0]))
    state = folder.read()
    if arguments[2] == NO_LOCK and folder.lock() is None:
        return 0
    if state is None or state.token != arguments[1]:
        return 0
    Supervisor(folder, state).run()
    return 0


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
