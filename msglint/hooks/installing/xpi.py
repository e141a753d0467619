"""Packs the extension for Thunderbird: the same files give the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Final

from msglint.version import __version__

MANIFEST: Final = "manifest.json"
KINDS: Final = frozenset({".json", ".js", ".html", ".css", ".svg"})
FILE_MODE: Final = 0o100644 << 16
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def packed(folder: Path) -> bytes:
    """The extension in the folder as an .xpi, with msglint's version.

    Raises:
        OSError: if a file cannot be read.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, path in sorted(_files(folder).items()):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = FILE_MODE
            entry.create_system = 3  # as on Unix, wherever it is packed
            archive.writestr(entry, _content(name, path), compresslevel=9)
    return target.getvalue()


def extension_id(folder: Path) -> str:
    """The id by which Thunderbird knows the extension.

    Raises:
        OSError: if its manifest cannot be read.
    """
    manifest = json.loads((folder / MANIFEST).read_bytes())
    return str(manifest["browser_specific_settings"]["gecko"]["id"])


def _files(folder: Path) -> dict[str, Path]:
    paths = (path for path in folder.rglob("*") if path.suffix in KINDS and path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in paths}


def _content(name: str, path: Path) -> bytes:
    raw = path.read_bytes().replace(b"\r\n", b"\n")
    if name != MANIFEST:
        return raw
    manifest = {**json.loads(raw), "version": __version__}
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
