"""Contacts from CSV files, in the layouts that address books and CRMs export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.contacts.address_book.problems import ContactsError, Notes, Problems
from msglint.contacts.address_book.reading import read_contacts
from msglint.contacts.address_book.sources import find_sources
from msglint.contacts.book import Contact
from msglint.message.model import Relationship

OUTLOOK_GERMAN = (
    "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,"
    "Straße geschäftlich 2,Straße geschäftlich 3,Ort geschäftlich,Region geschäftlich,Postleitzahl geschäftlich,"
    "Land/Region geschäftlich,Straße privat,Telefon Assistent,Telefon geschäftlich,Mobiltelefon,Assistent(in),Beruf,"
    "Büro,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,E-Mail 2: Typ,"
    "E-Mail 2: Angezeigter Name,E-Mail 3: Adresse,E-Mail 3: Typ,E-Mail 3: Angezeigter Name,Geburtstag,Geschlecht,"
    "Kategorien,Konto,Name des/r Vorgesetzten,Notizen,Webseite"
)
OUTLOOK_ENGLISH = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Phone,"
    "Account,Assistant's Name,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,"
    "E-mail 2 Type,E-mail 2 Display Name,E-mail 3 Address,E-mail 3 Type,E-mail 3 Display Name,Gender,Initials,"
    "Manager's Name,Notes,Profession,Web Page"
)
OUTLOOK_ONLINE = (
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,"
    "E-mail 3 Address,Home Phone,Job Title,Department,Company,Office Location,Manager's Name,Company Yomi,Categories"
)
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,"
    "Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Notes,Language,Photo,"
    "Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Organization 1 - Type,"
    "Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title"
)
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value"
)
HUBSPOT = (
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Associated Company,"
    "Job Title,Company Name,Salutation,Additional email addresses"
)
SALESFORCE_REPORT = "Salutation,First Name,Last Name,Title,Account Name,Mailing City,Phone,Email,Contact Owner"
SALESFORCE_EXPORT = (
    '"Id","IsDeleted","MasterRecordId","AccountId","LastName","FirstName","Salutation","Name","Phone","Email","Title"'
)


class Read:
    """What was read from one file, and what was wrong with it."""

    def __init__(
        self, folder: Path, text: str | bytes, mapped: Mapping[str, Sequence[str]] | None = None, name: str = "k.csv"
    ) -> None:
        path = folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        problems = Problems()
        notes = Notes(path, problems)
        (source,) = find_sources([path])
        self.contacts: list[Contact] = list(read_contacts(source, mapped or {}, notes, lambda position: None))
        problems.finish()
        self.problems = [problem.text("en").rpartition("k.csv:")[2] for problem in problems.kept]
        self.columns = notes.columns
        self.missing = notes.missing

    @property
    def names(self) -> list[str]:
        return [contact.person.full for contact in self.contacts]

    @property
    def only(self) -> Contact:
        (contact,) = self.contacts
        return contact


def table(headers: str, cells: Mapping[str, str], delimiter: str = ",") -> str:
    """A file with the headers and one row."""
    names = [header.strip('"') for header in headers.split(",")]
    assert set(cells) <= set(names), set(cells) - set(names)
    row = (f'"{cells[name]}"' if name in cells else "" for name in names)
    return f"{delimiter.join(names)}\r\n{delimiter.join(row)}\r\n"


def error(folder: Path, text: str | bytes, language: str = "en") -> str:
    with pytest.raises(ContactsError) as caught:
        Read(folder, text)
    sentence = caught.value.text(language)
    assert "\n" not in sentence
    return sentence


# Vendors


def test_outlook_in_german(tmp_path: Path) -> None:
    cells = {
        "Anrede": "Frau Dr.",
        "Vorname": "Anna",
        "Weitere Vornamen": "Maria",
        "Nachname": "Müller",
        "Firma": "ACME GmbH",
        "Position": "Direktorin",
        "E-Mail-Adresse": "A.Mueller@acme.example",
        "E-Mail-Typ": "SMTP",
        "E-Mail: Angezeigter Name": "Anna Müller (a.mueller@acme.example)",
        "E-Mail 2: Adresse": "anna@example.com",
        "Geschlecht": "Keine Angabe",
        "Kategorien": "Kunden;per du",
        "Konto": "Sparkasse",
        "Notizen": "Zeile eins\nZeile zwei",
    }
    read = Read(tmp_path, table(OUTLOOK_GERMAN, cells).encode("cp1252"))

    assert read.problems == []
    contact = read.only
    assert (contact.person.given, contact.person.family) == ("Anna Maria", "Müller")
    assert (contact.person.honorific, contact.person.titles) == ("Frau", ("Dr.",))
    assert contact.emails == ("a.mueller@acme.example", "anna@example.com")
    assert (contact.organisation, contact.form, Path(contact.source).name) == ("ACME GmbH", "du", "k.csv:2")


def test_outlook_in_english(tmp_path: Path) -> None:
    cells = {"Title": "Mr.", "First Name": "John", "Last Name": "Smith", "Suffix": "Jr.", "Job Title": "Judge"}
    contact = Read(tmp_path, table(OUTLOOK_ENGLISH, {**cells, "Gender": "Unspecified"})).only

    assert (contact.person.honorific, contact.person.titles, contact.person.full) == ("Mr", (), "John Smith")


def test_outlook_online(tmp_path: Path) -> None:
    cells = {
        "First Name": "Jo",
        "Last Name": "Price",
        "Nickname": "Jojo",
        "E-mail Address": "jo@example.com",
        "E-mail 3 Address": "/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=jo",
        "Title": "Prof.",
    }
    read = Read(tmp_path, table(OUTLOOK_ONLINE, cells))

    assert read.problems == []
    assert (read.only.nicknames, read.only.emails) == (("Jojo",), ("jo@example.com",))
    assert read.only.person.titles == ("Prof.",)


def test_google_old(tmp_path: Path) -> None:
    cells = {
        "Name": "Dr. Anna Meyer",
        "Given Name": "Anna",
        "Family Name": "Meyer",
        "Name Prefix": "Dr.",
        "Group Membership": "* myContacts ::: du ::: Verein",
        "E-mail 1 - Type": "* Work",
        "E-mail 1 - Value": "anna@example.com ::: meyer@example.com",
        "E-mail 2 - Value": "am@example.org",
        "Organization 1 - Name": "ACME",
        "Organization 1 - Title": "Herr der Ringe",
    }
    contact = Read(tmp_path, table(GOOGLE_OLD, cells, "\t").encode("utf-16")).only

    assert contact.emails == ("anna@example.com", "meyer@example.com", "am@example.org")
    assert (contact.person.full, contact.person.titles, contact.person.honorific) == ("Anna Meyer", ("Dr.",), "")
    assert (contact.form, contact.organisation) == ("du", "ACME")


def test_google_new(tmp_path: Path) -> None:
    cells = {
        "First Name": "Łukasz",
        "Last Name": "Nowak",
        "Name Prefix": "Herr",
        "Nickname": "Luki",
        "Organization Name": "ACME",
        "Organization Title": "Prof.",
        "E-mail 1 - Label": "Work",
        "E-mail 1 - Value": "l@example.com",
    }
    read = Read(tmp_path, "\ufeff" + table(GOOGLE_NEW, cells))

    person = read.only.person
    assert (person.full, person.honorific, person.titles) == ("Łukasz Nowak", "Herr", ())
    assert (read.only.nicknames, read.only.organisation) == (("Luki",), "ACME")
    assert read.columns["email"] == ("E-mail 1 - Value", "E-mail 2 - Value")


def test_hubspot(tmp_path: Path) -> None:
    cells = {
        "Record ID": "901",
        "First Name": "Anna",
        "Last Name": "Meyer",
        "Email": "anna@example.com",
        "Contact owner": "Tom Groß",
        "Company Name": "ACME",
        "Additional email addresses": "am@example.org;a@example.net",
    }
    contact = Read(tmp_path, table(HUBSPOT, cells)).only

    assert contact.emails == ("anna@example.com", "am@example.org", "a@example.net")
    assert (contact.organisation, contact.person.full) == ("ACME", "Anna Meyer")


@pytest.mark.parametrize(
    ("headers", "given_name", "family_name"),
    [(SALESFORCE_REPORT, "First Name", "Last Name"), (SALESFORCE_EXPORT, "FirstName", "LastName")],
)
def test_salesforce_has_the_job_under_title(tmp_path: Path, headers: str, given_name: str, family_name: str) -> None:
    cells = {given_name: "Elsa", family_name: "Ek", "Salutation": "Ms.", "Email": "e@example.com", "Title": "Dr."}
    person = Read(tmp_path, table(headers, cells)).only.person

    assert (person.honorific, person.titles, person.given, person.family) == ("Ms", (), "Elsa", "Ek")


def test_title_and_honorific_in_two_german_columns(tmp_path: Path) -> None:
    read = Read(tmp_path, "Anrede;Titel;Vorname;Name;EMail\nHerr;Prof. Dr.;Tom;Groß;t@example.com\n")

    person = read.only.person
    assert (person.honorific, person.titles, person.family) == ("Herr", ("Prof.", "Dr."), "Groß")


# What columns hold


@pytest.mark.parametrize(
    ("written", "form"),
    [("du", "du"), ("Sie", "Sie"), ("per Du", "du"), ("DUZEN", "du"), ("siezen", "Sie"), ("formal", "Sie"), ("", None)],
)
def test_form_of_address(tmp_path: Path, written: str, form: str | None) -> None:
    assert Read(tmp_path, f"Vorname;Nachname;Anredeform\nAnna;Meyer;{written}\n").only.form == form


def test_duzen_as_yes_and_no(tmp_path: Path) -> None:
    read = Read(tmp_path, "Vorname;Nachname;Duzen\nAnna;Meyer;ja\nTom;Groß;nein\n")

    assert [contact.form for contact in read.contacts] == ["du", "Sie"]


def test_a_form_that_does_not_exist(tmp_path: Path) -> None:
    read = Read(tmp_path, "Vorname;Nachname;E-Mail;Anredeform\nAnna;Meyer;a@example.com;Hoheit\n")

    assert read.only.form is None
    assert read.problems == ["2: the form of address cannot be 'Hoheit'; it may be du or Sie."]


def test_relationship(tmp_path: Path) -> None:
    text = "Vorname;Nachname;E-Mail;Beziehung\nA;B;a@b.de;none\nC;D;c@b.de;existing\nE;F;e@b.de;gut\n"
    read = Read(tmp_path, text)

    assert [contact.relationship for contact in read.contacts] == [Relationship.NONE, Relationship.EXISTING, None]
    assert read.problems == ["4: the relationship cannot be 'gut'; it may be none or existing."]


@pytest.mark.parametrize(
    ("title", "honorific", "titles"),
    [
        ("Herr Dr.", "Herr", ("Dr.",)),
        ("Herrn", "Herr", ()),
        ("Sehr geehrte Frau Prof. Dr.", "Frau", ("Prof.", "Dr.")),
        ("Dr. med.", "", ("Dr.", "med.")),
        ("Dipl.-Ing.", "", ("Dipl.-Ing.",)),
        ("Herr/Frau", "", ()),
        ("Herr und Frau", "", ()),
        ("Sales Manager", "", ()),
        ("Firma", "", ()),
        ("Mrs", "Mrs", ()),
    ],
)
def test_titles(tmp_path: Path, title: str, honorific: str, titles: tuple[str, ...]) -> None:
    person = Read(tmp_path, f"Anrede;Vorname;Nachname\n{title};Anna;Meyer\n").only.person

    assert (person.honorific, person.titles) == (honorific, titles)


def test_the_gender_that_the_entry_states(tmp_path: Path) -> None:
    read = Read(tmp_path, "Vorname;Nachname;Geschlecht\nA;B;männlich\nC;D;W\nE;F;Keine Angabe\nG;H;divers\n")

    assert [contact.person.honorific for contact in read.contacts] == ["Herr", "Frau", "", ""]


def test_a_title_in_the_field_of_the_first_name(tmp_path: Path) -> None:
    person = Read(tmp_path, "Vorname;Nachname\nDr. Anna;Meyer\n").only.person

    assert (person.given, person.titles) == ("Anna", ("Dr.",))


def test_names_in_capitals_are_not_shouted_back(tmp_path: Path) -> None:
    assert Read(tmp_path, "Vorname;Nachname\nHANS-PETER;von BERG\nanna;MÜLLER\n").names == [
        "Hans-Peter von Berg",
        "Anna Müller",
    ]


def test_surnames_that_look_like_something_else(tmp_path: Path) -> None:
    assert Read(tmp_path, "First Name,Last Name\nJun,Ma\nAmy,Judge\nTom,Lord\n").names == [
        "Jun Ma",
        "Amy Judge",
        "Tom Lord",
    ]


def test_only_a_full_name(tmp_path: Path) -> None:
    read = Read(tmp_path, 'Name;E-Mail\n"Meyer, Dr. Anna";a@example.com\nTom Groß;t@example.com\n')

    assert [(c.person.given, c.person.family) for c in read.contacts] == [("Anna", "Meyer"), ("Tom", "Groß")]


def test_firms_teams_and_bare_addresses_are_nobody(tmp_path: Path) -> None:
    text = (
        "Name;Firma;E-Mail\nACME GmbH;ACME GmbH;info@acme.de\nTeam Vertrieb;;v@acme.de\n;;x@acme.de\nb@c.de;;b@c.de\n"
    )
    read = Read(tmp_path, text)

    assert (read.names, read.problems) == ([], [])


def test_addresses_in_all_their_writings(tmp_path: Path) -> None:
    cells = '"Anna <ANNA@example.com>; mailto:am@example.org, SMTP:a@example.net."'
    read = Read(tmp_path, f"Vorname;Nachname;E-Mail\nAnna;Meyer;{cells}\n")

    assert read.only.emails == ("anna@example.com", "am@example.org", "a@example.net")


def test_no_address_where_one_should_be(tmp_path: Path) -> None:
    read = Read(tmp_path, "Vorname;Nachname;E-Mail\nAnna;Meyer;folgt\n")

    assert read.names == ["Anna Meyer"]
    assert read.problems == ["2: there is no e-mail address in 'folgt'."]


def test_columns_mapped_in_the_configuration(tmp_path: Path) -> None:
    mapped = {"given": ("Wer",), "family": ("Sippe",), "email": ("Draht 1", "Draht 2"), "form": ("Ton",)}
    text = "Wer;Sippe;Draht 1;Draht 2;Ton;E-Mail\nAnna;Meyer;a@b.de;c@b.de;du;chef@b.de\n"

    contact = Read(tmp_path, text, mapped).only

    assert (contact.person.full, contact.emails, contact.form) == ("Anna Meyer", ("a@b.de", "c@b.de"), "du")


def test_a_mapped_column_that_is_not_there(tmp_path: Path) -> None:
    read = Read(tmp_path, "Vorname;Nachname;E-Mail\nAnna;Meyer;a@b.de\n", {"form": ("Ton",), "email": ("Draht",)})

    assert (read.only.emails, read.missing) == (("a@b.de",), (("form", "Ton"), ("email", "Draht")))


def test_a_mapped_column_of_names_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ContactsError) as caught:
        Read(tmp_path, "Wer;E-Mail\nAnna;a@b.de\n", {"given": ("Were",)})

    assert "found in: Wer, E-Mail; not among them: Were (contact-columns.given)." in caught.value.text("en")


# How the file is written


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1", "utf-32"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiters_encodings_and_line_ends(tmp_path: Path, delimiter: str, encoding: str, line_end: str) -> None:
    rows = [("Vorname", "Nachname", "E-Mail"), ("Zoë", "Groß", "z@example.com"), ("Björn", "Jäger", "b@example.com")]
    text = line_end.join(delimiter.join(cells) for cells in rows) + line_end

    read = Read(tmp_path, text.encode(encoding))

    assert (read.names, read.problems) == (["Zoë Groß", "Björn Jäger"], [])
    assert [Path(contact.source).name for contact in read.contacts] == ["k.csv:2", "k.csv:3"]


def test_line_breaks_within_quotation_marks(tmp_path: Path) -> None:
    text = 'Vorname,Nachname,Notizen,E-Mail\nAnna,Meyer,"eins\n""zwei"", Ende\n",a@b.de\nTom,Groß,,falsch\n'
    read = Read(tmp_path, text)

    assert [Path(contact.source).name for contact in read.contacts] == ["k.csv:2", "k.csv:5"]
    assert read.problems == ["5: there is no e-mail address in 'falsch'."]


def test_the_line_that_excel_puts_on_top(tmp_path: Path) -> None:
    assert Read(tmp_path, "sep=;\nVorname;Nachname, Titel\nAnna;Meyer\n", {"family": ("Nachname, Titel",)}).names == [
        "Anna Meyer"
    ]


def test_a_report_with_a_title_above_the_headers(tmp_path: Path) -> None:
    text = "Kontaktliste Vertrieb\n\nStand: 1. März\n\nVorname;Nachname;E-Mail\nAnna;Meyer;a@b.de\n"

    assert Path(Read(tmp_path, text).only.source).name == "k.csv:6"


# What is wrong with it


def test_a_line_in_another_encoding(tmp_path: Path) -> None:
    lines = ["Vorname;Nachname;E-Mail", "Jörg;Groß;", "Björn;Jäger;", "Jürgen;Müller;"]
    raw = b"\n".join([*(line.encode() for line in lines[:3]), lines[3].encode("cp1252")])

    read = Read(tmp_path, raw)

    assert read.names == ["Jörg Groß", "Björn Jäger", "Jürgen Müller"]
    assert read.problems == ["4: not written in UTF-8 as the rest of the file is; read as Windows-1252."]


def test_too_many_and_too_few_fields(tmp_path: Path) -> None:
    text = "Vorname;Nachname;E-Mail;Ort\nA;B;a@b.de;X;Y\nC;D;c@b.de\nE;F\nG;H;g@b.de;Z;;\n"
    read = Read(tmp_path, text)

    assert read.names == ["C D", "G H"]
    assert read.problems == [
        "2: too many fields (5 instead of 4); the row was left out.",
        "4: too few fields (2 instead of 4); the row was left out.",
    ]


def test_a_quotation_mark_that_nobody_closes_costs_one_row(tmp_path: Path) -> None:
    rows = [f"Anna{number},Meyer,a{number}@b.de" for number in range(1000)]
    rows[3] = 'Anna3,"Meyer,a3@b.de'

    read = Read(tmp_path, "Vorname,Nachname,E-Mail\n" + "\n".join(rows) + "\n")

    assert len(read.contacts) == 999
    assert read.problems == ["5: a quotation mark is not closed; the row was left out."]


def test_inches_in_a_cell_are_no_quotation(tmp_path: Path) -> None:
    text = 'Vorname;Nachname;Firma\nAnna;Meyer;Rohr 5" GmbH\nTom;Groß;\nIda;Falk;8" AG\nEva;Zorn;\n'

    assert Read(tmp_path, text).names == ["Anna Meyer", "Tom Groß", "Ida Falk", "Eva Zorn"]


def test_nul_bytes(tmp_path: Path) -> None:
    rows = "".join(f"Anna;Meyer;a{number}@b.de\n" for number in range(300))
    read = Read(tmp_path, "Vorname;Nachname;E-Mail\n" + rows + "To\0m;Groß;t@b.de\n")

    assert read.names[-1] == "Tom Groß"
    assert read.problems == ["302: there are NUL bytes here; they were ignored."]


def test_a_giant_line_and_a_giant_cell(tmp_path: Path) -> None:
    rows = [f"A;{'x' * 1_000_000};", f"B;{'y' * 150_000};", f"C;{'z' * 300};", "Anna;Meyer;a@b.de"]
    read = Read(tmp_path, "\n".join(["Vorname;Nachname;E-Mail", *rows]))

    assert read.names == ["Anna Meyer"]
    assert read.problems == [
        "2: the row is too long; it was left out.",
        "3: a field is too long; the row was left out.",
        "4: the name is longer than 200 characters; the entry was left out.",
    ]


def test_no_column_of_addresses(tmp_path: Path) -> None:
    read = Read(tmp_path, "Vorname;Nachname;Draht\nAnna;Meyer;a@b.de\n")

    assert (read.names, read.only.emails) == (["Anna Meyer"], ())
    assert read.problems == [
        "1: no column of e-mail addresses found in: Vorname, Nachname, Draht; "
        "say which it is with contact-columns.email."
    ]


@pytest.mark.parametrize("text", ["Wer;E-Mail\nAnna;a@b.de\n", "\n\nWer;Draht\nAnna;a@b.de\n"])
def test_no_column_of_names(tmp_path: Path, text: str) -> None:
    sentence = error(tmp_path, text)

    assert "no column of names found in: Wer, " in sentence
    assert "contact-columns.given" in sentence
    assert "Keine Spalte mit Namen" in error(tmp_path, text, "de")


@pytest.mark.parametrize("text", ["", "\n\n \n", "\ufeff"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    read = Read(tmp_path, text)

    assert read.contacts == []
    assert read.problems[0].endswith("the file is empty.")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"PK\x03\x04" + b"\0" * 30, "an Excel workbook or another ZIP archive"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 30, "an old Excel or an Outlook file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", "no text"),
        (bytes(range(1, 32)) * 20, "no text"),
    ],
)
def test_other_files(tmp_path: Path, raw: bytes, what: str) -> None:
    assert error(tmp_path, raw).endswith(f"this is {what}; a vCard (.vcf) or a CSV file is needed.")


@settings(max_examples=150, deadline=None)
@given(raw=st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused_in_a_sentence(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    for start in (b"", b"Vorname;Nachname;E-Mail\n", 'Name,E-Mail\n"'.encode("utf-16")):
        with suppress(ContactsError):
            Read(tmp_path_factory.getbasetemp(), start + raw)


# What is no name


@pytest.mark.parametrize(
    "name",
    [
        "M\ufffdller",
        "M\x81ller",
        "M?ller",
        "MÃ¼ller",
        "GroÃŸ",
        "Å‚ukasz",
        "M├╝ller",
        "M√ºller",
        'Mey"er',
        "Meyer;",
        "M&uuml;ller",
        "M=FCller",
        "Meyer?",
        "Mey\x07er",
        "Mey_er",
        "M„ller",
        "Mey€r",
    ],
)
def test_a_damaged_name_is_never_used(tmp_path: Path, name: str) -> None:
    cell = '"' + name.replace('"', '""') + '"'
    read = Read(tmp_path, f"Vorname;Nachname;E-Mail\nAnna;{cell};a@b.de\n;{cell};b@b.de\n")

    assert read.names == ["Anna"]
    assert read.problems == [f"{line}: '{name}' cannot be a name; it was left out." for line in (2, 3)]


@pytest.mark.parametrize("name", ["M?ller, Anna", "Anna MÃ¼ller", "Anna M\ufffdller", "Anna M├╝ller"])
def test_a_damaged_whole_name_is_never_used(tmp_path: Path, name: str) -> None:
    read = Read(tmp_path, f'Name;E-Mail\n"{name}";a@b.de\n')

    assert (read.names, read.problems) == ([], [f"2: '{name}' cannot be a name; it was left out."])


def test_a_whole_name_stands_in_for_a_damaged_one(tmp_path: Path) -> None:
    read = Read(tmp_path, "Vorname;Nachname;Anzeigename;E-Mail\nAnna;M?ller;Anna Müller;a@b.de\n")

    assert read.names == ["Anna Müller"]


@pytest.mark.parametrize(
    ("given_name", "family_name", "full"),
    [
        ('"=""Anna"""', '"=""Meyer"""', "Anna Meyer"),
        ('"""Anna"""', "„Meyer“", "Anna Meyer"),
        ("Anna ❤️", "Meyer", "Anna Meyer"),
        ("An\u00adna", "Mey\u200ber", "Anna Meyer"),
        ("Anne-Marie (Anni)", "O’Neil", "Anne-Marie (Anni) O’Neil"),
        ("Łukasz", "Đặng", "Łukasz Đặng"),
        ("SÃO", "Ångström", "SÃO Ångström"),
        ("Андрей", "Müller/Groß", "Андрей Müller/Groß"),
    ],
)
def test_names_that_only_look_odd(tmp_path: Path, given_name: str, family_name: str, full: str) -> None:
    read = Read(tmp_path, f"Vorname;Nachname;E-Mail\n{given_name};{family_name};a@b.de\n")

    assert ([name.casefold() for name in read.names], read.problems) == ([full.casefold()], [])


@pytest.mark.parametrize(
    "filler",
    "[not Provided]|Unknown|UNBEKANNT|N.n.|N.N.|N/A|#N/A|#REF!|#NV|#NAME?|Null|None|nan|k.A.|k. A.|tbd|x|XX|-|--|0|"
    "4711|Last Name|Nachname|{{lastname}}|%LASTNAME%|*|test|(leer)|Unknown Unknown".split("|"),
)
def test_what_stands_where_no_name_is_known(tmp_path: Path, filler: str) -> None:
    text = f"Vorname;Nachname;E-Mail\nAnna;{filler};a@b.de\n{filler};Meyer;b@b.de\n{filler};{filler};c@b.de\n"
    read = Read(tmp_path, text)

    assert read.names == ["Anna", "Meyer"]
    assert read.problems == [f"2: '{filler}' is no name; 3 entries like this were left out."]


@pytest.mark.parametrize("name", ["Na", "Nan", "Ka", "Li", "Noname-Schmidt", "Testa", "Nullmeyer", "Xu"])
def test_names_that_are_nearly_fillers(tmp_path: Path, name: str) -> None:
    assert Read(tmp_path, f"Vorname;Nachname;E-Mail\nAnna;{name};a@b.de\n").names == [f"Anna {name}"]


def test_fillers_in_whole_names(tmp_path: Path) -> None:
    read = Read(tmp_path, "Name;E-Mail\nUnknown;a@b.de\nAnna [not Provided];b@b.de\nAnna Unknown;c@b.de\n")

    assert read.names == ["Anna", "Anna"]


def test_both_names_in_the_column_of_the_surname(tmp_path: Path) -> None:
    text = 'Vorname;Nachname;E-Mail\n;"Meyer, Anna";a@b.de\nAnna;"Groß, Anna";b@b.de\n;"Falk, Dr. Ida";c@b.de\n'
    people = [contact.person for contact in Read(tmp_path, text).contacts]

    assert [(p.given, p.family) for p in people] == [("Anna", "Meyer"), ("Anna", "Groß"), ("Ida", "Falk")]
    assert people[2].titles == ("Dr.",)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('"=""ACME AG"""', "ACME AG"),
        ("MÃ¼ller AG", ""),
        ("M?ller AG", ""),
        ("n/a", ""),
        ("Müller & Söhne (24/7)!", None),
    ],
)
def test_an_organisation_is_a_name_too(tmp_path: Path, written: str, name: str | None) -> None:
    contact = Read(tmp_path, f"Vorname;Nachname;E-Mail;Firma\nAnna;Meyer;a@b.de;{written}\n").only

    assert contact.organisation == (written if name is None else name)


# Encodings of other machines


PEOPLE = "Vorname;Nachname\nJürgen;Groß\nRené;Jäger\nSönke;Öhler\nFrançois;Bär\n"


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("text", [PEOPLE, "Vorname;Nachname\nAnna;Müller\n", "Vorname;Nachname\nJosé;Muñoz\n"])
def test_old_encodings_are_told_by_what_they_make_of_names(tmp_path: Path, encoding: str, text: str) -> None:
    expected = [row.replace(";", " ") for row in text.splitlines()[1:]]

    assert Read(tmp_path, text.encode(encoding)).names == expected


@pytest.mark.parametrize(
    ("name", "encoding"), [("Groß", "cp850"), ("Hernández", "cp1252"), ("Groß", "cp1252"), ("Weiß", "mac_roman")]
)
def test_one_letter_is_enough_to_tell(tmp_path: Path, name: str, encoding: str) -> None:
    raw = f"Vorname;Nachname\nAnna;{name}\n".encode(encoding)

    assert Read(tmp_path, raw).names == [f"Anna {name}"]


# More headers


@pytest.mark.parametrize(
    ("headers", "row"),
    [
        ("Vorname;Nachname;Primäre E-Mail-Adresse;Sekundäre E-Mail-Adresse", "Anna;Meyer;a@b.de;c@d.de"),
        ("Vorname;Nachname;E-Mail gesch.;E-Mail (sonstige)", "Anna;Meyer;a@b.de;c@d.de"),
        ("First name;Last name;User principal name;E-Mail", "Anna;Meyer;a@b.de;c@d.de"),
        ("Person - Name;Person - Email - Work;Person - Email - Home", "Anna Meyer;a@b.de;c@d.de"),
        ("Ansprechpartner Vorname;Ansprechpartner Nachname;E-Mail;E-Mail 2", "Anna;Meyer;a@b.de;c@d.de"),
        ('"Nachname, Vorname";E-Mail;E-Mail 2', '"Meyer, Anna";a@b.de;c@d.de'),
        ("Nachname Vorname;E-Mail;E-Mail 2", "Meyer Anna;a@b.de;c@d.de"),
    ],
)
def test_headers_of_other_programs(tmp_path: Path, headers: str, row: str) -> None:
    contact = Read(tmp_path, f"{headers}\n{row}\n").only

    assert (contact.person.given, contact.person.family, contact.emails) == ("Anna", "Meyer", ("a@b.de", "c@d.de"))


@pytest.mark.parametrize(
    ("salutation", "honorific", "titles"),
    [
        ("Sehr geehrte Frau Dr. Meyer", "Frau", ("Dr.",)),
        ("Sehr geehrte Frau Dr. Meyer,", "Frau", ("Dr.",)),
        ("Liebe Anna", "", ()),
        ("Sehr geehrter Herr Groß", "", ()),
        ("Sehr geehrte Damen und Herren", "", ()),
        ("Meyer", "", ()),
    ],
)
def test_a_whole_salutation_teaches(tmp_path: Path, salutation: str, honorific: str, titles: tuple[str, ...]) -> None:
    for header in ("Briefanrede", "Anrede"):
        person = Read(tmp_path, f'{header};Vorname;Nachname\n"{salutation}";Anna;Meyer\n').only.person

        assert (person.honorific, person.titles) == (honorific, titles)
