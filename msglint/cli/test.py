"""`msglint test`: does every rule do what its examples say, and is it safe to use?"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from msglint.cli.commands import BilingualCommand, BilingualOption
from msglint.cli.options import check_text_or_json, current_ui, load_settings, output_format_option, rule_options
from msglint.cli.progress import Bar
from msglint.cli.ui import Output, complain
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.analysis.engine_settings import EngineSettings
    from msglint.cli.examined import Tally
    from msglint.examining.examination import Examination
    from msglint.examining.remark import Remark

TEXT = Text(
    de=(
        "Regeln prüfen: ihre Beispiele, ihre Ausdrücke, was ihnen fehlt.\n\n"
        "Jedes schlechte Beispiel muss an der markierten Stelle gefunden werden, jedes gute unbeanstandet bleiben. "
        "Außerdem: Ausdrücke, die eine Prüfung aufhalten können, Ausnahmen, die nichts bewirken, Wendungen, die nie "
        "gefunden werden, und was an den Profilen neben den Paketen falsch ist. Ohne Angabe alles, was in Gebrauch "
        "ist, auch die mitgelieferten Regeln; sonst die genannten Dateien, Ordner und installierten Pakete.\n\n"
        "Ergebnis: 0 in Ordnung (Warnungen zählen nur mit --strict), 1 Fehler, 2 ein Paket ist unbrauchbar."
    ),
    en=(
        "Test rules: their examples, their expressions, what they lack.\n\n"
        "Every bad example must be found at the marked place, every good one left alone. Besides: expressions that can "
        "hold up a check, exceptions that do nothing, phrases that are never found, and what is wrong with the "
        "profiles beside the packs. Without arguments everything in use, the shipped rules too; otherwise the given "
        "files, folders and installed packages.\n\n"
        "Exit status: 0 all well (warnings count with --strict only), 1 failures, 2 a pack cannot be used."
    ),
)
STARTING = Text(de="LanguageTool startet", en="LanguageTool is starting")
PATIENCE = 120.0
LOADING = Text(de="Regeln prüfen", en="Testing rules")
FAILED = 1
UNUSABLE = 2


def test(packs: tuple[str, ...], output_format: str | None, strict: bool, **parameters: Any) -> None:
    """Examine the packs, or everything."""
    check_text_or_json(output_format)
    settings = load_settings(parameters, current_ui()).settings
    extends, engines = settings.extends, _patient(settings.engines)
    from msglint.cli.examined import Tally, as_json
    from msglint.examining.examination import examination_of, examination_of_packs

    given = [_source(pack) for pack in packs]
    examination = examination_of_packs(given, extends) if packs else examination_of(extends)
    examination = replace(examination, ui_language=current_ui().language, engines=engines)
    remarks = _remarks(examination, strict=strict)
    tally = Tally(len(examination.rules), examination.examples, examination.problems)
    if output_format == "json":
        Output(machine=True).write(as_json(remarks, tally, current_ui().language))
    else:
        _write_text(remarks, tally)
    click.get_current_context().exit(_status(remarks, tally, strict=strict))


def _patient(settings: EngineSettings) -> EngineSettings:
    """The engines, with LanguageTool ready where it is: who tests rules has more time than who sends a mail."""
    from msglint.analysis.engines import Engines

    used = Engines(settings)
    if used.has_languagetool:
        from msglint.analysis.errors import EngineError
        from msglint.analysis.languagetool.request import warm_up_fields
        from msglint.analysis.languagetool.server import named_or_own

        tool = settings.languagetool
        with suppress(EngineError), Bar(STARTING.in_(current_ui().language)) as bar:
            named_or_own(tool, wait=PATIENCE, progress=bar, warm_up=warm_up_fields(tool, used.has_speller))
    return settings._replace(languagetool=settings.languagetool._replace(time_budget=PATIENCE))


def _source(pack: str) -> Path | str:
    """What the user means: what there is, or what would be a path, or an installed package."""
    from msglint.rulesets.sharing import installed_names

    path = Path(pack)
    if path.exists() or path.name != pack or path.suffix or pack not in installed_names():
        return path
    return pack


def _remarks(examination: Examination, *, strict: bool) -> Sequence[Remark]:
    """Everything there is to say, the rules in their order; the hints where all is wanted."""
    from msglint.examining.remark import Level

    with Bar(LOADING.in_(current_ui().language)) as bar:
        remarks = list(examination.remarks(reach=bar.reach))
    return [remark for remark in remarks if strict or remark.level is not Level.HINT]


def _write_text(remarks: Sequence[Remark], tally: Tally) -> None:
    from msglint.cli.examined import Page
    from msglint.examining.remark import Level

    language = current_ui().language
    for problem in tally.problems:
        complain(problem.text(language))
    output = Output()
    page = Page(language, output.colour, output.width)
    for remark in remarks:
        if remark.level is not Level.UNTRIED:
            output.write(page.remark(remark))
    output.write(page.untried([remark for remark in remarks if remark.level is Level.UNTRIED]))
    output.write(page.summary(remarks, tally))


def _status(remarks: Sequence[Remark], tally: Tally, *, strict: bool) -> int:
    from msglint.examining.remark import Level

    if tally.problems:
        return UNUSABLE
    failing = (Level.FAILURE, Level.WARNING) if strict else (Level.FAILURE,)
    return FAILED if any(remark.level in failing for remark in remarks) else 0


command = BilingualCommand(
    "test",
    text=TEXT,
    callback=test,
    params=[
        click.Argument(["packs"], nargs=-1, metavar="[PACK...]"),
        BilingualOption(
            "--strict",
            is_flag=True,
            text=Text(
                de="Auch Warnungen als Fehler zählen, und Hinweise zeigen.",
                en="Count warnings as failures too, and show hints.",
            ),
        ),
        output_format_option("text|json"),
        *rule_options(),
    ],
)
