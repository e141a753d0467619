"""Times msglint beside proselint in one run, so that the figure is a ratio and not a machine.

python bench/speed [--runs N]
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from msglint import Linter, Message
from msglint.analysis.engine_settings import BUILT_IN
from msglint.analysis.engines import Engines
from msglint.settings import Settings

USUAL = """Sehr geehrte Frau Dr. Falk,

am Donnerstag, dem 12. März, schicken wir Ihnen 24 Wasserproben mit dem
Kühlkurier. Die Liste mit den Entnahmestellen schicke ich Ihnen morgen.

Wie beim letzten Mal sind die Flaschen nach Brunnen sortiert:

- Brunnen 1 bis 4: je drei Flaschen
- Brunnen 5 und 6: je sechs Flaschen

Bitte bestätigen Sie uns den Eingang bis Freitag, damit wir die zweite
Lieferung planen können. Falls eine Flasche beschädigt ankommt, rufen Sie
mich bitte gleich an; wir füllen sie dann am Montag nach.

Sie erreichen mich unter 0561 123456.

Mit freundlichen Grüßen
Petra Wollweber

Wasserwerk Beispielstadt
"""
ONE_LINER = "Bericht Brunnen vier fertig\n"
TARGETS = {"usual mail": 1.5, "one-liner that needs tags": 3.0}
PLAIN = Settings(engines=BUILT_IN)
WITHOUT_ENGINES = "spelling: off\nlanguagetool: off\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/speed", description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    _fresh_processes(runs)
    _running_process()
    _many_messages()
    _growth()
    return 0


def _fresh_processes(runs: int) -> None:
    proselint = _program("proselint")
    msglint = _program("msglint")
    with tempfile.TemporaryDirectory() as folder:
        usual, short, plain = Path(folder, "usual.txt"), Path(folder, "short.txt"), Path(folder, "plain.yaml")
        plain.write_text(WITHOUT_ENGINES, encoding="utf-8")
        usual.write_text(USUAL, encoding="utf-8")
        short.write_text(ONE_LINER, encoding="utf-8")
        commands = {
            "proselint": [proselint, "check", str(usual)],
            "usual mail": [msglint, "check", "--config", str(plain), str(usual)],
            "one-liner that needs tags": [msglint, "check", "--config", str(plain), str(short)],
        }
        if Engines().has_speller("de"):
            commands["usual mail, with Hunspell"] = [msglint, "check", "--isolated", str(usual)]
        # Both programs are to find their compiled files, whatever the shell says about writing them.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        for command in commands.values():
            subprocess.run(command, capture_output=True, check=False, env=environment)
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):  # taken in turns, so that a busy moment hits all of them
            for name, command in commands.items():
                seconds[name].append(
                    _timed(
                        lambda command=command: subprocess.run(
                            command, capture_output=True, check=False, env=environment
                        )
                    )
                )
    peer = statistics.median(seconds.pop("proselint"))
    print(f"fresh process, median of {runs}: proselint check {peer * 1000:.0f} ms")
    for name, values in seconds.items():
        median = statistics.median(values)
        ratio = f"{median / peer:.2f} × proselint" + (f" (to reach: {TARGETS[name]} ×)" if name in TARGETS else "")
        print(f"  msglint check, {name}: {median * 1000:.0f} ms = {ratio}")


def _program(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed; pip install 'msglint[dev]' brings it")
    return found


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _running_process() -> None:
    linter = Linter(PLAIN, ui_language="de")
    message = Message.from_text(USUAL, to=["Dr. Christine Falk <c.falk@example.org>"])
    linter.check(message)
    milliseconds = [_timed(lambda: linter.check(message.with_())) * 1000 for _ in range(200)]
    median = statistics.median(milliseconds)
    print(f"running process, {len(USUAL.split())}-word mail: median {median:.2f} ms (to reach: 5 ms)")


def _check_all(texts: Sequence[str]) -> int:
    linter = Linter(PLAIN, ui_language="de")
    return sum(len(linter.check(Message.from_text(text)).findings) for text in texts)


def _many_messages() -> None:
    texts = [f"{USUAL}\nNr. {number}" for number in range(2_000)]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_check_all, [[USUAL]] * 2))
        seconds = _timed(lambda: list(pool.map(_check_all, [texts[::2], texts[1::2]])))
    print(f"many messages, 2 processes: {len(texts) / seconds:.0f} messages/s (to reach: 500)")


def _growth() -> None:
    linter = Linter(PLAIN, ui_language="de")
    small, large = USUAL * 300, USUAL * 3_000
    one, ten = (_timed(lambda text=text: linter.check(Message.from_text(text))) for text in (small, large))
    print(f"growth: {len(large) / 1e6:.1f} MB take {ten:.2f} s, {ten / one:.1f} × a tenth of it (linear: 10)")


if __name__ == "__main__":
    sys.exit(main())
