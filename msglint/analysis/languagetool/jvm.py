"""Runs LanguageTool's server as a child of this process, which it does not outlive.

On Linux the kernel ends the child when this process ends, even by SIGKILL. Elsewhere nothing does: there, a child
whose parent was killed by force runs on until the next `msglint` that looks for the server ends it.
"""

from __future__ import annotations

import socket
import subprocess
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlencode

from msglint.analysis.languagetool import processes
from msglint.analysis.languagetool.installation import Installation
from msglint.analysis.languagetool.java import Java
from msglint.analysis.languagetool.log import Log
from msglint.analysis.languagetool.parenthood import end_with_parent
from msglint.analysis.languagetool.state import State, StateFolder
from msglint.analysis.languagetool.warm_up import Fields, text_for

CONFIG: Final = {
    "pipelineCaching": "true",
    "maxPipelinePoolSize": "10",
    "pipelineExpireTimeInSeconds": "3600",
    "cacheSize": "2000",
    "cacheTTLSeconds": "3600",
    "maxTextLength": "50000",
}
"""LanguageTool's own settings. Without the cache of pipelines, every check would take seconds."""
HOST: Final = "127.0.0.1"
TAKEN: Final = "BindException"
"""What Java says where a port is not free."""
_SERVER: Final = "org.languagetool.server.HTTPServer"
_HEALTH_PATIENCE: Final = 2.0
_OK: Final = 200


class Jvm(NamedTuple):
    """A server that has been started, ready or not.

    Attributes:
        process: Java.
        port: where it is to listen.
        log: what it says.
    """

    process: subprocess.Popen[bytes]
    port: int
    log: Log

    @property
    def has_ended(self) -> bool:
        """Whether Java has ended, whyever."""
        return self.process.poll() is not None

    def is_up(self) -> bool:
        """Whether it answers. That somebody else does at the same port counts for nothing."""
        try:
            status = _ask(self.port, "GET", "/v2/healthcheck", {}, _HEALTH_PATIENCE)
        except (OSError, HTTPException):
            return False
        return status == _OK and processes.listens(self.process.pid, self.port)

    def warm(self, fields: Fields, patience: float) -> int:
        """Have a text checked; the HTTP status.

        Raises:
            OSError: if there is no answer in time.
            HTTPException: if it is none.
        """
        asked = {**fields, "text": text_for(fields["language"])}
        return _ask(self.port, "POST", "/v2/check", asked, patience)

    def port_was_taken(self) -> bool:
        """Whether it ended because somebody else had taken the port in the meantime."""
        return TAKEN in self.log.last_line() or not _is_free(self.port)

    def end(self) -> None:
        """End Java, by request and then by force."""
        for ask in (self.process.terminate, self.process.kill):
            ask()
            try:
                self.process.wait(processes.PATIENCE)
            except subprocess.TimeoutExpired:
                continue
            return


def start(java: Java, state: State, folder: StateFolder) -> Jvm:
    """Start a server on a port that is free now.

    To be called from the main thread: on Linux the child lives as long as the thread that started it.

    Raises:
        OSError: if Java cannot be started, or the folder not be written into.
    """
    folder.write_file(folder.config, "".join(f"{key}={value}\n" for key, value in CONFIG.items()))
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 - the user's own Java
        [java.path, *_arguments(state, port, folder.config)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder.path,
        preexec_fn=end_with_parent(),  # noqa: PLW1509 - no other thread runs by now
    )
    assert process.stdout is not None
    log = Log(process.stdout, folder.log)
    log.start()
    return Jvm(process, port, log)


def _arguments(state: State, port: int, config: Path) -> list[str | Path]:
    return [
        f"-Xmx{state.memory}",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        f"-Dmsglint.server={state.token}",
        "-cp",
        Installation(Path(state.folder)).jar,
        _SERVER,
        "--port",
        str(port),
        "--config",
        config,
    ]


def free_port() -> int:
    """A port that nobody listens at. Another program may take it before it is used."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _ask(port: int, method: str, path: str, fields: Fields, patience: float) -> int:
    """The HTTP status. No proxy is asked, whatever the environment says."""
    connection = HTTPConnection(HOST, port, timeout=patience)
    try:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Connection": "close"}
        connection.request(method, path, urlencode(fields).encode("ascii") or None, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()
