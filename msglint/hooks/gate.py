"""The decision: is the message sent, or does it come back to its writer?"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from msglint.defects import DEBUG_VARIABLE, defect_sentence
from msglint.hooks.again import Memory
from msglint.hooks.budget import OutOfTimeError, within
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.report import Report
from msglint.settings import BLOCK, HookSettings
from msglint.texts import BilingualError, Text
from msglint.verdict import passes


class Reason(str, Enum):
    """Why a message is sent or not."""

    FINE = "fine"
    FINDINGS = "findings"
    AGAIN = "again"
    OFF = "off"
    LEFT_ALONE = "left-alone"
    FAILED = "failed"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one message.

    Attributes:
        blocked: it is not sent.
        reason: why.
        report: what the check said; None where there was none.
        trouble: what went wrong with the check, one sentence; None where nothing did.
        kind: the same as one word for the log, never text of the message.
    """

    blocked: bool
    reason: Reason
    report: Report | None = None
    trouble: Text | None = None
    kind: str = ""


OUT_OF_TIME: Final = "time-budget"
LATE: Final = Text(
    de="Die Prüfung hat länger gedauert als erlaubt (hook.time-budget: {seconds:g} s).",
    en="The check took longer than allowed (hook.time-budget: {seconds:g} s).",
)


class Gate:
    """Decides about messages.

    Args:
        linter: makes the linter, within the time of the first message: its configuration may be wrong, too.
        hook: how to decide.
        memory: what has been blocked before.
    """

    def __init__(self, linter: Callable[[], Linter], hook: HookSettings, memory: Memory) -> None:
        self._linter = linter
        self._hook = hook
        self._memory = memory

    def decide(self, read: Callable[[], Message], *, off: bool = False) -> Decision:
        """What becomes of the message that `read` returns. Never raises an `Exception`.

        Args:
            read: makes the message.
            off: the writer wants no check.
        """
        if off:
            return Decision(blocked=False, reason=Reason.OFF)
        try:
            return within(self._hook.time_budget, lambda: self._judge(read))
        except OutOfTimeError:
            late = Text(*(text.format(seconds=self._hook.time_budget) for text in LATE))
            return self._unchecked(Reason.LATE, late, OUT_OF_TIME)
        except Exception as error:
            if os.environ.get(DEBUG_VARIABLE):
                raise
            return self._unchecked(Reason.FAILED, sentence_of(error), type(error).__name__)

    def _judge(self, read: Callable[[], Message]) -> Decision:
        linter = self._linter()
        message = read()
        report = linter.check(message)
        if report.grade is None:
            return Decision(blocked=False, reason=Reason.LEFT_ALONE, report=report)
        if passes(report, linter.settings):
            return Decision(blocked=False, reason=Reason.FINE, report=report)
        if self._memory.has(message):
            return Decision(blocked=False, reason=Reason.AGAIN, report=report)
        self._memory.note(message)
        return Decision(blocked=True, reason=Reason.FINDINGS, report=report)

    def _unchecked(self, reason: Reason, trouble: Text, kind: str) -> Decision:
        return Decision(blocked=self._hook.on_error == BLOCK, reason=reason, trouble=trouble, kind=kind)


def sentence_of(error: BaseException) -> Text:
    """What went wrong, without a word of the message."""
    return error.sentence if isinstance(error, BilingualError) else defect_sentence(error)
