"""git send-email and its hook `sendemail-validate`, beside a hook that is there already."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from shared_clients import Home, Sink, needs, program
from shared_sending import BAD_TEXT, RECIPIENT, SUBJECT, SendsByProgram, hook, run

pytestmark = pytest.mark.client

CONFIG = (
    "[user]\n\tname = Erika Muster\n\temail = erika@example.com\n"
    "[sendemail]\n\tconfirm = never\n\tsuppresscc = all\n\tsmtpServer = {host}\n\tsmtpServerPort = {port}\n"
    "\tsmtpDomain = example.com\n"
)
EARLIER = '#!/bin/sh\necho "$@" >>"$HOME/earlier"\n! grep -q forbidden "$1"\n'


class TestGit(SendsByProgram):
    client = "git"

    def configure(self, home: Home, sink: Sink) -> Path:
        (home.path / ".gitconfig").write_text(CONFIG.format(host=sink.host, port=sink.port))
        assert run(home, "git", "init", "-q", ".").returncode == 0
        if run(home, "git", "send-email", "--dump-aliases").returncode != 0:
            needs("git-send-email")
        (home.path / ".git/hooks").mkdir(exist_ok=True)
        return program(home.path / ".git/hooks/sendemail-validate", EARLIER)

    def program(self, home: Home) -> Path:
        return home.path / ".git/hooks/sendemail-validate"

    def send(self, home: Home, text: str, headers: Mapping[str, str]) -> tuple[int, str]:
        added = "".join(f"{name}: {value}\n" for name, value in headers.items())
        head = f"From: Erika Muster <erika@example.com>\nTo: {RECIPIENT}\nSubject: {SUBJECT}\n{added}"
        draft = home.path / "letter.eml"
        draft.write_text(f"{head}MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n\n{text}")
        return self.sent(home, draft)

    def sent(self, home: Home, *words: Path | str) -> tuple[int, str]:
        result = run(home, "git", "send-email", "--to", RECIPIENT, *map(str, words))
        return result.returncode, (result.stdout + result.stderr).decode()

    def test_switched_off_by_a_header(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", "git", "--yes")
        assert self.sends(home, BAD_TEXT, **{"X-Msglint": "off"})[0] == 0
        sink.wait()

    def test_passed_by(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", "git", "--yes", "--on-error", "block")
        assert self.sends(home, BAD_TEXT)[0] != 0
        assert self.sent(home, "--no-validate", home.path / "letter.eml")[0] == 0
        sink.wait()

    def test_the_hook_from_before_runs_first(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", "git", "--yes")
        status, shown = self.sends(home, BAD_TEXT + "forbidden\n")
        assert status != 0
        assert "msglint:" not in shown
        assert "letter.eml" in (home.path / "earlier").read_text()
        assert not sink.received

    def test_patches_are_left_alone(self, home: Home, sink: Sink, config: Path) -> None:
        hook(home, "install", "git", "--yes", "--on-error", "block")
        (home.path / "file").write_text("text\n")
        for words in (["add", "file"], ["commit", "-q", "-m", "add file"], ["format-patch", "-1", "--root"]):
            assert run(home, "git", *words).returncode == 0
        status, shown = self.sent(home, home.path / "0001-add-file.patch")
        assert status == 0, shown
        assert sink.wait()[0].raw.startswith(b"From: ")

    def test_a_folder_for_all_repositories(self, home: Home, sink: Sink, config: Path, tmp_path: Path) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        result = run(home, "msglint", "hook", "install", "git", "--yes", cwd=elsewhere)
        assert (result.returncode, b"no git repository" in result.stderr) == (2, True)
        run(home, "git", "config", "--global", "core.hooksPath", "~/my hooks")
        hook(home, "install", "git", "--yes", cwd=elsewhere)
        assert (home.path / "my hooks/sendemail-validate").exists()
        status, shown = self.sends(home, BAD_TEXT)
        assert status != 0
        assert "msglint: not sent." in shown


def test_headers_that_git_adds_are_for_the_check(home: Home, sink: Sink) -> None:
    needs("git")
    draft, headers = home.path / "letter", home.path / "headers"
    draft.write_text("Subject: Termin\n\nSehr geehrter Herr Meyer,\n\nkommen Sie am Dienstag?\n\nViele Grüße\nErika\n")
    headers.write_text(
        "From: Erika <erika@example.com>\nTo: Petra Schulz\n\t<p.schulz@example.org>\n"
        "Subject: Termin\nX-Mailer: git-send-email 2.41.0\n"
    )
    assert run(home, "msglint", "hook", "run", "git", "--again-minutes", "0", str(draft)).returncode == 0
    result = run(home, "msglint", "hook", "run", "git", "--again-minutes", "0", str(draft), str(headers))
    assert result.returncode == 10, result.stderr.decode()
    assert "Schulz" in result.stderr.decode()
