"""`msglint accept`."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .conftest import Process, Run

RULE, ANNA = "recipient.misspelled", "anna@example.com"
MAIL = (
    f"From: Tom Weiß <tom@example.org>\nTo: Anna Meyer <{ANNA}>\nSubject: Angebot vom Montag\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
    "Sehr geehrte Frau Meyer,\n\nvielen Dank für das Gespräch. Ich schicke Ihnen den Entwurf bis Freitag.\n\n"
    "MfG\nTom Weiß\n"
)


@pytest.fixture
def memory(folder: Path) -> Path:
    """The file, which is not there yet."""
    return folder.parent / "xdg" / "msglint" / "accepted.yaml"


def body(memory: Path) -> str:
    """The file without the explanation at its top."""
    return memory.read_text(encoding="utf-8").rpartition("\n\n")[2]


def said(run: Run, *arguments: str, **environ: str) -> str:
    result = run("accept", *arguments, **environ)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def complaint(run: Run, *arguments: str, **environ: str) -> str:
    result = run("accept", *arguments, **environ)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


# Noting


def test_a_rule_for_a_person(run: Run, memory: Path) -> None:
    assert said(run, RULE, "--for", ANNA) == f"Accepted in {memory}: {RULE} for {ANNA}.\n"
    assert memory.read_text(encoding="utf-8").startswith("# What is written here is right for this recipient")
    assert body(memory) == f"{ANNA}:\n  - {RULE}\n"


def test_in_german(run: Run, memory: Path) -> None:
    shown = said(run, RULE, "--for", ANNA, "--name", "Annah", LANG="de_DE.UTF-8")

    assert shown == f"Vermerkt in {memory}: {RULE} für {ANNA}, nur „Annah“.\n"
    assert memory.read_text(encoding="utf-8").startswith("# Was hier steht, ist bei diesem Empfänger richtig so")


def test_spellings_people_and_domains(run: Run, memory: Path) -> None:
    said(run, RULE, "--for", f"Anna Meyer <{ANNA.title()}>", "--name", "Annah", "--name", "Anna  Lena")
    said(run, "recipient", "--for", "@Example.org", "--for", "tom@example.com")

    assert body(memory) == (
        f'{ANNA}:\n  - {RULE}: "Annah"\n  - {RULE}: "Anna Lena"\n'
        '"@example.org":\n  - recipient\ntom@example.com:\n  - recipient\n'
    )


@pytest.mark.parametrize("again", [[RULE], ["recipient"]])
def test_twice_is_once(run: Run, memory: Path, again: list[str]) -> None:
    said(run, "recipient", "--for", ANNA)
    before = memory.read_text(encoding="utf-8")

    shown = said(run, *again, "--for", ANNA)

    assert shown == f"Was accepted already in {memory}:{before.count(chr(10))}: recipient for {ANNA}.\n"
    assert memory.read_text(encoding="utf-8") == before


def test_a_spelling_where_every_one_is_right_already(run: Run, memory: Path) -> None:
    said(run, "recipient", "--for", ANNA)
    before = memory.read_text(encoding="utf-8")

    assert said(run, RULE, "--for", ANNA, "--name", "Annah") == (
        f"recipient already holds for {ANNA} in every spelling; if only 'Annah' is right, use --remove first.\n"
    )
    assert said(run, RULE, "--for", ANNA, "--name", "Annah", LANG="de_DE.UTF-8") == (
        f"recipient gilt für {ANNA} schon bei jeder Schreibweise; soll nur „Annah“ gelten, zuerst --remove.\n"
    )
    assert memory.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("rule", [RULE, "recipient.mismatch", "recipient", "all"])
def test_rules_that_are_about_a_name(run: Run, memory: Path, rule: str) -> None:
    said(run, rule, "--for", ANNA, "--name", "Annah")

    assert body(memory) == f'{ANNA}:\n  - {rule}: "Annah"\n'


def test_a_spelling_does_not_cover_the_whole_rule(run: Run, memory: Path) -> None:
    said(run, RULE, "--for", ANNA, "--name", "Annah")
    said(run, RULE, "--for", ANNA)

    assert body(memory) == f'{ANNA}:\n  - {RULE}: "Annah"\n  - {RULE}\n'


def test_what_others_have_written_stays(run: Run, memory: Path) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_text(f"# my own words\n{ANNA}:\n- closing  # she likes it short\n", encoding="utf-8")

    said(run, RULE, "--for", ANNA)

    assert memory.read_text(encoding="utf-8") == (
        f"# my own words\n{ANNA}:\n- closing  # she likes it short\n- {RULE}\n"
    )


def test_a_file_with_line_ends_of_windows_keeps_them(run: Run, memory: Path) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_bytes(f"# mine\r\n{ANNA}:\r\n  - closing\r\n".encode())

    said(run, RULE, "--for", ANNA, "--for", "tom@example.org")

    assert memory.read_bytes().decode() == (
        f"# mine\r\n{ANNA}:\r\n  - closing\r\n  - {RULE}\r\ntom@example.org:\r\n  - {RULE}\r\n"
    )


def test_processes_at_once_lose_nothing(process: Process, folder: Path) -> None:
    def accept(number: int) -> int:
        return process("accept", "closing", "--for", f"p{number}@example.com").returncode

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(accept, range(12))) == {0}

    listed = json.loads(process("accept", "--list", "--output-format", "json").stdout)["accepted"]
    assert sorted(entry["recipient"] for entry in listed) == sorted(f"p{number}@example.com" for number in range(12))


# What is wrong


@pytest.mark.parametrize(
    ("arguments", "english", "german"),
    [
        ([RULE], "For whom? For example 'msglint accept recipient.misspelled --for anna@", "Für wen? Zum Beispiel"),
        (["--for", ANNA], "Which rule? For example 'msglint accept", "Welche Regel? Zum Beispiel"),
        (
            ["recipient.mispelled", "--for", ANNA],
            "There is no rule 'recipient.mispelled'; did you mean 'recipient.misspelled'?",
            "Die Regel „recipient.mispelled“ gibt es nicht; gemeint ist wohl „recipient.misspelled“.",
        ),
        (["qqq", "--for", ANNA], "There is no rule 'qqq'; see msglint rules.", "„msglint rules“ zeigt alle."),
        (["", "--for", ANNA], "There is no rule ''", "Die Regel „“ gibt es nicht"),
        (
            [RULE, "--for", "anna"],
            "there is no single address in 'anna'; use anna@example.com",
            "keine einzelne Adresse",
        ),
        ([RULE, "--for", f"{ANNA}, tom@example.com"], "no single address", "keine einzelne Adresse"),
        ([RULE, "--for", "@"], "no single address", "keine einzelne Adresse"),
        ([RULE, "--for", ""], "no single address", "keine einzelne Adresse"),
        ([RULE, "--for", ANNA, "--name", " "], "--name: the name is needed", "--name: Hier gehört der Name"),
        ([RULE, "--for", ANNA, "--name", "\udc80"], "--name: the name is needed", "--name: Hier gehört der Name"),
        (["--list", "--remove"], "--list only shows", "--list zeigt nur"),
        (["--list", "--output-format", "xml"], "cannot be 'xml' here", "kann hier nicht „xml“ sein"),
        ([RULE, "--for", ANNA, "--output-format", "json"], "only be used with --list", "nur zusammen mit --list"),
        (
            ["--remove"],
            "For whom? For example 'msglint accept --remove --for anna@example.com'.",
            "„msglint accept --rem",
        ),
        ([RULE, "--for", "x anna@example.com"], "no single address", "keine einzelne Adresse"),
        ([RULE, "--for", "x <y anna@example.com>"], "no single address", "keine einzelne Adresse"),
        ([RULE, "--for", "anna@example.com,x"], "no single address", "keine einzelne Adresse"),
        (
            ["closing", "--for", ANNA, "--name", "Annah"],
            "--name: closing is not about a name; only recipient.misspelled and recipient.mismatch have",
            "--name: Bei closing geht es nicht um einen Namen; eine Schreibweise gibt es nur bei recipient.misspelled",
        ),
        (["recipient.unnamed", "--for", ANNA, "--name", "Annah"], "is not about a name", "nicht um einen Namen"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(
    run: Run, memory: Path, arguments: list[str], english: str, german: str
) -> None:
    shown = complaint(run, *arguments)

    assert english in shown
    assert german in complaint(run, *arguments, LANG="de_DE.UTF-8")
    assert shown.count("\n") == 1
    assert not memory.exists()


def test_a_broken_file_is_not_written(run: Run, memory: Path) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_text(f"{ANNA}: [closing\n", encoding="utf-8")

    for arguments in ([RULE, "--for", ANNA], ["--remove", "--for", ANNA], ["--list"]):
        assert f"{memory}:" in complaint(run, *arguments)
    assert memory.read_text(encoding="utf-8") == f"{ANNA}: [closing\n"


# Showing


def test_nothing_to_show(run: Run, memory: Path) -> None:
    assert said(run, "--list") == f"Nothing is accepted in {memory}.\n"
    assert said(run, "--list", "--ui-language", "de") == f"Nichts vermerkt in {memory}.\n"


@pytest.fixture
def remembered(run: Run, memory: Path) -> Path:
    said(run, RULE, "--for", ANNA, "--name", "Annah")
    said(run, "closing", "--for", ANNA, "--for", "@example.org")
    return memory


def test_all_at_a_glance(run: Run, remembered: Path) -> None:
    assert said(run, "--list") == (
        f"Accepted in {remembered}:\n"
        "\n"
        f"  {ANNA}\n"
        f"    {RULE}  (only 'Annah')\n"
        "    closing\n"
        "\n"
        "  @example.org\n"
        "    closing\n"
    )


def test_for_one_person_with_what_holds_for_the_domain(run: Run, remembered: Path) -> None:
    shown = said(run, "--list", "--for", "Tom <tom@example.org>")

    assert ANNA not in shown
    assert "  @example.org\n    closing\n" in shown


def test_as_json(run: Run, remembered: Path) -> None:
    document = json.loads(said(run, "--list", "--output-format", "json"))

    assert (document["schema_version"], document["file"]) == (1, str(remembered))
    lines = remembered.read_text(encoding="utf-8").splitlines()
    entries = [(entry["recipient"], entry["rule"], entry["name"]) for entry in document["accepted"]]
    assert entries == [(ANNA, RULE, "Annah"), (ANNA, "closing", None), ("@example.org", "closing", None)]
    assert all(entry["rule"] in lines[entry["line"] - 1] for entry in document["accepted"])


def test_a_wrong_line_is_told_beside_the_others(run: Run, memory: Path) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_text(f"anna: [closing]\n{ANNA}: [closing]\n", encoding="utf-8")

    result = run("accept", "--list")

    assert result.exit_code == 0
    assert result.stderr.startswith(f"msglint: {memory}:1: 'anna' is no address")
    assert f"  {ANNA}\n    closing\n" in result.stdout


# Forgetting


def test_one_rule(run: Run, remembered: Path) -> None:
    assert said(run, "--remove", "closing", "--for", ANNA) == f"Removed from {remembered}: closing for {ANNA}.\n"
    assert body(remembered) == f'{ANNA}:\n  - {RULE}: "Annah"\n"@example.org":\n  - closing\n'


def test_a_prefix_means_all_below_it(run: Run, remembered: Path) -> None:
    assert said(run, "recipient", "--remove", "--for", ANNA) == (
        f"Removed from {remembered}: {RULE} for {ANNA}, only 'Annah'.\n"
    )


def test_all_of_a_person(run: Run, remembered: Path) -> None:
    assert said(run, "--remove", "--for", ANNA).count("Removed from") == 2
    assert body(remembered) == '"@example.org":\n  - closing\n'


def test_one_spelling(run: Run, remembered: Path) -> None:
    said(run, RULE, "--for", ANNA, "--name", "Anah")
    said(run, "--remove", RULE, "--for", ANNA, "--name", "annah")

    assert body(remembered) == f'{ANNA}:\n  - closing\n  - {RULE}: "Anah"\n"@example.org":\n  - closing\n'


def test_a_spelling_that_was_not_noted_by_itself(run: Run, memory: Path) -> None:
    said(run, RULE, "--for", ANNA)
    said(run, "closing", "--for", ANNA)
    before = memory.read_text(encoding="utf-8")

    for rule in ([RULE], ["recipient"], []):
        assert said(run, "--remove", *rule, "--for", ANNA, "--name", "Nope", "--ui-language", "de").startswith(
            f"Die Schreibweise „Nope“ war für {ANNA} nicht eigens vermerkt; {RULE} gilt dort für alle Schreibweisen.\n"
        )
    assert said(run, "--remove", RULE, "--for", ANNA, "--name", "Nope") == (
        f"The spelling 'Nope' was not accepted by itself for {ANNA}; {RULE} holds there for every spelling.\n"
    )
    assert memory.read_text(encoding="utf-8") == before


def test_what_was_not_there_is_told_and_what_still_holds(run: Run, remembered: Path) -> None:
    before = remembered.read_text(encoding="utf-8")

    assert said(run, "--remove", "closing.missing", "--for", "tom@example.org") == (
        f"Was not accepted in {remembered}: closing.missing for tom@example.org.\n"
        f"Still holds from {remembered}: closing for @example.org.\n"
    )
    assert said(run, "--remove", "--for", "eve@example.net", "--ui-language", "de") == (
        f"Für eve@example.net war nichts vermerkt in {remembered}.\n"
    )
    assert remembered.read_text(encoding="utf-8") == before


def test_forgetting_makes_no_file(run: Run, memory: Path) -> None:
    said(run, "--remove", "--for", ANNA)

    assert not memory.exists()


# With a check


@pytest.fixture
def mail(folder: Path) -> Path:
    path = folder / "mail.eml"
    path.write_text(MAIL, encoding="utf-8")
    return path


def test_a_check_leaves_out_what_is_accepted_and_says_so(run: Run, mail: Path, memory: Path) -> None:
    assert "[closing.abbreviated]" in run("check", "mail.eml").stdout
    said(run, "closing.abbreviated", "--for", ANNA)

    text = run("check", "mail.eml").stdout
    (message,) = json.loads(run("check", "mail.eml", "--output-format", "json").stdout)["messages"]

    assert text == (
        f"mail.eml  Grade A (100 of 100)  Nothing to improve.\n  Skipped (closing.abbreviated): accepted for {ANNA}.\n"
    )
    assert message["findings"] == []
    assert message["skipped"] == [{"what": "closing.abbreviated", "why": f"accepted for {ANNA}"}]
    assert "[closing.abbreviated]" in run("check", "mail.eml", "--isolated").stdout
    said(run, "--remove", "closing.abbreviated", "--for", ANNA)
    assert "[closing.abbreviated]" in run("check", "mail.eml").stdout


def test_a_broken_file_is_told_and_does_not_hold_up_the_check(run: Run, mail: Path, memory: Path) -> None:
    memory.parent.mkdir(parents=True)
    memory.write_text(f"{ANNA}:\n- closing\n- tone.shoting\n", encoding="utf-8")
    one_line = run("check", "mail.eml")
    memory.write_text(f"{ANNA}: [closing\n", encoding="utf-8")
    whole = run("check", "mail.eml")

    assert one_line.stderr == f"msglint: {memory}:3: there is no rule 'tone.shoting'; did you mean 'tone.shouting'?\n"
    assert "Skipped (closing.abbreviated)" in one_line.stdout
    assert "not valid YAML" in whole.stderr
    assert "[closing.abbreviated]" in whole.stdout
    assert {one_line.exit_code, whole.exit_code} == {0}
