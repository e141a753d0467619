"""`msglint explain`: what a rule looks for, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import Formatter

import click

from msglint.cli.commands import BilingualCommand, UserError
from msglint.cli.options import current_ui, ui_language_option
from msglint.cli.rules import SEVERITY_WORDS, languages_of
from msglint.cli.ui import Output
from msglint.documents.errors import nearest
from msglint.formats.display import visible, wrapped
from msglint.linter import Linter
from msglint.message.model import Channel
from msglint.rules import fits
from msglint.rules.base import Example, Option, Rule
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
SEVERITY = Text("Schwere", "Severity")
LANGUAGES = Text("Sprachen", "Languages")
WHAT = Text("Was", "What")
WHY = Text("Warum", "Why")
OPTIONS = Text("Einstellungen", "Options")
EXAMPLES = Text("Beispiele", "Examples")
BAD = Text("Schlecht", "Bad")
BETTER = Text("Besser", "Better")
GOOD = Text("Gut", "Good")
LIMITS = Text("Grenzen", "Limits")
SOURCE = Text("Quelle", "Source")
FROM = Text("Von", "From")
TO = Text("An", "To")
CC = Text("Kopie", "Cc")
SUBJECT = Text("Betreff", "Subject")
ANSWERS = Text("Antwort auf", "Answers")
ATTACHMENTS = Text("Anhänge", "Attachments")
CHANNEL = Text("Weg", "Channel")
AUDIENCE = Text("Empfänger ist", "Audience")
RELATIONSHIP = Text("Beziehung", "Relationship")
LANGUAGE = Text("Sprache", "Language")
NONE = Text("keiner", "none")
NO_FILES = Text("keine", "none")
LANGUAGE_NAMES = {"de": Text("Deutsch", "German"), "en": Text("Englisch", "English")}
WIDTH = 80
SHOWN_EXAMPLES = 2


def explain(rules: tuple[str, ...], ui_language: str | None) -> None:
    """Print an explanation of every rule that is named, or whose id begins so."""
    language = current_ui().language
    chosen = _chosen(rules, Linter().rules)
    blocks = ("".join(f"{line}\n" for line in _explanation(rule, language)) for rule in chosen)
    Output().write("\n".join(blocks))


def _chosen(names: Sequence[str], all_rules: Sequence[Rule]) -> list[Rule]:
    chosen: dict[str, Rule] = {}
    for name in names:
        fitting = [rule for rule in all_rules if name and fits(name, rule.id)]
        if not fitting:
            raise _unknown(name, all_rules)
        chosen.update({rule.id: rule for rule in fitting})
    return list(chosen.values())


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


def _explanation(rule: Rule, language: str) -> Iterator[str]:
    yield f"{rule.id}: {rule.title.in_(language)}"
    severity = SEVERITY_WORDS[rule.severity.label].in_(language)
    yield f"{SEVERITY.in_(language)}: {severity} · {LANGUAGES.in_(language)}: {languages_of(rule, language)}"
    yield ""
    yield from _labelled(WHAT, _without_placeholders(rule.message.in_(language)), language)
    yield from _labelled(WHY, _without_placeholders(rule.why.in_(language)), language)
    if rule.limits:
        yield from _labelled(LIMITS, rule.limits.in_(language), language)
    if rule.source:
        yield from _labelled(SOURCE, rule.source, language)
    yield from _options(rule.options, language)
    for example_language in sorted(rule.examples, key=lambda name: name != language):
        yield from _examples(rule, example_language, language)


def _labelled(label: Text, text: str, language: str) -> Iterator[str]:
    return wrapped(text, WIDTH, f"{label.in_(language)}: ", "  ")


def _without_placeholders(template: str) -> str:
    """The message with `…` for what only a finding knows."""
    return "".join(literal + ("…" if field is not None else "") for literal, field, _, _ in Formatter().parse(template))


def _options(options: Sequence[Option], language: str) -> Iterator[str]:
    if options:
        yield ""
        yield f"{OPTIONS.in_(language)}:"
    for option in options:
        default = ", ".join(option.default) if isinstance(option.default, tuple) else str(option.default).lower()
        yield from wrapped(f"{option.name} ({default}): {option.help.in_(language)}", WIDTH, "  ", "    ")


def _examples(rule: Rule, example_language: str, language: str) -> Iterator[str]:
    examples = rule.examples[example_language]
    name = LANGUAGE_NAMES.get(example_language)
    yield ""
    yield f"{EXAMPLES.in_(language)} ({name.in_(language) if name else example_language}):"
    for bad in examples.bad[:SHOWN_EXAMPLES]:
        yield from _example(BAD, bad, language)
        if bad.better:
            yield from _block(BETTER, bad.better.strip("\n"), language)
    for good in examples.good[:SHOWN_EXAMPLES]:
        yield from _example(GOOD, good, language)


def _example(label: Text, example: Example, language: str) -> Iterator[str]:
    facts = [f"({name.in_(language)}: {value})" for name, value in _facts(example, language)]
    yield from _block(label, "\n".join([*facts, example.text]), language)


def _facts(example: Example, language: str) -> Iterator[tuple[Text, str]]:
    """What must be known besides the text to see why the rule speaks or is silent."""
    files = [file.filename or file.content_type for file in example.attachments or ()]
    facts = {
        FROM: example.from_,
        TO: ", ".join(example.to),
        CC: ", ".join(example.cc),
        SUBJECT: example.subject or (NONE.in_(language) if example.headers else None),
        ANSWERS: " ".join((example.answered or "").split()),
        ATTACHMENTS: None if example.attachments is None else ", ".join(files) or NO_FILES.in_(language),
        CHANNEL: None if example.channel is Channel.EMAIL else example.channel.value,
        AUDIENCE: example.audience and example.audience.value,
        RELATIONSHIP: example.relationship and example.relationship.value,
        LANGUAGE: example.language,
        OPTIONS: ", ".join(f"{name} = {value}" for name, value in example.options.items()),
    }
    yield from ((name, value) for name, value in facts.items() if value)


def _block(label: Text, text: str, language: str) -> Iterator[str]:
    yield f"  {label.in_(language)}:"
    for line in text.split("\n"):
        yield from (piece.rstrip() for piece in wrapped(visible(line), WIDTH, "    | ", "    | "))


command = BilingualCommand(
    "explain",
    text=TEXT,
    callback=explain,
    params=[click.Argument(["rules"], nargs=-1, required=True, metavar="RULE..."), ui_language_option()],
)
