"""`msglint profiles`: which profiles there are, what each changes, and how two differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import click

from msglint.cli.commands import BilingualCommand, BilingualOption, UserError
from msglint.cli.options import check_text_or_json, current_ui, extending_linter, output_format_option, rule_options
from msglint.cli.ui import Output, complain
from msglint.describing.words import OFF, SEVERITIES
from msglint.documents.errors import listed
from msglint.formats.display import wrapped
from msglint.profiles.model import Profile, Profiles
from msglint.profiles.plan import profile_options, unknown_rules
from msglint.report import Severity
from msglint.rules.base import Rule
from msglint.texts import Text

TEXT = Text(
    de=(
        "Die Profile zeigen: wofür jedes ist und was es ändert.\n\n"
        "Mit einem Namen: was dieses Profil ändert und wo das steht. Mit --diff: worin sich zwei unterscheiden."
    ),
    en=(
        "Show the profiles: what each is for and what it changes.\n\n"
        "With a name: what this profile changes, and where that is written. With --diff: how two of them differ."
    ),
)
CHOICE = Text(
    de=(
        "Ohne --profile gilt für jede Nachricht das Profil, das am genauesten passt: Am meisten sagt der Betreff, dann "
        "der Weg, der Empfänger, die Beziehung. „msglint profiles NAME“ zeigt, was ein Profil ändert."
    ),
    en=(
        "Without --profile each message is checked by the profile that fits best: the subject says most, then the "
        "channel, the audience, the relationship. 'msglint profiles NAME' shows what a profile changes."
    ),
)
CHOSEN = Text("Von selbst gewählt", "Chosen by itself")
NEVER = Text("nie, nur mit --profile", "never, only with --profile")
ELSE = Text("wo kein anderes passt", "where no other fits")
BASED_ON = Text("Beruht auf", "Based on")
CONDITIONS: Mapping[str, Text] = {
    "subject": Text("Betreff", "subject"),
    "channel": Text("Weg", "channel"),
    "audience": Text("Empfänger", "audience"),
    "relationship": Text("Beziehung", "relationship"),
    "private": Text("privat, dem Ton nach", "private, by its tone"),
    "internal": Text("im eigenen Haus", "within one's own house"),
    "reply": Text("Antwort", "reply"),
}
YES_NO = {True: Text("ja", "yes"), False: Text("nein", "no")}
SWITCHED_OFF = Text("Schaltet aus", "Switches off")
SWITCHED_ON = Text("Schaltet wieder ein", "Switches on again")
WEIGHED = Text("Gewichtet anders", "Weighs differently")
SET = Text("Stellt ein", "Sets")
INSTEAD = Text("{new} statt {old}", "{new} in place of {old}")
ALWAYS = Text("immer {new}", "always {new}")
NOTHING = Text("Ändert nichts: Alle Regeln gelten, wie sie sind.", "Changes nothing: all rules hold as they are.")
NO_DIFFERENCE = Text("{a} und {b} unterscheiden sich nicht.", "{a} and {b} do not differ.")
RULE = Text("Regel", "Rule")
WIDTH = 80


class State(NamedTuple):
    """What a profile makes of one rule."""

    runs: bool
    severity: Severity
    options: Mapping[str, object]


def profiles(name: str | None, diff: tuple[str, str] | None, output_format: str | None, **parameters: Any) -> None:
    """Print the list, one profile, or what differs."""
    _check_usage(name, diff, output_format)
    language, is_json = current_ui().language, output_format == "json"
    linter = extending_linter(parameters)
    known = linter.profiles
    output = Output(machine=is_json)
    if diff:
        a, b = known.named(diff[0]), known.named(diff[1])
        rules = linter.rules
        text = _as_json(_diff_data(a, b, rules)) if is_json else _lines(_diff(a, b, rules, language))
    elif name:
        profile, rules = known.named(name), linter.rules
        text = (
            _as_json(_profile_data(profile, rules, language)) if is_json else _lines(_shown(profile, rules, language))
        )
        for problem in unknown_rules([profile], (rule.id for rule in rules)):
            complain(problem.text(language))
    else:
        text = _as_json(_list_data(known, language)) if is_json else _lines(_list(known, language))
    output.write(text)


def _check_usage(name: str | None, diff: tuple[str, str] | None, output_format: str | None) -> None:
    check_text_or_json(output_format)
    if name and diff:
        raise UserError(
            "--diff braucht zwei Profile und sonst keines: msglint profiles --diff customer colleague.",
            "--diff needs two profiles and no other: msglint profiles --diff customer colleague.",
        )


def _lines(lines: Iterator[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _as_json(document: Mapping[str, object]) -> str:
    return json.dumps({"schema_version": 1, **document}, ensure_ascii=False, indent=2) + "\n"


def state_of(profile: Profile, rule: Rule) -> State:
    """What the profile makes of the rule.

    Raises:
        msglint.profiles.errors.ProfileError: if it sets an option that the rule does not have.
    """
    change = profile.severity(rule.id)
    severity = change.value if change else rule.severity
    return State(profile.runs(rule.id), severity, {**rule.defaults, **profile_options(profile, rule)})


# All of them


def _list(known: Profiles, language: str) -> Iterator[str]:
    width = max(len(name) for name in known.data) + 2
    for profile in known:
        text = f"{profile.title.in_(language)}. {profile.about.in_(language)}"
        yield from wrapped(text, WIDTH, profile.name.ljust(width), " " * width)
    yield ""
    yield from wrapped(CHOICE.in_(language), WIDTH, "", "")


def _list_data(known: Profiles, language: str) -> Mapping[str, object]:
    return {"profiles": [_head(profile, language) for profile in known]}


def _head(profile: Profile, language: str) -> dict[str, object]:
    return {
        "name": profile.name,
        "title": profile.title.in_(language),
        "about": profile.about.in_(language),
        "for": {name: list(values) for name, values in profile.conditions.items()},
        "based_on": profile.based_on,
    }


# One of them


def _shown(profile: Profile, rules: Sequence[Rule], language: str) -> Iterator[str]:
    yield f"{profile.name}: {profile.title.in_(language)}"
    yield from wrapped(profile.about.in_(language), WIDTH, "", "")
    yield from wrapped(_conditions(profile, language), WIDTH, f"{CHOSEN.in_(language)}: ", "  ")
    if profile.based_on:
        yield f"{BASED_ON.in_(language)}: {profile.based_on}"
    groups = list(_groups(profile, rules, language))
    widths = [max((len(row[column]) for _, rows in groups for row in rows), default=0) for column in range(2)]
    for heading, rows in groups:
        yield ""
        yield f"{heading.in_(language)}:"
        for first, what, origin in rows:
            yield f"  {first.ljust(widths[0])}  {what.ljust(widths[1])}  {origin}"
    if not groups:
        yield ""
        yield NOTHING.in_(language)


def _conditions(profile: Profile, language: str) -> str:
    if not profile.conditions:
        return (ELSE if profile.name == "default" else NEVER).in_(language)
    return "; ".join(
        f"{CONDITIONS[name].in_(language)} {listed([_value(value, language) for value in values], language)}"
        for name, values in profile.conditions.items()
    )


def _value(value: object, language: str) -> str:
    if isinstance(value, bool):
        return YES_NO[value].in_(language)
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value)


Row = tuple[str, str, str]


def _groups(profile: Profile, rules: Sequence[Rule], language: str) -> Iterator[tuple[Text, list[Row]]]:
    """What the profile changes, by the kind of the change; the rows of a kind in the order of the rules."""
    running = [rule for rule in rules if profile.runs(rule.id)]
    groups = {
        SWITCHED_OFF: [row for rule in rules for row in _switched(rule, profile, to=False, language=language)],
        SWITCHED_ON: [row for rule in rules for row in _switched(rule, profile, to=True, language=language)],
        WEIGHED: [row for rule in running for row in _weighed(rule, profile, language)],
        SET: [row for rule in running for row in _set(rule, profile, language)],
    }
    return ((heading, rows) for heading, rows in groups.items() if rows)


def _switched(rule: Rule, profile: Profile, *, to: bool, language: str) -> Iterator[Row]:
    switch = profile.switch(rule.id)
    if switch is not None and switch.value is to:
        yield rule.id, rule.title.in_(language), switch.origin


def _weighed(rule: Rule, profile: Profile, language: str) -> Iterator[Row]:
    change = profile.severity(rule.id)
    if change is not None:
        old, new = (SEVERITIES[severity.label].in_(language) for severity in (rule.severity, change.value))
        template = ALWAYS if old == new else INSTEAD
        yield rule.id, template.in_(language).format(new=new, old=old), change.origin


def _set(rule: Rule, profile: Profile, language: str) -> Iterator[Row]:
    values = profile_options(profile, rule)
    for name, change in profile.options(rule.id).items():
        new, old = _value(values[name], language), _value(rule.defaults[name], language)
        yield f"{rule.id}: {name}", INSTEAD.in_(language).format(new=new, old=old), change.origin


def _profile_data(profile: Profile, rules: Sequence[Rule], language: str) -> Mapping[str, object]:
    changed = [rule for rule in rules if _origins(profile, rule)]
    return {
        "profile": {
            **_head(profile, language),
            "rules": [
                {"id": rule.id, **_state_data(state_of(profile, rule)), "origin": _origins(profile, rule)}
                for rule in changed
            ],
        }
    }


def _origins(profile: Profile, rule: Rule) -> list[str]:
    """Where the profile says something of the rule."""
    changes = [profile.switch(rule.id), profile.severity(rule.id), *profile.options(rule.id).values()]
    return list(dict.fromkeys(change.origin for change in changes if change is not None))


def _state_data(state: State) -> dict[str, Any]:
    return {"enabled": state.runs, "severity": state.severity.label, "options": dict(state.options)}


# Two of them


def _different(a: Profile, b: Profile, rules: Sequence[Rule]) -> Iterator[tuple[Rule, State, State]]:
    for rule in rules:
        one, other = state_of(a, rule), state_of(b, rule)
        if one != other and (one.runs or other.runs):
            yield rule, one, other


def _diff(a: Profile, b: Profile, rules: Sequence[Rule], language: str) -> Iterator[str]:
    rows = [(RULE.in_(language), a.name, b.name)]
    for rule, one, other in _different(a, b, rules):
        differing = [name for name in rule.defaults if one.options[name] != other.options[name]]
        rows.append((rule.id, _in_words(one, differing, language), _in_words(other, differing, language)))
    if len(rows) == 1:
        yield NO_DIFFERENCE.in_(language).format(a=a.name, b=b.name)
        return
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for row in rows:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[2]])


def _in_words(state: State, options: Sequence[str], language: str) -> str:
    if not state.runs:
        return SEVERITIES[OFF].in_(language)
    severity = SEVERITIES[state.severity.label].in_(language)
    return ", ".join([severity, *(f"{name} {_value(state.options[name], language)}" for name in options)])


def _diff_data(a: Profile, b: Profile, rules: Sequence[Rule]) -> Mapping[str, object]:
    return {
        "profiles": [a.name, b.name],
        "rules": [
            {"id": rule.id, a.name: _state_data(one), b.name: _state_data(other)}
            for rule, one, other in _different(a, b, rules)
        ],
    }


command = BilingualCommand(
    "profiles",
    text=TEXT,
    callback=profiles,
    params=[
        click.Argument(["name"], required=False, metavar="[NAME]"),
        BilingualOption(
            "--diff",
            nargs=2,
            metavar="NAME NAME",
            text=Text("Worin sich zwei Profile unterscheiden.", "How two profiles differ."),
        ),
        output_format_option("text|json"),
        *rule_options(),
    ],
)
