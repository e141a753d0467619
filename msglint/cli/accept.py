"""`msglint accept`: remember what is right for a recipient, show it, forget it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from msglint.cli.commands import BilingualCommand, BilingualOption, UserError
from msglint.cli.options import check_text_or_json, current_ui, output_format_option, ui_language_option
from msglint.cli.ui import Output, Ui, complain
from msglint.config import ConfigError, load, load_extends
from msglint.config.accepted import RECIPIENT, Remembered, parse_accepted, read_accepted, unknown_rules
from msglint.config.accepted_text import HEADER, with_entry, without_entries
from msglint.config.known import Known
from msglint.config.locked_file import change_file
from msglint.config.search import accepted_file, is_there
from msglint.contacts.book import NO_CONTACTS
from msglint.formats.display import visible
from msglint.message.addresses import parse_addresses
from msglint.paths import shown
from msglint.profiles.model import AUTO
from msglint.rules import fits
from msglint.settings import Accepted
from msglint.texts import Text

TEXT = Text(
    de=(
        "Vermerken, was bei einem Empfänger richtig so ist.\n\n"
        "„msglint accept recipient.misspelled --for anna@example.com“: die Regel schweigt bei dieser Person; "
        "mit „--name Annah“ nur bei dieser Schreibweise, ein anderer Fehler im Namen fällt weiter auf. "
        "Ein Anfang wie „recipient“ gilt für alle Regeln der Familie.\n\n"
        "Der Vermerk steht in accepted.yaml im Konfigurationsordner und wird nie mitgeschickt; was er verschweigt, "
        "nennt der Bericht."
    ),
    en=(
        "Remember what is right for a recipient.\n\n"
        "'msglint accept recipient.misspelled --for anna@example.com': the rule says nothing about this person; "
        "with '--name Annah' only about this spelling, any other slip is still found. "
        "A prefix such as 'recipient' stands for all rules of the family.\n\n"
        "It is kept in accepted.yaml in your configuration folder and never sent; the report names what is left out "
        "because of it."
    ),
)
IN_BRACKETS = re.compile(r"[^<>]*<([^<>]*)>")
SAMPLE = "msglint accept recipient.misspelled --for anna@example.com"
SAMPLE_OF_REMOVING = "msglint accept --remove --for anna@example.com"
NAME_RULES = ("recipient.misspelled", "recipient.mismatch")
"""The rules whose findings are about a name."""
ADDED = Text(de="Vermerkt in {file}: {entry}.", en="Accepted in {file}: {entry}.")
ALREADY = Text(de="War schon vermerkt in {file}:{line}: {entry}.", en="Was accepted already in {file}:{line}: {entry}.")
REMOVED = Text(de="Gelöscht aus {file}: {entry}.", en="Removed from {file}: {entry}.")
NOT_THERE = Text(
    de="War nicht vermerkt in {file}: {rule} für {recipient}.",
    en="Was not accepted in {file}: {rule} for {recipient}.",
)
NOTHING = Text(
    de="Für {recipient} war nichts vermerkt in {file}.",
    en="Nothing was accepted for {recipient} in {file}.",
)
STILL = Text(de="Weiter gilt aus {file}: {entry}.", en="Still holds from {file}: {entry}.")
ENTRY = Text(de="{rule} für {recipient}", en="{rule} for {recipient}")
NAMED = Text(de="{rule} für {recipient}, nur „{name}“", en="{rule} for {recipient}, only '{name}'")
ONLY = Text(de="  (nur „{name}“)", en="  (only '{name}')")
NO_RULE = Text(de="eine solche Regel gibt es nicht", en="there is no such rule")
NEVER_RUNS = Text(
    de="läuft nach der Konfiguration hier nie; der Vermerk bewirkt nichts",
    en="never runs by the configuration here; the entry has no effect",
)
EVERY_SPELLING = Text(
    de="Die Schreibweise „{name}“ war für {recipient} nicht eigens vermerkt; {rule} gilt dort für alle Schreibweisen.",
    en="The spelling '{name}' was not accepted by itself for {recipient}; {rule} holds there for every spelling.",
)
WIDER = Text(
    de="{rule} gilt für {recipient} schon bei jeder Schreibweise; soll nur „{name}“ gelten, zuerst --remove.",
    en="{rule} already holds for {recipient} in every spelling; if only '{name}' is right, use --remove first.",
)
EMPTY = Text(de="Nichts vermerkt in {file}.", en="Nothing is accepted in {file}.")
LISTED = Text(de="Vermerkt in {file}:", en="Accepted in {file}:")


class _Memory(NamedTuple):
    """The file, in the user's language."""

    path: Path
    ui: Ui

    def read(self) -> Remembered:
        return read_accepted(self.path, Known(load_extends())) if is_there(self.path) else Remembered()

    def add(self, entry: Accepted) -> str:
        """Note it unless that is so already; what has been done."""
        before: list[Accepted] = []

        def change(text: str) -> str:
            covering = [other for other in self._parsed(text).entries if _covers(other, entry)]
            before.extend(covering)
            return text if covering else with_entry(text or self.ui.say(HEADER), entry, shown(self.path))

        if change_file(self.path, change):
            return self._sentence(ADDED, entry)
        if entry.name and not any(other.name for other in before):
            return self.ui.say(WIDER).format(rule=before[0].rule, recipient=entry.recipient, name=entry.name)
        return self._sentence(ALREADY, before[0])

    def remove(self, rule: str | None, recipient: str, names: Sequence[str]) -> Iterator[str]:
        """Forget it; what has been done."""
        gone: list[Accepted] = []
        left: list[Accepted] = []

        def change(text: str) -> str:
            for entry in self._parsed(text).entries:
                is_meant = entry.recipient == recipient and _is_meant(entry, rule, names)
                (gone if is_meant else left).append(entry)
            return without_entries(text, gone, shown(self.path)) if gone else text

        if is_there(self.path):
            change_file(self.path, change)
        yield from (self._sentence(REMOVED, entry) for entry in dict.fromkeys(gone))
        still = [
            entry for entry in left if entry.recipient in _applying(recipient) and fits(entry.rule, rule or entry.rule)
        ]
        missing = [name for name in names if not any(entry.covers(entry.rule, name) for entry in gone)]
        wide = next((entry for entry in left if entry.recipient == recipient and _is_wider(entry, rule)), None)
        if wide is not None and missing:
            template = self.ui.say(EVERY_SPELLING)
            yield from (template.format(name=name, recipient=recipient, rule=wide.rule) for name in missing)
            still = [entry for entry in still if entry != wide]
        elif not gone:
            template = self.ui.say(NOT_THERE if rule else NOTHING)
            yield template.format(file=shown(self.path), rule=rule, recipient=recipient)
        yield from (self._sentence(STILL, entry) for entry in still)

    def _parsed(self, text: str) -> Remembered:
        return parse_accepted(text, shown(self.path))

    def _sentence(self, template: Text, entry: Accepted) -> str:
        about = self.ui.say(NAMED if entry.name else ENTRY)
        about = about.format(rule=entry.rule, recipient=entry.recipient, name=entry.name)
        return self.ui.say(template).format(file=shown(self.path), line=entry.line, entry=about)


def accept(
    *,
    rule: str | None,
    recipients: tuple[str, ...],
    names: tuple[str, ...],
    listed: bool,
    remove: bool,
    output_format: str | None,
    ui_language: str | None,
) -> None:
    """Note, show or forget."""
    _refuse_contradictions(rule, names, listed, remove, output_format)
    memory = _Memory(_file(), current_ui())
    addresses = [_recipient(value) for value in recipients]
    if listed:
        _show(memory, addresses, as_json=output_format == "json")
        return
    if not addresses:
        sample = SAMPLE_OF_REMOVING if remove else SAMPLE
        raise UserError(
            f"Für wen? Zum Beispiel „{sample}“.",
            f"For whom? For example '{sample}'.",
        )
    lines = _removed(memory, rule, addresses, names) if remove else _added(memory, rule, addresses, names)
    Output().write("".join(f"{visible(line)}\n" for line in lines))


def _added(memory: _Memory, rule: str | None, recipients: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    if rule is None:
        raise UserError(
            f"Welche Regel? Zum Beispiel „{SAMPLE}“; „msglint rules“ zeigt alle.",
            f"Which rule? For example '{SAMPLE}'; see 'msglint rules'.",
        )
    for sentence in unknown_rules([rule], Known(load_extends())).values():
        raise UserError(sentence.de, sentence.en[0].upper() + sentence.en[1:])
    if names and not _is_about_names(rule):
        raise UserError(
            f"--name: Bei {rule} geht es nicht um einen Namen; eine Schreibweise gibt es nur bei recipient.misspelled "
            "und recipient.mismatch.",
            f"--name: {rule} is not about a name; only recipient.misspelled and recipient.mismatch have a spelling.",
        )
    for recipient in recipients:
        for name in [_spelling(name) for name in names] or [""]:
            yield memory.add(Accepted(recipient, rule, name))


def _removed(memory: _Memory, rule: str | None, recipients: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    for recipient in recipients:
        yield from memory.remove(rule, recipient, names)


def _applying(recipient: str) -> tuple[str, str]:
    """What an entry must stand under to hold for the recipient: the address itself, or its domain."""
    return recipient, "@" + recipient.rpartition("@")[2]


def _covers(entry: Accepted, wanted: Accepted) -> bool:
    return entry.recipient == wanted.recipient and entry.covers(wanted.rule, wanted.name)


def _is_meant(entry: Accepted, rule: str | None, names: Sequence[str]) -> bool:
    """Whether the entry is to be forgotten: a prefix means all below it, no name means every one."""
    if rule is not None and not fits(rule, entry.rule):
        return False
    return not names or any(entry.name and entry.covers(entry.rule, name) for name in names)


def _is_wider(entry: Accepted, rule: str | None) -> bool:
    """Whether the entry is about names, and holds for every spelling of them."""
    is_meant = rule is None or fits(rule, entry.rule) or fits(entry.rule, rule)
    return is_meant and not entry.name and _is_about_names(entry.rule)


def _is_about_names(rule: str) -> bool:
    return any(fits(rule, name_rule) for name_rule in NAME_RULES)


def _refuse_contradictions(
    rule: str | None, names: Sequence[str], listed: bool, remove: bool, output_format: str | None
) -> None:
    check_text_or_json(output_format)
    if listed and (rule is not None or names or remove):
        raise UserError(
            "--list zeigt nur; daneben kann allein --for und --output-format stehen.",
            "--list only shows; nothing but --for and --output-format can stand beside it.",
        )
    if output_format is not None and not listed:
        raise UserError(
            "--output-format gibt es hier nur zusammen mit --list.",
            "--output-format can only be used with --list here.",
        )


def _file() -> Path:
    path = accepted_file(os.environ)
    if path is None:
        raise UserError(
            "Es gibt keinen Konfigurationsordner; bitte HOME oder XDG_CONFIG_HOME setzen.",
            "There is no configuration folder; please set HOME or XDG_CONFIG_HOME.",
        )
    return path


def _recipient(value: str) -> str:
    """The address in what was given, or the domain behind an @, in lower case."""
    given = value.strip()
    if not given.startswith("@"):
        addresses = parse_addresses([value])
        # What is read must be what is written: `x y@example.com` would be y@example.com.
        written = in_brackets[1].strip() if (in_brackets := IN_BRACKETS.fullmatch(given)) else given
        is_one = len(addresses) == 1 and addresses[0].email.lower() == written.lower()
        given = written if is_one else ""
    if not given.isprintable() or not RECIPIENT.fullmatch(given):
        raise UserError(
            f"--for: In „{value}“ steht keine einzelne Adresse; gebraucht wird anna@example.com oder "
            "„Anna Meyer <anna@example.com>“.",
            f"--for: there is no single address in '{value}'; use anna@example.com or 'Anna Meyer <anna@example.com>'.",
        )
    return given.lower()


def _spelling(name: str) -> str:
    spelling = " ".join(name.split())
    if not spelling or not spelling.isprintable():
        raise UserError(
            "--name: Hier gehört der Name in der Schreibweise hin, die richtig ist, etwa Annah.",
            "--name: the name is needed here in the spelling that is right, such as Annah.",
        )
    return spelling


def _show(memory: _Memory, recipients: Sequence[str], *, as_json: bool) -> None:
    read = memory.read()
    wanted = {key for recipient in recipients for key in _applying(recipient)}
    entries = [entry for entry in read.entries if not recipients or entry.recipient in wanted]
    for problem in read.problems:
        complain(problem.text(memory.ui.language))
    remarks = _remarks(entries, memory.ui) if entries else {}
    output = Output(machine=as_json)
    if as_json:
        output.write(json.dumps(_as_json(memory.path, entries, remarks), ensure_ascii=False, indent=2) + "\n")
    else:
        output.write("".join(f"{visible(line)}\n" for line in _listing(memory, entries, remarks)))


def _remarks(entries: Sequence[Accepted], ui: Ui) -> Mapping[str, str]:
    """By rule why an entry has no effect in this folder, where that is so."""
    from msglint.linter import Linter
    from msglint.suppression.running import running, runs

    try:
        settings = load().settings
    except ConfigError as error:
        complain(error.text(ui.language))
        return {}
    linter = Linter(settings, contacts=NO_CONTACTS)
    if linter.problems:  # what a broken pack has, nobody knows
        return {}
    unknown = unknown_rules((entry.rule for entry in entries), Known(settings.extends))
    everywhere = replace(settings, profile=AUTO) if settings.recipients else settings
    ids = running(linter.profiles, everywhere, linter.rules)
    idle = {entry.rule: ui.say(NEVER_RUNS) for entry in entries if not runs(entry.rule, ids)}
    return {**idle, **dict.fromkeys(unknown, ui.say(NO_RULE))}


def _listing(memory: _Memory, entries: Sequence[Accepted], remarks: Mapping[str, str]) -> Iterator[str]:
    heading = LISTED if entries else EMPTY
    yield memory.ui.say(heading).format(file=shown(memory.path))
    for recipient in dict.fromkeys(entry.recipient for entry in entries):
        yield ""
        yield f"  {recipient}"
        for entry in entries:
            if entry.recipient == recipient:
                only = memory.ui.say(ONLY).format(name=entry.name) if entry.name else ""
                remark = f"  – {remarks[entry.rule]}" if entry.rule in remarks else ""
                yield f"    {entry.rule}{only}{remark}"


def _as_json(path: Path, entries: Sequence[Accepted], remarks: Mapping[str, str]) -> dict[str, object]:
    return {
        "schema_version": 1,
        "file": str(path),
        "accepted": [
            {
                "recipient": entry.recipient,
                "rule": entry.rule,
                "name": entry.name or None,
                "line": entry.line,
                "note": remarks.get(entry.rule),
            }
            for entry in entries
        ],
    }


command = BilingualCommand(
    "accept",
    text=TEXT,
    callback=accept,
    params=[
        click.Argument(["rule"], required=False, metavar="[RULE]"),
        BilingualOption(
            "--for",
            "recipients",
            multiple=True,
            metavar="ADDRESS",
            text=Text(
                de="Bei wem: „anna@example.com“; „@example.com“ für alle dort; mehrfach möglich.",
                en="For whom: 'anna@example.com'; '@example.com' for everybody there; may be repeated.",
            ),
        ),
        BilingualOption(
            "--name",
            "names",
            multiple=True,
            metavar="TEXT",
            text=Text(
                de="Nur diese Schreibweise des Namens ist richtig; mehrfach möglich.",
                en="Only this spelling of the name is right; may be repeated.",
            ),
        ),
        BilingualOption(
            "--list",
            "listed",
            is_flag=True,
            text=Text(de="Zeigen, was vermerkt ist.", en="Show what is accepted."),
        ),
        BilingualOption(
            "--remove",
            is_flag=True,
            text=Text(
                de="Den Vermerk löschen; ohne Regel alle dieser Person.",
                en="Forget it; without a rule, all of this person.",
            ),
        ),
        output_format_option("text|json"),
        ui_language_option(),
    ],
)
