"""msglint in a real Emacs: the hook of message-mode, and the program that sends."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from shared_clients import GOOD_TEXT, PATIENCE, REQUIRE, Home, Received, Sink, msglint_program, needs, program, until

from msglint.hooks.installing import emacs as emacs_client
from msglint.hooks.installing import msmtp as msmtp_client
from msglint.hooks.installing.model import Machine, Wanted
from msglint.paths import clients_folder

pytestmark = pytest.mark.client

ROOT = Path(__file__).parent.parent.parent
LISP = clients_folder() / "emacs" / "msglint.el"
BAD_TEXT = "kontaktpflege\n"
RECIPIENT = "a.meyer@example.org"
ENCRYPTED = "<#secure method=pgpmime mode=encrypt>\n"
STOPPED = "STOPPED"
SENT = "SENT"
OWN_EACH_TIME = re.compile(rb"^(?:Date|Message-ID): [^\r]*(?:\r\n[ \t][^\r]*)*\r\n", re.MULTILINE)


@pytest.fixture(autouse=True)
def emacs_is_there() -> None:
    needs("emacs")


@dataclass(frozen=True)
class Result:
    """What became of a draft.

    Attributes:
        outcome: `SENT` or `STOPPED`.
        error: why it was stopped.
        said: what Emacs showed.
        text: the buffer afterwards.
        modified: whether it still counts as not saved.
    """

    outcome: str
    error: str
    said: str
    text: str
    modified: bool


def lisp(value: str) -> str:
    """A string of Emacs Lisp."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def emacs_user(sink: Sink) -> str:
    """What every Emacs here has in its init file: who writes, and how it is sent."""
    return f"""
(setq user-full-name "Erika Muster" user-mail-address "erika@example.com"
      message-send-mail-function 'smtpmail-send-it
      smtpmail-smtp-server "{sink.host}" smtpmail-smtp-service {sink.port}
      message-confirm-send nil mail-host-address "example.com")
(require 'message)
"""


def with_msglint(**settings: str) -> str:
    values = {"msglint-program": lisp(str(msglint_program())), "msglint-time-budget": "60", **settings}
    given = " ".join(f"{name.replace('_', '-')} {value}" for name, value in values.items())
    return f"(load {lisp(str(LISP))} nil t)\n(setq {given})\n(msglint-mode 1)\n"


def with_program(home: Home, on_error: str = "send", msglint: Path | None = None) -> str:
    """`sendmail-program` in place of the hook, as the page says, with the program that `msglint hook` puts down."""
    machine = machine_of(home, msglint)
    for change in msmtp_client.CLIENT.install(machine, Wanted(on_error, ("--time-budget", "60"))).changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
        program(change.path, (change.after or b"").decode())
    page = (ROOT / "docs/en/clients/emacs.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"^```sh\n(#!.*?)^```$", page, re.DOTALL | re.MULTILINE)
    wrapper = program(home.path / "msglint-sendmail", script)
    return f"(setq message-send-mail-function 'message-send-mail-with-sendmail sendmail-program {lisp(str(wrapper))})\n"


def machine_of(home: Home, msglint: Path | None = None) -> Machine:
    return Machine(home.path, home.environ, msglint or msglint_program(), home.path / ".local/share/msglint/hooks")


def msmtp(home: Home, sink: Sink) -> None:
    """A configuration for the real msmtp, which sends to the sink."""
    needs("msmtp")
    path = home.path / ".msmtprc"
    path.write_text(f"account default\nhost {sink.host}\nport {sink.port}\nfrom erika@example.com\n", encoding="utf-8")
    path.chmod(0o600)


COMPOSE = f'(message-mail "Dr. Anna Meyer <{RECIPIENT}>" "Unser Gespräch am Dienstag")'


def send(
    home: Home,
    setup: str,
    text: str,
    *,
    headers: str = "",
    times: int = 1,
    compose: str = COMPOSE,
    command: str = "message-send",
    start: str = "-Q",
) -> Result:
    """Write a draft in Emacs and send it."""
    answer = home.path / "answer.json"
    script = home.path / "script.el"
    script.write_text(
        f"""{setup}
{compose}
(save-excursion (message-goto-eoh) (beginning-of-line) (insert {lisp(headers)}))
(message-goto-body)
(delete-region (point) (point-max))
(insert {lisp(text)})
(let ((draft (current-buffer)) (outcome "{SENT}") (error-text ""))
  (dotimes (_ {times})
    (setq outcome "{SENT}" error-text "")
    (condition-case trouble ({command})
      (error (setq outcome "{STOPPED}" error-text (error-message-string trouble)))))
  (let ((buffer (with-current-buffer draft (buffer-string)))
        (modified (buffer-modified-p draft))
        (coding-system-for-write 'utf-8))
    (with-temp-file {lisp(str(answer))}
      (insert (json-encode `((outcome . ,outcome) (error . ,error-text) (text . ,buffer)
                             (modified . ,(if modified t :json-false))))))))
""",
        encoding="utf-8",
    )
    done = subprocess.run(
        ["emacs", start, "--batch", "-l", "json", "-l", str(script)],
        env=home.environ,
        cwd=home.path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=5 * PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    kept = json.loads(answer.read_text(encoding="utf-8"))
    return Result(kept["outcome"], kept["error"], done.stderr, kept["text"], kept["modified"])


def content(received: Received) -> bytes:
    """What was received, without what is another each time."""
    return OWN_EACH_TIME.sub(b"", received.raw)


# The hook


def test_a_bad_draft_stays(home: Home, sink: Sink) -> None:
    result = send(home, emacs_user(sink) + with_msglint(), BAD_TEXT)
    assert result.outcome == STOPPED
    assert result.error == "msglint: not sent."
    assert "salutation.missing" in result.said
    assert result.text.endswith("--text follows this line--\n" + BAD_TEXT)
    assert result.modified
    assert not sink.received


def test_findings_in_german(home: Home, sink: Sink) -> None:
    result = send(home, emacs_user(sink) + with_msglint(msglint_language='"de"'), BAD_TEXT)
    assert result.error == "msglint: nicht gesendet."
    assert "Die Nachricht beginnt ohne Anrede." in result.said


def test_a_good_draft_arrives_as_without_msglint(home: Home, sink: Sink) -> None:
    assert send(home, emacs_user(sink), GOOD_TEXT).outcome == SENT
    result = send(home, emacs_user(sink) + with_msglint(), GOOD_TEXT)
    assert (result.outcome, result.modified) == (SENT, False)
    without, with_ = sink.wait(2)
    assert content(with_) == content(without)
    assert (with_.sender, with_.recipients) == (without.sender, without.recipients)
    assert with_.recipients == (RECIPIENT,)


def test_a_good_draft_arrives_through_msmtp(home: Home, sink: Sink) -> None:
    msmtp(home, sink)
    direct = '(setq message-send-mail-function \'message-send-mail-with-sendmail sendmail-program "msmtp")\n'
    assert send(home, emacs_user(sink) + direct, GOOD_TEXT).outcome == SENT
    assert send(home, emacs_user(sink) + direct + with_msglint(), GOOD_TEXT).outcome == SENT
    without, with_ = sink.wait(2)
    assert content(with_) == content(without)


def test_an_attachment_is_seen(home: Home, sink: Sink) -> None:
    (home.path / "Angebot.pdf").write_bytes(b"%PDF-1.4\n")
    text = GOOD_TEXT.replace("Passt", "Das Angebot liegt im Anhang. Passt")
    without = send(home, emacs_user(sink) + with_msglint(), text)
    assert without.outcome == STOPPED
    assert "attachment.missing" in without.said
    part = f'<#part type="application/pdf" filename="{home.path}/Angebot.pdf" disposition=attachment>\n<#/part>\n'
    assert send(home, emacs_user(sink) + with_msglint(), text + part).outcome == SENT
    (received,) = sink.wait()
    assert b"Angebot.pdf" in received.raw


def test_what_is_going_to_be_encrypted_is_read_before_that(home: Home, sink: Sink) -> None:
    result = send(home, emacs_user(sink) + with_msglint(), ENCRYPTED + BAD_TEXT)
    assert result.outcome == STOPPED
    assert "boilerplate.networking" in result.said
    assert ENCRYPTED in result.text
    # Good enough, it goes on to be encrypted, for which there is no key here.
    good = send(home, emacs_user(sink) + with_msglint(), ENCRYPTED + GOOD_TEXT)
    assert good.error != "msglint: not sent."
    assert "msglint" not in good.said
    assert not sink.received


def test_hidden_headers_are_seen(home: Home, sink: Sink) -> None:
    narrowed = "(add-hook 'message-send-hook (lambda () (message-narrow-to-headers)))\n"
    result = send(home, emacs_user(sink) + with_msglint() + narrowed, BAD_TEXT)
    assert result.outcome == STOPPED
    assert "boilerplate.networking" in result.said


def test_switched_off_again(home: Home, sink: Sink) -> None:
    result = send(home, emacs_user(sink) + with_msglint() + "(msglint-mode -1)\n", BAD_TEXT)
    assert result.outcome == SENT


def test_a_posting_to_a_newsgroup_is_no_letter(home: Home, sink: Sink) -> None:
    script = (
        emacs_user(sink)
        + with_msglint()
        + '(with-temp-buffer (insert "Newsgroups: de.test\\nSubject: x\\n"'
        + ' "--text follows this line--\\nkontaktpflege\\n")'
        + "(message-mode) (msglint-check-before-send))\n"
    )
    assert send(home, script, GOOD_TEXT).outcome == SENT


# Other programs in Emacs that send by message-mode


def needs_library(home: Home, library: str, package: str) -> None:
    """Skip the test, or fail it, where a part of Emacs is missing."""
    loaded = subprocess.run(
        ["emacs", "-q", "--batch", "-l", library], env=home.environ, capture_output=True, check=False
    )
    if loaded.returncode == 0:
        return
    why = f"not installed: {library}; this installs it: apt-get install {package}"
    if os.environ.get(REQUIRE) == "1":
        pytest.fail(why)
    pytest.skip(why)


NOTMUCH = f"""
(require 'notmuch-mua)
(setq notmuch-fcc-dirs nil)
(notmuch-mua-mail "Dr. Anna Meyer <{RECIPIENT}>" "Unser Gespräch am Dienstag"
                  '((From . "Erika Muster <erika@example.com>")))
"""
MU4E = f"""
(require 'mu4e)
(setq mu4e-sent-messages-behavior 'delete mu4e-refile-folder "/refile")
(mu4e t)
(with-timeout (60 (error "mu does not start"))
  (while (not (ignore-errors (mu4e-root-maildir))) (accept-process-output nil 0.1)))
(find-file (expand-file-name "drafts/cur/draft:2,DS" (mu4e-root-maildir)))
(erase-buffer)
(insert "From: Erika Muster <erika@example.com>\nTo: Dr. Anna Meyer <{RECIPIENT}>\n"
        "Subject: Unser Gespräch am Dienstag\n--text follows this line--\n")
(mu4e-compose-mode)
"""


@pytest.mark.parametrize(
    ("library", "package", "compose", "command"),
    [
        ("notmuch-mua", "elpa-notmuch", NOTMUCH, "notmuch-mua-send"),
        ("mu4e", "mu4e", MU4E, "message-send"),
    ],
)
def test_notmuch_and_mu4e(home: Home, sink: Sink, library: str, package: str, compose: str, command: str) -> None:
    needs_library(home, library, package)
    if library == "mu4e":
        needs("mu")
        for folder in ("cur", "new", "tmp"):
            for maildir in ("drafts", "sent", "trash", "refile"):
                (home.path / "Maildir" / maildir / folder).mkdir(parents=True)
        subprocess.run(["mu", "init", f"--maildir={home.path}/Maildir"], env=home.environ, check=True, timeout=PATIENCE)
    setup = emacs_user(sink) + with_msglint()
    bad = send(home, setup, BAD_TEXT, compose=compose, command=command, start="-q")
    assert bad.outcome == STOPPED
    assert bad.said.count("[salutation.missing]") == 1
    assert bad.text.endswith(BAD_TEXT)
    assert not sink.received
    assert send(home, setup, GOOD_TEXT, compose=compose, command=command, start="-q").outcome == SENT
    (received,) = sink.wait()
    assert received.recipients == (RECIPIENT,)


# What helps


def test_sent_again_it_is_sent(home: Home, sink: Sink) -> None:
    setup = emacs_user(sink) + with_msglint()
    assert send(home, setup, BAD_TEXT).outcome == STOPPED
    again = send(home, setup, BAD_TEXT)
    assert again.outcome == SENT
    assert "a second time" in again.said
    assert len(sink.wait()) == 1


def test_sent_again_in_the_same_emacs(home: Home, sink: Sink) -> None:
    assert send(home, emacs_user(sink) + with_msglint(), BAD_TEXT, times=2).outcome == SENT
    assert len(sink.wait()) == 1


def test_the_header_switches_msglint_off_and_is_not_sent(home: Home, sink: Sink) -> None:
    headers = "X-Msglint: off\nX-Msglint-Ignore: closing,\n  salutation\n"
    result = send(home, emacs_user(sink) + with_msglint(), BAD_TEXT, headers=headers)
    assert result.outcome == SENT
    (received,) = sink.wait()
    assert b"msglint" not in received.raw.lower()
    assert b"salutation" not in received.raw
    assert "X-Msglint" not in result.text


def test_a_header_that_silences_rules(home: Home, sink: Sink) -> None:
    headers = "X-Msglint-Ignore: boilerplate, salutation\n"
    assert send(home, emacs_user(sink) + with_msglint(), BAD_TEXT, headers=headers).outcome == SENT
    assert b"msglint" not in sink.wait()[0].raw.lower()


def test_a_stopped_draft_keeps_its_headers(home: Home, sink: Sink) -> None:
    headers = "X-Msglint-Ignore: closing\n"
    result = send(home, emacs_user(sink) + with_msglint(), BAD_TEXT, headers=headers)
    assert result.outcome == STOPPED
    assert headers in result.text


# msglint does not do its work


def broken(folder: Path, kind: str) -> Path:
    scripts = {
        "broken": "#!/bin/sh\necho 'msglint: out of order' >&2\nexit 3\n",
        "silent": "#!/bin/sh\nexit 0\n",
        "babbling": "#!/bin/sh\ncat >/dev/null\necho '[1, 2]'\n",
        "slow": "#!/bin/sh\nsleep 600\n",
        "killed": "#!/bin/sh\nkill -9 $$\n",
    }
    return program(folder / "broken-msglint", scripts[kind]) if kind in scripts else folder / "gone"


@pytest.mark.parametrize("kind", ["broken", "silent", "babbling", "slow", "killed", "missing"])
def test_without_a_check_the_message_is_sent(home: Home, sink: Sink, kind: str) -> None:
    setup = with_msglint(msglint_program=lisp(str(broken(home.path, kind))), msglint_time_budget="1")
    result = send(home, emacs_user(sink) + setup, BAD_TEXT)
    assert result.outcome == SENT
    assert "msglint: sent unchecked." in result.said
    assert len(sink.wait()) == 1


@pytest.mark.parametrize("kind", ["broken", "silent", "babbling", "slow", "killed", "missing"])
def test_without_a_check_the_message_stays_where_that_is_wished(home: Home, sink: Sink, kind: str) -> None:
    setup = emacs_user(sink) + with_msglint(
        msglint_program=lisp(str(broken(home.path, kind))), msglint_time_budget="1", msglint_on_error="'block"
    )
    result = send(home, setup, GOOD_TEXT)
    assert result.outcome == STOPPED
    assert result.error.startswith("msglint: not sent, because not checked")
    assert result.modified
    assert not sink.received
    # There is a way out.
    assert send(home, setup, GOOD_TEXT, headers="X-Msglint: off\n").outcome == SENT
    assert b"X-Msglint" not in sink.wait()[0].raw


def test_a_long_draft_does_not_wait_for_one_who_does_not_read(home: Home, sink: Sink) -> None:
    setup = with_msglint(msglint_program=lisp(str(broken(home.path, "slow"))), msglint_time_budget="1")
    result = send(home, emacs_user(sink) + setup, GOOD_TEXT * 5000)
    assert result.outcome == SENT
    assert "took longer" in result.said


def test_says_what_is_wrong_with_the_configuration(home: Home, sink: Sink) -> None:
    setup = with_msglint(msglint_arguments='\'("--profile" "nosuch")')
    result = send(home, emacs_user(sink) + setup, BAD_TEXT)
    assert result.outcome == SENT
    assert "sent unchecked" in result.said
    assert "nosuch" in result.said


def test_no_process_is_left(home: Home, sink: Sink) -> None:
    waiting = program(home.path / "waiting", f"#!/bin/sh\necho $$ >{home.path}/pid\nsleep 600\n")
    send(home, emacs_user(sink) + with_msglint(msglint_program=lisp(str(waiting)), msglint_time_budget="2"), BAD_TEXT)
    pid = (home.path / "pid").read_text().strip()
    until(lambda: not Path(f"/proc/{pid}").exists(), "the process lives on")


# sendmail-program


def test_program_a_bad_draft_stays(home: Home, sink: Sink) -> None:
    msmtp(home, sink)
    result = send(home, emacs_user(sink) + with_program(home), BAD_TEXT)
    assert result.outcome == STOPPED
    assert "exit value 1" in result.error
    assert result.modified
    assert result.text.endswith(BAD_TEXT)
    assert not sink.received


def test_program_shows_what_was_found(home: Home, sink: Sink) -> None:
    msmtp(home, sink)
    tells = (
        "(advice-add 'pop-to-buffer :before (lambda (buffer &rest _)"
        ' (when (bufferp buffer) (message "%s" (with-current-buffer buffer (buffer-string))))))\n'
    )
    result = send(home, emacs_user(sink) + with_program(home) + tells, BAD_TEXT)
    assert result.outcome == STOPPED
    assert "[salutation.missing]" in result.said


def test_program_a_good_draft_arrives_as_without_msglint(home: Home, sink: Sink) -> None:
    msmtp(home, sink)
    direct = '(setq message-send-mail-function \'message-send-mail-with-sendmail sendmail-program "msmtp")\n'
    assert send(home, emacs_user(sink) + direct, GOOD_TEXT).outcome == SENT
    assert send(home, emacs_user(sink) + with_program(home), GOOD_TEXT).outcome == SENT
    without, with_ = sink.wait(2)
    assert content(with_) == content(without)
    assert with_.recipients == without.recipients


def test_program_the_words_that_emacs_gives(home: Home, sink: Sink) -> None:
    folder = home.path / "bin"
    folder.mkdir()
    program(folder / "msmtp", f'#!/bin/sh\nprintf "%s\\n" "$@" >{home.path}/words\ncat >{home.path}/sent\n')
    before = home.with_(PATH=f"{folder}:{home.environ['PATH']}")
    bcc = "Bcc: b.schulz@example.org\n"
    assert send(before, emacs_user(sink) + with_program(before), GOOD_TEXT, headers=bcc).outcome == SENT
    assert (home.path / "words").read_text().split() == ["-oi", "-f", "erika@example.com", "-t"]
    assert bcc in (home.path / "sent").read_text()


def test_program_sent_again_it_is_sent(home: Home, sink: Sink) -> None:
    msmtp(home, sink)
    setup = emacs_user(sink) + with_program(home)
    assert send(home, setup, BAD_TEXT).outcome == STOPPED
    assert not sink.received
    assert send(home, setup, BAD_TEXT).outcome == SENT
    assert len(sink.wait()) == 1


@pytest.mark.parametrize("kind", ["broken", "missing"])
def test_program_without_a_check_the_message_is_sent(home: Home, sink: Sink, kind: str) -> None:
    msmtp(home, sink)
    setup = emacs_user(sink) + with_program(home, msglint=broken(home.path, kind))
    assert send(home, setup, BAD_TEXT).outcome == SENT
    assert len(sink.wait()) == 1


@pytest.mark.parametrize("kind", ["broken", "missing"])
def test_program_without_a_check_the_message_stays_where_that_is_wished(home: Home, sink: Sink, kind: str) -> None:
    msmtp(home, sink)
    setup = emacs_user(sink) + with_program(home, "block", broken(home.path, kind))
    result = send(home, setup, GOOD_TEXT)
    assert (result.outcome, result.modified) == (STOPPED, True)
    assert not sink.received


def test_program_a_wrong_configuration_does_not_keep_the_message(home: Home, sink: Sink) -> None:
    msmtp(home, sink)
    folder = home.path / ".config/msglint"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("nonsense: [", encoding="utf-8")
    assert send(home, emacs_user(sink) + with_program(home), BAD_TEXT).outcome == SENT
    assert len(sink.wait()) == 1


def test_program_the_header_is_not_sent(home: Home, sink: Sink) -> None:
    msmtp(home, sink)
    setup = emacs_user(sink) + with_program(home)
    assert send(home, setup, BAD_TEXT, headers="X-Msglint: off\n").outcome == SENT
    assert b"X-Msglint" not in sink.wait()[0].raw


# As it is installed


def installed(home: Home, sink: Sink, wanted: Wanted) -> str:
    """An init file with msglint's lines; what loads it."""
    init = home.path / ".emacs.d/init.el"
    init.parent.mkdir()
    init.write_text(emacs_user(sink), encoding="utf-8")
    for change in emacs_client.CLIENT.install(machine_of(home), wanted).changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
        change.path.write_bytes(change.after or b"")
    return f"(load {lisp(str(init))} nil t)\n"


def test_installed_it_stops_a_bad_draft(home: Home, sink: Sink) -> None:
    result = send(home, installed(home, sink, Wanted("send", ("--ui-language", "de"))), BAD_TEXT)
    assert result.outcome == STOPPED
    assert "Die Nachricht beginnt ohne Anrede." in result.said
    assert not sink.received


@pytest.mark.parametrize(("on_error", "outcome"), [("send", SENT), ("block", STOPPED)])
def test_installed_and_then_taken_away(home: Home, sink: Sink, on_error: str, outcome: str) -> None:
    setup = installed(home, sink, Wanted(on_error))
    (machine_of(home).data / "emacs/msglint.el").unlink()
    result = send(home, setup, BAD_TEXT)
    assert result.outcome == outcome
    assert "msglint.el" in result.said
    assert len(sink.received) == (outcome == SENT)


def test_the_trial_stops_the_bad_draft_and_leaves_nothing(home: Home, sink: Sink) -> None:
    installed(home, sink, Wanted("send", ("--ui-language", "de")))
    was = sorted(path for path in home.path.rglob("*") if ".cache" not in path.parts)
    trial = emacs_client.try_emacs(machine_of(home))
    assert trial is not None
    assert trial.as_it_should_be
    assert "Die Nachricht beginnt ohne Anrede." in trial.bad.said
    assert sorted(path for path in home.path.rglob("*") if ".cache" not in path.parts) == was
    assert not sink.received


def test_nothing_to_try(home: Home) -> None:
    assert emacs_client.try_emacs(machine_of(home)) is None


# At the screen


class Screen:
    """An Emacs in a terminal, with its own init file."""

    def __init__(self, home: Home, server: str) -> None:
        # Emacs looks for the init file of the user whom these name, who need not exist.
        self._environ = {name: value for name, value in home.environ.items() if name not in ("USER", "LOGNAME")}
        self._tmux = ("tmux", "-L", server, "-f", "/dev/null")

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [*self._tmux, *words], env=self._environ, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    def start(self, draft: Path) -> None:
        self._run("new-session", "-d", "-s", "emacs", "-x", "90", "-y", "40", f"emacs -nw -l {shlex.quote(str(draft))}")

    def keys(self, *keys: str) -> None:
        self._run("send-keys", "-t", "emacs", *keys)

    def shows(self, text: str) -> None:
        until(lambda: text in self.text, f"{text!r} did not appear")

    @property
    def text(self) -> str:
        return self._run("capture-pane", "-p", "-t", "emacs")

    @property
    def cursor(self) -> tuple[int, int]:
        column, line = self._run("display-message", "-p", "-t", "emacs", "#{cursor_x} #{cursor_y}").split()
        return int(line) + 1, int(column) + 1

    def end(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], env=self._environ, capture_output=True, check=False)


@pytest.fixture
def screen(home: Home, sink: Sink) -> Iterator[Screen]:
    """Emacs as `msglint hook install emacs` leaves it, with a bad draft."""
    needs("tmux")
    init = home.path / ".emacs.d/init.el"
    init.parent.mkdir()
    own = "(setq inhibit-startup-screen t)\n(menu-bar-mode -1)\n"
    init.write_text(own + emacs_user(sink), encoding="utf-8")
    for change in emacs_client.CLIENT.install(machine_of(home), Wanted("send", ("--ui-language", "de"))).changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
        change.path.write_bytes(change.after or b"")
    draft = home.path / "draft.el"
    text = lisp("Guten Tag,\n\nkontaktpflege\n")
    draft.write_text(
        f'(progn {COMPOSE} (message-goto-body) (insert {text}) (delete-other-windows) (message "ready"))',
        encoding="utf-8",
    )
    running = Screen(home, f"msglint-{home.path.parent.name}")
    try:
        running.start(draft)
        running.shows("ready")
        yield running
    finally:
        running.end()


QUESTION = "Trotzdem senden?"


def test_asks_and_sends_when_told_so(screen: Screen, sink: Sink) -> None:
    screen.keys("C-c", "C-s")
    screen.shows(QUESTION)
    assert "[boilerplate.networking]" in screen.text
    assert "*msglint*" in screen.text
    screen.keys("y")
    assert b"kontaktpflege" in sink.wait()[0].raw
    screen.shows("Sending...done")
    assert "*msglint*" not in screen.text


@pytest.mark.parametrize("key", ["n", "C-g"])
def test_asks_each_time_and_does_not_send(screen: Screen, sink: Sink, key: str) -> None:
    for _ in range(2):
        screen.keys("C-c", "C-s")
        screen.shows(QUESTION)
        screen.keys(key)
        screen.shows("nicht gesendet" if key == "n" else "Quit")
    assert not sink.received
    assert "*unsent mail" in screen.text


def test_jumps_to_the_place_in_the_draft(screen: Screen, sink: Sink) -> None:
    screen.keys("C-c", "C-s")
    screen.shows(QUESTION)
    screen.keys("j")
    screen.shows("nicht gesendet")
    rows = screen.text.splitlines()
    until(lambda: screen.cursor == (rows.index("kontaktpflege") + 1, 1), "the cursor is elsewhere")
    assert not sink.received


def test_the_keys_in_the_list(screen: Screen) -> None:
    screen.keys("M-x")
    screen.keys("-l", "msglint-check-buffer")
    screen.keys("Enter")
    screen.shows("[closing.missing]")
    assert QUESTION not in screen.text
    rows = screen.text.splitlines()
    places = [number for number, row in enumerate(rows, start=1) if row.startswith("Zeile ")]
    screen.keys("C-x", "o")
    until(lambda: screen.cursor[0] == places[0])
    screen.keys("n")
    until(lambda: screen.cursor[0] == places[1])
    screen.keys("p")
    until(lambda: screen.cursor[0] == places[0])
    screen.keys("Enter")
    until(lambda: screen.cursor == (rows.index("kontaktpflege") + 1, 1), "the cursor is elsewhere")


# The file itself


def test_compiles_without_a_warning(home: Home) -> None:
    done = subprocess.run(
        [
            "emacs", "-Q", "--batch",
            "--eval", "(setq byte-compile-error-on-warn t)",
            "--eval", f"(setq byte-compile-dest-file-function (lambda (_) {lisp(str(home.path / 'msglint.elc'))}))",
            "-f", "batch-byte-compile", str(LISP),
        ],
        env=home.environ, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (home.path / "msglint.elc").exists()


def test_checkdoc_has_nothing_to_say(home: Home) -> None:
    done = subprocess.run(
        ["emacs", "-Q", "--batch", "--eval", f"(checkdoc-file {lisp(str(LISP))})"],
        env=home.environ, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr.strip() == ""
