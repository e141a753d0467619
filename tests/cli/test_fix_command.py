"""`msglint check --fix` and `--diff`."""

from __future__ import annotations

import base64
import errno
import json
import mailbox
import os
import quopri
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Process, Run

TEXT = (
    "Sehr geehrte Frau Mayer,\r\n\r\nvielen Dank für das Gespräch. Ich schicke Ihnen den Entwurf bis Freitag.\n\n"
    "Mit freundlichen Grüßen\nTom Weiß\n"
)
HEADERS = (
    "From: Tom Weiß <tom@example.com>\nTo: Anna Meyer <a.meyer@example.org>\nSubject: Angebot 4711\n"
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
)
MAIL = (HEADERS + TEXT).encode()
RIGHT = MAIL.replace(b"Mayer", b"Meyer")
GOOD = b"draft.eml  Grade A (100 of 100)  Nothing to improve.\n"


@pytest.fixture(autouse=True)
def draft(folder: Path) -> Path:
    path = folder / "draft.eml"
    path.write_bytes(MAIL)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".git")


# --fix


def test_the_file_gets_the_right_name_and_is_checked_again(run: Run, draft: Path) -> None:
    assert run("check", "draft.eml").exit_code == 1

    result = run("check", "--fix", "draft.eml")

    assert (result.exit_code, result.stdout_bytes) == (0, GOOD)
    assert result.stderr == "draft.eml: 1 name corrected ('Mayer' → 'Meyer')\n"
    assert draft.read_bytes() == RIGHT
    assert names(draft.parent) == ["draft.eml"]


def test_a_second_time_there_is_nothing_to_do(run: Run, draft: Path) -> None:
    run("check", "--fix", "draft.eml")
    before = draft.stat()

    result = run("check", "--fix", "draft.eml")

    assert (result.exit_code, result.stdout_bytes, result.stderr) == (0, GOOD, "")
    assert draft.stat().st_ino == before.st_ino


def test_it_speaks_german(run: Run) -> None:
    result = run("check", "--fix", "draft.eml", "--ui-language", "de")

    assert result.stderr == "draft.eml: 1 Name berichtigt („Mayer“ → „Meyer“)\n"


def test_two_names(run: Run, draft: Path) -> None:
    raw = MAIL.replace(b"Frau Mayer", b"Frau Mayer, sehr geehrter Herr Mller")
    draft.write_bytes(raw.replace(b"org>\n", "org>, Tom Müller <tom@example.org>\n".encode(), 1))

    result = run("check", "--fix", "draft.eml")

    assert result.stderr == "draft.eml: 2 names corrected ('Mayer' → 'Meyer', 'Mller' → 'Müller')\n"
    assert "Frau Meyer, sehr geehrter Herr Müller,".encode() in draft.read_bytes()


def test_the_recipient_from_the_command_line(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_bytes(TEXT.encode("utf-16"))

    run("check", "--fix", "draft.txt", "--to", "Anna Meyer <anna@example.org>")

    assert (folder / "draft.txt").read_bytes() == TEXT.replace("Mayer", "Meyer").encode("utf-16")


def test_what_is_left_decides_the_status(run: Run, draft: Path) -> None:
    draft.write_bytes(MAIL.replace("Mit freundlichen Grüßen".encode(), b"MfG"))

    result = run("check", "--fix", "--fail-on", "warning", "draft.eml")

    assert result.exit_code == 1
    assert "[closing.abbreviated]" in result.stdout
    assert "recipient.misspelled" not in result.stdout
    assert b"Frau Meyer," in draft.read_bytes()


def test_json_is_the_state_afterwards(run: Run) -> None:
    result = run("check", "--fix", "--output-format", "json", "draft.eml")

    message = json.loads(result.stdout)["messages"][0]
    assert (message["path"], message["findings"], message["grade"]["letter"]) == ("draft.eml", [], "A")


def test_mode_and_links_stay(run: Run, draft: Path) -> None:
    draft.chmod(0o640)
    link = draft.parent / "link.eml"
    link.symlink_to("draft.eml")

    run("check", "--fix", "link.eml")

    assert link.is_symlink()
    assert draft.read_bytes() == RIGHT
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640


def test_folders_and_maildirs(run: Run, folder: Path, draft: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (folder / "box" / part).mkdir(parents=True)
    delivered = folder / "box" / "cur" / "1:2,S"
    delivered.write_bytes(MAIL)

    result = run("check", "--fix", ".")

    assert result.stderr.count("1 name corrected") == 2
    assert draft.read_bytes() == delivered.read_bytes() == RIGHT
    assert [path.name for path in delivered.parent.iterdir()] == ["1:2,S"]


def test_an_archive_stays(run: Run, folder: Path) -> None:
    box = mailbox.mbox(folder / "all.mbox")
    box.add(MAIL)
    box.add(MAIL)
    box.close()
    before = (folder / "all.mbox").read_bytes()

    for option in ("--fix", "--diff"):
        result = run("check", option, "all.mbox")
        assert result.exit_code == 1
        assert result.stderr.count(f"all.mbox: Not corrected: An mbox may hold several messages; {option} needs") == 1
        assert (folder / "all.mbox").read_bytes() == before


def test_what_cannot_be_fixed_is_told_and_the_others_are_fixed(run: Run, folder: Path, draft: Path) -> None:
    ascii_mail = b"To: Hans M\xc3\xbcller <h@example.org>\nSubject: Offer\n\nDear Mr Mller,\n\nthank you.\n\nTom\n"
    (folder / "ascii.eml").write_bytes(ascii_mail)

    result = run("check", "--fix", "ascii.eml", "draft.eml")

    assert "msglint: ascii.eml: Not corrected: 'Müller' cannot be written in the charset" in result.stderr
    assert (folder / "ascii.eml").read_bytes() == ascii_mail
    assert draft.read_bytes() == RIGHT


# Standard input


def test_standard_input_is_passed_on_and_the_report_goes_to_standard_error(process: Process) -> None:
    done = process("check", "--fix", "-", stdin=MAIL)

    assert (done.returncode, done.stdout) == (0, RIGHT)
    assert done.stderr.decode().splitlines() == [
        "standard input: 1 name corrected ('Mayer' → 'Meyer')",
        "standard input  Grade A (100 of 100)  Nothing to improve.",
    ]


@pytest.mark.parametrize("raw", [RIGHT, b"", b"\x00\x01\xff" * 50, b"From x Sat Nov 21 21:13:32 2026\n" + MAIL])
def test_standard_input_that_stays_is_passed_on_as_it_is(run: Run, raw: bytes) -> None:
    assert run("check", "--fix", "-", stdin=raw).stdout_bytes == raw


def test_standard_input_that_is_too_much_is_passed_on_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.cli.filter.DEFAULT_LIMIT", len(MAIL) - 20)
    raw = MAIL + b"x" * 5000

    assert run("check", "--fix", "-", stdin=raw).stdout_bytes == RIGHT + b"x" * 5000


def test_standard_input_that_is_too_large_is_told_without_its_size(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = MAIL + b"x" * 25_000_000

    for language, sentence in (
        ("de", "Standardeingabe: Die Nachricht ist größer als die Grenze von 25,0 MB."),
        ("en", "standard input: The message is larger than the limit of 25.0 MB."),
    ):
        result = run("check", "--fix", "-", "--ui-language", language, stdin=raw)
        assert (result.exit_code, result.stdout_bytes == raw) == (2, True)
        assert f"msglint: {sentence}\n" in result.stderr


def test_standard_input_has_a_name_in_sentences(run: Run) -> None:
    archive = b"From x Sat Nov 21 21:13:32 2026\n" + MAIL + b"\n\nFrom x Sat Nov 21 21:13:33 2026\n%PDF-\n"

    german = run("check", "--fix", "-", "--ui-language", "de", stdin=archive)

    assert "msglint: Standardeingabe: Nicht berichtigt: Eine mbox kann mehrere Nachrichten enthalten; --fix" in (
        german.stderr
    )
    assert "msglint: Standardeingabe:2: Das ist ein PDF" in german.stderr
    assert json.loads(run("check", "-", "--output-format", "json", stdin=b"").stdout)["messages"][0]["path"] == "-"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--config", "missing.yaml"],
        ["--config", "wrong.yaml"],
        ["--contacts", "missing.csv"],
        ["--profile", "nonsense"],
        ["--to", " "],
        ["--in-reply-to", "missing.eml"],
        ["--diff"],
        ["--config", "a", "--isolated"],
        ["--nonsense"],
        ["--ui-language", "xx"],
        ["--min-grade"],
    ],
)
@pytest.mark.parametrize("raw", [MAIL, b"\x00\xff" * 40, b"", b"From x Sat Nov 21 21:13:32 2026\n" + MAIL])
def test_whatever_is_wrong_standard_input_is_passed_on(
    run: Run, folder: Path, arguments: list[str], raw: bytes
) -> None:
    (folder / "wrong.yaml").write_text("profil: x\n", encoding="utf-8")

    result = run("check", "--fix", "-", *arguments, stdin=raw)

    assert (result.exit_code, result.stdout_bytes) == (2, raw)
    assert result.stderr.count("\n") == 1
    if arguments != ["--diff"]:
        assert run("check", *arguments, "-", stdin=raw).stdout_bytes == b""


@pytest.mark.parametrize("arguments", [["--config", "missing.yaml"], ["--nonsense"]])
def test_standard_input_is_passed_on_where_no_path_is_named(process: Process, arguments: list[str]) -> None:
    done = process("check", "--fix", *arguments, stdin=MAIL)

    assert (done.returncode, done.stdout) == (2, MAIL)


def test_an_error_in_the_middle_passes_on_what_was_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("msglint.cli.check.Output.write", write)

    result = run("check", "--fix", "-", stdin=MAIL)

    assert (result.exit_code, result.stdout_bytes) == (2, MAIL)


# --diff


def test_a_diff_writes_nothing(run: Run, draft: Path) -> None:
    before = draft.stat()

    result = run("check", "--diff", "draft.eml")

    assert result.exit_code == 1
    assert result.stderr == ""
    assert result.stdout == (
        "--- draft.eml\n+++ draft.eml\n@@ -4,7 +4,7 @@\n Content-Type: text/plain; charset=utf-8\n"
        " Content-Transfer-Encoding: 8bit\n \n-Sehr geehrte Frau Mayer,\n+Sehr geehrte Frau Meyer,\n \n"
        " vielen Dank für das Gespräch. Ich schicke Ihnen den Entwurf bis Freitag.\n \n"
    )
    assert draft.read_bytes() == MAIL
    assert (draft.stat().st_mtime_ns, draft.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert names(draft.parent) == ["draft.eml"]


@pytest.mark.parametrize(
    ("language", "sentence"), [("de", "Von selbst lässt sich nichts"), ("en", "Nothing can be mended")]
)
def test_a_diff_says_where_nothing_can_be_mended(run: Run, draft: Path, language: str, sentence: str) -> None:
    draft.write_bytes(MAIL.replace(b"Mayer", b"Schulz"))

    result = run("check", "--diff", "draft.eml", "--ui-language", language)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"msglint: {sentence}")
    assert result.stderr.count("\n") == 1


SHOWN = [
    "-Sehr geehrter Herr Müler,",
    "+Sehr geehrter Herr Müller,",
    " ",
    " vielen Dank für das Gespräch. Ich schicke Ihnen den Entwurf bis Freitag.",
    " ",
]


def encoded(text: str, encoding: str, charset: str) -> bytes:
    raw = text.encode(charset)
    return {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(encoding, bytes)(raw)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("emlx", [False, True])
def test_a_diff_of_a_mail_shows_its_words(run: Run, folder: Path, encoding: str, charset: str, *, emlx: bool) -> None:
    head = HEADERS.replace("utf-8", charset).replace("8bit", encoding).replace("Anna Meyer", "Tom Müller")
    text = TEXT.replace("\r\n", "\n").replace("Frau Mayer", "Herr Müler").replace("geehrte ", "geehrter ")
    raw = head.encode() + encoded(text, encoding, charset)
    path = folder / ("words.emlx" if emlx else "words.eml")
    path.write_bytes(b"%d\n" % len(raw) + raw if emlx else raw)

    shown = run("check", "--diff", path.name).stdout.splitlines()

    assert shown[-len(SHOWN) :] == SHOWN
    changed = [line for line in shown[2:] if line.startswith(("-", "+"))]
    # Apple's format begins with the length of the mail, which may change, too.
    assert [line for line in changed if not line[1:].strip().isdigit()] == SHOWN[:2]


def test_a_diff_of_two_versions_shows_the_words_of_both(run: Run, draft: Path) -> None:
    text = TEXT.replace("\r\n", "\n").replace("Frau Mayer", "Herr Müler").replace("geehrte ", "geehrter ")
    part = "--b\nContent-Type: text/{}; charset=utf-8\nContent-Transfer-Encoding: {}\n\n"
    head = HEADERS.partition("Content-Type")[0].replace("Anna Meyer", "Tom Müller")
    draft.write_bytes(
        (head + 'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n').encode()
        + part.format("plain", "quoted-printable").encode()
        + encoded(text, "quoted-printable", "utf-8")
        + part.format("html", "base64").encode()
        + encoded("<p>" + text.replace("\n\n", "</p>\n\n<p>") + "</p>", "base64", "utf-8")
        + b"--b--\n"
    )

    shown = run("check", "--diff", "draft.eml").stdout.splitlines()

    assert [line for line in shown[2:] if line.startswith(("-", "+"))] == [
        "-Sehr geehrter Herr Müler,",
        "+Sehr geehrter Herr Müller,",
        "-<p>Sehr geehrter Herr Müler,</p>",
        "+<p>Sehr geehrter Herr Müller,</p>",
    ]


def test_a_diff_of_what_is_right_is_empty(run: Run, draft: Path) -> None:
    draft.write_bytes(RIGHT)

    result = run("check", "--diff", "draft.eml", MSGLINT_OUTPUT_FORMAT="json")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize("output_format", ["json", "concise"])
def test_a_diff_has_no_other_form(run: Run, output_format: str) -> None:
    for language, words in (("de", "bitte nur eines von beiden"), ("en", "please use one of them")):
        result = run("check", "--diff", "--output-format", output_format, "draft.eml", "--ui-language", language)

        assert (result.exit_code, result.stdout) == (2, "")
        assert f"--output-format {output_format}" in result.stderr
        assert words in result.stderr
        assert result.stderr.count("\n") == 1


def test_a_diff_of_text_shows_its_characters(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_bytes("Grüezi Frau Mayer,\n\nguten Tag".encode("utf-16"))

    result = run("check", "--diff", "draft.txt", "--to", "Anna Meyer <anna@example.org>")

    assert result.stdout.splitlines()[2:] == [
        "@@ -1,3 +1,3 @@",
        "-Grüezi Frau Mayer,",
        "+Grüezi Frau Meyer,",
        " ",
        " guten Tag",
        "\\ No newline at end of file",
    ]


def test_a_diff_far_down_has_the_right_lines(run: Run, draft: Path) -> None:
    page = "<!--\n" + "x\n" * 40 + "-->\n<p>Sehr geehrte Frau Mayer,</p>\n" + "<p>x</p>\n" * 40
    alternative = (
        'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n'
        "--b\nContent-Type: text/plain; charset=utf-8\n\nSehr geehrte Frau Mayer,\n\nx\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{page}\n--b--\n"
    )
    source = HEADERS.partition("Content-Type")[0] + alternative
    draft.write_text(source, encoding="utf-8")

    result = run("check", "--diff", "draft.eml")

    hunks = [line for line in result.stdout.splitlines() if line.startswith("@@")]
    places = [number for number, line in enumerate(source.split("\n"), 1) if "Frau Mayer" in line]
    assert hunks == [f"@@ -{number - 3},7 +{number - 3},7 @@" for number in places]
    assert len(hunks) == 2


def test_a_diff_in_colour(run: Run) -> None:
    assert "\x1b[32m+Sehr geehrte Frau Meyer," in run("check", "--diff", "draft.eml", FORCE_COLOR="1").stdout
    assert "\x1b" not in run("check", "--diff", "draft.eml", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_a_diff_of_standard_input(run: Run) -> None:
    result = run("check", "--diff", "-", stdin=MAIL)

    assert "+Sehr geehrte Frau Meyer," in result.stdout
    assert result.exit_code == 1


@pytest.mark.parametrize(("language", "words"), [("de", "nur eines von beiden"), ("en", "use one of them")])
def test_both_together_are_an_error(run: Run, draft: Path, process: Process, language: str, words: str) -> None:
    done = process("check", "--fix", "--diff", "draft.eml", "--ui-language", language)

    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr.decode()
    assert draft.read_bytes() == MAIL


# When the file cannot be written


def unchanged(run: Run, draft: Path, words: str) -> None:
    result = run("check", "--fix", "draft.eml")

    assert result.exit_code == 1
    assert result.stderr.startswith("msglint: draft.eml: Not corrected: ")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert "[recipient.misspelled]" in result.stdout
    assert names(draft.parent) == ["draft.eml"]


def test_a_read_only_file(run: Run, draft: Path) -> None:
    draft.chmod(0o444)

    unchanged(run, draft, "write-protected")
    assert draft.read_bytes() == MAIL


def test_a_read_only_folder(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mkstemp(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", mkstemp)

    unchanged(run, draft, "write-protected")
    assert draft.read_bytes() == MAIL


def test_a_full_disk(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)

    unchanged(run, draft, "cannot be written (the disk is full)")
    assert "(der Datenträger ist voll)" in run("check", "--fix", "draft.eml", "--ui-language", "de").stderr
    assert draft.read_bytes() == MAIL


def test_a_file_that_the_user_may_not_write_in_a_folder_of_theirs(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and allowed(path, mode))

    unchanged(run, draft, "write-protected")
    assert draft.read_bytes() == MAIL


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_owner_and_group_stay(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.chown(draft, 1234, 2345)
    with monkeypatch.context() as patched:
        patched.setattr(os, "chown", lambda *_: (_ for _ in ()).throw(PermissionError(errno.EPERM, "")))
        unchanged(run, draft, "belongs to another user or group")
    assert draft.read_bytes() == MAIL

    run("check", "--fix", "draft.eml")

    assert draft.read_bytes() == RIGHT
    assert (draft.stat().st_uid, draft.stat().st_gid) == (1234, 2345)


def test_a_file_that_somebody_else_changes(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: draft.write_bytes(MAIL + b"PS"))

    unchanged(run, draft, "has changed since it was checked")
    assert draft.read_bytes() == MAIL + b"PS"


def test_a_size_in_the_file_name(run: Run, draft: Path) -> None:
    for raw, words in ((MAIL.replace(b"Mayer", b"Meer"), "written the size into the file name"), (MAIL, "1 name")):
        path = draft.with_name(f"1.host,S={len(raw)}:2,S")
        path.write_bytes(raw)

        assert words in run("check", "--fix", str(path)).stderr
        assert len(path.read_bytes()) == len(raw)
        path.unlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_a_pipe_is_not_read_twice(process: Process, folder: Path) -> None:
    os.mkfifo(folder / "pipe.eml")
    writer = threading.Thread(target=(folder / "pipe.eml").write_bytes, args=[MAIL])
    writer.start()

    done = process("check", "--fix", "pipe.eml")

    writer.join()
    assert done.returncode == 1
    assert "no regular file" in done.stderr.decode()


def test_an_interrupt(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", fsync)

    assert run("check", "--fix", "draft.eml").exit_code == 130
    assert draft.read_bytes() == MAIL
    assert names(draft.parent) == ["draft.eml"]


# Properties

PLACES = st.lists(st.tuples(st.integers(0, len(MAIL)), st.integers(0, 5), st.binary(max_size=4)), max_size=5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLACES, st.sampled_from(["draft.eml", "draft.txt", "draft.html", "draft.emlx"]))
def test_broken_bytes_end_in_a_sentence_and_a_diff_never_writes(
    run: Run, folder: Path, places: list[tuple[int, int, bytes]], name: str
) -> None:
    broken = bytearray(MAIL)
    for at, size, new in places:
        broken[at : at + size] = new
    raw = bytes(broken)
    path = folder / "any" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)

    shown = run("check", "--diff", str(path))
    after_diff = path.read_bytes()
    fixed = run("check", "--fix", str(path), "--fail-on", "never")

    assert after_diff == raw
    assert shown.exit_code in (0, 1, 2)
    assert fixed.exit_code in (0, 2)
    assert "Internal error" not in shown.stderr + fixed.stderr
    assert bool(shown.stdout) == (path.read_bytes() != raw)
    assert names(path.parent) == [name]
    path.unlink()
