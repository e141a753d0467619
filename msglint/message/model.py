"""What a message is: the text as written, who it is from and for, and what came with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msglint.report import Readability, Span

if TYPE_CHECKING:
    from msglint.message.dates.said import Dated
    from msglint.message.parts import Parts
    from msglint.message.searchable import SearchText
    from msglint.message.template_reading import Reading

FEWEST_WORDS = 60
"""Of a shorter text nobody can say how it reads."""


class Channel(str, Enum):
    """The way a message takes to its reader."""

    EMAIL = "email"
    CONTACT_REQUEST = "contact-request"
    MESSENGER = "messenger"
    LETTER = "letter"
    WEB_FORM = "web-form"


class Audience(str, Enum):
    """What the reader is to the writer."""

    PROSPECT = "prospect"
    CUSTOMER = "customer"
    PARTNER = "partner"
    COLLEAGUE = "colleague"
    SUPPLIER = "supplier"
    AUTHORITY = "authority"


class Relationship(str, Enum):
    """Whether the two have had to do with each other before."""

    NONE = "none"
    EXISTING = "existing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Address:
    """One entry of an address header.

    Attributes:
        name: the display name, decoded, as written; empty if there is none.
        email: the address, as written; empty if there is none.
    """

    name: str
    email: str

    @property
    def local_part(self) -> str:
        """What stands before the @, in lower case."""
        return self.email.rpartition("@")[0].lower()

    @property
    def domain(self) -> str:
        """What stands behind the @, in lower case."""
        return self.email.rpartition("@")[2].lower() if "@" in self.email else ""


class Attachment(NamedTuple):
    """A file that travels with the message. Pictures that the HTML body shows are `inline`."""

    filename: str
    content_type: str
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers that rules may look at. A draft without headers has `known=False`, and rules on headers stay silent.

    Attributes:
        subject: decoded; None where there is no such header.
        ignores: what the headers X-Msglint-Ignore say, one after the other.
        raw: first value of every header by lower-case name, decoded.
    """

    known: bool = False
    from_: Address | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str | None = field(default=None, repr=False)
    in_reply_to: bool = False
    ignores: tuple[str, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def recipients(self) -> tuple[Address, ...]:
        """To, Cc and Bcc, in that order."""
        return self.to + self.cc + self.bcc


CUT = "cut"
"""The note on a message of which only the beginning was read."""


class Mark(str, Enum):
    """What the format itself says about a stretch of text (a `blockquote` in HTML, say)."""

    QUOTE = "quote"
    FORWARD = "forward"
    SIGNATURE = "signature"


class Marked(NamedTuple):
    """A stretch of the text that its format marks."""

    mark: Mark
    span: Span


@dataclass(frozen=True)
class Message:
    """A draft. Frozen; what has to be worked out is worked out on first use.

    Attributes:
        text: the body as shown to a reader, decoded, line ends as `LF`, with quotes and signature.
        attachments: None where it cannot be known (a draft without headers).
        html: the text was made from HTML.
        leave_alone: why the message is not for checking (`automatic`, `encrypted`, …), None if it is.
        answers: the message this one answers, where it is given beside the draft.
        given_language: what the user says the language is (`de`, `de-AT`, `de-CH`, `en`), None to find out.
        given_date: the day it is written, where the user says so; None = by its Date header, else today.
        own_domains: mail domains that belong to one house, where the user names them.
        path: file the draft came from.
        note: what a reader of the report should know about the way it was read.
        template: messages are made from it; what is checked are its readings.
        reading: how it was read, where it is what a template makes.
    """

    text: str = field(repr=False)
    headers: Headers = Headers()
    channel: Channel = Channel.EMAIL
    audience: Audience | None = None
    given_relationship: Relationship | None = None
    attachments: tuple[Attachment, ...] | None = None
    marked: tuple[Marked, ...] = ()
    html: bool = False
    leave_alone: str | None = None
    answers: Message | None = None
    given_language: str | None = None
    given_date: date | None = None
    own_domains: tuple[str, ...] = ()
    path: str | None = None
    note: str | None = None
    template: bool = False
    reading: Reading | None = field(default=None, repr=False)

    @classmethod
    def from_eml(cls, raw: bytes, *, path: str | None = None) -> Message:
        """The message in `raw`, an RFC 5322 message in any state of repair.

        Raises:
            msglint.message.errors.UnreadableMessageError: if there is nothing in it that could be read.
        """
        from msglint.message.eml import read_eml

        return read_eml(raw, path=path)

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        to: str | Sequence[str] = (),
        cc: str | Sequence[str] = (),
        from_: str | None = None,
        subject: str | None = None,
        channel: Channel | str = Channel.EMAIL,
        answers: Message | None = None,
    ) -> Message:
        """A draft from its text and what is known about it.

        Args:
            text: the body.
            to: recipients as in a header, `"Dr. Anna Meyer <a.meyer@example.com>"`.
            cc: copies, likewise.
            from_: the sender, likewise.
            subject: the subject line; None = not known.
            channel: the way the message takes.
            answers: the message this one answers.
        """
        from msglint.message.addresses import parse_addresses
        from msglint.message.plain import normalise_line_ends

        sender = parse_addresses([from_]) if from_ else ()
        headers = Headers(
            from_=sender[0] if sender else None,
            to=parse_addresses([to] if isinstance(to, str) else to),
            cc=parse_addresses([cc] if isinstance(cc, str) else cc),
            subject=subject,
            in_reply_to=answers is not None,
        )
        return cls(text=normalise_line_ends(text), headers=headers, channel=Channel(channel), answers=answers)

    def with_(self, **changes: object) -> Message:
        """A copy with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def as_template(self) -> Message:
        """The same as a template, whose placeholders are filled in later."""
        from msglint.message.template import as_template

        return as_template(self)

    @cached_property
    def parts(self) -> Parts:
        """The parts of the text: salutation, body, closing, signature, quotes."""
        from msglint.message.parts import split

        return split(self)

    @cached_property
    def _searchable(self) -> dict[str, SearchText]:
        return {}

    def searchable(self, part: str) -> SearchText:
        """A part as a text to be searched: body, subject, salutation, closing, own, signature or text."""
        if part not in self._searchable:
            from msglint.message.searchable import search_text

            self._searchable[part] = search_text(self, part)
        return self._searchable[part]

    @cached_property
    def dated(self) -> Sequence[Dated]:
        """Where dates are the writer's own words, the body last."""
        from msglint.message.dates.said import said_in

        return said_in(self)

    @cached_property
    def language(self) -> str:
        """Language of the author's own text: `de`, `de-AT`, `de-CH`, `en` or `other`."""
        from msglint.message.language import language_of_message

        return language_of_message(self)

    @property
    def base_language(self) -> str:
        """The language without its region: `de`, `en` or `other`."""
        return self.language.partition("-")[0]

    @cached_property
    def has_capitals(self) -> bool:
        """Whether the writer uses capitals, so that one can be missing."""
        from msglint.message.capitals import uses_capitals

        return uses_capitals(self)

    @cached_property
    def written_on(self) -> date:
        """The day the message is written: as given, by its Date header in the sender's own time, else today."""
        if self.given_date is not None:
            return self.given_date
        if not self.headers.raw.get("date"):
            return date.today()
        from email.utils import parsedate_to_datetime

        try:
            return parsedate_to_datetime(self.headers.raw["date"]).date()
        except (ValueError, TypeError, OverflowError, IndexError):
            return date.today()

    @cached_property
    def readability(self) -> Readability | None:
        """How hard the author's running text is to read; None where it is too short to say."""
        if len(self.parts.body_text.split()) < FEWEST_WORDS:
            return None
        from msglint.message.readability import readability_of

        return readability_of(self)

    @cached_property
    def is_reply(self) -> bool:
        """Whether the message answers another: by its headers, its subject or what it quotes."""
        from msglint.message.subject import is_reply_subject

        if self.answers is not None or self.headers.in_reply_to:
            return True
        if is_reply_subject(self.headers.subject or ""):
            return True
        return any(quote.kind is Mark.QUOTE for quote in self.parts.quotes)

    @property
    def relationship(self) -> Relationship:
        """What the user said, or `existing` for a reply, or `unknown`."""
        if self.given_relationship is not None:
            return self.given_relationship
        return Relationship.EXISTING if self.is_reply else Relationship.UNKNOWN

    @property
    def is_internal(self) -> bool:
        """Sender and all recipients belong to one house. Public mail providers are nobody's own domain."""
        from msglint.message.addresses import is_public_provider

        sender = self.headers.from_.domain if self.headers.from_ else ""
        domains = {address.domain for address in self.headers.recipients if address.domain}
        if not sender or is_public_provider(sender) or not domains:
            return False
        return domains <= ({sender, *self.own_domains} if sender in self.own_domains else {sender})
