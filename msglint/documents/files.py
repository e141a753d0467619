"""Reads files that people write: configuration, YAML or TOML, into values that know their line, and plain text."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.documents.errors import DocumentError
from msglint.documents.located import Located, Place
from msglint.message.os_errors import reason_of
from msglint.paths import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 1_000_000
"""No configuration is larger; what is, is another file, or an attack."""


def read_config_file(path: Path) -> Mapping[str, Located] | None:
    """The settings in a file; None where it is TOML and has no `[tool.msglint]`.

    Raises:
        DocumentError: if it cannot be read, is too large, is not UTF-8, or is not YAML or TOML.
    """
    name = shown(path)
    raw = _read_bytes(path, name)
    is_toml = path.suffix.lower() == ".toml"
    if is_toml and b"msglint" not in raw:
        return None
    text = _decode(raw, name)
    if is_toml:
        from msglint.documents.toml_file import read_toml

        return read_toml(text, name)
    from msglint.documents.yaml_file import read_yaml

    return _as_settings(read_yaml(text, name))


def read_text(path: Path, *, most: int = MAX_BYTES) -> str:
    """The text of a file of at most so many bytes.

    Raises:
        DocumentError: if it cannot be read, is too large or is not UTF-8.
    """
    name = shown(path)
    return _decode(_read_bytes(path, name, most), name)


def _read_bytes(path: Path, name: str, most: int = MAX_BYTES) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(error, name) from None
    if len(raw) > most:
        megabytes = most // 1_000_000
        raise DocumentError(
            f"{name}: größer als {megabytes} MB; das ist keine Datei für msglint.",
            f"{name}: larger than {megabytes} MB; this is not a file for msglint.",
        )
    return raw


def _unreadable(error: OSError | ValueError, name: str) -> DocumentError:
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    if code == errno.ENOENT:
        return DocumentError(f"{name}: Die Datei gibt es nicht.", f"{name}: there is no such file.")
    if code == errno.EISDIR:
        return DocumentError(
            f"{name}: ist ein Ordner; hier gehört eine Datei hin.",
            f"{name}: is a folder where a file is needed.",
        )
    if code in (errno.EACCES, errno.EPERM):
        return DocumentError(f"{name}: Zum Lesen fehlt die Berechtigung.", f"{name}: no permission to read it.")
    reason = reason_of(error)
    return DocumentError(f"{name}: lässt sich nicht lesen ({reason.de}).", f"{name}: cannot be read ({reason.en}).")


def _decode(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(name, raw.count(b"\n", 0, error.start) + 1)
        raise DocumentError(
            f"{place}: nicht in UTF-8 geschrieben; bitte in dieser Kodierung speichern.",
            f"{place}: not written in UTF-8; please save it in that encoding.",
        ) from None


def _as_settings(root: Located | None) -> Mapping[str, Located]:
    if root is None or root.value is None:
        return {}
    if not isinstance(root.value, dict):
        raise DocumentError(
            f"{root.place}: Hier gehören Zeilen der Form „profile: default“ hin.",
            f"{root.place}: lines of the form 'profile: default' are needed here.",
        )
    return root.value
