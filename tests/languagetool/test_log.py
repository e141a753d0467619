"""What is kept of what Java says."""

from __future__ import annotations

import io
from pathlib import Path

from msglint.analysis.languagetool.log import LARGEST, Log


def logged(folder: Path, said: bytes, *, only_errors: bool = False) -> tuple[Log, bytes]:
    log = Log(io.BytesIO(said), folder / "server.log")
    if only_errors:
        log.keep_only_errors()
    log.start()
    log.join()
    return log, (folder / "server.log").read_bytes() if (folder / "server.log").exists() else b""


def test_it_stays_small(tmp_path: Path) -> None:
    log, kept = logged(tmp_path, b"".join(b"%06d %s\n" % (number, b"x" * 500) for number in range(2000)) + b"the end\n")

    assert len(kept) <= LARGEST + 1000
    assert kept.endswith(b"the end\n")
    assert log.last_line() == "the end"


def test_a_line_without_end_stays_small(tmp_path: Path) -> None:
    _, kept = logged(tmp_path, b"x" * 3_000_000)

    assert len(kept) <= LARGEST + 1000


def test_of_errors_only_kind_and_place_are_kept(tmp_path: Path) -> None:
    said = (
        b"2026-11-22 INFO Check done: secret\n"
        b'Exception in thread "lt-server-thread-1" java.lang.RuntimeException: in secret\n'
        b"\tat org.languagetool.server.TextChecker.check(TextChecker.java:12)\n"
        b"\tat secret words of a message\n"
        b"Caused by: java.util.concurrent.ExecutionException: secret\n"
        b"\tat java.base/java.util.concurrent.FutureTask.get(FutureTask.java:1)\n"
        b"secret java.lang.Error\n"
        b"Terminating due to java.lang.OutOfMemoryError: Java heap space\n"
    )
    log, kept = logged(tmp_path, said, only_errors=True)

    assert kept == (
        b'Exception in thread "lt-server-thread-1" java.lang.RuntimeException\n'
        b"\tat org.languagetool.server.TextChecker.check(TextChecker.java:12)\n"
        b"Caused by: java.util.concurrent.ExecutionException\n"
        b"\tat java.base/java.util.concurrent.FutureTask.get(FutureTask.java:1)\n"
        b"Terminating due to java.lang.OutOfMemoryError\n"
    )
    assert log.last_line() == "Terminating due to java.lang.OutOfMemoryError"


def test_each_server_begins_a_new_one(tmp_path: Path) -> None:
    logged(tmp_path, b"the first\n")

    assert logged(tmp_path, b"the second\n")[1] == b"the second\n"


def test_where_nothing_can_be_written_java_is_still_listened_to(tmp_path: Path) -> None:
    (tmp_path / "server.log").mkdir()
    log = Log(io.BytesIO(b"one\ntwo\n"), tmp_path / "server.log")
    log.start()

    assert log.last_line() == "two"
