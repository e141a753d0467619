"""Putting the right name into a file, byte for byte."""

from __future__ import annotations

import base64
import itertools
import quopri
import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from msglint.contacts.names.spelling import slip_size
from msglint.fixing import CannotFixError, fixed
from msglint.fixing.change import applied
from msglint.message.errors import UnreadableMessageError
from msglint.message.mime_tree import parse
from msglint.message.model import Message
from msglint.message.sources import Kind, read_as
from msglint.report import Finding, Position, Report, Severity, Span, Suggestion

TEXT = "Sehr geehrte Frau Mayer,\n\nschöne Grüße an Herrn Mayer.\n\nMit freundlichen Grüßen\nTom Weiß\n"
ASCII = "Dear Ms Mayer,\n\nthank you. Kind regards to Mr Mayer.\n\nKind regards,\nTom White\n"
PAGE = "<html><body><p>Sehr geehrte Frau Mayer,</p>\n<p>viele Gr&uuml;&szlig;e an Herrn Mayer.</p></body></html>\n"
HEAD = "From: Tom <tom@example.com>\nTo: Anna Meyer <anna@example.org>\nSubject: Mayer\nMIME-Version: 1.0\n"


def finding(span: Span, old: str, new: str, part: str = "salutation", *, fixable: bool = True) -> Finding:
    return Finding(
        rule="recipient.misspelled",
        severity=Severity.ERROR,
        confidence=0.95,
        part=part,
        span=span,
        start=Position(1, 1),
        end=Position(1, 1),
        excerpt=old,
        message="",
        why="",
        help_url="",
        suggestions=(Suggestion(new, span),),
        fixable=fixable,
    )


def report_on(message: Message, names: Sequence[tuple[str, str]], **attributes: object) -> Report:
    findings = []
    for old, new in names:
        start = message.text.index(old)
        findings.append(finding(Span(start, start + len(old)), old, new, **attributes))  # type: ignore[arg-type]
    return Report("draft", "de", "email", "default", None, findings=tuple(findings), text=message.text)


def fix(raw: bytes, *names: tuple[str, str], kind: Kind = Kind.EML) -> bytes:
    """The file with the first place of every name replaced."""
    message = read_as(kind, raw, "draft")
    result = fixed(raw, message, report_on(message, names or [("Mayer", "Meyer")]), kind=kind)
    assert result is not None
    return result.raw


def refusal(raw: bytes, *names: tuple[str, str], kind: Kind = Kind.EML) -> str:
    with pytest.raises(CannotFixError) as caught:
        fix(raw, *names, kind=kind)
    assert caught.value.text("de") != caught.value.text("en")
    return str(caught.value)


def mail(body: bytes, headers: str = "", line_end: str = "\n") -> bytes:
    return (HEAD + headers + "\n").replace("\n", line_end).encode() + body


def part(body: str, type_: str = "text/plain", encoding: str = "8bit", charset: str = "utf-8") -> str:
    return f"Content-Type: {type_}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n{body}"


def multipart(kind: str, *parts: str, boundary: str = "b1") -> str:
    inside = "".join(f"--{boundary}\n{one}\n" for one in parts)
    return (
        f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\nMayer is in the preamble.\n{inside}--{boundary}--\n'
    )


def whole(source: str, line_end: str = "\n") -> bytes:
    return (HEAD + source).replace("\n", line_end).encode()


# Drafts in plain text


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace("\n\n", "\n\r\n", 1).replace("Weiß\n", "Weiß\r").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.replace("\n", "\r\n").encode("utf-16-be"),
        lambda text: text.encode("utf-32"),
        lambda text: text.encode() + b"\xff broken behind",
        lambda text: b"An: Anna Meyer <a@example.org>\r\nBetreff: Mayer\r\n\r\n" + text.encode(),
        lambda text: ("Zürich, Mayer\r\n\r\n\r\n" + text).encode(),
    ],
)
def test_plain_text_of_every_kind(encode: object) -> None:
    right = TEXT.replace("Mayer", "Meyer", 1)

    assert fix(encode(TEXT), ("Frau Mayer", "Frau Meyer"), kind=Kind.PLAIN) == encode(right)  # type: ignore[operator]


def test_letters_that_the_charset_has() -> None:
    text = "Sehr geehrter Herr Mller,\r\n\r\nschöne Grüße\r\n"

    for charset in ("cp1252", "utf-8", "utf-16"):
        expected = text.replace("Mller", "Müller").encode(charset)
        assert fix(text.encode(charset), ("Mller", "Müller"), kind=Kind.PLAIN) == expected


def test_a_letter_that_the_charset_lacks() -> None:
    raw = "Hallo Lukas,\n\nschöne Grüße\n".encode("cp1252")

    assert "cannot be written in the charset" in refusal(raw, ("Lukas", "Łukasz"), kind=Kind.PLAIN)


def test_broken_bytes_before_the_name() -> None:
    assert "damaged" in refusal("Büro ".encode() + b"\xff\n\n" + TEXT.encode(), kind=Kind.PLAIN)


def test_text_beyond_the_basic_plane() -> None:
    text = "😀😀\n\nHallo Hans-Jügen,\n\nbis morgen 😀\n"

    assert fix(text.encode("utf-16"), ("Hans-Jügen", "Hans-Jürgen"), kind=Kind.PLAIN) == text.replace(
        "Jügen", "Jürgen"
    ).encode("utf-16")


def test_two_names_at_once() -> None:
    text = "Liebe Frau Mayer, lieber Herr Mller,\n\nguten Tag.\n"

    assert fix(text.encode(), ("Mayer", "Meyer"), ("Mller", "Müller"), kind=Kind.PLAIN) == (
        "Liebe Frau Meyer, lieber Herr Müller,\n\nguten Tag.\n".encode()
    )


def test_all_names_or_none() -> None:
    raw = "Liebe Frau Mayer, lieber Herr Lukas,\n\nschöne Grüße.\n".encode("cp1252")

    assert "Łukasz" in refusal(raw, ("Mayer", "Meyer"), ("Lukas", "Łukasz"), kind=Kind.PLAIN)


def test_signed_text() -> None:
    head = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"

    assert "signed" in refusal(mail(f"{head}{ASCII}-----BEGIN PGP SIGNATURE-----\n".encode()))
    assert "signed" in refusal(f"{ASCII}\n{head}".encode(), kind=Kind.PLAIN)


# What is changed at all


def test_only_what_is_sure_and_in_the_salutation() -> None:
    raw = TEXT.encode()
    message = read_as(Kind.PLAIN, raw, "")
    later = message.text.rindex("Mayer")
    in_body = finding(Span(later, later + 5), "Mayer", "Meyer")
    reports = [
        report_on(message, [("Mayer", "Meyer")], fixable=False),
        report_on(message, [("Mayer", "Meyer")], part="body"),
        report_on(message, [("Mayer", "Mayer")]),
        report_on(message, [("Mayer", "")]),
        report_on(message, []),
        Report("draft", "de", "email", "default", None, findings=(in_body,), text=message.text),
    ]

    assert [fixed(raw, message, report, kind=Kind.PLAIN) for report in reports] == [None] * len(reports)


@pytest.mark.parametrize(
    "new",
    [
        "Meyer\nBcc: x",
        "<b>Meyer</b>",
        "Me\ufffder",
        "Meyer1",
        "Meyer2",
        "Meyer, A",
        "Meyer ",
        " Meyer",
        "Me  yer",
        "-Meyer",
        "Meyer@",
        "Me\u200byer",
        "Me\xadyer",
        "Meyer😀",
        "Me_yer",
        "Me--yer",
        "Me\u00a0yer",
    ],
)
def test_what_is_no_name_is_never_written(new: str) -> None:
    for kind, raw in ((Kind.PLAIN, TEXT.encode()), (Kind.EML, mail(TEXT.encode())), (Kind.HTML, PAGE.encode())):
        assert "does not look like a name" in refusal(raw, ("Mayer", new), kind=kind)


def test_what_is_no_slip_is_never_written() -> None:
    for new in ("Schulze", "Meyermann", "Mayer-Vorfelder", "MAYER", "May er"):
        assert "further apart than a slip" in refusal(TEXT.encode(), ("Mayer", new), kind=Kind.PLAIN)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("O'Neil", "O'Neill"),
        ("D’Angleo", "D’Angelo"),
        ("Hans-Jügen", "Hans-Jürgen"),
        ("von der Layen", "von der Leyen"),
        ("St. Jhon", "St. John"),
        ("Lukasz", "Łukacz"),
        ("Иваноф", "Иванов"),
        ("Zoe\u0308l", "Zoe\u0308lo"),
    ],
)
def test_names_of_many_kinds_are_written(old: str, new: str) -> None:
    text = f"Hallo {old},\n\nbis morgen.\n"

    assert fix(text.encode(), (old, new), kind=Kind.PLAIN) == text.replace(old, new).encode()


def test_a_file_that_is_no_longer_the_one_that_was_checked() -> None:
    message = read_as(Kind.PLAIN, TEXT.encode(), "")

    with pytest.raises(CannotFixError, match="has changed"):
        fixed(TEXT.encode() + b"PS", message, report_on(message, [("Mayer", "Meyer")]), kind=Kind.PLAIN)


# Mails


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        *itertools.product(
            ["8bit", "quoted-printable", "base64"], ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15", "koi8-r"]
        ),
        ("base64", "utf-16"),
    ],
)
def test_a_single_part(encoding: str, charset: str, line_end: str) -> None:
    text = TEXT if charset != "koi8-r" else ASCII + "Привет\n"
    right = text.replace("Mayer", "Meyer", 1)

    def encoded(content: str) -> bytes:
        raw = content.encode(charset)
        if encoding == "base64":
            return base64.encodebytes(content.replace("\n", "\r\n").encode(charset)).replace(b"\n", line_end.encode())
        raw = quopri.encodestring(raw) if encoding == "quoted-printable" else raw
        return raw.replace(b"\n", line_end.encode())

    headers = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n"

    assert fix(mail(encoded(text), headers, line_end)) == mail(encoded(right), headers, line_end)


def test_a_mail_without_any_mime_header() -> None:
    raw = mail(ASCII.encode())

    assert fix(raw) == raw.replace(b"Ms Mayer", b"Ms Meyer")
    assert "charset" in refusal(raw, ("Mayer", "Mayür"))


def test_seven_bits_stay_seven_bits() -> None:
    raw = mail(ASCII.encode(), "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 7bit\n")

    assert "7 bits" in refusal(raw, ("Mayer", "Mayür"))
    assert fix(raw) == raw.replace(b"Ms Mayer", b"Ms Meyer")


def test_html_in_seven_bits_gets_an_entity() -> None:
    raw = mail(b"<p>Dear Ms Mayer,</p><p>Thank you.</p>", "Content-Type: text/html; charset=utf-8\n")

    assert fix(raw, ("Mayer", "Mayür")) == raw.replace(b"Ms Mayer", b"Ms May&#252;r")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_both_versions_and_nothing_else(line_end: str) -> None:
    pdf = "Content-Type: application/pdf; name=Mayer.pdf\nContent-Transfer-Encoding: base64\n\nTWF5ZXIs\n"
    both = multipart("alternative", part(TEXT), part(PAGE, "text/html"), boundary="in")
    raw = whole(multipart("mixed", both, pdf, boundary="out"), line_end)

    assert fix(raw) == raw.replace(b"Frau Mayer", b"Frau Meyer")
    assert raw.count(b"Frau Mayer") == 2


def test_versions_in_different_encodings() -> None:
    code, right = (base64.encodebytes(text.encode()) for text in (TEXT, TEXT.replace("Mayer", "Meyer", 1)))
    page = part(quopri.encodestring(PAGE.encode()).decode(), "text/html", "quoted-printable")
    related = multipart("related", page, "Content-Type: image/png\n\nMayer", boundary="inner")
    plain = part(code.decode(), encoding="base64")
    raw = whole(multipart("alternative", plain, related, boundary="outer"))

    assert fix(raw) == raw.replace(code, right).replace(b"Frau Mayer", b"Frau Meyer")


def test_a_version_without_the_name_keeps_both() -> None:
    page = PAGE.replace("Mayer,", "<b>Ma</b>yer,")
    raw = whole(multipart("alternative", part(TEXT), part(page, "text/html")))
    other = whole(multipart("alternative", part(TEXT), part("<p>Hallo zusammen,</p>", "text/html")))

    assert "one piece" in refusal(raw)
    assert "version" in refusal(other)


def test_a_text_that_only_says_that_there_is_html() -> None:
    stub = "Ihr Mail-Programm kann kein HTML anzeigen.\n"
    raw = whole(multipart("alternative", part(stub), part(PAGE, "text/html")))

    assert fix(raw) == raw.replace(b"Frau Mayer", b"Frau Meyer")


def test_signed_mails_stay() -> None:
    signature = "Content-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----\n"

    assert "signed" in refusal(whole(multipart("signed", part(TEXT), signature)))


def test_several_texts_in_a_row() -> None:
    raw = whole(multipart("mixed", part("Guten Tag\n"), part(TEXT), part(TEXT)))
    raw = raw.replace(b"Guten Tag", b"Entwurf Nr. 5")

    assert fix(raw) == raw.replace(b"Frau Mayer", b"Frau Meyer", 1)


def test_flowed_text() -> None:
    text = "Sehr geehrte Frau Mayer,\n\nein Absatz, \nder weitergeht.\n >stuffed\n-- \nTom\n"
    raw = mail(text.encode(), "Content-Type: text/plain; charset=utf-8; format=flowed\n")

    assert fix(raw) == raw.replace(b"Frau Mayer", b"Frau Meyer")


def test_flowed_text_with_the_name_on_two_lines() -> None:
    text = "Sehr geehrte Frau von der \nLayen,\n\nein Absatz, \nder weitergeht.\n"
    raw = mail(text.encode(), "Content-Type: text/plain; charset=utf-8; format=flowed\n")

    assert "one piece" in refusal(raw, ("von der Layen", "von der Leyen"))
    assert fix(raw, ("Layen", "Leyen")) == raw.replace(b"Layen", b"Leyen")


def test_emlx() -> None:
    eml = mail(b"Hallo Lukas,\n\nguten Tag.\n", "Content-Type: text/plain; charset=utf-8\n")
    eml = eml.replace(b"MIME-Version: 1.0\n", b"MIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n")
    tail = b'<?xml version="1.0"?><plist>Lukas</plist>\n'
    right = eml.replace(b"Lukas", "Łukasz".encode())

    for width in (b"%-10d\n", b"%d\n", b"%d \r\n"):
        raw, expected = (width % len(one) + one + tail for one in (eml, right))
        assert fix(raw, ("Lukas", "Łukasz"), kind=Kind.EMLX) == expected


def test_emlx_whose_number_gets_longer() -> None:
    body = "Hallo Lukas,\n\nguten Tag.\n" + "x" * 60 + "\n"
    eml = mail(body.encode(), "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n")
    eml += b"y" * (998 - len(eml))
    right = eml.replace(b"Lukas", "Łukasz".encode())

    assert fix(b"998\n" + eml + b"<plist/>", ("Lukas", "Łukasz"), kind=Kind.EMLX) == b"1000\n" + right + b"<plist/>"


@pytest.mark.parametrize("wrong", [-30, -1, 1, 7, 900])
@pytest.mark.parametrize("tail", [b"", b'<?xml version="1.0"?><plist>x</plist>\n'])
def test_an_emlx_with_a_wrong_length_stays(wrong: int, tail: bytes) -> None:
    eml = mail(ASCII.encode())

    sentence = refusal(b"%d\n" % (len(eml) + wrong) + eml.rstrip(b"\n") + b"x" + tail, kind=Kind.EMLX)

    assert sentence == "The length on the first line is wrong; the file is damaged."


def test_undeclared_bytes_keep_their_charset() -> None:
    raw = mail(TEXT.encode("cp1252"))

    assert fix(raw, ("Mayer", "Mayür")) == mail(TEXT.replace("Mayer", "Mayür", 1).encode("cp1252"))


# Quoted-printable


def quoted_mail(body: bytes) -> bytes:
    return mail(body, "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n")


def test_a_soft_break_within_the_word() -> None:
    for old, new in (
        (b"Sehr geehrte Frau May=\ner,\n\nDanke.\n", b"Sehr geehrte Frau Mey=\ner,\n\nDanke.\n"),
        (b"Sehr geehrte Frau M=\nayer,\n\nDanke.\n", b"Sehr geehrte Frau M=\neyer,\n\nDanke.\n"),
    ):
        assert fix(quoted_mail(old)) == quoted_mail(new)


def test_a_soft_break_within_what_changes() -> None:
    raw = quoted_mail(b"Sehr geehrter Herr Mee=\neyr,\n\nDanke.\n")

    assert fix(raw, ("Meeeyr", "Mayer")) == quoted_mail(b"Sehr geehrter Herr Maye=\nr,\n\nDanke.\n")


def test_a_line_that_gets_too_long_gets_a_soft_break() -> None:
    line = b"Sehr geehrter Herr Mller, " + b"x" * 50
    raw = quoted_mail(line + b"\n\nDanke.\n")

    new = fix(raw, ("Mller", "Müller"))

    folded = (b"Sehr geehrter Herr M=C3=BCller, " + b"x" * 50)[:75] + b"=\n" + b"x" * 7
    assert new == quoted_mail(folded + b"\n\nDanke.\n")


def test_quoted_bytes_that_are_not_touched_stay_as_they_are() -> None:
    raw = quoted_mail(b"Sehr geehrte Frau =4Dayer,\n\nDanke =3d =3D =\n=20\n.\n")

    assert fix(raw) == raw.replace(b"=4Dayer", b"=4Deyer")


# Base64


@pytest.mark.parametrize("width", [4, 60, 64, 72, 76, 1000])
@pytest.mark.parametrize("right", ["Meyer", "Mayr", "Mayłer", "Maüyer"])
def test_base64_keeps_its_lines(width: int, right: str) -> None:
    def encoded(text: str) -> bytes:
        code = base64.b64encode(text.encode()).decode()
        return "\r\n".join(code[at : at + width] for at in range(0, len(code), width)).encode() + b"\r\n"

    headers = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
    raw = mail(encoded(TEXT), headers, "\r\n")

    assert fix(raw, ("Mayer", right)) == mail(encoded(TEXT.replace("Mayer", right, 1)), headers, "\r\n")


def test_what_follows_the_code_stays() -> None:
    headers = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
    code, right = (base64.b64encode(text.encode()) for text in (ASCII + "!", ASCII.replace("Mayer", "Meyer", 1) + "!"))
    assert code.endswith(b"=")

    assert fix(mail(code + b"\n\n", headers)) == mail(right + b"\n\n", headers)


# HTML


def test_html_files() -> None:
    for raw in (
        PAGE.encode(),
        PAGE.replace("\n", "\r\n").encode("cp1252"),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("utf-16"),
        PAGE.replace("<p>", "<!-- Frau Mayer, --><p title='Frau Mayer,'>", 1).encode(),
        PAGE.replace("<body>", "<title>Frau Mayer,</title><style>Frau Mayer,{}</style><body>").encode(),
        PAGE.replace("<body>", "<body><div style='display:none'>Frau Mayer,</div>").encode(),
    ):
        new = fix(raw, kind=Kind.HTML)
        assert len(new) == len(raw)
        assert [pair for pair in zip(raw, new, strict=True) if pair[0] != pair[1]] == [(ord("a"), ord("e"))]
        assert "Frau Meyer," in read_as(Kind.HTML, new, "").text


@pytest.mark.parametrize(
    ("old", "name", "new", "right"),
    [
        ("M&uuml;ler", "Müler", "M&uuml;ller", "Müller"),
        ("M&#252;ler", "Müler", "M&#252;ller", "Müller"),
        ("M&#xFC;ler", "Müler", "M&#xFC;ller", "Müller"),
        ("Müler", "Müler", "Müller", "Müller"),
        ("M&uuml;ler", "Müler", "M&ouml;ler", "Möler"),
        ("M&#xfc;ler", "Müler", "M&#xF6;ler", "Möler"),
        ("von&nbsp;der\n Layen", "von der Layen", "von&nbsp;der\n Leyen", "von der Leyen"),
        ("O&#39;Neil", "O'Neil", "O&#39;Neill", "O'Neill"),
    ],
)
def test_entities_in_the_manner_of_the_file(old: str, name: str, new: str, right: str) -> None:
    page = "<meta charset=utf-8><p>Sehr geehrter Herr {},</p><p>Danke.</p>"

    assert fix(page.format(old).encode(), (name, right), kind=Kind.HTML) == page.format(new).encode()


@pytest.mark.parametrize(
    ("page", "charset", "written"),
    [
        ("<p>Sehr geehrter Herr Mller,</p><p>Gr&uuml;&szlig;e</p>", "ascii", "M&uuml;ller"),
        ("<p>Sehr geehrter Herr Mller,</p><p>Gr&#252;&#223;e</p>", "ascii", "M&#252;ller"),
        ("<p>Sehr geehrter Herr Mller,</p><p>Grüße</p>", "utf-8", "Müller"),
        ("<p>Sehr geehrter Herr Mller,</p><p>Danke&nbsp;sehr&#160;</p>", "ascii", "M&#252;ller"),
        ("<meta charset=utf-8><p>Sehr geehrter Herr Mller,</p><p>Danke.</p>", "utf-8", "Müller"),
    ],
)
def test_a_new_letter_in_the_manner_of_the_file(page: str, charset: str, written: str) -> None:
    expected = page.replace("Mller", written).encode(charset)

    assert fix(page.encode(charset), ("Mller", "Müller"), kind=Kind.HTML) == expected


def test_a_letter_that_the_charset_of_html_lacks_is_an_entity() -> None:
    page = "<p>Hallo Lukas,</p><p>schöne Grüße</p>"

    assert fix(page.encode("cp1252"), ("Lukas", "Łukasz"), kind=Kind.HTML) == (
        page.replace("Lukas", "&#321;ukasz").encode("cp1252")
    )


def test_a_name_divided_over_tags() -> None:
    raw = b"<p>Sehr geehrte Frau <b>May</b>er,</p><p>Danke, Frau Mayer.</p>"

    assert "one piece" in refusal(raw, kind=Kind.HTML)


# Properties

CHARSETS = st.sampled_from(["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"])
LINE_ENDS = st.sampled_from(["\n", "\r\n"])
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"
NAMES = st.tuples(st.sampled_from("ABEMSÄÖ"), st.text(LETTERS, min_size=3, max_size=12)).map("".join)
SLIPS = st.tuples(NAMES, st.integers(1, 12), st.integers(0, 1), st.sampled_from(["", *LETTERS])).map(
    lambda drawn: (drawn[0][: drawn[1]] + drawn[3] + drawn[0][drawn[1] + drawn[2] :], drawn[0])
)
SLIPS = SLIPS.filter(lambda names: slip_size(*names) is not None)
BODIES = st.lists(st.text(st.sampled_from(LETTERS + "ABC ,.=é\t"), max_size=100).map(str.strip), max_size=8).map(
    "\n".join
)


def encoded_body(text: str, charset: str, encoding: str, line_end: str) -> bytes:
    content = text.encode(charset)
    if encoding == "base64":
        return base64.encodebytes(content.replace(b"\n", b"\r\n")).replace(b"\n", line_end.encode())
    if encoding == "quoted-printable":
        content = quopri.encodestring(content)
    return content.replace(b"\n", line_end.encode())


@settings(max_examples=300, deadline=None)
@given(
    SLIPS,
    BODIES,
    CHARSETS,
    LINE_ENDS,
    st.sampled_from(["8bit", "quoted-printable", "base64"]),
    st.integers(0, 70),
)
def test_only_the_word_is_different(
    names: tuple[str, str], body: str, charset: str, line_end: str, encoding: str, indent: int
) -> None:
    old, new = names
    text = f"{'x' * indent}\n\nSehr geehrter Herr {old},\n\n{body}\n\nMit freundlichen Grüßen\nTom Weiß\n"
    headers = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n"
    raw = mail(encoded_body(text, charset, encoding, line_end), headers, line_end)
    message = read_as(Kind.EML, raw, "")
    salutation = message.parts.salutation
    if salutation is None or f"Herr {old}" not in salutation.span.of(message.text) or old == new:
        return
    start = message.text.index(f"Herr {old}") + 5
    report = Report(
        "draft", "de", "email", "default", None, (finding(Span(start, start + len(old)), old, new),), text=message.text
    )

    result = fixed(raw, message, report, kind=Kind.EML)

    assert result is not None
    right = text.replace(f"Herr {old}", f"Herr {new}", 1)
    assert read_as(Kind.EML, result.raw, "") == message.with_(text=right)
    if encoding != "quoted-printable":
        assert result.raw == mail(encoded_body(right, charset, encoding, line_end), headers, line_end)
        return
    # The lines of the other paragraphs are the same, to the byte.
    end = line_end.encode()
    paragraphs, changed = (one.split(end + end) for one in (raw, result.raw))
    assert [at for at, pair in enumerate(zip(paragraphs, changed, strict=True)) if pair[0] != pair[1]] == [2]
    assert max(map(len, changed[2].split(end))) <= 76


ENCODINGS = st.sampled_from(["8bit", "quoted-printable", "base64"])


@settings(max_examples=200, deadline=None)
@given(SLIPS, st.tuples(CHARSETS, CHARSETS), st.tuples(ENCODINGS, ENCODINGS), LINE_ENDS, st.integers(0, 90))
def test_only_the_word_is_different_in_two_versions(
    names: tuple[str, str], charsets: tuple[str, str], encodings: tuple[str, str], line_end: str, indent: int
) -> None:
    old, new = names

    def draft(name: str) -> bytes:
        text = f"Sehr geehrter Herr {name},\n\nschöne Grüße an Herrn {old}\n"
        page = f"<html {'x' * indent}><p>Sehr geehrter Herr {name},</p>\n<p>schöne Grüße an Herrn {old}</p></html>\n"
        bodies = (
            encoded_body(text, charsets[0], encodings[0], "\n"),
            encoded_body(page, charsets[1], encodings[1], "\n"),
        )
        kinds = ("text/plain", "text/html")
        parts = (part(f"<{at}>", kinds[at], encodings[at], charsets[at]) for at in (0, 1))
        raw = whole(multipart("alternative", *parts))
        return raw.replace(b"<0>", bodies[0]).replace(b"<1>", bodies[1]).replace(b"\n", line_end.encode())

    raw = draft(old)
    message = read_as(Kind.EML, raw, "")
    if f"Herr {old}" not in message.text or old == new or message.parts.salutation is None:
        return

    result = fixed(raw, message, report_on(message, [(old, new)]), kind=Kind.EML)

    assert result is not None
    right = draft(new)
    for one, other in zip(parse(result.raw).walk(), parse(right).walk(), strict=True):
        assert (one.items(), one.content) == (other.items(), other.content)
    if "quoted-printable" not in encodings:
        assert result.raw == right


@settings(max_examples=200, deadline=None)
@given(
    SLIPS,
    BODIES,
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"]),
    st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=1, max_size=5),
)
def test_only_the_word_is_different_in_plain_text(
    names: tuple[str, str], body: str, charset: str, line_ends: list[str]
) -> None:
    old, new = names
    ends = iter(line_ends * 100)
    text = re.sub("\n", lambda _: next(ends), f"Sehr geehrter Herr {old},\n\n{body}\n\nGruß aus Köln\nTom Weiß\n")
    raw = text.encode(charset)
    message = read_as(Kind.PLAIN, raw, "")
    if (
        f"Herr {old}" not in message.text
        or old == new
        or raw.decode(charset) != text
        or message.parts.salutation is None
    ):
        return

    result = fixed(raw, message, report_on(message, [(old, new)]), kind=Kind.PLAIN)

    assert result is not None
    assert result.raw == text.replace(f"Herr {old}", f"Herr {new}", 1).encode(charset)


SHAPES = st.sampled_from(
    [
        whole(multipart("alternative", part(TEXT), part(PAGE, "text/html"))),
        whole(part(quopri.encodestring(TEXT.encode()).decode(), encoding="quoted-printable"), "\r\n"),
        whole(part(base64.encodebytes(TEXT.encode()).decode(), encoding="base64")),
        TEXT.encode("utf-16"),
        PAGE.encode(),
        b"900       \n" + whole(part(TEXT)),
    ]
)


@st.composite
def broken_files(draw: st.DrawFn) -> bytes:
    raw = bytearray(draw(SHAPES))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(raw)))
        raw[at : at + draw(st.integers(0, 12))] = draw(st.binary(max_size=6))
    return bytes(raw)


@settings(max_examples=400, deadline=None)
@given(st.one_of(broken_files(), st.binary(max_size=300)), st.sampled_from(list(Kind)), NAMES)
@example(b"", Kind.EMLX, "Meyer")
def test_broken_files_are_repaired_or_left_but_never_raise(raw: bytes, kind: Kind, new: str) -> None:
    try:
        message = read_as(kind, raw, "")
    except UnreadableMessageError:
        return
    salutation = message.parts.salutation
    if salutation is None:
        return
    spans = [person.span for person in salutation.greeted if person.name] or [salutation.span]
    findings = tuple(finding(span, span.of(message.text), new) for span in spans)
    report = Report("draft", "de", "email", "default", None, findings, text=message.text)
    try:
        result = fixed(raw, message, report, kind=kind)
    except CannotFixError:
        return
    if result is not None and kind in (Kind.EML, Kind.EMLX):
        assert len(list(parse(raw).walk())) == len(list(parse(result.raw).walk()))
        assert read_as(kind, result.raw, "").headers == message.headers


def test_a_recipient_of_signs_only() -> None:
    raw = b"To:=\x9b Anna Meyer <anna@example.org>\n\nSehr geehrte Frau Mayer,\n\nDanke.\n"

    assert fix(raw) == raw.replace(b"Mayer", b"Meyer")


@pytest.mark.parametrize("more", [b"PS", b"\n--b1--"])
def test_what_would_read_differently_is_refused(monkeypatch: pytest.MonkeyPatch, more: bytes) -> None:
    monkeypatch.setattr("msglint.fixing.fix.applied", lambda raw, edits: applied(raw, edits) + more)

    for raw, kind in ((TEXT.encode(), Kind.PLAIN), (mail(ASCII.encode()), Kind.EML)):
        assert "more than the name" in refusal(raw, kind=kind)


def test_a_change_in_another_part_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = whole(multipart("mixed", part(TEXT), "Content-Type: text/x-log; name=a.log\n\nFrau Mayer"))
    assert fix(raw) == raw.replace(b"Frau Mayer", b"Frau Meyer", 1)

    monkeypatch.setattr("msglint.fixing.fix.applied", lambda old, _: old.replace(b"Frau Mayer", b"Frau Meyer"))

    assert "more than the name" in refusal(raw)
