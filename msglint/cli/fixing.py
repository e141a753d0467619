"""`--fix` and `--diff`: what becomes of a draft after its check."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from msglint.cli.commands import BilingualOption, UserError
from msglint.cli.filter import STDIN, Filter
from msglint.cli.ui import is_terminal
from msglint.defects import DEBUG_VARIABLE, defect_sentence
from msglint.formats.display import visible
from msglint.message.model import Message
from msglint.message.os_errors import reason_of
from msglint.message.sources import Draft, read_as
from msglint.report import Report
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.fixing import Change, Fixed

COLOURS = {"+": "green", "-": "red", "@": "cyan"}
DONE = Text(de="{path}: {count} {names} berichtigt ({changes})", en="{path}: {count} {names} corrected ({changes})")
ONE_NAME, NAMES = Text(de="Name", en="name"), Text(de="Namen", en="names")
CHANGE = Text(de="„{old}“ → „{new}“", en="'{old}' → '{new}'")
NOT_DONE = Text(de="msglint: {path}: Nicht berichtigt: {reason}", en="msglint: {path}: Not corrected: {reason}")
UNREADABLE = Text(
    de="Die Datei lässt sich nicht noch einmal lesen ({reason}).", en="The file cannot be read again ({reason})."
)
STANDARD_INPUT = Text(de="Standardeingabe", en="standard input")
ON_STANDARD_INPUT = re.compile(r"\A-(?=:\d+\Z|\Z)")
NOTHING_TO_MEND = Text(
    de="Von selbst lässt sich nichts berichtigen; ohne --diff zeigt „msglint check“ die Befunde.",
    en="Nothing can be mended automatically; 'msglint check' without --diff shows the findings.",
)
TEXT_FORMAT = "text"
MANY_MESSAGES = Text(
    de="Eine mbox kann mehrere Nachrichten enthalten; {option} braucht für jede eine eigene Datei.",
    en="An mbox may hold several messages; {option} needs a file for each.",
)


class Fixing:
    """One run's repairs. Without `--fix` and `--diff` it leaves everything as it is."""

    def __init__(self, ui_language: str, through: Filter, *, fix: bool = False, diff: bool = False) -> None:
        self.fix = fix
        self.diff = diff
        self.filter = through
        self._ui_language = ui_language
        self._waiting: list[str] = []
        self._archives: set[str] = set()
        self._said_something = False
        self._news: list[str] = []

    @classmethod
    def from_options(cls, parameters: Mapping[str, Any], ui_language: str, through: Filter) -> Fixing:
        """What the command line asks for.

        Raises:
            UserError: if it asks for both, or for a diff in another form.
        """
        fix, diff = bool(parameters.get("fix")), bool(parameters.get("diff"))
        if fix and diff:
            raise UserError(
                "--fix ändert die Datei und --diff zeigt nur, was sich ändern würde; bitte nur eines von beiden.",
                "--fix changes the file and --diff only shows what would change; please use one of them.",
            )
        output_format = parameters.get("output_format") or TEXT_FORMAT
        if diff and output_format != TEXT_FORMAT:
            raise UserError(
                f"--diff zeigt Text und --output-format {output_format} Befunde; bitte nur eines von beiden.",
                f"--diff shows text and --output-format {output_format} shows findings; please use one of them.",
            )
        return cls(ui_language, through, fix=fix, diff=diff)

    def takes_stdout(self, paths: Sequence[str]) -> bool:
        """Whether the repaired draft is printed, so that the report has to go to standard error."""
        return self.fix and STDIN in paths

    def output_format(self, chosen: str) -> str:
        """The format of the output: the diff takes the place of the one that is set."""
        return "diff" if self.diff else chosen

    def news(self) -> list[str]:
        """What was put right or could not be since this was last asked, a line each."""
        news, self._news = self._news, []
        return news

    def settled(
        self,
        draft: Draft,
        report: Report,
        check: Callable[[Draft], Report],
        put_into: Callable[[Message], Message],
    ) -> Report:
        """The report of the draft as it is afterwards.

        Args:
            draft: what was checked.
            report: what was found.
            check: checks the repaired draft.
            put_into: gives a message what the command line says of it.
        """
        if not (self.fix or self.diff) or draft.message is None or not any(one.fixable for one in report.findings):
            return report
        from msglint.fixing import CannotFixError

        try:
            repaired = self._repaired(draft, put_into(draft.message), report)
        except CannotFixError as error:
            self._refuse(draft.path, error.text(self._ui_language))
        except OSError as error:
            self._refuse(draft.path, UNREADABLE.in_(self._ui_language).format(reason=self._reason(error)))
        except Exception as error:
            # One message that msglint stumbles over must not keep the others from being checked.
            if os.environ.get(DEBUG_VARIABLE):
                raise
            self._refuse(draft.path, defect_sentence(error).in_(self._ui_language))
        else:
            return report if repaired is None else check(repaired)
        return report

    def _repaired(self, draft: Draft, message: Message, report: Report) -> Draft | None:
        """The draft with its names put right, None if it stays."""
        if draft.kind is None:
            self._refuse_archive(draft.path)
            return None
        from msglint.fixing import fixed
        from msglint.fixing.files import content_of

        raw = self.filter.now if draft.path == STDIN else content_of(draft.path)
        result = fixed(raw, message, report, kind=draft.kind)
        if result is None:
            return None
        if self.diff:
            from msglint.fixing.diff import diff_lines

            self._waiting += diff_lines(draft.path, raw, result.raw, draft.kind)
            self._said_something = True
            return None
        self._write(draft.path, raw, result)
        self._news.append(self._done(draft.path, result.changes))
        return Draft(draft.path, read_as(draft.kind, result.raw, draft.path), kind=draft.kind)

    def _write(self, path: str, raw: bytes, result: Fixed) -> None:
        if path == STDIN:
            self.filter.now = result.raw
            return
        from msglint.fixing.files import replace_content

        replace_content(path, raw, result.raw)

    def _done(self, path: str, changes: Sequence[Change]) -> str:
        names = ONE_NAME if len(changes) == 1 else NAMES
        return DONE.in_(self._ui_language).format(
            path=named(path, self._ui_language),
            count=len(changes),
            names=names.in_(self._ui_language),
            changes=", ".join(
                CHANGE.in_(self._ui_language).format(old=change.old, new=change.new) for change in changes
            ),
        )

    def _refuse(self, path: str, reason: str) -> None:
        self._said_something = True
        self._news.append(NOT_DONE.in_(self._ui_language).format(path=named(path, self._ui_language), reason=reason))

    def _reason(self, error: OSError) -> str:
        return Text(*reason_of(error)).in_(self._ui_language)

    def _refuse_archive(self, path: str) -> None:
        archive = path.rpartition(":")[0]
        if archive not in self._archives:
            self._archives.add(archive)
            sentence = MANY_MESSAGES.in_(self._ui_language)
            self._refuse(archive, sentence.format(option="--fix" if self.fix else "--diff"))

    # --diff

    def hint(self) -> str | None:
        """What to say where findings remain and no diff was shown; None where all is said."""
        return None if self._said_something or not self.diff else NOTHING_TO_MEND.in_(self._ui_language)

    def render(self, reports: Iterable[Report], *, ui_language: str, colour: bool, width: int) -> Iterator[str]:
        """The diffs in place of the reports."""
        on_terminal = is_terminal(sys.stdout)
        for _ in reports:
            waiting, self._waiting = self._waiting, []
            for line in waiting:
                shown = f"{visible(line.rstrip())}\n" if on_terminal else line
                yield click.style(shown, fg=COLOURS.get(line[:1])) if colour else shown


def named(path: str, ui_language: str) -> str:
    """The path as a sentence names it: `-`, and `-:3` for a message of an archive there, is standard input."""
    return ON_STANDARD_INPUT.sub(STANDARD_INPUT.in_(ui_language), path)


def fixing_options() -> list[click.Parameter]:
    """`--fix` and `--diff`."""
    return [
        BilingualOption(
            "--fix",
            is_flag=True,
            text=Text(
                de="Falsch geschriebene Namen in der Anrede berichtigen, wo es sicher ist; sonst ändert sich nichts.",
                en="Correct misspelled names in the salutation where they are certain; nothing else changes.",
            ),
        ),
        BilingualOption(
            "--diff",
            is_flag=True,
            text=Text(
                de="Statt der Befunde zeigen, was --fix ändern würde: zum Lesen, kein Patch.",
                en="Show what --fix would change, in place of the findings: for reading, not a patch.",
            ),
        ),
    ]
