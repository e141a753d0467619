"""Keeps compiled packs: beside the shipped ones in the wheel, and in the user's cache for all others."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

FORMAT: Final = 4
"""Raised whenever compiled packs look different."""

SHIPPED_NAME: Final = "compiled.json"

Stamps = Sequence[Sequence[object]]


def stamps_of(files: Sequence[Path]) -> Stamps:
    """What tells whether files have changed: their paths, sizes and times of change."""
    return [[str(file.absolute()), status.st_size, status.st_mtime_ns] for file in files for status in [file.stat()]]


def read_shipped(folder: Path, version: str) -> Sequence[Mapping[str, Any]] | None:
    """The packs that were compiled when the wheel was built; None where there are none of this version."""
    kept = _read(folder / SHIPPED_NAME)
    return kept["packs"] if kept is not None and kept.get("version") == version else None


def write_shipped(folder: Path, version: str, packs: Sequence[Mapping[str, Any]]) -> Path:
    """Write the compiled packs beside the packs themselves, for the wheel.

    Raises:
        OSError: if that is not possible.
    """
    path = folder / SHIPPED_NAME
    path.write_bytes(_as_json(version, [], packs))
    return path


def read_cached(folder: Path, version: str, stamps: Stamps) -> Sequence[Mapping[str, Any]] | None:
    """The compiled packs of a folder; None where they have not been kept, or something has changed since."""
    path = _cache_file(folder, version)
    kept = _read(path, sealed=True) if path is not None else None
    if kept is None or kept.get("version") != version or kept.get("stamps") != stamps:
        return None
    packs: Sequence[Mapping[str, Any]] = kept["packs"]
    return packs


def write_cached(folder: Path, version: str, stamps: Stamps, packs: Sequence[Mapping[str, Any]]) -> None:
    """Keep the compiled packs of a folder. Where that is not possible they are compiled again next time."""
    import tempfile

    path = _cache_file(folder, version)
    if path is None:
        return
    kept = _as_json(version, stamps, packs)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Written apart and moved: nobody ever reads half a file.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(kept) + kept)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def _as_json(version: str, stamps: Stamps, packs: Sequence[Mapping[str, Any]]) -> bytes:
    kept = {"format": FORMAT, "version": version, "stamps": stamps, "packs": packs}
    # The name of a file need not be Unicode.
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _seal(kept: bytes) -> bytes:
    """A line that tells whether what follows is as it was written: nothing looks at its shape again."""
    return f"{zlib.crc32(kept):08x}\n".encode("ascii")


def _read(path: Path, *, sealed: bool = False) -> Mapping[str, Any] | None:
    try:
        raw = path.read_bytes()
        if sealed:
            seal, newline, raw = raw.partition(b"\n")
            if seal + newline != _seal(raw):
                return None
        kept = json.loads(raw)
    except (OSError, ValueError, RecursionError):
        return None
    return kept if isinstance(kept, dict) and kept.get("format") == FORMAT and "packs" in kept else None


def _cache_file(folder: Path, version: str) -> Path | None:
    """A file of its own for every version: two that are installed do not overwrite each other's."""
    import platformdirs

    try:
        root = platformdirs.user_cache_path("msglint", appauthor=False)
    except (OSError, RuntimeError):
        return None
    if not root.is_absolute():
        return None  # nobody knows the user's home: a folder called "~" would be made
    key = f"{version}\n{folder}".encode("utf-8", "surrogatepass")
    name = f"{zlib.crc32(key):08x}{zlib.adler32(key):08x}"
    return root / "packs" / f"{name}.json"
