"""Processes that msglint has started: whether a number still means one of them, whether it listens, and its end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import psutil

PATIENCE: Final = 5.0
"""Seconds for a process to end in its own way."""


def ask_to_end(pid: int, token: str) -> None:
    """Ask the process to end, if it is ours."""
    process = _ours(pid, token)
    with suppress(psutil.Error):
        if process is not None:
            process.terminate()


def kill_all(token: str) -> None:
    """End all processes of the server with this token by force, wherever they have come to be."""
    ours = [process for process in psutil.process_iter() if process.pid != os.getpid() and _has(process, token)]
    for process in ours:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(ours, PATIENCE)


def listens(pid: int, port: int) -> bool:
    """Whether it is this process, or a child of it, that listens at the port.

    True also where the system does not tell: then what answers there is taken for it as long as it lives.
    """
    try:
        return any(
            connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
            for process in _family(pid)
            for connection in process.net_connections("tcp")
        )
    except psutil.AccessDenied:
        return True
    except psutil.Error:
        return False


def memory(pid: int, token: str) -> int | None:
    """Bytes of main memory that the process takes, if it is ours."""
    process = _ours(pid, token)
    try:
        return int(process.memory_info().rss) if process else None
    except psutil.Error:
        return None


def _ours(pid: int, token: str) -> psutil.Process | None:
    if pid <= 0:
        return None
    try:
        process = psutil.Process(pid)
    except psutil.Error:
        return None
    return process if _has(process, token) else None


def _has(process: psutil.Process, token: str) -> bool:
    try:
        return bool(token) and any(token in word for word in process.cmdline())
    except psutil.Error:
        return False


def _family(pid: int) -> Iterator[psutil.Process]:
    process = psutil.Process(pid)
    yield process
    yield from process.children(recursive=True)
