"""The extension for Thunderbird as files: packed, its texts, its scripts; and how it is put down and taken away."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from shared_clients import make_home, msglint_program

from msglint.hooks.installing import applying
from msglint.hooks.installing.model import FileChange, InstallError, Machine, Wanted
from msglint.hooks.installing.thunderbird import CLIENT, try_host
from msglint.hooks.installing.xpi import extension_id, packed
from msglint.paths import clients_folder
from msglint.version import __version__

FOLDER = clients_folder() / "thunderbird"
SOURCES = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.*")}
CODE = {name: text for name, text in SOURCES.items() if name.endswith((".js", ".html"))}
MANIFEST = json.loads(SOURCES["manifest.json"])
TEXTS = {language: json.loads(SOURCES[f"_locales/{language}/messages.json"]) for language in ("de", "en")}

SEVERITIES = ("error", "warning", "suggestion")

only_posix = pytest.mark.skipif(sys.platform == "win32", reason="msglint does not set up Thunderbird on Windows")


# Packed


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(FOLDER, copy)
    for path in copy.rglob("*"):
        path.chmod(0o700)
    (copy / "popup" / "notes.txt").write_text("not for users", encoding="utf-8")
    assert packed(copy) == packed(FOLDER)


def test_holds_what_the_extension_needs_and_no_more() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(FOLDER))) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
    assert names == sorted(names)
    assert "pack.py" not in names
    assert manifest == {**MANIFEST, "version": __version__}
    named = [*manifest["background"]["scripts"], *manifest["icons"].values(), manifest["options_ui"]["page"]]
    assert {*named, manifest["compose_action"]["default_popup"]} <= set(names)


def test_pack_py_writes_it(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(FOLDER / "pack.py"), str(tmp_path / "x.xpi")], check=True)
    assert (tmp_path / "x.xpi").read_bytes() == packed(FOLDER)


# Texts and scripts


def test_every_text_is_there_in_german_and_in_english() -> None:
    assert list(TEXTS["de"]) == list(TEXTS["en"])
    for name, entry in TEXTS["de"].items():
        places = re.findall(r"\$\d", entry["message"])
        assert sorted(places) == sorted(re.findall(r"\$\d", TEXTS["en"][name]["message"]))


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    sources = "".join(CODE.values()) + SOURCES["manifest.json"]
    by_value = {"failed_missing", "failed_broken", "failed_late", *SEVERITIES}
    unused = {name for name in TEXTS["de"] if not re.search(rf'"(?:__MSG_)?{name}(?:__)?"', sources)}
    assert unused <= by_value
    used = re.findall(r'\bsay\("(\w+)"|data-(?:text|label)="(\w+)"|__MSG_(\w+)__', sources)
    assert {name for match in used for name in match if name} | by_value <= set(TEXTS["de"])


@pytest.mark.parametrize("name", sorted(CODE))
def test_no_text_of_a_message_can_become_mark_up_or_code(name: str) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", CODE[name])
    assert not re.search(r"https?://", CODE[name])
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=", CODE[name])


def test_asks_for_no_experiment_and_no_site() -> None:
    assert MANIFEST["manifest_version"] == 3
    assert not {"experiment_apis", "host_permissions", "content_security_policy"} & set(MANIFEST)


CASES = [
    (
        "Hallo Frau Mayer,\nFrau Mayer wollte",
        "Hallo Frau ",
        "Mayer",
        ",",
        "Meyer",
        "Hallo Frau Meyer,\nFrau Mayer wollte",
    ),
    ("Hallo  Frau\u00a0Mayer ,", "Hallo Frau ", "Mayer", "", "Meyer", "Hallo  Frau\u00a0Meyer ,"),
    ("Mayer, Mayer,", "", "Mayer", ",", "Meyer", None),
    ("Mayer und Mayer", "", "Mayer", "", "Meyer", None),
    ("Bericht (neu) + mehr", "", "(neu) +", "", "neu +", "Bericht neu + mehr"),
    ("fett der Bericht", "*", "der", "*", "ein", "fett ein Bericht"),
    ("Hallo Frau Meyer\nText", "Hallo Frau Meyer", "", "", ",", "Hallo Frau Meyer,\nText"),
    ("Hallo Frau Meyer", "", "", "", ",", None),
    ("anderer Text", "Hallo ", "", "", ",", None),
    ("a - b / c", "a ", "- b /", " c", "x", "a x c"),
    ("Text ,, mehr", "Text", " ,,", " mehr", ",", "Text, mehr"),
    ("weg, damit", "weg", ",", " damit", "", "weg damit"),
]


@pytest.mark.skipif(shutil.which("node") is None, reason="not installed: node; apt-get install nodejs")
def test_a_suggestion_is_put_in_where_its_place_is_certain() -> None:
    script = (
        f"const place = require({json.dumps(str(FOLDER / 'place.js'))});"
        "const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(cases.map(([t, before, original, after, text]) =>"
        " place.replaced(t, {before, original, after, text}))));"
    )
    done = subprocess.run(["node", "-e", script], input=json.dumps(CASES), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [case[-1] for case in CASES]


# Put down and taken away


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "home", {"PATH": ""}, Path("/opt/it's here/msglint"), tmp_path / "data")


def install(machine: Machine, on_error: str = "send") -> None:
    applying.install(CLIENT.install(machine, Wanted(on_error, ("--time-budget", "3"))), machine, CLIENT)


def manifest_of(machine: Machine) -> Path:
    (found,) = machine.home.rglob("de.msglint.host.json")
    return found


@only_posix
def test_puts_down_what_thunderbird_looks_for(machine: Machine) -> None:
    assert not CLIENT.installed(machine)
    install(machine, "block")
    assert CLIENT.installed(machine)
    manifest = json.loads(manifest_of(machine).read_text(encoding="utf-8"))
    launcher = Path(manifest["path"])
    assert manifest["name"] == manifest_of(machine).stem
    assert manifest["allowed_extensions"] == [extension_id(FOLDER)]
    assert launcher.stat().st_mode & 0o111
    assert 'native-host --on-error block --time-budget 3 -- "$@"' in launcher.read_text(encoding="utf-8")
    assert (launcher.parent / "msglint.xpi").read_bytes() == packed(FOLDER)
    assert not CLIENT.install(machine, Wanted("block", ("--time-budget", "3"))).changes


@only_posix
def test_the_program_runs_msglint_wherever_it_is(machine: Machine, tmp_path: Path) -> None:
    msglint = tmp_path / "it's" / "msglint"
    msglint.parent.mkdir()
    msglint.write_text('#!/bin/sh\nprintf "%s|" "$@"\n', encoding="utf-8")
    msglint.chmod(0o755)
    there = Machine(machine.home, machine.environ, msglint, machine.data)
    install(there)
    launcher = json.loads(manifest_of(there).read_text(encoding="utf-8"))["path"]
    done = subprocess.run([launcher, "/m.json", "id"], capture_output=True, text=True, check=True)
    assert done.stdout == "native-host|--on-error|send|--time-budget|3|--|/m.json|id|"
    msglint.unlink()
    assert subprocess.run([launcher], capture_output=True, check=False).returncode == 127


@only_posix
def test_takes_all_of_it_away_again(machine: Machine) -> None:
    other = machine.home / ".mozilla/native-messaging-hosts/other.json"
    other.parent.mkdir(parents=True)
    other.write_text("{}", encoding="utf-8")
    for _ in range(3):
        install(machine)
        applying.uninstall(applying.going_back(CLIENT.uninstall(machine), machine, CLIENT.name), machine, CLIENT)
        assert not CLIENT.installed(machine)
        assert [path for path in machine.home.rglob("*") if path.is_file()] == [other]
        assert not [path for path in machine.data.rglob("*") if path.is_file()]
    assert not CLIENT.uninstall(machine).changes


@only_posix
def test_a_manifest_for_something_else_is_not_msglint(machine: Machine) -> None:
    install(machine)
    for text in ("", "[]", "no json", '{"path": "/usr/bin/other"}'):
        manifest_of(machine).write_text(text, encoding="utf-8")
        assert not CLIENT.installed(machine)


@only_posix
def test_tells_of_thunderbirds_that_may_not_run_msglint(machine: Machine) -> None:
    assert CLIENT.found(machine) is None
    folder = machine.home / ".var/app/org.mozilla.Thunderbird"
    folder.mkdir(parents=True)
    assert CLIENT.found(machine) == f"{folder} (Flatpak)"
    notes = CLIENT.install(machine, Wanted("send")).notes
    assert any("msglint proxy" in note.de and str(folder) in note.en for note in notes)
    profiles = machine.home / ".thunderbird"
    profiles.mkdir()
    assert CLIENT.found(machine) == str(profiles)


def test_a_plan_is_not_carried_out_by_the_client(machine: Machine) -> None:
    plan = CLIENT.install(machine, Wanted("send"))
    assert all(isinstance(change, FileChange) and change.before is None for change in plan.changes)
    assert not machine.data.exists()


@only_posix
def test_it_can_be_tried_without_thunderbird(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home")
    machine = Machine(home.path, home.environ, msglint_program(), tmp_path / "data")
    applying.install(CLIENT.install(machine, Wanted("send")), machine, CLIENT)
    trial = try_host(machine)
    assert trial.as_it_should_be
    assert "kontaktpflege" in trial.bad.said
    assert not home.state.exists()
    launcher = Path(json.loads(manifest_of(machine).read_text(encoding="utf-8"))["path"])
    for script in ("exit 3", "printf Traceback", ""):
        launcher.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        with pytest.raises(InstallError, match="does not answer"):
            try_host(machine)
