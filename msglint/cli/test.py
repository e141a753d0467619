"""`msglint test`: does every rule do what its examples say?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from msglint.cli.commands import BilingualCommand
from msglint.cli.options import current_ui, ui_language_option
from msglint.cli.ui import Output
from msglint.examining.trial import Failure, try_rule
from msglint.linter import Linter
from msglint.rules import coded_rules
from msglint.rules.base import Rule
from msglint.rulesets import load_rulesets, shipped_folder
from msglint.settings import Settings
from msglint.texts import Text

TEXT = Text(
    de="Regeln prüfen: die eigenen Beispiele, die Ausdrücke, die Vollständigkeit.",
    en="Test rules: their own examples, their expressions, what they lack.",
)


def test(packs: tuple[str, ...], ui_language: str | None) -> None:
    """Run the examples of the packs, or of everything."""
    language = current_ui().language
    paths = [Path(pack) for pack in packs]
    outside = [path for path in paths if shipped_folder() not in path.absolute().parents]
    rulesets = load_rulesets(outside, with_examples=True)
    linter = Linter(Settings(profile="everything"), ui_language=language, rulesets=rulesets)
    chosen = _chosen(rulesets.rules, paths)
    failures = [failure for rule in chosen for failure in try_rule(rule, linter)]
    output = Output()
    for problem in rulesets.problems:
        output.write(f"{problem.text(language)}\n")
    for failure in failures:
        output.write(_shown(failure))
    output.write(f"{len(chosen)} rules, {len(failures)} failures\n")
    if failures or rulesets.problems:
        raise click.exceptions.Exit(1)


def _chosen(rules: Sequence[Rule], paths: Sequence[Path]) -> Sequence[Rule]:
    if not paths:
        return (*coded_rules(), *rules)
    from msglint.rulesets import pack_files
    from msglint.rulesets.reading import read_pack

    ids = {entry.id for path in paths for file in pack_files(path) for entry in read_pack(file).entries}
    return [rule for rule in rules if rule.id in ids]


def _shown(failure: Failure) -> str:
    text = failure.text.replace("\n", "\\n")
    return (
        f"{failure.rule} ({failure.language}, {failure.kind} {failure.number}): {failure.fault.value}\n"
        f"    text: {text}\n    expected: {failure.expected}\n    found: {failure.found}\n"
    )


command = BilingualCommand(
    "test",
    text=TEXT,
    callback=test,
    params=[click.Argument(["packs"], nargs=-1, metavar="[PACK...]"), ui_language_option()],
)
