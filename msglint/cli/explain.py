"""`msglint explain`: what a rule looks for, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final

import click

from msglint.cli.commands import BilingualCommand, UserError
from msglint.cli.options import check_text_or_json, current_ui, extending_linter, output_format_option, rule_options
from msglint.cli.ui import Output
from msglint.describing.description import DescribedExample, DescribedExamples, Description, InProfile, Sought
from msglint.describing.words import LANGUAGES, OPTIONS, SEVERITIES, SUBJECT
from msglint.documents.errors import nearest
from msglint.formats.display import columns, visible, wrapped
from msglint.profiles.model import Profiles
from msglint.rules import fits
from msglint.rules.base import Rule
from msglint.texts import Text

TEXT = Text(
    de=(
        "Regeln erklären: was, warum, Beispiele und Einstellungen.\n\n"
        "Ein Anfang wie „salutation“ erklärt alle Regeln der Familie."
    ),
    en=(
        "Explain rules: what, why, examples and options.\n\n"
        "A prefix such as 'salutation' explains all rules of the family."
    ),
)
SEVERITY: Final = Text("Schwere", "Severity")
IN_LANGUAGES: Final = Text("Sprachen", "Languages")
ANY: Final = Text("alle", "any")
POINTS: Final = Text("Abzug", "Points off")
FIXABLE: Final = Text("berichtigt --fix", "mended by --fix")
WHAT: Final = Text("Was", "What")
WHY: Final = Text("Warum", "Why")
ALSO_BETTER: Final = Text("Was hilft", "What helps")
WEIGHTS: Final = Text("Schwere je nach Nachricht", "Severity by message")
PROFILES: Final = Text("In den Profilen", "In the profiles")
SOUGHT: Final = Text("Woran sie es erkennt ({language})", "How it knows ({language})")
ONLY: Final = Text("Nur", "Only")
COUNTED: Final = Text("Befund ab", "Found at")
NEEDED: Final = Text("Nötig {where}, eines davon", "Needed {where}, one of these")
EXCEPT: Final = Text("Ausnahmen", "Exceptions")
MORE: Final = Text("und {number} weitere (alle mit --output-format json)", "and {number} more (--output-format json)")
EXAMPLES: Final = Text("Beispiele", "Examples")
BAD: Final = Text("Schlecht", "Bad")
BETTER: Final = Text("Besser", "Better")
GOOD: Final = Text("Gut", "Good")
LIMITS: Final = Text("Grenzen", "Limits")
INSTEAD_OF: Final = Text("Geht vor", "Goes before")
SOURCE: Final = Text("Quelle", "Source")
ORIGIN: Final = Text("Kommt aus", "Comes from")
WRITTEN_IN: Final = Text("Steht in", "Written in")
PAGE: Final = Text("Seite", "Page")
WIDTH: Final = 80
SHOWN_EXAMPLES: Final = 2
SHOWN_ITEMS: Final = 12


def explain(rules: tuple[str, ...], output_format: str | None, **parameters: Any) -> None:
    """Print an explanation of every rule that is named, or whose id begins so."""
    check_text_or_json(output_format)
    from msglint.describing.describe import describe

    language = current_ui().language
    linter = extending_linter(parameters)
    descriptions = describe(_chosen(rules, linter.rules, linter.profiles), linter)
    output = Output(machine=output_format == "json")
    if output_format == "json":
        document = {"schema_version": 1, "rules": [asdict(description) for description in descriptions]}
        output.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        return
    blocks = ("".join(f"{line}\n" for line in _explanation(one, language)) for one in descriptions)
    output.write("\n".join(blocks))


def _chosen(names: Sequence[str], all_rules: Sequence[Rule], profiles: Profiles) -> list[Rule]:
    chosen: dict[str, Rule] = {}
    for name in names:
        fitting = [rule for rule in all_rules if name and fits(name, rule.id)]
        if not fitting:
            raise _is_profile(name, profiles) or _unknown(name, all_rules)
        chosen.update({rule.id: rule for rule in fitting})
    return list(chosen.values())


def _is_profile(name: str, profiles: Profiles) -> UserError | None:
    """Where a profile has that name or title, and not a rule."""
    wanted = name.casefold()
    found = next((one.name for one in profiles if wanted in (one.name, *map(str.casefold, one.title))), None)
    if found is None:
        return None
    return UserError(
        f"„{name}“ ist keine Regel, sondern ein Profil; „msglint profiles {found}“ zeigt es.",
        f"'{name}' is not a rule but a profile; 'msglint profiles {found}' shows it.",
    )


def _unknown(name: str, all_rules: Sequence[Rule]) -> UserError:
    near = nearest(name, [*(rule.id for rule in all_rules), *sorted({rule.family for rule in all_rules})])
    if near is None:
        return UserError(
            f"Die Regel „{name}“ gibt es nicht; „msglint rules“ zeigt alle.",
            f"There is no rule '{name}'; see 'msglint rules'.",
        )
    return UserError(
        f"Die Regel „{name}“ gibt es nicht; gemeint ist wohl „{near}“.",
        f"There is no rule '{name}'; did you mean '{near}'?",
    )


def _explanation(rule: Description, language: str) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield " · ".join(_head(rule, language))
    yield ""
    for label, text in (
        (WHAT, rule.what),
        (WHY, rule.why),
        (ALSO_BETTER, rule.better),
        (LIMITS, rule.limits),
        (INSTEAD_OF, ", ".join(rule.supersedes)),
        (SOURCE, rule.source),
        (ORIGIN, rule.origin),
        (WRITTEN_IN, ", ".join(rule.place)),
        (PAGE, rule.help_url),
    ):
        if text:
            yield from _labelled(label.in_(language), text)
    yield from _listed(
        OPTIONS, [f"{option.name} ({option.default}): {option.help}" for option in rule.options], language
    )
    yield from _listed(
        WEIGHTS, [f"{one.condition}: {_severity(one.severity, language)}" for one in rule.weights], language
    )
    yield from _listed(PROFILES, [_in_profile(one, language) for one in rule.profiles], language)
    for examples in rule.examples:
        yield from _examples(examples, language)
    for sought in rule.sought:
        yield from _sought(sought, language)


def _head(rule: Description, language: str) -> Iterator[str]:
    yield f"{SEVERITY.in_(language)}: {_severity(rule.severity, language)}"
    yield f"{IN_LANGUAGES.in_(language)}: {', '.join(rule.languages) or ANY.in_(language)}"
    yield f"{POINTS.in_(language)}: {rule.points}"
    if rule.fixable:
        yield FIXABLE.in_(language)


def _severity(label: str, language: str) -> str:
    return SEVERITIES[label].in_(language)


def _labelled(label: str, text: str) -> Iterator[str]:
    return wrapped(text, WIDTH, f"{label}: ", "  ")


def _listed(label: Text, items: Sequence[str], language: str) -> Iterator[str]:
    if items:
        yield ""
        yield f"{label.in_(language)}:"
    for item in items:
        yield from wrapped(item, WIDTH, "  ", "    ")


def _in_profile(change: InProfile, language: str) -> str:
    return ", ".join([f"{change.name} ({change.title}): {_severity(change.severity, language)}", *change.options])


def _sought(sought: Sought, language: str) -> Iterator[str]:
    yield ""
    yield f"{SOUGHT.in_(language).format(language=_language_name(sought.language, language))}:"
    yield from wrapped(f"{sought.how}, {sought.part}.", WIDTH, "  ", "  ")
    if sought.limit:
        yield from wrapped(sought.limit, WIDTH, f"  {COUNTED.in_(language)}: ", "    ")
    if sought.only:
        yield from wrapped(sought.only, WIDTH, f"  {ONLY.in_(language)}: ", "    ")
    yield from _items(sought.items, "    ", language)
    if sought.needed:
        yield f"  {NEEDED.in_(language).format(where=sought.needed_in)}:"
        yield from _items(sought.needed, "    ", language)
    if sought.exceptions:
        yield f"  {EXCEPT.in_(language)}:"
        yield from _items(sought.exceptions, "    ", language)


def _items(items: Sequence[str], indent: str, language: str) -> Iterator[str]:
    for item in items[:SHOWN_ITEMS]:
        # A blank is part of an expression: it is not broken there.
        yield from (f"{indent}{visible(item)}",) if "\\" in item else wrapped(item, WIDTH, indent, f"{indent}  ")
    if len(items) > SHOWN_ITEMS:
        yield f"{indent}… {MORE.in_(language).format(number=len(items) - SHOWN_ITEMS)}"


def _language_name(name: str, language: str) -> str:
    return LANGUAGES[name].in_(language) if name in LANGUAGES else name


def _examples(examples: DescribedExamples, language: str) -> Iterator[str]:
    yield ""
    yield f"{EXAMPLES.in_(language)} ({_language_name(examples.language, language)}):"
    for bad in examples.bad[:SHOWN_EXAMPLES]:
        yield from _example(BAD, bad, language)
        if bad.finding:
            yield from wrapped(bad.finding, WIDTH, "    ! ", "      ")
        if bad.better:
            yield from _block(BETTER, bad.better[0].strip("\n"), language)
    for good in examples.good[:SHOWN_EXAMPLES]:
        yield from _example(GOOD, good, language)


def _example(label: Text, example: DescribedExample, language: str) -> Iterator[str]:
    yield f"  {label.in_(language)}:"
    for fact in example.facts:
        yield from _margin(f"({fact.name}: {fact.value})")
        if example.in_subject and fact.name == SUBJECT.in_(language):
            start = fact.value.find(example.flagged)
            yield from _carets(f"({fact.name}: {fact.value[:start]}", example.flagged)
    position = 0
    for line in example.text.split("\n"):
        yield from _line(line, position, example)
        position += len(line) + 1


def _line(line: str, position: int, example: DescribedExample) -> Iterator[str]:
    """A line of the text, and below it what of it is flagged; a line that is to be broken shows it behind the piece."""
    start, end = example.start, example.end
    if start is None or end is None or not (start <= position + len(line) and (end > position or start == position)):
        yield from _margin(line)
        return
    begin, finish = max(start - position, 0), min(end - position, len(line))
    if columns(line) + len(MARGIN) <= WIDTH:
        yield from _margin(line)
        yield from _carets(line[:begin], line[begin:finish])
        return
    yield from _marked_pieces(line, begin, finish)


def _marked_pieces(line: str, begin: int, finish: int) -> Iterator[str]:
    at = 0
    for piece in wrapped(line, WIDTH, MARGIN, MARGIN):
        words = piece.removeprefix(MARGIN)
        start = line.find(words, at)
        yield piece
        if start < 0:
            continue
        at = start + len(words)
        if begin <= at and (finish > start or begin == start):
            yield from _carets(line[start : max(begin, start)], line[max(begin, start) : min(finish, at)])


MARGIN: Final = "    | "


def _carets(before: str, flagged: str) -> Iterator[str]:
    yield f"{MARGIN}{' ' * columns(visible(before))}{'^' * max(columns(visible(flagged)), 1)}"


def _margin(line: str) -> Iterator[str]:
    return (piece.rstrip() for piece in wrapped(visible(line), WIDTH, MARGIN, MARGIN))


def _block(label: Text, text: str, language: str) -> Iterator[str]:
    yield f"  {label.in_(language)}:"
    for line in text.split("\n"):
        yield from _margin(line)


command = BilingualCommand(
    "explain",
    text=TEXT,
    callback=explain,
    params=[
        click.Argument(["rules"], nargs=-1, required=True, metavar="RULE..."),
        output_format_option("text|json"),
        *rule_options(),
    ],
)
