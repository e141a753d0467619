"""Processes that judge: one that hangs or breaks holds up nobody else."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from shared_clients import BAD, GOOD, PATIENCE

from msglint.hooks.smtp.choosing import EVERYBODY, Setup, Source
from msglint.hooks.smtp.judging import Verdict
from msglint.hooks.smtp.pool import LARGEST, Pool

TO = ["a.meyer@example.org"]
SENDER = "erika@example.com"


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def _pool(size: int = 1, *, program: Path | None = None, **hook: Any) -> Pool:
    setup = Setup("proxy", "en", False, (Source(EVERYBODY, None, True, {}, hook),))
    return Pool(setup, size, command=(sys.executable, str(program))) if program else Pool(setup, size)


def _run(pool: Pool, work: Callable[[], Coroutine[Any, Any, Verdict]]) -> Verdict:
    async def run() -> Verdict:
        await pool.start()
        try:
            return await work()
        finally:
            await pool.stop()

    return asyncio.run(run())


def _program(tmp_path: Path, text: str) -> Path:
    """In place of the process that judges."""
    path = tmp_path / "worker.py"
    path.write_text(f"import json, sys, time, os\nprint('{{}}', flush=True)\nsys.stdin.readline()\n{text}\n")
    return path


def test_judges_in_another_process() -> None:
    pool = _pool(time_budget=60.0)
    verdict = _run(pool, lambda: pool.verdict(lambda: BAD, len(BAD), SENDER, TO))
    assert verdict.reply == ("550", "5.7.1")


@pytest.mark.parametrize(("on_error", "code"), [("send", None), ("block", ("451", "4.3.0"))])
@pytest.mark.parametrize(
    ("text", "budget", "why", "kind"),
    [
        ("time.sleep(3600)", 0.2, "late", "time-budget"),
        ("os._exit(1)", 60.0, "failed", "process-ended"),
        ("print('no', flush=True)\nsys.stdin.read()", 60.0, "failed", "process-ended"),
    ],
)
def test_who_hangs_or_breaks_is_ended(
    tmp_path: Path, text: str, budget: float, why: str, kind: str, on_error: str, code: tuple[str, str] | None
) -> None:
    pool = _pool(program=_program(tmp_path, text), on_error=on_error, time_budget=budget)
    verdict = _run(pool, lambda: pool.verdict(lambda: GOOD, len(GOOD), SENDER, TO))
    assert verdict.reply == code
    assert f" {why} " in verdict.log
    assert verdict.log.endswith(f" why={kind}")


def test_is_there_again_after_one_has_hung(tmp_path: Path) -> None:
    answer = '{"reply": null, "lines": [], "note": "", "log": "second"}'
    marker = tmp_path / "was_here"
    first = f"if not os.path.exists({str(marker)!r}):\n    open({str(marker)!r}, 'w').close()\n    time.sleep(3600)"
    pool = _pool(
        program=_program(tmp_path, f"{first}\nprint({answer!r}, flush=True)\nsys.stdin.read()"), time_budget=5.0
    )

    async def twice() -> Verdict:
        await pool.verdict(lambda: GOOD, len(GOOD), SENDER, TO)
        return await pool.verdict(lambda: GOOD, len(GOOD), SENDER, TO)

    assert _run(pool, twice).log == "second"


ANSWER = '{"reply": null, "lines": [], "note": "", "log": "%s"}'
"""Of a process in place of the one that judges."""


def test_a_message_is_checked_once_more_where_the_first_process_ends(tmp_path: Path) -> None:
    marker = tmp_path / "was_here"
    first = f"if not os.path.exists({str(marker)!r}):\n    open({str(marker)!r}, 'w').close()\n    os._exit(1)"
    answer = f"print({ANSWER % 'second'!r}, flush=True)\nsys.stdin.read()"
    pool = _pool(program=_program(tmp_path, f"{first}\n{answer}"), time_budget=60.0)
    assert _run(pool, lambda: pool.verdict(lambda: GOOD, len(GOOD), SENDER, TO)).log == "second"


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_processes_that_end_while_idle_are_replaced_before_anybody_asks(tmp_path: Path) -> None:
    """As many as there are, and more than one message tries."""
    size = 4
    program, pids = tmp_path / "worker.py", tmp_path / "pids"
    pids.mkdir()
    program.write_text(
        f"import os, pathlib, sys\n(pathlib.Path({str(pids)!r}) / str(os.getpid())).touch()\n"
        "print('{}', flush=True)\nsys.stdin.readline()\n"
        f"for line in sys.stdin.buffer:\n    print({ANSWER % 'checked'!r}, flush=True)\n"
    )
    pool = _pool(size, program=program, time_budget=60.0)

    async def work() -> Verdict:
        first = await asyncio.wait_for(_started(pids, size), PATIENCE)
        await asyncio.gather(*(pool.verdict(lambda: b"", 0, SENDER, TO) for _ in range(size)))
        for pid in first:
            os.kill(int(pid), signal.SIGKILL)
        await asyncio.wait_for(_started(pids, 2 * size), PATIENCE)
        return await pool.verdict(lambda: b"", 0, SENDER, TO)

    assert _run(pool, work).log == "checked"


async def _started(pids: Path, count: int) -> list[str]:
    while len(found := [path.name for path in pids.iterdir()]) < count:
        await asyncio.sleep(0.02)
    return found


def test_none_comes_up(tmp_path: Path) -> None:
    program = tmp_path / "worker.py"
    program.write_text("raise SystemExit(1)")
    pool = _pool(program=program, time_budget=0.2)
    verdict = _run(pool, lambda: pool.verdict(lambda: GOOD, len(GOOD), SENDER, TO))
    assert verdict.reply is None
    assert " late " in verdict.log
    assert verdict.log.endswith(" why=no-process")


def test_what_is_very_large_is_not_checked() -> None:
    pool = _pool()
    verdict = _run(pool, lambda: pool.verdict(lambda: b"", LARGEST + 1, SENDER, TO))
    assert verdict.reply is None
    assert " failed " in verdict.log
    assert verdict.log.endswith(" why=too-large")


def test_a_client_that_is_gone_takes_no_process_with_it() -> None:
    pool = _pool(time_budget=60.0)

    def gone() -> bytes:
        raise ValueError("closed")

    async def work() -> Verdict:
        await pool.verdict(gone, 10, SENDER, TO)
        return await pool.verdict(lambda: GOOD, len(GOOD), SENDER, TO)

    verdict = _run(pool, work)
    assert " fine " in verdict.log
