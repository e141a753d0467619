"""Where to listen and where to hand on to, as users write it, and what of that would be unsafe."""

from __future__ import annotations

import ipaddress
from contextlib import suppress
from enum import Enum
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from msglint.texts import BilingualError


class AddressError(BilingualError):
    """An address that cannot be used, or must not be used without saying so."""


class Security(Enum):
    """What protects a connection."""

    PLAIN = "plain"
    STARTTLS = "starttls"
    TLS = "tls"


SCHEMES: Final = {
    "smtp": (Security.PLAIN, 25),
    "smtp+starttls": (Security.STARTTLS, 587),
    "smtps": (Security.TLS, 465),
}


class NextHop(NamedTuple):
    """The server that a message is handed on to."""

    host: str
    port: int
    security: Security

    def __str__(self) -> str:
        return shown_address(self.host, self.port)


class Listen(NamedTuple):
    """Where to listen; `path` is a Unix socket, and then there is no host."""

    host: str
    port: int
    implicit_tls: bool = False
    path: str = ""

    def __str__(self) -> str:
        return self.path or shown_address(self.host, self.port)


def shown_address(host: str, port: int) -> str:
    """`host:port`, with brackets around IPv6."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def next_hop(written: str, *, allow_plain: bool) -> NextHop:
    """The server that `written` names.

    Args:
        written: such as `smtps://mail.example.com:465`.
        allow_plain: passwords and messages may go there as plain text, wherever it is.

    Raises:
        AddressError: if it names none, or a connection without TLS leaves this machine.
    """
    url = _split(written)
    if url.scheme not in SCHEMES or not url.hostname or url.path not in ("", "/") or url.query:
        raise AddressError(
            f"--next-hop kann nicht „{written}“ sein; richtig wäre etwa smtps://mail.example.com:465, "
            "smtp+starttls://mail.example.com:587 oder smtp://127.0.0.1:1025.",
            f"--next-hop cannot be '{written}'; right would be smtps://mail.example.com:465, "
            "smtp+starttls://mail.example.com:587 or smtp://127.0.0.1:1025.",
        )
    if url.username is not None:
        raise AddressError(
            "--next-hop nennt kein Konto und kein Kennwort: Das Mailprogramm meldet sich selbst an.",
            "--next-hop holds no account and no password: the mail client logs in itself.",
        )
    security, port = SCHEMES[url.scheme]
    hop = NextHop(url.hostname, _port(url, written) or port, security)
    if security is Security.PLAIN and not is_loopback(hop.host) and not allow_plain:
        raise AddressError(
            f"--next-hop {written}: Kennwörter und Nachrichten gingen unverschlüsselt dorthin; "
            "richtig wäre smtps:// oder smtp+starttls://. Ist der Weg anders geschützt: --plain-next-hop.",
            f"--next-hop {written}: passwords and messages would go there in the clear; "
            "right would be smtps:// or smtp+starttls://. If the way is protected otherwise: --plain-next-hop.",
        )
    return hop


def listen(written: str, *, has_certificate: bool, allow_plain: bool) -> Listen:
    """The address that `written` names.

    Args:
        written: `host:port`, or `smtps://host:port` for TLS from the first byte.
        has_certificate: there is a certificate for TLS.
        allow_plain: others may send passwords and messages here as plain text.

    Raises:
        AddressError: if it names none, or others would send their passwords in the clear.
    """
    url = _split(written if "://" in written else f"smtp://{written}")
    port = _port(url, written)
    if url.scheme not in ("smtp", "smtps") or not url.hostname or port is None:
        raise AddressError(
            f"--listen kann nicht „{written}“ sein; richtig wäre etwa 127.0.0.1:2525 oder smtps://0.0.0.0:465.",
            f"--listen cannot be '{written}'; right would be 127.0.0.1:2525 or smtps://0.0.0.0:465.",
        )
    if url.scheme == "smtps" and not has_certificate:
        raise AddressError(
            "Für smtps:// fehlt das Zertifikat: --tls-cert und --tls-key.",
            "smtps:// needs a certificate: --tls-cert and --tls-key.",
        )
    if not is_loopback(url.hostname) and not has_certificate and not allow_plain:
        raise AddressError(
            f"--listen {written} ist von anderen Rechnern erreichbar, und ohne TLS gingen deren Kennwörter "
            "unverschlüsselt hierher; nötig sind --tls-cert und --tls-key, oder --allow-plain, wenn der Weg anders "
            "geschützt ist.",
            f"--listen {written} can be reached from other machines, and without TLS their passwords would come here "
            "in the clear; it takes --tls-cert and --tls-key, or --allow-plain if the way is protected otherwise.",
        )
    return Listen(url.hostname, port, url.scheme == "smtps")


def refuse_circle(at: Listen, hop: NextHop) -> None:
    """See to it that messages are not handed on to where they come from.

    Raises:
        AddressError: if they would be.
    """
    if at.port == hop.port and (_hosts(at.host) & _hosts(hop.host) or (_is_any(at.host) and is_loopback(hop.host))):
        raise AddressError(
            f"--next-hop {hop} ist der Proxy selbst (--listen {at}); richtig wäre der Server, der im Mailprogramm "
            "stand, etwa smtps://mail.example.com:465.",
            f"--next-hop {hop} is the proxy itself (--listen {at}); right would be the server that was set in the "
            "mail client, such as smtps://mail.example.com:465.",
        )


def _hosts(host: str) -> set[str]:
    """The host in one way of writing; `localhost` has two addresses."""
    name = host.lower().rstrip(".")
    if name == "localhost":
        return {"127.0.0.1", "::1"}
    with suppress(ValueError):
        name = str(ipaddress.ip_address(name))
    return {name}


def _is_any(host: str) -> bool:
    """Whether it means all addresses of this machine."""
    return bool(_hosts(host) & {"0.0.0.0", "::"})  # noqa: S104 - nobody listens here


def milter_listen(written: str, *, allow_remote: bool) -> Listen:
    """The address that `written` names, as in Postfix: `inet:host:port` or `unix:/path`.

    Raises:
        AddressError: if it names none, or can be reached from elsewhere: a milter knows neither TLS nor passwords.
    """
    kind, _, rest = written.partition(":")
    if kind in ("unix", "local") and rest.startswith("/"):
        return Listen("", 0, path=rest)
    url = _split(f"milter://{rest if kind == 'inet' else written}")
    port = _port(url, written)
    if not url.hostname or port is None:
        raise AddressError(
            f"--listen kann nicht „{written}“ sein; richtig wäre inet:127.0.0.1:9900 oder unix:/run/msglint/milter.",
            f"--listen cannot be '{written}'; right would be inet:127.0.0.1:9900 or unix:/run/msglint/milter.",
        )
    if not is_loopback(url.hostname) and not allow_remote:
        raise AddressError(
            f"--listen {written} ist von anderen Rechnern erreichbar, und Nachrichten gingen unverschlüsselt hierher; "
            "nötig ist --allow-plain, wenn der Weg anders geschützt ist.",
            f"--listen {written} can be reached from other machines, and messages would come here in the clear; "
            "it takes --allow-plain if the way is protected otherwise.",
        )
    return Listen(url.hostname, port)


def is_loopback(host: str) -> bool:
    """Whether the name or the address means this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split(written: str) -> SplitResult:
    try:
        return urlsplit(written)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _port(url: SplitResult, written: str) -> int | None:
    try:
        return url.port
    except ValueError:
        raise AddressError(
            f"„{written}“: Der Port ist keine Zahl zwischen 0 und 65535.",
            f"'{written}': the port is no number between 0 and 65535.",
        ) from None
