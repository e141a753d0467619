"""A real Thunderbird on a screen of its own: a profile with msglint's extension, drafts, keys, windows and pictures."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from shared_clients import PATIENCE, Home, Sink, msglint_program, needs, program, until

from msglint.hooks.installing.applying import install
from msglint.hooks.installing.model import Machine, Wanted
from msglint.hooks.installing.thunderbird import CLIENT
from msglint.hooks.installing.xpi import extension_id
from msglint.paths import clients_folder

PROGRAMS: Final = ("thunderbird", "Xvfb", "xdotool", "openbox", "dbus-daemon", "import")
EXTENSION: Final = clients_folder() / "thunderbird"

BUTTON: Final = "#1B5E9B"
BUTTON_PIXELS: Final = 2500
"""The colour of the popup's first button, and more of it than its picture has."""

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts no services, so that none is left over."""

PREFERENCES: Mapping[str, str | int | bool] = {
    "mail.accountmanager.accounts": "account1,account2",
    "mail.accountmanager.defaultaccount": "account1",
    "mail.accountmanager.localfoldersserver": "server2",
    "mail.account.account1.server": "server1",
    "mail.account.account1.identities": "id1",
    "mail.account.account2.server": "server2",
    "mail.server.server1.type": "pop3",
    "mail.server.server1.hostname": "127.0.0.1",
    "mail.server.server1.name": "erika",
    "mail.server.server1.userName": "erika",
    "mail.server.server1.port": 1,
    "mail.server.server1.login_at_startup": False,
    "mail.server.server1.check_new_mail": False,
    "mail.server.server2.type": "none",
    "mail.server.server2.hostname": "Local Folders",
    "mail.server.server2.name": "Local Folders",
    "mail.server.server2.userName": "nobody",
    "mail.identity.id1.fullName": "Erika Muster",
    "mail.identity.id1.useremail": "erika@example.com",
    "mail.identity.id1.smtpServer": "smtp1",
    "mail.identity.id1.valid": True,
    "mail.identity.id1.doFcc": False,
    "mail.smtpservers": "smtp1",
    "mail.smtp.defaultserver": "smtp1",
    "mail.smtpserver.smtp1.hostname": "127.0.0.1",
    "mail.smtpserver.smtp1.type": "smtp",
    "mail.smtpserver.smtp1.authMethod": 1,
    "mail.smtpserver.smtp1.try_ssl": 0,
    "mail.warn_on_send_accel_key": False,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.rights.version": 1,
    "mail.shell.checkDefaultClient": False,
    "mail.spotlight.firstRunDone": True,
    "mail.compose.attachment_reminder": False,
    "mail.compose.warn_public_recipients.aggressive": False,
    "mail.SpellCheckBeforeSend": False,
    "mail.suppress_content_language": True,  # it is there only once the spell checker has loaded
    "mailnews.start_page.enabled": False,
    "mailnews.start_page_override.mstone": "ignore",
    "app.donation.eoy.version.viewed": 999,
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "datareporting.healthreport.uploadEnabled": False,
    "toolkit.telemetry.enabled": False,
    "extensions.autoDisableScopes": 0,
    "extensions.enabledScopes": 15,
    "extensions.update.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.blocklist.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "services.settings.server": "data:,",
    "alerts.useSystemBackend": False,
    "ui.prefersReducedMotion": 1,
}


@dataclass
class Desk:
    """A screen with Thunderbird on it.

    Attributes:
        home: whose it is.
        sink: where mail goes.
        machine: what msglint is installed on.
    """

    home: Home
    sink: Sink
    machine: Machine
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def profile(self) -> Path:
        return self.home.path / "profile"

    @property
    def launcher(self) -> Path:
        return self.machine.data / "thunderbird" / "native-host"

    def run(self, *command: str) -> str:
        """What a small program prints; nothing where it fails."""
        done = subprocess.run(command, env=self.environ, capture_output=True, text=True, timeout=PATIENCE, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    def windows(self, name: str) -> list[str]:
        """The visible windows whose title matches."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", name).split()

    def window(self, name: str) -> str:
        """The one that matches, once it is there."""
        until(lambda: self.windows(name), f"no window called {name}")
        return self.windows(name)[-1]

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        self.run("xdotool", "key", "--clearmodifiers", "--delay", "80", *keys)

    def send(self, window: str) -> None:
        """Press the key that sends, until the extension asks: a window that has just opened may not listen yet."""
        before = self.asked()
        for _ in range(5):
            self.run("xdotool", "windowactivate", "--sync", window)
            self.press("ctrl+Return")
            if _soon(lambda: self.asked() > before):
                return
        raise AssertionError("nobody asked msglint")

    def asked(self) -> int:
        """How often the program that the extension asks has been started."""
        return self.counter.read_text().count("\n") if self.counter.exists() else 0

    @property
    def counter(self) -> Path:
        return self.home.path / "asked"

    def answers_with(self, text: str) -> None:
        """Put a shell script in the place of the program that the extension asks."""
        self.launcher.unlink(missing_ok=True)
        program(self.launcher, f"#!/bin/sh\necho $$ >> '{self.counter}'\n{text}\n")

    def answers(self, on_error: str = "send") -> None:
        """Put the program in its place, as msglint installs it."""
        self.launcher.unlink(missing_ok=True)
        plan = CLIENT.install(self.machine, Wanted(on_error))
        lines = next(one.after for one in plan.changes if one.path == self.launcher) or b""
        self.answers_with(lines.decode().split("\n", 1)[1])

    def popup(self) -> str:
        """The popup, once it shows its buttons and takes keys."""
        until(lambda: any(map(self._shows_button, self.windows("^Thunderbird$"))), "no popup")
        return self.windows("^Thunderbird$")[-1]

    def _shows_button(self, window: str) -> bool:
        colours = self.run("import", "-window", window, "-depth", "8", "-format", "%c", "histogram:info:-")
        counts = re.findall(rf"(\d+):[^\n]*{BUTTON}", colours)
        return sum(map(int, counts)) > BUTTON_PIXELS

    def alerts(self) -> list[str]:
        """The notifications on the screen."""
        shown = self.run("xdotool", "search", "--onlyvisible", "--class", "thunderbird").split()
        return [window for window in shown if not self.run("xdotool", "getwindowname", window)]

    def dismiss(self) -> None:
        """Take the notifications away."""

        def click() -> bool:
            for window in self.alerts():
                self.run("xdotool", "mousemove", "--window", window, "100", "80", "click", "1")
            return not self.alerts()

        until(click, "the notification stays")

    def picture(self, path: Path, window: str = "root") -> Path:
        """What is to be seen, as PNG."""
        self.run("import", "-window", window, str(path))
        return path

    def compose(self, subject: str, body: str, *, to: str = "", is_html: bool = False) -> str:
        """Open a compose window; its id."""
        text = self.home.path / f"{subject}.{'html' if is_html else 'txt'}"
        text.write_text(body, encoding="utf-8")
        kind = "html" if is_html else "text"
        fields = f"to='{to}',subject='{subject}',format={kind},message='{text}'"
        subprocess.run(
            ["thunderbird", "--profile", str(self.profile), "-compose", fields],
            env=self.environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
        return self.window(f"Write: {subject}")

    def log(self) -> list[str]:
        """The lines of msglint's log."""
        path = self.home.state / "log"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def write_profile(profile: Path, sink: Sink, preferences: Mapping[str, str | int | bool]) -> None:
    profile.mkdir(parents=True)
    chosen = {**PREFERENCES, "mail.smtpserver.smtp1.port": sink.port, **preferences}
    lines = (f"user_pref({_literal(name)}, {_literal(value)});\n" for name, value in chosen.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")


def _literal(value: str | int | bool) -> str:
    return json.dumps(value)


@contextmanager
def desk(
    home: Home,
    sink: Sink,
    *,
    with_extension: bool = True,
    preferences: Mapping[str, str | int | bool] | None = None,
) -> Iterator[Desk]:
    """Thunderbird, started, with msglint installed as `msglint hook install` does it. Nothing is left running."""
    needs(*PROGRAMS)
    machine = Machine(home.path, home.environ, msglint_program(), home.path / ".local/share/msglint/hooks")
    one = Desk(home, sink, machine)
    write_profile(one.profile, sink, preferences or {})
    if with_extension:
        install(CLIENT.install(machine, Wanted("send")), machine, CLIENT)
        one.answers()
        extensions = one.profile / "extensions"
        extensions.mkdir()
        shutil.copy(machine.data / "thunderbird" / "msglint.xpi", extensions / f"{extension_id(EXTENSION)}.xpi")
    with ExitStack() as stack:
        display = stack.enter_context(_screen(home))
        environ = {**home.environ, "DISPLAY": display}
        environ["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_bus(home))
        stack.enter_context(_running(["openbox"], environ))
        environ |= {
            "MOZ_DISABLE_CONTENT_SANDBOX": "1",
            "MOZ_CRASHREPORTER_DISABLE": "1",
            "NO_AT_BRIDGE": "1",
            "GTK_A11Y": "none",
            "GDK_BACKEND": "x11",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        one.environ = environ
        stack.enter_context(_running(["thunderbird", "--profile", str(one.profile)], environ))
        one.window("Mozilla Thunderbird$")
        if with_extension:
            until(one.asked, "the extension does not start")
        yield one


def _soon(holds: Callable[[], bool]) -> bool:
    """Whether it holds within some seconds."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def _screen(home: Home) -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1200x900x24", "-nolisten", "tcp"]
    with _running(command, home.environ, pass_fds=(write,)):
        os.close(write)
        with os.fdopen(read) as pipe:
            yield f":{pipe.readline().strip()}"


@contextmanager
def _bus(home: Home) -> Iterator[str]:
    config = home.path / "bus.conf"
    config.write_text(BUS)
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    with _running(command, home.environ, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield process.stdout.readline().decode().strip()


@contextmanager
def _running(
    command: Sequence[str],
    environ: Mapping[str, str],
    *,
    stdout: int = subprocess.DEVNULL,
    pass_fds: Sequence[int] = (),
) -> Iterator[subprocess.Popen[bytes]]:
    """A program, with all that it starts in a process group of its own; gone at the end."""
    process = subprocess.Popen(
        command, env=environ, stdout=stdout, stderr=subprocess.DEVNULL, start_new_session=True, pass_fds=pass_fds
    )
    try:
        yield process
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                process.wait(10 if sign is signal.SIGTERM else PATIENCE)
        if process.stdout is not None:
            process.stdout.close()
