"""Mails that are no letter from one person to another."""

from __future__ import annotations

import pytest

from .mails import PDF, mail, multipart, part, read


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"Auto_Submitted": "auto-replied"}, "automatic"),
        ({"Auto_Submitted": "no"}, None),
        ({"Auto_Submitted": "no (by hand)"}, None),
        ({"Precedence": "bulk"}, "automatic"),
        ({"Precedence": "auto_reply"}, "automatic"),
        ({"X_Autoreply": "yes"}, "automatic"),
        ({"Subject": "Automatische Antwort: Angebot"}, "automatic"),
        ({"Subject": "Abwesenheitsnotiz"}, "automatic"),
        ({"Subject": "Abwesenheitsnotiz einrichten"}, None),
        ({"Subject": "Out of Office: Angebot"}, "automatic"),
        ({"Subject": "Automatic reply: Offer"}, "automatic"),
        ({"Subject": "AW: Automatische Antwort: Angebot"}, None),
        ({"Subject": "Abwesend bis Montag"}, None),
        ({"Subject": "Abwesend bis Montag", "X_Auto_Response_Suppress": "All"}, "automatic"),
        ({"Subject": "Angebot", "X_Auto_Response_Suppress": "All"}, None),
        ({"List_Id": "<liste.example.com>"}, "list"),
        ({"List_Unsubscribe": "<mailto:x@example.com>"}, "list"),
        ({"X_Mailer": "git-send-email 2.39.5"}, "patch"),
        ({"Subject": "[PATCH v2 1/3] Fix"}, "patch"),
        ({"Subject": "[RFC PATCH] Fix"}, "patch"),
        ({"Subject": "Re: [PATCH] Fix"}, None),
        ({"Subject": "[DISPATCH] Los"}, None),
        ({"Content_Type": "text/calendar; method=REQUEST"}, "calendar"),
        ({"Content_Type": "application/pkcs7-mime; smime-type=enveloped-data"}, "encrypted"),
        ({"Content_Type": "message/disposition-notification"}, "report"),
        ({"Disposition_Notification_To": "a@example.com"}, None),
    ],
)
def test_reasons_in_headers(headers: dict[str, str], reason: str | None) -> None:
    assert mail(**headers).leave_alone == reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("\n-----BEGIN PGP MESSAGE-----\n\nabc\n", "encrypted"),
        ("Anna schickte mir -----BEGIN PGP MESSAGE-----", None),
        ("Fix it\n\n---\n a | 2 +-\n\ndiff --git a/a b/a\n", "patch"),
        ("Fix it\n---\n\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n", "patch"),
        ("Fix it\n---\nGruß\n", None),
        ("--- a/a\n+++ b/a ist der Anfang jeder Änderung", None),
    ],
)
def test_reasons_in_the_body(body: str, reason: str | None) -> None:
    assert mail(body).leave_alone == reason


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (
            multipart("encrypted", part("Version: 1", "application/pgp-encrypted"), part("x", "a/b")),
            "encrypted",
        ),
        (multipart("report", part("Gelesen"), part("x", "message/disposition-notification")), "report"),
        (multipart("alternative", part("Einladung"), part("x", "text/calendar; method=REQUEST")), "calendar"),
        (multipart("alternative", part("Einladung"), part("METHOD:REPLY", "text/calendar")), "calendar"),
        (
            multipart(
                "mixed",
                part("Termin"),
                part("METHOD:PUBLISH", "text/calendar", "Content-Disposition: attachment"),
            ),
            None,
        ),
        (multipart("mixed", part("Hallo"), PDF), None),
    ],
)
def test_reasons_in_the_parts(source: str, reason: str | None) -> None:
    assert read(source).leave_alone == reason
