"""Checks one mail with a pack of 300 phrases and with one of 3,000, and a catastrophic expression, in one run.

python bench/phrases [--runs N]
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from msglint import Linter, Message
from msglint.rulesets import Rulesets, load_rulesets
from msglint.settings import Settings

FEW, MANY = 300, 3_000
LIMIT = 2.0
CUT_OFF = 1.0
"""Seconds within which a check must be over that meets a catastrophic expression."""

ADJECTIVES = "frühzeitig gemeinsam digital regional künftig fachlich betrieblich jährlich zentral gezielt".split()
NOUNS = "Abstimmung Planung Lieferung Prüfung Freigabe Übergabe Schulung Wartung Bestellung Rechnung".split()
VERBS = "vornehmen durchführen anstoßen verfolgen abschließen vorbereiten begleiten einleiten umsetzen klären".split()
PREFIXES = "Lager Personal Muster Projekt Termin Vertrags Kosten Daten Geräte Standort".split()
MAIL = """Sehr geehrte Frau Dr. Falk,

am Donnerstag, dem 12. März, schicken wir Ihnen 24 Wasserproben mit dem Kühlkurier. Die Liste mit den Entnahmestellen
schicke ich Ihnen morgen. Wie beim letzten Mal sind die Flaschen nach Brunnen sortiert. Die Planung der Lieferung liegt
bei mir, die Freigabe der Bestellung und die Rechnung kommen aus dem Büro. Wir wollen die Prüfung gemeinsam vorbereiten.

Bitte bestätigen Sie uns den Eingang bis Freitag, damit wir die zweite Lieferung planen können. Falls eine Flasche
beschädigt ankommt, rufen Sie mich bitte gleich an; wir füllen sie dann am Montag nach.

Mit freundlichen Grüßen
Petra Wollweber
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/phrases", description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=400)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_pack(Path(folder), count) for count in (FEW, MANY))
        linters = {count: _linter(pack) for count, pack in ((FEW, few), (MANY, many))}
        times = _times(linters, runs)
        started = time.perf_counter()
        report = _linter(_catastrophe(Path(folder))).check(
            Message.from_text(MAIL.replace("Kühlkurier", "a" * 60 + "!"))
        )
        took = time.perf_counter() - started
    ratio = times[MANY] / times[FEW]
    print(f"a check with {FEW} phrases {times[FEW] * 1000:.2f} ms, with {MANY} {times[MANY] * 1000:.2f} ms")
    print(f"ratio {ratio:.2f} (to reach: at most {LIMIT})")
    told = [skipped.why for skipped in report.skipped if skipped.what == "house.evil"]
    print(f"a catastrophic expression: cut off, the check over after {took:.2f} s: {' '.join(told) or 'NOT TOLD'}")
    return 0 if ratio <= LIMIT and told and took < CUT_OFF + 1 else 1


def _pack(folder: Path, count: int) -> Path:
    """Phrases as a house would write them: words of daily work, many sharing their words, a third inflected."""
    draw = random.Random(count)
    phrases: set[str] = set()
    while len(phrases) < count:
        noun = draw.choice(PREFIXES) + draw.choice(NOUNS).lower()
        verb = draw.choice(VERBS)
        verb = f"<{verb}>" if draw.random() < 1 / 3 else verb
        phrases.add(f"(eine/die) {draw.choice(ADJECTIVES)}e {noun} ... {verb}")
    return _written(folder / f"{count}.yaml", {"id": "house.many", "kind": "phrase", "phrases": sorted(phrases)})


def _catastrophe(folder: Path) -> Path:
    return _written(folder / "evil.yaml", {"id": "house.evil", "kind": "regex", "patterns": ["(?:a|aa)+$"]})


def _written(path: Path, rule: dict[str, object]) -> Path:
    texts = {name: {"de": "Wendung", "en": "phrase"} for name in ("title", "message", "why")}
    pack = {"language": "de", "rules": [{"severity": "suggestion", "source": "made up", **texts, **rule}]}
    path.write_text(json.dumps(pack), encoding="utf-8")
    return path


def _linter(pack: Path) -> Linter:
    started = time.perf_counter()
    rulesets: Rulesets = load_rulesets([pack])
    if rulesets.problems:
        raise SystemExit("\n".join(map(str, rulesets.problems)))
    compiled = time.perf_counter() - started
    started = time.perf_counter()
    load_rulesets([pack])
    kept = time.perf_counter() - started
    print(f"{pack.name}: compiled in {compiled:.2f} s, from then on loaded in {kept * 1000:.0f} ms")
    return Linter(Settings(profile="everything", select=("house",)), rulesets=rulesets)


def _times(linters: dict[int, Linter], runs: int) -> dict[int, float]:
    """The median per check, taken in turns so that both meet the same machine."""
    taken: dict[int, list[float]] = {count: [] for count in linters}
    for _ in range(runs):
        for count, linter in linters.items():
            message = Message.from_text(MAIL)
            started = time.perf_counter()
            linter.check(message)
            taken[count].append(time.perf_counter() - started)
    return {count: statistics.median(times) for count, times in taken.items()}


if __name__ == "__main__":
    sys.exit(main())
