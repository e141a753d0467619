"""`msglint rules`."""

from __future__ import annotations

import json

from msglint.linter import Linter

from .conftest import Run


def test_a_line_for_every_rule(run: Run) -> None:
    lines = run("rules").stdout.splitlines()

    assert lines[0].split() == ["Rule", "Severity", "Languages", "What", "it", "is", "about"]
    assert [line.split()[0] for line in lines[1:]] == [rule.id for rule in Linter().rules]


def test_in_german(run: Run) -> None:
    shown = run("rules", LANG="de_DE.UTF-8").stdout

    assert shown.startswith("Regel ")
    assert "Anrede fehlt" in shown
    assert "Warnung" in shown


def test_as_json(run: Run) -> None:
    document = json.loads(run("rules", "--output-format", "json").stdout)

    assert document["schema_version"] == 1
    by_id = {rule["id"]: rule for rule in document["rules"]}
    assert by_id["body.verbless"]["options"] == {"max-words": 12}
    assert by_id["salutation.missing"]["languages"] == ["de", "en"]


def test_another_format(run: Run) -> None:
    result = run("rules", "--output-format", "xml")

    assert (result.exit_code, result.stderr) == (
        2,
        "msglint: --output-format cannot be 'xml' here; it may be text or json.\n",
    )


def test_an_argument_too_many(run: Run) -> None:
    assert run("rules", "x", "--ui-language", "de").stderr.startswith("msglint: Überflüssig: x.")
