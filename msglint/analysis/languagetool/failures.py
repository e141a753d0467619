"""What can go wrong when LanguageTool is asked: one sentence each, which says what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msglint.analysis.errors import EngineError

ENGINE: Final = "languagetool"
OLDEST: Final = (6, 0)
"""The first version whose rules msglint knows by name."""


def not_installed() -> EngineError:
    """LanguageTool is configured, and the client for it is missing."""
    return EngineError(
        ENGINE,
        "LanguageTool ist eingestellt, aber das Paket dafür fehlt: pip install 'msglint[languagetool]'",
        "LanguageTool is configured, but the package for it is missing: pip install 'msglint[languagetool]'",
    )


def unknown_client(version: str) -> EngineError:
    """The client library works in another way than the ones that msglint knows."""
    return EngineError(
        ENGINE,
        f"Mit language-tool-python {version} kann msglint nicht umgehen: pip install 'language-tool-python==3.4.0'",
        f"msglint cannot work with language-tool-python {version}: pip install 'language-tool-python==3.4.0'",
    )


def gone(url: str) -> EngineError:
    """Nobody answers, or the connection broke."""
    return EngineError(
        ENGINE,
        f"LanguageTool antwortet unter {url} nicht; „msglint languagetool status“ zeigt, ob es läuft.",
        f"LanguageTool does not answer at {url}; 'msglint languagetool status' shows whether it is running.",
    )


def slow(url: str, budget: float) -> EngineError:
    """No whole answer within the time that a message may wait."""
    return EngineError(
        ENGINE,
        f"LanguageTool hat unter {url} nicht binnen {_seconds(budget, ',')} Sekunden geantwortet; mehr Zeit gibt ihm "
        "„languagetool-options: time-budget“.",
        f"LanguageTool did not answer at {url} within {_seconds(budget, '.')} seconds; "
        "'languagetool-options: time-budget' gives it more time.",
    )


def _seconds(budget: float, point: str) -> str:
    return f"{budget:g}".replace(".", point)


def too_old(url: str, version: str) -> EngineError:
    """A server whose rules msglint does not know."""
    oldest = ".".join(map(str, OLDEST))
    return EngineError(
        ENGINE,
        f"Unter {url} läuft LanguageTool {version}; gebraucht wird {oldest} oder neuer: „msglint languagetool install“ "
        "holt es.",
        f"LanguageTool {version} is running at {url}; {oldest} or newer is needed: 'msglint languagetool install' "
        "fetches it.",
    )


def nonsense(url: str) -> EngineError:
    """An answer that is not LanguageTool's."""
    return EngineError(
        ENGINE,
        f"Was unter {url} antwortet, ist nicht LanguageTool; bitte die Adresse bei „languagetool“ prüfen.",
        f"What answers at {url} is not LanguageTool; please check the address under 'languagetool'.",
    )


def too_much(url: str) -> EngineError:
    """An answer without end."""
    return EngineError(
        ENGINE,
        f"LanguageTool hat unter {url} mehr geantwortet, als zu einer Nachricht gehört; ein Neustart des Servers hilft "
        "vielleicht.",
        f"LanguageTool answered more at {url} than belongs to one message; restarting the server may help.",
    )


def refused(url: str, status: int) -> EngineError:
    """A status of 400 and above, or one that sends us elsewhere."""
    if status in (401, 403, 407):
        de, en = "er verlangt eine Anmeldung, die msglint nicht hat", "it wants credentials that msglint does not have"
    elif status in (426, 429, 503):
        de, en = "er ist überlastet; bitte später noch einmal", "it is overloaded; please try again later"
    elif status == 413:
        de, en = "ihm ist die Nachricht zu lang („maxTextLength“)", "the message is too long for it ('maxTextLength')"
    elif status >= 500:
        de, en = "sein Protokoll sagt, warum", "its log says why"
    else:
        de, en = "bitte die Adresse bei „languagetool“ prüfen", "please check the address under 'languagetool'"
    return EngineError(
        ENGINE,
        f"Der Server unter {url} lehnt die Anfrage ab (HTTP {status}): {de}.",
        f"The server at {url} refuses the request (HTTP {status}): {en}.",
    )


def no_such_language(url: str, language: str) -> EngineError:
    """A server without the language of the message."""
    return EngineError(
        ENGINE,
        f"LanguageTool unter {url} kann {language} nicht; „msglint languagetool install“ holt eines mit Deutsch und "
        "Englisch.",
        f"LanguageTool at {url} does not know {language}; 'msglint languagetool install' fetches one with German and "
        "English.",
    )


def elsewhere(url: str) -> EngineError:
    """A server on another machine, which nobody has allowed."""
    return EngineError(
        ENGINE,
        f"Der LanguageTool-Server {url} steht auf einem anderen Rechner; „languagetool-options: allow-remote: true“ "
        "erlaubt, den Text dorthin zu senden.",
        f"The LanguageTool server {url} is on another machine; 'languagetool-options: allow-remote: true' allows "
        "sending the text there.",
    )


def sent_to(host: str) -> EngineError:
    """No failure: what a user must see where the text has left the machine."""
    return EngineError(
        ENGINE,
        f"Der Text ist zum Prüfen an {host} gegangen, wie es „languagetool-options: allow-remote“ erlaubt.",
        f"The text has gone to {host} to be checked, as 'languagetool-options: allow-remote' allows.",
    )


def only_beginning() -> EngineError:
    """No failure either: a text too long to be sent as a whole."""
    return EngineError(
        ENGINE,
        "Der Text ist sehr lang; LanguageTool hat nur seinen Anfang gelesen.",
        "The text is very long; LanguageTool has read only its beginning.",
    )


def together(errors: Sequence[EngineError]) -> EngineError:
    """Several as one."""
    return EngineError(ENGINE, " ".join(error.de for error in errors), " ".join(error.en for error in errors))
