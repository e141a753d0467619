"""What it takes to put msglint into a client: which files change, and how, before any of them does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from msglint.texts import BilingualError, Text


class InstallError(BilingualError):
    """Why a client's configuration cannot be changed, and what would help, as one sentence."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where things are, so that tests can move them.

    Attributes:
        home: the user's home.
        environ: the environment variables.
        msglint: the program `msglint`, absolute.
        data: the folder for what msglint puts down for clients.
    """

    home: Path
    environ: Mapping[str, str]
    msglint: Path
    data: Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks for.

    Attributes:
        on_error: `send` or `block`, where msglint is missing, fails or does not end.
        options: more options for `msglint sendmail`, word by word.
        given_on_error: the user said so at installation; otherwise msglint asks the configuration for every message.
    """

    on_error: str
    options: tuple[str, ...] = ()
    given_on_error: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """All options for `msglint sendmail`."""
        return (*(("--on-error", self.on_error) if self.given_on_error else ()), *self.options)


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file before and after.

    Attributes:
        before: its bytes; None where there is none.
        after: its bytes; None = it is taken away.
        mode: permissions of a new file.
    """

    path: Path
    before: bytes | None = field(repr=False)
    after: bytes | None = field(repr=False)
    mode: int = 0o600


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done.

    Attributes:
        changes: in the order in which they are made.
        notes: what the user has to know or to do besides.
    """

    changes: Sequence[FileChange]
    notes: Sequence[Text] = ()


class Client(Protocol):
    """One mail client. Nothing is written by it: it says what is to be written.

    Attributes:
        name: as on the command line.
        title: what it is called.
        limits: what msglint cannot do in it, one sentence each.
    """

    name: str
    title: str
    limits: Sequence[Text]

    def found(self, machine: Machine) -> str | None:
        """Where the client, or a configuration of it, is; None where it is not there."""

    def installed(self, machine: Machine) -> bool:
        """Whether its configuration as it is now calls msglint."""

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """The changes that put msglint in; none where all is as it should be.

        Raises:
            InstallError: if that cannot be done.
        """

    def uninstall(self, machine: Machine) -> Plan:
        """The changes that take it out, whatever else the user has changed since.

        Raises:
            InstallError: if that cannot be done.
        """
