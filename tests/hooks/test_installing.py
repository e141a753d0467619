"""Into a client and out again: whatever its configuration looks like, every byte of it is as before."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from shared_clients import Home, make_home

from msglint.hooks.installing import applying
from msglint.hooks.installing.blocks import has_block, with_block, without_block
from msglint.hooks.installing.clients import NAMES, all_clients, client_named, names
from msglint.hooks.installing.model import Client, FileChange, InstallError, Machine, Wanted

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these clients are not on Windows")

ROUNDS = 200
SEND = Wanted("send")

MUTT_LINES = (
    b"# Kommentar mit \xe4 in Latin-1",
    "# Umlaute: äöü".encode(),
    b'set sendmail="/usr/bin/msmtp -oi"',
    b"set sendmail = msmtp",
    b"source ~/.mutt/other",
    b"source missing-file",
    b"macro index \\\\cb |urlview\\n",
    b"set realname='Erika \\\\",
    b"",
    b"  ",
    b"send-hook '~t @kunde' 'set sendmail=\"/bin/other\"'",
    b"unset smtp_url",
    b"set smtp_url=''",
    b"alias anna Anna Meyer <a.meyer@example.org>",
)
AERC_LINES = (
    b"# Konten",
    b"; noch ein Kommentar",
    b"outgoing-cred-cmd = pass show mail",
    b"from = J\xfcrgen <j@example.com>",
    b"",
    b"[private]",
    b"outgoing = smtps://j@example.com",
    b"outgoing=/usr/sbin/sendmail",
    b'  outgoing : "/usr/bin/msmtp -a work"',
    b"copy-to = Sent",
)
NAILRC_LINES = (
    b"set sendwait",
    b"# J\xfcrgen",
    b"set from=j@example.com",
    b"",
    b"set mta=/usr/bin/msmtp",
    b"set ask \\",
)
PINERC_LINES = (
    b"# J\xfcrgen",
    b"personal-name=J",
    b"sendmail-path=/usr/bin/msmtp -t",
    b"sendmail-path=",
    b"smtp-server=",
    b"",
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home")


def machine_of(home: Home) -> Machine:
    return Machine(home.path, home.environ, home.path / "bin" / "msglint", home.path / ".local/share/msglint/hooks")


def apply(client: Client, machine: Machine, wanted: Wanted = SEND) -> None:
    applying.install(applying.needed(client.install(machine, wanted)), machine, client)


def take_out(client: Client, machine: Machine) -> None:
    plan = applying.going_back(client.uninstall(machine), machine, client.name)
    applying.uninstall(plan, machine, client)


def files(folder: Path) -> Mapping[Path, object]:
    """Every file with its bytes, its mode, and whether it is a link."""
    found: dict[Path, object] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[path] = str(path.readlink())
        elif path.is_file():
            found[path] = (path.read_bytes(), path.stat().st_mode)
    return found


def odd(chance: random.Random, lines: Sequence[bytes], head: bytes = b"") -> bytes:
    """A configuration as it may have become over the years."""
    end = chance.choice([b"\n", b"\n", b"\r\n"])
    chosen = [chance.choice(lines) for _ in range(chance.randrange(8))]
    text = head + b"".join(line + end for line in chosen)
    text = chance.choice([b"", b"", b"\xef\xbb\xbf"]) + text
    return text + chance.choice([b"", b"", end * 3, b"last line", b"continued \\", b"continued \\" + end, b"bare\r"])


def configured(client: str, home: Path, chance: random.Random) -> None:
    """Write a configuration for the client, or none."""
    lines, path, head = {
        "neomutt": (MUTT_LINES, chance.choice([".muttrc", ".config/neomutt/neomuttrc", ".mutt/muttrc"]), b""),
        "mutt": (MUTT_LINES, chance.choice([".muttrc", ".mutt/muttrc"]), b""),
        "aerc": (AERC_LINES, ".config/aerc/accounts.conf", b"[work]\noutgoing = /usr/bin/msmtp\n"),
        "s-nail": (NAILRC_LINES, ".mailrc", b""),
        "alpine": (PINERC_LINES, ".pinerc", b"personal-name=J\nsendmail-path=\n"),
    }[client]
    if client not in ("aerc", "alpine") and chance.random() < 0.1:
        return
    target = home / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if chance.random() < 0.2:
        kept = home / "dotfiles" / "config"
        kept.parent.mkdir(exist_ok=True)
        target.symlink_to(os.path.relpath(kept, target.parent))
        target = kept
    target.write_bytes(odd(chance, lines, head))
    target.chmod(chance.choice([0o600, 0o644, 0o640]))


@pytest.mark.parametrize("name", [name for name in ("neomutt", "mutt", "aerc", "s-nail", "alpine") if name in names()])
def test_two_hundred_rounds_change_nothing(tmp_path: Path, name: str) -> None:
    client = client_named(name)
    for number in range(ROUNDS):
        chance = random.Random(f"{name} {number}")
        home = make_home(tmp_path / str(number))
        configured(name, home.path, chance)
        machine, before = machine_of(home), files(home.path)
        apply(client, machine)
        assert client.installed(machine)
        assert not applying.needed(client.install(machine, SEND)).changes, "the second time there is something to do"
        if chance.random() < 0.3:
            apply(client, machine, Wanted("block", ("--profile", "customer")))
        if chance.random() < 0.3:
            # The backup is lost; then the client's own knowledge has to do.
            for path in (machine.data / "backup").rglob("*.json"):
                path.unlink()
        take_out(client, machine)
        assert not client.installed(machine)
        after = files(home.path)
        left = {path: kept for path, kept in after.items() if path not in before}
        assert {path: after[path] for path in before} == before, number
        # A file that there was none of may stay, empty, where the backup is lost.
        assert all(kept[0] == b"" for path, kept in left.items() if "backup" not in path.parts), (number, left)  # type: ignore[index]


def test_two_clients_in_one_file(home: Home) -> None:
    machine, config = machine_of(home), home.path / ".muttrc"
    config.write_bytes(b"set from=a@example.com\\")
    neomutt, mutt = client_named("neomutt"), client_named("mutt")
    for order in ((neomutt, mutt), (mutt, neomutt)):
        apply(neomutt, machine)
        apply(mutt, machine)
        for client in order:
            assert client.installed(machine)
            assert not applying.needed(client.install(machine, SEND)).changes
        for client in order:
            take_out(client, machine)
        assert config.read_bytes() == b"set from=a@example.com\\"


def test_what_the_user_has_changed_since_stays(home: Home) -> None:
    machine, config = machine_of(home), home.path / ".muttrc"
    config.write_bytes(b"# one\nset sendmail=msmtp")
    client = client_named("mutt")
    apply(client, machine)
    config.write_bytes(config.read_bytes().replace(b"# one", b"# changed") + b"# at the end\n")
    take_out(client, machine)
    assert config.read_bytes() == b"# changed\nset sendmail=msmtp\n# at the end\n"


def test_a_line_behind_that_undoes_it_is_seen_and_put_right(home: Home) -> None:
    machine, config = machine_of(home), home.path / ".muttrc"
    config.write_bytes(b"# one\n")
    client = client_named("mutt")
    apply(client, machine)
    config.write_bytes(config.read_bytes() + b"set sendmail=/bin/other\n")
    assert not client.installed(machine)
    apply(client, machine)
    assert client.installed(machine)
    take_out(client, machine)
    assert config.read_bytes() == b"# one\nset sendmail=/bin/other\n"


@pytest.mark.parametrize(
    "line", ["set smtp_url=smtp://a@example.com", "set a=b smtp_url = 'smtps://b'", "source other"]
)
@pytest.mark.parametrize("name", ["mutt", "neomutt"])
def test_a_client_that_sends_by_itself_is_left_as_it_is(home: Home, name: str, line: str) -> None:
    config = home.path / ".muttrc"
    config.write_text(f"# one\n{line}\n")
    (home.path / "other").write_text("set smtp_url=smtp://a@example.com\n")
    with pytest.raises(InstallError, match=r"smtp_url.*msglint proxy"):
        client_named(name).install(machine_of(home), SEND)


def test_hooks_that_set_the_sender_are_named(home: Home) -> None:
    (home.path / ".muttrc").write_text(
        "# one\nfolder-hook work 'set sendmail=\"msmtp -a work\"'\nset fcc_before_send\n"
    )
    notes = " ".join(note.en for note in client_named("neomutt").install(machine_of(home), SEND).notes)
    assert ".muttrc:2" in notes
    assert "fcc_before_send" in notes


@pytest.mark.parametrize("name", ["neomutt", "mutt", "aerc"])
def test_a_path_that_the_client_cannot_call(home: Home, name: str) -> None:
    configured("aerc", home.path, random.Random(1))
    machine = machine_of(home)
    with pytest.raises(InstallError, match="blanks"):
        client_named(name).install(Machine(machine.home, {}, machine.msglint, home.path / "my data"), SEND)


def test_a_read_only_file_stays(home: Home) -> None:
    machine, config = machine_of(home), home.path / ".muttrc"
    config.write_text("# one\n")
    config.chmod(0o400)
    before = files(home.path)
    with pytest.raises(InstallError, match=r"\.muttrc: is write-protected"):
        apply(client_named("mutt"), machine)
    assert {path: kept for path, kept in files(home.path).items() if "backup" not in path.parts} == before


def test_a_file_that_changed_since_it_was_shown_stays(home: Home) -> None:
    machine, config = machine_of(home), home.path / ".muttrc"
    config.write_text("# one\n")
    client = client_named("mutt")
    plan = client.install(machine, SEND)
    config.write_text("# two\n")
    with pytest.raises(InstallError, match="changed meanwhile"):
        applying.install(plan, machine, client)
    assert config.read_text() == "# two\n"
    assert not (machine.data / "mutt").exists()


def test_a_backup_is_for_its_owner_alone(home: Home) -> None:
    machine, config = machine_of(home), home.path / ".muttrc"
    config.write_text("set imap_pass=secret\n")
    config.chmod(0o644)
    apply(client_named("mutt"), machine)
    kept = [path for path in (machine.data / "backup").rglob("*") if path.is_file()]
    assert b"secret" in b"".join(path.read_bytes() for path in kept)
    assert {path.stat().st_mode & 0o77 for path in kept} == {0}


def folders(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_dir()}


@pytest.mark.parametrize("name", ["neomutt", "mutt", "s-nail", "emacs", "thunderbird"])
def test_folders_that_were_made_go_again(home: Home, name: str) -> None:
    machine, client, before = machine_of(home), client_named(name), folders(home.path)
    apply(client, machine)
    apply(client, machine, Wanted("block"))
    assert folders(home.path) > before
    take_out(client, machine)
    assert folders(home.path) == before


def test_folders_of_others_stay(home: Home) -> None:
    machine, thunderbird, mutt = machine_of(home), client_named("thunderbird"), client_named("mutt")
    mine = home.path / ".mozilla"
    mine.mkdir()
    apply(thunderbird, machine)
    apply(mutt, machine)
    (mine / "native-messaging-hosts/other.json").write_text("{}")
    take_out(thunderbird, machine)
    assert (mine / "native-messaging-hosts/other.json").read_text() == "{}"
    assert not (machine.data / "thunderbird").exists()
    assert mutt.installed(machine)
    take_out(mutt, machine)
    assert not machine.data.parent.exists()


def test_an_empty_folder_of_the_user_stays(home: Home) -> None:
    machine, thunderbird = machine_of(home), client_named("thunderbird")
    mine = home.path / ".mozilla/native-messaging-hosts"
    mine.mkdir(parents=True)
    apply(thunderbird, machine)
    take_out(thunderbird, machine)
    assert mine.is_dir()


def test_folders_outside_the_home_stay(home: Home, tmp_path: Path) -> None:
    machine = Machine(home.path, home.environ, home.path / "bin" / "msglint", tmp_path / "data" / "msglint" / "hooks")
    apply(client_named("mutt"), machine)
    take_out(client_named("mutt"), machine)
    assert machine.data.is_dir()


def test_no_file_is_ever_half_written(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    path = home.path / "config"
    path.write_bytes(b"before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InstallError, match="disk is full"):
        applying.write(FileChange(path, b"before", b"after"))
    assert [(kept.name, kept.read_bytes()) for kept in home.path.iterdir() if kept.is_file()] == [("config", b"before")]


def _odd_texts() -> Iterator[bytes]:
    for number in range(ROUNDS):
        yield odd(random.Random(number), MUTT_LINES)


def test_blocks_come_and_go() -> None:
    for text in _odd_texts():
        one = with_block(text, "mutt", ["a", "b"])
        two = with_block(one, "neomutt", ["c"])
        assert has_block(one, "mutt")
        assert not has_block(one, "neomutt")
        assert with_block(one, "mutt", ["a", "b"]) == one
        assert without_block(one, "mutt") == text
        assert without_block(two, "neomutt") == one
        assert without_block(without_block(two, "mutt"), "neomutt") == text
        assert without_block(text, "mutt") == text


def test_every_client_says_what_it_cannot_do() -> None:
    for client in all_clients():
        assert client.name in NAMES
        assert client.title
        assert all(limit.de and limit.en for limit in client.limits)
        assert client.limits


def test_an_unknown_client() -> None:
    with pytest.raises(InstallError, match="did you mean 'neomutt'"):
        client_named("neomut")


# The command


def command(home: Home, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "msglint", "hook", *words],
        capture_output=True,
        env=dict(home.environ),
        cwd=home.path,
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
    )


def test_without_yes_and_without_a_terminal_it_is_only_shown(home: Home) -> None:
    (home.path / ".muttrc").write_text("# one\n")
    before = files(home.path / ".muttrc")
    result = command(home, "install", "mutt")
    assert result.returncode == 1
    assert "+++ .muttrc\n" in result.stdout
    assert "\n+set sendmail_wait=0\n" in result.stdout
    assert "Nothing changed, only shown; --yes changes it." in result.stdout
    assert files(home.path / ".muttrc") == before


@pytest.mark.parametrize(
    ("language", "answer", "status"), [("en", "y", 0), ("en", "", 1), ("en", "n", 1), ("de", "j", 0), ("de", "nein", 1)]
)
def test_in_a_terminal_it_asks(home: Home, language: str, answer: str, status: int) -> None:
    import pty  # not on Windows

    (home.path / ".muttrc").write_text("# one\n")
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "wb", buffering=0) as keyboard, os.fdopen(theirs, "rb", buffering=0) as tty:
        keyboard.write(f"{answer}\n".encode())
        words = [sys.executable, "-m", "msglint", "hook", "install", "mutt", "--ui-language", language]
        result = subprocess.run(
            words, stdin=tty, stdout=tty, stderr=subprocess.PIPE, env=dict(home.environ), cwd=home.path, check=False
        )
    assert result.returncode == status, result.stderr.decode()
    assert ((home.path / ".muttrc").read_text() == "# one\n") == (status == 1)


def test_installing_showing_and_taking_out(home: Home) -> None:
    (home.path / ".muttrc").write_text("# one\n")
    assert command(home, "install", "mutt", "--yes", "--on-error", "block", "--profile", "customer").returncode == 0
    assert "nothing to do" in command(home, "install", "mutt", "--on-error", "block", "--profile", "customer").stdout
    shim = (home.path / ".local/share/msglint/hooks/mutt").read_text()
    assert "--on-error block --profile customer -- " in shim
    entry = json.loads(command(home, "status", "mutt", "--output-format", "json").stdout)["clients"][0]
    assert (entry["name"], entry["installed"], entry["error"]) == ("mutt", True, None)
    shown = command(home, "status")
    assert shown.returncode == 0
    assert [line.split()[0] for line in shown.stdout.splitlines()] == list(names())
    assert "uninstalled" in command(home, "uninstall", "mutt", "--yes").stdout
    assert (home.path / ".muttrc").read_text() == "# one\n"
    assert "nothing to do" in command(home, "uninstall", "mutt", "--yes").stdout


def shim_of(home: Home) -> str:
    return (home.path / ".local/share/msglint/hooks/mutt").read_text()


def test_the_configuration_decides_where_nothing_is_said_at_installation(home: Home) -> None:
    config = home.path / ".msglint.yaml"
    assert command(home, "install", "mutt", "--yes").returncode == 0
    assert "--on-error" not in shim_of(home)
    assert "configuration says" not in command(home, "status", "mutt").stdout
    config.write_text("hook: {on-error: block}\n")
    note = "with on-error send, but the configuration says block: please install again"
    assert note in command(home, "status", "mutt").stdout
    told = json.loads(command(home, "status", "mutt", "--output-format", "json").stdout)["clients"][0]
    assert told["note"] == note
    assert "in der Konfiguration steht block" in command(home, "status", "--ui-language", "de").stdout
    assert command(home, "install", "mutt", "--yes").returncode == 0
    assert "\non_error=block\n" in shim_of(home)
    assert "configuration says" not in command(home, "status", "mutt").stdout
    # Who has said so at installation, means it.
    assert command(home, "install", "mutt", "--yes", "--on-error", "send").returncode == 0
    assert "configuration says" not in command(home, "status", "mutt").stdout


def test_options_that_choose_the_configuration_hold_at_installation(home: Home) -> None:
    other = home.path / "other.yaml"
    other.write_text("hook: {on-error: block}\n")
    assert command(home, "install", "mutt", "--yes", "--config", str(other)).returncode == 0
    assert "\non_error=block\n" in shim_of(home)
    assert "configuration says" not in command(home, "status", "mutt").stdout


@pytest.mark.parametrize("on_error", [(), ("--on-error", "block")])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--profile", "nonsense"), "nonsense"),
        (("--config", "missing.yaml"), "missing.yaml"),
        (("--fail-on=sometimes",), "sometimes"),
        (("--isolated", "--config", "missing.yaml"), "contradict"),
    ],
)
def test_what_could_never_check_is_not_installed(
    home: Home, on_error: Sequence[str], words: Sequence[str], said: str
) -> None:
    result = command(home, "install", "mutt", "--yes", *words, *on_error)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("msglint: ")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (home.path / ".muttrc").exists()


def test_a_configuration_that_is_wrong_is_told_at_installation(home: Home) -> None:
    (home.path / ".msglint.yaml").write_text("hook: {on-error: maybe}\n")
    result = command(home, "install", "mutt", "--yes")
    assert result.returncode == 2
    assert ".msglint.yaml" in result.stderr
    assert not (home.path / ".muttrc").exists()


def test_outside_a_repository_only_installing_names_the_folder_for_all(home: Home) -> None:
    result = command(home, "install", "git", "--yes")
    if "core.hooksPath" not in result.stderr:
        pytest.skip("the home is in a repository, or git is not there")
    assert "own hooks do not run any more" in result.stderr
    result = command(home, "uninstall", "git", "--yes")
    assert result.returncode == 2
    assert "please change into the repository." in result.stderr
    assert "hooksPath" not in result.stderr


def test_lines_to_copy_stand_alone(home: Home) -> None:
    (home.path / ".config/aerc").mkdir(parents=True)
    (home.path / ".config/aerc/accounts.conf").write_text("[work]\noutgoing = /usr/bin/msmtp\n")
    for words in (("install", "aerc", "--yes"), ("status", "aerc")):
        lines = command(home, *words).stdout.splitlines()
        at = lines.index("  [compose::review]")
        assert lines[at + 1] == "  m = :term sh -c 'msglint last | less'<Enter>"


def test_an_extension_is_shown_by_its_size(home: Home) -> None:
    shown = command(home, "install", "thunderbird").stdout
    assert re.search(r"New: \S*msglint\.xpi \(\d+ bytes\)", shown)
    assert re.search(r"New: \S*native-host \(\d+ lines\)", shown)


@pytest.mark.parametrize("words", [["--frobnicate"], ["--on-error", "maybe"], ["--time-budget", "0"], ["too-much"]])
def test_options_that_msglint_does_not_know(home: Home, words: Sequence[str]) -> None:
    result = command(home, "install", "mutt", "--yes", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("msglint: ")
    assert not (home.path / ".muttrc").exists()


def test_trying_it(home: Home) -> None:
    result = command(home, "test", "mutt")
    assert (result.returncode, result.stdout) == (2, "")
    assert "msglint hook install mutt" in result.stderr
    command(home, "install", "mutt", "--yes")
    result = command(home, "test", "mutt")
    # The interpreter's msglint may not be on the path here; then nothing is stopped, and the trial says so.
    assert result.returncode == (0 if "The bad draft came back" in result.stdout else 1)
    assert not (home.path / ".local/state/msglint/hooks/last.json").exists()


def test_a_trial_that_fails_says_so(home: Home) -> None:
    command(home, "install", "mutt", "--yes")
    shim = home.path / ".local/share/msglint/hooks/mutt"
    shim.write_text(shim.read_text().replace("msglint=/", "msglint=/missing/"))
    result = command(home, "test", "mutt")
    assert result.returncode == 1
    assert "The bad draft would have been sent" in result.stdout


@pytest.mark.parametrize("name", ["outlook", "Apple-Mail", "apple_mail", "mail", "gmail", "windows-mail"])
def test_a_client_without_a_hook_is_sent_to_the_proxy(name: str) -> None:
    with pytest.raises(InstallError) as caught:
        client_named(name)
    for sentence in (caught.value.de, caught.value.en):
        assert name in sentence
        assert "msglint proxy" in sentence


def test_an_unknown_client_hears_what_there_is() -> None:
    with pytest.raises(InstallError) as caught:
        client_named("xyz")
    for sentence in (caught.value.de, caught.value.en):
        assert ", ".join(NAMES) in sentence
        assert "msglint proxy" in sentence


@pytest.mark.parametrize("command", ["install", "uninstall", "test"])
def test_without_a_client_all_are_named(command: str, tmp_path: Path) -> None:
    environ = dict(make_home(tmp_path).environ)
    arguments = [sys.executable, "-m", "msglint", "hook", command, "--ui-language", "en"]
    result = subprocess.run(arguments, capture_output=True, env=environ, cwd=tmp_path, check=False)
    assert result.returncode == 2
    said = result.stderr.decode()
    assert said.startswith("msglint: Which mail client? ")
    assert said.count("\n") == 1
    assert ", ".join(NAMES) in said
