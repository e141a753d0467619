"""How often the syllable counter is right, beside pyphen in the same run, on words that were divided by hand.

python bench/readability [--half seen|unseen] [--show]

german.txt and english.txt hold words of business mail, divided as they are read aloud, after the pronunciation that
dictionaries give. Where they give a second, or where German divides more finely in writing (`Sta·ti·on`), it stands
behind a bar: `right` counts the first alone, `or` any of them. Every second word was kept aside until the counter
was finished.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msglint.message.syllables import syllables_of

HERE = Path(__file__).parent
LANGUAGES = {"german": "de", "english": "en"}
PYPHEN = {"de": "de_DE", "en": "en_US"}
RUNS = 7
READ = "import sys; words = sys.stdin.read().split()"
OWN = "from msglint.message.syllables import syllables_of; [syllables_of(word, '{language}') for word in words]"
OTHER = "import pyphen; other = pyphen.Pyphen(lang='{pyphen}'); [len(other.positions(word)) + 1 for word in words]"

Counter = Callable[[str], int]


class Word(NamedTuple):
    """A word with its number of syllables, and the other numbers that pass."""

    text: str
    syllables: int
    others: tuple[int, ...]


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/readability", description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=("seen", "unseen"), help="only these words; both without it")
    parser.add_argument("--show", action="store_true", help="list the words that msglint gets wrong")
    arguments = parser.parse_args()
    worse = False
    for name, language in LANGUAGES.items():
        words = _words(HERE / f"{name}.txt", arguments.half)
        print(f"{name}, {len(words)} words{'':12}right      or")
        right = {counter: _row(counter, count, words) for counter, count in _counters(language).items()}
        worse |= right["msglint"] < max(right.values())
        _print_times(words, language)
        if arguments.show:
            _show(words, language)
    return int(worse)


def _words(path: Path, half: str | None) -> Sequence[Word]:
    lines = path.read_text("utf-8").splitlines()
    chosen = {"seen": lines[::2], "unseen": lines[1::2], None: lines}[half]
    return [_word(line.split(" | ")) for line in chosen]


def _word(forms: Sequence[str]) -> Word:
    counts = [form.count("·") + 1 for form in forms]
    return Word(forms[0].replace("·", ""), counts[0], tuple(counts[1:]))


def _counters(language: str) -> Mapping[str, Counter]:
    try:
        import pyphen
    except ImportError:
        raise SystemExit("pyphen is not installed; pip install pyphen") from None
    as_it_comes = pyphen.Pyphen(lang=PYPHEN[language])
    # It breaks no single letter off a line unless it is told to.
    every_letter = pyphen.Pyphen(lang=PYPHEN[language], left=1, right=1)
    return {
        "msglint": lambda word: syllables_of(word, language),
        "pyphen": lambda word: len(as_it_comes.positions(word)) + 1,
        "pyphen, single letters too": lambda word: len(every_letter.positions(word)) + 1,
    }


def _row(name: str, count: Counter, words: Sequence[Word]) -> int:
    right = sum(count(word.text) == word.syllables for word in words)
    passing = sum(count(word.text) in (word.syllables, *word.others) for word in words)
    print(f"  {name:28}{right / len(words):>6.1%}  {passing / len(words):>6.1%}")
    return right


def _print_times(words: Sequence[Word], language: str) -> None:
    """How long a fresh process takes to count the words, the fastest of some; what Python itself takes is left out."""
    source = "\n".join(word.text for word in words)
    nothing, own, other = (
        min(
            _seconds(f"{READ}; {counter}".format(language=language, pyphen=PYPHEN[language]), source)
            for _ in range(RUNS)
        )
        for counter in ("pass", OWN, OTHER)
    )
    print(f"  in a fresh process: msglint {(own - nothing) * 1000:.0f} ms, pyphen {(other - nothing) * 1000:.0f} ms")


def _seconds(program: str, words: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], input=words, text=True, encoding="utf-8", check=True)
    return time.perf_counter() - start


def _show(words: Sequence[Word], language: str) -> None:
    for word in words:
        if (counted := syllables_of(word.text, language)) != word.syllables:
            print(f"    {word.text}: {counted}, not {word.syllables}{f' or {word.others}' if word.others else ''}")


if __name__ == "__main__":
    sys.exit(main())
