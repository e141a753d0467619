"""Address headers as mail programs and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.message.addresses import decode_words, is_public_provider, is_role_address, parse_addresses
from msglint.message.model import Address


def parsed(*values: str) -> list[tuple[str, str]]:
    return [(address.name, address.email) for address in parse_addresses(values)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a@example.com", [("", "a@example.com")]),
        ("Anna Meyer <a@example.com>", [("Anna Meyer", "a@example.com")]),
        ('"Meyer, Anna" <a@example.com>', [("Meyer, Anna", "a@example.com")]),
        ("a@example.com (Anna Meyer)", [("Anna Meyer", "a@example.com")]),
        ("Hans Müller (Vertrieb) <h@example.com>", [("Hans Müller (Vertrieb)", "h@example.com")]),
        (r'"Anna \"Anni\" Meyer" <a@example.com>', [('Anna "Anni" Meyer', "a@example.com")]),
        ("O'Brien <o@example.com>", [("O'Brien", "o@example.com")]),
        ("a@example.com, B <b@example.com>", [("", "a@example.com"), ("B", "b@example.com")]),
    ],
)
def test_ordinary_entries(value: str, expected: list[tuple[str, str]]) -> None:
    assert parsed(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Meyer, Anna <a@example.com>", [("Meyer, Anna", "a@example.com")]),
        ("von der Leyen, Ursula <u@example.com>", [("von der Leyen, Ursula", "u@example.com")]),
        ("Meyer, Anna, Dr. <a@example.com>", [("Meyer, Anna, Dr.", "a@example.com")]),
        ("Max Muster, Anna Meyer <a@example.com>", [("Max Muster", ""), ("Anna Meyer", "a@example.com")]),
        ("Anna, Max", [("Anna", ""), ("Max", "")]),
        ("Anna, max@example.com", [("Anna", ""), ("", "max@example.com")]),
    ],
)
def test_a_comma_without_quotes(value: str, expected: list[tuple[str, str]]) -> None:
    assert parsed(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "'Anna Meyer' <a@example.com>",
        "\"'Anna Meyer'\" <a@example.com>",
        "Anna Meyer a@example.com",
        "Anna Meyer <a@example.com",
        "Anna Meyer <mailto:a@example.com>",
        "Anna Meyer [mailto:a@example.com]",
        "Anna   Meyer\t< a@example.com >",
        "„Anna Meyer“ <a@example.com>",
        "=?utf-8?Q?Anna_Meyer_=3Ca=40example=2Ecom=3E?=",
    ],
)
def test_slips_and_habits_of_programs(value: str) -> None:
    assert parsed(value) == [("Anna Meyer", "a@example.com")]


@pytest.mark.parametrize(
    "value",
    [
        "=?utf-8?Q?Meyer=2C_J=C3=BCrgen?= <j@example.com>",
        '"=?iso-8859-1?Q?Meyer,_J=FCrgen?=" <j@example.com>',
        "=?utf-8?B?TWV5ZXIsIErDvA==?= =?utf-8?B?cmdlbg==?= <j@example.com>",
        "=?utf-8?Q?Meyer=2C_J=C3?= =?utf-8?Q?=BCrgen?= <j@example.com>",
        "Meyer, J\udcfcrgen <j@example.com>",
        "Meyer, J\udcc3\udcbcrgen <j@example.com>",
    ],
)
def test_encoded_names_are_decoded_after_the_entries_are_split(value: str) -> None:
    assert parsed(value) == [("Meyer, Jürgen", "j@example.com")]


def test_groups() -> None:
    assert parsed("undisclosed-recipients:;") == []
    assert parsed("Vertrieb: Anna <a@example.com>, b@example.com;, c@example.com") == [
        ("Anna", "a@example.com"),
        ("", "b@example.com"),
        ("", "c@example.com"),
    ]


def test_outlook_separates_by_semicolons() -> None:
    assert parsed("Meyer, Anna <a@example.com>; Weber, Jan <j@example.com>") == [
        ("Meyer, Anna", "a@example.com"),
        ("Weber, Jan", "j@example.com"),
    ]


def test_an_address_is_no_name() -> None:
    assert parsed('"a@example.com" <a@example.com>') == [("", "a@example.com")]


def test_a_quote_that_nobody_closed_does_not_swallow_the_rest() -> None:
    assert parsed('"Anna Meyer <a@example.com>, b@example.com') == [
        ("Anna Meyer", "a@example.com"),
        ("", "b@example.com"),
    ]


def test_several_values_and_empty_ones() -> None:
    assert parsed("", "a@example.com", " , ,<>", "b@example.com") == [
        ("", "a@example.com"),
        ("", "b@example.com"),
    ]


def test_long_lists() -> None:
    value = ", ".join(f'"Meyer, Anna {number}" <a{number}@example.com>' for number in range(2000))
    assert len(parse_addresses([value])) == 2000


@given(st.lists(st.text(st.one_of(st.characters(), st.sampled_from('<>"(),;:@=?\\\udc80\ud800'))), max_size=3))
def test_never_raises_and_can_be_written(values: list[str]) -> None:
    for address in parse_addresses(values):
        (address.name + address.email).encode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=?iso-8859-1?Q?Gr=FC=DFe?=", "Grüße"),
        ("AW: =?UTF-8?B?R3LDvMOfZQ==?= aus Köln", "AW: Grüße aus Köln"),
        ("=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?x-unknown?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?utf-8?Q?a?= =?iso-8859-1?Q?=FC?= b", "aü b"),
        ("=?utf-8?B?R3LDvMOfZQ?=", "Grüße"),
        ("=?utf-8?B?=C3?= bleibt", "=?utf-8?B?=C3?= bleibt"),
        ("=?utf-8?X?abc?= bleibt", "=?utf-8?X?abc?= bleibt"),
        ("kein Wort =? hier", "kein Wort =? hier"),
        ("=?utf-8?Q?Zeile=0D=0ABcc:_x?=", "Zeile Bcc: x"),
    ],
)
def test_encoded_words(value: str, expected: str) -> None:
    assert decode_words(value) == expected


@pytest.mark.parametrize(
    "domain",
    ["gmail.com", "GMX.de", "gmx.at", "web.de", "t-online.de", "bluewin.ch", "aon.at", "yahoo.co.uk"],
)
def test_public_providers(domain: str) -> None:
    assert is_public_provider(domain)


@pytest.mark.parametrize("domain", ["example.com", "gmx-partner.de", "mail.example.com", ""])
def test_own_domains(domain: str) -> None:
    assert not is_public_provider(domain)


@pytest.mark.parametrize(
    "local",
    "info info-berlin service.muenchen Kontakt vertrieb2 no-reply noreply do_not_reply hr büro buchhaltung"
    " team+angebot kundenservice bewerbung muenchen.service it".split(),
)
def test_role_addresses(local: str) -> None:
    assert is_role_address(Address("", f"{local}@example.com"))


@pytest.mark.parametrize("local", "anna.meyer a.meyer hr.meyer meyer it.schneider infante servicek 4711".split())
def test_addresses_of_people(local: str) -> None:
    assert not is_role_address(Address("", f"{local}@example.com"))
    assert not is_role_address(Address("", ""))
