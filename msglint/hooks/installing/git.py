"""git send-email: the hook `sendemail-validate`, which git runs for every letter before it sends the first."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.shim import PROGRAM, seconds_for
from msglint.hooks.installing.words import program
from msglint.paths import shown
from msglint.texts import Text

NAME: Final = "git"
HOOK: Final = "sendemail-validate"
EARLIER: Final = f"{HOOK}.before-msglint"
MARK: Final = b"# msglint for git:"
ONE_FOR_ALL: Final = Text(
    de=" Einen Ordner für alle gibt „git config --global core.hooksPath ~/.config/git/hooks“; dann laufen aber die "
    "eigenen Hooks der Repositorys nicht mehr.",
    en=" 'git config --global core.hooksPath ~/.config/git/hooks' makes a folder for all, but then the repositories' "
    "own hooks do not run any more.",
)


class Git:
    """git send-email."""

    name = NAME
    title = "git send-email"
    limits: Sequence[Text] = (
        Text(
            de="Patches werden nicht geprüft, nur was sonst mit git send-email verschickt wird.",
            en="Patches are not checked, only what else is sent with git send-email.",
        ),
        Text(
            de="Vor git 2.41 erfährt msglint Empfänger und Betreff nur, wenn sie in der Datei stehen.",
            en="Before git 2.41, msglint learns recipients and subject only if they stand in the file.",
        ),
        Text(
            de="„git send-email --no-validate“ geht an msglint vorbei; eine Kopfzeile „X-Msglint: off“ auch, doch die "
            "sendet git mit.",
            en="'git send-email --no-validate' passes msglint by; so does a header 'X-Msglint: off', but git sends "
            "that along.",
        ),
    )

    def found(self, machine: Machine) -> str | None:
        """Where it is."""
        return program(machine, NAME)

    def installed(self, machine: Machine) -> bool:
        """Whether the hook of this repository, or of all, is msglint's."""
        try:
            return _is_ours(read_file(_hooks(machine) / HOOK))
        except InstallError:
            return False

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """The hook; one that is there is kept beside it, and runs first.

        Raises:
            InstallError: if there is no place for a hook, or the one that is there cannot be kept.
        """
        folder = _hooks(machine, installing=True)
        path, earlier = folder / HOOK, folder / EARLIER
        before, kept = read_file(path), read_file(earlier)
        changes = []
        if before is not None and not _is_ours(before):
            _check_keeping(path, earlier)
            changes.append(FileChange(earlier, None, before, stat.S_IMODE(path.stat().st_mode)))
            kept = before
        hook = _hook(machine, wanted, earlier if kept is not None else None)
        changes.append(FileChange(path, before, hook, PROGRAM))
        return Plan(changes)

    def uninstall(self, machine: Machine) -> Plan:
        """The hook away, and the one from before back.

        Raises:
            InstallError: if there is no place for a hook.
        """
        folder = _hooks(machine)
        path, earlier = folder / HOOK, folder / EARLIER
        before, kept = read_file(path), read_file(earlier)
        if not _is_ours(before):
            return Plan(())
        return Plan((FileChange(path, before, kept), FileChange(earlier, kept, None)))


def hook_path(machine: Machine) -> Path:
    """Where the hook is, or would be.

    Raises:
        InstallError: if there is no place for a hook.
    """
    return _hooks(machine) / HOOK


def _hooks(machine: Machine, *, installing: bool = False) -> Path:
    """The folder of hooks: this repository's, elsewhere that for all.

    Args:
        machine: where things are.
        installing: tell where there is none how to have one for all.

    Raises:
        InstallError: if there is none.
    """
    here = _git(machine, "rev-parse", "--git-path", "hooks") or _git(
        machine, "config", "--global", "--type=path", "core.hooksPath"
    )
    if here:
        return Path(here).absolute()
    raise InstallError(
        "Hier ist kein git-Repository, und für alle gibt es keinen Ordner; bitte in das Repository wechseln."
        + (ONE_FOR_ALL.de if installing else ""),
        "This is no git repository, and there is no folder for all; please change into the repository."
        + (ONE_FOR_ALL.en if installing else ""),
    )


def _git(machine: Machine, *words: str) -> str:
    """What git answers; empty where it cannot."""
    git = program(machine, NAME)
    if git is None:
        return ""
    result = subprocess.run(  # noqa: S603
        [git, *words], env=dict(machine.environ), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return os.fsdecode(result.stdout).removesuffix("\n") if result.returncode == 0 else ""


def _check_keeping(path: Path, earlier: Path) -> None:
    if path.is_symlink() or not os.access(path, os.X_OK):
        raise InstallError(
            f"{shown(path)}: ist eine Verknüpfung oder nicht ausführbar; bitte dort selbst „msglint hook run git "
            '"$@"“ aufrufen.',
            f"{shown(path)}: is a link or not executable; please call 'msglint hook run git \"$@\"' there yourself.",
        )
    if earlier.exists():
        raise InstallError(
            f"{shown(earlier)}: ist schon da; bitte umbenennen oder löschen.",
            f"{shown(earlier)}: is there already; please rename or delete it.",
        )


def _is_ours(hook: bytes | None) -> bool:
    return hook is not None and MARK in hook


def _hook(machine: Machine, wanted: Wanted, earlier: Path | None) -> bytes:
    options = shlex.join(wanted.words)
    template = Path(__file__).with_name("git.sh").read_text(encoding="utf-8")
    lines = (
        "#!/bin/sh",
        f"{MARK.decode()} 'msglint hook install git' wrote this, 'msglint hook uninstall git' takes it away.",
        f"msglint={shlex.quote(str(machine.msglint))}",
        f"on_error={shlex.quote(wanted.on_error)}",
        f"seconds={seconds_for(wanted.options)}",
        f"earlier={shlex.quote(str(earlier)) if earlier else ''}",
        f'judge() {{ $limit "$msglint" hook run git {options}{" " if options else ""}-- "$@"; }}',
        "",
    )
    return "\n".join(lines).encode("utf-8", "surrogateescape") + template.encode()


CLIENT: Final = Git()
