"""Display names and addresses in all their shapes, taken apart."""

from __future__ import annotations

import pytest

from msglint.message.addresses import parse_addresses
from msglint.message.people import person_of
from msglint.message.spellings import fold, same_spelling


def person(header: str) -> tuple[str, str]:
    found = person_of(parse_addresses([header])[0])
    assert found is not None
    return found.given, found.family


@pytest.mark.parametrize(
    ("header", "given", "family"),
    [
        ("Anna Meyer <a@x.example>", "Anna", "Meyer"),
        ('"Meyer, Dr. Anna (ACME GmbH)" <a@x.example>', "Anna", "Meyer"),
        ('"Meyer, Anna, Dr." <a@x.example>', "Anna", "Meyer"),
        ("=?utf-8?Q?J=C3=BCrgen_Gro=C3=9F?= <j@x.example>", "Jürgen", "Groß"),
        ("[EXT] Hans Müller | Vertrieb <h@x.example>", "Hans", "Müller"),
        ("Hans Müller - ACME AG <h@x.example>", "Hans", "Müller"),
        ("Hans-Peter Müller/ACME/DE <h@x.example>", "Hans-Peter", "Müller"),
        ('"Anna Meyer via Kundenforum" <x@forum.example>', "Anna", "Meyer"),
        ("Sabine Kern im Auftrag von Dr. Vogt <s@x.example>", "Sabine", "Kern"),
        ('"Kern, Sabine i.A." <s@x.example>', "Sabine", "Kern"),
        ("Anna Meyer, MBA <a@x.example>", "Anna", "Meyer"),
        ("Meyer Anna, ACME <a@x.example>", "Anna", "Meyer"),
        ("anna.meyer@x.example", "Anna", "Meyer"),
        ("meyer_anna@x.example", "Anna", "Meyer"),
        ("a.meyer82@x.example", "", "Meyer"),
        ("meyer.a@x.example", "", "Meyer"),
        ("anna-meyer@x.example", "Anna", "Meyer"),
        ('"anna.meyer@x.example" <anna.meyer@x.example>', "Anna", "Meyer"),
    ],
)
def test_shapes(header: str, given: str, family: str) -> None:
    assert person(header) == (given, family)


@pytest.mark.parametrize(
    ("header", "given", "family"),
    [
        ("Müller Hans <h@x.example>", "Hans", "Müller"),
        ("MÜLLER Hans <h@x.example>", "Hans", "Müller"),
        ("HANS MÜLLER <h@x.example>", "Hans", "Müller"),
        ("MR JOHN SMITH <j@x.example>", "John", "Smith"),
        ("Fr Anna Meyer <a@x.example>", "Anna", "Meyer"),
        ("EWAN MCGREGOR <e@x.example>", "Ewan", "McGregor"),
        ("Mark Judge <m@x.example>", "Mark", "Judge"),
        ("Jack Ma <j@x.example>", "Jack", "Ma"),
        ("Dr. Petra Kreis <p@x.example>", "Petra", "Kreis"),
        ("Anna Lena Bahn <a@x.example>", "Anna Lena", "Bahn"),
        ("ACME | Anna Meyer <a@x.example>", "Anna", "Meyer"),
        ("Extern: Anna Meyer <a@x.example>", "Anna", "Meyer"),
        ("Anna.Meyer <a@x.example>", "Anna", "Meyer"),
        ("Mag. Huber Franz <f@x.example>", "Franz", "Huber"),
        ("Meyer Anna Lena <al@x.example>", "Anna Lena", "Meyer"),
        ("Nagy Péter <p@x.example>", "Péter", "Nagy"),
        ("Kolar Zlatomirko <zlatomirko.kolar@x.example>", "Zlatomirko", "Kolar"),
        ("Thomas Martin <t@x.example>", "Thomas", "Martin"),
        ("Werner Paul <w@x.example>", "Werner", "Paul"),
        ("H.-Dieter Hein <h@x.example>", "H.-Dieter", "Hein"),
        ("Nadine V. Moritz <n@x.example>", "Nadine V.", "Moritz"),
    ],
)
def test_the_order_of_the_names(header: str, given: str, family: str) -> None:
    assert person(header) == (given, family)


@pytest.mark.parametrize(
    ("header", "family"),
    [
        ("Ursula von der Heide <u@x.example>", "von der Heide"),
        ("van der Berg, Jan <j@x.example>", "van der Berg"),
        ("VAN DER BERG Jan <j@x.example>", "van der Berg"),
        ("Ten Brink Peter <p@x.example>", "Ten Brink"),
        ("de la Cruz <d@x.example>", "de la Cruz"),
        ("Anna Di Matteo <a@x.example>", "Di Matteo"),
        ("de la Cruz, María <m@x.example>", "de la Cruz"),
        ("Otto Graf von Thurner <o@x.example>", "Graf von Thurner"),
        ("José Luis García Márquez <j@x.example>", "García Márquez"),
        ("Pat O'Neill <p@x.example>", "O'Neill"),
        ("Ian McGregor <i@x.example>", "McGregor"),
    ],
)
def test_surnames_of_several_words(header: str, family: str) -> None:
    assert person(header)[1] == family


@pytest.mark.parametrize(
    "header",
    [
        "info@x.example",
        "Familie Meyer <m@x.example>",
        "Anna & Tom Meyer <m@x.example>",
        "Herr und Frau Meyer <m@x.example>",
        "Frau Anna Meyer und Herr Tom Groß <m@x.example>",
        "Bäckerei Meyer <baeckerei.meyer@web.de>",
        "hans-juergen@x.example",
        "Praxis Dr. Klein <p@x.example>",
        "Kundenberatung <beratung@x.example>",
        "Dr. Oetker GmbH <i@x.example>",
        "sunshine77@x.example",
        "annameyer@x.example",
    ],
)
def test_nobody_in_particular(header: str) -> None:
    assert person_of(parse_addresses([header])[0]) is None


def test_a_name_belongs_to_its_address() -> None:
    found = person_of(parse_addresses(["Anna Meyer <A.Meyer@X.example>"])[0])
    assert found is not None
    assert (found.email, found.certain) == ("a.meyer@x.example", True)


def test_what_an_address_says_is_not_certain() -> None:
    found = person_of(parse_addresses(["anna.meyer@x.example"])[0])
    assert found is not None
    assert not found.certain


@pytest.mark.parametrize(
    ("one", "other"),
    [("Müller", "Mueller"), ("Müller", "Muller"), ("Groß", "Gross"), ("Łukasz", "Lukasz"), ("Guðrún", "Gudrun"),
     ("Mueller", "Muller"), ("Zoë", "Zoe"), ("O’Neill", "O'Neill"), ("Anna-Lena", "Annalena")],
)  # fmt: skip
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert same_spelling(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Bauer", "Baur"), ("Michael", "Michal"), ("Samuel", "Samul"), ("Meyer", "Maier"), ("Joe", "Jo")]
)
def test_an_e_is_not_always_an_umlaut(one: str, other: str) -> None:
    assert not same_spelling(one, other)


def test_fold_keeps_umlauts_apart_from_vowels() -> None:
    assert fold("Müller") == "mueller"
