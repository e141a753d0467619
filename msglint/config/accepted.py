"""Reads `accepted.yaml`: what the user has found right for single recipients.

An address or `@domain`, below it rules, each on its own or with the one spelling that is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from msglint.config.errors import ConfigError, as_config_error
from msglint.config.known import Known
from msglint.documents.errors import hint
from msglint.documents.files import read_text
from msglint.documents.located import Located, Place
from msglint.documents.yaml_file import read_yaml
from msglint.paths import shown
from msglint.rules import ALL, CODED_RULES, fits
from msglint.settings import Accepted
from msglint.texts import Text

RECIPIENT = re.compile(r"[^\s@]*@[^\s@]+")
"""An address, or a domain behind an @."""


class Remembered(NamedTuple):
    """What the file says.

    Attributes:
        entries: in the order of the file, also those whose rule does not exist (any more).
        broken: what is wrong with lines that are no entry; the other lines count.
        unknown: a sentence on every entry whose rule does not exist.
        blocks: every recipient with the line where it stands.
    """

    entries: tuple[Accepted, ...] = ()
    broken: tuple[ConfigError, ...] = ()
    unknown: tuple[ConfigError, ...] = ()
    blocks: tuple[tuple[str, int], ...] = ()

    @property
    def problems(self) -> tuple[ConfigError, ...]:
        """All that the user should put right."""
        return self.broken + self.unknown


def read_accepted(path: Path, known: Known | None = None) -> Remembered:
    """What the file at `path` says; `known` are the rules that there are, by default the shipped ones.

    Raises:
        ConfigError: if nothing in it can be used.
    """
    with as_config_error():
        text = read_text(path)
    return parse_accepted(text, shown(path), known)


def parse_accepted(text: str, name: str, known: Known | None = None) -> Remembered:
    """What a file called `name` with this text says.

    Raises:
        ConfigError: if nothing in it can be used.
    """
    with as_config_error():
        root = read_yaml(text, name)
    if root is None or root.value is None:
        return Remembered()
    if not isinstance(root.value, dict):
        raise ConfigError(
            f"{root.place}: Hier gehören eine Adresse mit Doppelpunkt und darunter Zeilen der Form "
            "„- recipient.misspelled“ hin.",
            f"{root.place}: an address with a colon is needed here, and below it lines of the form "
            "'- recipient.misspelled'.",
        )
    found = [item for key, located in root.value.items() for item in _items(key, located)]
    entries = tuple(item for item in found if isinstance(item, Accepted))
    broken = tuple(item for item in found if isinstance(item, ConfigError))
    blocks = tuple((key.lower(), located.place.line or 0) for key, located in root.value.items())
    return Remembered(entries, broken, tuple(_unknown(entries, name, known)), blocks)


def unknown_rules(rules: Iterable[str], known: Known | None = None) -> Mapping[str, Text]:
    """Those that are neither rule nor prefix, with a sentence that names the nearest. Packs are read at most once."""
    known = known or Known()
    uncoded = [rule for rule in dict.fromkeys(rules) if not _fits_any(rule, (ALL, *CODED_RULES))]
    missing = [rule for rule in uncoded if not (rule and known.has(rule))]
    if not missing or known.is_broken:
        return {}
    prefixes = (*known.rules, *sorted({rule.partition(".")[0] for rule in known.rules}))
    return {rule: _no_such_rule(rule, prefixes) for rule in missing}


def _fits_any(prefix: str, rules: Iterable[str]) -> bool:
    return bool(prefix) and any(fits(prefix, rule) for rule in rules)


def _no_such_rule(rule: str, prefixes: Iterable[str]) -> Text:
    near = hint(rule, prefixes)
    return Text(
        de=f"Die Regel „{rule}“ gibt es nicht{near.de or '; „msglint rules“ zeigt alle'}.",
        en=f"there is no rule '{rule}'{near.en or '; see msglint rules.'}",
    )


def _unknown(entries: Iterable[Accepted], name: str, known: Known | None) -> Iterator[ConfigError]:
    sentences = unknown_rules((entry.rule for entry in entries), known)
    for entry in entries:
        if entry.rule in sentences:
            place, sentence = Place(name, entry.line), sentences[entry.rule]
            yield ConfigError(f"{place}: {sentence.de}", f"{place}: {sentence.en}")


def _items(key: str, located: Located) -> Iterator[Accepted | ConfigError]:
    """The entries of one recipient, and what is wrong between them."""
    if not RECIPIENT.fullmatch(key):
        yield ConfigError(
            f'{located.place}: „{key}“ ist keine Adresse; gebraucht wird anna@example.com oder "@example.com".',
            f"{located.place}: '{key}' is no address; anna@example.com or \"@example.com\" is needed.",
        )
        return
    rules = located.value if isinstance(located.value, tuple) else (located,)
    for rule in rules:
        if isinstance(rule.value, dict):
            for rule_id, names in rule.value.items():
                yield from _named(key, rule_id, names)
        elif isinstance(rule.value, tuple) or not rule.written.strip():
            yield from () if rule is located and rule.value is None else (_needs_rule(rule.place),)
        else:
            yield Accepted(key.lower(), rule.written.strip(), line=rule.place.line or 0)


def _named(key: str, rule: str, names: Located) -> Iterator[Accepted | ConfigError]:
    """One rule with the spellings that are right; without any, the rule on its own."""
    if names.value is None and not names.written:
        yield Accepted(key.lower(), rule, line=names.place.line or 0)
        return
    for name in names.value if isinstance(names.value, tuple) else (names,):
        if isinstance(name.value, dict | tuple) or not name.written.strip():
            yield ConfigError(
                f'{name.place}: Hinter „{rule}“ gehört ein Name in der richtigen Schreibweise hin: {rule}: "Annah".',
                f"{name.place}: behind '{rule}' the right spelling of a name is needed: {rule}: \"Annah\".",
            )
        else:
            yield Accepted(key.lower(), rule, name.written.strip(), line=name.place.line or 0)


def _needs_rule(place: Place) -> ConfigError:
    return ConfigError(
        f"{place}: Hier gehört eine Regel hin, etwa „- recipient.misspelled“.",
        f"{place}: a rule is needed here, such as '- recipient.misspelled'.",
    )
