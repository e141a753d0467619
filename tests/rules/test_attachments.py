"""attachment.*: what takes a whole mail to see."""

from __future__ import annotations

from email.message import EmailMessage

from msglint.linter import Linter
from msglint.message.model import Message

LINTER = Linter(ui_language="en")
LINK = "Guten Tag Frau Meyer,\n\nunter folgendem Link finden Sie alles.\n\nMit freundlichen Grüßen\nTom Weiß\n"
PLAIN = "Guten Tag Frau Meyer,\n\nam Montag um neun kommen wir.\n\nMit freundlichen Grüßen\nTom Weiß\n"


def mail(text: str, *files: tuple[str, str]) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Tom Weiß <tom@example.com>"
    message["To"] = "Anna Meyer <a.meyer@example.org>"
    message["Subject"] = "Montag"
    message.set_content(text)
    for name, kind in files:
        main, _, sub = kind.partition("/")
        message.add_attachment(b"x", maintype=main, subtype=sub, filename=name)
    return message


def rules_in(message: EmailMessage) -> set[str]:
    return {finding.rule for finding in LINTER.check(Message.from_eml(message.as_bytes())).findings}


def test_a_file_nobody_speaks_of_is_found() -> None:
    assert "attachment.unmentioned" in rules_in(mail(PLAIN, ("Scan_12.pdf", "application/pdf")))


def test_what_mail_programs_add_is_no_file() -> None:
    added = mail(
        PLAIN,
        ("image001.png", "image/png"),
        ("tom.vcf", "text/vcard"),
        ("termin.ics", "text/calendar"),
        ("smime.p7s", "application/pkcs7-signature"),
        ("Original.eml", "application/octet-stream"),
    )
    assert "attachment.unmentioned" not in rules_in(added)


def test_a_draft_without_headers_has_no_known_files() -> None:
    message = Message.from_text(PLAIN.replace("am Montag um neun kommen wir", "anbei die beiden Dateien als PDF"))
    found = {finding.rule for finding in LINTER.check(message).findings}
    assert not {rule for rule in found if rule.startswith("attachment.")}


def test_a_missing_link_is_found_in_plain_text() -> None:
    assert "attachment.link-missing" in rules_in(mail(LINK))


def test_html_may_hide_a_link() -> None:
    with_html = mail(LINK)
    with_html.add_alternative('<p>unter <a href="https://example.com/x">folgendem Link</a></p>', subtype="html")
    only_html = mail("x")
    only_html.set_content(f"<p>{LINK}</p>", subtype="html")
    assert "attachment.link-missing" not in rules_in(with_html) | rules_in(only_html)


def test_the_link_may_stand_in_the_quoted_mail_or_below_the_name() -> None:
    quoted = f"{LINK}\nAm 03.03.2026 um 14:12 schrieb Anna Meyer:\n> https://example.com/alles\n"
    assert "attachment.link-missing" not in rules_in(mail(quoted)) | rules_in(mail(f"{LINK}example.com/alles\n"))
    assert "attachment.link-missing" in rules_in(mail(f"{LINK}www.example.com\n"))
