"""Contacts from vCards, in the dialects of Outlook, Google, Nextcloud and Apple."""

from __future__ import annotations

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

OUTLOOK = """BEGIN:VCARD
VERSION:2.1
X-MS-SIGNATURE:YES
N;LANGUAGE=de;CHARSET=Windows-1252:Müller;Anna;;Frau Dr.
FN;CHARSET=Windows-1252:Frau Dr. Anna Müller
ORG;CHARSET=Windows-1252:Größe, Maß & Söhne GmbH;Einkauf
TITLE:Prof.
TEL;WORK;VOICE:+49 (561) 1234
ADR;WORK;PREF;CHARSET=Windows-1252:;;Weg 1;Kassel;;34117;Deutschland
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0A=
=0D=0A=
34117  Kassel
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
EMAIL;PREF;INTERNET:A.Mueller@example.com
EMAIL;INTERNET:am@example.org
X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAcFBQYFBAcGBQYIBwcIChELCgkJChUPEAwRGBUa
 GRgVGBcbHichGx0lHRcYIi4iJSgpKywrGiAvMy8qMicqKyr/2wBDAQcICAoJChQLCxQqHBgc=

X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.microsoft.com/office/outlook/12"></card>
REV:20260301T101010Z
END:VCARD
"""
ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gro=C3=9F;Bj=C3=B6rn;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bj=C3=B6rn=20=
Gro=C3=9F
EMAIL;HOME:bjoern@example.com
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
/4QB4RXhpZgAATU0AKgAAAAgABAEAAAQ

END:VCARD
"""
GOOGLE = """BEGIN:VCARD
VERSION:3.0
FN:Dr. Anna Meyer
N:Meyer;Anna;Maria;Dr.;
NICKNAME:Anni
EMAIL;TYPE=INTERNET;TYPE=WORK:anna@example.com
item1.EMAIL;TYPE=INTERNET:anni@example.org
item1.X-ABLabel:Verein
ORG:ACME
TITLE:Magister Ludi
NOTE:Erste Zeile\\nFN:Jemand anders
CATEGORIES:myContacts,per Du
END:VCARD
"""
NEXTCLOUD = """BEGIN:VCARD
VERSION:4.0
PRODID:-//Sabre//Sabre VObject 4.5.4//EN
UID:8d5ae5de-0000-4000-8000-000000000001
FN:Tom Groß
N:Groß;Tom;;Prof.,Dr.;
GENDER:M
EMAIL;TYPE=WORK;PREF=1:tom@example.com
ORG:Universität;Institut\\, Haus 2
KIND:individual
X-MSGLINT-FORM:Sie
X-MSGLINT-RELATIONSHIP:none
END:VCARD
"""
APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.0//EN
N:van der Berg;Jan-Willem;;;
FN:Jan-Willem van der Berg
item1.EMAIL;type=INTERNET;type=pref:jw@example.com
item1.X-ABLabel:_$!<Other>!$_
ADR;type=WORK;X-ADDRESS="Haus \\"Nord\\"":;;Weg 1
 ;Kassel;;34117;
X-ABUID:0001\\:ABPerson
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:ACME Inc.
ORG:ACME Inc.;
X-ABShowAs:COMPANY
EMAIL:info@acme.example
END:VCARD
"""


class Read:
    """What was read from one file, and what was wrong with it."""

    def __init__(self, folder: Path, text: str | bytes, name: str = "k.vcf") -> None:
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        problems = Problems()
        notes = Notes(path, problems)
        (source,) = find_sources([path])
        self.contacts: list[Contact] = list(read_contacts(source, {}, notes, lambda position: None))
        self.problems = [problem.text("en").rpartition(f"{name}:")[2].strip() for problem in problems.kept]
        self.left_out = notes.left_out

    @property
    def names(self) -> list[str]:
        return [contact.person.full for contact in self.contacts]

    @property
    def only(self) -> Contact:
        (contact,) = self.contacts
        return contact


def card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


# Vendors


def test_outlook(tmp_path: Path) -> None:
    read = Read(tmp_path, OUTLOOK.replace("\n", "\r\n").encode("cp1252"))

    assert read.problems == []
    contact = read.only
    assert (contact.person.given, contact.person.family) == ("Anna", "Müller")
    assert (contact.person.honorific, contact.person.titles) == ("Frau", ("Dr.",))
    assert contact.emails == ("a.mueller@example.com", "am@example.org")
    assert (contact.organisation, Path(contact.source).name) == ("Größe, Maß & Söhne GmbH", "k.vcf:1")


def test_android(tmp_path: Path) -> None:
    read = Read(tmp_path, ANDROID)

    assert read.problems == []
    assert (read.only.person.full, read.only.emails) == ("Björn Groß", ("bjoern@example.com",))


def test_google(tmp_path: Path) -> None:
    contact = Read(tmp_path, GOOGLE).only

    assert (contact.person.given, contact.person.family, contact.person.titles) == ("Anna Maria", "Meyer", ("Dr.",))
    assert contact.emails == ("anna@example.com", "anni@example.org")
    assert (contact.nicknames, contact.organisation, contact.form) == (("Anni",), "ACME", "du")


def test_nextcloud(tmp_path: Path) -> None:
    contact = Read(tmp_path, NEXTCLOUD).only

    assert (contact.person.full, contact.person.honorific, contact.person.titles) == (
        "Tom Groß",
        "Herr",
        ("Prof.", "Dr."),
    )
    assert (contact.form, contact.relationship, contact.organisation) == ("Sie", Relationship.NONE, "Universität")


def test_apple(tmp_path: Path) -> None:
    read = Read(tmp_path, APPLE)

    assert read.problems == []
    assert (read.only.person.given, read.only.person.family) == ("Jan-Willem", "van der Berg")
    assert (read.only.emails, read.left_out) == (("jw@example.com",), 1)


def test_many_cards_in_one_file(tmp_path: Path) -> None:
    read = Read(tmp_path, GOOGLE + "\n\n" + NEXTCLOUD + OUTLOOK)

    assert read.names == ["Anna Maria Meyer", "Tom Groß", "Anna Müller"]
    assert [Path(contact.source).name for contact in read.contacts] == ["k.vcf:1", "k.vcf:16", "k.vcf:29"]


# What cards say


@pytest.mark.parametrize(
    ("line", "honorific"),
    [
        ("GRAMGENDER:feminine", "Frau"),
        ("GRAMGENDER;LANGUAGE=de:MASCULINE", "Herr"),
        ("GRAMGENDER:neuter", ""),
        ("GENDER:F", "Frau"),
        ("GENDER:M;er", "Herr"),
        ("GENDER:O;divers", ""),
        ("GENDER:M\r\nGRAMGENDER:feminine", "Frau"),
        ("GENDER:M\r\nGRAMGENDER:common", ""),
        ("NOTE:Frau", ""),
    ],
)
def test_gender_as_the_card_states_it(tmp_path: Path, line: str, honorific: str) -> None:
    assert Read(tmp_path, card("N:Meyer;Andrea;;;", line)).only.person.honorific == honorific


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        (["X-MSGLINT-FORM:du"], "du"),
        (["X-MSGLINT-FORM:Sie", "CATEGORIES:du"], "Sie"),
        (["CATEGORIES:Kunden", "CATEGORIES:Sie"], "Sie"),
        (["CATEGORIES:du,Sie"], None),
        (["CATEGORIES:Duisburg"], None),
    ],
)
def test_form_of_address(tmp_path: Path, lines: list[str], form: str | None) -> None:
    assert Read(tmp_path, card("N:Meyer;Anna;;;", *lines)).only.form == form


def test_what_msglint_cannot_understand(tmp_path: Path) -> None:
    read = Read(tmp_path, card("N:Meyer;Anna;;;", "X-MSGLINT-FORM:ihr", "X-MSGLINT-RELATIONSHIP:gut"))

    assert read.problems == [
        "1: the form of address cannot be 'ihr'; it may be du or Sie.",
        "1: the relationship cannot be 'gut'; it may be none or existing.",
    ]


def test_a_card_with_fn_only(tmp_path: Path) -> None:
    person = Read(tmp_path, card("FN:Meyer\\, Dr. Anna")).only.person

    assert (person.given, person.family, person.titles) == ("Anna", "Meyer", ("Dr.",))


def test_the_whole_name_in_the_field_of_the_surname(tmp_path: Path) -> None:
    person = Read(tmp_path, card("N:Anna Meyer;;;;", "FN:Anna Meyer")).only.person

    assert (person.given, person.family) == ("Anna", "Meyer")


def test_nobody_in_particular(tmp_path: Path) -> None:
    cards = card("KIND:group", "FN:Vorstand"), card("N:;;;;", "FN:a@b.de", "EMAIL:a@b.de"), card("FN:ACME", "ORG:ACME")
    read = Read(tmp_path, "".join(cards))

    assert (read.contacts, read.left_out, read.problems) == ([], 3, [])


def test_the_card_of_an_agent_is_another_persons(tmp_path: Path) -> None:
    text = card("N:Meyer;Anna", "AGENT:", *card("N:Groß;Tom", "EMAIL:t@b.de").splitlines(), "EMAIL:a@b.de")
    read = Read(tmp_path, text)

    assert (read.names, read.only.emails, read.problems) == (["Anna Meyer"], ("a@b.de",), [])


def test_folded_lines_and_escaped_signs(tmp_path: Path) -> None:
    read = Read(tmp_path, card("N:Mey", " er;An", "\tna;;;", "NICKNAME:An\\,ni,Aenne", "ORG:A\\;B\\\\C;D"))

    assert (read.only.person.full, read.only.nicknames, read.only.organisation) == (
        "Anna Meyer",
        ("An,ni", "Aenne"),
        "A;B\\C",
    )


@pytest.mark.parametrize(
    "line",
    [
        "N;ENCODING=QUOTED-PRINTABLE:M=FCller;Anna",
        'N;encoding=quoted-printable;charset="iso-8859-1":M=FCller;Anna',
        "N;QUOTED-PRINTABLE;CHARSET=nonsense:M=FCller;Anna",
        "N;ENCODING=b;CHARSET=utf-8:TcO8bGxlcjtBbm5h",
        "N;BASE64:TfxsbGVyO0FubmE=",
    ],
)
def test_encoded_values(tmp_path: Path, line: str) -> None:
    assert Read(tmp_path, card(line)).names == ["Anna Müller"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, line_end: str) -> None:
    raw = card("N:Müller;Zoë;;;", "EMAIL:z@b.de").replace("\r\n", line_end).encode(encoding)
    read = Read(tmp_path, raw)

    assert (read.names, read.problems) == (["Zoë Müller"], [])


def test_cards_are_known_by_what_is_in_them(tmp_path: Path) -> None:
    assert Read(tmp_path, "\n" + card("N:Meyer;Anna"), name="kontakte.txt").names == ["Anna Meyer"]


# What is wrong with them


def test_a_card_without_end_costs_no_other(tmp_path: Path) -> None:
    broken = card("N:Groß;Tom", "EMAIL:t@b.de").replace("END:VCARD\r\n", "")
    read = Read(tmp_path, card("N:Meyer;Anna") + broken + card("N:Falk;Ida") + broken)

    assert read.names == ["Anna Meyer", "Ida Falk"]
    assert read.problems == [
        "5: the card that begins here has no END:VCARD; it was left out.",
        "13: the card that begins here has no END:VCARD; it was left out.",
    ]


def test_a_broken_line_costs_no_other(tmp_path: Path) -> None:
    lines = ["N:Meyer;Anna", "und noch etwas", "EMAIL;TYPE=" + "=a" * 40, "NICKNAME;BASE64:A", "EMAIL:a@b.de"]
    read = Read(tmp_path, card(*lines))

    assert (read.names, read.only.emails) == (["Anna Meyer"], ("a@b.de",))
    assert read.problems == [
        "4: this is no line of a vCard; something like 'EMAIL:anna@example.com' is needed.",
        "5: this is no line of a vCard; something like 'EMAIL:anna@example.com' is needed.",
        "6: the value is no valid base64.",
    ]


def test_a_quotation_mark_that_nobody_closes(tmp_path: Path) -> None:
    assert Read(tmp_path, card("N:Meyer;Anna", 'EMAIL;TYPE="WORK:a@b.de')).only.emails == ("a@b.de",)


def test_a_line_in_another_encoding(tmp_path: Path) -> None:
    raw = (card("N:Müller;Anna") + card("N:Jäger;Jörg")).encode() + card("N:Groß;Tom").encode("cp1252")
    read = Read(tmp_path, raw)

    assert read.names == ["Anna Müller", "Jörg Jäger", "Tom Groß"]
    assert read.problems == ["11: not written in UTF-8 as the rest of the file is; read as Windows-1252."]


def test_giant_values(tmp_path: Path) -> None:
    folded = "NICKNAME:" + "\r\n ".join(["x" * 70] * 1000)
    picture = "PHOTO;ENCODING=b:" + "A" * 1_000_000
    read = Read(tmp_path, card("N:Meyer;Anna", folded, picture, "EMAIL:" + "y" * 300_000, "EMAIL:a@b.de"))

    assert (read.names, read.only.emails, read.only.nicknames) == (["Anna Meyer"], ("a@b.de",), ())
    assert read.problems == [
        "4: NICKNAME is too long; the line was left out.",
        "1005: EMAIL is too long; the line was left out.",
    ]


def test_no_card_in_it(tmp_path: Path) -> None:
    read = Read(tmp_path, "Liebe Anna,\nder Anhang fehlt: leider.\n")

    assert read.contacts == []
    assert read.problems == ["there is no vCard in it (no BEGIN:VCARD)."]


@pytest.mark.parametrize("line", ["EMAIL;ENCODING=b:####", "EMAIL;BASE64:/w==", "EMAIL;QUOTED-PRINTABLE:a=FF=FE"])
def test_an_address_that_cannot_be_decoded(tmp_path: Path, line: str) -> None:
    read = Read(tmp_path, card("N:Meyer;Anna", line))

    assert (read.names, read.only.emails) == (["Anna Meyer"], ())
    assert len(read.problems) == 1


@pytest.mark.parametrize("lines", [["N:M?ller;", "FN:M?ller"], ["FN:Anna MÃ¼ller"], ["N:\x81ller;Anna\x9d"]])
def test_a_damaged_name(tmp_path: Path, lines: list[str]) -> None:
    read = Read(tmp_path, card(*lines, "EMAIL:a@b.de"))

    assert (read.names, read.left_out) == ([], 1)
    assert "cannot be a name; it was left out." in read.problems[0]


def test_a_placeholder_in_place_of_a_name(tmp_path: Path) -> None:
    assert Read(tmp_path, card("N:[not Provided];Anna", "FN:Anna [not Provided]")).names == ["Anna"]


# Folders


def test_a_folder_of_cards(tmp_path: Path) -> None:
    book = tmp_path / "book"
    (book / "work").mkdir(parents=True)
    (book / ".hidden").mkdir()
    for name in ("b.vcf", "work/a.VCF", ".hidden/c.vcf", ".d.vcf", "color", "notes.csv"):
        (book / name).write_text(card("N:Meyer;Anna"), encoding="utf-8")

    *cards, other = find_sources([book])
    assert [Path(source.path).relative_to(book).as_posix() for source in cards] == ["b.vcf", "work/a.VCF"]
    assert other.trouble is not None
    assert other.trouble.text("de").endswith(
        "CSV-Dateien bitte einzeln angeben (notes.csv); in einem Ordner werden nur vCards (.vcf) gelesen."
    )


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.vcf").write_text(GOOGLE, encoding="utf-8")

    assert len(find_sources([tmp_path, tmp_path / "a.vcf", tmp_path / "x" / ".." / "a.vcf"])) == 1


@settings(max_examples=150, deadline=None)
@given(raw=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused_in_a_sentence(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    starts = (b"", b"BEGIN:VCARD\n", b"BEGIN:VCARD\nN;QUOTED-PRINTABLE;CHARSET=", b"BEGIN:VCARD\nFN;ENCODING=b:")
    for start in starts:
        with suppress(ContactsError):
            Read(tmp_path_factory.getbasetemp(), start + raw + b"\nEND:VCARD\n")
