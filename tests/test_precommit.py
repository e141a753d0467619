"""The hook for pre-commit: which files it takes, and what it says of them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from shared_precommit import pre_commit

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
GOOD = (
    "Sehr geehrte Frau {{ nachname }},\n\nIhre Karte liegt ab {{ tag }} bereit.\n\n"
    "Mit freundlichen Grüßen\n{{ absender }}\n"
)
BAD = GOOD.replace("{{ tag }}", "{{ tag }")


def hook() -> dict[str, str]:
    (entry,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert isinstance(entry, dict)
    return entry


def takes(path: str) -> bool:
    return bool(re.search(hook()["files"], path)) and not re.search(hook()["exclude"], path)


@pytest.mark.parametrize(
    "path",
    [
        "mails/reminder.txt",
        "templates/willkommen.html",
        "templates/willkommen.html.j2",
        "newsletter.jinja",
        "app/password.jinja2",
        "invite.mustache",
        "invite.hbs",
        "emails/invite.de.handlebars",
        "emails/invite.en_GB.j2",
        "drafts/offer.eml",
        "offers/spring.md",
        "notice-period.txt.j2",
    ],
)
def test_it_takes_messages(path: str) -> None:
    assert takes(path)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "sub/readme.de.md",
        "LICENSE.txt",
        "requirements.txt",
        "requirements-dev.txt",
        "CMakeLists.txt",
        "CHANGELOG.md",
        "robots.txt",
        "docs/index.md",
        ".github/pull_request_template.md",
        "etc/nginx.conf.j2",
        "deploy/values.yaml.j2",
        "main.py",
        "picture.png",
    ],
)
def test_it_leaves_other_files_alone(path: str) -> None:
    assert not takes(path)


def test_its_entry_is_a_command_of_ours(tmp_path: Path) -> None:
    program, *arguments = shlex.split(hook()["entry"])
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(GOOD, encoding="utf-8")
    bad.write_text(BAD, encoding="utf-8")

    command = [sys.executable, "-m", program, *arguments, "--isolated"]
    assert subprocess.run([*command, good], check=False, capture_output=True).returncode == 0
    assert subprocess.run([*command, good, bad], check=False, capture_output=True).returncode == 1


def test_pre_commit_finds_nothing_wrong_with_the_manifest() -> None:
    done = subprocess.run(
        [*pre_commit(), "validate-manifest", str(MANIFEST)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.precommit
def test_it_stops_a_commit_until_the_template_is_right(tmp_path: Path) -> None:
    command = pre_commit()
    hooks, project = tmp_path / "hooks", tmp_path / "project"
    revision = _committed(_copied(hooks))
    project.mkdir()
    _git(project, "init", "-q")
    (project / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: msglint\n", encoding="utf-8"
    )
    template = project / "mails" / "karte.txt"
    template.parent.mkdir()
    template.write_text(BAD, encoding="utf-8")
    (project / "README.md").write_text("{{ name }\n", encoding="utf-8")
    environ = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "LANG": "C.UTF-8", "LC_ALL": ""}
    environ = {name: value for name, value in environ.items() if not name.startswith("MSGLINT_") and value}
    subprocess.run([*command, "install"], cwd=project, env=environ, check=True, capture_output=True)
    _git(project, "add", ".")

    refused = _commit(project, environ)
    assert refused.returncode == 1
    assert "placeholder.leftover" in refused.stderr + refused.stdout
    assert "{{ tag }" in refused.stderr + refused.stdout
    assert "README" not in refused.stderr + refused.stdout

    template.write_text(GOOD, encoding="utf-8")
    _git(project, "add", ".")
    done = _commit(project, environ)
    assert done.returncode == 0, done.stdout + done.stderr


def _copied(folder: Path) -> Path:
    """The repository as it is here, committed or not."""
    for name in _git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def _committed(folder: Path) -> str:
    _git(folder, "init", "-q")
    _git(folder, "add", ".")
    _git(folder, *AUTHOR, "commit", "-q", "-m", "all")
    return _git(folder, "rev-parse", "HEAD")


AUTHOR = ("-c", "user.name=Eva", "-c", "user.email=eva@example.com", "-c", "commit.gpgsign=false")


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _commit(folder: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *AUTHOR, "commit", "-m", "template"],
        cwd=folder,
        env=environ,
        check=False,
        capture_output=True,
        text=True,
    )
