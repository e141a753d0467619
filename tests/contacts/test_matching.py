"""Right, misspelled, somebody else, or not to be known."""

from __future__ import annotations

import pytest

from msglint.contacts.names.matching import Verdict, match_greeted
from msglint.contacts.thread import Thread
from msglint.message.model import Message


def verdict(salutation: str, *to: str) -> Verdict:
    message = Message.from_text(f"{salutation}\n\nbis morgen.\n\nGruß\nTom", to=to)
    found = message.parts.salutation
    assert found is not None
    return match_greeted(found.greeted[0], Thread(message).everyone).verdict


@pytest.mark.parametrize(
    ("salutation", "to"),
    [
        ("Sehr geehrter Herr Mueller,", "Tom Müller <t@example.org>"),
        ("Sehr geehrter Herr Muller,", "Tom Müller <t@example.org>"),
        ("Sehr geehrte Frau Gross,", "Eva Groß <e@example.org>"),
        ("Hallo Lukasz,", "Łukasz Nowak <l@example.org>"),
        ("Hallo Jürgen,", "Hans-Jürgen Groß <h@example.org>"),
        ("Hallo Kathi,", "Katharina Groß <k@example.org>"),
        ("Hi Bill,", "William Dole <w@example.org>"),
        ("Hi Chris,", "Christopher Dole <c@example.org>"),
        ("Liebe Frau Schmidt-Weber,", "Eva Schmidt-Weber <e@example.org>"),
        ("Liebe Frau Weber,", "Eva Schmidt-Weber <e@example.org>"),
        ("Dear Mr O'Neill,", "Pat O’Neill <p@example.org>"),
        ("Dear Mr O'Neill,", "Pat ONeill <p@example.org>"),
        ("Dear Mr ONEILL,", "Pat O'Neill <p@example.org>"),
        ("Hi Sergey,", "Sergei Iwanow <s@example.org>"),
        ("Hallo Frau von der Heide,", "Eva von der Heide <e@example.org>"),
    ],
)
def test_right_in_another_spelling_or_form(salutation: str, to: str) -> None:
    assert verdict(salutation, to) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("salutation", "to"),
    [
        ("Sehr geehrte Frau Mayer,", "Anna Meyer <a@example.org>"),
        ("Sehr geehrter Herr Schmid,", "Tom Schmidt <t@example.org>"),
        ("Sehr geehrter Herr Mller,", "Tom Müller <t@example.org>"),
        ("Sehr geehrte Frau Frey,", "Anna Frei <a@example.org>"),
        ("Sehr geehrte Frau Frei,", "Anna Frey <a@example.org>"),
        ("Dear Mr ONeill,", "Pat O’Neill <p.oneill@example.org>"),
        ("Dear Mr Oneill,", "Pat O'Neill <p@example.org>"),
        ("Liebe Anna-Lenna,", "Anna-Lena Groß <a@example.org>"),
        ("Liebe Kristina,", "Christina Vogt <c@example.org>"),
        ("Dear Katharine,", "Catherine Boyle <c@example.org>"),
        ("Dear Jonh,", "John Parker <j@example.org>"),
    ],
)
def test_misspelled(salutation: str, to: str) -> None:
    assert verdict(salutation, to) is Verdict.MISSPELLED


@pytest.mark.parametrize(
    ("salutation", "to"),
    [
        ("Sehr geehrter Herr Schulz,", "Anna Meyer <a@example.org>"),
        ("Hallo Markus,", "Anna Meyer <a@example.org>"),
    ],
)
def test_somebody_else(salutation: str, to: str) -> None:
    assert verdict(salutation, to) is Verdict.OTHER


@pytest.mark.parametrize(
    ("salutation", "to"),
    [
        ("Hallo Addi,", "Anna Meyer <a@example.org>"),
        ("Hallo Markus,", "meyer.bau@example.org"),
        ("Sehr geehrte Frau Schulz,", "anna.meyer@example.org"),
        ("Hallo Markus,", "info@example.org"),
    ],
)
def test_not_to_be_known(salutation: str, to: str) -> None:
    assert verdict(salutation, to) is Verdict.UNKNOWN
