"""`msglint check`: read drafts, check them, print what was found."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

import click

from msglint.cli.book import open_book
from msglint.cli.commands import BilingualOption, UserError
from msglint.cli.filter import STDIN, Filter, FilterCommand
from msglint.cli.fixing import Fixing, fixing_options, named
from msglint.cli.given import Given
from msglint.cli.options import config_options, current_ui, load_settings, settings_options
from msglint.cli.progress import Progress
from msglint.cli.ui import Output, complain, is_terminal, language_of_locale, tell
from msglint.config import LoadedSettings
from msglint.contacts.book import ContactBook
from msglint.defects import DEBUG_VARIABLE, defect_sentence
from msglint.documents.errors import DocumentError
from msglint.formats import renderer
from msglint.formats.concise import grade_line
from msglint.linter import Linter
from msglint.message.model import Channel
from msglint.message.sources import Draft, read_path, read_stream
from msglint.report import Report
from msglint.rulesets import RulesetError
from msglint.texts import Text
from msglint.verdict import passes

PASSED, FAILED, UNREADABLE = 0, 1, 2
EMPTY_NAME = '""'
SUBJECT_RULE = "subject.missing"

TEXT = Text(
    de=(
        "Nachrichten prüfen: Dateien, Ordner, mbox, Maildir oder die Standardeingabe.\n\n"
        "Ergebnis: 0 nichts zu beanstanden, 1 Befunde ab der Schwere von --fail-on oder eine schlechtere "
        "Note als --min-grade, 2 falscher Aufruf, falsche Konfiguration oder eine unlesbare Nachricht."
    ),
    en=(
        "Check messages: files, folders, mbox, Maildir or standard input.\n\n"
        "Exit status: 0 nothing found, 1 findings at or above --fail-on or a grade below --min-grade, "
        "2 wrong usage, wrong configuration or an unreadable message."
    ),
)


class _Run(NamedTuple):
    """One call of `msglint check`."""

    paths: Sequence[str]
    given: Given
    loaded: LoadedSettings
    ui_language: str
    fixing: Fixing
    contacts: ContactBook

    def reports(self) -> Iterator[Report]:
        """One report per message, made when asked for."""
        settings = self.loaded.settings
        linter = Linter(settings, ui_language=self.ui_language, contacts=self.contacts)
        for problem in linter.problems:
            complain(problem.text(self.ui_language))
        ignored = (*settings.ignore, SUBJECT_RULE)
        silent = replace(settings, ignore=ignored)
        without_subject = Linter(silent, ui_language=self.ui_language, contacts=self.contacts)
        for draft in self._drafts():
            hidden = draft.message is not None and self.given.hides_subject(draft.message)
            check = partial(self._report, without_subject if hidden else linter)
            put_into = partial(self.given.put_into, loaded=self.loaded)
            yield self.fixing.settled(draft, check(draft), check, put_into)

    def _drafts(self) -> Iterator[Draft]:
        for path in self.paths:
            if path == STDIN:
                yield from read_stream(self.fixing.filter.read(), templates=self.loaded.settings.templates)
                self.fixing.filter.pass_on()
            else:
                yield from read_path(path, templates=self.loaded.settings.templates)

    def _report(self, linter: Linter, draft: Draft) -> Report:
        if draft.message is None:
            return self._unreadable(draft, draft.error.text(self.ui_language) if draft.error else "")
        try:
            return linter.check(self.given.put_into(draft.message, self.loaded))
        except (DocumentError, RulesetError):
            raise
        except Exception as error:
            # One message that msglint stumbles over must not keep the others from being checked.
            if os.environ.get(DEBUG_VARIABLE):
                raise
            return self._unreadable(draft, defect_sentence(error).in_(self.ui_language))

    def _unreadable(self, draft: Draft, sentence: str) -> Report:
        settings = self.loaded.settings
        channel = (settings.channel or Channel.EMAIL).value
        return Report(
            path=draft.path,
            language=None,
            channel=channel,
            profile=settings.profile,
            grade=None,
            error=sentence,
        )


def check(paths: tuple[str, ...], **parameters: Any) -> None:
    """Check the messages and end with the status that they deserve."""
    paths = _paths_or_stdin(paths)
    through = Filter(is_on=parameters["fix"] and STDIN in paths)
    with through.whatever_happens():
        status = _show(_run(paths, parameters, through))
    click.get_current_context().exit(status)


def _run(paths: Sequence[str], parameters: Mapping[str, Any], through: Filter) -> _Run:
    loaded = load_settings(parameters, current_ui())
    ui_language = loaded.settings.ui_language or language_of_locale(os.environ)
    run = _Run(
        paths,
        Given.from_options(parameters),
        loaded,
        ui_language,
        Fixing.from_options(parameters, ui_language, through),
        open_book(loaded, ui_language),
    )
    for note in loaded.notes:
        complain(note.text(run.ui_language))
    return run


def _show(run: _Run) -> int:
    """Print the reports as they come; the exit status."""
    settings = run.loaded.settings
    output_format = run.fixing.output_format(settings.output_format)
    is_json = output_format == "json"
    output, progress = Output(machine=is_json, err=run.fixing.takes_stdout(run.paths)), Progress(run.ui_language)
    status = PASSED

    def watched() -> Iterator[Report]:
        nonlocal status
        for report in run.reports():
            progress.step()
            status = max(status, _status(report, run))
            for line in run.fixing.news():
                progress.clear()
                tell(line)
            if report.error is not None and not is_json:
                progress.clear()
                complain(f"{named(report.path or EMPTY_NAME, run.ui_language)}: {report.error}")
            yield report
            if output_format == "concise" and settings.min_grade is not None:
                # The renderer has shown the report when it asks for the next.
                output.write(grade_line(report, settings.min_grade, ui_language=run.ui_language))

    render = run.fixing.render if run.fixing.diff else renderer(output_format)
    for piece in render(watched(), ui_language=run.ui_language, colour=output.colour, width=output.width):
        progress.clear()
        output.write(piece)
    progress.clear()
    if status == FAILED and (hint := run.fixing.hint()) is not None:
        complain(hint)
    return status


def _status(report: Report, run: _Run) -> int:
    if report.error is not None:
        return UNREADABLE
    return PASSED if passes(report, run.loaded.settings) else FAILED


def _paths_or_stdin(paths: tuple[str, ...]) -> tuple[str, ...]:
    if paths:
        return paths
    if sys.stdin is None or is_terminal(sys.stdin):
        raise UserError(
            "Was soll geprüft werden? Zum Beispiel „msglint check entwurf.eml“; mehr mit „msglint check --help“.",
            "What is to be checked? For example 'msglint check draft.eml'; see 'msglint check --help'.",
        )
    return (STDIN,)


command = FilterCommand(
    "check",
    text=TEXT,
    callback=check,
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH... | -]"),
        BilingualOption(
            "--to",
            multiple=True,
            metavar="ADDRESS",
            text=Text(
                de="An wen die Nachricht geht: „Dr. Anna Meyer <a.meyer@example.com>“; mehrfach möglich.",
                en="Recipient, 'Dr. Anna Meyer <a.meyer@example.com>'; may be repeated.",
            ),
        ),
        BilingualOption(
            "--cc",
            multiple=True,
            metavar="ADDRESS",
            text=Text(de="Wer eine Kopie bekommt.", en="Who gets a copy."),
        ),
        BilingualOption("--from", "from_", metavar="ADDRESS", text=Text(de="Absender.", en="Sender.")),
        BilingualOption("--subject", metavar="TEXT", text=Text(de="Betreff.", en="Subject.")),
        BilingualOption(
            "--in-reply-to",
            metavar="FILE",
            text=Text(de="Die Nachricht, die beantwortet wird.", en="The message that is being answered."),
        ),
        *fixing_options(),
        *settings_options(),
        *config_options(),
    ],
)
