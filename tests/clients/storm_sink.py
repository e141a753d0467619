"""A mail server that is killed and comes back: what it has answered 250 to lies in a file of its own.

Usage: storm_sink.py PORT FOLDER
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP


class Keeper:
    """Keeps messages, each under a name that no other process uses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self._count += 1
        name = f"{os.getpid()}-{self._count}"
        hidden = self._folder / f".{name}"
        hidden.write_bytes(envelope.content)
        hidden.rename(self._folder / name)  # whole or not at all
        return "250 2.0.0 kept"


async def main() -> None:
    keeper = Keeper(Path(sys.argv[2]))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(keeper, loop=loop), "127.0.0.1", int(sys.argv[1]))
    await server.serve_forever()


asyncio.run(main())
