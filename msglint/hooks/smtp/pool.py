"""Processes that judge messages, so that connections do not wait for each other and a check that hangs can be ended."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final

from msglint.hooks.gate import LATE, OUT_OF_TIME, Decision, Reason
from msglint.hooks.smtp.choosing import Setup, domain_for
from msglint.hooks.smtp.judging import Verdict, hooks_of, verdict_of
from msglint.settings import BLOCK, HookSettings
from msglint.texts import Text

GRACE: Final = 1.0
"""Seconds beyond the time budget, within which a process may say itself that it was too slow."""

LONGEST_START: Final = 60.0
PAUSE: Final = 1.0
"""Seconds between two starts of a process that does not come up, or not for long."""

TRIES: Final = 2
"""Processes that may end over one message: the first may have ended for another reason."""

LONGEST_ANSWER: Final = 1_000_000
LARGEST: Final = 50_000_000
"""Bytes; what is larger is not checked."""

GONE: Final = Text(
    de="Die Prüfung ist abgebrochen; sie wird neu gestartet.", en="The check broke off; it is being started anew."
)
UNREADABLE: Final = Text(de="Die Nachricht ist nicht mehr zu lesen.", en="The message can no longer be read.")
TOO_LARGE: Final = Text(
    de="Die Nachricht ist zu groß, um sie zu prüfen (mehr als 50 MB).",
    en="The message is too large to be checked (more than 50 MB).",
)
COMMAND: Final = (sys.executable, "-m", "msglint.hooks.smtp.worker")


class WorkerGoneError(Exception):
    """The process has ended, or says what nobody understands."""


class _Worker:
    """One process.

    Attributes:
        is_busy: it has been asked, and its answer is waited for.
        is_replaced: another has been, or is being, started in its place.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._began = asyncio.get_running_loop().time()
        self.is_busy = False
        self.is_replaced = False

    @classmethod
    async def start(cls, setup: Setup, command: Sequence[str]) -> _Worker:
        """A process that is warm.

        Raises:
            WorkerGoneError: if it does not come up.
            OSError: if it cannot be started.
        """
        # A session of its own: Ctrl-C ends the server, which lets running checks finish.
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LONGEST_ANSWER,
            start_new_session=os.name == "posix",
        )
        worker = cls(process)
        try:
            await asyncio.wait_for(worker.ask(setup.as_json()), LONGEST_START)
        except asyncio.TimeoutError:
            await worker.end()
            raise WorkerGoneError from None
        except BaseException:
            await worker.end()
            raise
        return worker

    async def ask(self, question: dict[str, Any], raw: bytes = b"") -> dict[str, Any]:
        """The answer.

        Raises:
            WorkerGoneError: if there is none.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise WorkerGoneError
        self.is_busy = True
        try:
            stdin.write(json.dumps(question).encode("ascii") + b"\n")
            stdin.write(raw)
            await stdin.drain()
            answer: dict[str, Any] = json.loads(await stdout.readline())
        except (OSError, ValueError) as error:
            raise WorkerGoneError from error
        finally:
            self.is_busy = False
        return answer

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked, as far as is known."""
        stdout = self._process.stdout
        # Often the end of what it says is noticed before its own.
        return self._process.returncode is None and stdout is not None and not stdout.at_eof()

    @property
    def age(self) -> float:
        """Seconds since it was started."""
        return asyncio.get_running_loop().time() - self._began

    async def ended(self) -> None:
        """Wait for its end."""
        await self._process.wait()

    def kill(self) -> None:
        """End it, whatever it is busy with."""
        with suppress(ProcessLookupError):
            self._process.kill()

    async def end(self) -> None:
        """Kill it, wait for its end and close what connects to it."""
        self.kill()
        with suppress(OSError):
            await self._process.communicate()


class Pool:
    """A number of such processes; one that hangs or breaks is replaced.

    Args:
        setup: what they have to know.
        size: how many there are.
        command: starts one.

    Raises:
        msglint.config.ConfigError: if anything in a configuration is wrong.
    """

    def __init__(self, setup: Setup, size: int, *, command: Sequence[str] = COMMAND) -> None:
        self._setup = setup
        self._size = size
        self._command = command
        self._hooks = hooks_of(setup)
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._tried = asyncio.Event()

    async def start(self) -> None:
        """Start them, and wait until the first is warm or it is clear that none comes up."""
        for _ in range(self._size):
            self._background(self._fill_one())
        await self._tried.wait()

    async def stop(self) -> None:
        """End them all."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._all))

    async def verdict(self, read: Callable[[], bytes], size: int, sender: str, recipients: Sequence[str]) -> Verdict:
        """What becomes of a message; never raises because of the check.

        Args:
            read: the message; called when somebody has time for it.
            size: how many bytes it has.
            sender: who sends it, by the envelope.
            recipients: who gets it, by the envelope.
        """
        hook = self._hooks[domain_for(sender, self._hooks)]
        if size > LARGEST:
            return self._failed(TOO_LARGE, "too-large", hook, 0.0)
        # Shielded: that a client is gone must not take a process out of the pool.
        return await asyncio.shield(self._background(self._asked(read, sender, recipients, hook)))

    async def _asked(
        self, read: Callable[[], bytes], sender: str, recipients: Sequence[str], hook: HookSettings
    ) -> Verdict:
        loop = asyncio.get_running_loop()
        started = loop.time()
        for _ in range(TRIES):
            try:
                worker = await asyncio.wait_for(self._free(), hook.time_budget - (loop.time() - started))
            except asyncio.TimeoutError:
                return self._late("no-process", hook, loop.time() - started)
            try:
                raw = read()
            except (OSError, ValueError):  # the disk, or the client is gone and the message with it
                self._idle.put_nowait(worker)
                return self._failed(UNREADABLE, "message-gone", hook, loop.time() - started)
            left = hook.time_budget - (loop.time() - started)
            try:
                return await asyncio.wait_for(self._ask(worker, raw, sender, recipients), left + GRACE)
            except asyncio.TimeoutError:
                return self._late(OUT_OF_TIME, hook, loop.time() - started)
            except (WorkerGoneError, OSError):
                continue
        return self._failed(GONE, "process-ended", hook, loop.time() - started)

    async def _free(self) -> _Worker:
        """The next that is idle. Those that have ended meanwhile are replaced by whoever watches them."""
        while not (worker := await self._idle.get()).is_alive:
            pass
        return worker

    async def _ask(self, worker: _Worker, raw: bytes, sender: str, recipients: Sequence[str]) -> Verdict:
        question = {"sender": sender, "recipients": list(recipients), "size": len(raw)}
        try:
            verdict = Verdict.from_json(await worker.ask(question, raw))
        except BaseException:
            # It hangs, or nobody knows what it will say next.
            worker.kill()
            self._background(self._replace(worker))
            raise
        self._idle.put_nowait(worker)
        return verdict

    async def _replace(self, worker: _Worker) -> None:
        if worker.is_replaced:
            return
        worker.is_replaced = True
        await worker.end()
        self._all.discard(worker)
        await asyncio.sleep(PAUSE - worker.age)
        await self._fill_one()

    async def _watch(self, worker: _Worker) -> None:
        """Replace it if it ends while nobody asks it."""
        await worker.ended()
        if not worker.is_busy:
            await self._replace(worker)

    async def _fill_one(self) -> None:
        while True:
            try:
                worker = await _Worker.start(self._setup, self._command)
            except (WorkerGoneError, OSError):
                self._tried.set()
                await asyncio.sleep(PAUSE)
                continue
            self._tried.set()
            self._all.add(worker)
            self._idle.put_nowait(worker)
            self._background(self._watch(worker))
            return

    def _failed(self, trouble: Text, kind: str, hook: HookSettings, seconds: float) -> Verdict:
        return self._unchecked(Reason.FAILED, trouble, kind, hook, seconds)

    def _late(self, kind: str, hook: HookSettings, seconds: float) -> Verdict:
        late = Text(*(text.format(seconds=hook.time_budget) for text in LATE))
        return self._unchecked(Reason.LATE, late, kind, hook, seconds)

    def _unchecked(self, reason: Reason, trouble: Text, kind: str, hook: HookSettings, seconds: float) -> Verdict:
        decision = Decision(blocked=hook.on_error == BLOCK, reason=reason, trouble=trouble, kind=kind)
        return verdict_of(decision, hook, self._setup.ui_language, self._setup.client, seconds)

    def _background(self, work: Any) -> asyncio.Task[Any]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
