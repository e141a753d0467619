"""placeholder.*: every kind of lost letter, and who speaks where several rules could."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.model import Message
from msglint.report import Finding

LINTER = Linter(ui_language="en")
REST = "\n\nder Termin am Montag um neun passt uns gut.\n\nMit freundlichen Grüßen\nTom Weiß"


def findings(text: str, subject: str = "Termin am Montag") -> list[Finding]:
    message = Message.from_text(text, to=["Anna Müller <a.mueller@example.com>"], subject=subject)
    return list(LINTER.check(message).findings)


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("20Â°C", "20°C"),
        ("5â‚¬", "5€"),
        ("GrÃ¼ÃŸe", "Grüße"),
        ("â€œjaâ€\u009d", "“ja”"),
        ("M&uuml;ller", "Müller"),
        ("M&#252;ller", "Müller"),
        ("M=C3=BCller", "Müller"),
        ("M=FCller", "Müller"),
        ("M\\u00fcller", "Müller"),
        ("M?ller", "Müller"),
        ("M\ufffdller", "Müller"),
        ("zur?ck", "zurück"),
        ("?ber", "über"),
    ],
)
def test_lost_letters_are_put_back(garbled: str, meant: str) -> None:
    text = f"Guten Tag Frau Müller,\n\ndas ist {garbled}, sehen Sie selbst.{REST}"
    found = [one for one in findings(text) if one.rule == "placeholder.encoding"]
    assert [one.excerpt for one in found] == [garbled]
    assert found[0].suggestions[0].text == meant


@pytest.mark.parametrize(
    "text", ["a=FC", "Café«Ä“", "wirklich?Nein", "AT&T", "R&D;", "São Ângela", "https://a.example/?ber"]
)
def test_what_only_looks_lost_is_left_alone(text: str) -> None:
    found = findings(f"Guten Tag Frau Müller,\n\ndas ist {text} und mehr.{REST}")
    assert "placeholder.encoding" not in {one.rule for one in found}


def test_lost_letters_in_the_subject_are_found_there() -> None:
    found = findings(f"Guten Tag Frau Müller,{REST}", subject="Angebot fÃ¼r Montag")
    assert [(one.part, one.excerpt) for one in found if one.rule == "placeholder.encoding"] == [("subject", "fÃ¼r")]


def test_many_lost_letters_are_told_a_few_times() -> None:
    found = findings(f"Guten Tag Frau Müller,\n\n{'fÃ¼r ' * 40}{REST}")
    assert len([one for one in found if one.rule == "placeholder.encoding"]) == 5


@pytest.mark.parametrize(
    ("salutation", "rule"),
    [
        ("Sehr geehrte Frau Sehr geehrte Frau Müller,", "placeholder.merge-accident"),
        ("Guten Tag Frau MÜLLER,", "placeholder.merge-accident"),
        ("Hallo Anna Anna,", "placeholder.merge-accident"),
        ("Sehr geehrte Frau MÃ¼ller,", "placeholder.encoding"),
        ("Hallo ,", "placeholder.leftover"),
        ("Sehr geehrte/r Frau/Herr Müller,", "placeholder.leftover"),
    ],
)
def test_one_rule_speaks_about_a_broken_salutation(salutation: str, rule: str) -> None:
    line = [one.rule for one in findings(salutation + REST) if one.start.line == 1 and one.part != "subject"]
    assert line == [rule]


def test_a_gap_is_reported_by_one_rule() -> None:
    text = f"Guten Tag Frau Müller,\n\nwir kommen am XX.XX.2026 um ??? Uhr zu Ihnen (Betrag einsetzen).{REST}"
    found = [(one.rule, one.excerpt) for one in findings(text) if one.family in ("placeholder", "tone", "form")]
    assert found == [
        ("placeholder.leftover", "XX.XX.2026"),
        ("placeholder.draft-mark", "???"),
        ("placeholder.leftover", "(Betrag einsetzen)"),
    ]


def test_a_gap_in_the_subject_is_found_there() -> None:
    found = findings(f"Guten Tag Frau Müller,{REST}", subject="xx.xx.2026 Termin")
    assert [(one.part, one.excerpt) for one in found if one.rule == "placeholder.draft-mark"] == [
        ("subject", "xx.xx.2026")
    ]


def put_right(salutation: str) -> str:
    """The first line, with every suggestion of `placeholder.leftover` in place of what is underlined."""
    text = salutation + REST
    found = [one for one in findings(text) if one.rule == "placeholder.leftover"]
    for one in sorted(found, key=lambda one: -one.span.start):
        assert one.suggestions[0].span == one.span
        text = text[: one.span.start] + one.suggestions[0].text + text[one.span.end :]
    return text.partition("\n")[0]


@pytest.mark.parametrize(
    ("salutation", "better"),
    [
        ("Hallo [Vorname],", "Hallo Anna,"),
        ("Sehr geehrte Frau [Name],", "Sehr geehrte Frau Müller,"),
        ("Sehr geehrte Frau Dr. [Name],", "Sehr geehrte Frau Dr. Müller,"),
        ("Sehr geehrte Frau ____,", "Sehr geehrte Frau Müller,"),
        ("Guten Tag {{vorname}} {{nachname}},", "Guten Tag Anna Müller,"),
        ("Guten Tag [Name],", "Guten Tag Anna Müller,"),
        ("Hi [First name],", "Hi Anna,"),
        ("Hi [Name],", "Hi Anna,"),
        ("Sehr geehrte [Name],", "Guten Tag Anna Müller,"),
        ("Sehr geehrte/r Frau/Herr [Name],", "Guten Tag Anna Müller,"),
        ("[Anrede] [Nachname],", "Guten Tag Anna Müller,"),
        ("Hallo ,", "Guten Tag Anna Müller,"),
    ],
)
def test_what_is_suggested_fits_what_is_underlined(salutation: str, better: str) -> None:
    assert put_right(salutation) == better


def test_a_wrong_honorific_is_not_completed() -> None:
    message = Message.from_text(f"Sehr geehrter Herr [Name],{REST}", to=["Frau Anna Müller <a.mueller@example.com>"])
    (found,) = [one for one in LINTER.check(message).findings if one.rule == "placeholder.leftover"]
    assert [one.text for one in found.suggestions] == ["Sehr geehrte Frau Müller,"]
