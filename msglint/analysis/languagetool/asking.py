"""Finds the server and puts the questions of one message to it."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.languagetool import failures
from msglint.analysis.languagetool.kinds import Kind, kind_of
from msglint.analysis.languagetool.request import (
    HasSpeller,
    Request,
    usual_request,
    warm_up_fields,
    whole_sentence_request,
)
from msglint.analysis.languagetool.transport import Deadline, Server

if TYPE_CHECKING:
    from msglint.analysis.languagetool.answer import Match
    from msglint.analysis.languagetool.library import Client

AT_ONCE: Final = 2
"""Questions at one time: for each, the server keeps all of a language's rules in memory once more."""
_MOST_WORDS: Final = 80
_BETWEEN_WORDS: Final = "\n\n"


class Found(NamedTuple):
    """What LanguageTool says, and the sort of slip that it is."""

    kind: Kind
    match: Match


class Asker:
    """Puts questions to the server that the settings name, or to msglint's own. Safe to share between threads.

    Args:
        settings: where the server is, and what is asked.
        has_speller: whether something else looks after the words of a language.
    """

    def __init__(self, settings: LanguageToolSettings, has_speller: HasSpeller) -> None:
        self._settings = settings
        self._has_speller = has_speller
        self._clients: dict[tuple[Server, Request], Client] = {}
        self._lock = Lock()
        self._turns = BoundedSemaphore(AT_ONCE)

    def found(self, text: str, languages: Sequence[str], deadline: Deadline, *, spelling: bool) -> tuple[Found, ...]:
        """Everything in a text, in its order.

        Args:
            text: in the Basic Multilingual Plane.
            languages: the first is that of the text; a word that is right in any of the others is no slip either.
            deadline: until when.
            spelling: also words that it does not know.

        Raises:
            EngineError: if there is no answer, or none in time.
        """
        server = self._server()
        requests = [usual_request(languages[0], self._settings, spelling=spelling)]
        if (besides := whole_sentence_request(languages[0], self._settings)) is not None:
            requests.append(besides)
        matches = [match for request in requests for match in self._matches(server, request, text, deadline)]
        found = [Found(kind_of(match, text), match) for match in sorted(matches, key=lambda match: match.start)]
        for language in languages[1:] if spelling else ():
            found = self._without_right_words(server, language, text, found, deadline)
        return tuple(found)

    @property
    def remote_host(self) -> str:
        """The host that the text goes to, where that is another machine; else empty."""
        use = str(self._settings.use)
        if not self._settings.allow_remote or "://" not in use:
            return ""
        host = Server(use).host
        return "" if _is_loopback(host) else host

    def _server(self) -> Server:
        """Whom to ask; does not wait for one that is still starting.

        Raises:
            EngineError: if there is none, or one that may not be asked.
        """
        from msglint.analysis.languagetool.installation import require_client
        from msglint.analysis.languagetool.server import named_or_own

        require_client()
        url = named_or_own(self._settings, wait=0.0, warm_up=warm_up_fields(self._settings, self._has_speller))
        return Server(url, self._settings.allow_remote)

    def _matches(self, server: Server, request: Request, text: str, deadline: Deadline) -> tuple[Match, ...]:
        if not self._turns.acquire(timeout=deadline.left):
            raise failures.slow(server.shown, deadline.budget)
        try:
            return self._client(server, request, deadline).matches(text, deadline)
        finally:
            self._turns.release()

    def _client(self, server: Server, request: Request, deadline: Deadline) -> Client:
        with self._lock:
            client = self._clients.get((server, request))
        if client is None:
            from msglint.analysis.languagetool.library import client_for

            client = client_for(server, request, deadline)
            with self._lock:
                self._clients[server, request] = client
        return client

    def _without_right_words(
        self, server: Server, language: str, text: str, found: list[Found], deadline: Deadline
    ) -> list[Found]:
        """`found` without the words that are right in another language."""
        words = list(dict.fromkeys(_word(entry, text) for entry in found if entry.kind is Kind.MISSPELLED))
        if not words:
            return found
        words = words[:_MOST_WORDS]
        listed = _BETWEEN_WORDS.join(words)
        request = usual_request(language, self._settings)
        wrong = {
            listed[match.start : match.end]
            for match in self._matches(server, request, listed, deadline)
            if kind_of(match, listed) is Kind.MISSPELLED
        }
        right = frozenset(words) - wrong
        return [entry for entry in found if entry.kind is not Kind.MISSPELLED or _word(entry, text) not in right]


def _is_loopback(host: str) -> bool:
    """By its name: an unknown name is taken for another machine."""
    name = host.strip("[]") if host.endswith("]") else host.rpartition(":")[0].strip("[]") or host
    if name.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _word(entry: Found, text: str) -> str:
    return text[entry.match.start : entry.match.end]
