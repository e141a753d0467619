"""Packs: what their rules find, and what a faulty pack is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from msglint import Linter, Message
from msglint.message.model import Attachment, Headers
from msglint.message.searchable import SearchText
from msglint.report import Finding, Report
from msglint.rulesets import load_rulesets
from msglint.settings import Settings

BASE: Mapping[str, Any] = {
    "id": "house.test",
    "severity": "warning",
    "title": {"de": "Titel", "en": "title"},
    "message": {"de": "„{phrase}“ {better} {count} {limit}", "en": "'{phrase}' {better} {count} {limit}"},
    "why": {"de": "darum", "en": "because"},
    "source": "x",
}


def pack(folder: Path, *rules: Mapping[str, Any], language: str = "de", **more: Any) -> Path:
    path = folder / "house.yaml"
    path.write_text(json.dumps({"language": language, "rules": rules, **more}), encoding="utf-8")
    return path


def linter_of(path: Path) -> Linter:
    rulesets = load_rulesets([path])
    assert rulesets.problems == ()
    return Linter(Settings(profile="everything", select=("house",)), ui_language="en", rulesets=rulesets)


def report_on(folder: Path, rule: Mapping[str, Any], text: str | Message, language: str = "de", **more: Any) -> Report:
    linter = linter_of(pack(folder, {**BASE, **rule}, language=language, **more))
    message = text if isinstance(text, Message) else Message.from_text(mail(text))
    return linter.check(message.with_(given_language=language))


def findings(folder: Path, rule: Mapping[str, Any], text: str | Message, **more: Any) -> tuple[Finding, ...]:
    return report_on(folder, rule, text, **more).findings


def excerpts(folder: Path, rule: Mapping[str, Any], text: str | Message, **more: Any) -> list[str]:
    return [finding.excerpt for finding in findings(folder, rule, text, **more)]


def mail(body: str) -> str:
    return f"Hallo Anna,\n\n{body}\n\nViele Grüße\nTom"


def phrase(*phrases: str, **more: Any) -> Mapping[str, Any]:
    return {"kind": "phrase", "phrases": phrases, **more}


# The kinds


def test_a_phrase_is_found_wherever_it_stands_but_not_in_quotation_marks(tmp_path: Path) -> None:
    text = "wie gesagt kommt er. Er sagt „wie gesagt“ zu oft. Wie\ngesagt: ja."
    assert excerpts(tmp_path, phrase("wie gesagt"), text) == ["wie gesagt", "Wie\ngesagt"]
    quoted = phrase("wie gesagt", **{"in-quotes": True})
    assert excerpts(tmp_path, quoted, text) == ["wie gesagt", "wie gesagt", "Wie\ngesagt"]


def test_at_most_so_many_findings(tmp_path: Path) -> None:
    assert len(excerpts(tmp_path, phrase("so"), "so und so und so und so")) == 3
    assert len(excerpts(tmp_path, phrase("so", most=1), "so und so")) == 1


def test_the_longest_of_overlapping_phrases_counts_once(tmp_path: Path) -> None:
    rule = phrase("zur Verfügung", "für Rückfragen ... zur Verfügung")
    assert excerpts(tmp_path, rule, "Ich stehe für Rückfragen gern zur Verfügung.") == [
        "für Rückfragen gern zur Verfügung"
    ]


def test_the_beginning_and_the_end_of_a_sentence(tmp_path: Path) -> None:
    text = "Leider geht es nicht. Das geht leider.\nLeider\n\nnicht: leider"
    assert excerpts(tmp_path, phrase("^leider"), text) == ["Leider", "Leider", "leider"]
    assert excerpts(tmp_path, phrase("leider$"), text) == ["leider", "Leider", "leider"]


def test_a_list_of_the_pack_stands_for_its_phrases(tmp_path: Path) -> None:
    lists = {"waves": ["agil", "disruptiv"]}
    assert excerpts(tmp_path, phrase("@waves"), "Wir sind agil.", phrases=lists) == ["agil"]


def test_exceptions_take_back_what_they_overlap(tmp_path: Path) -> None:
    rule = phrase("Mehrwert*", **{"except": ["Mehrwertsteuer", r"/Mehrwert von \d+/"]})
    text = "Der Mehrwert ist da, die Mehrwertsteuer auch, ein Mehrwert von 3 auch."
    assert excerpts(tmp_path, rule, text) == ["Mehrwert"]


def test_a_substitution_proposes_its_wordings(tmp_path: Path) -> None:
    rule = {"kind": "substitution", "swap": {"im Nachgang": ["danach", "später"], "nun ja,": ""}}
    (first, second) = findings(tmp_path, rule, "Im Nachgang reden wir. Nun ja, wir sehen es.")
    assert [suggestion.text for suggestion in first.suggestions] == ["Danach", "Später"]
    assert first.message == "'Im Nachgang' Danach  "
    (gone,) = second.suggestions
    text = mail("Im Nachgang reden wir. Nun ja, wir sehen es.")
    assert text[: gone.span.start] + gone.text + text[gone.span.end :] == mail("Im Nachgang reden wir. Wir sehen es.")


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("Der Code liegt auf github.", ["github"]),
        ("Der Code liegt auf Github, der alte auf GitHub.", ["Github"]),
        ("Der Code liegt auf GITHUB.", []),
        ("Dafür vielen dank! Vielen Dank auch an Tom.", ["vielen dank"]),
        ("Vielen dank für den Code.", ["Vielen dank"]),
        ("- Vielen Dank für den Code", []),
        ("Das sagen alle KollegInnen und Kolleginnen.", []),
        ("Der Code heißt github-export, github.com/test, /var/github, github(), `github`, {{ github }}.", []),
        ("Mein Iphone ist neu.", ["Iphone"]),
    ],
)
def test_a_substitution_may_be_about_capitals(body: str, wrong: list[str], tmp_path: Path) -> None:
    swap = {"github": "GitHub", "iphone": "iPhone", "vielen dank": "vielen Dank", "kolleginnen": "Kolleginnen"}
    assert excerpts(tmp_path, {"kind": "substitution", "swap": swap}, body) == wrong


def test_who_does_without_capitals_is_not_told_of_one(tmp_path: Path) -> None:
    rule = {"kind": "substitution", "swap": {"github": "GitHub", "seitens": "von"}, "in": ["own", "subject"]}
    text = "hallo anna,\n\nder code liegt auf github. seitens tom ist alles gut.\n\nviele grüße\ntom"
    message = Message.from_text(text, subject="code auf github")

    assert excerpts(tmp_path, rule, message) == ["seitens"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("servus Anna,\n\nder code ist auf github, im ICE.\n\nlg Tom\n\n-- \nTom Weiß\nWeiß GmbH, Wien", []),
        ("vielen dank für den code auf github.", []),
        ("Hallo Anna,\n\nvielen dank für alles.\n\nViele Grüße\nTom", ["vielen dank"]),
        ("hallo Anna,\n\nder Code und die Liste von Tom sind auf github.\n\nlg tom", ["github"]),
        ("Der Code ist auf github. Die Liste auch.", ["github"]),
    ],
)
def test_signature_names_and_abbreviations_do_not_tell_whether_somebody_uses_capitals(
    text: str, wrong: list[str], tmp_path: Path
) -> None:
    rule = {"kind": "substitution", "swap": {"github": "GitHub", "vielen dank": "vielen Dank"}, "in": "own"}
    assert excerpts(tmp_path, rule, Message.from_text(text)) == wrong


def test_a_place_in_two_parts_is_told_once(tmp_path: Path) -> None:
    message = Message.from_text(mail("Hiermit kommt sie."))

    assert len(findings(tmp_path, phrase("hiermit", **{"in": ["body", "own", "text"]}), message)) == 1


@pytest.mark.parametrize(
    ("parts", "subject", "where"),
    [
        (["own", "subject"], "Hiermit die Liste", ["subject", "body"]),
        (["subject", "own"], "Hiermit die Liste", ["subject", "body"]),
        (["own", "subject"], "AW: Hiermit die Liste", ["body"]),
        (["own", "subject"], "Fwd: Hiermit die Liste", ["body"]),
        (["body", "subject"], "AW: Hiermit die Liste", ["subject", "body"]),
        (["closing", "subject"], "Hiermit die Liste", ["subject"]),
        (["body"], "Hiermit die Liste", ["body"]),
    ],
)
def test_several_parts(parts: list[str], subject: str, where: list[str], tmp_path: Path) -> None:
    message = Message.from_text(mail("Hiermit kommt sie."), subject=subject)

    assert [one.part for one in findings(tmp_path, phrase("hiermit", **{"in": parts}), message)] == where


def test_all_parts_together_have_as_many_findings_as_wanted(tmp_path: Path) -> None:
    message = Message.from_text(mail("Hiermit und hiermit."), subject="Hiermit")

    assert len(findings(tmp_path, phrase("hiermit", most=2, **{"in": ["own", "subject"]}), message)) == 2


def test_a_rule_supersedes_another_only_in_the_same_text(tmp_path: Path) -> None:
    more = {**BASE, **phrase("hiermit sofort", **{"in": "subject"}), "id": "house.more", "supersedes": ["house.test"]}
    linter = linter_of(pack(tmp_path, {**BASE, **phrase("hiermit")}, more))
    message = Message.from_text("Hiermit kommt sie.", subject="Hiermit sofort").with_(given_language="de")

    assert [finding.rule for finding in linter.check(message).findings] == ["house.more", "house.test"]


def test_a_substitution_keeps_the_inflection(tmp_path: Path) -> None:
    rule = {"kind": "substitution", "swap": {"<finalisieren>": "<beenden>"}}
    (finding,) = findings(tmp_path, rule, "Er finalisiert den Bericht morgen.")
    assert [suggestion.text for suggestion in finding.suggestions] == ["beendet"]


def test_an_expression_may_mark_a_part_of_what_it_matches(tmp_path: Path) -> None:
    rule = {"kind": "regex", "patterns": [r"bis\s+(?P<flag>bald)", r"(?-i:TELEFON)"]}
    assert excerpts(tmp_path, rule, "Wir reden bis bald am TELEFON, nicht am Telefon.") == ["bald", "TELEFON"]


def test_a_required_element(tmp_path: Path) -> None:
    rule = {"kind": "required", "if": ["folgendem Link"], "needs-patterns": ["https?://"]}
    assert excerpts(tmp_path, rule, "Siehe unter folgendem Link nach.") == ["folgendem Link"]
    assert excerpts(tmp_path, rule, "Siehe unter folgendem Link nach: https://example.com") == []
    always = {"kind": "required", "needs": ["Mit Sicherheit"], "needs-in": "own"}
    (finding,) = findings(tmp_path, always, "Das ist alles.")
    assert (finding.excerpt, finding.start.line) == ("", 3)
    assert excerpts(tmp_path, always, "Das ist alles. Mit Sicherheit gut.") == []


@pytest.mark.parametrize(
    ("limit", "text", "expected"),
    [
        ({"count": "words", "more-than": 3}, "eins zwei drei vier", [("", "4", "3")]),
        ({"count": "words", "more-than": 4}, "eins zwei drei vier", []),
        ({"count": "words", "fewer-than": 3}, "eins zwei", [("", "2", "3")]),
        ({"count": "characters", "more-than": 5}, "eins zwei", [("", "9", "5")]),
        (
            {"count": "words", "per": "sentence", "more-than": 3},
            "Eins zwei drei. Hier sind es aber vier. Und z. B. nur Dr. Ruf.",
            [("Hier sind es aber vier.", "5", "3"), ("Und z. B. nur Dr. Ruf.", "6", "3")],
        ),
        ({"count": "sentences", "more-than": 1}, "Eins ist da. Zwei ist da.", [("", "2", "1")]),
        ({"count": "paragraphs", "more-than": 1}, "Eins ist da.\n\nZwei ist da.", [("", "2", "1")]),
        ({"count": "questions", "per": "paragraph", "more-than": 1}, "Wer? Wo?\n\nWann?", [("Wer? Wo?", "2", "1")]),
    ],
)
def test_counting(tmp_path: Path, limit: Mapping[str, Any], text: str, expected: list[tuple[str, str, str]]) -> None:
    found = findings(tmp_path, {"kind": "occurrence", **limit}, text)
    assert [(finding.excerpt, *finding.message.split()[-2:]) for finding in found] == expected


def test_counting_phrases(tmp_path: Path) -> None:
    rule = {"kind": "occurrence", "count": "phrases", "phrases": ["quasi", "eigentlich"], "more-than": 2}
    assert excerpts(tmp_path, rule, "quasi eigentlich so, quasi eigentlich") == ["quasi"]
    assert excerpts(tmp_path, rule, "quasi eigentlich so") == []
    dense = {**rule, "per": "100-words", "more-than": 1}
    assert excerpts(tmp_path, dense, "quasi eigentlich " + "wort " * 10) == ["eigentlich"]
    assert excerpts(tmp_path, dense, "quasi eigentlich " + "wort " * 200) == []


def test_the_limit_is_an_option(tmp_path: Path) -> None:
    path = pack(tmp_path, {**BASE, "kind": "occurrence", "count": "words", "more-than": 2})
    settings = Settings(profile="everything", select=("house",), options={"house.test": {"more-than": 9}})
    linter = Linter(settings, rulesets=load_rulesets([path]))
    assert linter.check(Message.from_text(mail("das sind vier Wörter"), subject="x")).findings == ()


# Where and when


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("subject", "Angebot"),
        ("salutation", "Anna"),
        ("closing", "Viele Grüße"),
        ("body", "Text"),
        ("signature", "Tom"),
    ],
)
def test_a_rule_looks_at_its_part(tmp_path: Path, part: str, words: str) -> None:
    message = Message.from_text(mail("hier steht der Text."), subject="Angebot")
    assert excerpts(tmp_path, phrase(words, **{"in": part}), message) == [words]
    others = {"subject", "salutation", "closing", "body", "signature"} - {part}
    assert all(excerpts(tmp_path, phrase(words, **{"in": other}), message) == [] for other in others)


@pytest.mark.parametrize(
    ("conditions", "holds"),
    [
        ({"reply": False}, True),
        ({"reply": True}, False),
        ({"not-reply": True}, True),
        ({"channel": ["letter", "email"]}, True),
        ({"not-channel": "email"}, False),
        ({"relationship": "none"}, True),
        ({"first-contact": True}, True),
        ({"audience": "customer"}, True),
        ({"audience": ["colleague"]}, False),
        ({"recipients": ">1"}, True),
        ({"to": "=1", "cc": "=1"}, True),
        ({"to": ">1"}, False),
        ({"attachments": "=1"}, True),
        ({"words": "<3"}, False),
        ({"words": ">=3", "questions": "=0"}, True),
        ({"internal": False, "greeted": True, "closed": True}, True),
        ({"headers": True}, True),
        ({"form": "du"}, True),
        ({"form": "Sie"}, False),
    ],
)
def test_conditions(tmp_path: Path, conditions: Mapping[str, Any], holds: bool) -> None:
    message = Message.from_text(
        mail("wie gesagt geht es dir gut."), to="Anna <a@example.com>", cc="b@example.org", from_="Tom <t@example.net>"
    )
    message = message.with_(
        headers=Headers(known=True, from_=message.headers.from_, to=message.headers.to, cc=message.headers.cc),
        attachments=(Attachment("a.pdf", "application/pdf"),),
        audience="customer",
        given_relationship="none",
    )
    from msglint.message.model import Audience, Relationship

    message = message.with_(audience=Audience.CUSTOMER, given_relationship=Relationship.NONE)
    assert (excerpts(tmp_path, phrase("wie gesagt", when=conditions), message) == ["wie gesagt"]) is holds


def test_severity_by_channel_audience_and_relationship(tmp_path: Path) -> None:
    rule = phrase(
        "wie gesagt",
        **{"severity-by": [{"channel": "messenger", "severity": "off"}, {"reply": False, "severity": "error"}]},
    )
    message = Message.from_text(mail("wie gesagt, ja."))
    assert [finding.severity.label for finding in findings(tmp_path, rule, message)] == ["error"]
    assert findings(tmp_path, rule, Message.from_text(mail("wie gesagt."), channel="messenger")) == ()
    reply = Message.from_text(mail("wie gesagt."), subject="AW: Angebot")
    assert [finding.severity.label for finding in findings(tmp_path, rule, reply)] == ["warning"]


# Two languages, one rule


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_plain_texts_of_two_packs_are_each_for_the_users_of_their_language(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    for name, language, word in zip(names, ("de", "en"), ("leer", "empty"), strict=True):
        rule = {**BASE, "title": word, "message": word, "why": word, **phrase("synergy")}
        (tmp_path / f"{name}.yaml").write_text(json.dumps({"language": language, "rules": [rule]}), encoding="utf-8")

    [rule] = [rule for rule in load_rulesets([tmp_path]).rules if rule.id == "house.test"]

    assert {(text.de, text.en) for text in (rule.title, rule.message, rule.why)} == {("leer", "empty")}


def test_one_id_in_two_languages_is_one_rule(tmp_path: Path) -> None:
    for language, words in (("de", "wie gesagt"), ("en", "as I said")):
        (tmp_path / language).mkdir()
        rule: dict[str, Any] = {"id": "house.test", "kind": "phrase", "phrases": [words]}
        pack(tmp_path / language, {**BASE, **rule} if language == "de" else rule, language=language)
    rulesets = load_rulesets([tmp_path])
    assert rulesets.problems == ()
    (rule_,) = (rule_ for rule_ in rulesets.rules if rule_.id == "house.test")
    assert rule_.languages == {"de", "en"}
    linter = Linter(Settings(profile="everything", select=("house",)), rulesets=rulesets)
    english = "Hi Anna,\n\nas I said, the report will be with you on Friday.\n\nBest regards\nTom"
    assert [finding.excerpt for finding in linter.check(Message.from_text(english)).findings] == ["as I said"]


def test_the_shipped_packs_load_and_share_one_id_over_languages() -> None:
    rulesets = load_rulesets()
    assert rulesets.problems == ()
    invite = next(rule for rule in rulesets.rules if rule.id == "boilerplate.default-invite")
    assert invite.languages == {"de", "en"}
    (match,) = rulesets.phrases("networking", "de").finditer(SearchText("body", "zwecks Kontaktpflege"))
    assert match.group() == "Kontaktpflege"


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_rulesets().phrases("no-such-list", "de")


# What goes wrong


def test_a_catastrophic_expression_is_cut_off_and_the_others_still_work(tmp_path: Path) -> None:
    evil = {**BASE, "id": "house.evil", "kind": "regex", "patterns": ["(?:a|aa)+$"]}
    good = {**BASE, **phrase("wie gesagt")}
    report = linter_of(pack(tmp_path, evil, good)).check(Message.from_text(mail(f"wie gesagt {'a' * 60}!")))
    assert [finding.rule for finding in report.findings] == ["house.test"]
    assert [(skipped.what, "took too long" in skipped.why) for skipped in report.skipped] == [("house.evil", True)]


def problems(folder: Path, text: str) -> list[str]:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    found = load_rulesets([path]).problems
    assert all(problem.de != problem.en for problem in found)
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("language: fr", ":1: 'language' cannot be 'fr'; it may be de or en"),
        ("rules: []", "'language' is missing"),
        ("- just\n- a list", "this is no pack of rules"),
        ("language: de\nphrase: {}", ":2: there is no key 'phrase'; did you mean 'phrases'?"),
        ("language: [de", "this is not valid YAML"),
        ("language: de\nrules: {a: b}", ":2: 'rules' must be a list"),
        ("language: de\nrules: [{kind: regex}]", ":2: every rule needs an 'id'"),
        ("language: de\nrules:\n  - id: Filler", ":3: every rule needs an 'id'"),
        ("language: de\nphrases: [a]", ":2: 'phrases' must hold lists by name"),
        ("language: de\nphrases: {a: {b: c}}", ":2: 'a' must be a list of texts"),
    ],
)
def test_a_faulty_pack_is_told_what_is_wrong(tmp_path: Path, text: str, sentence: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert "mine.yaml" in problem
    assert sentence in problem


RULE = "language: de\nrules:\n  - id: house.test\n    severity: warning\n    title: x\n    message: x\n    why: x\n"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("kind: magic", ":8: rule 'house.test': 'kind' cannot be 'magic'"),
        ("x: y", "'kind' is missing"),
        ("kind: phrase\nphrase: [a]", ":9: rule 'house.test': there is no key 'phrase'; did you mean 'phrases'?"),
        ("kind: phrase", "rule 'house.test': 'phrases' is missing"),
        ("kind: phrase\npatterns: [a]", "there is no key 'patterns' here; it belongs to kind: regex or occurrence."),
        ("kind: phrase\nphrases: ['a <take']", "'<' lacks its '>'"),
        ("kind: phrase\nphrases: ['(a']", "'(' lacks its ')'"),
        ("kind: phrase\nphrases: ['@waves']", "there is no list 'waves'"),
        ("kind: regex\npatterns: ['(']", ":9: rule 'house.test': faulty regular expression '('"),
        ("kind: substitution\nswap: [a]", "'swap' needs lines of the form"),
        ("kind: substitution\nswap: {a: <b>}", "more lemmas in <…>"),
        ("kind: occurrence\ncount: words", "'more-than' is missing"),
        ("kind: occurrence\nmore-than: 3", "'count' is missing"),
        ("kind: occurrence\ncount: words\nmore-than: many", "'more-than' must be a whole number"),
        ("kind: occurrence\ncount: phrases\nmore-than: 3", "'phrases' is missing"),
        ("kind: required\nif: [a]", "'needs' is missing"),
        ("kind: tokens\ntokens: [[{POS: VERB}]]", "needs a certain word"),
        ("kind: tokens\ntokens: [[{LOVER: x}]]", "has no 'LOVER'; did you mean 'LOWER'?"),
        ("kind: tokens\ntokens: [[{LOWER: x, OP: '5'}]]", "'OP' cannot be '5'"),
        ("kind: phrase\nphrases: [a]\nseverity-by: [{channel: fax, severity: error}]", "'channel' cannot be 'fax'"),
        ("kind: phrase\nphrases: [a]\nseverity-by: [{channel: email}]", "needs 'severity' and conditions"),
        ("kind: phrase\nphrases: [a]\nwhen: {replay: true}", "there is no condition 'replay'; did you mean 'reply'?"),
        ("kind: phrase\nphrases: [a]\nwhen: {words: many}", "needs a comparison"),
        ("kind: phrase\nphrases: [a]\nwhen: {reply: maybe}", "must be true or false"),
        ("kind: phrase\nphrases: [a]\nin: head", "'in' cannot be 'head'"),
        ("kind: phrase\nphrases: [a]\nconfidence: 2", "'confidence' must be a number between 0 and 1"),
        ("kind: phrase\nphrases: [a]\nlimits: {de: x}", "'limits' must have a text for 'de' and one for 'en'"),
        ("kind: phrase\nphrases: [a]\nexcept: ['/(/']", "faulty regular expression '('"),
        ("kind: phrase\nphrases: [a]\nbad: x", "'bad' must be a list of examples"),
        ("kind: phrase\nphrases: [a]\nbad: [{to: x}]", "lacks 'text'"),
        ("kind: phrase\nphrases: [a]\nbad: [{text: x, flaged: y}]", "has no 'flaged'; did you mean 'flagged'?"),
        ("kind: phrase\nphrases: [a]\ngood: [{text: x, channel: fax}]", "'channel' cannot be 'fax'"),
        ("kind: phrase\nphrases: [a]\ngood: [{text: x, today: 2.3.}]", "'today' must be a day such as"),
    ],
)
def test_a_wrong_rule_is_told_with_line_rule_and_key(tmp_path: Path, lines: str, sentence: str) -> None:
    body = "".join(f"    {line}\n" for line in lines.split("\n"))
    (problem,) = problems(tmp_path, RULE + body)
    assert "mine.yaml:" in problem
    assert "house.test" in problem
    assert sentence in problem


@pytest.mark.parametrize("key", ["severity", "title", "message", "why"])
def test_what_every_rule_must_have(tmp_path: Path, key: str) -> None:
    rule = {name: value for name, value in {**BASE, **phrase("a")}.items() if name != key}
    (problem,) = load_rulesets([pack(tmp_path, rule)]).problems
    assert f"'{key}' is missing" in str(problem)


def test_a_wrong_placeholder_is_told(tmp_path: Path) -> None:
    (problem,) = load_rulesets([pack(tmp_path, {**BASE, **phrase("a"), "message": "{name}"})]).problems
    assert "no placeholders but {phrase}" in str(problem)


def test_a_broken_rule_leaves_the_others_of_its_pack_alone(tmp_path: Path) -> None:
    rulesets = load_rulesets([pack(tmp_path, {**BASE, "kind": "magic"}, {**BASE, **phrase("a"), "id": "house.right"})])
    assert len(rulesets.problems) == 1
    assert "house.right" in {rule.id for rule in rulesets.rules}


def test_a_name_that_is_taken_is_told_and_the_first_rule_stays(tmp_path: Path) -> None:
    rule = {**BASE, **phrase("a"), "id": "boilerplate.default-invite"}
    rulesets = load_rulesets([pack(tmp_path, rule)])
    (problem,) = rulesets.problems
    assert "there is a rule 'boilerplate.default-invite' already" in str(problem)
    assert "house.yaml:1" in str(problem)


def test_a_missing_pack_is_told(tmp_path: Path) -> None:
    (problem,) = load_rulesets([tmp_path / "none"]).problems
    assert "there is no such pack" in str(problem)


# What is kept


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: folder)
    return folder


def test_a_compiled_pack_is_kept_until_it_changes(tmp_path: Path, cache: Path) -> None:
    compiled: list[Path] = []
    path = pack(tmp_path, {**BASE, **phrase("wie gesagt")})
    for _ in range(2):
        load_rulesets([path], started=compiled.append)
    assert compiled.count(path) == 1
    path.write_text(path.read_text("utf-8").replace("wie gesagt", "wie besprochen"), encoding="utf-8")
    rulesets = load_rulesets([path], started=compiled.append)
    assert compiled.count(path) == 2
    linter = Linter(Settings(profile="everything", select=("house",)), rulesets=rulesets)
    report = linter.check(Message.from_text(mail("wie besprochen."), subject="x"))
    assert [finding.excerpt for finding in report.findings] == ["wie besprochen"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 0, "packs": []}', b"\xff\xfe"])
def test_a_broken_cache_is_made_again(tmp_path: Path, cache: Path, content: bytes) -> None:
    path = pack(tmp_path, {**BASE, **phrase("wie gesagt")})
    load_rulesets([path])
    for kept in (cache / "packs").glob("*.json"):
        kept.write_bytes(content)
    rulesets = load_rulesets([path])
    assert "house.test" in {rule.id for rule in rulesets.rules}


def test_without_a_place_for_the_cache_it_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: blocked)
    rulesets = load_rulesets([pack(tmp_path, {**BASE, **phrase("wie gesagt")})])
    assert "house.test" in {rule.id for rule in rulesets.rules}


# Token patterns


def test_a_token_pattern_lets_words_gaps_and_tags_decide_together(tmp_path: Path) -> None:
    we = {"LOWER": {"IN": ["wir", "ich"]}}
    tokens = [[we, {"LEMMA": "freuen"}, {"OP": "{0,2}"}, {"LOWER": "sehr", "FLAG": True}]]
    rule = {"kind": "tokens", "tokens": tokens}
    text = "Wir freuen uns sehr auf Sie. Das ist sehr gut. Ich\nfreue mich sehr."
    assert excerpts(tmp_path, rule, text) == ["sehr", "sehr"]
    assert excerpts(tmp_path, rule, "Wir sehen sehr gut.") == []


def test_the_tag_decides_between_a_verb_and_a_noun(tmp_path: Path) -> None:
    rule = {"kind": "tokens", "tokens": [[{"LEMMA": "work", "POS": "VERB"}]]}
    text = "We worked on it. The work of the week is done, as I told you before."
    assert excerpts(tmp_path, rule, text, language="en") == ["worked"]
