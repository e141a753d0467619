"""What the fake `java` of these tests does: it says a version, or is a small server at the port it is given.

How it behaves stands in `behaviour.json` beside it; what it was asked is noted in `starts.jsonl`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

HERE = Path(sys.argv[1])
ARGUMENTS = sys.argv[2:]
BEHAVIOUR = json.loads((HERE / "behaviour.json").read_text(encoding="utf-8"))


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def note(**what: object) -> None:
    with (HERE / "starts.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(what) + "\n")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.answer({"path": self.path, "server": os.getpid()})

    def do_POST(self) -> None:
        fields = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        asked = {name: values[0] for name, values in fields.items()}
        note(asked=asked)
        if BEHAVIOUR.get("tell_text"):
            say(f"an error in {asked['text']}")
            say(f"java.lang.IllegalStateException: in {asked['text']}")
            say("\tat org.languagetool.Fake.check(Fake.java:12)")
        if asked["language"] == BEHAVIOUR.get("dies_at"):
            say(BEHAVIOUR["last_words"])
            os._exit(3)
        while asked["language"] == BEHAVIOUR.get("hangs_at") and (HERE / "hang").exists():
            time.sleep(0.02)
        self.answer({"matches": [], "server": os.getpid()}, 400 if asked["language"] == "xx-YY" else 200)

    def answer(self, data: object, status: int = 200) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    allow_reuse_address = False
    daemon_threads = True


def serve() -> None:
    port = int(ARGUMENTS[ARGUMENTS.index("--port") + 1])
    config = Path(ARGUMENTS[ARGUMENTS.index("--config") + 1])
    note(arguments=ARGUMENTS, pid=os.getpid(), port=port, config=config.read_text(encoding="utf-8"))
    if "fills" in BEHAVIOUR:
        fill_up(Path(BEHAVIOUR["fills"]))
    say("Starting fake server")
    while (HERE / "never up").exists():
        time.sleep(0.02)
    if (HERE / "steal").exists():
        wait_for_thief(port)
    if "last_words" in BEHAVIOUR and "dies_at" not in BEHAVIOUR:
        say(BEHAVIOUR["last_words"])
        sys.exit(1)
    try:
        server = Server(("127.0.0.1", port), Handler)
    except OSError:
        say("Caused by: java.net.BindException: Address already in use")
        say("\tat java.base/sun.nio.ch.Net.bind0(Native Method)\n\t... 1 more")
        sys.exit(1)
    server.serve_forever(0.05)


def wait_for_thief(port: int) -> None:
    """Tell the test which port to take, wait until it has, and let it answer in our place for a while."""
    (HERE / "steal").unlink()
    (HERE / "stolen").write_text(str(port), encoding="utf-8")
    while not (HERE / "taken").exists():
        time.sleep(0.02)


def fill_up(folder: Path) -> None:
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 512)
        except OSError:
            return


if "-version" in ARGUMENTS:
    sys.stderr.write(BEHAVIOUR["version"])
elif "org.languagetool.server.HTTPServer" in ARGUMENTS:
    serve()
else:
    sys.exit(2)
