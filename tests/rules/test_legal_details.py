"""signature.legal-details: which details which legal form must name."""

from __future__ import annotations

import pytest

from msglint.linter import Linter
from msglint.message.model import Message
from msglint.settings import Settings

RULE = "signature.legal-details"
TEXT = "Sehr geehrte Frau Meyer,\n\nwir melden uns bis Freitag.\n\nMit freundlichen Grüßen\nTom Weiß\n"
COMPLETE = {
    "GmbH": "Beispiel GmbH, Sitz Kassel, Amtsgericht Kassel HRB 123, Geschäftsführer: Tom Weiß",
    "UG": "Beispiel UG (haftungsbeschränkt), 34117 Kassel, Registergericht Kassel, HRB 123, GF: Tom Weiß",
    "AG": "Beispiel AG, Sitz: Kassel, Amtsgericht Kassel HRB 123, Vorstand: Tom Weiß, Aufsichtsrat: Anna Groß",
    "eG": "Beispiel eG, Sitz: Kassel, Amtsgericht Kassel GnR 12, Vorstand: Tom Weiß, Aufsichtsrat: Anna Groß",
    "e. K.": "Beispiel e. K., Sitz: Kassel, Amtsgericht Kassel HRA 123",
    "OHG": "Beispiel OHG, Sitz: Kassel, Amtsgericht Kassel HRA 123",
    "KG": "Beispiel KG, Sitz: Kassel, Amtsgericht Kassel HRA 123",
    "GmbH & Co. KG": "Beispiel GmbH & Co. KG, Sitz: Kassel, Amtsgericht Kassel HRA 1, Geschäftsführer: Tom Weiß",
    "PartG": "Beispiel PartG, Sitz: Kassel, Amtsgericht Kassel PR 12",
    "Ltd": "Example Ltd, registered in England and Wales, company number 01234567, registered office: Leeds",
    "LLP": "Example LLP, registered in Scotland, registered number SO301234, registered office: Leith",
}


def findings(text: str, legal_form: str, language: str = "de", **headers: str) -> list[str]:
    given = {"From": "tom@example.com", "To": "a.meyer@example.org", "Subject": "Ihre Anfrage", **headers}
    lines = [f"{name}: {value}" for name, value in given.items()]
    raw = "\n".join([*lines, "Content-Type: text/plain; charset=utf-8", "", text]).encode()
    linter = Linter(Settings(options={RULE: {"legal-form": legal_form}}), ui_language=language)
    return [finding.message for finding in linter.check(Message.from_eml(raw)).findings if finding.rule == RULE]


@pytest.mark.parametrize("legal_form", COMPLETE)
def test_complete_details_are_enough(legal_form: str) -> None:
    assert findings(TEXT + COMPLETE[legal_form], legal_form) == []


@pytest.mark.parametrize("legal_form", COMPLETE)
def test_none_at_all_are_missed(legal_form: str) -> None:
    assert len(findings(TEXT, legal_form)) == 1


def test_only_what_is_missing_is_named_in_the_users_language() -> None:
    foot = "Beispiel GmbH, Sitz Kassel, Amtsgericht Kassel HRB 123"
    assert findings(TEXT + foot, "gmbh") == [
        "Von den Pflichtangaben fehlt: alle Geschäftsführerinnen und Geschäftsführer."
    ]
    assert findings(TEXT + foot, "gmbh", "en") == [
        "Of the mandatory details these are missing: all managing directors."
    ]


@pytest.mark.parametrize("headers", [{"To": "anna@example.com"}, {"Subject": "AW: Ihre Anfrage"}])
def test_mail_in_the_house_and_replies_need_none(headers: dict[str, str]) -> None:
    assert findings(TEXT, "GmbH", **headers) == []


@pytest.mark.parametrize("legal_form", ["", "Verein", "GbR"])
def test_without_a_legal_form_that_has_duties_nothing_is_said(legal_form: str) -> None:
    assert findings(TEXT, legal_form) == []


def test_a_foot_below_the_legal_notice_counts() -> None:
    notice = "\n\nDiese E-Mail enthält vertrauliche Informationen und ist nur für den Empfänger bestimmt.\n"
    assert findings(f"{TEXT}{notice}\n{COMPLETE['GmbH']}", "GmbH") == []
