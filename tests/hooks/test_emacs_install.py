"""msglint in Emacs' init file: put in, taken out, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from msglint.hooks.installing.emacs import CLIENT
from msglint.hooks.installing.model import InstallError, Machine, Plan, Wanted
from msglint.paths import clients_folder
from msglint.version import __version__

SEND = Wanted("send")
BLOCK = Wanted("block", ("--profile", 'a "b"'))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return machine_in(tmp_path)


def machine_in(folder: Path, **environ: str) -> Machine:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return Machine(home, environ, Path("/opt/msglint/bin/msglint"), home / ".local/share/msglint/hooks")


def do(plan: Plan) -> None:
    for change in plan.changes:
        before = change.path.read_bytes() if change.path.exists() else None
        assert before == change.before
        if change.after is None:
            change.path.unlink()
        else:
            change.path.parent.mkdir(parents=True, exist_ok=True)
            change.path.write_bytes(change.after)


def files(machine: Machine) -> dict[str, bytes]:
    return {
        str(path.relative_to(machine.home)): path.read_bytes() for path in machine.home.rglob("*") if path.is_file()
    }


INITS = (
    None,
    b"",
    b"\n",
    b";; mine",
    b";; mine\n",
    b";; mine\n\n\n",
    b";; mine\r\n(setq a 1)\r\n",
    b'(setq name "J\xfcrgen")',
    b"\xef\xbb\xbf;; mine\n",
)


@pytest.mark.parametrize(("before", "rounds"), [(before, 200 if before == INITS[3] else 10) for before in INITS])
def test_rounds_leave_everything_as_it_was(machine: Machine, before: bytes | None, rounds: int) -> None:
    if before is not None:
        (machine.home / ".emacs").write_bytes(before)
    was = files(machine)
    for number in range(rounds):
        do(CLIENT.install(machine, (SEND, BLOCK)[number % 2]))
        assert CLIENT.installed(machine)
        do(CLIENT.uninstall(machine))
        assert not CLIENT.installed(machine)
        assert files(machine) == was


@settings(max_examples=60, deadline=None)
@example(before=b"\r", more=b"")
@given(before=st.binary(max_size=60), more=st.binary(max_size=30))
def test_what_the_user_writes_stays(tmp_path_factory: pytest.TempPathFactory, before: bytes, more: bytes) -> None:
    machine = machine_in(tmp_path_factory.mktemp("machine"))
    init = machine.home / ".emacs"
    init.write_bytes(before)
    do(CLIENT.install(machine, SEND))
    init.write_bytes(init.read_bytes() + more)
    do(CLIENT.uninstall(machine))
    gap = b"\n" if before and more and not before.endswith(b"\n") else b""
    assert init.read_bytes() == before + gap + more


def test_the_second_time_there_is_nothing_to_do(machine: Machine) -> None:
    do(CLIENT.install(machine, SEND))
    assert not CLIENT.install(machine, SEND).changes
    do(CLIENT.uninstall(machine))
    assert not CLIENT.uninstall(machine).changes


def test_other_wishes_take_the_place_of_the_former(machine: Machine) -> None:
    (machine.home / ".emacs").write_bytes(b";; mine\n")
    do(CLIENT.install(machine, SEND))
    do(CLIENT.install(machine, BLOCK))
    text = (machine.home / ".emacs").read_text()
    assert text.startswith(";; mine\n")
    assert text.count(">>> msglint emacs") == 1
    assert "'block" in text
    assert '("--profile" "a \\"b\\"")' in text


def test_puts_down_the_lisp_that_is_loaded(machine: Machine) -> None:
    do(CLIENT.install(machine, SEND))
    lisp = machine.data / "emacs" / "msglint.el"
    assert lisp.read_bytes() == (clients_folder() / "emacs" / "msglint.el").read_bytes()
    assert str(lisp) in (machine.home / ".emacs.d" / "init.el").read_text()


def test_a_newer_lisp_takes_the_place_of_the_former(machine: Machine) -> None:
    do(CLIENT.install(machine, SEND))
    (machine.data / "emacs" / "msglint.el").write_text(";; an older one\n")
    assert [change.path.name for change in CLIENT.install(machine, SEND).changes] == ["msglint.el"]


@pytest.mark.parametrize(
    ("there", "read"),
    [
        ([], ".emacs.d/init.el"),
        ([".emacs.d/init.el"], ".emacs.d/init.el"),
        ([".config/emacs/init.el"], ".config/emacs/init.el"),
        ([".config/emacs/early-init.el"], ".config/emacs/init.el"),
        ([".emacs.d/bookmarks", ".config/emacs/init.el"], ".emacs.d/init.el"),
        ([".emacs", ".emacs.d/init.el"], ".emacs"),
        ([".emacs.el", ".emacs", ".config/emacs/init.el"], ".emacs.el"),
    ],
)
def test_the_file_that_emacs_reads(machine: Machine, there: list[str], read: str) -> None:
    for name in there:
        path = machine.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert machine.home / read in [change.path for change in CLIENT.install(machine, SEND).changes]


def test_the_users_own_folder_for_configuration(tmp_path: Path) -> None:
    machine = machine_in(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "xdg"))
    (tmp_path / "xdg/emacs").mkdir(parents=True)
    assert tmp_path / "xdg/emacs/init.el" in [change.path for change in CLIENT.install(machine, SEND).changes]


def test_is_taken_out_of_a_file_that_emacs_no_longer_reads(machine: Machine) -> None:
    do(CLIENT.install(machine, SEND))
    (machine.home / ".emacs").write_bytes(b"")
    do(CLIENT.uninstall(machine))
    assert not (machine.home / ".emacs.d/init.el").exists()


def test_half_of_the_lines_is_an_error(machine: Machine) -> None:
    do(CLIENT.install(machine, SEND))
    init = machine.home / ".emacs.d/init.el"
    init.write_bytes(init.read_bytes().replace(b";; <<< msglint emacs <<<", b""))
    with pytest.raises(InstallError, match=r"init\.el"):
        CLIENT.uninstall(machine)
    with pytest.raises(InstallError, match=r"init\.el"):
        CLIENT.install(machine, SEND)


def test_signs_beyond_ascii_in_paths(tmp_path: Path) -> None:
    machine = machine_in(tmp_path)
    machine = Machine(machine.home, {}, Path("/Büro 😀/msglint"), machine.data)
    (machine.home / ".emacs").write_bytes(b'(setq name "J\xfcrgen")\n')
    do(CLIENT.install(machine, SEND))
    assert rb"\U000000FC" in (machine.home / ".emacs").read_bytes()
    assert rb"\U0001F600" in (machine.home / ".emacs").read_bytes()


def test_says_that_a_compiled_init_file_is_read_first(machine: Machine) -> None:
    folder = machine.home / ".emacs.d"
    folder.mkdir()
    (folder / "init.elc").touch()
    assert any("init.elc" in note.de for note in CLIENT.install(machine, SEND).notes)


def test_found(tmp_path: Path) -> None:
    machine = machine_in(tmp_path, PATH=str(tmp_path / "bin"))
    assert CLIENT.found(machine) is None
    (machine.home / ".emacs").touch()
    assert CLIENT.found(machine) == str(machine.home / ".emacs")


def test_the_lisp_has_the_version_of_the_package() -> None:
    lisp = (clients_folder() / "emacs" / "msglint.el").read_text(encoding="utf-8")
    assert f"\n;; Version: {__version__}\n" in lisp
