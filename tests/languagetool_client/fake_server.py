"""A server that answers as LanguageTool has answered, or as no LanguageTool would."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

RECORDED = Path(__file__).with_name("recorded.json")
LANGUAGES = [
    {"name": name, "code": code.partition("-")[0], "longCode": code}
    for code, name in {
        "de-DE": "German (Germany)",
        "de-AT": "German (Austria)",
        "de-CH": "German (Swiss)",
        "en-GB": "English (GB)",
        "en-US": "English (US)",
    }.items()
]
NOTHING = {"software": {"name": "LanguageTool", "version": "6.8", "apiVersion": 1}, "matches": []}

Answer = Callable[["Asked", "Connection"], None]


@cache
def recorded() -> Mapping[str, Any]:
    """What a real LanguageTool has answered, by language and text."""
    entries = json.loads(RECORDED.read_text(encoding="utf-8"))
    return {f"{entry['language']}\n{entry['text']}": entry["answer"] for entry in entries}


class Asked(dict[str, str]):
    """The form fields of one request."""

    @property
    def text(self) -> str:
        """What was sent to be checked."""
        return self["text"]


class Connection:
    """The way back to whoever asked."""

    def __init__(self, handler: BaseHTTPRequestHandler, closing: threading.Event) -> None:
        self._handler = handler
        self.closing = closing

    def send(self, body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        """A whole answer."""
        self._handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()
        self._handler.wfile.write(body)

    def send_json(self, value: Any) -> None:
        """A whole answer in JSON."""
        self.send(json.dumps(value).encode(), headers={"Content-Type": "application/json"})

    def write(self, piece: bytes) -> None:
        """Bytes as they are."""
        self._handler.wfile.write(piece)
        self._handler.wfile.flush()

    def hang_up(self) -> None:
        """No more."""
        self._handler.connection.shutdown(socket.SHUT_RDWR)


class FakeServer:
    """A server in threads of this process. What it does with a text can be changed at any time.

    Attributes:
        asked: every request to check something, in order.
        lookups: how often it was asked which languages it knows.
    """

    def __init__(self, answer: Answer, languages: Answer) -> None:
        self.answer = answer
        self.languages = languages
        self.asked: list[Asked] = []
        self.lookups = 0
        self.closing = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True

    @property
    def url(self) -> str:
        """Its address, without `/v2`."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @contextmanager
    def running(self) -> Iterator[FakeServer]:
        """Answers until the end of the block."""
        thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield self
        finally:
            self.closing.set()
            self._http.shutdown()
            self._http.server_close()
            thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                fake.lookups += 1
                fake.languages(Asked(), Connection(self, fake.closing))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
                asked = Asked({name: values[0] for name, values in parse_qs(body, strict_parsing=True).items()})
                fake.asked.append(asked)
                fake.answer(asked, Connection(self, fake.closing))

            def log_message(self, format: str, *args: Any) -> None:
                pass

            def handle(self) -> None:
                with suppress(OSError):  # whoever asked may have gone
                    super().handle()

        return Handler


def as_recorded(asked: Asked, connection: Connection) -> None:
    """What LanguageTool has said to this text in this language."""
    answer = recorded().get(f"{asked['language']}\n{asked.text}")
    if answer is None:
        connection.send(b"This text has not been recorded; see record.py.", status=418)
    else:
        connection.send_json(answer)


def five_languages(asked: Asked, connection: Connection) -> None:
    """German and English."""
    connection.send_json(LANGUAGES)
