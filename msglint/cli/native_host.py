"""`msglint native-host`: what Thunderbird's extension asks before a message is sent."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import click

from msglint.cli import sendmail
from msglint.cli.commands import BilingualCommand
from msglint.cli.options import current_ui, load_settings
from msglint.hooks import folders, told
from msglint.hooks.again import Memory
from msglint.hooks.compose_details import message_of, raw_of
from msglint.hooks.control import is_off
from msglint.hooks.gate import Decision, Gate
from msglint.hooks.native_messaging import PROTOCOL, QuestionError, own_streams, serve
from msglint.hooks.native_reply import reply_of
from msglint.linter import Linter
from msglint.message.model import Message
from msglint.settings import BLOCK, SEND, HookSettings, Settings
from msglint.texts import UI_LANGUAGES, Text
from msglint.version import __version__

CLIENT: Final = "thunderbird"
LEAST_TIME: Final = 0.1
NOT_FOR_THUNDERBIRD: Final = frozenset({"command", "client", "judge", "help"})
"""Options of `msglint sendmail` that mean nothing here."""

TEXT = Text(
    de=(
        "Für Thunderbird: beantwortet, was die Erweiterung von msglint vor dem Absenden fragt.\n\n"
        "Thunderbird ruft das selbst auf; „msglint hook install thunderbird“ richtet es ein."
    ),
    en=(
        "For Thunderbird: answers what msglint's extension asks before a message is sent.\n\n"
        "Thunderbird runs this itself; 'msglint hook install thunderbird' sets it up."
    ),
)
OTHER_PROTOCOL: Final = QuestionError(
    "Die Erweiterung in Thunderbird passt nicht zu diesem msglint; „msglint hook install thunderbird“ bringt beide auf "
    "denselben Stand.",
    "The extension in Thunderbird does not fit this msglint; 'msglint hook install thunderbird' updates both.",
)


class _Prepared(NamedTuple):
    """What holds for one question.

    Attributes:
        on_error: what is wanted without the extension's own options.
        trouble: what is wrong with the configuration or the question.
    """

    hook: HookSettings
    ui_language: str
    on_error: str
    settings: Settings | None = None
    trouble: Exception | None = None

    def linter(self) -> Linter:
        """The linter.

        Raises:
            Exception: what is wrong.
        """
        if self.trouble is not None:
            raise self.trouble
        return Linter(self.settings, ui_language=self.ui_language)


def native_host(arguments: tuple[str, ...], **parameters: Any) -> None:
    """Answer until Thunderbird hangs up."""
    del arguments  # The manifest's path and the extension's id: whoever may call is up to Thunderbird.
    with own_streams() as (source, target):
        serve(
            source,
            target,
            lambda question: _answer(question, parameters),
            lambda error: _judged({}, parameters, error),
        )


def _answer(question: object, parameters: Mapping[str, Any]) -> dict[str, Any]:
    asked = question if isinstance(question, dict) else {}
    if asked.get("v") != PROTOCOL:
        return _judged({}, parameters, OTHER_PROTOCOL)
    if asked.get("ping") is True:
        on_error = _prepared(asked, parameters, None).on_error
        return {"v": PROTOCOL, "version": __version__, "on_error": on_error}
    return _judged(asked, parameters, None)


def _judged(asked: Mapping[str, Any], parameters: Mapping[str, Any], error: QuestionError | None) -> dict[str, Any]:
    started = time.monotonic()
    prepared = _prepared(asked, parameters, error)
    hook, language = prepared.hook, prepared.ui_language
    folder = folders.state_folder()
    decision = _decision(asked, prepared, Memory(folder, hook.again_minutes))
    seconds = time.monotonic() - started
    text = told.leave(decision, hook, client=CLIENT, ui_language=language, seconds=seconds, folder=folder)
    return {**reply_of(decision, hook, text, language), "on_error": prepared.on_error}


def _prepared(asked: Mapping[str, Any], parameters: Mapping[str, Any], error: QuestionError | None) -> _Prepared:
    ui, settings = current_ui(), None
    trouble: Exception | None = error
    try:
        settings = load_settings(parameters, ui).settings
    except Exception as wrong:
        trouble = error or wrong
    hook = settings.hook if settings else HookSettings()
    chosen = {name: value for name in HookSettings._fields if (value := parameters.get(name)) is not None}
    # The extension shows what was found; a notification would say it twice.
    hook = hook._replace(**{**chosen, "notify": False})
    configured = hook.on_error
    if asked.get("on_error") in (SEND, BLOCK):
        # What the user has set in the extension.
        hook = hook._replace(on_error=asked["on_error"])
    budget = asked.get("time_budget")
    if isinstance(budget, int | float) and not isinstance(budget, bool):
        hook = hook._replace(time_budget=max(LEAST_TIME, min(hook.time_budget, budget)))
    language = (settings.ui_language if settings else None) or _language(asked) or ui.language
    return _Prepared(hook, language, configured, settings, trouble)


def _language(asked: Mapping[str, Any]) -> str | None:
    """The language that Thunderbird speaks, if msglint speaks it, too."""
    name = str(asked.get("ui_language", "")).partition("-")[0].lower()
    return name if name in UI_LANGUAGES else None


def _decision(asked: Mapping[str, Any], prepared: _Prepared, memory: Memory) -> Decision:
    gate = Gate(prepared.linter, prepared.hook, memory)

    def read() -> Message:
        return message_of(asked)

    return gate.decide(read, off=asked.get("off") is True or _is_switched_off(asked))


def _is_switched_off(asked: Mapping[str, Any]) -> bool:
    try:
        return is_off(raw_of(asked))
    except QuestionError:
        return False


command = BilingualCommand(
    "native-host",
    text=TEXT,
    callback=native_host,
    params=[
        click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED, metavar="[MANIFEST EXTENSION]"),
        *(option for option in sendmail.command.params if option.name not in NOT_FOR_THUNDERBIRD),
    ],
)
