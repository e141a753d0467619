"""The own server: its start, its end, what is told of it, and that nothing of it is ever left behind."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import psutil
import pytest

from msglint.analysis.engine_settings import OFF
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import server
from msglint.analysis.languagetool.jvm import CONFIG
from msglint.analysis.languagetool.state import Phase, State
from msglint.analysis.languagetool.supervisor import Supervisor

from .conftest import LONG, World, gone, until

Kill = Callable[[int], None]
STARTER = (
    "from msglint.analysis.engine_settings import LanguageToolSettings\n"
    "from msglint.analysis.languagetool.server import named_or_own\n"
    "print(named_or_own(LanguageToolSettings(), wait=60))"
)
"""Another program that wants the server."""


def another_starter() -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", STARTER], stdout=subprocess.PIPE, text=True)


def answer(url: str) -> dict[str, object]:
    """What the fake server says; it names its process."""
    with urllib.request.urlopen(f"{url}/v2/healthcheck", timeout=LONG) as response:
        said: dict[str, object] = json.load(response)
        return said


def error_of(world: World, *, wait: float = LONG) -> EngineError:
    with pytest.raises(EngineError) as caught:
        server.named_or_own(world.settings, wait=wait)
    assert caught.value.engine == "languagetool"
    return caught.value


class Steps:
    """Notes how far it is said to be."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def reach(self, done: int, total: int) -> None:
        self.seen.append((done, total))


# Start and end


def test_a_folder_that_is_none_is_told_also_while_a_server_runs(world: World, tmp_path: Path) -> None:
    server.named_or_own(world.settings, wait=LONG)
    world.settings = world.settings._replace(use=tmp_path / "nothing")

    assert "nothing: there is no LanguageTool here" in error_of(world).en


def test_a_server_is_started_and_answers(world: World) -> None:
    url = server.named_or_own(world.settings, wait=LONG)

    running = server.running()
    assert running is not None
    assert (running.url, running.is_ready, running.version) == (url, True, "6.8")
    assert (running.folder, running.idle) == (world.installation, 1800)
    assert answer(url)["server"] == running.pid
    assert running.memory


def test_how_java_is_run(world: World) -> None:
    world.settings = world.settings._replace(memory="700m")
    world.start()

    (start,) = world.starts
    arguments = start["arguments"]
    assert arguments[:2] == ["-Xmx700m", "-XX:+UseSerialGC"]
    assert arguments[arguments.index("-cp") + 1] == str(world.installation / "languagetool-server.jar")
    assert dict(line.split("=") for line in start["config"].splitlines()) == CONFIG
    assert CONFIG["pipelineCaching"] == "true"


def test_it_is_made_warm_before_it_is_ready(world: World) -> None:
    world.start()

    asked = [entry["asked"] for entry in world.noted if "asked" in entry]
    assert [fields["language"] for fields in asked] == ["de-DE", "en-US"]
    assert "Rechnug" in asked[0]["text"]
    assert "invoce" in asked[1]["text"]


def test_it_is_made_warm_as_it_will_be_asked(world: World) -> None:
    fields = ({"language": "de-AT", "level": "picky"}, {"language": "fr-FR"}, {"language": "xx-YY"})

    world.start(warm_up=fields)

    asked = [entry["asked"] for entry in world.noted if "asked" in entry]
    assert [{**entry, "text": ""} for entry in asked] == [{**entry, "text": ""} for entry in fields]
    assert asked[1]["text"]


def test_only_the_user_can_read_what_it_leaves(world: World) -> None:
    world.start()

    assert stat.S_IMODE(world.state.path.stat().st_mode) == 0o700
    files = list(world.state.path.iterdir())
    assert {file.name for file in files} == {"lock", "server.log", "server.properties", "state.json", "used"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_stop_ends_everything(world: World) -> None:
    running = world.start()

    assert server.stop()
    assert gone(running.pid)
    assert gone(running.supervisor)
    assert server.running() is None
    assert not server.stop()


def test_how_far_it_is_can_be_watched(world: World) -> None:
    world.behave(hangs_at="en-US")
    world.tell("hang")
    steps = Steps()

    with pytest.raises(EngineError, match="LanguageTool is starting"):
        server.named_or_own(world.settings, wait=0.0)
    assert until(lambda: (running := server.running()) is not None and running.language == "en-US")
    running = server.running()
    assert running is not None
    assert (running.phase, running.done, running.total, running.is_ready) == (Phase.WARMING, 2, 3, False)
    with pytest.raises(EngineError, match="LanguageTool is starting"):
        server.named_or_own(world.settings, wait=0.3, progress=steps)
    assert set(steps.seen) == {(2, 3)}

    world.untell("hang")
    assert server.named_or_own(world.settings, wait=LONG) == running.url


def test_who_does_not_wait_is_told_that_it_is_coming(world: World) -> None:
    error = error_of(world, wait=0.0)

    assert error.de == "LanguageTool startet gerade; bei der nächsten Prüfung ist es dabei."
    assert error.en == "LanguageTool is starting; the next check will have it."
    assert until(lambda: (running := server.running()) is not None and running.is_ready)
    assert server.named_or_own(world.settings, wait=0.0)


def test_who_waits_does_not_wait_longer_than_said(world: World) -> None:
    world.tell("never up")

    assert "is starting" in error_of(world, wait=0.3).en


def test_a_start_can_be_stopped(world: World) -> None:
    world.tell("never up")
    error_of(world, wait=0.0)
    assert until(lambda: world.starts)

    assert server.stop()
    assert gone(world.starts[0]["pid"])


def test_a_request_under_way_does_not_hold_up_the_end(world: World) -> None:
    world.behave(hangs_at="de-DE")
    world.tell("hang")
    error_of(world, wait=0.0)
    assert until(lambda: any("asked" in entry for entry in world.noted))

    assert server.stop()
    assert gone(world.starts[0]["pid"])


# One for all


def test_it_is_shared(world: World) -> None:
    first = server.named_or_own(world.settings, wait=LONG)
    starter = another_starter()

    assert starter.communicate(timeout=LONG)[0].strip() == first
    assert len(world.starts) == 1


def test_two_starts_at_once_give_one(world: World) -> None:
    starters = [another_starter() for _ in range(4)]
    urls = {starter.communicate(timeout=LONG)[0].strip() for starter in starters}

    running = server.running()
    assert running is not None
    assert urls == {running.url}
    assert len(world.starts) == 1


def test_it_survives_its_starter(world: World, kill: Kill) -> None:
    world.behave(hangs_at="de-DE")
    world.tell("hang")
    with another_starter() as starter:
        assert until(lambda: any("asked" in entry for entry in world.noted))
        kill(starter.pid)
    world.untell("hang")

    url = server.named_or_own(world.settings, wait=LONG)

    assert answer(url)["server"] == world.starts[0]["pid"]
    assert len(world.starts) == 1


def test_it_belongs_to_no_terminal(world: World) -> None:
    running = world.start()

    assert os.getsid(running.supervisor) not in (os.getsid(0), running.supervisor)
    assert psutil.Process(running.pid).ppid() == running.supervisor
    assert psutil.Process(running.supervisor).ppid() != os.getpid()


# Violent ends


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_java_does_not_outlive_its_owner(world: World, kill: Kill) -> None:
    running = world.start()

    kill(running.supervisor)

    assert until(lambda: gone(running.pid))
    assert server.running() is None
    assert server.named_or_own(world.settings, wait=LONG) != running.url


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_nor_while_it_starts(world: World, kill: Kill) -> None:
    world.tell("never up")
    error_of(world, wait=0.0)
    assert until(lambda: (running := server.running()) is not None and running.pid)
    running = server.running()
    assert running is not None

    kill(running.supervisor)

    assert until(lambda: gone(running.pid))


def test_who_has_started_it_is_told_that_the_start_was_cut_off(world: World, kill: Kill) -> None:
    world.tell("never up")

    def kill_owner() -> None:
        assert until(lambda: (running := server.running()) is not None and running.pid)
        running = server.running()
        assert running is not None
        kill(running.supervisor)

    killer = Thread(target=kill_owner)
    killer.start()
    error = error_of(world)
    killer.join()

    assert error.en == "LanguageTool was ended while it was starting; once more: msglint languagetool start"


def test_who_waits_for_the_start_of_another_takes_over_when_it_is_cut_off(world: World, kill: Kill) -> None:
    world.tell("never up")
    error_of(world, wait=0.0)
    assert until(lambda: (running := server.running()) is not None and running.pid)
    running = server.running()
    assert running is not None
    waiting: list[int] = []

    def kill_owner() -> None:
        assert until(lambda: waiting)
        world.untell("never up")
        kill(running.supervisor)

    class Waiting:
        def reach(self, done: int, total: int) -> None:
            waiting.append(done)

    killer = Thread(target=kill_owner)
    killer.start()
    url = server.named_or_own(world.settings, wait=LONG, progress=Waiting())
    killer.join()

    assert answer(url)["server"] == world.starts[-1]["pid"]


def test_one_on_its_way_out_is_waited_for(world: World) -> None:
    world.state.make()
    lock = world.state.lock()
    assert lock is not None
    end = Thread(target=lambda: (until((world.state.path / "tried").exists), os.close(lock)))
    end.start()
    error_of(world, wait=0.0)
    (world.state.path / "tried").touch()

    assert server.named_or_own(world.settings, wait=LONG)
    end.join()


def test_a_java_that_was_killed_is_started_again(world: World, kill: Kill) -> None:
    running = world.start()

    kill(running.pid)

    assert until(lambda: server.running() is None)
    assert until(lambda: gone(running.supervisor))
    assert server.named_or_own(world.settings, wait=LONG)
    assert len(world.starts) == 2


def test_an_owner_that_is_asked_to_end_ends_both(world: World) -> None:
    running = world.start()

    psutil.Process(running.supervisor).terminate()

    assert until(lambda: gone(running.supervisor))
    assert gone(running.pid)
    assert server.running() is None


@pytest.mark.parametrize("how", ["start", "stop"])
def test_what_is_left_of_a_dead_owner_is_cleaned_up(how: str, world: World) -> None:
    """As it is on systems that do not end Java with its owner."""
    token = "0123456789abcdef"
    orphan = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", f"-Dmsglint.server={token}"])
    # Just begun, a process shows no command line yet.
    assert until(lambda: any(token in word for word in psutil.Process(orphan.pid).cmdline()))
    world.state.make()
    world.state.write(a_state(world, token=token, phase=Phase.READY, java=orphan.pid, supervisor=orphan.pid, port=9))

    assert server.running() is None
    if how == "stop":
        assert server.stop()
    else:
        world.start()

    assert until(lambda: gone(orphan.pid))
    orphan.wait()


def test_a_process_that_has_got_the_number_is_left_alone(world: World) -> None:
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    world.state.make()
    world.state.write(a_state(world, token="0123", phase=Phase.READY, java=stranger.pid, supervisor=stranger.pid))

    server.stop()
    world.start()

    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_a_server_whose_state_was_removed_ends(world: World) -> None:
    running = world.start()

    world.state.forget()

    assert until(lambda: gone(running.supervisor))
    assert gone(running.pid)


@pytest.mark.parametrize("text", ["", "[]", "{}", "\0", '{"token": "x", "phase": "dancing", "warm_up": []}'])
def test_a_state_that_nobody_understands_is_none(text: str, world: World) -> None:
    world.state.make()
    (world.state.path / "state.json").write_text(text, encoding="utf-8")

    assert server.running() is None
    assert not server.stop()
    assert world.start().is_ready


def test_stop_ends_a_server_that_wrote_another_state(world: World) -> None:
    running = world.start()
    (world.state.path / "state.json").write_text('{"later": "version"}', encoding="utf-8")

    assert server.stop()
    assert gone(running.pid)


def a_state(world: World, **changes: object) -> State:
    state = State(
        token="token",
        folder=str(world.installation),
        version="6.8",
        memory="1g",
        idle=60.0,
        warm_up=({"language": "x"},),
    )
    return replace(state, **changes)  # type: ignore[arg-type]


# Idle


def test_it_stops_when_nobody_needs_it(world: World) -> None:
    world.settings = world.settings._replace(idle_minutes=0.01)  # type: ignore[arg-type]
    running = world.start()

    assert until(lambda: gone(running.supervisor))
    assert gone(running.pid)
    assert server.running() is None
    assert server.named_or_own(world.settings, wait=LONG)


def test_who_asks_while_it_is_about_to_stop_keeps_it(world: World) -> None:
    world.state.make()
    world.state.touch()
    supervisor = Supervisor(world.state, a_state(world, phase=Phase.READY))
    unused = world.state.last_use()

    assert supervisor._stays_unused(unused)
    assert (state := world.state.read()) is not None
    assert state.phase is Phase.STOPPING

    assert until(lambda: (server.used(), world.state.last_use() != unused)[1])
    assert not supervisor._stays_unused(unused)
    assert (state := world.state.read()) is not None
    assert state.phase is Phase.READY


def test_a_server_that_is_about_to_stop_is_given_to_nobody(world: World) -> None:
    world.state.make()
    lock = world.state.lock()
    assert lock is not None
    world.state.write(a_state(world, phase=Phase.STOPPING))

    assert "is starting" in error_of(world, wait=0.0).en
    os.close(lock)
    assert server.named_or_own(world.settings, wait=LONG)


def test_every_use_counts(world: World) -> None:
    server.named_or_own(world.settings, wait=LONG)
    before = world.state.last_use()

    def asked_again() -> bool:
        server.named_or_own(world.settings, wait=0.0)
        return world.state.last_use() != before

    assert until(asked_again)


def test_use_without_a_server_leaves_nothing(world: World) -> None:
    server.used()

    assert not world.state.path.exists()


# The port


class Thief(BaseHTTPRequestHandler):
    """Somebody else's server, which answers about everything."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_somebody_elses_server_at_the_port_is_not_taken_for_ours(world: World) -> None:
    world.tell("steal")
    error_of(world, wait=0.0)
    assert until(lambda: (world.bin / "stolen").exists() and (world.bin / "stolen").read_text())
    port = int((world.bin / "stolen").read_text(encoding="utf-8"))
    HTTPServer.allow_reuse_address = True
    with HTTPServer(("127.0.0.1", port), Thief) as thief:
        thread = Thread(target=thief.serve_forever, args=(0.02,))
        thread.start()
        world.tell("taken")
        running = world.start()
        thief.shutdown()
        thread.join()

    assert running.url != f"http://127.0.0.1:{port}"
    assert answer(running.url)["server"] == running.pid
    assert len(world.starts) == 2


# What goes wrong


def test_without_java(world: World) -> None:
    (world.bin / "java").unlink()

    error = error_of(world)

    assert error.en.startswith("LanguageTool needs Java 17 or newer, and there is none here; this adds it: ")
    assert world.processes() == []


def test_java_11(world: World) -> None:
    world.behave(version='openjdk version "11.0.2" 2019-01-15')

    assert error_of(world).de.startswith(f"{world.bin / 'java'} ist Java 11.0.2; LanguageTool braucht 17 oder neuer")


def test_what_failed_is_told_again_and_not_tried_again(world: World) -> None:
    world.behave(last_words="Error: Could not find or load main class")
    first = error_of(world)

    assert error_of(world, wait=0.0).sentence == first.sentence
    assert len(world.starts) == 1
    told = server.failure()
    assert told is not None
    assert told.sentence == first.sentence

    world.behave()
    assert world.start().is_ready
    assert server.failure() is None


def test_after_a_while_it_is_tried_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.behave(last_words="Error: no")
    error_of(world)
    monkeypatch.setattr(server, "FAILURE_COUNTS", 0.0)

    assert "is starting" in error_of(world, wait=0.0).en


def test_a_failure_of_another_installation_says_nothing_about_this_one(world: World, tmp_path: Path) -> None:
    world.behave(last_words="Error: no")
    error_of(world)
    world.behave()
    world.settings = world.settings._replace(use=world.installation.rename(tmp_path / "moved"))

    assert server.named_or_own(world.settings, wait=LONG)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Error: Could not find or load main class org.languagetool.server.HTTPServer\n"
            "Caused by: java.lang.ClassNotFoundException: org.languagetool.server.HTTPServer",
            "Java ended with 'Caused by: java.lang.ClassNotFoundException: org.languagetool.server.HTTPServer'",
        ),
        ("Could not reserve enough space\n\tat somewhere(X.java:1)\n\t... 12 more", "'Could not reserve enough space'"),
    ],
)
def test_java_ends_at_once(words: str, told: str, world: World) -> None:
    world.behave(last_words=words)

    error = error_of(world)

    assert error.en.startswith("LanguageTool 6.8 could not be started: ")
    assert told in error.en
    assert "LanguageTool-6.8" in error.en
    assert "\n" not in error.en


def test_java_ends_while_it_is_made_warm(world: World) -> None:
    world.behave(dies_at="en-US", last_words="Terminating due to java.lang.OutOfMemoryError: Java heap space")

    assert "ended with 'Terminating due to java.lang.OutOfMemoryError: Java heap space'" in error_of(world).en


def test_the_installation_is_gone(world: World) -> None:
    (world.installation / "languagetool-server.jar").unlink()

    assert error_of(world).en == "LanguageTool is not installed; this does it: msglint languagetool install"


def test_the_folder_that_is_named_holds_none(world: World, tmp_path: Path) -> None:
    world.settings = world.settings._replace(use=tmp_path / "client")

    assert error_of(world).en.endswith(
        "client: there is no LanguageTool here; the folder must have languagetool-server.jar and libs."
    )


def test_the_client_library_is_missing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)

    assert "pip install 'msglint[languagetool]'" in error_of(world).en
    assert not server.is_there(world.settings)


def test_a_memory_that_is_none(world: World) -> None:
    world.settings = world.settings._replace(memory="viel")

    assert error_of(world).en == (
        "'languagetool-options: memory' cannot be 'viel'; right would be, for example, 1g or 800m."
    )


def test_switched_off(world: World) -> None:
    world.settings = world.settings._replace(use=OFF)

    assert "switched off" in error_of(world).en
    with pytest.raises(EngineError, match="switched off"):
        world.start()


def test_a_state_folder_that_cannot_be(world: World) -> None:
    (world.folder / "state").write_text("a file", encoding="utf-8")

    error = error_of(world)

    assert error.en.endswith(
        "LanguageTool cannot start, because nothing can be written here (a part of the path is no folder)."
    )
    assert server.running() is None
    assert not server.stop()


def test_without_a_home(world: World) -> None:
    def home() -> Path:
        raise RuntimeError

    world.settings = world.settings._replace(use=world.installation)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "XDG_DATA_HOME"):
            patch.delenv(name)
        patch.setattr(Path, "home", home)
        assert "HOME" in error_of(world).en
        assert server.running() is None
        assert not server.is_there(world.settings._replace(use="auto"))
        server.used()


# The disk


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_a_file_may_not_grow(world: World) -> None:
    """What a full disk, a quota or a limit is to a program: a write that fails."""
    limited = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n{STARTER}"
    done = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, timeout=LONG, check=False)

    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].endswith(
        "LanguageTool cannot start, because nothing can be written here (the file would be too large)."
    )
    assert world.starts == []
    assert server.running() is None


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A disk of a few pages, where one may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["/bin/mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)]
    if (
        sys.platform != "linux"
        or not Path(command[0]).exists()
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small disk needs Linux and root; RLIMIT_FSIZE is tried without")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder


def unmount(folder: Path) -> None:
    subprocess.run(["/bin/umount", "--lazy", str(folder)], check=True)


def test_a_full_disk(small_disk: Path, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(small_disk))
    filled = 0
    with (small_disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                filled += file.write(b"x" * 512)
        except OSError:
            pass
    try:
        assert filled
        assert error_of(world).en.endswith("nothing can be written here (the disk is full).")
        assert world.starts == []
    finally:
        unmount(small_disk)


def test_a_disk_that_gets_full_while_it_starts(small_disk: Path, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(small_disk))
    world.behave(fills=str(small_disk))
    try:
        assert error_of(world).en.endswith("nothing can be written here (the disk is full).")
        assert len(world.starts) == 1
        assert until(lambda: gone(world.starts[0]["pid"]))
    finally:
        unmount(small_disk)


# The log


def test_no_text_of_a_message_is_logged(world: World) -> None:
    world.behave(tell_text=True)
    running = world.start()
    body = b"language=de-DE&text=Streng+geheim"
    for _ in range(3):
        urllib.request.urlopen(f"{running.url}/v2/check", body, timeout=LONG).read()
    server.stop()

    text = world.state.log.read_text(encoding="utf-8")
    assert "Starting fake server" in text
    assert text.count("java.lang.IllegalStateException\n\tat org.languagetool.Fake.check(Fake.java:12)\n") == 3
    assert "geheim" not in text


# Without a look at the network or at Java


def test_whether_it_is_there(world: World, tmp_path: Path) -> None:
    assert server.is_there(world.settings)
    assert server.is_there(world.settings._replace(use=world.installation))
    assert server.is_there(world.settings._replace(use="http://localhost:8081"))
    assert not server.is_there(world.settings._replace(use=OFF))
    assert not server.is_there(world.settings._replace(use=tmp_path / "nowhere"))

    (world.installation / "languagetool-server.jar").unlink()
    assert not server.is_there(world.settings)


def test_to_find_out_nothing_heavy_is_imported(world: World) -> None:
    program = (
        "import sys\n"
        "from msglint.analysis.engine_settings import LanguageToolSettings\n"
        "from msglint.analysis.languagetool.server import is_there, running\n"
        "print(is_there(LanguageToolSettings()), running())\n"
        "heavy = ('psutil', 'subprocess', 'socket', 'platformdirs', 'language_tool_python')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=LONG, check=True)

    assert done.stdout.splitlines() == ["True None", "[]"]
    assert world.starts == []
