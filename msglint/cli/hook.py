"""`msglint hook`: puts msglint into mail clients, takes it out again, tells where it is, and tries it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.exceptions import Exit

from msglint.cli import hook_run
from msglint.cli.commands import BilingualCommand, BilingualGroup, BilingualOption, UserError, as_user_error
from msglint.cli.deciding import on_error_option
from msglint.cli.options import check_text_or_json, current_ui, load_settings, output_format_option, ui_language_option
from msglint.cli.sendmail import TROUBLE
from msglint.cli.sendmail import command as sendmail_command
from msglint.cli.ui import Output, is_terminal, write_line
from msglint.formats.display import wrapped
from msglint.hooks import folders
from msglint.hooks.installing import applying, clients
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.shim import MARK, shim_path, wanted_in
from msglint.paths import shown
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.hooks.installing.model import Client
    from msglint.hooks.installing.trial import Attempt, Trial

TEXT = Text(
    de="msglint in Mailprogramme einbauen, damit es jede Nachricht vor dem Absenden prüft, und wieder ausbauen.",
    en="Put msglint into mail clients, so that it checks every message before it is sent, and take it out again.",
)
INSTALL = Text(
    de=(
        "msglint in ein Mailprogramm einbauen.\n\n"
        "Zeigt zuerst, was sich in welcher Datei ändert, und fragt. Weitere Optionen gelten für „msglint sendmail“: "
        "„--profile customer“, „--time-budget 5“."
    ),
    en=(
        "Put msglint into a mail client.\n\n"
        "Shows first what changes in which file, and asks. Further options are those of 'msglint sendmail': '--profile "
        "customer', '--time-budget 5'."
    ),
)
UNINSTALL = Text(
    de=(
        "msglint aus einem Mailprogramm wieder ausbauen.\n\n"
        "Was Sie seither selbst geändert haben, bleibt; haben Sie nichts geändert, ist jede Datei Byte für Byte wie "
        "vorher."
    ),
    en=(
        "Take msglint out of a mail client again.\n\n"
        "What you have changed since stays; if you have changed nothing, every file is as before, byte for byte."
    ),
)
STATUS = Text(
    de="Zeigen, welche Mailprogramme da sind, in welche msglint eingebaut ist, und was es dort nicht kann.",
    en="Tell which mail clients are there, which of them msglint is in, and what it cannot do there.",
)
TEST = Text(
    de=(
        "Ausprobieren: einen schlechten und einen guten Entwurf durch das schicken, was eingebaut ist.\n\n"
        "Gesendet wird nichts. Das Ergebnis ist 0, wenn der schlechte zurückkommt und der gute nicht."
    ),
    en=(
        "Try it: send a bad and a good draft through what is installed.\n\n"
        "Nothing is sent. The status is 0 if the bad one comes back and the good one does not."
    ),
)

CONTEXT: Final = 3
NEW_PROGRAM: Final = Text("Neu: {path} ({lines} Zeilen)", "New: {path} ({lines} lines)")
NEW_BINARY: Final = Text("Neu: {path} ({size} Byte)", "New: {path} ({size} bytes)")
CHANGED: Final = Text("Geändert: {path}", "Changed: {path}")
TAKEN_AWAY: Final = Text("Wird gelöscht: {path}", "Will be deleted: {path}")
INSTALLED: Final = Text("{title}: eingebaut.", "{title}: installed.")
UNINSTALLED: Final = Text("{title}: ausgebaut.", "{title}: uninstalled.")
IS_INSTALLED: Final = Text(
    de="{title}: ist schon eingebaut; es gibt nichts zu tun.", en="{title}: already installed; nothing to do."
)
IS_NOT_INSTALLED: Final = Text(
    de="{title}: ist nicht eingebaut; es gibt nichts zu tun.", en="{title}: is not installed; nothing to do."
)
ASK: Final = Text("So ändern?", "Make these changes?")
YES: Final = Text("j", "y")
ONLY_SHOWN: Final = Text(
    de="Nichts geändert, nur gezeigt; mit --yes wird es geändert.", en="Nothing changed, only shown; --yes changes it."
)
LEFT: Final = Text("Nichts geändert.", "Nothing changed.")
HERE: Final = Text("eingebaut", "installed")
NOT_HERE: Final = Text("nicht eingebaut", "not installed")
OUTDATED: Final = Text(
    de="mit on-error {old}, in der Konfiguration steht {new}: bitte noch einmal einbauen",
    en="with on-error {old}, but the configuration says {new}: please install again",
)
NO_CLIENT: Final = Text("nicht gefunden", "not found")
BAD_STOPPED: Final = Text("Der schlechte Entwurf kam zurück:", "The bad draft came back:")
BAD_SENT: Final = Text("Der schlechte Entwurf wäre gesendet worden:", "The bad draft would have been sent:")
GOOD_SENT: Final = Text("Der gute Entwurf wäre gesendet worden.", "The good draft would have been sent.")
GOOD_STOPPED: Final = Text("Der gute Entwurf kam zurück:", "The good draft came back:")


def install(client: str | None, yes: bool, on_error: str | None, words: tuple[str, ...], **_: Any) -> None:
    """Show what changes, ask, and change it."""
    ui, machine = current_ui(), _machine()
    with as_user_error(InstallError):
        known = _named(client)
        options = _checked(words)
        configured = _configured(options)
        wanted = Wanted(on_error or configured, options, on_error is not None)
        plan = applying.needed(known.install(machine, wanted))
        if plan.changes:
            _show(plan, machine)
            _notes(plan.notes)
            _agreed(yes)
            applying.install(plan, machine, known)
        else:
            _notes(plan.notes)
    write_line(ui.say(INSTALLED if plan.changes else IS_INSTALLED).format(title=known.title))
    _notes(known.limits)


def uninstall(client: str | None, yes: bool, **_: Any) -> None:
    """Show what changes, ask, and change it."""
    ui, machine = current_ui(), _machine()
    with as_user_error(InstallError):
        known = _named(client)
        plan = applying.going_back(known.uninstall(machine), machine, known.name)
        if not plan.changes:
            write_line(ui.say(IS_NOT_INSTALLED).format(title=known.title))
            return
        _show(plan, machine)
        _agreed(yes)
        applying.uninstall(plan, machine, known)
    write_line(ui.say(UNINSTALLED).format(title=known.title))
    _notes(plan.notes)


def status(client: str | None, output_format: str | None, **_: Any) -> None:
    """Tell of one client, or of all."""
    check_text_or_json(output_format)
    machine = _machine()
    with as_user_error(InstallError):
        asked = [clients.client_named(client)] if client else list(clients.all_clients())
    if output_format == "json":
        entries = [_as_json(known, machine) for known in asked]
        text = json.dumps({"schema_version": 1, "clients": entries}, ensure_ascii=False, indent=2)
        Output(machine=True).write(f"{text}\n")
        return
    width = max(len(known.name) for known in asked)
    for known in asked:
        write_line(f"{known.name:{width}}  {_state(known, machine)}")
        if client:
            _notes(known.limits)


def _state(known: Client, machine: Machine) -> str:
    ui = current_ui()
    try:
        where, is_installed = known.found(machine), known.installed(machine)
        note = _outdated(known, machine) if is_installed else None
    except InstallError as error:
        return error.text(ui.language)
    if where is None and not is_installed:
        return ui.say(NO_CLIENT)
    text = f"{ui.say(HERE if is_installed else NOT_HERE)}{f', {where}' if where else ''}"
    return f"{text}; {note}" if note else text


def _outdated(known: Client, machine: Machine) -> str | None:
    """What the configuration says now where the program that is installed does something else without msglint."""
    from msglint.config import ConfigError
    from msglint.hooks.installing import git

    path = git.hook_path(machine) if known.name == git.NAME else shim_path(machine, known.name)
    text = (applying.read_file(path) or b"") if path.is_file() else b""
    wanted = wanted_in(text.decode("utf-8", "surrogateescape"))
    if wanted is None or wanted.given_on_error:
        return None
    try:
        configured = _configured(wanted.options)
    except (ConfigError, UserError):
        return None
    ui = current_ui()
    return None if configured == wanted.on_error else ui.say(OUTDATED).format(old=wanted.on_error, new=configured)


def _as_json(known: Client, machine: Machine) -> Mapping[str, object]:
    ui = current_ui()
    found, is_installed, note, error = None, False, None, None
    try:
        found, is_installed = known.found(machine), known.installed(machine)
        note = _outdated(known, machine) if is_installed else None
    except InstallError as wrong:
        error = wrong.text(ui.language)
    return {
        "name": known.name,
        "title": known.title,
        "found": found,
        "installed": is_installed,
        "note": note,
        "error": error,
        "limits": [ui.say(limit) for limit in known.limits],
    }


def test(client: str | None, **_: Any) -> None:
    """Try what is installed, and tell what became of both drafts."""
    machine = _machine()
    with as_user_error(InstallError):
        known = _named(client)
        trial = _trial(known, machine)
    ui = current_ui()
    _attempt(trial.bad, ui.say(BAD_SENT if trial.bad.sent else BAD_STOPPED))
    _attempt(trial.good, ui.say(GOOD_SENT if trial.good.sent else GOOD_STOPPED))
    raise Exit(0 if trial.as_it_should_be else 1)


def _named(client: str | None) -> Client:
    """The client of that name.

    Raises:
        InstallError: if none is named, or there is none of that name.
    """
    if client is None:
        raise clients.none_named()
    return clients.client_named(client)


def _trial(known: Client, machine: Machine) -> Trial:
    from msglint.hooks.installing import emacs, thunderbird, trial
    from msglint.hooks.installing.git import NAME, hook_path

    if not known.installed(machine):
        raise InstallError(
            f"{known.title}: msglint ist nicht eingebaut; „msglint hook install {known.name}“ tut das.",
            f"{known.title}: msglint is not installed; 'msglint hook install {known.name}' does it.",
        )
    tried: Trial | None
    if known.name == NAME:
        tried = trial.try_git(machine, hook_path(machine))
    elif known.name == thunderbird.CLIENT.name:
        tried = thunderbird.try_host(machine)
    elif known.name == emacs.CLIENT.name:
        tried = emacs.try_emacs(machine)
    else:
        tried = trial.try_sender(machine, known.name)
    if tried is None:
        raise InstallError(
            f"{known.title}: lässt sich nur im Programm selbst ausprobieren; bitte dort einen Entwurf ohne Anrede "
            "absenden.",
            f"{known.title}: can be tried in the program itself only; please send a draft without a salutation there.",
        )
    return tried


def _attempt(attempt: Attempt, heading: str) -> None:
    write_line(heading)
    for line in attempt.said.splitlines():
        write_line(f"    {line}" if line else "")


def _machine() -> Machine:
    data = folders.data_folder()
    if data is None:
        raise UserError(
            "Ohne Heimatverzeichnis lässt sich nichts einbauen; bitte HOME setzen.",
            "Nothing can be installed without a home; please set HOME.",
        )
    return Machine(Path.home(), dict(os.environ), _program(), data)


def _program() -> Path:
    """The program that is running, as a mail client can call it."""
    candidates = (Path(sys.argv[0]).absolute(), Path(sys.executable).with_name("msglint"))
    for path in candidates:
        if path.name == "msglint" and os.access(path, os.X_OK) and path.is_file():
            return path
    found = shutil.which("msglint")
    if found is None:
        raise UserError(
            "Das Programm „msglint“ ist nicht zu finden; bitte msglint installieren (pipx install msglint).",
            "The program 'msglint' cannot be found; please install msglint (pipx install msglint).",
        )
    return Path(found).absolute()


def _configured(options: Sequence[str]) -> str:
    """What the configuration wants done where nothing can be checked.

    Raises:
        UserError: if the options contradict each other.
        msglint.config.ConfigError: if the configuration or an option's value is wrong.
    """
    with _sendmail_context(options) as context:
        return load_settings(context.params, current_ui()).settings.hook.on_error


def _checked(words: Sequence[str]) -> tuple[str, ...]:
    """The options for `msglint sendmail`.

    Raises:
        UserError: if it does not know them.
    """
    given = tuple(word for word in words if word != "--")
    with _sendmail_context(given) as context:
        trouble = context.params.get(TROUBLE)
        command = context.params["command"]
    if trouble is not None:
        raise trouble
    if command != ("true",):
        raise UserError(
            f"Zu viel ist hier: {command[0]}; nach dem Mailprogramm stehen nur noch Optionen.",
            f"Too much is here: {command[0]}; only options follow the mail client.",
        )
    return given


def _sendmail_context(options: Sequence[str]) -> click.Context:
    return sendmail_command.make_context("sendmail", [*options, "--", "true"], obj=current_ui())


def _show(plan: Plan, machine: Machine) -> None:
    for change in plan.changes:
        for line in _shown(change, machine):
            write_line(line)


def _shown(change: FileChange, machine: Machine) -> Iterator[str]:
    """The change as a diff; in one line where the file is msglint's own."""
    ui, path = current_ui(), shown(change.path)
    if machine.data in change.path.parents or _is_program(change):
        if change.after is None:
            yield ui.say(TAKEN_AWAY).format(path=path)
        elif change.before is None:
            told = NEW_BINARY if b"\0" in change.after else NEW_PROGRAM
            yield ui.say(told).format(path=path, lines=change.after.count(b"\n"), size=len(change.after))
        else:
            yield ui.say(CHANGED).format(path=path)
        return
    before, after = _lines(change.before), _lines(change.after)
    old = "/dev/null" if change.before is None else path
    new = "/dev/null" if change.after is None else path
    yield from (line.rstrip("\r\n") for line in unified_diff(before, after, old, new, n=CONTEXT, lineterm=""))


def _is_program(change: FileChange) -> bool:
    """Whether it is a program of msglint's that comes or goes."""
    return None in (change.before, change.after) and (change.before or change.after or b"").startswith(MARK)


def _lines(raw: bytes | None) -> list[str]:
    return (raw or b"").decode("utf-8", "replace").splitlines()


def _notes(notes: Sequence[Text]) -> None:
    for note in notes:
        text, *literal = current_ui().say(note).split("\n")
        for line in wrapped(text, Output().width, "- ", "  "):
            write_line(line)
        for line in literal:
            write_line(f"  {line}")


def _agreed(yes: bool) -> None:
    """Go on only if the user wants it.

    Raises:
        Exit: if not.
    """
    ui = current_ui()
    if yes:
        return
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        write_line(ui.say(ONLY_SHOWN))
        raise Exit(1)
    try:
        answer = input(f"{ui.say(ASK)} [{ui.say(YES)}/N] ")
    except EOFError:
        answer = ""
    if not answer.strip().lower().startswith((ui.say(YES), "y")):
        write_line(ui.say(LEFT))
        raise Exit(1)


def _client(*, required: bool = True) -> click.Argument:
    """Where it is required, msglint says itself that it is missing, and what it may be."""
    return click.Argument(["client"], required=False, metavar="CLIENT" if required else "[CLIENT]")


def _yes() -> BilingualOption:
    return BilingualOption("--yes", is_flag=True, text=Text(de="Ohne zu fragen.", en="Without asking."))


COMMANDS: Final[Mapping[str, BilingualCommand]] = {
    "install": BilingualCommand(
        "install",
        text=INSTALL,
        callback=install,
        context_settings={"ignore_unknown_options": True},
        params=[
            _client(),
            click.Argument(["words"], nargs=-1, type=click.UNPROCESSED, metavar="[OPTION...]"),
            _yes(),
            on_error_option(),
            ui_language_option(),
        ],
    ),
    "uninstall": BilingualCommand(
        "uninstall", text=UNINSTALL, callback=uninstall, params=[_client(), _yes(), ui_language_option()]
    ),
    "status": BilingualCommand(
        "status",
        text=STATUS,
        callback=status,
        params=[_client(required=False), output_format_option("text|json"), ui_language_option()],
    ),
    "test": BilingualCommand("test", text=TEST, callback=test, params=[_client(), ui_language_option()]),
    "run": hook_run.command,
}

command = BilingualGroup(
    "hook",
    text=TEXT,
    commands=COMMANDS,
    params=[ui_language_option()],
)
