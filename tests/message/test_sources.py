"""Files, archives, folders and standard input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.message.sources import DEFAULT_LIMIT, Draft, read_path, read_stream

MAIL = b"From: Jan <j@example.com>\nTo: Anna <a@example.com>\nSubject: Angebot\n\nHallo Anna\n"
SEPARATOR = b"From j@example.com Tue Mar  3 10:00:00 2026\n"


def put(path: Path, raw: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def read(path: Path) -> list[Draft]:
    return list(read_path(path))


def texts(drafts: list[Draft]) -> list[str | None]:
    return [draft.message.text if draft.message else None for draft in drafts]


def the_error(path: Path, **options: int) -> str:
    (draft,) = read_path(path, **options)
    assert draft.message is None
    assert draft.error is not None
    assert draft.error.de != draft.error.en
    return draft.error.en


@pytest.mark.parametrize(
    ("name", "raw", "text"),
    [
        ("a.eml", MAIL, "Hallo Anna\n"),
        ("A.EML", SEPARATOR + MAIL, "Hallo Anna\n"),
        ("a.emlx", str(len(MAIL)).encode() + b"       \n" + MAIL + b"<?xml version='1.0'?>", "Hallo Anna\n"),
        ("a.txt", "Grüße".encode(), "Grüße"),
        ("a.md", b"# Hallo", "# Hallo"),
        ("a.html", b"<p>Hallo</p>", "Hallo"),
        ("a.htm", b"<p>Hallo</p>", "Hallo"),
        ("ohne", MAIL, "Hallo Anna\n"),
        ("ohne", b"Hallo", "Hallo"),
        ("a.draft", b"<!DOCTYPE html><p>Hallo</p>", "Hallo"),
    ],
)
def test_files(tmp_path: Path, name: str, raw: bytes, text: str) -> None:
    path = put(tmp_path / name, raw)
    (draft,) = read(path)
    assert draft.error is None
    assert draft.message is not None
    assert (draft.path, draft.message.path, draft.message.text) == (str(path), str(path), text)


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("a.msg", b"\xd0\xcf", "save the message as .eml"),
        ("a.eml", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \n", "empty"),
        ("a.eml", b"Hallo Anna,\nbis morgen", "not an e-mail"),
        ("a.txt", b"\0\1\2", "not text"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "not text"),
        ("a.pdf", b"%PDF-1.7\nx", "This is a PDF, not a message; please"),
        ("a.eml", b"%PDF-1.7\nx", "This is a PDF, not a message; please"),
        ("a.rtf", rb"{\rtf1\ansi Hallo}", "This is an RTF document"),
        ("a.docx", b"PK\x03\x04\x14\0\6\0word/", "This is a Word document"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "a document of Office"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, raw: bytes, sentence: str) -> None:
    assert sentence in the_error(put(tmp_path / name, raw))


def test_no_such_file(tmp_path: Path) -> None:
    assert "no such file" in the_error(tmp_path / "nichts.eml")
    assert the_error(Path("a\0b"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is allowed here")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = put(tmp_path / "a.eml", MAIL)
    path.chmod(0)
    assert "permission" in the_error(path)


def test_a_file_over_the_limit_is_told_with_size_and_limit(tmp_path: Path) -> None:
    path = put(tmp_path / "a.eml", MAIL + b"x" * 3_400_000)
    (draft,) = read_path(path, limit=2_500_000)
    assert draft.error is not None
    assert draft.error.en == "The message is larger (3.4 MB) than the limit of 2.5 MB."
    assert draft.error.de == "Die Nachricht ist mit 3,4 MB größer als die Grenze von 2,5 MB."
    assert len(texts(read(path))) == 1
    assert DEFAULT_LIMIT == 25_000_000


@pytest.mark.parametrize("name", ["archive.mbox", "Gesendet"])
def test_mbox(tmp_path: Path, name: str) -> None:
    second = MAIL.replace(b"Hallo Anna", b">From hier\nFrom heute an\n\nFrom allem\n>>From da")
    path = put(tmp_path / name, SEPARATOR + MAIL + b"\n" + SEPARATOR + second + b"\n\n" + SEPARATOR + MAIL)
    drafts = read(path)
    assert [draft.path for draft in drafts] == [f"{path}:1", f"{path}:2", f"{path}:3"]
    assert drafts[1].message is not None
    assert drafts[1].message.text.strip() == "From hier\nFrom heute an\n\nFrom allem\n>From da"
    assert drafts[2].message is not None
    assert drafts[2].message.path == f"{path}:3"


def test_mbox_with_windows_line_ends_and_bare_separators(tmp_path: Path) -> None:
    raw = (SEPARATOR + MAIL + b"\nFrom \n" + MAIL).replace(b"\n", b"\r\n")
    assert texts(read(put(tmp_path / "a.mbox", raw))) == ["Hallo Anna\n\n", "Hallo Anna\n"]


def test_a_large_message_in_an_mbox_does_not_hide_the_others(tmp_path: Path) -> None:
    raw = SEPARATOR + MAIL + b"x" * 5000 + b"\n\n" + SEPARATOR + MAIL
    first, second = read_path(put(tmp_path / "a.mbox", raw), limit=1000)
    assert first.error is not None
    assert "5082 B" in first.error.en
    assert second.message is not None


def test_an_mbox_is_streamed(tmp_path: Path) -> None:
    path = put(tmp_path / "a.mbox", (SEPARATOR + MAIL + b"\n") * 3)
    drafts = read_path(path)
    assert next(drafts).path.endswith(":1")
    drafts.close()  # type: ignore[attr-defined]


def test_folders_are_read_in_order_and_without_what_is_no_mail(tmp_path: Path) -> None:
    put(tmp_path / "b.eml", MAIL)
    put(tmp_path / "a" / "z.txt", b"Hallo")
    put(tmp_path / "a" / "bild.png", b"\x89PNG\0")
    put(tmp_path / "a" / "README", b"Nur Text")
    put(tmp_path / ".hidden.eml", MAIL)
    put(tmp_path / ".git" / "c.eml", MAIL)
    put(tmp_path / "c.eml", b"")
    put(tmp_path / "Inbox", SEPARATOR + MAIL)
    put(tmp_path / "Inbox.msf", b"// index")
    put(tmp_path / "mh" / "1", MAIL)
    names = [Path(draft.path).relative_to(tmp_path).as_posix() for draft in read(tmp_path)]
    assert names == ["Inbox:1", "a/z.txt", "b.eml", "c.eml", "mh/1"]
    assert [draft.error is None for draft in read(tmp_path)] == [True, True, True, False, True]


def test_a_folder_without_messages(tmp_path: Path) -> None:
    put(tmp_path / "a" / "bild.png", b"\x89PNG\0")
    assert the_error(tmp_path) == "There is no message in this folder."


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path / "a.eml", MAIL)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nowhere.eml").symlink_to(tmp_path / "gone")
    assert len(read(tmp_path)) == 1


def test_maildir(tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        put(tmp_path / part / f"1772528400.{part}.host:2,S", MAIL)
        (tmp_path / ".Sent" / part).mkdir(parents=True)
    put(tmp_path / ".Sent" / "cur" / "2.host", MAIL)
    put(tmp_path / "dovecot.index", b"\0")
    names = [Path(draft.path).relative_to(tmp_path).as_posix() for draft in read(tmp_path)]
    assert names == [
        ".Sent/cur/2.host",
        "cur/1772528400.cur.host:2,S",
        "new/1772528400.new.host:2,S",
    ]


@pytest.mark.parametrize(
    ("raw", "text", "known"),
    [
        (MAIL, "Hallo Anna\n", True),
        (b"Received: x\n by y\nX-Other: z\nSubject: a\n\nHallo", "Hallo", True),
        (b"MIME-Version: 1.0\r\n\r\nHallo", "Hallo", True),
        ("An: Anna\nBetreff: x\n\nGrüße".encode(), "Grüße", True),
        (b"Hallo Anna,\n\nSubject: x", "Hallo Anna,\n\nSubject: x", False),
        (b"Frage: wann?\n\nSubject: x", "Frage: wann?\n\nSubject: x", False),
        (b"<html><body>Hallo</body></html>", "Hallo", False),
        (b"From Monday on I am away.\n\nJan", "From Monday on I am away.\n\nJan", False),
    ],
)
def test_standard_input_is_guessed(raw: bytes, text: str, known: bool) -> None:
    (draft,) = read_stream(raw)
    assert draft.path == "-"
    assert draft.message is not None
    assert (draft.message.text, draft.message.headers.known) == (text, known)


def test_an_archive_on_standard_input() -> None:
    drafts = list(read_stream(SEPARATOR + MAIL + b"\n" + SEPARATOR + MAIL))
    assert [draft.path for draft in drafts] == ["-:1", "-:2"]


def test_nothing_on_standard_input() -> None:
    (draft,) = read_stream(b"\n")
    assert draft.error is not None
    assert draft.error.en == "Standard input is empty."
    assert draft.error.de == "Die Standardeingabe ist leer."


def test_an_empty_name() -> None:
    (draft,) = read_path("")
    assert draft.error is not None
    assert draft.error.en == "The file name is empty."


@pytest.mark.parametrize("digits", [13, 5000])
def test_an_emlx_of_absurd_length(tmp_path: Path, digits: int) -> None:
    (draft,) = read(put(tmp_path / "a.emlx", b"9" * digits + b"\n" + MAIL))
    assert draft.error is not None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is allowed here")
def test_folders_that_may_not_be_read(tmp_path: Path) -> None:
    put(tmp_path / "a.eml", MAIL)
    put(tmp_path / "b" / "b.eml", MAIL)
    put(tmp_path / "c" / "c.eml", MAIL)
    put(tmp_path / ".d" / "cur" / "1", MAIL)
    (tmp_path / "b").chmod(0)
    (tmp_path / "c").chmod(0o400)
    (tmp_path / ".d").chmod(0)
    try:
        drafts = read(tmp_path)
        alone = the_error(tmp_path / "b")
    finally:
        for name in ("b", "c", ".d"):
            (tmp_path / name).chmod(0o700)
    names = [Path(draft.path).relative_to(tmp_path).as_posix() for draft in drafts]
    assert names[:2] == ["a.eml", "b"]
    assert names[2:] in (["c/c.eml"], ["c"]), "some file systems do not even tell what an entry is"
    assert [draft.error is None for draft in drafts] == [True, False, False]
    assert alone == "The folder cannot be read: permission denied."


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "a.eml", MAIL)
    put(tmp_path / "b" / "b.eml", MAIL)
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("msglint.message.sources.os.scandir", refuse)
    first, second = read(tmp_path)
    assert first.message is not None
    assert second.error is not None
    assert second.path.endswith("b")
    assert second.error.de == "Der Ordner darf nicht gelesen werden; es fehlen die Rechte."
    assert the_error(tmp_path / "b") == "The folder cannot be read: permission denied."


@given(st.lists(st.one_of(st.sampled_from([SEPARATOR, MAIL, b"\n", b"To:", b"<html>"]), st.binary(max_size=20))))
def test_any_input_gives_drafts(pieces: list[bytes]) -> None:
    for draft in read_stream(b"".join(pieces)):
        assert (draft.message is None) is not (draft.error is None)
