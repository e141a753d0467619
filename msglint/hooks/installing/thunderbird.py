"""Thunderbird: an extension, and the program on this machine that the extension asks."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msglint.hooks.installing.applying import read_file
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Plan, Wanted
from msglint.hooks.installing.trial import BAD, GOOD, Attempt, Trial
from msglint.hooks.installing.xpi import extension_id, packed
from msglint.hooks.native_messaging import PROTOCOL, framed, frames_in
from msglint.paths import clients_folder, shown
from msglint.texts import Text

HOST: Final = "de.msglint.host"
FOLDER: Final = "thunderbird"
PROGRAM: Final = 0o755
FILE: Final = 0o644

FLATPAK: Final = ".var/app/org.mozilla.Thunderbird"
SNAP: Final = "snap/thunderbird"
MAC: Final = "/Applications/Thunderbird.app"

OPEN_IT: Final = Text(
    de="Noch zu tun: In Thunderbird unter Add-ons und Themes, Zahnrad, „Add-on aus Datei installieren …“ diese Datei "
    "öffnen: {path}",
    en="Still to do: in Thunderbird, under Add-ons and Themes, gear, 'Install Add-on From File…', open this file: "
    "{path}",
)
FOR_ALL: Final = Text(
    de="Für alle Benutzer eines Rechners geht das mit policies.json (ExtensionSettings, install_url: {url}).",
    en="For all users of a machine, policies.json does that (ExtensionSettings, install_url: {url}).",
)
SEALED: Final = Text(
    de="Hier liegt ein Thunderbird als {kind} ({path}); das darf msglint nicht aufrufen, ausgenommen das Snap seit "
    "Februar 2025. Dafür gibt es „msglint proxy“.",
    en="There is a Thunderbird as a {kind} here ({path}); it may not run msglint, except for the snap since "
    "February 2025. 'msglint proxy' is for that.",
)
REMOVE_IT: Final = Text(
    de="Noch zu tun: In Thunderbird unter Add-ons und Themes die Erweiterung „msglint“ entfernen.",
    en="Still to do: in Thunderbird, under Add-ons and Themes, remove the extension 'msglint'.",
)


class Thunderbird:
    """Puts down the extension, the program that it asks, and the manifest by which Thunderbird finds the program."""

    name = "thunderbird"
    title = "Thunderbird"
    limits: Sequence[Text] = (
        Text(
            de="Die Erweiterung selbst fügt der Benutzer in Thunderbird hinzu; ab Thunderbird 128.",
            en="The extension itself is added in Thunderbird by the user; from Thunderbird 128 on.",
        ),
        Text(
            de="Als Flatpak, und als Snap von vor Februar 2025, darf Thunderbird kein anderes Programm aufrufen; "
            "dafür gibt es „msglint proxy“.",
            en="As a Flatpak, and as a snap from before February 2025, Thunderbird may run no other program; "
            "'msglint proxy' is for that.",
        ),
    )

    def found(self, machine: Machine) -> str | None:
        """Where Thunderbird, or a profile of it, is."""
        program = shutil.which("thunderbird", path=machine.environ.get("PATH", ""))
        if program is not None:
            return program
        profiles = machine.home / ".thunderbird"
        if profiles.is_dir():
            return str(profiles)
        if sys.platform == "darwin" and Path(MAC).is_dir():
            return MAC
        return next((f"{path} ({kind})" for kind, path in _sealed(machine)), None)

    def installed(self, machine: Machine) -> bool:
        """Whether Thunderbird finds the program that the extension asks, and the extension is there to be added."""
        try:
            manifest = json.loads(read_file(_manifest(machine)) or b"null")
        except (ValueError, InstallError):
            return False
        names_it = isinstance(manifest, dict) and manifest.get("path") == str(_launcher(machine))
        return names_it and _launcher(machine).exists() and _xpi(machine).exists()

    def install(self, machine: Machine, wanted: Wanted) -> Plan:
        """The three files.

        Raises:
            InstallError: if that cannot be done.
        """
        if sys.platform == "win32":
            raise InstallError(
                "Unter Windows richtet msglint Thunderbird nicht ein; dort hilft „msglint proxy“.",
                "On Windows msglint does not set up Thunderbird; 'msglint proxy' helps there.",
            )
        contents = (
            (_launcher(machine), _launcher_text(machine, wanted), PROGRAM),
            (_xpi(machine), packed(_extension()), FILE),
            (_manifest(machine), _manifest_text(machine), FILE),
        )
        changes = [FileChange(path, read_file(path), after, mode) for path, after, mode in contents]
        return Plan([change for change in changes if change.before != change.after], tuple(_notes(machine)))

    def uninstall(self, machine: Machine) -> Plan:
        """The three files go.

        Raises:
            InstallError: if one cannot be read.
        """
        paths = (_manifest(machine), _xpi(machine), _launcher(machine))
        changes = [FileChange(path, before, None) for path in paths if (before := read_file(path)) is not None]
        return Plan(changes, (REMOVE_IT,) if changes else ())


def try_host(machine: Machine) -> Trial:
    """Ask the program that Thunderbird asks about a bad and a good draft; nothing is sent or remembered.

    Raises:
        InstallError: if it does not answer.
    """
    with tempfile.TemporaryDirectory(prefix="msglint-") as folder:
        environ = {**machine.environ, "XDG_STATE_HOME": folder}
        bad, good = (_asked(_launcher(machine), draft, environ) for draft in (BAD, GOOD))
        return Trial(bad, good)


def _asked(launcher: Path, draft: str, environ: Mapping[str, str]) -> Attempt:
    """What becomes of one draft.

    Raises:
        InstallError: if the program does not answer.
    """
    head, _, body = draft.partition("\n\n")
    details: dict[str, object] = {"isPlainText": True, "plainTextBody": body}
    for line in head.splitlines():
        name, _, value = line.partition(": ")
        details[name.lower()] = value
    question = framed({"v": PROTOCOL, "details": details, "attachments": []})
    try:
        done = subprocess.run([launcher], input=question, capture_output=True, env=environ, check=False)  # noqa: S603
        (answer,) = frames_in(done.stdout)
        return Attempt(not answer["block"], answer["text"])
    except (OSError, ValueError, KeyError, TypeError):
        raise InstallError(
            f"{shown(launcher)}: antwortet nicht; „msglint hook install thunderbird“ bringt es in Ordnung.",
            f"{shown(launcher)}: does not answer; 'msglint hook install thunderbird' puts that right.",
        ) from None


def _notes(machine: Machine) -> Iterator[Text]:
    xpi = _xpi(machine)
    yield Text(*(text.format(path=xpi) for text in OPEN_IT))
    yield Text(*(text.format(url=xpi.as_uri()) for text in FOR_ALL))
    for kind, path in _sealed(machine):
        yield Text(*(text.format(kind=kind, path=path) for text in SEALED))


def _sealed(machine: Machine) -> Iterator[tuple[str, Path]]:
    """Thunderbirds that may not run other programs."""
    for kind, name in (("Flatpak", FLATPAK), ("Snap", SNAP)):
        if (machine.home / name).is_dir():
            yield kind, machine.home / name


def _extension() -> Path:
    return clients_folder() / FOLDER


def _launcher(machine: Machine) -> Path:
    return machine.data / FOLDER / "native-host"


def _xpi(machine: Machine) -> Path:
    return machine.data / FOLDER / "msglint.xpi"


def _manifest(machine: Machine) -> Path:
    mac = "Library/Application Support/Mozilla/NativeMessagingHosts"
    folder = mac if sys.platform == "darwin" else ".mozilla/native-messaging-hosts"
    return machine.home / folder / f"{HOST}.json"


def _manifest_text(machine: Machine) -> bytes:
    manifest = {
        "name": HOST,
        "description": "msglint",
        "path": str(_launcher(machine)),
        "type": "stdio",
        "allowed_extensions": [extension_id(_extension())],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogateescape")


def _launcher_text(machine: Machine, wanted: Wanted) -> bytes:
    """A program of its own: where msglint is gone or broken, it ends, and the extension does what is wanted then."""
    options = shlex.join([*wanted.words, "--"])
    lines = (
        "#!/bin/sh",
        "# msglint for Thunderbird: 'msglint hook install thunderbird' wrote this, and 'msglint hook uninstall "
        "thunderbird' takes it away.",
        f'exec {shlex.quote(str(machine.msglint))} native-host {options} "$@"',
        "",
    )
    return "\n".join(lines).encode("utf-8", "surrogateescape")


CLIENT: Final = Thunderbird()
