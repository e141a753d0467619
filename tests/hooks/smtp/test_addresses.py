"""Where to listen and where to hand on to."""

from __future__ import annotations

import pytest

from msglint.hooks.smtp.addresses import (
    AddressError,
    Listen,
    NextHop,
    Security,
    listen,
    milter_listen,
    next_hop,
    refuse_circle,
)


@pytest.mark.parametrize(
    ("written", "hop"),
    [
        ("smtps://mail.example.com", NextHop("mail.example.com", 465, Security.TLS)),
        ("smtps://mail.example.com:4650", NextHop("mail.example.com", 4650, Security.TLS)),
        ("smtp+starttls://mail.example.com", NextHop("mail.example.com", 587, Security.STARTTLS)),
        ("smtp://127.0.0.1:1025", NextHop("127.0.0.1", 1025, Security.PLAIN)),
        ("smtp://[::1]:1025", NextHop("::1", 1025, Security.PLAIN)),
        ("smtp://localhost", NextHop("localhost", 25, Security.PLAIN)),
    ],
)
def test_next_hops(written: str, hop: NextHop) -> None:
    assert next_hop(written, allow_plain=False) == hop


@pytest.mark.parametrize(
    "written", ["mail.example.com", "http://mail.example.com", "smtps://", "smtps://a/b", "smtps://a:port", "smtp://["]
)
def test_what_is_no_next_hop_is_told(written: str) -> None:
    with pytest.raises(AddressError):
        next_hop(written, allow_plain=False)


def test_no_password_leaves_the_machine_in_the_clear() -> None:
    with pytest.raises(AddressError, match="in the clear"):
        next_hop("smtp://mail.example.com:25", allow_plain=False)
    assert next_hop("smtp://mail.example.com:25", allow_plain=True).security is Security.PLAIN


def test_no_account_in_the_address() -> None:
    with pytest.raises(AddressError, match="logs in itself"):
        next_hop("smtps://erika:secret@mail.example.com", allow_plain=False)


@pytest.mark.parametrize("written", ["127.0.0.1:2525", "[::1]:2525", "localhost:0"])
def test_this_machine_needs_no_tls(written: str) -> None:
    assert not listen(written, has_certificate=False, allow_plain=False).implicit_tls


def test_other_machines_need_tls() -> None:
    with pytest.raises(AddressError, match=r"--tls-cert and --tls-key, or --allow-plain"):
        listen("0.0.0.0:2525", has_certificate=False, allow_plain=False)
    assert listen("0.0.0.0:2525", has_certificate=True, allow_plain=False) == Listen("0.0.0.0", 2525)
    assert listen("0.0.0.0:2525", has_certificate=False, allow_plain=True) == Listen("0.0.0.0", 2525)


def test_tls_from_the_start_needs_a_certificate() -> None:
    assert listen("smtps://0.0.0.0:465", has_certificate=True, allow_plain=False) == Listen("0.0.0.0", 465, True)
    with pytest.raises(AddressError, match="certificate"):
        listen("smtps://127.0.0.1:465", has_certificate=False, allow_plain=True)


@pytest.mark.parametrize("written", ["2525", "127.0.0.1", "127.0.0.1:99999", "http://127.0.0.1:1"])
def test_what_is_no_address_is_told(written: str) -> None:
    with pytest.raises(AddressError):
        listen(written, has_certificate=False, allow_plain=False)


def test_where_postfix_reaches_a_milter() -> None:
    assert milter_listen("inet:127.0.0.1:9900", allow_remote=False) == Listen("127.0.0.1", 9900)
    assert milter_listen("127.0.0.1:9900", allow_remote=False) == Listen("127.0.0.1", 9900)
    assert milter_listen("unix:/run/m", allow_remote=False) == Listen("", 0, path="/run/m")
    assert milter_listen("inet:10.0.0.1:9900", allow_remote=True) == Listen("10.0.0.1", 9900)
    for wrong in ("inet:10.0.0.1:9900", "unix:relative", "inet:9900"):
        with pytest.raises(AddressError):
            milter_listen(wrong, allow_remote=False)


@pytest.mark.parametrize(
    ("at", "hop"),
    [
        ("127.0.0.1:2525", "smtp://127.0.0.1:2525"),
        ("127.0.0.1:2525", "smtp://localhost:2525"),
        ("localhost:2525", "smtp://[::1]:2525"),
        ("0.0.0.0:2525", "smtp://127.0.0.1:2525"),
        ("Mail.Example.com:25", "smtp://mail.example.com"),
    ],
)
def test_the_proxy_itself_is_no_next_hop(at: str, hop: str) -> None:
    listening = listen(at, has_certificate=False, allow_plain=True)
    with pytest.raises(AddressError) as refused:
        refuse_circle(listening, next_hop(hop, allow_plain=True))
    assert "ist der Proxy selbst" in refused.value.de
    assert "is the proxy itself" in refused.value.en


@pytest.mark.parametrize(
    "hop", ["smtp://127.0.0.1:1025", "smtp://127.0.0.2:2525", "smtp://mail.example.com:2525", "smtp://[::1]:2525"]
)
def test_another_server_is(hop: str) -> None:
    listening = listen("127.0.0.1:2525", has_certificate=False, allow_plain=True)
    refuse_circle(listening, next_hop(hop, allow_plain=True))
