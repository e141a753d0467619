"""Loads the packs in `rulesets/`: rules and phrase lists that are data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

from msglint.message.model import Channel, Message, Relationship
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Check, Context, Example, Examples, Hit, Rule
from msglint.texts import BilingualError, Text

LANGUAGES = ("de", "en")
_RULE_KEYS = frozenset(
    {
        "id",
        "kind",
        "severity",
        "severity_by_channel",
        "title",
        "message",
        "why",
        "better",
        "source",
        "patterns",
        "bad",
        "good",
        "limits",
        "supersedes",
    }
)
_PACK_KEYS = frozenset({"language", "phrases", "rules"})
_EXAMPLE_KEYS = frozenset({"text", "flagged", "better", "channel", "relationship", "to", "subject"})


class RulesetError(BilingualError):
    """A pack that cannot be used, as one sentence: file, rule, key, what is wrong and what would be right."""


@dataclass(frozen=True)
class Pack:
    """One file of a ruleset."""

    path: Path
    language: str
    phrases: Mapping[str, tuple[str, ...]]
    rules: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Rulesets:
    """All packs that are in use."""

    packs: tuple[Pack, ...]

    @cached_property
    def entries(self) -> Mapping[str, list[tuple[Pack, Mapping[str, Any]]]]:
        """What the packs say of each rule, by its id."""
        by_id: dict[str, list[tuple[Pack, Mapping[str, Any]]]] = {}
        for pack in self.packs:
            for entry in pack.rules:
                by_id.setdefault(entry["id"], []).append((pack, entry))
        return by_id

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are data, patterns of all languages under one id."""
        return tuple(_rule(rule_id, entries) for rule_id, entries in self.entries.items())

    def phrases(self, name: str) -> re.Pattern[str]:
        """One expression that finds every phrase of the lists called `name`, the longest first.

        Raises:
            KeyError: if no pack has such a list.
        """
        found = [phrase for pack in self.packs for phrase in pack.phrases.get(name, ())]
        if not found:
            raise KeyError(name)
        sources = sorted((phrase_source(phrase) for phrase in found), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(sources)})(?!\w)", re.IGNORECASE)


def shipped_folder() -> Path:
    """Where the rulesets are: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    inside = package / "shipped_rulesets"
    return inside if inside.is_dir() else package.parent / "rulesets"


def load_rulesets(folder: Path | None = None) -> Rulesets:
    """All packs in a folder of rulesets, the shipped one by default.

    Raises:
        RulesetError: if a pack is not as it must be.
    """
    folder = folder or shipped_folder()
    rulesets = Rulesets(
        tuple(_load_pack(path) for language in LANGUAGES for path in sorted((folder / language).glob("*.yaml")))
    )
    for entries in rulesets.entries.values():
        _check_complete(entries)
    return rulesets


def _load_pack(path: Path) -> Pack:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (a safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise RulesetError(
            f"{path}: lässt sich nicht als YAML lesen: {reason}", f"{path}: cannot be read as YAML: {reason}"
        ) from error
    if not isinstance(data, dict) or data.get("language") not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise RulesetError(
            f"{path}: „language“ muss eines von {known} sein", f"{path}: 'language' must be one of {known}"
        )
    the_pack = Where(path, "", "")
    _check_keys(the_pack, data, _PACK_KEYS)
    phrases = _phrase_lists(the_pack, data.get("phrases") or {})
    rules = data.get("rules") or []
    if not isinstance(rules, list):
        raise the_pack.must_be("rules", "eine Liste von Regeln sein", "be a list of rules")
    for entry in rules:
        _check_rule(path, entry)
    return Pack(path, data["language"], phrases, tuple(rules))


# What is checked


class Where(NamedTuple):
    """The place in a pack that a sentence names."""

    path: Path
    de: str
    en: str

    @classmethod
    def rule(cls, path: Path, rule_id: str) -> Where:
        """A rule of the pack."""
        return cls(path, f"die Regel „{rule_id}“: ", f"rule '{rule_id}': ")

    def example(self) -> Where:
        """An example of the rule."""
        return Where(self.path, f"ein Beispiel für {self.de}", f"an example of {self.en}")

    def says(self, de: str, en: str) -> RulesetError:
        """The error, with the file and the rule before the sentence."""
        return RulesetError(f"{self.path}: {self.de}{de}.", f"{self.path}: {self.en}{en}.")

    def must_be(self, key: str, de: str, en: str) -> RulesetError:
        """The error for a wrong value."""
        return self.says(f"„{key}“ muss {de}", f"'{key}' must {en}")


def _check_keys(where: Where, data: Mapping[str, Any], known: Iterable[str]) -> None:
    for key in data:
        if key not in known:
            right = ", ".join(sorted(known))
            raise where.says(
                f"Den Schlüssel „{key}“ gibt es nicht; es gibt {right}", f"unknown key '{key}'; known are {right}"
            )


def _phrase_lists(where: Where, lists: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(lists, dict):
        raise where.must_be("phrases", "Listen unter Namen enthalten", "hold lists by name")
    for name, entries in lists.items():
        if not isinstance(entries, list) or not all(isinstance(entry, str | int) for entry in entries):
            raise where.must_be(f"phrases.{name}", "eine Liste von Wendungen sein", "be a list of phrases")
    return {str(name): tuple(map(str, entries)) for name, entries in lists.items()}


def _check_rule(path: Path, entry: object) -> None:
    if not isinstance(entry, dict) or not _is_id(entry.get("id")):
        raise RulesetError(
            f"{path}: Jede Regel braucht eine „id“ wie „boilerplate.filler“.",
            f"{path}: every rule needs an 'id' like 'boilerplate.filler'.",
        )
    where = Where.rule(path, entry["id"])
    _check_keys(where, entry, _RULE_KEYS)
    if entry.get("kind") != "regex":
        kind = entry.get("kind")
        raise where.says(
            f"die Art „{kind}“ gibt es nicht; „kind“ muss „regex“ sein",
            f"there is no kind '{kind}'; the kind must be 'regex'",
        )
    for key, value in entry.items():
        if value is not None and key in _CHECKS:
            _CHECKS[key](where, key, value)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*", value) is not None


def _check_complete(entries: Sequence[tuple[Pack, Mapping[str, Any]]]) -> None:
    """Raises if a rule lacks in all languages what one must have, or has no pattern in one."""
    pack, first = entries[0]
    for key in _NEEDED:
        if all(entry.get(key) is None for _, entry in entries):
            raise Where.rule(pack.path, first["id"]).says(f"„{key}“ fehlt", f"'{key}' is missing")
    for pack, entry in entries:
        if not entry.get("patterns"):
            raise Where.rule(pack.path, first["id"]).says("„patterns“ fehlt", "'patterns' is missing")


def _check_severity(where: Where, key: str, value: object) -> None:
    if value not in _SEVERITIES:
        known = ", ".join(_SEVERITIES)
        raise where.must_be(key, f"eines von {known} sein, nicht „{value}“", f"be one of {known}, not '{value}'")


def _check_severities(where: Where, key: str, value: object) -> None:
    if not isinstance(value, dict):
        raise where.must_be(key, "Schweren unter Kanälen enthalten", "hold severities by channel")
    for channel, severity in value.items():
        _check_member(Channel)(where, key, channel)
        _check_severity(where, f"{key}.{channel}", severity)


def _check_member(enum: type[Enum]) -> _Checker:
    known = [str(member.value) for member in enum]

    def check(where: Where, key: str, value: object) -> None:
        if value not in known:
            right = ", ".join(known)
            raise where.must_be(key, f"eines von {right} sein, nicht „{value}“", f"be one of {right}, not '{value}'")

    return check


def _check_text(where: Where, key: str, value: object) -> None:
    right = (
        isinstance(value, dict)
        and set(value) == set(LANGUAGES)
        and all(isinstance(text, str) and text.strip() for text in value.values())
    )
    if not right:
        raise where.must_be(
            key, "einen Text für „de“ und einen für „en“ haben", "have a text for 'de' and one for 'en'"
        )


def _check_template(where: Where, key: str, value: object) -> None:
    _check_text(where, key, value)
    assert isinstance(value, dict)
    for text in value.values():
        try:
            fields = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
        except ValueError:
            fields = {""}
        if fields - {"phrase"}:
            raise where.must_be(
                key,
                "als Platzhalter höchstens {phrase} haben; eine Klammer schreibt man doppelt",
                "have no placeholder but {phrase}; a brace is written twice",
            )


def _check_string(where: Where, key: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise where.must_be(key, "ein Text sein", "be a text")


def _check_strings(where: Where, key: str, value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise where.must_be(key, "eine Liste von Texten sein", "be a list of texts")


def _check_patterns(where: Where, key: str, value: object) -> None:
    _check_strings(where, key, value)
    assert isinstance(value, list)
    for pattern in value:
        if (error := _fault_of(pattern)) is not None:
            raise where.says(f"fehlerhaftes Muster „{pattern}“: {error}", f"faulty pattern '{pattern}': {error}")


def _fault_of(pattern: str) -> Exception | None:
    try:
        re.compile(pattern, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        return error
    return None


def _check_examples(where: Where, key: str, value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise where.must_be(key, "eine Liste von Beispielen sein", "be a list of examples")
    for example in value:
        place = where.example()
        _check_keys(place, example, _EXAMPLE_KEYS)
        if example.get("text") is None:
            raise place.says("„text“ fehlt", "'text' is missing")
        for name, item in example.items():
            _EXAMPLE_CHECKS[name](place, name, item)


_Checker = Callable[[Where, str, object], None]
_SEVERITIES = tuple(severity.label for severity in sorted(Severity, reverse=True))
_NEEDED = ("severity", "title", "message", "why", "source")
_CHECKS: Mapping[str, _Checker] = {
    "severity": _check_severity,
    "severity_by_channel": _check_severities,
    "title": _check_text,
    "message": _check_template,
    "why": _check_template,
    "better": _check_text,
    "limits": _check_text,
    "source": _check_string,
    "patterns": _check_patterns,
    "bad": _check_examples,
    "good": _check_examples,
    "supersedes": _check_strings,
}
_EXAMPLE_CHECKS: Mapping[str, _Checker] = {
    "text": _check_string,
    "flagged": _check_string,
    "better": _check_string,
    "subject": _check_string,
    "to": _check_strings,
    "channel": _check_member(Channel),
    "relationship": _check_member(Relationship),
}


# Rules from entries


def _rule(rule_id: str, entries: list[tuple[Pack, Mapping[str, Any]]]) -> Rule:
    """One rule from its entries; what one language leaves out is taken from the first that has it."""
    merged: dict[str, Any] = {}
    for _, entry in reversed(entries):
        merged.update({key: value for key, value in entry.items() if value is not None})
    patterns = {
        pack.language: tuple(re.compile(source, re.IGNORECASE) for source in entry["patterns"])
        for pack, entry in entries
    }
    better = _text(merged["better"]) if "better" in merged else None
    by_channel = {
        Channel(name): Severity.from_label(label) for name, label in (merged.get("severity_by_channel") or {}).items()
    }
    return Rule(
        id=rule_id,
        languages=frozenset(patterns),
        severity=Severity.from_label(merged["severity"]),
        title=_text(merged["title"]),
        message=_text(merged["message"]),
        why=_text(merged["why"]),
        source=merged["source"],
        check=_regex_check(patterns, better, by_channel),
        examples={
            pack.language: Examples(tuple(_examples(entry.get("bad") or ())), tuple(_examples(entry.get("good") or ())))
            for pack, entry in entries
        },
        limits=_text(merged["limits"]) if "limits" in merged else None,
        supersedes=frozenset(merged.get("supersedes", ())),
    )


def _text(value: Mapping[str, str]) -> Text:
    return Text(value["de"], value["en"])


def _examples(entries: Iterable[Mapping[str, Any]]) -> Iterator[Example]:
    for entry in entries:
        yield Example(
            text=entry["text"],
            flagged=entry.get("flagged"),
            better=entry.get("better"),
            to=tuple(entry.get("to", ())),
            subject=entry.get("subject"),
            channel=Channel(entry.get("channel", "email")),
            relationship=Relationship(entry["relationship"]) if "relationship" in entry else None,
        )


def _regex_check(
    patterns: Mapping[str, tuple[re.Pattern[str], ...]],
    better: Text | None,
    by_channel: Mapping[Channel, Severity],
) -> Check:
    """A check that points at the first place of each pattern in the body."""

    def check(message: Message, context: Context) -> Iterator[Hit]:
        body = message.parts.body_text
        for pattern in patterns.get(message.base_language, ()):
            match = pattern.search(body)
            if match is None:
                continue
            span = Span(*match.span())
            suggestions = (Suggestion(better.in_(message.base_language), span),) if better else ()
            yield Hit(
                span=span,
                severity=by_channel.get(message.channel),
                values={"phrase": match.group()},
                confidence=0.95,
                suggestions=suggestions,
            )
            return

    return check


def phrase_source(phrase: str) -> str:
    """The regular expression for a phrase.

    `a/b` is either word, `(word)` may be missing, `word*` takes any ending, `kontakt-pflege` may be joined, hyphenated
    or apart, `...` stands for up to four words.
    """
    source = ""
    begun = False
    for item in re.findall(r"\([^()]*\)|\S+", phrase):
        if item == "...":
            source += r"(?:\s+\w+){0,4}?"
        elif item.startswith("("):
            word = _word_source(item[1:-1])
            source += rf"(?:\s+{word})?" if begun else rf"(?:{word}\s+)?"
        else:
            source += rf"\s+{_word_source(item)}" if begun else _word_source(item)
            begun = True
    return source


def _word_source(item: str) -> str:
    words = [
        re.escape(word).replace(r"\*", r"\w*").replace(r"\-", r"[-\s]?").replace("'", "['’]?")
        for word in item.split("/")
    ]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"
