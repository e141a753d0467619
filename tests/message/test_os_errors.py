"""The words for what the operating system does not allow."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from msglint.message.os_errors import reason_of
from msglint.message.sources import read_path


@pytest.mark.parametrize("code", sorted(errno.errorcode))
def test_no_words_of_the_operating_system_in_german(code: int) -> None:
    reason = reason_of(OSError(code, os.strerror(code)))

    assert os.strerror(code) not in reason.de
    assert reason.de != reason.en


def test_what_is_rare_is_told_by_its_code() -> None:
    assert reason_of(OSError(errno.ENODEV, "No such device")) == ("Fehler ENODEV", "error ENODEV")
    assert reason_of(OSError("odd")) == ("Fehler OSError", "error OSError")


@pytest.mark.parametrize(
    ("error", "de", "en"),
    [
        (ConnectionRefusedError(errno.ECONNREFUSED, "x"), "Verbindung abgelehnt", "connection refused"),
        (TimeoutError("timed out"), "es kommt keine Antwort", "there is no answer"),
        (socket.gaierror(socket.EAI_NONAME, "x"), "der Name lässt sich nicht auflösen", "the name cannot be resolved"),
    ],
)
def test_the_network_in_words(error: OSError, de: str, en: str) -> None:
    assert reason_of(error) == (de, en)


@pytest.mark.parametrize("name", ["EADDRINUSE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL"])
def test_what_often_happens_in_the_network_is_not_told_by_its_code(name: str) -> None:
    assert name not in reason_of(OSError(getattr(errno, name), "x")).de


def test_links_in_a_circle_and_names_that_cannot_be() -> None:
    assert reason_of(RuntimeError("Symlink loop")).en == "the links go round in a circle"
    assert reason_of(ValueError("embedded null byte")).de == "der Name ist nicht zulässig"


@pytest.mark.skipif(os.name == "nt", reason="no links")
def test_a_file_that_cannot_be_opened_is_told_in_german(tmp_path: Path) -> None:
    link = tmp_path / "loop.eml"
    link.symlink_to(link)

    (draft,) = read_path(link)

    assert draft.error is not None
    assert draft.error.de == "Die Datei kann nicht gelesen werden (die Verknüpfungen führen im Kreis)."
