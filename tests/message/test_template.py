"""Templates: what their placeholders stand for, which messages they make, and what is wrong with them."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import pytest

from msglint import Linter, Message
from msglint.message.sources import read_path
from msglint.message.template_reading import readings_of
from msglint.report import Report, Span
from msglint.settings import Settings

GERMAN = "Sehr geehrte Frau {name},\n\nIhre Karte liegt ab {day} bei uns bereit.\n\nMit freundlichen Grüßen\n{sender}\n"
ENGLISH = "Dear Ms {name},\n\nyour card will be ready on {day}.\n\nKind regards,\n{sender}\n"
SYNTAXES = [
    "{{{{ {0} }}}}",
    "{{{{{{{0}}}}}}}",
    "{{{{{0}|upper}}}}",
    "«{0}»",
    "<<{0}>>",
    "%{0}%",
    "*|{0}|*",
    "[[{0}]]",
    "${{{0}}}",
    "{{${0}}}",
    "{{{0}}}",
    "{{MERGEFIELD {0}}}",
    "{{!Contact.{0}}}",
]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(profile="everything"), ui_language="en")


def checked(linter: Linter, text: str, **given: str) -> Report:
    return linter.check(Message.from_text(text, subject=given.get("subject")).as_template())


def found(linter: Linter, text: str, **given: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.excerpt) for finding in checked(linter, text, **given).findings]


def shapes(text: str) -> list[str]:
    """The readings with one sign for every stand-in."""
    result = []
    for reading in readings_of(Message.from_text(text).as_template()):
        assert reading.reading is not None
        shape = reading.text
        for span in reversed(reading.reading.body.stand_ins):
            shape = shape[: span.start] + "·" + shape[span.end :]
        result.append(shape)
    return result


@pytest.mark.parametrize(("text", "syntax"), list(product([GERMAN, ENGLISH], SYNTAXES)))
def test_a_placeholder_is_a_name_a_day_and_a_sender(linter: Linter, text: str, syntax: str) -> None:
    filled = text.format(name=syntax.format("Nachname"), day=syntax.format("Tag"), sender=syntax.format("Absender"))
    assert found(linter, filled) == []


def test_outside_of_templates_it_is_left_over(linter: Linter) -> None:
    report = linter.check(Message.from_text("Hallo {{ vorname }},\n\ndeine Karte ist da.\n\nViele Grüße\nTom"))
    assert [(finding.rule, finding.severity.label) for finding in report.findings] == [
        ("placeholder.leftover", "error")
    ]


@pytest.mark.parametrize(
    "first",
    [
        "{{ anrede }}",
        "{{ anrede }},",
        "{{ salutation }} {{ nachname }},",
        "{ GREETINGLINE }",
        "«Briefanrede»",
        "{{> begruessung}}",
        "Hallo {{ vorname }},",
        "{{ vorname }},",
        "Sehr geehrte{{ r }} {{ titel }} {{ nachname }},",
        "Sehr geehrte{% if herr %}r Herr{% else %} Frau{% endif %} {{ nachname }},",
        "{{ firma }}\n{{ ort }}\n\n{{ anrede }},",
    ],
)
def test_what_greets(linter: Linter, first: str) -> None:
    text = f"{first}\n\nwir haben Ihre Bestellung heute verschickt.\n\nMit freundlichen Grüßen\n{{{{ absender }}}}\n"
    assert found(linter, text) == []


def test_a_placeholder_that_begins_the_text_does_not_greet(linter: Linter) -> None:
    text = "{{ vorname }} hat sich angemeldet. Der Kurs beginnt am Montag.\n\nMit freundlichen Grüßen\nTom Weiß\n"
    assert [rule for rule, _ in found(linter, text)] == ["salutation.missing"]


@pytest.mark.parametrize("last", ["{{ signatur }}", "{{> footer}}", '{% include "gruss.j2" %}', "{{ grussformel }}"])
def test_the_closing_may_come_from_elsewhere(linter: Linter, last: str) -> None:
    assert found(linter, f"Guten Tag Frau {{{{ n }}}},\n\nIhre Karte liegt seit heute bereit.\n\n{last}\n") == []


def test_a_closing_without_a_name_is_still_unsigned(linter: Linter) -> None:
    text = "Guten Tag Frau {{ n }},\n\nIhre Karte liegt seit heute bereit.\n\nMit freundlichen Grüßen\n"
    assert [rule for rule, _ in found(linter, text)] == ["closing.unsigned"]


def test_every_branch_is_read_in_a_message_of_its_own(linter: Linter) -> None:
    text = (
        "{% if du %}\nHallo {{ vorname }},\n{% else %}\nGuten Tag Frau {{ nachname }},\n{% endif %}\n\n"
        "{% if du %}deine{% else %}Ihre{% endif %} Karte ist {# bald #}da.\n\nViele Grüße\n{{ absender }}\n"
    )
    assert shapes(text) == [
        "Hallo ·,\n\ndeine Karte ist da.\n\nViele Grüße\n·\n",
        "Guten Tag Frau ·,\n\nIhre Karte ist da.\n\nViele Grüße\n·\n",
    ]
    assert found(linter, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{#du}}du{{/du}}{{^du}}Sie{{/du}}", ["du", "Sie"]),
        ("{{#if a}}one{{else if b}}two{{else}}three{{/if}}", ["one", "two", "three"]),
        ("{% if a %}one{% elif b %}two{% endif %}", ["one", "two"]),
        ("*|IF:VIP|*one*|ELSE:|*two*|END:IF|*", ["one", "two"]),
        ("{% case x %}\n{% when 1 %}\none\n{% when 2 %}\ntwo\n{% endcase %}\n", ["one\n", "two\n"]),
        ("{% for x in y %}\n- {{ x }}\n{% endfor %}\n", ["- ·\n"]),
        ("{{#each y}}\n- {{this}}\n{{/each}}\n", ["- ·\n"]),
        ("{% macro m(x) %}never{% endmacro %}now", ["now"]),
        ("{% set x = 1 %}\nnow", ["now"]),
        ("a {{! aside }}b{{!-- {{ aside }} --}}.", ["a b."]),
        ("a {% if b %}\nb\n{% endif %}", ["a\nb\n"]),
        ("one\n\n{% if b %}\n\ntwo\n\n{% endif %}\n\nthree", ["one\n\ntwo\n\nthree"]),
        ("50% bis 60% und «ein Wort» [1] {x} {{ y }}", ["50% bis 60% und «ein Wort» [1] {x} ·"]),
    ],
)
def test_what_is_read(text: str, expected: list[str]) -> None:
    assert shapes(text) == expected


@pytest.mark.parametrize(
    ("gap", "excerpt", "says"),
    [
        ("{{ tag }", "{{ tag }", "No program can read this placeholder: “{{ tag }”"),
        ("{ tag }}", "{ tag }}", "No program can read this placeholder: “{ tag }}”"),
        ("{{ }}", "{{ }}", "No program can read this placeholder: “{{ }}”"),
        ("{{ tag", "{{ tag", "No program can read this placeholder: “{{ tag”"),
        ("*|TAG*", "*|TAG*", "No program can read this placeholder: “*|TAG*”"),
        ("{% if a %}Montag", "{% if a %}", "“{% if a %}” has no end."),
        ("{{#if a}}Montag{{/each}}", "{{/each}}", "“{{/each}}” has no beginning."),
        ("Montag{% endif %}", "{% endif %}", "“{% endif %}” has no beginning."),
        ("[Tag eintragen] [Name]", "[Name]", "A placeholder was left over here: “[Name]”"),
    ],
)
def test_what_is_broken(linter: Linter, gap: str, excerpt: str, says: str) -> None:
    text = f"Guten Tag Frau {{{{ n }}}},\n\nIhre Karte liegt ab {gap} bereit.\n\nMit freundlichen Grüßen\nTom Weiß\n"
    findings = [one for one in checked(linter, text).findings if one.excerpt == excerpt]

    assert [(one.rule, one.severity.label, one.message) for one in findings] == [
        ("placeholder.leftover", "error", says)
    ]
    assert findings[0].span.start == text.index(excerpt)


def test_it_is_told_in_german() -> None:
    linter = Linter(ui_language="de")
    report = checked(linter, "Hallo {{ n }},\n\n{% if a %}die Karte ist da.\n\nViele Grüße\nTom\n")
    assert [finding.message for finding in report.findings] == ["Zu „{% if a %}“ fehlt das Ende."]


def test_without_an_end_nobody_knows_what_begins_and_closes_the_message(linter: Linter) -> None:
    branches = "{{#if a}}die Karte ist da.{{else}}die Karte kommt später.\n\nViele Grüße\nTom\n"
    assert [rule for rule, _ in found(linter, f"Hallo {{{{ n }}}},\n\n{branches}")] == ["placeholder.leftover"]


def test_a_subject_is_a_template_too(linter: Linter) -> None:
    text = GERMAN.format(name="{{ n }}", day="{{ d }}", sender="{{ s }}")
    assert found(linter, text, subject="Ihre Karte {{ nummer }}") == []
    assert found(linter, text, subject="Ihre Karte {{ nummer }") == [("placeholder.leftover", "{{ nummer }")]
    assert checked(linter, text, subject="Ihre Karte {{ nummer }").subject == "Ihre Karte {{ nummer }"


def test_findings_are_at_the_characters_of_the_template(linter: Linter) -> None:
    text = (
        "{# Brief 7 #}\nDear Ms {{ surname }},\n\n{% if late %}\nWe recieved {{ count }} letters.\n{% else %}\n"
        "Definately {{ count }} letters came.\n{% endif %}\n\nKind regards,\n{{ sender }}\n"
    )
    report = checked(linter, text)

    assert report.text == text
    assert [(one.excerpt, one.start.line, one.start.column) for one in report.findings] == [
        ("recieved", 5, 4),
        ("Definately", 7, 1),
    ]
    assert all(one.span.of(text) == one.excerpt for one in report.findings)


def test_the_grade_is_that_of_the_worst_message(linter: Linter) -> None:
    text = (
        "Hallo {{ n }},\n\n{% if a %}die Karte ist da.{% else %}die Karte ist doppelt [Name].{% endif %}\n\n"
        "Viele Grüße\nTom\n"
    )
    grade = checked(linter, text).grade
    assert grade is not None
    assert grade.score < 100


def test_what_is_said_has_the_placeholders_in_it(linter: Linter) -> None:
    report = checked(linter, "Dear {{ title }} {{ name }}\n\nyour card is ready.\n\nKind regards,\nTom White\n")
    (finding,) = report.findings
    assert finding.message == "The salutation “Dear {{ title }} {{ name }}” does not end with a comma."
    assert finding.suggestions[0].span == Span(27, 27)


def test_a_template_of_nothing_but_placeholders_says_nothing(linter: Linter) -> None:
    assert found(linter, "{{ text }}\n") == []
    assert found(linter, "{{ anrede }}\n\n{{ text }}\n\n{{ gruss }}\n") == []


def test_recipients_that_are_filled_in_later_are_nobody(linter: Linter, tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_text(
        "From: Tom Weiß <tom@example.org>\nTo: {{ name }} <{{ email }}>\nSubject: Ihre Karte {{ nummer }}\n"
        "Content-Type: text/plain; charset=utf-8\n\n"
        + GERMAN.format(name="{{ nachname }}", day="{{ d }}", sender="Tom Weiß"),
        encoding="utf-8",
    )
    (draft,) = read_path(path, templates=True)
    assert draft.message is not None
    assert linter.check(draft.message).findings == ()


# Files


def read(path: Path, text: str, *, templates: bool = False) -> Message:
    path.write_text(text, encoding="utf-8")
    (draft,) = read_path(path, templates=templates)
    assert draft.message is not None, draft.error
    return draft.message


@pytest.mark.parametrize("kind", ["j2", "jinja", "jinja2", "mustache", "hbs", "handlebars"])
def test_files_that_are_templates_by_their_type(tmp_path: Path, kind: str) -> None:
    assert read(tmp_path / f"mail.{kind}", "Hallo {{ n }},\n").template
    message = read(tmp_path / f"mail.html.{kind}", "<p>Hallo {{ n }},</p><p>ja</p>")
    assert (message.template, message.html, message.text) == (True, True, "Hallo {{ n }},\n\nja")


def test_other_files_are_templates_where_the_user_says_so(tmp_path: Path) -> None:
    assert not read(tmp_path / "mail.txt", "Hallo {{ n }},\n").template
    assert read(tmp_path / "mail.txt", "Hallo {{ n }},\n", templates=True).template


def test_a_folder_of_templates(tmp_path: Path) -> None:
    for name in ("a.j2", "b.html.hbs", "c.de.j2", "nginx.conf.j2", "d.txt"):
        (tmp_path / name).write_text("Hallo {{ n }},\n", encoding="utf-8")
    drafts = list(read_path(tmp_path))
    assert [(Path(one.path).name, one.message is not None and one.message.template) for one in drafts] == [
        ("a.j2", True),
        ("b.html.hbs", True),
        ("d.txt", False),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.j2", "Hallo {{ n }},\n\ndie Karte ist da.\n\nGruß\nTom\n"),
        ("a.md", "Hallo {{ n }},\n\ndie Karte ist da.\n\nGruß\nTom\n"),
        ("a.html", "<p>Hallo <<Name>>,</p><p>die Karte ist da.</p><p>Gruß<br>Tom</p>"),
    ],
)
def test_front_matter_has_the_subject(linter: Linter, tmp_path: Path, name: str, text: str) -> None:
    message = read(tmp_path / name, f'---\ntitle: Karte\nsubject: "Karte {{{{ nr }}}}"\n---\n{text}', templates=True)
    assert message.headers.subject == "Karte {{ nr }}"
    report = linter.check(message)
    assert [finding.rule for finding in report.findings] == []


def test_front_matter_without_subject_is_left_out(linter: Linter, tmp_path: Path) -> None:
    message = read(
        tmp_path / "a.md",
        "---\ntags: [karte]\n---\nHallo {{ n }},\n\ndie Karte ist da [Name].\n\nViele Grüße\nTom\n",
        templates=True,
    )
    assert message.headers.subject is None
    assert [(one.rule, one.start.line) for one in linter.check(message).findings] == [("placeholder.leftover", 6)]


def test_any_text_can_be_read() -> None:
    chance = random.Random(6)
    pieces = (
        "{{ }} { } {% %} {%if%} {%else%} {%endif%} {{#x}} {{^x}} {{/x}} {# #} {{n}} {{anrede}} «N» <<N>> %N% *|F|* "
        "[[n]] ${n} {{>p}} {%case%} {%when%} {{else}} Hallo , . --- subject:"
    ).split()
    for _ in range(300):
        text = "".join(chance.choice([*pieces, "\n", "\n\n", " "]) for _ in range(chance.randint(1, 30)))
        for reading in readings_of(Message.from_text(text).as_template()):
            assert reading.reading is not None
            body = reading.reading.body
            assert all(one.is_stand_in or one.text == one.source.of(text) for one in body.pieces)
            assert [fault.span.of(body.text) for fault in body.read_faults] == [
                fault.span.of(text) for fault in body.faults
            ]
