"""The format for programs, held against the schema that ships with the package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from msglint.formats import renderer
from msglint.report import BestChange, Readability, Report, Skipped

from .reports import finding, report, unreadable


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(files("msglint.formats").joinpath("report.schema.json").read_text(encoding="utf-8"))


def rendered(*reports: Report) -> str:
    return "".join(renderer("json")(reports, ui_language="en", colour=True, width=20))


def test_the_schema_is_one(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    "reports",
    [
        (),
        (report(),),
        (report(finding(suggestions=("Meyer",)), best=BestChange("recipient.misspelled", 32)), unreadable()),
        (report(path=None, skipped=(Skipped("body", "encrypted"),)),),
        (report(finding(recipient="anna@example.com", fixable=True)),),
        (
            report(readability=Readability(120, 8, 15.0, 52.4, 9.1)),
            report(readability=Readability(60, 4, 15.0, -3.0, None)),
        ),
    ],
)
def test_every_document_fits_the_schema(schema: Any, reports: tuple[Report, ...]) -> None:
    document = json.loads(rendered(*reports))

    jsonschema.Draft202012Validator(schema).validate(document)
    assert len(document["messages"]) == len(reports)


def test_the_members_of_a_message() -> None:
    found = finding(suggestions=("Meyer",))
    document = json.loads(rendered(report(found, best=BestChange("recipient.misspelled", 32))))

    assert document["schema_version"] == 1
    assert document["messages"] == [
        {
            "path": "draft.eml",
            "language": "de",
            "channel": "email",
            "profile": "default",
            "grade": {
                "letter": "D",
                "score": 60,
                "deductions": [{"family": "recipient", "points": 40}],
                "best_change": {"rule": "recipient.misspelled", "points": 32},
            },
            "readability": None,
            "findings": [
                {
                    "rule": "recipient.misspelled",
                    "severity": "error",
                    "confidence": 0.9,
                    "part": "salutation",
                    "start": 18,
                    "end": 23,
                    "line": 1,
                    "column": 19,
                    "end_line": 1,
                    "end_column": 24,
                    "excerpt": "Meier",
                    "message": "The name is spelt wrong.",
                    "why": "Nobody likes to read their own name misspelt.",
                    "help_url": "https://example.org/rules/recipient/misspelled/",
                    "suggestions": [{"text": "Meyer", "start": 18, "end": 23, "safe": False}],
                    "recipient": None,
                    "fixable": False,
                }
            ],
            "skipped": [],
            "error": None,
        }
    ]


def test_whom_a_finding_is_about_and_whether_it_may_be_fixed() -> None:
    (message,) = json.loads(rendered(report(finding(recipient="anna@example.com", fixable=True))))["messages"]

    assert [(found["recipient"], found["fixable"]) for found in message["findings"]] == [("anna@example.com", True)]


@pytest.mark.parametrize("member", ["recipient", "fixable"])
def test_the_schema_asks_for_them(schema: Any, member: str) -> None:
    document = json.loads(rendered(report(finding())))
    del document["messages"][0]["findings"][0][member]

    assert not jsonschema.Draft202012Validator(schema).is_valid(document)


def test_how_a_message_reads() -> None:
    reports = (report(readability=Readability(120, 8, 15.0, 52.4, 9.1)), report(), unreadable())
    messages = json.loads(rendered(*reports))["messages"]

    assert [message["readability"] for message in messages] == [
        {"words": 120, "sentences": 8, "words_per_sentence": 15.0, "flesch": 52.4, "wiener": 9.1},
        None,
        None,
    ]


def test_the_schema_asks_for_it(schema: Any) -> None:
    document = json.loads(rendered(report(readability=Readability(120, 8, 15.0, 52.4, None))))
    validator = jsonschema.Draft202012Validator(schema)

    assert validator.is_valid(document)
    del document["messages"][0]["readability"]["wiener"]
    assert not validator.is_valid(document)
    del document["messages"][0]["readability"]
    assert not validator.is_valid(document)


def test_an_unreadable_message_has_an_error_and_no_grade() -> None:
    (message,) = json.loads(rendered(unreadable()))["messages"]

    assert (message["error"], message["grade"], message["findings"]) == ("The file is empty.", None, [])


def test_messages_are_rendered_one_by_one() -> None:
    asked = []

    def reports() -> Iterator[Report]:
        for number in range(3):
            asked.append(number)
            yield report(path=str(number))

    pieces = renderer("json")(reports(), ui_language="en", colour=False, width=80)
    next(pieces)
    next(pieces)

    assert asked == [0]
