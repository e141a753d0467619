"""A Postfix of one's own for tests: its configuration, queue and ports apart from those of the system."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from shared_clients import PATIENCE, REQUIRE, needs, until

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
myhostname = mail.example.com
mydestination =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
relayhost = [127.0.0.1]:{sink}
smtp_tls_security_level = none
disable_dns_lookups = yes
"""
MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
  -o syslog_name=postfix/submission
  -o smtpd_milters={{ {milter},connect_timeout=5s,content_timeout=20s,default_action={default_action} }}
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True)
class Postfix:
    """One that runs.

    Attributes:
        port: where messages are submitted.
    """

    folder: Path
    port: int

    def log(self) -> str:
        path = self.folder / "log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


@contextmanager
def running_postfix(sink: int, milter: str, *, default_action: str = "accept") -> Iterator[Postfix]:
    """A submission service that asks this milter and delivers to this sink."""
    needs("postfix", "msmtp")
    if os.geteuid() != 0:
        why = "Postfix starts as root only"
        if os.environ.get(REQUIRE) == "1":
            pytest.fail(why)
        pytest.skip(why)
    # Not below pytest's own folder, which is closed to Postfix's user.
    folder = Path(tempfile.mkdtemp(prefix="msglint-postfix-"))
    try:
        folder.chmod(0o755)
        server = _configured(folder, sink, milter, default_action)
        _postfix(server, "start")
        try:
            until(lambda: _listens(server.port), f"Postfix does not listen: {server.log()}")
            yield server
        finally:
            _postfix(server, "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _configured(folder: Path, sink: int, milter: str, default_action: str) -> Postfix:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = folder / "config"
    for name in ("config", "queue", "data"):
        (folder / name).mkdir()
    shutil.chown(folder / "data", "postfix")
    (config / "main.cf").write_text(MAIN.format(folder=folder, sink=sink))
    (config / "master.cf").write_text(MASTER.format(port=port, milter=milter, default_action=default_action))
    return Postfix(folder, port)


def _postfix(server: Postfix, command: str) -> None:
    ended = subprocess.run(
        ["postfix", "-c", str(server.folder / "config"), command],
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, f"{ended.stderr}\n{server.log()}"


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True
