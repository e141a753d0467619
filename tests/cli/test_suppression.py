"""What is left out of a report by header, recipient and template, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Process, Run

TEMPLATE = "Guten Tag {{name}},\n\ndas neue Angebot ist da!!! Wir freuen uns auf Ihre Fragen dazu.\n\nMfG\nTom Weiß\n"
MAIL = (
    "From: Tom Weiß <tom@example.org>\nTo: Anna Meyer <anna@example.com>\nSubject: Angebot vom Montag\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
) + TEMPLATE.replace("{{name}}", "Frau Meyer")


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def skipped(run: Run, *arguments: str) -> list[dict[str, str]]:
    result = run("check", "mail.eml", "--output-format", "json", *arguments)
    (message,) = json.loads(result.stdout)["messages"]
    assert message["findings"] == []
    assert message["grade"]["score"] == 100
    entries: list[dict[str, str]] = message["skipped"]
    return entries


def test_a_template_in_the_configuration(run: Run, folder: Path) -> None:
    write(folder, "mail.eml", MAIL)
    write(folder, "templates/offer.txt", TEMPLATE)
    write(folder, ".msglint.yaml", "baseline: [templates/offer.txt]\n")

    why = "stands so in the template templates/offer.txt"
    assert skipped(run) == [{"what": "tone.shouting", "why": why}, {"what": "closing.abbreviated", "why": why}]
    assert run("check", "mail.eml").stdout == (
        "mail.eml  Grade A (100 of 100)  Nothing to improve.\n"
        "  Skipped (tone.shouting, closing.abbreviated): stands so in the template\n  templates/offer.txt.\n"
    )
    assert run("check", "mail.eml", "--ui-language", "de").stdout.endswith(
        "  Übersprungen (tone.shouting, closing.abbreviated): steht so in der Vorlage\n  templates/offer.txt.\n"
    )


def test_it_lies_beside_the_file_that_names_it(run: Run, folder: Path) -> None:
    write(folder, "drafts/mail.eml", MAIL)
    write(folder, "mail.eml", MAIL)
    write(folder, "offer.txt", TEMPLATE)
    write(folder, "pyproject.toml", '[tool.msglint]\nbaseline = "offer.txt"\n')

    assert len(skipped(run)) == 2
    assert "baseline" in run("config").stdout


def test_templates_on_the_command_line(run: Run, folder: Path) -> None:
    write(folder, "mail.eml", MAIL)
    write(folder, "offer.txt", TEMPLATE)
    write(folder, "other.txt", "Guten Tag,\n\nganz anderes steht in dieser Vorlage.\n\nMfG\nTom Weiß\n")

    assert {entry["why"] for entry in skipped(run, "--baseline", "other.txt", "--baseline", "offer.txt")} == {
        "stands so in the template offer.txt"
    }


def test_a_template_that_is_not_there_holds_nothing_up(run: Run, folder: Path) -> None:
    write(folder, "mail.eml", MAIL)

    result = run("check", "mail.eml", "--baseline", "gone.txt")

    assert result.exit_code == 0
    assert result.stderr == "msglint: gone.txt: the template is not used. There is no such file.\n"
    assert "[tone.shouting]" in result.stdout


def test_a_recipient_in_the_configuration(run: Run, folder: Path) -> None:
    write(folder, "mail.eml", MAIL)
    write(folder, ".msglint.yaml", 'recipients:\n  "@example.com": {ignore: [tone, closing]}\n')

    assert {entry["why"] for entry in skipped(run)} == {"left out for @example.com by the configuration"}


def test_a_header(run: Run, folder: Path) -> None:
    write(folder, "mail.eml", f"X-Msglint-Ignore: tone, closing\n{MAIL}")

    assert {entry["why"] for entry in skipped(run)} == {"left out by the header X-Msglint-Ignore"}


def test_repairing_a_draft_keeps_the_header(run: Run, folder: Path) -> None:
    write(
        folder,
        "draft.txt",
        "X-Msglint-Ignore: closing\nTo: Anna Meyer <anna@example.com>\n\n"
        "Sehr geehrte Frau Mayer,\n\nbis morgen.\n\nMfG\nTom\n",
    )

    run("check", "--fix", "draft.txt")

    assert (
        (folder / "draft.txt")
        .read_text(encoding="utf-8")
        .startswith("X-Msglint-Ignore: closing\nTo: Anna Meyer <anna@example.com>\n\nSehr geehrte Frau Meyer,\n")
    )


def test_a_usual_check_imports_nothing_of_it(process: Process, folder: Path) -> None:
    write(folder, "mail.eml", MAIL)

    result = process("check", "mail.eml", environ={"PYTHONPROFILEIMPORTTIME": "1"})

    imported = result.stderr.decode()
    assert "msglint.linter" in imported
    assert "msglint.suppression" not in imported


# What is left out in vain


def test_the_configuration_tells_what_is_switched_off_anyway(run: Run, folder: Path) -> None:
    write(
        folder,
        ".msglint.yaml",
        "severity: {tone: off}\nignore: [closing.unsigned]\n"
        'recipients:\n  "@example.com": {ignore: [tone.shouting, closing]}\n'
        "  tom@example.com: {ignore: [closing.unsigned]}\n",
    )

    assert run("config").stdout.endswith(
        "\n\nToo much: 'tone.shouting' in recipients.@example.com.ignore; the other settings switch it off anyway.\n"
        "Too much: 'closing.unsigned' in recipients.tom@example.com.ignore; the other settings switch it off anyway.\n"
    )
    assert "Zu viel: „tone.shouting“ bei recipients.@example.com.ignore; das ist nach den übrigen" in (
        run("config", "--ui-language", "de").stdout
    )


def test_without_any_of_that_nothing_is_told(run: Run, folder: Path) -> None:
    write(folder, ".msglint.yaml", 'recipients:\n  "@example.com": {ignore: [tone, all]}\n')

    assert "Too much" not in run("config").stdout


def test_the_list_of_what_is_accepted_marks_what_has_no_effect(run: Run, folder: Path) -> None:
    write(
        folder.parent / "xdg" / "msglint",
        "accepted.yaml",
        "anna@example.com:\n  - closing\n  - tone.shouting\n  - tone.shoting\n",
    )
    write(folder, ".msglint.yaml", "ignore: [tone]\n")

    result = run("accept", "--list")
    document = json.loads(run("accept", "--list", "--output-format", "json").stdout)

    assert result.exit_code == 0
    assert result.stdout.endswith(
        "  anna@example.com\n    closing\n"
        "    tone.shouting  – never runs by the configuration here; the entry has no effect\n"
        "    tone.shoting  – there is no such rule\n"
    )
    assert [entry["note"] for entry in document["accepted"]] == [
        None,
        "never runs by the configuration here; the entry has no effect",
        "there is no such rule",
    ]
    german = run("accept", "--list", "--ui-language", "de").stdout
    assert "tone.shouting  – läuft nach der Konfiguration hier nie; der Vermerk bewirkt nichts\n" in german


def test_the_list_is_shown_also_beside_a_broken_configuration(run: Run, folder: Path) -> None:
    write(folder.parent / "xdg" / "msglint", "accepted.yaml", "anna@example.com: [closing]\n")
    write(folder, ".msglint.yaml", "lang: fr\n")

    result = run("accept", "--list")

    assert result.exit_code == 0
    assert "    closing\n" in result.stdout
    assert "'lang' cannot be 'fr'" in result.stderr
