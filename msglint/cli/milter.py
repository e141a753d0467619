"""`msglint milter`: Postfix asks it about every message that is submitted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from msglint.cli.commands import BilingualCommand, BilingualOption, UserError
from msglint.cli.serving import default_workers, needs_posix_here, run_until_told, serving_options, setup_of
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.cli.serving import Server
    from msglint.hooks.smtp.pool import Pool

LISTEN: Final = "inet:127.0.0.1:9900"

TEXT = Text(
    de=(
        "Milter für Postfix: prüft, was angemeldete Nutzer abschicken.\n\n"
        "Was nicht gut genug ist, lehnt Postfix mit der Begründung ab, noch während das Mailprogramm wartet. Nur für "
        "den Dienst „submission“ gedacht, nicht für ankommende Mail."
    ),
    en=(
        "A milter for Postfix: checks what users who have logged in send.\n\n"
        "What is not good enough, Postfix refuses with the reason while the mail client is still waiting. Meant for "
        "the service 'submission' only, not for incoming mail."
    ),
)
READY = Text(de="msglint: lauscht auf {at}.", en="msglint: listening on {at}.")


def serve(**parameters: Any) -> None:
    """Listen until told to end."""
    from msglint.hooks.smtp.addresses import AddressError, milter_listen
    from msglint.hooks.smtp.milter import Milter

    try:
        at = milter_listen(parameters["listen"] or LISTEN, allow_remote=parameters["allow_plain"])
    except AddressError as error:
        raise UserError(*error.sentence) from None
    if at.path:
        needs_posix_here("unix:")
    setup = setup_of(parameters, client="milter", personal=False)

    def make(pool: Pool, log: Callable[[str], None]) -> Server:
        return Milter(at, pool, on_verdict=log)

    run_until_told(make, setup, parameters["workers"] or default_workers(), READY, at)


command = BilingualCommand(
    "milter",
    text=TEXT,
    callback=serve,
    params=[
        BilingualOption(
            "--listen",
            metavar="ADDRESS",
            text=Text(
                de=f"inet:HOST:PORT oder unix:/PFAD (sonst: {LISTEN}).",
                en=f"inet:HOST:PORT or unix:/PATH (default: {LISTEN}).",
            ),
        ),
        BilingualOption(
            "--allow-plain",
            is_flag=True,
            text=Text(
                de="Auch von anderen Rechnern erreichbar sein; Milter kennen kein TLS.",
                en="Be reachable from other machines, too; milters know no TLS.",
            ),
        ),
        *serving_options(),
    ],
)
