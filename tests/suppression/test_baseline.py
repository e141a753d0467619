"""Letters made from a template that has been accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msglint import Linter, Message
from msglint.report import Report
from msglint.settings import Accepted, Settings

TEMPLATE = (
    "From: Tom Weiß <tom@weiss.example>\nTo: {{Email}}\nSubject: ANGEBOT FÜR {{Firma}}!!!\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
    "Sehr geehrte{{r}} {{Anrede}} {{Nachname}},\n\n"
    "hiermit möchten wir Ihnen unser neues Angebot vorstellen!!! Wir würden uns freuen, wenn Sie am {{Wochentag}}, dem "
    "{{Datum}},\num 10 Uhr Zeit für ein kurzes Gespräch hätten. Zögern Sie nicht, uns zu kontaktieren. Die Preise für "
    "{{Firma}}\nfinden Sie auf unserer Seite.\n\nMfG\nTom Weiß\n"
)
FILLED = {
    "Email": "Anna Meyer <anna@kunde.example>",
    "Firma": "Kunde und Partner",
    "r": "",
    "Anrede": "Frau",
    "Nachname": "Meyer",
    "Wochentag": "Dienstag",
    "Datum": "24. November 2026",
}
REPEATED = {"subject.shouting", "tone.shouting", "boilerplate.filler-closing", "closing.abbreviated"}


def filled(template: str = TEMPLATE, **values: str) -> str:
    """A letter made from the template."""
    return re.sub(r"\{\{(\w+)\}\}", lambda match: {**FILLED, **values}[match[1]], template)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the template."""
    path = tmp_path_factory.mktemp("templates")
    (path / "offer.eml").write_text(TEMPLATE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def linter(folder: Path) -> Linter:
    """A linter that knows the template."""
    return Linter(Settings(baseline=(folder / "offer.eml",)), ui_language="en")


@pytest.fixture(scope="module")
def plain() -> Linter:
    """A linter that knows no template."""
    return Linter(ui_language="en")


def mail(text: str) -> Message:
    return Message.from_eml(text.encode())


def found(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule, finding.excerpt) for finding in report.findings]


def rules_of(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


def by_template(template: str, letter: str, tmp_path: Path, name: str = "template.txt", **values: object) -> Report:
    """The report on a letter in plain text beside its template."""
    (tmp_path / name).write_text(template, encoding="utf-8")
    linter = Linter(Settings(baseline=(tmp_path / name,), **values), ui_language="en")  # type: ignore[arg-type]
    return linter.check(Message.from_text(letter))


# What is left out


def test_without_the_template_its_findings_are_there(plain: Linter) -> None:
    assert rules_of(plain.check(mail(filled()))) >= REPEATED


def test_they_are_not_repeated_but_shown_and_not_graded(linter: Linter, folder: Path) -> None:
    report = linter.check(mail(filled()))

    assert report.findings == ()
    assert {what for what, _ in report.skipped} >= REPEATED
    assert {why for _, why in report.skipped} == {f"stands so in the template {folder / 'offer.eml'}"}
    assert report.grade is not None
    assert report.grade.score == 100


def test_in_german(folder: Path) -> None:
    linter = Linter(Settings(baseline=(folder / "offer.eml",)), ui_language="de")

    assert {why for _, why in linter.check(mail(filled())).skipped} == {
        f"steht so in der Vorlage {folder / 'offer.eml'}"
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",\n", ", "),
        ("Sehr geehrte Frau Meyer,", "Liebe Frau Meyer, guten Tag,"),
        ("Die Preise für Kunde und Partner\nfinden Sie auf unserer Seite.", "Wir rufen Sie gern an."),
        ("Tom Weiß\n", "Eva Grün\nVertrieb\n"),
    ],
)
def test_a_letter_with_small_changes_is_still_made_from_it(linter: Linter, old: str, new: str) -> None:
    letter = filled()
    assert old in letter

    assert not rules_of(linter.check(mail(letter.replace(old, new)))) & REPEATED


def test_another_letter_is_checked_as_ever(linter: Linter, plain: Linter) -> None:
    head = filled().partition("\n\n")[0]
    letter = (
        f"{head}\n\nSehr geehrte Frau Meyer,\n\ndie Rechnung für den Mai ist heute bezahlt worden!!!\n\nMfG\nTom Weiß\n"
    )
    report = linter.check(mail(letter))

    assert found(report) == found(plain.check(mail(letter)))
    assert report.skipped == ()


def test_the_same_greeting_and_closing_make_no_template(tmp_path: Path) -> None:
    template = "Sehr geehrte Damen und Herren,\n\nanbei senden wir Ihnen die gewünschte Rechnung.\n\nMfG\nTom Weiß\n"
    letter = template.replace(
        "anbei senden wir Ihnen die gewünschte Rechnung", "der Termin fällt am Dienstag leider aus"
    )

    assert "closing.abbreviated" in rules_of(by_template(template, letter, tmp_path))
    assert "closing.abbreviated" not in rules_of(by_template(template, template, tmp_path))


# What stays


def stays(report: Report, rule: str, excerpt: str) -> bool:
    return (rule, excerpt) in found(report)


def test_a_slip_in_what_was_filled_in(linter: Linter) -> None:
    assert stays(linter.check(mail(filled(Nachname="Mayer"))), "recipient.misspelled", "Mayer")
    assert stays(
        linter.check(mail(filled(Wochentag="Montag"))), "date.weekday-mismatch", "Montag, dem 24. November 2026"
    )
    assert stays(linter.check(mail(filled(Firma="Kunde!!!"))), "tone.shouting", "!!!")


def test_a_field_that_was_not_filled(linter: Linter) -> None:
    assert stays(linter.check(mail(filled(Nachname="{{Nachname}}"))), "placeholder.leftover", "{{Nachname}}")


def test_what_was_written_beside_it(linter: Linter) -> None:
    letter = filled().replace("\n\nMfG", " Der Kaffee ist heiß!!!\n\nMfG")

    report = linter.check(mail(letter))

    assert found(report) == [("tone.shouting", "!!!")]
    assert report.findings[0].span.start == report.text.rindex("!!!")


def test_more_marks_than_the_template_has(linter: Linter) -> None:
    assert stays(linter.check(mail(filled().replace("vorstellen!!!", "vorstellen!!!!!"))), "tone.shouting", "!!!!!")


def test_what_weighs_more_than_in_the_template(tmp_path: Path) -> None:
    text = "Sehr geehrte Damen und Herren,\n\nwir senden Ihnen heute das neue Angebot für den Mai.\n\nMfG\nTom Weiß\n"
    (tmp_path / "template.txt").write_text(text, encoding="utf-8")
    linter = Linter(Settings(baseline=(tmp_path / "template.txt",)))

    assert linter.check(Message.from_text(text)).findings == ()
    known = linter.check(Message.from_text(text, to="Anna Meyer <anna@example.com>"))
    assert rules_of(known) == {"salutation.generic"}


# What is missing


NO_CLOSING = "Guten Tag {{Name}},\n\nwir senden Ihnen heute das neue Angebot für den Mai mit allen Preisen."


def test_what_the_template_misses_as_well(tmp_path: Path) -> None:
    letter = NO_CLOSING.replace("{{Name}}", "Frau Meyer")

    assert "closing.missing" in rules_of(Linter().check(Message.from_text(letter)))
    assert "closing.missing" not in rules_of(by_template(NO_CLOSING, letter, tmp_path))


def test_what_only_the_letter_misses(tmp_path: Path) -> None:
    template = NO_CLOSING + "\n\nMit freundlichen Grüßen\nTom Weiß\n"

    assert "closing.missing" in rules_of(by_template(template, NO_CLOSING.replace("{{Name}}", "Frau Meyer"), tmp_path))


# Templates


@pytest.mark.parametrize(
    "field", ["{{name}}", "«Name»", "%NAME%", "[Name]", "{{#if x}}{{ name }}{{/if}}", "{{ name|title }}", "<Name>"]
)
def test_fields_of_every_kind(tmp_path: Path, field: str) -> None:
    template = f"Guten Tag {field},\n\ndas neue Angebot ist da!!! Wir freuen uns auf Ihre Fragen.\n\nMfG\nTom Weiß\n"
    letter = template.replace(field, "Frau Meyer")

    assert {"tone.shouting", "closing.abbreviated"} <= rules_of(Linter().check(Message.from_text(letter)))
    assert not {"tone.shouting", "closing.abbreviated"} & rules_of(by_template(template, letter, tmp_path))


def test_branches_of_which_a_letter_has_one(tmp_path: Path) -> None:
    template = (
        "Guten Tag {{ name }},\n\ndas neue Angebot ist da!!! {% if stammkunde %}Danke für Ihre Treue.{% else %}Schön, "
        "dass es Sie gibt.{% endif %} Wir freuen uns auf Ihre Fragen zu den neuen Preisen.\n\nMfG\nTom Weiß\n"
    )
    letter = (
        "Guten Tag Frau Meyer,\n\ndas neue Angebot ist da!!! Danke für Ihre Treue. Wir freuen uns auf Ihre Fragen zu "
        "den neuen Preisen.\n\nMfG\nTom Weiß\n"
    )

    assert by_template(template, letter, tmp_path).findings == ()


def test_it_is_checked_as_the_letter_is(tmp_path: Path) -> None:
    """What a profile adds or makes weigh more for a letter counts for its template too."""
    values = {"audience": "supplier", "profile": "auto"}
    template = "Guten Tag {{name}},\n\ndas neue Angebot ist da!!! Wir freuen uns auf Ihre Fragen.\n\nMfG\nTom Weiß\n"
    letter = template.replace("{{name}}", "Frau Meyer")
    for profile in ("messenger", "customer", "business-letter"):
        report = by_template(template, letter, tmp_path, **{**values, "audience": None, "profile": profile})
        assert report.findings == (), profile
        assert report.profile == profile


def test_what_is_suppressed_elsewhere_is_still_in_the_template(tmp_path: Path) -> None:
    template = f"X-Msglint-Ignore: all\nTo: anna@example.com\nSubject: Angebot für Mai\n\n{NO_CLOSING}"
    (tmp_path / "template.txt").write_text(template, encoding="utf-8")
    accepted = (Accepted("anna@example.com", "all"),)
    linter = Linter(Settings(baseline=(tmp_path / "template.txt",), accepted=accepted))

    report = linter.check(Message.from_text(NO_CLOSING.replace("{{Name}}", "Frau Meyer"), to="eve@example.com"))

    assert "closing.missing" in {what for what, _ in report.skipped}


def test_a_folder_of_templates(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "offer.eml").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "invoice.txt").write_text(NO_CLOSING, encoding="utf-8")
    linter = Linter(Settings(baseline=(tmp_path,)))

    assert linter.check(mail(filled())).findings == ()
    assert "closing.missing" not in rules_of(linter.check(Message.from_text(NO_CLOSING.replace("{{Name}}", "Eva"))))


def test_a_template_that_cannot_be_read_is_told_and_the_others_count(folder: Path) -> None:
    linter = Linter(Settings(baseline=(folder / "gone.eml", folder / "offer.eml")))

    (problem,) = linter.problems

    assert problem.text("en") == f"{folder / 'gone.eml'}: the template is not used. There is no such file."
    assert problem.text("de") == (
        f"{folder / 'gone.eml'}: Die Vorlage bleibt unberücksichtigt. Diese Datei gibt es nicht."
    )
    assert linter.check(mail(filled())).findings == ()


@pytest.mark.parametrize("text", ["{{Text}}\n", "{{Anrede}}, {{Text}}!!!\n"])
def test_a_template_of_nothing_but_fields_covers_nothing(tmp_path: Path, text: str) -> None:
    report = by_template(text, "Hallo Anna, das ist ja ganz wunderbar!!!\n", tmp_path)

    assert report.skipped == ()


# Whatever it is filled with


NAMES = st.text("abcdefghijklmnopqrstuvwxyzäöüß", min_size=2, max_size=12).map(str.capitalize)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, firm=st.lists(NAMES, min_size=1, max_size=3).map(" ".join), title=st.sampled_from(["Frau", "Herr"]))
def test_no_finding_of_the_template_is_repeated(linter: Linter, name: str, firm: str, title: str) -> None:
    values: Mapping[str, str] = {
        "Email": f"Anna {name} <anna@kunde.example>",
        "Nachname": name,
        "Firma": firm,
        "Anrede": title,
        "r": "r" if title == "Herr" else "",
    }

    assert not rules_of(linter.check(mail(filled(**values)))) & REPEATED
    loud = linter.check(mail(filled(**{**values, "Wochentag": f"{name}!!!"})))
    assert [excerpt for rule, excerpt in found(loud) if rule == "tone.shouting"] == ["!!!"]
