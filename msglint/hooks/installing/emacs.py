"""msglint in Emacs: `msglint.el` is put down, and lines at the end of the init file load it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.trial import BAD, GOOD, Attempt, Trial
from msglint.paths import clients_folder, shown
from msglint.settings import BLOCK
from msglint.texts import Text

LISP: Final = "msglint.el"
_BEGIN: Final = ';; >>> msglint emacs >>> (taken out by "msglint hook uninstall emacs")'
_BEGIN_OF_OWN: Final = ';; >>> msglint emacs, own file >>> (taken out by "msglint hook uninstall emacs")'
_END: Final = ";; <<< msglint emacs <<<"
_BLOCK: Final = re.compile(
    rb"(?:\r?\n)?^;; >>> msglint emacs(?P<own>, own file)? >>>[^\n]*\n(?:(?!;; >>> msglint )[^\n]*\n)*?"
    rb";; <<< msglint emacs <<<(?:\r?\n|\Z)",
    re.MULTILINE,
)
_BEGUN: Final = re.compile(rb"^;; (?:>>>|<<<) msglint emacs\b", re.MULTILINE)
_OLD_FILES: Final = (".emacs.el", ".emacs")
"""Read before any other, in this order."""

_TRIED_HEADERS: Final = ("From:", "To:", "Subject:")

AT_START: Final = Text(
    de="Emacs liest die Zeilen beim nächsten Start; bis dahin gilt in offenen Fenstern, was vorher galt.",
    en="Emacs reads these lines when it starts; windows that are open go on as before.",
)
COMPILED: Final = Text(
    de="Neben der Init-Datei liegt {path}; bitte danach neu übersetzen, sonst liest Emacs die alte.",
    en="There is a {path} beside the init file; compile it again, or Emacs reads the old one.",
)


class Emacs:
    """Emacs with message-mode: Gnus, mu4e, notmuch."""

    name: Final = "emacs"
    title: Final = "Emacs (message-mode, Gnus, mu4e, notmuch)"
    limits: Sequence[Text] = (
        Text(
            de="Nur was in message-mode geschrieben wird, wird geprüft, nicht in dem alten mail-mode.",
            en="Only what is written in message-mode is checked, not in the old mail-mode.",
        ),
        Text(
            de="Wer Emacs mit -q oder -Q startet, startet es ohne msglint.",
            en="Emacs started with -q or -Q is started without msglint.",
        ),
    )

    def found(self, machine: Machine) -> str | None:
        """The program, or the init file where the program is not in the path."""
        return _program(machine) or next((str(path) for path in _candidates(machine) if path.is_file()), None)

    def installed(self, machine: Machine) -> bool:
        """Whether an init file has msglint's lines and what they load is there."""
        return _lisp(machine).is_file() and any(_BLOCK.search(text) for _, text in _init_files(machine))

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """The changes that put msglint in; none where all is as it should be.

        Raises:
            InstallError: if a file cannot be read, or somebody has taken away half of msglint's lines.
        """
        path = next((path for path, text in _init_files(machine) if _BLOCK.search(text)), None) or _read_by_emacs(
            machine
        )
        planned = (_change_of_lisp(machine), _change_of_init(path, machine, wanted))
        changes = [change for change in planned if change.before != change.after]
        return Plan(changes, tuple(_notes(path)) if changes else ())

    def uninstall(self, machine: Machine) -> Plan:
        """The changes that take it out, whatever else the user has changed since.

        Raises:
            InstallError: if a file cannot be read, or somebody has taken away half of msglint's lines.
        """
        changes = []
        for path, text in _init_files(machine):
            block = _block_in(path, text)
            if block:
                rest = _without(text, block)
                changes.append(FileChange(path, text, None if block["own"] and not rest.strip() else rest))
        lisp = _lisp(machine)
        put_down = read_file(lisp)
        if put_down is not None:
            changes.append(FileChange(lisp, put_down, None))
        return Plan(changes)


CLIENT: Final = Emacs()


def _program(machine: Machine) -> str | None:
    return shutil.which("emacs", path=machine.environ.get("PATH", os.defpath))


def _lisp(machine: Machine) -> Path:
    return machine.data / "emacs" / LISP


def _change_of_lisp(machine: Machine) -> FileChange:
    path = _lisp(machine)
    return FileChange(path, read_file(path), (clients_folder() / "emacs" / LISP).read_bytes(), mode=0o644)


def _change_of_init(path: Path, machine: Machine, wanted: Wanted) -> FileChange:
    before = read_file(path)
    text = before or b""
    block = _block_in(path, text)
    own = before is None or (block is not None and block["own"] is not None)
    # Behind a lone carriage return, a line feed would make it part of the line end.
    line_end = "\r\n" if b"\r\n" in text or text.endswith(b"\r") else "\n"
    lines = (_BEGIN_OF_OWN if own else _BEGIN, *_lines(machine, wanted), _END)
    # One line end before the lines, whether the file has one at its end or not: it goes with them.
    new = (line_end + "".join(f"{line}{line_end}" for line in lines)).encode("ascii")
    if block is None:
        return FileChange(path, before, text + new)
    return FileChange(path, before, text[: block.start()] + new + text[block.end() :])


def _notes(path: Path) -> Iterator[Text]:
    yield AT_START
    compiled = path.with_name(f"{path.name.removesuffix('.el')}.elc")
    if compiled.is_file():
        yield Text(*(text.format(path=shown(compiled)) for text in COMPILED))


def _lines(machine: Machine, wanted: Wanted) -> Iterator[str]:
    lisp = _string(str(_lisp(machine)))
    yield "(condition-case trouble"
    yield f"    (progn (load {lisp} nil t)"
    yield f"           (setq msglint-program {_string(str(machine.msglint))}"
    yield f"                 msglint-arguments '({' '.join(map(_string, wanted.options))})"
    yield f"                 msglint-on-error '{wanted.on_error})"
    yield "           (msglint-mode 1))"
    yield "  (error"
    if wanted.on_error == BLOCK:
        yield "   (add-hook 'message-send-hook"
        yield f'             (lambda () (user-error "msglint: cannot be loaded: %s" {lisp})))'
    yield "   (display-warning 'msglint (error-message-string trouble) :error)))"


def _string(text: str) -> str:
    """A string of Emacs Lisp, in ASCII: whatever the encoding of the file is."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if " " <= sign <= "~" else f"\\U{ord(sign):08X}" for sign in quoted) + '"'


def _without(text: bytes, block: re.Match[bytes]) -> bytes:
    """The file without the lines; what the user wrote behind them stays on a line of its own."""
    ahead, behind = text[: block.start()], text[block.end() :]
    joined = ahead and behind and not ahead.endswith(b"\n")
    return ahead + (b"\n" if joined else b"") + behind


def _block_in(path: Path, text: bytes) -> re.Match[bytes] | None:
    """Msglint's lines.

    Raises:
        InstallError: if there is but half of them, or more than once.
    """
    block = _BLOCK.search(text)
    if len(_BEGUN.findall(text)) == (2 if block else 0):
        return block
    raise InstallError(
        f"{shown(path)}: Die Zeilen zwischen „>>> msglint emacs“ und „<<< msglint emacs“ sind nicht mehr ganz; bitte "
        "beide Zeilen und was dazwischen steht löschen, dann noch einmal.",
        f"{shown(path)}: the lines between '>>> msglint emacs' and '<<< msglint emacs' are not whole any more; please "
        "delete both and what is between them, then try again.",
    )


# Trying it


def try_emacs(machine: Machine) -> Trial | None:
    """Send a bad and a good draft in an Emacs of their own, with msglint's lines alone; nothing leaves it.

    Returns:
        What became of both; None where there is no Emacs, or no lines.

    Raises:
        InstallError: if an init file cannot be read.
    """
    program = _program(machine)
    block = next((found.group() for _, text in _init_files(machine) if (found := _BLOCK.search(text))), None)
    if program is None or block is None:
        return None
    with tempfile.TemporaryDirectory(prefix="msglint-") as folder:
        init = Path(folder, "init.el")
        init.write_bytes(block)
        environ = {**machine.environ, "XDG_STATE_HOME": folder}
        bad, good = (_attempt(program, init, draft, environ) for draft in (BAD, GOOD))
        return Trial(bad, good)


def _attempt(program: str, init: Path, draft: str, environ: Mapping[str, str]) -> Attempt:
    head, _, body = draft.partition("\n\n")
    headers = "".join(f"{line}\n" for line in head.splitlines() if line.startswith(_TRIED_HEADERS))
    called = init.with_name("called")
    called.unlink(missing_ok=True)
    script = init.with_name("trial.el")
    text = _string(f"{headers}--text follows this line--\n{body}")
    script.write_text(
        f"(load {_string(str(init))} nil t)\n(require 'message)\n"
        f'(setq message-send-mail-function (lambda () (write-region "" nil {_string(str(called))} nil \'silent)))\n'
        "(setq auto-save-default nil message-auto-save-directory nil)\n"
        f"(insert {text})\n"
        "(message-mode)\n"
        '(condition-case trouble (message-send) (error (message "%s" (error-message-string trouble))))\n',
        encoding="ascii",
    )
    done = subprocess.run(  # noqa: S603
        [program, "-Q", "--batch", "-l", str(script)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=init.parent,
        env=environ,
        check=False,
    )
    return Attempt(called.exists(), done.stderr.decode("utf-8", "replace"))


# Which file Emacs reads


def _init_files(machine: Machine) -> Iterator[tuple[Path, bytes]]:
    """The init files that there are, with their bytes.

    Raises:
        InstallError: if one cannot be read.
    """
    for path in _candidates(machine):
        text = read_file(path)
        if text is not None:
            yield path, text


def _candidates(machine: Machine) -> tuple[Path, ...]:
    old = tuple(machine.home / name for name in _OLD_FILES)
    return (*old, machine.home / ".emacs.d" / "init.el", _xdg_folder(machine) / "init.el")


def _xdg_folder(machine: Machine) -> Path:
    given = machine.environ.get("XDG_CONFIG_HOME", "")
    return (Path(given) if Path(given).is_absolute() else machine.home / ".config") / "emacs"


def _read_by_emacs(machine: Machine) -> Path:
    """The file that Emacs reads, or would read if it were there."""
    old = next((machine.home / name for name in _OLD_FILES if (machine.home / name).is_file()), None)
    if old is not None:
        return old
    folder = machine.home / ".emacs.d"
    if not folder.exists() and _xdg_folder(machine).is_dir():
        folder = _xdg_folder(machine)
    return folder / "init.el"
