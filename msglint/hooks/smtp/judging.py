"""Judges one message on its way through a server: what becomes of it, in words for the reply, a header and the log."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from msglint.hooks import journal, told
from msglint.hooks.again import Memory
from msglint.hooks.control import is_off
from msglint.hooks.envelope import with_hidden
from msglint.hooks.gate import Decision, Gate, Reason
from msglint.hooks.smtp.choosing import EVERYBODY, Setup, Source, domain_for
from msglint.hooks.smtp.replies import LATER, REFUSED, refusal
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.report import Report
from msglint.settings import ANNOTATE, HookSettings

HEADER: Final = "X-Msglint-Result"
FOLD: Final = "\r\n\t"

WARM_UP: Final = (
    b"From: a@example.com\r\nTo: b@example.org\r\nSubject: Termin am Dienstag\r\n\r\n"
    b"Guten Tag Frau Meyer,\r\n\r\npasst Ihnen der Termin?\r\n\r\nFreundliche Gr\xc3\xbc\xc3\x9fe\r\nErika Muster\r\n"
)


class Verdict(NamedTuple):
    """What becomes of a message; plain values, so that a process can hand it to another.

    Attributes:
        reply: code and status that refuse it, such as `("550", "5.7.1")`; None = it goes on.
        lines: the words of the refusal, ASCII.
        note: what `X-Msglint-Result` says; empty = no such header.
        log: one line without text.
    """

    reply: tuple[str, str] | None
    lines: tuple[str, ...]
    note: str
    log: str

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Verdict:
        """The verdict that `_asdict` has written."""
        reply = tuple(value["reply"]) if value["reply"] else None
        return cls(reply, tuple(value["lines"]), value["note"], value["log"])


def verdict_of(decision: Decision, hook: HookSettings, ui_language: str, client: str, seconds: float) -> Verdict:
    """The decision as a server carries it out."""
    annotates = hook.policy == ANNOTATE
    if annotates and decision.reason is Reason.FINDINGS:
        decision = replace(decision, blocked=False)
    log = journal.line_of(decision, client, seconds)
    if not decision.blocked:
        return Verdict(None, (), _note(decision) if annotates else "", log)
    code = REFUSED if decision.report is not None else LATER
    return Verdict(code, refusal(decision, hook, ui_language), "", log)


def _note(decision: Decision) -> str:
    report = decision.report
    if report is None or report.grade is None:
        return f"unchecked; reason={decision.reason.value}"
    return f"grade={report.grade.letter}; score={report.grade.score}; rules={_rules(report)}"


def _rules(report: Report) -> str:
    rules = list(dict.fromkeys(finding.rule for finding in report.findings))
    return f",{FOLD}".join(",".join(rules[at : at + 3]) for at in range(0, len(rules), 3)) or "-"


class Judge:
    """Judges messages by the configurations of a setup, each with a linter that is kept.

    Args:
        setup: the configurations.
        folder: where hooks keep what they remember; None = nowhere.
    """

    def __init__(self, setup: Setup, folder: Path | None) -> None:
        self._setup = setup
        self._folder = folder
        self._benches = {source.domain: _Bench(source, setup) for source in setup.sources}

    def warm_up(self) -> None:
        """Check something with every linter, so that nobody's message waits for what has to be loaded."""
        for bench in self._benches.values():
            bench.warm_up()

    def verdict(self, raw: bytes, sender: str, recipients: Sequence[str]) -> Verdict:
        """What becomes of a message.

        Args:
            raw: the message as it would be sent.
            sender: who sends it, by the envelope.
            recipients: who gets it, by the envelope.
        """
        started = time.monotonic()
        bench = self._benches[domain_for(sender, self._benches)]
        # Nobody is to send again what was not refused.
        remembers = bench.hook.policy != ANNOTATE
        memory = Memory(self._folder if remembers else None, bench.hook.again_minutes)
        gate = Gate(bench.linter, bench.hook, memory)
        decision = gate.decide(lambda: with_hidden(Message.from_eml(raw), recipients), off=is_off(raw))
        seconds = time.monotonic() - started
        verdict = verdict_of(decision, bench.hook, bench.ui_language, self._setup.client, seconds)
        self._leave(decision, verdict, bench, seconds)
        return verdict

    def _leave(self, decision: Decision, verdict: Verdict, bench: _Bench, seconds: float) -> None:
        if self._setup.personal:
            passed = replace(decision, blocked=verdict.reply is not None)
            told.leave(
                passed,
                bench.hook,
                client=self._setup.client,
                ui_language=bench.ui_language,
                seconds=seconds,
                folder=self._folder,
            )
        elif self._folder is not None and bench.hook.log:
            journal.write(self._folder, verdict.log)


class _Bench:
    """One configuration with its linter, made when it is needed and kept."""

    def __init__(self, source: Source, setup: Setup) -> None:
        self._source = source
        self._linter: Linter | None = None
        self._trouble: Exception | None = None
        self.ui_language = setup.ui_language
        self.hook = HookSettings()._replace(**source.hook)
        try:
            self._settings = source.settings()
        except Exception as error:
            self._trouble = error
            return
        self.hook = self._settings.hook
        self.ui_language = self._settings.ui_language or setup.ui_language

    def linter(self) -> Linter:
        """The linter.

        Raises:
            Exception: what is wrong with its configuration.
        """
        if self._trouble is not None:
            raise self._trouble
        if self._linter is None:
            self._linter = Linter(self._settings, ui_language=self.ui_language)
        return self._linter

    def warm_up(self) -> None:
        if self._trouble is None:
            Gate(self.linter, self.hook, Memory(None, 0)).decide(lambda: Message.from_eml(WARM_UP))


def hooks_of(setup: Setup) -> dict[str, HookSettings]:
    """How hooks behave, by domain.

    Raises:
        msglint.config.ConfigError: if anything in a configuration is wrong.
    """
    found = {source.domain: source.settings().hook for source in setup.sources}
    found.setdefault(EVERYBODY, HookSettings())
    return found
