"""The JSON Schemas that complete and check packs and profiles in an editor say what the loader says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from msglint.profiles.reader import KEYS as PROFILE_KEYS
from msglint.profiles.reader import READERS as PROFILE_CONDITIONS
from msglint.profiles.reader import profile_files
from msglint.rulesets import pack_files, shipped_folder
from msglint.rulesets.conditions import FACTS, NOT
from msglint.rulesets.entry import Kind
from msglint.rulesets.examples import _FIELDS as EXAMPLE_FIELDS
from msglint.rulesets.reading import COMMON_KEYS, COUNTS, KIND_KEYS, PACK_KEYS, PARTS, PER, read_pack
from msglint.rulesets.tokens import _KEYS as TOKEN_KEYS
from msglint.rulesets.tokens import _PREDICATES as PREDICATES

FOLDER = shipped_folder()


class Yaml12(yaml.SafeLoader):
    """As editors read YAML, and as the loader does: `off` and `no` are words, a day is a text."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def validator(name: str) -> Draft7Validator:
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


PACK, PROFILE = validator("pack"), validator("profile")
DEFINITIONS = PACK.schema["definitions"]


def faults(of: Draft7Validator, document: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in of.iter_errors(document)]


def load(text: str) -> Any:
    return yaml.load(text, Yaml12)


@pytest.mark.parametrize("path", pack_files(FOLDER), ids=lambda path: "/".join(path.parts[-2:]))
def test_every_shipped_pack_is_valid(path: Path) -> None:
    assert faults(PACK, load(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", profile_files(FOLDER / "profiles"), ids=lambda path: path.stem)
def test_every_shipped_profile_is_valid(path: Path) -> None:
    assert faults(PROFILE, load(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "path", [*pack_files(FOLDER), *profile_files(FOLDER / "profiles")], ids=lambda path: "/".join(path.parts[-2:])
)
def test_every_shipped_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    name = "profile" if path.parent.name == "profiles" else "pack"

    assert first == f"# yaml-language-server: $schema=../{name}.schema.json"


def test_the_keys_of_a_pack_are_those_that_the_loader_knows() -> None:
    assert set(PACK.schema["properties"]) == set(PACK_KEYS)
    assert set(DEFINITIONS["rule"]["properties"]) == {
        *COMMON_KEYS,
        *(key for keys in KIND_KEYS.values() for key in keys),
    }
    assert set(DEFINITIONS["example"]["properties"]) == set(EXAMPLE_FIELDS)
    assert set(DEFINITIONS["token"]["properties"]) == set(TOKEN_KEYS)
    assert set(DEFINITIONS["predicates"]["properties"]) == set(PREDICATES)


def test_the_keys_of_every_kind_are_those_that_the_loader_knows() -> None:
    by_kind = {
        branch["if"]["properties"]["kind"]["const"]: set(branch["then"]["propertyNames"]["enum"])
        for branch in DEFINITIONS["rule"]["allOf"]
    }

    assert by_kind == {kind.value: {*COMMON_KEYS, *KIND_KEYS[kind]} for kind in Kind}


def test_the_conditions_are_those_that_the_loader_knows() -> None:
    known = {name for fact in FACTS for name in (fact, NOT + fact)}

    assert set(DEFINITIONS["conditions"]["properties"]) == known
    assert set(DEFINITIONS["conditional-severity"]["properties"]) == {*known, "severity"}


def test_the_values_are_those_that_the_loader_knows() -> None:
    rule = DEFINITIONS["rule"]["properties"]

    assert rule["kind"]["enum"] == [kind.value for kind in Kind]
    one, several = rule["in"]["anyOf"]
    assert [tuple(place["enum"]) for place in (one, several["items"], rule["needs-in"])] == [PARTS] * 3
    assert (tuple(rule["count"]["enum"]), tuple(rule["per"]["enum"])) == (COUNTS, PER)


def test_the_keys_of_a_profile_are_those_that_the_reader_knows() -> None:
    assert set(PROFILE.schema["properties"]) == set(PROFILE_KEYS)
    assert set(PROFILE.schema["properties"]["for"]["properties"]) == set(PROFILE_CONDITIONS)


def test_everything_that_can_be_written_is_described() -> None:
    for properties in (
        PACK.schema["properties"],
        PROFILE.schema["properties"],
        *(DEFINITIONS[name]["properties"] for name in ("rule", "example", "token", "conditions", "predicates")),
    ):
        assert [key for key, value in properties.items() if not value.get("description")] == []


RULE = "language: de\nrules:\n  - id: house.filler\n    title: Floskel\n    message: Floskel.\n    why: Sie hält auf.\n"
RIGHT = RULE + "    severity: warning\n    kind: phrase\n    phrases: [hiermit]\n"
WRONG = {
    "no kind": RULE,
    "no phrases": RULE + "    kind: phrase\n",
    "no part": RIGHT + "    in: []\n",
    "an unknown part": RIGHT + "    in: [own, attachment]\n",
    "two parts where it counts": RULE
    + "    kind: occurrence\n    count: words\n    more-than: 9\n    in: [own, subject]\n",
    "two parts where it misses": RULE + "    kind: required\n    needs: [bitte]\n    in: [own, subject]\n",
    "a key of another kind": RIGHT + "    swap: {seitens: von}\n",
    "a key that does not exist": RIGHT + "    prioritee: 3\n",
    "a severity that does not exist": RIGHT.replace("warning", "fatal"),
    "a condition that does not exist": RIGHT + "    when: {answer: true}\n",
    "a condition with a wrong value": RIGHT + "    when: {reply: often}\n",
    "a comparison that is none": RIGHT + "    when: {words: many}\n",
    "a conditional severity without severity": RIGHT + "    severity-by: [{channel: email}]\n",
    "a channel that does not exist": RIGHT + "    severity-by: [{channel: fax, severity: off}]\n",
    "an id without a family": RIGHT.replace("house.filler", "filler"),
    "a text in one language": RIGHT.replace("title: Floskel", "title: {de: Floskel}"),
    "an example without text": RIGHT + "    bad: [{flagged: hiermit}]\n",
    "an example with an unknown key": RIGHT + "    good: [{text: Hallo, recipient: Anna}]\n",
    "too much confidence": RIGHT + "    confidence: 2\n",
    "no patterns": RULE + "    kind: regex\n",
    "no swap": RULE + "    kind: substitution\n",
    "a token key that does not exist": RULE + "    kind: tokens\n    tokens: [[{LOWERCASE: wir}]]\n",
    "an operator that does not exist": RULE + '    kind: tokens\n    tokens: [[{LOWER: wir, OP: "%"}]]\n',
    "a token pattern that is no list": RULE + "    kind: tokens\n    tokens: [{LOWER: wir}]\n",
    "nothing to count": RULE + "    kind: occurrence\n    more-than: 3\n",
    "no limit": RULE + "    kind: occurrence\n    count: words\n",
    "two limits": RULE + "    kind: occurrence\n    count: words\n    more-than: 3\n    fewer-than: 2\n",
    "no phrases to count": RULE + "    kind: occurrence\n    count: phrases\n    more-than: 3\n",
    "nothing required": RULE + "    kind: required\n    if: [Anhang]\n",
    "a language that does not exist": RIGHT.replace("language: de", "language: fr"),
    "no language": RIGHT.replace("language: de\n", ""),
}


def test_a_right_pack_is_accepted() -> None:
    assert faults(PACK, load(RIGHT)) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_pack_is_refused_as_by_the_loader(name: str, tmp_path: Path) -> None:
    assert faults(PACK, load(WRONG[name])) != []

    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG[name], encoding="utf-8")
    with pytest.raises(Exception, match=r"wrong\.yaml"):
        problems = read_pack(path).problems
        raise problems[0]


PROFILE_RIGHT = "title: {de: Haus, en: House}\nabout: {de: Für uns., en: For us.}\n"


@pytest.mark.parametrize(
    "addition",
    [
        "for: {chanel: email}\n",
        "for: {channel: fax}\n",
        "severity: {tone: fatal}\n",
        "ignored: [tone]\n",
        "options: {body.verbless: 8}\n",
    ],
)
def test_a_wrong_profile_is_refused(addition: str) -> None:
    assert faults(PROFILE, load(PROFILE_RIGHT)) == []
    assert faults(PROFILE, load(PROFILE_RIGHT + addition)) != []
