"""The way from a finding to the new bytes of the file, and the proof that nothing else has changed."""

from __future__ import annotations

import re
from typing import NamedTuple

from msglint.fixing.change import Change, Edit, Fixed, applied, changes_of
from msglint.fixing.errors import changed_meanwhile, damaged, signed, would_read_differently, wrong_length
from msglint.message.errors import UnreadableMessageError
from msglint.message.model import Message
from msglint.message.plain import decode_html, decode_text, normalise_line_ends
from msglint.message.sources import Kind, read_as
from msglint.report import Report

_EMLX = re.compile(rb"([ \t]*)(\d{1,12})([ \t]*)(?=\r?\n)")
_BEHIND_THE_MAIL = re.compile(rb"\s*(?:<\?xml\b|<!DOCTYPE\b|<plist\b|\Z)")


class _State(NamedTuple):
    """The file between two changes.

    Attributes:
        raw: its bytes.
        read: the message in them.
        message: the same with what else is known of it.
    """

    raw: bytes
    read: Message
    message: Message


def fixed(raw: bytes, message: Message, report: Report, *, kind: Kind) -> Fixed | None:
    """The bytes of the file with the right names in the salutation. None if there is nothing to change.

    Args:
        raw: the file.
        message: the message in it, as it was checked.
        report: what the check found.
        kind: how the file is read.

    Raises:
        CannotFixError: if the file has to stay as it is. All of the names are replaced, or none.
    """
    changes = changes_of(message, report)
    if not changes:
        return None
    read = _reads(raw, kind)
    if read.text != message.text:
        raise changed_meanwhile()
    state = _State(raw, read, message)
    # From the last to the first, so that the places of the others stay right.
    for change in reversed(changes):
        state = _changed(state, change, kind)
    return Fixed(state.raw, changes)


def _changed(state: _State, change: Change, kind: Kind) -> _State:
    """The file after one change, read again and compared."""
    before = state.read
    if kind is Kind.EML:
        raw = _changed_mail(state.raw, state.message, change)
    elif kind is Kind.EMLX:
        raw = _changed_emlx(state.raw, state.message, change)
    elif kind is Kind.HTML:
        raw = applied(state.raw, [_edit_in_html(state.raw, change, before.text)])
    else:
        raw = applied(state.raw, [_edit_in_text(state.raw, change, before.text)])
    after = _reads(raw, kind)
    if after != before.with_(text=change.in_text(before.text), marked=change.in_marked(before.marked)):
        raise would_read_differently()
    return _State(raw, after, state.message.with_(text=after.text, marked=after.marked))


def _reads(raw: bytes, kind: Kind) -> Message:
    try:
        return read_as(kind, raw, "")
    except UnreadableMessageError:
        raise would_read_differently() from None


def _changed_mail(raw: bytes, message: Message, change: Change) -> bytes:
    from msglint.fixing.mail import edits_in_mail, same_but_for

    edits, texts = edits_in_mail(raw, message, change)
    new = applied(raw, edits)
    if not same_but_for(raw, new, texts):
        raise would_read_differently()
    return new


def _changed_emlx(raw: bytes, message: Message, change: Change) -> bytes:
    """Apple's format: the number on the first line is the length of the mail."""
    head = _EMLX.match(raw)
    if head is None:
        return _changed_mail(raw, message, change)
    begin, end = mail_in_emlx(raw)
    mail = _changed_mail(raw[begin:end], message, change)
    number = str(int(head[2]) + len(mail) - (end - begin)).encode()
    line = (head[1] + number + head[3]).rstrip().ljust(head.end())
    return line + raw[head.end() : begin] + mail + raw[end:]


def mail_in_emlx(raw: bytes) -> tuple[int, int]:
    """Where the mail begins and ends in a file of Apple's format; all of it is the mail if there is no length.

    Raises:
        CannotFixError: if the length is wrong.
    """
    head = _EMLX.match(raw)
    if head is None:
        return 0, len(raw)
    begin = raw.index(b"\n") + 1
    end = begin + int(head[2])
    if end > len(raw) or not _BEHIND_THE_MAIL.match(raw, end):
        raise wrong_length()
    return begin, end


def _edit_in_text(raw: bytes, change: Change, text: str) -> Edit:
    from msglint.fixing.mail import PGP_SIGNED
    from msglint.fixing.place import Written, place_in_lines

    written = Written(raw, decode_text(raw), None)
    if PGP_SIGNED in written.source:
        raise signed()
    lines = normalise_line_ends(written.source)
    if not lines.endswith(text):
        raise damaged()
    return written.edit(place_in_lines(written.source, len(lines) - len(text), change), change.new)


def _edit_in_html(raw: bytes, change: Change, text: str) -> Edit:
    from msglint.fixing.html import places_in_html
    from msglint.fixing.place import Written, place_by_reading
    from msglint.message.html import read_html
    from msglint.message.plain import charset_named_in

    declared = charset_named_in(raw) or ("ascii" if raw.isascii() else None)
    written = Written(raw, decode_html(raw), declared)
    places = places_in_html(written.source, change, written.charset()[0])
    shown = place_by_reading(
        written.source, places, lambda source: read_html(source).text, change.in_text(text), change
    )
    return written.edit(shown, change.new)
