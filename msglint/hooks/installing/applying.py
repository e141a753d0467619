"""Makes the changes that a client asks for, and takes them back: as a whole, on what was shown, and with a backup."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from msglint.hooks.folders import made
from msglint.hooks.installing.model import Client, FileChange, InstallError, Machine, Plan
from msglint.message.os_errors import reason_of
from msglint.paths import shown

VERSION: Final = 1
BACKUPS: Final = "backup"
MANIFEST: Final = "manifest.json"
FOR_ME_ALONE: Final = 0o600


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that was changed.

    Attributes:
        after: hash of the bytes that msglint left.
        backup: name of the file with the bytes without msglint; None = there was no file.
    """

    path: Path
    after: str
    backup: str | None


def read_file(path: Path) -> bytes | None:
    """The file's bytes; None where there is none.

    Raises:
        InstallError: if it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = reason_of(error)
        raise InstallError(
            f"{shown(path)}: lässt sich nicht lesen ({reason.de}).", f"{shown(path)}: cannot be read ({reason.en})."
        ) from None


def needed(plan: Plan) -> Plan:
    """The plan with those changes alone that change something."""
    return replace(plan, changes=[change for change in plan.changes if change.before != change.after])


def going_back(plan: Plan, machine: Machine, client: str) -> Plan:
    """A plan to uninstall, with the very bytes from before where the user has changed nothing since."""
    entries = _entries(machine, client)
    return needed(replace(plan, changes=[_exact(change, entries, machine, client) for change in plan.changes]))


def _exact(change: FileChange, entries: Mapping[Path, Entry], machine: Machine, client: str) -> FileChange:
    entry = entries.get(change.path)
    if entry is None or change.before is None or entry.after != _hash(change.before):
        return change
    kept = read_file(_backups(machine, client) / entry.backup) if entry.backup else None
    if entry.backup and kept is None:
        return change
    return replace(change, after=kept)


def install(plan: Plan, machine: Machine, client: Client) -> None:
    """Make the changes of `client.install`, each file's bytes without msglint kept before.

    Raises:
        InstallError: if a file cannot be written, or is not what it was when the plan was made. What had been changed
            before is as it was.
    """
    without = {change.path: change.after for change in client.uninstall(machine).changes}
    entries = dict(_entries(machine, client.name))
    folders = {*_folders(machine, client.name), *_missing_folders(plan, machine)}
    done: list[FileChange] = []
    try:
        for change in plan.changes:
            entries[change.path] = _kept(change, entries, without, machine, client.name)
            _write_manifest(machine, client.name, entries, folders)
            write(change)
            done.append(change)
    except InstallError:
        for change in reversed(done):
            write(replace(change, before=change.after, after=change.before))
        raise


def uninstall(plan: Plan, machine: Machine, client: Client) -> None:
    """Make the changes of `client.uninstall`; then the backup goes, too, and empty folders that msglint made.

    Raises:
        InstallError: if a file cannot be written, or is not what it was when the plan was made.
    """
    for change in plan.changes:
        write(change)
    gone = {change.path for change in plan.changes}
    entries, folders = _entries(machine, client.name), _folders(machine, client.name)
    with suppress(OSError):
        _forget(machine, client.name, [entry for path, entry in entries.items() if path in gone])
    rest = {path: entry for path, entry in entries.items() if path not in gone}
    if rest:
        _write_manifest(machine, client.name, rest, folders)
    own = (machine.data / client.name, machine.data / BACKUPS, machine.data, machine.data.parent)
    _remove_empty({*folders, *own}, machine)


def _missing_folders(plan: Plan, machine: Machine) -> Iterator[Path]:
    """The folders below the home that have to be made for the changes."""
    for change in plan.changes:
        for folder in Path(os.path.realpath(change.path)).parents:
            if _is_below_home(folder, machine) and not folder.exists():
                yield folder


def _remove_empty(folders: Iterable[Path], machine: Machine) -> None:
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        if _is_below_home(folder, machine):
            with suppress(OSError):
                folder.rmdir()


def _is_below_home(folder: Path, machine: Machine) -> bool:
    return Path(os.path.realpath(machine.home)) in Path(os.path.realpath(folder)).parents


def _forget(machine: Machine, client: str, entries: Sequence[Entry]) -> None:
    """Take the backups away, and the folder, where nothing else is in it."""
    folder = _backups(machine, client)
    for name in (MANIFEST, *(entry.backup for entry in entries if entry.backup)):
        (folder / name).unlink(missing_ok=True)
    folder.rmdir()
    folder.parent.rmdir()


def _kept(
    change: FileChange,
    entries: Mapping[Path, Entry],
    without: Mapping[Path, bytes | None],
    machine: Machine,
    client: str,
) -> Entry:
    """The entry for a change, its backup written."""
    after = _hash(change.after or b"")
    known = entries.get(change.path)
    if known is not None and change.before is not None and known.after == _hash(change.before):
        return replace(known, after=after)
    original = without.get(change.path, change.before)
    if original is None:
        return Entry(change.path, after, None)
    name = f"{hashlib.sha256(os.fsencode(change.path)).hexdigest()[:16]}-{change.path.name}"
    folder = _backups(machine, client)
    path = folder / name
    write(FileChange(path, read_file(path), original, FOR_ME_ALONE))
    return Entry(change.path, after, name)


def write(change: FileChange) -> None:
    """Make one change, as a whole or not at all; a file keeps its mode, a link remains one.

    Raises:
        InstallError: if it cannot be made, or the file is not what it was.
    """
    path = Path(os.path.realpath(change.path))
    _check_unchanged(change, path)
    try:
        if change.after is None:
            path.unlink(missing_ok=True)
        else:
            _put(path, change)
    except OSError as error:
        reason = reason_of(error)
        raise InstallError(
            f"{shown(path)}: lässt sich nicht schreiben ({reason.de}).",
            f"{shown(path)}: cannot be written ({reason.en}).",
        ) from None


def _check_unchanged(change: FileChange, path: Path) -> None:
    if read_file(path) != change.before:
        raise InstallError(
            f"{shown(path)}: wurde inzwischen geändert; bitte noch einmal.",
            f"{shown(path)}: has been changed meanwhile; please try again.",
        )
    if change.before is None:
        return
    if not stat.S_IMODE(path.stat().st_mode) & 0o222 or not os.access(path, os.W_OK):
        raise InstallError(
            f"{shown(path)}: ist schreibgeschützt; sie bleibt, wie sie ist.",
            f"{shown(path)}: is write-protected and stays as it is.",
        )


def _put(path: Path, change: FileChange) -> None:
    made(path.parent)
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FOR_ME_ALONE), "wb") as file:
            file.write(change.after or b"")
            file.flush()
            os.fsync(file.fileno())
        if change.before is None:
            new.chmod(change.mode)
        else:
            _take_over(path, new)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _take_over(path: Path, new: Path) -> None:
    """Whose the file is, and who may read it."""
    known = path.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, known.st_uid, known.st_gid)
    new.chmod(stat.S_IMODE(known.st_mode))


def _backups(machine: Machine, client: str) -> Path:
    return machine.data / BACKUPS / client


def _entries(machine: Machine, client: str) -> Mapping[Path, Entry]:
    """What was changed; nothing where that is not known any more."""
    try:
        kept = json.loads((_backups(machine, client) / MANIFEST).read_bytes())
        entries = [Entry(Path(entry["path"]), entry["after"], entry["backup"]) for entry in kept["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {entry.path: entry for entry in entries}


def _folders(machine: Machine, client: str) -> frozenset[Path]:
    """The folders that were made for the changes; none where that is not known any more."""
    try:
        kept = json.loads((_backups(machine, client) / MANIFEST).read_bytes())
        return frozenset(map(Path, kept["folders"]))
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _write_manifest(machine: Machine, client: str, entries: Mapping[Path, Entry], folders: Iterable[Path]) -> None:
    files: list[dict[str, Any]] = [
        {"path": str(entry.path), "after": entry.after, "backup": entry.backup} for entry in entries.values()
    ]
    path = _backups(machine, client) / MANIFEST
    # ASCII, so that a path that is no UTF-8 finds its way, too.
    made_ones = sorted(map(str, folders))
    text = json.dumps({"schema_version": VERSION, "files": files, "folders": made_ones}, indent=1) + "\n"
    write(FileChange(path, read_file(path), text.encode("ascii"), FOR_ME_ALONE))


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
