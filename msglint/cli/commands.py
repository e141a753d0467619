"""Click commands that speak German and English, are imported when used, and never show a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from msglint.cli import click_texts
from msglint.cli.ui import Ui, complain, ui_of
from msglint.defects import DEBUG_VARIABLE, defect_sentence
from msglint.documents.errors import DocumentError, nearest
from msglint.message.os_errors import reason_of
from msglint.texts import BilingualError, Text

if TYPE_CHECKING:
    from msglint.rulesets import RulesetError

USAGE_STATUS = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


class UserError(BilingualError):
    """Something the user can put right, as a sentence in both languages. Ends the command with status 2."""


@contextmanager
def as_user_error(kind: type[BilingualError]) -> Iterator[None]:
    """For a command that was asked for just what fails here: one sentence, and status 2."""
    try:
        yield
    except kind as error:
        raise UserError(error.de, error.en) from None


class BilingualOption(click.Option):
    """An option whose help is a `Text`."""

    def __init__(self, *declarations: str, text: Text, **attributes: Any) -> None:
        super().__init__(list(declarations), **attributes)
        self.text = text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the user's language."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        ui = ui_of(ctx)
        spec = click_texts.german_metavars(record[0]) if ui.language == "de" else record[0]
        return spec, ui.say(self.text)


def one_of(*right: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """The callback of an option that takes one of a few words.

    Args:
        right: the words.
    """

    def check(_: click.Context, option: click.Parameter, value: str | None) -> str | None:
        if value not in (None, *right):
            raise UserError(
                f"{option.opts[0]} kann nicht „{value}“ sein; möglich ist {' oder '.join(right)}.",
                f"{option.opts[0]} cannot be '{value}'; it may be {' or '.join(right)}.",
            )
        return value

    return check


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


class BilingualCommand(click.Command):
    """A command whose help is a `Text`: a first sentence for the overview, then paragraphs."""

    def __init__(self, name: str, *, text: Text, **attributes: Any) -> None:
        super().__init__(name, add_help_option=False, **attributes)
        self.text = text
        self.params.append(
            BilingualOption(
                "-h",
                "--help",
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                text=click_texts.HELP,
            )
        )

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`Usage:` or `Aufruf:`."""
        ui = ui_of(ctx)
        pieces = " ".join(self.collect_usage_pieces(ctx))
        pieces = click_texts.german_metavars(pieces) if ui.language == "de" else pieces
        formatter.write_usage(ctx.command_path, pieces, prefix=ui.say(click_texts.USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the user's language."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(ui_of(ctx).say(self.text))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a heading in the user's language."""
        records = [record for parameter in self.get_params(ctx) if (record := parameter.get_help_record(ctx))]
        options = [record for record in records if record[0].startswith("-")]
        with formatter.section(ui_of(ctx).say(click_texts.OPTIONS)):
            formatter.write_dl(options)

    def short_text(self, ui: Ui) -> str:
        """The first sentence of the help."""
        return ui.say(self.text).partition("\n\n")[0]


class BilingualGroup(BilingualCommand, click.Group):
    """A group whose commands are listed as they were given, and whose help names the one that was meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Without arguments, the help: it says what could have been meant."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            raise Exit(USAGE_STATUS)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, as they were given."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command and its arguments; for an unknown one the nearest is named."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not ctx.resilient_parsing and not name.startswith("-"):
            raise _no_such_command(name, known)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands with a sentence each."""
        super().format_options(ctx, formatter)
        ui = ui_of(ctx)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(ui.say(click_texts.COMMANDS)):
            formatter.write_dl(
                [(name, command.short_text(ui)) for name, command in commands if isinstance(command, BilingualCommand)]
            )


class LazyGroup(BilingualGroup):
    """A group whose commands are imported when they are used, and the one place where errors end."""

    def __init__(self, name: str, *, modules: Mapping[str, str], text: Text, **attributes: Any) -> None:
        super().__init__(name, text=text, **attributes)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, none imported."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command; its module is imported only now."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(self.modules[cmd_name]).command
        return command

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> None:
        """Run, and end the process with the exit status."""
        arguments = list(sys.argv[1:] if args is None else args)
        ui = Ui.from_arguments(arguments)
        try:
            status = super().main(
                arguments, prog_name or "msglint", complete_var, standalone_mode=False, obj=ui, **extra
            )
        except Exception as error:
            status = _status_after(error, ui)
        sys.exit(status or 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what only ends the process early is no error to speak of."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _leave_stdout()
            raise Exit(PIPE_CLOSED) from None


def _no_such_command(name: str, known: Sequence[str]) -> UserError:
    near = nearest(name, known)
    if near is None:
        return UserError(
            f"Den Befehl „{name}“ gibt es nicht; „msglint --help“ zeigt alle.",
            f"There is no command '{name}'; see 'msglint --help'.",
        )
    return UserError(
        f"Den Befehl „{name}“ gibt es nicht; gemeint ist wohl „{near}“.",
        f"There is no command '{name}'; did you mean '{near}'?",
    )


def _status_after(error: Exception, ui: Ui) -> int:
    """Tell the error in a sentence; the exit status."""
    if isinstance(error, UserError):
        complain(ui.say(error.sentence))
    elif isinstance(error, DocumentError | _ruleset_error()):
        complain(error.text(ui.language))
    elif isinstance(error, click.ClickException):
        complain(f"{click_texts.sentence(error, ui.language)}{_see_help(error, ui)}")
    else:
        _complain_of(error, ui)
    return USAGE_STATUS


def _ruleset_error() -> type[RulesetError]:
    """The type, imported only where something went wrong."""
    from msglint.rulesets import RulesetError

    return RulesetError


def _see_help(error: click.ClickException, ui: Ui) -> str:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return f" {ui.say(click_texts.SEE_HELP).format(command=ctx.command_path)}" if ctx else ""


def _complain_of(error: Exception, ui: Ui) -> None:
    """Name the kind of error only: its text may hold text of the message."""
    if os.environ.get(DEBUG_VARIABLE):
        raise error
    if isinstance(error, OSError) and error.strerror:
        _leave_stdout()
        reason = Text(*reason_of(error))
        says = Text(de="Das Betriebssystem meldet", en="The operating system says")
        complain(f"{ui.say(says)}: {ui.say(reason)}.")
        return
    complain(defect_sentence(error).in_(ui.language))


def _leave_stdout() -> None:
    """Keep the interpreter from writing once more at its end, which would fail once more, and loudly."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
