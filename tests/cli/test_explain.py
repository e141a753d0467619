"""`msglint explain`."""

from __future__ import annotations

import pytest

from msglint.linter import Linter

from .conftest import Run


def test_one_rule(run: Run) -> None:
    shown = run("explain", "body.verbless").stdout

    for words in (
        "body.verbless: ",
        "Severity: warning · Languages: de, en",
        "What: ",
        "Why: ",
        "Source: ",
        "Limits: ",
        "Options:\n  max-words (12): ",
        "Examples (English):\n  Bad:\n    | ",
        "Examples (German):",
        "  Good:\n    | ",
        "  Better:\n    | ",
    ):
        assert words in shown


def test_in_german_with_german_examples_first(run: Run) -> None:
    shown = run("explain", "salutation.missing", "--ui-language", "de").stdout

    assert "Schwere: Warnung · Sprachen: de, en" in shown
    assert shown.index("Beispiele (Deutsch)") < shown.index("Beispiele (Englisch)")


def test_a_family_and_a_rule_of_it_are_explained_once(run: Run) -> None:
    shown = run("explain", "salutation", "salutation.missing", "body.empty").stdout

    family = [rule.id for rule in Linter().rules if rule.family == "salutation"]
    headings = [line.partition(":")[0] for line in shown.splitlines() if line.startswith(("salutation.", "body."))]
    assert headings == [*family, "body.empty"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_rule_can_be_explained(run: Run, language: str) -> None:
    for rule in Linter().rules:
        result = run("explain", rule.id, "--ui-language", language)

        assert result.exit_code == 0
        assert "{" not in result.stdout.split("\n\n")[1], "a placeholder is shown"
        assert all(len(line) <= 80 for line in result.stdout.splitlines() if " " in line.strip(" |"))


@pytest.mark.parametrize(
    ("name", "english", "german"),
    [
        ("salutation.mising", "did you mean 'salutation.missing'?", "gemeint ist wohl „salutation.missing“."),
        ("salutatoin", "did you mean 'salutation'?", "gemeint ist wohl „salutation“."),
        ("qqqqqq", "see 'msglint rules'.", "„msglint rules“ zeigt alle."),
    ],
)
def test_an_unknown_rule(run: Run, name: str, english: str, german: str) -> None:
    in_english, in_german = run("explain", name), run("explain", name, LANG="de_DE.UTF-8")

    assert english in in_english.stderr
    assert german in in_german.stderr
    assert (in_english.exit_code, in_english.stdout, in_german.exit_code) == (2, "", 2)


def test_no_rule(run: Run) -> None:
    assert run("explain").stderr == "msglint: Missing argument 'RULE'. See 'msglint explain --help'.\n"
    assert run("explain", LANG="de_DE.UTF-8").stderr == "msglint: Es fehlt: REGEL. Mehr mit „msglint explain --help“.\n"


def test_an_example_shows_the_facts_that_matter(run: Run) -> None:
    for rule, facts in {
        "attachment.missing": ("(Attachments: none)",),
        "boilerplate.default-invite": ("(Channel: contact-request)",),
        "closing.missing": ("| ",),
        "subject.missing": ("(Subject: none)",),
        "recipient.mismatch": ("(To: ",),
    }.items():
        shown = run("explain", rule).stdout
        assert all(fact in shown for fact in facts), rule


def test_all_rules(run: Run) -> None:
    shown = run("explain", "all").stdout

    assert all(f"{rule.id}: " in shown for rule in Linter().rules)
