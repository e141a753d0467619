"""The examination of rules: every kind of remark, on packs as people write them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from msglint.examining.examination import examination_of, examination_of_packs
from msglint.examining.remark import Fault, Level, Remark
from msglint.examining.wording import advice, sentence

BASE: Mapping[str, Any] = {
    "id": "house.test",
    "kind": "phrase",
    "severity": "warning",
    "title": {"de": "Titel", "en": "title"},
    "message": {"de": "„{phrase}“ sagt nichts.", "en": "'{phrase}' says nothing."},
    "why": {"de": "Der Leser erfährt damit nichts.", "en": "The reader learns nothing from it."},
    "source": "house style",
    "phrases": ["wie gesagt"],
}


def mail(body: str) -> str:
    return f"Hallo Anna,\n\n{body}\n\nViele Grüße\nTom"


BAD = ({"text": mail("das ist, wie gesagt, schon fertig.")}, {"text": mail("er kommt wie gesagt am Dienstag zu uns.")})
GOOD = ({"text": mail("das ist schon fertig.")}, {"text": mail("er hat es so gesagt, wie es ist.")})


def write(path: Path, rule: Mapping[str, Any], language: str = "de") -> None:
    """A pack of one rule; a key that is None is not written."""
    given = {key: value for key, value in rule.items() if value is not None}
    path.write_text(json.dumps({"language": language, "rules": [given]}, indent=1), encoding="utf-8")


def examined(folder: Path, rule: Mapping[str, Any], *, language: str = "de") -> list[Remark]:
    path = folder / "house.yaml"
    write(path, {"bad": BAD, "good": GOOD, **BASE, **rule}, language)
    examination = examination_of_packs([path])
    assert examination.problems == ()
    return list(examination.remarks())


def faults(folder: Path, rule: Mapping[str, Any], **more: Any) -> list[Fault]:
    return [remark.fault for remark in examined(folder, rule, **more)]


def test_nothing_to_say_of_a_good_rule(tmp_path: Path) -> None:
    assert examined(tmp_path, {}) == []


def test_the_same_in_english(tmp_path: Path) -> None:
    bad = [{"text": f"Hi Anna,\n\nas I said, the {what} is ready for you.\n\nBest\nTom"} for what in ("report", "plan")]
    good = [{"text": f"Hi Anna,\n\nthe {what} is ready for you.\n\nBest\nTom"} for what in ("report", "plan")]
    assert faults(tmp_path, {"phrases": ["as I said"], "bad": bad, "good": good}, language="en") == []


# Examples


def test_a_bad_example_that_is_not_found(tmp_path: Path) -> None:
    example = {"text": mail("das ist, wie gesagd, fertig."), "flagged": "wie gesagd"}
    (remark,) = examined(tmp_path, {"bad": [*BAD, example]})
    assert (remark.fault, remark.kind, remark.number, remark.level) == (Fault.SILENT, "bad", 3, Level.FAILURE)
    assert remark.expected_at is not None
    assert remark.expected_at.of(remark.text) == "wie gesagd"
    assert remark.found_at is None


def test_a_bad_example_that_is_found_elsewhere(tmp_path: Path) -> None:
    example = {"text": mail("das ist, wie gesagt, fertig."), "flagged": "fertig"}
    (remark,) = examined(tmp_path, {"bad": [*BAD, example]})
    assert (remark.fault, remark.expected, remark.found) == (Fault.ELSEWHERE, "fertig", "wie gesagt")
    assert remark.found_at is not None
    assert remark.expected_at is not None
    assert (remark.expected_at.of(remark.text), remark.found_at.of(remark.text)) == ("fertig", "wie gesagt")


def test_marked_characters_that_are_not_in_the_example(tmp_path: Path) -> None:
    example = {"text": mail("das ist, wie gesagt, fertig."), "flagged": "Wie gesagt"}
    assert faults(tmp_path, {"bad": [*BAD, example]}) == [Fault.MISQUOTED]


def test_another_wording_than_expected(tmp_path: Path) -> None:
    rule = {"kind": "substitution", "swap": {"wie gesagt": "ja"}, "phrases": None}
    example = {"text": mail("das ist wie gesagt fertig."), "better": "nein"}
    (remark,) = examined(tmp_path, {**rule, "bad": [*BAD, example]})
    assert (remark.fault, remark.expected, remark.found) == (Fault.WORDED, "nein", "ja")


def test_a_good_example_that_is_found(tmp_path: Path) -> None:
    (remark,) = examined(tmp_path, {"good": [*GOOD, BAD[0]]})
    assert (remark.fault, remark.number, remark.found) == (Fault.FALSE_ALARM, 3, "wie gesagt")


def test_a_place_in_the_subject(tmp_path: Path) -> None:
    example = {"text": mail("das ist schon fertig."), "subject": "Wie gesagt"}
    bad = [{**example, "flagged": "Wie gesagt"}, {**example, "flagged": "gesagt"}]
    (remark,) = examined(tmp_path, {"in": "subject", "bad": bad})
    assert (remark.fault, remark.in_subject) == (Fault.ELSEWHERE, True)
    assert remark.expected_at is not None
    assert remark.expected_at.of(remark.subject) == "gesagt"


@pytest.mark.parametrize(
    ("bad", "good", "kinds"), [(BAD[:1], GOOD, ["bad"]), (BAD, [], ["good"]), ([], GOOD[:1], ["bad", "good"])]
)
def test_too_few_examples(tmp_path: Path, bad: Any, good: Any, kinds: list[str]) -> None:
    remarks = examined(tmp_path, {"bad": bad, "good": good})
    assert [(remark.fault, remark.kind) for remark in remarks] == [(Fault.TOO_FEW, kind) for kind in kinds]
    assert {remark.level for remark in remarks} == {Level.FAILURE}


def test_an_example_in_another_language(tmp_path: Path) -> None:
    english = {"text": "Hello Anna,\n\nplease come to the office tomorrow morning.\n\nKind regards\nTom"}
    (remark,) = examined(tmp_path, {"good": [*GOOD, english]})
    assert (remark.fault, remark.expected, remark.found) == (Fault.LANGUAGE, "de", "en")


def test_examples_know_their_line(tmp_path: Path) -> None:
    (remark,) = examined(tmp_path, {"good": [*GOOD, BAD[0]]})
    assert remark.place is not None
    lines = (tmp_path / "house.yaml").read_text("utf-8").splitlines()
    # JSON: the brace, then the text.
    assert "wie gesagt" in json.loads("{" + lines[remark.place.line or 0] + "}")["text"]
    assert remark.place.source.endswith("house.yaml")


# Exceptions and phrases


def test_an_exception_that_does_nothing(tmp_path: Path) -> None:
    good = [*GOOD, {"text": mail("wie gesagt und getan, so fertig ist das nun.")}]
    rule = {"except": ["wie gesagt und getan", "wie bekannt", "/gesagt haben/"], "good": good}
    remarks = examined(tmp_path, rule)
    assert [(remark.fault, remark.source) for remark in remarks] == [
        (Fault.UNUSED_EXCEPTION, "wie bekannt"),
        (Fault.UNUSED_EXCEPTION, "/gesagt haben/"),
    ]
    assert {remark.level for remark in remarks} == {Level.WARNING}


def test_a_phrase_that_an_exception_always_takes_back(tmp_path: Path) -> None:
    rule = {
        "phrases": ["wie gesagt", "wie ... besprochen", "^ nun gut", "<nehmen> wir (mal) an", "Mehrwert*"],
        "except": ["besprochen"],
        "good": [*GOOD, {"text": mail("das machen wir, wie gestern besprochen, am Dienstag.")}],
    }
    remarks = examined(tmp_path, rule)
    assert [(remark.fault, remark.source) for remark in remarks] == [(Fault.UNFINDABLE, "wie ... besprochen")]


# Expressions


def regex(*patterns: str, **more: Any) -> Mapping[str, Any]:
    return {"kind": "regex", "phrases": None, "patterns": ["wie gesagt", *patterns], **more}


def test_a_catastrophic_expression_ends_in_time(tmp_path: Path) -> None:
    (remark,) = examined(tmp_path, regex(r"(\w+\s?)*§"))
    assert (remark.fault, remark.level, remark.source) == (Fault.CATASTROPHIC, Level.FAILURE, r"(\w+\s?)*§")
    assert remark.length >= len(remark.text) - 1 > 0


def test_a_slow_expression_is_a_warning(tmp_path: Path) -> None:
    (remark,) = examined(tmp_path, regex(r"kündig\w*[^.!?\n]{0,100}wirkung"))
    assert (remark.fault, remark.level) == (Fault.SLOW, Level.WARNING)


def test_exceptions_and_needs_are_expressions_too(tmp_path: Path) -> None:
    (remark,) = [
        remark for remark in examined(tmp_path, {"except": [r"/(a+)+b/"]}) if remark.fault is not Fault.UNUSED_EXCEPTION
    ]
    assert (remark.fault, remark.source) == (Fault.CATASTROPHIC, "(a+)+b")


def test_without_the_trial_a_doubt_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    write(path, {**BASE, **regex(r"(a+)+b"), "bad": BAD, "good": GOOD})
    (remark,) = examination_of_packs([path]).remarks(with_trial=False)
    assert (remark.fault, remark.level) == (Fault.AMBIGUOUS, Level.WARNING)


@pytest.mark.parametrize(
    ("first", "last", "is_open"),
    [
        ({"OP": "*"}, {"LOWER": "gesagt"}, True),
        ({"LOWER": "gesagt"}, {"IS_PUNCT": False, "OP": "*"}, True),
        ({"LOWER": "gesagt"}, {"LOWER": "so", "OP": "*"}, False),
        ({"LOWER": "gesagt"}, {"LOWER": "so", "OP": "?"}, False),
    ],
)
def test_token_patterns_with_an_open_end(tmp_path: Path, first: Any, last: Any, is_open: bool) -> None:
    rule = {"kind": "tokens", "phrases": None, "tokens": [[{"LOWER": "wie"}, {"LOWER": "gesagt"}], [first, last]]}
    found = Fault.OPEN_END in faults(tmp_path, rule)
    assert found == is_open


# Words


def test_what_a_rule_leaves_unsaid(tmp_path: Path) -> None:
    remarks = examined(tmp_path, {"source": None, "why": "darum", "message": "Floskel", "phrases": ["wie gesagt", "x"]})
    assert [(remark.fault, remark.level) for remark in remarks] == [
        (Fault.NO_SOURCE, Level.WARNING),
        (Fault.SHORT_WHY, Level.WARNING),
        (Fault.NO_PHRASE, Level.HINT),
    ]


@pytest.mark.parametrize("fault", list(Fault))
def test_every_remark_has_words_in_both_languages(fault: Fault) -> None:
    remark = Remark("a.b", fault, "de", kind="bad", number=1, expected="de", found="en", length=7)
    sentences = {sentence(remark, language) for language in ("de", "en")}
    advices = {advice(remark, language) for language in ("de", "en")}
    assert len(sentences) == len(advices) == 2
    assert not any(template in text for text in sentences | advices for template in ("{example", "{language", "{{"))


# Several packs


def test_a_shipped_pack_is_tested_alone(tmp_path: Path) -> None:
    from msglint.rulesets import shipped_folder

    examination = examination_of_packs([shipped_folder() / "de" / "boilerplate.yaml"])
    assert "boilerplate.default-invite" in {rule.id for rule in examination.rules}
    assert "salutation.missing" not in {rule.id for rule in examination.rules}


def test_everything_in_use(tmp_path: Path) -> None:
    write(tmp_path / "house.yaml", {**BASE, "bad": BAD, "good": GOOD})
    examination = examination_of([tmp_path])
    rules = {rule.id: rule for rule in examination.rules}
    assert {"house.test", "boilerplate.default-invite", "salutation.missing"} <= set(rules)
    assert list(examination.of_rule(rules["house.test"])) == []
    assert examination.examples == examination_of([]).examples + 4


def test_how_much_is_done_is_told(tmp_path: Path) -> None:
    write(tmp_path / "house.yaml", {**BASE, "bad": BAD, "good": GOOD})
    told: list[tuple[int, int]] = []
    list(examination_of_packs([tmp_path]).remarks(reach=lambda *done: told.append(done)))
    assert told == [(0, 1)]


def test_an_id_that_is_taken_is_told_and_not_tested(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    write(path, {**BASE, "id": "boilerplate.default-invite"})
    examination = examination_of_packs([path])
    (problem,) = examination.problems
    assert "there is a rule 'boilerplate.default-invite' already" in str(problem)
    assert examination.rules == ()
