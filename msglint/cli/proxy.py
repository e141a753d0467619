"""`msglint proxy`: a mail server on this machine that checks, and hands on to the real one."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from msglint.cli.commands import BilingualCommand, BilingualOption, UserError
from msglint.cli.options import current_ui
from msglint.cli.serving import default_workers, run_until_told, serving_options, setup_of
from msglint.cli.ui import tell
from msglint.paths import shown
from msglint.texts import Text

if TYPE_CHECKING:
    import ssl

    from msglint.cli.serving import Server
    from msglint.hooks.smtp.pool import Pool

LISTEN: Final = "127.0.0.1:2525"

TEXT = Text(
    de=(
        "Postausgangsserver auf diesem Rechner, der prüft und an den richtigen weitergibt.\n\n"
        "Für jedes Mailprogramm, in dem man den Postausgangsserver einstellen kann. Was nicht gut genug ist, wird mit "
        "der Begründung abgelehnt; alles andere geht unverändert weiter, angemeldet mit dem Konto, mit dem sich das "
        "Mailprogramm anmeldet. Angenommen ist eine Nachricht erst, wenn der richtige Server sie angenommen hat."
    ),
    en=(
        "An outgoing mail server on this machine that checks, and hands on to the real one.\n\n"
        "For every mail client that lets you set its outgoing server. What is not good enough is refused with the "
        "reason; everything else goes on unchanged, logged in with the account that the mail client logs in with. A "
        "message is accepted only when the real server has accepted it."
    ),
)
READY = Text(
    de="msglint: lauscht auf {{at}}, gibt weiter an {hop}.", en="msglint: listening on {{at}}, handing on to {hop}."
)
NO_NEXT_HOP: Final = UserError(
    "Wohin soll es weitergehen? Zum Beispiel: msglint proxy --next-hop smtps://mail.example.com:465",
    "Where is it to be handed on to? For example: msglint proxy --next-hop smtps://mail.example.com:465",
)
NO_AIOSMTPD: Final = UserError(
    "Für „msglint proxy“ fehlt ein Paket: pip install 'msglint[smtp]'",
    "A package is missing for 'msglint proxy': pip install 'msglint[smtp]'",
)


def serve(**parameters: Any) -> None:
    """Listen until told to end."""
    if find_spec("aiosmtpd") is None:
        raise NO_AIOSMTPD
    import logging
    import socket

    from msglint.hooks import folders
    from msglint.hooks.smtp import addresses
    from msglint.hooks.smtp.proxy import Listening, Proxy
    from msglint.hooks.smtp.receipts import Receipts

    listening, hop = _addresses(parameters)
    personal = addresses.is_loopback(listening.host)
    tls = _certificate(parameters["tls_cert"], parameters["tls_key"])
    how = Listening(listening, socket.gethostname(), tls, personal or parameters["allow_plain"])
    setup = setup_of(parameters, client="proxy", personal=personal)
    # It would write addresses to standard error.
    logging.getLogger("mail.log").disabled = True

    ui = current_ui()

    def say(text: Text) -> None:
        tell(ui.say(text))

    def make(pool: Pool, log: Callable[[str], None]) -> Server:
        return Proxy(how, hop, pool, Receipts(folders.state_folder()), on_verdict=log, on_outage=say)

    ready = Text(*(text.format(hop=hop) for text in READY))
    run_until_told(make, setup, parameters["workers"] or default_workers(), ready, listening)


def _addresses(parameters: dict[str, Any]) -> Any:
    from msglint.hooks.smtp import addresses

    if not parameters["next_hop"]:
        raise NO_NEXT_HOP
    try:
        listening = addresses.listen(
            parameters["listen"] or LISTEN,
            has_certificate=parameters["tls_cert"] is not None,
            allow_plain=parameters["allow_plain"],
        )
        hop = addresses.next_hop(parameters["next_hop"], allow_plain=parameters["plain_next_hop"])
        addresses.refuse_circle(listening, hop)
    except addresses.AddressError as error:
        raise UserError(*error.sentence) from None
    return listening, hop


def _certificate(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    if certificate is None:
        return None
    import ssl

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(certificate, key, password="")  # never ask on the terminal
    except (OSError, ValueError):  # ssl.SSLError is an OSError
        raise UserError(
            f"--tls-cert {shown(certificate)}: Zertifikat oder Schlüssel lässt sich nicht lesen, oder sie gehören "
            "nicht zusammen; nötig sind PEM-Dateien, der Schlüssel ohne Kennwort.",
            f"--tls-cert {shown(certificate)}: certificate or key cannot be read, or they do not belong together; PEM "
            "files are needed, the key without a password.",
        ) from None
    return context


command = BilingualCommand(
    "proxy",
    text=TEXT,
    callback=serve,
    params=[
        BilingualOption(
            "--next-hop",
            metavar="URL",
            text=Text(
                de="Der richtige Server: smtps://host:465, smtp+starttls://host:587 oder smtp://127.0.0.1:1025.",
                en="The real server: smtps://host:465, smtp+starttls://host:587 or smtp://127.0.0.1:1025.",
            ),
        ),
        BilingualOption(
            "--plain-next-hop",
            is_flag=True,
            text=Text(
                de="Unverschlüsselt auch zu einem anderen Rechner weitergeben.",
                en="Hand on in the clear to another machine, too.",
            ),
        ),
        BilingualOption(
            "--listen",
            metavar="HOST:PORT",
            text=Text(
                de=f"Wo Mailprogramme ihn erreichen (sonst: {LISTEN}); smtps://HOST:PORT für TLS von Anfang an.",
                en=f"Where mail clients reach it (default: {LISTEN}); smtps://HOST:PORT for TLS from the start.",
            ),
        ),
        BilingualOption(
            "--tls-cert",
            type=click.Path(path_type=Path),
            metavar="FILE",
            text=Text(de="Zertifikat für TLS, als PEM.", en="Certificate for TLS, as PEM."),
        ),
        BilingualOption(
            "--tls-key",
            type=click.Path(path_type=Path),
            metavar="FILE",
            text=Text(
                de="Schlüssel dazu, wenn er nicht in derselben Datei steht.", en="Its key, if not in the same file."
            ),
        ),
        BilingualOption(
            "--allow-plain",
            is_flag=True,
            text=Text(
                de="Auch ohne TLS von anderen Rechnern erreichbar sein.",
                en="Be reachable from other machines without TLS, too.",
            ),
        ),
        *serving_options(),
    ],
)
