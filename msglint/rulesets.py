"""Loads the packs in `rulesets/`: rules and phrase lists that are data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from msglint.message.model import Channel, Message, Relationship
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Check, Context, Example, Examples, Hit, Rule, Text

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


class RulesetError(Exception):
    """A pack that cannot be used. The text names the file, the rule, the key and what would be right."""


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
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are data, patterns of all languages under one id."""
        by_id: dict[str, list[tuple[Pack, Mapping[str, Any]]]] = {}
        for pack in self.packs:
            for entry in pack.rules:
                by_id.setdefault(entry["id"], []).append((pack, entry))
        return tuple(_rule(rule_id, entries) for rule_id, entries in by_id.items())

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
    return Rulesets(
        tuple(_load_pack(path) for language in LANGUAGES for path in sorted((folder / language).glob("*.yaml")))
    )


def _load_pack(path: Path) -> Pack:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (a safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RulesetError(f"{path}: cannot be read as YAML: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict) or data.get("language") not in LANGUAGES:
        raise RulesetError(f"{path}: 'language' must be one of {', '.join(LANGUAGES)}")
    _check_keys(path, "the pack", data, _PACK_KEYS)
    phrases = {name: tuple(map(str, entries)) for name, entries in (data.get("phrases") or {}).items()}
    rules = tuple(data.get("rules") or ())
    for entry in rules:
        _check_rule(path, entry)
    return Pack(path, data["language"], phrases, rules)


def _check_keys(path: Path, where: str, data: Mapping[str, Any], known: Iterable[str]) -> None:
    for key in data:
        if key not in known:
            raise RulesetError(f"{path}: {where} has the unknown key '{key}'; known are {', '.join(sorted(known))}")


def _check_rule(path: Path, entry: Mapping[str, Any]) -> None:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        raise RulesetError(f"{path}: every rule needs an 'id' like 'boilerplate.filler'")
    where = f"rule '{entry['id']}'"
    _check_keys(path, where, entry, _RULE_KEYS)
    if entry.get("kind") != "regex":
        raise RulesetError(f"{path}: {where} has the kind '{entry.get('kind')}'; the kind must be 'regex'")
    for pattern in entry.get("patterns") or ():
        _check_pattern(path, where, pattern)
    for example in [*(entry.get("bad") or ()), *(entry.get("good") or ())]:
        _check_keys(path, f"an example of {where}", example, _EXAMPLE_KEYS)


def _check_pattern(path: Path, where: str, pattern: str) -> None:
    try:
        re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise RulesetError(f"{path}: {where} has a faulty pattern '{pattern}': {error}") from error


def _rule(rule_id: str, entries: list[tuple[Pack, Mapping[str, Any]]]) -> Rule:
    """One rule from its entries; what one language leaves out is taken from the first that has it."""
    merged: dict[str, Any] = {}
    for _, entry in reversed(entries):
        merged.update({key: value for key, value in entry.items() if value is not None})
    patterns = {
        pack.language: tuple(re.compile(source, re.IGNORECASE) for source in entry.get("patterns", ()))
        for pack, entry in entries
    }
    better = _text(merged["better"]) if "better" in merged else None
    by_channel = {
        Channel(name): Severity.from_label(label) for name, label in merged.get("severity_by_channel", {}).items()
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
            pack.language: Examples(tuple(_examples(entry.get("bad", ()))), tuple(_examples(entry.get("good", ()))))
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
