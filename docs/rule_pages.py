"""The page on a rule, written from its description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from msglint.describing.description import DescribedExample, DescribedExamples, Description, InProfile, Sought
from msglint.describing.words import LANGUAGES, SEVERITIES, family_title
from msglint.texts import Text

WHAT = Text("Was sie findet", "What it finds")
WHY = Text("Warum das dem Leser wichtig ist", "Why it matters to the reader")
HELPS = Text("Was hilft", "What helps")
EXAMPLES = Text("Beispiele", "Examples")
IN_GERMAN = Text("In deutschen Nachrichten", "In German messages")
IN_ENGLISH = Text("In englischen Nachrichten", "In English messages")
HOW = Text("Woran sie es erkennt", "How it knows")
WEIGHT = Text("Wie schwer sie wiegt", "How much it weighs")
OPTIONS = Text("Einstellungen", "Options")
LIMITS = Text("Was sie nicht sieht", "What it does not see")
CHANGE = Text("Anders gewichten oder abschalten", "Weigh it differently or switch it off")
SOURCE = Text("Woher sie kommt", "Where it comes from")

BAD = Text("Schlecht", "Bad")
GOOD = Text("Gut", "Good")
BETTER = Text("Besser", "Better")
ANY = Text("alle Sprachen", "any language")
FIXABLE = Text(
    "`msglint check --fix` berichtigt es, wo es sicher ist", "`msglint check --fix` mends it where it is sure"
)
POINTS = Text("{n} Punkte Abzug je Stelle", "{n} points off per place")
BY_MESSAGE = Text("Je nach Nachricht:", "Depending on the message:")
WHERE = Text("Wo", "Where")
SEVERITY = Text("Schwere", "Severity")
BY_PROFILE = Text("In manchen [Profilen]({path}) gilt anderes:", "In some [profiles]({path}) it is otherwise:")
PROFILE = Text("Profil", "Profile")
SET = Text("Eingestellt", "Set")
SAME = Text("In allen [Profilen]({path}) gleich.", "The same in all [profiles]({path}).")
BY_ITSELF = Text("Von sich aus: **{severity}**, {points}.", "By itself: **{severity}**, {points}.")
CHANGE_INTRO = Text("In `.msglint.yaml`, eines davon:", "In `.msglint.yaml`, one of these:")
WEIGHED = Text("anders gewichtet", "weighed differently")
OFF = Text("ganz aus", "switched off")
SET_OTHERWISE = Text("andere Einstellung", "another option")
CHANGE_MORE = Text(
    "Nur für eine Nachricht, für einen Empfänger oder für eine Vorlage geht es auch: "
    "[Was richtig ist, richtig sein lassen]({path}).",
    "It can be done for one message, one recipient or one template too: [Let right be right]({path}).",
)
NAME = Text("Name", "Name")
DEFAULT = Text("Voreinstellung", "Default")
MEANING = Text("Bedeutung", "Meaning")
CODED = Text(
    "Diese Regel ist Code: Sie sieht sich Aufbau und Empfänger der Nachricht an, nicht nur ihre Wörter.",
    "This rule is code: it looks at how the message is built and to whom it goes, not only at its words.",
)
ONLY = Text("Nur: {only}.", "Only: {only}.")
COUNTED = Text("Ein Befund ab: {limit}.", "A finding at: {limit}.")
NEEDED = Text("Nötig {where}, eines davon:", "Needed {where}, one of these:")
EXCEPTIONS = Text("Ausgenommen:", "Except:")
MORE = Text("{n} weitere Beispiele", "{n} more examples")
ALL_OF_THEM = Text("Alle {n} zeigen", "Show all {n}")
SYNTAX = Text("Wie man das liest: [die Schreibweise]({path}).", "How to read this: [the notation]({path}).")
BEFORE = Text("An derselben Stelle geht sie vor: {others}.", "At the same place it goes before: {others}.")
WRITTEN = Text("Sie steht in {places}.", "It is written in {places}.")
OTHERS = Text("Mehr aus der Familie [{family}]({path})", "More from the family [{family}]({path})")

MANY = 10
FIRST = 2
TO_ROOT = "../../"


def rule_page(rule: Description, known: frozenset[str]) -> str:
    """The Markdown of the page `rules/<family>/<name>.md`.

    Args:
        rule: described in the language of the page.
        known: ids of the rules that have a page.
    """
    return "\n\n".join(_blocks(rule, known)) + "\n"


def sections(rule: Description) -> tuple[str, ...]:
    """The headings that the page must have."""
    always = (WHAT, WHY, EXAMPLES, HOW, WEIGHT, CHANGE, SOURCE)
    some = [
        heading
        for heading, present in ((HELPS, rule.better), (OPTIONS, rule.options), (LIMITS, rule.limits))
        if present
    ]
    return tuple(heading.in_(rule.language) for heading in (*always, *some))


def badge(severity: str, language: str) -> str:
    """The severity as a coloured word."""
    return f'<span class="badge is-{severity}">{SEVERITIES[severity].in_(language)}</span>'


def _blocks(rule: Description, known: frozenset[str]) -> Iterator[str]:
    def say(text: Text, **values: object) -> str:
        return text.in_(rule.language).format(**values)

    yield f"# {_plain(rule.title)}"
    languages = ", ".join(say(LANGUAGES[name]) for name in rule.languages) or say(ANY)
    yield f"`{rule.id}`{{ .rule-id }} {badge(rule.severity, rule.language)} {languages}\n{{ .head }}"
    yield f"## {say(WHAT)}"
    yield _quote(rule.what)
    yield f"## {say(WHY)}"
    yield _plain(rule.why)
    if rule.better:
        yield f"## {say(HELPS)}"
        yield _plain(rule.better)
    yield f"## {say(EXAMPLES)}"
    for examples in rule.examples:
        yield f"### {say(IN_GERMAN if examples.language == 'de' else IN_ENGLISH)}"
        yield from _examples(examples, rule)
    yield f"## {say(HOW)}"
    yield from _how(rule)
    yield f"## {say(WEIGHT)}"
    yield from _weight(rule)
    if rule.options:
        yield f"## {say(OPTIONS)}"
        rows = [(f"`{option.name}`", f"`{option.default}`", _plain(option.help)) for option in rule.options]
        yield table((say(NAME), say(DEFAULT), say(MEANING)), rows)
    if rule.limits:
        yield f"## {say(LIMITS)}"
        yield _plain(rule.limits)
    yield f"## {say(CHANGE)}"
    yield say(CHANGE_INTRO)
    yield _snippet(rule)
    yield say(CHANGE_MORE, path=f"{TO_ROOT}suppression.md")
    yield f"## {say(SOURCE)}"
    yield from _source(rule, known)


def _examples(examples: DescribedExamples, rule: Description) -> Iterator[str]:
    """The first ones at once, the others when one wants to see them."""
    shown = {
        kind: [_example(example, rule, kind) for example in members]
        for kind, members in (("bad", examples.bad), ("good", examples.good))
    }
    yield from (draft for members in shown.values() for draft in members[:FIRST])
    more = [draft for members in shown.values() for draft in members[FIRST:]]
    if more:
        summary = MORE.in_(rule.language).format(n=len(more))
        yield f"<details><summary>{summary}</summary>{''.join(more)}</details>"


def _how(rule: Description) -> Iterator[str]:
    if not rule.sought:
        yield CODED.in_(rule.language)
        return
    for sought in rule.sought:
        heading = IN_GERMAN if sought.language == "de" else IN_ENGLISH
        yield f"### {heading.in_(rule.language)} {{ #how-{sought.language} }}"
        yield from _sought(sought, rule.language)
    yield SYNTAX.in_(rule.language).format(path=f"{TO_ROOT}packs.md#phrases")


def _sought(sought: Sought, language: str) -> Iterator[str]:
    yield f"{sought.how}, {sought.part}." + (f" {ONLY.in_(language).format(only=sought.only)}" if sought.only else "")
    if sought.limit:
        yield COUNTED.in_(language).format(limit=sought.limit)
    yield from _items(sought.items, language)
    if sought.needed:
        yield NEEDED.in_(language).format(where=sought.needed_in)
        yield from _items(sought.needed, language)
    if sought.exceptions:
        yield EXCEPTIONS.in_(language)
        yield from _items(sought.exceptions, language)


def _items(items: Sequence[str], language: str) -> Iterator[str]:
    if not items:
        return
    listing = '<ul class="sought">' + "".join(f"<li><code>{escape(item)}</code></li>" for item in items) + "</ul>"
    if len(items) > MANY:
        listing = f"<details><summary>{ALL_OF_THEM.in_(language).format(n=len(items))}</summary>{listing}</details>"
    yield listing


def _weight(rule: Description) -> Iterator[str]:
    language, path = rule.language, f"{TO_ROOT}profiles.md"
    points = POINTS.in_(language).format(n=rule.points)
    yield BY_ITSELF.in_(language).format(severity=SEVERITIES[rule.severity].in_(language), points=points)
    if rule.fixable:
        yield f"{FIXABLE.in_(language)}."
    if rule.weights:
        yield BY_MESSAGE.in_(language)
        rows = [(_plain(weight.condition), badge(weight.severity, language)) for weight in rule.weights]
        yield table((WHERE.in_(language), SEVERITY.in_(language)), rows)
    if not rule.profiles:
        yield SAME.in_(language).format(path=path)
        return
    yield BY_PROFILE.in_(language).format(path=path)
    headings = (PROFILE, SEVERITY, SET) if any(one.options for one in rule.profiles) else (PROFILE, SEVERITY)
    rows = [_in_profile(one, language)[: len(headings)] for one in rule.profiles]
    yield table([heading.in_(language) for heading in headings], rows)


def _in_profile(one: InProfile, language: str) -> tuple[str, ...]:
    options = ", ".join(f"`{option}`" for option in one.options)
    return f"[{one.title}]({TO_ROOT}profiles/{one.name}.md)", badge(one.severity, language), options


def _snippet(rule: Description) -> str:
    other = "suggestion" if rule.severity != "suggestion" else "warning"

    def note(text: Text) -> str:
        return f"  # {text.in_(rule.language)}"

    lines = ["severity:", f"  {rule.id}: {other}{note(WEIGHED)}", "", f"ignore: [{rule.id}]{note(OFF)}"]
    if rule.options:
        option = rule.options[0]
        value = f"[{option.default}]" if ", " in option.default or not option.default else option.default
        lines += ["", "options:", f"  {rule.id}: {{{option.name}: {value}}}{note(SET_OTHERWISE)}"]
    return "```yaml\n" + "\n".join(lines) + "\n```"


def _source(rule: Description, known: frozenset[str]) -> Iterator[str]:
    language = rule.language
    if rule.source:
        yield _plain(rule.source)
    yield WRITTEN.in_(language).format(places=", ".join(f"`{place}`" for place in rule.place))
    if rule.supersedes:
        others = ", ".join(_link(other, known) for other in rule.supersedes)
        yield BEFORE.in_(language).format(others=others)
    yield OTHERS.in_(language).format(family=family_title(rule.family, language), path="index.md") + "."


def _link(rule_id: str, known: frozenset[str]) -> str:
    family, _, name = rule_id.partition(".")
    return f"[`{rule_id}`](../{family}/{name}.md)" if rule_id in known else f"`{rule_id}`"


def _example(example: DescribedExample, rule: Description, kind: str) -> str:
    label = (BAD if kind == "bad" else GOOD).in_(rule.language)
    facts = "".join(f"<dt>{escape(fact.name)}</dt><dd>{_fact(fact.value, example)}</dd>" for fact in example.facts)
    parts = [f'<p class="label">{label}</p>', f"<dl>{facts}</dl>" if facts else "", f"<pre>{_text(example)}</pre>"]
    if example.finding:
        parts.append(f'<p class="finding is-{rule.severity}">{escape(example.finding)}</p>')
    if example.better:
        better = f"<strong>{BETTER.in_(rule.language)}</strong>"
        parts.append(f'<div class="better">{better}<pre>{escape(example.better[0])}</pre></div>')
    return f'<div class="draft {kind}">{"".join(parts)}</div>'


def _fact(value: str, example: DescribedExample) -> str:
    if example.in_subject and example.flagged and example.flagged in value:
        before, _, after = value.partition(example.flagged)
        return f"{escape(before)}<mark>{escape(example.flagged)}</mark>{escape(after)}"
    return escape(value)


def _text(example: DescribedExample) -> str:
    text = example.text.rstrip("\n")
    if example.start is None or example.end is None:
        return escape(text)
    before, flagged, after = text[: example.start], text[example.start : example.end], text[example.end :]
    mark = f"<mark>{escape(flagged)}</mark>" if flagged else '<mark class="gap"></mark>'
    return escape(before) + mark + escape(after)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


def _quote(text: str) -> str:
    return f"> {_plain(text)}"


def _plain(text: str) -> str:
    """Text in which nothing is taken for Markdown or HTML."""
    return "".join(f"&#{ord(char)};" if char in "*_`[]<>&#{}|\\~" else char for char in " ".join(text.split()))
