"""`msglint contacts`, and contacts in a check and in the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint.cli.progress import Bar

from .conftest import Process, Run

TABLE = (
    "Anrede;Vorname;Nachname;E-Mail-Adresse;E-Mail 2: Adresse;Firma;Anredeform\n"
    "Frau Dr.;Anna;Müller;a.mueller@example.com;anna@example.org;ACME;Sie\n"
    ";;;info@example.com;;ACME;\n"
    "Herr;Tom;Groß;keine;;ACME;\n"
)
CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Falk;Ida;;;\nEMAIL:ida@example.com\nX-MSGLINT-RELATIONSHIP:none\nEND:VCARD\n"
DRAFT = "Sehr geehrte Frau Dr. Müller,\n\nam Montag komme ich mit den Proben.\n\nViele Grüße\nPetra Wollweber\n"


@pytest.fixture(autouse=True)
def files(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (folder / "k.csv").write_text(TABLE, encoding="utf-8")
    (folder / "k.vcf").write_text(CARD, encoding="utf-8")
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")


def told(run: Run, *arguments: str, **environ: str) -> list[str]:
    """The lines of the summary without the one about the index."""
    lines = run("contacts", *arguments, **environ).stdout.splitlines()
    assert lines[-2:-1] == [""]
    assert lines[-1].startswith(("Index for checks: ", "Index für Prüfungen: "))
    return lines[:-2]


# The summary


def test_what_is_understood_of_a_file(run: Run) -> None:
    result = run("contacts", "k.csv")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:-2] == [
        "k.csv: 2 people, 2 addresses",
        "  given: Vorname",
        "  family: Nachname",
        "  title: Anrede",
        "  email: E-Mail-Adresse, E-Mail 2: Adresse",
        "  organisation: Firma",
        "  form: Anredeform",
        "  entries without a person's name: 1",
        "",
        "What is wrong:",
        "  k.csv:4: there is no e-mail address in 'keine'.",
    ]


def test_in_german(run: Run) -> None:
    shown = run("contacts", "k.csv", "k.vcf", LANG="de_DE.UTF-8").stdout

    assert "k.csv: 2 Personen, 2 Adressen" in shown
    assert "k.vcf: 1 Person, 1 Adresse\n" in shown
    assert "Zusammen, ohne Dubletten: 3 Personen, 3 Adressen" in shown
    assert "k.csv:4: In „keine“ steht keine E-Mail-Adresse." in shown


def test_those_of_the_configuration(run: Run, folder: Path) -> None:
    (folder / ".msglint.yaml").write_text("contacts:\n- k.vcf\n", encoding="utf-8")

    assert told(run) == ["k.vcf: 1 person, 1 address"]


def test_a_file_that_cannot_be_read_hides_no_other(run: Run) -> None:
    result = run("contacts", "nope.csv", "k.vcf", "draft.txt")

    assert result.exit_code == 2
    assert result.stdout == "k.vcf: 1 person, 1 address\n"
    assert result.stderr.splitlines()[0] == "msglint: nope.csv: there is no such file or folder of contacts."
    assert result.stderr.splitlines()[1].startswith("msglint: draft.txt:1: no column of names found in: ")


def test_a_folder_is_summed_up(run: Run, folder: Path) -> None:
    (folder / "cards").mkdir()
    for number in range(3):
        (folder / "cards" / f"{number}.vcf").write_text(CARD.replace("ida@", f"ida{number}@"), encoding="utf-8")

    assert told(run, "cards") == ["cards: 3 people, 3 addresses"]


def test_no_contacts_given(run: Run) -> None:
    result = run("contacts")

    assert result.exit_code == 2
    assert result.stderr.startswith("msglint: No contacts are given; for example 'msglint contacts contacts.csv'")


def test_more_problems_than_anybody_reads(run: Run, folder: Path) -> None:
    rows = [f"A;B{number};keine" for number in range(103)]
    (folder / "many.csv").write_text("\n".join(["Vorname;Nachname;E-Mail", *rows]), encoding="utf-8")

    lines = told(run, "many.csv")

    assert lines[-1] == "  … and 3 more"
    assert lines[-2].startswith("  many.csv:101: ")


def test_the_same_file_twice_is_told_once(run: Run) -> None:
    assert told(run, "k.vcf", "./k.vcf") == ["k.vcf: 1 person, 1 address"]


def test_addresses_of_several_people_are_told_once_and_are_no_error(run: Run, folder: Path) -> None:
    rows = "Vorname;Nachname;E-Mail\nAnna;Meyer;a@b.de\nTom;Meyer;a@b.de\n"
    (folder / "couple.csv").write_text(rows, encoding="utf-8")

    assert told(run, "couple.csv")[-1] == ("addresses of several people, which count for nobody in checks: 1 (a@b.de)")
    assert run("check", "draft.txt", "--contacts", "couple.csv").stderr == ""
    shown = run("contacts", "couple.csv", "--find", "A@b.de").stdout
    assert "Anna Meyer\n" in shown
    assert "Tom Meyer\n" in shown
    assert shown.endswith("A@b.de belongs to several people or to a function, and counts for nobody in checks.\n")


def test_where_the_index_lies(run: Run, tmp_path: Path) -> None:
    run("check", "draft.txt", "--contacts", "k.vcf")
    (index,) = (tmp_path / "cache").rglob("*.sqlite")

    shown = run("contacts", "k.vcf").stdout
    assert f"Index for checks: {index} (only you can read it; you may delete it)" in shown
    for language, word in (("de_DE.UTF-8", "löschen"), ("en_GB.UTF-8", "delete")):
        text = run("contacts", "--help", LANG=language).stdout
        assert "~/.cache/msglint/contacts" in text
        assert word in text


def test_a_file_that_is_only_looked_at_leaves_no_index(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("contacts", "k.vcf", "--find", "ida").stdout.startswith("Ida Falk\n")
    assert list((tmp_path / "cache").rglob("*.sqlite")) == []

    (folder / ".msglint.yaml").write_text("contacts: k.vcf\n", encoding="utf-8")
    run("contacts", "--find", "ida")
    assert len(list((tmp_path / "cache").rglob("*.sqlite"))) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [([""], "Der Dateiname ist leer."), ([" "], "Der Dateiname ist leer."), (["k.vcf", ""], "Der Dateiname ist leer.")],
)
def test_an_empty_file_name(run: Run, arguments: list[str], sentence: str) -> None:
    result = run("contacts", *arguments, LANG="de_DE.UTF-8")

    assert (result.exit_code, result.stderr) == (2, f"msglint: {sentence}\n")


@pytest.mark.parametrize("command", [["contacts"], ["contacts", "--find", "ida"], ["check", "draft.txt"]])
def test_who_named_a_missing_file(run: Run, folder: Path, command: list[str]) -> None:
    (folder / ".msglint.yaml").write_text("lang: de\ncontacts: gone.vcf\n", encoding="utf-8")

    said = "msglint: gone.vcf: there is no such file or folder of contacts."
    assert run(*command).stderr == f"{said} It is named in .msglint.yaml:2, 'contacts'.\n"
    (folder / ".msglint.yaml").unlink()
    assert run(*command, MSGLINT_CONTACTS="gone.vcf").stderr == f"{said} It is named in MSGLINT_CONTACTS.\n"


# Somebody


@pytest.mark.parametrize("wanted", ["anna@example.org", "Mueller", "Anna Müller"])
def test_find_somebody(run: Run, wanted: str) -> None:
    lines = run("contacts", "k.csv", "--find", wanted).stdout.splitlines()

    assert lines == [
        "Frau Dr. Anna Müller",
        "  organisation: ACME",
        "  addresses: a.mueller@example.com, anna@example.org",
        "  form of address: Sie",
        "  found in: k.csv:2",
    ]


def test_find_what_a_card_says(run: Run) -> None:
    assert (
        "  Beziehung: none (kennt man noch nicht)"
        in run("contacts", "k.vcf", "--find", "ida", LANG="de_DE.UTF-8").stdout
    )


def test_find_nobody(run: Run) -> None:
    result = run("contacts", "k.csv", "--find", "x@example.com")

    assert (result.exit_code, result.stdout) == (0, "'x@example.com' is not in the contacts.\n")


def test_find_more_than_are_shown(run: Run, folder: Path) -> None:
    rows = [f"Anna;Meyer;a{number}@b.de" for number in range(25)]
    (folder / "many.csv").write_text("\n".join(["Vorname;Nachname;E-Mail", *rows]), encoding="utf-8")

    lines = run("contacts", "many.csv", "--find", "Meyer").stdout.splitlines()

    assert lines.count("Anna Meyer") == 20
    assert lines[-1] == "… and 5 more"


def test_found_in_is_the_path(run: Run, folder: Path) -> None:
    (folder / "cards").mkdir()
    (folder / "cards" / "1.vcf").write_text(CARD, encoding="utf-8")

    assert f"  found in: {Path('cards', '1.vcf')}:1" in run("contacts", "cards", "--find", "ida").stdout


# In a check


def test_a_check_with_contacts_tells_their_problems_once(run: Run) -> None:
    first = run("check", "draft.txt", "--to", "x@example.com", "--contacts", "k.csv", "--contacts", "k.vcf")
    second = run("check", "draft.txt", "--to", "x@example.com", "--contacts", "k.csv", "--contacts", "k.vcf")

    assert first.stderr == "msglint: k.csv:4: there is no e-mail address in 'keine'.\n"
    assert second.stderr == ""
    assert first.stdout == second.stdout


def test_a_check_tells_a_few_problems_and_counts_the_rest(run: Run, folder: Path) -> None:
    rows = [f"A;B{number};keine" for number in range(9)]
    (folder / "many.csv").write_text("\n".join(["Vorname;Nachname;E-Mail", *rows]), encoding="utf-8")

    lines = run("check", "draft.txt", "--contacts", "many.csv").stderr.splitlines()

    assert len(lines) == 6
    assert lines[-1] == "msglint: contacts: 4 more like these; see 'msglint contacts'."


def test_a_check_without_the_file_of_contacts(run: Run) -> None:
    result = run("check", "draft.txt", "--contacts", "nope.csv", LANG="de_DE.UTF-8")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "msglint: nope.csv: Diese Datei oder diesen Ordner mit Kontakten gibt es nicht.\n"


def test_no_bar_where_nobody_watches(process: Process, folder: Path) -> None:
    rows = [f"Anna;Meyer;a{number}@example.com" for number in range(30_000)]
    (folder / "many.csv").write_text("\n".join(["Vorname;Nachname;E-Mail", *rows]), encoding="utf-8")

    done = process("contacts", "many.csv", environ={"XDG_CACHE_HOME": str(folder / "cache")})

    assert (done.returncode, done.stderr) == (0, b"")


def test_the_bar_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("msglint.cli.progress.MOMENT", -1.0)

    with Bar("Reading contacts") as bar:
        bar.reach(10, 200)
        bar.reach(200, 200)

    shown = capsys.readouterr().err
    assert "Reading contacts" in shown
    assert "100%" in shown
    assert shown.endswith("\n")


def test_no_bar_for_a_moment(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("msglint.cli.progress.MOMENT", 1000.0)

    with Bar("Reading contacts") as bar:
        bar.reach(200, 200)

    assert capsys.readouterr().err == ""


# In the configuration


def test_the_configuration_names_files_beside_itself(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".msglint.yaml").write_text("contacts: [k.vcf]\n", encoding="utf-8")
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")

    assert run("contacts", "--find", "ida").stdout.startswith("Ida Falk\n")


def test_the_variable_names_several_files_from_here(run: Run) -> None:
    assert "k.vcf: 1 person" in run("contacts", MSGLINT_CONTACTS="k.csv, k.vcf").stdout


@pytest.mark.parametrize("value", ["k.vcf,", ",k.vcf", " , k.vcf , "])
def test_empty_items_of_the_variable_name_nothing(run: Run, value: str) -> None:
    assert told(run, MSGLINT_CONTACTS=value) == ["k.vcf: 1 person, 1 address"]


def test_a_variable_of_empty_items_names_nothing(run: Run) -> None:
    assert run("contacts", MSGLINT_CONTACTS=" , ").stderr.startswith("msglint: No contacts are given")


def test_a_tilde_is_the_home(run: Run, folder: Path) -> None:
    assert told(run, "~/k.vcf", HOME=str(folder)) == ["k.vcf: 1 person, 1 address"]
    assert "whose folder '~nobody-at-all/k.vcf' is" in run("contacts", "~nobody-at-all/k.vcf").stderr


def test_columns_from_the_configuration(run: Run, folder: Path) -> None:
    (folder / "own.csv").write_text("Wer;Sippe;Draht;Funk\nAnna;Meyer;a@b.de;c@d.de\n", encoding="utf-8")
    columns = "contact-columns:\n  given: Wer\n  family: Sippe\n  email: [Draht, Funk]\n"
    (folder / ".msglint.yaml").write_text(f"contacts: own.csv\n{columns}", encoding="utf-8")

    assert told(run) == [
        "own.csv: 1 person, 2 addresses",
        "  given: Wer",
        "  family: Sippe",
        "  email: Draht, Funk",
    ]
    shown = run("config").stdout
    assert "contacts                " in shown
    assert "contact-columns.email" in shown
    assert "Draht, Funk" in shown


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("contact-columns:\n  mail: Draht\n", ".msglint.yaml:2: there is no column 'mail'; did you mean 'email'?"),
        (
            "contact-columns: Draht\n",
            ".msglint.yaml:1: 'contact-columns' needs a value: lines of the form 'name: value'.",
        ),
        (
            "contact-columns:\n  email:\n",
            ".msglint.yaml:2: 'contact-columns.email' needs a value: the header of a column.",
        ),
        ("contacts:\n", ".msglint.yaml:1: 'contacts' needs a value: a file or a list of files."),
        ("contacts:\n  a: b\n", ".msglint.yaml:1: 'contacts' needs a value: a file or a list of files."),
    ],
)
def test_a_wrong_configuration(run: Run, folder: Path, text: str, sentence: str) -> None:
    (folder / ".msglint.yaml").write_text(text, encoding="utf-8")

    result = run("contacts")

    assert (result.exit_code, result.stderr) == (2, f"msglint: {sentence}\n")
