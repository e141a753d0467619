"""Measures an address book of 100,000 people: making the index, its memory, and what a check pays for it.

python bench/contacts [--people N] [--runs N]
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMITS = {"memory": 100, "lookup": 50}
"""Megabytes, and milliseconds of a whole check."""

GIVEN = """
Anna Jürgen Katharina Björn Zoë Łukasz Hans-Peter Sönke Françoise Mehmet Ayşe Giulia Ole Ingeborg Thomas Sabine Uwe
Karin Wolfgang Petra Emma Liam Olivia Noah Sophie Ben Mia Elias Lena Paul Clara Felix Marie Jonas Laura Max Julia Tim
Sarah David Lisa Daniel Nina Simon Eva Lukas Maria Philipp Johanna Sebastian
""".split()
BEGINNINGS = """
Alt Berg Birken Brand Buchen Eichen Engel Feld Fisch Gold Grün Hafer Hart Hasel Herz Hoch Holz Kalt Kirch Klein Korn
Kranz Lang Linden Löwen Mühl Neu Nuss Ober Reich Rosen Schön Silber Sonnen Stein Stern Tannen Unter Wald Weiden
""".split()
ENDINGS = """
ach bach bauer baum beck berg brunner burg dorf feld fuchs graben hammer haus heim hof holz hölzer huber kamp kopf
lechner leitner mann meier meister meyer müller reiter rieder roth sauer schmidt stätter stein thal wald weger zeller
""".split()
HEADERS = (
    "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,"
    "Ort geschäftlich,Postleitzahl geschäftlich,Land/Region geschäftlich,Telefon geschäftlich,Mobiltelefon,"
    "E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,Geburtstag,Geschlecht,Kategorien,Notizen"
).split(",")
READER = "e.falk@example.com"
LETTER = """Sehr geehrte Frau Dr. Falk,

am Donnerstag, dem 12. März, schicken wir Ihnen 24 Wasserproben mit dem
Kühlkurier. Die Liste mit den Entnahmestellen schicke ich Ihnen morgen.

Bitte bestätigen Sie uns den Eingang bis Freitag, damit wir die zweite
Lieferung planen können.

Mit freundlichen Grüßen
Petra Wollweber
"""
CHILD = """
import resource, sys, time
from pathlib import Path
start = time.perf_counter()
from msglint.contacts.address_book.index import open_contacts
book = open_contacts([Path(sys.argv[1])])
seconds = time.perf_counter() - start
people, addresses = book.count()
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, people, addresses)
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/contacts", description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=21)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contacts = folder / "contacts.csv"
        _write(contacts, given.people)
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environ = {**kept, "XDG_CACHE_HOME": str(folder / "cache")}
        print(f"one CSV, {given.people:,} people, {contacts.stat().st_size / 1e6:.1f} MB, {len(HEADERS)} columns")
        memory = _build(contacts, environ)
        lookup = _lookup(folder, contacts, given.runs, environ)
    within = memory <= LIMITS["memory"] and lookup <= LIMITS["lookup"]
    print("within the limits" if within else "ABOVE THE LIMITS")
    return 0 if within else 1


def _write(path: Path, people: int) -> None:
    """Made-up people, of whom the last gets the letter."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for number in range(people):
            first, last = chance.choice(GIVEN), chance.choice(BEGINNINGS) + chance.choice(ENDINGS)
            title = chance.choice(("Herr", "Frau", "Frau Dr.", ""))
            email = f"{first[0].lower()}.{last.lower()}{number}@example{number % 900}.com"
            if number == people - 1:
                first, last, title, email = "Erika", "Falk", "Frau Dr.", READER
            cells = dict.fromkeys(HEADERS, "")
            cells |= {
                "Anrede": title,
                "Vorname": first,
                "Nachname": last,
                "Firma": f"{chance.choice(BEGINNINGS)}werk GmbH & Co. KG",
                "Position": "Leitung Einkauf",
                "Straße geschäftlich": f"{chance.choice(BEGINNINGS)}weg {number % 90}",
                "Ort geschäftlich": "Beispielstadt",
                "Telefon geschäftlich": f"0561 {number}",
                "E-Mail-Adresse": email,
                "E-Mail-Typ": "SMTP",
                "E-Mail: Angezeigter Name": f"{first} {last} ({email})",
                "Geschlecht": "Keine Angabe",
                "Notizen": "Messe\nRückruf erbeten" if not number % 50 else "",
            }
            writer.writerow(cells.values())


def _build(contacts: Path, environ: dict[str, str]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(contacts)], capture_output=True, check=True, text=True, env=environ
    )
    seconds, kilobytes, people, addresses = done.stdout.split()
    megabytes = int(kilobytes) / (1024 if sys.platform != "darwin" else 1024**2)
    size = sum(file.stat().st_size for file in Path(environ["XDG_CACHE_HOME"]).rglob("*.sqlite")) / 1e6
    print(f"index built: {float(seconds):.1f} s, {people} people, {addresses} addresses, {size:.1f} MB on disk")
    print(f"memory of the process that built it: {megabytes:.0f} MB (limit {LIMITS['memory']} MB)")
    return megabytes


def _lookup(folder: Path, contacts: Path, runs: int, environ: dict[str, str]) -> float:
    draft = folder / "draft.eml"
    head = (
        f'From: p@example.org\nTo: "Dr. Erika Falk" <{READER}>\nSubject: Wasserproben\n'
        "Content-Type: text/plain; charset=utf-8\n\n"
    )
    draft.write_text(head + LETTER, encoding="utf-8")
    command = [_program(), "check", "--isolated", "--fail-on", "never", str(draft)]
    ways = {"without": command, "with": [*command, "--contacts", str(contacts)]}
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    processor: dict[str, list[float]] = {way: [] for way in ways}
    for run in range(runs + 1):
        for way, words in ways.items():  # taken in turns, so that a busy moment hits both
            used, start = _used(), time.perf_counter()
            subprocess.run(words, capture_output=True, check=True, env=environ)
            if run:
                seconds[way].append(time.perf_counter() - start)
                processor[way].append(_used() - used)
    without, with_ = (statistics.median(seconds[way]) * 1000 for way in ways)
    print(f"check in a fresh process: {without:.0f} ms without contacts, {with_:.0f} ms with them, median of {runs}")
    print(f"lookup: {_more(seconds):.0f} ms more (limit {LIMITS['lookup']} ms)")
    print(f"processor time of that: {_more(processor):.0f} ms")
    return _more(seconds)


def _more(spent: dict[str, list[float]]) -> float:
    """The median of what the second of each pair of runs took more, in milliseconds."""
    return statistics.median(with_ - without for without, with_ in zip(*spent.values(), strict=True)) * 1000


def _used() -> float:
    """Processor time of all processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _program() -> str:
    beside = Path(sys.executable).with_name("msglint")
    found = str(beside) if beside.exists() else shutil.which("msglint")
    if not found:
        sys.exit("msglint is not installed in this environment")
    return found


if __name__ == "__main__":
    sys.exit(main())
