"""Mail as programs send it, whole and broken."""

from __future__ import annotations

import base64
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.message.eml import read_eml
from msglint.message.errors import UnreadableMessageError
from msglint.message.mime import MAX_TEXT
from msglint.message.mime_tree import MAX_PARTS
from msglint.message.model import CUT, Address, Attachment, Mark, Message

from .mails import PDF, mail, multipart, part, read

# Headers


def test_headers() -> None:
    message = mail(
        From="=?utf-8?Q?J=C3=BCrgen?= <j@example.com>",
        To='"Meyer, Anna" <a@example.com>',
        Cc="b@example.com",
        Bcc="c@example.com",
        Reply_To="d@example.com",
        Subject="=?iso-8859-1?Q?Gr=FC=DFe?=\n =?iso-8859-1?Q?_aus?=\n\tBonn",
        In_Reply_To="<1@example.com>",
    )
    headers = message.headers
    assert headers.known
    assert headers.from_ == Address("Jürgen", "j@example.com")
    assert headers.to == (Address("Meyer, Anna", "a@example.com"),)
    assert [address.email for address in headers.recipients] == [
        "a@example.com",
        "b@example.com",
        "c@example.com",
    ]
    assert headers.reply_to == (Address("", "d@example.com"),)
    assert headers.subject == "Grüße aus Bonn"
    assert headers.in_reply_to
    assert headers.raw["from"] == "Jürgen <j@example.com>"
    assert headers.raw["subject"] == headers.subject


def test_several_headers_of_one_name() -> None:
    message = read_eml(b"To: a@example.com\nTo: b@example.com\nReceived: one\nReceived: two\n\nx")
    assert [address.email for address in message.headers.to] == ["a@example.com", "b@example.com"]
    assert message.headers.raw["received"] == "one"


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_eight_bit_headers(charset: str) -> None:
    message = read_eml("To: Jürgen <j@example.com>\nSubject: Grüße\n\nx".encode(charset))
    assert message.headers.subject == "Grüße"
    assert message.headers.to == (Address("Jürgen", "j@example.com"),)


def test_a_broken_encoded_word_stays_as_it_is() -> None:
    assert mail(Subject="=?utf-8?B?=C3?= Gruß").headers.subject == "=?utf-8?B?=C3?= Gruß"


def test_no_subject_and_an_empty_one() -> None:
    assert mail(From="a@example.com").headers.subject is None
    assert mail(Subject="").headers.subject == ""


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"In_Reply_To": "<1@example.com>"}, True),
        ({"References": "<1@example.com>"}, True),
        ({"References": "<1@example.com>", "X_Forwarded_Message_Id": "<1@example.com>"}, False),
        ({"In_Reply_To": ""}, False),
        ({"Subject": "Re: x"}, False),
    ],
)
def test_what_the_headers_say_about_being_an_answer(headers: dict[str, str], expected: bool) -> None:
    assert mail(**headers).headers.in_reply_to is expected


@pytest.mark.parametrize(
    "raw",
    [
        b"From anna@example.com Tue Mar  3 10:00:00 2026\nSubject: x\n\nHallo\n",
        b">From anna@example.com Tue Mar  3 10:00:00 2026\nSubject: x\n\nHallo\n",
        b"\xef\xbb\xbfSubject: x\r\n\r\nHallo\r\n",
        b"\n\nSubject: x\n\nHallo\n",
        b"Subject: x\r\n\nHallo\r",
        b"Subject : x\r\rHallo\r\n",
        b"Subject: x\n\nHa\0llo\n",
    ],
)
def test_odd_beginnings_and_line_ends(raw: bytes) -> None:
    message = read_eml(raw)
    assert message.headers.subject == "x"
    assert message.text == "Hallo\n"


def test_no_final_newline_and_no_body() -> None:
    assert read_eml(b"Subject: x\n\nHallo").text == "Hallo"
    assert read_eml(b"Subject: x\n\n").text == ""
    assert read_eml(b"Subject: x").text == ""


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"Hallo Anna,\n\nbis morgen", b"\0\1\2", b"PK\x03\x04"])
def test_what_is_no_mail(raw: bytes) -> None:
    with pytest.raises(UnreadableMessageError) as caught:
        read_eml(raw)
    assert "not an e-mail" in caught.value.en
    assert "keine E-Mail" in caught.value.de


# The text


@pytest.mark.parametrize(
    ("type_", "body"),
    [
        ("text/plain; charset=utf-8", "Grüße".encode()),
        ("text/plain; charset=iso-8859-1", "Grüße".encode("latin-1")),
        ("text/plain; charset=iso-8859-1", "Grüße".encode("cp1252")),
        ("text/plain", "Grüße".encode()),
        ("text/plain", "Grüße".encode("cp1252")),
        ("text/plain; charset=us-ascii", "Grüße".encode()),
        ('text/plain; charset="x-unheard-of"', "Grüße".encode()),
        ("text/plain; charset*=utf-8''cp850", "Grüße".encode("cp850")),
        ("text", "Grüße".encode()),
        ("text/pläin", "Grüße".encode()),
        ("text/plain charset=utf-8", "Grüße".encode()),
        ("text/plain; charset*0*=utf-8''; charset*=x", "Grüße".encode()),
        ("text/plain; charset*" + "9" * 5000 + "=x", "Grüße".encode()),
        ("TEXT/PLAIN;CHARSET=UTF-8", "Grüße".encode()),
    ],
)
def test_charsets(type_: str, body: bytes) -> None:
    message = mail(body, Content_Type=type_)
    assert message.text == "Grüße"
    assert not message.html


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        ("quoted-printable", "Gr=C3=BC=C3=9F=\ne", "Grüße"),
        ("Quoted-Printable", "Gr=c3=bc=c3=9fe =XY", "Grüße =XY"),
        ("base64", "R3LDvMOfZQ==", "Grüße"),
        ("base64", "R3LD\nvMOf\nZQ", "Grüße"),
        ("base64", "R3LDvMOfZQ==\n\n_____\nListenfuß", "Grüße"),
        ("base64", "R3LDvMOfZSBh\nd", "Grüße a"),
        ("base64", "R3LDvMOf\nZSBh\u00e4", "Grüße a"),
        ("base64", "Das ist gar kein base64.", "Das ist gar kein base64."),
        ("8bit", "Grüße", "Grüße"),
        ("unheard-of", "Grüße", "Grüße"),
    ],
)
def test_transfer_encodings(encoding: str, body: str, text: str) -> None:
    assert mail(body, Content_Type="text/plain; charset=utf-8", Content_Transfer_Encoding=encoding).text == text


def test_encoded_line_ends() -> None:
    assert mail("a=0D=0Ab", Content_Transfer_Encoding="quoted-printable").text == "a\nb"


def test_html_only() -> None:
    message = mail(
        "<p>Gr&uuml;&szlig;e</p><blockquote type=cite>alt</blockquote>",
        Content_Type="text/html; charset=utf-8",
    )
    assert message.html
    assert message.text == "Grüße\n\nalt"
    assert [(stretch.mark, stretch.span.of(message.text)) for stretch in message.marked] == [(Mark.QUOTE, "alt")]


def test_html_that_names_its_charset_itself() -> None:
    body = '<meta charset="iso-8859-1"><p>Grüße</p>'.encode("latin-1")
    assert mail(body, Content_Type="text/html").text == "Grüße"


# Parts


def test_plain_text_is_preferred_to_html() -> None:
    message = read(multipart("alternative", part("Hallo"), part("<p>Hallo</p>", "text/html")))
    assert (message.text, message.html, message.attachments) == ("Hallo", False, ())


@pytest.mark.parametrize(
    "stub",
    [
        "",
        " \n",
        "This is an HTML message.",
        "Ihr Mailprogramm kann leider kein HTML anzeigen.",
        "Your email client does not support HTML.",
        "Diese Nachricht ist im HTML-Format.",
    ],
)
def test_a_stub_of_plain_text_is_not(stub: str) -> None:
    message = read(multipart("alternative", part(stub), part("<p>Hallo</p>", "text/html")))
    assert (message.text, message.html, message.attachments) == ("Hallo", True, ())


def test_apple_mail_with_a_file_inside_the_html() -> None:
    mixed = multipart("mixed", part("<p>oben</p>", "text/html"), PDF, part("<p>unten</p>", "text/html"), boundary="b2")
    message = read(multipart("alternative", part("oben\nunten"), mixed))
    assert message.text == "oben\nunten"
    assert message.attachments == (Attachment("a.pdf", "application/pdf"),)


def test_several_texts_are_joined() -> None:
    message = read(multipart("mixed", part("oben"), PDF, part("unten", 'text/plain; charset="utf-8"')))
    assert message.text == "oben\nunten"
    assert message.attachments == (Attachment("a.pdf", "application/pdf"),)


def test_marks_move_with_the_text_before_them() -> None:
    html = part("<p>Ja.</p><blockquote type=cite>alt</blockquote>", "text/html")
    message = read(multipart("mixed", part("oben"), html))
    assert [stretch.span.of(message.text) for stretch in message.marked] == ["alt"]


def test_boundaries_that_begin_alike_and_lack_their_end() -> None:
    inner = multipart("alternative", part("Hallo"), boundary="b11").replace("--b11--\n", "")
    assert read(multipart("mixed", inner, PDF, boundary="b1").replace("--b1--\n", "")).text == "Hallo\n"


def test_a_preamble_and_an_epilogue_are_not_shown() -> None:
    source = multipart("mixed", part("Hallo")).replace("\n\n--b1\n", "\n\nThis is MIME.\n--b1\n", 1) + "Nachwort"
    assert read(source).text == "Hallo"


def test_a_multipart_without_boundaries_is_shown_as_it_stands() -> None:
    assert read("Content-Type: multipart/mixed\n\nHallo").text == "Hallo"
    assert read("Content-Type: multipart/mixed; boundary=b1\n\nHallo").text == "Hallo"


def test_signed_mail() -> None:
    signature = part("x", 'application/pgp-signature; name="signature.asc"')
    message = read(multipart("signed", part("Hallo"), signature))
    assert (message.text, message.attachments, message.leave_alone) == ("Hallo", (), None)


def test_mail_inside_an_smime_signature() -> None:
    content = b"Content-Type: text/plain; charset=utf-8\r\n\r\nHallo\r\n"
    signed = bytes.fromhex("06092a864886f70d010702") + b"\xa0\x80\x30\x80\x02\x01\x01\x31\x00\x30\x80"
    data = bytes.fromhex("06092a864886f70d010701") + b"\xa0\x80\x24\x80"
    pieces = b"".join(b"\x04" + bytes([len(piece)]) + piece for piece in (content[:20], content[20:]))
    body = base64.b64encode(b"\x30\x80" + signed + data + pieces + bytes(12))
    message = mail(
        body,
        Subject="x",
        Content_Type="application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
        Content_Transfer_Encoding="base64",
    )
    assert (message.text, message.leave_alone, message.headers.subject) == ("Hallo\n", None, "x")


def test_inline_pgp_signature() -> None:
    body = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHallo\n\n- -- \nJan\n"
        "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n"
    )
    assert mail(body).text == "Hallo\n\n-- \nJan"


# Attachments


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ('Content-Type: application/pdf; name="a.pdf"', "a.pdf"),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf", "a.pdf"),
        ("Content-Type: application/pdf; filename*=utf-8''x; name*=utf-8''Gr%C3%BC%C3%9Fe.pdf", "Grüße.pdf"),
        (
            "Content-Type: application/pdf\nContent-Disposition: attachment;\n filename*0*=iso-8859-1''Gr%FC;\n"
            ' filename*1*=%DF; filename*2="e.pdf"',
            "Grüße.pdf",
        ),
        ('Content-Type: application/pdf; name="=?utf-8?Q?Gr=C3=BC=C3=9Fe=2Epdf?="', "Grüße.pdf"),
        ('Content-Type: application/pdf; name="Grüße.pdf"', "Grüße.pdf"),
        ('Content-Type: application/pdf; name="a;b \\"c\\".pdf"', 'a;b "c".pdf'),
        ("Content-Type: application/pdf", ""),
    ],
)
def test_names_of_files(headers: str, name: str) -> None:
    message = read(multipart("mixed", part("Anbei."), f"{headers}\n\nx"))
    assert message.attachments == (Attachment(name, "application/pdf"),)


def picture(*headers: str) -> str:
    return part("R0lG", 'image/png; name="logo.png"', "Content-Transfer-Encoding: base64", *headers)


@pytest.mark.parametrize("kind", ["related", "mixed"])
def test_a_picture_that_the_html_shows_is_inline(kind: str) -> None:
    html = part('<p>Hallo<img src="cid:Logo%40example"></p>', "text/html")
    message = read(multipart(kind, html, picture("Content-ID: <logo@example>", "Content-Disposition: attachment")))
    assert message.attachments == (Attachment("logo.png", "image/png", inline=True),)


def test_a_picture_that_only_the_other_format_shows_is_inline() -> None:
    related = multipart("related", part('<img src="cid:1">', "text/html"), picture("Content-ID: <1>"), boundary="b2")
    message = read(multipart("alternative", part("Hallo"), related))
    assert message.text == "Hallo"
    assert message.attachments == (Attachment("logo.png", "image/png", inline=True),)


def test_a_photo_sent_from_a_telephone_is_an_attachment() -> None:
    message = read(multipart("mixed", part("Foto anbei"), picture("Content-Disposition: inline")))
    assert message.attachments == (Attachment("logo.png", "image/png"),)


def test_signatures_and_keys_are_no_attachments() -> None:
    message = read(
        multipart(
            "mixed",
            part("Hallo"),
            part("x", "application/pkcs7-signature; name=smime.p7s"),
            part("x", "application/octet-stream; name=signature.asc"),
            part("x", "application/pgp-keys; name=OpenPGP_0x1234.asc"),
        )
    )
    assert message.attachments == ()


def test_a_visiting_card_comes_by_itself() -> None:
    message = read(multipart("mixed", part("Hallo"), part("BEGIN:VCARD", "text/vcard; name=jan.vcf")))
    assert message.attachments == (Attachment("jan.vcf", "text/vcard", inline=True),)


def test_attachments_inside_winmail_dat_are_not_known() -> None:
    message = read(multipart("mixed", part("Hallo"), part("x", "application/ms-tnef; name=winmail.dat")))
    assert message.attachments is None


def test_text_files_and_mails_are_attachments() -> None:
    message = read(
        multipart(
            "mixed",
            part("Hallo"),
            part("notiz", "text/plain; name=notiz.txt", "Content-Disposition: inline; filename=notiz.txt"),
            part("notiz", "text/plain", "Content-Disposition: attachment"),
            part("Subject: alt\n\nalter Text", "message/rfc822"),
        )
    )
    assert message.text == "Hallo"
    assert message.attachments == (
        Attachment("notiz.txt", "text/plain"),
        Attachment("", "text/plain"),
        Attachment("", "message/rfc822"),
    )


# Damage

RUBBISH = base64.b64encode(bytes(range(256)) * 4).decode()
BASE64 = "Content-Transfer-Encoding: base64"


@pytest.mark.parametrize(
    "source",
    [
        f"{BASE64}\n\n!!!\n",
        f"{BASE64}\n\nA\n",
        f"{BASE64}\n\n{RUBBISH}\n",
        f"{BASE64}\n\n*{RUBBISH}\n",
        f"{BASE64}\n\nAAAAAAAA\n",
        f"Content-Type: multipart/mixed\n\n{RUBBISH}\n",
        f"Content-Type: multipart/mixed; boundary=b\n\n--c\nContent-Type: text/plain\n{BASE64}\n\n{RUBBISH}\n--c--\n",
        multipart("mixed", part("A", "text/plain", BASE64), PDF),
        multipart("alternative", part(RUBBISH, "text/plain", BASE64), part(RUBBISH, "text/html", BASE64)),
    ],
)
def test_damaged_content_is_told(source: str) -> None:
    with pytest.raises(UnreadableMessageError) as caught:
        read(source)
    assert caught.value.de.startswith("Der Inhalt der Mail ist beschädigt: ")
    assert caught.value.en.startswith("The content of the mail is damaged: ")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (f"{BASE64}\n\n", ""),
        (f"{BASE64}\n\nCg==\n", "\n"),
        (f"{BASE64}\n\n8J+RjQ==\n", "👍"),
        (f"{BASE64}\n\nOk\n", ":"),
        (multipart("mixed", part("", "text/plain"), PDF), ""),
        (multipart("mixed", part("Hallo"), part(RUBBISH, "text/plain", BASE64)).replace(RUBBISH, "A"), "Hallo"),
        ("Content-Type: multipart/mixed\n\nhttps://example.com/" + "a" * 60 + "\nBis morgen, Tom\n", None),
        ("Content-Type: text/html\n\n<img src=x>", ""),
    ],
)
def test_what_is_empty_or_odd_but_intact_is_read(source: str, text: str | None) -> None:
    message = read(source)
    assert text is None or message.text == text


# Bounds


def test_long_text_is_cut_with_a_note() -> None:
    message = mail("ä" * (MAX_TEXT + 5))
    assert len(message.text) == MAX_TEXT
    assert message.note == CUT
    assert mail("kurz").note is None


def test_deep_nesting_ends() -> None:
    source = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5000)) + "\nx"
    with pytest.raises(UnreadableMessageError, match="nested too deeply"):
        read(source)


def test_depth_of_nesting_times_number_of_lines_ends() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(300))
    with pytest.raises(UnreadableMessageError) as caught:
        read(nested + "\n" + "x\n" * 100_000)
    assert caught.value.de.startswith("Der Inhalt der Mail ist beschädigt: ")


def test_enclosed_mails_inside_each_other_end() -> None:
    source = "Content-Type: message/rfc822\n\n" * 5000 + "Subject: x\n\nx"
    assert read(source).attachments == (Attachment("", "message/rfc822"),)


def test_many_parts_end() -> None:
    message = read("Content-Type: multipart/mixed; boundary=b1\n\n" + "--b1\n\nx\n" * 100_000)
    assert message.text.count("x") == MAX_PARTS


@pytest.mark.parametrize(
    "source",
    [
        "To: " + '"Meyer, A" <a@example.com>, ' * 20_000 + "\n\nx",
        "To: " + '"\\' * 200_000 + "\n\nx",
        "To: " + "(" * 400_000 + "\n\nx",
        "To: a" + ":" * 400_000 + "\n\nx",
        "To: " + "a" * 400_000 + " @\n\nx",
        "From: " + "=?utf-8?q?a?= " * 30_000 + "\n\nx",
        "Subject: x" + "\n y" * 100_000 + "\n\nx",
        "Content-Type: text/plain" + '; a="\\"' * 50_000 + "\n\nx",
        "Content-Type: text/plain;" + " " * 400_000 + "\n\nx",
        "Content-Type: multipart/mixed; boundary=aaaa\n\n--" + "a" * 400_000,
        "Content-Type: multipart/mixed; boundary=a\n\n" + ("--a" + " " * 1000 + "x\n") * 400,
        "Content-Type: text/plain; format=flowed\n\n" + "a \n" * 130_000,
        "x" * 400_000 + "\n: y",
    ],
    ids=range(13),
)
def test_time_grows_with_length_only(source: str) -> None:
    start = time.perf_counter()
    with suppress(UnreadableMessageError):
        read(source)
    assert time.perf_counter() - start < 5


PIECES = [
    b"\n",
    b"\r\n",
    b"\0",
    b"\xff",
    b"--b1",
    b"--b1--",
    b"\n\n",
    b"Content-Type: ",
    b"Content-Type: text/html\n",
    b"multipart/mixed; boundary=b1\n\n--b1\n",
    b"multipart/alternative; boundary=b2\n\n--b2\n",
    b"; charset=utf-7",
    b"; charset=punycode",
    b"; charset=utf-16",
    b"; format=flowed; delsp=yes",
    b"; name*0*=utf-16''%00; name*9*=x; name*=''",
    b"Content-Transfer-Encoding: base64\n",
    b"Content-Transfer-Encoding: quoted-printable\n",
    b"Subject: =?utf-8?q?=FC?=\n",
    b'To: "a, <b>; c: =?x?b?a=?=\n',
    b"application/pkcs7-mime\n\n",
    bytes.fromhex("06092a864886f70d01070206092a864886f70d010701a08024800488"),
    b"-----BEGIN PGP SIGNED MESSAGE-----\n",
    b"<blockquote type=cite>",
    b"> ",
    b"=",
    b" ",
    b"Hallo ",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=20)), max_size=30))
def test_any_bytes_are_read_or_refused(pieces: list[bytes]) -> None:
    try:
        message = read_eml(b"".join(pieces))
    except UnreadableMessageError:
        return
    message.text.encode()
    assert "\r" not in message.text
    assert "\0" not in message.text
    assert all(stretch.span.end <= len(message.text) for stretch in message.marked)
    for value in message.headers.raw.values():
        value.encode()
    for attachment in message.attachments or ():
        attachment.filename.encode()


def test_a_cut_text_is_told_and_its_end_is_not_judged() -> None:
    from msglint import Linter

    text = "Hallo Anna,\n\nich schicke dir morgen den Bericht."
    whole = mail(text, From="Tom <t@example.com>", To="Anna <a@example.org>", Subject="Bericht")
    cut = Linter(ui_language="de").check(whole.with_(note=CUT))

    ends = {"closing.missing", "closing.unsigned"}
    assert ends & {finding.rule for finding in Linter().check(whole).findings}
    assert not ends & {finding.rule for finding in cut.findings}
    assert [skipped.why for skipped in cut.skipped] == ["der Text ist zu lang; nur sein Anfang wurde geprüft"]


def test_one_recipient_may_be_a_string() -> None:
    message = Message.from_text("x", to="Anna <a@example.com>", cc="Bea <b@example.com>, c@example.com")
    assert [address.email for address in message.headers.recipients] == [
        "a@example.com",
        "b@example.com",
        "c@example.com",
    ]


def test_the_errors_a_caller_must_catch_are_public() -> None:
    import msglint

    assert msglint.UnreadableMessageError is UnreadableMessageError
    assert issubclass(msglint.ConfigError, Exception)
    assert issubclass(msglint.RulesetError, Exception)
