"""Installs LanguageTool in the user's data folder: from what the user has, by Maven, or by language-tool-python.

Everything is made ready beside the place where it belongs and then moved there as a whole.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool.failures import ENGINE
from msglint.analysis.languagetool.folders import data_folder, homeless
from msglint.analysis.languagetool.installation import CLIENT, INSTALL, JAR, PREFIX, Installation, require_client
from msglint.analysis.languagetool.java import find_java
from msglint.message.os_errors import reason_of
from msglint.paths import shown

VERSION: Final = "6.8"
"""The version that is fetched: the newest that msglint has been tried with."""
MAVEN: Final = "maven"
DOWNLOAD: Final = "download"
LARGEST: Final = 2_000_000_000
"""Bytes that LanguageTool may take when unpacked; it takes 400 million."""

Watch = Callable[[int, int], None]
"""Is told how many of how many bytes are done."""

_PIECE: Final = 1 << 20
_GROUP: Final = "org.languagetool:languagetool-standalone"


def _nobody(_: int, __: int) -> None:
    """Watches nothing."""


def from_path(path: Path, watch: Watch = _nobody) -> Installation:
    """Install what the user has: a zip file, or a folder, which is copied.

    Raises:
        EngineError: if there is no LanguageTool in it, or it cannot be installed.
    """
    with _staging() as staging:
        if path.is_dir():
            home = _home_in(path, path).absolute()
            _copy(home, staging / "new" / home.name, watch)
        else:
            _unpack(path, staging / "new", watch)
        return _moved(_home_in(staging / "new", path), staging)


def maven_is_there() -> bool:
    """Whether there is Maven on PATH."""
    return shutil.which("mvn") is not None


def by_maven(watch: Watch = _nobody) -> Installation:
    """Install what Maven fetches.

    Raises:
        EngineError: if there is no Maven, or it fails.
    """
    program = shutil.which("mvn")
    if program is None:
        raise EngineError(
            ENGINE,
            f"Maven (mvn) ist nicht da; ohne es geht es mit „{INSTALL} --from download“.",
            f"Maven (mvn) is not there; '{INSTALL} --from download' does without it.",
        )
    _target(VERSION)  # better told before a long download than after it
    with _staging() as staging:
        _run_maven(program, staging)
        for archive in staging.glob("*.zip"):
            _unpack(archive, staging / "new", watch)
        return _moved(_home_in(staging / "new", staging), staging)


def by_download(*, is_watched: bool = False) -> Installation:
    """Install what language-tool-python downloads; it checks the sum of what it gets.

    Args:
        is_watched: it may show on standard error how far it is.

    Raises:
        EngineError: if language-tool-python is not there, or it fails.
    """
    require_client()
    java = find_java(os.environ)
    _target(VERSION)
    with _staging() as staging:
        path = os.pathsep.join([str(java.path.parent), os.environ.get("PATH", os.defpath)])
        changes = {"LTP_PATH": str(staging), "LTP_JAR_DIR_PATH": "", "PATH": path}
        if not is_watched:
            changes["TQDM_DISABLE"] = "1"
        with _environment(changes):
            _download()
        return _moved(_home_in(staging, staging), staging)


def _run_maven(program: str, staging: Path) -> None:
    """Fetch the zip into Maven's repository, and copy it from there."""
    command = [
        program,
        "--batch-mode",
        "--quiet",
        "dependency:get",
        "dependency:copy",
        f"-Dartifact={_GROUP}:{VERSION}:zip",
        "-Dtransitive=false",
        f"-DoutputDirectory={staging}",
    ]
    try:
        done = subprocess.run(  # noqa: S603 - the user's own Maven
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            cwd=staging,
        )
    except OSError as error:
        raise _unwritable(staging, error) from None
    if done.returncode:
        said = _first_error(f"{done.stdout}\n{done.stderr}") or f"mvn ended with {done.returncode}"
        raise EngineError(
            ENGINE, f"Maven konnte LanguageTool nicht holen: {said}", f"Maven could not fetch LanguageTool: {said}"
        )


def _first_error(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line.removeprefix("[ERROR]").strip() for line in lines if line.startswith("[ERROR]")]
    return next(iter(errors or lines), "")


def _download() -> None:
    from importlib import import_module

    try:
        tools = import_module(f"{CLIENT}.download_lt")
        tools.LocalLanguageTool.from_version_name(VERSION).download()
    except (Exception, SystemExit) as error:  # it raises about everything, also where the network is not there
        said = " ".join(str(error).split()) or type(error).__name__
        raise EngineError(
            ENGINE,
            f"language-tool-python konnte LanguageTool nicht herunterladen: {said}",
            f"language-tool-python could not download LanguageTool: {said}",
        ) from None


@contextmanager
def _environment(changes: Mapping[str, str]) -> Iterator[None]:
    """The variables by which language-tool-python and its progress bar are told what to do."""
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _staging() -> Iterator[Path]:
    """An empty folder beside the installations, which is gone afterwards.

    Raises:
        EngineError: if there can be none, or something in it cannot be written.
    """
    folder = data_folder(os.environ)
    if folder is None:
        raise homeless()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder, ignore_cleanup_errors=True) as name:
            yield Path(name)
    except OSError as error:
        raise _unwritable(folder, error) from None


def _unwritable(folder: Path, error: OSError) -> EngineError:
    reason = reason_of(error)
    return EngineError(
        ENGINE,
        f"{shown(folder)}: LanguageTool lässt sich hier nicht installieren ({reason.de}).",
        f"{shown(folder)}: LanguageTool cannot be installed here ({reason.en}).",
    )


def _home_in(folder: Path, named: Path) -> Path:
    """The folder with the jar: this one, or one right below."""
    below = sorted(entry for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []
    for home in (folder, *below):
        if (home / JAR).is_file() and (home / "libs").is_dir():
            return home
    raise EngineError(
        ENGINE,
        f"{shown(named)}: darin ist kein LanguageTool-Server; es fehlen {JAR} und libs.",
        f"{shown(named)}: there is no LanguageTool server in it; {JAR} and libs are missing.",
    )


def _moved(home: Path, staging: Path) -> Installation:
    """Move it to where it belongs, in place of the same version."""
    target = _target(Installation(home).version or "unknown")
    with suppress(FileNotFoundError):
        target.rename(staging / "old")  # goes with the staging folder
    home.rename(target)
    return Installation(target)


def _target(version: str) -> Path:
    """The folder for a version.

    Raises:
        EngineError: if it is running there, or there can be no such folder.
    """
    from msglint.analysis.languagetool.server import running

    folder = data_folder(os.environ)
    if folder is None:
        raise homeless()
    target = folder / f"{PREFIX}{version}"
    server = running()
    if server is not None and server.folder == target:
        raise EngineError(
            ENGINE,
            "Dieses LanguageTool läuft gerade; bitte vorher: msglint languagetool stop",
            "This LanguageTool is running; please first: msglint languagetool stop",
        )
    return target


def _copy(source: Path, target: Path, watch: Watch) -> None:
    files = [(Path(root, name)) for root, _, names in os.walk(source) for name in names]
    sizes = [file.stat().st_size for file in files]
    total, done = sum(sizes), 0
    for file, size in zip(files, sizes, strict=True):
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        done += size
        watch(done, total)


def _unpack(archive: Path, target: Path, watch: Watch) -> None:
    """Unpack a zip file.

    Raises:
        EngineError: if it is none, is damaged, or holds what has no place in it.
    """
    try:
        opened = archive.open("rb")
    except OSError as error:
        reason = reason_of(error)
        raise EngineError(
            ENGINE,
            f"{shown(archive)}: lässt sich nicht lesen ({reason.de}).",
            f"{shown(archive)}: cannot be read ({reason.en}).",
        ) from None
    with opened:
        try:
            _unpack_all(opened, target, watch)
        except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, _damaged()):
            raise EngineError(
                ENGINE,
                f"{shown(archive)}: ist kein Zip-Archiv von LanguageTool, oder es ist beschädigt.",
                f"{shown(archive)}: is no zip archive of LanguageTool, or it is damaged.",
            ) from None


def _damaged() -> type[Exception]:
    import zlib

    return zlib.error


def _unpack_all(source: IO[bytes], target: Path, watch: Watch) -> None:
    with ZipFile(source) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        total, done = sum(entry.file_size for entry in entries), 0
        if total > LARGEST:
            raise BadZipFile
        for entry in entries:
            place = target / _inside(entry)
            place.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as packed, place.open("wb") as unpacked:
                shutil.copyfileobj(packed, unpacked, _PIECE)
            done += entry.file_size
            watch(done, total)


def _inside(entry: ZipInfo) -> PurePosixPath:
    """The path of an entry, which must not lead out of the folder."""
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in entry.filename:
        raise BadZipFile
    return path
