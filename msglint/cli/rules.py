"""`msglint rules`: all rules at a glance."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from msglint.cli.commands import BilingualCommand
from msglint.cli.options import check_text_or_json, current_ui, extending_linter, output_format_option, rule_options
from msglint.cli.ui import Output
from msglint.describing.words import SEVERITIES
from msglint.rules.base import Rule
from msglint.texts import Text

TEXT = Text(de="Alle Regeln zeigen, mit Schwere und Sprachen.", en="Show all rules with severity and languages.")
ANY = Text(de="alle", en="any")
HEADINGS = (
    Text("Regel", "Rule"),
    Text("Schwere", "Severity"),
    Text("Sprachen", "Languages"),
    Text("Worum es geht", "What it is about"),
)
FROM = Text("aus {origin}", "from {origin}")


def rules(output_format: str | None, **parameters: Any) -> None:
    """Print the table, or JSON."""
    language = current_ui().language
    check_text_or_json(output_format)
    all_rules = extending_linter(parameters).rules
    output = Output(machine=output_format == "json")
    if output_format == "json":
        output.write(json.dumps(_as_json(all_rules, language), ensure_ascii=False, indent=2) + "\n")
    else:
        output.write("".join(f"{line}\n" for line in _table(all_rules, language)))


def languages_of(rule: Rule, ui_language: str) -> str:
    """The languages a rule works in, as one word."""
    return ", ".join(sorted(rule.languages)) or ANY.in_(ui_language)


def _table(all_rules: Sequence[Rule], language: str) -> Iterator[str]:
    rows = [tuple(heading.in_(language) for heading in HEADINGS)]
    rows += [
        (
            rule.id,
            SEVERITIES[rule.severity.label].in_(language),
            languages_of(rule, language),
            rule.title.in_(language) + (f" ({FROM.in_(language).format(origin=rule.origin)})" if rule.origin else ""),
        )
        for rule in all_rules
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]])


def _as_json(all_rules: Sequence[Rule], language: str) -> dict[str, object]:
    return {
        "schema_version": 1,
        "rules": [
            {
                "id": rule.id,
                "severity": rule.severity.label,
                "languages": sorted(rule.languages),
                "title": rule.title.in_(language),
                "options": {option.name: option.default for option in rule.options},
                "origin": rule.origin or None,
            }
            for rule in all_rules
        ],
    }


command = BilingualCommand(
    "rules", text=TEXT, callback=rules, params=[output_format_option("text|json"), *rule_options()]
)
