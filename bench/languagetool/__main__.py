"""Times a check with LanguageTool: a German mail of 120 words, new each time, with a server that is warm.

    python bench/languagetool [--server http://localhost:8081] [--runs N]

Without an address the server is msglint's own, which is started if need be. What LanguageTool itself takes is told
apart, and what the same check takes without it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterator

from msglint import Linter, Message
from msglint.analysis.engine_settings import AUTO, OFF, EngineSettings, LanguageToolSettings
from msglint.analysis.engines import Engines
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import library
from msglint.analysis.languagetool.request import warm_up_fields
from msglint.analysis.languagetool.server import named_or_own
from msglint.settings import Settings

TARGET = 400.0
PATIENCE = 300.0
WARMING = 3
MAIL = """Sehr geehrte Frau Dr. Falk,

vielen Dank für Ihre Nachricht zu den {0}. Wir haben die {1} geprüft und schicken Ihnen heute ein neues Angebot für
die {2}. Die Lieferung kommt in der nächsten Woche, sobald der Kühlkurier die {3} abgeholt hat. Bitte geben Sie uns
Bescheid, ob Sie mit den {4} einverstanden sind und wer die {5} annimmt.

Die {6} sind nach Brunnen sortiert, und die Liste mit den {7} liegt bei:

- Brunnen 1 bis 4: je drei {8}
- Brunnen 5 und 6: je sechs {9}

Falls eine der {10} fehlt, rufen Sie mich bitte gleich an; wir füllen die {11} dann nach. Für die {12} brauchen wir
noch Ihre Anschrift, damit die Buchhaltung alle {13} richtig zuordnen kann. {slips} Über eine kurze Rückmeldung zu den
{14} freuen wir uns.

Mit freundlichen Grüßen
Petra Wollweber
"""
PLACES = 15
SLIPS = {
    "no slip": "Der Plan steht.",
    "three slips": "Wir haben den neue Plan. Die die Kiste steht im Lager. Vielen dank im Voraus.",
    "three misspelled words": "Der Plen für die Kistte liegt vieleicht bei.",
}
THINGS = (
    "Proben Kisten Pumpen Listen Karten Messwerte Flaschen Deckel Griffe Stühle Tische Lampen Kabel Schrauben Bretter "
    "Fenster Rohre Ventile Filter Schläuche Bücher Hefte Mappen Ordner Stempel Briefe Pakete Säcke Eimer Leitern"
).split()


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/languagetool", description=__doc__.splitlines()[0])
    parser.add_argument("--server", default=AUTO, metavar="ADDRESS")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    tool = LanguageToolSettings(use=arguments.server, time_budget=PATIENCE)
    try:
        named_or_own(tool, wait=PATIENCE, warm_up=warm_up_fields(tool, Engines().has_speller))
    except EngineError as error:
        print(error)
        return 1
    words = len(next(mails("no slip")).split())
    print(f"a German mail of {words} words, {arguments.runs} runs, median and slowest of a check in milliseconds")
    reached = True
    for spelling in (AUTO, OFF):
        for kind in SLIPS:
            reached = measured(kind, spelling, tool, arguments.runs) and reached
    return 0 if reached else 1


def measured(kind: str, spelling: str, tool: LanguageToolSettings, runs: int) -> bool:
    """Print the figures of one kind of mail; whether the target is reached."""
    texts = mails(kind)
    asked = _Asked()
    with_it = timed(EngineSettings(spelling=spelling, languagetool=tool), texts, runs, asked)
    without = timed(EngineSettings(spelling=spelling, languagetool=LanguageToolSettings(use=OFF)), texts, runs, None)
    median, share = statistics.median(with_it), statistics.median(asked.times[-runs:])
    print(
        f"  {kind}, spelling {spelling}: {median:.0f} ({max(with_it):.0f}), of which LanguageTool {share:.0f}, "
        f"msglint {median - share:.0f}; without LanguageTool {statistics.median(without):.0f}"
    )
    return median <= TARGET


def mails(kind: str) -> Iterator[str]:
    """Mails in which no sentence is one that the server has seen: it keeps its answers to those."""
    chance = random.Random()
    while True:
        things = chance.choices(THINGS, k=PLACES)
        yield MAIL.format(*things, slips=SLIPS[kind])


def timed(engines: EngineSettings, texts: Iterator[str], runs: int, asked: _Asked | None) -> list[float]:
    """Milliseconds of each check, after a few to get warm."""
    linter = Linter(Settings(profile="default", engines=engines), ui_language="de")
    times = []
    for _ in range(WARMING + runs):
        message = Message.from_text(next(texts), to=["Dr. Anna Falk <a.falk@example.com>"])
        if asked is not None:
            asked.begin()
        started = time.perf_counter()
        report = linter.check(message)
        times.append((time.perf_counter() - started) * 1000)
        if report.skipped:
            print(*(note.why for note in report.skipped), file=sys.stderr)
    return times[-runs:]


class _Asked:
    """The time that the client waits for answers."""

    def __init__(self) -> None:
        self.times: list[float] = []
        fetch = library.fetch

        def timed_fetch(*arguments: object) -> bytes:
            started = time.perf_counter()
            try:
                return fetch(*arguments)  # type: ignore[arg-type]
            finally:
                self.times[-1] += (time.perf_counter() - started) * 1000

        library.fetch = timed_fetch  # type: ignore[assignment]

    def begin(self) -> None:
        """A new message."""
        self.times.append(0.0)


if __name__ == "__main__":
    sys.exit(main())
