"""Which configuration holds for a message, by the domain of its sender."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from msglint.config import load
from msglint.settings import Settings

EVERYBODY: Final = ""


class Source(NamedTuple):
    """Where the settings for one domain come from; plain values, so that a process can hand it to another.

    Attributes:
        domain: in lower case, or `EVERYBODY`.
        config_file: the configuration file; None = the one that is found.
        isolated: look at neither files nor environment.
        overrides: what the command line says, by key.
        hook: what the command line says of hooks, by field.
    """

    domain: str
    config_file: str | None
    isolated: bool
    overrides: Mapping[str, Any]
    hook: Mapping[str, Any]

    def settings(self) -> Settings:
        """The settings that hold.

        Raises:
            msglint.config.ConfigError: if anything in them is wrong.
        """
        path = Path(self.config_file) if self.config_file else None
        settings = load(overrides=self.overrides, config_file=path, isolated=self.isolated).settings
        from dataclasses import replace

        return replace(settings, hook=settings.hook._replace(**self.hook))


class Setup(NamedTuple):
    """Everything that those who judge messages must know.

    Attributes:
        client: `proxy` or `milter`, for the log.
        ui_language: where a configuration sets none.
        personal: there is one writer, at this machine: `msglint last` and notifications are for them.
        sources: one for everybody, and one for each domain of its own.
    """

    client: str
    ui_language: str
    personal: bool
    sources: tuple[Source, ...]

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Setup:
        """The setup that `as_json` has written."""
        return cls(**{**value, "sources": tuple(Source(**source) for source in value["sources"])})

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {**self._asdict(), "sources": [source._asdict() for source in self.sources]}


def domain_for(sender: str, domains: Mapping[str, object]) -> str:
    """The domain whose configuration holds for this sender: the longest that fits, or `EVERYBODY`.

    Args:
        sender: an address; empty for reports of delivery.
        domains: those with a configuration.
    """
    domain = sender.rpartition("@")[2].lower().rstrip(".")
    while domain:
        if domain in domains:
            return domain
        domain = domain.partition(".")[2]
    return EVERYBODY
