"""What `msglint proxy` and `msglint milter` share: options, configurations by domain, and running until told to end."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import click

from msglint.cli.commands import BilingualOption, UserError, one_of
from msglint.cli.deciding import chosen_in, deciding_options
from msglint.cli.options import config_given, config_options, current_ui, settings_given, settings_options
from msglint.cli.ui import tell
from msglint.message.os_errors import reason_of
from msglint.settings import ANNOTATE, BLOCK
from msglint.texts import Text

if TYPE_CHECKING:
    import asyncio

    from msglint.hooks.smtp.addresses import Listen
    from msglint.hooks.smtp.choosing import Setup
    from msglint.hooks.smtp.pool import Pool

    Make = Callable[[Pool, Callable[[str], None]], "Server"]

MOST_WORKERS: Final = 64
LAST_PORT: Final = 65_535
STOPPING: Final = Text(
    de="msglint: wird beendet; angefangene Nachrichten werden noch fertig.",
    en="msglint: ending; messages that were begun are being finished.",
)


class Server(Protocol):
    """What listens."""

    async def start(self) -> str:
        """Listen; the address."""

    async def stop(self) -> None:
        """Finish what was begun, and end."""


def setup_of(parameters: Mapping[str, Any], *, client: str, personal: bool) -> Setup:
    """The configurations that the options name.

    Raises:
        UserError: if the options contradict each other.
    """
    from msglint.hooks.smtp.choosing import EVERYBODY, Setup, Source

    ui = current_ui()
    config_file, isolated = config_given(parameters)
    given = {key: value for key, value in settings_given(parameters, ui).items() if value not in (None, ())}
    hook = chosen_in(parameters)
    sources = [Source(EVERYBODY, _absolute(config_file), isolated, given, hook)]
    sources += [Source(domain, path, False, given, hook) for domain, path in parameters.get("for_domain") or ()]
    return Setup(client, ui.language, personal, tuple(sources))


def _absolute(path: Path | None) -> str | None:
    return None if path is None else str(path.absolute())


def run_until_told(make: Make, setup: Setup, size: int, ready: Text, at: Listen) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Args:
        make: the server, from the pool that judges and where log lines go.
        setup: the configurations.
        size: how many processes judge.
        ready: what to say when it listens; `{at}` is the address.
        at: where it is to listen.

    Raises:
        UserError: if nobody can listen there.
        msglint.config.ConfigError: if a configuration is wrong.
    """
    import asyncio

    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(make, setup, size, ready, at))


async def _serve(make: Make, setup: Setup, size: int, ready: Text, at: Listen) -> None:
    import asyncio

    from msglint.hooks.smtp.pool import Pool

    told_to_end = asyncio.Event()
    _listen_to_signals(told_to_end)
    pool = Pool(setup, size)
    server = make(pool, tell)
    await pool.start()
    try:
        got = await _started(server, at, setup.client)
        tell(current_ui().say(ready).format(at=got))
        await told_to_end.wait()
        tell(current_ui().say(STOPPING))
        await server.stop()
    finally:
        await pool.stop()


async def _started(server: Server, at: Listen, client: str) -> str:
    try:
        return await server.start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE and not at.path:
            raise _in_use(at, client) from None
        reason = reason_of(error)
        raise UserError(
            f"--listen: Dort lässt sich nicht lauschen ({reason.de}).",
            f"--listen: it is not possible to listen there ({reason.en}).",
        ) from None


def _in_use(at: Listen, client: str) -> UserError:
    other = at._replace(port=at.port - 1 if at.port == LAST_PORT else at.port + 1)
    scheme = "inet:" if client == "milter" else "smtps://" if at.implicit_tls else ""
    return UserError(
        f"{at} ist belegt; läuft schon „msglint {client}“? Ein anderer Port: --listen {scheme}{other}",
        f"{at} is in use; is a msglint {client} running already? Another port: --listen {scheme}{other}",
    )


def _listen_to_signals(told_to_end: asyncio.Event) -> None:
    import asyncio

    loop = asyncio.get_running_loop()
    # A client that is gone is no news.
    loop.set_exception_handler(_unless_gone)
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # on Windows, Ctrl-C raises KeyboardInterrupt
            loop.add_signal_handler(number, told_to_end.set)


def _unless_gone(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    if os.environ.get("MSGLINT_DEBUG") and not isinstance(context.get("exception"), ConnectionError):
        loop.default_exception_handler(context)


def default_workers() -> int:
    """Two at least, so that one message that takes long does not hold up all others."""
    return min(4, max(2, os.cpu_count() or 2))


def _for_domain(ctx: click.Context, _: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(_domain_and_file(value) for value in values)


def _domain_and_file(value: str) -> tuple[str, str]:
    domain, _, path = value.partition("=")
    if not domain or not path or "@" in domain:
        raise UserError(
            f"--for kann nicht „{value}“ sein; richtig wäre etwa --for example.com=example.yaml.",
            f"--for cannot be '{value}'; right would be --for example.com=example.yaml.",
        )
    return domain.lower().rstrip("."), str(Path(path).absolute())


def serving_options() -> list[click.Parameter]:
    """How to decide, by which configuration, and with how many processes."""
    return [
        BilingualOption(
            "--policy",
            metavar="block|annotate",
            callback=one_of(BLOCK, ANNOTATE),
            text=Text(
                de="Was nicht gut genug ist: ablehnen oder mit einer Kopfzeile weitergeben (sonst: block).",
                en="What is not good enough: refuse it or hand it on with a header (default: block).",
            ),
        ),
        *deciding_options(),
        BilingualOption(
            "--for",
            "for_domain",
            multiple=True,
            metavar="DOMAIN=FILE",
            callback=_for_domain,
            text=Text(
                de="Eigene Konfigurationsdatei für Absender dieser Domain; mehrfach möglich.",
                en="A configuration file of their own for senders of this domain; may be repeated.",
            ),
        ),
        BilingualOption(
            "--workers",
            type=click.IntRange(min=1, max=MOST_WORKERS),
            metavar="NUMBER",
            text=Text(
                de="Wie viele Prozesse prüfen (sonst: 2 bis 4, je nach Rechner).",
                en="How many processes check (default: 2 to 4, by the machine).",
            ),
        ),
        *settings_options(),
        *config_options(),
    ]


def needs_posix_here(what: str) -> None:
    """For what there is on Unix only.

    Raises:
        UserError: elsewhere.
    """
    if sys.platform == "win32":
        raise UserError(f"{what} gibt es nur unter Unix.", f"{what} is there on Unix only.")
