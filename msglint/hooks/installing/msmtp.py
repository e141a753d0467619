"""msmtp: a program to name in its place, in any client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.shim import PROGRAM, shim, shim_path
from msglint.hooks.installing.words import ENCRYPTED, NO_QUESTION, program
from msglint.texts import Text

NAME: Final = "msmtp"


class Msmtp:
    """msmtp."""

    name = NAME
    title = "msmtp"
    limits: Sequence[Text] = (
        Text(
            de="Geprüft wird nur, was ein Programm über diesen Pfad sendet, nicht was msmtp sonst aufruft.",
            en="Only what a program sends by that path is checked, not what else calls msmtp.",
        ),
        ENCRYPTED,
        NO_QUESTION,
    )

    def found(self, machine: Machine) -> str | None:
        """Where it is."""
        return program(machine, NAME)

    def installed(self, machine: Machine) -> bool:
        """Whether msglint's program is there."""
        return shim_path(machine, NAME).exists()

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """The program, to be named by hand.

        Raises:
            InstallError: if msmtp is not there.
        """
        real = program(machine, NAME)
        if real is None:
            raise InstallError(
                "msmtp ist nicht installiert; unter Debian: apt install msmtp.",
                "msmtp is not installed; on Debian: apt install msmtp.",
            )
        path = shim_path(machine, NAME)
        change = FileChange(path, read_file(path), shim(machine, NAME, wanted, (real,)), PROGRAM)
        return Plan(
            (change,),
            (
                Text(
                    de=f"Bitte im Mailprogramm als sendmail-Programm eintragen: {path}",
                    en=f"Please name this as the sendmail program in your mail client: {path}",
                ),
            ),
        )

    def uninstall(self, machine: Machine) -> Plan:
        """The program, away."""
        path = shim_path(machine, NAME)
        return Plan((FileChange(path, read_file(path), None),))


CLIENT: Final = Msmtp()
