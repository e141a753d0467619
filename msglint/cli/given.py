"""What the command line says about a draft, put into the message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from msglint.cli.commands import UserError
from msglint.config import COMMAND_LINE, LoadedSettings
from msglint.message.addresses import parse_addresses
from msglint.message.model import Address, Headers, Message
from msglint.message.sources import read_path

SAMPLE = "Anna Meyer <a.meyer@example.com>"
FIELDS = {
    "lang": ("language", "given_language"),
    "channel": ("channel", "channel"),
    "audience": ("audience", "audience"),
    "relationship": ("relationship", "given_relationship"),
}
"""By key: the field of the settings and that of the message."""


class Given(NamedTuple):
    """What holds for every message of a run, in place of what the messages say themselves."""

    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    from_: Address | None = None
    subject: str | None = None
    answers: Message | None = None

    @classmethod
    def from_options(cls, parameters: Mapping[str, Any]) -> Given:
        """Read the addresses and the answered message.

        Raises:
            UserError: if there is no address in what should be one, or the answered message cannot be read.
        """
        from_, in_reply_to = parameters["from_"], parameters["in_reply_to"]
        sender = _addresses("--from", [] if from_ is None else [from_])
        return cls(
            to=_addresses("--to", parameters["to"]),
            cc=_addresses("--cc", parameters["cc"]),
            from_=sender[0] if sender else None,
            subject=parameters["subject"],
            answers=None if in_reply_to is None else _answered(in_reply_to),
        )

    def put_into(self, message: Message, loaded: LoadedSettings) -> Message:
        """The message with what was given."""
        changes: dict[str, object] = {
            theirs: getattr(loaded.settings, ours)
            for key, (ours, theirs) in FIELDS.items()
            if loaded.origin.get(key) == COMMAND_LINE
        }
        headers = self._headers(message.headers)
        if headers is not message.headers:
            changes["headers"] = headers
        if self.answers is not None:
            changes["answers"] = self.answers
        return message.with_(**changes) if changes else message

    @property
    def tells_headers(self) -> bool:
        """Whether so much is given that what is not given is not there."""
        return self.subject is not None or (self.from_ is not None and bool(self.to))

    def hides_subject(self, message: Message) -> bool:
        """Whether nothing is known of the subject, although other headers are given."""
        return self.tells_headers and self.subject is None and not message.headers.known

    def _headers(self, headers: Headers) -> Headers:
        if not (self.to or self.cc or self.from_ or self.subject is not None or self.answers):
            return headers
        return replace(
            headers,
            known=headers.known or self.tells_headers,
            to=self.to or headers.to,
            cc=self.cc or headers.cc,
            from_=self.from_ or headers.from_,
            subject=headers.subject if self.subject is None else self.subject,
            in_reply_to=headers.in_reply_to or self.answers is not None,
        )


def _addresses(option: str, values: Sequence[str]) -> tuple[Address, ...]:
    for value in values:
        if not parse_addresses([value]):
            raise UserError(
                f"{option}: In „{value}“ steht weder Name noch Adresse; gebraucht wird {SAMPLE}.",
                f"{option}: there is neither a name nor an address in '{value}'; use {SAMPLE}.",
            )
    return parse_addresses(values)


def _answered(path: str) -> Message:
    drafts = list(islice(read_path(path), 2))
    if len(drafts) > 1 or (drafts and drafts[0].message is not None and Path(path).is_dir()):
        raise UserError(
            f"--in-reply-to {path}: Hier gehört eine einzelne Nachricht hin, kein Ordner und kein Archiv mit mehreren.",
            f"--in-reply-to {path}: a single message is needed, not a folder and not an archive of several.",
        )
    draft = next(iter(drafts), None)
    if draft is not None and draft.message is not None:
        return draft.message
    de = draft.error.text("de") if draft and draft.error else "Darin ist keine Nachricht."
    en = draft.error.text("en") if draft and draft.error else "There is no message in it."
    raise UserError(f"--in-reply-to {path}: {de}", f"--in-reply-to {path}: {en}")
