"""Packages that offer rules, as an installation would leave them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Install = Callable[..., str]

RULE = """
from msglint.message.model import Message
from msglint.report import Severity, Span
from msglint.rules.base import Context, Hit, Rule
from msglint.texts import Text


def check(message, context):
    yield Hit(Span(0, 5), values={"word": message.text[:5]})


def rule(id="acme.code", check=check, **changes):
    return Rule(**{
        "id": id, "languages": frozenset(), "severity": Severity.WARNING, "title": Text("Titel", "title"),
        "message": Text("„{word}“", "'{word}'"), "why": Text("darum", "because"), "source": "x", "check": check,
        "examples": {}, **changes,
    })

"""
"""The beginning of a package with rules in Python: `rule()` makes one that works."""

PACK = """
language: de
rules:
  - id: {id}
    kind: phrase
    severity: warning
    title: {{de: Titel, en: title}}
    message: {{de: "„{{phrase}}“ nicht", en: "not '{{phrase}}'"}}
    why: {{de: darum, en: because}}
    phrases: [{phrase}]
"""


def pack_text(rule_id: str = "acme.word", phrase: str = "wie gesagt") -> str:
    """A pack with one rule."""
    return PACK.format(id=rule_id, phrase=phrase)


def write_all(folder: Path, files: dict[str, str]) -> None:
    """The files below the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Put a package where Python finds it; the name of its module is another for every test."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)
    numbers = itertools.count()
    modules = []

    def install(name: str = "acme", *, value: str = "{module}", files: dict[str, str]) -> str:
        module = f"style_{abs(hash(str(tmp_path)))}_{next(numbers)}"
        modules.append(module)
        write_all(site, {path.format(module=module): text for path, text in files.items()})
        info = f"{module}-1.dist-info"
        points = f"[msglint.rulesets]\n{name} = {value.format(module=module)}\n"
        metadata = f"Metadata-Version: 2.1\nName: {module}\nVersion: 1\n"
        write_all(site, {f"{info}/METADATA": metadata, f"{info}/entry_points.txt": points})
        return module

    yield install
    import sys

    for name in [name for name in sys.modules if name.partition(".")[0] in modules]:
        del sys.modules[name]
