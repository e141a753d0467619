"""`msglint check`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from msglint.linter import Linter
from msglint.message.model import Message, Relationship
from msglint.report import Report

from .conftest import Process, Run

GOOD = (
    "Sehr geehrte Frau Meyer,\n\nvielen Dank für das Gespräch. Ich schicke Ihnen den Entwurf bis Freitag.\n\n"
    "Mit freundlichen Grüßen\nTom Weiß\n"
)
WEAK = GOOD.replace("Mit freundlichen Grüßen", "MfG")
BAD = "kontaktpflege\n"
MAIL = "From: Tom <tom@example.com>\nTo: Anna Meyer <a.meyer@example.org>\nSubject: Angebot\n\n"


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> None:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "weak.txt").write_text(WEAK, encoding="utf-8")
    (folder / "bad.txt").write_text(BAD, encoding="utf-8")


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Message]]:
    """The messages that the linter gets to see."""
    seen: list[Message] = []

    def check(self: Linter, message: Message) -> Report:
        seen.append(message)
        return Report(message.path, "de", message.channel.value, "default", None)

    monkeypatch.setattr(Linter, "check", check)
    return seen


# Exit status


def test_nothing_found(run: Run) -> None:
    result = run("check", "good.txt")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "good.txt  Grade A (100 of 100)  Nothing to improve.\n"


def test_an_error_fails(run: Run) -> None:
    result = run("check", "bad.txt")

    assert result.exit_code == 1
    assert "[boilerplate.networking]" in result.stdout
    assert "    1 | kontaktpflege\n      | ^^^^^^^^^^^^^\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 0),
        (["--fail-on", "error"], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "suggestion"], 1),
        (["--fail-on", "never"], 0),
        (["--min-grade", "A"], 1),
        (["--min-grade", "F"], 0),
        (["--fail-on", "never", "--min-grade", "A"], 1),
        (["--ignore", "closing", "--fail-on", "suggestion"], 0),
        (["--select", "closing.abbreviated", "--fail-on", "warning"], 1),
        (["--select", "salutation,body", "--fail-on", "suggestion"], 0),
    ],
)
def test_the_threshold(run: Run, arguments: list[str], status: int) -> None:
    assert run("check", "weak.txt", *arguments).exit_code == status


def test_the_worst_message_decides(run: Run) -> None:
    assert run("check", "good.txt", "bad.txt", "good.txt").exit_code == 1
    assert run("check", "bad.txt", "none.txt", "good.txt").exit_code == 2


def test_the_configuration_holds_and_the_command_line_wins(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("fail-on: warning\nui-language: de\n", encoding="utf-8")

    configured = run("check", "weak.txt")

    assert configured.exit_code == 1
    assert "Note B" in configured.stdout
    assert run("check", "weak.txt", "--fail-on", "error").exit_code == 0
    assert run("check", "weak.txt", "--isolated").exit_code == 0
    assert "Grade B" in run("check", "weak.txt", "--ui-language", "en").stdout


def test_a_configuration_by_name(run: Run, folder: Path) -> None:
    (folder / "strict.yaml").write_text("min-grade: A\n", encoding="utf-8")

    assert run("check", "weak.txt", "--config", "strict.yaml").exit_code == 1


# Bad input


def bad_inputs(folder: Path) -> dict[str, str]:
    """What cannot be read, by the argument, with words of the sentence."""
    (folder / "empty.eml").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\n")
    (folder / "binary.dat").write_bytes(bytes(range(256)) * 50)
    (folder / "nothing").mkdir()
    (folder / "nothing" / "notes.log").write_text("x", encoding="utf-8")
    (folder / "huge.txt").write_bytes(b"Guten Tag.\n" * 3_000_000)
    return {
        "empty.eml": "empty",
        "blank.txt": "empty",
        "binary.dat": "binary",
        "nothing": "no message in this folder",
        "huge.txt": "larger",
        "missing.eml": "no such file",
    }


def test_what_cannot_be_read_is_told_and_the_others_are_checked(process: Process, folder: Path) -> None:
    expected = bad_inputs(folder)

    done = process("check", *expected, "good.txt")

    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert len(lines) == len(expected)
    for line, (path, words) in zip(lines, expected.items(), strict=True):
        assert line.startswith(f"msglint: {path}: ")
        assert words in line
    assert "good.txt  Grade A" in done.stdout.decode()


def test_what_cannot_be_read_is_an_entry_in_json(run: Run, folder: Path) -> None:
    expected = bad_inputs(folder)

    result = run("check", "--output-format", "json", *expected, "good.txt")

    messages = json.loads(result.stdout)["messages"]
    assert (result.exit_code, result.stderr) == (2, "")
    assert [message["path"] for message in messages] == [*expected, "good.txt"]
    assert all(message["error"] and message["grade"] is None for message in messages[:-1])
    assert messages[-1]["grade"]["letter"] == "A"


@pytest.mark.parametrize(
    "raw",
    [
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=odd\n\nHallo\n",
        b"Content-Type: multipart/mixed\n\nHallo Anna,\n",
        b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!\n",
        b"Subject: =?utf-8?b?////?=\nTo: <<<>>>,,;\n\nHallo\xff\xfe\n",
        b"From " + b"x" * 5000,
        b"\xff\xfeH\x00a\x00l\x00l\x00o\x00",
        b"\x00" * 100,
    ],
)
def test_broken_mail_never_ends_in_a_traceback(process: Process, folder: Path, raw: bytes) -> None:
    (folder / "broken.eml").write_bytes(raw)

    for done in (process("check", "broken.eml", "good.txt"), process("check", stdin=raw)):
        assert done.returncode in (0, 1, 2)
        assert b"Traceback" not in done.stderr
        assert done.stderr.count(b"\n") <= 1


def test_an_error_inside_is_a_sentence_without_text_of_the_mail(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(self: Linter, message: Message) -> Report:
        raise ValueError(message.text)

    monkeypatch.setattr(Linter, "check", check)

    result = run("check", "bad.txt", "good.txt")

    assert result.exit_code == 2
    assert "kontaktpflege" not in result.output
    assert result.stderr.count("Internal error (ValueError)") == 2


def test_an_error_inside_is_raised_on_demand(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Linter, "check", lambda self, message: 1 / 0)

    assert isinstance(run("check", "bad.txt", MSGLINT_DEBUG="1").exception, ZeroDivisionError)


# Standard input


@pytest.mark.parametrize("arguments", [["check"], ["check", "-"]])
def test_a_draft_on_standard_input(process: Process, arguments: list[str]) -> None:
    done = process(*arguments, stdin=BAD.encode())

    assert done.returncode == 1
    assert done.stdout.startswith(b"standard input  Grade F")


def test_a_mail_on_standard_input(run: Run) -> None:
    result = run("check", "--output-format", "json", stdin=MAIL + GOOD)

    (message,) = json.loads(result.stdout)["messages"]
    assert (message["path"], message["grade"]["letter"]) == ("-", "A")


def test_an_archive_on_standard_input(run: Run) -> None:
    archive = f"From tom@example.com Mon Mar  2 10:00:00 2026\n{MAIL}{GOOD}\n" * 3

    result = run("check", "--output-format", "json", stdin=archive)

    assert [message["path"] for message in json.loads(result.stdout)["messages"]] == ["-:1", "-:2", "-:3"]


def test_too_much_on_standard_input(process: Process) -> None:
    done = process("check", stdin=b"Guten Tag.\n" * 3_000_000)

    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_nothing_on_standard_input(process: Process) -> None:
    done = process("check")

    assert (done.returncode, done.stderr) == (2, b"msglint: standard input: Standard input is empty.\n")


def test_a_terminal_and_no_path(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.cli.check.is_terminal", lambda stream: True)

    result = run("check")

    assert result.exit_code == 2
    assert result.stderr.startswith("msglint: What is to be checked? For example 'msglint check draft.eml'")


# What the command line says about the message


def test_what_is_given_is_put_into_the_message(run: Run, folder: Path, checked: list[Message]) -> None:
    (folder / "theirs.eml").write_text(MAIL + GOOD, encoding="utf-8")

    run(
        "check", "good.txt", "--to", "Dr. Anna Meyer <a.meyer@example.com>", "--to", "b@example.com",
        "--cc", "c@example.com", "--from", "Tom Weiß <tom@example.com>", "--subject", "Angebot",
        "--in-reply-to", "theirs.eml", "--channel", "contact-request", "--audience", "prospect",
        "--relationship", "none", "--lang", "de-CH",
    )  # fmt: skip

    (message,) = checked
    headers = message.headers
    assert [address.email for address in headers.to] == ["a.meyer@example.com", "b@example.com"]
    assert headers.to[0].name == "Dr. Anna Meyer"
    assert [address.email for address in headers.cc] == ["c@example.com"]
    assert headers.from_ is not None
    assert (headers.from_.name, headers.subject, headers.in_reply_to) == ("Tom Weiß", "Angebot", True)
    assert message.answers is not None
    assert message.answers.headers.subject == "Angebot"
    assert message.channel.value == "contact-request"
    assert message.audience is not None
    assert message.audience.value == "prospect"
    assert message.given_relationship is Relationship.NONE
    assert message.given_language == "de-CH"


def test_what_is_not_given_stays(run: Run, folder: Path, checked: list[Message]) -> None:
    (folder / "mine.eml").write_text(MAIL + GOOD, encoding="utf-8")

    run("check", "mine.eml", "--subject", "Neu")

    (message,) = checked
    assert message.headers.known
    assert message.headers.subject == "Neu"
    assert [address.email for address in message.headers.to] == ["a.meyer@example.org"]
    assert (message.answers, message.given_language, message.given_relationship) == (None, None, None)


def test_an_answered_message_that_cannot_be_read(run: Run) -> None:
    result = run("check", "good.txt", "--in-reply-to", "none.eml")

    assert (result.exit_code, result.stderr) == (
        2,
        "msglint: --in-reply-to none.eml: There is no such file.\n",
    )


def test_no_address_where_one_should_be(run: Run) -> None:
    result = run("check", "good.txt", "--to", " ")

    assert result.exit_code == 2
    assert result.stderr.startswith("msglint: --to: there is neither a name nor an address in ' '")


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "english", "german"),
    [
        (
            ["--tto", "x"],
            "No such option '--tto'; did you mean '--to'?",
            "Die Option „--tto“ gibt es nicht; gemeint ist wohl „--to“.",
        ),
        (
            ["--subject"],
            "Option '--subject' requires an argument.",
            "Die Option „--subject“ braucht einen Wert.",
        ),
        (
            ["--isolated=1"],
            "Option '--isolated' does not take a value.",
            "Die Option „--isolated“ nimmt keinen Wert.",
        ),
        (["--fail-on", "eror"], "--fail-on cannot be 'eror'", "--fail-on kann nicht „eror“ sein"),
        (["--select", "salutatoin"], "did you mean 'salutation'?", "gemeint ist wohl „salutation“."),
        (
            ["--config", "none.yaml"],
            "none.yaml: there is no such file.",
            "none.yaml: Die Datei gibt es nicht.",
        ),
        (
            ["--config", "x", "--isolated"],
            "--config and --isolated contradict",
            "--config und --isolated widersprechen",
        ),
        (
            ["--profile", "colleage"],
            "there is no profile 'colleage'; did you mean 'colleague'?",
            "Das Profil „colleage“ gibt es nicht; gemeint ist wohl „colleague“",
        ),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(run: Run, arguments: list[str], english: str, german: str) -> None:
    in_english = run("check", "good.txt", *arguments)
    in_german = run("--ui-language", "de", "check", "good.txt", *arguments)

    assert english in in_english.stderr
    assert german in in_german.stderr
    for result in (in_english, in_german):
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_the_later_ui_language_wins(run: Run) -> None:
    for first, last, word in (("de", "en", "Grade"), ("en", "de", "Note")):
        arguments = ["--ui-language", first, "check", "good.txt", f"--ui-language={last}"]
        assert f"{word} A" in run(*arguments).stdout
        assert (
            run(*arguments[:2], "check", "--ui-language", last, "--help").stdout
            == run("check", "--help", "--ui-language", last).stdout
        )


def test_a_wrong_ui_language(run: Run) -> None:
    for arguments in (
        ["--ui-language", "fr", "check", "good.txt"],
        ["check", "good.txt", "--ui-language", "fr"],
    ):
        result = run(*arguments)
        assert (result.exit_code, result.stderr) == (
            2,
            "msglint: --ui-language cannot be 'fr'; it may be de or en.\n",
        )


def test_an_unknown_command(run: Run) -> None:
    assert run("chekc").stderr == "msglint: There is no command 'chekc'; did you mean 'check'?\n"
    assert (
        run("chekc", LANG="de_DE.UTF-8").stderr
        == "msglint: Den Befehl „chekc“ gibt es nicht; gemeint ist wohl „check“.\n"
    )
    assert run("--ui-language", "de", "xyz").exit_code == 2


def test_no_command_shows_the_help(run: Run) -> None:
    result = run()

    assert result.exit_code == 2
    assert result.stdout.startswith("Usage: msglint [OPTIONS] COMMAND [ARGS]...")


# Languages


@pytest.mark.parametrize(
    ("environ", "heading"),
    [
        ({"LANG": "de_DE.UTF-8"}, "Aufruf: "),
        ({"LANG": "de_AT"}, "Aufruf: "),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_CH.UTF-8"}, "Aufruf: "),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_US.UTF-8"}, "Usage: "),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:en"}, "Aufruf: "),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:de"}, "Aufruf: "),
        ({"LANG": "C", "LANGUAGE": "de"}, "Usage: "),
        ({"LANG": "fr_FR.UTF-8"}, "Usage: "),
        ({"LANG": ""}, "Usage: "),
        ({"MSGLINT_UI_LANGUAGE": "de"}, "Aufruf: "),
    ],
)
def test_help_follows_the_locale(run: Run, environ: dict[str, str], heading: str) -> None:
    assert run("check", "--help", **environ).stdout.startswith(heading)


def test_the_option_decides_before_and_after_the_command(run: Run) -> None:
    for arguments in (["--ui-language=de", "check", "--help"], ["check", "--help", "--ui-language", "de"]):
        shown = run(*arguments).stdout
        assert shown.startswith("Aufruf: msglint check [OPTIONEN] [PFAD... | -]")
        assert "Optionen:" in shown
        assert "Diese Hilfe anzeigen." in shown
        assert "Options" not in shown


def test_help_follows_the_configuration_and_survives_a_broken_one(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("ui-language: de\n", encoding="utf-8")
    assert run("--help").stdout.startswith("Aufruf: ")

    (folder / ".msglint.yaml").write_text("[", encoding="utf-8")
    assert run("--help").exit_code == 0


def test_the_overview_names_all_commands(run: Run) -> None:
    shown = run("--help", "--ui-language", "de").stdout

    assert "Befehle:" in shown
    for command in ("check", "explain", "rules", "config"):
        assert f"  {command} " in shown


def test_the_version(run: Run) -> None:
    from msglint import __version__

    assert run("--version").stdout == f"msglint {__version__}\n"


# Output


def test_json_fits_the_schema(run: Run) -> None:
    schema = json.loads(files("msglint.formats").joinpath("report.schema.json").read_text(encoding="utf-8"))

    result = run("check", "--output-format", "json", "good.txt", "weak.txt", "bad.txt")

    document = json.loads(result.stdout)
    jsonschema.Draft202012Validator(schema).validate(document)
    for message in document["messages"]:
        text = Path(message["path"]).read_text(encoding="utf-8")
        for finding in message["findings"]:
            assert finding["excerpt"] == text[finding["start"] : finding["end"]]


def test_concise(run: Run) -> None:
    result = run("check", "--output-format", "concise", "weak.txt")

    assert result.stdout == "weak.txt:5:1: warning closing.abbreviated The closing is abbreviated: “MfG”.\n"


def test_plain_text_to_a_pipe_unless_forced(process: Process) -> None:
    assert b"\x1b" not in process("check", "bad.txt").stdout
    assert b"\x1b[" in process("check", "bad.txt", environ={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b" not in process("check", "bad.txt", environ={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")
@pytest.mark.parametrize(("term", "coloured"), [("xterm", True), ("dumb", False)])
def test_colour_on_a_terminal(folder: Path, term: str, coloured: bool) -> None:
    import pty

    parent, child = pty.openpty()
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-m", "msglint", "check", "--isolated", "bad.txt"],
        stdin=child, stdout=child, stderr=child,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": root, "LANG": "C.UTF-8", "TERM": term},
    ) as running:  # fmt: skip
        os.close(child)
        shown = b""
        while piece := _read(parent):
            shown += piece
        running.wait(timeout=60)
    os.close(parent)

    assert b"Grade F" in shown
    assert (b"\x1b[" in shown) == coloured


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_output_that_knows_few_characters(process: Process, encoding: str) -> None:
    environ = {"PYTHONIOENCODING": encoding, "LANG": "de_DE"}

    done = process("check", "bad.txt", "none.txt", environ=environ)
    as_json = process("check", "bad.txt", "--output-format", "json", environ=environ)

    assert (done.returncode, b"Traceback" in done.stderr) == (2, False)
    assert b"-> Besser: " in done.stdout
    assert "„kontaktpflege“" in json.loads(as_json.stdout.decode("utf-8"))["messages"][0]["findings"][0]["message"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_name_that_is_not_utf_8(process: Process, folder: Path) -> None:
    name = b"entw\xfcrfe"
    odd = folder / os.fsdecode(name)
    odd.mkdir()
    (odd / "a.txt").write_text(GOOD, encoding="utf-8")

    plain = process("check", ".")
    as_json = process("check", ".", "--output-format", "json")

    assert plain.returncode == 1
    assert "./entw\udcfcrfe/a.txt" in [message["path"] for message in json.loads(as_json.stdout)["messages"]]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently on Windows")
def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    (folder / "many").mkdir()
    for number in range(300):
        (folder / "many" / f"{number}.txt").write_text(BAD, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    command = f"{sys.executable} -m msglint check --isolated many | head -1"

    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True, check=False, timeout=120, env={"PATH": os.environ["PATH"], "PYTHONPATH": root},
    )  # fmt: skip

    assert done.stderr == b""
    assert done.stdout.startswith(b"many/0.txt  Grade F")


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ on Windows")
def test_an_interrupt_ends_it_silently(folder: Path) -> None:
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-m", "msglint", "check", "--isolated", "good.txt", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": root},
    ) as running:  # fmt: skip
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        assert running.stderr is not None
        assert (running.wait(timeout=60), running.stderr.read()) == (130, b"")


# What is loaded


def modules_after(folder: Path, *arguments: str) -> set[str]:
    """The modules in a fresh process after a run, when the packs have been compiled before."""
    program = (
        "import sys\nfrom msglint.cli import main\nsys.argv[0] = 'msglint'\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint(*sys.modules, file=sys.stderr)"
    )
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LANG": "C.UTF-8",
    }
    command = [sys.executable, "-c", program, *arguments]
    subprocess.run(command, capture_output=True, check=True, env=environ)
    done = subprocess.run(command, capture_output=True, check=True, env=environ)
    return set(done.stderr.decode().split())


def test_a_plain_check_loads_nothing_heavy(folder: Path) -> None:
    loaded = modules_after(folder, "check", "good.txt")

    heavy = {"yaml", "spacy", "HanTa", "numpy", "regex", "jsonschema", "language_tool_python", "tomllib", "textwrap"}
    others = {"msglint.cli.explain", "msglint.cli.rules", "msglint.cli.config", "msglint.formats.json_"}
    sharing = {"msglint.rulesets.sharing", "importlib.metadata"}
    readers = {
        "msglint.documents.yaml_file",
        "msglint.documents.toml_file",
        "msglint.documents.files",
        "msglint.rulesets.reading",
        "msglint.rulesets.compiling",
        "msglint.profiles.reader",
    }
    assert loaded & (heavy | others | sharing | readers) == set()


def test_a_configuration_loads_what_it_needs_and_no_more(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert "tomllib" not in modules_after(folder, "check", "good.txt")

    (folder / "pyproject.toml").write_text('[tool.msglint]\nlang = "de"\n', encoding="utf-8")
    loaded = modules_after(folder, "check", "good.txt")
    assert loaded & {"tomllib", "tomli"}
    assert "msglint.documents.yaml_file" not in loaded


# What the review found


def rules_in(run: Run, *arguments: str) -> list[str]:
    result = run("check", "--output-format", "json", "--fail-on", "never", *arguments)
    assert result.exit_code == 0
    return [finding["rule"] for finding in json.loads(result.stdout)["messages"][0]["findings"]]


def test_an_empty_subject_on_the_command_line_is_a_missing_one(run: Run) -> None:
    assert "subject.missing" in rules_in(run, "good.txt", "--subject", "")
    assert "subject.missing" not in rules_in(run, "good.txt")
    assert "subject.missing" not in rules_in(run, "good.txt", "--subject", "Angebot für Montag")


def test_sender_and_recipient_make_the_headers_known(run: Run, checked: list[Message]) -> None:
    run("check", "good.txt", "--from", "t@example.com", "--to", "a@example.org")
    run("check", "good.txt", "--to", "a@example.org")

    assert [message.headers.known for message in checked] == [True, False]


def test_a_subject_that_was_not_given_is_not_missing(run: Run, folder: Path) -> None:
    ends = ("--from", "Tom Weiß <t@example.com>", "--to", "Anna Meyer <a@example.org>")
    (folder / "mail.eml").write_text(f"From: t@example.com\n\n{GOOD}", encoding="utf-8")

    assert "subject.missing" not in rules_in(run, "good.txt", *ends)
    assert "subject.missing" in rules_in(run, "mail.eml", *ends)


@pytest.mark.parametrize("answered", ["box", "box/a.mbox"])
def test_several_messages_cannot_be_answered(run: Run, folder: Path, answered: str) -> None:
    (folder / "box").mkdir()
    archive = f"From tom@example.com Mon Mar  2 10:00:00 2026\n{MAIL}{GOOD}\n" * 2
    (folder / "box" / "a.mbox").write_text(archive, encoding="utf-8")

    result = run("check", "good.txt", "--in-reply-to", answered)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "a single message is needed, not a folder and not an archive" in result.stderr


def test_an_empty_file_name(run: Run) -> None:
    result = run("check", "", "good.txt")

    assert (result.exit_code, result.stderr) == (2, 'msglint: "": The file name is empty.\n')


@pytest.mark.skipif(sys.platform == "win32", reason="no such file names on Windows")
def test_control_characters_in_a_file_name_stay_in_the_line(run: Run, folder: Path) -> None:
    (folder / "a\n\x1b[31mb.eml").write_bytes(b"")

    result = run("check", "a\n\x1b[31mb.eml", "c\nd.eml")

    assert result.stderr.count("\n") == 2
    assert "\x1b" not in result.stderr


def test_a_damaged_mail_is_told_and_the_others_are_checked(run: Run, folder: Path) -> None:
    (folder / "broken.eml").write_text(MAIL.rstrip() + "\nContent-Transfer-Encoding: base64\n\n!!!\n")

    result = run("check", "broken.eml", "good.txt", "--ui-language", "de")

    assert result.exit_code == 2
    assert result.stderr.startswith("msglint: broken.eml: Der Inhalt der Mail ist beschädigt: ")
    assert "good.txt  Note A" in result.stdout
    assert result.stdout.endswith("2 Nachrichten geprüft: 1 nicht lesbar.\n")


def test_a_failing_grade_is_visible_in_every_format(run: Run) -> None:
    arguments = ("weak.txt", "--output-format", "concise", "--select", "closing.abbreviated")

    assert "weak.txt: grade" not in run("check", *arguments).stdout
    lines = run("check", *arguments, "--min-grade", "A", "good.txt").stdout.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("weak.txt: grade ")
    assert lines[1].endswith(", required is A")


def test_a_faulty_pack_is_one_sentence(run: Run, folder: Path) -> None:
    (folder / "packs" / "de").mkdir(parents=True)
    (folder / "packs" / "de" / "mine.yaml").write_text("language: de\nrules: [{id: a.b, kind: magic}]\n")
    (folder / ".msglint.yaml").write_text("extends: [./packs]\n", encoding="utf-8")

    for result in (run("check", "good.txt", "good.txt"), run("rules"), run("explain", "salutation.missing")):
        assert result.exit_code == 0
        assert result.stdout
        assert "mine.yaml:2: rule 'a.b': 'kind' cannot be 'magic'" in result.stderr
        assert result.stderr.count("\n") == 1
    assert "Regel „a.b“: „kind“ kann nicht „magic“ sein" in run("check", "good.txt", LANG="de_DE.UTF-8").stderr
