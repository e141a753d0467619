"""What a user can set, as plain data; where it comes from is the business of `msglint.config`."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from msglint.analysis.engine_settings import EngineSettings
from msglint.message.model import Audience, Channel, Relationship
from msglint.report import Severity
from msglint.rules import fits, rank

SEND: Final = "send"
BLOCK: Final = "block"
ANNOTATE: Final = "annotate"


class HookSettings(NamedTuple):
    """How msglint behaves where it stands between the writer and the sending.

    Attributes:
        on_error: what becomes of a message that msglint fails to check, or not in time: `send` or `block`.
        time_budget: seconds that one message may take.
        again_minutes: the same message sent once more within so many minutes is sent; 0 = blocked each time.
        policy: what becomes of a message that is not good enough on its way through a server: `block`, or `annotate` =
            it goes on with a header that says what was found.
        notify: show a desktop notification when a message is blocked.
        log: keep a log of decisions, without text.
    """

    on_error: str = SEND
    time_budget: float = 10.0
    again_minutes: int = 5
    policy: str = BLOCK
    notify: bool = True
    log: bool = True


@dataclass(frozen=True, slots=True)
class Accepted:
    """Something that the user has found right for one recipient.

    Attributes:
        recipient: the address in lower case, or `@domain` for everybody there.
        rule: rule id or prefix.
        name: the one spelling that is right; empty = the rule says nothing about this recipient.
        line: where it is written.
    """

    recipient: str
    rule: str
    name: str = ""
    line: int = field(default=0, compare=False)

    def covers(self, rule: str, excerpt: str) -> bool:
        """Whether it makes right what the rule says about `excerpt`."""
        return fits(self.rule, rule) and (not self.name or _folded(self.name) == _folded(excerpt))


def _folded(name: str) -> str:
    """The name without what nobody sees: upper case, two ways to encode an accent, doubled blanks."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


@dataclass(frozen=True, slots=True)
class ForRecipient:
    """What the configuration sets for one recipient or for everybody at a domain.

    Attributes:
        recipient: the address in lower case, or `@domain`.
        ignore: rule id prefixes whose findings are left out.
        profile, audience, relationship: what holds for messages to them; None = as otherwise.
    """

    recipient: str
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    audience: Audience | None = None
    relationship: Relationship | None = None


@dataclass(frozen=True)
class Settings:
    """Everything that decides how a message is checked and shown.

    Attributes:
        profile: name of the profile; `auto` = choose one for every message.
        ui_language: language of findings and help, `de` or `en`; None = the user's locale.
        language: language of the messages; None = find out.
        channel, audience, relationship: what holds for all messages; None = find out.
        select: rule id prefixes to run; empty = all.
        ignore: rule id prefixes to leave out; wins over `select` at the same depth.
        fail_on: lowest severity that makes the check fail; None = never.
        min_grade: lowest letter that passes; None = any.
        output_format: `text`, `concise` or `json`.
        severity: severity by rule id prefix, in place of the rule's own.
        options: options by rule id.
        own_domains: mail domains that count as the sender's own house.
        accepted: what is right for single recipients, whatever the rules say.
        recipients: what is set for single recipients and domains.
        baseline: templates whose findings are not repeated, absolute.
        templates: every file is a template, whose placeholders are filled in later.
        contacts: files and folders with the user's contacts, absolute.
        contact_columns: for CSV files, the headers by what stands below them (`given`, `family`, `email`, …).
        extends: packs besides the shipped ones: folders and files as absolute paths, installed packages by name.
        engines: taggers, spell checker and LanguageTool.
        hook: how msglint behaves inside a mail client or a mail server.
    """

    profile: str = "auto"
    ui_language: str | None = None
    language: str | None = None
    channel: Channel | None = None
    audience: Audience | None = None
    relationship: Relationship | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    min_grade: str | None = None
    output_format: str = "text"
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    own_domains: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    recipients: tuple[ForRecipient, ...] = ()
    baseline: tuple[Path, ...] = ()
    templates: bool = False
    contacts: tuple[Path, ...] = ()
    contact_columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extends: tuple[Path | str, ...] = ()
    engines: EngineSettings = field(default_factory=EngineSettings)
    hook: HookSettings = field(default_factory=HookSettings)

    def chooses(self, rule_id: str) -> bool:
        """Whether the rule is to run, whatever profiles say.

        The longest prefix that fits decides; of equals, `ignore` wins. Nothing selected means everything.
        """
        selected = max(
            (rank(prefix) for prefix in self.select if fits(prefix, rule_id)), default=None if self.select else 0
        )
        ignored = max((rank(prefix) for prefix in self.ignore if fits(prefix, rule_id)), default=-1)
        return selected is not None and selected > ignored
