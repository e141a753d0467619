"""Where messages come from: files of every kind, mail archives, folders of those, standard input."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from msglint.message.errors import UnreadableMessageError
from msglint.message.model import Message
from msglint.message.os_errors import reason_of

DEFAULT_LIMIT = 25_000_000
"""Bytes of one message, unless the user says otherwise."""


class Kind(str, Enum):
    """How a file with a single message is read."""

    PLAIN = "plain"
    HTML = "html"
    EML = "eml"
    EMLX = "emlx"
    MESSAGE_MODE = "message-mode"


_TEXT_TYPES = frozenset({".txt", ".text", ".md", ".markdown"})
_HTML_TYPES = frozenset({".html", ".htm"})
_MBOX_TYPES = frozenset({".mbox", ".mbx"})
_OUTLOOK_TYPES = frozenset({".msg", ".oft", ".pst", ".ost"})
_TEMPLATE_TYPES = frozenset({".j2", ".jinja", ".jinja2", ".mustache", ".hbs", ".handlebars"})
_FOLDER_TYPES = _TEXT_TYPES | _HTML_TYPES | _MBOX_TYPES | frozenset({".eml", ".emlx", ".msg"})
_MAILDIR_PARTS = ("cur", "new")
_CHUNK = 1_000_000
_HEAD = 4096
_MOST_HEADERS = 100_000
_MOST_DIGITS = 12

_OTHER_FILES = {
    b"%PDF-": ("ein PDF", "a PDF"),
    b"{\\rtf": ("ein RTF-Dokument", "an RTF document"),
    b"PK\x03\x04": ("ein Word-Dokument oder ein anderes ZIP-Archiv", "a Word document or another ZIP archive"),
    b"\xd0\xcf\x11\xe0": ("ein Dokument von Office oder Outlook", "a document of Office or Outlook"),
}
"""What people take for a message, by its first bytes: in German and in English."""

_ARCHIVE_LINE = re.compile(rb"From (?:[^\n]*\d\d:\d\d[^\n]*|[ \t\r]*)\r?\n?\Z")
_ARCHIVE_START = re.compile(rb"(?:\xef\xbb\xbf)?From [^\r\n]*\r?\n[!-9;-~]+[ \t]*:")
_ESCAPED_FROM = re.compile(rb">+From ")
_MAIL_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:[!-9;-~]+[ \t]*:[^\r\n]*(?:\r?\n|\r)(?:[ \t][^\r\n]*(?:\r?\n|\r))*){0,60}?"
    rb"(?:From|To|Subject|Date|MIME-Version)[ \t]*:",
    re.IGNORECASE,
)
_MESSAGE_MODE = re.compile(rb"^--text follows this line--[ \t]*\r?$", re.MULTILINE)
_EMPTY_LINE = re.compile(rb"^\r?$", re.MULTILINE)
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|body|div|p)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One message, or why there is none.

    Attributes:
        path: the file; for the third message of an archive `archive.mbox:3`; `-` for standard input.
        kind: how the file was read; None for a message of an archive.
    """

    path: str
    message: Message | None = None
    error: UnreadableMessageError | None = None
    kind: Kind | None = None


def read_path(path: str | os.PathLike[str], *, limit: int = DEFAULT_LIMIT, templates: bool = False) -> Iterator[Draft]:
    """All messages in a file, in a mail archive or below a folder, in sorted order.

    Never raises: what cannot be read is a draft with an error, and the others are still read.

    Args:
        path: the file or folder.
        limit: bytes of the largest message that is read.
        templates: every file is a template, not only one whose type says so.
    """
    place = Path(path)
    if not os.fspath(path):
        yield Draft("", error=UnreadableMessageError("Der Dateiname ist leer.", "The file name is empty."))
        return
    try:
        is_folder = stat.S_ISDIR(place.stat().st_mode)
    except (OSError, ValueError) as error:
        yield Draft(os.fspath(path), error=_cannot_open(error))
        return
    if is_folder:
        drafts = _read_folder(os.fspath(path), limit, templates)
    else:
        drafts = _read_file(os.fspath(path), limit, templates)
    yield from drafts


def read_stream(raw: bytes, *, path: str = "-", limit: int = DEFAULT_LIMIT, templates: bool = False) -> Iterator[Draft]:
    """What stands on standard input: a mail, an archive of mails, HTML or a draft in plain text."""
    if _ARCHIVE_START.match(raw):
        yield from _read_archive(BytesIO(raw), path, limit)
    else:
        yield _draft(raw, path, _guess(raw), limit, template=templates)


def read_as(kind: Kind, raw: bytes, path: str) -> Message:
    """The one message in `raw`, read as a file of that kind.

    Raises:
        UnreadableMessageError: if it cannot be read as one.
    """
    return _READINGS[kind](raw, path)


# One file


def _read_file(path: str, limit: int, templates: bool = False) -> Iterator[Draft]:
    """The messages in a file that the user names, or that was found to be one."""
    suffix = Path(path).suffix.lower()
    if suffix in _TEMPLATE_TYPES:
        suffix, templates = _inner_type(path), True
    if suffix in _OUTLOOK_TYPES:
        yield Draft(path, error=_is_outlook(suffix))
        return
    try:
        with Path(path).open("rb") as file:
            if suffix not in _KINDS and _is_archive(file, suffix):
                yield from _read_archive(file, path, limit)
                return
            raw = file.read(limit + 1)
            size = max(len(raw), os.fstat(file.fileno()).st_size)
    except (OSError, ValueError) as error:
        yield Draft(path, error=_cannot_open(error))
        return
    yield _draft(raw, path, _KINDS.get(suffix) or _guess(raw), limit, size, template=templates)


def _inner_type(path: str) -> str:
    """What a template makes: `.html` of `reminder.html.j2`."""
    from msglint.message.template import inner_type

    return inner_type(path)


def _draft(raw: bytes, path: str, kind: Kind, limit: int, size: int | None = None, *, template: bool = False) -> Draft:
    if len(raw) > limit:
        return Draft(path, error=_too_large(size, limit))
    if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
        return Draft(path, error=_is_empty(path))
    if (other := next((kind for magic, kind in _OTHER_FILES.items() if raw.startswith(magic)), None)) is not None:
        return Draft(path, error=_is_other_file(*other))
    try:
        message = _template(kind, raw, path) if template else read_as(kind, raw, path)
        return Draft(path, message, kind=kind)
    except UnreadableMessageError as error:
        return Draft(path, error=error)


def _template(kind: Kind, raw: bytes, path: str) -> Message:
    if kind is Kind.HTML:
        from msglint.message.template import read_html_template

        return read_html_template(raw, path=path)
    return read_as(kind, raw, path).as_template()


def _guess(raw: bytes) -> Kind:
    """How to read what has no name that says it."""
    head = raw[:_HEAD]
    if _ARCHIVE_START.match(head) or _MAIL_START.match(head):
        return Kind.MESSAGE_MODE if _is_message_mode(raw) else Kind.EML
    return Kind.HTML if _HTML_START.match(head) else Kind.PLAIN


def _is_message_mode(raw: bytes) -> bool:
    """Whether the headers end as Emacs ends those of a draft; in a mail an empty line would come first."""
    line = _MESSAGE_MODE.search(raw, 0, _MOST_HEADERS)
    return line is not None and _EMPTY_LINE.search(raw, 0, line.start() - 1) is None


def _eml(raw: bytes, path: str) -> Message:
    from msglint.message.eml import read_eml

    return read_eml(raw, path=path)


def _emlx(raw: bytes, path: str) -> Message:
    """Apple's own format: the length of the mail on the first line, and a property list behind the mail."""
    length, _, mail = raw.partition(b"\n")
    length = length.strip()
    return _eml(mail[: int(length)] if length.isdigit() and len(length) <= _MOST_DIGITS else raw, path)


def _plain(raw: bytes, path: str) -> Message:
    from msglint.message.plain import read_plain

    return read_plain(raw, path=path)


def _html(raw: bytes, path: str) -> Message:
    from msglint.message.plain import read_html_file

    return read_html_file(raw, path=path)


def _message_mode(raw: bytes, path: str) -> Message:
    from msglint.message.message_mode import read_message_mode

    return read_message_mode(raw, path=path)


_READINGS: dict[Kind, Callable[[bytes, str], Message]] = {
    Kind.PLAIN: _plain,
    Kind.HTML: _html,
    Kind.EML: _eml,
    Kind.EMLX: _emlx,
    Kind.MESSAGE_MODE: _message_mode,
}
_KINDS: dict[str, Kind] = {
    ".eml": Kind.EML,
    ".emlx": Kind.EMLX,
    **dict.fromkeys(_TEXT_TYPES, Kind.PLAIN),
    **dict.fromkeys(_HTML_TYPES, Kind.HTML),
}


# Archives


def _is_archive(file: BinaryIO, suffix: str) -> bool:
    if not file.seekable():
        return False
    head = file.read(_HEAD)
    file.seek(0)
    return _ARCHIVE_START.match(head) is not None or (suffix in _MBOX_TYPES and head[:5] == b"From ")


def _read_archive(file: BinaryIO, path: str, limit: int) -> Iterator[Draft]:
    """The messages of an mbox file, one after the other, never more than one in memory."""
    for number, (raw, size) in enumerate(_archived(file, limit), start=1):
        yield replace(_draft(raw, f"{path}:{number}", Kind.EML, limit, size), kind=None)


def _archived(file: BinaryIO, limit: int) -> Iterator[tuple[bytes, int]]:
    """Each message as far as the limit allows, and its real size."""
    lines: list[bytes] = []
    kept = size = 0
    begun, after_blank = False, True
    while line := file.readline(_CHUNK):
        if after_blank and line.startswith(b"From ") and _ARCHIVE_LINE.match(line):
            if begun:
                yield b"".join(lines), size
            lines, kept, size, begun, after_blank = [], 0, 0, True, False
            continue
        after_blank = not line.strip(b"\r\n")
        begun = True
        size += len(line)
        if kept <= limit:
            lines.append(line[1:] if _ESCAPED_FROM.match(line) else line)
            kept += len(line)
    if begun:
        yield b"".join(lines), size


# Folders


def _read_folder(folder: str, limit: int, templates: bool) -> Iterator[Draft]:
    found = False
    for path, error in _files_below(folder):
        for draft in [Draft(path, error=error)] if error else _read_folder_file(path, limit, templates):
            found = True
            yield draft
    if not found:
        error = UnreadableMessageError("In diesem Ordner ist keine Nachricht.", "There is no message in this folder.")
        yield Draft(folder, error=error)


def _read_folder_file(path: str, limit: int, templates: bool) -> Iterator[Draft]:
    place = Path(path)
    if place.parent.name in _MAILDIR_PARTS and _is_maildir(place.parent.parent):
        yield _read_delivered(path, limit)
    elif _is_message(place):
        yield from _read_file(path, limit, templates)


def _is_message(place: Path) -> bool:
    """Whether a file in a folder is one to check; what tells about the folder is sent to nobody."""
    if place.stem.lower() == "readme":
        return False
    if place.suffix.lower() in _TEMPLATE_TYPES:
        # nginx.conf.j2 makes no message.
        return _inner_type(place.name) in _FOLDER_TYPES | {""}
    return place.suffix.lower() in _FOLDER_TYPES or _looks_like_mail(place)


def _read_delivered(path: str, limit: int) -> Draft:
    """A message in a Maildir, where the name says nothing."""
    try:
        with Path(path).open("rb") as file:
            raw = file.read(limit + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        return Draft(path, error=_cannot_open(error))
    return _draft(raw, path, Kind.EML, limit, size)


def _is_maildir(folder: Path) -> bool:
    try:
        return all((folder / part).is_dir() for part in _MAILDIR_PARTS)
    except OSError:
        return False


def _looks_like_mail(place: Path) -> bool:
    """Whether a file without a type is an archive (Thunderbird's folders) or a mail (those of MH)."""
    if place.suffix:
        return False
    try:
        with place.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return _ARCHIVE_START.match(head) is not None or _MAIL_START.match(head) is not None


def _files_below(folder: str) -> Iterator[tuple[str, UnreadableMessageError | None]]:
    """The files in the folder and its folders, sorted, without hidden ones and without what is no file.

    A folder that cannot be read comes with the error.

    As strings, since a `Path` would not keep the folder as the user writes it (`./drafts`).
    """
    waiting = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path, None
            continue
        try:
            waiting.extend(_entries(path))
        except OSError as error:
            yield path, _cannot_open(error, "Der Ordner", "The folder")


def _entries(folder: str) -> list[tuple[str, bool]]:
    """What is kept of the folder, the first at the end; whether each is a folder.

    Raises:
        OSError: if the folder cannot be read.
    """
    is_maildir = _is_maildir(Path(folder))
    with os.scandir(folder) as entries:
        kept = [
            (entry.path, entry.is_dir(follow_symlinks=False))
            for entry in entries
            if _is_kept(entry, in_maildir=is_maildir)
        ]
    return sorted(kept, reverse=True)


def _is_kept(entry: os.DirEntry[str], *, in_maildir: bool) -> bool:
    if entry.is_dir(follow_symlinks=False):
        if in_maildir and entry.name == "tmp":
            return False
        # The folders of a Maildir begin with a dot (`.Sent`).
        return not entry.name.startswith(".") or _is_maildir(Path(entry.path))
    if entry.name.startswith("."):
        return False
    try:
        return entry.is_file()
    except OSError:  # a link to where one may not look
        return False


# Errors


def _cannot_open(
    error: OSError | ValueError, what_de: str = "Die Datei", what_en: str = "The file"
) -> UnreadableMessageError:
    if isinstance(error, FileNotFoundError):
        return UnreadableMessageError("Diese Datei gibt es nicht.", "There is no such file.")
    if isinstance(error, PermissionError):
        return UnreadableMessageError(
            f"{what_de} darf nicht gelesen werden; es fehlen die Rechte.",
            f"{what_en} cannot be read: permission denied.",
        )
    reason = reason_of(error)
    return UnreadableMessageError(
        f"{what_de} kann nicht gelesen werden ({reason.de}).", f"{what_en} cannot be read ({reason.en})."
    )


def _is_empty(path: str) -> UnreadableMessageError:
    if path == "-":
        return UnreadableMessageError("Die Standardeingabe ist leer.", "Standard input is empty.")
    return UnreadableMessageError("Die Datei ist leer.", "The file is empty.")


def _is_other_file(kind_de: str, kind_en: str) -> UnreadableMessageError:
    return UnreadableMessageError(
        f"Das ist {kind_de}, keine Nachricht; bitte den Text als .txt oder die Mail als .eml speichern.",
        f"This is {kind_en}, not a message; please save the text as .txt or the mail as .eml.",
    )


def _is_outlook(suffix: str) -> UnreadableMessageError:
    return UnreadableMessageError(
        f"Das Outlook-Format {suffix} wird nicht gelesen; bitte die Nachricht als .eml speichern.",
        f"Outlook's {suffix} format is not supported; please save the message as .eml.",
    )


def _too_large(size: int | None, limit: int) -> UnreadableMessageError:
    """The size is not told where it is unknown, as in a stream, or reads like the limit."""
    real, allowed = "" if size is None else _megabytes(size), _megabytes(limit)
    told = real not in ("", allowed)
    real_de, allowed_de = real.replace(".", ","), allowed.replace(".", ",")
    return UnreadableMessageError(
        f"Die Nachricht ist{f' mit {real_de}' if told else ''} größer als die Grenze von {allowed_de}.",
        f"The message is larger{f' ({real})' if told else ''} than the limit of {allowed}.",
    )


def _megabytes(size: int) -> str:
    """The size for people, never rounded to zero."""
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size} B"
