"""`msglint test`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from shared_packages import RULE, Install, install

from .conftest import Process, Run

__all__ = ["install"]

BASE: Mapping[str, Any] = {
    "id": "house.filler",
    "kind": "phrase",
    "severity": "warning",
    "title": {"de": "Floskel", "en": "filler"},
    "message": {"de": "„{phrase}“ sagt nichts.", "en": "'{phrase}' says nothing."},
    "why": {"de": "Der Leser erfährt damit nichts.", "en": "The reader learns nothing from it."},
    "source": "house style",
    "phrases": ["wie gesagt"],
}


def mail(body: str) -> str:
    return f"Hallo Anna,\n\n{body}\n\nViele Grüße\nTom"


BAD = ({"text": mail("das ist, wie gesagt, schon fertig.")}, {"text": mail("er kommt wie gesagt am Dienstag zu uns.")})
GOOD = ({"text": mail("das ist schon fertig.")}, {"text": mail("er hat es so gesagt, wie es ist.")})


def pack(path: Path, *rules: Mapping[str, Any]) -> str:
    """A pack of rules that are like the usual one but for what is given."""
    whole = [{"bad": BAD, "good": GOOD, **BASE, **rule} for rule in rules]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"language": "de", "rules": whole}, indent=1), encoding="utf-8")
    return path.name


FOUND = {"text": mail("das ist, wie gesagt, fertig."), "flagged": "fertig"}
WARNED = {"except": ["wie dem auch sei"]}
UNNAMED = {"phrases": ["wie gesagt", "nun ja"], "message": {"de": "Eine Floskel.", "en": "A filler."}}
HANGS = {"kind": "occurrence", "count": "patterns", "more-than": 0, "patterns": ["wie gesagt", "(a+)+b"]}


def test_profiles_beside_the_packs_are_tested_too(run: Run, folder: Path) -> None:
    pack(folder / "style" / "house.yaml", {})
    profile = folder / "style" / "profiles" / "our-letter.yaml"
    profile.parent.mkdir()
    profile.write_text("title: Brief\nabout: Für Briefe.\nignore: [house.filer]\n", encoding="utf-8")
    misspelt = run("test", "style")
    profile.write_text("title: Brief\n", encoding="utf-8")
    faulty = run("test", "style")
    profile.write_text("title: Brief\nabout: Für Briefe.\nignore: [house.filler]\n", encoding="utf-8")
    right = run("test", "style")

    assert "our-letter.yaml:3: there is no rule 'house.filer'; did you mean 'house.filler'?" in misspelt.stderr
    assert "our-letter.yaml: 'about' is missing" in faulty.stderr
    assert (misspelt.exit_code, faulty.exit_code, right.exit_code, right.stderr) == (2, 2, 0, "")


def test_all_well(run: Run, folder: Path) -> None:
    result = run("test", pack(folder / "house.yaml", {}))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1 rule, 4 examples: all well.\n", "")


def test_a_failure_is_shown_with_its_place(run: Run, folder: Path) -> None:
    result = run("test", pack(folder / "house.yaml", {"bad": [*BAD, FOUND]}))

    assert result.exit_code == 1
    line = next(
        number
        for number, text in enumerate((folder / "house.yaml").read_text("utf-8").splitlines(), start=1)
        if "gesagt, fertig" in text
    )
    assert result.stdout == (
        f"house.filler  house.yaml:{line - 1}\n"
        "  Failure: Bad example 3 (German): the rule finds another place.\n"
        "    3 | das ist, wie gesagt, fertig.\n"
        "      |                      ~~~~~~ expected\n"
        "    3 | das ist, wie gesagt, fertig.\n"
        "      |          ^^^^^^^^^^ found\n"
        "    expected: “fertig”\n"
        "       found: “wie gesagt”\n"
        "    → Is 'flagged' right? Otherwise the phrase covers too much or too little.\n"
        "\n"
        "1 rule, 5 examples: 1 failure.\n"
    )


def test_in_german(run: Run, folder: Path) -> None:
    name = pack(folder / "house.yaml", {"good": [*GOOD, BAD[0]], **WARNED})
    shown = run("test", name, "--ui-language", "de").stdout

    assert "  Fehler: Gutes Beispiel 3 (Deutsch): Die Regel findet etwas, obwohl alles gut\n    ist.\n" in shown
    assert "      |          ^^^^^^^^^^ gefunden\n" in shown
    assert "  Warnung: Diese Ausnahme ändert an keinem Beispiel etwas.\n    wie dem auch sei\n" in shown
    assert shown.endswith("1 Regel, 5 Beispiele: 1 Fehler, 1 Warnung.\n")


def test_what_is_not_found_is_said(run: Run, folder: Path) -> None:
    example = {"text": mail("alles ist, wie gesagd, fertig."), "flagged": "wie gesagd"}
    shown = run("test", pack(folder / "house.yaml", {"bad": [*BAD, example]})).stdout
    assert "~~~~~~~~~~ expected\n    expected: “wie gesagd”\n       found: nothing\n" in shown


def test_warnings_fail_only_where_all_is_wanted(run: Run, folder: Path) -> None:
    name = pack(folder / "house.yaml", WARNED)
    usual, strict = run("test", name), run("test", name, "--strict")
    assert (usual.exit_code, strict.exit_code) == (0, 1)
    assert usual.stdout == strict.stdout
    assert usual.stdout.endswith("1 rule, 4 examples: 1 warning.\n")


def test_hints_are_shown_only_where_all_is_wanted_and_never_fail(run: Run, folder: Path) -> None:
    name = pack(folder / "house.yaml", UNNAMED)
    usual, strict = run("test", name), run("test", name, "--strict")
    assert (usual.exit_code, usual.stdout) == (0, "1 rule, 4 examples: all well.\n")
    assert strict.exit_code == 0
    assert "Hint: The message does not name which of the phrases was found." in strict.stdout


def test_a_catastrophic_expression_is_shown_with_a_text_and_what_would_be_right(run: Run, folder: Path) -> None:
    result = run("test", pack(folder / "house.yaml", HANGS))
    assert result.exit_code == 1
    assert "This expression can bring a check to a halt" in result.stdout
    assert "    (a+)+b\n    for example on: 'aaaaaaaaaa" in result.stdout
    assert "{0,40}" in result.stdout


# Several packs


def test_a_folder(run: Run, folder: Path) -> None:
    pack(folder / "house" / "de" / "a.yaml", {})
    pack(folder / "house" / "b.yaml", {"id": "house.other"})
    assert run("test", "house").stdout == "2 rules, 8 examples: all well.\n"


def test_an_unusable_pack_beside_a_good_one(run: Run, folder: Path) -> None:
    good = pack(folder / "good.yaml", {})
    (folder / "broken.yaml").write_text("language: de\nrules: [{id: house.b, kind: magic}]\n", encoding="utf-8")
    result = run("test", good, "broken.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("msglint: broken.yaml:2: rule 'house.b': 'kind' cannot be 'magic'")
    assert result.stdout == "1 rule, 4 examples: 1 unusable place in packs.\n"


@pytest.mark.parametrize("name", ["none.yaml", "none", "./none"])
def test_a_pack_that_is_not_there(run: Run, name: str) -> None:
    result = run("test", name)
    assert result.exit_code == 2
    assert "none" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_id_that_msglint_has_itself(run: Run, folder: Path) -> None:
    result = run("test", pack(folder / "house.yaml", {"id": "boilerplate.default-invite"}))
    assert result.exit_code == 2
    assert "there is a rule 'boilerplate.default-invite' already" in result.stderr


def test_an_installed_package_with_rules_in_python(run: Run, install: Install) -> None:
    code = f"{RULE}\ndef bad(message, context):\n    raise ValueError\nRULES = [rule(), rule('acme.bad', check=bad)]\n"
    install(files={"{module}/__init__.py": code})
    result = run("test", "acme")
    assert result.exit_code == 1
    assert "acme.code\n  Failure: Bad examples for German: 0; with 2 one can rely on the rule.\n" in result.stdout
    assert result.stdout.endswith("2 rules, 0 examples: 8 failures, 2 warnings.\n")


def test_why_a_rule_could_not_finish_is_said(run: Run, install: Install) -> None:
    code = (
        f"{RULE}\nfrom msglint.rules.base import Example, Examples\n"
        "def bad(message, context):\n    raise ValueError\n"
        "ones = (Example('Hallo Anna,\\n\\nwie gesagt kommt er morgen.\\n\\nTom'),) * 2\n"
        "RULES = [rule(check=bad, languages=frozenset({'de'}), examples={'de': Examples(ones, ones)})]\n"
    )
    install(files={"{module}/__init__.py": code})
    shown = run("test", "acme").stdout
    assert "Failure: Bad example 1 (German): the rule finds nothing." in shown
    assert "ValueError" in shown


def test_packs_in_use_are_loaded_besides(run: Run, folder: Path) -> None:
    pack(folder / "ours.yaml", {})
    theirs = pack(folder / "theirs.yaml", {})
    (folder / ".msglint.yaml").write_text("extends: ./ours.yaml\n", encoding="utf-8")
    result = run("test", theirs)
    assert result.exit_code == 2
    assert "there is a rule 'house.filler' already" in result.stderr
    assert run("test", "ours.yaml").exit_code == 0


def test_another_format(run: Run) -> None:
    result = run("test", "--output-format", "xml")
    assert (result.exit_code, result.stderr) == (
        2,
        "msglint: --output-format cannot be 'xml' here; it may be text or json.\n",
    )


def test_a_broken_configuration(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("fail-on: maybe\n", encoding="utf-8")
    result = run("test", pack(folder / "house.yaml", {}))
    assert result.exit_code == 2
    assert ".msglint.yaml" in result.stderr
    assert run("test", "house.yaml", "--isolated").exit_code == 0


# For programs


def test_json(run: Run, folder: Path) -> None:
    result = run("test", pack(folder / "house.yaml", {"bad": [*BAD, FOUND], **WARNED}), "--output-format", "json")
    document = json.loads(result.stdout)

    assert result.exit_code == 1
    assert [document[key] for key in ("schema_version", "rules", "examples", "failures", "warnings", "hints")] == [
        *(1, 1, 5, 1, 1, 0)
    ]
    assert document["problems"] == []
    failure, warning = document["remarks"]
    assert (failure["rule"], failure["level"], failure["fault"], failure["language"]) == (
        *("house.filler", "failure", "elsewhere", "de"),
    )
    assert (failure["file"], failure["expected"], failure["found"]) == ("house.yaml", "fertig", "wie gesagt")
    assert failure["example"]["text"][failure["start"] : failure["end"]] == "wie gesagt"
    assert (failure["example"]["kind"], failure["example"]["number"]) == ("bad", 3)
    assert (warning["fault"], warning["source"], warning["example"]) == ("unused-exception", "wie dem auch sei", None)
    assert warning["line"] > 1


def test_json_of_an_unusable_pack(run: Run, folder: Path) -> None:
    (folder / "broken.yaml").write_text("rules: [", encoding="utf-8")
    result = run("test", "broken.yaml", "--output-format", "json")
    assert result.exit_code == 2
    (problem,) = json.loads(result.stdout)["problems"]
    assert problem.startswith("broken.yaml:")


# On a machine


def test_no_colour_in_a_pipe_but_where_it_is_wanted(process: Process, folder: Path) -> None:
    name = pack(folder / "house.yaml", WARNED)
    plain = process("test", name)
    assert (plain.returncode, plain.stderr) == (0, b"")
    assert b"\x1b" not in plain.stdout
    assert b"\x1b[1mhouse.filler\x1b[0m" in process("test", name, environ={"FORCE_COLOR": "1"}).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently on Windows")
def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    rules = [{"id": f"house.a{number}", "except": [f"nie {at}" for at in range(40)]} for number in range(30)]
    name = pack(folder / "house.yaml", *rules)
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m msglint test --isolated {name} | head -1"],
        capture_output=True, check=False, timeout=120, env={"PATH": os.environ["PATH"], "PYTHONPATH": root},
    )  # fmt: skip
    assert done.stderr == b""
    assert done.stdout.startswith(b"house.a0  house.yaml:")


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ on Windows")
def test_an_interrupt_ends_it_silently(folder: Path) -> None:
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-m", "msglint", "test", "--isolated"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PATH": os.environ["PATH"], "PYTHONPATH": root},
    ) as running:  # fmt: skip
        time.sleep(3)
        running.send_signal(signal.SIGINT)
        assert running.stderr is not None
        assert running.stdout is not None
        assert (running.wait(timeout=60), running.stdout.read(), running.stderr.read()) == (130, b"", b"")
