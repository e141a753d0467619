"""A desktop notification, where there is a desktop that shows one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

_MAC = "on run words\ndisplay notification (item 2 of words) with title (item 1 of words)\nend run"


def notify(title: str, text: str, environ: Mapping[str, str] | None = None) -> bool:
    """Show it, without waiting for it; whether there is something that does.

    Args:
        title: one line.
        text: what stands below it.
        environ: in place of the process's environment.
    """
    command = _command(title, text, os.environ if environ is None else environ)
    if command is None:
        return False
    import subprocess
    import threading

    with suppress(OSError):
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        # Somebody has to take note of its end; the desktop may need a while.
        threading.Thread(target=process.wait, name="msglint-notification", daemon=True).start()
        return True
    return False


def _command(title: str, text: str, environ: Mapping[str, str]) -> Sequence[str] | None:
    if sys.platform == "darwin":
        return ["osascript", "-e", _MAC, title, text]
    has_desktop = any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"))
    if not has_desktop:
        return None
    import shutil

    program = shutil.which("notify-send", path=environ.get("PATH"))
    if program is None:
        return None
    # Its text may hold markup; the message's signs are no markup.
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return [program, "--app-name=msglint", "--expire-time=15000", "--", title, escaped]
