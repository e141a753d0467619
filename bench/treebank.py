"""Measure the finite-verb test on treebank sentences taken as one-line answers.

A sentence without a finite verb is the positive class. Sentences whose gold tags are wrong are left out;
they are listed with reasons in `treebank_gold_errors.yaml`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from msglint.analysis.finite import has_finite_verb  # noqa: E402
from msglint.analysis.tagger import HantaTagger  # noqa: E402

TREEBANKS = {"de": "de_*.conllu", "en": "en_*.conllu"}
FEWEST_WORDS, MOST_WORDS = 2, 12


@dataclass(frozen=True)
class Sentence:
    """One treebank sentence; `words` counts the tokens without punctuation."""

    sent_id: str
    text: str
    words: int
    finite: bool


def main(arguments: list[str] | None = None) -> int:
    """Print the figures per language and return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with the *.conllu files")
    parser.add_argument("--show", action="store_true", help="print the misses")
    options = parser.parse_args(arguments)
    wrong_gold = _wrong_gold(HERE / "treebank_gold_errors.yaml")
    for language, pattern in TREEBANKS.items():
        sentences = [
            sentence
            for path in sorted(options.folder.glob(pattern))
            for sentence in _read(path)
            if FEWEST_WORDS <= sentence.words <= MOST_WORDS and sentence.sent_id not in wrong_gold
        ]
        _measure(language, sentences, options.show)
    for sent_id, reason in wrong_gold.items():
        print(f"left out, wrong gold: {sent_id} ({reason})")
    return 0


def _wrong_gold(path: Path) -> dict[str, str]:
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return {str(entry["sent_id"]): str(entry["reason"]) for entry in entries}


def _read(path: Path) -> Iterator[Sentence]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        facts = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            words = sum(row[0].isdigit() and row[3] != "PUNCT" for row in rows)
            finite = any("VerbForm=Fin" in row[5] for row in rows)
            yield Sentence(facts["sent_id"], facts["text"], words, finite)


def _measure(language: str, sentences: list[Sentence], show: bool) -> None:
    tagger = HantaTagger(language)
    started = time.perf_counter()
    found = [not has_finite_verb(sentence.text, language, tagger) for sentence in sentences]
    seconds = time.perf_counter() - started
    pairs = list(zip(sentences, found, strict=True))
    tp = sum(guess and not sentence.finite for sentence, guess in pairs)
    fp = sum(guess and sentence.finite for sentence, guess in pairs)
    fn = sum(not guess and not sentence.finite for sentence, guess in pairs)
    print(
        f"{language}: n={len(pairs)} tp={tp} fp={fp} fn={fn} precision={tp / max(tp + fp, 1):.3f} "
        f"recall={tp / max(tp + fn, 1):.3f} seconds={seconds:.2f}"
    )
    if show:
        for sentence, guess in pairs:
            if guess == sentence.finite:
                print(f"  {'fp' if guess else 'fn'} {sentence.sent_id} {sentence.text}")


if __name__ == "__main__":
    sys.exit(main())
