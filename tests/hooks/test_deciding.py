"""Whether a message is sent: the gate, its memory, the headers for msglint, the envelope, the time it may take."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from shared_clients import BAD, GOOD

from msglint.hooks.again import Memory
from msglint.hooks.budget import OutOfTimeError, within
from msglint.hooks.control import is_off, without_control
from msglint.hooks.envelope import recipients_in, with_hidden
from msglint.hooks.gate import Decision, Gate, Reason
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.settings import HookSettings, Settings
from msglint.texts import BilingualError

MINUTE = 60.0


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def linter() -> Linter:
    return Linter(Settings())


def for_ever() -> Linter:
    while True:
        pass


def failing(error: BaseException) -> Callable[[], Linter]:
    def fail() -> Linter:
        raise error

    return fail


def decide(raw: bytes, hook: HookSettings | None = None, folder: Path | None = None, **more: object) -> Decision:
    hook = hook or HookSettings()
    make = more.pop("linter", linter)
    gate = Gate(make, hook, Memory(folder, hook.again_minutes))  # type: ignore[arg-type]
    return gate.decide(lambda: Message.from_eml(raw), **more)  # type: ignore[arg-type]


# The gate


def test_a_good_message_is_sent() -> None:
    decision = decide(GOOD)
    assert (decision.blocked, decision.reason) == (False, Reason.FINE)


def test_a_bad_message_comes_back_with_the_report() -> None:
    decision = decide(BAD)
    assert (decision.blocked, decision.reason) == (True, Reason.FINDINGS)
    assert decision.report is not None
    assert "salutation.missing" in {finding.rule for finding in decision.report.findings}


def test_switched_off_nothing_is_even_read() -> None:
    gate = Gate(failing(RuntimeError()), HookSettings(on_error="block"), Memory(None, 5))
    assert gate.decide(lambda: pytest.fail("read"), off=True) == Decision(blocked=False, reason=Reason.OFF)


def test_what_is_left_alone_is_sent() -> None:
    decision = decide(b"Auto-Submitted: auto-replied\n" + BAD, HookSettings(on_error="block"))
    assert (decision.blocked, decision.reason) == (False, Reason.LEFT_ALONE)


@pytest.mark.parametrize("on_error", ["send", "block"])
def test_what_fails_is_decided_by_the_user(on_error: str) -> None:
    decision = decide(GOOD, HookSettings(on_error=on_error), linter=failing(RuntimeError("the text of a message")))
    assert (decision.blocked, decision.reason) == (on_error == "block", Reason.FAILED)
    assert decision.trouble is not None
    assert "RuntimeError" in decision.trouble.en
    assert "text of a message" not in "".join(decision.trouble)


def test_what_is_wrong_with_the_configuration_is_told() -> None:
    decision = decide(GOOD, linter=failing(BilingualError("Zeile 3 ist falsch.", "Line 3 is wrong.")))
    assert decision.trouble == ("Zeile 3 ist falsch.", "Line 3 is wrong.")


@pytest.mark.parametrize("on_error", ["send", "block"])
def test_what_takes_too_long_is_decided_by_the_user(on_error: str) -> None:
    decision = decide(GOOD, HookSettings(on_error=on_error, time_budget=0.05), linter=for_ever)
    assert (decision.blocked, decision.reason) == (on_error == "block", Reason.LATE)
    assert decision.trouble is not None
    assert "0.05 s" in decision.trouble.de


# The same message again


def test_the_second_time_it_is_sent(tmp_path: Path) -> None:
    assert decide(BAD, folder=tmp_path).blocked
    assert decide(BAD, folder=tmp_path).reason is Reason.AGAIN


def test_wrapped_otherwise_it_is_the_same(tmp_path: Path) -> None:
    assert decide(BAD + b"mit Umbruch\n", folder=tmp_path).blocked
    assert not decide(BAD.replace(b"\n", b"\r\n") + b"mit  Umbruch", folder=tmp_path).blocked


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"kontaktpflege", b"Kontaktpflege"), (b"am Dienstag", b"am Montag"), (b"a.meyer@", b"b.meyer@")],
)
def test_changed_it_is_another(tmp_path: Path, old: bytes, new: bytes) -> None:
    assert decide(BAD, folder=tmp_path).blocked
    assert decide(BAD.replace(old, new), folder=tmp_path).blocked


def test_with_zero_minutes_it_is_never_sent(tmp_path: Path) -> None:
    hook = HookSettings(again_minutes=0)
    assert all(decide(BAD, hook, tmp_path).blocked for _ in range(3))
    assert not list(tmp_path.iterdir())


def test_after_the_minutes_it_is_forgotten(tmp_path: Path) -> None:
    clock, message = Clock(), Message.from_eml(BAD)
    memory = Memory(tmp_path, 5, clock=clock)
    memory.note(message)
    clock.now += 5 * MINUTE
    assert memory.has(message)
    clock.now += 1
    assert not memory.has(message)


def test_a_clock_that_is_put_back_makes_nothing_last(tmp_path: Path) -> None:
    clock, message = Clock(), Message.from_eml(BAD)
    memory = Memory(tmp_path, 5, clock=clock)
    memory.note(message)
    clock.now -= 60 * MINUTE
    assert not memory.has(message)


def test_what_is_remembered_is_no_text(tmp_path: Path) -> None:
    Memory(tmp_path, 5).note(Message.from_eml(BAD))
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (b"kontaktpflege", b"meyer", b"Dienstag"):
        assert secret not in kept
    assert {path.stat().st_mode & 0o77 for path in tmp_path.iterdir()} == {0}


@pytest.mark.parametrize("name", ["key", "blocked"])
def test_what_cannot_be_read_remembers_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    memory = Memory(tmp_path, 5)
    memory.note(Message.from_eml(BAD))
    assert not memory.has(Message.from_eml(BAD))


# Headers for msglint


@pytest.mark.parametrize("header", [b"X-Msglint: off", b"x-msglint:off", b"X-MSGLINT :\t OFF "])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_off(header: bytes, end: bytes) -> None:
    assert is_off(header + end + BAD.replace(b"\n", end))


@pytest.mark.parametrize(
    "header", [b"X-Msglint: on", b"X-Msglint-Ignore: off", b"Y-X-Msglint: off", b"X-Msglint: offer"]
)
def test_not_off(header: bytes) -> None:
    assert not is_off(header + b"\n" + BAD)
    assert not is_off(BAD + b"\n\n" + b"X-Msglint: off\n")


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_control_is_taken_out_and_nothing_else(end: bytes) -> None:
    control = b"X-Msglint-Ignore: a,\n b,\n\tc\nx-msglint: off\n"
    head, _, body = (BAD + b"X-Msglint: in the text\n\n\xff\x00").partition(b"\n\n")
    for where in (control + head + b"\n", head + b"\n" + control):
        with_it = (where + b"\n" + body).replace(b"\n", end)
        assert without_control(with_it) == (head + b"\n\n" + body).replace(b"\n", end)


@pytest.mark.parametrize("raw", [b"", b"\n", BAD, b"To: a@example.com", b"\r\n\r\nX-Msglint: off\r\n"])
def test_without_control_there_is_nothing_to_take(raw: bytes) -> None:
    assert without_control(raw) == raw


# Who it goes to


@pytest.mark.parametrize(
    ("words", "recipients"),
    [
        (["-oem", "-oi", "--", "a@x.de", "b@x.de"], ("a@x.de", "b@x.de")),
        (["-f", "me@x.de", "a@x.de"], ("a@x.de",)),
        (["-fme@x.de", "-t"], ()),
        (["-a", "work@account", "-i", "--", "-dash@x.de"], ("-dash@x.de",)),
        (["msmtp", "local"], ()),
    ],
)
def test_recipients_behind_a_sender(words: list[str], recipients: tuple[str, ...]) -> None:
    assert recipients_in(words) == recipients


def test_who_is_in_no_header_is_bcc() -> None:
    message = with_hidden(Message.from_eml(BAD), ("A.Meyer@example.org", "hidden@example.org", "hidden@example.org"))
    assert [address.email for address in message.headers.bcc] == ["hidden@example.org"]


# Time


def test_what_is_done_in_time() -> None:
    assert within(60, lambda: 42) == 42
    with pytest.raises(KeyError):
        within(60, lambda: {}["missing"])


def test_what_swallows_errors_is_cut_off_too() -> None:
    def stubborn() -> None:
        while True:
            with suppress(Exception):
                for_ever()

    with pytest.raises(OutOfTimeError):
        within(0.05, stubborn)


def test_in_another_thread() -> None:
    seen: list[object] = []
    waiting = threading.Event()

    def work() -> None:
        seen.append(within(60, lambda: 42))
        try:
            within(0.05, waiting.wait)
        except OutOfTimeError as error:
            seen.append(type(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    waiting.set()
    assert seen == [42, OutOfTimeError]
