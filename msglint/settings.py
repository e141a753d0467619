"""What a user can set, as plain data; where it comes from is the business of `msglint.config`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msglint.message.model import Audience, Channel, Relationship
from msglint.report import Severity


@dataclass(frozen=True)
class Settings:
    """Everything that decides how a message is checked and shown.

    Attributes:
        profile: name of the profile.
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
    """

    profile: str = "default"
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
