"""Measure the finite-verb test on treebank sentences taken as one-line answers.

    python bench/treebank.py FOLDER [--rule] [--tagger FOLDER] [--written lower|upper|plain|hasty|all] [--show]

A sentence without a finite verb is the positive class. Sentences whose gold tags are wrong are left out;
they are listed with reasons in `treebank_gold_errors.yaml`.

`--rule` sends each sentence as a whole message through body.verbless, which has exceptions of its own: thanks and
wishes are no fragments to it, and a line of labels or of numbers is none either. `--written` spoils the sentences
first, the gold stays: all in lower or upper case, `plain` without apostrophes and marks, `hasty` with one slip of
the fingers in a word of more than three letters, the same in every run. `--tagger` takes the tags of a spaCy pipeline
instead of HanTa's; a folder for each language.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from msglint import Linter, Message  # noqa: E402
from msglint.analysis.engine_settings import HANTA, EngineSettings  # noqa: E402
from msglint.analysis.engines import Engines  # noqa: E402
from msglint.analysis.finite import has_finite_verb  # noqa: E402
from msglint.message.social import is_social  # noqa: E402
from msglint.settings import Settings  # noqa: E402

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
    parser.add_argument("--tagger", type=Path, action="append", help="folder with a spaCy pipeline in place of HanTa")
    parser.add_argument("--rule", action="store_true", help="run body.verbless on the sentences as whole messages")
    parser.add_argument("--written", choices=(*WRITTEN, "all"), default="as is", help="spoil the sentences first")
    options = parser.parse_args(arguments)
    wrong_gold = _wrong_gold(HERE / "treebank_gold_errors.yaml")
    engines = EngineSettings(taggers=tuple(path.resolve() for path in options.tagger or ()) or (HANTA,))
    for language, pattern in TREEBANKS.items():
        sentences = [
            sentence
            for path in sorted(options.folder.glob(pattern))
            for sentence in _read(path)
            if FEWEST_WORDS <= sentence.words <= MOST_WORDS and sentence.sent_id not in wrong_gold
        ]
        for way in WRITTEN if options.written == "all" else (options.written,):
            written = [replace(sentence, text=WRITTEN[way](sentence.text)) for sentence in sentences]
            tp = _measure(f"{language} {way}", written, _judge(language, engines, rule=options.rule), options.show)
            if options.rule:
                meant = [not sentence.finite and not _is_exempt(sentence.text) for sentence in written]
                print(f"  without greetings, signatures, thanks and wishes: recall={tp / max(sum(meant), 1):.3f}")
    for sent_id, reason in wrong_gold.items():
        print(f"left out, wrong gold: {sent_id} ({reason})")
    return 0


def _wrong_gold(path: Path) -> dict[str, str]:
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return {str(entry["sent_id"]): str(entry["reason"]) for entry in entries}


def _without_marks(text: str) -> str:
    return re.sub(r"(?<=\w)['’´`](?=\w)|[.!?,]+(?=\s|$)", "", text)


def _hasty(text: str) -> str:
    """`text` with two letters of one word swapped, one left out, doubled or hit wrongly; the text decides which."""
    dice = random.Random(text)
    words = list(re.finditer(r"[^\W\d_]{4,}", text))
    if not words:
        return text
    at = dice.choice(words).start() + dice.randrange(1, 3)
    slips = (
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + dice.choice("aeinrst") + text[at + 1 :],
    )
    return dice.choice(slips)


WRITTEN: Mapping[str, Callable[[str], str]] = {
    "as is": str,
    "lower": str.lower,
    "upper": str.upper,
    "plain": _without_marks,
    "hasty": _hasty,
}


def _read(path: Path) -> Iterator[Sentence]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        facts = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            words = sum(row[0].isdigit() and row[3] != "PUNCT" for row in rows)
            finite = any("VerbForm=Fin" in row[5] for row in rows)
            yield Sentence(facts["sent_id"], facts["text"], words, finite)


def _is_exempt(text: str) -> bool:
    """Whether the rule is not meant for the text: a signature, a greeting or a closing alone, thanks and wishes."""
    return not Message.from_text(text).parts.body or is_social(text)


def _judge(language: str, engines: EngineSettings, *, rule: bool) -> Callable[[str], bool]:
    """What tells whether a text is verbless: the test itself, or the rule on the text as a whole message."""
    if not rule:
        tagger = Engines(engines).tagger(language)
        return lambda text: not has_finite_verb(text, language, tagger)
    linter = Linter(Settings(select=("body.verbless",), profile="everything", language=language, engines=engines))
    return lambda text: bool(linter.check(Message.from_text(text)).findings)


def _measure(name: str, sentences: list[Sentence], is_verbless: Callable[[str], bool], show: bool) -> int:
    """Prints the figures; returns how many sentences without a verb were found."""
    started = time.perf_counter()
    found = [is_verbless(sentence.text) for sentence in sentences]
    seconds = time.perf_counter() - started
    pairs = list(zip(sentences, found, strict=True))
    tp = sum(guess and not sentence.finite for sentence, guess in pairs)
    fp = sum(guess and sentence.finite for sentence, guess in pairs)
    fn = sum(not guess and not sentence.finite for sentence, guess in pairs)
    print(
        f"{name}: n={len(pairs)} tp={tp} fp={fp} fn={fn} precision={tp / max(tp + fp, 1):.3f} "
        f"recall={tp / max(tp + fn, 1):.3f} seconds={seconds:.2f}"
    )
    if show:
        for sentence, guess in pairs:
            if guess == sentence.finite:
                print(f"  {'fp' if guess else 'fn'} {sentence.sent_id} {sentence.text}")
    return tp


if __name__ == "__main__":
    sys.exit(main())
