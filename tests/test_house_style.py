"""The example package in `examples/house-style`: its rules do what its examples say, and it installs and works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from msglint import Linter
from msglint.examining.trial import try_rule
from msglint.message.sources import read_path
from msglint.rulesets import load_rulesets
from msglint.rulesets.sharing import load_extended
from msglint.settings import Settings

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "examples" / "house-style"
DRAFT = (
    "Sehr geehrte Frau Meyer,\n\nIhre Reklamation zu AC-48213-9 ist bei ACME eingegangen. Die Ticketnummer steht oben."
    "\n\nMit freundlichen Grüßen\nTom Weiß\n"
)
FOUND = {
    "acme.complaint-contact": "error",
    "acme.name": "error",
    "acme.plain-words": "suggestion",
    "acme.order-number": "error",
}
"""What the rules of the house find in the draft under the profile of the house."""

LIBRARY = """
import json, sys
from msglint import Linter, Message
from msglint.settings import Settings
linter = Linter(Settings(extends=("acme",), profile="acme-letter", select=("acme",)))
report = linter.check(Message.from_text(sys.stdin.read()))
found = {finding.rule: finding.severity.label for finding in report.findings}
print(json.dumps([found, [str(problem) for problem in linter.problems]]))
"""


def test_its_rules_do_what_their_examples_say() -> None:
    rulesets = load_rulesets([PACKAGE / "acme_style"], with_examples=True)
    assert rulesets.problems == ()
    linter = Linter(Settings(profile="everything"), ui_language="en", rulesets=rulesets)
    rules = [rule for rule in linter.rules if rule.family == "acme"]

    assert {rule.id for rule in rules} == set(FOUND) - {"acme.order-number"}
    assert [failure for rule in rules for failure in try_rule(rule, linter)] == []


def test_its_rule_in_python_does_what_its_examples_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PACKAGE)
    info = {"acme": "acme_style"}
    monkeypatch.setattr("msglint.rulesets.sharing.entry_points", lambda **_: [_Point(value) for value in info.values()])
    linter = Linter(Settings(profile="everything", extends=("acme",)), ui_language="en")
    (rule,) = load_extended(("acme",)).coded

    assert linter.problems == ()
    assert rule.id == "acme.order-number"
    assert list(try_rule(rule, linter)) == []


class _Point:
    """What an entry point is to msglint."""

    attr = ""

    def __init__(self, value: str) -> None:
        self.value = self.module = value


def test_the_drafts_beside_it_are_checked_without_it() -> None:
    paths = [draft.path for draft in read_path(ROOT / "examples")]

    assert paths
    assert not [path for path in paths if "house-style" in path]


def test_a_readme_is_checked_where_it_is_named() -> None:
    assert [draft.error for draft in read_path(PACKAGE / "README.md")] == [None]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the package has been installed as pip installs it, without a network."""
    if find_spec("hatchling") is None or find_spec("pip") is None:
        pytest.skip("pip and hatchling build the package")
    folder = tmp_path_factory.mktemp("installed")
    source = folder / "source"
    shutil.copytree(PACKAGE, source, ignore=shutil.ignore_patterns("__pycache__"))
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check", "--quiet")
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder / "site"), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def run(installed: Path | None, folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """A fresh process in an empty folder, with what is installed."""
    (folder / ".git").mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    path = os.pathsep.join(str(part) for part in (ROOT, installed) if part)
    return subprocess.run(
        [sys.executable, *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env={
            **kept,
            "PYTHONPATH": path,
            "LANG": "en_GB.UTF-8",
            "PYTHONUTF8": "1",
            "XDG_CONFIG_HOME": str(folder / "xdg"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        },
    )


def test_installed_it_works_on_the_command_line(installed: Path, tmp_path: Path) -> None:
    (tmp_path / ".msglint.yaml").write_text("extends: acme\nprofile: acme-letter\nselect: acme\n", encoding="utf-8")

    done = run(installed, tmp_path, "-m", "msglint", "check", "-", "--output-format", "json", stdin=DRAFT)

    assert (done.returncode, done.stderr) == (1, "")
    (message,) = json.loads(done.stdout)["messages"]
    assert {finding["rule"]: finding["severity"] for finding in message["findings"]} == FOUND
    assert (message["profile"], message["skipped"]) == ("acme-letter", [])
    shown = run(installed, tmp_path, "-m", "msglint", "rules", "--output-format", "json")
    origins = {rule["id"]: rule["origin"] for rule in json.loads(shown.stdout)["rules"]}
    assert {rule for rule, origin in origins.items() if origin == "acme"} == set(FOUND)


def test_installed_it_works_in_the_library(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "-c", LIBRARY, stdin=DRAFT)

    assert done.stderr == ""
    assert json.loads(done.stdout) == [FOUND, []]


def test_where_it_is_not_installed_its_name_is_told(tmp_path: Path) -> None:
    (tmp_path / ".msglint.yaml").write_text("extends: acme\n", encoding="utf-8")

    done = run(None, tmp_path, "-m", "msglint", "check", "-", stdin=DRAFT)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("msglint: .msglint.yaml:1: 'extends': no installed package offers rules under")
