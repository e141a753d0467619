"""Reads a pack: YAML into entries, each checked; what is wrong with one rule leaves the others alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, Final, NamedTuple

from msglint.documents.errors import DocumentError, hint, listed
from msglint.documents.files import read_text
from msglint.documents.located import Located, Place
from msglint.documents.yaml_file import read_yaml
from msglint.paths import shown
from msglint.report import Severity
from msglint.rulesets.conditions import FACTS, NOT, Conditions, read_conditions
from msglint.rulesets.entry import Entry, Kind, Limit, Written
from msglint.rulesets.errors import RulesetError, of_rule
from msglint.rulesets.examples import read_examples
from msglint.rulesets.tokens import read_token_pattern
from msglint.rulesets.values import (
    choice,
    expression,
    flag,
    number,
    scalar,
    share,
    text_in_both,
    texts,
    written_items,
)
from msglint.texts import Text

LANGUAGES: Final = ("de", "en")
PARTS: Final = ("body", "subject", "salutation", "closing", "own", "signature", "text")
KINDS_IN_ONE_PART: Final = (Kind.OCCURRENCE, Kind.REQUIRED)
"""Kinds that look in one part of a message only: what they count and what they miss is there or nowhere."""
COUNTS: Final = ("words", "characters", "sentences", "paragraphs", "questions", "phrases", "patterns")
PER: Final = ("message", "paragraph", "sentence", "100-words")
SEVERITIES: Final = tuple(severity.label for severity in sorted(Severity, reverse=True))
OFF: Final = "off"
MAX_BYTES: Final = 10_000_000
MAX_EVENTS: Final = 1_000_000
PACK_KEYS: Final = ("language", "phrases", "rules")
PLACEHOLDERS: Final = frozenset({"phrase", "better", "count", "limit"})
RULE_ID: Final = re.compile(r"[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*")

Lists = Mapping[str, tuple[Written, ...]]


@dataclass(frozen=True)
class Pack:
    """One file of a ruleset.

    Attributes:
        lists: the phrase lists by name.
        problems: what is wrong with rules that are left out because of it.
    """

    path: Path
    language: str
    lists: Lists
    entries: tuple[Entry, ...]
    problems: tuple[RulesetError, ...] = ()


def read_pack(path: Path) -> Pack:
    """The pack in a file.

    Raises:
        RulesetError: if nothing in it can be used.
    """
    try:
        root = read_yaml(read_text(path, most=MAX_BYTES), shown(path), most=MAX_EVENTS)
    except DocumentError as error:
        raise RulesetError(error.de, error.en) from None
    if root is None or not isinstance(root.value, Mapping):
        raise RulesetError(
            f"{shown(path)}: Das ist kein Regelpaket; oben gehört „language: de“ hin, dann „rules:“.",
            f"{shown(path)}: this is no pack of rules; it begins with 'language: de', then 'rules:'.",
        )
    _check_keys(root.value, PACK_KEYS)
    language = _language(root)
    lists = _lists(root.value.get("phrases"))
    entries: list[Entry] = []
    problems: list[RulesetError] = []
    for located in _rules(root.value.get("rules")):
        read = _read_or_problem(located, language, lists)
        if isinstance(read, RulesetError):
            problems.append(read)
        else:
            entries.append(read)
    return Pack(path, language, lists, tuple(entries), tuple(problems))


def _read_or_problem(located: Located, language: str, lists: Lists) -> Entry | RulesetError:
    try:
        return read_entry(located, language, lists)
    except RulesetError as error:
        return error


def _language(root: Located) -> str:
    assert isinstance(root.value, Mapping)
    located = root.value.get("language")
    if located is None:
        raise RulesetError(
            f"{root.place}: „language“ fehlt; möglich ist de oder en.",
            f"{root.place}: 'language' is missing; it may be de or en.",
        )
    return choice("language", located, LANGUAGES)


def _lists(located: Located | None) -> Lists:
    if located is None or located.value is None:
        return {}
    if not isinstance(located.value, Mapping):
        raise RulesetError(
            f"{located.place}: „phrases“ muss hier Listen unter Namen enthalten.",
            f"{located.place}: 'phrases' must hold lists by name here.",
        )
    return {name: tuple(written_items(name, items)) for name, items in located.value.items()}


def _rules(located: Located | None) -> tuple[Located, ...]:
    if located is None or located.value is None:
        return ()
    if not isinstance(located.value, tuple):
        raise RulesetError(
            f"{located.place}: „rules“ muss eine Liste von Regeln sein: „- id: …“.",
            f"{located.place}: 'rules' must be a list of rules: '- id: …'.",
        )
    return located.value


def _check_keys(entries: Mapping[str, Located], right: Iterable[str]) -> None:
    right = tuple(right)
    for key, located in entries.items():
        if key not in right:
            near = _of_other_kinds(key) or hint(key, right)
            raise RulesetError(
                f"{located.place}: Den Schlüssel „{key}“ gibt es nicht{near.de or '; es gibt ' + listed(right, 'de')}.",
                f"{located.place}: there is no key '{key}'{near.en or '; there are ' + listed(right, 'en') + '.'}",
            )


def _of_other_kinds(key: str) -> Text | None:
    """For a key that only rules of other kinds have: which those are."""
    kinds = tuple(kind.value for kind, keys in KIND_KEYS.items() if key in keys)
    if not kinds:
        return None
    return Text(
        f" hier; er gehört zu kind: {listed(kinds, 'de')}", f" here; it belongs to kind: {listed(kinds, 'en')}."
    )


def read_entry(located: Located, language: str, lists: Lists) -> Entry:
    """One rule of a pack in this language.

    Raises:
        RulesetError: for the first thing that is wrong with it.
    """
    entries = located.value if isinstance(located.value, Mapping) else {}
    rule_id = entries.get("id")
    if rule_id is None or not RULE_ID.fullmatch(rule_id.written):
        raise RulesetError(
            f"{located.place}: Jede Regel braucht eine „id“ wie „haus.floskel“: Familie, Punkt, Name, alles klein.",
            f"{located.place}: every rule needs an 'id' like 'house.filler': family, full stop, name, in lower case.",
        )
    reader = _EntryReader(rule_id.written, located.place, language, lists)
    return reader.entry(entries)


class _EntryReader(NamedTuple):
    """Reads the keys of one rule; every sentence names the rule."""

    id: str
    place: Place
    language: str
    lists: Lists

    def entry(self, entries: Mapping[str, Located]) -> Entry:
        try:
            return self._entry(entries)
        except RulesetError as error:
            raise of_rule(error, self.id) from None

    def _entry(self, entries: Mapping[str, Located]) -> Entry:
        if "kind" not in entries:
            kinds = tuple(kind.value for kind in Kind)
            raise RulesetError(
                f"{self.place}: „kind“ fehlt; möglich ist {listed(kinds, 'de')}.",
                f"{self.place}: 'kind' is missing; it may be {listed(kinds, 'en')}.",
            )
        kind = Kind(choice("kind", entries["kind"], tuple(kind.value for kind in Kind)))
        _check_keys(entries, (*COMMON_KEYS, *KIND_KEYS[kind]))
        fields = {name: value for key, item in entries.items() for name, value in self._field(key, item)}
        fields.pop("kind", None)
        fields.pop("id", None)
        limit = _limit(entries, self.place) if kind is Kind.OCCURRENCE else None
        stated = frozenset(key for key in ("when", "severity-by") if key in entries and entries[key].value is not None)
        entry = Entry(
            id=self.id, language=self.language, kind=kind, place=self.place, limit=limit, stated=stated, **fields
        )
        self._check_content(entry)
        if kind in KINDS_IN_ONE_PART and len(entry.parts) > 1:
            raise RulesetError(
                f"{entries['in'].place}: „in“ kann bei „{kind.value}“ nur einen Teil nennen.",
                f"{entries['in'].place}: with '{kind.value}', 'in' can name one part only.",
            )
        return entry

    def _field(self, key: str, located: Located) -> Iterator[tuple[str, Any]]:
        if key in ("count", "per", "more-than", "fewer-than"):
            return
        if located.value is None and not located.written:
            return
        name, reader = _READERS[key]
        value = reader(key, located)
        yield name, self._with_lists(value) if key in ("phrases", "except", "if", "needs") else value

    def _with_lists(self, items: Iterable[Written]) -> tuple[Written, ...]:
        return tuple(item for written in items for item in self._listed(written))

    def _listed(self, written: Written) -> tuple[Written, ...]:
        if not written.text.startswith("@"):
            return (written,)
        name = written.text[1:]
        if name not in self.lists:
            near = hint(name, self.lists)
            if name.split()[:1] and name.split()[0] in self.lists:
                raise RulesetError(
                    f"{written.place}: Eine Liste steht allein: „@{name.split()[0]}“; hier stehen noch andere Wörter.",
                    f"{written.place}: a list stands alone: '@{name.split()[0]}'; here are other words besides.",
                )
            raise RulesetError(
                f"{written.place}: Die Liste „{name}“ gibt es unter „phrases“ oben im Paket nicht{near.de}.",
                f"{written.place}: there is no list '{name}' under 'phrases' at the top of the pack{near.en or '.'}",
            )
        return self.lists[name]

    def _check_content(self, entry: Entry) -> None:
        missing = next((key for key, full in _content(entry).items() if not full), None)
        if missing is not None:
            raise RulesetError(f"{self.place}: „{missing}“ fehlt.", f"{self.place}: '{missing}' is missing.")


def _content(entry: Entry) -> Mapping[str, bool]:
    """What an entry of its kind must hold, by the name of the key, and whether it does."""
    counted = entry.limit.count if entry.limit else ""
    by_kind: Mapping[Kind, Mapping[str, bool]] = {
        Kind.PHRASE: {"phrases": bool(entry.phrases)},
        Kind.SUBSTITUTION: {"swap": bool(entry.phrases)},
        Kind.REGEX: {"patterns": bool(entry.patterns)},
        Kind.TOKENS: {"tokens": bool(entry.token_patterns)},
        Kind.REQUIRED: {"needs": bool(entry.needs or entry.needs_patterns)},
        Kind.OCCURRENCE: {
            "phrases": counted != "phrases" or bool(entry.phrases),
            "patterns": counted != "patterns" or bool(entry.patterns),
        },
    }
    return by_kind[entry.kind]


_POINTLESS: Final = frozenset({("words", "100-words"), ("sentences", "sentence"), ("paragraphs", "paragraph")})


def _limit(entries: Mapping[str, Located], place: Place) -> Limit:
    bounds = [key for key in ("more-than", "fewer-than") if key in entries]
    if "count" not in entries or len(bounds) != 1:
        missing = "count" if "count" not in entries else "more-than"
        raise RulesetError(
            f"{place}: „{missing}“ fehlt; eine Regel dieser Art braucht „count“ und „more-than“ oder „fewer-than“.",
            f"{place}: '{missing}' is missing; a rule of this kind needs 'count' and 'more-than' or 'fewer-than'.",
        )
    count = choice("count", entries["count"], COUNTS)
    per = choice("per", entries["per"], PER) if "per" in entries else "message"
    if (count, per) in _POINTLESS:
        raise RulesetError(
            f"{entries['per'].place}: „{count}“ je „{per}“ sind immer gleich viele; bitte anderes zählen.",
            f"{entries['per'].place}: '{count}' per '{per}' are always the same; please count something else.",
        )
    return Limit(
        count=count,
        per=per,
        number=number(bounds[0], entries[bounds[0]]),
        below=bounds[0] == "fewer-than",
    )


def _severity(key: str, located: Located) -> Severity:
    return Severity.from_label(choice(key, located, SEVERITIES))


def _severities(key: str, located: Located) -> tuple[tuple[Conditions, Severity | None], ...]:
    items = located.value if isinstance(located.value, tuple) else (located,)
    return tuple(_conditional_severity(key, item) for item in items)


def _conditional_severity(key: str, located: Located) -> tuple[Conditions, Severity | None]:
    if not isinstance(located.value, Mapping) or "severity" not in located.value:
        raise RulesetError(
            f"{located.place}: Jeder Eintrag unter „{key}“ braucht „severity“ und Bedingungen, etwa "
            "{channel: messenger, severity: off}.",
            f"{located.place}: every entry under '{key}' needs 'severity' and conditions, such as "
            "{channel: messenger, severity: off}.",
        )
    written = located.value["severity"]
    # What programs write for `off`, which is a truth value in YAML.
    label = OFF if written.value is False else choice("severity", written, (*SEVERITIES, OFF))
    rest = {name: item for name, item in located.value.items() if name != "severity"}
    conditions = read_conditions(Located(rest, located.place), key)
    return conditions, None if label == OFF else Severity.from_label(label)


def _when(key: str, located: Located) -> Conditions:
    return read_conditions(located, key)


def _template(key: str, located: Located) -> Text:
    text = text_in_both(key, located)
    for sentence in text:
        try:
            fields = {
                f"{name}{form or ''}{conversion or ''}"
                for _, name, form, conversion in Formatter().parse(sentence)
                if name is not None
            }
        except ValueError:
            fields = {""}
        if fields - PLACEHOLDERS:
            raise RulesetError(
                f"{located.place}: „{key}“ kann als Platzhalter nur {{phrase}}, {{better}}, {{count}} und {{limit}} "
                "haben; eine Klammer schreibt man doppelt.",
                f"{located.place}: '{key}' can have no placeholders but {{phrase}}, {{better}}, {{count}} and "
                "{limit}; a brace is written twice.",
            )
    return text


def _phrases(key: str, located: Located) -> tuple[Written, ...]:
    return tuple(written_items(key, located))


def _patterns(key: str, located: Located) -> tuple[Written, ...]:
    return tuple(expression(item) for item in written_items(key, located))


def _exceptions(key: str, located: Located) -> tuple[Written, ...]:
    return tuple(
        expression(item, item.text[1:-1]) if is_expression(item.text) else item for item in written_items(key, located)
    )


def is_expression(text: str) -> bool:
    """Whether an exception is written as an expression, between slashes."""
    return len(text) > 2 and text.startswith("/") and text.endswith("/")


def _swap(key: str, located: Located) -> tuple[Written, ...]:
    if not isinstance(located.value, Mapping):
        raise RulesetError(
            f"{located.place}: „{key}“ braucht Zeilen der Form „seitens: von“.",
            f"{located.place}: '{key}' needs lines of the form 'utilize: use'.",
        )
    return tuple(
        Written(phrase, item.place, tuple(better.text for better in written_items(phrase, item, may_be_empty=True)))
        for phrase, item in located.value.items()
    )


def _token_patterns(key: str, located: Located) -> tuple[Written, ...]:
    if not isinstance(located.value, tuple):
        raise RulesetError(
            f"{located.place}: „{key}“ braucht eine Liste von Listen: - [{{LOWER: wir}}, {{POS: VERB}}].",
            f"{located.place}: '{key}' needs a list of lists: - [{{LOWER: we}}, {{POS: VERB}}].",
        )
    return tuple(read_token_pattern(item) for item in located.value)


def _part(key: str, located: Located) -> str:
    return choice(key, located, PARTS)


def _parts(key: str, located: Located) -> tuple[str, ...]:
    items = located.value if isinstance(located.value, tuple) and located.value else (located,)
    return tuple(dict.fromkeys(choice(key, item, PARTS) for item in items))


_Reader = Callable[[str, Located], Any]
_READERS: Final[Mapping[str, tuple[str, _Reader]]] = {
    "id": ("id", scalar),
    "kind": ("kind", scalar),
    "severity": ("severity", _severity),
    "severity-by": ("severity_by", _severities),
    "when": ("when", _when),
    "in": ("parts", _parts),
    "in-quotes": ("in_quotes", flag),
    "title": ("title", text_in_both),
    "message": ("message", _template),
    "why": ("why", _template),
    "limits": ("limits", text_in_both),
    "better": ("better", text_in_both),
    "source": ("source", scalar),
    "tags": ("tags", texts),
    "supersedes": ("supersedes", texts),
    "confidence": ("confidence", share),
    "price": ("price", number),
    "most": ("most", number),
    "except": ("exceptions", _exceptions),
    "phrases": ("phrases", _phrases),
    "swap": ("phrases", _swap),
    "patterns": ("patterns", _patterns),
    "tokens": ("token_patterns", _token_patterns),
    "if": ("phrases", _phrases),
    "if-patterns": ("patterns", _patterns),
    "needs": ("needs", _phrases),
    "needs-patterns": ("needs_patterns", _patterns),
    "needs-in": ("needs_in", _part),
    "bad": ("bad", read_examples),
    "good": ("good", read_examples),
}
COMMON_KEYS: Final = (
    *(
        "id",
        "kind",
        "severity",
        "severity-by",
        "when",
        "in",
        "in-quotes",
        "title",
        "message",
        "why",
        "limits",
        "better",
    ),
    *("source", "tags", "supersedes", "confidence", "price", "most", "except", "bad", "good"),
)
KIND_KEYS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.PHRASE: ("phrases",),
    Kind.SUBSTITUTION: ("swap",),
    Kind.REGEX: ("patterns",),
    Kind.TOKENS: ("tokens",),
    Kind.OCCURRENCE: ("count", "per", "more-than", "fewer-than", "phrases", "patterns"),
    Kind.REQUIRED: ("if", "if-patterns", "needs", "needs-patterns", "needs-in"),
}
__all__ = ["FACTS", "LANGUAGES", "NOT", "PARTS", "Pack", "is_expression", "read_entry", "read_pack"]
