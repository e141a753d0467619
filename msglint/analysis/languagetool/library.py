"""language-tool-python's client on our own way to the server. Imports that library, so it is imported when needed.

The library alone would follow redirections, use a proxy, wait twice 300 seconds, and believe any answer.
"""

from __future__ import annotations

from importlib.metadata import version
from threading import local
from typing import TYPE_CHECKING, Any, Final

from language_tool_python import LanguageTool

from msglint.analysis.languagetool import failures
from msglint.analysis.languagetool.answer import Match, read_check, read_languages
from msglint.analysis.languagetool.transport import Deadline, Server, fetch

if TYPE_CHECKING:
    from language_tool_python import Match as LibraryMatch

    from msglint.analysis.languagetool.request import Request

_QUERY: Final = "_query_server"
_CHECK: Final = "check"


def client_for(server: Server, request: Request, deadline: Deadline) -> Client:
    """A client for requests of one kind.

    Raises:
        EngineError: if the server is not there, is no LanguageTool, or does not know the language; or if the library
            is one that msglint does not know.
    """
    if not _goes_our_way():
        raise failures.unknown_client(version("language-tool-python"))
    return Client(server, request, deadline)


class Client(LanguageTool):
    """Asks one server in one language with one set of rules. Threads may share it.

    Args:
        server: whom to ask.
        request: in which language, and for what.
        deadline: until when the server must have said which languages it knows.

    Raises:
        EngineError: if the server is not there, is no LanguageTool, or does not know the language.
    """

    def __init__(self, server: Server, request: Request, deadline: Deadline) -> None:
        self._asked = server
        self._fields = request.fields
        self._now = local()
        self._now.deadline = deadline
        try:
            super().__init__(request.language, remote_server=server.url, host="127.0.0.1")
        except ValueError:
            raise failures.no_such_language(server.shown, request.language) from None
        if str(self.language) != request.language:
            raise failures.no_such_language(server.shown, request.language)
        self.disabled_rules = set(request.disabled_rules)
        self.disabled_categories = set(request.disabled_categories)
        self.enabled_rules = set(request.enabled_rules)
        self.enabled_rules_only = request.enabled_only
        self.picky = request.picky

    def matches(self, text: str, deadline: Deadline) -> tuple[Match, ...]:
        """What the server has to say on a text, which must lie in the Basic Multilingual Plane.

        Raises:
            EngineError: if it does not answer sensibly in time.
        """
        self._now.deadline = deadline
        return tuple(map(_as_ours, self.check(text)))

    def _query_server(
        self, url: str, params: dict[str, str] | None = None, num_tries: int = 2, method: str = "get"
    ) -> Any:
        """In place of the library's own way."""
        action = url.rstrip("/").rpartition("/")[2]
        # The library strings sets together in an order of chance, and the server would take them for something new.
        fields = {**params, **self._fields} if method == "post" and params is not None else None
        body = fetch(self._asked, f"/v2/{action}", fields, self._now.deadline)
        if action == _CHECK and params is not None:
            return read_check(body, len(params["text"]), self._asked.shown)
        return read_languages(body, self._asked.shown)


def _goes_our_way() -> bool:
    """Whether this version of the library asks through the one method that is replaced here."""
    methods = (LanguageTool.check, LanguageTool._get_languages)
    return all(_QUERY in method.__code__.co_names for method in methods)


def _as_ours(match: LibraryMatch) -> Match:
    return Match(
        rule_id=match.rule_id,
        category=match.category,
        issue_type=match.rule_issue_type,
        message=match.message,
        start=match.offset,
        end=match.offset + match.error_length,
        replacements=tuple(match.replacements),
    )
