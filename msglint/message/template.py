"""Messages that are templates: which files are, and how they are read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from msglint.message.model import Headers, Message
from msglint.message.patterns import lazy
from msglint.report import Span

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?P<fields>(?:(?!---[ \t]*(?:\n|\Z))[^\n]*\n){0,200})---[ \t]*(?:\n|\Z)")
_SUBJECT = lazy(r"^(?:subject|betreff)[ \t]*:[ \t]*(?P<value>\S[^\n]*?)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_FIELD = lazy(r"^[\w-]+[ \t]*:", re.MULTILINE)
_TAG_LIKE_FIELD = lazy(r"<<(\s?\w[\w .-]{0,60})>>")


def inner_type(path: str) -> str:
    """What the template makes: `.html` of `reminder.html.j2`, `` of `reminder.j2` and `reminder.de.j2`."""
    return PurePath(PurePath(path).stem).suffix.lower()


def as_template(message: Message) -> Message:
    """The message as a template; its subject stands in the front matter, if anywhere."""
    front = front_matter_of(message.text)
    subject = subject_in(front.of(message.text)) if front is not None else None
    return message.with_(template=True, headers=with_subject(message.headers, subject))


def read_html_template(raw: bytes, *, path: str | None = None) -> Message:
    """A template from an HTML file.

    Raises:
        msglint.message.errors.UnreadableMessageError: if it is not text.
    """
    from msglint.message.html import read_html
    from msglint.message.plain import decode_html, normalise_line_ends

    source = normalise_line_ends(decode_html(raw))
    front = front_matter_of(source)
    subject = None
    if front is not None:
        subject, source = subject_in(front.of(source)), source[front.end :]
    # A parser would take <<Name>> for a tag.
    rendered = read_html(_TAG_LIKE_FIELD.sub(r"&lt;&lt;\1&gt;&gt;", source))
    return Message(
        text=rendered.text,
        headers=with_subject(Headers(), subject),
        marked=rendered.marked,
        html=True,
        path=path,
        template=True,
    )


def front_matter_of(text: str) -> Span | None:
    """The block of YAML between two lines `---` at the top."""
    match = _FRONT_MATTER.match(text)
    return Span(0, match.end()) if match and _FIELD.search(match["fields"]) else None


def subject_in(front: str) -> str | None:
    """The subject that a front matter names."""
    match = _SUBJECT.search(front)
    if match is None:
        return None
    value = match["value"]
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def with_subject(headers: Headers, subject: str | None) -> Headers:
    """The headers with the subject, unless they have one."""
    if subject is None or headers.subject is not None:
        return headers
    return replace(headers, known=True, subject=subject)
