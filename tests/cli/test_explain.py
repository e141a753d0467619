"""`msglint explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from msglint.linter import Linter

from .conftest import Run


def test_one_rule(run: Run) -> None:
    shown = run("explain", "body.verbless").stdout

    for words in (
        "body.verbless: ",
        "Severity: warning · Languages: de, en · Points off: 12",
        "What: ",
        "Why: ",
        "Source: ",
        "Limits: ",
        "Page: https://msglint.readthedocs.io/rules/body/verbless/",
        "Written in: msglint/rules/body/verbless.py",
        "Options:\n  max-words (12): ",
        "In the profiles:\n",
        "  messenger (Messenger): off",
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


def test_a_title_about_small_letters_keeps_them(run: Run) -> None:
    assert run("explain", "register.pronoun-case").stdout.startswith(
        "register.pronoun-case: sie or Sie, ihnen or Ihnen\n"
    )
    assert run("explain", "closing.abbreviated").stdout.startswith("closing.abbreviated: Abbreviated closing\n")


def test_a_family_and_a_rule_of_it_are_explained_once(run: Run) -> None:
    shown = run("explain", "salutation", "salutation.missing", "body.empty").stdout

    family = [rule.id for rule in Linter().rules if rule.family == "salutation"]
    headings = [line.partition(":")[0] for line in shown.splitlines() if line.startswith(("salutation.", "body."))]
    assert headings == [*family, "body.empty"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_rule_can_be_explained(run: Run, language: str) -> None:
    result = run("explain", "all", "--ui-language", language)

    assert (result.exit_code, result.stderr) == (0, "")
    assert [rule.id for rule in Linter().rules if f"{rule.id}: " not in result.stdout] == []
    for line in result.stdout.splitlines():
        if line.startswith(("What: ", "Was: ", "Why: ", "Warum: ")):
            assert "{" not in line, "a placeholder is shown"
        if " " in line.strip(" |") and "\\" not in line:  # an expression is left as it is
            assert len(line) <= 80


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


def test_the_flagged_place_is_shown_with_the_finding(run: Run) -> None:
    shown = run("explain", "boilerplate.default-invite", "--ui-language", "de").stdout

    text = "ich würde dich gern in mein berufliches Netzwerk aufnehmen."
    assert f"    | {text}\n    | {'^' * len(text)}\n" in shown
    assert "    ! Das ist der Standardtext des Netzwerks, kein eigenes Wort.\n" in shown


def test_a_flagged_subject_is_shown_in_the_subject(run: Run) -> None:
    shown = run("explain", "subject.vague").stdout

    assert "    | (Subject: Question)\n    |           ^^^^^^^^\n" in shown


def test_a_rule_that_is_data_shows_what_it_looks_for(run: Run) -> None:
    shown = run("explain", "boilerplate.filler-opening", "subject.vague", "tone.blame").stdout

    for words in (
        "How it knows (English):\n  Looks for these phrases, in the body.\n",
        "… and ",
        "  Exceptions:\n",
        "  channel messenger: off\n",
        "Looks for what these expressions match, in the subject.",
        "Looks for rows of words by lemma and part of speech",
        "Written in: rulesets/de/fillers.yaml, rulesets/en/fillers.yaml",
    ):
        assert words in shown


PACK = """
language: en
rules:
  - {id: house.swap, kind: substitution, severity: warning, title: our words, message: "“{phrase}”", why: So.,
     swap: {<remit>: [<send>, ""]}, when: {not-words: ">40", reply: false},
     bad: [{text: "Dear Ms Parker,\\n\\nwe remitted the key yesterday.\\n\\nKind regards\\nTom White"}],
     good: [{text: "Dear Ms Parker,\\n\\nwe sent the key yesterday.\\n\\nKind regards\\nTom White"}]}
  - {id: house.words, kind: tokens, severity: warning, title: pattern, message: "“{phrase}”", why: So.,
     tokens: [[{LEMMA: take}, {LOWER: {IN: [good, bad]}, OP: "?"}, {}, {POS: NOUN, LOWER: care}]]}
  - {id: house.count, kind: occurrence, severity: warning, title: counting, message: "{count}", why: So.,
     count: questions, per: paragraph, more-than: 2}
  - {id: house.need, kind: required, severity: warning, title: number, message: "“{phrase}”", why: So.,
     if: [your order], needs-patterns: ['A-\\d{5}']}
"""


def test_the_rules_of_an_extended_pack_are_explained(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(PACK, encoding="utf-8")

    shown = run("explain", "house", "--extends", str(path)).stdout

    for words in (
        "Comes from: ",
        "<remit> → <send>, (leave out)",
        "  Only: at most 40 words, not in replies\n",
        "    | we remitted the key yesterday.\n    |    ^^^^^^^^\n",
        "  Better:\n    | sent\n",
        "    <take> (good/bad) … care+NOUN\n",
        "  Found at: more than 2 questions in a paragraph\n",
        "  Needed in the own text with salutation and signature, one of these:\n    A-\\d{5}\n",
    ):
        assert words in shown
    assert "Page: " not in shown


def test_json(run: Run) -> None:
    result = run("explain", "subject.vague", "salutation.missing", "--output-format", "json", "--ui-language", "de")
    document = json.loads(result.stdout)
    vague, missing = document["rules"]

    assert document["schema_version"] == 1
    assert (vague["id"], vague["severity"], vague["language"]) == ("subject.vague", "suggestion", "de")
    assert vague["help_url"] == "https://msglint.readthedocs.io/de/rules/subject/vague/"
    assert {one["language"]: one["kind"] for one in vague["sought"]} == {"de": "regex", "en": "regex"}
    german = vague["examples"][0]
    assert (german["language"], german["bad"][0]["flagged"], german["bad"][0]["in_subject"]) == ("de", "Frage", True)
    assert missing["sought"] == []
    assert {"name": "messenger", "title": "Messenger", "severity": "off", "options": []} in missing["profiles"]


def test_a_format_that_does_not_exist(run: Run) -> None:
    result = run("explain", "subject.vague", "--output-format", "xml")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "it may be text or json" in result.stderr


@pytest.mark.parametrize(
    ("name", "language", "sentence"),
    [
        (
            "reminder",
            "de",
            "„reminder“ ist keine Regel, sondern ein Profil; „msglint profiles reminder“ zeigt es.",
        ),
        ("Kunde", "en", "'Kunde' is not a rule but a profile; 'msglint profiles customer' shows it."),
    ],
)
def test_a_profile_is_told_from_a_rule(name: str, language: str, sentence: str, run: Run) -> None:
    result = run("explain", name, "--ui-language", language)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"msglint: {sentence}\n")
