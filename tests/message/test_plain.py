"""Drafts in plain text and the charsets of files."""

from __future__ import annotations

import codecs
import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.message.errors import UnreadableMessageError
from msglint.message.model import Address, Mark
from msglint.message.plain import decode_charset, decode_text, normalise_line_ends, read_html_file, read_plain


def test_line_ends() -> None:
    assert normalise_line_ends("a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "raw",
    [
        "Grüße – Köln".encode(),
        "Grüße – Köln".encode("cp1252"),
        "Grüße – Köln".encode("utf-8-sig"),
        "Grüße – Köln".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Grüße – Köln".encode("utf-16-be"),
        "Grüße – Köln".encode("utf-32"),
    ],
)
def test_charsets_of_files(raw: bytes) -> None:
    assert decode_text(raw) == "Grüße – Köln"


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    assert decode_text("Grüße und Küsse ".encode() + b"\xfc") == "Grüße und Küsse \ufffd"


@pytest.mark.parametrize("raw", [b"%PDF-1.4\n\x00\x01", b"PK\x03\x04" + bytes(range(1, 9)) * 20, b"a\0b"])
def test_binary_files_are_refused_in_both_languages(raw: bytes) -> None:
    with pytest.raises(UnreadableMessageError) as caught:
        decode_text(raw)
    assert "not text" in str(caught.value)
    assert "kein Text" in caught.value.text("de-AT")
    assert caught.value.text("en") == str(caught.value)


def test_a_stray_control_character_is_no_binary_file() -> None:
    assert decode_text(b"Hallo\x01 Welt\x0c") == "Hallo\x01 Welt\x0c"


def test_errors_can_be_sent_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(UnreadableMessageError("Nein.", "No.")))
    assert (error.de, error.en) == ("Nein.", "No.")


@pytest.mark.parametrize(
    ("raw", "declared", "expected"),
    [
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße"),
        ("„Grüße“".encode("cp1252"), "iso-8859-1", "„Grüße“"),
        ("Grüße".encode(), "us-ascii", "Grüße"),
        ("Grüße".encode("cp1252"), "utf-8", "Grüße"),
        ("Grüße".encode("cp850"), "cp-850", "Grüße"),
        ("Grüße".encode("cp1252"), "ansi", "Grüße"),
        ("Grüße".encode(), "x-unheard-of", "Grüße"),
        ("Grüße".encode(), "", "Grüße"),
        ("Grüße".encode(), "idna", "Grüße"),
        ("Grüße".encode(), "base64", "Grüße"),
        ("Grüße".encode(), "\0", "Grüße"),
        ("Grüße".encode("utf-7"), "unicode-1-1-utf-7", "Grüße"),
        ("שלום".encode("iso-8859-8"), "iso-8859-8-i", "שלום"),
        ("Grüße".encode(), '"UTF-8"', "Grüße"),
        (b"+2AA-", "utf-7", "\ufffd"),
    ],
)
def test_declared_charsets(raw: bytes, declared: str, expected: str) -> None:
    assert decode_charset(raw, declared) == expected


def test_a_draft_without_headers() -> None:
    message = read_plain(b"Hallo Anna,\r\n\r\nbis morgen", path="draft.txt")
    assert message.text == "Hallo Anna,\n\nbis morgen"
    assert not message.headers.known
    assert message.attachments is None
    assert message.path == "draft.txt"


@pytest.mark.parametrize("blank", ["\n", "\r\n"])
def test_a_block_of_german_headers(blank: str) -> None:
    lines = [
        "An: Meyer, Anna <a@example.com>,",
        "  b@example.com",
        "Kopie: Jan",
        "Betreff: Grüße",
        "",
        "Hallo",
    ]
    message = read_plain(blank.join(lines).encode())
    assert message.headers.known
    assert message.headers.to == (Address("Meyer, Anna", "a@example.com"), Address("", "b@example.com"))
    assert message.headers.cc == (Address("Jan", ""),)
    assert message.headers.subject == "Grüße"
    assert message.text == "Hallo"
    assert message.attachments is None


def test_a_block_of_english_headers() -> None:
    message = read_plain(b"Subject: Offer\nFrom: Jan <j@example.com>\nReply-To: k@example.com\n\n\nHello")
    assert message.headers.subject == "Offer"
    assert message.headers.from_ == Address("Jan", "j@example.com")
    assert message.headers.reply_to == (Address("", "k@example.com"),)
    assert message.text == "\nHello"


@pytest.mark.parametrize(
    "text",
    [
        "Hallo Anna,\nBetreff: das Angebot\n\nGruß",
        "An: Anna\nich habe eine Frage\n\nGruß",
        "An: Anna\nBitte: bis morgen\n\nGruß",
        "Datum: morgen\nAn: Anna\n\nGruß",
        "Von: Anna\nGesendet: Montag\nAn: Jan\nBetreff: Frage\n\nHallo Jan",
        "From: Anna\nSent: Monday\nTo: Jan\nSubject: Question\n\nHello Jan",
        "\nAn: Anna\n\nGruß",
        "",
    ],
)
def test_what_is_no_block_of_headers(text: str) -> None:
    message = read_plain(text.encode())
    assert message.text == text
    assert not message.headers.known


def test_html_file() -> None:
    html = '<meta charset="iso-8859-1"><p>Grüße</p><blockquote type="cite">alt</blockquote>'
    message = read_html_file(html.encode("latin-1"))
    assert message.html
    assert message.text == "Grüße\n\nalt"
    assert [stretch.mark for stretch in message.marked] == [Mark.QUOTE]


def test_html_file_that_lies_about_its_charset() -> None:
    html = '<meta charset="utf-16"><p>Grüße</p>'
    assert read_html_file(html.encode()).text == "Grüße"


@given(st.binary())
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    for read in (read_plain, read_html_file):
        try:
            message = read(raw)
        except UnreadableMessageError:
            continue
        message.text.encode()
        assert "\r" not in message.text


@pytest.mark.parametrize(
    ("reading", "unwanted"),
    [
        (
            "from msglint.message.plain import read_plain; read_plain(b'An: Anna <a@example.com>\\n\\nHallo')",
            {"email", "selectolax", "html", "pathlib"},
        ),
        ("from msglint.message.eml import read_eml; read_eml(b'Subject: x\\n\\nHallo')", {"selectolax", "html"}),
    ],
    ids=["txt", "eml"],
)
def test_a_draft_without_html_needs_no_heavy_import(reading: str, unwanted: set[str]) -> None:
    code = f"import sys; {reading}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not unwanted & set(done.stdout.split())
